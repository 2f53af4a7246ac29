#include "compose/page_fields.h"

#include "compose/page_place.h"

#include <math.h>

/* A page's field, about to be set. */
struct field_setting {
	struct arena *arena; /* for shaping */
	struct pages *pages;
	struct page *page;
	const struct page_master *master;
	const struct page_field *field;
	struct faces *faces;
};

static const char *field_text(const struct field_setting *setting)
{
	GString *text = g_string_new(setting->field->text);
	char *page = g_strdup_printf("%d", setting->page->number);
	char *pages = g_strdup_printf("%u", setting->pages->list->len);
	g_string_replace(text, "{page}", page, 0);
	g_string_replace(text, "{pages}", pages, 0);
	char *copy = arena_copy_bytes(setting->arena, text->str, text->len);
	g_free(pages);
	g_free(page);
	g_string_free(text, TRUE);
	return copy;
}

static enum field_side side_on_page(enum field_side side, int number)
{
	bool odd = number % 2 == 1;
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
	double left = page_area_left(setting->master, setting->page->number);
	double area = setting->master->area.width;
	double inset = setting->field->inset;
	switch (side_on_page(setting->field->side, setting->page->number)) {
	case SIDE_CENTRE:
		return left + (area - width) / 2;
	case SIDE_RIGHT:
		return left + area - inset - width;
	case SIDE_LEFT:
	case SIDE_OUTSIDE:
	case SIDE_INSIDE:
		return left + inset;
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
	const struct rectangle *area = &setting->master->area;
	double top = area->y + area->height + setting->field->below;
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

static void set_page(struct field_setting *setting, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->master->field_count; i++) {
		setting->field = &sheet->master->fields[i];
		if (sheet->blank || sheet->unnumbered ||
			(sheet->begins_part && !setting->field->on_first)) {
			continue;
		}
		set_field(setting);
		setting->page->label =
			arena_printf(setting->pages->arena, "%d", setting->page->number);
	}
}

void page_fields(struct pages *pages, const GArray *sheets, struct faces *faces)
{
	for (guint i = 0; i < sheets->len; i++) {
		const struct sheet *sheet = &g_array_index(sheets, struct sheet, i);
		struct field_setting setting = {
			.arena = arena_create(),
			.pages = pages,
			.page = g_ptr_array_index(pages->list, i),
			.master = sheet->master,
			.faces = faces,
		};
		set_page(&setting, sheet);
		arena_destroy(setting.arena);
	}
}
