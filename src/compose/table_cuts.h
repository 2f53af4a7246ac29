/* Where one page may break a table, and what each place costs. The unit of cost is a
 * page: what a break that nobody minds costs, and a page left blank would. */
#ifndef COMPOSE_TABLE_CUTS_H
#define COMPOSE_TABLE_CUTS_H

#include "compose/table_fill.h"

/** A place where a page may break a table. */
struct cut_choice {
	struct table_cut cut;
	double cost;
	bool ends;                      /* the table */
	const struct table_state *next; /* NULL: the table ends, or goes on at a whole row
					 * into which at most labels reach */
};

/** Appends to choices (struct cut_choice) where a page with that room may break the
 * table: at the rows in the lower part of what fits, in the first one that does not, and
 * where table_fill() would. None where no row would stand well. States are made in the
 * room's arena. */
void table_cuts_find(const struct measured_table *table, const struct table_state *state,
	const struct room *room, GArray *choices);

/** What table_fill() does with a fresh page, whatever that breaks. */
struct cut_choice table_cut_anywhere(const struct measured_table *table,
	const struct table_state *state, const struct room *room);

/** The state before a row into which at most labels reach, going on from a state. */
const struct table_state *table_state_between(const struct measured_table *table,
	const struct table_state *state, int row, struct arena *arena);

/** What a page costs on which a state became a fragment, and one that stays blank below
 * what stands there. */
double table_cut_cost(const struct table_state *state, const struct fragment *fragment,
	const struct room *room);
double table_blank_cost(const struct room *room);

/** Whether a table's first fragment is more than its head with a lone low row. */
bool table_begins_well(const struct fragment *fragment, double page);

#endif
