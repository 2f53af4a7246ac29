/* One line: how wide it is, what it has to give, how it looks. Widths are differences of
 * edges; at a line's ends a mark gets back what it shared with the neighbour that is now
 * on another line. */
#include "text/lines.h"

#include "text/classes.h"
#include "text/gaps.h"
#include "text/hang.h"

#define STRETCH_EM 0.1    /* em a gap: looks as bad as a line shrunk to its limit */
#define END_BADNESS 20.0  /* of a mark whose blank stands outside the line */
#define GRID_BADNESS 60.0 /* and on a grid, which has a cell for it */

enum {
	LONE_AT_MOST = 8
}; /* a lone character and its marks */

bool line_is_space(const struct cluster *cluster)
{
	return cluster->class == CLASS_SPACE || cluster->class == CLASS_IGNORED;
}

void line_trim(const struct paragraph *paragraph, int *first, int *end)
{
	while (*first < *end && line_is_space(&paragraph->clusters[*first])) {
		++*first;
	}
	while (*end > *first && line_is_space(&paragraph->clusters[*end - 1])) {
		--*end;
	}
}

double line_lead(const struct paragraph *paragraph, int first)
{
	const struct cluster *cluster = &paragraph->clusters[first];
	bool loses = first > 0 && cluster->class == CLASS_OPENING &&
		     !style_is_on_grid(paragraph->style);
	return loses ? -(double)cluster->blank : (double)cluster->shared_start;
}

/* Of clusters whose edges are no spaces. */
static double width_between(const struct paragraph *paragraph, int first, int end)
{
	double width = paragraph->edges[end] - paragraph->edges[first] +
		       line_lead(paragraph, first);
	if (end < paragraph->cluster_count) {
		const struct cluster *last = &paragraph->clusters[end - 1];
		width -= gap_after(paragraph->style, last, last + 1);
		width += (double)last->shared_end;
	}
	return width;
}

double line_width(const struct paragraph *paragraph, int first, int end)
{
	line_trim(paragraph, &first, &end);
	return first == end ? 0 : width_between(paragraph, first, end);
}

double line_end_blank(const struct paragraph *paragraph, int end)
{
	const struct cluster *last = &paragraph->clusters[end - 1];
	if (last->class == CLASS_OPENING || paragraph->style->balanced) {
		return 0;
	}
	return (double)last->blank +
	       (end < paragraph->cluster_count ? (double)last->shared_end : 0);
}

double line_room(const struct paragraph *paragraph, double measure, int first)
{
	double indent = hang_indent(paragraph, measure, first);
	return MAX(measure - indent - paragraph->style->end, 0);
}

static struct glue_sum sum_between(const struct paragraph *paragraph, int first, int end,
	const struct glue_sum *sums)
{
	if (sums) {
		const struct glue_sum *high = &sums[end - 1];
		const struct glue_sum *low = &sums[first];
		return (struct glue_sum){high->stretch - low->stretch,
			high->shrink - low->shrink, high->gaps - low->gaps};
	}
	struct glue_sum sum = {0};
	for (int i = first + 1; i < end; i++) {
		glue_add(paragraph, i, &sum);
	}
	return sum;
}

struct line_fit line_fit(const struct paragraph *paragraph, double measure, int first,
	int end, const struct glue_sum *sums)
{
	struct line_fit fit = {.room = line_room(paragraph, measure, first)};
	int rigid = hang_rigid(paragraph, measure, first);
	line_trim(paragraph, &first, &end);
	if (first < end) {
		fit.natural = width_between(paragraph, first, end);
		fit.end_blank = line_end_blank(paragraph, end);
		fit.end_badness =
			style_is_on_grid(paragraph->style) ? GRID_BADNESS : END_BADNESS;
		int from = MIN(MAX(first, rigid), end - 1);
		fit.glue = sum_between(paragraph, from, end, sums);
	}
	return fit;
}

bool line_fits(const struct line_fit *fit)
{
	return fit->natural - fit->end_blank - fit->glue.shrink <= fit->room + LINE_SLIP;
}

static double cube(double value)
{
	return value * value * value;
}

double line_badness(const struct line_fit *fit, double em)
{
	double slack = fit->room - fit->natural;
	if (slack < -LINE_SLIP) {
		double outside = MIN(-slack, fit->end_blank);
		double inside = -slack - outside;
		double badness =
			outside > 0 ? fit->end_badness * outside / fit->end_blank : 0;
		return badness + (inside > 0 && fit->glue.shrink > 0
						 ? 100 * cube(inside / fit->glue.shrink)
						 : 0);
	}
	double give = fit->glue.stretch + STRETCH_EM * em * MAX(fit->glue.gaps, 1);
	return 100 * cube(slack / give);
}

struct line line_make(
	const struct paragraph *paragraph, double measure, int first, int end)
{
	struct line line = {
		.first = first,
		.end = end,
		.indent = hang_indent(paragraph, measure, first),
		.width = line_width(paragraph, first, end),
		.room = line_room(paragraph, measure, first),
		.last = end == paragraph->cluster_count,
		.rigid = hang_rigid(paragraph, measure, first),
	};
	if (line.width > line.room + LINE_SLIP) {
		struct line_fit fit = line_fit(paragraph, measure, first, end, NULL);
		double most = fit.end_blank + fit.glue.shrink;
		line.shrink = MIN(line.width - line.room, most);
		line.width -= line.shrink;
	}
	return line;
}

bool line_is_lone(const struct paragraph *paragraph, int first, int end)
{
	int characters = 0;
	if (end - first > LONE_AT_MOST) {
		return false;
	}
	for (int i = first; i < end; i++) {
		enum character_class class = paragraph->clusters[i].class;
		characters += class != CLASS_CLOSING && class != CLASS_STOP &&
			      !line_is_space(&paragraph->clusters[i]);
	}
	return characters == 1;
}
