#include "mutations.h"

static const struct yaml_node *mutate_inside(
	struct mutation *mutation, const struct yaml_node *node)
{
	struct yaml_node *copy = arena_copy(mutation->arena, node, sizeof *node);
	const struct yaml_node **items = arena_new_array(
		mutation->arena, const struct yaml_node *, node->item_count);
	struct yaml_entry *entries =
		arena_new_array(mutation->arena, struct yaml_entry, node->entry_count);
	for (size_t i = 0; i < node->item_count; i++) {
		items[i] = mutate(mutation, node->items[i]);
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		entries[i] = node->entries[i];
		entries[i].value = mutate(mutation, node->entries[i].value);
	}
	copy->items = items;
	copy->entries = entries;
	return copy;
}

const struct yaml_node *mutate(struct mutation *mutation, const struct yaml_node *node)
{
	if (mutation->replaced) {
		return node;
	}
	if (mutation->left == 0) {
		struct yaml_node *replacement = arena_copy(mutation->arena,
			mutation->replacement, sizeof *mutation->replacement);
		replacement->place = node->place;
		mutation->replaced = node;
		return replacement;
	}
	mutation->left--;
	return mutate_inside(mutation, node);
}

const struct yaml_node *replacement_node(
	struct bench *bench, enum replacement replacement)
{
	static const char *const texts[] = {"某", "\"\"", "[某]", "{某: 某}"};
	return layouts_nodes(bench, "replacement.yaml", texts[replacement]);
}
