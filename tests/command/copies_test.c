/* Copies from the outside: which one is made, how many, and what is refused. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char letter_plan[] = "单位: {全称: 甲市乙局, 简称: 乙局}\n"
				  "发文字号: 乙函〔2021〕1号\n"
				  "成文日期: 2021-03-01\n"
				  "文档:\n"
				  "  - 版式: letter\n"
				  "通知:\n"
				  "  标题: 关于商请提供资料的函\n"
				  "  主送: 丙局\n"
				  "  正文: 请予支持为盼。\n";

struct copies_case {
	char *folder;
};

static int set_up(void **state)
{
	struct copies_case *test = g_new0(struct copies_case, 1);
	test->folder = folder_make();
	file_write(test->folder, "plan.yaml", letter_plan);
	*state = test;
	return 0;
}

static int tear_down(void **state)
{
	struct copies_case *test = *state;
	folder_remove(test->folder);
	g_free(test);
	return 0;
}

static void file_add(struct copies_case *test, const char *line)
{
	char *text = g_strconcat(letter_plan, line, NULL);
	file_write(test->folder, "plan.yaml", text);
	g_free(text);
}

/* The text of pages; nothing may be wrong. */
#define PAGES(test, ...)                                                                 \
	program_run((test)->folder, NULL, "build", "plan.yaml", "--format", "pages",     \
		__VA_ARGS__)

/* ---- which copy ---- */

static void the_plan_says_which_copy_it_is(void **state)
{
	static const struct {
		const char *stage;
		const char *mark; /* NULL: none */
	} rows[] = {{"稿次: 草稿\n", " rising "}, {"稿次: 存档稿\n", "归档章的位置"},
		{"稿次: 报送稿\n", NULL}, {"", NULL}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		file_add(*state, rows[i].stage);
		struct run run = PAGES((struct copies_case *)*state, NULL);
		assert_no_faults(&run);
		bool any = strstr(run.output, " rising ") ||
			   strstr(run.output, "归档章的位置");
		assert_int_equal(any, rows[i].mark != NULL);
		assert_true(!rows[i].mark || strstr(run.output, rows[i].mark));
		run_finish(&run);
	}
}

static void a_draft_bears_its_stage_and_date(void **state)
{
	file_add(*state, "稿名: 征求意见稿\n成稿日期: 2021-02-03\n");
	struct run run = PAGES((struct copies_case *)*state, "--copy", "draft", NULL);
	assert_no_faults(&run);
	assert_non_null(
		strstr(run.output, "artifact pagination \"征求意见稿（2021年2月3日）\""));
	assert_non_null(strstr(run.output, "artifact background \"征求意见稿\""));
	run_finish(&run);
	run = PAGES((struct copies_case *)*state, "--stage", "送审稿", NULL);
	assert_no_faults(&run);
	assert_non_null(
		strstr(run.output, "artifact pagination \"送审稿（2021年2月3日）\""));
	assert_null(strstr(run.output, "征求意见稿"));
	run_finish(&run);
}

/* What a submission does not print is not lost: a draft would. */
static void the_stage_of_a_plan_that_is_submitted_is_no_fault(void **state)
{
	file_add(*state, "稿名: 征求意见稿\n成稿日期: 2021-02-03\n");
	struct run run =
		PAGES((struct copies_case *)*state, "--copy", "submission", NULL);
	assert_no_faults(&run);
	assert_null(strstr(run.output, "征求意见稿"));
	run_finish(&run);
}

static void a_filing_copy_with_errors_writes_nothing(void **state)
{
	struct copies_case *test = *state;
	file_add(test, "规划期: 2025-2021\n");
	struct run run = program_run(
		test->folder, NULL, "build", "plan.yaml", "--copy", "filing", NULL);
	assert_int_equal(run.status, 1);
	assert_string_equal(run.output, "");
	assert_non_null(strstr(run.errors, "plan.yaml:10:6: error["));
	run_finish(&run);
}

/* ---- numbers ---- */

static void copies_bear_numbers_from_one_on(void **state)
{
	struct run run = PAGES((struct copies_case *)*state, "--copies", "3", NULL);
	assert_no_faults(&run);
	assert_int_equal(count_of(run.output, "\"00000"), 3);
	const char *second = strstr(run.output, "\"000002\"");
	assert_non_null(second);
	assert_true(strstr(run.output, "\"000001\"") < second);
	assert_true(second < strstr(run.output, "\"000003\""));
	assert_non_null(strstr(run.output, "outline 1 \"份号000003\" to "));
	run_finish(&run);
}

static void copies_may_have_a_file_each(void **state)
{
	struct copies_case *test = *state;
	struct run run = program_run(test->folder, NULL, "build", "plan.yaml", "--copies",
		"2", "--separate", NULL);
	assert_no_faults(&run);
	assert_string_equal(run.output, "已生成 ./plan-000001.pdf（2 页）\n"
					"已生成 ./plan-000002.pdf（2 页）\n");
	run_finish(&run);
}

static void a_layout_without_a_number_cannot_be_numbered(void **state)
{
	struct copies_case *test = *state;
	file_write(test->folder, "plan.yaml", small_plan);
	struct run run = program_run(test->folder, NULL, "build", "plan.yaml", "--copies",
		"2", "--diagnostics", "short", NULL);
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.errors,
		"plan.yaml:5:9: error[copy-number-unplaced]: 版式 first-round-plan "
		"没有印份号的地方，不能编份号\n"));
	run_finish(&run);
}

static void too_many_copies_for_one_file_are_a_limit(void **state)
{
	struct run run = PAGES((struct copies_case *)*state, "--copies", "6", "--limit",
		"pages=10", "--diagnostics", "short", NULL);
	assert_int_equal(run.status, 5);
	assert_non_null(strstr(run.errors, "error[copies-pages]: 6 份、每份 2 页"));
	run_finish(&run);
}

/* ---- booklets ---- */

static void a_booklet_has_two_pages_on_a_side(void **state)
{
	struct run run = PAGES((struct copies_case *)*state, "--booklet", NULL);
	assert_no_faults(&run);
	assert_int_equal(count_of(run.output, "page "), 2);
	assert_non_null(strstr(run.output, "page 1 1190.55 841.89\n"));
	run_finish(&run);
}

static void a_booklet_of_pages_of_different_size_is_told(void **state)
{
	struct copies_case *test = *state;
	file_add(test, "附件: [{名称: 一览, 版面: A3横版, 正文: 见下页。}]\n");
	struct run run = program_run(test->folder, NULL, "build", "plan.yaml",
		"--booklet", "--diagnostics", "short", NULL);
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.errors, "error[booklet-sizes]: 第 2 页是 420 × 297 "
					   "毫米，小册子的各页应同第 1 "
					   "页一样是 210 × 297 毫米\n"));
	run_finish(&run);
}

/* ---- wrong use ---- */

static void what_only_one_copy_has_is_wrong_use_elsewhere(void **state)
{
	struct copies_case *test = *state;
	static const struct {
		const char *options[4];
		const char *complaint;
	} rows[] = {
		{{"--copy=stored"}, "--copy 应是 draft、submission 或 filing"},
		{{"--copies=1000000"}, "--copies 应是 1 至 999999：份号有六位"},
		{{"--copies=-1"}, "--copies 应是 1 至 999999"},
		{{"--copies=0"}, "--copies 应是 1 至 999999"},
		{{"--copy=draft", "--copies=2"}, "只用于 --copy filing"},
		{{"--copy=submission", "--booklet"}, "只用于 --copy filing"},
		{{"--copy=filing", "--stage=送审稿"}, "--stage 写草稿的名称"},
		{{"--stage="}, "--stage 写草稿的名称"},
		{{"--separate"}, "--separate 与 --copies 同用"},
		{{"--separate", "--copies=2", "--output=-"},
			"--separate 与 --copies 同用"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const char *const *options = rows[i].options;
		struct run run = program_run(test->folder, NULL, "build", "plan.yaml",
			options[0], options[1], options[2], NULL);
		assert_int_equal(run.status, 2);
		assert_string_equal(run.output, "");
		assert_non_null(strstr(run.errors, rows[i].complaint));
		run_finish(&run);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_plan_says_which_copy_it_is),
		TEST(a_draft_bears_its_stage_and_date),
		TEST(the_stage_of_a_plan_that_is_submitted_is_no_fault),
		TEST(a_filing_copy_with_errors_writes_nothing),
		TEST(copies_bear_numbers_from_one_on),
		TEST(copies_may_have_a_file_each),
		TEST(a_layout_without_a_number_cannot_be_numbered),
		TEST(too_many_copies_for_one_file_are_a_limit),
		TEST(a_booklet_has_two_pages_on_a_side),
		TEST(a_booklet_of_pages_of_different_size_is_told),
		TEST(what_only_one_copy_has_is_wrong_use_elsewhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
