/* The plan as a whole. */
#include "plan/plan_reader.h"

#include <string.h>

/* Everything before the last slash, as the user named it; "" where there is none. */
static const char *folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash) {
		return "";
	}
	return slash == path ? "/"
			     : arena_copy_bytes(arena, path, (size_t)(slash - path));
}

/* What stands for a plan that could not be read: a record in which nothing is written. */
static const struct value *empty_root(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	static const struct yaml_node nowhere = {.kind = YAML_MAPPING};
	struct value *root =
		value_create(reader, slot, node ? node : &nowhere, VALUE_RECORD);
	root->record = slot->type->record;
	root->fields = arena_new_array(
		reader->arena, const struct value *, root->record->fields->len);
	return root;
}

/* A plan is a record: unlike others, neither a mark nor a file of its own. */
static const struct value *read_root(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	const struct value *root = node ? value_read_record(reader, slot, node) : NULL;
	return root ? root : empty_root(reader, slot, node);
}

struct plan *plan_read(struct arena *arena, const struct yaml_node *root,
	const char *path, const struct model *model, const struct plan_context *context)
{
	struct plan_reader reader = {
		.arena = arena,
		.texts = root ? root->place.source->arena : arena,
		.limits = context->limits,
		.diagnostics = context->diagnostics,
		.draft = context->draft,
		.blank = context->blank,
		.partial = context->partial,
		.folder = folder_of(arena, path),
		.folder_descriptor = -1,
		.missing = arena_values(arena, sizeof(struct plan_missing)),
		.serials = g_hash_table_new(NULL, NULL),
	};
	struct type *type = arena_new(arena, struct type);
	*type = (struct type){.kind = TYPE_RECORD, .record = model_root(model)};
	struct slot slot = {.type = type};
	plan_file_begin(&reader, path);
	struct plan *plan = arena_new(arena, struct plan);
	plan->path = arena_copy_string(arena, path);
	plan->folder = reader.folder;
	plan->blank = context->blank;
	plan->paths = reader.paths;
	plan->missing = reader.missing;
	plan->used = g_hash_table_new(NULL, NULL);
	arena_own(arena, plan->used, (GDestroyNotify)g_hash_table_destroy);
	plan->root = read_root(&reader, &slot, root);
	plan_file_finish(&reader);
	g_hash_table_destroy(reader.serials);
	return plan;
}
