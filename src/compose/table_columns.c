/* Edges of columns are difference constraints; for given heights of rows the least width
 * of the table is a longest path. What fits at once is taken; else the heights are
 * lowered from widths that come near (columns_start) by local search (columns_search),
 * and what width is left is spread (columns_spread). */
#include "compose/table_columns.h"

#include "compose/columns_heights.h"
#include "compose/columns_sample.h"
#include "compose/columns_search.h"
#include "compose/columns_spread.h"
#include "compose/columns_start.h"

#include <math.h>
#include <string.h>

/* Of the width above the least, for a second start that leaves more to search. */
static const double TIGHT_START = 0.7;

/* Points. */
static const double SLIP = 1e-6;
static const double CLOSE = 1e-4;

struct sharing {
	struct arena *arena;
	const struct column_task *task;
	struct columns_edges *edges;
	double *cell_needs; /* scratch; then the floors of cells */
	double *span_needs;
	double *widths;
};

/* ---- levels ---- */

/* Needs between two levels: `share` 0 is the lower one, 1 the upper one. Gives the least
 * width. */
static double take_level(
	const struct sharing *sharing, enum width_level level, double share)
{
	for (int i = 0; i < sharing->task->cell_count; i++) {
		const double *at = sharing->task->cells[i].need.at;
		double above = share > 0 ? at[level + 1] - at[level] : 0;
		sharing->cell_needs[i] = at[level] + above * share;
	}
	columns_span_needs(
		sharing->edges, sharing->task, sharing->cell_needs, sharing->span_needs);
	return columns_least(sharing->edges, sharing->span_needs);
}

/* Needs as far above a level as the width allows: the least width bends upward between
 * two levels, so that a share of its growth is never too much. */
static void take_most(const struct sharing *sharing, enum width_level level)
{
	double upper = take_level(sharing, level + 1, 0);
	double lower = take_level(sharing, level, 0);
	double share =
		upper > lower ? (sharing->task->width - lower) / (upper - lower) : 1;
	take_level(sharing, level, fmax(0, fmin(share, 1)));
}

static bool fits(const struct sharing *sharing, enum width_level level)
{
	return take_level(sharing, level, 0) <= sharing->task->width + SLIP;
}

/* ---- search ---- */

/* Takes what was found unless the whole table is higher for it than it was. */
static void keep_unless_higher(
	const struct sharing *sharing, const double *widths, double best)
{
	double height = table_columns_height(sharing->task, widths);
	if (height <= best + SLIP) {
		memcpy(sharing->widths, widths,
			(size_t)sharing->task->column_count * sizeof *widths);
	}
}

/* Searches from widths that are right for a part of the width. */
static double search_from(const struct sharing *sharing,
	const struct columns_search *search, double part, double *span_needs)
{
	const struct columns_edges *edges = search->edges;
	double least = columns_least(edges, edges->floors);
	double width = least + part * (sharing->task->width - least);
	columns_start(search->task, edges, edges->floors, width, sharing->widths);
	return columns_search(search, sharing->widths, span_needs);
}

/* Lowers rows as far as can be found; the floors are what cells need by now. */
static void lower_rows(const struct sharing *sharing)
{
	int span_count = sharing->edges->span_count;
	memcpy(sharing->edges->floors, sharing->span_needs,
		(size_t)span_count * sizeof *sharing->span_needs);
	struct columns_sample sample = columns_sample_take(
		sharing->arena, sharing->task, sharing->edges, sharing->cell_needs);
	struct columns_search search = {&sample.task, &sample.edges,
		columns_needs_create(sharing->arena, &sample.task, sample.floors),
		sharing->arena};
	double *needs = arena_new_array(sharing->arena, double, span_count);
	double *found =
		arena_new_array(sharing->arena, double, sharing->task->column_count);
	double tight = search_from(sharing, &search, TIGHT_START, sharing->span_needs);
	double height = search_from(sharing, &search, 1, needs);
	const double *best_needs = height <= tight ? needs : sharing->span_needs;
	if (fmin(height, tight) < HUGE_VAL) {
		double best = table_columns_height(sharing->task, sharing->widths);
		columns_spread(sharing->task, sharing->edges, best_needs, found);
		keep_unless_higher(sharing, found, best);
	}
}

/* ---- steps ---- */

static struct sharing sharing_begin(const struct column_task *task, double *widths)
{
	struct arena *arena = arena_create();
	struct columns_edges *edges = columns_edges_create(arena, task);
	return (struct sharing){arena, task, edges,
		arena_new_array(arena, double, task->cell_count),
		arena_new_array(arena, double, edges->span_count), widths};
}

static void spread(const struct sharing *sharing)
{
	columns_spread(
		sharing->task, sharing->edges, sharing->span_needs, sharing->widths);
}

/* ---- too little width ---- */

/* What a column has in any case: those of an equal group as much as any of them. */
static double column_floor(const struct sharing *sharing, int column)
{
	const struct columns_edges *edges = sharing->edges;
	int role = edges->roles[column];
	if (role == ROLE_KNOWN) {
		return edges->known_widths[column];
	}
	double floor = 0;
	for (int i = 0; i < edges->column_count; i++) {
		if (i == column || (role >= 0 && edges->roles[i] == role)) {
			const struct column_unit *unit = &sharing->task->units[i];
			floor = fmax(floor, unit->inset + unit->character);
		}
	}
	return floor;
}

static double floor_sum(const struct sharing *sharing)
{
	double sum = 0;
	for (int i = 0; i < sharing->task->column_count; i++) {
		sum += column_floor(sharing, i);
	}
	return sum;
}

static double capped(const struct sharing *sharing, int column, double cap)
{
	double width = sharing->widths[column];
	return fmin(width, fmax(cap, column_floor(sharing, column)));
}

/* Takes from the widest columns, which can spare it best, what all are too wide. */
static void cap_widths(const struct sharing *sharing)
{
	double low = 0;
	double high = sharing->task->width;
	while (high - low > CLOSE) {
		double cap = (low + high) / 2;
		double sum = 0;
		for (int i = 0; i < sharing->task->column_count; i++) {
			sum += capped(sharing, i, cap);
		}
		*(sum > sharing->task->width ? &high : &low) = cap;
	}
	for (int i = 0; i < sharing->task->column_count; i++) {
		sharing->widths[i] = capped(sharing, i, low);
	}
}

static void scale_widths(const struct sharing *sharing)
{
	double sum = 0;
	for (int i = 0; i < sharing->task->column_count; i++) {
		sharing->widths[i] = fmin(sharing->widths[i], column_floor(sharing, i));
		sum += sharing->widths[i];
	}
	for (int i = 0; i < sharing->task->column_count && sum > 0; i++) {
		sharing->widths[i] *= fmin(1, sharing->task->width / sum);
	}
}

/* Columns that know their width, or together need more than there is: as they need, in
 * the latter case narrowed. */
static void share_least(const struct sharing *sharing)
{
	struct column_task task = *sharing->task;
	task.width = take_level(sharing, WIDTH_NARROWEST, 0);
	columns_spread(&task, sharing->edges, sharing->span_needs, sharing->widths);
	if (task.width <= sharing->task->width + SLIP) {
		return;
	}
	if (floor_sum(sharing) <= sharing->task->width) {
		cap_widths(sharing);
	} else {
		scale_widths(sharing);
	}
}

double table_columns_floor(const struct column_task *task)
{
	struct sharing sharing = sharing_begin(task, NULL);
	double sum = floor_sum(&sharing);
	arena_destroy(sharing.arena);
	return sum;
}

double table_columns_share(const struct column_task *task, double *widths)
{
	struct sharing sharing = sharing_begin(task, widths);
	double least = take_level(&sharing, WIDTH_NARROWEST, 0);
	int choices = columns_choices(sharing.edges);
	if (choices == 0 || least > task->width) {
		share_least(&sharing);
	} else if (choices == 1 || fits(&sharing, WIDTH_WIDEST)) {
		take_level(&sharing, choices == 1 ? WIDTH_NARROWEST : WIDTH_WIDEST, 0);
		spread(&sharing);
	} else if (task->rough) {
		take_most(&sharing, fits(&sharing, WIDTH_COMFORTABLE) ? WIDTH_COMFORTABLE
								      : WIDTH_NARROWEST);
		spread(&sharing);
	} else {
		take_most(&sharing, WIDTH_NARROWEST);
		lower_rows(&sharing);
	}
	arena_destroy(sharing.arena);
	return least;
}

struct width_need table_columns_need(const struct column_task *task)
{
	struct sharing sharing = sharing_begin(task, NULL);
	struct width_need need;
	for (enum width_level level = 0; level < WIDTH_LEVELS; level++) {
		need.at[level] = take_level(&sharing, level, 0);
	}
	arena_destroy(sharing.arena);
	return need;
}

double table_columns_height(const struct column_task *task, const double *widths)
{
	double *heights = g_new(double, (gsize)task->row_count);
	double height = columns_heights(task, widths, heights);
	g_free(heights);
	return height;
}
