/* Widths to begin with: those that would make the table least high if text could be cut
 * anywhere, so that a cell had an area rather than lines. */
#ifndef COMPOSE_COLUMNS_START_H
#define COMPOSE_COLUMNS_START_H

#include "compose/columns_edges.h"

/** Finds widths, together `total`, that meet all span needs: what minimises the sum over
 * rows of the highest cell's area / width, by a bounded number of rounds. */
void columns_start(const struct column_task *task, const struct columns_edges *edges,
	const double *span_needs, double total, double *widths);

#endif
