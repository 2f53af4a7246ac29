/* Step 4: HarfBuzz shapes stretches of one face, in em. Han text is shaped as Han
 * whatever the characters' own scripts say, so that marks and digits in it look the same
 * everywhere. */
#include "text/composing.h"
#include "text/vertical_forms.h"

/* Characters [first, end) that are shaped together. */
struct stretch {
	int first;
	int end;
};

/* A mark too many on one character stands alone: HarfBuzz must not see it behind others.
 */
static bool is_surplus_mark(const struct character *character)
{
	return character->class == CLASS_SYMBOL && g_unichar_ismark(character->code);
}

static bool belong_together(const struct character *left, const struct character *right)
{
	return left->face == right->face && left->run == right->run &&
	       left->side == right->side && left->half == right->half &&
	       left->by_neighbour == right->by_neighbour && !is_surplus_mark(right);
}

static struct stretch next_stretch(const struct composing *composing, int first)
{
	struct stretch stretch = {first, first + 1};
	while (stretch.end < composing->character_count &&
		belong_together(&composing->characters[stretch.end - 1],
			&composing->characters[stretch.end])) {
		stretch.end++;
	}
	return stretch;
}

static void add_cluster(struct composing *composing, int first)
{
	const struct character *character = &composing->characters[first];
	const struct text_run *run = &composing->runs[character->run];
	struct cluster cluster = {
		.face = character->face,
		.style = run->style,
		.first_glyph = composing->glyphs->len,
		.text_offset = character->offset,
		.class = character->class,
		.emphasis = run->emphasis,
		.shape = (guint8)run->shape,
		.advance = run->shape == RUN_TEXT ? 0 : 1, /* em */
	};
	g_array_append_val(composing->clusters, cluster);
	g_array_append_val(composing->firsts, first);
}

static struct cluster *last_cluster(struct composing *composing)
{
	return &g_array_index(
		composing->clusters, struct cluster, composing->clusters->len - 1);
}

static void set_as_nothing(struct composing *composing, struct stretch stretch)
{
	for (int i = stretch.first; i < stretch.end; i++) {
		add_cluster(composing, i);
	}
}

/* A dash, an ellipsis, a quote and a dot in Han text are as wide as Han, digits beside it
 * half as wide: in some faces only on request. Stacked, marks stand as in vertical text,
 * also those without a character of their own for that. */
static void shape(hb_buffer_t *buffer, const struct character *first, bool stacked)
{
	static const hb_feature_t vertical = {HB_TAG('v', 'e', 'r', 't'), 1,
		HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
	static const hb_feature_t full_width = {HB_TAG('f', 'w', 'i', 'd'), 1,
		HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
	static const hb_feature_t half_width = {HB_TAG('h', 'w', 'i', 'd'), 1,
		HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
	hb_feature_t features[2];
	unsigned count = 0;
	bool han = first->side == SIDE_HAN;
	if (first->half) {
		features[count++] = half_width;
	} else if (han && first->by_neighbour) {
		features[count++] = full_width;
	}
	if (han && stacked) {
		features[count++] = vertical;
	}
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, han ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
	hb_buffer_set_language(
		buffer, hb_language_from_string(han ? "zh-Hans" : "en", -1));
	hb_shape(first->face->hb_font, buffer, features, count);
}

/* Digits are not kerned: numbers of a column stand under each other. */
static int advance_of(const struct character *character, hb_codepoint_t glyph, int shaped)
{
	return character->class == CLASS_DIGIT
		       ? hb_font_get_glyph_h_advance(character->face->hb_font, glyph)
		       : shaped;
}

static void take_glyphs(struct composing *composing, hb_buffer_t *buffer, double units)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *positions =
		hb_buffer_get_glyph_positions(buffer, NULL);
	for (unsigned i = 0; i < count; i++) {
		if (i == 0 || infos[i].cluster != infos[i - 1].cluster) {
			add_cluster(composing, (int)infos[i].cluster);
		}
		const struct character *character =
			&composing->characters[infos[i].cluster];
		int advance =
			advance_of(character, infos[i].codepoint, positions[i].x_advance);
		struct glyph glyph = {
			.id = infos[i].codepoint,
			.x_offset = (float)(positions[i].x_offset / units),
			.y_offset =
				(float)(positions[i].y_offset / units) + character->rise,
			.advance = (float)(advance / units),
		};
		g_array_append_val(composing->glyphs, glyph);
		struct cluster *cluster = last_cluster(composing);
		cluster->glyph_count++;
		cluster->advance += glyph.advance;
	}
}

static void measure_texts(struct composing *composing)
{
	struct cluster *clusters = (struct cluster *)(void *)composing->clusters->data;
	size_t end = composing->passage.length;
	for (guint i = composing->clusters->len; i > 0; i--) {
		clusters[i - 1].text_length =
			(guint16)(end - clusters[i - 1].text_offset);
		end = clusters[i - 1].text_offset;
	}
}

void clusters_shape(struct composing *composing)
{
	hb_buffer_t *buffer = hb_buffer_create();
	struct stretch stretch = {0, 0};
	while (stretch.end < composing->character_count) {
		stretch = next_stretch(composing, stretch.end);
		const struct character *first = &composing->characters[stretch.first];
		if (!first->face) {
			set_as_nothing(composing, stretch);
			continue;
		}
		hb_buffer_clear_contents(buffer);
		for (int i = stretch.first; i < stretch.end; i++) {
			gunichar code = composing->characters[i].code;
			if (composing->style->stacked && first->side == SIDE_HAN) {
				code = vertical_form(first->face, code);
			}
			hb_buffer_add(buffer, code, (unsigned)i);
		}
		hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
		shape(buffer, first, composing->style->stacked);
		take_glyphs(composing, buffer, first->face->units_per_em);
	}
	hb_buffer_destroy(buffer);
	measure_texts(composing);
}
