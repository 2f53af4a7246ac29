/* jixiao init: what it writes builds at once, and nothing is lost by it. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void init_and_build(const char *folder, const char *layout)
{
	char *plan = g_strconcat(layout, ".yaml", NULL);
	char *pdf = g_strconcat(layout, ".pdf", NULL);
	struct run init = program_run(folder, NULL, "init", layout, plan, NULL);
	assert_string_equal(init.errors, "");
	assert_int_equal(init.status, 0);
	struct run build = program_run(
		folder, NULL, "build", plan, "--copy", "draft", "-o", pdf, NULL);
	assert_int_equal(build.status, 0);
	assert_int_equal(count_of(build.errors, "warning[key-"), 0);
	assert_int_equal(count_of(build.errors, "warning[value-unprinted]"), 0);
	char *bytes = file_read(folder, pdf, NULL);
	assert_memory_equal(bytes, "%PDF-", 5);
	struct run refused = program_run(
		folder, NULL, "build", plan, "--copy", "submission", "-o", pdf, NULL);
	assert_int_equal(refused.status, 1);
	assert_non_null(strstr(refused.errors, "error[field-missing]"));
	g_free(bytes);
	run_finish(&refused);
	run_finish(&build);
	run_finish(&init);
	g_free(pdf);
	g_free(plan);
}

static void every_shipped_layout_gives_a_plan_that_builds_as_a_draft(void **state)
{
	(void)state;
	char *folder = folder_make();
	struct run list = program_run(NULL, NULL, "layouts", NULL);
	char **lines = g_strsplit(list.output, "\n", -1);
	int made = 0;
	for (char **line = lines; *line; line++) {
		if (**line && **line != ' ' && !strstr(*line, "（供继承）")) {
			*strchr(*line, ' ') = '\0';
			init_and_build(folder, *line);
			made++;
		}
	}
	assert_true(made >= 15);
	g_strfreev(lines);
	run_finish(&list);
	folder_remove(folder);
}

static const char small_layout[] =
	"layout: {name: small, title: 小表}\n"
	"inherit: forms\n"
	"model:\n"
	"  records:\n"
	"    规划:\n"
	"      等级: {type: \"choice [甲, 乙]\", required: yes, note: 评定的等级, "
	"example: 甲}\n"
	"      说明: prose\n"
	"      同类: {type: list of record 规划, note: 写法相同的规划}\n"
	"      总数: {formula: \"count(指标.名称)\"}\n"
	"blocks:\n"
	"  - {text: \"{等级}{总数}{说明}{同类.年度}\", style: 表注}\n";

/* All of a formula's fields belong to what the layout names. */
static void the_plan_has_the_fields_that_the_layout_names(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "small.yaml", small_layout);
	struct run run = program_run(
		folder, NULL, "init", "--layout-path", ".", "small", "plan.yaml", NULL);
	assert_int_equal(run.status, 0);
	char *plan = file_read(folder, "plan.yaml", NULL);
	assert_true(g_str_has_prefix(plan,
		"# yaml-language-server: $schema=small.schema.json\n"
		"# （这个版式有自己的键；先运行 jixiao schema small > "
		"small.schema.json）\n"
		"# 小表：待填\n"));
	assert_non_null(strstr(plan,
		"稿次: 草稿\n\n文档:\n  - 版式: small\n\n# "
		"（必填）编制规划的单位\n单位:\n"
		"  # （必填）单位的规范全称。例：共青团澜州市委员会\n  全称:\n\n"
		"# 目标或预算所属的年度。例：2021\n年度:\n\n"
		"# 落款的日期。例：2021-03-18\n成文日期:\n\n"
		"# 整个单位的绩效指标\n指标:\n  -\n"
		"    # （必填）指标的名称。例：调研报告数量\n    名称:\n\n"
		"# （必填）评定的等级。选一项：甲、乙。例：甲\n等级:\n\n"
		"# 说明\n说明: |\n\n"
		"# 写法相同的规划\n# 同类: 各项写法同上一层\n\n"
		"# 以下各键这个版式不印，供别的版式使用：\n# 规划期、文种、"));
	g_free(plan);
	run_finish(&run);
	folder_remove(folder);
}

static void editors_find_the_schema_from_the_plans_folder(void **state)
{
	(void)state;
	char *folder = folder_make();
	struct run run =
		program_run(folder, NULL, "init", "fund-summary", "p.yaml", NULL);
	char *plan = file_read(folder, "p.yaml", NULL);
	const char start[] = "# yaml-language-server: $schema=";
	assert_true(g_str_has_prefix(plan, start));
	*strchr(plan, '\n') = '\0';
	char *schema = g_build_filename(folder, plan + strlen(start), NULL);
	assert_true(g_file_test(schema, G_FILE_TEST_IS_REGULAR));
	g_free(schema);
	g_free(plan);
	run_finish(&run);
	folder_remove(folder);
}

static void what_is_there_is_never_written_over(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", "my work");
	struct run run = program_run(folder, NULL, "init", "fund-summary", "plan.yaml",
		"--diagnostics=short", NULL);
	assert_int_equal(run.status, 74);
	assert_string_equal(run.output, "");
	assert_non_null(strstr(run.errors, "error[file-exists]: 已有 plan.yaml"));
	char *kept = file_read(folder, "plan.yaml", NULL);
	assert_string_equal(kept, "my work");
	g_free(kept);
	run_finish(&run);
	folder_remove(folder);
}

static void slips_are_told_and_leave_no_file(void **state)
{
	(void)state;
	static const struct {
		const char *layout;
		const char *file;
		int status;
		const char *told;
	} slips[] = {
		{"fund-sumary", "a.yaml", 1, "error[layout-unknown]"},
		{"official", "a.yaml", 1, "error[layout-incomplete]"},
		{"fund-summary", "none/a.yaml", 74, "error[file-unwritable]"},
		{"fund-summary", NULL, 2, "要有版式的名称和文件名"},
		{NULL, NULL, 2, "要有版式的名称和文件名"},
	};
	char *folder = folder_make();
	for (size_t i = 0; i < G_N_ELEMENTS(slips); i++) {
		struct run run = program_run(folder, NULL, "init", "--diagnostics=short",
			slips[i].layout, slips[i].file, NULL);
		assert_int_equal(run.status, slips[i].status);
		assert_string_equal(run.output, "");
		assert_non_null(strstr(run.errors, slips[i].told));
		run_finish(&run);
	}
	char *path = g_build_filename(folder, "a.yaml", NULL);
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	g_free(path);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_shipped_layout_gives_a_plan_that_builds_as_a_draft),
		cmocka_unit_test(the_plan_has_the_fields_that_the_layout_names),
		cmocka_unit_test(editors_find_the_schema_from_the_plans_folder),
		cmocka_unit_test(what_is_there_is_never_written_over),
		cmocka_unit_test(slips_are_told_and_leave_no_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
