/* The heights of rows for given widths of columns. */
#ifndef COMPOSE_COLUMNS_HEIGHTS_H
#define COMPOSE_COLUMNS_HEIGHTS_H

#include "compose/table_columns.h"

/** Finds the least heights of all rows for some widths; gives their sum by weight. */
double columns_heights(
	const struct column_task *task, const double *widths, double *heights);

/** The sum of heights by weight. */
double columns_height_sum(const struct column_task *task, const double *heights);

#endif
