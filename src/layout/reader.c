/* What readers ask of nodes: mappings with known keys, lists, texts, names of things. */
#include "layout/reader.h"

#include "base/language.h"

#include <string.h>

/* Whether a node is of a kind; reports where it is not. */
static bool is_kind(const struct layout_reader *reader, const struct yaml_node *node,
	enum yaml_kind kind, const char *expected)
{
	if (node->kind == kind) {
		return true;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-value",
		"此处应为%s，写的是%s", expected, yaml_kind_name(node->kind));
	return false;
}

bool reader_is_mapping(const struct layout_reader *reader, const struct yaml_node *node)
{
	return is_kind(reader, node, YAML_MAPPING, _("键值组"));
}

bool reader_check_keys(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *keys)
{
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	bool sound = true;
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_node *key = node->entries[i].key;
		if (!g_strv_contains(keys, key->scalar.text)) {
			diagnostics_error(reader->diagnostics, key->place, "layout-key",
				"版式里没有“%s”这个键", key->scalar.text);
			diagnostics_hint_nearest(
				reader->diagnostics, keys, key->scalar.text);
			sound = false;
		}
	}
	return sound;
}

const struct yaml_node *reader_mapping(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *value = yaml_get(node, key);
	return value && reader_is_mapping(reader, value) ? value : NULL;
}

const struct yaml_node *reader_list(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *value = yaml_get(node, key);
	return value && is_kind(reader, value, YAML_SEQUENCE, _("列表")) ? value : NULL;
}

const char *reader_text(const struct layout_reader *reader, const struct yaml_node *node)
{
	return node && is_kind(reader, node, YAML_SCALAR, _("文字")) ? yaml_text(node)
								     : NULL;
}

void reader_check_ids(const struct layout_reader *reader, const struct yaml_node *list)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < list->item_count; i++) {
		const struct yaml_node *id = yaml_get(list->items[i], "id");
		const char *text = reader_text(reader, id);
		if (text && !g_hash_table_add(seen, (gpointer)(uintptr_t)text)) {
			diagnostics_error(reader->diagnostics, id->place, "layout-id",
				"这个列表里有两个“%s”", text);
		}
	}
	g_hash_table_destroy(seen);
}

void reader_report_absent(const struct layout_reader *reader,
	const struct yaml_node *node, const struct reader_names *names)
{
	diagnostics_error(reader->diagnostics, node->place, names->code, "没有“%s”这%s",
		node->scalar.text, names->what);
	diagnostics_hint_nearest(reader->diagnostics, names->words, node->scalar.text);
}

static int compare_words(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *const *sorted_words(struct arena *arena, GHashTable *table)
{
	guint count;
	gpointer *keys = g_hash_table_get_keys_as_array(table, &count);
	const char **words = arena_copy(arena, keys, (count + 1) * sizeof *words);
	g_free(keys);
	qsort(words, count, sizeof *words, compare_words);
	return words;
}

const void *reader_find(const struct layout_reader *reader, const struct yaml_node *node,
	const struct reader_table *table)
{
	const char *name = reader_text(reader, node);
	if (!name) {
		return NULL;
	}
	const void *found = g_hash_table_lookup(table->things, name);
	/* One that stands in the file but could not be read has been reported. */
	if (!found && !yaml_get(yaml_get(reader->file, table->section), name)) {
		const struct reader_names names = {table->code, table->what,
			sorted_words(reader->arena, table->things)};
		reader_report_absent(reader, node, &names);
	}
	return found;
}

const struct style *reader_style(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct reader_table styles = {
		reader->layout->styles, "styles", "layout-style", _("个样式")};
	return reader_find(reader, node, &styles);
}

const struct page_master *reader_master(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct reader_table pages = {
		reader->layout->masters, "pages", "layout-page", _("种页面")};
	return reader_find(reader, node, &pages);
}
