/* A table over pages. A page holds nine lines of a table without rules above its foot. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Pages of ten lines, tables without rules: every row is ten points a line. */
static int begin(void **state)
{
	struct build *build = build_create();
	build->table.outer_rule = 0;
	build->table.inner_rule = 0;
	*state = build;
	return 0;
}

static int end(void **state)
{
	build_destroy(*state);
	return 0;
}

static void add_lines(struct build *build, int count)
{
	for (int i = 0; i < count; i++) {
		build_add_string(build, "行");
	}
}

static void append_first(GString *out, const struct item *item)
{
	bool artifact = item->artifact != ARTIFACT_NONE;
	g_string_append(out, artifact ? "[" : "");
	g_string_append_unichar(out, g_utf8_get_char(item->text.text));
	g_string_append(out, artifact ? "]" : "");
}

/* The first characters of the pieces of text of each page: pages parted by bars,
 * artifacts in brackets. */
static void assert_pages(struct build *build, const char *expected)
{
	const struct pages *pages = build_compose(build);
	GString *out = arena_text(build->arena);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		g_string_append(out, i > 0 ? "|" : "");
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind == ITEM_TEXT) {
				append_first(out, item);
			}
		}
	}
	assert_string_equal(out->str, expected);
}

/* ---- rows ---- */

static void the_head_stands_again_on_every_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", "四", "五", NULL};
	add_lines(build, 7);
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "行行行行行行行头一二|[头]三四五");
}

static void a_head_that_does_not_repeat_stands_once(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", "四", "五", NULL};
	build->table.repeat_head = false;
	add_lines(build, 7);
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "行行行行行行行头一二|三四五");
}

static void a_head_is_never_alone_at_the_foot_of_a_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", NULL};
	add_lines(build, 9);
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "行行行行行行行行行|头一二");
}

static void a_head_of_several_rows_repeats_with_its_spans(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙|<", "^|丙|丁", "一|1|2", "二|3|4", NULL};
	add_lines(build, 7);
	build_add(build, build_table(build, 2, rows));
	assert_string_equal(build_lines(build) + strlen("1 10,28.8 行\n") * 7,
		"1 10,98.8 甲\n"
		"1 43.33,98.8 乙\n"
		"1 43.33,108.8 丙\n"
		"1 76.67,108.8 丁\n"
		"1 10,118.8 一\n"
		"1 43.33,118.8 1\n"
		"1 76.67,118.8 2\n"
		"2 10,28.8 [甲]\n"
		"2 43.33,28.8 [乙]\n"
		"2 43.33,38.8 [丙]\n"
		"2 76.67,38.8 [丁]\n"
		"2 10,48.8 二\n"
		"2 43.33,48.8 3\n"
		"2 76.67,48.8 4\n");
}

static void a_row_of_up_to_half_a_page_moves_whole(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=50", NULL};
	add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行|一上且丞丨");
}

static void a_higher_row_is_parted_at_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", NULL};
	add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行一上且丞|丨串");
}

static void two_lines_stand_on_either_side_of_a_cut(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", NULL};
	add_lines(build, 5);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行一上且丞|丨串");
}

static void a_row_is_parted_only_where_all_its_cells_begin(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=40|=15", NULL};
	add_lines(build, 8);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行行行|一丅上丏且丙丞丣一丅上");
}

static void rows_kept_with_the_next_move_together(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"一", "二", "三", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_row kept[] = {{.with_next = false}, {.with_next = true}, {0}};
	table->table.rows = kept;
	add_lines(build, 8);
	build_add(build, table);
	assert_pages(build, "行行行行行行行行一|二三");
}

static void a_high_blank_row_moves_whole(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"|<", NULL};
	build->table.minimum_row = 60;
	build->table.outer_rule = 1;
	build->table.inner_rule = 1;
	add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 2), "10,20.5 110,20.5 1\n"
						   "10,80.5 110,80.5 1\n"
						   "10.5,20.5 10.5,80.5 1\n"
						   "109.5,20.5 109.5,80.5 1\n");
}

/* ---- spans ---- */

static void a_label_stands_on_every_page_that_its_cell_covers(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", "尾|四", NULL};
	add_lines(build, 9);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行行行行标一|[标]二三尾四");
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
	const char *const rows[] = {"标|一", "^|二", "^|三", NULL};
	build->table.repeat_labels = false;
	add_lines(build, 9);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行行行行标一|二三");
}

static void a_long_text_beside_rows_goes_on_over_the_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=30|=10", "^|=10", "^|=10", NULL};
	add_lines(build, 6);
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "行行行行行行一丅上丏一丅一丅|且丙一丅");
}

static void a_label_is_shown_where_a_row_of_its_cell_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|=70", "^|二", NULL};
	build_add(build, build_table(build, 0, rows));
	assert_pages(build, "标一丅上丏且丙丞丣丨中|[标]串丷丼乁二");
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
	const char *const rows[] = {"标|一", "^|二", "^|三", NULL};
	build->table.outer_rule = 2;
	build->table.inner_rule = 1;
	add_lines(build, 7);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "60,102.5 109,102.5 1\n"
						   "60,91 60,114 1\n"
						   "10,91 110,91 2\n"
						   "10,114 110,114 2\n"
						   "11,91 11,114 2\n"
						   "109,91 109,114 2\n");
	assert_string_equal(build_rules(build, 2), "60,21 60,33 1\n"
						   "10,21 110,21 2\n"
						   "10,33 110,33 2\n"
						   "11,21 11,33 2\n"
						   "109,21 109,33 2\n");
}

static void an_open_frame_has_no_rule_through_a_span_at_a_break(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"标|一", "^|二", "^|三", NULL};
	build->table.outer_rule = 2;
	build->table.inner_rule = 1;
	build->table.close_fragments = false;
	add_lines(build, 7);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "60,102.5 109,102.5 1\n"
						   "60,114 110,114 1\n"
						   "60,91 60,114 1\n"
						   "10,91 110,91 2\n"
						   "11,91 11,114 2\n"
						   "109,91 109,114 2\n");
	assert_string_equal(build_rules(build, 2), "60,21 110,21 1\n"
						   "60,21 60,33 1\n"
						   "10,33 110,33 2\n"
						   "11,21 11,33 2\n"
						   "109,21 109,33 2\n");
}

/* ---- captions ---- */

static void a_caption_stays_with_its_table_and_is_continued(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "一", "二", "三", NULL};
	struct block *table = build_table(build, 1, rows);
	struct text_block caption = build_string(build, "表");
	struct text_block continued = build_string(build, "续");
	table->table.caption = &caption;
	table->table.caption_continued = &continued;
	add_lines(build, 8);
	build_add(build, table);
	assert_pages(build, "行行行行行行行行|表头一二三");
	build_add(build, table);
	g_array_set_size(build->parts, 0);
	add_lines(build, 6);
	build_add(build, table);
	assert_pages(build, "表头一二三行行行行行|行表头一二三");
	g_array_set_size(build->parts, 0);
	add_lines(build, 7);
	build_add(build, table);
	assert_pages(build, "行行行行行行行表头一|[续][头]二三");
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
	assert_pages(build, "甲头一二三四五六七八九|[头]十终");
}

/* ---- reports ---- */

static void a_head_that_leaves_no_room_stands_once_and_is_reported(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=100", "一", "二", NULL};
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "一上且丞丨串丼乆乐乚|一二");
	assert_string_equal(build_reports(build),
		"warning table-head-too-tall 1:1 "
		"表头和一行正文在一页里放不下，表头不再重复\n");
}

static void a_head_higher_than_a_page_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=120", "一", NULL};
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "一上且丞丨串丼乆乐乚|乤乮一");
	assert_int_equal(diagnostics_count(build->diagnostics), 1);
}

static void a_row_that_only_misses_room_below_the_head_is_parted(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=60", "=50", NULL};
	build_add(build, build_table(build, 1, rows));
	assert_pages(build, "一上且丞丨串一上且|[一][上][且][丞][丨][串]丞丨");
	assert_int_equal(diagnostics_count(build->diagnostics), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_head_stands_again_on_every_page),
		TEST(a_head_that_does_not_repeat_stands_once),
		TEST(a_head_is_never_alone_at_the_foot_of_a_page),
		TEST(a_head_of_several_rows_repeats_with_its_spans),
		TEST(a_row_of_up_to_half_a_page_moves_whole),
		TEST(a_higher_row_is_parted_at_lines),
		TEST(two_lines_stand_on_either_side_of_a_cut),
		TEST(a_row_is_parted_only_where_all_its_cells_begin),
		TEST(rows_kept_with_the_next_move_together),
		TEST(a_high_blank_row_moves_whole),
		TEST(a_label_stands_on_every_page_that_its_cell_covers),
		TEST(a_label_is_aligned_in_each_of_its_parts),
		TEST(labels_stand_once_where_they_shall_not_repeat),
		TEST(a_long_text_beside_rows_goes_on_over_the_page),
		TEST(a_label_is_shown_where_a_row_of_its_cell_is_parted),
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
