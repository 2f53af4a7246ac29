/* A table's cells -> widths of its columns -> lines -> what its rows need at least. */
#include "compose/measure.h"
#include "compose/page_grid.h"
#include "compose/table_rows.h"

#include <math.h>

/* The share of a type area that a label may take to stand on every page. */
static const double LABEL_SHARE = 0.25;

/* ---- what surrounds content ---- */

double table_cell_inset_down(const struct measured_table *table)
{
	return 2 * table->block->style->padding_down + table->block->style->inner_rule;
}

static double rule_inset(const struct measured_table *table, bool frame)
{
	const struct table_style *style = table->block->style;
	return style->padding_across +
	       (frame ? style->outer_rule : style->inner_rule) / 2;
}

double table_cell_inset_left(const struct measured_table *table, int column)
{
	return rule_inset(table, column == 0);
}

double table_cell_inset_right(const struct measured_table *table, int column_end)
{
	return rule_inset(table, column_end == table->block->column_count);
}

double table_frame_height(const struct measured_table *table)
{
	return 2 * table->block->style->outer_rule - table->block->style->inner_rule;
}

static double cell_inset_across(
	const struct measured_table *table, const struct table_cell *cell)
{
	return table_cell_inset_left(table, cell->column) +
	       table_cell_inset_right(table, cell->column + cell->column_span);
}

/* ---- shaping ---- */

static void find_row_cells(struct measured_table *table)
{
	const struct table_block *block = table->block;
	int cell = 0;
	for (int row = 0; row <= block->row_count; row++) {
		while (cell < block->cell_count && block->cells[cell].row < row) {
			cell++;
		}
		table->row_cells[row] = cell;
	}
}

/* The head's rows, none where a cell reaches from the head into the body. */
static int closed_head_rows(const struct table_block *block)
{
	for (int i = 0; i < block->cell_count && block->cells[i].row < block->head_rows;
		i++) {
		if (block->cells[i].row + block->cells[i].row_span > block->head_rows) {
			return 0;
		}
	}
	return block->head_rows;
}

struct measured_table *table_shape(
	const struct measuring *measuring, const struct block *block)
{
	const struct table_block *source = &block->table;
	struct measured_table *table = arena_new(measuring->arena, struct measured_table);
	table->block = source;
	table->place = block->place;
	table->cells = arena_new_array(
		measuring->arena, struct measured_cell, source->cell_count);
	for (int i = 0; i < source->cell_count; i++) {
		table->cells[i].cell = &source->cells[i];
		table->cells[i].content = measure_shape(
			measuring, source->cells[i].blocks, source->cells[i].block_count);
	}
	table->row_cells = arena_new_array(measuring->arena, int, source->row_count + 1);
	find_row_cells(table);
	table->head_rows = closed_head_rows(source);
	return table;
}

/* ---- widths ---- */

static bool has_content_column(
	const struct table_block *block, const struct table_cell *cell)
{
	for (int i = cell->column; i < cell->column + cell->column_span; i++) {
		if (block->columns[i].kind == COLUMN_CONTENT) {
			return true;
		}
	}
	return false;
}

/* The widths that cells need in columns that follow their content; the array is the
 * caller's. */
static struct column_task column_task_create(
	const struct measured_table *table, double width)
{
	const struct table_block *block = table->block;
	struct column_task task = {
		.columns = block->columns,
		.column_count = block->column_count,
		.cells = g_new(struct cell_width, (gsize)block->cell_count),
		.width = width,
	};
	for (int i = 0; i < block->cell_count; i++) {
		const struct table_cell *cell = &block->cells[i];
		if (!has_content_column(block, cell)) {
			continue;
		}
		struct width_need need = measure_width_need(&table->cells[i].content);
		for (int level = 0; level < WIDTH_LEVELS; level++) {
			/* a little more than is needed, so that sums may round */
			need.at[level] +=
				cell_inset_across(table, cell) + LENGTH_TOLERANCE;
		}
		task.cells[task.cell_count++] = (struct cell_width){
			cell->column, cell->column + cell->column_span, need};
	}
	return task;
}

struct width_need table_width_need(const struct measured_table *table, double width)
{
	struct column_task task = column_task_create(table, width);
	struct width_need *needs = g_new(struct width_need, (gsize)task.column_count);
	table_columns_need(&task, needs);
	struct width_need sum = {{0}};
	for (int i = 0; i < task.column_count; i++) {
		for (int level = 0; level < WIDTH_LEVELS; level++) {
			sum.at[level] += needs[i].at[level];
		}
	}
	for (int level = 0; level < WIDTH_LEVELS; level++) {
		sum.at[level] += table->block->style->outer_rule;
	}
	g_free(needs);
	g_free(task.cells);
	return sum;
}

static void report_narrow_table(const struct measuring *measuring,
	const struct measured_table *table, double least)
{
	diagnostics_warning(measuring->diagnostics, table->place, "table-too-wide",
		"表格各栏至少要 %.1f 毫米，超出可用的宽度，已按比例缩窄",
		least / POINTS_PER_MM);
}

/* Edges stand half the frame's weight inside the measure, so that the frame ends with it.
 */
static void share_columns(
	const struct measuring *measuring, struct measured_table *table, double width)
{
	double inner = width - table->block->style->outer_rule;
	struct column_task task = column_task_create(table, inner);
	int count = task.column_count;
	struct width_need *needs = g_new(struct width_need, (gsize)count);
	double *widths = g_new(double, (gsize)count);
	table_columns_need(&task, needs);
	double least = table_columns_share(&task, needs, widths);
	if (least > inner + LENGTH_TOLERANCE) {
		report_narrow_table(measuring, table, least);
	}
	double total = table_rows_sum(widths, 0, count);
	table->edges = arena_new_array(measuring->arena, double, count + 1);
	table->edges[0] = (width - total) / 2;
	for (int i = 0; i < count; i++) {
		table->edges[i + 1] = table->edges[i] + widths[i];
	}
	g_free(widths);
	g_free(needs);
	g_free(task.cells);
}

/* ---- lines and heights ---- */

static bool is_all_text(const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		if (!list->blocks[i].text) {
			return false;
		}
	}
	return list->count > 0;
}

static void set_cell(const struct measuring *measuring,
	const struct measured_table *table, struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	double width = table->edges[source->column + source->column_span] -
		       table->edges[source->column] - cell_inset_across(table, source);
	measure_set(measuring, &cell->content, fmax(0, width));
	cell->height = measure_height(&cell->content);
	cell->label = table->block->style->repeat_labels && source->row_span > 1 &&
		      is_all_text(&cell->content) &&
		      cell->height <= LABEL_SHARE * measuring->page;
}

static void find_natural_heights(
	const struct measuring *measuring, struct measured_table *table)
{
	const struct table_block *block = table->block;
	double inset = table_cell_inset_down(table);
	table->natural = arena_new_array(measuring->arena, double, block->row_count);
	for (int row = 0; row < block->row_count; row++) {
		table->natural[row] = block->style->minimum_row;
	}
	for (int i = 0; i < block->cell_count; i++) {
		if (block->cells[i].row_span == 1) {
			double *natural = &table->natural[block->cells[i].row];
			*natural = fmax(*natural, table->cells[i].height + inset);
		}
	}
}

static void find_head_heights(
	const struct measuring *measuring, struct measured_table *table)
{
	int count = table->row_cells[table->head_rows];
	struct row_need *needs = g_new(struct row_need, (gsize)count);
	for (int i = 0; i < count; i++) {
		const struct table_cell *cell = table->cells[i].cell;
		needs[i] = (struct row_need){cell->row, cell->row + cell->row_span,
			table->cells[i].height + table_cell_inset_down(table)};
	}
	table->head_heights = arena_new_array(measuring->arena, double, table->head_rows);
	table_rows_share(needs, count, table->block->style->minimum_row, table->head_rows,
		table->head_heights);
	g_free(needs);
}

void table_set(
	const struct measuring *measuring, struct measured_table *table, double width)
{
	const struct table_block *block = table->block;
	share_columns(measuring, table, width);
	for (int i = 0; i < block->cell_count; i++) {
		set_cell(measuring, table, &table->cells[i]);
	}
	find_natural_heights(measuring, table);
	find_head_heights(measuring, table);
	if (block->caption) {
		table->caption = measure_text(measuring, block->caption, width);
	}
	if (block->caption_continued) {
		table->caption_continued =
			measure_text(measuring, block->caption_continued, width);
	}
}
