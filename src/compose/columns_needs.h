/* The least width in which a cell has so many lines: found by bisection, once, when
 * asked. */
#ifndef COMPOSE_COLUMNS_NEEDS_H
#define COMPOSE_COLUMNS_NEEDS_H

#include "compose/table_columns.h"

struct columns_needs {
	const struct column_task *task;
	struct arena *arena;
	const double *floors; /* the least width of each cell */
	int *fewest;          /* lines, where each paragraph has one; 0: not asked */
	int *most;            /* lines in the least width; 0: not asked */
	double **widths;      /* from `fewest` lines on; NULL: not asked, 0: nor that */
};

/** Needs of a task's cells, none of which becomes narrower than its floor. */
struct columns_needs *columns_needs_create(
	struct arena *arena, const struct column_task *task, const double *floors);

/** The lines of a cell in a width. */
int columns_lines(const struct column_task *task, int cell, double width);

/** How few and how many lines a cell can have. */
int columns_fewest(struct columns_needs *needs, int cell);
int columns_most(struct columns_needs *needs, int cell);

/** The least width for so many lines or fewer; at least the cell's fewest. */
double columns_need(struct columns_needs *needs, int cell, int lines);

/** The height of a cell of so many lines, and how many lines go into a height. */
double columns_cell_height(const struct column_cell *cell, int lines);
int columns_cell_room(const struct column_cell *cell, double height);

#endif
