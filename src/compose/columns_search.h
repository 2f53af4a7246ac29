/* Row heights and column widths that make the table as low as local search finds, on true
 * line counts. */
#ifndef COMPOSE_COLUMNS_SEARCH_H
#define COMPOSE_COLUMNS_SEARCH_H

#include "compose/columns_edges.h"
#include "compose/columns_needs.h"

/** What is searched: a task with what constrains it and what its cells need. */
struct columns_search {
	const struct column_task *task;
	const struct columns_edges *edges;
	struct columns_needs *needs;
	struct arena *arena;
};

/** Lowers rows, from the heights that they have at some widths on, as long as all columns
 * together need no more than the task's width. `span_needs` gets what the spans need for
 * the heights found. Gives the height of all rows by weight; HUGE_VAL where the widths
 * given were not enough to begin with. */
double columns_search(
	const struct columns_search *search, const double *widths, double *span_needs);

#endif
