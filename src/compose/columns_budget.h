/* Heights that rows may have, and how wide the columns must be for it. Rows are lowered
 * and raised a line at a time. */
#ifndef COMPOSE_COLUMNS_BUDGET_H
#define COMPOSE_COLUMNS_BUDGET_H

#include "compose/columns_search.h"

/** What lowering a row to its next height would bring. */
struct lowering {
	int row;
	double by;
	double least; /* width of all columns then */
	int span;     /* the only one that needs more; -1: none or several */
	double need;  /* of that span; 0: none */
};

struct columns_budget {
	const struct columns_search *search;
	int *cells; /* those that rows and widths depend on: not set in one row in as
		     * many lines whatever the width */
	int cell_count;
	int *row_firsts;            /* row_count + 1: into row_cells */
	int *row_cells;             /* of the cells, those that stand in each row */
	double *row_leasts;         /* heights below which rows cannot go */
	double *cell_leasts;        /* and cells */
	double *heights;            /* of rows */
	double *rooms;              /* of each cell: the height of its rows */
	double *needs;              /* of each cell: width */
	double *tops;               /* of each span: the greatest of these */
	double *raised;             /* scratch: tops that some row would bring */
	double least;               /* width of all columns */
	struct lowering *lowerings; /* of each row, as last found */
	bool *fresh;                /* whether this still holds, but for its width */
};

/** Makes a budget without heights. */
struct columns_budget *columns_budget_create(const struct columns_search *search);

/** Takes over heights of rows. */
void columns_budget_set(struct columns_budget *budget, const double *heights);

/** Finds what lowering a row brings; false where it cannot be lowered. */
bool columns_budget_try(
	struct columns_budget *budget, int row, struct lowering *lowering);

/** Lowers a row. */
void columns_budget_lower(struct columns_budget *budget, const struct lowering *lowering);

/** Raises rows until a span needs less than now, and marks them; false where its need
 * does not come from cells. */
bool columns_budget_relax(struct columns_budget *budget, int span, bool *raised);

#endif
