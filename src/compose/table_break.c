#include "compose/table_break.h"

#include "compose/table_rows.h"

#include <math.h>

/* A row up to this share of a type area stays whole (CSS Tables 3, fragmentation of
 * rows). */
static const double WHOLE_ROW_SHARE = 0.5;

bool standing_is_label(const struct standing *standing)
{
	const struct cell_position *at = &standing->at;
	return standing->cell->label && at->block == 0 && at->line == 0;
}

/* ---- what stands in the rows ---- */

static struct standing stand(const struct open_cell *open, int first_row, int end_row)
{
	const struct table_cell *cell = open->cell->cell;
	int cell_end = cell->row + cell->row_span;
	return (struct standing){
		.cell = open->cell,
		.at = open->at,
		.first = MAX(cell->row, first_row) - first_row,
		.end = MIN(cell_end, end_row) - first_row,
		.ends = cell_end <= end_row,
		.shown = open->shown,
	};
}

static void stand_cells(struct trial *trial, const struct measured_table *table,
	const struct table_state *state, int end)
{
	int first_new = table->row_cells[MIN(end, state->row + state->begun)];
	int end_new = table->row_cells[end];
	trial->cells =
		g_new(struct standing, (gsize)(state->open_count + end_new - first_new));
	for (int i = 0; i < state->open_count && end > state->row; i++) {
		struct standing standing = stand(&state->open[i], state->row, end);
		standing.from_above = true;
		trial->cells[trial->cell_count++] = standing;
	}
	for (int i = first_new; i < end_new; i++) {
		struct open_cell fresh = {.cell = &table->cells[i]};
		trial->cells[trial->cell_count++] = stand(&fresh, state->row, end);
	}
}

/* A cell that goes on below asks for a part worth reading only. */
static double standing_need(const struct standing *standing)
{
	if (standing->ends || standing_is_label(standing)) {
		return cell_rest_height(standing->cell, standing->at);
	}
	return cell_least_height(standing->cell, standing->at);
}

static void find_heights(struct trial *trial, const struct measured_table *table)
{
	struct edge_span *needs = g_new(struct edge_span, (gsize)trial->cell_count);
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		needs[i] = (struct edge_span){standing->first, standing->end,
			standing_need(standing) + table_cell_inset_down(table)};
	}
	trial->heights = g_new(double, (gsize)trial->row_count);
	table_rows_share(needs, trial->cell_count, table_row_minimum(table),
		trial->row_count, trial->heights);
	trial->total = table_rows_sum(trial->heights, 0, trial->row_count);
	g_free(needs);
}

struct trial trial_make(
	const struct measured_table *table, const struct table_state *state, int end)
{
	struct trial trial = {.row_count = end - state->row};
	stand_cells(&trial, table, state, end);
	find_heights(&trial, table);
	return trial;
}

void trial_finish(struct trial *trial)
{
	g_free(trial->cells);
	g_free(trial->heights);
	*trial = (struct trial){0};
}

/* ---- how many rows ---- */

/* The rows that would fit if no cell spanned any: never fewer than do. */
static int most_rows(const struct measured_table *table, const struct table_state *state,
	double height)
{
	int end = state->row;
	double used = 0;
	while (end < table->block->row_count) {
		bool rest = end == state->row && state->begun;
		used += rest ? table_row_minimum(table) : table->natural[end];
		if (used > height + LENGTH_TOLERANCE) {
			break;
		}
		end++;
	}
	return end;
}

struct trial table_break(const struct measured_table *table,
	const struct table_state *state, double height)
{
	int end = most_rows(table, state, height);
	struct trial trial = trial_make(table, state, end);
	while (end > state->row && trial.total > height + LENGTH_TOLERANCE) {
		trial_finish(&trial);
		trial = trial_make(table, state, --end);
	}
	return trial;
}

bool table_row_parts(const struct measured_table *table, const struct table_state *state,
	int row, double page)
{
	if (state->begun && row == state->row) {
		return true;
	}
	struct trial trial = trial_make(table, state, row + 1);
	double height = trial.heights[row - state->row];
	trial_finish(&trial);
	return height > WHOLE_ROW_SHARE * page;
}

int table_boundary(
	const struct measured_table *table, const struct table_state *state, int end)
{
	const struct table_row *rows = table->block->rows;
	while (end > state->row && end < table->block->row_count &&
		rows[end - 1].with_next) {
		end--;
	}
	return end;
}
