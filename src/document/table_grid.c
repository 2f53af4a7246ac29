/* A table of the layout over the plan's lists -> a grid of cells that tile it.
 *
 *     rows: for each 工作, for each 年     columns:  工作 | 年 | 内容
 *                                                   +----+----+----+
 *     every row knows the items it comes from;      |    | 21 | …  |
 *     `merge: 工作` makes one cell of rows that     | a  +----+----+
 *     come from the same 工作                       |    | 22 | …  |
 *                                                   +----+----+----+
 */
#include "document/arranger.h"

#include <string.h>

struct grid {
	struct arranger *arranger;
	const struct table_layout *layout;
	const struct scope *scope; /* around the table */
	GPtrArray *leaves;         /* const struct column_layout */
	GPtrArray *rows;           /* const struct scope: what a row's texts may name */
	GArray *cells;             /* struct table_cell */
	int head_rows;
};

static void collect_leaves(
	const struct column_layout *columns, size_t count, GPtrArray *leaves)
{
	for (size_t i = 0; i < count; i++) {
		if (columns[i].column_count) {
			collect_leaves(
				columns[i].columns, columns[i].column_count, leaves);
		} else {
			g_ptr_array_add(leaves, (gpointer)(uintptr_t)&columns[i]);
		}
	}
}

/* How many rows of heads columns need; a group without a head of its own needs none. */
static int head_depth(const struct column_layout *columns, size_t count)
{
	int deepest = 0;
	for (size_t i = 0; i < count; i++) {
		int depth = head_depth(columns[i].columns, columns[i].column_count);
		depth += columns[i].head != NULL;
		deepest = MAX(deepest, depth);
	}
	return deepest;
}

static int leaf_count(const struct column_layout *column)
{
	int count = 0;
	for (size_t i = 0; i < column->column_count; i++) {
		count += leaf_count(&column->columns[i]);
	}
	return MAX(count, 1);
}

static void add_cell(struct grid *grid, struct table_cell cell,
	const struct template *text, const struct scope *scope)
{
	arrange_cell_text(grid->arranger, text, scope, &cell);
	g_array_append_val(grid->cells, cell);
}

/* Heads of some columns from a row down; a column without a head of its own leaves the
 * room to the head above it, or gets an empty cell where its neighbours have heads. */
static void add_heads(struct grid *grid, const struct column_layout *columns,
	size_t count, struct table_cell at, const struct scope *scope)
{
	for (size_t i = 0; i < count; i++) {
		const struct column_layout *layout = &columns[i];
		int below = head_depth(layout->columns, layout->column_count);
		bool group = below && !layout->head;
		struct table_cell cell = {
			.row = at.row,
			.column = at.column,
			.row_span = below ? 1 : grid->head_rows - at.row,
			.column_span = leaf_count(layout),
			.head = true,
			.vertical = VERTICAL_MIDDLE,
			.style = layout->head_style,
			.place = layout->place,
		};
		if (!group) {
			add_cell(grid, cell, layout->head, scope);
		}
		if (below) {
			struct table_cell next = {
				.row = at.row + !group, .column = at.column};
			add_heads(
				grid, layout->columns, layout->column_count, next, scope);
		}
		at.column += cell.column_span;
	}
}

/* One row more than is allowed tells that there are too many. */
static bool has_room(const struct grid *grid)
{
	return (int64_t)grid->rows->len <= grid->arranger->limits->rows;
}

static void add_row(struct grid *grid, const struct scope *scope)
{
	g_ptr_array_add(grid->rows, (gpointer)(uintptr_t)scope);
}

static struct scope *inner_scope(struct grid *grid, const struct scope *outer,
	const struct row_band *band, const struct value *item)
{
	struct scope *inner = arena_new(grid->arranger->arena, struct scope);
	inner->outer = outer;
	inner->name = band->each.name;
	inner->value = item;
	return inner;
}

/* An item with nothing listed in it keeps a row for what it has itself; the names of the
 * bands below it are absent there. */
static void add_bare_row(
	struct grid *grid, const struct row_band *band, const struct scope *scope)
{
	for (; band; band = band->rows) {
		scope = inner_scope(grid, scope, band, NULL);
	}
	add_row(grid, scope);
}

static void expand_band(
	struct grid *grid, const struct row_band *band, const struct scope *scope)
{
	struct arranger *arranger = grid->arranger;
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &band->each, scope, &count);
	if (count == 0 && scope != grid->scope) {
		add_bare_row(grid, band, scope);
	}
	for (size_t i = 0; i < count && has_room(grid); i++) {
		struct scope *inner = inner_scope(grid, scope, band, items[i]);
		if (band->when && !expr_holds(band->when, inner, arranger->arena,
					  arranger->diagnostics)) {
			continue;
		}
		if (band->rows) {
			expand_band(grid, band->rows, inner);
		} else {
			add_row(grid, inner);
		}
	}
}

static const struct value *bound(const struct scope *scope, const char *name)
{
	for (; scope; scope = scope->outer) {
		if (scope->name && strcmp(scope->name, name) == 0) {
			return scope->value;
		}
	}
	return NULL;
}

/* How many rows from one on come from the same item. */
static int merged_rows(const struct grid *grid, const char *name, guint row)
{
	if (!name) {
		return 1;
	}
	const struct value *item = bound(g_ptr_array_index(grid->rows, row), name);
	if (!item) {
		return 1; /* absent items have nothing in common */
	}
	guint end = row + 1;
	while (end < grid->rows->len &&
		bound(g_ptr_array_index(grid->rows, end), name) == item) {
		end++;
	}
	return (int)(end - row);
}

static void add_column_cells(struct grid *grid, guint column)
{
	const struct column_layout *layout = g_ptr_array_index(grid->leaves, column);
	for (guint row = 0; row < grid->rows->len;) {
		int span = merged_rows(grid, layout->merge, row);
		struct table_cell cell = {
			.row = grid->head_rows + (int)row,
			.column = (int)column,
			.row_span = span,
			.column_span = 1,
		};
		arrange_cell(grid->arranger, &layout->cell,
			g_ptr_array_index(grid->rows, row), &cell);
		g_array_append_val(grid->cells, cell);
		row += (guint)span;
	}
}

static void add_empty_row(struct grid *grid, const struct scope *scope)
{
	struct table_cell cell = {
		.row = grid->head_rows,
		.row_span = 1,
		.column_span = (int)grid->leaves->len,
		.vertical = VERTICAL_MIDDLE,
		.style = grid->layout->style->head,
		.place = grid->layout->place,
	};
	add_cell(grid, cell, grid->layout->empty, scope);
	add_row(grid, scope);
}

static int compare_cells(gconstpointer left, gconstpointer right)
{
	const struct table_cell *first = left;
	const struct table_cell *second = right;
	return first->row != second->row ? first->row - second->row
					 : first->column - second->column;
}

/* A width in characters is that of the text: what stands beside it comes on top. */
static double column_points(const struct column_layout *layout, struct length length,
	const struct table_style *style)
{
	const struct style *text = layout->cell.style;
	double points = length_points(length, text->pitch, text->leading, 0);
	return length.unit == LENGTH_EMS && points > 0
		       ? points + 2 * style->padding_across
		       : points;
}

static const struct table_column *make_columns(const struct grid *grid)
{
	const struct table_style *style = grid->layout->style;
	struct table_column *columns = arena_new_array(
		grid->arranger->arena, struct table_column, grid->leaves->len);
	for (guint i = 0; i < grid->leaves->len; i++) {
		const struct column_layout *layout = g_ptr_array_index(grid->leaves, i);
		columns[i].minimum = column_points(layout, layout->minimum, style);
		if (!layout->has_width) {
			columns[i].kind = COLUMN_CONTENT;
		} else if (layout->width.unit == LENGTH_SHARE) {
			columns[i].kind = COLUMN_SHARE;
			columns[i].width = layout->width.value;
		} else {
			columns[i].kind = COLUMN_FIXED;
			columns[i].width = column_points(layout, layout->width, style);
		}
	}
	return columns;
}

static const struct text_block *make_caption(
	struct grid *grid, const struct template *caption, const struct scope *scope)
{
	struct arranger *arranger = grid->arranger;
	const struct value *value =
		caption ? template_value(
				  caption, scope, arranger->arena, arranger->diagnostics)
			: NULL;
	if (!has_text(value)) {
		return NULL;
	}
	struct text_block *text = arena_new(arranger->arena, struct text_block);
	text->purpose = PURPOSE_CAPTION;
	text->style = grid->layout->caption_style;
	text->runs = line_runs(arranger->arena, value, text->style, &text->run_count);
	return text;
}

static void finish_table(struct grid *grid, const struct scope *scope)
{
	struct arranger *arranger = grid->arranger;
	int row_count = grid->head_rows + (int)grid->rows->len;
	g_array_sort(grid->cells, compare_cells);
	struct table_row *rows =
		arena_new_array(arranger->arena, struct table_row, row_count);
	for (int i = 0; i < grid->head_rows; i++) {
		rows[i].head = true;
	}
	struct block *block = arrange_block(arranger, BLOCK_TABLE, grid->layout->place);
	arranger->block_count += grid->rows->len;
	block->table = (struct table_block){
		.style = grid->layout->style,
		.caption = make_caption(grid, grid->layout->caption, scope),
		.caption_continued =
			make_caption(grid, grid->layout->caption_continued, scope),
		.columns = make_columns(grid),
		.column_count = (int)grid->leaves->len,
		.rows = rows,
		.row_count = row_count,
		.head_rows = grid->head_rows,
		.cells = (const struct table_cell *)(const void *)grid->cells->data,
		.cell_count = (int)grid->cells->len,
	};
}

/* The lines above a table stay with it, whatever their style says otherwise. */
static void arrange_above(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope)
{
	guint first = arranger->blocks->len;
	arrange_blocks(arranger, blocks, scope);
	for (guint i = first; i < arranger->blocks->len; i++) {
		struct block *block = g_ptr_array_index(arranger->blocks, i);
		if (block->kind == BLOCK_TEXT) {
			struct style *style = arena_copy(
				arranger->arena, block->text.style, sizeof *style);
			style->keep_with_next = true;
			block->text.style = style;
		}
	}
}

static bool within_rows(const struct grid *grid)
{
	if (has_room(grid)) {
		return true;
	}
	diagnostics_limit(grid->arranger->diagnostics, grid->layout->place, "limit-rows",
		"一张表超过 %" G_GINT64_FORMAT " 行", grid->arranger->limits->rows);
	return false;
}

void arrange_table(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope)
{
	if (table->when &&
		!expr_holds(table->when, scope, arranger->arena, arranger->diagnostics)) {
		return;
	}
	struct grid grid = {
		.arranger = arranger,
		.layout = table,
		.scope = scope,
		.leaves = arena_pointers(arranger->arena),
		.rows = arena_pointers(arranger->arena),
		.cells = arena_values(arranger->arena, sizeof(struct table_cell)),
		.head_rows = head_depth(table->columns, table->column_count),
	};
	collect_leaves(table->columns, table->column_count, grid.leaves);
	expand_band(&grid, table->rows, scope);
	if ((grid.rows->len == 0 && !table->empty) || !within_rows(&grid)) {
		return;
	}
	arrange_above(arranger, &table->above, scope);
	if (grid.head_rows) {
		add_heads(&grid, table->columns, table->column_count,
			(struct table_cell){0}, scope);
	}
	for (guint i = 0; i < grid.leaves->len; i++) {
		add_column_cells(&grid, i);
	}
	if (grid.rows->len == 0) {
		add_empty_row(&grid, scope);
	}
	finish_table(&grid, scope);
}
