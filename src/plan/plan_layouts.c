/* Which layouts a plan names, read before there is a vocabulary. */
#include "plan/plan.h"

static const char layout_key[] = "版式";

static void add_names(GArray *names, const struct yaml_node *node)
{
	if (!node) {
		return;
	}
	if (node->kind == YAML_SEQUENCE) {
		for (size_t i = 0; i < node->item_count; i++) {
			add_names(names, node->items[i]);
		}
	} else if (node->kind == YAML_SCALAR && node->scalar.length) {
		g_array_append_val(names, node->scalar);
	}
}

GArray *plan_layout_names(struct arena *arena, const struct yaml_node *root)
{
	GArray *names = arena_values(arena, sizeof(struct passage));
	add_names(names, yaml_get(root, layout_key));
	const struct yaml_node *documents = yaml_get(root, "文档");
	if (documents && documents->kind == YAML_SEQUENCE) {
		for (size_t i = 0; i < documents->item_count; i++) {
			add_names(names, yaml_get(documents->items[i], layout_key));
		}
	} else {
		add_names(names, yaml_get(documents, layout_key));
	}
	return names;
}
