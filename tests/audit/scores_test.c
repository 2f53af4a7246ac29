/* Scores from targets and actual values: the formulas that all layouts share. */
#include "audits.h"

/* The score that a set of fields comes to, as the check compares it. */
static void assert_score(const char *fields, const char *expected)
{
	struct bench bench = bench_begin();
	const char *plan = arena_printf(bench.arena,
		"单位: {全称: 甲局}\n指标: [{名称: 率, 分值: 10, 得分: 0, %s}]\n",
		fields);
	const struct audit_report *report = audits_report(&bench, plan,
		"checks:\n"
		"  试: {each: 指标 as k, when: k.达成比, equal: [k.计算得分, 99]}\n");
	print_message("# %s\n", fields);
	const char *line = audits_lines(&bench, report, "试");
	const char *open = strchr(line, '[');
	const char *shown =
		open ? arena_copy_bytes(bench.arena, open + 1, strcspn(open + 1, " "))
		     : "-";
	assert_string_equal(shown, expected);
	bench_end(&bench);
}

static void a_positive_indicator_scores_its_share_up_to_all(void **state)
{
	(void)state;
	assert_score("指标值: ≥10次, 完成值: 8次", "8");
	assert_score("指标值: ≥10次, 完成值: 12次", "10");
	assert_score("指标值: 3次, 完成值: 1次", "3.33");
	assert_score("指标值: ≥80%, 完成值: 60%", "7.5");
	assert_score("指标值: 2万元, 完成值: 15000元", "7.5");
}

static void a_negative_indicator_loses_what_is_above_the_target(void **state)
{
	(void)state;
	assert_score("指标值: ≤10天, 完成值: 10天", "10");
	assert_score("指标值: ≤10天, 完成值: 12天", "8");
	assert_score("指标值: ≤10天, 完成值: 20天", "0");
	assert_score("指标值: ≤10天, 完成值: 31天", "0");
	assert_score("方向: 反向, 指标值: 10天, 完成值: 15天", "5");
}

static void a_target_of_zero_is_all_or_nothing(void **state)
{
	(void)state;
	assert_score("指标值: =0起, 完成值: 0起", "10");
	assert_score("指标值: =0起, 完成值: 2起", "0");
	assert_score("方向: 反向, 指标值: =0起, 完成值: 0起", "10");
	assert_score("方向: 反向, 指标值: =0起, 完成值: 2起", "0");
}

static void words_score_by_the_coefficient_that_the_author_gives(void **state)
{
	(void)state;
	assert_score("指标值: 良好, 完成值: 基本达成, 得分系数: 70%", "7");
	assert_score("指标值: 良好, 完成值: 良好", "-");
	assert_score("指标值: ≥3次", "-");
}

static void an_adjusted_target_takes_the_place_of_the_first(void **state)
{
	(void)state;
	assert_score("指标值: ≥10次, 调整值: ≥8次, 完成值: 8次", "10");
	assert_score("指标值: ≥10次, 调整值: /, 完成值: 8次", "8");
}

static void the_rate_of_execution_scores_up_to_all(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct audit_report *report = audits_report(&bench,
		"单位: {全称: 甲局}\n"
		"自评: {预算执行: [{名称: 总额, 全年预算数: 46.25, 执行数: 44.9, 分值: "
		"10, 得分: 9.71},"
		" {名称: 其中, 全年预算数: 40, 执行数: 42, 分值: 10, 得分: 10},"
		" {名称: 其他, 全年预算数: 0, 执行数: 0, 分值: 1, 得分: 0}]}\n",
		"checks: {预算执行合计: {severity: off}, 执行数不超过预算: {severity: "
		"off}}\n");
	assert_string_equal(audits_lines(&bench, report, "执行得分"),
		"执行得分: 相符 x2 plan.yaml:2:59 / plan.yaml:2:51\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_positive_indicator_scores_its_share_up_to_all),
		cmocka_unit_test(a_negative_indicator_loses_what_is_above_the_target),
		cmocka_unit_test(a_target_of_zero_is_all_or_nothing),
		cmocka_unit_test(words_score_by_the_coefficient_that_the_author_gives),
		cmocka_unit_test(an_adjusted_target_takes_the_place_of_the_first),
		cmocka_unit_test(the_rate_of_execution_scores_up_to_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
