/* Sums at the foot of pages, and what is brought forward. A page holds ten rows of a
 * table without rules. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROWS = 14
};

/* What the tests differ in. */
struct summed {
	struct build *build;
	struct block *table;
	struct page_sums sums;
	struct page_sum sum;
	struct decimal values[ROWS];
};

static struct decimal amount(const char *text)
{
	struct decimal decimal = {0};
	size_t read;
	assert_true(decimal_parse(text, &decimal, &read));
	return decimal;
}

/* A head and rows of an amount each: 1.5 */
static void begin(struct summed *summed, struct build *build)
{
	const char *rows[ROWS + 2] = {"头|头"};
	for (int i = 0; i < ROWS; i++) {
		rows[i + 1] = "甲|一";
		summed->values[i] = amount("1.5");
	}
	rows[ROWS + 1] = NULL;
	summed->build = build;
	summed->table = build_table(build, 1, rows);
	summed->sum = (struct page_sum){
		.column = 1, .style = &build->text, .values = summed->values};
	summed->sums = (struct page_sums){
		.page = "页",
		.forward = "过",
		.brought = "承",
		.label_column = 0,
		.label_span = 1,
		.label_style = &build->text,
		.sums = &summed->sum,
		.sum_count = 1,
	};
	summed->table->table.page_sums = &summed->sums;
}

/* The artifacts of all pages, pages parted by bars. */
static const char *added_texts(struct build *build)
{
	const struct pages *pages = build_compose(build);
	GString *out = arena_text(build->arena);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		g_string_append(out, i > 0 ? "| " : "");
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind == ITEM_TEXT &&
				item->artifact == ARTIFACT_PAGINATION) {
				g_string_append_printf(out, "%s ", item->text.text);
			}
		}
	}
	return out->str;
}

static void pages_carry_their_sums_forward(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	build_add(summed.build, summed.table);
	assert_string_equal(added_texts(summed.build), "页 10.5 过 10.5 | 头 头 承 10.5 "
						       "页 10.5 ");
}

static void rows_of_sums_stand_under_the_head_and_at_the_foot(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.sums.page = NULL;
	build_add(summed.build, summed.table);
	const char *lines = build_lines(summed.build);
	assert_non_null(strstr(lines, "1 10,118.8 [过]\n1 60,118.8 [12]\n"));
	assert_non_null(strstr(lines, "2 10,38.8 [承]\n2 60,38.8 [12]\n"));
	assert_non_null(strstr(lines, "2 10,48.8 甲"));
}

static void the_last_pages_own_sum_stands_above_what_sums_up_all(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.sums.closing = 2;
	build_add(summed.build, summed.table);
	const char *lines = build_lines(summed.build);
	assert_non_null(strstr(lines, "1 10,108.8 [页]\n1 60,108.8 [10.5]\n"));
	assert_non_null(strstr(lines, "2 10,88.8 甲\n"));
	assert_non_null(strstr(lines, "2 10,98.8 [页]\n"));
	assert_non_null(strstr(lines, "2 10,108.8 甲\n"));
	assert_non_null(strstr(lines, "2 10,118.8 甲\n"));
}

static void blank_rows_stand_above_the_pages_sum(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.sums.closing = 1;
	summed.table->table.row_count -= 4;
	summed.table->table.cell_count -= 8;
	summed.table->table.fitting.fill_rows = true;
	build_add(summed.build, summed.table);
	const char *lines = build_lines(summed.build);
	assert_non_null(strstr(lines, "2 10,48.8 甲\n"));
	assert_non_null(strstr(lines, "2 10,58.8 甲\n"));
	assert_non_null(strstr(lines, "2 10,108.8 [页]\n"));
	assert_non_null(strstr(lines, "2 10,118.8 甲\n"));
}

static void a_cell_across_keeps_the_pages_sum_at_the_foot(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|一", "^|一", NULL};
	struct summed summed;
	begin(&summed, build);
	summed.sums.closing = 1;
	struct block *table = build_table(build, 0, rows);
	table->table.page_sums = &summed.sums;
	build_add(build, table);
	assert_non_null(strstr(build_lines(build), "1 10,48.8 [页]\n"));
}

static void sums_have_their_places_and_groups(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.sums.forward = summed.sums.brought = NULL;
	summed.values[0] = amount("1234567.25");
	summed.values[13] = amount("-1000");
	summed.sum.places = 2;
	summed.sum.grouped = true;
	summed.table->table.style = &summed.build->table;
	summed.build->master.area.width = 300;
	build_add(summed.build, summed.table);
	assert_string_equal(
		added_texts(summed.build), "页 1,234,577.75 | 头 头 页 -992.50 ");
}

static void a_table_of_one_page_has_the_sum_of_the_page_alone(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.build->master.area.height = 300;
	summed.build->master.height = 340;
	build_add(summed.build, summed.table);
	assert_string_equal(added_texts(summed.build), "页 21 ");
}

static void a_row_over_two_pages_counts_where_it_ends(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=5|=60", "=5|=60", NULL};
	struct summed summed;
	build->table.repeat_labels = false;
	begin(&summed, build);
	summed.values[0] = amount("1");
	summed.values[1] = amount("20");
	summed.table->table.page_sums = NULL;
	struct block *table = build_table(build, 0, rows);
	table->table.page_sums = &summed.sums;
	build_add(build, table);
	assert_string_equal(added_texts(build), "页 0 过 0 | 承 0 页 1 过 1 | "
						"承 1 页 0 过 1 | 承 1 页 20 ");
}

/* Ten characters a column: the sum has eleven, its amounts have one. */
static void columns_are_wide_enough_for_their_sums(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.values[0] = amount("1234567.25");
	summed.sum.grouped = true;
	summed.build->master.area.width = 200;
	struct table_column columns[] = {
		{.kind = COLUMN_CONTENT}, {.kind = COLUMN_CONTENT}};
	summed.table->table.columns = columns;
	build_add(summed.build, summed.table);
	assert_non_null(strstr(added_texts(summed.build), "1,234,576.25 "));
	assert_string_equal(build_reports(summed.build), "");
}

static void a_page_too_low_for_sums_has_none(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.build->master.area.height = 30;
	build_add(summed.build, summed.table);
	build_compose(summed.build);
	assert_string_equal(build_reports(summed.build),
		"warning table-sums-dropped 1:1 "
		"表格有一页放不下小计和一行正文，该页没有小计\n");
}

static void sums_too_large_are_reported(void **state)
{
	struct summed summed;
	begin(&summed, *state);
	summed.values[0] = (struct decimal){INT64_MAX};
	build_add(summed.build, summed.table);
	build_compose(summed.build);
	assert_non_null(
		strstr(build_reports(summed.build), "error page-sum-too-large 1:1 "));
}

static void tables_in_cells_have_no_sums(void **state)
{
	struct build *build = *state;
	struct summed summed;
	begin(&summed, build);
	const char *const rows[] = {"外", NULL};
	struct block *outer = build_table(build, 0, rows);
	struct table_cell cell = outer->table.cells[0];
	const struct block *blocks[] = {summed.table};
	cell.blocks = blocks;
	outer->table.cells = &cell;
	build_add(build, outer);
	assert_string_equal(added_texts(build), "| 头 头 ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			pages_carry_their_sums_forward, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			rows_of_sums_stand_under_the_head_and_at_the_foot,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			the_last_pages_own_sum_stands_above_what_sums_up_all,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(blank_rows_stand_above_the_pages_sum,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_cell_across_keeps_the_pages_sum_at_the_foot, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(
			sums_have_their_places_and_groups, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_table_of_one_page_has_the_sum_of_the_page_alone,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(a_row_over_two_pages_counts_where_it_ends,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(columns_are_wide_enough_for_their_sums,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_page_too_low_for_sums_has_none, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			sums_too_large_are_reported, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			tables_in_cells_have_no_sums, build_begin_bare, build_end),
	};
	return cmocka_run_group_tests_name("compose/table sums", tests, NULL, NULL);
}
