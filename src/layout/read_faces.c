/* Font roles. */
#include "layout/reader.h"

static const char *const *read_names(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	size_t count = node && node->kind == YAML_SEQUENCE ? node->item_count : 0;
	const char **names = arena_new_array(reader->arena, const char *, count + 1);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		const char *name = reader_text(reader, node->items[i]);
		if (name) {
			names[kept++] = name;
		}
	}
	return names;
}

static bool has_faces(const struct font_role *role)
{
	return role->wanted[0] || role->substitutes[0];
}

struct font_roles layout_faces_read(struct arena *arena, const struct yaml_node *file,
	struct diagnostics *diagnostics)
{
	static const char *const keys[] = {"wanted", "substitutes", NULL};
	const struct layout_reader reader = {.arena = arena, .diagnostics = diagnostics};
	const struct yaml_node *node = yaml_get(file, "faces");
	size_t count = node && node->kind == YAML_MAPPING ? node->entry_count : 0;
	struct font_role *roles = arena_new_array(arena, struct font_role, count);
	for (size_t i = 0; i < count; i++) {
		const struct yaml_node *value = node->entries[i].value;
		reader_check_keys(&reader, value, keys);
		roles[i].name = node->entries[i].key->scalar.text;
		roles[i].place = node->entries[i].key->place;
		roles[i].wanted = read_names(&reader, yaml_get(value, "wanted"));
		roles[i].substitutes =
			read_names(&reader, yaml_get(value, "substitutes"));
		if (!has_faces(&roles[i])) {
			diagnostics_error(diagnostics, roles[i].place, "layout-missing",
				"字体角色“%s”没有列出字体", roles[i].name);
		}
	}
	const char *fallback = reader_text(&reader, yaml_get(file, "fallback"));
	return (struct font_roles){roles, count, fallback};
}
