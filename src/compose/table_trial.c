/* The heights of rows follow from what stands in them on this page: the rest of cells
 * that end, the least part of cells that go on, labels in full. Rows that nothing was
 * taken from yet are as high as what stands in them alone, so that only spans are
 * looked at cell by cell. */
#include "compose/table_trial.h"

#include "compose/table_rows.h"

#include <math.h>

bool standing_is_label(const struct standing *standing)
{
	const struct cell_position *at = &standing->at;
	return standing->cell->label && at->block == 0 && at->line == 0;
}

const struct measured_cell *standing_text(const struct standing *standing)
{
	bool again = standing->shown && standing_is_label(standing) &&
		     standing->cell->continued;
	return again ? standing->cell->continued : standing->cell;
}

/* ---- heads of groups ---- */

/* Whether the head of a group and what reaches from it into the rows ahead fill its row:
 * a cell that reaches out of it and ends before them would leave a gap. */
static bool stands_again(
	const struct measured_table *table, const struct table_state *state, int row)
{
	int columns = 0;
	for (int i = table->row_cells[row]; i < table->row_cells[row + 1]; i++) {
		const struct table_cell *cell = table->cells[i].cell;
		columns += cell->row_span == 1 ? cell->column_span : 0;
	}
	for (int i = 0; i < state->open_count; i++) {
		const struct table_cell *cell = state->open[i].cell->cell;
		columns += cell->row <= row ? cell->column_span : 0;
	}
	return columns == table->block->column_count;
}

/* The heads that stand again, from the outermost group on; gives how many. An array of
 * NULL only counts. */
static int find_groups(
	const struct measured_table *table, const struct table_state *state, int *rows)
{
	bool repeats = table->groups && state->resumed && !state->head_flows &&
		       table->block->style->repeat_head;
	int count = 0;
	for (int row = repeats ? table->groups[state->row] : -1; row >= 0;
		row = table->groups[row]) {
		if (!stands_again(table, state, row)) {
			continue;
		}
		if (rows) {
			rows[count] = row;
		}
		count++;
	}
	for (int i = 0; rows && i < count / 2; i++) {
		int row = rows[i];
		rows[i] = rows[count - 1 - i];
		rows[count - 1 - i] = row;
	}
	return count;
}

/* ---- rows ahead ---- */

static void add_cells(struct rows_ahead *ahead, bool spans_only)
{
	const struct measured_table *table = ahead->table;
	const struct table_state *state = ahead->state;
	int first_new = table->row_cells[MIN(ahead->end, state->row + state->begun)];
	int end_new = table->row_cells[ahead->end];
	ahead->cells =
		g_new(struct open_cell, (gsize)(state->open_count + end_new - first_new));
	for (int i = 0; i < state->open_count && ahead->end > state->row; i++) {
		ahead->cells[ahead->cell_count++] = state->open[i];
	}
	for (int i = first_new; i < end_new; i++) {
		const struct measured_cell *cell = &table->cells[i];
		if (!spans_only || cell->cell->row_span > 1) {
			ahead->cells[ahead->cell_count++] =
				(struct open_cell){.cell = cell};
		}
	}
}

struct rows_ahead rows_ahead_make(const struct measured_table *table,
	const struct table_state *state, int end, bool spans_only)
{
	struct rows_ahead ahead = {.table = table, .state = state, .end = end};
	if (end > state->row) {
		ahead.group_count = find_groups(table, state, NULL);
		ahead.groups = g_new(int, (gsize)ahead.group_count);
		find_groups(table, state, ahead.groups);
	}
	add_cells(&ahead, spans_only);
	return ahead;
}

void rows_ahead_finish(struct rows_ahead *ahead)
{
	g_free(ahead->groups);
	g_free(ahead->cells);
	*ahead = (struct rows_ahead){0};
}

int rows_ahead_most(const struct measured_table *table, const struct table_state *state,
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

/* ---- trials ---- */

static struct standing stand(
	const struct rows_ahead *ahead, const struct open_cell *open, int end)
{
	const struct table_cell *cell = open->cell->cell;
	int row = ahead->state->row;
	bool from_above = cell->row < row || (cell->row == row && ahead->state->begun);
	int cell_end = cell->row + cell->row_span;
	int first = ahead->group_count + MAX(0, cell->row - row);
	while (cell->row < row && first > 0 && ahead->groups[first - 1] >= cell->row) {
		first--;
	}
	return (struct standing){
		.cell = open->cell,
		.at = open->at,
		.first = first,
		.end = ahead->group_count + MIN(cell_end, end) - row,
		.ends = cell_end <= end,
		.from_above = from_above,
		.shown = open->shown,
		.stood = open->stood,
	};
}

static void stand_group(const struct rows_ahead *ahead, int index, struct trial *trial)
{
	const struct measured_table *table = ahead->table;
	int row = ahead->groups[index];
	for (int i = table->row_cells[row]; i < table->row_cells[row + 1]; i++) {
		if (table->cells[i].cell->row_span == 1) {
			trial->cells[trial->cell_count++] = (struct standing){
				.cell = &table->cells[i],
				.first = index,
				.end = index + 1,
				.ends = true,
				.from_above = true,
				.shown = true,
				.repeated = true,
			};
		}
	}
}

static int group_cells(const struct rows_ahead *ahead)
{
	const int *first = ahead->table->row_cells;
	int count = 0;
	for (int i = 0; i < ahead->group_count; i++) {
		count += first[ahead->groups[i] + 1] - first[ahead->groups[i]];
	}
	return count;
}

static void stand_cells(const struct rows_ahead *ahead, int end, struct trial *trial)
{
	trial->cells =
		g_new(struct standing, (gsize)(ahead->cell_count + group_cells(ahead)));
	for (int i = 0; i < trial->repeated; i++) {
		stand_group(ahead, i, trial);
	}
	for (int i = 0; i < ahead->cell_count && end > ahead->state->row; i++) {
		if (ahead->cells[i].cell->cell->row >= end) {
			break;
		}
		trial->cells[trial->cell_count++] = stand(ahead, &ahead->cells[i], end);
	}
}

/* A cell that goes on below asks for a part worth reading only. */
static double standing_need(
	const struct measured_table *table, const struct standing *standing)
{
	const struct measured_cell *cell = standing->cell;
	if (standing->ends) {
		double rest = cell_rest_height(standing_text(standing), standing->at);
		return cell_need(table, cell, rest, standing->stood);
	}
	double part = standing_is_label(standing)
			      ? cell_rest_height(standing_text(standing), standing->at)
			      : cell_least_height(cell, standing->at);
	return part + cell_inset_down(table, cell);
}

double table_row_least(
	const struct measured_table *table, const struct table_state *state, int row)
{
	double stood = state->begun && row == state->row ? state->stood : 0;
	return fmax(table_row_minimum(table),
		(double)table->block->rows[row].minimum - stood);
}

/* The height of a row by itself: of one that was begun, its cells tell. */
static double height_alone(const struct rows_ahead *ahead, int index)
{
	const struct measured_table *table = ahead->table;
	if (index < ahead->group_count) {
		return table->natural[ahead->groups[index]];
	}
	bool rest = index == ahead->group_count && ahead->state->begun;
	int row = ahead->state->row + index - ahead->group_count;
	return rest ? table_row_least(table, ahead->state, row) : table->natural[row];
}

static void find_heights(const struct rows_ahead *ahead, struct trial *trial)
{
	const struct measured_table *table = ahead->table;
	struct edge_span *needs =
		g_new(struct edge_span, (gsize)(trial->row_count + trial->cell_count));
	int count = 0;
	trial->alone = g_new(double, (gsize)trial->row_count);
	for (int i = 0; i < trial->row_count; i++) {
		trial->alone[i] = height_alone(ahead, i);
		needs[count++] = (struct edge_span){i, i + 1, trial->alone[i]};
	}
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		if (standing->from_above || standing->cell->cell->row_span > 1) {
			needs[count++] = (struct edge_span){standing->first,
				standing->end, standing_need(table, standing)};
		}
	}
	trial->heights = g_new(double, (gsize)trial->row_count);
	table_rows_share(
		needs, count, table_row_minimum(table), trial->row_count, trial->heights);
	trial->total = table_rows_sum(trial->heights, 0, trial->row_count);
	g_free(needs);
}

struct trial trial_of(const struct rows_ahead *ahead, int end)
{
	int rows = end - ahead->state->row;
	int repeated = rows > 0 ? ahead->group_count : 0;
	struct trial trial = {
		.end = end, .repeated = repeated, .row_count = repeated + rows};
	stand_cells(ahead, end, &trial);
	find_heights(ahead, &trial);
	return trial;
}

struct trial trial_make(
	const struct measured_table *table, const struct table_state *state, int end)
{
	struct rows_ahead ahead = rows_ahead_make(table, state, end, false);
	struct trial trial = trial_of(&ahead, end);
	rows_ahead_finish(&ahead);
	return trial;
}

void trial_finish(struct trial *trial)
{
	g_free(trial->cells);
	g_free(trial->alone);
	g_free(trial->heights);
	*trial = (struct trial){0};
}
