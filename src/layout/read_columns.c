/* The tree of a table's columns. */
#include "layout/table_reader.h"

#include <string.h>

/* The items of the columns around that are made by `each`, which heads and texts may
 * name besides the row. */
struct made_name {
	const struct made_name *outer;
	const char *name;
	const struct type *type;
};

struct columns_reader {
	const struct column_reader *table;
	const struct made_name *made; /* NULL: none */
	double *shares;               /* of the table's width, of all columns so far */
};

/* A scope with the items of the columns around in it. */
static const struct scope_type *with_made(const struct columns_reader *columns,
	const struct made_name *made, const struct scope_type *scope)
{
	if (!made) {
		return scope;
	}
	struct scope_type *inner =
		arena_new(columns->table->reader->arena, struct scope_type);
	inner->outer = with_made(columns, made->outer, scope);
	inner->name = made->name;
	inner->type = made->type;
	return inner;
}

/* ---- merging ---- */

/* A name of the rows; NULL after reporting (or where the node is NULL). */
static const struct scope_type *find_row_name(const struct columns_reader *columns,
	const struct yaml_node *node, const char *key)
{
	const struct layout_reader *reader = columns->table->reader;
	const char *name = reader_text(reader, node);
	const struct scope_type *scope = name ? columns->table->rows : NULL;
	while (scope && !(scope->name && strcmp(scope->name, name) == 0)) {
		scope = scope->outer;
	}
	if (name && !scope) {
		diagnostics_error(reader->diagnostics, node->place, "layout-merge",
			"%s 应是 rows 里 as 之后的名称，没有“%s”", key, name);
	}
	return scope;
}

static void read_merge_equal(const struct columns_reader *columns,
	const struct yaml_node *node, struct column_layout *column)
{
	const struct layout_reader *reader = columns->table->reader;
	const struct yaml_node *equal = yaml_get(node, "merge equal");
	const struct yaml_node *within = yaml_get(node, "merge within");
	column->merge_equal = equal && reader_flag(reader, equal);
	const struct scope_type *scope = find_row_name(columns, within, "merge within");
	column->within = scope ? scope->name : NULL;
	if (column->merge_equal && column->merge) {
		diagnostics_error(reader->diagnostics, equal->place, "layout-merge",
			"merge 和 merge equal 只能写一个");
	}
	if (within && !column->merge_equal) {
		diagnostics_error(reader->diagnostics, within->place, "layout-merge",
			"merge within 要和 merge equal: yes 一起写");
	}
}

/* The scope of a column's cells: what each row may name, or what is common to the rows
 * that `merge` joins, since a text of one of them would hide those of the others. */
static const struct scope_type *read_merge(const struct columns_reader *columns,
	const struct yaml_node *node, struct column_layout *column)
{
	const struct scope_type *scope =
		find_row_name(columns, yaml_get(node, "merge"), "merge");
	column->merge = scope ? scope->name : NULL;
	read_merge_equal(columns, node, column);
	return with_made(columns, columns->made, scope ? scope : columns->table->rows);
}

/* ---- widths ---- */

enum {
	WIDEST_POINTS = 14400, /* what a page of a PDF file can measure */
	WIDEST_CHARACTERS = 1000
};

static const double SHARE_TOLERANCE = 1e-6; /* of thirds in decimals */

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

/* Reports the column with which the shares come to be more than all. */
static void add_share(const struct columns_reader *columns, const struct yaml_node *node,
	struct length width)
{
	bool made = columns->made != NULL; /* so often as the plan says */
	bool within = *columns->shares <= 1 + SHARE_TOLERANCE;
	if (width.unit != LENGTH_SHARE || made) {
		return;
	}
	*columns->shares += width.value;
	if (within && *columns->shares > 1 + SHARE_TOLERANCE) {
		diagnostics_error(columns->table->reader->diagnostics, node->place,
			"layout-length",
			"各栏的百分数加起来超过了 100%%：到这一栏是 %g%%",
			*columns->shares * 100);
	}
}

static void read_widths(const struct columns_reader *columns,
	const struct yaml_node *node, struct column_layout *column)
{
	const struct layout_reader *reader = columns->table->reader;
	const struct yaml_node *width = yaml_get(node, "width");
	const struct yaml_node *minimum = yaml_get(node, "minimum");
	column->has_width = width && reader_column_width(reader, width, &column->width);
	if (column->has_width) {
		add_share(columns, width, column->width);
	}
	if (minimum && reader_column_width(reader, minimum, &column->minimum) &&
		column->minimum.unit == LENGTH_SHARE) {
		diagnostics_error(reader->diagnostics, minimum->place, "layout-length",
			"minimum 不能用百分数");
	}
}

/* ---- columns ---- */

static void read_list(const struct columns_reader *columns, const struct yaml_node *node,
	const struct column_layout **list, size_t *count);

/* What only cells have: keys of cells, and of columns that hold them. */
static bool is_of_cells(const char *key)
{
	static const char *const of_columns[] = {"merge", "merge equal", "merge within",
		"page sum", "width", "minimum", NULL};
	bool of_cell = g_strv_contains(cell_keys_known(), key) &&
		       strcmp(key, "id") != 0 && strcmp(key, "vertical") != 0;
	return of_cell || g_strv_contains(of_columns, key);
}

/* A column over others is a head; one with cells says what is in them. */
static void check_column(const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct yaml_node *equal = yaml_get(node, "equal");
	bool groups = yaml_get(node, "columns") != NULL;
	if (!groups && !cell_says_contents(node)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这一栏既没有 text，也没有 columns");
	}
	if (equal && !groups && !yaml_get(node, "each")) {
		diagnostics_error(reader->diagnostics, equal->place, "layout-column",
			"equal 说的是几栏一样宽，要有 columns 或 each");
	}
	for (size_t i = 0; groups && i < node->entry_count; i++) {
		const char *key = node->entries[i].key->scalar.text;
		if (is_of_cells(key)) {
			diagnostics_error(reader->diagnostics,
				node->entries[i].value->place, "layout-column",
				"有 columns 的栏没有单元格，不能有 %s", key);
		}
	}
}

static const struct expr *read_page_sum(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct type *type = NULL;
	const struct expr *sum = reader_expr(reader, node, scope, &type);
	bool number = !type || type->kind == TYPE_DECIMAL || type->kind == TYPE_PERCENT ||
		      type->kind == TYPE_TARGET;
	if (sum && !number) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"page sum 应是数，“%s”却是 %s", node->scalar.text,
			type_name(reader->arena, type));
		return NULL;
	}
	return sum;
}

/* The item that a column is made for, by its name; the columns around come first. False
 * after reporting. */
static bool read_made(const struct columns_reader *columns, const struct yaml_node *node,
	struct column_layout *column, struct made_name *made)
{
	const struct column_reader *table = columns->table;
	struct scope_type *inner = arena_new(table->reader->arena, struct scope_type);
	column->made = reader_each(table->reader, node,
		with_made(columns, columns->made, table->outside), &column->each, inner);
	*made = (struct made_name){columns->made, inner->name, inner->type};
	return column->made;
}

static void read_column(const struct columns_reader *around, const struct yaml_node *node,
	struct column_layout *column)
{
	static const char *const more[] = {"each", "head", "head style", "merge",
		"merge equal", "merge within", "page sum", "width", "minimum", "equal",
		"columns", NULL};
	const struct layout_reader *reader = around->table->reader;
	const struct table_style *style = around->table->style;
	struct columns_reader columns = *around;
	struct made_name made;
	if (!reader_is_mapping(reader, node)) {
		return;
	}
	const struct yaml_node *each = yaml_get(node, "each");
	if (each) {
		if (!read_made(around, each, column, &made)) {
			return;
		}
		columns.made = &made;
	}
	const struct yaml_node *equal = yaml_get(node, "equal");
	const struct scope_type *scope = read_merge(&columns, node, column);
	const struct cell_reader cells = {
		.reader = reader, .style = style, .scope = scope};
	read_cell(&cells, node, more, &column->cell);
	column->place = node->place;
	column->head_style =
		reader_style_or(reader, yaml_get(node, "head style"), style->head);
	column->head = reader_template(reader, yaml_get(node, "head"),
		with_made(&columns, columns.made, columns.table->outside));
	column->page_sum = read_page_sum(reader, yaml_get(node, "page sum"), scope);
	column->equal = equal && reader_flag(reader, equal);
	check_column(reader, node);
	read_widths(&columns, node, column);
	if (yaml_get(node, "columns")) {
		read_list(&columns, node, &column->columns, &column->column_count);
	}
}

static void read_list(const struct columns_reader *columns, const struct yaml_node *node,
	const struct column_layout **list, size_t *count)
{
	const struct layout_reader *reader = columns->table->reader;
	const struct yaml_node *nodes = reader_list(reader, node, "columns");
	if (!nodes) {
		return;
	}
	if (nodes->item_count == 0) {
		diagnostics_error(reader->diagnostics, nodes->place, "layout-value",
			"columns 应是各栏的列表，这里是空的");
	}
	reader_check_ids(reader, nodes);
	struct column_layout *array =
		arena_new_array(reader->arena, struct column_layout, nodes->item_count);
	for (size_t i = 0; i < nodes->item_count; i++) {
		read_column(columns, nodes->items[i], &array[i]);
	}
	*list = array;
	*count = nodes->item_count;
}

void read_table_columns(const struct column_reader *reader, const struct yaml_node *node,
	struct table_layout *table)
{
	double shares = 0;
	const struct columns_reader columns = {.table = reader, .shares = &shares};
	read_list(&columns, node, &table->columns, &table->column_count);
}

/* ---- what the tree comes to ---- */

static int count_leaves(const struct column_layout *columns, size_t count, bool *made)
{
	int leaves = 0;
	for (size_t i = 0; i < count; i++) {
		*made = *made || columns[i].made;
		leaves += columns[i].column_count ? count_leaves(columns[i].columns,
							    columns[i].column_count, made)
						  : 1;
	}
	return leaves;
}

int table_column_count(const struct table_layout *table)
{
	bool made = false;
	int leaves = count_leaves(table->columns, table->column_count, &made);
	return made ? 0 : leaves;
}

/* ---- sums by the page ---- */

static bool has_page_sum(const struct column_layout *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (columns[i].page_sum ||
			has_page_sum(columns[i].columns, columns[i].column_count)) {
			return true;
		}
	}
	return false;
}

const struct page_sums_layout *read_page_sums(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct table_layout *table)
{
	static const char *const keys[] = {
		"page", "forward", "brought", "span", "style", NULL};
	bool summed = has_page_sum(table->columns, table->column_count);
	if (!node && summed) {
		diagnostics_error(reader->diagnostics, table->place, "layout-missing",
			"有一栏写了 page sum，表格却没有 page sums");
	}
	if (!node || !reader_is_mapping(reader, node)) {
		return NULL;
	}
	reader_check_keys(reader, node, keys);
	const struct cell_reader cells = {
		.reader = reader, .style = table->style, .scope = scope};
	const struct yaml_node *span = yaml_get(node, "span");
	struct page_sums_layout *sums = arena_new(reader->arena, struct page_sums_layout);
	sums->place = node->place;
	sums->page = reader_template(reader, yaml_get(node, "page"), scope);
	sums->forward = reader_template(reader, yaml_get(node, "forward"), scope);
	sums->brought = reader_template(reader, yaml_get(node, "brought"), scope);
	sums->span = span ? read_cell_span(&cells, span) : 0;
	sums->style =
		reader_style_or(reader, yaml_get(node, "style"), table->style->head);
	if (!sums->page && !sums->forward && !sums->brought) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"page sums 要有 page、forward 或 brought");
	}
	if (!summed) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"有 page sums，却没有一栏写 page sum");
	}
	return sums;
}
