/* Tables a quarter to the left: the sheet is 120 x 140, its type area 100 wide and 100
 * high (140 in some tests) at 10, 20. Along the table runs upward from the area's foot,
 * down the table runs right from its left edge. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct block *add_turned(struct build *build, const char *const *rows)
{
	struct block *table = build_table(build, 1, rows);
	table->table.fitting.turned = TABLE_TURNED;
	build_add(build, table);
	return g_ptr_array_index(build->blocks, build->blocks->len - 1);
}

static const char *const two_rows[] = {"头|部", "甲|乙", NULL};

/* The area is 100 wide and 60 high: the table has columns of 30, its head row is 10 high,
 * baselines 8.8 below their line's head. */
static void texts_run_upward_from_the_foot(void **state)
{
	struct build *build = *state;
	build->master.area.height = 60;
	add_turned(build, two_rows);
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1\n"
		"text 18.80 80.00 plain 10.00 turned left "
		"Document/Table/THead/TR/TH/P \"头\"\n"
		"text 18.80 50.00 plain 10.00 turned left "
		"Document/Table/THead/TR/TH[2]/P \"部\"\n"
		"text 28.80 80.00 plain 10.00 turned left "
		"Document/Table/TBody/TR/TD/P \"甲\"\n"
		"text 28.80 50.00 plain 10.00 turned left "
		"Document/Table/TBody/TR/TD[2]/P \"乙\"\n"
		"structure Document/Table/THead/TR/TH scope column\n"
		"structure Document/Table/THead/TR/TH[2] scope column\n"
		"metadata language \"zh-CN\"\n");
}

/* A frame of 2 adds one to the first and the last row of 10; the head's is the left one.
 */
static void rules_turn_with_their_table(void **state)
{
	struct build *build = *state;
	build_rules_weigh(build, 2, 0);
	add_turned(build, two_rows);
	assert_string_equal(build_rules(build, 1), "11,120 11,20 2\n"
						   "33,120 33,20 2\n"
						   "11,119 33,119 2\n"
						   "11,21 33,21 2\n");
}

static void the_head_faces_the_left_edge_on_odd_and_even_pages(void **state)
{
	struct build *build = *state;
	build->master.mirrored = true;
	build->master.area.x = 15;
	build->master.area.width = 100;
	build_add_string(build, "文");
	build_part(build);
	add_turned(build, two_rows);
	build_part(build);
	add_turned(build, two_rows);
	const char *dump = build_dump(build);
	assert_non_null(strstr(dump, "page 2 120.00 140.00 number 2\n"
				     "text 13.80 120.00 plain 10.00 turned left"));
	assert_non_null(strstr(dump, "page 3 120.00 140.00 number 3\n"
				     "text 23.80 120.00 plain 10.00 turned left"));
}

static void the_page_number_stays_upright_in_its_place(void **state)
{
	struct build *build = *state;
	struct page_field field = {.text = "{page}",
		.style = &build->text,
		.side = SIDE_OUTSIDE,
		.below = 10,
		.on_first = true};
	build->master.fields = &field;
	build->master.field_count = 1;
	add_turned(build, two_rows);
	assert_non_null(strstr(build_dump(build),
		"text 100.00 130.00 plain 10.00 artifact pagination \"1\"\n"));
}

static void a_turned_table_has_pages_of_its_own(void **state)
{
	struct build *build = *state;
	build_add_string(build, "前");
	add_turned(build, two_rows);
	build_add_string(build, "后");
	build_expect_marks(build, "前|头部甲乙|后");
}

static void two_turned_tables_stand_on_two_pages(void **state)
{
	struct build *build = *state;
	add_turned(build, two_rows);
	add_turned(build, two_rows);
	build_expect_marks(build, "头部甲乙|头部甲乙");
}

static void a_heading_before_it_stays_with_its_text_above(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 10);
	build_add_heading(build, "题");
	add_turned(build, two_rows);
	const struct pages *pages = build_compose(build);
	assert_int_equal(pages->list->len, 3);
}

/* Across the area are 40: caption and head take 20, so that two rows fit on each page. */
static void further_pages_have_caption_and_head_again(void **state)
{
	struct build *build = *state;
	static const char *const rows[] = {"头", "甲", "乙", "丙", "丁", "戊", NULL};
	build->master.area.width = 40;
	struct text_block caption = build_string(build, "表");
	struct text_block continued = build_string(build, "续");
	struct block *table = add_turned(build, rows);
	table->table.caption = &caption;
	table->table.caption_continued = &continued;
	build_expect_marks(build, "表头甲乙|[续][头]丙丁|[续][头]戊");
	assert_non_null(strstr(build_dump(build),
		"page 2 120.00 140.00 number 2\n"
		"text 18.80 120.00 plain 10.00 turned left artifact pagination \"续\"\n"
		"text 28.80 120.00 plain 10.00 turned left artifact pagination "
		"\"头\"\n"));
}

static void what_stands_over_the_caption_turns_with_it(void **state)
{
	struct build *build = *state;
	static const char *const over[] = {"附", NULL};
	static const char *const above[] = {"上", NULL};
	struct text_block caption = build_string(build, "表");
	struct block *table = add_turned(build, two_rows);
	table->table.over = build_table_lines(build, over);
	table->table.caption = &caption;
	table->table.above = build_table_lines(build, above);
	assert_non_null(strstr(build_dump(build),
		"text 18.80 120.00 plain 10.00 turned left Document/P \"附\"\n"
		"text 28.80 120.00 plain 10.00 turned left Document/Table/Caption "
		"\"表\"\n"
		"text 38.80 120.00 plain 10.00 turned left Document/P[2] \"上\"\n"));
}

static void boxes_turn_with_their_lines(void **state)
{
	struct build *build = *state;
	static const char *const rows[] = {"头", "□", NULL};
	struct block *table = add_turned(build, rows);
	struct text_run *run =
		(struct text_run *)(uintptr_t)table->table.cells[1].blocks[0]->text.runs;
	run->shape = RUN_BOX;
	/* The box is 7.3 wide in its em, its middle 3.8 above the baseline at 28.8. */
	assert_non_null(strstr(build_dump(build),
		"path 21.35 118.65 21.35 111.35 28.65 111.35 28.65 118.65 closed "
		"width 0.50 Document/Table/TBody/TR/TD/P \"□\"\n"));
}

/* Two columns of words of 6 letters need 120; upright there are 100, turned 130. */
static void a_wide_table_turns_only_where_it_is_too_wide(void **state)
{
	struct build *build = *state;
	static const char *const wide[] = {"头|部", "abcdef|abcdef", NULL};
	static const struct table_column content[2] = {
		{.kind = COLUMN_CONTENT}, {.kind = COLUMN_CONTENT}};
	build->master.area.height = 130;
	struct block *table = add_turned(build, wide);
	table->table.fitting.turned = TABLE_TURNED_WIDE;
	table->table.columns = content;
	assert_non_null(strstr(build_dump(build), "turned left"));
	assert_string_equal(build_reports(build), "");
	build->master.area.width = 130;
	build->master.width = 150;
	g_array_set_size(build->parts, 0);
	build_add(build, table);
	assert_null(strstr(build_dump(build), "turned left"));
}

static void a_table_too_wide_even_when_turned_is_told(void **state)
{
	struct build *build = *state;
	static const struct table_column fixed[2] = {
		{.kind = COLUMN_FIXED, .width = 80}, {.kind = COLUMN_FIXED, .width = 80}};
	struct block *table = add_turned(build, two_rows);
	table->table.columns = fixed;
	build_compose(build);
	assert_string_equal(build_reports(build),
		"error table-too-wide 1:1 "
		"表格各栏定宽或只容一个字仍宽出版心 21.2 毫米\n");
}

static void a_grouped_table_turns_all_the_same(void **state)
{
	struct build *build = *state;
	const struct block *inside[2];
	inside[0] = build_block(build, build_string(build, "题"));
	inside[1] = add_turned(build, two_rows);
	g_ptr_array_set_size(build->blocks, 0);
	build_add(build, build_group(build, inside, 2));
	build_expect_marks(build, "题|头部甲乙");
}

static void headings_in_it_are_found_where_they_stand(void **state)
{
	struct build *build = *state;
	struct block *table = add_turned(build, two_rows);
	struct text_block caption = build_string(build, "表");
	caption.destination = "table";
	table->table.caption = &caption;
	assert_non_null(
		strstr(build_dump(build), "destination \"table\" page 1 10.00 120.00\n"));
}

#define BARE(name) cmocka_unit_test_setup_teardown(name, build_begin_bare, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BARE(texts_run_upward_from_the_foot),
		BARE(rules_turn_with_their_table),
		BARE(the_head_faces_the_left_edge_on_odd_and_even_pages),
		BARE(the_page_number_stays_upright_in_its_place),
		BARE(a_turned_table_has_pages_of_its_own),
		BARE(two_turned_tables_stand_on_two_pages),
		BARE(a_heading_before_it_stays_with_its_text_above),
		BARE(further_pages_have_caption_and_head_again),
		BARE(what_stands_over_the_caption_turns_with_it),
		BARE(boxes_turn_with_their_lines),
		BARE(a_wide_table_turns_only_where_it_is_too_wide),
		BARE(a_table_too_wide_even_when_turned_is_told),
		BARE(a_grouped_table_turns_all_the_same),
		BARE(headings_in_it_are_found_where_they_stand),
	};
	return cmocka_run_group_tests_name("compose/turned_tables", tests, NULL, NULL);
}
