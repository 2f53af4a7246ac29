/* Tables in pieces: fill(state, height) -> what stands there, next state. A state says in
 * which row the table goes on and how much of the cells that are open there stood
 * already, tables in cells included. Fragments are finished values: placing them decides
 * nothing. */
#ifndef COMPOSE_TABLE_FILL_H
#define COMPOSE_TABLE_FILL_H

#include "compose/measured.h"
#include "compose/page_grid.h"

/** How far a cell's content was set. */
struct cell_position {
	int block;
	int line;                         /* of a paragraph */
	const struct table_state *nested; /* of a table; NULL: its beginning */
};

struct open_cell {
	const struct measured_cell *cell;
	struct cell_position at;
	bool shown;   /* as a label, on an earlier page */
	double stood; /* height of the cell's parts there */
};

struct table_state {
	int row;
	bool begun;      /* parts of the row stood already */
	double stood;    /* then: their height */
	bool resumed;    /* a fragment stood already */
	bool head_flows; /* the head is too tall to repeat: its rows are like others */
	const struct open_cell *open; /* cells that reach into `row` from above, and where
				       * it is begun its own ones */
	int open_count;
	struct cell_position below; /* in the lines below, where all rows stood */
};

/** A paragraph's lines or a table's fragment, at its place. */
struct placed {
	const struct measured *block;
	double y;  /* from the head of what it stands in */
	int first; /* lines */
	int end;
	const struct fragment *fragment;
};

/** A cell's part in a band of rows. */
struct placed_cell {
	const struct measured_cell *cell;
	int first; /* rows of the band */
	int end;
	const struct placed *content;
	int content_count;
	double height;   /* of the content */
	bool parted;     /* begins earlier or goes on later: stands at the top */
	bool from_above; /* begins on an earlier page */
	bool repeated;   /* a label that stood there */
};

/** Rows that stand below each other. */
struct band {
	const double *heights;
	int row_count;
	const struct placed_cell *cells;
	int cell_count;
};

/** A part of a cell's content. */
struct cell_part {
	const struct placed *content;
	int count;
	double height;
	struct cell_position next;
	bool done;
};

/** Rows that a page adds. */
enum sum_row {
	SUM_OF_PAGE,
	SUM_FORWARD,
	SUM_BROUGHT,
	SUM_ROWS,
};

struct fragment {
	const struct measured_table *table;
	struct cell_part above;  /* caption and lines, with the space to the frame */
	const struct band *head; /* NULL: none */
	struct band body;        /* no rows: only lines below are left */
	int row;                 /* of the table, where it goes on */
	struct cell_part below;
	double below_space;              /* between the frame and these */
	enum sum_row sum_rows[SUM_ROWS]; /* rows of the body that the page adds */
	int sum_count;
	int sum_place; /* the row of the body from which those stand that are no
			* brought ones */
	struct placed_cell *sum_cells; /* of these: table_sums_write() */
	int first_row;                 /* that the page sums up, counted in the body */
	int end_row;
	bool resumed; /* caption and head stood before */
	double height;
	enum insistence insistence;     /* that it took to part a row */
	const struct table_state *next; /* NULL: the table ends */
};

/** What a page that is too low for all need not have. */
enum liberty {
	LIBERTY_NONE,
	LIBERTY_SUMS,  /* rows that the page adds */
	LIBERTY_LINES, /* nor lines below together with the last row */
};

/** The room for a part of a table or of a cell. */
struct room {
	struct arena *arena; /* for fragments */
	double height;
	double page; /* height of a type area */
	enum insistence insistence;
	enum liberty liberty;
	struct diagnostics *diagnostics; /* NULL: nothing is reported */
};

/** What of a table stands in a room; NULL: nothing does. A state of NULL is its
 * beginning. On a fresh page (anything but TAKE_WELL) something always does, if the head
 * must be left out. */
const struct fragment *table_fill(const struct measured_table *table,
	const struct table_state *state, const struct room *room);

enum cut_kind {
	CUT_NOTHING,  /* nothing stands: the table waits for the next page */
	CUT_ROWS,     /* whole rows */
	CUT_IN_ROW,   /* and what fits of the next one */
	CUT_ANYWHERE, /* as table_fill() does it */
};

/** Where a page breaks a table; before the row `end`, or in it. */
struct table_cut {
	enum cut_kind kind;
	int end;
};

/** What of a table stands in a room that is to end at a cut which was found to fit. */
const struct fragment *table_fill_cut(const struct measured_table *table,
	const struct table_state *state, const struct room *room, struct table_cut cut);

/** What stands above body rows on a page where a state goes on, with the frame: caption,
 * lines, head and what is brought forward. */
double table_fixed_height(
	const struct measured_table *table, const struct table_state *state);

/** What stands under body rows. */
struct table_foot {
	double going_on; /* where the table goes on */
	double ending;   /* under its last row */
};

/** The least of it on pages with that room. */
struct table_foot table_foot_height(
	const struct measured_table *table, const struct room *room);

/** The height of rows up to `end` with what stands under them there. */
double table_foot_add(const struct measured_table *table, const struct table_foot *foot,
	int end, double rows);

/** The height of a whole table, or of what is left of it. */
double table_natural_height(const struct measured_table *table);

/** What of a cell's content stands in a room, from a position on; maybe nothing. */
struct cell_part cell_fill(const struct measured_cell *cell, struct cell_position at,
	const struct room *room);

/** What stands of a cell that goes on below: not its foot, nor the last lines above that,
 * which stand with it where the cell ends. */
struct cell_part cell_fill_above_foot(const struct measured_cell *cell,
	struct cell_position at, const struct room *room);

/** The height of what is left of a cell, and of the least part of it worth a page. */
double cell_rest_height(const struct measured_cell *cell, struct cell_position at);
double cell_least_height(const struct measured_cell *cell, struct cell_position at);

/** Whether all of a cell stood. */
bool cell_is_done(const struct measured_cell *cell, struct cell_position at);

#endif
