/* Tables too wide for their page, parted by columns. A page is 100 points wide and high;
 * a character is 10 wide. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A table of content columns with a stub. */
static struct block *make_table(
	struct build *build, int head_rows, int stub, const char *const *rows)
{
	struct block *table = build_table(build, head_rows, rows);
	struct table_column *columns = arena_new_array(
		build->arena, struct table_column, table->table.column_count);
	for (int i = 0; i < table->table.column_count; i++) {
		columns[i].kind = COLUMN_CONTENT;
	}
	table->table.columns = columns;
	table->table.fitting.stub_columns = stub;
	return table;
}

static void a_table_that_fits_is_not_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"ab|cde|fghi", NULL};
	build_add(build, make_table(build, 0, 1, rows));
	build_expect_marks(build, "acf");
	assert_string_equal(build_reports(build), "");
}

static void parts_stand_below_each_other_with_the_stub(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|cdefg|hijkl|mnopq", "乙|一|二|三", NULL};
	build_add(build, make_table(build, 0, 1, rows));
	assert_string_equal(build_lines(build), "1 10,28.8 名\n"
						"1 20.01,28.8 cdefg\n"
						"1 10,38.8 乙\n"
						"1 20.01,38.8 一\n"
						"1 10,48.8 [名]\n"
						"1 20.01,48.8 hijkl\n"
						"1 10,58.8 [乙]\n"
						"1 20.01,58.8 二\n"
						"1 10,68.8 [名]\n"
						"1 20.01,68.8 mnopq\n"
						"1 10,78.8 [乙]\n"
						"1 20.01,78.8 三\n");
	assert_string_equal(build_reports(build),
		"note table-parted 1:1 "
		"表格太宽，按栏分成 3 部分排印，每部分重复前 1 栏\n");
}

static void heads_are_parted_between_their_groups(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"名|甲|<|乙|<|<", "^|ab|cd|ef|gh|ij", "一|1|2|3|4|5", NULL};
	build_add(build, make_table(build, 2, 1, rows));
	build_expect_marks(build, "名甲ac一12[名]乙egi[一]345");
}

/* Four columns would fit: three parts, which cut two groups. */
static void a_part_more_keeps_groups_whole(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|甲|<|<|乙|<|<|丙|<|<|丁|<|<",
		"一|ab|cd|ef|gh|ij|kl|mn|op|qr|st|uv|wx", NULL};
	build_add(build, make_table(build, 1, 1, rows));
	build_expect_marks(build, "名甲一ace[名]乙[一]gik[名]丙[一]moq[名]丁[一]suw");
}

/* 甲 stands over the cut: its text in both parts, once to a reader. */
static void cells_over_a_cut_stand_in_both_parts(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|甲|<|<|<", "一|abc|def|ghi|jkl", NULL};
	build_add(build, make_table(build, 1, 1, rows));
	build_expect_marks(build, "名甲一ad[名][甲][一]gj");
	const char *dump = build_dump(build);
	assert_non_null(strstr(
		dump, "structure Document/Table/THead/TR/TH[2] scope column columns 4"));
	assert_non_null(strstr(dump, "Document/Table/TBody/TR/TD[5]/P \"jkl\""));
	assert_null(strstr(dump, "Table[2]"));
}

static void rows_are_equally_high_in_all_parts(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"名|cdefg hi jk|hijklmno", "乙|一|二", "丙|三|四 五 六", NULL};
	build->master.area.width = 90;
	struct block *table = make_table(build, 0, 1, rows);
	build_add(build, table);
	const char *lines = build_lines(build);
	assert_non_null(strstr(lines, "1 10,28.8 名\n"));
	assert_non_null(strstr(lines, "1 10,48.8 乙\n"));
	assert_non_null(strstr(lines, "1 10,68.8 [名]\n"));
	assert_non_null(strstr(lines, "1 10,88.8 [乙]\n"));
}

static void further_parts_have_the_caption_of_further_pages(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|abcdef|ghijkl", NULL};
	const char *const above[] = {"上", NULL};
	const char *const below[] = {"下", NULL};
	struct block *table = make_table(build, 0, 1, rows);
	struct text_block caption = build_string(build, "题");
	struct text_block continued = build_string(build, "续");
	table->table.caption = &caption;
	table->table.caption_continued = &continued;
	table->table.above = build_table_lines(build, above);
	table->table.below = build_table_lines(build, below);
	build_add(build, table);
	build_expect_marks(build, "题上名a[续][名]g下");
}

static void type_is_set_smaller_before_a_table_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|abcde|fghij", NULL};
	struct block *table = make_table(build, 0, 1, rows);
	table->table.fitting.floor = 8;
	build_add(build, table);
	build_expect_marks(build, "名af");
	assert_string_equal(build_reports(build), "note table-fitted 1:1 "
						  "表格已收紧，字号由 10 磅减为 9 磅\n");
}

/* At 8 points two words of five and the stub fit beside each other. */
static void parts_are_as_few_as_the_smallest_type_allows(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|abcde|fghij|klmno|pqrst", NULL};
	struct block *table = make_table(build, 0, 1, rows);
	table->table.fitting.floor = 8;
	build_add(build, table);
	build_expect_marks(build, "名af[名]kp");
	const struct pages *pages = build_compose(build);
	const struct page *page = g_ptr_array_index(pages->list, 0);
	assert_true(g_array_index(page->items, struct item, 0).text.size == 9);
}

static void a_column_too_wide_for_any_part_is_narrowed(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|abcdefghijkl|mn", NULL};
	build_add(build, make_table(build, 0, 1, rows));
	build_expect_marks(build, "名ai[名]m");
	assert_non_null(strstr(build_reports(build), "warning table-narrowed 1:1 "));
	assert_non_null(strstr(build_reports(build), "note table-parted 1:1 "));
}

static void each_part_has_the_sums_of_its_columns(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"名|abcdef|ghijkl", NULL};
	struct block *table = make_table(build, 0, 1, rows);
	struct decimal values[2][1] = {{{11 * DECIMAL_ONE}}, {{22 * DECIMAL_ONE}}};
	struct page_sum sums[] = {
		{.column = 1, .style = &build->text, .values = values[0]},
		{.column = 2, .style = &build->text, .values = values[1]},
	};
	struct page_sums source = {
		.page = "页",
		.label_span = 1,
		.label_style = &build->text,
		.sums = sums,
		.sum_count = 2,
	};
	table->table.page_sums = &source;
	build_add(build, table);
	build_expect_marks(build, "名a[页][1][名]g[页][2]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin_bare, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_that_fits_is_not_parted),
		TEST(parts_stand_below_each_other_with_the_stub),
		TEST(heads_are_parted_between_their_groups),
		TEST(a_part_more_keeps_groups_whole),
		TEST(cells_over_a_cut_stand_in_both_parts),
		TEST(rows_are_equally_high_in_all_parts),
		TEST(further_parts_have_the_caption_of_further_pages),
		TEST(type_is_set_smaller_before_a_table_is_parted),
		TEST(parts_are_as_few_as_the_smallest_type_allows),
		TEST(a_column_too_wide_for_any_part_is_narrowed),
		TEST(each_part_has_the_sums_of_its_columns),
	};
	return cmocka_run_group_tests_name("compose/table parts", tests, NULL, NULL);
}
