/* Font roles. */
#include "base/language.h"
#include "layout/reader.h"

static const char *const *read_names(
	const struct layout_reader *reader, const struct yaml_node *role, const char *key)
{
	const struct yaml_node *node = reader_list(reader, role, key);
	size_t count = node ? node->item_count : 0;
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

static void read_role(const struct layout_reader *reader, const struct yaml_entry *entry,
	struct font_role *role)
{
	static const char *const keys[] = {"wanted", "substitutes", NULL};
	reader_check_keys(reader, entry->value, keys);
	role->name = entry->key->scalar.text;
	role->place = entry->key->place;
	role->wanted = read_names(reader, entry->value, "wanted");
	role->substitutes = read_names(reader, entry->value, "substitutes");
	if (!role->wanted[0] && !role->substitutes[0]) {
		diagnostics_error(reader->diagnostics, role->place, "layout-missing",
			"字体角色“%s”没有列出字体", role->name);
	}
}

static void check_fallback(const struct layout_reader *reader,
	const struct yaml_node *node, const struct font_role *roles, size_t count)
{
	const char **words = arena_new_array(reader->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		words[i] = roles[i].name;
	}
	if (!g_strv_contains(words, node->scalar.text)) {
		const struct reader_names names = {"layout-face", _("个字体角色"), words};
		reader_report_absent(reader, node, &names);
	}
}

struct font_roles read_roles(
	const struct layout_reader *reader, const struct yaml_node *file)
{
	const struct yaml_node *node = reader_mapping(reader, file, "faces");
	size_t count = node ? node->entry_count : 0;
	struct font_role *roles = arena_new_array(reader->arena, struct font_role, count);
	for (size_t i = 0; i < count; i++) {
		read_role(reader, &node->entries[i], &roles[i]);
	}
	return (struct font_roles){.roles = roles, .count = count};
}

struct font_roles layout_faces_read(struct arena *arena, const struct yaml_node *file,
	struct diagnostics *diagnostics)
{
	const struct layout_reader reader = {.arena = arena, .diagnostics = diagnostics};
	struct font_roles faces = read_roles(&reader, file);
	const struct yaml_node *fallback = yaml_get(file, "fallback");
	faces.fallback = reader_text(&reader, fallback);
	if (faces.fallback) {
		check_fallback(&reader, fallback, faces.roles, faces.count);
	}
	return faces;
}
