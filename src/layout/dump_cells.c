/* Cells and forms of a layout as text. */
#include "layout/form_layout.h"

static void dump_points(GString *out, const char *name, double points)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.2f", points);
	g_string_append_printf(out, " %s %s", name, number);
}

static void dump_lines(GString *out, const char *name, const struct cell_lines *lines)
{
	if (lines->count) {
		g_string_append_printf(out, " %s", name);
	}
	for (size_t i = 0; i < lines->count; i++) {
		g_string_append_printf(
			out, "%s%s", i ? "+" : " ", lines->list[i].style->name);
	}
}

static void dump_flag(GString *out, const char *name, bool flag)
{
	g_string_append_printf(out, "%s%s", flag ? " " : "", flag ? name : "");
}

static void dump_options(GString *out, const struct options_layout *options)
{
	g_string_append_printf(out, " options %s%s%s%s",
		options->list    ? "of list"
		: options->words ? "of vocabulary"
				 : "listed",
		options->mark == RUN_TICK ? " ticks" : "", options->after ? " after" : "",
		options->line_each ? " each" : "");
}

static void dump_rules(GString *out, const struct cell_rule *rules)
{
	static const char *const sides[] = {"top", "right", "bottom", "left"};
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
		if (rules[i].said) {
			dump_points(out, sides[i], rules[i].weight);
		}
	}
}

void cell_contents_dump(const struct cell_contents *contents, GString *out)
{
	dump_lines(out, "label", &contents->label);
	dump_lines(out, "parts", &contents->parts);
	dump_lines(out, "paragraphs", &contents->paragraphs);
	if (contents->options) {
		dump_options(out, contents->options);
	}
	dump_flag(out, "grid", contents->grid);
	dump_flag(out, "flush", contents->flush);
	dump_lines(out, contents->hint_always ? "hint-always" : "hint", &contents->hint);
	dump_lines(out, "foot", &contents->foot);
	dump_lines(out, "diagonal", &contents->diagonal);
	dump_flag(out, "blank", contents->blank);
	dump_flag(out, "decimal", contents->decimal);
	dump_flag(out, "hangs", contents->manner);
	if (contents->unit) {
		g_string_append_printf(out, " unit %s", contents->unit);
	}
	if (contents->height > 0) {
		dump_points(out, "height", contents->height);
	}
	dump_rules(out, contents->rules);
}

/* ---- forms ---- */

static void begin_line(GString *out, int depth, const char *name)
{
	g_string_append_printf(out, "%*s%s", 2 * depth, "", name);
}

static void dump_cell(
	GString *out, const struct cell_layout *cell, const struct form_span *span)
{
	g_string_append_printf(out, " %d+%d", span->column, span->columns);
	if (cell->rows > 1) {
		g_string_append_printf(out, "x%d", cell->rows);
	}
	dump_flag(out, cell->names_rows ? "names-rows" : "head", cell->head);
	if (cell->merge) {
		g_string_append_printf(out, " merge %s", cell->merge);
	}
	dump_flag(out, "merge-equal", cell->merge_equal);
	if (cell->within) {
		g_string_append_printf(out, " within %s", cell->within);
	}
	if (cell->contents) {
		cell_contents_dump(cell->contents, out);
	}
}

static void dump_rows(
	GString *out, const struct form_rows *rows, const char *name, int depth)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct form_row *each = &rows->list[i];
		begin_line(out, depth, name);
		for (size_t j = 0; j < each->row.count; j++) {
			g_string_append_c(out, j ? ',' : ':');
			dump_cell(out, &each->row.cells[j], &each->spans[j]);
		}
		g_string_append_c(out, '\n');
	}
}

static void dump_items(GString *out, const struct form_band *band)
{
	for (const struct row_band *items = band->items; items; items = items->rows) {
		g_string_append_printf(out, "%s%s%s", items == band->items ? " " : ", ",
			items->each.name, items->when ? " when" : "");
	}
	dump_flag(out, "empty", band->empty);
	if (band->kind == FORM_ITEMS && band->least != 1) {
		g_string_append_printf(out, " least %d", band->least);
	}
}

static void dump_band(GString *out, const struct form_band *band, int depth)
{
	static const char *const kinds[] = {"rows", "items", "bands", "each", "beside"};
	begin_line(out, depth, kinds[band->kind]);
	if (band->kind == FORM_EACH) {
		g_string_append_printf(out, " %s", band->each.name);
	}
	dump_items(out, band);
	dump_flag(out, "when", band->when);
	if (band->label) {
		g_string_append(out, " label");
		dump_cell(out, band->label, &band->label_span);
	}
	if (band->height > 0) {
		dump_points(out, "height", band->height);
	}
	if (band->grow > 0) {
		dump_points(out, "grow", band->grow);
	}
	g_string_append_c(out, '\n');
	dump_rows(out, &band->head, "head", depth + 1);
	dump_rows(out, &band->rows, "row", depth + 1);
	for (size_t i = 0; i < band->band_count; i++) {
		dump_band(out, &band->bands[i], depth + 1);
	}
	dump_rows(out, &band->total, "total", depth + 1);
}

void form_layout_dump(const struct form_layout *form, int depth, GString *out)
{
	static const char *const units[] = {"pt", "em", "lines", "of all"};
	begin_line(out, depth, "columns");
	for (int i = 0; i < form->columns; i++) {
		const struct form_width *width = &form->widths[i];
		if (width->said) {
			dump_points(out, "", width->width.value);
			g_string_append(out, units[width->width.unit]);
		} else {
			g_string_append(out, " -");
		}
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < form->band_count; i++) {
		dump_band(out, &form->bands[i], depth);
	}
}
