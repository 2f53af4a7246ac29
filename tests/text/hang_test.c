/* Turnover under a character of the first line, and text that is spread: 10 pt a
 * character. */
#include "constructs.h"

static void lines_begin_under_what_follows_the_mark(void **state)
{
	(void)state;
	assert_marked(setting_style(), "抄送：|甲乙丙丁戊己庚", 70,
		"0 抄送：甲乙丙丁|30 戊己庚");
}

static void the_first_lines_indent_counts_and_the_others_do_not(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.indent = 20;
	style.start = 10;
	style.end = 5;
	assert_marked(style, "1. |甲乙丙丁戊己", 85, "30 1. 甲乙丙丁|40 戊己");
}

static void what_stands_before_the_mark_is_not_stretched(void **state)
{
	(void)state;
	/* 8 cells for 86: the slack of 6 goes to the four gaps behind the hanging
	 * character, so that it stands where the next line begins. */
	assert_marked(setting_style(), "抄送：|一二三四五（六七", 86,
		"0 抄送：一 42 二 53 三 65 四 76 五|25 （六七");
	assert_marked(setting_style(), "抄 送：|一二三四五（六七", 78,
		"0 抄 送：一 44 二 56 三 68 四|33 五（六七");
}

static void spaces_behind_the_mark_are_no_characters(void **state)
{
	(void)state;
	assert_marked(setting_style(), "甲：|  乙丙丁戊己", 55, "0 甲：  乙丙丁|25 戊己");
}

static void a_mark_at_either_end_means_the_indent_or_nothing(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.indent = 20;
	assert_marked(style, "|甲乙丙丁", 40, "20 甲乙|20 丙丁");
	assert_marked(style, "甲乙丙丁|", 40, "20 甲乙|0 丙丁");
	assert_marked(style, "甲乙丙丁| ", 40, "20 甲乙|0 丙丁 ");
	assert_marked(style, "|", 40, "");
}

static void a_narrow_measure_turns_over_to_the_start(void **state)
{
	(void)state;
	/* Two characters must have room behind the label, */
	assert_marked(setting_style(), "抄送：|甲乙丙丁", 50, "0 抄送：甲乙|30 丙丁");
	assert_marked(setting_style(), "抄送：|甲乙丙丁", 48, "0 抄送： 28 甲乙|0 丙丁");
	/* and its widest word. */
	assert_marked(setting_style(), "抄送：|甲1234567890乙", 80,
		"0 抄送：甲|30 1234567890|30 乙");
	assert_marked(setting_style(), "抄送：|甲1234567890乙", 76,
		"0 抄 28 送： 66 甲|0 1234567890乙");
}

static void centred_lines_do_not_hang(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.align = ALIGN_CENTRE;
	assert_marked(style, "抄送：|甲乙丙丁戊己庚", 70, "0 抄送：甲乙丙丁|20 戊己庚");
}

static void slack_goes_between_the_characters_of_a_spread_run(void **state)
{
	(void)state;
	assert_marked(setting_style(), "<3:组长>：甲", 100, "0 组长：甲");
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph =
		marked_paragraph(&setting, &style, "<4:甲乙丙>丁");
	assert_float_equal(paragraph->edges[1], 15, 1e-6);
	assert_float_equal(paragraph->edges[2], 30, 1e-6);
	assert_float_equal(paragraph->edges[3], 40, 1e-6);
	assert_float_equal(paragraph_widest(paragraph), 50, 1e-6);
	setting_destroy(&setting);
}

static void a_run_wider_than_its_spread_stays_as_it_is(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	const struct paragraph *paragraph =
		marked_paragraph(&setting, &style, "<3:副组长级>：");
	assert_float_equal(paragraph_widest(paragraph), 50, 1e-6);
	assert_float_equal(paragraph->edges[1], 10, 1e-6);
	setting_destroy(&setting);
}

static void a_spread_run_is_never_broken_or_stretched(void **state)
{
	(void)state;
	assert_marked(setting_style(), "一二<3:甲乙>三四五", 50, "0 一二甲乙|0 三四五");
}

static void a_unit_keeps_to_its_number(void **state)
{
	(void)state;
	struct style style = setting_style();
	style.align = ALIGN_START;
	assert_marked(style, "资金2005万元", 45, "0 资金2005|0 万元");
	assert_marked(style, "资金2005~万元", 45, "0 资金|0 2005万元");
	assert_marked(style, "总额是20~千人次", 65, "0 总额是|0 20千人次");
	/* There is nothing that the first run could stay with. */
	assert_marked(style, "~甲乙丙", 20, "0 甲乙|0 丙");
}

static void letters_are_not_drawn_apart(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	/* four digits of half an em: what is left of four em stands behind them */
	const struct paragraph *paragraph =
		marked_paragraph(&setting, &style, "<4:1 11>甲");
	assert_float_equal(paragraph->edges[1], 5, 1e-6);
	assert_float_equal(paragraph->edges[4], 40, 1e-6);
	assert_marked(setting_style(), "甲<3:1 1>乙", 30, "0 甲|0 1 1|0 乙");
	setting_destroy(&setting);
}

static void names_stand_in_columns(void **state)
{
	(void)state;
	/* Columns of 3 em and a gap of 1; a name of four takes two. */
	static const char names[] =
		"<3:组员>：|<3:甲甲甲><1/4: ><3:乙乙><1/4: ><3:丙丙丙丙>"
		"<1/4: ><3:丁丁丁><1/4: ><3:戊>";
	struct style style = setting_style();
	style.align = ALIGN_START;
	assert_marked(style, names, 270, "0 组员：甲甲甲 乙乙 丙丙丙丙 丁丁丁 戊");
	assert_marked(style, names, 269, "0 组员：甲甲甲 乙乙 丙丙丙丙 丁丁丁 |40 戊");
	assert_marked(style, names, 160, "0 组员：甲甲甲 乙乙 丙丙丙丙 |40 丁丁丁 戊");
	assert_marked(
		style, names, 159, "0 组员：甲甲甲 乙乙 |40 丙丙丙丙 丁丁丁 |40 戊");
	struct setting setting = setting_create();
	const struct paragraph *paragraph = marked_paragraph(
		&setting, &style, "<3:丙丙丙丙><1/4: ><3:丁丁><1/4: ><3:戊>");
	assert_float_equal(paragraph->edges[5], 80, 1e-6);
	assert_float_equal(paragraph->edges[6], 100, 1e-6);
	assert_float_equal(paragraph->edges[8], 120, 1e-6);
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_begin_under_what_follows_the_mark),
		cmocka_unit_test(the_first_lines_indent_counts_and_the_others_do_not),
		cmocka_unit_test(what_stands_before_the_mark_is_not_stretched),
		cmocka_unit_test(spaces_behind_the_mark_are_no_characters),
		cmocka_unit_test(a_mark_at_either_end_means_the_indent_or_nothing),
		cmocka_unit_test(a_narrow_measure_turns_over_to_the_start),
		cmocka_unit_test(centred_lines_do_not_hang),
		cmocka_unit_test(slack_goes_between_the_characters_of_a_spread_run),
		cmocka_unit_test(a_run_wider_than_its_spread_stays_as_it_is),
		cmocka_unit_test(a_spread_run_is_never_broken_or_stretched),
		cmocka_unit_test(a_unit_keeps_to_its_number),
		cmocka_unit_test(letters_are_not_drawn_apart),
		cmocka_unit_test(names_stand_in_columns),
	};
	return cmocka_run_group_tests_name("text/hang", tests, NULL, NULL);
}
