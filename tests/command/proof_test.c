/* jixiao check --proof, from the outside. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char notice[] = "单位: {全称: 霁川市档案馆}\n"
			     "文种: 通知\n"
			     "发文字号: 霁档〔2021〕18号\n"
			     "文档: [{版式: official-document}]\n"
			     "通知:\n"
			     "  标题: 关于报送年度目标的通知\n"
			     "  主送: 各处室\n"
			     "  成文日期: 2021-03-30\n"
			     "  正文: 请按要求报送。\n";

/* A layout with one figure that its pages do not keep. */
static const char changed[] = "layout: {name: changed, title: 改了一处的版式}\n"
			      "inherit: official-document\n"
			      "proof:\n"
			      "  rules:\n"
			      "    - {id: 标志上边缘, element: 发文机关标志, measure: "
			      "ink top, below: 版心 top, "
			      "is: 36mm, clause: 7.2.4}\n";

static void pages_that_are_right_are_proved(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", notice);
	struct run run = program_run(
		folder, NULL, "check", "--proof", "--strict", "plan.yaml", NULL);
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.output, "公文（版头、主体、附件、版记）\n条款"));
	assert_non_null(strstr(run.output, "标志上边缘"));
	assert_non_null(strstr(run.output, "，不合 0 项\n"));
	assert_non_null(strstr(run.output, "plan.yaml：可用，1 份文档，1 页，0 条警告"));
	run_finish(&run);
	folder_remove(folder);
}

static void pages_that_are_wrong_are_warned_of(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(notice, "版式: official-document", "版式: changed");
	file_write(folder, "plan.yaml", plan);
	file_write(folder, "changed.yaml", changed);
	struct run run = program_run(folder, NULL, "check", "--proof", "--layout-path",
		".", "plan.yaml", NULL);
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.errors,
		"plan.yaml:1:10: warning[proof-deviation]: 第 1 页“标志上边缘”应为 36.00 "
		"mm，实为 35.00 mm（GB/T 9704-2012 7.2.4）\n"));
	assert_non_null(strstr(run.output, "，不合 1 项\n"));
	run_finish(&run);
	run = program_run(folder, NULL, "check", "--proof", "--strict", "--layout-path",
		".", "plan.yaml", NULL);
	assert_int_equal(run.status, 3);
	run_finish(&run);
	run = program_run(folder, NULL, "check", "--strict", "--layout-path", ".",
		"plan.yaml", NULL);
	assert_int_equal(run.status, 0);
	assert_null(strstr(run.output, "标志上边缘"));
	run_finish(&run);
	g_free(plan);
	folder_remove(folder);
}

static void a_check_of_nothing_is_wrong_use(void **state)
{
	(void)state;
	struct run run = program_run(NULL, NULL, "check", "--proof", NULL);
	assert_int_equal(run.status, 2);
	assert_non_null(strstr(run.errors, "要有规划文件"));
	run_finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_that_are_right_are_proved),
		cmocka_unit_test(pages_that_are_wrong_are_warned_of),
		cmocka_unit_test(a_check_of_nothing_is_wrong_use),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
