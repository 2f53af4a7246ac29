/* jixiao fonts: which face plays which role, and what it lacks for a plan. */
#include "command/session.h"

#include "base/language.h"
#include "compose/compose.h"

#include <stdio.h>

static void print_lacking(const struct faces *faces, const char *role)
{
	GString *lacking = g_string_new(NULL);
	faces_lacking(faces, role, lacking);
	if (lacking->len) {
		printf(_("\t缺：%s"), lacking->str);
	}
	g_string_free(lacking, TRUE);
}

static void print_choice(const struct faces *faces, const struct face_choice *choice)
{
	if (!choice->face) {
		printf(_("%s\t（没有找到）\n"), choice->role->name);
		return;
	}
	printf("%s\t%s%s\t%s", choice->role->name, choice->face->name,
		choice->substitute ? _("（代用）") : "", choice->face->file);
	if (choice->face->index) {
		printf("#%d", choice->face->index);
	}
	print_lacking(faces, choice->role->name);
	putchar('\n');
}

static void print_choices(
	struct session *session, struct faces *faces, const struct font_roles *roles)
{
	struct face_choice *choices =
		arena_new_array(session->arena, struct face_choice, roles->count);
	faces_choices(faces, choices);
	for (size_t i = 0; i < roles->count; i++) {
		print_choice(faces, &choices[i]);
	}
}

static void show_shared(struct session *session)
{
	const struct yaml_node *file = layout_data_read(
		session->arena, &session->layouts, "faces", session->diagnostics);
	if (file) {
		struct font_roles roles =
			layout_faces_read(session->arena, file, session->diagnostics);
		struct faces *faces = session_faces(session, &roles);
		print_choices(session, faces, &roles);
		faces_destroy(faces);
	}
}

/* With a plan its characters are looked up by composing it: what is lacking is then
 * reported with its place. */
static void show_plan(struct session *session, const char *path)
{
	const struct session_plan *plan =
		session_load(session, path, &(struct load_options){0});
	for (size_t i = 0; plan && i < plan->document_count; i++) {
		const struct session_document *document = &plan->documents[i];
		struct faces *faces = session_faces(session, &document->layout->faces);
		pages_destroy(compose(document->document, faces, &session->limits,
			session->diagnostics));
		print_choices(session, faces, &document->layout->faces);
		faces_destroy(faces);
	}
}

static void show_fonts(struct session *session, char **paths)
{
	if (*paths) {
		show_plan(session, *paths);
	} else {
		show_shared(session);
	}
	session_stage(session, "fonts");
}

int command_fonts(int argc, char **argv)
{
	struct command_line line = {
		.name = argv[0],
		.usage = "[PLAN.yaml]",
		.summary = N_("列出各字体角色所用的字体；给出规划时，也列出缺的字。"),
	};
	const struct session_task task = {0, 1, N_("至多一个规划文件"), show_fonts};
	return session_run(&line, argc, argv, &task);
}
