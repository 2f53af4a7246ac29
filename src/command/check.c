/* jixiao check: everything that build does, but for the writing; with --proof the
 * finished pages are measured too. */
#include "command/session.h"

#include "compose/compose.h"
#include "proof/proof.h"

#include <stdio.h>

static void prove_document(struct session *session,
	const struct session_document *document, const struct pages *pages,
	struct faces *faces)
{
	const struct layout *layout = document->layout;
	struct proof_report *report =
		proof_pages(session->arena, pages, layout, faces, session->diagnostics);
	GString *text = arena_text(session->arena);
	proof_report_print(report, text);
	printf("%s\n%s", layout->header.title, text->str);
	session_stage(session, "proof");
}

/* Composes too: only then are missing characters and too narrow columns known. */
static int compose_document(
	struct session *session, const struct session_document *document, bool proof)
{
	struct faces *faces = session_faces(session, &document->layout->faces);
	struct pages *pages = compose(
		document->document, faces, &session->limits, session->diagnostics);
	int count = pages ? (int)pages->list->len : 0;
	session_stage(session, "compose");
	if (proof && pages) {
		prove_document(session, document, pages, faces);
	}
	pages_destroy(pages);
	faces_destroy(faces);
	return count;
}

static void check_plan(struct session *session, const char *path, bool proof)
{
	guint errors = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR);
	guint warnings = diagnostics_count_of(session->diagnostics, SEVERITY_WARNING);
	const struct session_plan *plan =
		session_load(session, path, &(struct load_options){0});
	int pages = 0;
	for (size_t i = 0; plan && i < plan->document_count; i++) {
		pages += compose_document(session, &plan->documents[i], proof);
	}
	errors = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR) - errors;
	warnings =
		diagnostics_count_of(session->diagnostics, SEVERITY_WARNING) - warnings;
	if (errors) {
		printf("%s：%u 处错误，%u 条警告\n", path, errors, warnings);
	} else if (plan) {
		printf("%s：可用，%zu 份文档，%d 页，%u 条警告\n", path,
			plan->document_count, pages, warnings);
	}
}

int command_check(int argc, char **argv)
{
	gboolean proof = FALSE;
	const GOptionEntry entries[] = {
		{"proof", 0, 0, G_OPTION_ARG_NONE, &proof,
			"量排好的版面，与版式的尺寸核对", NULL},
		{0},
	};
	struct command_line line = {
		.name = argv[0],
		.usage = "PLAN.yaml…",
		.summary = "检查规划，不写文件。",
		.entries = entries,
	};
	struct session *session = NULL;
	int status = EXIT_WRONG_USE;
	if (!command_line_parse(&line, argc, argv)) {
		status = line.asked_help ? EXIT_GOOD : EXIT_WRONG_USE;
	} else if (line.argument_count < 1) {
		status = command_wrong_use(line.name, "要有规划文件");
	} else if ((session = session_create(&line))) {
		for (char **path = line.arguments; *path; path++) {
			check_plan(session, *path, proof);
		}
		status = session_end(session);
	}
	command_line_finish(&line);
	return status;
}
