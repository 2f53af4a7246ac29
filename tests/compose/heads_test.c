/* What stands at the head of a document: marks, strokes, blocks beside each other and
 * hidden ones; and the first page, which shows body text. */
#include "build_official.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void expect(struct build *build, const char *lines)
{
	assert_string_equal(build_lines(build), lines);
	assert_string_equal(build_reports(build), "");
}

static const struct block *text(struct build *build, const char *string)
{
	return build_block(build, build_string(build, string));
}

/* The face of these tests has no ink: it begins at the baseline. */
static void ink_begins_so_far_below_the_head(void **state)
{
	struct build *build = *state;
	build->text.on_grid = false;
	build_add(build,
		build_manner(build, text(build, "标"),
			(struct block_manner){.has_ink_top = true, .ink_top = 35}));
	build_add_string(build, "号");
	expect(build, "1 10,55 标\n1 10,65 号\n1 100,125 [1]\n");
}

static void ink_begins_lower_where_something_stands_there(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 4);
	build_add(build,
		build_manner(build, text(build, "标"),
			(struct block_manner){.has_ink_top = true, .ink_top = 35}));
	expect(build, "1 10,28.8 行\n1 10,38.8 行\n1 10,48.8 行\n1 10,58.8 行\n"
		      "1 10,68.8 标\n1 100,125 [1]\n");
}

static void what_is_hidden_keeps_its_room(void **state)
{
	struct build *build = *state;
	build_add(build, build_manner(build, text(build, "标"),
				 (struct block_manner){.hidden = true}));
	build_add(build, build_manner(build, build_mark(build, "甲|乙", "文"),
				 (struct block_manner){.hidden = true}));
	build_add(build, build_manner(build, build_stroke(build, 4),
				 (struct block_manner){.hidden = true}));
	build_add_string(build, "号");
	expect(build, "1 10,68.8 号\n1 100,125 [1]\n");
	assert_string_equal(build_rules(build, 1), "");
}

static void a_stroke_lies_so_far_below_the_text(void **state)
{
	struct build *build = *state;
	build_add_string(build, "号");
	build_add(build, build_stroke(build, 4));
	build_add_string(build, "题");
	expect(build, "1 10,28.8 号\n1 10,48.8 题\n1 100,125 [1]\n");
	assert_string_equal(build_rules(build, 1), "10,34 110,34 2\n");
}

static void two_strokes_have_their_gap_between_their_edges(void **state)
{
	struct build *build = *state;
	struct block *block =
		arena_copy(build->arena, build_stroke(build, 4), sizeof *block);
	block->rule.second = 1;
	block->rule.gap = 3;
	block->rule.width = 60;
	build_add(build, block);
	assert_string_equal(build_rules(build, 1), "30,24 90,24 2\n30,28.5 90,28.5 1\n");
}

static void a_block_beside_begins_level_with_the_last_line_above(void **state)
{
	struct build *build = *state;
	struct style narrow = build->text;
	struct text_block names = build_string(build, "甲乙丙丁");
	struct text_run *run = arena_copy(build->arena, names.runs, sizeof *run);
	narrow.start = 80;
	run->style = &narrow;
	names.style = &narrow;
	names.runs = run;
	build_add(build, build_block(build, names));
	build_add(build, build_manner(build, text(build, "号"),
				 (struct block_manner){.beside_above = true}));
	build_add_string(build, "题");
	expect(build, "1 90,28.8 甲乙\n1 90,38.8 丙丁\n1 10,38.8 号\n1 10,48.8 题\n"
		      "1 100,125 [1]\n");
}

/* ---- marks: 7.2.4 ---- */

static void names_stand_in_a_stack_and_the_text_beside_its_middle(void **state)
{
	struct build *build = *state;
	build_add(build, build_mark(build, "甲乙|丙丁|戊己", "文件"));
	build_add_string(build, "号");
	/* 20 + 4 + 20 wide, from 28 on. */
	expect(build, "1 38,28.8 甲乙\n1 38,38.8 丙丁\n1 38,48.8 戊己\n1 62,38.8 文件\n"
		      "1 10,58.8 号\n1 100,125 [1]\n");
}

static void a_stack_of_an_even_number_has_its_middle_between_two(void **state)
{
	struct build *build = *state;
	build_add(build, build_mark(build, "甲乙|丙丁", "文件"));
	expect(build, "1 38,28.8 甲乙\n1 38,38.8 丙丁\n1 62,33.8 文件\n1 100,125 [1]\n");
}

static void a_mark_without_a_text_beside_is_centred_alone(void **state)
{
	struct build *build = *state;
	build_add(build, build_mark(build, "甲乙", ""));
	expect(build, "1 50,28.8 甲乙\n1 100,125 [1]\n");
}

static void the_ink_of_the_first_name_begins_so_far_below_the_head(void **state)
{
	struct build *build = *state;
	build_add(build,
		build_manner(build, build_mark(build, "甲乙|丙丁", ""),
			(struct block_manner){.has_ink_top = true, .ink_top = 35}));
	expect(build, "1 50,55 甲乙\n1 50,65 丙丁\n1 100,125 [1]\n");
}

/* 120 + 4 + 20 wide, into 100: at 100/144 of its size. */
static void a_mark_too_wide_is_set_smaller(void **state)
{
	struct build *build = *state;
	build->text.least_size = 5;
	build_add(build, build_mark(build, "甲乙丙丁戊己庚辛壬癸子丑", "文件"));
	expect(build, "1 10,26.11 甲乙丙丁戊己庚辛壬癸子丑\n1 96.11,26.11 文件\n"
		      "1 100,125 [1]\n");
}

static void a_mark_too_high_is_set_smaller_down_to_the_least_size(void **state)
{
	struct build *build = *state;
	build->text.least_size = 5;
	struct block *half = build_mark(build, "甲乙|丙丁", "");
	half->mark.most_height = 12;
	build_add(build, half);
	struct block *least = build_mark(build, "甲乙|丙丁", "");
	least->mark.most_height = 1;
	build_add(build, least);
	expect(build, "1 54,25.28 甲乙\n1 54,31.28 丙丁\n1 55,36.4 甲乙\n1 55,41.4 丙丁\n"
		      "1 100,125 [1]\n");
}

static void a_line_too_long_is_set_smaller_where_its_style_lets_it(void **state)
{
	struct build *build = *state;
	build->text.on_grid = false;
	build->text.least_size = 8;
	build_add_han(build, 12);
	build_add_han(build, 14);
	/* The second at 8 points still fills more than a line. */
	assert_string_equal(build_lines(build), "1 10,27.33 一丁丂七丄丅丆万丈三上下\n"
						"1 10,35.37 一丁丂七丄丅丆万丈三上下\n"
						"1 10,43.37 丌不\n"
						"1 100,125 [1]\n");
}

/* ---- the first page: 7.3.2, 7.3.3 ---- */

/* Nine rows of addressees and a body; the addressees have a second place. */
static void add_addressees(struct build *build, int rows)
{
	build_add(build,
		build_manner(build, build_block(build, build_han(build, 10 * rows)),
			(struct block_manner){.stand = STANDS_USUALLY}));
	build_add(build, build_manner(build, text(build, "文"),
				 (struct block_manner){.body = true}));
	build_add(build, build_manner(build, text(build, "移"),
				 (struct block_manner){.stand = STANDS_CROWDED}));
}

static void addressees_that_leave_room_for_the_body_stay(void **state)
{
	struct build *build = *state;
	add_addressees(build, 9);
	assert_non_null(strstr(build_lines(build), "1 10,118.8 文\n"));
	assert_null(strstr(build_lines(build), "移"));
	assert_string_equal(build_reports(build), "");
}

static void addressees_that_leave_no_room_stand_elsewhere(void **state)
{
	struct build *build = *state;
	add_addressees(build, 10);
	assert_string_equal(
		build_lines(build), "1 10,28.8 文\n1 10,38.8 移\n1 100,125 [1]\n");
	assert_string_equal(build_reports(build),
		"note first-page-crowded 2:1 "
		"正文原本排不进首页，主送机关已移到版记（GB/T 9704-2012 7.3.2）\n");
}

static void a_first_page_without_body_is_reported(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 10);
	add_addressees(build, 1);
	(void)build_compose(build);
	assert_string_equal(build_reports(build),
		"warning first-page-without-body 12:1 公文首页必须显示正文（GB/T "
		"9704-2012 7.3.3），这里正文排不进首页\n");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, build_begin_official, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(ink_begins_so_far_below_the_head),
		CASE(ink_begins_lower_where_something_stands_there),
		CASE(what_is_hidden_keeps_its_room),
		CASE(a_stroke_lies_so_far_below_the_text),
		CASE(two_strokes_have_their_gap_between_their_edges),
		CASE(a_block_beside_begins_level_with_the_last_line_above),
		CASE(names_stand_in_a_stack_and_the_text_beside_its_middle),
		CASE(a_stack_of_an_even_number_has_its_middle_between_two),
		CASE(a_mark_without_a_text_beside_is_centred_alone),
		CASE(the_ink_of_the_first_name_begins_so_far_below_the_head),
		CASE(a_mark_too_wide_is_set_smaller),
		CASE(a_mark_too_high_is_set_smaller_down_to_the_least_size),
		CASE(a_line_too_long_is_set_smaller_where_its_style_lets_it),
		CASE(addressees_that_leave_room_for_the_body_stay),
		CASE(addressees_that_leave_no_room_stand_elsewhere),
		CASE(a_first_page_without_body_is_reported),
	};
	return cmocka_run_group_tests_name("compose/heads", tests, NULL, NULL);
}
