/* Rows on trial: what would stand in them, and how high they would be. */
#ifndef COMPOSE_TABLE_TRIAL_H
#define COMPOSE_TABLE_TRIAL_H

#include "compose/table_fill.h"

/** The rows from a state on, and what stands in them, ready to be tried. */
struct rows_ahead {
	const struct measured_table *table;
	const struct table_state *state;
	int end;     /* no more rows than these can be tried */
	int *groups; /* the rows that stand again above them: heads of groups */
	int group_count;
	struct open_cell *cells; /* those from above, then by row */
	int cell_count;
};

/** A cell as it stands in the rows that are tried. */
struct standing {
	const struct measured_cell *cell;
	struct cell_position at;
	int first;       /* rows of the trial */
	int end;         /* at most as many as are tried */
	bool ends;       /* its last row is among them */
	bool from_above; /* begins on an earlier page */
	bool shown;      /* as a label, there */
	double stood;    /* height of its parts there */
	bool repeated;   /* stands in the head of a group, there too */
};

/** Rows on trial. */
struct trial {
	int end;       /* the table's row after the last one tried */
	int repeated;  /* heads of groups, above the others */
	int row_count; /* with these */
	struct standing *cells;
	int cell_count;
	double *alone; /* the heights of rows by themselves */
	double *heights;
	double total;
};

/** The rows from a state up to `end`; with `spans_only` those cells are left out that
 * stand in one row, which has their height anyway. Free it with rows_ahead_finish(). */
struct rows_ahead rows_ahead_make(const struct measured_table *table,
	const struct table_state *state, int end, bool spans_only);
void rows_ahead_finish(struct rows_ahead *ahead);

/** How many of a table's rows would fit if no cell spanned any: never fewer than do. */
int rows_ahead_most(const struct measured_table *table, const struct table_state *state,
	double height);

/** Tries the rows ahead up to `end`; free it with trial_finish(). */
struct trial trial_of(const struct rows_ahead *ahead, int end);
void trial_finish(struct trial *trial);

/** Tries rows with all their cells. */
struct trial trial_make(
	const struct measured_table *table, const struct table_state *state, int end);

/** What a row has to have in any case where a state goes on: of one that was begun, what
 * its parts that stood leave of it. */
double table_row_least(
	const struct measured_table *table, const struct table_state *state, int row);

/** Whether a cell shows all its text on every page, and what it shows on this one. */
bool standing_is_label(const struct standing *standing);
const struct measured_cell *standing_text(const struct standing *standing);

#endif
