/* Hanging turnover: the lines below the first begin under one of its characters.
 *
 *     |  抄送：甲局、乙局、丙局、|
 *     |        丁局、戊局。      |
 *
 * Where that would leave less room than they need they begin at the style's start, so
 * that a narrow cell breaks no word which it could hold. */
#include "text/hang.h"

#include "text/composing.h"
#include "text/lines.h"

#define LEAST_ROOM 2.0 /* em: a line of fewer characters is no line */

/* The last run that others hang on; false: there is none. */
static bool find_run(const struct composing *composing, guint32 *run)
{
	bool found = false;
	for (size_t i = 0; i < composing->run_count; i++) {
		if (composing->runs[i].hangs_here) {
			*run = (guint32)i;
			found = true;
		}
	}
	return found;
}

/* The first cluster of a run or behind it that is set at the edge of a line. */
static int first_set(const struct composing *composing, guint32 run)
{
	const struct cluster *clusters =
		(const struct cluster *)(const void *)composing->clusters->data;
	int count = (int)composing->clusters->len;
	int at = 0;
	while (at < count &&
		composing->characters[g_array_index(composing->firsts, int, at)].run <
			run) {
		at++;
	}
	while (at < count && line_is_space(&clusters[at])) {
		at++;
	}
	return at;
}

static double widest_word(const struct paragraph *paragraph)
{
	struct style plain = *paragraph->style;
	plain.indent = plain.start = plain.end = 0;
	struct paragraph flush = *paragraph;
	flush.style = &plain;
	return paragraph_narrowest(&flush);
}

void hang_find(const struct composing *composing, struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	guint32 run;
	bool moves = style->align == ALIGN_CENTRE || style->align == ALIGN_END;
	if (moves || style->stacked || !find_run(composing, &run)) {
		return;
	}
	int cluster = first_set(composing, run);
	int last = paragraph->tab.end ? paragraph->tab.end : paragraph->cluster_count;
	if (cluster >= last) {
		return;
	}
	int first = 0;
	int end = cluster;
	line_trim(paragraph, &first, &end);
	paragraph->hang = (struct paragraph_hang){
		.set = true,
		.cluster = cluster,
		.x = style->start + style->indent + paragraph->edges[cluster] -
		     paragraph->edges[first],
		.room = MAX(widest_word(paragraph), LEAST_ROOM * style->pitch) -
			LINE_SLIP,
	};
}

static bool hangs(const struct paragraph *paragraph, double measure)
{
	const struct paragraph_hang *hang = &paragraph->hang;
	return hang->set && measure - hang->x - paragraph->style->end >= hang->room;
}

double hang_indent(const struct paragraph *paragraph, double measure, int first)
{
	const struct style *style = paragraph->style;
	if (first == 0) {
		return style->start + (style->stacked ? 0 : style->indent);
	}
	return hangs(paragraph, measure) ? paragraph->hang.x : style->start;
}

int hang_rigid(const struct paragraph *paragraph, double measure, int first)
{
	return first == 0 && hangs(paragraph, measure) ? paragraph->hang.cluster : 0;
}
