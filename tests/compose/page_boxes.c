#include "page_boxes.h"

static const double TOLERANCE = 0.02;

static struct box text_box(const struct item_text *text)
{
	double em = text->size;
	return (struct box){text->x, text->y - 0.88 * em,
		text->x + (double)g_utf8_strlen(text->text, -1) * em,
		text->y + 0.12 * em};
}

struct box page_rule_box(const struct item_rule *rule)
{
	bool across = rule->y1 == rule->y2;
	bool slanted = !across && rule->x1 < rule->x2;
	double half = slanted ? 0 : rule->width / 2;
	return (struct box){rule->x1 - (across ? 0 : half),
		rule->y1 - (across ? half : 0), rule->x2 + (across ? 0 : half),
		rule->y2 + (across ? half : 0)};
}

/* An em, as of any character: a tick is in its box. */
static struct box path_box(const struct item_path *path)
{
	double em = (path->points[4] - path->points[0]) / 0.73;
	double middle = (path->points[0] + path->points[4]) / 2;
	double baseline = (path->points[1] + path->points[5]) / 2 + 0.38 * em;
	return (struct box){middle - em / 2, baseline - 0.88 * em, middle + em / 2,
		baseline + 0.12 * em};
}

struct box page_item_box(const struct item *item)
{
	if (item->kind == ITEM_PATH) {
		return path_box(&item->path);
	}
	return item->kind == ITEM_TEXT ? text_box(&item->text)
				       : page_rule_box(&item->rule);
}

/* What an item shows; NULL: no text. */
const char *page_item_text(const struct item *item)
{
	if (item->kind == ITEM_PATH) {
		return item->path.text;
	}
	return item->kind == ITEM_TEXT ? item->text.text : NULL;
}

static bool is_slanted(const struct item *item)
{
	return item->kind == ITEM_RULE && item->rule.x1 < item->rule.x2 &&
	       item->rule.y1 < item->rule.y2;
}

static bool overlap(struct box a, struct box b)
{
	return a.left < b.right - TOLERANCE && b.left < a.right - TOLERANCE &&
	       a.top < b.bottom - TOLERANCE && b.top < a.bottom - TOLERANCE;
}

/* How far below a slanted stroke a point is. */
static double below_stroke(const struct item_rule *rule, double x, double y)
{
	double down = (rule->y2 - rule->y1) / (rule->x2 - rule->x1);
	return y - rule->y1 - down * (x - rule->x1);
}

static bool crosses(const struct item_rule *rule, struct box box)
{
	return box.left < rule->x2 && rule->x1 < box.right && box.top < rule->y2 &&
	       rule->y1 < box.bottom &&
	       below_stroke(rule, box.right, box.top) < -TOLERANCE &&
	       below_stroke(rule, box.left, box.bottom) > TOLERANCE;
}

/* A tick lies in its box. */
bool page_lies_on(const struct item *item, const struct item *other)
{
	if (is_slanted(other)) {
		return crosses(&other->rule, page_item_box(item));
	}
	bool tick = other->kind == ITEM_PATH && !other->path.text;
	return !tick && overlap(page_item_box(item), page_item_box(other));
}
