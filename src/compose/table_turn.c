/* A fragment is placed upright on a sheet of its own, from whose items those of the page
 * are made: what places tables knows nothing of it.
 *
 *      along            |  d    ^
 *     +------>          |  o    | along
 *     | d               |  w    |
 *     v own   ->        +--n--->+
 */
#include "compose/table_turn.h"

#include "compose/table_place.h"

/* Where the turned sheet has its corner: the head's left end. */
struct turning {
	struct arena *arena;
	double left;
	double foot;
};

struct point {
	double x, y;
};

static struct point turn_point(const struct turning *turning, double along, double down)
{
	return (struct point){turning->left + down, turning->foot - along};
}

static void turn_text(const struct turning *turning, struct item_text *text)
{
	g_assert(text->turn == TURN_NONE);
	struct point origin = turn_point(turning, text->x, text->y);
	text->x = origin.x;
	text->y = origin.y;
	text->turn = TURN_LEFT;
}

static void turn_rule(const struct turning *turning, struct item_rule *rule)
{
	struct point from = turn_point(turning, rule->x1, rule->y1);
	struct point to = turn_point(turning, rule->x2, rule->y2);
	*rule = (struct item_rule){from.x, from.y, to.x, to.y, rule->width};
}

static void turn_path(const struct turning *turning, struct item_path *path)
{
	double *points = arena_new_array(turning->arena, double, 2 * path->point_count);
	for (int i = 0; i < path->point_count; i++) {
		struct point point =
			turn_point(turning, path->points[2 * i], path->points[2 * i + 1]);
		points[2 * i] = point.x;
		points[2 * i + 1] = point.y;
	}
	path->points = points;
}

/* Its right upper corner becomes the left upper one. */
static void turn_area(const struct turning *turning, double *corner_x, double *corner_y,
	double *width, double *height)
{
	struct point corner = turn_point(turning, *corner_x + *width, *corner_y);
	double turned_width = *height;
	*height = *width;
	*width = turned_width;
	*corner_x = corner.x;
	*corner_y = corner.y;
}

static void turn_item(const struct turning *turning, struct item *item)
{
	switch (item->kind) {
	case ITEM_TEXT:
		turn_text(turning, &item->text);
		break;
	case ITEM_RULE:
		turn_rule(turning, &item->rule);
		break;
	case ITEM_FILL:
		turn_area(turning, &item->fill.x, &item->fill.y, &item->fill.width,
			&item->fill.height);
		break;
	case ITEM_PATH:
		turn_path(turning, &item->path);
		break;
	case ITEM_LINK:
		turn_area(turning, &item->link.x, &item->link.y, &item->link.width,
			&item->link.height);
		break;
	}
}

/* What leads to a text leads to its upper left corner, as the page is read. */
static void turn_destinations(
	const struct turning *turning, struct pages *pages, guint first)
{
	for (guint i = first; i < pages->destinations->len; i++) {
		struct destination *destination =
			&g_array_index(pages->destinations, struct destination, i);
		struct point point = turn_point(turning, destination->x, destination->y);
		destination->x = point.x;
		destination->y = point.y;
	}
}

void table_place_turned(
	const struct placing *placing, const struct fragment *fragment, double foot)
{
	const struct turning turning = {placing->pages->arena, placing->x, foot};
	struct page upright = *placing->page;
	struct placing inner = *placing;
	guint first = placing->pages->destinations->len;
	upright.items = g_array_new(FALSE, FALSE, sizeof(struct item));
	inner.page = &upright;
	inner.x = 0;
	inner.y = 0;
	table_place(&inner, fragment);
	for (guint i = 0; i < upright.items->len; i++) {
		struct item item = g_array_index(upright.items, struct item, i);
		turn_item(&turning, &item);
		page_add(placing->page, item);
	}
	turn_destinations(&turning, placing->pages, first);
	g_array_free(upright.items, TRUE);
}
