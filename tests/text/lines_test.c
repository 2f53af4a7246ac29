#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include <math.h>

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
	int wrong = 0;
	for (size_t i = 0; i < case_count; i++) {
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, cases[i].text);
		double measure = cases[i].em * style.size;
		char *lines = setting_lines(&setting, paragraph, measure);
		if (!g_str_equal(lines, cases[i].lines)) {
			print_error("%s, not %s\n", lines, cases[i].lines);
			wrong++;
		}
	}
	setting_destroy(&setting);
	assert_int_equal(wrong, 0);
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
		{"说：“好。”他说：“对。”", 7, "说：“好。”他说：|“对。”"},
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
			"一二三四五六七八九十一|二三四五六七八5"},
		{"关于印发《澜州市青年发展规划》的通知", 12,
			"关于印发|《澜州市青年发展规划》的|通知"},
		{"关于印发《规划》的通知（试行稿）", 10,
			"关于印发《规划》的|通知（试行稿）"},
		{"关于2016—2020年规划的通知公告", 11, "关于2016—2020年|规划的通知公告"},
		{"一二三四五六七八九十一二三四五六七八九十", 10,
			"一二三四五六七|八九十一二三四|五六七八九十"},
		{"（一二三四五六七八九十）", 8, "（一二三四|五六七八九十）"},
		{"一二三四五六", 2, "一|二|三四|五六"},
	};
	struct style style = setting_style();
	style.balanced = true;
	style.align = ALIGN_CENTRE;
	assert_lines(style, cases, G_N_ELEMENTS(cases));
}

/* The machine test of a title's shape: no rectangle, no interior minimum. */
static void check_shape(const GArray *lines)
{
	bool narrows = false;
	bool differs = lines->len == 1;
	for (guint i = 1; i < lines->len; i++) {
		double step = g_array_index(lines, struct line, i).width -
			      g_array_index(lines, struct line, i - 1).width;
		assert_false(narrows && step > 0.01);
		narrows |= step < -0.01;
		differs |= fabs(step) > 0.01;
	}
	assert_true(differs);
}

static void a_title_of_any_length_has_a_shape(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.balanced = true;
	style.align = ALIGN_CENTRE;
	GString *text = arena_text(setting.arena);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	for (int length = 1; length < 80; length++) {
		g_string_append(text, length % 5 == 0 ? "2025年" : "规");
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, text->str);
		if (paragraph_widest(paragraph) < 4 * 200 - 10) {
			g_array_set_size(lines, 0);
			paragraph_lines(paragraph, 200, lines);
			check_shape(lines);
		}
	}
	g_array_free(lines, TRUE);
	setting_destroy(&setting);
}

/* 2.5: lines of running text shrink and stretch together. */
static void running_text_is_broken_as_a_whole(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		/* what fits alone is left alone */
		{"一二三四五六七八", 10, "一二三四五六七八"},
		{"一二三四五六七八九十一二", 10, "一二三四五六七八九十|一二"},
		/* 2.6: no lone last character, with or without its stop */
		{"一二三四五六七八九十一", 10, "一二三四五六七八九|十一"},
		{"一二三四五六七八九十一。", 10, "一二三四五六七八九|十一。"},
		{"一二三四五六七八九十一二三四五六七八九十。", 10,
			"一二三四五六七八九|十一二三四五六七八|九十。"},
		/* two lines each a little loose are better than one torn apart */
		{"一二三四五六七八九十一二三四五六七八九十一二1234567890三四", 12,
			"一二三四五六七八九十一|二三四五六七八九十一二|1234567890三四"},
		/* 15835: a number leaves what it counts only where it must */
		{"一二三四五六七八九十一二三四12万元", 16,
			"一二三四五六七八九十一二三四|12万元"},
		/* 5.1.10: the last mark's blank stands outside */
		{"一二三四五六七八九，一二三四五六七八九十一二", 9.5,
			"一二三四五六七八九，|一二三四五六七八九|十一二"},
		/* a range breaks behind its dash where the line would tear */
		{"“十四五”是实施《青年发展规划（2020—2025年）》的五年", 20,
			"“十四五”是实施《青年发展规划（2020—|2025年）》的五年"},
		/* an emergency */
		{"一二三1234567890四五六", 4, "一二三|12345678!|90四五六"},
	};
	struct style style = setting_style();
	style.total_fit = true;
	assert_lines(style, cases, G_N_ELEMENTS(cases));
}

static void a_cell_pushes_in_what_shrinks_better_than_it_stretches(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		/* 5.1.10 */
		{"一二三四五六七，八九十", 7.5, "一二三四五六七，|八九十"},
		/* 5.1.11: brackets give their blanks before a line is torn */
		{"一（二三四五）。六七八", 7, "一（二三四五）。|六七八"},
		{"一，二三，四五六。七八", 8, "一，二三，四五六|。七八"},
	};
	static const struct line_case ragged[] = {
		{"一二三四五六七，八九十", 7.5, "一二三四五六七，|八九十"},
		{"一，二三，四五六七八", 7.5, "一，二三，四五|六七八"},
	};
	struct style style = setting_style();
	assert_lines(style, cases, 2);
	style.align = ALIGN_START;
	assert_lines(style, ragged, G_N_ELEMENTS(ragged));
}

/* On a grid only the mark at the end gives. */
static void a_grid_lets_only_the_last_mark_give(void **state)
{
	(void)state;
	static const struct line_case cases[] = {
		{"一二三四五六七八九十一二三四", 9.87, "一二三四五六七八九十|一二三四"},
		{"一（二三）四，五，六七八九十", 9.87, "一（二三）四，五，六|七八九十"},
		{"一二三四五六七八5，一二三四五六七", 9.4,
			"一二三四五六七八5，|一二三四五六七"},
	};
	struct style style = setting_style();
	style.pitch = 9.87;
	style.total_fit = true;
	assert_lines(style, cases, G_N_ELEMENTS(cases));
}

static void spaces_at_the_beginning_do_not_take_the_indent(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.indent = 20;
	const struct paragraph *paragraph =
		setting_paragraph(&setting, &style, "  甲乙丙");
	assert_float_equal(paragraph_narrowest(paragraph), 30, 1e-6);
	assert_string_equal(setting_lines(&setting, paragraph, 30), "  甲|乙丙");
	setting_destroy(&setting);
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
		cmocka_unit_test(a_title_of_any_length_has_a_shape),
		cmocka_unit_test(running_text_is_broken_as_a_whole),
		cmocka_unit_test(a_cell_pushes_in_what_shrinks_better_than_it_stretches),
		cmocka_unit_test(a_grid_lets_only_the_last_mark_give),
		cmocka_unit_test(the_narrowest_width_is_that_of_the_widest_whole_part),
		cmocka_unit_test(spaces_at_the_beginning_do_not_take_the_indent),
	};
	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
