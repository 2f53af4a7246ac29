/* A table on its way from the layout to a grid of cells: what the files that fill it
 * share. */
#ifndef DOCUMENT_GRID_H
#define DOCUMENT_GRID_H

#include "document/row_bands.h"

/** A column of the layout, once for each item that it is made for. */
struct grid_column {
	const struct column_layout *layout;
	struct scope *scope; /* the items that it is made for; NULL: none */
	struct scope *root;  /* the outermost of these, to be hung into a row's scope */
	const GPtrArray *columns;            /* struct grid_column: below its head */
	int leaves;                          /* columns without any below them */
	int depth;                           /* rows of heads below its own */
	int equal_group;                     /* its leaves are equally wide; 0: not */
	const struct cell_contents *numbers; /* how an explicit cell sets its number as
					      * the column does; NULL: not asked yet */
};

struct grid {
	struct arranger *arranger;
	const struct table_layout *layout;
	const struct scope *scope; /* around the table */
	const GPtrArray *columns;  /* struct grid_column */
	GPtrArray *leaves;         /* struct grid_column: the columns of cells */
	GArray *rows;              /* struct body_row */
	GArray *cells;             /* struct table_cell */
	int head_rows;
	struct arena *scratch; /* for what is evaluated and not kept */
	int scratch_uses;
};

/** Memory for evaluating what is not kept, such as conditions: good for one evaluation.
 */
struct arena *grid_scratch(struct grid *grid);

/** What a column's texts may name in a scope: the items that it is made for are
 * innermost. Good until it is asked for again. */
const struct scope *grid_column_scope(
	const struct grid_column *column, const struct scope *scope);

/** The grid's columns; false after reporting that there are too many. */
bool grid_expand_columns(struct grid *grid);

/** The cells of the head. */
void grid_add_heads(struct grid *grid);

/** The columns of the document. */
const struct table_column *grid_make_columns(const struct grid *grid);

/** A row of the body by its number. */
struct body_row *grid_row_at(const struct grid *grid, guint row);

/** The cells of the body. Reports explicit rows that do not fit the columns. */
void grid_add_cells(struct grid *grid);

/** How many rows from one on are one cell of a column, if one begins there by `merge`. */
guint grid_merged_rows(const struct grid *grid, guint column, guint row);

/** Whether a row has a column's own cell. */
bool grid_row_has_own(const struct grid *grid, guint row, guint column);

/** The sums that pages add; NULL: none. */
const struct page_sums *grid_make_page_sums(struct grid *grid);

#endif
