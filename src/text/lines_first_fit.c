/* Lines, first-fit: each line takes what fits, backs up to where it may break, or pushes
 * in what little is left before the next break where that looks better; it leaves its
 * last word where the paragraph would otherwise end in a lone character. A line costs a
 * short search whatever the measure. */
#include "text/lines.h"

#include "text/breaks.h"
#include "text/classes.h"

#define DISCOURAGED_WORTH 2.0 /* em of slack that a better break may cost */
#define STRETCH_AT_MOST 0.125 /* of the line, that a lone last character may cost */
#define PUSHED_AT_MOST 3.0    /* em beyond what fits, that are ever pushed in */

/* The last place where clusters from `first` on, spaces at the end not counted, still
 * fit: more than `first`, for every line sets something. */
static int last_fitting(const struct paragraph *paragraph, int first, double room)
{
	int high = paragraph->cluster_count;
	int low = first + 1;
	while (low < high && line_is_space(&paragraph->clusters[low - 1])) {
		low++;
	}
	/* Characters are much alike: the search begins where as many would fit as are
	 * wide on average, and goes from there in growing steps. */
	int count = high;
	double text = paragraph->edges[count] - paragraph->edges[first];
	int probe = first + (int)(room / MAX(text, room + 1) * (count - first));
	for (int step = 1; low < high; step = MIN(2 * step, count)) {
		probe = CLAMP(probe, low + 1, high);
		if (line_width(paragraph, first, probe) <= room + LINE_SLIP) {
			low = probe;
			probe = low + MIN(step, (high - low + 1) / 2);
		} else {
			high = probe - 1;
			probe = high + 1 - MIN(step, (high - low + 1) / 2);
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
	const struct paragraph *paragraph, int first, int fitting, double room)
{
	int any = last_break(paragraph, first, fitting, BREAK_DISCOURAGED);
	if (paragraph->clusters[any].break_before == BREAK_ALLOWED) {
		return any;
	}
	int allowed = last_break(paragraph, first, any, BREAK_ALLOWED);
	if (allowed == first) {
		return any;
	}
	double cost =
		line_width(paragraph, first, any) - line_width(paragraph, first, allowed);
	double worth = MIN(DISCOURAGED_WORTH * paragraph->style->size, room / 8);
	return cost <= worth ? allowed : any;
}

/* The first allowed break behind what fits, or the end; 0 where that is too far off. */
static int next_break(const struct paragraph *paragraph, int fitting)
{
	double most = paragraph->edges[fitting] + PUSHED_AT_MOST * paragraph->style->size;
	int index = fitting + 1;
	while (index < paragraph->cluster_count &&
		paragraph->clusters[index].break_before != BREAK_ALLOWED) {
		if (paragraph->edges[index++] > most) {
			return 0;
		}
	}
	return index;
}

/* Whether a line that ends there is worth a look at its gaps: all blanks of its marks and
 * its spaces together are more than it is too wide. Most lines are not. */
static bool may_be_pushed(
	const struct paragraph *paragraph, double room, int first, int end)
{
	const struct style *style = paragraph->style;
	line_trim(paragraph, &first, &end);
	double over = line_width(paragraph, first, end) - room - LINE_SLIP -
		      line_end_blank(paragraph, end);
	if (!style_shrinks(style) || style->latin_space > 0) {
		return over <= 0 || style_shrinks(style);
	}
	for (int i = first; i < end && over > 0; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		over -= (double)cluster->blank;
		over -= line_is_space(cluster) ? (double)cluster->advance : 0;
	}
	return over <= 0;
}

/* A line that ends before what fits is pushed full where that looks no worse than
 * stretching it. Lines that are not justified have no gaps to judge by: they take what
 * the blank of a mark at their end lets them. */
static int push_in(
	const struct paragraph *paragraph, double measure, int first, const int ends[2])
{
	int pushed = next_break(paragraph, ends[1]);
	double room = line_room(paragraph, measure, first);
	if (pushed == 0 || !may_be_pushed(paragraph, room, first, pushed)) {
		return ends[0];
	}
	struct line_fit full = line_fit(paragraph, measure, first, pushed, NULL);
	if (!line_fits(&full)) {
		return ends[0];
	}
	if (ends[0] > first && paragraph->style->align == ALIGN_JUSTIFY) {
		struct line_fit loose =
			line_fit(paragraph, measure, first, ends[0], NULL);
		double em = paragraph->style->size;
		return line_badness(&full, em) <= line_badness(&loose, em) ? pushed
									   : ends[0];
	}
	return pushed;
}

/* Takes company down to a lone last character where the line above can be stretched. */
static int spare_lone(
	const struct paragraph *paragraph, double measure, int first, int end)
{
	if (!line_is_lone(paragraph, end, paragraph->cluster_count)) {
		return end;
	}
	int earlier = last_break(paragraph, first, end - 1, BREAK_ALLOWED);
	if (earlier == first) {
		return end;
	}
	double room = line_room(paragraph, measure, first);
	double slack = room - line_width(paragraph, first, earlier);
	double below = line_width(paragraph, earlier, paragraph->cluster_count);
	double room_below = line_room(paragraph, measure, earlier);
	bool good = slack <= room * STRETCH_AT_MOST && below <= room_below + LINE_SLIP;
	return good ? earlier : end;
}

struct line line_next(const struct paragraph *paragraph, double measure, int first)
{
	int count = paragraph->cluster_count;
	double room = line_room(paragraph, measure, first);
	int fitting = last_fitting(paragraph, first, room);
	if (fitting >= count) {
		return line_make(paragraph, measure, first, count);
	}
	int end = best_break(paragraph, first, fitting, room);
	bool full =
		end == fitting && line_width(paragraph, first, end) >= room - LINE_SLIP;
	if (!full) {
		end = push_in(paragraph, measure, first, (int[]){end, fitting});
	}
	bool emergency = end == first;
	end = emergency ? emergency_break(paragraph, first, fitting)
			: spare_lone(paragraph, measure, first, end);
	struct line line = line_make(paragraph, measure, first, end);
	line.emergency = emergency;
	return line;
}

int lines_first_fit(const struct paragraph *paragraph, double measure, GArray *lines)
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
