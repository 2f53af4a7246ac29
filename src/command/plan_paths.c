#include "command/plan_paths.h"

#include <string.h>

/* Parts of plans lie beside them: what makes no document is none. */
static bool is_plan(struct session *session, const char *path)
{
	struct arena *arena = arena_create();
	struct diagnostics *unread = diagnostics_create();
	const struct yaml_node *root =
		yaml_read_file(arena, path, path, &session->limits, unread);
	bool plan = !root || yaml_get(root, "文档") || yaml_get(root, "版式");
	diagnostics_destroy(unread);
	arena_destroy(arena);
	return plan;
}

static gint compare_paths(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void add_folder(struct session *session, const char *folder, GPtrArray *paths)
{
	GPtrArray *found = arena_pointers(session->arena);
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;
	while (directory && (name = g_dir_read_name(directory))) {
		char *path = g_build_filename(folder, name, NULL);
		if (g_str_has_suffix(name, ".yaml") && *name != '.' &&
			is_plan(session, path)) {
			g_ptr_array_add(found, arena_copy_string(session->arena, path));
		}
		g_free(path);
	}
	if (directory) {
		g_dir_close(directory);
	}
	if (found->len == 0) {
		diagnostics_fault(session->diagnostics, FAULT_INPUT, "folder-empty",
			"文件夹 %s 里没有规划（写有“文档”或“版式”的 .yaml 文件）",
			folder);
	}
	g_ptr_array_sort(found, compare_paths);
	g_ptr_array_extend(paths, found, NULL, NULL);
}

GPtrArray *plan_paths(struct session *session, char **operands)
{
	GPtrArray *paths = arena_pointers(session->arena);
	for (; *operands; operands++) {
		if (g_file_test(*operands, G_FILE_TEST_IS_DIR)) {
			add_folder(session, *operands, paths);
		} else {
			g_ptr_array_add(paths, *operands);
		}
	}
	return paths;
}
