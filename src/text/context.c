/* Step 2: quotes, dashes, ellipses and mid-dots are Han where Han text is on either side
 * of them, else Latin. A quote is what its other half is; a doubled dash or ellipsis is
 * Chinese. */
#include "text/composing.h"

enum {
	APOSTROPHE = 0x2019,
	QUOTES_DEEP = 16,    /* quotes within quotes that are paired */
	NEIGHBOURS_FAR = 32, /* characters away that a neighbour is looked for */
};

static bool is_han(const struct character *character)
{
	return character->side == SIDE_HAN && character->class != CLASS_COMBINING;
}

/* What a neighbour says about the character beside it; spaces and signs say nothing of
 * Han. Digits say nothing of a dash: 2020—2025年 has a Chinese one. */
static bool is_neighbour_han(
	const struct composing *composing, int index, int step, bool dash)
{
	for (int far = 0;
		far < NEIGHBOURS_FAR && index >= 0 && index < composing->character_count;
		far++, index += step) {
		const struct character *character = &composing->characters[index];
		bool digit = dash && character->class == CLASS_DIGIT;
		if (!character->by_neighbour && !digit &&
			character->class != CLASS_COMBINING &&
			character->class != CLASS_IGNORED) {
			return is_han(character) ||
			       character->side == SIDE_HAN_ELSE_LATIN;
		}
	}
	return false;
}

static bool is_doubled(const struct composing *composing, int index)
{
	const struct character *character = &composing->characters[index];
	return (character->class == CLASS_DASH || character->class == CLASS_ELLIPSIS) &&
	       ((index > 0 && character[-1].code == character->code) ||
		       character[1].code == character->code);
}

/* Two passes over the text give each run of such characters its neighbours once. */
static void hear_neighbours(struct composing *composing)
{
	int count = composing->character_count;
	for (int i = 0; i < count;) {
		if (!composing->characters[i].by_neighbour) {
			i++;
			continue;
		}
		int end = i;
		while (end < count && composing->characters[end].by_neighbour) {
			end++;
		}
		bool dash = composing->characters[i].class == CLASS_DASH;
		bool alone = i == 0 && end == count;
		bool han = alone || is_neighbour_han(composing, i - 1, -1, dash) ||
			   is_neighbour_han(composing, end, 1, dash);
		for (; i < end; i++) {
			composing->characters[i].side =
				han || is_doubled(composing, i) ? SIDE_HAN : SIDE_LATIN;
		}
	}
}

static bool is_apostrophe(const struct composing *composing, int index)
{
	const struct character *character = &composing->characters[index];
	return character->code == APOSTROPHE && index > 0 &&
	       character[-1].class == CLASS_LETTER &&
	       character[1].class == CLASS_LETTER &&
	       index + 1 < composing->character_count;
}

static void pair_quotes(struct composing *composing)
{
	int open[QUOTES_DEEP];
	int depth = 0;
	for (int i = 0; i < composing->character_count; i++) {
		struct character *character = &composing->characters[i];
		if (!character->by_neighbour || is_apostrophe(composing, i)) {
			continue;
		}
		if (character->class == CLASS_OPENING && depth < QUOTES_DEEP) {
			open[depth++] = i;
		} else if (character->class == CLASS_CLOSING && depth > 0) {
			struct character *other = &composing->characters[open[--depth]];
			if (is_han(character) || is_han(other)) {
				character->side = other->side = SIDE_HAN;
			}
		}
	}
}

static enum character_class latin_class(const struct composing *composing, int index)
{
	switch ((int)composing->characters[index].class) {
	case CLASS_OPENING:
		return CLASS_LATIN_OPENING;
	case CLASS_CLOSING:
		return is_apostrophe(composing, index) ? CLASS_LETTER
						       : CLASS_LATIN_CLOSING;
	case CLASS_ELLIPSIS:
		return CLASS_LATIN_STOP;
	case CLASS_MID_DOT:
		return CLASS_LETTER;
	default:
		return composing->characters[index].class;
	}
}

/* Straight quotes pair by turns and are brackets then, beside Han too; one without a
 * partner says nothing (a sign of inches, a slip) and stays a letter. */
static void turn_straight_quotes(struct composing *composing)
{
	struct character *opened = NULL;
	for (int i = 0; i < composing->character_count; i++) {
		struct character *character = &composing->characters[i];
		if (character->code != '"') {
			continue;
		}
		if (opened) {
			opened->class = CLASS_LATIN_OPENING;
			character->class = CLASS_LATIN_CLOSING;
			opened = NULL;
		} else {
			opened = character;
		}
	}
}

void context_resolve(struct composing *composing)
{
	for (int i = 0; i < composing->character_count; i++) {
		struct character *character = &composing->characters[i];
		character->by_neighbour = character->side == SIDE_BY_NEIGHBOUR;
	}
	hear_neighbours(composing);
	pair_quotes(composing);
	for (int i = 0; i < composing->character_count; i++) {
		struct character *character = &composing->characters[i];
		if (character->by_neighbour && character->side == SIDE_LATIN) {
			character->class = (guint8)latin_class(composing, i);
		}
	}
	turn_straight_quotes(composing);
}
