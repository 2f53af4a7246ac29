/* Tables: what is said of the whole, around rows and columns. */
#include "base/language.h"
#include "layout/table_reader.h"

static const struct table_style *read_table_style(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct reader_table styles = {reader->layout->table_styles, "table styles",
		"layout-style", _("个表格样式")};
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
	table->listing = read_listing(reader, node, scope);
	if (table->listing.level > 0 && !caption) {
		diagnostics_error(reader->diagnostics,
			yaml_get(node, "contents level")->place, "layout-missing",
			"目录列的是表的标题：有 contents level 就要有 caption");
	}
	if (!table->caption_style) {
		table->caption = NULL;
		table->caption_continued = NULL;
	}
}

enum {
	MOST_LEAST_ROWS = 1000
};

static int read_least_rows(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	double rows = 0;
	if (node && reader_number(reader, node, &rows) &&
		!(rows >= 1 && rows <= MOST_LEAST_ROWS && rows == (int)rows)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"least rows 应是 1 至 %d 的整数，写的是“%s”", MOST_LEAST_ROWS,
			node->scalar.text);
		rows = 0;
	}
	return (int)rows;
}

/* The bands of a form, which has no rows and columns; false after reporting. */
static bool read_form_grid(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *outside,
	struct table_layout *table)
{
	static const char *const of_tables[] = {
		"rows", "columns", "equal", "page sums", "empty", "least rows"};
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

/* What one part of the table says of another. */
static void check_grid(const struct layout_reader *reader, const struct yaml_node *node,
	const struct table_layout *table)
{
	int columns = table_column_count(table);
	if (columns == 0) {
		return;
	}
	check_explicit_rows(reader, table->rows, columns);
	if (table->fit.stub_columns >= columns) {
		diagnostics_error(reader->diagnostics,
			yaml_get(node, "stub columns")->place, "layout-value",
			"stub columns 应少于表的栏数 %d", columns);
	}
}

/* Rows and columns; false after reporting. */
static bool read_grid(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *outside, struct table_layout *table)
{
	const struct yaml_node *rows = yaml_get(node, "rows");
	const struct yaml_node *equal = yaml_get(node, "equal");
	if (yaml_get(node, "bands")) {
		return read_form_grid(reader, node, outside, table);
	}
	if (!rows || !yaml_get(node, "columns")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格要有 rows 和 columns，表单要有 bands");
		return false;
	}
	struct scope_type *inside = arena_copy(reader->arena, outside, sizeof *outside);
	table->rows = read_table_band(reader, table->style, rows, inside);
	if (!table->rows) {
		return false;
	}
	const struct column_reader columns = {reader, table->style, inside, outside};
	read_table_columns(&columns, node, table);
	table->equal = equal && reader_flag(reader, equal);
	table->least_rows = read_least_rows(reader, yaml_get(node, "least rows"));
	table->page_sums =
		read_page_sums(reader, yaml_get(node, "page sums"), outside, table);
	check_grid(reader, node, table);
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

/* What stands above a table that may be turned is turned with it: texts can be. */
static void check_above(const struct layout_reader *reader, const struct yaml_node *node,
	const struct table_layout *table)
{
	for (size_t i = 0; i < table->above.count; i++) {
		if (table->fit.turned != TABLE_UPRIGHT &&
			table->above.list[i]->kind != LAYOUT_TEXT) {
			diagnostics_error(reader->diagnostics,
				yaml_get(node, "above")->place, "layout-table",
				"可转向（turned）的表上方（above）只能有文字");
			return;
		}
	}
}

const struct table_layout *read_table(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"id", "of", "when", "style", "caption",
		"caption continued", "caption style", "above", "lines above",
		"repeat lines", "lines below", "fit", "floor", "fill", "stub columns",
		"turned", "contents level", "contents text", "rows", "columns", "equal",
		"page sums", "empty", "least rows", "bands", "widths", NULL};
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
	table->lines = read_table_lines(reader, node, outside);
	table->fit = read_table_fit(reader, node);
	check_above(reader, node, table);
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
