#include "setting.h"

#include "text/breaks.h"
#include "text/classes.h"

#include <math.h>
#include <stdlib.h>

static const char *const fang[] = {"FandolFang", NULL};
static const char *const song_bold[] = {"FandolSong:Bold", NULL};
static const char *const noto[] = {"Noto Serif CJK SC", NULL};
static const char *const kai[] = {"FandolKai", NULL};
static const char *const latin[] = {"Liberation Serif", NULL};
static const char *const none[] = {NULL};

static const struct font_role role_list[] = {
	{.name = "仿宋", .wanted = fang, .substitutes = none},
	{.name = "粗", .wanted = song_bold, .substitutes = none},
	{.name = "宋体", .wanted = noto, .substitutes = none},
	{.name = "楷体", .wanted = kai, .substitutes = none},
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

struct style setting_style(void)
{
	return (struct style){
		.name = "正文",
		.face = "仿宋",
		.latin = "西文",
		.emphasis = "粗",
		.latin_emphasis = "西文",
		.size = 10,
		.pitch = 10,
		.leading = 18,
		.align = ALIGN_JUSTIFY,
	};
}

const struct paragraph *setting_paragraph(
	struct setting *setting, const struct style *style, const char *text)
{
	struct text_run run = {
		.passage = passage_plain(text, (struct place){setting->source, 1, 1}),
		.style = style,
	};
	return paragraph_create(setting->arena, setting->faces, style, &run, 1);
}

static size_t offset_of(const struct paragraph *paragraph, int cluster)
{
	return cluster < paragraph->cluster_count
		       ? paragraph->clusters[cluster].text_offset
		       : paragraph->passage.length;
}

char *setting_lines(
	struct setting *setting, const struct paragraph *paragraph, double measure)
{
	GString *text = arena_text(setting->arena);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		size_t start = offset_of(paragraph, line->first);
		size_t end = offset_of(paragraph, line->end);
		g_string_append_len(
			text, paragraph->passage.text + start, (gssize)(end - start));
		g_string_append(text, line->emergency ? "!" : "");
		g_string_append(text, i + 1 < lines->len ? "|" : "");
	}
	g_array_free(lines, TRUE);
	return text->str;
}

char *setting_breaks(struct setting *setting, const struct paragraph *paragraph)
{
	static const char *const shown[] = {
		[BREAK_NEVER] = "", [BREAK_DISCOURAGED] = "_", [BREAK_ALLOWED] = "|"};
	GString *text = arena_text(setting->arena);
	for (int i = 0; i < paragraph->cluster_count; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		g_string_append(text, shown[cluster->break_before]);
		g_string_append_len(text, paragraph->text + cluster->text_offset,
			cluster->text_length);
	}
	return text->str;
}

char *setting_widths(struct setting *setting, const struct paragraph *paragraph)
{
	GString *text = arena_text(setting->arena);
	for (int i = 0; i < paragraph->cluster_count; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		double em = (double)cluster->advance / cluster->style->size;
		g_string_append_printf(
			text, "%s%g", i > 0 ? " " : "", round(em * 100) / 100);
	}
	return text->str;
}

char *setting_clusters(struct setting *setting, const struct paragraph *paragraph)
{
	GString *text = arena_text(setting->arena);
	for (int i = 0; i < paragraph->cluster_count; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		double size = cluster->style->size;
		g_string_append_printf(text, "%.*s %s %.3f/%.3f %s\n",
			cluster->text_length,
			paragraph->passage.text + cluster->text_offset,
			character_class_name(cluster->class),
			(double)cluster->advance / size,
			(double)cluster->trim_start / size,
			cluster->face ? cluster->face->name : "-");
	}
	return text->str;
}
