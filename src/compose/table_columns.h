/* The widths of a table's columns, from what its cells need. Plain numbers, in points. */
#ifndef COMPOSE_TABLE_COLUMNS_H
#define COMPOSE_TABLE_COLUMNS_H

#include "document/document.h"

/** How wide something would be set. Each is at least the one before. */
enum width_level {
	WIDTH_NARROWEST,   /* no word broken */
	WIDTH_COMFORTABLE, /* a few characters side by side */
	WIDTH_WIDEST,      /* each paragraph on one line */
	WIDTH_LEVELS,
};

struct width_need {
	double at[WIDTH_LEVELS];
};

/** What a cell needs across columns [first, end), with padding and rules. */
struct cell_width {
	int first;
	int end;
	struct width_need need;
};

/** A table as far as its widths go. */
struct column_task {
	const struct table_column *columns;
	int column_count;
	struct cell_width *cells; /* put in order of their spans */
	int cell_count;
	double width; /* that the table may take */
};

/** What each column needs: columns of fixed width that, others what their cells do. */
void table_columns_need(const struct column_task *task, struct width_need *needs);

/** Shares the width out. Between two levels columns grow alike; what is left over goes to
 * the content columns (without any the table stays narrower); too little narrows all
 * columns. Gives the least width that would break no word. */
double table_columns_share(
	const struct column_task *task, const struct width_need *needs, double *widths);

#endif
