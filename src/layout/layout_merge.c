/* Inheritance: what a layout says, laid over what it inherits. */
#include "layout/reader.h"

#include <string.h>

/* Nodes are merged once; the copies are new nodes that share their leaves. */
static struct yaml_node *copy_node(struct arena *arena, const struct yaml_node *node)
{
	return arena_copy(arena, node, sizeof *node);
}

static const struct yaml_node *merge_mappings(struct arena *arena,
	const struct yaml_node *base, const struct yaml_node *derived)
{
	size_t count = 0;
	struct yaml_entry *entries = arena_new_array(
		arena, struct yaml_entry, base->entry_count + derived->entry_count);
	for (size_t i = 0; i < base->entry_count; i++) {
		const struct yaml_entry *entry = &base->entries[i];
		const struct yaml_node *over = yaml_get(derived, entry->key->scalar.text);
		entries[count] = *entry;
		entries[count++].value =
			over ? layout_merge(arena, entry->value, over) : entry->value;
	}
	for (size_t i = 0; i < derived->entry_count; i++) {
		if (!yaml_get(base, derived->entries[i].key->scalar.text)) {
			entries[count++] = derived->entries[i];
		}
	}
	struct yaml_node *merged = copy_node(arena, derived);
	merged->entries = entries;
	merged->entry_count = count;
	return merged;
}

static const char *item_id(const struct yaml_node *item)
{
	return yaml_text(yaml_get(item, "id"));
}

static bool all_have_id(const struct yaml_node *list)
{
	for (size_t i = 0; i < list->item_count; i++) {
		if (!item_id(list->items[i])) {
			return false;
		}
	}
	return list->item_count > 0;
}

/* The item of the base that has an id and was not replaced yet, so that an id written
 * twice is still seen twice; the count where there is none. */
static size_t index_of(const struct yaml_node *base, const struct yaml_node *const *items,
	const char *id)
{
	size_t i = 0;
	while (i < base->item_count &&
		(items[i] != base->items[i] || g_strcmp0(item_id(items[i]), id) != 0)) {
		i++;
	}
	return i;
}

/* `{id: 份号, remove: yes}` takes an inherited item out. */
static bool is_removal(const struct yaml_node *item)
{
	return g_strcmp0(yaml_text(yaml_get(item, "remove")), "yes") == 0;
}

static size_t drop_removed(const struct yaml_node **items, size_t count, size_t inherited)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		if (i >= inherited || !is_removal(items[i])) {
			items[kept++] = items[i];
		}
	}
	return kept;
}

static const struct yaml_node *merge_lists(struct arena *arena,
	const struct yaml_node *base, const struct yaml_node *derived)
{
	const struct yaml_node **items = arena_new_array(
		arena, const struct yaml_node *, base->item_count + derived->item_count);
	size_t count = base->item_count;
	memcpy(items, base->items, count * sizeof *items);
	for (size_t i = 0; i < derived->item_count; i++) {
		size_t at = index_of(base, items, item_id(derived->items[i]));
		items[at < base->item_count ? at : count++] = derived->items[i];
	}
	struct yaml_node *merged = copy_node(arena, derived);
	merged->items = items;
	merged->item_count = drop_removed(items, count, base->item_count);
	return merged;
}

const struct yaml_node *layout_merge(struct arena *arena, const struct yaml_node *base,
	const struct yaml_node *derived)
{
	if (base->kind == YAML_MAPPING && derived->kind == YAML_MAPPING) {
		return merge_mappings(arena, base, derived);
	}
	if (base->kind == YAML_SEQUENCE && derived->kind == YAML_SEQUENCE &&
		all_have_id(derived)) {
		return merge_lists(arena, base, derived);
	}
	return derived;
}
