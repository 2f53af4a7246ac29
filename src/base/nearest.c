#include "base/nearest.h"

#include "base/language.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	LONGEST = 40,     /* characters; what is longer is no misspelt name */
	NAMED_MOST = 8,   /* a longer list of words helps nobody */
	WRONG = 2,        /* a character wrong, missing or added */
	SLIP = 1,         /* one that sounds alike, or has changed places */
	SOUNDS_ALIKE = 20 /* characters apart in the order of sounds */
};

struct word {
	gunichar characters[LONGEST];
	int sounds[LONGEST]; /* place in the order of sounds; 0: not known */
	int length;
	bool ascii;
};

/* The best candidate so far. */
struct search {
	GIConv sounds; /* (GIConv)-1: not to be had */
	struct word misspelt;
	int distance;
	const char *found;
};

/* The common characters of GB 2312 stand in the order of their sounds: their codes tell
 * how alike two of them sound. */
static int sound_of(GIConv sounds, gunichar character)
{
	char text[6];
	unsigned char code[2] = {0};
	char *in = text;
	char *out = (char *)code;
	gsize in_left = (gsize)g_unichar_to_utf8(character, text);
	gsize out_left = sizeof code;
	if (character < 0x80 || sounds == (GIConv)-1 ||
		g_iconv(sounds, &in, &in_left, &out, &out_left) == (gsize)-1) {
		return 0;
	}
	bool common = code[0] >= 0xB0 && code[0] <= 0xD7 && code[1] >= 0xA1;
	return common ? (code[0] - 0xB0) * 94 + (code[1] - 0xA1) + 1 : 0;
}

static bool take_word(GIConv sounds, const char *text, struct word *word)
{
	*word = (struct word){.ascii = true};
	for (const char *at = text; *at; at = g_utf8_find_next_char(at, NULL)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_isspace(character)) {
			continue;
		}
		if (word->length == LONGEST) {
			return false;
		}
		word->ascii &= character < 0x80;
		word->characters[word->length] = character;
		word->sounds[word->length++] = sound_of(sounds, character);
	}
	return word->length > 0;
}

static int substitution(const struct word *left, int i, const struct word *right, int j)
{
	if (left->characters[i] == right->characters[j]) {
		return 0;
	}
	bool alike = left->sounds[i] && right->sounds[j] &&
		     abs(left->sounds[i] - right->sounds[j]) <= SOUNDS_ALIKE;
	return alike ? SLIP : WRONG;
}

static bool swapped(const struct word *left, int i, const struct word *right, int j)
{
	return i > 0 && j > 0 && left->characters[i] == right->characters[j - 1] &&
	       left->characters[i - 1] == right->characters[j];
}

/* What it costs to make one word of the other: the table of prefixes, row by row, with
 * the two rows before the current one. */
static int edit_distance(const struct word *left, const struct word *right)
{
	int rows[3][LONGEST + 1] = {{0}};
	for (int j = 0; j <= right->length; j++) {
		rows[0][j] = j * WRONG;
	}
	for (int i = 1; i <= left->length; i++) {
		int *row = rows[i % 3];
		const int *above = rows[(i + 2) % 3];
		const int *two_above = rows[(i + 1) % 3];
		row[0] = i * WRONG;
		for (int j = 1; j <= right->length; j++) {
			int distance =
				above[j - 1] + substitution(left, i - 1, right, j - 1);
			distance = MIN(distance, MIN(above[j], row[j - 1]) + WRONG);
			if (swapped(left, i - 1, right, j - 1)) {
				distance = MIN(distance, two_above[j - 2] + SLIP);
			}
			row[j] = distance;
		}
	}
	return rows[left->length % 3][right->length];
}

/* Whether one word begins or ends with the other, which is at least half of it. */
static bool is_part(const struct word *left, const struct word *right)
{
	const struct word *longer = left->length > right->length ? left : right;
	const struct word *shorter = longer == left ? right : left;
	size_t bytes = (size_t)shorter->length * sizeof *shorter->characters;
	const gunichar *end = longer->characters + longer->length - shorter->length;
	return 2 * shorter->length >= longer->length &&
	       (memcmp(longer->characters, shorter->characters, bytes) == 0 ||
		       memcmp(end, shorter->characters, bytes) == 0);
}

static bool is_near(const struct word *left, const struct word *right, int distance)
{
	int longer = MAX(left->length, right->length);
	if (!left->ascii && is_part(left, right)) {
		return true;
	}
	if (longer < 3) {
		return longer == 2 && distance <= SLIP;
	}
	return distance <= longer / 3 * WRONG;
}

static void try_candidate(struct search *search, const char *candidate)
{
	struct word word;
	if (!take_word(search->sounds, candidate, &word)) {
		return;
	}
	int distance = edit_distance(&search->misspelt, &word);
	if (is_near(&search->misspelt, &word, distance) &&
		(!search->found || distance < search->distance)) {
		search->distance = distance;
		search->found = candidate;
	}
}

const char *nearest_word(const char *const *words, const char *misspelt)
{
	struct search search = {.sounds = g_iconv_open("GB2312", "UTF-8")};
	if (take_word(search.sounds, misspelt, &search.misspelt)) {
		for (size_t i = 0; words[i]; i++) {
			try_candidate(&search, words[i]);
		}
	}
	if (search.sounds != (GIConv)-1) {
		g_iconv_close(search.sounds);
	}
	return search.found;
}

void diagnostics_hint_word(struct diagnostics *diagnostics, const char *word)
{
	if (word) {
		diagnostics_hint(diagnostics, "是否要写“%s”", word);
	}
}

bool diagnostics_hint_nearest(
	struct diagnostics *diagnostics, const char *const *words, const char *misspelt)
{
	const char *nearest = nearest_word(words, misspelt);
	guint count = g_strv_length((char **)(uintptr_t)words);
	if (nearest) {
		diagnostics_hint_word(diagnostics, nearest);
	} else if (count > 0 && count <= NAMED_MOST) {
		char *all = g_strjoinv(_("、"), (char **)(uintptr_t)words);
		diagnostics_hint(diagnostics, "可以写：%s", all);
		g_free(all);
	}
	return nearest || (count > 0 && count <= NAMED_MOST);
}
