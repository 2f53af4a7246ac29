/* Words of titles: lines break between them (GB/T 9704-2012 7.3.1). A bar is a break, a
 * low line one that is discouraged. */
#include "setting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static char *breaks(struct setting *setting, bool balanced, const char *text)
{
	struct style style = setting_style();
	style.balanced = balanced;
	return setting_breaks(setting, setting_paragraph(setting, &style, text));
}

static void expect(const char *text, const char *expected)
{
	struct setting setting = setting_create();
	char *found = breaks(&setting, true, text);
	assert_string_equal(found, expected);
	setting_destroy(&setting);
}

static void words_of_a_title_are_kept_whole(void **state)
{
	(void)state;
	expect("绩效管理工作通知", "绩_效|管_理|工_作|通_知");
}

static void words_that_join_may_begin_a_line_but_not_trail(void **state)
{
	(void)state;
	expect("计划和总结", "计_划|和|总_结");
	expect("年度的工作", "年_度_的|工_作");
}

static void unknown_names_are_kept_together(void **state)
{
	(void)state;
	expect("霁澜", "霁_澜");
}

static void running_text_is_left_alone(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	char *found = breaks(&setting, false, "绩效管理");
	assert_string_equal(found, "绩|效|管|理");
	setting_destroy(&setting);
}

static void places_behind_characters_beyond_the_first_plane_are_right(void **state)
{
	(void)state;
	expect("𠀀管理工作", "𠀀|管_理|工_作");
}

static void nothing_becomes_a_break_that_was_none(void **state)
{
	(void)state;
	expect("《绩效》，2021", "《绩_效》，|2021");
}

static void a_title_breaks_between_words(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.balanced = true;
	style.align = ALIGN_CENTRE;
	const struct paragraph *title = setting_paragraph(
		&setting, &style, "关于做好年度部门绩效目标申报和审核工作的通知");
	char *lines = setting_lines(&setting, title, 150);
	assert_string_equal(lines, "关于做好年度部门绩效目标|申报和审核工作的通知");
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_title_are_kept_whole),
		cmocka_unit_test(words_that_join_may_begin_a_line_but_not_trail),
		cmocka_unit_test(unknown_names_are_kept_together),
		cmocka_unit_test(running_text_is_left_alone),
		cmocka_unit_test(
			places_behind_characters_beyond_the_first_plane_are_right),
		cmocka_unit_test(nothing_becomes_a_break_that_was_none),
		cmocka_unit_test(a_title_breaks_between_words),
	};
	return cmocka_run_group_tests_name("text/words", tests, NULL, NULL);
}
