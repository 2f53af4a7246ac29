/* Finding fields by name, and the name that was meant by a misspelt one. */
#include "model/model_parts.h"

#include <string.h>

enum {
	NEAREST_LONGEST = 40
}; /* characters; what is longer is no misspelt name */

static bool has_space(const char *name)
{
	for (const char *at = name; *at; at = g_utf8_find_next_char(at, NULL)) {
		if (g_unichar_isspace(g_utf8_get_char(at))) {
			return true;
		}
	}
	return false;
}

static void append_without_spaces(GString *out, const char *name)
{
	for (const char *at = name; *at; at = g_utf8_find_next_char(at, NULL)) {
		gunichar character = g_utf8_get_char(at);
		if (!g_unichar_isspace(character)) {
			g_string_append_unichar(out, character);
		}
	}
}

const char *name_without_spaces(struct arena *arena, const char *name)
{
	if (!has_space(name)) {
		return name;
	}
	GString *bare = arena_text(arena);
	append_without_spaces(bare, name);
	return bare->str;
}

const struct field *record_field(const struct record *record, const char *name)
{
	if (!has_space(name)) {
		return g_hash_table_lookup(record->lookup, name);
	}
	GString *bare = g_string_new(NULL);
	append_without_spaces(bare, name);
	const struct field *field = g_hash_table_lookup(record->lookup, bare->str);
	g_string_free(bare, TRUE);
	return field;
}

const struct record *model_record(const struct model *model, const char *name)
{
	const struct record *record = g_hash_table_lookup(model->records_by_name, name);
	return record && record->place.source ? record : NULL;
}

const struct record *model_root(const struct model *model)
{
	return model->root ? model_record(model, yaml_text(model->root)) : NULL;
}

struct word {
	gunichar characters[NEAREST_LONGEST];
	int length;
	bool ascii;
};

static bool take_word(const char *text, struct word *word)
{
	*word = (struct word){.ascii = true};
	for (const char *at = text; *at; at = g_utf8_find_next_char(at, NULL)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_isspace(character)) {
			continue;
		}
		if (word->length == NEAREST_LONGEST) {
			return false;
		}
		word->ascii &= character < 0x80;
		word->characters[word->length++] = character;
	}
	return word->length > 0;
}

/* Characters to change, add, drop or swap with their neighbour: the table of prefixes,
 * row by row, with the two rows before the current one. */
static int edit_distance(const struct word *left, const struct word *right)
{
	int rows[3][NEAREST_LONGEST + 1] = {{0}};
	for (int j = 0; j <= right->length; j++) {
		rows[0][j] = j;
	}
	for (int i = 1; i <= left->length; i++) {
		int *row = rows[i % 3];
		const int *above = rows[(i + 2) % 3];
		const int *two_above = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= right->length; j++) {
			gunichar a = left->characters[i - 1];
			gunichar b = right->characters[j - 1];
			int distance = above[j - 1] + (a != b);
			distance = MIN(distance, MIN(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a == right->characters[j - 2] &&
				b == left->characters[i - 2]) {
				distance = MIN(distance, two_above[j - 2] + 1);
			}
			row[j] = distance;
		}
	}
	return rows[left->length % 3][right->length];
}

static bool is_near(const struct word *left, const struct word *right, int distance)
{
	int longer = MAX(left->length, right->length);
	int limit = longer / (left->ascii ? 3 : 2);
	return distance <= MAX(limit, 1) && distance < longer;
}

/* The best candidate so far. */
struct search {
	struct word misspelt;
	int distance;
	const char *found;
};

static void try_candidate(
	struct search *search, const char *candidate, const char *answer)
{
	struct word word;
	if (!take_word(candidate, &word)) {
		return;
	}
	int distance = edit_distance(&search->misspelt, &word);
	if (is_near(&search->misspelt, &word, distance) &&
		(!search->found || distance < search->distance)) {
		search->distance = distance;
		search->found = answer;
	}
}

const char *nearest_word(const char *const *words, const char *misspelt)
{
	struct search search = {.found = NULL};
	if (!take_word(misspelt, &search.misspelt)) {
		return NULL;
	}
	for (size_t i = 0; words[i]; i++) {
		try_candidate(&search, words[i], words[i]);
	}
	return search.found;
}

const char *record_nearest_field(const struct record *record, const char *name)
{
	struct search search = {.found = NULL};
	if (!take_word(name, &search.misspelt)) {
		return NULL;
	}
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		try_candidate(&search, field->name, field->name);
		for (size_t j = 0; field->synonyms[j]; j++) {
			try_candidate(&search, field->synonyms[j], field->name);
		}
	}
	return search.found;
}
