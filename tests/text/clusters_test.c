#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include "text/classes.h"

#include <math.h>
#include <string.h>

static void assert_clusters(struct style style, const char *text, const char *expected)
{
	struct setting setting = setting_create();
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, text);
	assert_string_equal(setting_clusters(&setting, paragraph), expected);
	setting_destroy(&setting);
}

static struct style noto_style(void)
{
	struct style style = setting_style();
	style.face = "宋体";
	return style;
}

static void han_and_western_text_take_their_own_faces(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "共5%的A",
		"共 ideograph 1.000/0.000 FandolFang R\n"
		"5 digit 0.500/0.000 Liberation Serif\n"
		"% unit 0.833/0.000 Liberation Serif\n"
		"的 ideograph 1.000/0.000 FandolFang R\n"
		"A letter 0.722/0.000 Liberation Serif\n");
}

static void quotes_and_dashes_are_as_wide_as_han_beside_han(void **state)
{
	(void)state;
	assert_clusters(noto_style(), "“中”…—",
		"“ opening 1.000/0.000 Noto Serif CJK SC\n"
		"中 ideograph 1.000/0.000 Noto Serif CJK SC\n"
		"” closing 1.000/0.000 Noto Serif CJK SC\n"
		"… ellipsis 1.000/0.000 Noto Serif CJK SC\n"
		"— dash 1.000/0.000 Noto Serif CJK SC\n");
}

static void a_doubled_dash_or_ellipsis_takes_two_em(void **state)
{
	(void)state;
	assert_clusters(noto_style(), "中——",
		"中 ideograph 1.000/0.000 Noto Serif CJK SC\n"
		"—— dash 2.000/0.000 Noto Serif CJK SC\n");
	assert_clusters(setting_style(), "a……",
		"a letter 0.444/0.000 Liberation Serif\n"
		"… ellipsis 1.000/0.000 FandolFang R\n"
		"… ellipsis 1.000/0.000 FandolFang R\n");
	assert_clusters(setting_style(), "中——",
		"中 ideograph 1.000/0.000 FandolFang R\n"
		"— dash 1.000/0.000 FandolFang R\n"
		"— dash 1.000/0.000 FandolFang R\n");
}

static void quotes_in_western_text_are_western(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "a “b” c’s",
		"a letter 0.444/0.000 Liberation Serif\n"
		"  space 0.250/0.000 Liberation Serif\n"
		"“ latin-opening 0.444/0.000 Liberation Serif\n"
		"b letter 0.500/0.000 Liberation Serif\n"
		"” latin-closing 0.444/0.000 Liberation Serif\n"
		"  space 0.250/0.000 Liberation Serif\n"
		"c letter 0.444/0.000 Liberation Serif\n"
		"’ letter 0.333/0.000 Liberation Serif\n"
		"s letter 0.389/0.000 Liberation Serif\n");
}

static void a_quote_is_han_where_its_other_half_is(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "“A”的",
		"“ opening 1.000/0.000 FandolFang R\n"
		"A letter 0.722/0.000 Liberation Serif\n"
		"” closing 1.000/0.000 FandolFang R\n"
		"的 ideograph 1.000/0.000 FandolFang R\n");
}

static void adjacent_marks_take_one_and_a_half_em(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "好。”（《甲",
		"好 ideograph 1.000/0.000 FandolFang R\n"
		"。 stop 0.500/0.000 FandolFang R\n"
		"” closing 0.500/0.000 FandolFang R\n"
		"（ opening 1.000/0.000 FandolFang R\n"
		"《 opening 0.500/0.500 FandolFang R\n"
		"甲 ideograph 1.000/0.000 FandolFang R\n");
}

static void an_opening_mark_hugs_what_it_opens(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "（）",
		"（ opening 1.000/0.000 FandolFang R\n"
		"） closing 1.000/0.000 FandolFang R\n");
}

static void two_exclamations_take_one_em_and_three_take_two(void **state)
{
	(void)state;
	assert_clusters(noto_style(), "！！",
		"！ stop 0.500/0.000 Noto Serif CJK SC\n"
		"！ stop 0.500/0.000 Noto Serif CJK SC\n");
	assert_clusters(noto_style(), "！！！",
		"！ stop 0.500/0.000 Noto Serif CJK SC\n"
		"！ stop 0.500/0.000 Noto Serif CJK SC\n"
		"！ stop 1.000/0.000 Noto Serif CJK SC\n");
}

static void a_mid_dot_takes_half_an_em(void **state)
{
	(void)state;
	assert_clusters(noto_style(), "甲·",
		"甲 ideograph 1.000/0.000 Noto Serif CJK SC\n"
		"· mid-dot 0.500/0.250 Noto Serif CJK SC\n");
	assert_clusters(setting_style(), "甲·乙",
		"甲 ideograph 1.000/0.000 FandolFang R\n"
		"· mid-dot 0.500/0.250 FandolFang R\n"
		"乙 ideograph 1.000/0.000 FandolFang R\n");
}

static void on_a_grid_a_glyph_stands_in_the_middle_of_its_cell(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.pitch = 9;
	assert_clusters(style, "甲（《1",
		"甲 ideograph 0.900/0.050 FandolFang R\n"
		"（ opening 0.900/0.050 FandolFang R\n"
		"《 opening 0.450/0.500 FandolFang R\n"
		"1 digit 0.450/0.025 Liberation Serif\n");
}

/* GB/T 9704-2012: 28 characters in 156 mm, although 28 of 16 pt are longer. */
static void twenty_eight_characters_fill_the_line_of_the_standard(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	double measure = 156 * 72 / 25.4;
	style.size = 16;
	style.pitch = measure / 28;
	const struct paragraph *paragraph = setting_paragraph(&setting, &style,
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七八");
	assert_true(fabs(paragraph_widest(paragraph) - measure) < 1e-9);
	assert_int_equal(paragraph_line_count(paragraph, measure), 1);
	assert_int_equal(paragraph_line_count(paragraph, measure - 0.1), 2);
	setting_destroy(&setting);
}

static void a_gap_parts_han_from_western_text_where_the_style_wants_it(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.latin_space = 0.25;
	assert_clusters(style, "共5%，A甲（b）",
		"共 ideograph 1.250/0.000 FandolFang R\n"
		"5 digit 0.500/0.000 Liberation Serif\n"
		"% unit 0.833/0.000 Liberation Serif\n"
		"， stop 1.000/0.000 FandolFang R\n"
		"A letter 0.972/0.000 Liberation Serif\n"
		"甲 ideograph 1.000/0.000 FandolFang R\n"
		"（ opening 1.000/0.000 FandolFang R\n"
		"b letter 0.500/0.000 Liberation Serif\n"
		"） closing 1.000/0.000 FandolFang R\n");
}

static void a_sign_comes_from_whichever_face_has_it(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, "≥m²");
	assert_string_equal(setting_clusters(&setting, paragraph),
		"≥ prefix 1.000/0.000 FandolFang R\n"
		"m letter 0.778/0.000 Liberation Serif\n"
		"² unit 0.300/0.000 Liberation Serif\n");
	assert_int_equal(diagnostics_count(setting.diagnostics), 0);
	setting_destroy(&setting);
}

static void a_character_that_no_face_has_is_set_as_nothing(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph =
		setting_paragraph(&setting, &style, "甲\xEE\x80\x80乙");
	assert_string_equal(setting_clusters(&setting, paragraph),
		"甲 ideograph 1.000/0.000 FandolFang R\n"
		"\xEE\x80\x80 ideograph 0.000/0.000 -\n"
		"乙 ideograph 1.000/0.000 FandolFang R\n");
	assert_int_equal(diagnostics_count(setting.diagnostics), 1);
	assert_string_equal(setting_report(&setting, 0),
		"error character-missing 1:2 没有字体有字符U+E000，“宋体”也没有");
	setting_destroy(&setting);
}

static void a_rare_character_is_set_in_the_fallback_with_its_place(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, "李喆");
	assert_string_equal(setting_clusters(&setting, paragraph),
		"李 ideograph 1.000/0.000 FandolFang R\n"
		"喆 ideograph 1.000/0.000 Noto Serif CJK SC\n");
	assert_string_equal(setting_report(&setting, 0),
		"warning character-substituted 1:2 FandolFang R 没有字符“喆”（U+5586），"
		"以 Noto Serif CJK SC 代替");
	setting_destroy(&setting);
}

static void a_rare_character_stands_level_with_its_neighbours(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, "李喆5");
	double lift = faces_role(setting.faces, "仿宋")->middle -
		      faces_role(setting.faces, "宋体")->middle;
	assert_true(lift < -0.05 && lift > -0.1);
	assert_true(paragraph->glyphs[0].y_offset == 0);
	assert_true(fabs((double)paragraph->glyphs[1].y_offset - lift) < 1e-6);
	assert_true(paragraph->glyphs[2].y_offset == 0);
	setting_destroy(&setting);
}

static void a_mark_stays_with_its_letter(void **state)
{
	(void)state;
	assert_clusters(setting_style(), "e\xCC\x81甲",
		"e\xCC\x81 letter 0.444/0.000 Liberation Serif\n"
		"甲 ideograph 1.000/0.000 FandolFang R\n");
}

/* One cluster cannot count so many; nothing is lost. */
static void thousands_of_marks_on_one_letter_do_no_harm(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	GString *text = arena_text(setting.arena);
	g_string_append_c(text, 'e');
	for (int i = 0; i < 50000; i++) {
		g_string_append(text, "\xCC\x81");
	}
	const struct paragraph *paragraph =
		setting_paragraph(&setting, &style, text->str);
	size_t length = 0;
	for (int i = 0; i < paragraph->cluster_count; i++) {
		length += paragraph->clusters[i].text_length;
	}
	assert_int_equal(length, text->len);
	setting_destroy(&setting);
}

static void runs_keep_their_styles_and_places(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	struct style small = style;
	small.size = small.pitch = 5;
	struct text_run runs[] = {
		{.passage = passage_plain("甲", (struct place){setting.source, 1, 1}),
			.style = &style},
		{.passage = passage_plain("乙", (struct place){setting.source, 2, 1}),
			.style = &style,
			.emphasis = true},
		{.passage = passage_plain(
			 "丙\xEE\x80\x80", (struct place){setting.source, 2, 4}),
			.style = &small},
	};
	const struct paragraph *paragraph =
		paragraph_create(setting.arena, setting.faces, &style, runs, 3);
	assert_string_equal(setting_clusters(&setting, paragraph),
		"甲 ideograph 1.000/0.000 FandolFang R\n"
		"乙 ideograph 1.000/0.000 FandolSong Bold\n"
		"丙 ideograph 1.000/0.000 FandolFang R\n"
		"\xEE\x80\x80 ideograph 0.000/0.000 -\n");
	assert_true(paragraph_widest(paragraph) == 25);
	assert_int_equal(diagnostics_get(setting.diagnostics, 0)->place.line, 2);
	assert_int_equal(diagnostics_get(setting.diagnostics, 0)->place.column, 5);
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(han_and_western_text_take_their_own_faces),
		cmocka_unit_test(quotes_and_dashes_are_as_wide_as_han_beside_han),
		cmocka_unit_test(a_doubled_dash_or_ellipsis_takes_two_em),
		cmocka_unit_test(quotes_in_western_text_are_western),
		cmocka_unit_test(a_quote_is_han_where_its_other_half_is),
		cmocka_unit_test(adjacent_marks_take_one_and_a_half_em),
		cmocka_unit_test(an_opening_mark_hugs_what_it_opens),
		cmocka_unit_test(two_exclamations_take_one_em_and_three_take_two),
		cmocka_unit_test(a_mid_dot_takes_half_an_em),
		cmocka_unit_test(on_a_grid_a_glyph_stands_in_the_middle_of_its_cell),
		cmocka_unit_test(twenty_eight_characters_fill_the_line_of_the_standard),
		cmocka_unit_test(
			a_gap_parts_han_from_western_text_where_the_style_wants_it),
		cmocka_unit_test(a_sign_comes_from_whichever_face_has_it),
		cmocka_unit_test(a_character_that_no_face_has_is_set_as_nothing),
		cmocka_unit_test(a_rare_character_is_set_in_the_fallback_with_its_place),
		cmocka_unit_test(a_rare_character_stands_level_with_its_neighbours),
		cmocka_unit_test(a_mark_stays_with_its_letter),
		cmocka_unit_test(thousands_of_marks_on_one_letter_do_no_harm),
		cmocka_unit_test(runs_keep_their_styles_and_places),
	};
	return cmocka_run_group_tests_name("clusters", tests, NULL, NULL);
}
