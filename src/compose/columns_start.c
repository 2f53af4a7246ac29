/* At the least height of all rows a column's width is as the root of the sum of what its
 * cells weigh: their areas where they are the highest of their row, else nothing. Which
 * are the highest is taken softly at first, ever more sharply towards the end. */
#include "compose/columns_start.h"

#include <glib.h>
#include <math.h>

enum {
	ROUNDS = 40,
	SHARPER_EVERY = 8, /* rounds */
};

/* Points; where text begins to be narrower than that, widths mean nothing. */
static const double LEAST_TEXT = 1;

struct starting {
	const struct column_task *task;
	double *widths;
	double *heights; /* of each cell, for one of its rows */
	double *highest; /* of each row */
	double *weights; /* of the cells of each row, together */
	double *pulls;   /* of each column */
};

static double text_width(const struct starting *starting, const struct column_cell *cell)
{
	double width = -cell->inset;
	for (int i = cell->first; i < cell->end; i++) {
		width += starting->widths[i];
	}
	return fmax(width, LEAST_TEXT);
}

/* The height of a cell's area, divided among its rows. */
static double area_height(const struct starting *starting, const struct column_cell *cell)
{
	double text = fmax(cell->need.at[WIDTH_WIDEST] - cell->inset, LEAST_TEXT);
	double lines = fmax(1, text / text_width(starting, cell));
	return (cell->around + lines * cell->line) / (cell->row_end - cell->row);
}

static void find_heights(struct starting *starting)
{
	const struct column_task *task = starting->task;
	for (int row = 0; row < task->row_count; row++) {
		starting->highest[row] = fmax(task->minimum_row, LEAST_TEXT);
		starting->weights[row] = 0;
	}
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		starting->heights[i] = area_height(starting, cell);
		for (int row = cell->row; row < cell->row_end; row++) {
			starting->highest[row] =
				fmax(starting->highest[row], starting->heights[i]);
		}
	}
}

/* How near to its row's highest a cell is: 1 is the highest. */
static double nearness(const struct starting *starting, int cell, int row, int sharpness)
{
	double near = starting->heights[cell] / starting->highest[row];
	for (int i = 0; i < sharpness; i++) {
		near *= near;
	}
	return near;
}

static void find_weights(struct starting *starting, int sharpness)
{
	const struct column_task *task = starting->task;
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		for (int row = cell->row; row < cell->row_end; row++) {
			starting->weights[row] += nearness(starting, i, row, sharpness);
		}
	}
}

/* What each column would gain the table for being wider. */
static void find_pulls(struct starting *starting, int sharpness)
{
	const struct column_task *task = starting->task;
	for (int i = 0; i < task->column_count; i++) {
		starting->pulls[i] = 0;
	}
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		double share = 0;
		for (int row = cell->row; row < cell->row_end; row++) {
			double weight = task->row_weights ? task->row_weights[row] : 1;
			share += weight * nearness(starting, i, row, sharpness) /
				 starting->weights[row];
		}
		double width = text_width(starting, cell);
		double text = cell->need.at[WIDTH_WIDEST] - cell->inset;
		double pull = share / (cell->row_end - cell->row) * cell->line * text /
			      (width * width);
		for (int k = cell->first; k < cell->end; k++) {
			starting->pulls[k] += pull;
		}
	}
}

/* Columns of a group pull together. */
static void join_groups(struct starting *starting, const struct columns_edges *edges)
{
	for (int group = 0; group < edges->group_count; group++) {
		double sum = 0;
		for (int i = 0; i < edges->column_count; i++) {
			sum += edges->roles[i] == group ? starting->pulls[i] : 0;
		}
		for (int i = 0; i < edges->column_count; i++) {
			if (edges->roles[i] == group) {
				starting->pulls[i] = sum / edges->group_sizes[group];
			}
		}
	}
}

/* New widths in proportion, of the same sum. */
static void follow_pulls(struct starting *starting, const struct columns_edges *edges)
{
	double before = 0;
	double after = 0;
	for (int i = 0; i < edges->column_count; i++) {
		if (edges->roles[i] != ROLE_KNOWN) {
			before += starting->widths[i];
			starting->pulls[i] = fmax(LEAST_TEXT,
				starting->widths[i] * sqrt(starting->pulls[i]));
			after += starting->pulls[i];
		}
	}
	for (int i = 0; i < edges->column_count && after > 0; i++) {
		if (edges->roles[i] != ROLE_KNOWN) {
			starting->widths[i] = starting->pulls[i] * before / after;
		}
	}
}

/* Back to widths that spans allow. */
static void meet_needs(struct starting *starting, const struct columns_edges *edges,
	const double *span_needs, double total)
{
	struct edge_wish *wishes = g_new(struct edge_wish, (gsize)edges->column_count);
	for (int i = 0; i < edges->column_count; i++) {
		double width = starting->widths[i];
		wishes[i] = (struct edge_wish){width, fmax(width, LEAST_TEXT)};
	}
	columns_place(edges, span_needs, total, wishes, starting->widths);
	g_free(wishes);
}

void columns_start(const struct column_task *task, const struct columns_edges *edges,
	const double *span_needs, double total, double *widths)
{
	struct starting starting = {
		.task = task,
		.widths = widths,
		.heights = g_new(double, (gsize)task->cell_count),
		.highest = g_new(double, (gsize)task->row_count),
		.weights = g_new(double, (gsize)task->row_count),
		.pulls = g_new(double, (gsize)task->column_count),
	};
	for (int i = 0; i < task->column_count; i++) {
		widths[i] = total / task->column_count;
	}
	meet_needs(&starting, edges, span_needs, total);
	for (int round = 0; round < ROUNDS; round++) {
		int sharpness = round / SHARPER_EVERY;
		find_heights(&starting);
		find_weights(&starting, sharpness);
		find_pulls(&starting, sharpness);
		join_groups(&starting, edges);
		follow_pulls(&starting, edges);
		meet_needs(&starting, edges, span_needs, total);
	}
	g_free(starting.pulls);
	g_free(starting.weights);
	g_free(starting.highest);
	g_free(starting.heights);
}
