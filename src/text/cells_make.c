/* Step 5: clusters in em -> cells in points. A cell is as wide as the glyph at the
 * style's pitch, the glyph in its middle. Adjacent marks share their blanks (GB/T
 * 15834-2011 5.1.2, 5.1.11; CLREQ: two marks take one and a half em), by as much as their
 * ink allows:
 *
 *     |   。|   ”|   （|     ->   |   。|  ”|  （|       the closing ones lose the blank
 * behind them | （  | 《  |          ->   | （ | 《  |           the later opening one
 * that before it
 */
#include "text/composing.h"
#include "text/gaps.h"
#include "text/ink.h"

#include <string.h>

#define HALF_EM 0.5
#define INK_GUARD 0.02 /* em that stays between a glyph's ink and the next cell */
#define FULL_WIDTH 0.9 /* em; marks of at least this width have a blank to lose */

/* What is taken off a cell, em. */
struct trim {
	double before;
	double after;
	double own; /* of that after it: for good, whatever stands beside it */
};

/* The blank on a side of a mark that may be taken off, em. */
static double trimmable(
	const struct composing *composing, const struct cluster *cluster, bool after)
{
	const struct glyph *glyph =
		&g_array_index(composing->glyphs, struct glyph, cluster->first_glyph);
	struct ink ink = ink_find(faces_ink(composing->faces), cluster->face, glyph->id);
	double blank = (double)(after ? glyph->advance - ink.end : ink.start);
	return CLAMP(blank - INK_GUARD, 0, HALF_EM);
}

static bool is_full_mark(const struct cluster *cluster)
{
	return (cluster->class == CLASS_OPENING || cluster->class == CLASS_CLOSING ||
		       cluster->class == CLASS_STOP) &&
	       cluster->glyph_count == 1 && (double)cluster->advance >= FULL_WIDTH;
}

static gunichar code_of(const struct composing *composing, const struct cluster *cluster)
{
	return g_utf8_get_char(composing->passage.text + cluster->text_offset);
}

static bool is_query(const struct composing *composing, const struct cluster *cluster)
{
	gunichar code = code_of(composing, cluster);
	return code == 0xFF01 || code == 0xFF1F;
}

static void trim_pair(
	const struct composing *composing, const struct cluster *left, struct trim *trims)
{
	const struct cluster *right = left + 1;
	if (!is_full_mark(left) || !is_full_mark(right)) {
		return;
	}
	if (left->class != CLASS_OPENING) {
		trims[0].after = trimmable(composing, left, true);
	}
	if (right->class == CLASS_OPENING) {
		double other = left->class == CLASS_OPENING ? 0 : trims[0].after;
		double before = trimmable(composing, right, false);
		trims[1].before = MIN(before, HALF_EM - other);
	}
}

/* Just two of ！ and ？ take one em together, three take two. */
static void trim_queries(const struct composing *composing,
	const struct cluster *clusters, guint count, struct trim *trims)
{
	guint run = 0;
	for (guint i = 0; i <= count; i++) {
		if (i < count && is_query(composing, &clusters[i]) &&
			is_full_mark(&clusters[i])) {
			run++;
			continue;
		}
		if (run == 2) {
			trims[i - 1].own = trimmable(composing, &clusters[i - 1], true);
			trims[i - 1].after = trims[i - 1].own;
		}
		run = 0;
	}
}

/* A mid-dot in Han text takes half an em (GB/T 15834-2011 5.1.7). */
static void trim_mid_dot(
	const struct composing *composing, guint index, struct trim *trim)
{
	const struct cluster *cluster =
		&g_array_index(composing->clusters, struct cluster, index);
	int first = g_array_index(composing->firsts, int, index);
	if (cluster->class == CLASS_MID_DOT &&
		composing->characters[first].side == SIDE_HAN) {
		trim->before = ((double)cluster->advance - HALF_EM) / 2;
		trim->after = trim->before;
	}
}

/* What a mark has left when its neighbours have taken theirs, em. */
static double blank_of(const struct composing *composing, const struct cluster *cluster,
	struct trim trim)
{
	bool after = cluster->class != CLASS_OPENING;
	double taken = after ? trim.after : trim.before;
	return MAX(trimmable(composing, cluster, after) - taken, 0);
}

static struct trim *find_trims(const struct composing *composing)
{
	guint count = composing->clusters->len;
	const struct cluster *clusters =
		(struct cluster *)(void *)composing->clusters->data;
	struct trim *trims = g_new0(struct trim, count + 1);
	for (guint i = 0; i < count; i++) {
		if (i + 1 < count) {
			trim_pair(composing, &clusters[i], &trims[i]);
		}
		trim_mid_dot(composing, i, &trims[i]);
	}
	trim_queries(composing, clusters, count, trims);
	return trims;
}

void cells_make(struct composing *composing)
{
	guint count = composing->clusters->len;
	struct cluster *clusters = (struct cluster *)(void *)composing->clusters->data;
	struct trim *trims = find_trims(composing);
	double *edges = arena_new_array(composing->arena, double, count + 1);
	for (guint i = 0; i < count; i++) {
		struct cluster *cluster = &clusters[i];
		const struct style *style = cluster->style;
		double em = (double)cluster->advance;
		double cell = (em - trims[i].before - trims[i].after) * style->pitch;
		if (i + 1 < count) {
			cell += gap_after(composing->style, cluster, cluster + 1);
		}
		double beside = em * (style->pitch - style->size) / 2;
		cluster->trim_start = (float)(trims[i].before * style->pitch - beside);
		cluster->advance = (float)cell;
		if (is_full_mark(cluster)) {
			cluster->shared_start = (float)(trims[i].before * style->pitch);
			cluster->shared_end =
				(float)((trims[i].after - trims[i].own) * style->pitch);
			cluster->blank = (float)(blank_of(composing, cluster, trims[i]) *
						 style->pitch);
		}
		edges[i + 1] = edges[i] + cell;
	}
	composing->edges = edges;
	g_free(trims);
}
