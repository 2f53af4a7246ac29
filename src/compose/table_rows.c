#include "compose/table_rows.h"

#include <math.h>
#include <stdlib.h>

/* Shorter spans first: what they add is counted for the longer ones. */
static int by_span(const void *left, const void *right)
{
	const struct row_need *a = left;
	const struct row_need *b = right;
	int difference = (a->end - a->first) - (b->end - b->first);
	return difference ? difference : a->first - b->first;
}

static void spread_excess(const struct row_need *need, double *heights)
{
	double have = table_rows_sum(heights, need->first, need->end);
	double excess = need->height - have;
	if (excess <= 0) {
		return;
	}
	for (int i = need->first; i < need->end; i++) {
		heights[i] += have > 0 ? excess * heights[i] / have
				       : excess / (need->end - need->first);
	}
}

/* Keeps the needs of several rows, in the order of their spans; gives how many. */
static int keep_spans(struct row_need *needs, int need_count)
{
	int kept = 0;
	for (int i = 0; i < need_count; i++) {
		if (needs[i].end - needs[i].first > 1) {
			needs[kept++] = needs[i];
		}
	}
	if (kept > 1) {
		qsort(needs, (size_t)kept, sizeof *needs, by_span);
	}
	return kept;
}

void table_rows_share(struct row_need *needs, int need_count, double minimum,
	int row_count, double *heights)
{
	for (int i = 0; i < row_count; i++) {
		heights[i] = minimum;
	}
	for (int i = 0; i < need_count; i++) {
		if (needs[i].end - needs[i].first == 1) {
			double *height = &heights[needs[i].first];
			*height = fmax(*height, needs[i].height);
		}
	}
	int spans = keep_spans(needs, need_count);
	for (int i = 0; i < spans; i++) {
		spread_excess(&needs[i], heights);
	}
}

double table_rows_sum(const double *heights, int first, int end)
{
	double sum = 0;
	for (int i = first; i < end; i++) {
		sum += heights[i];
	}
	return sum;
}
