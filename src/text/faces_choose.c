/* Step 3: a face for each character: Han and its marks in the style's face, letters and
 * digits in its Latin one, signs in whichever of the two has them; the fallback role's
 * where the face lacks a character. */
#include "text/composing.h"

/* Places in rising order, so that a text full of rare characters is walked only once. */
struct place_finder {
	const struct passage *passage;
	size_t offset; /* that was found last */
	struct place place;
	size_t step; /* of the passage, that is next */
};

/* The faces of a run. */
struct pair {
	const char *roles[2]; /* Han, Latin */
	const struct face *faces[2];
};

static struct pair faces_of_run(struct composing *composing, const struct text_run *run)
{
	const struct style *style = run->style;
	struct pair pair = {{run->emphasis ? style->emphasis : style->face,
				    run->emphasis ? style->latin_emphasis : style->latin},
		{NULL, NULL}};
	for (int i = 0; i < 2; i++) {
		pair.faces[i] = faces_role(composing->faces, pair.roles[i]);
	}
	return pair;
}

static struct place find_place(struct place_finder *finder, size_t offset)
{
	const struct passage *passage = finder->passage;
	while (finder->step < passage->step_count &&
		passage->steps[finder->step].offset <= offset) {
		finder->offset = passage->steps[finder->step].offset;
		finder->place = passage->steps[finder->step++].place;
	}
	finder->place.column += (int)g_utf8_strlen(
		passage->text + finder->offset, (gssize)(offset - finder->offset));
	finder->offset = offset;
	return finder->place;
}

static bool has(const struct face *face, gunichar code)
{
	return face && face_has_character(face, code);
}

static const struct face *choose(struct composing *composing, const struct pair *pair,
	const struct character *character, struct place_finder *finder)
{
	bool latin =
		character->side == SIDE_LATIN || character->side == SIDE_LATIN_ELSE_HAN;
	bool either = character->side == SIDE_LATIN_ELSE_HAN ||
		      character->side == SIDE_HAN_ELSE_LATIN;
	if (has(pair->faces[latin], character->code)) {
		return pair->faces[latin];
	}
	if (either && has(pair->faces[!latin], character->code)) {
		return pair->faces[!latin];
	}
	struct place place = find_place(finder, character->offset);
	return faces_for_character(
		composing->faces, pair->roles[latin], character->code, place);
}

/* A mark stays with its character where that one's face has it or both as one; variation
 * selectors and joiners have no glyph of their own. */
static bool stays(const struct character *character)
{
	bool invisible = character->code == 0x200C || character->code == 0x200D ||
			 (character->code >= 0xFE00 && character->code <= 0xFE0F) ||
			 (character->code >= 0xE0100 && character->code <= 0xE01EF);
	hb_codepoint_t composed;
	bool composes = hb_unicode_compose(hb_unicode_funcs_get_default(),
		character[-1].code, character->code, &composed);
	return invisible || has(character[-1].face, character->code) ||
	       (composes && has(character[-1].face, composed));
}

static void settle_side(struct character *character, const struct pair *pair)
{
	if (character->side == SIDE_HAN_ELSE_LATIN ||
		character->side == SIDE_LATIN_ELSE_HAN) {
		character->side =
			character->face == pair->faces[1] ? SIDE_LATIN : SIDE_HAN;
	}
}

/* GB/T 15835-2011: digits are half an em wide. Western faces have their own width. */
static bool is_half(const struct character *character, const struct pair *pair)
{
	return character->class == CLASS_DIGIT && character->code < 0x80 &&
	       character->face && character->face == pair->faces[0];
}

/* Faces set Han at different heights, some by a twelfth of an em: what comes from another
 * face than the paragraph's is brought level with it. */
static void level(struct character *character, const struct face *base)
{
	const struct face *face = character->face;
	if (base && face && face != base && character->side == SIDE_HAN &&
		base->middle != 0 && face->middle != 0) {
		character->rise = (float)(base->middle - face->middle);
	}
}

void faces_choose(struct composing *composing)
{
	const struct face *base = faces_role(composing->faces, composing->style->face);
	struct pair pair = {{NULL, NULL}, {NULL, NULL}};
	struct place_finder finder = {
		&composing->passage, 0, composing->passage.place, 0};
	for (int i = 0; i < composing->character_count; i++) {
		struct character *character = &composing->characters[i];
		if (i == 0 || character->run != character[-1].run) {
			pair = faces_of_run(composing, &composing->runs[character->run]);
		}
		if (composing->runs[character->run].shape != RUN_TEXT) {
			continue; /* drawn: no face is asked */
		}
		if (character->class == CLASS_COMBINING && i > 0 && stays(character)) {
			character->face = character[-1].face;
			character->side = character[-1].side;
		} else if (character->class != CLASS_IGNORED) {
			character->face = choose(composing, &pair, character, &finder);
			settle_side(character, &pair);
			character->half = is_half(character, &pair);
			level(character, base);
		}
	}
}
