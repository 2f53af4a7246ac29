/* A table on one page: its columns, rows, cells, rules, structure. Rules are 2 and 1
 * points. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct table_column *columns_of(struct build *build, struct block *table)
{
	struct table_column *columns = arena_copy(build->arena, table->table.columns,
		(size_t)table->table.column_count * sizeof *columns);
	table->table.columns = columns;
	return columns;
}

static struct table_cell *cells_of(struct build *build, struct block *table)
{
	struct table_cell *cells = arena_copy(build->arena, table->table.cells,
		(size_t)table->table.cell_count * sizeof *cells);
	table->table.cells = cells;
	return cells;
}

/* ---- rules ---- */

static void rules_lie_on_edges_and_close_the_frame_squarely(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", NULL};
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "11,32.5 109,32.5 1\n"
						   "60,21 60,44 1\n"
						   "10,21 110,21 2\n"
						   "10,44 110,44 2\n"
						   "11,21 11,44 2\n"
						   "109,21 109,44 2\n");
}

static void no_rule_goes_through_a_span(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙|<", "^|丙|丁", "戊|<|^", NULL};
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "43.6667,32.5 109,32.5 1\n"
						   "11,43.5 76.3333,43.5 1\n"
						   "43.6667,21 43.6667,43.5 1\n"
						   "76.3333,32.5 76.3333,55 1\n"
						   "10,21 110,21 2\n"
						   "10,55 110,55 2\n"
						   "11,21 11,55 2\n"
						   "109,21 109,55 2\n");
}

static void a_table_without_rules_has_none(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	build_rules_weigh(build, 0, 0);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 60,28.8 乙\n");
}

static void rules_of_one_weight_are_drawn_once(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	build_rules_weigh(build, 1, 1);
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "10,20.5 110,20.5 1\n"
						   "10,31.5 110,31.5 1\n"
						   "10.5,20.5 10.5,31.5 1\n"
						   "60,20.5 60,31.5 1\n"
						   "109.5,20.5 109.5,31.5 1\n");
}

/* ---- cells ---- */

static void text_stands_in_its_cell_by_its_alignment(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=8|上", "=8|中", "=8|下", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_cell *cells = cells_of(build, table);
	cells[3].vertical = VERTICAL_MIDDLE;
	cells[5].vertical = VERTICAL_BOTTOM;
	build->table.padding_down = 1;
	build->table.padding_across = 2;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 14,31.8 一丁丂七\n"
						"1 14,41.8 丄丅丆万\n"
						"1 62.5,31.8 上\n"
						"1 14,54.8 一丁丂七\n"
						"1 14,64.8 丄丅丆万\n"
						"1 62.5,59.8 中\n"
						"1 14,77.8 一丁丂七\n"
						"1 14,87.8 丄丅丆万\n"
						"1 62.5,87.8 下\n");
}

static void a_row_keeps_its_least_height_under_a_span(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "^|^", "丙|丁", NULL};
	build->table.minimum_row = 15;
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "11,51.5 109,51.5 1\n"
						   "60,21 60,67 1\n"
						   "10,21 110,21 2\n"
						   "10,67 110,67 2\n"
						   "11,21 11,67 2\n"
						   "109,21 109,67 2\n");
}

static void a_long_span_stretches_its_rows_alike(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=20|甲", "^|乙", NULL};
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_rules(build, 1), "60,47 109,47 1\n"
						   "60,21 60,73 1\n"
						   "10,21 110,21 2\n"
						   "10,73 110,73 2\n"
						   "11,21 11,73 2\n"
						   "109,21 109,73 2\n");
}

static void a_cell_may_hold_paragraphs_and_a_table(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲", NULL};
	const char *const inner[] = {"乙|丙", NULL};
	struct block *table = build_table(build, 0, rows);
	const struct block *blocks[] = {build_block(build, build_string(build, "前")),
		build_table(build, 0, inner),
		build_block(build, build_string(build, "后"))};
	struct table_cell *cells = cells_of(build, table);
	cells[0].blocks = blocks;
	cells[0].block_count = 3;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 12,30.8 前\n"
						"1 14,42.8 乙\n"
						"1 60.5,42.8 丙\n"
						"1 12,54.8 后\n");
	assert_string_equal(build_rules(build, 1), "60,33 60,45 1\n"
						   "12,33 108,33 2\n"
						   "12,45 108,45 2\n"
						   "13,33 13,45 2\n"
						   "107,33 107,45 2\n"
						   "10,21 110,21 2\n"
						   "10,57 110,57 2\n"
						   "11,21 11,57 2\n"
						   "109,21 109,57 2\n");
}

static void fixed_columns_make_a_narrow_table_in_the_middle(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_column *columns = columns_of(build, table);
	columns[0] = (struct table_column){.kind = COLUMN_FIXED, .width = 20};
	columns[1] = (struct table_column){.kind = COLUMN_FIXED, .width = 30};
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 36,30.8 甲\n"
						"1 55.5,30.8 乙\n");
}

static void content_columns_take_their_words_and_share_the_rest(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"abc|=60", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_column *columns = columns_of(build, table);
	columns[0] = (struct table_column){.kind = COLUMN_CONTENT};
	columns[1] = (struct table_column){.kind = COLUMN_CONTENT};
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 12,30.8 abc\n"
						"1 43.01,30.8 一丁丂七丄丅\n"
						"1 43.01,40.8 丆万丈三上下\n"
						"1 43.01,50.8 丌不与丏丐丑\n"
						"1 43.01,60.8 丒专且丕世丗\n"
						"1 43.01,70.8 丘丙业丛东丝\n"
						"1 43.01,80.8 丞丟丠両丢丣\n"
						"1 43.01,90.8 两严並丧丨丩\n"
						"1 43.01,100.8 个丫丬中丮丯\n"
						"2 12,30.8 [abc]\n"
						"2 43.01,30.8 丰丱串丳临丵\n"
						"2 43.01,40.8 丶丷丸丹为主\n");
}

/* ---- captions, structure ---- */

static void structure_says_what_spans_and_what_heads(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头|<", "行|甲", "^|乙", NULL};
	struct block *table = build_table(build, 1, rows);
	struct table_cell *cells = cells_of(build, table);
	cells[1].head = true;
	cells[1].names_rows = true;
	struct text_block caption = build_string(build, "表一");
	table->table.caption = &caption;
	build_add(build, table);
	build_rules_weigh(build, 0, 0);
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1\n"
		"text 10.00 28.80 plain 10.00 Document/Table/Caption \"表一\"\n"
		"text 10.00 38.80 plain 10.00 Document/Table/THead/TR/TH/P \"头\"\n"
		"text 10.00 48.80 plain 10.00 Document/Table/TBody/TR/TH/P \"行\"\n"
		"text 60.00 48.80 plain 10.00 Document/Table/TBody/TR/TD/P \"甲\"\n"
		"text 60.00 58.80 plain 10.00 Document/Table/TBody/TR[2]/TD/P \"乙\"\n"
		"structure Document/Table/THead/TR/TH scope column columns 2\n"
		"structure Document/Table/TBody/TR/TH scope row rows 2\n"
		"metadata language \"zh-CN\"\n");
}

static void an_empty_cell_is_in_the_structure_without_a_paragraph(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"|乙", NULL};
	build_add(build, build_table(build, 0, rows));
	const struct pages *pages = build_compose(build);
	/* Document, Table, TBody, TR, TD, TD, P */
	assert_int_equal(pages->node_count, 7);
}

/* ---- reports ---- */

static void a_word_wider_than_its_column_is_broken_and_reported(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|abcdefg", NULL};
	build_add(build, build_table(build, 0, rows));
	assert_string_equal(build_lines(build), "1 12,30.8 甲\n"
						"1 60.5,30.8 乙\n"
						"1 12,41.8 丙\n"
						"1 60.5,41.8 abcd\n"
						"1 60.5,51.8 efg\n");
	assert_string_equal(build_reports(build),
		"warning word-wider-than-column 4:1 “abcd”处的词比栏宽，已在中间断开\n");
}

static void columns_that_need_more_than_the_page_are_narrowed(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_column *columns = columns_of(build, table);
	columns[0] = (struct table_column){.kind = COLUMN_FIXED, .width = 150};
	columns[1] = (struct table_column){.kind = COLUMN_FIXED, .width = 46};
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 12,30.8 甲\n"
						"1 86.5,30.8 乙\n");
	assert_string_equal(build_reports(build),
		"error table-too-wide 1:1 "
		"表格各栏定宽或只容一个字仍宽出版心 34.6 毫米\n");
}

static void a_column_narrower_than_a_character_is_reported(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	struct block *table = build_table(build, 0, rows);
	struct table_column *columns = columns_of(build, table);
	columns[0] = (struct table_column){.kind = COLUMN_FIXED, .width = 9};
	columns[1] = (struct table_column){.kind = COLUMN_FIXED, .width = 89};
	build_add(build, table);
	assert_non_null(build_compose(build));
	assert_string_equal(build_reports(build),
		"warning word-wider-than-column 1:1 “甲”处的词比栏宽，已在中间断开\n");
}

static void a_table_may_be_nothing_but_its_head(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	build_add(build, build_table(build, 1, rows));
	assert_non_null(strstr(build_lines(build), "甲"));
	assert_non_null(strstr(build_lines(build), "乙"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rules_lie_on_edges_and_close_the_frame_squarely),
		TEST(no_rule_goes_through_a_span),
		TEST(a_table_without_rules_has_none),
		TEST(rules_of_one_weight_are_drawn_once),
		TEST(text_stands_in_its_cell_by_its_alignment),
		TEST(a_row_keeps_its_least_height_under_a_span),
		TEST(a_long_span_stretches_its_rows_alike),
		TEST(a_cell_may_hold_paragraphs_and_a_table),
		TEST(fixed_columns_make_a_narrow_table_in_the_middle),
		TEST(content_columns_take_their_words_and_share_the_rest),
		TEST(structure_says_what_spans_and_what_heads),
		TEST(an_empty_cell_is_in_the_structure_without_a_paragraph),
		TEST(a_word_wider_than_its_column_is_broken_and_reported),
		TEST(columns_that_need_more_than_the_page_are_narrowed),
		TEST(a_column_narrower_than_a_character_is_reported),
		TEST(a_table_may_be_nothing_but_its_head),
	};
	return cmocka_run_group_tests_name("compose/tables", tests, NULL, NULL);
}
