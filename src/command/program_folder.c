#include "command/program_folder.h"

#include <glib.h>
#include <stdbool.h>

static bool holds(const char *folder, const char *name)
{
	char *path = g_build_filename(folder, name, NULL);
	bool is_there = g_file_test(path, G_FILE_TEST_EXISTS);
	g_free(path);
	return is_there;
}

char *program_folder(const char *const *places, const char *name)
{
	char *program = g_file_read_link("/proc/self/exe", NULL);
	char *own = program ? g_path_get_dirname(program) : g_strdup(".");
	char *found = NULL;
	for (; !found && *places; places++) {
		char *path = g_build_filename(own, *places, NULL);
		char *canonical = g_canonicalize_filename(path, NULL);
		if (holds(canonical, name)) {
			found = g_steal_pointer(&canonical);
		}
		g_free(canonical);
		g_free(path);
	}
	g_free(own);
	g_free(program);
	return found;
}
