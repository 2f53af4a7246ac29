#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>
#include <glib/gstdio.h>

struct run program_run(const char *folder, char **environment, ...)
{
	struct run run = {0};
	GPtrArray *arguments = g_ptr_array_new();
	g_ptr_array_add(arguments, (gpointer)(uintptr_t)g_getenv("JIXIAO_PROGRAM"));
	va_list list;
	va_start(list, environment);
	char *argument;
	while ((argument = va_arg(list, char *))) {
		g_ptr_array_add(arguments, argument);
	}
	va_end(list);
	g_ptr_array_add(arguments, NULL);
	GError *error = NULL;
	if (!g_spawn_sync(folder, (char **)arguments->pdata, environment, G_SPAWN_DEFAULT,
		    NULL, NULL, &run.output, &run.errors, &run.status, &error)) {
		fail_msg("%s", error->message);
	}
	assert_true(WIFEXITED(run.status));
	run.status = WEXITSTATUS(run.status);
	g_ptr_array_free(arguments, TRUE);
	return run;
}

void run_finish(struct run *run)
{
	g_free(run->output);
	g_free(run->errors);
}

char *folder_make(void)
{
	char *folder = g_dir_make_tmp("jixiao-test-XXXXXX", NULL);
	assert_non_null(folder);
	return folder;
}

static void remove_all(const char *path)
{
	GDir *directory = g_dir_open(path, 0, NULL);
	const char *name;
	while (directory && (name = g_dir_read_name(directory))) {
		char *child = g_build_filename(path, name, NULL);
		remove_all(child);
		g_free(child);
	}
	if (directory) {
		g_dir_close(directory);
	}
	g_remove(path);
}

void folder_remove(char *folder)
{
	remove_all(folder);
	g_free(folder);
}

char *file_read(const char *folder, const char *name, gsize *length)
{
	char *path = g_build_filename(folder, name, NULL);
	char *content = NULL;
	if (!g_file_get_contents(path, &content, length, NULL)) {
		fail_msg("no file %s", path);
	}
	g_free(path);
	return content;
}

void file_write(const char *folder, const char *name, const char *text)
{
	char *path = g_build_filename(folder, name, NULL);
	assert_true(g_file_set_contents(path, text, -1, NULL));
	g_free(path);
}

char *source_file_read(const char *name)
{
	return file_read(g_getenv("JIXIAO_SOURCE_ROOT"), name, NULL);
}

char *replace_once(const char *text, const char *from, const char *to)
{
	const char *found = strstr(text, from);
	assert_non_null(found);
	assert_null(strstr(found + 1, from));
	GString *changed = g_string_new_len(text, found - text);
	g_string_append(changed, to);
	g_string_append(changed, found + strlen(from));
	return g_string_free(changed, FALSE);
}

const char small_plan[] = "单位: {全称: 甲市乙局, 简称: 乙局}\n"
			  "规划期: 2021-2025\n"
			  "文种: 首轮绩效管理规划\n"
			  "文档:\n"
			  "  - 版式: first-round-plan\n"
			  "章节:\n"
			  "  - 标题: 使命\n"
			  "    正文: |\n"
			  "      全年办结事项120件。\n";

int count_of(const char *text, const char *part)
{
	int count = 0;
	for (; (text = strstr(text, part)); text += strlen(part)) {
		count++;
	}
	return count;
}

void assert_no_faults(const struct run *run)
{
	if (strstr(run->errors, "error[") || strstr(run->errors, "warning[")) {
		fail_msg("%s", run->errors);
	}
}
