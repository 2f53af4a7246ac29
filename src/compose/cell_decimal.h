/* Numbers of a column with their decimal points below each other. */
#ifndef COMPOSE_CELL_DECIMAL_H
#define COMPOSE_CELL_DECIMAL_H

#include "compose/measured.h"

/** What the numbers of a column take before their points and from there on. */
struct decimal_extent {
	double before;
	double after;
};

/** Finds which cells of a shaped table hold such numbers, and what each column's take. */
void table_decimals_find(struct arena *arena, struct measured_table *table);

/** The width in which the numbers of its column stand beside a number of its own; 0: it
 * holds none. */
double cell_decimal_need(
	const struct measured_table *table, const struct measured_cell *cell);

/** How far to the right a set cell goes: numbers to their column's point, other text to
 * the middle; 0 where nothing is asked or the text has several lines. */
double cell_decimal_shift(
	const struct measured_table *table, const struct measured_cell *cell);

#endif
