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

const struct yaml_node *layout_own_file(struct arena *arena,
	const struct layout_folders *folders, const char *name,
	struct diagnostics *diagnostics)
{
	char *path = find_file(folders, name);
	const struct yaml_node *file =
		path ? read_file(arena, folders, path, diagnostics) : NULL;
	g_free(path);
	return file;
}

static void report_absent(struct arena *arena, const struct layout_folders *folders,
	const struct passage *wanted, struct diagnostics *diagnostics)
{
	diagnostics_error(diagnostics, wanted->place, "layout-unknown",
		"没有“%s”这个版式", wanted->text);
	if (!diagnostics_hint_nearest(
		    diagnostics, layout_names(arena, folders), wanted->text)) {
		diagnostics_hint(diagnostics, "`jixiao layouts` 列出可用的版式");
	}
}

bool layout_file_check(const struct yaml_node *file, struct diagnostics *diagnostics)
{
	const struct yaml_node *header = yaml_get(file, "layout");
	const struct yaml_node *name = yaml_get(header, "name");
	if (!header) {
		diagnostics_error(diagnostics, source_whole(file->place.source),
			"layout-missing", "版式文件要有 layout 一节");
		return false;
	}
	char *base = g_path_get_basename(file->place.source->path);
	char *wanted = g_strconcat(yaml_text(name) ? yaml_text(name) : "", ".yaml", NULL);
	if (yaml_text(name) && strcmp(wanted, base) != 0) {
		diagnostics_error(diagnostics, name->place, "layout-name",
			"版式名为“%s”，文件名却是“%s”：按文件名才能找到版式",
			yaml_text(name), base);
	}
	g_free(wanted);
	g_free(base);
	return true;
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

/* A layout being read, on behalf of those that inherit it. */
struct ancestor {
	const struct ancestor *heir; /* NULL: the one that was asked for */
	const char *name;
	int depth;
};

/* Whether a name may stand for one more ancestor; false after reporting. */
static bool may_inherit(const struct ancestor *heir, const struct passage *wanted,
	struct diagnostics *diagnostics)
{
	for (const struct ancestor *at = heir; at; at = at->heir) {
		if (strcmp(at->name, wanted->text) == 0) {
			diagnostics_error(diagnostics, wanted->place, "layout-cycle",
				"版式的继承绕回了自己：“%s”", wanted->text);
			return false;
		}
	}
	if (heir && heir->depth >= MOST_ANCESTORS) {
		diagnostics_error(diagnostics, wanted->place, "layout-depth",
			"版式的继承超过 %d 层", MOST_ANCESTORS);
		return false;
	}
	return true;
}

static const struct yaml_node *read_with_ancestors(struct arena *arena,
	const struct layout_folders *folders, const struct passage *wanted,
	const struct ancestor *heir, struct diagnostics *diagnostics)
{
	char *path = is_name(wanted->text) ? find_file(folders, wanted->text) : NULL;
	if (!path) {
		report_absent(arena, folders, wanted, diagnostics);
		return NULL;
	}
	const struct yaml_node *file = read_file(arena, folders, path, diagnostics);
	g_free(path);
	if (!file || !layout_file_check(file, diagnostics)) {
		return NULL;
	}
	const struct yaml_node *inherit = yaml_get(file, "inherit");
	if (!inherit) {
		return file;
	}
	if (!yaml_text(inherit)) {
		diagnostics_error(diagnostics, inherit->place, "layout-value",
			"inherit 应是一个版式的名称，写的是%s",
			yaml_kind_name(inherit->kind));
		return NULL;
	}
	const struct ancestor here = {heir, wanted->text, heir ? heir->depth + 1 : 1};
	const struct yaml_node *base =
		may_inherit(&here, &inherit->scalar, diagnostics)
			? read_with_ancestors(
				  arena, folders, &inherit->scalar, &here, diagnostics)
			: NULL;
	return base ? merge_files(arena, base, file) : NULL;
}

const struct yaml_node *layout_file_read(struct arena *arena,
	const struct layout_folders *folders, const struct passage *wanted,
	struct diagnostics *diagnostics)
{
	return read_with_ancestors(arena, folders, wanted, NULL, diagnostics);
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
