/* A table's cells -> paragraphs -> lines in the widths of its columns -> what its rows
 * need at least. */
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
	table_share(measuring, table, width);
	for (int i = 0; i < block->cell_count; i++) {
		set_cell(measuring, table, &table->cells[i]);
	}
	find_natural_heights(measuring, table);
	find_row_labels(measuring, table);
	find_head_heights(measuring, table);
	table_sums_set(measuring, table);
	table_lines_set(measuring, table, width);
}
