#include "compose/copy_marks.h"

#include "compose/page_grid.h"

#include <math.h>

/* ---- the watermark ---- */

static const double MIDDLE_RISE = 0.38; /* of an em box above its baseline, of the size */

/* The length of a line that rises across the page within its margins of a tenth. */
static double rising_room(const struct page *page)
{
	return 0.8 * fmin(page->width, page->height) * G_SQRT2;
}

void copy_watermark(const struct measuring *measuring, const struct text_block *text,
	struct pages *pages, struct page *page)
{
	double room = rising_room(page);
	const struct measured *mark = measure_text(measuring, text, room);
	const struct style *style = mark->text->style;
	struct direction to = turn_direction(TURN_RISING);
	double above = (mark->line_count - 1) / 2.0 * style->leading;
	for (int i = 0; i < mark->line_count; i++) {
		double down = i * style->leading - above + MIDDLE_RISE * style->size;
		struct line_setting setting = {
			.x = page->width / 2 - room / 2 * to.x - down * to.y,
			.y = page->height / 2 - room / 2 * to.y + down * to.x,
			.turn = TURN_RISING,
			.artifact = ARTIFACT_BACKGROUND,
		};
		page_add_line(pages, page, mark->paragraph, &mark->lines[i], &setting);
	}
}

/* ---- the filing stamp ---- */

static const double OUTLINE_WEIGHT = 0.5; /* points */

void copy_stamp(const struct filing_stamp *stamp, struct pages *pages)
{
	if (pages->list->len == 0 || stamp->width <= 0) {
		return;
	}
	struct page *page = g_ptr_array_index(pages->list, 0);
	double left = (page->width - stamp->width) / 2;
	double right = left + stamp->width;
	double foot = stamp->top + stamp->height;
	const double corners[] = {
		left, stamp->top, right, stamp->top, right, foot, left, foot};
	struct structure_node *node =
		structure_add(pages, pages->structure, STRUCTURE_FIGURE);
	node->alternative =
		arena_printf(pages->arena, "归档章的位置，宽%.0f毫米，高%.0f毫米",
			stamp->width / POINTS_PER_MM, stamp->height / POINTS_PER_MM);
	struct item outline = {
		.kind = ITEM_PATH,
		.node = node,
		.element = "归档章",
		.colour = stamp->outline,
		.path = {.points = arena_copy(pages->arena, corners, sizeof corners),
			.point_count = G_N_ELEMENTS(corners) / 2,
			.width = OUTLINE_WEIGHT,
			.closed = true},
	};
	page_add(page, outline);
}

/* ---- sheets ---- */

static double longer_side(const struct page *page)
{
	return fmax(page->width, page->height);
}

/* Whether two pages are the sides of one sheet: on one of them it may lie across. */
static bool same_paper(const struct page *front, const struct page *back)
{
	return fabs(longer_side(front) - longer_side(back)) < LENGTH_TOLERANCE &&
	       fabs(fmin(front->width, front->height) - fmin(back->width, back->height)) <
		       LENGTH_TOLERANCE;
}

void copy_whole_sheets(struct pages *pages)
{
	for (guint i = 0; i < pages->list->len; i += 2) {
		const struct page *front = g_ptr_array_index(pages->list, i);
		const struct page *back = i + 1 < pages->list->len
						  ? g_ptr_array_index(pages->list, i + 1)
						  : NULL;
		if (!back || !same_paper(front, back)) {
			pages_insert(pages, i + 1, front->width, front->height);
		}
		if (back && !same_paper(front, back)) {
			pages_insert(pages, i + 2, back->width, back->height);
		}
	}
}
