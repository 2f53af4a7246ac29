/* What stays together: headings with their text, groups. A page holds ten lines. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_heading_moves_with_the_first_lines_of_its_text(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 8);
	build_add_heading(build, "标");
	build_add_han(build, 40);
	build_expect_marks(build, "行行行行行行行行|标一上且丞");
}

static void a_heading_stays_where_two_lines_fit_below_it(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 7);
	build_add_heading(build, "标");
	build_add_han(build, 40);
	build_expect_marks(build, "行行行行行行行标一上|且丞");
}

static void a_chain_of_headings_moves_as_one(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 7);
	build_add_heading(build, "甲");
	build_add_heading(build, "乙");
	build_add_han(build, 40);
	build_expect_marks(build, "行行行行行行行|甲乙一上且丞");
}

static void of_a_chain_longer_than_a_page_the_last_ones_stay_with_the_text(void **state)
{
	struct build *build = *state;
	for (int i = 0; i < 12; i++) {
		build_add_heading(build, "标");
	}
	build_add_lines(build, 1);
	build_expect_marks(build, "标标标|标标标标标标标标标行");
}

static void a_heading_may_end_the_document(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 10);
	build_add_heading(build, "标");
	build_expect_marks(build, "行行行行行行行行行行|标");
}

static void a_heading_stays_with_the_head_and_first_row_of_a_table(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头|头", "甲|乙", "丙|丁", NULL};
	build_add_lines(build, 7);
	build_add_heading(build, "标");
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行行|标头头甲乙丙丁");
}

static void a_heading_does_not_stay_with_a_head_and_a_single_row(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "甲", "乙", "丙", NULL};
	build_rules_weigh(build, 0, 0);
	build_add_lines(build, 7);
	build_add_heading(build, "标");
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行行|标头甲乙丙");
}

static void a_heading_stays_with_a_head_and_two_rows(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "甲", "乙", "丙", "丁", NULL};
	build_rules_weigh(build, 0, 0);
	build_add_lines(build, 6);
	build_add_heading(build, "标");
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行标头甲乙|[头]丙丁");
}

static const struct block *group_of(struct build *build, int lines)
{
	const struct block *blocks[16];
	for (int i = 0; i < lines; i++) {
		blocks[i] = build_block(build, build_string(build, "组"));
	}
	return build_group(build, blocks, (size_t)lines);
}

static void a_group_moves_to_a_page_that_holds_it(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 6);
	build_add(build, group_of(build, 5));
	build_add_lines(build, 1);
	build_expect_marks(build, "行行行行行行|组组组组组行");
}

static void a_group_larger_than_a_page_begins_where_it_is(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 6);
	build_add(build, group_of(build, 11));
	build_expect_marks(build, "行行行行行行组组组组|组组组组组组组");
}

static void a_long_paragraph_in_a_group_is_not_parted(void **state)
{
	struct build *build = *state;
	const struct block *blocks[] = {build_block(build, build_han(build, 60))};
	build_add_lines(build, 5);
	build_add(build, build_group(build, blocks, 1));
	build_expect_marks(build, "行行行行行|一上且丞丨串");
}

static void a_heading_keeps_its_text_where_its_group_is_too_large(void **state)
{
	struct build *build = *state;
	const struct block *blocks[12];
	for (int i = 0; i < 12; i++) {
		struct text_block text = build_string(build, i == 3 ? "标" : "组");
		text.style = i == 3 ? &build->heading : &build->text;
		blocks[i] = build_block(build, text);
	}
	build_add_lines(build, 6);
	build_add(build, build_group(build, blocks, 12));
	build_expect_marks(build, "行行行行行行组组组|标组组组组组组组组");
}

static void a_group_of_groups_is_one(void **state)
{
	struct build *build = *state;
	const struct block *inner[] = {group_of(build, 2), group_of(build, 3)};
	build_add_lines(build, 6);
	build_add(build, build_group(build, inner, 2));
	build_add(build, group_of(build, 5));
	build_expect_marks(build, "行行行行行行|组组组组组组组组组组");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_heading_moves_with_the_first_lines_of_its_text),
		TEST(a_heading_stays_where_two_lines_fit_below_it),
		TEST(a_chain_of_headings_moves_as_one),
		TEST(of_a_chain_longer_than_a_page_the_last_ones_stay_with_the_text),
		TEST(a_heading_may_end_the_document),
		TEST(a_heading_stays_with_the_head_and_first_row_of_a_table),
		TEST(a_heading_does_not_stay_with_a_head_and_a_single_row),
		TEST(a_heading_stays_with_a_head_and_two_rows),
		TEST(a_group_moves_to_a_page_that_holds_it),
		TEST(a_group_larger_than_a_page_begins_where_it_is),
		TEST(a_long_paragraph_in_a_group_is_not_parted),
		TEST(a_heading_keeps_its_text_where_its_group_is_too_large),
		TEST(a_group_of_groups_is_one),
	};
	return cmocka_run_group_tests_name("compose/keeps", tests, NULL, NULL);
}
