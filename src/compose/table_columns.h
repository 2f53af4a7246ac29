/* The widths of a table's columns, from what its cells need: those for which the table is
 * least high. Knows no faces: what a cell is in a width, its content is asked. Lengths
 * are points. */
#ifndef COMPOSE_TABLE_COLUMNS_H
#define COMPOSE_TABLE_COLUMNS_H

#include "document/document.h"

/** How wide something would be set. Each is at least the one before. */
enum width_level {
	WIDTH_NARROWEST,   /* no word broken */
	WIDTH_COMFORTABLE, /* no date either, and not one character below the other */
	WIDTH_WIDEST,      /* each paragraph on one line */
	WIDTH_LEVELS,
};

struct width_need {
	double at[WIDTH_LEVELS];
};

/** A content set in a width. */
struct cell_lines {
	int count;    /* never more in a greater width */
	double width; /* the least one that sets it alike */
};

/** What stands in columns [first, end) and rows [row, row_end). */
struct column_cell {
	int first;
	int end;
	int row;
	int row_end;
	struct width_need need; /* with inset */
	double inset;           /* what surrounds the content, across */
	double around;          /* and down */
	double line; /* height of a line; the cell's is around + lines * line */
	const void *content;
};

/** What text looks best in: so many characters and the inset of its cells. */
struct column_unit {
	double inset;
	double character; /* 0: any width is as good */
};

/** A table as far as its columns go. */
struct column_task {
	const struct table_column *columns;
	const struct column_unit *units;
	int column_count;
	const struct column_cell *cells;
	int cell_count;
	int row_count;
	const double *row_weights; /* how many rows each stands for; NULL: one */
	double minimum_row;
	double width; /* that the table may take */
	bool rough;   /* shared by what cells need alone: no lines are counted */
	struct cell_lines (*lines)(void *context, const void *content, double width);
	void *context;
};

/** The least widths of all columns together, at each level. */
struct width_need table_columns_need(const struct column_task *task);

/** Shares the width out. Fixed columns and shares are as wide as they say. The others
 * make the table as low as can be found, columns of an equal group alike; spare width is
 * spread over them without making a row higher (where there are none the table stays
 * narrower). Too little narrows the widest of them first, but none below a character;
 * what is less than that narrows all alike. Gives the least width that would break no
 * word. */
double table_columns_share(const struct column_task *task, double *widths);

/** The least width in which each column still holds a character or has the width it is
 * said to have. */
double table_columns_floor(const struct column_task *task);

/** The height of all rows for some widths, each taken by its weight. */
double table_columns_height(const struct column_task *task, const double *widths);

#endif
