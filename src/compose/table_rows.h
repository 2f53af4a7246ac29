/* The heights of rows, from what cells need that may span several. Plain numbers, in
 * points. */
#ifndef COMPOSE_TABLE_ROWS_H
#define COMPOSE_TABLE_ROWS_H

/** Rows [first, end) must be this high together. */
struct row_need {
	int first;
	int end;
	double height;
};

/** Finds heights that meet every need, each at least `minimum`. What a spanning cell
 * needs beyond its rows is shared out in proportion to their heights. Uses the needs up.
 */
void table_rows_share(struct row_need *needs, int need_count, double minimum,
	int row_count, double *heights);

/** The height of rows [first, end). */
double table_rows_sum(const double *heights, int first, int end);

#endif
