/* Lines, first-fit: each line takes what fits, backs up to where it may break, and leaves
 * its last word where the paragraph would otherwise end in a lone character. Widths are
 * differences of edges, so that a line costs a bisection whatever the measure. */
#include "text/lines.h"

#include "text/breaks.h"
#include "text/classes.h"
#include "text/gaps.h"
#include "text/hang.h"
#include "text/stack.h"
#include "text/tab.h"

#define DISCOURAGED_WORTH 2.0 /* em of slack that a better break may cost */
#define STRETCH_AT_MOST 0.125 /* of the line, that a lone last character may cost */

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

double line_width(const struct paragraph *paragraph, int first, int end)
{
	line_trim(paragraph, &first, &end);
	if (first == end) {
		return 0;
	}
	double width = paragraph->edges[end] - paragraph->edges[first];
	width += (double)paragraph->clusters[first].shared_start;
	if (end < paragraph->cluster_count) {
		const struct cluster *last = &paragraph->clusters[end - 1];
		width -= gap_after(paragraph->style, last, last + 1);
		width += (double)last->shared_end;
	}
	return width;
}

struct line line_make(
	const struct paragraph *paragraph, double measure, int first, int end)
{
	const struct style *style = paragraph->style;
	double indent = hang_indent(paragraph, measure, first);
	return (struct line){
		.first = first,
		.end = end,
		.indent = indent,
		.width = line_width(paragraph, first, end),
		.room = MAX(measure - indent - style->end, 0),
		.last = end == paragraph->cluster_count,
		.rigid = hang_rigid(paragraph, measure, first),
	};
}

/* The last place where clusters from `first` on, spaces at the end not counted, still
 * fit: more than `first`, for every line sets something. */
static int last_fitting(const struct paragraph *paragraph, int first, double room)
{
	int high = paragraph->cluster_count;
	int low = first + 1;
	while (low < high && line_is_space(&paragraph->clusters[low - 1])) {
		low++;
	}
	while (low < high) {
		int middle = low + (high - low + 1) / 2;
		if (line_width(paragraph, first, middle) <= room + LINE_SLIP) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

static bool may_part(const struct paragraph *paragraph, int index)
{
	const struct cluster *after = &paragraph->clusters[index];
	return class_may_start_line(after->class) &&
	       class_may_end_line(after[-1].class) && after->class != CLASS_UNIT &&
	       !line_is_space(after);
}

/* Where nothing may break something must: inside a word, but not before a unit or beside
 * a mark that forbids it if that can be helped. */
static int emergency_break(const struct paragraph *paragraph, int first, int fitting)
{
	for (int i = fitting; i > first + 1; i--) {
		if (may_part(paragraph, i)) {
			return i;
		}
	}
	return fitting;
}

/* The last break of a kind at or before an index; `first` where there is none. */
static int last_break(
	const struct paragraph *paragraph, int first, int index, enum break_kind at_least)
{
	while (index > first && paragraph->clusters[index].break_before < at_least) {
		index--;
	}
	return index;
}

/* A discouraged break is taken where an allowed one would leave the line much shorter. */
static int best_break(
	const struct paragraph *paragraph, const struct line *line, int fitting)
{
	int any = last_break(paragraph, line->first, fitting, BREAK_DISCOURAGED);
	if (paragraph->clusters[any].break_before == BREAK_ALLOWED) {
		return any;
	}
	int allowed = last_break(paragraph, line->first, any, BREAK_ALLOWED);
	if (allowed == line->first) {
		return any;
	}
	double cost = line_width(paragraph, line->first, any) -
		      line_width(paragraph, line->first, allowed);
	double worth = MIN(DISCOURAGED_WORTH * paragraph->style->size, line->room / 8);
	return cost <= worth ? allowed : any;
}

/* Whether [first, end) is one character, but for marks. */
static bool is_lone(const struct paragraph *paragraph, int first, int end)
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

/* Takes company down to a lone last character where the line above can be stretched. */
static int spare_lone(const struct paragraph *paragraph, const struct line *line, int end)
{
	if (!is_lone(paragraph, end, paragraph->cluster_count)) {
		return end;
	}
	int earlier = last_break(paragraph, line->first, end - 1, BREAK_ALLOWED);
	if (earlier == line->first) {
		return end;
	}
	double slack = line->room - line_width(paragraph, line->first, earlier);
	double below = line_width(paragraph, earlier, paragraph->cluster_count);
	bool good =
		slack <= line->room * STRETCH_AT_MOST && below <= line->room + LINE_SLIP;
	return good ? earlier : end;
}

struct line line_next(const struct paragraph *paragraph, double measure, int first)
{
	int count = paragraph->cluster_count;
	struct line line = line_make(paragraph, measure, first, count);
	int fitting = last_fitting(paragraph, first, line.room);
	if (fitting >= count) {
		return line;
	}
	int end = best_break(paragraph, &line, fitting);
	bool emergency = end == first;
	end = emergency ? emergency_break(paragraph, first, fitting)
			: spare_lone(paragraph, &line, end);
	line = line_make(paragraph, measure, first, end);
	line.emergency = emergency;
	return line;
}

static int break_first_fit(
	const struct paragraph *paragraph, double measure, GArray *lines)
{
	int count = 0;
	int first = 0;
	do {
		struct line line = line_next(paragraph, measure, first);
		if (lines) {
			g_array_append_val(lines, line);
		}
		first = line.end;
		count++;
	} while (first < paragraph->cluster_count);
	return count;
}

static void add_balanced(
	const struct paragraph *paragraph, double measure, int count, GArray *lines)
{
	int ends[BALANCED_LINES];
	if (!lines_balance(paragraph, measure, count, ends)) {
		break_first_fit(paragraph, measure, lines);
		return;
	}
	int first = 0;
	for (int i = 0; i < count; i++) {
		struct line line = line_make(paragraph, measure, first, ends[i]);
		g_array_append_val(lines, line);
		first = ends[i];
	}
}

void paragraph_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	if (paragraph->style->stacked) {
		stack_lines(paragraph, measure, lines);
	} else if (paragraph->tab.end) {
		tab_lines(paragraph, measure, lines);
	} else if (paragraph->style->balanced) {
		int count = break_first_fit(paragraph, measure, NULL);
		add_balanced(paragraph, measure, count, lines);
	} else {
		break_first_fit(paragraph, measure, lines);
	}
}

int paragraph_line_count(const struct paragraph *paragraph, double measure)
{
	if (paragraph->style->stacked || paragraph->tab.end) {
		GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
		paragraph_lines(paragraph, measure, lines);
		int count = (int)lines->len;
		g_array_free(lines, TRUE);
		return count;
	}
	return break_first_fit(paragraph, measure, NULL);
}

double paragraph_widest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	if (style->stacked) {
		return stack_width(paragraph);
	}
	if (paragraph->tab.end) {
		return tab_widest(paragraph);
	}
	return style->start + style->indent + style->end +
	       line_width(paragraph, 0, paragraph->cluster_count);
}

double paragraph_narrowest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	if (style->stacked) {
		return stack_width(paragraph);
	}
	if (paragraph->tab.end) {
		return tab_narrowest(paragraph);
	}
	double narrowest = 0;
	int first = 0;
	for (int i = 1; i <= paragraph->cluster_count; i++) {
		bool ends = i == paragraph->cluster_count ||
			    paragraph->clusters[i].break_before != BREAK_NEVER;
		if (ends) {
			double width = line_width(paragraph, first, i) +
				       (first == 0 ? style->indent : 0);
			narrowest = MAX(narrowest, width);
			first = i;
		}
	}
	return narrowest + style->start + style->end;
}
