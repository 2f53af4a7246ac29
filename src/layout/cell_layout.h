/* What a cell is: of a column, of an explicit row of a table, of a form. */
#ifndef LAYOUT_CELL_LAYOUT_H
#define LAYOUT_CELL_LAYOUT_H

#include "expr/expr.h"
#include "layout/table_style.h"

/** A cell. One of a column is filled once for each row; an explicit one stands in a list,
 * as its text alone or with what is said of it:
 *
 *     - [部门名称, {text: "{单位.全称}", align: start, span: rest}]
 *
 * The styles are the table's where nothing is said. */
struct cell_layout {
	struct place place;
	const struct template *text; /* NULL: it stays empty */
	const struct style *style;   /* with what the cell changes of it */
	enum vertical_align vertical;
	bool head;       /* a header cell */
	bool names_rows; /* of its rows, not its columns */
	int columns;     /* that it spans; 0: all that are left in its row */
	int rows;
};

/** Explicit cells, from left to right. */
struct cell_row {
	const struct cell_layout *cells;
	size_t count;
	struct place place;
};

#endif
