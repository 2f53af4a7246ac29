#include "text/words.h"

#include "text/breaks.h"

#include <string.h>
#include <unicode/ubrk.h>

/* Lone characters that are words; a line may begin with those, or behind those. */
static const char *const JOINING = "和与及或暨对在于为以向从";
static const char *const TRAILING = "的了等地得之";

/* A text in UTF-16, with the word that each of its units begins or goes on with. */
struct words {
	const char *text;
	gunichar2 *units;
	glong unit_count;
	bool *begins; /* of each byte of the text: a word begins there */
};

static bool is_one_of(gunichar character, const char *set)
{
	return g_utf8_strchr(set, -1, character) != NULL;
}

/* Marks where words begin; false where there is no dictionary to ask. */
static bool find_words(struct words *words)
{
	UErrorCode error = U_ZERO_ERROR;
	UBreakIterator *breaks = ubrk_open(
		UBRK_WORD, "zh", words->units, (int32_t)words->unit_count, &error);
	if (U_FAILURE(error)) {
		return false;
	}
	const char *at = words->text;
	glong unit = 0;
	for (int32_t next = ubrk_first(breaks); next != UBRK_DONE;
		next = ubrk_next(breaks)) {
		for (; unit < next; at = g_utf8_next_char(at)) {
			unit += g_utf8_get_char(at) > 0xFFFF ? 2 : 1;
		}
		words->begins[at - words->text] = true;
	}
	ubrk_close(breaks);
	return true;
}

/* Whether a word is one Han character. */
static bool is_lone(const struct words *words, size_t offset)
{
	const char *at = words->text + offset;
	size_t next = (size_t)(g_utf8_next_char(at) - words->text);
	return g_unichar_get_script(g_utf8_get_char(at)) == G_UNICODE_SCRIPT_HAN &&
	       words->begins[offset] && words->begins[next];
}

/* Whether a line may begin at an offset and be whole in sense. */
static bool parts_well(const struct words *words, size_t before, size_t offset)
{
	gunichar first = g_utf8_get_char(words->text + before);
	gunichar second = g_utf8_get_char(words->text + offset);
	if (!words->begins[offset] || is_one_of(second, TRAILING)) {
		return false;
	}
	bool joins = is_one_of(first, JOINING) || is_one_of(first, TRAILING) ||
		     is_one_of(second, JOINING);
	return joins || !is_lone(words, before) || !is_lone(words, offset);
}

static void discourage(const struct words *words, struct cluster *clusters, int count)
{
	for (int i = 1; i < count; i++) {
		struct cluster *cluster = &clusters[i];
		if (cluster->break_before == BREAK_ALLOWED &&
			!parts_well(
				words, cluster[-1].text_offset, cluster->text_offset)) {
			cluster->break_before = BREAK_DISCOURAGED;
		}
	}
}

void words_keep(const char *text, struct cluster *clusters, int count)
{
	struct words words = {
		.text = text,
		.units = g_utf8_to_utf16(text, -1, NULL, NULL, NULL),
		.begins = g_new0(bool, strlen(text) + 1),
	};
	while (words.units && words.units[words.unit_count]) {
		words.unit_count++;
	}
	if (words.unit_count > 0 && find_words(&words)) {
		discourage(&words, clusters, count);
	}
	g_free(words.begins);
	g_free(words.units);
}
