/* Random paragraphs at random widths against what must always hold. How many is the first
 * argument; JIXIAO_SEED repeats a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include "text/breaks.h"
#include "text/classes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SLIP 0.02 /* points */

/* A paragraph in lines, and where the clusters stand. */
struct set {
	const struct paragraph *paragraph;
	double measure;
	GArray *lines; /* struct line */
	double *x;     /* of each cluster */
};

static char *random_text(struct setting *setting, GRand *random)
{
	static const char *const pieces[] = {"一", "二", "规", "划", "中", "国", "，",
		"。", "、", "；", "：", "？", "！", "“", "”", "‘", "’", "（", "）", "《",
		"》", "〔2017〕", "——", "……", "～", "·", "—", "-", "/", "5", "12.5",
		"2016", "%", "℃", "万元", "年", "号", "第", "￥", "≥", "word", "GB/T",
		" ", "  ", "a", "(", ")", ",", ".", "①", "□", "　", "\xC2\xA0", "镕",
		"𠮷", "e\xCC\x81", "\"", "\xE2\x80\x8B", "2020—2025年", "5%～8%",
		"http://www.a.gov.cn/b/index.html", "“十四五”", "第十二条", "！！",
		"，“"};
	GString *text = arena_text(setting->arena);
	int count = g_rand_int_range(random, 0, 100);
	gint32 plain_of_ten = g_rand_int_range(random, 2, 10);
	for (int i = 0; i < count; i++) {
		bool plain = g_rand_int_range(random, 0, 10) < plain_of_ten;
		gint32 limit = plain ? 6 : (gint32)G_N_ELEMENTS(pieces);
		g_string_append(text, pieces[g_rand_int_range(random, 0, limit)]);
	}
	return text->str;
}

static struct style random_style(GRand *random)
{
	static const enum align aligns[] = {ALIGN_JUSTIFY, ALIGN_JUSTIFY, ALIGN_JUSTIFY,
		ALIGN_START, ALIGN_CENTRE, ALIGN_END};
	static const char *const faces[] = {"仿宋", "宋体", "楷体"};
	struct style style = setting_style();
	style.face = faces[g_rand_int_range(random, 0, 3)];
	style.latin = g_rand_boolean(random) ? "西文" : style.face;
	style.align = aligns[g_rand_int_range(random, 0, 6)];
	style.latin_space = g_rand_boolean(random) ? 0.25 : 0;
	style.indent = g_rand_boolean(random) ? 20 : 0;
	style.pitch = g_rand_int_range(random, 0, 3) == 0 ? 9.87 : 10;
	style.total_fit = g_rand_boolean(random);
	style.balanced = g_rand_int_range(random, 0, 8) == 0;
	return style;
}

static struct set set_paragraph(const struct paragraph *paragraph, double measure)
{
	struct set set = {
		.paragraph = paragraph,
		.measure = measure,
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
		.x = g_new0(double, (gsize)paragraph->cluster_count + 1),
	};
	paragraph_lines(paragraph, measure, set.lines);
	for (guint i = 0; i < set.lines->len; i++) {
		const struct line *line = &g_array_index(set.lines, struct line, i);
		line_place(paragraph, line, set.x + line->first);
	}
	return set;
}

static bool is_space(const struct cluster *cluster)
{
	return cluster->class == CLASS_SPACE || cluster->class == CLASS_IGNORED;
}

/* No line begins or ends with a mark that may not, nor where none may break. */
static void check_edges(const struct set *set, const struct line *line)
{
	const struct cluster *clusters = set->paragraph->clusters;
	int last = line->end - 1;
	while (last > line->first && is_space(&clusters[last])) {
		last--;
	}
	if (line->first > 0) {
		assert_true(class_may_start_line(clusters[line->first].class));
		assert_int_not_equal(clusters[line->first].break_before, BREAK_NEVER);
	}
	if (!line->last) {
		bool address = clusters[last].class == CLASS_SOLIDUS; /* http://a.cn/b */
		assert_true(address || class_may_end_line(clusters[last].class));
	}
}

/* Lines follow each other without loss and are as many as was counted. */
static void check_order(const struct set *set)
{
	int count = paragraph_line_count(set->paragraph, set->measure);
	assert_int_equal(set->lines->len, count);
	int first = 0;
	bool emergency = false;
	for (guint i = 0; i < set->lines->len; i++) {
		const struct line *line = &g_array_index(set->lines, struct line, i);
		assert_int_equal(line->first, first);
		assert_true(line->end > first || set->paragraph->cluster_count == 0);
		assert_int_equal(line->last, i + 1 == set->lines->len);
		if (!line->emergency && !emergency && line->end > first) {
			check_edges(set, line);
		}
		emergency = line->emergency;
		first = line->end;
	}
	assert_int_equal(first, set->paragraph->cluster_count);
}

/* How many clusters take room; one alone may be wider than any measure. */
static int count_set(const struct paragraph *paragraph, const struct line *line)
{
	int count = 0;
	for (int i = line->first; i < line->end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		count += !is_space(cluster) && cluster->advance > 0;
	}
	return count;
}

/* The ink of a Han mark or character stands in the measure, and clusters in order. A cell
 * narrower than its em lets its glyph stand out by half the difference. */
static void check_ink(const struct set *set, const struct line *line)
{
	const struct paragraph *paragraph = set->paragraph;
	double right = line->indent + line->room + SLIP + 0.2;
	for (int i = line->first; i < line->end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		bool opens = cluster->class == CLASS_OPENING;
		double begins = set->x[i] + (opens ? (double)cluster->blank : 0);
		if (i > line->first) {
			assert_true(begins > set->x[i - 1] - SLIP);
		}
		if (!cluster->face || is_space(cluster) || cluster->glyph_count != 1 ||
			cluster->class > CLASS_ELLIPSIS) {
			continue;
		}
		const struct glyph *glyph = &paragraph->glyphs[cluster->first_glyph];
		hb_glyph_extents_t extents;
		hb_font_get_glyph_extents(cluster->face->hb_font, glyph->id, &extents);
		double em = cluster->style->size / cluster->face->units_per_em;
		double pen = set->x[i] - (double)cluster->trim_start +
			     (double)glyph->x_offset * cluster->style->size;
		double ink_end = pen + (extents.x_bearing + extents.width) * em;
		assert_true(pen + extents.x_bearing * em > line->indent - SLIP - 0.2);
		assert_true(ink_end < right || extents.width == 0);
	}
}

/* On a grid, a line of whole cells that fills its measure has each on its column. */
static void check_columns(const struct set *set, const struct line *line)
{
	const struct style *style = set->paragraph->style;
	bool full = fabs(line->width - line->room) < SLIP || line->last;
	for (int i = line->first; i < line->end; i++) {
		double cell = (double)set->paragraph->clusters[i].advance;
		full &= fabs(cell - style->pitch) < 0.001;
	}
	bool grid = style->pitch < style->size;
	if (!grid || !full || style->align != ALIGN_JUSTIFY || line->shrink > 0) {
		return;
	}
	for (int i = line->first; i < line->end; i++) {
		double column = line->indent + (i - line->first) * style->pitch;
		assert_true(fabs(set->x[i] - column) < SLIP);
	}
}

/* Justified lines end at the edge where they have a gap to stretch. */
static void check_justified(const struct set *set, const struct line *line)
{
	const struct paragraph *paragraph = set->paragraph;
	int last = line->end - 1;
	while (last > line->first && is_space(&paragraph->clusters[last])) {
		last--;
	}
	bool gap = false;
	for (int i = line->first + 1; i <= last; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		gap |= cluster->break_before == BREAK_ALLOWED &&
		       cluster[-1].class == CLASS_IDEOGRAPH &&
		       cluster->class == CLASS_IDEOGRAPH;
	}
	if (!gap || line->last || paragraph->style->align != ALIGN_JUSTIFY) {
		return;
	}
	const struct cluster *cluster = &paragraph->clusters[last];
	double edge = set->x[last] + paragraph->edges[last + 1] - paragraph->edges[last];
	double blank = (double)cluster->blank + (double)cluster->shared_end;
	double right = line->indent + line->room;
	assert_true(edge > right - SLIP - (double)cluster->shared_end);
	assert_true(edge < right + SLIP + 0.25 * 10 + MAX(blank, 0));
}

static void check(const struct set *set)
{
	check_order(set);
	for (guint i = 0; i < set->lines->len; i++) {
		const struct line *line = &g_array_index(set->lines, struct line, i);
		bool fits = line->width <= line->room + SLIP;
		assert_true(fits || count_set(set->paragraph, line) == 1);
		if (fits && !line->emergency) {
			check_ink(set, line);
			check_columns(set, line);
			check_justified(set, line);
		}
	}
}

static void any_paragraph_breaks_well_at_any_width(void **state)
{
	int paragraph_number = *(const int *)*state;
	const char *given = getenv("JIXIAO_SEED");
	guint32 seed = given ? (guint32)strtoul(given, NULL, 10) : 20161231;
	print_message("# seed %u, %d paragraphs\n", seed, paragraph_number);
	GRand *random = g_rand_new_with_seed(seed);
	struct setting setting = setting_create();
	for (int i = 0; i < paragraph_number; i++) {
		struct style style = random_style(random);
		const struct paragraph *paragraph = setting_paragraph(
			&setting, &style, random_text(&setting, random));
		for (int k = 0; k < 6; k++) {
			double most = k < 3 ? 100 : 450;
			struct set set = set_paragraph(
				paragraph, g_rand_double_range(random, 0, most));
			check(&set);
			g_array_free(set.lines, TRUE);
			g_free(set.x);
		}
	}
	setting_destroy(&setting);
	g_rand_free(random);
}

int main(int count, char **arguments)
{
	int paragraph_number = count > 1 ? atoi(arguments[1]) : 1000;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(
			any_paragraph_breaks_well_at_any_width, &paragraph_number),
	};
	return cmocka_run_group_tests_name("random lines", tests, NULL, NULL);
}
