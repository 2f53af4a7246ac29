/* Boxes to tick: an em each without a face, never parted from their labels. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "setting.h"

static enum run_shape shape_of(const char *at)
{
	static const char *const shown[] = {
		[RUN_BOX] = "□", [RUN_BOX_TICKED] = "☑", [RUN_TICK] = "√"};
	for (int shape = RUN_BOX; shape <= RUN_TICK; shape++) {
		if (strncmp(at, shown[shape], strlen(shown[shape])) == 0) {
			return (enum run_shape)shape;
		}
	}
	return RUN_TEXT;
}

/* A paragraph with a run for each character. */
static const struct paragraph *make(
	struct setting *setting, const struct style *style, const char *text)
{
	int count = (int)g_utf8_strlen(text, -1);
	struct text_run *runs = arena_new_array(setting->arena, struct text_run, count);
	const char *at = text;
	for (int i = 0; i < count; i++) {
		const char *next = g_utf8_next_char(at);
		char *one = g_strndup(at, (gsize)(next - at));
		runs[i] = (struct text_run){
			.passage = passage_plain(arena_copy_string(setting->arena, one),
				(struct place){setting->source, 1, i + 1}),
			.style = style,
			.shape = shape_of(at),
		};
		g_free(one);
		at = next;
	}
	return paragraph_create(
		setting->arena, setting->faces, style, runs, (size_t)count);
}

static void assert_breaks(const char *text, const char *breaks)
{
	struct setting setting = setting_create();
	struct style style = setting_style();
	assert_string_equal(
		setting_breaks(&setting, make(&setting, &style, text)), breaks);
	assert_int_equal(diagnostics_count(setting.diagnostics), 0);
	setting_destroy(&setting);
}

static void a_box_stays_with_the_label_behind_it(void **state)
{
	(void)state;
	assert_breaks("□是", "□是");
	assert_breaks("□是□否", "□是|□否");
	assert_breaks("是否：□是 ☑否", "是|否：|□是 |☑否");
	assert_breaks("☑新增项目　□延续", "☑新|增|项|目　|□延|续");
	assert_breaks("□A类□B类", "□A|类|□B|类");
	assert_breaks("□ 是", "□ 是");
	assert_breaks("（□甲；□乙）", "（□甲；|□乙）");
}

static void a_box_stays_with_the_label_before_it(void **state)
{
	(void)state;
	assert_breaks("是□", "是□");
	assert_breaks("是□　否☑", "是□　|否☑");
	assert_breaks("新增□延续□", "新|增□|延|续□");
	assert_breaks("类型：新增 □；延续 □。", "类|型：|新|增 □；|延|续 □。");
	assert_breaks("A□ B√", "A□ |B√");
}

static void a_box_is_an_em_wide_and_asks_no_face(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.face = style.latin = "楷体"; /* which has no ☑ */
	const struct paragraph *paragraph = make(&setting, &style, "□甲☑√");
	assert_string_equal(setting_widths(&setting, paragraph), "1 1 1 1");
	assert_null(paragraph->clusters[0].face);
	assert_int_equal(paragraph->clusters[2].shape, RUN_BOX_TICKED);
	assert_int_equal(diagnostics_count(setting.diagnostics), 0);
	style.pitch = 16;
	style.size = 14;
	paragraph = make(&setting, &style, "□");
	assert_float_equal(paragraph->edges[1], 16, 1e-6);
	assert_float_equal((double)paragraph->clusters[0].trim_start, -1, 1e-6);
	setting_destroy(&setting);
}

static void a_box_does_not_stand_alone_at_the_end_of_a_line(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.align = ALIGN_START;
	assert_string_equal(
		setting_lines(&setting, make(&setting, &style, "□甲乙□丙丁"), 40),
		"□甲乙|□丙丁");
	assert_string_equal(
		setting_lines(&setting, make(&setting, &style, "甲乙□丙丁□"), 40),
		"甲乙□丙|丁□");
	assert_string_equal(
		setting_lines(&setting, make(&setting, &style, "甲乙□丙丁□"), 20),
		"甲|乙□|丙|丁□");
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_box_stays_with_the_label_behind_it),
		cmocka_unit_test(a_box_stays_with_the_label_before_it),
		cmocka_unit_test(a_box_is_an_em_wide_and_asks_no_face),
		cmocka_unit_test(a_box_does_not_stand_alone_at_the_end_of_a_line),
	};
	return cmocka_run_group_tests_name("text/boxes", tests, NULL, NULL);
}
