#include "compose/page_imprint.h"

#include "compose/measure.h"

#include <math.h>

static const struct sheet *last_sheet(const struct page_filling *filling)
{
	return filling->sheets->len > 0 ? &g_array_index(filling->sheets, struct sheet,
						  filling->sheets->len - 1)
					: NULL;
}

/* Whether what stands on pages of the two kinds stands in the same place. */
static bool same_area(const struct page_master *left, const struct page_master *right)
{
	return fabs(left->width - right->width) < LENGTH_TOLERANCE &&
	       fabs(left->height - right->height) < LENGTH_TOLERANCE &&
	       fabs(left->area.x - right->area.x) < LENGTH_TOLERANCE &&
	       fabs(left->area.y - right->area.y) < LENGTH_TOLERANCE &&
	       fabs(left->area.width - right->area.width) < LENGTH_TOLERANCE &&
	       fabs(left->area.height - right->area.height) < LENGTH_TOLERANCE;
}

/* Whether the imprint can stand under what is there, half a line of the text between. */
static bool fits(
	const struct sheet *last, const struct document_imprint *imprint, double height)
{
	const struct page_master *master = imprint->master;
	return last && same_area(last->master, master) &&
	       last->foot + master->row / 2 + height <=
		       master->area.height + LENGTH_TOLERANCE;
}

/* Adds the page of the imprint, after a blank one where it would be odd. */
static bool add_page(
	const struct page_filling *filling, const struct document_imprint *imprint)
{
	const struct sheet *last = last_sheet(filling);
	struct sheet sheet = {
		.master = imprint->master, .numerals = last ? last->numerals : NULL};
	if (imprint->even && filling->sheets->len % 2 == 0) {
		sheet.blank = true;
		if (!page_add_sheet(filling, sheet)) {
			return false;
		}
		sheet.blank = false;
		sheet.unnumbered = true;
	}
	return page_add_sheet(filling, sheet);
}

static void put_blocks(
	const struct page_filling *filling, const struct measured_list *list, double top)
{
	struct sheet *sheet =
		&g_array_index(filling->sheets, struct sheet, filling->sheets->len - 1);
	struct placed *placed = arena_new_array(
		filling->arena, struct placed, sheet->placed_count + list->count);
	for (int i = 0; i < sheet->placed_count; i++) {
		placed[i] = sheet->placed[i];
	}
	int count = sheet->placed_count;
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		top += i > 0 ? measured_before(block) : 0;
		placed[count++] = (struct placed){
			.block = block, .y = top, .end = block->line_count};
		top += block->text ? block->line_count * block->text->style->leading
				   : measured_solid_height(block);
		top += measured_after(block);
	}
	sheet->placed = placed;
	sheet->placed_count = count;
	sheet->foot = top;
}

/* Tables have no place in an imprint: they are left out, after a report. */
static bool is_sound(const struct page_filling *filling, const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		if (list->blocks[i].table) {
			diagnostics_error(filling->diagnostics,
				list->blocks[i].table->place, "imprint-table",
				"版记里不能有表格");
			return false;
		}
	}
	return list->count > 0;
}

/* Where the longest text of an imprint comes from: what makes it too high. */
static struct place longest_text(const struct measured_list *list)
{
	struct place place = {0};
	size_t longest = 0;
	for (int i = 0; i < list->count; i++) {
		const struct text_block *text = list->blocks[i].text;
		for (size_t j = 0; text && j < text->run_count; j++) {
			const struct passage *passage = &text->runs[j].passage;
			if (passage->length > longest) {
				longest = passage->length;
				place = passage_place(passage, 0);
			}
		}
	}
	return place;
}

static void report_height(const struct page_filling *filling,
	const struct document_imprint *imprint, const struct measured_list *list,
	double height)
{
	if (height > imprint->master->area.height + LENGTH_TOLERANCE) {
		diagnostics_error(filling->diagnostics, longest_text(list),
			"imprint-too-high",
			"版记高 %.0f 毫米，超出版心：它应排在一面之内（GB/T 9704-2012 "
			"7.4）",
			height / POINTS_PER_MM);
	}
}

bool page_imprint(const struct page_filling *filling,
	const struct document_imprint *imprint, const struct measured_list *list)
{
	if (!is_sound(filling, list)) {
		return true;
	}
	double height = measure_height(list);
	report_height(filling, imprint, list, height);
	const struct sheet *last = last_sheet(filling);
	bool odd = filling->sheets->len % 2 == 1;
	bool here = fits(last, imprint, height) && !(imprint->even && odd);
	if (!here && !add_page(filling, imprint)) {
		return false;
	}
	put_blocks(filling, list, imprint->master->area.height - height);
	return true;
}
