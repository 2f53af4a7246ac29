/* Cells whose labels are parted by strokes from the upper left corner (斜线表头):
 *
 *     +----------+      +------------+
 *     | `.  列   |      |`:.  列     |
 *     |   `.     |      | `. `·.     |
 *     | 行  `.   |      |   `. 项 `·.|
 *     +--------`.+      | 行  `.     |
 *                       +-------`.---+
 *
 * The first label stands at the lower left, the last one at the upper right, one between
 * at the lower right. Lengths are points. */
#ifndef COMPOSE_CELL_DIAGONAL_H
#define COMPOSE_CELL_DIAGONAL_H

#include "compose/measure.h"

enum {
	DIAGONAL_LABELS = 3,
	DIAGONAL_STROKES = 2
};

/** Whether a shaped cell is to be set so, and holds two or three paragraphs. */
bool cell_diagonal_asked(const struct measured_cell *cell);

/** How wide such a cell wants to be from edge to edge, and how high it must be then. */
struct width_need cell_diagonal_need(
	const struct measured_table *table, const struct measured_cell *cell);
double cell_diagonal_height(const struct measuring *measuring,
	const struct measured_table *table, const struct measured_cell *cell,
	double width);

/** Whether its labels have room beside its strokes in a width. */
bool cell_diagonal_fits(const struct measured_table *table,
	const struct measured_cell *cell, double width);

/** Breaks the labels for a width; gives the height of the cell. */
double cell_diagonal_set(const struct measuring *measuring,
	const struct measured_table *table, const struct measured_cell *cell,
	double width);

/** Strokes and labels of a set cell, from its upper left corner. */
struct diagonal_places {
	struct item_rule strokes[DIAGONAL_STROKES];
	int stroke_count;
	double x[DIAGONAL_LABELS];
	double y[DIAGONAL_LABELS];
};

/** Finds these for a cell of some width and at least its height. */
struct diagonal_places cell_diagonal_places(const struct measured_table *table,
	const struct measured_cell *cell, double width, double height);

#endif
