/* Cells with manners of their own: feet, least heights, numbers, labels parted by
 * strokes, tables that share edges. */
#include "build.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- making ---- */

static struct cell_manner *manner_at(
	struct build *build, const struct block *table, int row, int column)
{
	for (int i = 0; i < table->table.cell_count; i++) {
		struct table_cell *cell =
			(struct table_cell *)(uintptr_t)&table->table.cells[i];
		if (cell->row == row && cell->column == column) {
			if (!cell->manner) {
				cell->manner =
					arena_new(build->arena, struct cell_manner);
			}
			return (struct cell_manner *)(uintptr_t)cell->manner;
		}
	}
	fail_msg("no cell %d, %d", row, column);
	abort();
}

static void set_blocks(const struct block *table, int place,
	const struct block *const *blocks, size_t count)
{
	struct table_cell *cell =
		(struct table_cell *)(uintptr_t)&table->table.cells[place];
	cell->blocks = blocks;
	cell->block_count = count;
}

static const struct block *const *strings(
	struct build *build, const char *const *texts, size_t count)
{
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, count);
	for (size_t i = 0; i < count; i++) {
		blocks[i] = build_block(build, build_string(build, texts[i]));
	}
	return blocks;
}

static void give_foot(struct build *build, struct cell_manner *manner, const char *first)
{
	const char *texts[] = {first, "日"};
	manner->foot = strings(build, texts, 2);
	manner->foot_count = 2;
}

/* ---- feet ---- */

static void a_foot_stands_at_the_foot_of_its_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"同|=40", NULL};
	struct block *table = build_table(build, 0, rows);
	give_foot(build, manner_at(build, table, 0, 0), "章");
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,28.8 同\n"
						"1 10,88.8 章\n"
						"1 10,98.8 日\n"
						"1 60,28.8 一丁丂七丄\n"
						"1 60,38.8 丅丆万丈三\n"
						"1 60,48.8 上下丌不与\n"
						"1 60,58.8 丏丐丑丒专\n"
						"1 60,68.8 且丕世丗丘\n"
						"1 60,78.8 丙业丛东丝\n"
						"1 60,88.8 丞丟丠両丢\n"
						"1 60,98.8 丣两严並丧\n");
}

static void a_foot_stands_where_its_cell_ends(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|=70", NULL};
	struct block *table = build_table(build, 0, rows);
	const char *texts[] = {"同", "意"};
	set_blocks(table, 0, strings(build, texts, 2), 2);
	give_foot(build, manner_at(build, table, 0, 0), "章");
	build_add(build, table);
	build_expect_marks(build, "同一丅上丏且丙丞丣丨中|意章日串丷丼乁");
}

static void lines_above_a_foot_go_with_it(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=80", NULL};
	build_add_lines(build, 2);
	struct block *table = build_table(build, 0, rows);
	build->table.part_rows = true;
	give_foot(build, manner_at(build, table, 0, 0), "章");
	build_add(build, table);
	build_expect_marks(build, "行行一上且丞丨串|丼乆章日");
}

static void a_foot_alone_in_its_cell_waits_for_the_end(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|=60", NULL};
	struct block *table = build_table(build, 0, rows);
	set_blocks(table, 0, NULL, 0);
	give_foot(build, manner_at(build, table, 0, 0), "章");
	build_add(build, table);
	build_expect_marks(build, "一丅上丏且丙丞丣丨中|章日串丷");
}

/* ---- least heights ---- */

static void cells_and_rows_have_their_least_heights(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "^|丙", "丁|戊", "己|庚", NULL};
	struct block *table = build_table(build, 0, rows);
	manner_at(build, table, 0, 0)->minimum_height = 30;
	((struct table_row *)(uintptr_t)table->table.rows)[2].minimum = 25;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 60,28.8 乙\n"
						"1 60,43.8 丙\n"
						"1 10,58.8 丁\n"
						"1 60,58.8 戊\n"
						"1 10,83.8 己\n"
						"1 60,83.8 庚\n");
}

static void a_page_may_part_what_is_blank_of_a_high_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", NULL};
	struct block *table = build_table(build, 0, rows);
	manner_at(build, table, 0, 0)->minimum_height = 230;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 60,28.8 乙\n"
						"3 10,58.8 丙\n"
						"3 60,58.8 丁\n");
}

static void a_page_may_part_what_is_blank_of_a_high_row(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", NULL};
	struct block *table = build_table(build, 0, rows);
	((struct table_row *)(uintptr_t)table->table.rows)[0].minimum = 130;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 60,28.8 乙\n"
						"2 10,28.8 [甲]\n"
						"2 60,28.8 [乙]\n"
						"2 10,58.8 丙\n"
						"2 60,58.8 丁\n");
}

static void a_foot_stands_below_the_blank_of_a_high_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=15", NULL};
	struct block *table = build_table(build, 0, rows);
	struct cell_manner *manner = manner_at(build, table, 0, 0);
	manner->minimum_height = 150;
	give_foot(build, manner, "章");
	build_add(build, table);
	assert_string_equal(build_lines(build), "2 10,28.8 一丁丂七丄丅丆万丈三\n"
						"2 10,38.8 上下丌不与\n"
						"2 10,58.8 章\n"
						"2 10,68.8 日\n");
}

/* ---- numbers ---- */

static struct block *number_table(struct build *build, const char *const *rows)
{
	struct block *table = build_table(build, 0, rows);
	for (int row = 0; row < table->table.row_count; row++) {
		manner_at(build, table, row, 0)->decimal = true;
	}
	return table;
}

static void points_stand_below_each_other(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"1.25|a", "100|a", "-3.5|a", "12%|a", "1,000|a",
		"/|a", "2016-2020|a", NULL};
	build->text.size = build->text.pitch = 4;
	build_add(build, number_table(build, rows));
	/* at most 5 before the point; what is no number in the middle of 50 */
	assert_string_equal(build_lines(build), "1 26,26.52 1.25\n"
						"1 60,26.52 a\n"
						"1 18,36.52 100\n"
						"1 60,36.52 a\n"
						"1 22,46.52 -3.5\n"
						"1 60,46.52 a\n"
						"1 22,56.52 12%\n"
						"1 60,56.52 a\n"
						"1 10,66.52 1,000\n"
						"1 60,66.52 a\n"
						"1 33,76.52 /\n"
						"1 60,76.52 a\n"
						"1 17,86.52 2016-2020\n"
						"1 60,86.52 a\n");
}

static void numbers_stand_in_the_middle_where_nothing_is_said(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"1.25|a", "100|a", NULL};
	build->text.size = build->text.pitch = 4;
	build->text.align = ALIGN_JUSTIFY;
	build_add(build, number_table(build, rows));
	/* 3 and 3 of 4 in 50 */
	assert_string_equal(build_lines(build), "1 31,26.52 1.25\n"
						"1 60,26.52 a\n"
						"1 23,36.52 100\n"
						"1 60,36.52 a\n");
}

static void numbers_stand_at_the_end_where_their_style_says_so(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"1.25|a", "100|a", NULL};
	build->text.size = build->text.pitch = 4;
	build->text.align = ALIGN_END;
	build_add(build, number_table(build, rows));
	assert_string_equal(build_lines(build), "1 44,26.52 1.25\n"
						"1 106,26.52 a\n"
						"1 36,36.52 100\n"
						"1 106,36.52 a\n");
}

static void a_column_is_as_wide_as_its_numbers_together(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"1.25|=4", "1000|=2", NULL};
	struct block *table = number_table(build, rows);
	struct table_column *columns =
		(struct table_column *)(uintptr_t)table->table.columns;
	columns[0].kind = columns[1].kind = COLUMN_CONTENT;
	build_add(build, table);
	/* 1000.25 is 70 wide, a whole character more is spare */
	assert_string_equal(build_lines(build), "1 40,28.8 1.25\n"
						"1 89.99,28.8 一丁\n"
						"1 89.99,38.8 丂七\n"
						"1 10,48.8 1000\n"
						"1 89.99,48.8 一丁\n");
}

/* ---- labels parted by strokes ---- */

static void two_labels_have_a_stroke_from_corner_to_corner(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"a|乙", "丙|丁", NULL};
	struct block *table = build_table(build, 1, rows);
	const char *labels[] = {"行", "列"};
	set_blocks(table, 0, strings(build, labels, 2), 2);
	manner_at(build, table, 0, 0)->diagonal = true;
	build_rules_weigh(build, 1, 1);
	build_add(build, table);
	const char *rules = build_rules(build, 1);
	assert_true(g_str_has_prefix(rules, "10.5,20.5 60,"));
	double height = g_ascii_strtod(rules + strlen("10.5,20.5 60,"), NULL) - 20.5;
	/* both are 10 high and wide, padded by half a rule, kept clear by a point and a
	 * half: 12 and a bit of 49.5 across leave the rest of the height */
	assert_true(fabs(height - 12 / (1 - 12.01 / 49.5)) < 0.01);
	const char *lines = build_lines(build);
	assert_true(strstr(lines, "列") && strstr(lines, "行"));
}

/* ---- tables that share edges ---- */

static void a_flush_table_reaches_the_edges_of_its_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", NULL};
	const char *const inner_rows[] = {"子|丑", "寅|卯", NULL};
	build_rules_weigh(build, 2, 1);
	struct block *table = build_table(build, 0, rows);
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, 1);
	blocks[0] = build_table(build, 0, inner_rows);
	set_blocks(table, 1, blocks, 1);
	manner_at(build, table, 0, 1)->flush = true;
	build_add(build, table);
	assert_string_equal(build_rules(build, 1), "60,32.5 109,32.5 1\n"
						   "84.5,21 84.5,43.5 1\n"
						   "11,43.5 109,43.5 1\n"
						   "60,21 60,55 1\n"
						   "10,21 110,21 2\n"
						   "10,55 110,55 2\n"
						   "11,21 11,55 2\n"
						   "109,21 109,55 2\n");
}

static void a_flush_table_fills_a_higher_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=30|乙", NULL};
	const char *const inner_rows[] = {"子", "丑", "寅", NULL};
	struct block *table = build_table(build, 0, rows);
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, 1);
	blocks[0] = build_table(build, 0, inner_rows);
	set_blocks(table, 1, blocks, 1);
	manner_at(build, table, 0, 1)->flush = true;
	build_add(build, table);
	const char *lines = strstr(build_lines(build), "1 60,");
	assert_string_equal(lines, "1 60,28.8 子\n"
				   "1 60,48.8 丑\n"
				   "1 60,68.8 寅\n");
}

static void a_flush_table_is_parted_with_its_cell(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	const char *const inner_rows[] = {"=1", "=1", "=1", "=1", "=1", "=1", "=1", "=1",
		"=1", "=1", "=1", "终", NULL};
	struct block *table = build_table(build, 0, rows);
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, 1);
	blocks[0] = build_table(build, 0, inner_rows);
	set_blocks(table, 1, blocks, 1);
	manner_at(build, table, 0, 1)->flush = true;
	build_add(build, table);
	build_expect_marks(build, "甲一一一一一一一一一一|[甲]一终");
}

/* ---- rows that are parted ---- */

static void the_first_row_is_parted_where_a_page_would_stay_blank(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=40", "乙", NULL};
	build_add_lines(build, 7);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行一上|且丞乙");
}

static void the_first_row_is_not_parted_for_a_line(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=30", "乙", NULL};
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行|一上且乙");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin_bare, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_foot_stands_at_the_foot_of_its_cell),
		TEST(a_foot_stands_where_its_cell_ends),
		TEST(lines_above_a_foot_go_with_it),
		TEST(a_foot_alone_in_its_cell_waits_for_the_end),
		TEST(cells_and_rows_have_their_least_heights),
		TEST(a_page_may_part_what_is_blank_of_a_high_cell),
		TEST(a_page_may_part_what_is_blank_of_a_high_row),
		TEST(a_foot_stands_below_the_blank_of_a_high_cell),
		TEST(points_stand_below_each_other),
		TEST(numbers_stand_in_the_middle_where_nothing_is_said),
		TEST(numbers_stand_at_the_end_where_their_style_says_so),
		TEST(a_column_is_as_wide_as_its_numbers_together),
		TEST(two_labels_have_a_stroke_from_corner_to_corner),
		TEST(a_flush_table_reaches_the_edges_of_its_cell),
		TEST(a_flush_table_fills_a_higher_cell),
		TEST(a_flush_table_is_parted_with_its_cell),
		TEST(the_first_row_is_parted_where_a_page_would_stay_blank),
		TEST(the_first_row_is_not_parted_for_a_line),
	};
	return cmocka_run_group_tests_name("compose/cells", tests, NULL, NULL);
}
