/* Names spelt two ways. Each name is filed under itself and under itself less each of its
 * characters: names that are one slip apart meet there, without comparing all with all.
 */
#include "audit/auditor.h"

#include "base/nearest.h"
#include "expr/results.h"

#include <string.h>

enum {
	SHORTEST = 4, /* characters: shorter names differ by as little and are others */
	LONGEST = 60, /* what is longer is a sentence */
};

/* A name as it is compared: without signs and blanks, in half width. */
struct spelling {
	const struct value *value;
	const char *written;
	gunichar *characters;
	int length;
};

/* Where a name was filed: less the character at an index; -1: whole. */
struct filed {
	const struct spelling *spelling;
	int less;
};

struct search {
	struct arena *arena;
	GHashTable *files; /* text -> struct filed, the first */
	GString *key;      /* at hand */
	GArray *pairs;
};

/* 一季度 and 二季度, 上游 and 下游 are two things. */
static bool tells_apart(gunichar character)
{
	static const char telling[] =
		"〇零一二三四五六七八九十百千万亿两第首末上中下前后左右东南西北内外"
		"新旧大小高低甲乙丙丁省市区县乡镇村男女老少不非无未";
	return g_unichar_isdigit(character) ||
	       g_ascii_isalpha((gchar)(character < 0x80 ? character : 0)) ||
	       g_utf8_strchr(telling, -1, character);
}

static struct spelling *take(struct arena *arena, const struct value *value)
{
	struct spelling *spelling = arena_new(arena, struct spelling);
	spelling->value = value;
	spelling->written = result_passage(arena, value).text;
	char *folded = g_utf8_normalize(spelling->written, -1, G_NORMALIZE_ALL_COMPOSE);
	long most = g_utf8_strlen(folded, -1);
	spelling->characters = arena_new_array(arena, gunichar, most + 1);
	for (const char *at = folded; *at; at = g_utf8_find_next_char(at, NULL)) {
		gunichar character = g_unichar_tolower(g_utf8_get_char(at));
		if (g_unichar_isalnum(character)) {
			spelling->characters[spelling->length++] = character;
		}
	}
	g_free(folded);
	return spelling;
}

/* The name less one character, as text. */
static const char *key_of(
	struct search *search, const struct spelling *spelling, int less)
{
	g_string_truncate(search->key, 0);
	for (int i = 0; i < spelling->length; i++) {
		if (i != less) {
			g_string_append_unichar(search->key, spelling->characters[i]);
		}
	}
	return search->key->str;
}

/* Of two characters none may differ but by sounding alike: so base finds words. */
static bool sounds_alike(gunichar left, gunichar right)
{
	char words[2][12] = {"的", "的"};
	words[0][3 + g_unichar_to_utf8(left, words[0] + 3)] = '\0';
	words[1][3 + g_unichar_to_utf8(right, words[1] + 3)] = '\0';
	const char *const candidates[] = {words[0], NULL};
	return nearest_word(candidates, words[1]) != NULL;
}

/* Whether two names that meet at a key are one: `left` came first. */
static bool is_same_name(const struct filed *left, const struct filed *right)
{
	if (left->less < 0 && right->less < 0) {
		return true;
	}
	if (left->less < 0 || right->less < 0) {
		const struct filed *longer = left->less < 0 ? right : left;
		gunichar missing = longer->spelling->characters[longer->less];
		return !tells_apart(missing);
	}
	gunichar one = left->spelling->characters[left->less];
	gunichar two = right->spelling->characters[right->less];
	if (tells_apart(one) || tells_apart(two)) {
		return false;
	}
	return left->less == right->less
		       ? sounds_alike(one, two)
		       : one == two && ABS(left->less - right->less) == 1;
}

/* Files a name under a key; the pair that it makes with a name there already goes to
 * *pair. */
static bool file(struct search *search, const struct spelling *spelling, int less,
	struct spelling_pair *pair)
{
	const char *key = key_of(search, spelling, less);
	const struct filed *known = g_hash_table_lookup(search->files, key);
	const struct filed own = {spelling, less};
	if (!known) {
		g_hash_table_insert(search->files, arena_copy_string(search->arena, key),
			arena_copy(search->arena, &own, sizeof own));
		return false;
	}
	if (known->spelling == spelling || !is_same_name(known, &own)) {
		return false;
	}
	*pair = (struct spelling_pair){known->spelling->value, spelling->value};
	return true;
}

static void add_name(struct search *search, const struct value *value)
{
	const struct spelling *spelling = take(search->arena, value);
	struct spelling_pair pair = {NULL, NULL};
	if (spelling->length < SHORTEST || spelling->length > LONGEST) {
		return;
	}
	bool found = file(search, spelling, -1, &pair);
	for (int i = 0; !found && i < spelling->length; i++) {
		found = file(search, spelling, i, &pair);
	}
	if (found) {
		g_array_append_val(search->pairs, pair);
	}
}

GArray *spelling_pairs(struct arena *arena, const struct value *list)
{
	struct search search = {
		.arena = arena,
		.files = arena_table(arena),
		.key = arena_text(arena),
		.pairs = arena_values(arena, sizeof(struct spelling_pair)),
	};
	GHashTable *seen = arena_table(arena);
	for (size_t i = 0; i < list->item_count; i++) {
		const struct value *value = list->items[i];
		const char *text = value_is_present(value)
					   ? result_passage(arena, value).text
					   : NULL;
		if (text && g_hash_table_add(seen, (gpointer)(uintptr_t)text)) {
			add_name(&search, value);
		}
	}
	return search.pairs;
}
