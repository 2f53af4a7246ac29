/* Copies of one document: what is added, and that nothing else changes. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* ---- margins ---- */

static void two_pages(struct build *build)
{
	build->master.area.x = 15;
	build->master.area.y = 25;
	build_add_string(build, "甲");
	build_add(build, build_break(build));
	build_add_string(build, "乙");
}

static void a_filing_copy_has_the_bound_edge_on_both_sides(void **state)
{
	struct build *build = *state;
	two_pages(build);
	build->manner.margins = MARGINS_MIRRORED;
	assert_string_equal(build_lines(build), "1 15,33.8 甲\n"
						"2 5,33.8 乙\n");
}

static void a_page_that_is_bound_at_its_head_is_mirrored_upside_down(void **state)
{
	struct build *build = *state;
	two_pages(build);
	build->master.binding = BOUND_TOP;
	build->manner.margins = MARGINS_MIRRORED;
	assert_string_equal(build_lines(build), "1 15,33.8 甲\n"
						"2 15,23.8 乙\n");
}

static void a_submission_is_printed_on_one_side_whatever_the_layout_says(void **state)
{
	struct build *build = *state;
	two_pages(build);
	build->master.mirrored = true;
	build->manner.margins = MARGINS_SINGLE;
	assert_string_equal(build_lines(build), "1 15,33.8 甲\n"
						"2 15,33.8 乙\n");
}

/* ---- marks of drafts ---- */

static const struct text_block *watermark(
	struct build *build, const char *text, double least)
{
	struct style *style = arena_new(build->arena, struct style);
	*style = (struct style){.size = 20,
		.pitch = 20,
		.leading = 20,
		.least_size = least,
		.align = ALIGN_START,
		.colour = {0.9, 0.9, 0.9}};
	struct text_block *block = arena_new(build->arena, struct text_block);
	*block = build_string(build, text);
	struct text_run *run = arena_copy(build->arena, block->runs, sizeof *run);
	run->style = style;
	block->runs = run;
	block->style = style;
	return block;
}

/* Across a sheet 120 wide a line may be 0.8 x 120 x 1.414 = 135.8 long, from (12, 118) to
 * (108, 22); its em box is centred on that: the baseline lies 0.38 x 20 = 7.6 below,
 * which is 5.37 to the right and down. */
static void a_watermark_rises_under_all_that_stands_on_the_page(void **state)
{
	struct build *build = *state;
	build_add_string(build, "甲");
	build->copies.watermark = watermark(build, "草稿", 0);
	build->manner.draft_marks = true;
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1\n"
		"text 17.37 123.37 plain 20.00 rising colour 0.90 0.90 0.90 artifact "
		"background \"草稿\"\n"
		"text 10.00 28.80 plain 10.00 Document/P \"甲\"\n"
		"metadata language \"zh-CN\"\n");
}

static void a_long_watermark_is_set_smaller(void **state)
{
	struct build *build = *state;
	build_add_string(build, "甲");
	build->copies.watermark = watermark(build, "供讨论的第三次修改稿", 5);
	build->manner.draft_marks = true;
	/* 10 characters in 135.76: 13.58 each. */
	assert_non_null(strstr(build_dump(build), " plain 13.58 rising "));
}

static void other_copies_have_no_marks_of_drafts(void **state)
{
	struct build *build = *state;
	struct page_field label = {
		.text = "草稿", .style = &build->text, .on_first = true, .top = 5};
	build_add_string(build, "甲");
	build->copies.watermark = watermark(build, "草稿", 0);
	build->copies.label = &label;
	build->copies.stamp = (struct filing_stamp){.width = 45, .height = 16, .top = 2};
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n");
}

static void the_stage_stands_at_the_head_of_the_first_page_only(void **state)
{
	struct build *build = *state;
	struct page_field label = {.text = "草稿",
		.style = &build->text,
		.side = SIDE_RIGHT,
		.on_first = true,
		.first_only = true,
		.top = 5};
	two_pages(build);
	build->copies.label = &label;
	build->manner.draft_marks = true;
	/* The plain face has no ink: the baseline stands where its top would. */
	assert_string_equal(build_lines(build), "1 15,33.8 甲\n"
						"1 95,5 [草稿]\n"
						"2 15,33.8 乙\n");
	label.first_only = false;
	assert_string_equal(build_lines(build), "1 15,33.8 甲\n"
						"1 95,5 [草稿]\n"
						"2 15,33.8 乙\n"
						"2 95,5 [草稿]\n");
}

/* ---- filing ---- */

static void the_place_of_the_stamp_is_told_to_who_cannot_see_it(void **state)
{
	struct build *build = *state;
	build_add_string(build, "甲");
	build->copies.stamp = (struct filing_stamp){
		.width = 40, .height = 10, .top = 5, .outline = {1, 0.5, 0.5}};
	build->manner.filing_stamp = true;
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1\n"
		"text 10.00 28.80 plain 10.00 Document/P \"甲\"\n"
		"path 40.00 5.00 80.00 5.00 80.00 15.00 40.00 15.00 closed width 0.50 "
		"colour 1.00 0.50 0.50 Document/Figure\n"
		"structure Document/Figure alternative "
		"\"归档章的位置，宽14毫米，高4毫米\"\n"
		"metadata language \"zh-CN\"\n");
}

/* The pages of a dump: their lines without what stands on them. */
static const char *page_lines(struct build *build)
{
	GString *lines = arena_text(build->arena);
	char **all = g_strsplit(build_dump(build), "\n", -1);
	for (char **line = all; *line; line++) {
		if (g_str_has_prefix(*line, "page ")) {
			g_string_append_printf(lines, "%s\n", *line);
		}
	}
	g_strfreev(all);
	return lines->str;
}

static void an_odd_last_page_gets_a_back_without_a_number(void **state)
{
	struct build *build = *state;
	struct page_field field = {
		.text = "{page}/{pages}", .style = &build->text, .on_first = true};
	build->master.fields = &field;
	build->master.field_count = 1;
	build_add_string(build, "甲");
	build->manner.whole_sheets = true;
	assert_string_equal(page_lines(build),
		"page 1 120.00 140.00 number 1 label \"1\"\n"
		"page 2 120.00 140.00\n");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n1 10,120 [1/1]\n");
}

/* A larger leaf between two pages has a back of its own, and the page behind it a front;
 * one that lies across is the same paper. */
static void both_sides_of_a_leaf_are_of_one_size(void **state)
{
	struct build *build = *state;
	build_add_string(build, "甲");
	build_part(build);
	build->master.width = 140;
	build->master.height = 120;
	build_add_string(build, "乙");
	build_part(build);
	build->master.width = 240;
	build->master.height = 140;
	build_add_string(build, "丙");
	build_part(build);
	build->master.width = 120;
	build_add_string(build, "丁");
	build_part(build);
	build->manner.whole_sheets = true;
	assert_string_equal(page_lines(build), "page 1 120.00 140.00 number 1\n"
					       "page 2 140.00 120.00 number 2\n"
					       "page 3 240.00 140.00 number 3\n"
					       "page 4 240.00 140.00\n"
					       "page 5 120.00 140.00\n"
					       "page 6 120.00 140.00 number 4\n");
}

static void bookmarks_lead_past_the_backs_that_were_added(void **state)
{
	struct build *build = *state;
	build_add_string(build, "甲");
	build_part(build);
	build->master.width = 240;
	struct text_block heading = build_string(build, "乙");
	heading.outline = "乙";
	heading.outline_level = 1;
	build_add(build, build_block(build, heading));
	build->manner.whole_sheets = true;
	assert_non_null(strstr(build_dump(build), "destination \".1\" page 4 "));
}

/* ---- strokes on the sheet ---- */

static void a_fixed_stroke_takes_no_room(void **state)
{
	struct build *build = *state;
	const struct block rule = {.kind = BLOCK_RULE,
		.rule = {.weight = 1, .second = 2, .gap = 1, .width = 120, .fixed = 130}};
	build_add(build, &rule);
	build_add_string(build, "甲");
	build_add(build, &rule);
	build_add_string(build, "乙");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n1 10,38.8 乙\n");
	assert_string_equal(build_rules(build, 1), "0,130 120,130 1\n"
						   "0,132.5 120,132.5 2\n"
						   "0,130 120,130 1\n"
						   "0,132.5 120,132.5 2\n");
}

static void ink_may_begin_above_the_type_area(void **state)
{
	struct build *build = *state;
	static const struct block_manner above = {.has_ink_top = true, .ink_top = -7};
	struct block mark = *build_block(build, build_string(build, "甲"));
	mark.manner = &above;
	build_add(build, &mark);
	build_add_string(build, "乙");
	/* Without ink the baseline counts: at 20 - 7, and a line below it. */
	assert_string_equal(build_lines(build), "1 10,13 甲\n1 10,23 乙\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_filing_copy_has_the_bound_edge_on_both_sides),
		TEST(a_page_that_is_bound_at_its_head_is_mirrored_upside_down),
		TEST(a_submission_is_printed_on_one_side_whatever_the_layout_says),
		TEST(a_watermark_rises_under_all_that_stands_on_the_page),
		TEST(a_long_watermark_is_set_smaller),
		TEST(other_copies_have_no_marks_of_drafts),
		TEST(the_stage_stands_at_the_head_of_the_first_page_only),
		TEST(the_place_of_the_stamp_is_told_to_who_cannot_see_it),
		TEST(an_odd_last_page_gets_a_back_without_a_number),
		TEST(both_sides_of_a_leaf_are_of_one_size),
		TEST(bookmarks_lead_past_the_backs_that_were_added),
		TEST(a_fixed_stroke_takes_no_room),
		TEST(ink_may_begin_above_the_type_area),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
