/* Tables: bands of rows, a tree of columns. */
#include "layout/read_cells.h"

#include <string.h>

struct table_reader {
	const struct layout_reader *reader;
	const struct table_layout *table;
	const struct scope_type *rows; /* what a row's texts may name */
	const struct scope_type *outside;
};

const struct row_band *read_row_band(const struct layout_reader *reader,
	const struct yaml_node *node, struct scope_type *scope)
{
	static const char *const keys[] = {"each", "when", "rows", NULL};
	if (!reader_is_mapping(reader, node)) {
		return NULL;
	}
	reader_check_keys(reader, node, keys);
	const struct yaml_node *each = yaml_get(node, "each");
	if (!each) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"rows 要有 each：每行取自哪个列表");
		return NULL;
	}
	struct row_band *band = arena_new(reader->arena, struct row_band);
	/* Scopes outlive the reading of their band: columns are checked in the innermost.
	 */
	struct scope_type *outer = arena_copy(reader->arena, scope, sizeof *scope);
	if (!reader_each(reader, each, outer, &band->each, scope)) {
		return NULL;
	}
	band->when = reader_condition(reader, yaml_get(node, "when"), scope);
	const struct yaml_node *rows = yaml_get(node, "rows");
	if (rows) {
		band->rows = read_row_band(reader, rows, scope);
	}
	return rows && !band->rows ? NULL : band;
}

/* The scope of a column's cells: what each row may name, or what is common to the rows
 * that `merge` joins, since a text of one of them would hide those of the others. */
static const struct scope_type *read_merge(const struct table_reader *table,
	const struct yaml_node *node, const char **merge)
{
	const char *name = reader_text(table->reader, node);
	if (!name) {
		return table->rows;
	}
	for (const struct scope_type *scope = table->rows; scope; scope = scope->outer) {
		if (scope->name && strcmp(scope->name, name) == 0) {
			*merge = scope->name;
			return scope;
		}
	}
	diagnostics_error(table->reader->diagnostics, node->place, "layout-merge",
		"merge 应是 rows 里 as 之后的名称，没有“%s”", name);
	return table->rows;
}

enum {
	WIDEST_POINTS = 14400, /* what a page of a PDF file can measure */
	WIDEST_CHARACTERS = 1000
};

bool reader_column_width(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *width)
{
	struct length read;
	if (!reader_length(reader, node, &read)) {
		return false;
	}
	double widest = read.unit == LENGTH_SHARE    ? 1
			: read.unit == LENGTH_POINTS ? WIDEST_POINTS
						     : WIDEST_CHARACTERS;
	if (!(read.value > 0 && read.value <= widest)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"栏宽应大于零，且不超过一页，写的是“%s”", node->scalar.text);
		return false;
	}
	*width = read;
	return true;
}

static void read_widths(const struct table_reader *table, const struct yaml_node *node,
	struct column_layout *column)
{
	const struct yaml_node *width = yaml_get(node, "width");
	const struct yaml_node *minimum = yaml_get(node, "minimum");
	column->has_width =
		width && reader_column_width(table->reader, width, &column->width);
	if (minimum && reader_column_width(table->reader, minimum, &column->minimum) &&
		column->minimum.unit == LENGTH_SHARE) {
		diagnostics_error(table->reader->diagnostics, minimum->place,
			"layout-length", "minimum 不能用百分数");
	}
}

static void read_columns(const struct table_reader *table, const struct yaml_node *node,
	const struct column_layout **columns, size_t *count);

/* A column over others is a head; one with cells says what is in them. */
static void check_column(const struct table_reader *table, const struct yaml_node *node)
{
	static const char *const of_cells[] = {"merge", "width", "minimum"};
	const struct layout_reader *reader = table->reader;
	if (!yaml_get(node, "columns")) {
		if (!cell_says_contents(node)) {
			diagnostics_error(reader->diagnostics, node->place,
				"layout-missing", "这一栏既没有 text，也没有 columns");
		}
		return;
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		const char *key = node->entries[i].key->scalar.text;
		bool of_cell = g_strv_contains(cell_keys_known(), key) &&
			       strcmp(key, "id") != 0 && strcmp(key, "vertical") != 0;
		for (size_t j = 0; j < G_N_ELEMENTS(of_cells); j++) {
			of_cell = of_cell || strcmp(key, of_cells[j]) == 0;
		}
		if (of_cell) {
			diagnostics_error(reader->diagnostics,
				node->entries[i].value->place, "layout-column",
				"有 columns 的栏没有单元格，不能有 %s", key);
		}
	}
}

static void read_column(const struct table_reader *table, const struct yaml_node *node,
	struct column_layout *column)
{
	static const char *const more[] = {
		"head", "head style", "merge", "width", "minimum", "columns", NULL};
	const struct layout_reader *reader = table->reader;
	const struct table_style *style = table->table->style;
	if (!reader_is_mapping(reader, node)) {
		return;
	}
	const struct cell_reader cells = {
		.reader = reader,
		.style = style,
		.scope = read_merge(table, yaml_get(node, "merge"), &column->merge),
	};
	read_cell(&cells, node, more, &column->cell);
	column->place = node->place;
	column->head_style =
		reader_style_or(reader, yaml_get(node, "head style"), style->head);
	column->head = reader_template(reader, yaml_get(node, "head"), table->outside);
	check_column(table, node);
	read_widths(table, node, column);
	if (yaml_get(node, "columns")) {
		read_columns(table, node, &column->columns, &column->column_count);
	}
}

static void read_columns(const struct table_reader *table, const struct yaml_node *node,
	const struct column_layout **columns, size_t *count)
{
	const struct yaml_node *list = reader_list(table->reader, node, "columns");
	if (!list) {
		return;
	}
	if (list->item_count == 0) {
		diagnostics_error(table->reader->diagnostics, list->place, "layout-value",
			"columns 应是各栏的列表，这里是空的");
	}
	reader_check_ids(table->reader, list);
	struct column_layout *array = arena_new_array(
		table->reader->arena, struct column_layout, list->item_count);
	for (size_t i = 0; i < list->item_count; i++) {
		read_column(table, list->items[i], &array[i]);
	}
	*columns = array;
	*count = list->item_count;
}

static const struct table_style *read_table_style(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct reader_table styles = {reader->layout->table_styles, "table styles",
		"layout-style", "个表格样式"};
	const struct yaml_node *style = yaml_get(node, "style");
	if (!style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格没有 style");
	}
	const struct table_style *found = reader_find(reader, style, &styles);
	return found && found->cell && found->head ? found : NULL;
}

static void read_caption(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct table_layout *table)
{
	const struct yaml_node *caption = yaml_get(node, "caption");
	const struct yaml_node *continued = yaml_get(node, "caption continued");
	const struct yaml_node *style = yaml_get(node, "caption style");
	table->caption_style = reader_style(reader, style);
	table->caption = reader_template(reader, caption, scope);
	table->caption_continued = reader_template(reader, continued, scope);
	if ((caption || continued) && !style) {
		diagnostics_error(reader->diagnostics,
			caption ? caption->place : continued->place, "layout-missing",
			"有 caption 就要有 caption style");
	}
	if (!table->caption_style) {
		table->caption = NULL;
		table->caption_continued = NULL;
	}
}

/* The bands of a form, which has no rows and columns; false after reporting. */
static bool read_form_grid(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *outside,
	struct table_layout *table)
{
	static const char *const of_tables[] = {"rows", "columns", "empty"};
	for (size_t i = 0; i < G_N_ELEMENTS(of_tables); i++) {
		const struct yaml_node *value = yaml_get(node, of_tables[i]);
		if (value) {
			diagnostics_error(reader->diagnostics, value->place,
				"layout-form", "有 bands 的表单不能再有 %s",
				of_tables[i]);
		}
	}
	table->form = read_form(reader, node, outside, table);
	return table->form != NULL;
}

/* Rows and columns; false after reporting. */
static bool read_grid(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *outside, struct table_layout *table)
{
	const struct yaml_node *rows = yaml_get(node, "rows");
	if (yaml_get(node, "bands")) {
		return read_form_grid(reader, node, outside, table);
	}
	if (!rows || !yaml_get(node, "columns")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格要有 rows 和 columns，表单要有 bands");
		return false;
	}
	struct scope_type *inside = arena_copy(reader->arena, outside, sizeof *outside);
	table->rows = read_row_band(reader, rows, inside);
	if (!table->rows) {
		return false;
	}
	const struct table_reader inner = {reader, table, inside, outside};
	read_columns(&inner, node, &table->columns, &table->column_count);
	return table->column_count > 0;
}

/* The section that a table is inserted into; false after reporting. */
static bool read_of(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct table_layout *table,
	struct scope_type *section)
{
	struct each_clause of;
	if (!reader_each(reader, node, scope, &of, section)) {
		return false;
	}
	if (section->type->kind != TYPE_RECORD) {
		diagnostics_error(reader->diagnostics, node->place, "layout-each",
			"of 的列表应由记录组成，而不是 %s",
			type_name(reader->arena, section->type));
		return false;
	}
	table->of = of.name;
	table->of_record = section->type->record;
	return true;
}

/* Stands in for a style that cannot be had, so that the rest is read. */
static const struct style plain = {.name = ""};
static const struct table_style unstyled = {.name = "", .cell = &plain, .head = &plain};

const struct table_layout *read_table(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"id", "of", "when", "style", "caption",
		"caption continued", "caption style", "above", "rows", "columns", "empty",
		"bands", "widths", NULL};
	if (!reader_is_mapping(reader, node)) {
		return NULL;
	}
	reader_check_keys(reader, node, keys);
	struct table_layout *table = arena_new(reader->arena, struct table_layout);
	reader_text(reader, yaml_get(node, "id"));
	table->place = node->place;
	const struct table_style *style = read_table_style(reader, node);
	table->style = style ? style : &unstyled;
	const struct yaml_node *of = yaml_get(node, "of");
	struct scope_type *section = arena_new(reader->arena, struct scope_type);
	if (of && !read_of(reader, of, scope, table, section)) {
		return NULL;
	}
	const struct scope_type *outside = of ? section : scope;
	table->when = reader_condition(reader, yaml_get(node, "when"), outside);
	table->empty = reader_template(reader, yaml_get(node, "empty"), outside);
	table->above = read_blocks(reader, yaml_get(node, "above"), outside);
	read_caption(reader, node, outside, table);
	return read_grid(reader, node, outside, table) && style ? table : NULL;
}

void read_tables(const struct layout_reader *reader, const struct scope_type *scope)
{
	const struct yaml_node *tables = reader_mapping(reader, reader->file, "tables");
	for (size_t i = 0; tables && i < tables->entry_count; i++) {
		const struct table_layout *read =
			read_table(reader, tables->entries[i].value, scope);
		if (read) {
			struct table_layout *table =
				arena_copy(reader->arena, read, sizeof *read);
			table->name = tables->entries[i].key->scalar.text;
			g_hash_table_insert(reader->layout->tables,
				(gpointer)(uintptr_t)table->name, table);
		}
	}
}
