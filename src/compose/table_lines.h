/* Blocks that stand with a table: its caption and the lines above its frame, notes below
 * it. They belong to its fragments. */
#ifndef COMPOSE_TABLE_LINES_H
#define COMPOSE_TABLE_LINES_H

#include "compose/measure.h"
#include "compose/table_fill.h"

/** Shapes a table's captions and lines, and breaks them for a measure. */
void table_lines_shape(const struct measuring *measuring, struct measured_table *table);
void table_lines_set(
	const struct measuring *measuring, struct measured_table *table, double width);

/** Makes lines above tables of a list that take more than half a page blocks before the
 * table, which pages part; such lines for further pages are dropped, with a warning. */
void table_lines_loosen(const struct measuring *measuring, struct measured_list *list);

/** The height of what stands above the frame where a state goes on, and of all that
 * stands below the last row, with the space to the frame. */
double table_lines_above_height(
	const struct measured_table *table, const struct table_state *state);
double table_lines_below_height(const struct measured_table *table);

/** Whether the lines below may part, since no page of that height holds them with a row;
 * and what of them has to stand under the last row. */
bool table_lines_part(const struct measured_table *table, double page);
double table_lines_below_least(const struct measured_table *table, double page);

/** Sets the lines above the frame into a fragment. */
void table_lines_fill_above(const struct table_state *state, const struct room *room,
	struct fragment *fragment);

/** Sets the lines below the last row, from a position on, into what a fragment leaves of
 * a room; what is left over becomes its next state. Such fragments may have no rows. */
void table_lines_fill_below(const struct table_state *state, const struct room *room,
	struct fragment *fragment);

#endif
