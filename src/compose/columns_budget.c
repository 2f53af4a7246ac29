#include "compose/columns_budget.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Points that count as nothing in heights, and in widths. */
static const double SAME_HEIGHT = 1e-4;
static const double SAME_WIDTH = 1e-6;

/* ---- making ---- */

static double known_width(
	const struct columns_edges *edges, const struct column_cell *cell)
{
	double width = 0;
	for (int i = cell->first; i < cell->end; i++) {
		width += edges->known_widths[i];
	}
	return width;
}

/* A cell in columns of known width has one height, others at least that of all their
 * paragraphs on a line each. */
static double least_height(const struct columns_search *search, int cell)
{
	const struct column_cell *of = &search->task->cells[cell];
	if (search->edges->span_of[cell] < 0) {
		double width = known_width(search->edges, of);
		return columns_cell_height(of, columns_lines(search->task, cell, width));
	}
	return columns_cell_height(of, columns_fewest(search->needs, cell));
}

/* Whether a cell's row has one height for it, whatever its width. */
static bool is_settled(const struct columns_search *search, int cell)
{
	const struct column_cell *of = &search->task->cells[cell];
	return of->row_end - of->row == 1 &&
	       (search->edges->span_of[cell] < 0 ||
		       columns_most(search->needs, cell) ==
			       columns_fewest(search->needs, cell));
}

/* Settled cells end here, as the least heights of their rows. */
static void find_cells(struct columns_budget *budget)
{
	const struct columns_search *search = budget->search;
	const struct column_task *task = search->task;
	budget->cells = arena_new_array(search->arena, int, task->cell_count);
	budget->cell_leasts = arena_new_array(search->arena, double, task->cell_count);
	budget->row_leasts = arena_new_array(search->arena, double, task->row_count);
	for (int row = 0; row < task->row_count; row++) {
		budget->row_leasts[row] = task->minimum_row;
	}
	for (int i = 0; i < task->cell_count; i++) {
		budget->cell_leasts[i] = least_height(search, i);
		if (is_settled(search, i)) {
			double *least = &budget->row_leasts[task->cells[i].row];
			*least = fmax(*least, budget->cell_leasts[i]);
		} else {
			budget->cells[budget->cell_count++] = i;
		}
	}
}

static void find_row_cells(struct columns_budget *budget)
{
	const struct column_task *task = budget->search->task;
	struct arena *arena = budget->search->arena;
	int *firsts = arena_new_array(arena, int, task->row_count + 2);
	for (int i = 0; i < budget->cell_count; i++) {
		const struct column_cell *cell = &task->cells[budget->cells[i]];
		for (int row = cell->row; row < cell->row_end; row++) {
			firsts[row + 2]++;
		}
	}
	for (int row = 0; row < task->row_count; row++) {
		firsts[row + 2] += firsts[row + 1];
	}
	budget->row_cells = arena_new_array(arena, int, firsts[task->row_count + 1]);
	budget->row_firsts = firsts;
	for (int i = 0; i < budget->cell_count; i++) {
		const struct column_cell *cell = &task->cells[budget->cells[i]];
		for (int row = cell->row; row < cell->row_end; row++) {
			budget->row_cells[firsts[row + 1]++] = budget->cells[i];
		}
	}
}

struct columns_budget *columns_budget_create(const struct columns_search *search)
{
	struct arena *arena = search->arena;
	int cell_count = search->task->cell_count;
	int row_count = search->task->row_count;
	struct columns_budget *budget = arena_new(arena, struct columns_budget);
	budget->search = search;
	find_cells(budget);
	find_row_cells(budget);
	budget->heights = arena_new_array(arena, double, row_count);
	budget->rooms = arena_new_array(arena, double, cell_count);
	budget->needs = arena_new_array(arena, double, cell_count);
	budget->tops = arena_new_array(arena, double, search->edges->span_count);
	budget->raised = arena_new_array(arena, double, search->edges->span_count);
	budget->lowerings = arena_new_array(arena, struct lowering, row_count);
	budget->fresh = arena_new_array(arena, bool, row_count);
	return budget;
}

/* ---- heights ---- */

/* What a cell needs in a room; 0 where its columns are known. */
static double need_in(const struct columns_budget *budget, int cell, double room)
{
	const struct columns_search *search = budget->search;
	if (search->edges->span_of[cell] < 0) {
		return 0;
	}
	int lines = columns_cell_room(&search->task->cells[cell], room + SAME_HEIGHT);
	return columns_need(search->needs, cell, lines);
}

void columns_budget_set(struct columns_budget *budget, const double *heights)
{
	const struct column_task *task = budget->search->task;
	memmove(budget->heights, heights, (size_t)task->row_count * sizeof *heights);
	memset(budget->fresh, 0, (size_t)task->row_count * sizeof *budget->fresh);
	for (int k = 0; k < budget->cell_count; k++) {
		int i = budget->cells[k];
		const struct column_cell *cell = &task->cells[i];
		budget->rooms[i] = 0;
		for (int row = cell->row; row < cell->row_end; row++) {
			budget->rooms[i] += heights[row];
		}
		budget->needs[i] = need_in(budget, i, budget->rooms[i]);
	}
	columns_span_needs(
		budget->search->edges, budget->search->task, budget->needs, budget->tops);
	budget->least = columns_least(budget->search->edges, budget->tops);
}

/* ---- lowering ---- */

/* How far a cell lets its rows go down before it has a line less; what it has beyond all
 * the lines it could want is less than a line. */
static double cell_step(const struct columns_budget *budget, int cell)
{
	const struct columns_search *search = budget->search;
	const struct column_cell *of = &search->task->cells[cell];
	double slack = budget->rooms[cell] - budget->cell_leasts[cell];
	if (search->edges->span_of[cell] < 0 || slack < SAME_HEIGHT) {
		return slack;
	}
	int lines = columns_cell_room(of, budget->rooms[cell] - SAME_HEIGHT);
	lines = MIN(lines, columns_most(search->needs, cell));
	return fmin(slack, budget->rooms[cell] - columns_cell_height(of, lines));
}

/* Sets the needs that a row would have lower against the tops. */
static void raise_tops(struct columns_budget *budget, struct lowering *lowering)
{
	const struct columns_edges *edges = budget->search->edges;
	int first = budget->row_firsts[lowering->row];
	int end = budget->row_firsts[lowering->row + 1];
	bool several = false;
	memcpy(budget->raised, budget->tops,
		(size_t)edges->span_count * sizeof *budget->tops);
	for (int i = first; i < end; i++) {
		int cell = budget->row_cells[i];
		int span = edges->span_of[cell];
		if (span < 0) {
			continue;
		}
		double need = need_in(budget, cell, budget->rooms[cell] - lowering->by);
		if (need > budget->raised[span] + SAME_WIDTH) {
			several = several ||
				  (lowering->span >= 0 && lowering->span != span);
			lowering->span = span;
			lowering->need = need;
			budget->raised[span] = need;
		}
	}
	lowering->span = several ? -1 : lowering->span;
}

/* What holds of a row as long as no cell in it changes its room; its width apart. */
static bool find_lowering(struct columns_budget *budget, int row)
{
	struct lowering *lowering = &budget->lowerings[row];
	double by = budget->heights[row] - budget->row_leasts[row];
	for (int i = budget->row_firsts[row];
		i < budget->row_firsts[row + 1] && by > SAME_HEIGHT; i++) {
		by = fmin(by, cell_step(budget, budget->row_cells[i]));
	}
	*lowering = (struct lowering){row, by, budget->least, -1, 0};
	if (by <= SAME_HEIGHT) {
		return false;
	}
	raise_tops(budget, lowering);
	return true;
}

/* A row that needs more of one span only is looked at in detail once: other spans grow
 * but do not shrink. */
bool columns_budget_try(struct columns_budget *budget, int row, struct lowering *lowering)
{
	const struct columns_edges *edges = budget->search->edges;
	struct lowering *found = &budget->lowerings[row];
	bool several = found->need > 0 && found->span < 0;
	if (!budget->fresh[row] || several) {
		budget->fresh[row] = true;
		if (find_lowering(budget, row) && found->need > 0) {
			found->least = columns_least(edges, budget->raised);
		}
	} else if (found->need > 0) {
		double top = budget->tops[found->span];
		budget->tops[found->span] = fmax(top, found->need);
		found->least = columns_least(edges, budget->tops);
		budget->tops[found->span] = top;
	} else {
		found->least = budget->least;
	}
	*lowering = *found;
	return found->by > SAME_HEIGHT;
}

/* A cell's room changed: the rows where it stands are looked at anew. */
static void lower_cell(struct columns_budget *budget, int cell, double by)
{
	const struct column_cell *of = &budget->search->task->cells[cell];
	int span = budget->search->edges->span_of[cell];
	budget->rooms[cell] -= by;
	budget->needs[cell] = need_in(budget, cell, budget->rooms[cell]);
	for (int row = of->row; row < of->row_end; row++) {
		budget->fresh[row] = false;
	}
	if (span >= 0) {
		budget->tops[span] = fmax(budget->tops[span], budget->needs[cell]);
	}
}

void columns_budget_lower(struct columns_budget *budget, const struct lowering *lowering)
{
	int row = lowering->row;
	double by = lowering->by;
	budget->heights[row] -= by;
	budget->fresh[row] = false;
	for (int i = budget->row_firsts[row]; i < budget->row_firsts[row + 1]; i++) {
		lower_cell(budget, budget->row_cells[i], by);
	}
	budget->least = columns_least(budget->search->edges, budget->tops);
}

/* ---- raising ---- */

static bool is_top(const struct columns_budget *budget, int cell, int span)
{
	return budget->search->edges->span_of[cell] == span &&
	       budget->needs[cell] > budget->tops[span] - SAME_WIDTH;
}

/* What a span would need if each cell that asks for most had a line more. */
static double need_below(const struct columns_budget *budget, int span)
{
	const struct columns_search *search = budget->search;
	double below = 0;
	for (int k = 0; k < budget->cell_count; k++) {
		int i = budget->cells[k];
		double need = search->edges->span_of[i] == span ? budget->needs[i] : 0;
		if (is_top(budget, i, span)) {
			int lines = columns_cell_room(
				&search->task->cells[i], budget->rooms[i] + SAME_HEIGHT);
			need = columns_need(search->needs, i, lines + 1);
		}
		below = fmax(below, need);
	}
	return below;
}

/* Gives a cell lines, on its last row, until it needs at most so much. */
static bool raise_cell(struct columns_budget *budget, int cell, double need)
{
	const struct columns_search *search = budget->search;
	const struct column_cell *of = &search->task->cells[cell];
	int lines = columns_cell_room(of, budget->rooms[cell] + SAME_HEIGHT);
	while (columns_need(search->needs, cell, lines) > need + SAME_WIDTH) {
		if (lines >= columns_most(search->needs, cell)) {
			return false;
		}
		lines++;
	}
	double by = columns_cell_height(of, lines) - budget->rooms[cell];
	budget->heights[of->row_end - 1] += fmax(0, by);
	return true;
}

bool columns_budget_relax(struct columns_budget *budget, int span, bool *raised)
{
	const struct columns_search *search = budget->search;
	double below = need_below(budget, span);
	bool any = false;
	if (below > budget->tops[span] - SAME_WIDTH) {
		return false;
	}
	for (int k = 0; k < budget->cell_count; k++) {
		int i = budget->cells[k];
		if (is_top(budget, i, span)) {
			if (!raise_cell(budget, i, below)) {
				return false;
			}
			raised[search->task->cells[i].row_end - 1] = true;
			any = true;
		}
	}
	columns_budget_set(budget, budget->heights);
	return any;
}
