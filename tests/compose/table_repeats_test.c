/* What goes on over a page: spans, labels, heads of groups. A page holds ten rows of a
 * table without rules. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* ---- spans ---- */

static void a_label_stands_on_every_page_that_its_cell_covers(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "尾|四", NULL};
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行标一二|[标]三尾四");
}

static void a_label_is_aligned_in_each_of_its_parts(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "^|四", "^|五", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_cell *cells = arena_copy(build->arena, table->table.cells,
		(size_t)table->table.cell_count * sizeof *cells);
	cells[0].vertical = VERTICAL_MIDDLE;
	table->table.cells = cells;
	struct text_block high = build_string(build, "行");
	struct style style = build->text;
	style.leading = 80;
	high.style = &style;
	build_add(build, build_block(build, high));
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,63.8 行\n"
						"1 10,113.8 标\n"
						"1 60,108.8 一\n"
						"1 60,118.8 二\n"
						"2 10,38.8 [标]\n"
						"2 60,28.8 三\n"
						"2 60,38.8 四\n"
						"2 60,48.8 五\n");
}

static void labels_stand_once_where_they_shall_not_repeat(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "^|四", NULL};
	build->table.repeat_labels = false;
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行标一二|三四");
}

static void a_long_text_beside_rows_goes_on_over_the_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=30|=10", "^|=10", "^|=10", NULL};
	build_add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行一丅上丏一丅一丅|且丙一丅");
}

static void a_label_is_shown_where_a_row_of_its_cell_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|=70", "^|二", NULL};
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "标一丅上丏且丙丞丣丨中|[标]串丷丼乁二");
}

static void a_label_that_goes_on_says_so(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "^|四", NULL};
	build->table.continued_label = "（续）";
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_lines(build) + strlen("1 10,28.8 行\n") * 8,
		"1 10,108.8 标\n"
		"1 60,108.8 一\n"
		"1 60,118.8 二\n"
		"2 10,28.8 [标（续）]\n"
		"2 60,28.8 三\n"
		"2 60,38.8 四\n");
}

static void a_label_that_goes_on_may_take_a_further_line(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=4|一", "^|二", "^|三", "^|四", NULL};
	build->table.continued_label = "（续）";
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_lines(build) + strlen("1 10,28.8 行\n") * 8,
		"1 10,108.8 一丁丂七\n"
		"1 60,108.8 一\n"
		"1 60,118.8 二\n"
		"2 10,28.8 [一丁丂七（]\n"
		"2 10,38.8 [续）]\n"
		"2 60,28.8 三\n"
		"2 60,38.8 四\n");
}

static void a_blank_label_does_not_say_that_it_goes_on(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"|一", "^|二", "^|三", "^|四", NULL};
	build->table.continued_label = "（续）";
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行一二|三四");
}

/* ---- groups ---- */

/* The table's rows, heads of groups with as many rows as are said. */
static struct block *add_groups(
	struct build *build, const char *const *rows, const int *group_rows)
{
	struct block *table = build_table(build, 0, rows);
	struct table_row *heads =
		arena_new_array(build->arena, struct table_row, table->table.row_count);
	for (int i = 0; i < table->table.row_count; i++) {
		heads[i].group_rows = group_rows[i];
	}
	table->table.rows = heads;
	build_add(build, table);
	return table;
}

static void the_head_of_a_group_stands_again_while_the_group_lasts(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"甲|<", "一|1", "二|2", "三|3", "四|4", "乙|<", "五|5", NULL};
	build_add_lines(build, 7);
	add_groups(build, rows, (const int[]){4, 0, 0, 0, 0, 1, 0});
	build_expect_marks(build, "行行行行行行行甲一1二2|[甲]三3四4乙五5");
}

static void a_group_that_ended_has_no_head_on_the_next_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲", "一", "二", "乙", "三", "四", NULL};
	build_add_lines(build, 7);
	add_groups(build, rows, (const int[]){2, 0, 0, 2, 0, 0});
	build_expect_marks(build, "行行行行行行行甲一二|乙三四");
}

static void heads_of_groups_in_groups_stand_again_together(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"标|甲", "^|乙", "^|一", "^|二", "^|三", "^|四", NULL};
	build_add_lines(build, 6);
	add_groups(build, rows, (const int[]){5, 4, 0, 0, 0, 0});
	build_expect_marks(build, "行行行行行行标甲乙一二|[甲][乙][标]三四");
}

static void a_head_of_a_group_is_never_last_on_a_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"一", "二", "甲", "三", "四", NULL};
	build_add_lines(build, 7);
	add_groups(build, rows, (const int[]){0, 0, 2, 0, 0});
	build_expect_marks(build, "行行行行行行行一二|甲三四");
}

static void a_head_of_a_group_stands_again_over_a_parted_row(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲", "=120", NULL};
	add_groups(build, rows, (const int[]){1, 0});
	build_expect_marks(build, "甲一上且丞丨串丼乆乐|[甲]乚乤乮");
}

static void the_head_of_a_group_with_a_gap_stands_once(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "^|一", "二|2", "三|3", "四|4", NULL};
	build_add_lines(build, 7);
	add_groups(build, rows, (const int[]){4, 0, 0, 0, 0});
	build_expect_marks(build, "行行行行行行行甲乙一二2|三3四4");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin_bare, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_label_stands_on_every_page_that_its_cell_covers),
		TEST(a_label_is_aligned_in_each_of_its_parts),
		TEST(labels_stand_once_where_they_shall_not_repeat),
		TEST(a_long_text_beside_rows_goes_on_over_the_page),
		TEST(a_label_is_shown_where_a_row_of_its_cell_is_parted),
		TEST(a_label_that_goes_on_says_so),
		TEST(a_label_that_goes_on_may_take_a_further_line),
		TEST(a_blank_label_does_not_say_that_it_goes_on),
		TEST(the_head_of_a_group_stands_again_while_the_group_lasts),
		TEST(a_group_that_ended_has_no_head_on_the_next_page),
		TEST(heads_of_groups_in_groups_stand_again_together),
		TEST(a_head_of_a_group_is_never_last_on_a_page),
		TEST(a_head_of_a_group_stands_again_over_a_parted_row),
		TEST(the_head_of_a_group_with_a_gap_stands_once),
	};
	return cmocka_run_group_tests_name("compose/table repeats", tests, NULL, NULL);
}
