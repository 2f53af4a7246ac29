/* The heights of rows, from what cells need that may span several. Plain numbers, in
 * points. */
#ifndef COMPOSE_TABLE_ROWS_H
#define COMPOSE_TABLE_ROWS_H

#include "compose/edges.h"

/** Finds heights that meet every need (a span over rows), each at least `minimum`, and
 * are least in all. What a spanning cell needs beyond its rows is shared out in
 * proportion to what they have, as far as other needs let it. Uses the needs up. */
void table_rows_share(struct edge_span *needs, int need_count, double minimum,
	int row_count, double *heights);

/** The height of rows [first, end). */
double table_rows_sum(const double *heights, int first, int end);

#endif
