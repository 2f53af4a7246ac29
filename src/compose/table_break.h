/* Which rows a page takes: rows are tried with the cells that stand in them. */
#ifndef COMPOSE_TABLE_BREAK_H
#define COMPOSE_TABLE_BREAK_H

#include "compose/table_fill.h"

/** A cell as it stands in the rows that are tried. */
struct standing {
	const struct measured_cell *cell;
	struct cell_position at;
	int first;       /* rows, from the first one tried */
	int end;         /* at most as many as are tried */
	bool ends;       /* its last row is among them */
	bool from_above; /* begins on an earlier page */
	bool shown;      /* as a label, there */
};

/** Rows on trial: what stands in them and how high they would be. */
struct trial {
	int row_count;
	struct standing *cells;
	int cell_count;
	double *heights;
	double total;
};

/** Tries the rows from a state up to `end`; free it with trial_finish(). */
struct trial trial_make(
	const struct measured_table *table, const struct table_state *state, int end);
void trial_finish(struct trial *trial);

/** Whether a cell shows all its text on every page. */
bool standing_is_label(const struct standing *standing);

/** Tries as many rows as fit into the height, maybe none. */
struct trial table_break(const struct measured_table *table,
	const struct table_state *state, double height);

/** Whether the row after `end - 1` may be parted: it is higher than half a page, or was
 * parted before. */
bool table_row_parts(const struct measured_table *table, const struct table_state *state,
	int row, double page);

/** The last row boundary up to `end` where the table may be parted; the state's row:
 * none. */
int table_boundary(
	const struct measured_table *table, const struct table_state *state, int end);

#endif
