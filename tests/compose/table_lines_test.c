/* Lines above and below tables. A page holds ten rows of a table without rules. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const FIVE_ROWS[] = {
	"头|头", "一|一", "二|二", "三|三", "四|四", NULL};
static const char *const ABOVE[] = {"上", NULL};
static const char *const CONTINUED[] = {"续", NULL};
static const char *const BELOW[] = {"下", NULL};

static struct block *add_table(struct build *build, const char *const *rows)
{
	struct block *table = build_table(build, 1, rows);
	table->table.above = build_table_lines(build, ABOVE);
	table->table.above_continued = build_table_lines(build, CONTINUED);
	table->table.below = build_table_lines(build, BELOW);
	return table;
}

static void lines_stand_between_caption_and_frame_and_under_the_last_row(void **state)
{
	struct build *build = *state;
	struct block *table = add_table(build, FIVE_ROWS);
	struct text_block caption = build_string(build, "题");
	caption.purpose = PURPOSE_CAPTION;
	table->table.caption = &caption;
	build_add(build, table);
	assert_string_equal(build_lines(build), "1 10,28.8 题\n1 10,38.8 上\n"
						"1 10,48.8 头\n1 60,48.8 头\n"
						"1 10,58.8 一\n1 60,58.8 一\n"
						"1 10,68.8 二\n1 60,68.8 二\n"
						"1 10,78.8 三\n1 60,78.8 三\n"
						"1 10,88.8 四\n1 60,88.8 四\n"
						"1 10,98.8 下\n");
}

/* A line in three parts, ten characters of 10 in all; the second one is centred. */
static const char *place_parts(struct build *build, const char *parts)
{
	const char *const rows[] = {parts, NULL};
	const char *const body[] = {"一|二", NULL};
	struct block *line = build_table(build, 0, rows);
	struct table_column columns[3] = {{.kind = COLUMN_CONTENT},
		{.kind = COLUMN_CONTENT}, {.kind = COLUMN_CONTENT}};
	line->table.columns = arena_copy(build->arena, columns, sizeof columns);
	line->table.plain = true;
	const struct block *blocks[] = {line};
	struct block *table = build_table(build, 0, body);
	table->table.below =
		(struct table_lines){arena_copy(build->arena, blocks, sizeof blocks), 1};
	build_add(build, table);
	return build_lines(build);
}

static void the_middle_of_three_parts_is_in_the_middle(void **state)
{
	struct build *build = *state;
	assert_non_null(strstr(place_parts(build, "甲乙丙|丁|戊"), "1 40.01,38.8 丁"));
}

static void parts_that_would_wrap_stand_where_there_is_room(void **state)
{
	struct build *build = *state;
	const char *lines = place_parts(build, "甲乙丙丁戊|己庚|辛");
	assert_non_null(strstr(lines, "甲乙丙丁戊"));
	assert_non_null(strstr(lines, "己庚"));
	assert_null(strstr(lines, "48.8"));
}

static void further_pages_have_lines_of_their_own(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 5);
	build_add(build, add_table(build, FIVE_ROWS));
	build_expect_marks(build, "行行行行行上头头一一二二|[续][头][头]三三四四下");
}

static void lines_below_take_the_last_row_with_them(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 4);
	build_add(build, add_table(build, FIVE_ROWS));
	build_expect_marks(build, "行行行行上头头一一二二|[续][头][头]三三四四下");
}

static void lines_below_that_fit_stay_with_all_rows(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 3);
	build_add(build, add_table(build, FIVE_ROWS));
	build_expect_marks(build, "行行行上头头一一二二三三四四下");
}

static void lines_below_that_no_page_holds_part(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头|头", "一|一", NULL};
	struct block *table = add_table(build, rows);
	struct block *long_note = arena_new(build->arena, struct block);
	*long_note = *build_block(build, build_han(build, 150));
	const struct block *blocks[] = {long_note};
	table->table.below = (struct table_lines){blocks, 1};
	build_add(build, table);
	const char *lines = build_lines(build);
	assert_non_null(strstr(lines, "1 10,58.8 一丁"));
	assert_non_null(strstr(lines, "2 10,28.8 "));
	assert_null(strstr(lines, "[续]"));
	assert_string_equal(build_reports(build), "");
}

static void what_follows_stands_below_the_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"一|二", NULL};
	struct block *table = build_table(build, 0, rows);
	struct style note = build->text;
	note.before = 3;
	note.after = 5;
	struct text_block text = build_string(build, "注");
	text.style = &note;
	const struct block *blocks[] = {build_block(build, text)};
	table->table.below = (struct table_lines){blocks, 1};
	build_add(build, table);
	build_add_string(build, "后");
	assert_string_equal(build_lines(build), "1 10,28.8 一\n1 60,28.8 二\n"
						"1 10,41.8 注\n1 10,56.8 后\n");
}

/* A plain table is written as paragraphs: it has no table's structure. */
static void a_plain_table_is_paragraphs_beside_each_other(void **state)
{
	struct build *build = *state;
	const char *const parts[] = {"左|右", NULL};
	struct block *plain = build_table(build, 0, parts);
	plain->table.plain = true;
	const struct block *blocks[] = {plain};
	struct block *table = build_table(build, 1, FIVE_ROWS);
	table->table.above = (struct table_lines){blocks, 1};
	build_add(build, table);
	const char *dump = build_dump(build);
	assert_non_null(strstr(dump, "Document/P \"左\""));
	assert_non_null(strstr(dump, "Document/P[2] \"右\""));
	assert_non_null(strstr(dump, "Document/Table/THead/TR/TH/P \"头\""));
}

static void a_head_too_tall_flows_below_its_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=44|头", "一|一", "二|二", NULL};
	build_add(build, add_table(build, rows));
	build_expect_marks(build, "上一丅上丏且丙丞丣丨头|[续]一一二二下");
	assert_non_null(strstr(build_reports(build), "table-head-too-tall"));
}

static void heads_of_groups_repeat_below_the_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"头|头", "组|组", "一|一", "二|二", "三|三", "四|四", NULL};
	struct block *table = add_table(build, rows);
	struct table_row made[6] = {{.head = true}, {.group_rows = 4}};
	table->table.rows = made;
	build_add_lines(build, 4);
	build_add(build, table);
	build_expect_marks(
		build, "行行行行上头头组组一一二二|[续][头][头][组][组]三三四四下");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			lines_stand_between_caption_and_frame_and_under_the_last_row,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			the_middle_of_three_parts_is_in_the_middle, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(
			parts_that_would_wrap_stand_where_there_is_room, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(further_pages_have_lines_of_their_own,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(lines_below_take_the_last_row_with_them,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(lines_below_that_fit_stay_with_all_rows,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			lines_below_that_no_page_holds_part, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			what_follows_stands_below_the_lines, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_plain_table_is_paragraphs_beside_each_other, build_begin_bare,
			build_end),
		cmocka_unit_test_setup_teardown(a_head_too_tall_flows_below_its_lines,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(heads_of_groups_repeat_below_the_lines,
			build_begin_bare, build_end),
	};
	return cmocka_run_group_tests_name("compose/table lines", tests, NULL, NULL);
}
