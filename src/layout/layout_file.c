/* Finding layouts by name, and what they inherit. */
#include "layout/reader.h"

#include <string.h>

enum {
	MOST_ANCESTORS = 16
};

/* A name is a name, not a path: a plan must not reach files outside the folders. */
static bool is_name(const char *name)
{
	return *name && *name != '.' && !strpbrk(name, "/\\");
}

static char *find_file(const struct layout_folders *folders, const char *name)
{
	for (const char *const *folder = folders->folders; *folder; folder++) {
		char *file = g_strconcat(name, ".yaml", NULL);
		char *path = g_build_filename(*folder, file, NULL);
		g_free(file);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
			return path;
		}
		g_free(path);
	}
	return NULL;
}

static const struct yaml_node *read_file(struct arena *arena,
	const struct layout_folders *folders, const char *path,
	struct diagnostics *diagnostics)
{
	return yaml_read_file(arena, path, path, folders->limits, diagnostics);
}

static void report_absent(struct arena *arena, const struct layout_folders *folders,
	const struct passage *wanted, struct diagnostics *diagnostics)
{
	diagnostics_error(diagnostics, wanted->place, "layout-unknown",
		"没有“%s”这个版式", wanted->text);
	struct diagnostics *unread = diagnostics_create();
	GPtrArray *headers = layout_list(arena, folders, unread);
	GPtrArray *names = arena_pointers(arena);
	for (guint i = 0; i < headers->len; i++) {
		const struct layout_header *header = g_ptr_array_index(headers, i);
		g_ptr_array_add(names, (gpointer)(uintptr_t)header->name);
	}
	g_ptr_array_add(names, NULL);
	const char *const *words = (const char *const *)(const void *)names->pdata;
	const char *nearest = nearest_word(words, wanted->text);
	if (nearest) {
		diagnostics_hint(diagnostics, "是否要写“%s”", nearest);
	} else {
		diagnostics_hint(diagnostics, "`jixiao layouts` 列出可用的版式");
	}
	diagnostics_destroy(unread);
}

/* What a layout says of itself and whom it inherits stays its own. */
static const struct yaml_node *merge_files(struct arena *arena,
	const struct yaml_node *base, const struct yaml_node *derived)
{
	struct yaml_node *bare = arena_copy(arena, base, sizeof *base);
	struct yaml_entry *entries =
		arena_new_array(arena, struct yaml_entry, base->entry_count);
	bare->entry_count = 0;
	for (size_t i = 0; i < base->entry_count; i++) {
		const char *key = base->entries[i].key->scalar.text;
		if (strcmp(key, "layout") != 0 && strcmp(key, "inherit") != 0) {
			entries[bare->entry_count++] = base->entries[i];
		}
	}
	bare->entries = entries;
	return layout_merge(arena, bare, derived);
}

static const struct yaml_node *read_with_ancestors(struct arena *arena,
	const struct layout_folders *folders, const struct passage *wanted,
	struct diagnostics *diagnostics, int depth)
{
	if (depth > MOST_ANCESTORS) {
		diagnostics_error(diagnostics, wanted->place, "layout-cycle",
			"版式的继承绕回了自己：“%s”", wanted->text);
		return NULL;
	}
	char *path = is_name(wanted->text) ? find_file(folders, wanted->text) : NULL;
	if (!path) {
		report_absent(arena, folders, wanted, diagnostics);
		return NULL;
	}
	const struct yaml_node *file = read_file(arena, folders, path, diagnostics);
	g_free(path);
	const struct yaml_node *inherit = yaml_get(file, "inherit");
	if (!file || !yaml_text(inherit)) {
		return file;
	}
	const struct yaml_node *base = read_with_ancestors(
		arena, folders, &inherit->scalar, diagnostics, depth + 1);
	return base ? merge_files(arena, base, file) : NULL;
}

const struct yaml_node *layout_file_read(struct arena *arena,
	const struct layout_folders *folders, const struct passage *wanted,
	struct diagnostics *diagnostics)
{
	return read_with_ancestors(arena, folders, wanted, diagnostics, 0);
}

const struct yaml_node *layout_data_read(struct arena *arena,
	const struct layout_folders *folders, const char *name,
	struct diagnostics *diagnostics)
{
	/* The last folder is the program's own: in others a plan may have such a name. */
	struct layout_folders own = *folders;
	while (own.folders[0] && own.folders[1]) {
		own.folders++;
	}
	char *path = find_file(&own, name);
	if (!path) {
		diagnostics_fault(diagnostics, FAULT_RESOURCE, "resource-missing",
			"找不到程序自带的 %s.yaml", name);
		diagnostics_hint(diagnostics, "layouts 文件夹应与程序一同安装");
		return NULL;
	}
	const struct yaml_node *file = read_file(arena, folders, path, diagnostics);
	g_free(path);
	return file;
}
