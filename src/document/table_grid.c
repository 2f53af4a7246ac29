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
	GPtrArray *leaves; /* const struct column_layout */
	GPtrArray *rows;   /* const struct scope: what a row's texts may name */
	GArray *cells;     /* struct table_cell */
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

static void add_column_cells(struct grid *grid, guint column)
{
	const struct column_layout *layout = g_ptr_array_index(grid->leaves, column);
	for (guint row = 0; row < grid->rows->len;) {
		int span = rows_of_one_item(grid->rows, layout->merge, row);
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
	g_ptr_array_add(grid->rows, (gpointer)(uintptr_t)scope);
}

static const struct table_column *make_columns(const struct grid *grid)
{
	const struct table_style *style = grid->layout->style;
	struct table_column *columns = arena_new_array(
		grid->arranger->arena, struct table_column, grid->leaves->len);
	for (guint i = 0; i < grid->leaves->len; i++) {
		const struct column_layout *layout = g_ptr_array_index(grid->leaves, i);
		const struct style *text = layout->cell.style;
		columns[i] = arrange_column(
			layout->has_width ? &layout->width : NULL, text, style);
		columns[i].minimum = column_points(layout->minimum, text, style);
	}
	return columns;
}

static void finish_table(struct grid *grid, struct table_block *table)
{
	struct arranger *arranger = grid->arranger;
	int row_count = grid->head_rows + (int)grid->rows->len;
	sort_cells(grid->cells);
	struct table_row *rows =
		arena_new_array(arranger->arena, struct table_row, row_count);
	for (int i = 0; i < grid->head_rows; i++) {
		rows[i].head = true;
	}
	arranger->block_count += grid->rows->len;
	table->columns = make_columns(grid);
	table->column_count = (int)grid->leaves->len;
	table->rows = rows;
	table->row_count = row_count;
	table->head_rows = grid->head_rows;
	table->cells = (const struct table_cell *)(const void *)grid->cells->data;
	table->cell_count = (int)grid->cells->len;
}

void arrange_grid(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope)
{
	struct grid grid = {
		.arranger = arranger,
		.layout = table,
		.leaves = arena_pointers(arranger->arena),
		.rows = arrange_rows(arranger, table->rows, scope),
		.cells = arena_values(arranger->arena, sizeof(struct table_cell)),
		.head_rows = head_depth(table->columns, table->column_count),
	};
	collect_leaves(table->columns, table->column_count, grid.leaves);
	if ((grid.rows->len == 0 && !table->empty) ||
		!arrange_within_rows(arranger, table, grid.rows->len)) {
		return;
	}
	struct table_block *block = arrange_table_block(arranger, table, scope);
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
	finish_table(&grid, block);
}
