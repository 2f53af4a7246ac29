/* Tables: bands of rows, a tree of columns. */
#include "layout/reader.h"

#include <string.h>

struct table_reader {
	const struct layout_reader *reader;
	const struct table_layout *table;
	const struct scope_type *rows; /* what a row's texts may name */
	const struct scope_type *outside;
};

static const struct row_band *read_band(const struct layout_reader *reader,
	const struct yaml_node *node, struct scope_type *scope)
{
	static const char *const keys[] = {"each", "when", "rows", NULL};
	if (!reader_check_keys(reader, node, keys)) {
		return NULL;
	}
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
	const struct type *type;
	band->when = reader_expr(reader, yaml_get(node, "when"), scope, &type);
	const struct yaml_node *rows = yaml_get(node, "rows");
	if (rows) {
		band->rows = read_band(reader, rows, scope);
	}
	return rows && !band->rows ? NULL : band;
}

static bool scope_has(const struct scope_type *scope, const char *name)
{
	for (; scope; scope = scope->outer) {
		if (scope->name && strcmp(scope->name, name) == 0) {
			return true;
		}
	}
	return false;
}

static const char *read_merge(
	const struct table_reader *table, const struct yaml_node *node)
{
	const char *name = reader_text(table->reader, node);
	if (name && !scope_has(table->rows, name)) {
		diagnostics_error(table->reader->diagnostics, node->place, "layout-merge",
			"merge 应是 rows 里 as 之后的名称，没有“%s”", name);
		return NULL;
	}
	return name;
}

/* The attributes of a column that are plain words. */
struct column_options {
	enum align align;
	enum vertical_align vertical;
	bool names_rows;
};

static struct column_options read_options(const struct table_reader *table,
	const struct yaml_node *node, const struct style *style)
{
	static const struct attribute attributes[] = {
		{"id", ATTRIBUTE_OTHER, 0},
		{"head", ATTRIBUTE_OTHER, 0},
		{"head style", ATTRIBUTE_OTHER, 0},
		{"text", ATTRIBUTE_OTHER, 0},
		{"style", ATTRIBUTE_OTHER, 0},
		{"merge", ATTRIBUTE_OTHER, 0},
		{"width", ATTRIBUTE_OTHER, 0},
		{"minimum", ATTRIBUTE_OTHER, 0},
		{"columns", ATTRIBUTE_OTHER, 0},
		{"align", ATTRIBUTE_ALIGN, offsetof(struct column_options, align)},
		{"vertical", ATTRIBUTE_VERTICAL,
			offsetof(struct column_options, vertical)},
		{"names rows", ATTRIBUTE_FLAG,
			offsetof(struct column_options, names_rows)},
		{0},
	};
	struct column_options options = {
		style->align, table->table->style->vertical, false};
	attributes_read(table->reader, node, attributes, &options);
	return options;
}

/* A style with another alignment; itself where that is its own. */
static const struct style *aligned_style(
	struct arena *arena, const struct style *style, enum align align)
{
	if (style->align == align) {
		return style;
	}
	struct style *aligned = arena_copy(arena, style, sizeof *style);
	aligned->align = align;
	return aligned;
}

/* The style named under a key, else the one that the table has for it. */
static const struct style *style_or(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual)
{
	const struct style *named = node ? reader_style(reader, node) : NULL;
	return named ? named : usual;
}

static void read_widths(const struct table_reader *table, const struct yaml_node *node,
	struct column_layout *column)
{
	const struct yaml_node *width = yaml_get(node, "width");
	const struct yaml_node *minimum = yaml_get(node, "minimum");
	column->has_width = width && reader_length(table->reader, width, &column->width);
	if (minimum) {
		reader_length(table->reader, minimum, &column->minimum);
	}
}

static void read_columns(const struct table_reader *table, const struct yaml_node *list,
	const struct column_layout **columns, size_t *count);

static void read_column(const struct table_reader *table, const struct yaml_node *node,
	struct column_layout *column)
{
	const struct layout_reader *reader = table->reader;
	const struct table_style *style = table->table->style;
	const struct style *cell = style_or(reader, yaml_get(node, "style"), style->cell);
	const struct column_options options = read_options(table, node, cell);
	column->place = node->place;
	column->style = aligned_style(reader->arena, cell, options.align);
	column->head_style = style_or(reader, yaml_get(node, "head style"), style->head);
	column->vertical = options.vertical;
	column->names_rows = options.names_rows;
	column->head = reader_template(reader, yaml_get(node, "head"), table->outside);
	column->text = reader_template(reader, yaml_get(node, "text"), table->rows);
	column->merge = read_merge(table, yaml_get(node, "merge"));
	read_widths(table, node, column);
	const struct yaml_node *columns = yaml_get(node, "columns");
	if (columns) {
		read_columns(table, columns, &column->columns, &column->column_count);
	} else if (!yaml_get(node, "text")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这一栏既没有 text，也没有 columns");
	}
}

static void read_columns(const struct table_reader *table, const struct yaml_node *list,
	const struct column_layout **columns, size_t *count)
{
	if (list->kind != YAML_SEQUENCE || list->item_count == 0) {
		diagnostics_error(table->reader->diagnostics, list->place, "layout-value",
			"columns 应是各栏的列表");
		return;
	}
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
	const struct yaml_node *style = yaml_get(node, "style");
	const char *name = style ? reader_text(reader, style) : NULL;
	const struct table_style *found =
		name ? g_hash_table_lookup(reader->layout->table_styles, name) : NULL;
	if (!found) {
		diagnostics_error(reader->diagnostics, style ? style->place : node->place,
			"layout-style", "没有“%s”这个表格样式", name ? name : "");
	}
	return found && found->cell && found->head ? found : NULL;
}

static void read_caption(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct table_layout *table)
{
	table->caption = reader_template(reader, yaml_get(node, "caption"), scope);
	table->caption_continued =
		reader_template(reader, yaml_get(node, "caption continued"), scope);
	const struct yaml_node *style = yaml_get(node, "caption style");
	table->caption_style = style ? reader_style(reader, style) : NULL;
	if (table->caption && !table->caption_style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"有 caption 就要有 caption style");
		table->caption = NULL;
	}
}

/* Rows and columns; false after reporting. */
static bool read_grid(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *outside, struct table_layout *table)
{
	const struct yaml_node *rows = yaml_get(node, "rows");
	const struct yaml_node *columns = yaml_get(node, "columns");
	if (!rows || !columns) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格要有 rows 和 columns");
		return false;
	}
	struct scope_type *inside = arena_copy(reader->arena, outside, sizeof *outside);
	table->rows = read_band(reader, rows, inside);
	if (!table->rows) {
		return false;
	}
	const struct table_reader inner = {reader, table, inside, outside};
	read_columns(&inner, columns, &table->columns, &table->column_count);
	return table->column_count > 0;
}

const struct table_layout *read_table(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"id", "of", "when", "style", "caption",
		"caption continued", "caption style", "above", "rows", "columns", "empty",
		NULL};
	if (!reader_check_keys(reader, node, keys)) {
		return NULL;
	}
	struct table_layout *table = arena_new(reader->arena, struct table_layout);
	table->place = node->place;
	table->style = read_table_style(reader, node);
	struct each_clause of = {0};
	struct scope_type *section = arena_new(reader->arena, struct scope_type);
	const struct yaml_node *of_node = yaml_get(node, "of");
	if (!table->style ||
		(of_node && !reader_each(reader, of_node, scope, &of, section))) {
		return NULL;
	}
	table->of = of.name;
	const struct scope_type *outside = of_node ? section : scope;
	const struct type *type;
	table->when = reader_expr(reader, yaml_get(node, "when"), outside, &type);
	table->empty = reader_template(reader, yaml_get(node, "empty"), outside);
	table->above = read_blocks(reader, yaml_get(node, "above"), outside);
	read_caption(reader, node, outside, table);
	return read_grid(reader, node, outside, table) ? table : NULL;
}

void read_tables(const struct layout_reader *reader, const struct yaml_node *file,
	const struct scope_type *scope)
{
	const struct yaml_node *tables = yaml_get(file, "tables");
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
