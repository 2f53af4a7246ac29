/* The rows of a long table that widths are searched with: those with most text, and for
 * the others some of every length, each counted for as many as it stands for. */
#ifndef COMPOSE_COLUMNS_SAMPLE_H
#define COMPOSE_COLUMNS_SAMPLE_H

#include "compose/columns_edges.h"

/** A table of fewer rows; cells that span rows are so much lower as rows are left out. */
struct columns_sample {
	struct column_task task;
	struct columns_edges edges; /* those of the whole table */
	const double *floors;       /* of its cells */
};

/** Takes a sample of a table whose cells have these floors; short tables are their own
 * sample. Lives in the arena. */
struct columns_sample columns_sample_take(struct arena *arena,
	const struct column_task *task, const struct columns_edges *edges,
	const double *floors);

#endif
