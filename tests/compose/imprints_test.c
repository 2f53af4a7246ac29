/* Imprints at the foot of the last even page, and pages that begin odd. A page holds ten
 * rows from 20 to 120. */
#include "build_official.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void an_imprint_stands_on_the_foot_of_the_type_area(void **state)
{
	struct build *build = *state;
	build->text.on_grid = false;
	build_add_lines(build, 11);
	build_give_imprint(build, 2);
	const char *lines = build_lines(build);
	assert_non_null(strstr(lines, "2 10,108.8 印\n2 10,118.8 印\n"));
	assert_string_equal(build_rules(build, 2), "10,100 110,100 2\n"
						   "10,120 110,120 2\n");
}

static void a_document_of_one_page_has_its_imprint_on_the_second(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 1);
	build_give_imprint(build, 1);
	build_expect_marks(build, "行[1]|印[2]");
}

static void an_imprint_fits_under_a_text_that_leaves_half_a_line(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 18);
	build_give_imprint(build, 1);
	build_expect_marks(build, "行行行行行行行行行行[1]|行行行行行行行行印[2]");
}

static void blank_pages_before_it_and_its_own_bear_no_number(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 19);
	build_give_imprint(build, 1);
	build_expect_marks(build, "行行行行行行行行行行[1]|行行行行行行行行行[2]||印");
	const struct pages *pages = build_compose(build);
	const struct page *last = g_ptr_array_index(pages->list, 3);
	assert_int_equal(last->number, 4);
	assert_null(last->label);
}

static void without_the_even_rule_it_stands_where_the_text_ends(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 1);
	build_give_imprint(build, 1);
	build->imprint.even = false;
	build_expect_marks(build, "行印[1]");
}

static void an_imprint_does_not_stand_under_pages_of_another_kind(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 11);
	build_part(build);
	build->master.area.x += 5;
	build_give_imprint(build, 1);
	build->imprint.even = false;
	build_expect_marks(build, "行行行行行行行行行行[1]|行[2]|印[3]");
}

static void seals_keep_the_imprint_off(void **state)
{
	struct build *build = *state;
	build_give_imprint(build, 2);
	build->imprint.even = false;
	build_add_lines(build, 1);
	build_sign(build, SIGNATURE_SEALED, "甲", "一", 80);
	/* The text ends with row 7, the seal within row 10. */
	build_expect_marks(build, "行甲一[1]|印印[2]");
}

static void an_imprint_higher_than_a_page_is_reported(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 1);
	build_give_imprint(build, 11);
	(void)build_compose(build);
	assert_string_equal(build_reports(build),
		"error imprint-too-high 2:1 版记高 39 "
		"毫米，超出版心：它应排在一面之内（GB/T "
		"9704-2012 7.4）\n");
}

static void a_table_is_no_imprint(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	const struct block *table = build_table(build, 0, rows);
	build_add_lines(build, 1);
	build_give_imprint(build, 1);
	build->imprint.blocks = &table;
	build->imprint.block_count = 1;
	build_expect_marks(build, "行[1]");
	assert_string_equal(
		build_reports(build), "error imprint-table 1:1 版记里不能有表格\n");
}

static void a_part_may_begin_on_an_odd_page(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 1);
	build_part(build);
	build_add_lines(build, 1);
	build_part(build)->begins_odd = true;
	build_add_lines(build, 1);
	build_part(build)->begins_odd = true;
	build_expect_marks(build, "行[1]||行[3]||行[5]");
}

static void a_part_that_would_begin_odd_anyway_needs_no_blank_page(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 11);
	build_part(build)->begins_odd = true;
	build_add_lines(build, 1);
	build_part(build)->begins_odd = true;
	build_expect_marks(build, "行行行行行行行行行行[1]|行[2]|行[3]");
}

static void blank_pages_count_to_the_limit(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 19);
	build_give_imprint(build, 1);
	build->limits.pages = 3;
	assert_null(build_compose(build));
	assert_string_equal(
		build_reports(build), "error limit-pages 0:0 文档超过 3 页\n");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, build_begin_official, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_imprint_stands_on_the_foot_of_the_type_area),
		CASE(a_document_of_one_page_has_its_imprint_on_the_second),
		CASE(an_imprint_fits_under_a_text_that_leaves_half_a_line),
		CASE(blank_pages_before_it_and_its_own_bear_no_number),
		CASE(without_the_even_rule_it_stands_where_the_text_ends),
		CASE(an_imprint_does_not_stand_under_pages_of_another_kind),
		CASE(seals_keep_the_imprint_off),
		CASE(an_imprint_higher_than_a_page_is_reported),
		CASE(a_table_is_no_imprint),
		CASE(a_part_may_begin_on_an_odd_page),
		CASE(a_part_that_would_begin_odd_anyway_needs_no_blank_page),
		CASE(blank_pages_count_to_the_limit),
	};
	return cmocka_run_group_tests_name("compose/imprints", tests, NULL, NULL);
}
