/* jixiao init: a plan to fill in for a layout. */
#include "base/language.h"
#include "command/plan_template.h"
#include "command/session.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A path from a folder to a file, both canonical. */
static char *relative_path(const char *folder, const char *file)
{
	char **from = g_strsplit(folder, "/", -1);
	char **to = g_strsplit(file, "/", -1);
	size_t shared = 0;
	while (from[shared] && to[shared] && strcmp(from[shared], to[shared]) == 0) {
		shared++;
	}
	GString *path = g_string_new(NULL);
	for (size_t i = shared; from[i]; i++) {
		g_string_append(path, *from[i] ? "../" : "");
	}
	char *rest = g_strjoinv("/", to + shared);
	g_string_append(path, rest);
	g_free(rest);
	g_strfreev(from);
	g_strfreev(to);
	return g_string_free(path, FALSE);
}

/* Where the shared schema lies, beside the program's own layouts, as seen from the plan's
 * folder. */
static const char *schema_path(struct session *session, const char *plan)
{
	const char *const *folder = session->layouts.folders;
	while (folder[1]) {
		folder++;
	}
	char *file = g_build_filename(*folder, "..", "schema", "plan.json", NULL);
	char *schema = g_canonicalize_filename(file, NULL);
	char *target = g_canonicalize_filename(plan, NULL);
	char *home = g_path_get_dirname(target);
	char *path = relative_path(home, schema);
	const char *copy = arena_copy_string(session->arena, path);
	g_free(path);
	g_free(home);
	g_free(target);
	g_free(schema);
	g_free(file);
	return copy;
}

/* Never over what is there: it may be hours of work. */
static void write_new(struct session *session, const char *path, const GString *text)
{
	FILE *file = fopen(path, "wx");
	if (!file && errno == EEXIST) {
		diagnostics_fault(session->diagnostics, FAULT_SYSTEM, "file-exists",
			"已有 %s，没有改动它", path);
		diagnostics_hint(session->diagnostics, "换一个文件名，或先移走它");
		return;
	}
	bool written = file && fwrite(text->str, 1, text->len, file) == text->len;
	int reason = errno;
	if (file && fclose(file) != 0) {
		reason = written ? errno : reason;
		written = false;
	}
	if (written) {
		printf(_("已生成 %s；填写时运行 jixiao build %s 看样子\n"), path, path);
		return;
	}
	if (file) {
		unlink(path);
	}
	diagnostics_fault(session->diagnostics, FAULT_SYSTEM, "file-unwritable",
		"不能写 %s：%s", path, diagnostics_system_text(reason));
}

/* The layout with the vocabulary that it names; false after reporting. */
static bool read_layout(
	struct session *session, const char *name, struct plan_template *template)
{
	const struct passage wanted = passage_plain(name, (struct place){0});
	const struct yaml_node *shared = layout_data_read(
		session->arena, &session->layouts, "plan", session->diagnostics);
	const struct yaml_node *faces = layout_data_read(
		session->arena, &session->layouts, "faces", session->diagnostics);
	const struct yaml_node *file =
		shared && faces ? layout_file_read(session->arena, &session->layouts,
					  &wanted, session->diagnostics)
				: NULL;
	if (!file) {
		return false;
	}
	GPtrArray *files = arena_pointers(session->arena);
	g_ptr_array_add(files, (gpointer)(uintptr_t)file);
	template->model = session_model(session, shared, files);
	if (!template->model) {
		return false;
	}
	const struct layout_sources sources = {
		file, faces, template->model, template->named};
	const struct layout *layout =
		layout_read(session->arena, &sources, session->diagnostics);
	template->layout = &layout->header;
	template->own_schema = yaml_get(file, "model") != NULL;
	if (!layout->header.complete) {
		diagnostics_error(session->diagnostics, source_whole(file->place.source),
			"layout-incomplete", "版式 %s 只供别的版式继承，不能单独成文",
			name);
	}
	return !diagnostics_failed(session->diagnostics);
}

static void make_plan(struct session *session, char **operands)
{
	struct plan_template template = {.named = g_hash_table_new(NULL, NULL)};
	if (read_layout(session, operands[0], &template)) {
		GString *text = g_string_new(NULL);
		template.schema = template.own_schema
					  ? arena_printf(session->arena, "%s.schema.json",
						    operands[0])
					  : schema_path(session, operands[1]);
		plan_template_append(&template, text);
		write_new(session, operands[1], text);
		g_string_free(text, TRUE);
	}
	g_hash_table_destroy(template.named);
}

int command_init(int argc, char **argv)
{
	struct command_line line = {
		.name = argv[0],
		.usage = "LAYOUT FILE",
		.summary = N_("写一份待填的规划：版式要印的内容逐项列出，附说明和例子。"),
	};
	const struct session_task task = {2, 2, N_("要有版式的名称和文件名"), make_plan};
	return session_run(&line, argc, argv, &task);
}
