/* A table over pages. A page holds nine lines of a table without rules above its foot. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* ---- rows ---- */

static void the_head_stands_again_on_every_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", "四", "五", NULL};
	build_add_lines(build, 7);
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行行头一二|[头]三四五");
}

static void a_head_that_does_not_repeat_stands_once(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", "四", "五", NULL};
	build->table.repeat_head = false;
	build_add_lines(build, 7);
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行行头一二|三四五");
}

static void a_head_is_never_alone_at_the_foot_of_a_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", NULL};
	build_add_lines(build, 9);
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "行行行行行行行行行|头一二");
}

static void a_head_of_several_rows_repeats_with_its_spans(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"甲|乙|<", "^|丙|丁", "一|1|2", "二|3|4", "三|5|6", "四|7|8", NULL};
	build_add_lines(build, 6);
	build_add(build, build_table(build, 2, rows));
	assert_string_equal(build_lines(build) + strlen("1 10,28.8 行\n") * 6,
		"1 10,88.8 甲\n"
		"1 43.33,88.8 乙\n"
		"1 43.33,98.8 丙\n"
		"1 76.67,98.8 丁\n"
		"1 10,108.8 一\n"
		"1 43.33,108.8 1\n"
		"1 76.67,108.8 2\n"
		"1 10,118.8 二\n"
		"1 43.33,118.8 3\n"
		"1 76.67,118.8 4\n"
		"2 10,28.8 [甲]\n"
		"2 43.33,28.8 [乙]\n"
		"2 43.33,38.8 [丙]\n"
		"2 76.67,38.8 [丁]\n"
		"2 10,48.8 三\n"
		"2 43.33,48.8 5\n"
		"2 76.67,48.8 6\n"
		"2 10,58.8 四\n"
		"2 43.33,58.8 7\n"
		"2 76.67,58.8 8\n");
}

static void a_row_of_up_to_half_a_page_moves_whole_where_little_is_left(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=50", NULL};
	build->master.area.height = 200;
	build_add_lines(build, 18);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行行行行行行行行行行行|一上且丞丨");
}

static void a_row_is_parted_where_much_would_be_left(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=50", NULL};
	build_add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行一上且|丞丨");
}

static void a_higher_row_is_parted_at_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", NULL};
	build_add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行一上且丞|丨串");
}

static void two_lines_stand_on_either_side_of_a_cut(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", NULL};
	build_add_lines(build, 5);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行一上且丞|丨串");
}

static void a_row_is_parted_only_where_all_its_cells_begin(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=40|=15", NULL};
	build_add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行行行行行行行|一丅上丏且丙丞丣一丅上");
}

static void rows_kept_with_the_next_move_together(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"一", "二", "三", "四", "五", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_row kept[] = {{0}, {0}, {0}, {.with_next = true}, {0}};
	table->table.rows = kept;
	build_add_lines(build, 6);
	build_add(build, table);
	build_expect_marks(build, "行行行行行行一二三|四五");
}

static void a_high_blank_row_moves_whole(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"|<", NULL};
	build->table.minimum_row = 60;
	build_rules_weigh(build, 1, 1);
	build_add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 2), "10,20.5 110,20.5 1\n"
						   "10,80.5 110,80.5 1\n"
						   "10.5,20.5 10.5,80.5 1\n"
						   "109.5,20.5 109.5,80.5 1\n");
}

/* ---- the best of the places ---- */

/* Adds so many rows of ten points; `held` (NULL: none) says what they stay with. */
static void add_rows(struct build *build, int count, const struct table_row *held)
{
	const char *rows[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
		"甲", "乙", "丙", "丁", NULL};
	rows[count] = NULL;
	struct block *table = build_table(build, 0, rows);
	table->table.rows = held ? held : table->table.rows;
	build_add(build, table);
}

static void a_row_moves_over_to_join_a_lone_last_one(void **state)
{
	struct build *build = *state;
	add_rows(build, 11, NULL);
	build_expect_marks(build, "一二三四五六七八九|十甲");
}

static void a_high_last_row_may_stand_alone(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "=30", NULL};
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "一二三四五六七八九十|一上且");
}

static void two_rows_may_stand_on_the_last_page(void **state)
{
	struct build *build = *state;
	add_rows(build, 12, NULL);
	build_expect_marks(build, "一二三四五六七八九十|甲乙");
}

static void a_total_is_never_alone(void **state)
{
	struct build *build = *state;
	const struct table_row rows[12] = {
		[9] = {.with_next = true}, [10] = {.with_next = true}};
	add_rows(build, 12, rows);
	build_expect_marks(build, "一二三四五六七八九|十甲乙");
}

static void rows_held_over_more_than_a_page_are_parted(void **state)
{
	struct build *build = *state;
	struct table_row rows[12];
	for (int i = 0; i < 12; i++) {
		rows[i] = (struct table_row){.with_next = true};
	}
	add_rows(build, 12, rows);
	build_expect_marks(build, "一二三四五六七八九十|甲乙");
}

static void a_page_breaks_between_labels_where_little_is_lost(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|一", "^|二", "^|三", "^|四", "乙|五", "^|六",
		"^|七", "丙|八", "^|九", "^|十", "^|丁", "^|戊", NULL};
	build_add_lines(build, 2);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行甲一二三四乙五六七|丙八九十丁戊");
}

static void a_page_breaks_in_a_label_where_more_would_be_lost(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|一", "^|二", "^|三", "^|四", "乙|五", "^|六",
		"^|七", "^|八", "^|九", "^|十", "^|丁", "^|戊", NULL};
	build_add_lines(build, 2);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行甲一二三四乙五六七八|[乙]九十丁戊");
}

static void a_table_does_not_begin_with_a_single_row(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 9);
	add_rows(build, 4, NULL);
	build_expect_marks(build, "行行行行行行行行行|一二三四");
}

static void a_style_may_let_pages_part_any_row(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=50", "=50", NULL};
	build->table.part_rows = true;
	build_add_lines(build, 2);
	build_add(build, build_table(build, 0, rows));
	build_expect_marks(build, "行行一上且丞丨一上且|丞丨");
}

/* ---- structure over pages ---- */

static void a_parted_cell_is_one_node(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=120", NULL};
	build_add(build, build_table(build, 0, rows));
	const struct pages *pages = build_compose(build);
	const struct page *first = g_ptr_array_index(pages->list, 0);
	const struct page *second = g_ptr_array_index(pages->list, 1);
	assert_ptr_equal(g_array_index(first->items, struct item, 0).node,
		g_array_index(second->items, struct item, 0).node);
	assert_int_equal(pages->node_count, 6);
}

/* ---- frames ---- */

static void each_part_has_a_closed_frame(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "^|四", NULL};
	build_rules_weigh(build, 2, 1);
	build_add_lines(build, 7);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "60,102.5 109,102.5 1\n"
						   "60,91 60,114 1\n"
						   "10,91 110,91 2\n"
						   "10,114 110,114 2\n"
						   "11,91 11,114 2\n"
						   "109,91 109,114 2\n");
	assert_string_equal(build_rules(build, 2), "60,32.5 109,32.5 1\n"
						   "60,21 60,44 1\n"
						   "10,21 110,21 2\n"
						   "10,44 110,44 2\n"
						   "11,21 11,44 2\n"
						   "109,21 109,44 2\n");
}

static void an_open_frame_has_no_rule_through_a_span_at_a_break(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "^|四", NULL};
	build_rules_weigh(build, 2, 1);
	build->table.close_fragments = false;
	build_add_lines(build, 7);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "60,102.5 109,102.5 1\n"
						   "59.5,114 110,114 1\n"
						   "60,91 60,114 1\n"
						   "10,91 110,91 2\n"
						   "11,91 11,114 2\n"
						   "109,91 109,114 2\n");
	assert_string_equal(build_rules(build, 2), "59.5,21 110,21 1\n"
						   "60,32.5 109,32.5 1\n"
						   "60,21 60,44 1\n"
						   "10,44 110,44 2\n"
						   "11,21 11,44 2\n"
						   "109,21 109,44 2\n");
}

/* ---- captions ---- */

static void a_caption_stays_with_its_table_and_is_continued(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", "四", NULL};
	struct block *table = build_table(build, 1, rows);
	struct text_block caption = build_string(build, "表");
	struct text_block continued = build_string(build, "续");
	table->table.caption = &caption;
	table->table.caption_continued = &continued;
	build_add_lines(build, 8);
	build_add(build, table);
	build_expect_marks(build, "行行行行行行行行|表头一二三四");
	build_add(build, table);
	g_array_set_size(build->parts, 0);
	build_add_lines(build, 6);
	build_add(build, table);
	build_expect_marks(build, "表头一二三四行行行行|行行表头一二三四");
	g_array_set_size(build->parts, 0);
	build_add_lines(build, 6);
	build_add(build, table);
	build_expect_marks(build, "行行行行行行表头一二|[续][头]三四");
}

/* ---- tables in cells ---- */

static void a_table_in_a_cell_is_parted_too(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	const char *const inner[] = {"头", "一", "二", "三", "四", "五", "六", "七", "八",
		"九", "十", "终", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_cell *cells = arena_copy(build->arena, table->table.cells,
		(size_t)table->table.cell_count * sizeof *cells);
	const struct block *blocks[] = {build_table(build, 1, inner)};
	cells[1].blocks = blocks;
	table->table.cells = cells;
	build_add(build, table);
	build_expect_marks(build, "甲头一二三四五六七八九|[甲][头]十终");
}

/* ---- reports ---- */

static void a_head_that_leaves_no_room_stands_once_and_is_reported(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=100", "一", "二", NULL};
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "一上且丞丨串丼乆乐乚|一二");
	assert_string_equal(build_reports(build),
		"warning table-head-too-tall 1:1 "
		"表头和一行正文在一页里放不下，表头不再重复\n");
}

static void a_head_higher_than_a_page_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=120", "一", NULL};
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "一上且丞丨串丼乆乐乚|乤乮一");
	assert_int_equal(diagnostics_count(build->diagnostics), 1);
}

static void a_row_that_only_misses_room_below_the_head_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", "=50", NULL};
	build_add(build, build_table(build, 1, rows));
	build_expect_marks(build, "一上且丞丨串一上且|[一][上][且][丞][丨][串]丞丨");
	assert_int_equal(diagnostics_count(build->diagnostics), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin_bare, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_head_stands_again_on_every_page),
		TEST(a_head_that_does_not_repeat_stands_once),
		TEST(a_head_is_never_alone_at_the_foot_of_a_page),
		TEST(a_head_of_several_rows_repeats_with_its_spans),
		TEST(a_row_of_up_to_half_a_page_moves_whole_where_little_is_left),
		TEST(a_row_is_parted_where_much_would_be_left),
		TEST(a_higher_row_is_parted_at_lines),
		TEST(two_lines_stand_on_either_side_of_a_cut),
		TEST(a_row_is_parted_only_where_all_its_cells_begin),
		TEST(rows_kept_with_the_next_move_together),
		TEST(a_high_blank_row_moves_whole),
		TEST(a_row_moves_over_to_join_a_lone_last_one),
		TEST(a_high_last_row_may_stand_alone),
		TEST(two_rows_may_stand_on_the_last_page),
		TEST(a_total_is_never_alone),
		TEST(rows_held_over_more_than_a_page_are_parted),
		TEST(a_page_breaks_between_labels_where_little_is_lost),
		TEST(a_page_breaks_in_a_label_where_more_would_be_lost),
		TEST(a_table_does_not_begin_with_a_single_row),
		TEST(a_style_may_let_pages_part_any_row),
		TEST(a_parted_cell_is_one_node),
		TEST(each_part_has_a_closed_frame),
		TEST(an_open_frame_has_no_rule_through_a_span_at_a_break),
		TEST(a_caption_stays_with_its_table_and_is_continued),
		TEST(a_table_in_a_cell_is_parted_too),
		TEST(a_head_that_leaves_no_room_stands_once_and_is_reported),
		TEST(a_head_higher_than_a_page_is_parted),
		TEST(a_row_that_only_misses_room_below_the_head_is_parted),
	};
	return cmocka_run_group_tests_name("compose/table breaks", tests, NULL, NULL);
}
