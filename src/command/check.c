/* jixiao check: everything that build does, but for the writing. */
#include "command/session.h"

#include "compose/compose.h"

#include <limits.h>
#include <stdio.h>

/* Composes too: only then are missing characters and too narrow columns known. */
static int compose_document(
	struct session *session, const struct session_document *document)
{
	struct faces *faces = session_faces(session, &document->layout->faces);
	struct pages *pages = compose(
		document->document, faces, &session->limits, session->diagnostics);
	int count = pages ? (int)pages->list->len : 0;
	pages_destroy(pages);
	faces_destroy(faces);
	session_stage(session, "compose");
	return count;
}

static void check_plan(struct session *session, const char *path)
{
	guint errors = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR);
	guint warnings = diagnostics_count_of(session->diagnostics, SEVERITY_WARNING);
	const struct session_plan *plan =
		session_load(session, path, &(struct load_options){0});
	int pages = 0;
	for (size_t i = 0; plan && i < plan->document_count; i++) {
		pages += compose_document(session, &plan->documents[i]);
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

static void check_plans(struct session *session, char **paths)
{
	for (; *paths; paths++) {
		check_plan(session, *paths);
	}
}

int command_check(int argc, char **argv)
{
	struct command_line line = {
		.name = argv[0],
		.usage = "PLAN.yaml…",
		.summary = "检查规划，不写文件。",
	};
	const struct session_task task = {1, INT_MAX, "要有规划文件", check_plans};
	return session_run(&line, argc, argv, &task);
}
