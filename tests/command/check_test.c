/* jixiao check: the table of checks, the same for machines, folders of plans; and what
 * build makes of a plan that does not add up. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char layout[] =
	"layout: {name: small, title: 试}\n"
	"inherit: official\n"
	"page: 公文页\n"
	"checks:\n"
	"  产出数量相等: {severity: warning}\n"
	"blocks:\n"
	"  - {text: \"资金总额：{资金.总额}\", style: 正文}\n"
	"  - each: 资金.收入 as s\n"
	"    blocks: [{text: \"{s.名称}{s.金额}\", style: 正文}]\n"
	"  - each: 资金.支出 as z\n"
	"    blocks: [{text: \"{z.名称}{z.金额}\", style: 正文}]\n"
	"  - each: 指标 as k\n"
	"    blocks: [{text: \"{k.名称}{k.二级指标}{k.指标值}\", style: 正文}]\n"
	"  - each: 专项.支出方向 as d\n"
	"    blocks:\n"
	"      - {text: \"{d.名称}{d.金额}\", style: 正文}\n"
	"      - {text: \"{d.指标.名称}{d.指标.二级指标}{d.指标.指标值}\", style: 正文}\n"
	"  - {text: \"{专项.名称}\", style: 正文}\n";

/* The figures of a real form, whose expense has a digit more than its total. */
static const char plan[] = "单位: {全称: 甲区乙部}\n"                             /* 1 */
			   "文档: [{版式: small}]\n"                              /* 2 */
			   "资金:\n"                                              /* 3 */
			   "  总额: 167.0104万元\n"                               /* 4 */
			   "  收入:\n"                                            /* 5 */
			   "    - {名称: 一般公共预算拨款, 金额: 167.0104万元}\n" /* 6 */
			   "  支出:\n"                                            /* 7 */
			   "    - {名称: 基本支出, 金额: 137.01041万元}\n"        /* 8 */
			   "    - {名称: 项目支出, 金额: 30万元}\n"               /* 9 */
			   "指标:\n"                                              /* 10 */
			   "  - {名称: 数量, 二级指标: 产出数量, 指标值: "
			   "各类培训8次；各类会议21次；其他20次。}\n"
			   "专项:\n"                  /* 12 */
			   "  - 名称: 业务经费\n"     /* 13 */
			   "    支出方向:\n"          /* 14 */
			   "      - 名称: 基层建设\n" /* 15 */
			   "        金额: 5\n"        /* 16 */
			   "        指标: [{名称: 数量, 二级指标: 产出数量, 指标值: "
			   "各类培训6次；各类会议3次，其他5次。}]\n"
			   "      - 名称: 特别经费\n"
			   "        金额: 10\n"
			   "        指标: [{名称: 数量, 二级指标: 产出数量, 指标值: "
			   "各类会议9次，其他10次。}]\n"
			   "      - 名称: 业务专项\n"
			   "        金额: 15\n"
			   "        指标: [{名称: 数量, 二级指标: 产出数量, 指标值: "
			   "各类培训2次；各类会议9次；其他5次。}]\n";

static char *folder_with(const char *text)
{
	char *folder = folder_make();
	file_write(folder, "small.yaml", layout);
	file_write(folder, "plan.yaml", text);
	return folder;
}

static struct run run_in(
	const char *folder, const char *command, const char *operand, const char *option)
{
	return program_run(
		folder, NULL, command, operand, "--layout-path", ".", option, NULL);
}

static void the_table_names_each_check_with_its_figures(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	struct run run = run_in(folder, "check", "plan.yaml", "--diagnostics=short");
	assert_int_equal(run.status, 0);
	const char *idle = strstr(run.output, "不涉及：");
	assert_non_null(idle);
	char *table = g_strndup(run.output, (gsize)(idle - run.output));
	assert_string_equal(table,
		"核对            结果  左值          右值           差            位置\n"
		"资金总额与收入  相符  167.0104万元  167.0104万元   0万元\n"
		"资金总额与支出  不符  167.0104万元  167.01041万元  -0.00001万元  "
		"plan.yaml:4\n"
		"项目支出与专项  相符  30万元        30万元         0万元\n"
		"产出数量合计    相符  3处\n"
		"产出数量相等    相符  3处\n"
		"未填内容        相符\n"
		"支出方向重名    相符\n"
		"专项名称写法    相符\n");
	assert_non_null(strstr(run.output, "\nplan.yaml：可用，1 份文档，1 页，1 "
					   "条警告；核对 7 项相符，1 项不符\n"));
	assert_non_null(strstr(run.errors,
		"plan.yaml:4:7: warning[check-failed]: 核对“资金总额与支出”不符："
		"总额167.0104万元，各项支出合计167.01041万元，相差-0.00001万元\n"));
	g_free(table);
	run_finish(&run);
	folder_remove(folder);
}

static void what_does_not_add_up_is_printed_as_written(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	struct run run = run_in(folder, "build", "plan.yaml", "--format=pages");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.errors, "warning[check-failed]"));
	assert_non_null(strstr(run.errors, "plan.yaml:8:"));
	assert_non_null(strstr(run.output, "167.0104"));
	assert_non_null(strstr(run.output, "137.01041"));
	run_finish(&run);
	folder_remove(folder);
}

static void a_check_of_a_layout_may_forbid_writing(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	char *strict = replace_once(
		layout, "checks:\n", "checks:\n  资金总额与支出: {severity: error}\n");
	file_write(folder, "small.yaml", strict);
	struct run run = run_in(folder, "build", "plan.yaml", "--format=pages");
	assert_int_equal(run.status, 1);
	assert_string_equal(run.output, "");
	run_finish(&run);
	g_free(strict);
	folder_remove(folder);
}

static void warnings_of_checks_count_under_strict(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	struct run run = run_in(folder, "check", "plan.yaml", "--strict");
	assert_int_equal(run.status, 3);
	run_finish(&run);
	folder_remove(folder);
}

static void a_reason_quiets_a_check_and_stands_in_the_report(void **state)
{
	(void)state;
	char *excused = g_strconcat(
		plan, "核对说明: [{核对: 资金总额与支出, 理由: 批复取四位小数}]\n", NULL);
	char *folder = folder_with(excused);
	struct run run = run_in(folder, "check", "plan.yaml", "--strict");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.errors, "说明：批复取四位小数"));
	assert_non_null(strstr(run.output, "核对 7 项相符，1 项已说明\n"));
	run_finish(&run);
	g_free(excused);
	folder_remove(folder);
}

static void machines_read_every_check_as_json(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	struct run run = run_in(folder, "check", "plan.yaml", "--diagnostics=json");
	assert_int_equal(run.status, 0);
	assert_non_null(strstr(run.output, "[\n{\"plan\": \"plan.yaml\", \"errors\": 0, "
					   "\"warnings\": 1, \"documents\": 1, "
					   "\"pages\": 1, \"checks\": [\n"));
	assert_non_null(strstr(run.output,
		"{\"check\": \"资金总额与支出\", \"outcome\": \"failed\", \"severity\": "
		"\"warning\", \"count\": 1, \"left\": \"167.0104万元\", \"right\": "
		"\"167.01041万元\", \"difference\": \"-0.00001万元\", \"message\": "
		"\"总额167.0104万元，各项支出合计167.01041万元，相差-0.00001万元\", "
		"\"file\": \"plan.yaml\", \"line\": 4, \"column\": 7, "
		"\"related_file\": \"plan.yaml\", \"related_line\": 8, "
		"\"related_column\": 22}"));
	assert_true(g_str_has_suffix(run.output, "]}\n]\n"));
	run_finish(&run);
	folder_remove(folder);
}

static void a_folder_stands_for_its_plans(void **state)
{
	(void)state;
	char *folder = folder_with(plan);
	file_write(folder, "second.yaml", plan);
	file_write(folder, "part.yaml", "- {名称: 基层建设}\n");
	file_write(folder, "broken.yaml", "单位: [\n");
	struct run run = run_in(folder, "check", ".", "--diagnostics=short");
	assert_int_equal(run.status, 1);
	assert_int_equal(count_of(run.output, "可用，1 份文档"), 2);
	assert_non_null(strstr(run.output, "./broken.yaml：1 处错误"));
	assert_null(strstr(run.output, "part.yaml"));
	assert_null(strstr(run.output, "small.yaml"));
	run_finish(&run);
	folder_remove(folder);
}

static void a_folder_without_plans_is_a_fault(void **state)
{
	(void)state;
	char *folder = folder_make();
	struct run run = run_in(folder, "check", ".", "--diagnostics=short");
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.errors, "error[folder-empty]"));
	run_finish(&run);
	folder_remove(folder);
}

/* A value that cannot be read would make true sums wrong. */
static void a_plan_with_faults_of_its_own_is_not_held_against_checks(void **state)
{
	(void)state;
	char *broken = replace_once(plan, "金额: 30万元", "金额: 三十");
	char *folder = folder_with(broken);
	struct run run = run_in(folder, "check", "plan.yaml", "--diagnostics=short");
	assert_int_equal(run.status, 1);
	assert_non_null(strstr(run.errors, "error[number-invalid]"));
	assert_null(strstr(run.errors, "check-failed"));
	run_finish(&run);
	g_free(broken);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_names_each_check_with_its_figures),
		cmocka_unit_test(what_does_not_add_up_is_printed_as_written),
		cmocka_unit_test(a_check_of_a_layout_may_forbid_writing),
		cmocka_unit_test(warnings_of_checks_count_under_strict),
		cmocka_unit_test(a_reason_quiets_a_check_and_stands_in_the_report),
		cmocka_unit_test(machines_read_every_check_as_json),
		cmocka_unit_test(a_folder_stands_for_its_plans),
		cmocka_unit_test(a_folder_without_plans_is_a_fault),
		cmocka_unit_test(
			a_plan_with_faults_of_its_own_is_not_held_against_checks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
