/* The rules of a fragment: one stroke an edge, none inside a span, equal ones in one
 * piece. */
#ifndef COMPOSE_TABLE_RULES_H
#define COMPOSE_TABLE_RULES_H

#include "compose/table_fill.h"

/** The edges of a fragment's columns and rows, in points on the page. */
struct fragment_edges {
	const double *x;   /* column_count + 1 */
	const double *y;   /* row_count + 1 */
	int row_count;     /* of head and body together */
	int head_rows;     /* of these */
	double rule_above; /* weights that are reserved on the first and the last edge */
	double rule_below;
};

/** Appends a fragment's rules (struct item_rule), thin ones first. Rules lie centred on
 * edges; those of the frame end flush with each other at its corners. */
void table_rules(const struct fragment *fragment, const struct fragment_edges *edges,
	GArray *rules);

#endif
