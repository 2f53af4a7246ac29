/* Where lines stand, and how many of a paragraph's lines go before a page break. Plain
 * numbers; lengths in points, downward from the head of what the lines stand in (a type
 * area, a cell). */
#ifndef COMPOSE_PAGE_GRID_H
#define COMPOSE_PAGE_GRID_H

#include "layout/style.h"

/* Differences that count as none: rows and heights come from sums of parts of
 * millimetres. */
#define LENGTH_TOLERANCE 0.01

/** What lines stand in. */
struct line_grid {
	double height;
	double row; /* of the grid; 0: lines stand anywhere */
};

/** The height that one line takes: its leading, on the grid whole rows. */
double grid_line_height(const struct line_grid *grid, const struct style *style);

/** The top of the first line that can stand at y or below it: the next row for styles on
 * the grid. Rows are counted from the head, so that errors do not add up. */
double grid_start(const struct line_grid *grid, const struct style *style, double y);

/** The top of a line, counted from 0 at `start`. */
double grid_line_top(
	const struct line_grid *grid, const struct style *style, double start, int index);

/** How many lines fit between `start` and the foot. */
int grid_line_room(const struct line_grid *grid, const struct style *style, double start);

/** From the top of a line to its baseline: the em box is centred in the line, its
 * baseline at 0.88 of the size, as in the faces that GB/T 9704-2012 is set in. */
double grid_baseline(const struct line_grid *grid, const struct style *style);

/** How much a break may cost. */
enum insistence {
	TAKE_WELL,   /* only what keeps all rules */
	TAKE_PARTED, /* also parts of rows that ought to stay whole */
	TAKE_ANY,    /* whatever fits */
	TAKE_ANYWAY, /* at least a line, even where none fits */
};

/** How many of a paragraph's lines [first, count) to take where `room` lines fit. By the
 * rules two lines stand on either side of a break, and up to three lines are not parted.
 */
int lines_take(int count, int first, int room, enum insistence insistence);

#endif
