#include "setting.h"

#include <stdlib.h>

static const char *const fang[] = {"FandolFang", NULL};
static const char *const song_bold[] = {"FandolSong:Bold", NULL};
static const char *const noto[] = {"Noto Serif CJK SC", NULL};
static const char *const latin[] = {"Liberation Serif", NULL};
static const char *const none[] = {NULL};

static const struct font_role role_list[] = {
	{.name = "仿宋", .wanted = fang, .substitutes = none},
	{.name = "粗", .wanted = song_bold, .substitutes = none},
	{.name = "宋体", .wanted = noto, .substitutes = none},
	{.name = "西文", .wanted = latin, .substitutes = none},
};

static const struct font_roles roles = {role_list, G_N_ELEMENTS(role_list), "宋体"};

const char *const *setting_folders(struct arena *arena)
{
	return faces_folders(arena, NULL, getenv("JIXIAO_FONTS"));
}

struct setting setting_create(void)
{
	struct setting setting = {
		.arena = arena_create(),
		.diagnostics = diagnostics_create(),
	};
	setting.source = source_create(setting.arena, "plan.yaml", "一\n二\n", 8);
	setting.faces =
		faces_create(&roles, setting_folders(setting.arena), setting.diagnostics);
	struct face_choice choices[G_N_ELEMENTS(role_list)];
	faces_choices(setting.faces, choices);
	if (diagnostics_failed(setting.diagnostics)) {
		diagnostics_print(setting.diagnostics, DIAGNOSTIC_HUMAN, stderr);
		exit(EXIT_FAILURE);
	}
	return setting;
}

void setting_destroy(struct setting *setting)
{
	faces_destroy(setting->faces);
	diagnostics_destroy(setting->diagnostics);
	arena_destroy(setting->arena);
}

char *setting_report(const struct setting *setting, guint index)
{
	static const char *const severities[] = {"note", "warning", "error"};
	const struct diagnostic *report = diagnostics_get(setting->diagnostics, index);
	return arena_printf(setting->arena, "%s %s %d:%d %s",
		severities[report->severity], report->code, report->place.line,
		report->place.column, report->message);
}
