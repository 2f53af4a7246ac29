/* What few blocks have, whatever they print. */
#include "layout/reader.h"

#include <string.h>

static const char *const manner_keys[] = {
	"element", "hidden", "ink top", "room", "body", "beside above", NULL};

static enum block_stand read_room(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *word = reader_text(reader, node);
	if (!word) {
		return STANDS_ALWAYS;
	}
	if (strcmp(word, "usual") == 0) {
		return STANDS_USUALLY;
	}
	if (strcmp(word, "crowded") == 0) {
		return STANDS_CROWDED;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-value",
		"“%s”不在可用的写法之内：usual、crowded", word);
	return STANDS_ALWAYS;
}

static bool has_manner(const struct yaml_node *node)
{
	for (size_t i = 0; manner_keys[i]; i++) {
		if (yaml_get(node, manner_keys[i])) {
			return true;
		}
	}
	return false;
}

static bool read_flag(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *flag = yaml_get(node, key);
	return flag && reader_flag(reader, flag);
}

const struct block_manner_layout *read_block_manner(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	if (!has_manner(node)) {
		return NULL;
	}
	struct block_manner_layout *manner =
		arena_new(reader->arena, struct block_manner_layout);
	const struct yaml_node *ink_top = yaml_get(node, "ink top");
	manner->element = reader_text(reader, yaml_get(node, "element"));
	manner->hidden = reader_condition(reader, yaml_get(node, "hidden"), scope);
	manner->has_ink_top = ink_top && reader_offset(reader, ink_top, &manner->ink_top);
	manner->stand = read_room(reader, yaml_get(node, "room"));
	manner->body = read_flag(reader, node, "body");
	manner->beside_above = read_flag(reader, node, "beside above");
	return manner;
}

bool reader_check_block_keys(const struct layout_reader *reader,
	const struct yaml_node *node, const char *const *keys)
{
	GPtrArray *all = g_ptr_array_new();
	static const char *const shared[] = {"id", "when", NULL};
	const char *const *const lists[] = {shared, keys, manner_keys};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		for (size_t j = 0; lists[i][j]; j++) {
			g_ptr_array_add(all, (gpointer)(uintptr_t)lists[i][j]);
		}
	}
	g_ptr_array_add(all, NULL);
	bool known = reader_check_keys(
		reader, node, (const char *const *)(const void *)all->pdata);
	g_ptr_array_free(all, TRUE);
	return known;
}
