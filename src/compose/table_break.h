/* Where a page may break a table, going by its rows alone. */
#ifndef COMPOSE_TABLE_BREAK_H
#define COMPOSE_TABLE_BREAK_H

#include "compose/table_trial.h"

/** Tries as many rows as fit into the height with what stands under them, maybe none. */
struct trial table_break(const struct measured_table *table,
	const struct table_state *state, double height, const struct table_foot *foot);

/** Whether a row of that height may be parted wherever it stands: it is higher than half
 * a page (CSS Tables 3, fragmentation of rows), or its table's style says so. */
bool table_row_parts(const struct measured_table *table, double height, double page);

/** Whether a row stays with the one below it: kept with it, or the head of a group. */
bool table_row_holds_next(const struct measured_table *table, int row);

/** The last row boundary up to `end` where the table may be parted; the state's row:
 * none. */
int table_boundary(
	const struct measured_table *table, const struct table_state *state, int end);

#endif
