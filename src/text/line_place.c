/* Placing a line's clusters. A full line's slack goes to its gaps, what it is too wide is
 * taken from them, in the order of CLREQ (text/glue.h), equal gaps alike; none goes where
 * no line may break, so none into words, numbers, dashes, or before a closing mark. */
#include "text/lines.h"
#include "text/tab.h"

/* What becomes of a line's gaps. */
struct change {
	double stretch[GAP_KINDS];    /* of what they take first: 0 to 1 */
	double each;                  /* points to each gap that is stretched alike */
	double word;                  /* and to each word space where there is none */
	double shrink[SHRINK_ORDERS]; /* of what they have: 0 to 1 */
};

/* All gaps of a line. */
struct sum {
	int gaps[GAP_KINDS];
	double stretch[GAP_KINDS];
	double shrink[SHRINK_ORDERS];
};

static struct sum sum_up(const struct paragraph *paragraph, int first, int end)
{
	struct sum sum = {0};
	for (int i = first + 1; i < end; i++) {
		struct glue glue = glue_before(paragraph, i);
		sum.gaps[glue.kind]++;
		sum.stretch[glue.kind] += glue.stretch;
		for (int order = 0; order < SHRINK_ORDERS; order++) {
			sum.shrink[order] += glue.shrink[order];
		}
	}
	return sum;
}

static double part_of(double amount, double whole)
{
	return amount < whole ? amount / whole : whole > 0;
}

/* Word spaces go before gaps between Han and Latin. */
static void find_stretch(const struct sum *sum, double slack, struct change *change)
{
	for (int kind = GAP_WORD; kind <= GAP_MIXED; kind++) {
		change->stretch[kind] = part_of(slack, sum->stretch[kind]);
		slack = MAX(slack - sum->stretch[kind], 0);
	}
	int alike = sum->gaps[GAP_MIXED] + sum->gaps[GAP_HAN];
	if (alike > 0) {
		change->each = slack / alike;
	} else if (sum->gaps[GAP_WORD] > 0) {
		change->word = slack / sum->gaps[GAP_WORD];
	}
}

/* What the mark at the end gives moves nothing. */
static void find_shrink(
	const struct sum *sum, double shrink, double end_blank, struct change *change)
{
	shrink -= end_blank;
	for (int order = 0; order < SHRINK_ORDERS && shrink > 0; order++) {
		change->shrink[order] = part_of(shrink, sum->shrink[order]);
		shrink -= sum->shrink[order];
	}
}

static struct change find_change(
	const struct paragraph *paragraph, const struct line *line, int first, int end)
{
	struct change change = {0};
	double slack = line->room - line->width;
	bool justified = paragraph->style->align == ALIGN_JUSTIFY && !line->last;
	if (first == end || (line->shrink <= 0 && !(justified && slack > 0))) {
		return change;
	}
	struct sum sum = sum_up(paragraph, MAX(first, line->rigid), end);
	if (line->shrink > 0) {
		find_shrink(&sum, line->shrink, line_end_blank(paragraph, end), &change);
	} else {
		find_stretch(&sum, slack, &change);
	}
	return change;
}

static double change_of(
	const struct paragraph *paragraph, int index, const struct change *change)
{
	struct glue glue = glue_before(paragraph, index);
	double moved = glue.stretch * change->stretch[glue.kind];
	moved += glue.kind == GAP_WORD ? change->word : 0;
	moved += glue.kind == GAP_MIXED || glue.kind == GAP_HAN ? change->each : 0;
	for (int order = 0; order < SHRINK_ORDERS; order++) {
		moved -= glue.shrink[order] * change->shrink[order];
	}
	return moved;
}

static double offset_of(const struct style *style, const struct line *line)
{
	double slack = line->room - line->width;
	switch (style->stacked ? ALIGN_CENTRE : style->align) {
	case ALIGN_CENTRE:
		return line->indent + slack / 2;
	case ALIGN_END:
		return line->indent + slack;
	case ALIGN_JUSTIFY:
	case ALIGN_START:
		break;
	}
	return line->indent;
}

void line_place(const struct paragraph *paragraph, const struct line *line, double *x)
{
	int first = line->first;
	int end = line->end;
	if (line->tabbed) {
		tab_place(paragraph, line, x);
		return;
	}
	line_trim(paragraph, &first, &end);
	struct change change = find_change(paragraph, line, first, end);
	double pen = offset_of(paragraph->style, line);
	if (first < end) {
		pen += line_lead(paragraph, first);
	}
	for (int i = line->first; i < line->end; i++) {
		if (i > MAX(first, line->rigid) && i < end) {
			pen += change_of(paragraph, i, &change);
		}
		x[i - line->first] = pen;
		if (i >= first && i < end) {
			pen += paragraph->edges[i + 1] - paragraph->edges[i];
		}
	}
}
