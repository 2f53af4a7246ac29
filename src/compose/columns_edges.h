/* What the widths of columns must meet. Columns of known width drop out, columns of an
 * equal group have one width, the edges of the others are difference constraints. */
#ifndef COMPOSE_COLUMNS_EDGES_H
#define COMPOSE_COLUMNS_EDGES_H

#include "compose/edges.h"
#include "compose/table_columns.h"

enum column_role {
	ROLE_KNOWN = -2,
	ROLE_FREE = -1, /* from 0: the group of equal columns */
};

/** Columns [first, end), of which at least one has no known width: what cells span. */
struct columns_span {
	int first;
	int end;
	double known;   /* width of the known columns */
	int free_first; /* among free columns */
	int free_end;
	const int *members; /* of each group */
};

struct columns_edges {
	int column_count;
	int *roles;           /* enum column_role, of each column */
	double *known_widths; /* of each column; 0 where it is not known */
	int *span_of;         /* cell -> span, -1: only known columns */
	struct columns_span
		*spans; /* by their ends; each column that is not known is one */
	int span_count;
	int *own_spans; /* column -> its span, -1: known */
	double *floors; /* of each span: what it has in any case; columns' minimum at
			 * first */
	int free_count;
	int group_count;
	int *group_sizes;
	double known;      /* width of all known columns */
	double *group;     /* scratch: widths */
	double *free_ends; /* scratch: free_count + 1 */
};

/** Finds out what constrains a task's columns; lives in the arena. */
struct columns_edges *columns_edges_create(
	struct arena *arena, const struct column_task *task);

/** What each span needs if each cell needs so much; at least its floor. */
void columns_span_needs(const struct columns_edges *edges, const struct column_task *task,
	const double *cell_needs, double *span_needs);

/** The least width of all columns if each span has so much. */
double columns_least(const struct columns_edges *edges, const double *span_needs);

/** How many widths there are to choose: free columns and groups. */
int columns_choices(const struct columns_edges *edges);

/** Places columns so that each span has its need and all are `total` wide
 * (columns_least() or more) and as near to the wishes (one a column) as may be. */
void columns_place(const struct columns_edges *edges, const double *span_needs,
	double total, const struct edge_wish *wishes, double *widths);

#endif
