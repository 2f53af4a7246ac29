/* How wide cells are: GB/T 15834-2011, GB/T 15835-2011 and CLREQ (width adjustment), a
 * row each. Widths are in em, one for each cluster. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include <math.h>

struct width_case {
	const char *rule;
	const char *text;
	const char *widths;
};

static void assert_widths(
	struct style style, const struct width_case *cases, size_t count)
{
	struct setting setting = setting_create();
	int wrong = 0;
	for (size_t i = 0; i < count; i++) {
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, cases[i].text);
		char *widths = setting_widths(&setting, paragraph);
		if (!g_str_equal(widths, cases[i].widths)) {
			print_error("by %s: %s is %s, not %s\n", cases[i].rule,
				cases[i].text, widths, cases[i].widths);
			wrong++;
		}
	}
	setting_destroy(&setting);
	assert_int_equal(wrong, 0);
}

static struct style style_in(const char *face)
{
	struct style style = setting_style();
	style.face = face;
	style.latin = face;
	return style;
}

static void a_mark_alone_is_one_em_wide(void **state)
{
	(void)state;
	static const struct width_case cases[] = {
		{"15834 5.1.1", "甲，乙。丙", "1 1 1 1 1"},
		{"15834 5.1.1", "甲、乙；丙：", "1 1 1 1 1 1"},
		{"15834 5.1.2", "甲？乙！", "1 1 1 1"},
		{"15834 5.1.3", "“甲”乙", "1 1 1 1"},
		{"15834 5.1.3", "《甲》（乙）", "1 1 0.5 1 1 1"},
		{"15834 5.1.7", "甲·乙", "1 0.5 1"},
	};
	assert_widths(setting_style(), cases, G_N_ELEMENTS(cases));
	assert_widths(style_in("宋体"), cases, G_N_ELEMENTS(cases));
}

static void two_adjacent_marks_take_one_and_a_half_em(void **state)
{
	(void)state;
	static const struct width_case cases[] = {
		{"CLREQ 3.1.6", "甲。”乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲”。乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲》，乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲，“乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲：“乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲（“乙", "1 1 0.5 1"},
		{"CLREQ 3.1.6", "甲”（乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲》》乙", "1 0.5 1 1"},
		{"CLREQ 3.1.6", "甲。”）乙", "1 0.5 0.5 1 1"},
		{"CLREQ 3.1.6", "（《“甲", "1 0.5 0.5 1"},
		{"CLREQ 3.1.6", "甲）、（乙", "1 0.5 0.5 1 1"},
		{"CLREQ brackets hug", "（）", "1 1"},
		{"15834 5.1.2", "甲！！", "1 0.5 0.5"},
		{"15834 5.1.2", "甲！！！", "1 0.5 0.5 1"},
	};
	assert_widths(style_in("宋体"), cases, G_N_ELEMENTS(cases));
}

static void dashes_and_ellipses_take_one_em_a_character(void **state)
{
	(void)state;
	static const struct width_case two_glyphs[] = {
		{"15834 5.1.4", "甲——乙", "1 1 1 1"},
		{"15834 5.1.5", "甲……乙", "1 1 1 1"},
		{"15834 5.1.6", "甲—乙", "1 1 1"},
		{"15834 5.1.6", "甲～乙", "1 1 1"},
	};
	static const struct width_case one_glyph[] = {
		{"15834 5.1.4", "甲——乙", "1 2 1"},
		{"15834 5.1.4", "甲⸺乙", "1 2 1"},
		{"15834 5.1.5", "甲……乙", "1 1 1 1"},
		{"15834 5.1.6", "甲—乙", "1 1 1"},
		{"15834 5.1.6", "2020—2025年", "0.5 0.5 0.5 0.5 1 0.5 0.5 0.5 0.5 1"},
	};
	assert_widths(setting_style(), two_glyphs, G_N_ELEMENTS(two_glyphs));
	assert_widths(style_in("楷体"), two_glyphs, G_N_ELEMENTS(two_glyphs));
	assert_widths(style_in("宋体"), one_glyph, G_N_ELEMENTS(one_glyph));
}

static void digits_of_a_han_face_take_half_an_em(void **state)
{
	(void)state;
	static const struct width_case cases[] = {
		{"15835", "共2025年", "1 0.5 0.5 0.5 0.5 1"},
		{"15835", "0123456789", "0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5"},
		{"15835", "１", "1"},
	};
	assert_widths(style_in("宋体"), cases, G_N_ELEMENTS(cases));
	assert_widths(style_in("楷体"), cases, G_N_ELEMENTS(cases));
	assert_widths(style_in("仿宋"), cases, G_N_ELEMENTS(cases));
}

static void digits_of_a_western_face_keep_its_width(void **state)
{
	(void)state;
	static const struct width_case cases[] = {
		{"15835", "共12%", "1 0.5 0.5 0.83"},
		{"CLREQ words", "ab", "0.44 0.5"},
	};
	assert_widths(setting_style(), cases, G_N_ELEMENTS(cases));
}

static void the_gap_between_han_and_latin_is_the_styles(void **state)
{
	(void)state;
	static const struct width_case none[] = {
		{"CLREQ mixed", "共5年", "1 0.5 1"},
	};
	static const struct width_case quarter[] = {
		{"CLREQ mixed", "共5年", "1.25 0.75 1"},
		{"CLREQ mixed", "用A股", "1.25 0.97 1"},
		{"CLREQ mixed", "共5%的", "1.25 0.5 1.08 1"},
		{"CLREQ none by marks", "，5。", "1 0.5 1"},
		{"CLREQ none in brackets", "（5）", "1 0.5 1"},
		{"CLREQ none at spaces", "共 5", "1 0.25 0.5"},
	};
	struct style style = setting_style();
	assert_widths(style, none, G_N_ELEMENTS(none));
	style.latin_space = 0.25;
	assert_widths(style, quarter, G_N_ELEMENTS(quarter));
}

/* The ink of a glyph from the left edge of its cell, points. */
static struct ink_range {
	double start, end;
} ink_of(const struct paragraph *paragraph, int index)
{
	const struct cluster *cluster = &paragraph->clusters[index];
	const struct glyph *glyph = &paragraph->glyphs[cluster->first_glyph];
	hb_glyph_extents_t extents;
	hb_font_get_glyph_extents(cluster->face->hb_font, glyph->id, &extents);
	double size = cluster->style->size;
	double pen = (double)glyph->x_offset * size - (double)cluster->trim_start;
	double units = cluster->face->units_per_em;
	return (struct ink_range){pen + extents.x_bearing / units * size,
		pen + (extents.x_bearing + extents.width) / units * size};
}

/* GB/T 15834-2011 5.1.4: one line, whatever the cell's width. */
static void doubled_dashes_meet(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	static const double pitches[] = {9.8, 10, 11.5};
	for (size_t i = 0; i < G_N_ELEMENTS(pitches); i++) {
		struct style style = setting_style();
		style.pitch = pitches[i];
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, "甲——乙");
		double gap = (double)paragraph->clusters[1].advance +
			     ink_of(paragraph, 2).start - ink_of(paragraph, 1).end;
		assert_true(gap < 0.001);
	}
	setting_destroy(&setting);
}

static void a_half_em_digit_stands_in_the_middle_of_its_cell(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = style_in("楷体");
	const struct paragraph *paragraph = setting_paragraph(&setting, &style, "8");
	struct ink_range ink = ink_of(paragraph, 0);
	assert_true(ink.start > 0 && ink.end < 5);
	assert_true(fabs(ink.start - (5 - ink.end)) < 0.2);
	setting_destroy(&setting);
}

/* What is trimmed of a mark is blank, in every face. */
static void trimming_never_cuts_ink(void **state)
{
	(void)state;
	static const char *const faces[] = {"仿宋", "宋体", "楷体", "粗"};
	struct setting setting = setting_create();
	for (size_t i = 0; i < G_N_ELEMENTS(faces); i++) {
		struct style style = style_in(faces[i]);
		const struct paragraph *paragraph = setting_paragraph(
			&setting, &style, "（《“‘【〔甲〕】’”》），。、；：！？”。，“（");
		for (int k = 0; k < paragraph->cluster_count; k++) {
			const struct cluster *cluster = &paragraph->clusters[k];
			bool opens = cluster->blank > 0 && ink_of(paragraph, k).start > 4;
			double start = opens ? (double)cluster->blank : 0;
			double end = (double)cluster->advance -
				     (opens ? 0 : (double)cluster->blank);
			assert_true(ink_of(paragraph, k).start >= start - 0.01);
			assert_true(ink_of(paragraph, k).end <= end + 0.01);
		}
	}
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mark_alone_is_one_em_wide),
		cmocka_unit_test(two_adjacent_marks_take_one_and_a_half_em),
		cmocka_unit_test(dashes_and_ellipses_take_one_em_a_character),
		cmocka_unit_test(digits_of_a_han_face_take_half_an_em),
		cmocka_unit_test(digits_of_a_western_face_keep_its_width),
		cmocka_unit_test(the_gap_between_han_and_latin_is_the_styles),
		cmocka_unit_test(doubled_dashes_meet),
		cmocka_unit_test(a_half_em_digit_stands_in_the_middle_of_its_cell),
		cmocka_unit_test(trimming_never_cuts_ink),
	};
	return cmocka_run_group_tests_name("widths", tests, NULL, NULL);
}
