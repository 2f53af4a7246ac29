/* Two ways down, on budgets of row heights: lowering one row after the other, and
 * widening one span as far as lowers most rows for its width. What they end in is shaken:
 * a span is narrowed by giving rows lines, and if more lines can be saved with the width,
 * so be it. */
#include "compose/columns_search.h"

#include "compose/columns_budget.h"
#include "compose/columns_heights.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	SHAKES = 4, /* rounds */
	SHAKE_DEPTH = 3,
};

static const double SAME_HEIGHT = 1e-4;
static const double SAME_WIDTH = 1e-6;

struct descent {
	const struct columns_search *search;
	struct columns_budget *budget;
	bool widening;              /* rows are lowered together too */
	bool *shut;                 /* rows that are not lowered */
	struct lowering *lowerings; /* what may be done */
	int lowering_count;
};

/* Some rows to lower: those from `first` on among the lowerings. */
struct choice {
	int first;
	int end;
	double least; /* width of all columns then */
	double worth; /* height for width */
};

static double row_weight(const struct columns_search *search, int row)
{
	return search->task->row_weights ? search->task->row_weights[row] : 1;
}

static double worth_of(const struct descent *descent, double gain, double least)
{
	return gain / (fmax(0, least - descent->budget->least) + SAME_WIDTH);
}

/* ---- what can be done ---- */

/* Collects the rows that can be lowered; lowers those at once that cost no width. A row
 * for which there is no room is shut: room only gets less. */
static void collect(struct descent *descent)
{
	const struct column_task *task = descent->search->task;
	struct columns_budget *budget = descent->budget;
	descent->lowering_count = 0;
	for (int row = 0; row < task->row_count; row++) {
		struct lowering *lowering = &descent->lowerings[descent->lowering_count];
		while (!descent->shut[row] && columns_budget_try(budget, row, lowering)) {
			if (lowering->least > task->width + SAME_WIDTH) {
				descent->shut[row] = true;
			} else if (lowering->least > budget->least + SAME_WIDTH) {
				descent->lowering_count++;
				break;
			} else {
				columns_budget_lower(budget, lowering);
			}
		}
	}
}

static struct choice best_single(const struct descent *descent)
{
	struct choice best = {0};
	for (int i = 0; i < descent->lowering_count; i++) {
		const struct lowering *lowering = &descent->lowerings[i];
		double gain = lowering->by * row_weight(descent->search, lowering->row);
		double worth = worth_of(descent, gain, lowering->least);
		if (worth > best.worth) {
			best = (struct choice){i, i + 1, lowering->least, worth};
		}
	}
	return best;
}

static int by_need(const void *left, const void *right)
{
	const struct lowering *a = left;
	const struct lowering *b = right;
	if (a->span != b->span) {
		return a->span - b->span;
	}
	return a->need < b->need ? -1 : a->need > b->need;
}

/* The best widening of one span: all rows that then need no more of it are lowered. */
static struct choice best_widening(struct descent *descent)
{
	struct choice best = {0};
	int first = 0;
	double gain = 0;
	qsort(descent->lowerings, (size_t)descent->lowering_count,
		sizeof *descent->lowerings, by_need);
	for (int i = 0; i < descent->lowering_count; i++) {
		const struct lowering *lowering = &descent->lowerings[i];
		if (lowering->span != descent->lowerings[first].span) {
			first = i;
			gain = 0;
		}
		gain += lowering->by * row_weight(descent->search, lowering->row);
		double worth = worth_of(descent, gain, lowering->least);
		if (lowering->span >= 0 && worth > best.worth) {
			best = (struct choice){first, i + 1, lowering->least, worth};
		}
	}
	return best;
}

/* ---- descent ---- */

/* Lowers rows one by one as far as the width reckoned with allows: rows that share a cell
 * can ask for more together than each alone. */
static void lower_chosen(struct descent *descent, const struct choice *choice)
{
	for (int i = choice->first; i < choice->end; i++) {
		struct lowering lowering;
		if (columns_budget_try(
			    descent->budget, descent->lowerings[i].row, &lowering) &&
			lowering.least <= choice->least + SAME_WIDTH) {
			columns_budget_lower(descent->budget, &lowering);
		}
	}
}

static void descend(struct descent *descent)
{
	for (;;) {
		collect(descent);
		struct choice choice = {0};
		if (descent->lowering_count > 0 && descent->widening) {
			choice = best_widening(descent);
		}
		struct choice single = best_single(descent);
		if (single.worth > choice.worth) {
			choice = single;
		}
		if (choice.worth <= 0) {
			return;
		}
		lower_chosen(descent, &choice);
	}
}

/* ---- shaking ---- */

static void open_all(struct descent *descent)
{
	memset(descent->shut, 0,
		(size_t)descent->search->task->row_count * sizeof *descent->shut);
}

static double height_of(const struct descent *descent)
{
	return columns_height_sum(descent->search->task, descent->budget->heights);
}

/* Narrows a span so many times, then lowers other rows, then any. */
static bool shake_span(struct descent *descent, int span, int depth)
{
	open_all(descent);
	for (int i = 0; i < depth; i++) {
		if (!columns_budget_relax(descent->budget, span, descent->shut)) {
			return false;
		}
	}
	descend(descent);
	open_all(descent);
	descend(descent);
	return true;
}

/* Tries to narrow each span; keeps in `heights` the best that came of it. */
static bool shake(struct descent *descent, double *heights)
{
	const struct columns_search *search = descent->search;
	size_t size = (size_t)search->task->row_count * sizeof *heights;
	double best = columns_height_sum(search->task, heights);
	bool better = false;
	for (int span = 0; span < search->edges->span_count; span++) {
		for (int depth = 1; depth <= SHAKE_DEPTH; depth++) {
			columns_budget_set(descent->budget, heights);
			if (!shake_span(descent, span, depth)) {
				break;
			}
			if (height_of(descent) < best - SAME_HEIGHT) {
				best = height_of(descent);
				memcpy(heights, descent->budget->heights, size);
				better = true;
			}
		}
	}
	return better;
}

/* ---- search ---- */

/* Descends from heights, keeps what is lower than `best`, and gives its height. */
static double descend_from(
	struct descent *descent, const double *from, double *heights, double best)
{
	const struct column_task *task = descent->search->task;
	columns_budget_set(descent->budget, from);
	if (descent->budget->least > task->width + SAME_HEIGHT) {
		return best;
	}
	open_all(descent);
	descend(descent);
	if (height_of(descent) < best - SAME_HEIGHT) {
		best = height_of(descent);
		memcpy(heights, descent->budget->heights,
			(size_t)task->row_count * sizeof *heights);
	}
	return best;
}

double columns_search(
	const struct columns_search *search, const double *widths, double *span_needs)
{
	const struct column_task *task = search->task;
	struct arena *arena = search->arena;
	struct descent descent = {
		.search = search,
		.budget = columns_budget_create(search),
		.shut = arena_new_array(arena, bool, task->row_count),
		.lowerings = arena_new_array(arena, struct lowering, task->row_count + 1),
	};
	double *from = arena_new_array(arena, double, task->row_count);
	double *heights = arena_new_array(arena, double, task->row_count);
	columns_heights(task, widths, from);
	double best = descend_from(&descent, from, heights, HUGE_VAL);
	descent.widening = true;
	best = descend_from(&descent, from, heights, best);
	if (best >= HUGE_VAL) {
		return best;
	}
	for (int i = 0; i < SHAKES && shake(&descent, heights); i++) {
	}
	columns_budget_set(descent.budget, heights);
	memcpy(span_needs, descent.budget->tops,
		(size_t)search->edges->span_count * sizeof *span_needs);
	return height_of(&descent);
}
