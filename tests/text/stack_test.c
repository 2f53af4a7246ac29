/* Upright text, a character a line, and what stands behind a tab: 10 pt a character. */
#include "constructs.h"

static struct style stacked_style(void)
{
	struct style style = setting_style();
	style.stacked = true;
	return style;
}

static void a_stack_has_a_character_a_line_in_the_middle(void **state)
{
	(void)state;
	assert_marked(stacked_style(), "年度目标", 20, "5 年|5 度|5 目|5 标");
}

static void short_western_text_stays_together(void **state)
{
	(void)state;
	assert_marked(
		stacked_style(), "第12条1)项5%", 20, "5 第|5 12|5 条|6 1)|5 项|3 5%");
}

static void three_characters_at_most_stay_together(void **state)
{
	(void)state;
	assert_marked(stacked_style(), "约100个", 20, "5 约|3 100|5 个");
	assert_marked(stacked_style(), "2016年", 20, "8 2|8 0|8 1|8 6|5 年");
	assert_marked(stacked_style(), "１２３", 20, "5 １|5 ２|5 ３");
}

static void what_is_wider_than_the_cell_comes_apart(void **state)
{
	(void)state;
	assert_marked(stacked_style(), "约100个", 12, "1 约|4 1|4 0|4 0|1 个");
}

static void spaces_take_no_line_and_blanks_do(void **state)
{
	(void)state;
	assert_marked(stacked_style(), " 甲 乙 ", 10, "0   0 甲 |0 乙 ");
	assert_marked(stacked_style(), "甲　乙", 10, "0 甲|0 　|0 乙");
	assert_marked(stacked_style(), "", 10, "");
}

static void a_stack_knows_no_indents_but_those_of_all_lines(void **state)
{
	(void)state;
	struct style style = stacked_style();
	style.indent = 20;
	style.start = 4;
	style.end = 2;
	style.align = ALIGN_END;
	assert_marked(style, "甲|乙\t丙", 26, "9 甲|9 乙\t|9 丙");
}

static void a_stack_is_an_em_wide(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = stacked_style();
	const struct paragraph *han =
		marked_paragraph(&setting, &style, "年度目标1（二）");
	assert_float_equal(paragraph_widest(han), 10, 1e-6);
	assert_float_equal(paragraph_narrowest(han), 10, 1e-6);
	const struct paragraph *number = marked_paragraph(&setting, &style, "约100个");
	assert_float_equal(paragraph_widest(number), 15, 1e-6);
	const struct paragraph *empty = marked_paragraph(&setting, &style, "");
	assert_float_equal(paragraph_widest(empty), 10, 1e-6);
	setting_destroy(&setting);
}

static void brackets_are_turned_in_a_stack(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	struct style upright = stacked_style();
	const struct paragraph *flat = marked_paragraph(&setting, &style, "甲（乙）");
	const struct paragraph *stack = marked_paragraph(&setting, &upright, "甲（乙）");
	assert_int_equal(flat->glyphs[0].id, stack->glyphs[0].id);
	assert_int_not_equal(flat->glyphs[1].id, stack->glyphs[1].id);
	assert_int_not_equal(flat->glyphs[3].id, stack->glyphs[3].id);
	setting_destroy(&setting);
}

/* ---- tabs ---- */

static void what_follows_a_tab_stands_at_the_right_edge(void **state)
{
	(void)state;
	assert_marked(setting_style(), "一、使命\t15", 100, "0 一、使命\t 90 15");
	struct style style = setting_style();
	style.indent = 20;
	style.end = 10;
	style.align = ALIGN_CENTRE;
	assert_marked(style, "使命\t15", 100, "20 使命\t 80 15");
}

static void what_stands_before_a_tab_may_take_several_lines(void **state)
{
	(void)state;
	assert_marked(setting_style(), "一二三四五六七\t甲", 55,
		"0 一 11 二 23 三 34 四 45 五|0 六七\t 45 甲");
}

static void a_tab_leaves_an_em_of_room_or_takes_a_further_line(void **state)
{
	(void)state;
	assert_marked(setting_style(), "一二三\t甲乙", 60, "0 一二三\t 40 甲乙");
	assert_marked(setting_style(), "一二三\t甲乙", 59, "0 一二三|0 \t 39 甲乙");
	struct style style = setting_style();
	style.indent = 20;
	assert_marked(style, "|一二三\t甲乙", 59, "20 一二三|20 \t 39 甲乙");
}

static void what_follows_a_tab_is_never_broken(void **state)
{
	(void)state;
	assert_marked(setting_style(), "一\t甲乙丙丁", 50, "0 一|0 \t 10 甲乙丙丁");
	/* Where it cannot stand on a line of its own the tab is a space. */
	assert_marked(setting_style(), "一\t甲乙丙丁", 42, "0 一\t 15 甲 32 乙|0 丙丁");
}

static void a_tab_may_stand_at_either_end(void **state)
{
	(void)state;
	assert_marked(setting_style(), "\t甲", 50, "0 \t 40 甲");
	assert_marked(setting_style(), "签名：\t", 50, "0 签名：\t");
}

static void only_the_last_tab_is_one(void **state)
{
	(void)state;
	assert_marked(setting_style(), "甲\t乙\t丙", 60, "0 甲\t乙\t 50 丙");
}

static void the_widths_of_a_tab_are_those_of_its_parts(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct style style = setting_style();
	style.start = 5;
	const struct paragraph *blank =
		marked_paragraph(&setting, &style, "一二三\t甲乙");
	assert_float_equal(paragraph_widest(blank), 65, 1e-6);
	assert_float_equal(paragraph_narrowest(blank), 35, 1e-6);
	/* A quarter of an em on either side, and two dots of an em each. */
	style.leader = "…";
	const struct paragraph *dots = marked_paragraph(&setting, &style, "一二三\t甲乙");
	assert_float_equal(paragraph_widest(dots), 80, 1e-6);
	assert_float_equal(paragraph_narrowest(dots), 50, 1e-6);
	assert_int_equal(dots->tab.leader->cluster_count, 1);
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stack_has_a_character_a_line_in_the_middle),
		cmocka_unit_test(short_western_text_stays_together),
		cmocka_unit_test(three_characters_at_most_stay_together),
		cmocka_unit_test(what_is_wider_than_the_cell_comes_apart),
		cmocka_unit_test(spaces_take_no_line_and_blanks_do),
		cmocka_unit_test(a_stack_knows_no_indents_but_those_of_all_lines),
		cmocka_unit_test(a_stack_is_an_em_wide),
		cmocka_unit_test(brackets_are_turned_in_a_stack),
		cmocka_unit_test(what_follows_a_tab_stands_at_the_right_edge),
		cmocka_unit_test(what_stands_before_a_tab_may_take_several_lines),
		cmocka_unit_test(a_tab_leaves_an_em_of_room_or_takes_a_further_line),
		cmocka_unit_test(what_follows_a_tab_is_never_broken),
		cmocka_unit_test(a_tab_may_stand_at_either_end),
		cmocka_unit_test(only_the_last_tab_is_one),
		cmocka_unit_test(the_widths_of_a_tab_are_those_of_its_parts),
	};
	return cmocka_run_group_tests_name("text/stack", tests, NULL, NULL);
}
