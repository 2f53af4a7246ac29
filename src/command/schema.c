/* jixiao schema: what a plan may hold, as JSON Schema or as a page of the manual. */
#include "base/language.h"
#include "command/model_schema.h"
#include "command/session.h"

#include <stdio.h>

/* The layout that the command line names; NULL: none, or after reporting. */
static const struct yaml_node *read_layout(struct session *session, const char *name)
{
	const struct passage wanted = passage_plain(name ? name : "", (struct place){0});
	return name ? layout_file_read(session->arena, &session->layouts, &wanted,
			      session->diagnostics)
		    : NULL;
}

static void print_model(
	struct session *session, const struct check_sources *sources, bool reference)
{
	const struct check_rules rules =
		layout_checks_read(session->arena, sources, session->diagnostics);
	if (diagnostics_failed(session->diagnostics)) {
		return;
	}
	GString *out = g_string_new(NULL);
	if (reference) {
		model_reference_append(sources->model, &rules, out);
	} else {
		model_schema_append(sources->model, "绩效规划", out);
	}
	fputs(out->str, stdout);
	g_string_free(out, TRUE);
}

static void run_schema(struct session *session, const char *name, bool reference)
{
	const struct yaml_node *shared = layout_data_read(
		session->arena, &session->layouts, "plan", session->diagnostics);
	const struct yaml_node *layout = read_layout(session, name);
	if (!shared || (name && !layout)) {
		return;
	}
	GPtrArray *layouts = arena_pointers(session->arena);
	if (layout) {
		g_ptr_array_add(layouts, (gpointer)(uintptr_t)layout);
	}
	const struct model *model = session_model(session, shared, layouts);
	if (model) {
		const struct check_sources sources = {shared, layouts, model};
		print_model(session, &sources, reference);
	}
}

int command_schema(int argc, char **argv)
{
	gboolean reference = FALSE;
	const GOptionEntry entries[] = {
		{"reference", 0, 0, G_OPTION_ARG_NONE, &reference,
			N_("印出手册的一页，而不是 JSON Schema"), NULL},
		{0},
	};
	struct command_line line = {
		.name = argv[0],
		.usage = "[LAYOUT]",
		.summary = N_("印出规划可以写哪些键（JSON Schema），供编辑器检查和补全；"
			      "写明版式的，连同它增补的键。"),
		.entries = entries,
	};
	struct session *session = NULL;
	int status = EXIT_WRONG_USE;
	if (!command_line_parse(&line, argc, argv)) {
		status = line.asked_help ? EXIT_GOOD : EXIT_WRONG_USE;
	} else if (line.argument_count > 1) {
		status = command_wrong_use(line.name, "至多写一个版式");
	} else if ((session = session_create(&line))) {
		run_schema(session, line.arguments[0], reference);
		status = session_end(session);
	}
	command_line_finish(&line);
	return status;
}
