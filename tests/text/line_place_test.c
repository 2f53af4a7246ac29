#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include "text/lines.h"

#include <math.h>

/* Where the clusters of a line stand, points, two places. */
static char *places_of(struct setting *setting, const struct paragraph *paragraph,
	const struct line *line)
{
	double *x = g_new(double, (gsize)(line->end - line->first));
	line_place(paragraph, line, x);
	GString *text = arena_text(setting->arena);
	for (int i = line->first; i < line->end; i++) {
		g_string_append_printf(
			text, "%s%.2f", i > line->first ? " " : "", x[i - line->first]);
	}
	g_free(x);
	return text->str;
}

/* Of the first line. */
static char *places(
	struct setting *setting, const struct paragraph *paragraph, double measure)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	struct line line = g_array_index(lines, struct line, 0);
	g_array_free(lines, TRUE);
	return places_of(setting, paragraph, &line);
}

static void assert_places(
	struct style style, const char *text, double measure, const char *expected)
{
	struct setting setting = setting_create();
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, text);
	assert_string_equal(places(&setting, paragraph, measure), expected);
	setting_destroy(&setting);
}

static void slack_goes_equally_between_han_characters(void **state)
{
	(void)state;
	assert_places(setting_style(), "一二三四五六七八", 43, "0.00 11.00 22.00 33.00");
}

static void no_slack_goes_before_a_closing_or_after_an_opening_mark(void **state)
{
	(void)state;
	assert_places(setting_style(), "一（甲）三四五六七", 61,
		"0.00 10.33 20.33 30.33 40.67 51.00");
}

static void marks_that_a_line_end_parts_share_nothing(void **state)
{
	(void)state;
	/* The comma and the quote share half an em only where they stand side by side. */
	assert_places(setting_style(), "一二三，“四五", 40, "0.00 10.00 20.00 30.00");
	assert_places(setting_style(), "一，“四五六七八", 61,
		"0.00 10.00 17.00 27.00 39.00 51.00");
}

static void word_spaces_take_slack_first_and_up_to_half_an_em(void **state)
{
	(void)state;
	/* 10 + 5 + 2.5 + 5 + 10: a slack of 2 goes to the space */
	assert_places(
		setting_style(), "一1 1二三四五六", 34.5, "0.00 10.00 15.00 19.50 24.50");
	/* a slack of 4.5: 2.5 to the space, 1 to each gap between Han and digits */
	assert_places(
		setting_style(), "一1 1二三四五六", 37, "0.00 11.00 16.00 21.00 27.00");
}

static void word_spaces_take_all_where_there_is_nothing_else(void **state)
{
	(void)state;
	assert_places(setting_style(), "11 11 11 11", 30.5,
		"0.00 5.00 10.00 20.50 25.50 30.50");
}

static void gaps_between_han_and_western_text_come_second(void **state)
{
	(void)state;
	/* 10 + 10 + 5 + 5 + 10: of a slack of 3 the gaps before and behind the digits get
	 * an eighth of an em, the rest goes to all three */
	assert_places(setting_style(), "一二11三（四五六七", 43,
		"0.00 10.17 21.58 26.58 33.00");
	/* and of a slack of 8 */
	assert_places(setting_style(), "一二11三（四五六七", 48,
		"0.00 11.83 24.92 29.92 38.00");
	/* 10 + 12.5 + 5 + 7.5 + 10: a quarter grows to a third first */
	struct style style = setting_style();
	style.latin_space = 0.25;
	assert_places(style, "一二11三（四五六七", 48, "0.00 10.44 24.22 29.22 38.00");
	/* on a grid of 9: 9 + 9 + 4.5 + 4.5 + 9 and 3 to spare, all beside the digits */
	style = setting_style();
	style.pitch = 9;
	assert_places(style, "一二11三（四五六七", 39, "0.00 9.00 19.50 24.00 30.00");
}

/* 年 may not begin a line, yet both gaps of the number grow, by 0.8 each. */
static void both_sides_of_a_number_look_alike(void **state)
{
	(void)state;
	assert_places(setting_style(), "一二11年（四五六七", 41.6,
		"0.00 10.00 20.80 25.80 31.60");
}

static void numbers_and_dashes_are_never_stretched(void **state)
{
	(void)state;
	/* 7 cells and 3 to spare: behind 一 and behind the dash */
	assert_places(
		setting_style(), "一二～三四五六七八", 43, "0.00 13.00 23.00 33.00");
	assert_places(setting_style(), "一二——三四五六七八", 65,
		"0.00 11.67 21.67 31.67 43.33 55.00");
}

/* A text, the clusters of a line of it, its measure and what comes out. */
struct shrink_case {
	const char *rule;
	const char *text;
	int first, end;
	double measure;
	const char *places;
};

static void assert_shrinks(
	struct style style, const struct shrink_case *cases, size_t count)
{
	struct setting setting = setting_create();
	int wrong = 0;
	for (size_t i = 0; i < count; i++) {
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, cases[i].text);
		struct line line = line_make(
			paragraph, cases[i].measure, cases[i].first, cases[i].end);
		char *shown = places_of(&setting, paragraph, &line);
		if (!g_str_equal(shown, cases[i].places)) {
			print_error("%s: %s, not %s\n", cases[i].rule, shown,
				cases[i].places);
			wrong++;
		}
	}
	setting_destroy(&setting);
	assert_int_equal(wrong, 0);
}

/* 2.5: the mark at the end, word spaces, brackets, commas, mixed gaps, stops. */
static void lines_shrink_in_the_order_of_clreq(void **state)
{
	(void)state;
	static const struct shrink_case cases[] = {
		{"end mark", "一，二。三", 0, 4, 35, "0.00 10.00 20.00 30.00"},
		{"end mark", "一，二。三", 0, 4, 38, "0.00 10.00 20.00 30.00"},
		{"end mark, then comma", "一，二。三", 0, 4, 32,
			"0.00 10.00 17.00 27.00"},
		{"bracket", "一（二，三。四五", 0, 7, 67,
			"0.00 7.00 17.00 27.00 37.00 47.00 57.00"},
		{"bracket, then comma", "一（二，三。四五", 0, 7, 62,
			"0.00 5.00 15.00 25.00 32.00 42.00 52.00"},
		{"bracket, comma, stop", "一（二，三。四五", 0, 7, 56,
			"0.00 5.00 15.00 25.00 30.00 40.00 46.00"},
		{"alike", "（一）（二）三四", 0, 7, 62,
			"0.00 10.00 20.00 23.50 33.50 43.50 52.00"},
		{"comma, then stop", "一、二；三：四？五六", 0, 9, 75,
			"0.00 10.00 15.00 25.00 30.00 40.00 45.00 55.00 65.00"},
		{"comma alike", "一、二；三六", 0, 5, 47, "0.00 10.00 18.50 28.50 37.00"},
		{"quotes are brackets", "一“二”三，四五", 0, 7, 66,
			"0.00 8.00 18.00 28.00 36.00 46.00 56.00"},
	};
	static const struct shrink_case mixed[] = {
		{"mixed gap to an eighth", "一5二三四", 0, 4, 38.5,
			"0.00 11.75 18.50 28.50"},
		{"comma before mixed gap", "一5二，三四", 0, 5, 46,
			"0.00 12.50 20.00 30.00 36.00"},
	};
	static const struct shrink_case word[] = {
		{"word space to a quarter", "一1 1二，三四", 0, 7, 52.5,
			"0.00 10.00 15.00 17.50 22.50 32.50 42.50"},
		{"word space, then comma", "一1 1二，三四", 0, 7, 50.5,
			"0.00 10.00 15.00 17.50 22.50 32.50 40.50"},
	};
	struct style style = setting_style();
	assert_shrinks(style, cases, G_N_ELEMENTS(cases));
	style.face = style.latin = "楷体"; /* a word space of 0.389 em */
	assert_shrinks(style, word, G_N_ELEMENTS(word));
	style = setting_style();
	style.latin_space = 0.25;
	assert_shrinks(style, mixed, G_N_ELEMENTS(mixed));
}

/* CLREQ: an opening mark at a line's start loses the blank before it; on a grid it keeps
 * its cell. The first line keeps it too. */
static void an_opening_mark_begins_a_line_with_its_ink(void **state)
{
	(void)state;
	static const struct shrink_case off[] = {
		{"line start", "一二（三四）五六", 2, 4, 20, "-5.00 5.00"},
		{"first line", "（三四）五六", 0, 2, 20, "0.00 10.00"},
		{"line start behind a mark", "一，“三四”五六", 2, 4, 20, "-5.00 5.00"},
	};
	static const struct shrink_case on[] = {
		{"line start", "一二（三四）五六", 2, 4, 18, "0.00 9.00"},
		{"end mark", "一二三，四", 0, 4, 31.5, "0.00 9.00 18.00 27.00"},
		{"no other", "一，二三四", 0, 4, 31.5, "0.00 9.00 18.00 27.00"},
	};
	struct style style = setting_style();
	assert_shrinks(style, off, G_N_ELEMENTS(off));
	style.pitch = 9;
	assert_shrinks(style, on, G_N_ELEMENTS(on));
}

static void a_last_line_is_not_stretched(void **state)
{
	(void)state;
	assert_places(setting_style(), "一二三", 43, "0.00 10.00 20.00");
}

static void other_alignments_move_the_line_as_a_whole(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.align = ALIGN_START;
	assert_places(style, "一二三四五六七八", 43, "0.00 10.00 20.00 30.00");
	style.align = ALIGN_CENTRE;
	assert_places(style, "一二三四五六七八", 43, "1.50 11.50 21.50 31.50");
	style.align = ALIGN_END;
	assert_places(style, "一二三四五六七八", 43, "3.00 13.00 23.00 33.00");
	style.indent = 10;
	style.start = 5;
	style.end = 2;
	assert_places(style, "一二", 40, "18.00 28.00");
}

static void spaces_at_the_edges_take_no_room(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.align = ALIGN_END;
	assert_places(style, " 一二  ", 30, "10.00 10.00 20.00 30.00 30.00");
}

/* Every full line that has a gap to stretch ends at the edge, none passes it but for the
 * blank of its last mark. */
static void check_right_edge(const struct paragraph *paragraph, double measure)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		double *x = g_new(double, (gsize)(line->end - line->first + 1));
		line_place(paragraph, line, x);
		const struct cluster *last = &paragraph->clusters[line->end - 1];
		double edge = x[line->end - 1 - line->first] + (double)last->advance +
			      (double)last->shared_end;
		double blank = (double)last->blank + (double)last->shared_end;
		double over = edge - (line->last ? line->indent + line->width : measure);
		assert_true(over > -0.01 && over < 0.01 + MIN(blank, line->shrink));
		for (int k = line->first + 1; k < line->end; k++) {
			assert_true(x[k - line->first] >= x[k - 1 - line->first]);
		}
		g_free(x);
	}
	g_array_free(lines, TRUE);
}

static void justified_lines_end_at_the_edge_of_the_measure(void **state)
{
	(void)state;
	static const char *const pieces[] = {"一", "二", "规", "划", "，", "。", "“中”",
		"（国）", "——", "……", "12.5%", "word", "2016年", "《规》", "。”"};
	guint32 seed = 20161231;
	print_message("# seed %u\n", seed);
	GRand *random = g_rand_new_with_seed(seed);
	struct setting setting = setting_create();
	for (int i = 0; i < 200; i++) {
		GString *text = arena_text(setting.arena);
		for (int k = 0; k < 60; k++) {
			bool plain = g_rand_boolean(random);
			gint32 limit = plain ? 4 : (gint32)G_N_ELEMENTS(pieces);
			g_string_append(text, pieces[g_rand_int_range(random, 0, limit)]);
		}
		struct style style = setting_style();
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, text->str);
		check_right_edge(paragraph, g_rand_double_range(random, 120, 400));
	}
	setting_destroy(&setting);
	g_rand_free(random);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slack_goes_equally_between_han_characters),
		cmocka_unit_test(no_slack_goes_before_a_closing_or_after_an_opening_mark),
		cmocka_unit_test(marks_that_a_line_end_parts_share_nothing),
		cmocka_unit_test(word_spaces_take_slack_first_and_up_to_half_an_em),
		cmocka_unit_test(word_spaces_take_all_where_there_is_nothing_else),
		cmocka_unit_test(gaps_between_han_and_western_text_come_second),
		cmocka_unit_test(both_sides_of_a_number_look_alike),
		cmocka_unit_test(numbers_and_dashes_are_never_stretched),
		cmocka_unit_test(lines_shrink_in_the_order_of_clreq),
		cmocka_unit_test(an_opening_mark_begins_a_line_with_its_ink),
		cmocka_unit_test(a_last_line_is_not_stretched),
		cmocka_unit_test(other_alignments_move_the_line_as_a_whole),
		cmocka_unit_test(spaces_at_the_edges_take_no_room),
		cmocka_unit_test(justified_lines_end_at_the_edge_of_the_measure),
	};
	return cmocka_run_group_tests_name("line_place", tests, NULL, NULL);
}
