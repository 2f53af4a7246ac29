/* Finding fields by name, and the name that was meant by a misspelt one. */
#include "model/model_parts.h"

#include <string.h>

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

const struct formula *record_formula(const struct record *record, const char *name)
{
	for (guint i = 0; record->formulas && i < record->formulas->len; i++) {
		const struct formula *formula = g_ptr_array_index(record->formulas, i);
		if (strcmp(formula->name, name) == 0) {
			return formula;
		}
	}
	return NULL;
}

const GPtrArray *model_records(const struct model *model)
{
	return model->records;
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

const char *record_nearest_field(const struct record *record, const char *name)
{
	GPtrArray *words = g_ptr_array_new();
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		g_ptr_array_add(words, (gpointer)(uintptr_t)field->name);
		for (size_t j = 0; field->synonyms[j]; j++) {
			g_ptr_array_add(words, (gpointer)(uintptr_t)field->synonyms[j]);
		}
	}
	g_ptr_array_add(words, NULL);
	const char *found =
		nearest_word((const char *const *)(const void *)words->pdata, name);
	g_ptr_array_free(words, TRUE);
	return found ? record_field(record, found)->name : NULL;
}
