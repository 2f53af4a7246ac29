/* Rows that pages add to a table: the sum of their own rows, what is carried to the next
 * page and what came from the one before. The search for page breaks knows how high they
 * are; what they say is known when the breaks are. */
#ifndef COMPOSE_TABLE_SUMS_H
#define COMPOSE_TABLE_SUMS_H

#include "compose/measure.h"
#include "compose/table_fill.h"

/** Gives a table of the text its sums; those of tables in cells are never asked for. */
void table_sums_shape(const struct measuring *measuring, struct measured_table *table);

/** Cells that stand for any such row, as wide as need be: what columns must hold. */
int table_sums_cell_count(const struct measured_table *table);
const struct measured_cell *table_sums_cells(const struct measured_table *table);

/** Breaks labels and sums for the columns' widths, and finds the heights of rows. */
void table_sums_set(const struct measuring *measuring, struct measured_table *table);

/** The height of rows added above the others where a state goes on, and below them where
 * the table goes on or ends. */
double table_sums_above_height(
	const struct measured_table *table, const struct table_state *state);
double table_sums_below_height(const struct measured_table *table, bool ends);

/** Adds the rows to a fragment's body, their sums left blank. */
void table_sums_add(const struct table_state *state, const struct room *room,
	struct fragment *fragment);

/** Writes the sums into the rows that a fragment got. */
void table_sums_write(const struct measuring *measuring, const struct fragment *fragment);

#endif
