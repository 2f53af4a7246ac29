#include "compose/page_fields.h"

#include "compose/page_place.h"

#include <math.h>
#include <string.h>

/* A page's field, about to be set. */
struct field_setting {
	struct arena *arena; /* for shaping */
	struct pages *pages;
	struct page *page;
	const struct sheet *sheet;
	int side;          /* of the paper, from 1 */
	int pages_counted; /* the last number of those around */
	const struct page_field *field;
	struct faces *faces;
};

static bool has_field(const struct sheet *sheet, const struct page_field *field)
{
	return !sheet->blank && !sheet->unnumbered &&
	       (field->on_first || !sheet->begins_part);
}

const char *page_label(struct arena *arena, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->master->field_count; i++) {
		const struct page_field *field = &sheet->master->fields[i];
		if (has_field(sheet, field) && strstr(field->text, "{page}")) {
			return page_number_text(arena, sheet->number, sheet->numerals);
		}
	}
	return NULL;
}

static const char *field_text(const struct field_setting *setting)
{
	const char *numerals = setting->sheet->numerals;
	GString *text = g_string_new(setting->field->text);
	g_string_replace(text, "{page}",
		page_number_text(setting->arena, setting->sheet->number, numerals), 0);
	g_string_replace(text, "{pages}",
		page_number_text(setting->arena, setting->pages_counted, numerals), 0);
	char *copy = arena_copy_bytes(setting->arena, text->str, text->len);
	g_string_free(text, TRUE);
	return copy;
}

static enum field_side side_on_page(enum field_side side, int sheet_side)
{
	bool odd = sheet_side % 2 == 1;
	switch (side) {
	case SIDE_OUTSIDE:
		return odd ? SIDE_RIGHT : SIDE_LEFT;
	case SIDE_INSIDE:
		return odd ? SIDE_LEFT : SIDE_RIGHT;
	case SIDE_LEFT:
	case SIDE_CENTRE:
	case SIDE_RIGHT:
		return side;
	}
	g_assert_not_reached();
}

static double field_left(const struct field_setting *setting, double width)
{
	struct rectangle area = page_area(setting->sheet, setting->side);
	double inset = setting->field->inset;
	switch (side_on_page(setting->field->side, setting->side)) {
	case SIDE_CENTRE:
		return area.x + (area.width - width) / 2;
	case SIDE_RIGHT:
		return area.x + area.width - inset - width;
	case SIDE_LEFT:
	case SIDE_OUTSIDE:
	case SIDE_INSIDE:
		return area.x + inset;
	}
	g_assert_not_reached();
}

/* How far the ink of a cluster rises above the baseline, points; 0 where it has none. */
static double ink_top(const struct paragraph *paragraph, const struct cluster *cluster)
{
	for (guint16 i = 0; i < cluster->glyph_count; i++) {
		const struct glyph *glyph = &paragraph->glyphs[cluster->first_glyph + i];
		hb_glyph_extents_t extents;
		if (hb_font_get_glyph_extents(
			    cluster->face->hb_font, glyph->id, &extents) &&
			extents.height != 0) {
			return (extents.y_bearing / cluster->face->units_per_em +
				       (double)glyph->y_offset) *
			       cluster->style->size;
		}
	}
	return 0;
}

/* GB/T 9704-2012 7.5: a page number hangs below the type area by its dash's upper edge.
 */
static double field_baseline(
	const struct field_setting *setting, const struct paragraph *paragraph)
{
	const struct page_field *field = setting->field;
	struct rectangle area = page_area(setting->sheet, setting->page->number);
	double top = field->top > 0 ? field->top : area.y + area.height + field->below;
	for (int i = 0; i < paragraph->cluster_count; i++) {
		double rise = ink_top(paragraph, &paragraph->clusters[i]);
		if (rise > 0 || rise < 0) {
			return top + rise;
		}
	}
	return top;
}

/* A measure that holds the field on one line whatever its style's indents are. */
static double field_measure(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	return paragraph_widest(paragraph) + fabs(style->indent) + style->size;
}

static void place_field(
	const struct field_setting *setting, const struct paragraph *paragraph)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, field_measure(paragraph), lines);
	const struct line *line = &g_array_index(lines, struct line, 0);
	double *x = g_new0(double, (gsize)(line->end - line->first) + 1);
	line_place(paragraph, line, x);
	struct line_setting place = {
		.x = field_left(setting, line->width) - x[0],
		.y = field_baseline(setting, paragraph),
		.artifact = ARTIFACT_PAGINATION,
	};
	page_add_line(setting->pages, setting->page, paragraph, line, &place);
	g_free(x);
	g_array_free(lines, TRUE);
}

static void set_field(const struct field_setting *setting)
{
	const struct page_field *field = setting->field;
	struct text_run run = {
		.passage = passage_plain(field_text(setting), field->place),
		.style = field->style,
	};
	const struct paragraph *paragraph =
		paragraph_create(setting->arena, setting->faces, field->style, &run, 1);
	if (paragraph->cluster_count > 0) {
		place_field(setting, paragraph);
	}
}

/* The first page of a part is not that of the document. */
static bool stands_on(const struct page_field *field, const struct field_setting *setting)
{
	bool first = setting->side == 1;
	return (field->on_first || !setting->sheet->begins_part) &&
	       (first || !field->first_only);
}

static void set_page(struct field_setting *setting)
{
	const struct sheet *sheet = setting->sheet;
	for (size_t i = 0; i < sheet->master->field_count; i++) {
		setting->field = &sheet->master->fields[i];
		if (has_field(sheet, setting->field) &&
			stands_on(setting->field, setting)) {
			set_field(setting);
		}
	}
	setting->page->label = page_label(setting->pages->arena, sheet);
}

/* The last number that is counted on from a sheet. */
static int count_on(const GArray *sheets, guint index)
{
	int number = g_array_index(sheets, struct sheet, index).number;
	while (index + 1 < sheets->len &&
		g_array_index(sheets, struct sheet, index + 1).number == number + 1) {
		index++;
		number++;
	}
	return number;
}

static struct field_setting begin_page(
	struct pages *pages, const GArray *sheets, guint index, struct faces *faces)
{
	return (struct field_setting){
		.arena = arena_create(),
		.pages = pages,
		.page = g_ptr_array_index(pages->list, index),
		.sheet = &g_array_index(sheets, struct sheet, index),
		.side = (int)index + 1,
		.faces = faces,
	};
}

void page_fields(struct pages *pages, const GArray *sheets, struct faces *faces)
{
	int counted = 0;
	for (guint i = 0; i < sheets->len; i++) {
		const struct sheet *sheet = &g_array_index(sheets, struct sheet, i);
		if (i == 0 || sheet->number != sheet[-1].number + 1) {
			counted = count_on(sheets, i);
		}
		struct field_setting setting = begin_page(pages, sheets, i, faces);
		setting.pages_counted = counted;
		set_page(&setting);
		arena_destroy(setting.arena);
	}
}

void page_fields_add(struct pages *pages, const GArray *sheets, struct faces *faces,
	const struct page_field *field)
{
	for (guint i = 0; i < sheets->len; i++) {
		struct field_setting setting = begin_page(pages, sheets, i, faces);
		setting.field = field;
		if (!setting.sheet->blank && stands_on(field, &setting)) {
			set_field(&setting);
		}
		arena_destroy(setting.arena);
	}
}
