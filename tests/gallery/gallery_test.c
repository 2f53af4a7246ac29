/* What paragraphs can be told, in one document: built by the program, looked up in its
 * pages. */
#include "command/program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMN (156 * 72 / 25.4 / 28) /* points: a character of the text */
#define LEFT (28 * 72 / 25.4)
#define NEAR 0.3 /* points: Western characters stand in the middle of wider cells */

/* A text of the pages. */
struct found {
	double x, y;
	const char *line;
};

static int begin(void **state)
{
	char *folder = g_build_filename(
		g_getenv("JIXIAO_SOURCE_ROOT"), "tests", "gallery", NULL);
	struct run *run = g_new0(struct run, 1);
	*run = program_run(folder, NULL, "build", "plan.yaml", "--layout-path", ".",
		"--format", "pages", NULL);
	g_free(folder);
	*state = run;
	return run->status;
}

static int end(void **state)
{
	run_finish(*state);
	g_free(*state);
	return 0;
}

/* The n-th text that begins so, from 0. */
static struct found find_text(void **state, const char *text, int number)
{
	const struct run *run = *state;
	char *quoted = g_strdup_printf(" \"%s", text);
	const char *at = strstr(run->output, quoted);
	while (at && number-- > 0) {
		at = strstr(at + 1, quoted);
	}
	g_free(quoted);
	if (!at) {
		fail_msg("“%s” stands nowhere", text);
		abort();
	}
	struct found found = {.line = at};
	while (found.line > run->output && found.line[-1] != '\n') {
		found.line--;
	}
	assert_int_equal(sscanf(found.line, "text %lf %lf", &found.x, &found.y), 2);
	return found;
}

static void assert_column(void **state, const char *text, double column)
{
	double x = find_text(state, text, 0).x;
	double expected = LEFT + column * COLUMN;
	if (fabs(x - expected) > NEAR) {
		fail_msg("“%s” stands at %.2f, not at %.2f", text, x, expected);
	}
}

static void it_is_built_without_a_warning(void **state)
{
	const struct run *run = *state;
	assert_null(strstr(run->errors, "warning["));
	assert_null(strstr(run->errors, "error["));
}

static void notes_of_attachments_turn_over_under_their_names(void **state)
{
	assert_column(state, "附件：", 2);
	assert_column(state, "1. ", 5);
	assert_column(state, "澜州市青年发展规划重点", 6);
	assert_column(state, "任书的格式", 6);
	assert_column(state, "2. ", 5);
	assert_column(state, "下一年度资金", 6);
}

static void names_stand_in_columns_under_the_first(void **state)
{
	assert_column(state, "组长：王一一", 2);
	assert_column(state, "副组长：李二", 2);
	assert_column(state, "周七七", 6);
	assert_column(state, "张三三", 10);
	assert_column(state, "钱五", 10);
	assert_column(state, "邓丽", 10);
	assert_column(state, "欧阳某某某", 18);
	assert_column(state, "买买提·艾力", 18);
}

static void lists_with_a_heading_turn_over_behind_its_colon(void **state)
{
	assert_column(state, "市委宣传部", 5);
	assert_column(state, "六六，市财政局", 5);
	assert_column(state, "请假：", 2);
	assert_column(state, "市卫生健康委", 6);
	assert_column(state, "管理局褚十二", 6);
}

static void imprints_turn_over_behind_their_colon(void **state)
{
	double first = find_text(state, "抄送：", 0).x;
	double next = find_text(state, "监委机关", 0).x;
	assert_true(fabs(first - (LEFT + 14)) < 0.1);
	assert_true(fabs(next - (first + 3 * 14)) < 0.1);
}

static void page_numbers_end_at_the_right_edge(void **state)
{
	double edge = LEFT + 28 * COLUMN;
	double wide = COLUMN / 2;
	assert_true(fabs(find_text(state, "12", 0).x - (edge - 2 * wide)) < 0.1);
	assert_true(fabs(find_text(state, "128", 0).x - (edge - 3 * wide)) < 0.1);
}

static void leaders_stand_under_each_other_and_are_no_text(void **state)
{
	struct found first = find_text(state, "……", 0);
	struct found second = find_text(state, "……", 1);
	struct found third = find_text(state, "……", 2);
	assert_true(fabs(first.x - second.x) < 0.01);
	double steps = (second.x - third.x) / COLUMN;
	assert_true(fabs(steps - round(steps)) < 0.01);
	struct found dots = find_text(state, ". . .", 0);
	struct found more = find_text(state, ". . .", 1);
	steps = (more.x - dots.x) / (COLUMN / 2);
	assert_true(fabs(steps - round(steps)) < 0.01);
	assert_non_null(strstr(first.line, " artifact layout \"…"));
	assert_non_null(strstr(dots.line, " artifact layout \". "));
	/* The title stands before its leader, the number behind it. */
	assert_true(find_text(state, "一、使命和愿景", 0).line < first.line);
	assert_true(find_text(state, "12", 0).line > second.line);
}

static void a_number_without_room_gets_a_line_of_its_own(void **state)
{
	double title = find_text(state, "三、标题恰好", 0).y;
	double number = find_text(state, "128", 0).y;
	assert_true(fabs(number - title - 225 * 72 / 25.4 / 22) < 0.01);
}

static void numbered_paragraphs_turn_over_behind_their_number(void **state)
{
	assert_true(fabs(find_text(state, "联系服务", 0).x -
			    find_text(state, "并承担市", 0).x) < NEAR);
	assert_column(state, "③没有空格", 2);
	assert_column(state, "和上一行的字", 3);
}

static void labels_stand_upright_in_the_middle_of_their_cells(void **state)
{
	static const char *const label[] = {"组", "织", "建", "设"};
	double x = find_text(state, "组\"", 0).x;
	double y = find_text(state, "组\"", 0).y;
	for (int i = 0; i < 4; i++) {
		char *text = g_strconcat(label[i], "\"", NULL);
		struct found found = find_text(state, text, 0);
		g_free(text);
		assert_true(fabs(found.x - x) < 0.01);
		assert_true(fabs(found.y - y - i * 19) < 0.02);
		assert_non_null(strstr(found.line, "/TD/P"));
	}
	find_text(state, "5G\"", 0);
}

#define TEST(name) cmocka_unit_test(name)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_built_without_a_warning),
		TEST(notes_of_attachments_turn_over_under_their_names),
		TEST(names_stand_in_columns_under_the_first),
		TEST(lists_with_a_heading_turn_over_behind_its_colon),
		TEST(imprints_turn_over_behind_their_colon),
		TEST(page_numbers_end_at_the_right_edge),
		TEST(leaders_stand_under_each_other_and_are_no_text),
		TEST(a_number_without_room_gets_a_line_of_its_own),
		TEST(numbered_paragraphs_turn_over_behind_their_number),
		TEST(labels_stand_upright_in_the_middle_of_their_cells),
	};
	return cmocka_run_group_tests_name("gallery", tests, begin, end);
}
