/* What a table's cells need -> the widths of its columns. */
#include "compose/cell_decimal.h"
#include "compose/cell_diagonal.h"
#include "compose/measure.h"
#include "compose/page_grid.h"
#include "compose/table_rows.h"
#include "compose/table_sums.h"

#include <math.h>
#include <stdint.h>

/* Whose lines are counted. */
struct counting {
	const struct measuring *measuring;
	const struct measured_table *table;
};

/* A table's columns and what they need; it ends with columns_finish(). */
struct table_columns {
	struct column_task task;
	struct counting *counting;
	struct column_unit *units;
	struct column_cell *cells;
};

static bool has_content_column(const struct table_block *block)
{
	for (int i = 0; i < block->column_count; i++) {
		if (block->columns[i].kind == COLUMN_CONTENT) {
			return true;
		}
	}
	return false;
}

static struct cell_lines count_lines(void *context, const void *content, double width)
{
	const struct counting *counting = context;
	const struct measured_cell *cell = content;
	if (!cell->diagonal) {
		return measure_lines(counting->measuring, &cell->content, width);
	}
	double height =
		cell_diagonal_height(counting->measuring, counting->table, cell, width);
	double line = measure_line_height(&cell->content);
	return (struct cell_lines){(int)ceil(height / line), width};
}

/* The widths that a cell asks for from edge to edge. */
static struct width_need cell_width_need(
	const struct measured_table *table, const struct measured_cell *cell)
{
	if (cell->diagonal) {
		return cell_diagonal_need(table, cell);
	}
	struct width_need need = measure_width_need(&cell->content);
	double number = cell_decimal_need(table, cell);
	double inset = cell_inset_across(table, cell);
	for (int level = 0; level < WIDTH_LEVELS; level++) {
		need.at[level] = fmax(need.at[level], number) + inset;
	}
	return need;
}

static struct column_cell column_cell_make(
	const struct measured_table *table, const struct measured_cell *measured)
{
	const struct table_cell *cell = measured->cell;
	const struct measured_list *content = &measured->content;
	double around = measured->diagonal ? 0 : measure_gaps(content);
	struct column_cell made = {
		.first = cell->column,
		.end = cell->column + cell->column_span,
		.row = cell->row,
		.row_end = cell->row + cell->row_span,
		.need = cell_width_need(table, measured),
		.inset = cell_inset_across(table, measured),
		.around = cell_inset_down(table, measured) + around,
		.line = measure_line_height(content),
		.content = measured,
	};
	for (int level = 0; level < WIDTH_LEVELS; level++) {
		/* a little more than is needed, so that sums may round */
		made.need.at[level] += LENGTH_TOLERANCE;
	}
	return made;
}

/* Text of a column is that of its lowest cell which is no head. */
static struct column_unit column_unit_make(const struct measured_table *table, int column)
{
	struct column_unit unit = {
		.inset = table_cell_inset_left(table, column) +
			 table_cell_inset_right(table, column + 1) + LENGTH_TOLERANCE,
	};
	for (int i = table->block->cell_count - 1; i >= 0 && unit.character <= 0; i--) {
		const struct measured_list *content = &table->cells[i].content;
		const struct table_cell *cell = &table->block->cells[i];
		if (cell->column == column && cell->column_span == 1 &&
			content->count > 0 && content->blocks[0].text) {
			unit.character = content->blocks[0].text->style->pitch;
		}
	}
	return unit;
}

static struct table_columns columns_begin(const struct measuring *measuring,
	const struct measured_table *table, double width)
{
	const struct table_block *block = table->block;
	int added = has_content_column(block) ? table_sums_cell_count(table) : 0;
	int own = has_content_column(block) ? block->cell_count : 0;
	int cell_count = own + added;
	struct table_columns columns = {
		.units = g_new(struct column_unit, (gsize)block->column_count),
		.cells = g_new(struct column_cell, (gsize)cell_count),
		.counting = g_new(struct counting, 1),
	};
	*columns.counting = (struct counting){measuring, table};
	for (int i = 0; i < block->column_count; i++) {
		columns.units[i] = column_unit_make(table, i);
	}
	for (int i = 0; i < own; i++) {
		columns.cells[i] = column_cell_make(table, &table->cells[i]);
	}
	for (int i = 0; i < added; i++) {
		columns.cells[own + i] =
			column_cell_make(table, &table_sums_cells(table)[i]);
	}
	columns.task = (struct column_task){
		.columns = block->columns,
		.units = columns.units,
		.column_count = block->column_count,
		.cells = columns.cells,
		.cell_count = cell_count,
		.row_count = block->row_count,
		.minimum_row = table_row_minimum(table),
		.width = width,
		.lines = count_lines,
		.context = columns.counting,
	};
	return columns;
}

static void columns_finish(struct table_columns *columns)
{
	g_free(columns->cells);
	g_free(columns->units);
	g_free(columns->counting);
}

/* What a table must be so that the shares which a cell stands in hold it, for columns
 * that do not ask cells. */
static struct width_need shares_need(const struct measured_table *table)
{
	const struct table_column *columns = table->block->columns;
	struct width_need need = {0};
	for (int i = 0; i < table->block->cell_count; i++) {
		const struct table_cell *cell = table->cells[i].cell;
		double share = 0;
		double fixed = 0;
		for (int k = cell->column; k < cell->column + cell->column_span; k++) {
			bool is_share = columns[k].kind == COLUMN_SHARE;
			share += is_share ? columns[k].width : 0;
			fixed += is_share ? 0 : columns[k].width;
		}
		struct width_need own = cell_width_need(table, &table->cells[i]);
		for (int level = 0; share > 0 && level < WIDTH_LEVELS; level++) {
			need.at[level] = fmax(need.at[level],
				(own.at[level] + LENGTH_TOLERANCE - fixed) / share);
		}
	}
	return need;
}

struct width_need table_width_need(const struct measured_table *table, double width)
{
	struct table_columns columns = columns_begin(NULL, table, width);
	struct width_need need = table_columns_need(&columns.task);
	struct width_need shares = columns.task.cell_count == 0 ? shares_need(table)
								: (struct width_need){0};
	for (int level = 0; level < WIDTH_LEVELS; level++) {
		need.at[level] =
			fmax(need.at[level], shares.at[level]) + table_frame_width(table);
	}
	columns_finish(&columns);
	return need;
}

double table_rough_height(const struct measuring *measuring,
	const struct measured_table *table, double width)
{
	double inner = fmax(0, width - table_frame_width(table));
	struct table_columns columns = columns_begin(measuring, table, inner);
	double *widths = g_new(double, (gsize)columns.task.column_count);
	columns.task.rough = true;
	table_columns_share(&columns.task, widths);
	double height = table_columns_height(&columns.task, widths);
	g_free(widths);
	columns_finish(&columns);
	return height + table_frame_height(table);
}

/* Words may be broken; but not characters, and columns that are said to have a width
 * have it. */
static void report_narrow_table(const struct measuring *measuring,
	const struct measured_table *table, const struct column_task *task, double least)
{
	double beyond = table_columns_floor(task) - task->width;
	if (beyond > LENGTH_TOLERANCE) {
		diagnostics_error(measuring->diagnostics, table->place, "table-too-wide",
			"表格各栏定宽或只容一个字仍宽出版心 %.1f 毫米",
			beyond / POINTS_PER_MM);
	} else {
		diagnostics_warning(measuring->diagnostics, table->place,
			"table-narrowed",
			"表格各栏不断词至少要 %.1f 毫米，宽出版心 %.1f 毫米，已缩窄",
			least / POINTS_PER_MM, (least - task->width) / POINTS_PER_MM);
	}
}

/* A table that shares a cell's edges is as wide as the cell, whatever its columns say. */
static double widen(const struct measured_table *table, double inner, double *widths)
{
	int count = table->block->column_count;
	double total = table_rows_sum(widths, 0, count);
	if (!table->flush || total <= 0) {
		return total;
	}
	for (int i = 0; i < count; i++) {
		widths[i] *= inner / total;
	}
	return inner;
}

/* The middle one of three parts of a line stands in the middle of the line, if no part
 * wraps for it. */
static void centre_middle(
	const struct measured_table *table, double inner, double *widths)
{
	if (!table->block->plain || table->block->column_count != 3) {
		return;
	}
	double needs[3] = {0};
	for (int i = 0; i < table->block->cell_count; i++) {
		const struct measured_cell *cell = &table->cells[i];
		needs[cell->cell->column] =
			cell_width_need(table, cell).at[WIDTH_WIDEST] + LENGTH_TOLERANCE;
	}
	double side = fmax(needs[0], needs[2]);
	if (2 * side + needs[1] <= inner) {
		widths[0] = widths[2] = side;
		widths[1] = inner - 2 * side;
	}
}

void table_share(
	const struct measuring *measuring, struct measured_table *table, double width)
{
	double inner = width - table_frame_width(table);
	struct table_columns columns = columns_begin(measuring, table, inner);
	int count = columns.task.column_count;
	double *widths = g_new(double, (gsize)count);
	double least = table_columns_share(&columns.task, widths);
	if (least > inner + LENGTH_TOLERANCE) {
		report_narrow_table(measuring, table, &columns.task, least);
	}
	centre_middle(table, inner, widths);
	double total = widen(table, inner, widths);
	table->edges = arena_new_array(measuring->arena, double, count + 1);
	table->edges[0] = table->flush ? 0 : (width - total) / 2;
	for (int i = 0; i < count; i++) {
		table->edges[i + 1] = table->edges[i] + widths[i];
	}
	g_free(widths);
	columns_finish(&columns);
}
