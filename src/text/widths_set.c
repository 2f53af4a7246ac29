/* Widths that not every face gives, in em: a digit of the Han face takes half an em (GB/T
 * 15835-2011), a dash or an ellipsis in Han text one em a character, and doubled dashes
 * meet in the middle of their two (GB/T 15834-2011 5.1.4-5.1.6):
 *
 *     | --- | --- |     ->     |  ------  |
 */
#include "text/composing.h"
#include "text/ink.h"

#define HALF_EM 0.5F

static struct glyph *glyph_of(
	const struct composing *composing, const struct cluster *cluster)
{
	return &g_array_index(composing->glyphs, struct glyph, cluster->first_glyph);
}

static const struct character *character_of(
	const struct composing *composing, guint index)
{
	return &composing->characters[g_array_index(composing->firsts, int, index)];
}

/* The glyph stands in the middle of its new width. */
static void set_width(
	const struct composing *composing, struct cluster *cluster, float width)
{
	struct glyph *glyph = glyph_of(composing, cluster);
	glyph->x_offset += (width - glyph->advance) / 2;
	glyph->advance = width;
	cluster->advance = width;
}

static bool is_han_line(const struct character *character)
{
	return (character->class == CLASS_DASH || character->class == CLASS_ELLIPSIS) &&
	       character->side == SIDE_HAN;
}

/* What the dashes or dots of a cluster take, em; 0: it holds none. */
static float em_of_line(const struct composing *composing, guint index)
{
	bool last = index + 1 == composing->clusters->len;
	const struct character *end =
		last ? &composing->characters[composing->character_count]
		     : character_of(composing, index + 1);
	float em = 0;
	for (const struct character *character = character_of(composing, index);
		character < end; character++) {
		if (is_han_line(character)) {
			bool long_dash =
				character->code == 0x2E3A || character->code == 0x2E3B;
			em += long_dash ? (float)(character->code - 0x2E38) : 1;
		}
	}
	return em;
}

static bool is_single_dash(const struct composing *composing, guint index)
{
	const struct cluster *cluster =
		&g_array_index(composing->clusters, struct cluster, index);
	return cluster->class == CLASS_DASH && cluster->glyph_count == 1 &&
	       em_of_line(composing, index) == 1.0F;
}

/* The dashes of a pair are moved together by what blank is between their ink; a cell
 * wider than its em has some more on either side. */
static void join_dashes(const struct composing *composing, struct cluster *left)
{
	const struct style *style = left->style;
	struct glyph *glyphs[] = {
		glyph_of(composing, left), glyph_of(composing, left + 1)};
	struct ink_store *store = faces_ink(composing->faces);
	struct ink ink = ink_find(store, left->face, glyphs[0]->id);
	double beside = (style->pitch - style->size) / style->size / 2;
	double behind =
		(double)(glyphs[0]->advance - glyphs[0]->x_offset - ink.end) + beside;
	ink = ink_find(store, left[1].face, glyphs[1]->id);
	double before = (double)(ink.start + glyphs[1]->x_offset) + beside;
	if (behind + before > 0) {
		glyphs[0]->x_offset += (float)behind;
		glyphs[1]->x_offset -= (float)before;
	}
}

void widths_set(struct composing *composing)
{
	struct cluster *clusters = (struct cluster *)(void *)composing->clusters->data;
	guint count = composing->clusters->len;
	for (guint i = 0; i < count; i++) {
		struct cluster *cluster = &clusters[i];
		if (cluster->glyph_count != 1) {
			continue;
		}
		float em = character_of(composing, i)->half ? HALF_EM
							    : em_of_line(composing, i);
		if (em > 0) {
			set_width(composing, cluster, em);
		}
	}
	for (guint i = 0; i + 1 < count; i++) {
		if (is_single_dash(composing, i) && is_single_dash(composing, i + 1)) {
			join_dashes(composing, &clusters[i++]);
		}
	}
}
