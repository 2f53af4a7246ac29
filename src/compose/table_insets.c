/* What surrounds content: padding, and what rules may take. A table reserves the heaviest
 * rule of each kind of edge everywhere, so that no text moves where one rule is lighter.
 */
#include "compose/measured.h"

#include <math.h>

/* ---- what rules take ---- */

/* The heaviest of its own rules that a cell has on an edge, or what there is. */
static void reserve_edge(
	const struct table_cell *cell, enum cell_edge edge, double *reserved)
{
	if (cell->manner && cell->manner->has_weight[edge]) {
		*reserved = fmax(*reserved, cell->manner->weights[edge]);
	}
}

static void reserve_cell(const struct table_block *block, const struct table_cell *cell,
	struct table_reserve *reserve)
{
	bool first_row = cell->row == 0;
	bool last_row = cell->row + cell->row_span == block->row_count;
	bool first_column = cell->column == 0;
	bool last_column = cell->column + cell->column_span == block->column_count;
	reserve_edge(cell, EDGE_TOP, first_row ? &reserve->frame : &reserve->across);
	reserve_edge(cell, EDGE_BOTTOM, last_row ? &reserve->frame : &reserve->across);
	reserve_edge(cell, EDGE_LEFT, first_column ? &reserve->left : &reserve->down);
	reserve_edge(cell, EDGE_RIGHT, last_column ? &reserve->left : &reserve->down);
}

struct table_reserve table_reserve_find(const struct table_block *block)
{
	const struct table_style *style = block->style;
	struct table_reserve reserve = {
		.frame = style->outer_rule,
		.across = style->across_rule,
		.left = style->side_rule,
		.down = style->down_rule,
	};
	if (block->head_rows > 0) {
		reserve.across = fmax(reserve.across, style->head_rule);
	}
	for (int i = 0; i < block->cell_count; i++) {
		reserve_cell(block, &block->cells[i], &reserve);
	}
	reserve.right = reserve.left;
	return reserve;
}

/* ---- tables that share a cell's edges ---- */

bool cell_is_flush(const struct measured_cell *cell)
{
	const struct cell_manner *manner = cell->cell->manner;
	if (!manner || !manner->flush || cell->content.count != 1 ||
		!cell->content.blocks[0].table) {
		return false;
	}
	const struct table_block *block = cell->content.blocks[0].table->block;
	return !block->caption && !block->caption_continued &&
	       block->over.block_count == 0 && block->above.block_count == 0 &&
	       block->above_continued.block_count == 0 && block->below.block_count == 0;
}

static double left_rule(const struct measured_table *table, int column)
{
	return column == 0 ? table->reserve.left : table->reserve.down;
}

static double right_rule(const struct measured_table *table, int end)
{
	return end == table->block->column_count ? table->reserve.right
						 : table->reserve.down;
}

void table_flush_adopt(const struct measured_table *table)
{
	for (int i = 0; i < table->block->cell_count; i++) {
		const struct measured_cell *cell = &table->cells[i];
		if (!cell_is_flush(cell)) {
			continue;
		}
		struct measured_table *inner = cell->content.blocks[0].table;
		inner->flush = true;
		inner->around = table->reserve.across;
		inner->reserve.left = left_rule(table, cell->cell->column);
		inner->reserve.right =
			right_rule(table, cell->cell->column + cell->cell->column_span);
		table_flush_adopt(inner);
	}
}

/* ---- across ---- */

double table_cell_inset_left(const struct measured_table *table, int column)
{
	return table->block->style->padding_across + left_rule(table, column) / 2;
}

double table_cell_inset_right(const struct measured_table *table, int column_end)
{
	return table->block->style->padding_across + right_rule(table, column_end) / 2;
}

double cell_inset_across(
	const struct measured_table *table, const struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	if (cell->diagonal || cell_is_flush(cell)) {
		return 0;
	}
	return table_cell_inset_left(table, source->column) +
	       table_cell_inset_right(table, source->column + source->column_span);
}

double table_frame_width(const struct measured_table *table)
{
	return table->flush ? 0 : (table->reserve.left + table->reserve.right) / 2;
}

/* ---- down ---- */

double table_cell_inset_down(const struct measured_table *table)
{
	return 2 * table->block->style->padding_down + table->reserve.across;
}

double cell_inset_down(
	const struct measured_table *table, const struct measured_cell *cell)
{
	bool whole = cell->diagonal || cell_is_flush(cell);
	return whole ? 0 : table_cell_inset_down(table);
}

double cell_need(const struct measured_table *table, const struct measured_cell *cell,
	double content, double stood)
{
	const struct cell_manner *manner = cell->cell->manner;
	double least = manner ? manner->minimum_height - stood : 0;
	return fmax(content + cell_inset_down(table, cell), least);
}

double table_row_minimum(const struct measured_table *table)
{
	return fmax(table->block->style->minimum_row, table_cell_inset_down(table));
}

double table_frame_height(const struct measured_table *table)
{
	return (table->flush ? table->around : 2 * table->reserve.frame) -
	       table->reserve.across;
}
