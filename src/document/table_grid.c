/* A table of the layout over the plan's lists -> a grid of cells that tile it.
 *
 *     rows: for each 工作, for each 年     columns:  工作 | 年 | 内容
 *                                                   +----+----+----+
 *     every row knows the items it comes from;      |    | 21 | …  |
 *     `merge: 工作` makes one cell of rows that     | a  +----+----+
 *     come from the same 工作                       |    | 22 | …  |
 *                                                   +----+----+----+
 */
#include "document/grid.h"

static const struct table_row *make_rows(const struct grid *grid)
{
	size_t count = (size_t)grid->head_rows + grid->rows->len;
	struct table_row *rows =
		arena_new_array(grid->arranger->arena, struct table_row, count);
	for (int i = 0; i < grid->head_rows; i++) {
		rows[i].head = true;
	}
	for (guint i = 0; i < grid->rows->len; i++) {
		const struct body_row *from = grid_row_at(grid, i);
		struct table_row *row = &rows[grid->head_rows + (int)i];
		row->with_next = from->with_next;
		row->group_rows = from->group_rows;
		row->grow = grid->layout->fit.fill && from->kind != BODY_EXPLICIT ? 1 : 0;
	}
	return rows;
}

static void finish_grid(struct grid *grid, struct table_block *table)
{
	sort_cells(grid->cells);
	grid->arranger->block_count += grid->rows->len;
	table->page_sums = grid_make_page_sums(grid);
	table->columns = grid_make_columns(grid);
	table->column_count = (int)grid->leaves->len;
	table->rows = make_rows(grid);
	table->row_count = grid->head_rows + (int)grid->rows->len;
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
		.scope = scope,
		.leaves = arena_pointers(arranger->arena),
		.rows = arena_values(arranger->arena, sizeof(struct body_row)),
		.cells = arena_values(arranger->arena, sizeof(struct table_cell)),
	};
	bool sound = grid_expand_columns(&grid);
	arrange_body_rows(arranger, table, scope, grid.rows);
	if (!arrange_within_rows(arranger, table, grid.rows->len) || !sound ||
		grid.rows->len == 0 || grid.leaves->len == 0) {
		return;
	}
	struct table_block *block = arrange_table_block(arranger, table, scope);
	grid_add_heads(&grid);
	grid_add_cells(&grid);
	finish_grid(&grid, block);
}
