#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include <math.h>

/* Where the clusters of the first line stand, points, two places. */
static char *places(
	struct setting *setting, const struct paragraph *paragraph, double measure)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	struct line line = g_array_index(lines, struct line, 0);
	g_array_free(lines, TRUE);
	double *x = g_new(double, (gsize)(line.end - line.first));
	line_place(paragraph, &line, x);
	GString *text = arena_text(setting->arena);
	for (int i = line.first; i < line.end; i++) {
		g_string_append_printf(text, "%s%.2f", i ? " " : "", x[i - line.first]);
	}
	g_free(x);
	return text->str;
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
	assert_places(setting_style(), "一（甲）三四五六七", 64,
		"0.00 11.33 21.33 31.33 42.67 54.00");
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
	/* 10 + 10 + 5 + 5 + 10: a slack of 3 goes to the gaps before and behind the
	 * digits */
	assert_places(setting_style(), "一二11三（四五六七", 43,
		"0.00 10.00 21.50 26.50 33.00");
	/* a slack of 8: 3.33 to each of them, the rest to all three gaps */
	assert_places(setting_style(), "一二11三（四五六七", 48,
		"0.00 10.44 24.22 29.22 38.00");
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

/* Every full line that has a gap to stretch ends at the edge, none passes it. */
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
		if (line->last) {
			assert_true(fabs(edge - line->indent - line->width) < 0.01);
		} else {
			assert_true(fabs(edge - measure) < 0.01);
		}
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
		cmocka_unit_test(numbers_and_dashes_are_never_stretched),
		cmocka_unit_test(a_last_line_is_not_stretched),
		cmocka_unit_test(other_alignments_move_the_line_as_a_whole),
		cmocka_unit_test(spaces_at_the_edges_take_no_room),
		cmocka_unit_test(justified_lines_end_at_the_edge_of_the_measure),
	};
	return cmocka_run_group_tests_name("line_place", tests, NULL, NULL);
}
