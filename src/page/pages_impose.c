/* Pages side by side on larger sheets.
 *
 *     8 pages    [8 1] [2 7]   [6 3] [4 5]
 *                 front back    front back
 */
#include "base/length.h"
#include "page/page.h"

#include <math.h>

#define SAME_SIZE 0.01 /* points: sizes come from millimetres */

enum {
	PAGES_OF_SHEET = 4
};

/* ---- blank pages ---- */

static bool has_content(const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++) {
		if (g_array_index(page->items, struct item, i).artifact ==
			ARTIFACT_NONE) {
			return true;
		}
	}
	return false;
}

struct page *pages_insert(struct pages *pages, guint index, double width, double height)
{
	struct page *page = pages_add(pages, width, height);
	g_ptr_array_set_size(pages->list, (gint)pages->list->len - 1);
	g_ptr_array_insert(pages->list, (gint)index, page);
	for (guint i = 0; i < pages->destinations->len; i++) {
		struct destination *destination =
			&g_array_index(pages->destinations, struct destination, i);
		destination->page += destination->page >= (int)index;
	}
	return page;
}

static void fill_up(struct pages *pages)
{
	const struct page *last = g_ptr_array_index(pages->list, pages->list->len - 1);
	bool closes = pages->list->len > 1 && !last->label && has_content(last);
	while (pages->list->len % PAGES_OF_SHEET != 0) {
		pages_insert(pages, pages->list->len - closes, last->width, last->height);
	}
}

/* ---- sizes ---- */

static struct place first_place(const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->artifact == ARTIFACT_NONE && item->place.source) {
			return item->place;
		}
	}
	return (struct place){0};
}

static bool check_sizes(const struct pages *pages, struct diagnostics *diagnostics)
{
	const struct page *first = g_ptr_array_index(pages->list, 0);
	for (guint i = 1; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		if (fabs(page->width - first->width) > SAME_SIZE ||
			fabs(page->height - first->height) > SAME_SIZE) {
			diagnostics_error(diagnostics, first_place(page), "booklet-sizes",
				"第 %u 页是 %.0f × %.0f 毫米，小册子的各页应同第 1 "
				"页一样是 "
				"%.0f × %.0f 毫米",
				i + 1, page->width / POINTS_PER_MM,
				page->height / POINTS_PER_MM,
				first->width / POINTS_PER_MM,
				first->height / POINTS_PER_MM);
			return false;
		}
	}
	return true;
}

/* ---- laying out ---- */

static const double *moved_points(
	struct pages *pages, const struct item_path *path, double across)
{
	double *points = arena_copy(pages->arena, path->points,
		2 * (size_t)path->point_count * sizeof *points);
	for (int i = 0; i < path->point_count; i++) {
		points[2 * i] += across;
	}
	return points;
}

static struct item moved_item(struct pages *pages, struct item item, double across)
{
	switch (item.kind) {
	case ITEM_TEXT:
		item.text.x += across;
		break;
	case ITEM_RULE:
		item.rule.x1 += across;
		item.rule.x2 += across;
		break;
	case ITEM_FILL:
		item.fill.x += across;
		break;
	case ITEM_PATH:
		item.path.points = moved_points(pages, &item.path, across);
		break;
	case ITEM_LINK:
		item.link.x += across;
		break;
	}
	return item;
}

/* Where a page goes. */
struct booklet_place {
	int side; /* index of the side of a sheet */
	double across;
};

/* Of N pages, page p (from 0) is on the side p, or as far from the end; the first sides
 * have odd pages on their right, as all sides have. */
static struct booklet_place place_of(guint index, guint count, double width)
{
	return (struct booklet_place){
		.side = (int)MIN(index, count - 1 - index),
		.across = index % 2 == 0 ? width : 0,
	};
}

static void move_pages(struct pages *pages, const GPtrArray *from, GPtrArray *sides)
{
	for (guint i = 0; i < from->len; i++) {
		const struct page *page = g_ptr_array_index(from, i);
		struct booklet_place place = place_of(i, from->len, page->width);
		struct page *side = g_ptr_array_index(sides, (guint)place.side);
		for (guint j = 0; j < page->items->len; j++) {
			page_add(side, moved_item(pages,
					       g_array_index(page->items, struct item, j),
					       place.across));
		}
	}
}

static void move_destinations(struct pages *pages, guint count, double width)
{
	for (guint i = 0; i < pages->destinations->len; i++) {
		struct destination *destination =
			&g_array_index(pages->destinations, struct destination, i);
		struct booklet_place place =
			place_of((guint)destination->page, count, width);
		destination->page = place.side;
		destination->x += place.across;
	}
}

bool pages_impose(struct pages *pages, struct diagnostics *diagnostics)
{
	if (pages->list->len == 0) {
		return true;
	}
	if (!check_sizes(pages, diagnostics)) {
		return false;
	}
	fill_up(pages);
	const GPtrArray *from = pages->list;
	const struct page *first = g_ptr_array_index(from, 0);
	pages->list = arena_pointers(pages->arena);
	for (guint i = 0; i < from->len / 2; i++) {
		pages_add(pages, 2 * first->width, first->height);
	}
	move_pages(pages, from, pages->list);
	move_destinations(pages, from->len, first->width);
	return true;
}
