/* 核对说明: reasons why a check may fail, and reasons that nothing needs. */
#include "audits.h"

#define PLAN                                                                             \
	"单位: {全称: 甲局}\n"                                                     \
	"资金:\n"                                                                      \
	"  总额: 167.0104\n"                                                           \
	"  收入: [{名称: 拨款, 金额: 167.0104}]\n"                               \
	"  支出: [{名称: 基本支出, 金额: 137.01041}, {名称: 项目支出, 金额: 30}]\n"

static void a_reason_makes_a_note_of_a_failure_and_is_repeated(void **state)
{
	(void)state;
	audits_expect(PLAN "核对说明:\n- 核对: 资金总额与支出\n  理由: |\n    "
			   "批复的总额取四位小数。\n"
			   "    支出按五位填报。\n",
		NULL,
		"资金总额与收入: 相符 [167.0104万元 | 167.0104万元 | 0万元] "
		"plan.yaml:3:7 / "
		"plan.yaml:4:21\n"
		"资金总额与支出: 已说明 [167.0104万元 | 167.01041万元 | -0.00001万元] "
		"plan.yaml:3:7 / plan.yaml:5:23 "
		"“总额167.0104万元，各项支出合计167.01041万元，相差-0.00001万元” "
		"（批复的总额取四位小数。 支出按五位填报。）\n"
		"未填内容: 相符 plan.yaml:1:1\n",
		"plan.yaml:3:7: note[check-excused]: 核对“资金总额与支出”"
		"总额167.0104万元，各项支出合计167.01041万元，相差-0.00001万元；"
		"说明：批复的总额取四位小数。 支出按五位填报。\n");
}

static void a_reason_for_what_holds_is_a_warning(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench,
		"单位: {全称: 甲局}\n核对说明: [{核对: 未填内容, 理由: 没有}]\n", NULL);
	bench_expect(&bench, "plan.yaml:2:13: warning[excuse-needless]: "
			     "核对“未填内容”没有不符之处，不必说明\n");
	bench_end(&bench);
}

static void a_reason_for_no_check_is_a_warning_with_the_nearest(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench,
		"单位: {全称: 甲局}\n核对说明: [{核对: 资金总额和支出, 理由: 没有}]\n",
		NULL);
	bench_expect(&bench, "plan.yaml:2:13: warning[excuse-unknown]: "
			     "没有“资金总额和支出”这项核对\n");
	assert_string_equal(
		diagnostics_get(bench.diagnostics, 0)->hint, "是否要写“资金总额与支出”");
	bench_end(&bench);
}

static void two_reasons_for_one_check_are_told_with_both_places(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench,
		PLAN "核对说明:\n- {核对: 资金总额与支出, 理由: 取整}\n"
		     "- {核对: 资金总额与支出, 理由: 另有缘故}\n",
		NULL);
	bench_expect(&bench, "plan.yaml:3:7: note[check-excused]\n"
			     "plan.yaml:8:8: warning[excuse-duplicate]: "
			     "核对“资金总额与支出”说明了两次\n");
	bench_end(&bench);
}

static void a_reason_also_answers_for_what_cannot_be_decided(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench,
		"单位: {全称: 甲局}\n指标: [{名称: 率, 二级指标: 数量, 指标值: ≥3次, "
		"完成值: 2天, "
		"分值: 1, 得分: 1}]\n"
		"核对说明: [{核对: 得分与完成值, 理由: 单位改过}]\n",
		NULL);
	bench_expect(&bench, "plan.yaml:2:29: note[check-excused]: 核对“得分与完成值”"
			     "单位“次”与“天”不能换算；说明：单位改过\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reason_makes_a_note_of_a_failure_and_is_repeated),
		cmocka_unit_test(a_reason_for_what_holds_is_a_warning),
		cmocka_unit_test(a_reason_for_no_check_is_a_warning_with_the_nearest),
		cmocka_unit_test(two_reasons_for_one_check_are_told_with_both_places),
		cmocka_unit_test(a_reason_also_answers_for_what_cannot_be_decided),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
