/* How a table is shared out among pages. */
#ifndef COMPOSE_TABLE_PLAN_H
#define COMPOSE_TABLE_PLAN_H

#include "compose/table_fill.h"

/** A table about to be set. */
struct plan_task {
	const struct measured_table *table;
	struct arena *arena; /* for the plan */
	double first;        /* height that is left on the page where it may begin */
	double page;         /* height of the pages after it */
	bool fresh;          /* nothing stands on the first one */
	bool bound;          /* what stands there must not be left by the table */
};

/** A page each, the first one too: where it breaks the table. */
struct table_plan {
	const struct table_cut *cuts;
	int count;
	double cost;
};

/** Finds the cuts of least cost, looking at no more than a few states a page. */
struct table_plan table_plan(const struct plan_task *task);

#endif
