#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include "text/classes.h"

#include <stdlib.h>
#include <string.h>

/* A text, a measure in em and the lines that it makes. */
struct line_case {
	const char *text;
	double em;
	const char *lines;
};

static void assert_lines(
	struct style style, const struct line_case *cases, size_t case_count)
{
	struct setting setting = setting_create();
	for (size_t i = 0; i < case_count; i++) {
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, cases[i].text);
		double measure = cases[i].em * style.size;
		assert_string_equal(
			setting_lines(&setting, paragraph, measure), cases[i].lines);
	}
	setting_destroy(&setting);
}

static void lines_take_what_fits_and_push_out_what_may_not_be_parted(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二三四五六七八", 4, "一二三四|五六七八"},
		{"一二三四，五六七八", 4, "一二三|四，五六|七八"},
		{"一二三（甲乙）六七", 4, "一二三|（甲乙）|六七"},
		{"一二三四五六七——八九", 8, "一二三四五六|七——八九"},
		{"一二三四五六七……八九", 8, "一二三四五六|七……八九"},
		{"共有资金100%的", 5, "共有资金|100%的"},
		{"说：“好。”他说：“对。”", 7, "说：“好。”他|说：“对。”"},
		{"a word, another word", 4.5, "a word, |another |word"},
		{"甲乙  ", 2, "甲乙  "},
		{"甲 乙丙", 2, "甲 |乙丙"},
		{"", 5, ""},
	};
	assert_lines(setting_style(), cases, G_N_ELEMENTS(cases));
}

static void a_number_leaves_what_it_counts_only_where_it_must(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二三四五六七八九十一二三四五六七八九十一123456万元整", 24,
			"一二三四五六七八九十一二三四五六七八九十一123456|万元整"},
		{"一二三四五六七八九十一二三四12万元", 16,
			"一二三四五六七八九十一二三四|12万元"},
		{"一二三四五六七八九十一二2016万元整", 15,
			"一二三四五六七八九十一二2016万|元整"},
	};
	assert_lines(setting_style(), cases, G_N_ELEMENTS(cases));
}

static void a_word_wider_than_the_measure_is_broken(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"1234567890", 2, "1234!|5678!|90"},
		{"甲1234567890", 2, "甲|1234!|5678!|90"},
		{"（五%", 1, "（!|五!|%"},
		{"1100%", 2.4, "110!|0%"},
		{"见http://www.a.cn/abc/def", 5, "见http://|www.a.cn/|abc/def"},
		{"甲", 0, "甲"},
	};
	assert_lines(setting_style(), cases, G_N_ELEMENTS(cases));
}

/* 孤字: the last line holds more than one character where the line above can spare one.
 */
static void no_line_ends_a_paragraph_with_a_lone_character(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二三四五六七八九十一", 10, "一二三四五六七八九|十一"},
		{"一二三四五六七八九十一。", 10, "一二三四五六七八九|十一。"},
		{"一二三四五六七八九十一。”", 10, "一二三四五六七八九|十一。”"},
		{"一二三四五六七八九十一二", 10, "一二三四五六七八九十|一二"},
		{"一二三四五", 4, "一二三四|五"},
	};
	assert_lines(setting_style(), cases, G_N_ELEMENTS(cases));
}

static void the_first_line_is_indented_and_all_lines_by_start_and_end(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二三四五六七八", 6, "一二|三四五六|七八"},
	};
	struct style style = setting_style();
	style.indent = 20;
	style.start = 10;
	style.end = 10;
	assert_lines(style, cases, 1);
}

static void a_gap_at_the_end_of_a_line_takes_no_room(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二A三", 2.75, "一二|A三"},
		{"一二三四五六七八九十A二三", 10, "一二三四五六七八九十|A二三"},
	};
	struct style style = setting_style();
	style.latin_space = 0.25;
	assert_lines(style, cases, G_N_ELEMENTS(cases));
}

/* GB/T 9704-2012 7.3.1: trapezoid or diamond, words and numbers whole. */
static void a_title_forms_a_trapezoid_or_a_diamond(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"关于印发绩效规划的通知", 20, "关于印发绩效规划的通知"},
		{"关于印发部门整体支出绩效规划方案的通知", 12,
			"关于印发部门整体支出|绩效规划方案的通知"},
		{"关于印发部门整体支出绩效规划的通知书", 12,
			"关于印发部门整体支出|绩效规划的通知书"},
		{"关于印发某某市教育局2016—2020年部门整体支出绩效规划的通知", 12,
			"关于印发某某市教育局|2016—2020年部门整体|支出绩效规划的通知"},
		{"一二三四五六七八九十一二三四五六七八5", 12,
			"一二三四五六七八九十|一二三四五六七八5"},
		{"一二三四五六", 2, "一二|三四|五六"},
	};
	struct style style = setting_style();
	style.balanced = true;
	style.align = ALIGN_CENTRE;
	assert_lines(style, cases, G_N_ELEMENTS(cases));
}

static void the_narrowest_width_is_that_of_the_widest_whole_part(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.start = 3;
	const struct paragraph *paragraph =
		setting_paragraph(&setting, &style, "共有100%、或200元");
	assert_true(paragraph_narrowest(paragraph) > 3 + 33.3);
	assert_true(paragraph_narrowest(paragraph) < 3 + 33.4);
	assert_int_equal(
		paragraph_line_count(paragraph, paragraph_widest(paragraph) + 0.001), 1);
	setting_destroy(&setting);
}

/* A random text of what documents are made of. */
static char *random_text(struct setting *setting, GRand *random)
{
	static const char *const pieces[] = {"一", "二", "规", "划", "中", "国", "，",
		"。", "、", "；", "：", "？", "！", "“", "”", "‘", "’", "（", "）", "《",
		"》", "〔2017〕", "——", "……", "～", "·", "—", "-", "/", "5", "12.5",
		"2016", "%", "℃", "万元", "年", "号", "第", "￥", "≥", "word", "GB/T",
		" ", "  ", "a", "(", ")", ",", ".", "①", "□", "　", "\xC2\xA0", "镕",
		"𠮷", "e\xCC\x81", "\"", "\xE2\x80\x8B"};
	GString *text = arena_text(setting->arena);
	int count = g_rand_int_range(random, 0, 80);
	for (int i = 0; i < count; i++) {
		bool plain = g_rand_boolean(random);
		gint32 limit = plain ? 6 : (gint32)G_N_ELEMENTS(pieces);
		g_string_append(text, pieces[g_rand_int_range(random, 0, limit)]);
	}
	return text->str;
}

static bool is_space(const struct cluster *cluster)
{
	return cluster->class == CLASS_SPACE || cluster->class == CLASS_IGNORED;
}

/* No line begins or ends with a mark that may not. */
static void check_edges(const struct paragraph *paragraph, const struct line *line)
{
	const struct cluster *clusters = paragraph->clusters;
	int last = line->end - 1;
	while (last > line->first && is_space(&clusters[last])) {
		last--;
	}
	if (line->first > 0) {
		assert_true(class_may_start_line(clusters[line->first].class));
	}
	if (!line->last) {
		assert_true(class_may_end_line(clusters[last].class));
	}
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

/* Lines follow each other without loss, fit, and are as many as was counted. */
static void check_lines(const struct paragraph *paragraph, double measure)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	assert_int_equal(lines->len, paragraph_line_count(paragraph, measure));
	int first = 0;
	bool emergency = false;
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		assert_int_equal(line->first, first);
		assert_true(line->end > first || paragraph->cluster_count == 0);
		assert_true(line->width <= line->room + 0.01 ||
			    count_set(paragraph, line) == 1);
		assert_int_equal(line->last, i + 1 == lines->len);
		if (!line->emergency && !emergency && line->end > first) {
			check_edges(paragraph, line);
		}
		emergency = line->emergency;
		first = line->end;
	}
	assert_int_equal(first, paragraph->cluster_count);
	g_array_free(lines, TRUE);
}

static void any_paragraph_breaks_well_at_any_width(void **state)
{
	(void)state;
	const char *given = getenv("JIXIAO_SEED");
	guint32 seed = given ? (guint32)strtoul(given, NULL, 10) : 20161231;
	print_message("# seed %u\n", seed);
	GRand *random = g_rand_new_with_seed(seed);
	struct setting setting = setting_create();
	for (int i = 0; i < 500; i++) {
		struct style style = setting_style();
		style.latin_space = g_rand_boolean(random) ? 0.25 : 0;
		style.indent = g_rand_boolean(random) ? 20 : 0;
		style.balanced = g_rand_int_range(random, 0, 5) == 0;
		const struct paragraph *paragraph = setting_paragraph(
			&setting, &style, random_text(&setting, random));
		for (int k = 0; k < 6; k++) {
			check_lines(paragraph, g_rand_double_range(random, 0, 300));
		}
	}
	setting_destroy(&setting);
	g_rand_free(random);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			lines_take_what_fits_and_push_out_what_may_not_be_parted),
		cmocka_unit_test(a_number_leaves_what_it_counts_only_where_it_must),
		cmocka_unit_test(a_word_wider_than_the_measure_is_broken),
		cmocka_unit_test(no_line_ends_a_paragraph_with_a_lone_character),
		cmocka_unit_test(
			the_first_line_is_indented_and_all_lines_by_start_and_end),
		cmocka_unit_test(a_gap_at_the_end_of_a_line_takes_no_room),
		cmocka_unit_test(a_title_forms_a_trapezoid_or_a_diamond),
		cmocka_unit_test(the_narrowest_width_is_that_of_the_widest_whole_part),
		cmocka_unit_test(any_paragraph_breaks_well_at_any_width),
	};
	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
