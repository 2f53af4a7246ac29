#include "compose/table_rows.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Rows that hold nothing of their own take next to nothing of what others need. */
static const double LEAST_WEIGHT = 0.01;

double table_rows_sum(const double *heights, int first, int end)
{
	double sum = 0;
	for (int i = first; i < end; i++) {
		sum += heights[i];
	}
	return sum;
}

/* ---- rows by themselves ---- */

static void find_natural(const struct edge_span *needs, int need_count, double minimum,
	int row_count, double *heights)
{
	for (int i = 0; i < row_count; i++) {
		heights[i] = minimum;
	}
	for (int i = 0; i < need_count; i++) {
		if (needs[i].end - needs[i].first == 1) {
			double *height = &heights[needs[i].first];
			*height = fmax(*height, needs[i].least);
		}
	}
}

/* Keeps the needs that rows by themselves do not meet; gives how many. */
static int keep_unmet(struct edge_span *needs, int need_count, const double *heights)
{
	int kept = 0;
	for (int i = 0; i < need_count; i++) {
		double have = table_rows_sum(heights, needs[i].first, needs[i].end);
		if (needs[i].end - needs[i].first > 1 && needs[i].least > have) {
			needs[kept++] = needs[i];
		}
	}
	return kept;
}

/* ---- rows under spans ---- */

/* Shorter spans first: what they add is counted for the longer ones. */
static int by_length(const void *left, const void *right)
{
	const struct edge_span *a = left;
	const struct edge_span *b = right;
	int difference = (a->end - a->first) - (b->end - b->first);
	return difference ? difference : a->first - b->first;
}

/* Stretches rows for one span after the other, in proportion: good where spans do not
 * overlap, else more than is needed. */
static void stretch(const struct edge_span *needs, int need_count, double *heights)
{
	for (int i = 0; i < need_count; i++) {
		int first = needs[i].first;
		int end = needs[i].end;
		double have = table_rows_sum(heights, first, end);
		double excess = fmax(0, needs[i].least - have);
		for (int row = first; row < end; row++) {
			heights[row] += have > 0 ? excess * heights[row] / have
						 : excess / (end - first);
		}
	}
}

/* The needs of rows by themselves and of spans, in order; the caller's. */
static struct edge_span *join_needs(const struct edge_span *needs, int need_count,
	const double *natural, int row_count)
{
	struct edge_span *spans =
		g_new(struct edge_span, (gsize)(row_count + need_count));
	for (int i = 0; i < row_count; i++) {
		spans[i] = (struct edge_span){i, i + 1, natural[i]};
	}
	memcpy(&spans[row_count], needs, (size_t)need_count * sizeof *needs);
	edges_sort(spans, row_count + need_count);
	return spans;
}

/* Takes heights that were stretched to the least total that meets all needs, with the
 * excess spread out. */
static void spread(const struct edge_task *task, const double *natural, double *heights)
{
	int count = task->track_count;
	double *edges = g_new(double, (gsize)count + 1);
	struct edge_wish *wishes = g_new(struct edge_wish, (gsize)count);
	double total = edges_least(task, edges);
	double scale = total / fmax(table_rows_sum(heights, 0, count), LEAST_WEIGHT);
	edges[0] = 0;
	for (int i = 0; i < count; i++) {
		edges[i + 1] = edges[i] + heights[i] * scale;
		wishes[i] =
			(struct edge_wish){natural[i], fmax(natural[i], LEAST_WEIGHT)};
	}
	edges_spread(task, total, wishes, edges);
	for (int i = 0; i < count; i++) {
		heights[i] = edges[i + 1] - edges[i];
	}
	g_free(wishes);
	g_free(edges);
}

void table_rows_share(struct edge_span *needs, int need_count, double minimum,
	int row_count, double *heights)
{
	find_natural(needs, need_count, minimum, row_count, heights);
	int unmet = keep_unmet(needs, need_count, heights);
	if (unmet == 0) {
		return;
	}
	double *natural = g_memdup2(heights, (gsize)row_count * sizeof *heights);
	struct edge_span *spans = join_needs(needs, unmet, natural, row_count);
	struct edge_task task = {spans, row_count + unmet, row_count};
	qsort(needs, (size_t)unmet, sizeof *needs, by_length);
	stretch(needs, unmet, heights);
	spread(&task, natural, heights);
	g_free(spans);
	g_free(natural);
}
