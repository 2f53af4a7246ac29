/* Placing a line's clusters. A full line's slack goes to its gaps in the order of CLREQ:
 * word spaces, then those between Han and Latin, each up to what looks well, then all
 * others alike; none goes where no line may break, so none into words, numbers, dashes,
 * or before a closing mark. */
#include "text/breaks.h"
#include "text/classes.h"
#include "text/gaps.h"
#include "text/lines.h"
#include "text/tab.h"

#define WORD_SPACE 0.5        /* em, that a word space may grow to */
#define MIXED_GAP (1.0 / 3.0) /* em, that a gap between Han and Latin may grow to */

enum gap_kind {
	GAP_NONE,
	GAP_WORD,  /* a word space, stretched behind it */
	GAP_MIXED, /* between Han and Latin */
	GAP_HAN,
	GAP_KINDS,
};

/* How much each gap of a kind gets, points. */
struct stretch {
	double word;
	double mixed;
	double han; /* also to mixed ones, on top */
};

static enum gap_kind gap_between(const struct cluster *left, const struct cluster *right)
{
	if (left->class == CLASS_SPACE) {
		return GAP_WORD;
	}
	bool rigid = right->break_before == BREAK_NEVER ||
		     left->class == CLASS_CONNECTOR || left->class == CLASS_SOLIDUS ||
		     (class_is_western(left->class) && class_is_western(right->class));
	if (rigid) {
		return GAP_NONE;
	}
	return gap_is_mixed(left, right) ? GAP_MIXED : GAP_HAN;
}

/* What each of `count` gaps gets of the slack, at most `limit`; it is taken off the
 * slack. */
static double share_out(double *slack, int count, double limit)
{
	if (count == 0 || limit <= 0) {
		return 0;
	}
	double share = MIN(*slack / count, limit);
	*slack -= share * count;
	return share;
}

static struct stretch find_stretch(
	const struct paragraph *paragraph, const struct line *line, int first, int end)
{
	struct stretch stretch = {0, 0, 0};
	double slack = line->room - line->width;
	if (paragraph->style->align != ALIGN_JUSTIFY || line->last || slack <= 0) {
		return stretch;
	}
	int counts[GAP_KINDS] = {0};
	double word_space = 0;
	for (int i = MAX(first, line->rigid) + 1; i < end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		enum gap_kind kind = gap_between(cluster - 1, cluster);
		counts[kind]++;
		if (kind == GAP_WORD) {
			word_space = MAX(word_space, (double)cluster[-1].advance);
		}
	}
	double em = paragraph->style->size;
	double mixed_limit = (MIXED_GAP - paragraph->style->latin_space) * em;
	stretch.word = share_out(&slack, counts[GAP_WORD], WORD_SPACE * em - word_space);
	stretch.mixed = share_out(&slack, counts[GAP_MIXED], mixed_limit);
	stretch.han = share_out(&slack, counts[GAP_MIXED] + counts[GAP_HAN], slack);
	stretch.word += share_out(&slack, counts[GAP_WORD], slack);
	return stretch;
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
	struct stretch stretch = find_stretch(paragraph, line, first, end);
	double pen = offset_of(paragraph->style, line);
	if (first < end) {
		pen += (double)paragraph->clusters[first].shared_start;
	}
	for (int i = line->first; i < line->end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		if (i > MAX(first, line->rigid) && i < end) {
			enum gap_kind kind = gap_between(cluster - 1, cluster);
			pen += kind == GAP_WORD ? stretch.word : 0;
			pen += kind == GAP_MIXED ? stretch.mixed : 0;
			pen += kind == GAP_MIXED || kind == GAP_HAN ? stretch.han : 0;
		}
		x[i - line->first] = pen;
		if (i >= first && i < end) {
			pen += paragraph->edges[i + 1] - paragraph->edges[i];
		}
	}
}
