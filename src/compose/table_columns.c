#include "compose/table_columns.h"

#include <math.h>
#include <stdlib.h>

static struct width_need same_width(double width)
{
	struct width_need need;
	for (int level = 0; level < WIDTH_LEVELS; level++) {
		need.at[level] = width;
	}
	return need;
}

static struct width_need column_own_need(const struct table_column *column, double whole)
{
	switch (column->kind) {
	case COLUMN_FIXED:
		return same_width(fmax(column->width, column->minimum));
	case COLUMN_SHARE:
		return same_width(fmax(column->width * whole, column->minimum));
	case COLUMN_CONTENT:
		return same_width(column->minimum);
	}
	g_assert_not_reached();
}

static int by_span(const void *left, const void *right)
{
	const struct cell_width *a = left;
	const struct cell_width *b = right;
	int difference = (a->end - a->first) - (b->end - b->first);
	return difference ? difference : a->first - b->first;
}

/* Gives a cell's excess to the content columns below it, in proportion to what they have.
 */
static void widen_for_cell(const struct column_task *task, const struct cell_width *cell,
	enum width_level level, struct width_need *needs)
{
	double have = 0;
	double growing = 0;
	int growing_count = 0;
	for (int i = cell->first; i < cell->end; i++) {
		have += needs[i].at[level];
		if (task->columns[i].kind == COLUMN_CONTENT) {
			growing += needs[i].at[level];
			growing_count++;
		}
	}
	double excess = cell->need.at[level] - have;
	if (excess <= 0 || growing_count == 0) {
		return;
	}
	for (int i = cell->first; i < cell->end; i++) {
		if (task->columns[i].kind == COLUMN_CONTENT) {
			double *width = &needs[i].at[level];
			*width += excess *
				  (growing > 0 ? *width / growing : 1.0 / growing_count);
		}
	}
}

void table_columns_need(const struct column_task *task, struct width_need *needs)
{
	for (int i = 0; i < task->column_count; i++) {
		needs[i] = column_own_need(&task->columns[i], task->width);
	}
	if (task->cell_count) {
		qsort(task->cells, (size_t)task->cell_count, sizeof *task->cells,
			by_span);
	}
	for (int i = 0; i < task->cell_count; i++) {
		for (enum width_level level = 0; level < WIDTH_LEVELS; level++) {
			widen_for_cell(task, &task->cells[i], level, needs);
		}
	}
	for (int i = 0; i < task->column_count; i++) {
		for (int level = 1; level < WIDTH_LEVELS; level++) {
			needs[i].at[level] =
				fmax(needs[i].at[level], needs[i].at[level - 1]);
		}
	}
}

static double total_at(const struct column_task *task, const struct width_need *needs,
	enum width_level level)
{
	double total = 0;
	for (int i = 0; i < task->column_count; i++) {
		total += needs[i].at[level];
	}
	return total;
}

/* Sets the widths between two levels: `share` 0 is the lower one, 1 the upper one. */
static void widths_between(const struct column_task *task, const struct width_need *needs,
	enum width_level lower, double share, double *widths)
{
	for (int i = 0; i < task->column_count; i++) {
		double from = needs[i].at[lower];
		double to = needs[i].at[lower + 1];
		widths[i] = from + (to - from) * share;
	}
}

static void spread_surplus(const struct column_task *task, double surplus, double *widths)
{
	double growing = 0;
	for (int i = 0; i < task->column_count; i++) {
		growing += task->columns[i].kind == COLUMN_CONTENT ? widths[i] : 0;
	}
	for (int i = 0; i < task->column_count && growing > 0; i++) {
		if (task->columns[i].kind == COLUMN_CONTENT) {
			widths[i] += surplus * widths[i] / growing;
		}
	}
}

double table_columns_share(
	const struct column_task *task, const struct width_need *needs, double *widths)
{
	double least = total_at(task, needs, WIDTH_NARROWEST);
	double total = least;
	widths_between(task, needs, WIDTH_NARROWEST, 0, widths);
	if (task->width < least) {
		for (int i = 0; i < task->column_count; i++) {
			widths[i] *= task->width / least;
		}
		return least;
	}
	for (enum width_level level = 0; level + 1 < WIDTH_LEVELS; level++) {
		double upper = total_at(task, needs, level + 1);
		if (task->width < upper) {
			double share = (task->width - total) / (upper - total);
			widths_between(task, needs, level, share, widths);
			return least;
		}
		widths_between(task, needs, level, 1, widths);
		total = upper;
	}
	spread_surplus(task, task->width - total, widths);
	return least;
}
