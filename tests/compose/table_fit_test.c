/* Tables that are set tighter and smaller until one page holds them, or their words. A
 * page holds ten lines of text; a table's rows are a line each. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum {
	MOST = 40
};

static struct block *make_table(struct build *build, int row_count)
{
	const char *rows[MOST + 1];
	for (int i = 0; i < row_count; i++) {
		rows[i] = "左|右";
	}
	rows[row_count] = NULL;
	struct block *table = build_table(build, 0, rows);
	table->table.fitting.fit_page = true;
	return table;
}

/* The pages, and the size of the last text. */
static void expect(struct build *build, guint page_count, double size)
{
	const struct pages *pages = build_compose(build);
	assert_int_equal(pages->list->len, page_count);
	const struct page *page = g_ptr_array_index(pages->list, page_count - 1);
	double last = 0;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		last = item->kind == ITEM_TEXT ? item->text.size : last;
	}
	assert_true(last == size);
}

static void a_table_that_fits_is_left_alone(void **state)
{
	struct build *build = *state;
	build_add(build, make_table(build, 10));
	expect(build, 1, 10);
	assert_string_equal(build_reports(build), "");
}

static void text_keeps_off_the_rules_beside_it(void **state)
{
	struct build *build = *state;
	build->table.padding_across = 3;
	build->table.padding_down = 3;
	build_add(build, make_table(build, 8));
	const char *lines = build_lines(build);
	assert_string_equal(build_reports(build),
		"note table-fitted 1:1 表格已收紧，内边距减为 33%\n");
	assert_true(g_str_has_prefix(lines, "1 12,29.8 左\n1 62,29.8 右\n"));
}

static void least_heights_of_rows_follow_the_type(void **state)
{
	struct build *build = *state;
	build->table.minimum_row = 12;
	struct block *table = make_table(build, 14);
	table->table.fitting.floor = 6;
	build_add(build, table);
	expect(build, 1, 7);
}

static void padding_gives_way_first(void **state)
{
	struct build *build = *state;
	build->table.padding_down = 3;
	build_add(build, make_table(build, 8));
	expect(build, 1, 10);
	assert_string_equal(build_reports(build),
		"note table-fitted 1:1 表格已收紧，内边距减为 33%\n");
}

static void lines_come_closer_then(void **state)
{
	struct build *build = *state;
	build->text.leading = 14;
	build_add(build, make_table(build, 8));
	expect(build, 1, 10);
	assert_string_equal(build_reports(build),
		"note table-fitted 1:1 "
		"表格已收紧，内边距减为 33%，行距收到最紧\n");
}

static void type_becomes_smaller_last(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, 12);
	table->table.fitting.floor = 7;
	build_add(build, table);
	expect(build, 1, 8);
	assert_string_equal(build_reports(build), "note table-fitted 1:1 "
						  "表格已收紧，字号由 10 磅减为 8 磅\n");
}

static void no_more_is_done_than_need_be_at_a_size(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, 9);
	build->table.padding_down = 3;
	table->table.fitting.floor = 5;
	build_add(build, table);
	expect(build, 1, 9);
	assert_string_equal(build_reports(build),
		"note table-fitted 1:1 "
		"表格已收紧，内边距减为 33%，字号由 10 磅减为 9 磅\n");
}

static void type_is_never_smaller_than_the_floor(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, 20);
	table->table.fitting.floor = 7.75;
	build_add(build, table);
	expect(build, 2, 7.75);
	assert_string_equal(build_reports(build),
		"warning table-not-fitted 1:1 "
		"表格收到 7.75 磅字仍比一页高 19.4 毫米，分页排印\n");
}

static void without_a_floor_type_stays_as_it_is(void **state)
{
	struct build *build = *state;
	build_add(build, make_table(build, 12));
	expect(build, 2, 10);
	assert_string_equal(build_reports(build),
		"warning table-not-fitted 1:1 "
		"表格收到 10 磅字仍比一页高 7.1 毫米，分页排印\n");
}

static void a_fitted_table_begins_a_page_that_holds_it(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 3);
	build_add(build, make_table(build, 8));
	build_expect_marks(build, "行行行|左右左右左右左右左右左右左右左右");
}

static void headings_and_lines_take_their_part_of_the_page(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, 10);
	const char *const below[] = {"注", NULL};
	table->table.fitting.floor = 5;
	table->table.below = build_table_lines(build, below);
	build_add_lines(build, 3);
	build_add_heading(build, "题");
	build_add(build, table);
	expect(build, 2, 8);
	build_expect_marks(build, "行行行|题左右左右左右左右左右左右左右左右左右左右注");
}

static void a_table_too_wide_for_its_words_is_set_smaller(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"abcdefg|hijklm", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_column columns[] = {
		{.kind = COLUMN_CONTENT}, {.kind = COLUMN_CONTENT}};
	table->table.columns = columns;
	table->table.fitting.floor = 6;
	build_add(build, table);
	expect(build, 1, 7.5);
	assert_string_equal(build_reports(build),
		"note table-fitted 1:1 "
		"表格已收紧，字号由 10 磅减为 7.5 磅\n");
}

static void tables_in_cells_shrink_with_their_table(void **state)
{
	struct build *build = *state;
	struct block *inner = make_table(build, 12);
	inner->table.fitting.fit_page = false;
	struct block *outer = make_table(build, 1);
	struct table_cell cells[] = {outer->table.cells[0], outer->table.cells[1]};
	const struct block *blocks[] = {inner};
	cells[1].blocks = blocks;
	outer->table.cells = cells;
	outer->table.fitting.floor = 5;
	build_add(build, outer);
	expect(build, 1, 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_table_that_fits_is_left_alone, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			text_keeps_off_the_rules_beside_it, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(least_heights_of_rows_follow_the_type,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			padding_gives_way_first, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			lines_come_closer_then, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			type_becomes_smaller_last, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(no_more_is_done_than_need_be_at_a_size,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(type_is_never_smaller_than_the_floor,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			without_a_floor_type_stays_as_it_is, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_fitted_table_begins_a_page_that_holds_it, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(
			headings_and_lines_take_their_part_of_the_page, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(
			a_table_too_wide_for_its_words_is_set_smaller, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(tables_in_cells_shrink_with_their_table,
			build_begin_bare, build_end),
	};
	return cmocka_run_group_tests_name("compose/table fit", tests, NULL, NULL);
}
