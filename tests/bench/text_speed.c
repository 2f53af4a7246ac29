/* How long composing takes once faces are open: the 30-page text as running text on the
 * official grid, shaped and broken by total-fit; and one more width for a cell of 100
 * characters. Prints both and fails above their bounds. */
#include "bench/thirty_pages_text.h"
#include "text/paragraph.h"

#include <stdio.h>
#include <stdlib.h>

#define COMPOSING_AT_MOST 20.0 /* ms */
#define WIDTH_AT_MOST 5.0      /* us */

enum {
	TIMES = 15,
	WIDTHS = 2400,
	SKIPPED = 77,
};

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(__OPTIMIZE__)
#define ALLOWANCE 1.0
#else
#define ALLOWANCE 5.0 /* an unoptimised build shows only what went badly wrong */
#endif

static const char *const fang[] = {"FandolFang", NULL};
static const char *const latin[] = {"Liberation Serif", NULL};
static const char *const none[] = {NULL};
static const struct font_role role_list[] = {
	{.name = "仿宋", .wanted = fang, .substitutes = none},
	{.name = "西文", .wanted = latin, .substitutes = none},
};
static const struct font_roles roles = {role_list, G_N_ELEMENTS(role_list), "仿宋"};

struct bench {
	struct diagnostics *diagnostics;
	struct faces *faces;
	struct style style;
	GArray *lines;
};

static const struct paragraph *compose_text(
	struct bench *bench, struct arena *arena, const char *text)
{
	struct text_run run = {.passage = passage_plain(text, (struct place){NULL, 1, 1}),
		.style = &bench->style};
	return paragraph_create(arena, bench->faces, &bench->style, &run, 1);
}

/* Milliseconds for the whole text; `lines` gets how many there are. */
static double compose_all(struct bench *bench, const GArray *parts)
{
	const double measure = 156 * 72 / 25.4;
	struct arena *arena = arena_create();
	g_array_set_size(bench->lines, 0);
	gint64 start = g_get_monotonic_time();
	for (guint i = 0; i < parts->len; i++) {
		const char *text = g_array_index(parts, struct text_part, i).text;
		paragraph_lines(compose_text(bench, arena, text), measure, bench->lines);
	}
	double took = (double)(g_get_monotonic_time() - start) / 1000;
	arena_destroy(arena);
	return took;
}

static double measure_composing(struct bench *bench)
{
	const double size = 16, pitch = 156 * 72 / 25.4 / 28;
	bench->style.size = size;
	bench->style.pitch = pitch;
	bench->style.indent = 2 * pitch;
	bench->style.total_fit = true;
	GArray *parts = thirty_pages_text();
	double best = compose_all(bench, parts);
	for (int i = 1; i < TIMES; i++) {
		best = MIN(best, compose_all(bench, parts));
	}
	printf("composing %d characters into %u lines: %.2f ms (at most %.0f)\n",
		THIRTY_PAGES_CHARACTERS, bench->lines->len, best, COMPOSING_AT_MOST);
	thirty_pages_text_free(parts);
	return best;
}

/* Microseconds for one width of a cell; widths from 6 to 16 characters. */
static double measure_width(struct bench *bench)
{
	static const char sentence[] =
		"组织青年志愿者20人，完成“小舟书房”改造5间；年底前满意度达到90%以上。"
		"开展宣讲、培训（含线上）";
	bench->style.size = bench->style.pitch = 12;
	bench->style.indent = 0;
	bench->style.total_fit = false;
	struct arena *arena = arena_create();
	char *text = arena_printf(arena, "%s%s", sentence, sentence);
	const struct paragraph *paragraph = compose_text(bench, arena, text);
	double best = G_MAXDOUBLE;
	int count = 0;
	for (int time = 0; time < TIMES; time++) {
		count = 0;
		gint64 start = g_get_monotonic_time();
		for (int i = 0; i < WIDTHS; i++) {
			count += paragraph_line_count(paragraph, 72 + i % 120);
		}
		double took = (double)(g_get_monotonic_time() - start) / WIDTHS;
		best = MIN(best, took);
	}
	printf("one width for a cell of %d clusters, %.1f lines: %.2f us (at most "
	       "%.0f)\n",
		paragraph->cluster_count, (double)count / WIDTHS, best, WIDTH_AT_MOST);
	arena_destroy(arena);
	return best;
}

int main(void)
{
#ifdef SANITIZED
	return SKIPPED;
#endif
	struct arena *arena = arena_create();
	struct bench bench = {
		.diagnostics = diagnostics_create(),
		.style = {.name = "正文",
			.face = "仿宋",
			.latin = "西文",
			.emphasis = "仿宋",
			.latin_emphasis = "西文",
			.leading = 29,
			.align = ALIGN_JUSTIFY},
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
	};
	const char *const *folders = faces_folders(arena, NULL, getenv("JIXIAO_FONTS"));
	bench.faces = faces_create(&roles, folders, bench.diagnostics);
	bool slow = measure_composing(&bench) > COMPOSING_AT_MOST * ALLOWANCE;
	slow |= measure_width(&bench) > WIDTH_AT_MOST * ALLOWANCE;
	bool failed = diagnostics_failed(bench.diagnostics);
	diagnostics_print(bench.diagnostics, DIAGNOSTIC_HUMAN, stderr);
	g_array_free(bench.lines, TRUE);
	faces_destroy(bench.faces);
	diagnostics_destroy(bench.diagnostics);
	arena_destroy(arena);
	return slow || failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
