/* The width that is left when rows are as low as they get. */
#ifndef COMPOSE_COLUMNS_SPREAD_H
#define COMPOSE_COLUMNS_SPREAD_H

#include "compose/columns_edges.h"

/** Spreads a task's whole width over columns whose spans need so much: in proportion,
 * less to columns whose cells would not be set otherwise, whole characters where that can
 * be. What is less than a character goes to the widest column. */
void columns_spread(const struct column_task *task, const struct columns_edges *edges,
	const double *span_needs, double *widths);

#endif
