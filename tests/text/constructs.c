#include "constructs.h"

#include <math.h>
#include <string.h>

static void add_run(
	struct setting *setting, GArray *runs, struct text_run run, const char *text)
{
	run.passage = passage_plain(text, (struct place){setting->source, 1, 1});
	if (*text) {
		g_array_append_val(runs, run);
	}
}

/* `3:` or `1/4:` behind a `<`. */
static const char *read_widths(const char *at, struct text_run *run)
{
	char *end;
	run->spread = g_ascii_strtod(at, &end);
	if (*end == '/') {
		run->step = g_ascii_strtod(end + 1, &end);
	}
	return end + 1;
}

const struct paragraph *marked_paragraph(
	struct setting *setting, const struct style *style, const char *marked)
{
	GArray *runs = arena_values(setting->arena, sizeof(struct text_run));
	struct text_run run = {.style = style};
	while (*marked) {
		size_t length = strcspn(marked, "|<>~");
		add_run(setting, runs, run,
			arena_copy_bytes(setting->arena, marked, length));
		run.hangs_here = run.hangs_here && length == 0;
		run.stays = run.stays && length == 0;
		marked += length;
		if (*marked == '<') {
			marked = read_widths(marked + 1, &run);
		} else if (*marked == '>') {
			run.spread = run.step = 0;
			marked++;
		} else if (*marked == '|') {
			run.hangs_here = true;
			marked++;
		} else if (*marked == '~') {
			run.stays = true;
			marked++;
		}
	}
	return paragraph_create(setting->arena, setting->faces, style,
		(const struct text_run *)(const void *)runs->data, runs->len);
}

static void add_line(GString *out, const struct paragraph *paragraph,
	const struct line *line, const double *x)
{
	double pen = -1;
	for (int i = line->first; i < line->end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		double at = x[i - line->first];
		if (fabs(at - pen) > 0.01) {
			g_string_append_printf(out, "%s%.0f ", i > line->first ? " " : "",
				round(at) + 0.0);
		}
		g_string_append_len(out, paragraph->text + cluster->text_offset,
			cluster->text_length);
		pen = at + paragraph->edges[i + 1] - paragraph->edges[i];
	}
}

char *marked_places(
	struct setting *setting, const struct paragraph *paragraph, double measure)
{
	GString *out = arena_text(setting->arena);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	assert_int_equal(paragraph_line_count(paragraph, measure), lines->len);
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		double *x = g_new(double, (gsize)(line->end - line->first));
		line_place(paragraph, line, x);
		g_string_append(out, i > 0 ? "|" : "");
		add_line(out, paragraph, line, x);
		g_free(x);
	}
	g_array_free(lines, TRUE);
	return out->str;
}

void assert_marked(
	struct style style, const char *marked, double measure, const char *expected)
{
	struct setting setting = setting_create();
	const struct paragraph *paragraph = marked_paragraph(&setting, &style, marked);
	assert_string_equal(marked_places(&setting, paragraph, measure), expected);
	setting_destroy(&setting);
}
