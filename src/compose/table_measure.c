/* A table's cells -> widths of its columns -> lines -> what its rows need at least. */
#include "compose/cell_decimal.h"
#include "compose/cell_diagonal.h"
#include "compose/measure.h"
#include "compose/page_grid.h"
#include "compose/table_fit.h"
#include "compose/table_lines.h"
#include "compose/table_memory.h"
#include "compose/table_rows.h"
#include "compose/table_sums.h"

#include <math.h>
#include <stdint.h>

/* The share of a type area that a label may take to stand on every page. */
static const double LABEL_SHARE = 0.25;

/* Of a row that is parted: so many lines a label has at most, and other text at least. */
static const double LABEL_LINES = 2;
static const double PARTED_LINES = 3;

bool table_is_further_part(const struct measured_table *table)
{
	return table->part && table->part->first != table;
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

/* For the content of cells that begin in a row. */
static struct measuring measuring_of_row(
	const struct measuring *measuring, const struct measured_table *table, int row)
{
	struct measuring of_row = *measuring;
	of_row.arena = table_memory_of(table, row, measuring->arena);
	return of_row;
}

/* What stands at its foot follows the rest of a cell's content. */
static void shape_cell(const struct measuring *measuring, struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	const struct cell_manner *manner = source->manner;
	cell->content = measure_shape(measuring, source->blocks, source->block_count);
	cell->diagonal = cell_diagonal_asked(cell);
	if (!manner || manner->foot_count == 0) {
		return;
	}
	struct measured_list foot =
		measure_shape(measuring, manner->foot, manner->foot_count);
	int above = cell->content.count;
	struct measured *blocks =
		arena_new_array(measuring->arena, struct measured, above + foot.count);
	for (int i = 0; i < above + foot.count; i++) {
		blocks[i] = i < above ? cell->content.blocks[i] : foot.blocks[i - above];
	}
	cell->content = (struct measured_list){blocks, above + foot.count};
	cell->foot_count = foot.count;
}

/* Of a table that may be set smaller all is kept until it is set for good. */
static void shape_cells(const struct measuring *measuring, struct measured_table *table)
{
	const struct table_block *source = table->block;
	table->cells = arena_new_array(
		measuring->arena, struct measured_cell, source->cell_count);
	table->reserve = table_reserve_find(source);
	if (!measuring->shaped) {
		table_memory_create(measuring->arena, table);
	}
	struct shaped_texts *texts = shaped_texts_create(measuring->arena);
	for (int i = 0; i < source->cell_count; i++) {
		struct measuring of_row =
			measuring_of_row(measuring, table, source->cells[i].row);
		of_row.texts = texts;
		table->cells[i].cell = &source->cells[i];
		shape_cell(&of_row, &table->cells[i]);
	}
	shaped_texts_destroy(texts);
	table_flush_adopt(table);
	table_decimals_find(measuring->arena, table);
}

static void destroy_shaped(gpointer shaped)
{
	g_hash_table_destroy(shaped);
}

struct measured_table *table_shape(
	const struct measuring *measuring, const struct block *block)
{
	struct measuring own = *measuring;
	if (!own.shaped && table_may_be_fitted(&block->table)) {
		own.shaped = g_hash_table_new(NULL, NULL);
		arena_own(own.arena, own.shaped, destroy_shaped);
	}
	struct measured_table *table = arena_new(own.arena, struct measured_table);
	table->source = block;
	table->block =
		own.scale ? type_scale_table(own.scale, &block->table) : &block->table;
	table->place = block->place;
	table->shaped = own.shaped;
	shape_cells(&own, table);
	table->row_cells = arena_new_array(own.arena, int, table->block->row_count + 1);
	find_row_cells(table);
	table->head_rows = closed_head_rows(table->block);
	table_lines_shape(&own, table);
	return table;
}

/* ---- widths ---- */

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

/* Edges stand half the frame's weight inside the measure, so that the frame ends with it.
 */
static void share_columns(
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
	double total = widen(table, inner, widths);
	table->edges = arena_new_array(measuring->arena, double, count + 1);
	table->edges[0] = table->flush ? 0 : (width - total) / 2;
	for (int i = 0; i < count; i++) {
		table->edges[i + 1] = table->edges[i] + widths[i];
	}
	g_free(widths);
	columns_finish(&columns);
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

/* Only what names rows, or a word or two, is worth showing again and again. */
static bool may_be_label(const struct measuring *measuring,
	const struct measured_table *table, const struct measured_cell *cell)
{
	const struct cell_manner *manner = cell->cell->manner;
	return table->block->style->repeat_labels && is_all_text(&cell->content) &&
	       cell->foot_count == 0 && !cell->diagonal &&
	       !(manner && (manner->minimum_height > 0 || manner->decimal)) &&
	       cell->height <= LABEL_SHARE * measuring->page;
}

static void set_cell(const struct measuring *measuring,
	const struct measured_table *table, struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	double whole = table->edges[source->column + source->column_span] -
		       table->edges[source->column];
	struct measuring of_row = measuring_of_row(measuring, table, source->row);
	cell->diagonal =
		cell_diagonal_asked(cell) && cell_diagonal_fits(table, cell, whole);
	double width = whole - cell_inset_across(table, cell);
	if (cell->diagonal) {
		cell->height = cell_diagonal_set(&of_row, table, cell, whole);
		cell->stacked = table_cell_inset_down(table);
		return;
	}
	measure_set(&of_row, &cell->content, fmax(0, width));
	table_lines_loosen(measuring, &cell->content);
	cell->height = measure_height(&cell->content);
	cell->shift = cell_decimal_shift(table, cell);
	cell->label = source->row_span > 1 && may_be_label(measuring, table, cell);
}

static void find_natural_heights(
	const struct measuring *measuring, struct measured_table *table)
{
	const struct table_block *block = table->block;
	table->natural = arena_new_array(measuring->arena, double, block->row_count);
	for (int row = 0; row < block->row_count; row++) {
		table->natural[row] =
			fmax(table_row_minimum(table), (double)block->rows[row].minimum);
	}
	for (int i = 0; i < block->cell_count; i++) {
		if (block->cells[i].row_span == 1) {
			double *natural = &table->natural[block->cells[i].row];
			const struct measured_cell *cell = &table->cells[i];
			*natural =
				fmax(*natural, cell_need(table, cell, cell->height, 0));
		}
	}
}

/* Whether a row is so much higher than a cell that a page may part it beside that. */
static bool outlasts(
	const struct measured_table *table, int row, const struct measured_cell *cell)
{
	double room = table->natural[row] - cell_inset_down(table, cell);
	double line = measure_line_height(&cell->content);
	return cell->height > 0 && room >= fmax(PARTED_LINES * line, 2 * cell->height);
}

/* What names one row, beside text that pages may part, is shown again with it, and so are
 * the first cells of the row, as far as they are short. */
static void find_row_labels(
	const struct measuring *measuring, const struct measured_table *table)
{
	const struct table_block *block = table->block;
	int row = -1;
	bool leads = false;
	for (int i = table->row_cells[block->head_rows]; i < block->cell_count; i++) {
		struct measured_cell *cell = &table->cells[i];
		const struct table_cell *source = cell->cell;
		leads = leads || source->row != row;
		row = source->row;
		if (source->row_span > 1) {
			continue;
		}
		bool fit = may_be_label(measuring, table, cell);
		double most = LABEL_LINES * measure_line_height(&cell->content);
		leads = leads && fit && cell->height <= most + LENGTH_TOLERANCE;
		cell->label = (leads || (fit && source->names_rows)) &&
			      outlasts(table, row, cell);
	}
}

static void find_head_heights(
	const struct measuring *measuring, struct measured_table *table)
{
	int count = table->row_cells[table->head_rows];
	struct edge_span *needs =
		g_new(struct edge_span, (gsize)(count + table->head_rows));
	for (int i = 0; i < count; i++) {
		const struct measured_cell *cell = &table->cells[i];
		int row = cell->cell->row;
		needs[i] = (struct edge_span){row, row + cell->cell->row_span,
			cell_need(table, cell, cell->height, 0)};
	}
	for (int i = 0; i < table->head_rows; i++) {
		needs[count++] = (struct edge_span){i, i + 1, table->natural[i]};
	}
	table->head_heights = arena_new_array(measuring->arena, double, table->head_rows);
	table_rows_share(needs, count, table_row_minimum(table), table->head_rows,
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
	find_row_labels(measuring, table);
	find_head_heights(measuring, table);
	table_sums_set(measuring, table);
	table_lines_set(measuring, table, width);
}
