/* Step 7: runs that are set wider than they are, and those that keep to the run before.
 * What a run has to spare goes between its characters where all are Han, else behind the
 * last one: letters and digits keep together. A blank that is to fill a column reaches as
 * far as the next edge of one, counted from where the run before it begins. */
#include "text/breaks.h"
#include "text/composing.h"

#include <math.h>

#define SAME_COLUMN 1e-6 /* of a column, by arithmetic alone */

/* The clusters of a run. */
struct extent {
	guint first;
	guint end;
};

struct spreading {
	const struct composing *composing;
	struct cluster *clusters;
	double *extra; /* points that each cluster gets */
};

static bool any_is_special(const struct composing *composing)
{
	for (size_t i = 0; i < composing->run_count; i++) {
		const struct text_run *run = &composing->runs[i];
		if (run->spread > 0 || run->step > 0 || run->stays) {
			return true;
		}
	}
	return false;
}

static guint32 run_of(const struct composing *composing, guint cluster)
{
	int first = g_array_index(composing->firsts, int, cluster);
	return composing->characters[first].run;
}

static struct extent next_extent(const struct composing *composing, guint first)
{
	struct extent extent = {first, first + 1};
	while (extent.end < composing->clusters->len &&
		run_of(composing, extent.end) == run_of(composing, first)) {
		extent.end++;
	}
	return extent;
}

static double width_of(const struct spreading *spreading, struct extent extent)
{
	const double *edges = spreading->composing->edges;
	double width = edges[extent.end] - edges[extent.first];
	for (guint i = extent.first; i < extent.end; i++) {
		width += spreading->extra[i];
	}
	return width;
}

static bool is_han(const struct spreading *spreading, struct extent extent)
{
	for (guint i = extent.first; i < extent.end; i++) {
		if (spreading->clusters[i].class != CLASS_IDEOGRAPH) {
			return false;
		}
	}
	return true;
}

static void forbid_breaks(struct spreading *spreading, guint first, guint end)
{
	for (guint i = first; i < end; i++) {
		spreading->clusters[i].break_before = BREAK_NEVER;
	}
}

static void spread(struct spreading *spreading, struct extent extent, double width)
{
	double slack = width - width_of(spreading, extent);
	guint gaps = extent.end - extent.first - 1;
	bool between = gaps > 0 && is_han(spreading, extent);
	for (guint i = extent.first; between && slack > 0 && i + 1 < extent.end; i++) {
		spreading->extra[i] += slack / gaps;
	}
	if (!between && slack > 0) {
		spreading->extra[extent.end - 1] += slack;
	}
	forbid_breaks(spreading, extent.first + 1, extent.end);
}

static void fill_column(
	struct spreading *spreading, guint start, struct extent extent, double column)
{
	double width = width_of(spreading, (struct extent){start, extent.end});
	double whole = ceil(width / column - SAME_COLUMN) * column;
	spreading->extra[extent.end - 1] += whole - width;
}

static void spread_all(struct spreading *spreading)
{
	const struct composing *composing = spreading->composing;
	struct extent extent = {0, 0};
	while (extent.end < composing->clusters->len) {
		guint before = extent.first;
		extent = next_extent(composing, extent.end);
		const struct text_run *run =
			&composing->runs[run_of(composing, extent.first)];
		if (run->stays && extent.first > 0) {
			forbid_breaks(spreading, extent.first, extent.end);
		}
		if (run->spread > 0) {
			spread(spreading, extent, run->spread * run->style->pitch);
		}
		if (run->step > 0) {
			fill_column(
				spreading, before, extent, run->step * run->style->pitch);
		}
	}
}

void runs_spread(struct composing *composing)
{
	if (!any_is_special(composing)) {
		return;
	}
	guint count = composing->clusters->len;
	struct spreading spreading = {
		.composing = composing,
		.clusters = (struct cluster *)(void *)composing->clusters->data,
		.extra = g_new0(double, (gsize)count + 1),
	};
	spread_all(&spreading);
	double shift = 0;
	for (guint i = 0; i < count; i++) {
		shift += spreading.extra[i];
		spreading.clusters[i].advance += (float)spreading.extra[i];
		composing->edges[i + 1] += shift;
	}
	g_free(spreading.extra);
}
