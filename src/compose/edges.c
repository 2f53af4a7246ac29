#include "compose/edges.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

enum {
	SWEEPS = 20
};

/* Movements below that, in points, are not worth another sweep. */
static const double STILL = 1e-4;

static int by_end(const void *left, const void *right)
{
	const struct edge_span *a = left;
	const struct edge_span *b = right;
	return a->end != b->end ? a->end - b->end : a->first - b->first;
}

void edges_sort(struct edge_span *spans, int span_count)
{
	if (span_count > 1) {
		qsort(spans, (size_t)span_count, sizeof *spans, by_end);
	}
}

double edges_least(const struct edge_task *task, double *edges)
{
	int at = 0;
	edges[0] = 0;
	for (int i = 1; i <= task->track_count; i++) {
		edges[i] = edges[i - 1];
		while (at < task->span_count && task->spans[at].end == i) {
			const struct edge_span *span = &task->spans[at++];
			edges[i] = fmax(edges[i], edges[span->first] + span->least);
		}
	}
	return edges[task->track_count];
}

/* ---- slack ---- */

/* The latest places for which the last edge stays at total. */
static void find_latest(const struct edge_task *task, double total, double *latest)
{
	int at = task->span_count - 1;
	for (int i = 0; i <= task->track_count; i++) {
		latest[i] = total;
	}
	for (int i = task->track_count; i > 0; i--) {
		latest[i - 1] = fmin(latest[i - 1], latest[i]);
		for (; at >= 0 && task->spans[at].end == i; at--) {
			const struct edge_span *span = &task->spans[at];
			latest[span->first] =
				fmin(latest[span->first], latest[i] - span->least);
		}
	}
}

/* Takes edges to places that meet all spans: each no earlier than those before it allow,
 * and no later than its latest one. */
static void meet_spans(const struct edge_task *task, double total, double *edges)
{
	double *latest = g_new(double, (gsize)task->track_count + 1);
	find_latest(task, total, latest);
	int at = 0;
	edges[0] = 0;
	for (int i = 1; i <= task->track_count; i++) {
		edges[i] = fmax(edges[i - 1], fmin(edges[i], latest[i]));
		for (; at < task->span_count && task->spans[at].end == i; at++) {
			const struct edge_span *span = &task->spans[at];
			edges[i] = fmax(edges[i], edges[span->first] + span->least);
		}
	}
	edges[task->track_count] = total;
	g_free(latest);
}

/* The best place of an edge between its neighbours, if nothing bound it. */
static double best_place(
	const struct edge_wish *before, const struct edge_wish *after, const double *edge)
{
	double from_before = edge[-1] + before->length;
	double from_after = edge[1] - after->length;
	return (from_before * after->weight + from_after * before->weight) /
	       (before->weight + after->weight);
}

/* Moves each inner edge, from the last to the first, to its best place between its
 * bounds; gives the longest way. The edges behind it have moved already and left in
 * `high` how far each edge may go; those before it have not yet. */
static double sweep(const struct edge_task *task, const struct edge_wish *wishes,
	double *high, double *edges)
{
	double way = 0;
	int at = task->span_count - 1;
	for (int i = 0; i < task->track_count; i++) {
		high[i] = edges[task->track_count];
	}
	for (int i = task->track_count; i > 0; i--) {
		int first = at;
		double low = edges[i - 1];
		for (; first >= 0 && task->spans[first].end == i; first--) {
			const struct edge_span *span = &task->spans[first];
			low = fmax(low, edges[span->first] + span->least);
		}
		if (i < task->track_count) {
			double best = best_place(&wishes[i - 1], &wishes[i], &edges[i]);
			best = fmax(low, fmin(best, high[i]));
			way = fmax(way, fabs(best - edges[i]));
			edges[i] = best;
		}
		high[i - 1] = fmin(high[i - 1], edges[i]);
		for (; at > first; at--) {
			const struct edge_span *span = &task->spans[at];
			high[span->first] =
				fmin(high[span->first], edges[i] - span->least);
		}
	}
	return way;
}

void edges_spread(const struct edge_task *task, double total,
	const struct edge_wish *wishes, double *edges)
{
	meet_spans(task, total, edges);
	double *high = g_new(double, (gsize)task->track_count + 1);
	double way = HUGE_VAL;
	for (int i = 0; i < SWEEPS && way > STILL; i++) {
		way = sweep(task, wishes, high, edges);
	}
	g_free(high);
}
