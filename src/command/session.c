#include "command/session.h"

#include "command/program_folder.h"

#include "base/language.h"

#include <stdio.h>
#include <string.h>

enum {
	MISSING_SHOWN = 60 /* of a longer list nobody reads the rest */
};

struct timing {
	const char *name;
	gint64 microseconds;
};

static bool parse_style(const char *name, enum diagnostic_style *style)
{
	static const char *const names[] = {"human", "short", "json"};
	for (size_t i = 0; name && i < G_N_ELEMENTS(names); i++) {
		if (strcmp(name, names[i]) == 0) {
			*style = (enum diagnostic_style)i;
			return true;
		}
	}
	return name == NULL;
}

static bool parse_limits(const struct command_line *line, struct limits *limits)
{
	*limits = limits_default();
	for (char **limit = line->common.limits; limit && *limit; limit++) {
		if (!limits_set(limits, *limit)) {
			char *names =
				g_strjoinv(_("、"), (char **)(uintptr_t)limits_names());
			command_wrong_use(line->name,
				"限额“%s”应写作 名称=正整数；名称有：%s", *limit, names);
			g_free(names);
			return false;
		}
	}
	return true;
}

/* The folder of the program's own data: beside the build folder when it runs from there,
 * else where it was installed. */
static const char *data_folder(struct arena *arena, const char *name)
{
	static const char *const places[] = {"..", "../share/jixiao", "../..", NULL};
	char *folder = program_folder(places, name);
	char *path = g_build_filename(folder ? folder : "", name, NULL);
	const char *found = arena_copy_string(arena, path);
	g_free(path);
	g_free(folder);
	return found;
}

static const char *const *layout_folders(struct arena *arena, char **user)
{
	GPtrArray *folders = arena_pointers(arena);
	for (; user && *user; user++) {
		g_ptr_array_add(folders, arena_copy_string(arena, *user));
	}
	g_ptr_array_add(folders, (gpointer)(uintptr_t)data_folder(arena, "layouts"));
	g_ptr_array_add(folders, NULL);
	return (const char *const *)(const void *)folders->pdata;
}

/* A folder that the user named and that is not there is a slip, not a preference. */
static bool check_folders(
	const struct command_line *line, char **folders, const char *option)
{
	for (; folders && *folders; folders++) {
		if (!g_file_test(*folders, G_FILE_TEST_IS_DIR)) {
			command_wrong_use(
				line->name, "%s：没有文件夹 %s", option, *folders);
			return false;
		}
	}
	return true;
}

struct session *session_create(const struct command_line *line)
{
	struct limits limits;
	enum diagnostic_style style = DIAGNOSTIC_HUMAN;
	if (!parse_limits(line, &limits) ||
		!check_folders(line, line->common.layout_paths, "--layout-path") ||
		!check_folders(line, line->common.font_paths, "--font-path")) {
		return NULL;
	}
	if (!parse_style(line->common.diagnostics, &style)) {
		command_wrong_use(line->name, "--diagnostics 应是 human、short 或 json");
		return NULL;
	}
	struct arena *arena = arena_create();
	struct session *session = arena_new(arena, struct session);
	session->arena = arena;
	session->diagnostics = diagnostics_create();
	session->limits = limits;
	session->layouts.folders = layout_folders(arena, line->common.layout_paths);
	session->layouts.limits = &session->limits;
	session->font_folders = faces_folders(arena,
		(const char *const *)(const void *)line->common.font_paths,
		data_folder(arena, "fonts"));
	session->style = style;
	session->strict = line->common.strict;
	session->show_timings = line->common.timings;
	session->missing = arena_values(arena, sizeof(struct plan_missing));
	session->timings = arena_values(arena, sizeof(struct timing));
	session->mark = g_get_monotonic_time();
	return session;
}

void session_stage(struct session *session, const char *name)
{
	gint64 now = g_get_monotonic_time();
	gint64 passed = now - session->mark;
	session->mark = now;
	for (guint i = 0; i < session->timings->len; i++) {
		struct timing *timing =
			&g_array_index(session->timings, struct timing, i);
		if (strcmp(timing->name, name) == 0) {
			timing->microseconds += passed;
			return;
		}
	}
	struct timing timing = {name, passed};
	g_array_append_val(session->timings, timing);
}

static void print_timings(const struct session *session)
{
	gint64 total = 0;
	for (guint i = 0; i < session->timings->len; i++) {
		struct timing timing = g_array_index(session->timings, struct timing, i);
		total += timing.microseconds;
		fprintf(stderr, "%-10s %8.1f ms\n", timing.name,
			(double)timing.microseconds / 1000);
	}
	fprintf(stderr, "%-10s %8.1f ms\n", "total", (double)total / 1000);
}

/* What the plan still lacks, in one list: the reports of each stand among others. */
static void print_missing(const struct session *session)
{
	guint count = session->missing->len;
	if (count == 0 || session->style != DIAGNOSTIC_HUMAN) {
		return;
	}
	fprintf(stderr, _("待补 %u 项：\n"), count);
	for (guint i = 0; i < MIN(count, MISSING_SHOWN); i++) {
		const struct plan_missing *missing =
			&g_array_index(session->missing, struct plan_missing, i);
		struct place place = missing->place;
		fprintf(stderr, "  %s:%d  %s", place.source->path, place.line,
			missing->record);
		if (missing->ordinal) {
			fprintf(stderr, _("第 %d 项"), missing->ordinal);
		}
		fprintf(stderr, _("：%s\n"), missing->field);
	}
	if (count > MISSING_SHOWN) {
		fprintf(stderr, _("  另有 %u 项\n"), count - MISSING_SHOWN);
	}
}

int session_end(struct session *session)
{
	diagnostics_print(session->diagnostics, session->style, stderr);
	print_missing(session);
	if (session->show_timings) {
		print_timings(session);
	}
	int status = diagnostics_exit_status(session->diagnostics, session->strict);
	diagnostics_destroy(session->diagnostics);
	arena_destroy(session->arena);
	return status;
}

struct faces *session_faces(struct session *session, const struct font_roles *roles)
{
	return faces_create(roles, session->font_folders, session->diagnostics);
}

int session_run(
	struct command_line *line, int argc, char **argv, const struct session_task *task)
{
	struct session *session = NULL;
	int status = EXIT_WRONG_USE;
	if (!command_line_parse(line, argc, argv)) {
		status = line->asked_help ? EXIT_GOOD : EXIT_WRONG_USE;
	} else if (line->argument_count < task->least ||
		   line->argument_count > task->most) {
		status = command_wrong_use(line->name, "%s", _(task->complaint));
	} else if ((session = session_create(line))) {
		task->run(session, line->arguments);
		status = session_end(session);
	}
	command_line_finish(line);
	return status;
}
