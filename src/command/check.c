/* jixiao check: everything that build does, but for the writing; with --proof the
 * finished pages are measured too. */
#include "command/check_report.h"
#include "command/plan_paths.h"

#include "base/language.h"
#include "compose/compose.h"
#include "proof/proof.h"

#include <stdio.h>

/* What is checked, and what is said of it: people read tables, machines one array. */
struct checking {
	struct session *session;
	bool proof;
	bool json;
	GString *out;
};

static void prove_document(const struct checking *checking,
	const struct session_document *document, const struct pages *pages,
	struct faces *faces)
{
	struct session *session = checking->session;
	const struct layout *layout = document->layout;
	struct proof_report *report =
		proof_pages(session->arena, pages, layout, faces, session->diagnostics);
	if (!checking->json) {
		g_string_append_printf(checking->out, "%s\n", layout->header.title);
		proof_report_print(report, checking->out);
	}
	session_stage(session, "proof");
}

/* Composes too: only then are missing characters and too narrow columns known. */
static int compose_document(
	const struct checking *checking, const struct session_document *document)
{
	struct session *session = checking->session;
	struct faces *faces = session_faces(session, &document->layout->faces);
	struct pages *pages = compose(
		document->document, faces, &session->limits, session->diagnostics);
	int count = pages ? (int)pages->list->len : 0;
	session_stage(session, "compose");
	if (pages && checking->proof) {
		prove_document(checking, document, pages, faces);
	}
	pages_destroy(pages);
	faces_destroy(faces);
	return count;
}

static struct checked_plan check_plan(const struct checking *checking, const char *path)
{
	struct session *session = checking->session;
	guint errors = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR);
	guint warnings = diagnostics_count_of(session->diagnostics, SEVERITY_WARNING);
	struct checked_plan checked = {
		.path = path,
		.plan = session_load(session, path, &(struct load_options){0}),
	};
	for (size_t i = 0; checked.plan && i < checked.plan->document_count; i++) {
		checked.pages += compose_document(checking, &checked.plan->documents[i]);
	}
	checked.errors =
		diagnostics_count_of(session->diagnostics, SEVERITY_ERROR) - errors;
	checked.warnings =
		diagnostics_count_of(session->diagnostics, SEVERITY_WARNING) - warnings;
	return checked;
}

static void check_plans(const struct checking *checking, char **operands)
{
	GPtrArray *paths = plan_paths(checking->session, operands);
	GString *out = checking->out;
	g_string_append(out, checking->json ? "[" : "");
	for (guint i = 0; i < paths->len; i++) {
		struct checked_plan checked =
			check_plan(checking, g_ptr_array_index(paths, i));
		if (checking->json) {
			g_string_append(out, i ? ",\n" : "\n");
			check_report_json(&checked, out);
		} else {
			check_report_table(&checked, out);
			check_report_summary(&checked, out);
		}
	}
	g_string_append(out, checking->json ? "\n]\n" : "");
	fputs(out->str, stdout);
}

int command_check(int argc, char **argv)
{
	gboolean proof = FALSE;
	const GOptionEntry entries[] = {
		{"proof", 0, 0, G_OPTION_ARG_NONE, &proof,
			N_("量排好的版面，与版式的尺寸核对"), NULL},
		{0},
	};
	struct command_line line = {
		.name = argv[0],
		.usage = "PLAN.yaml|FOLDER…",
		.summary =
			N_("检查规划并列出各项核对，不写文件；文件夹指其中的各份规划。"),
		.entries = entries,
	};
	struct session *session = NULL;
	int status = EXIT_WRONG_USE;
	if (!command_line_parse(&line, argc, argv)) {
		status = line.asked_help ? EXIT_GOOD : EXIT_WRONG_USE;
	} else if (line.argument_count < 1) {
		status = command_wrong_use(line.name, "要有规划文件或文件夹");
	} else if ((session = session_create(&line))) {
		struct checking checking = {session, proof,
			session->style == DIAGNOSTIC_JSON, g_string_new(NULL)};
		check_plans(&checking, line.arguments);
		g_string_free(checking.out, TRUE);
		status = session_end(session);
	}
	command_line_finish(&line);
	return status;
}
