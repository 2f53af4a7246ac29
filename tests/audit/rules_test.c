/* What each kind of check finds, tells and leaves open. */
#include "audits.h"

/* A layout with one check 试 over a small vocabulary of its own. */
#define LAYOUT(check)                                                                     \
	"model:\n  records:\n    规划:\n"                                               \
	"      甲: decimal 万元\n      乙: decimal 元\n      丙: decimal\n"         \
	"      率: percent\n      起: date\n      迄: date\n      名: list of text\n" \
	"      值: list of record 值\n"                                                 \
	"    值: {名: text, 标: target, 数: decimal}\n"                               \
	"checks:\n  未填内容: {severity: off}\n  试:\n" check

#define UNIT "单位: {全称: 甲局}\n"

static void equal_amounts_may_be_in_other_units(void **state)
{
	(void)state;
	audits_expect(UNIT "甲: 1.5\n乙: 15000\n", LAYOUT("    equal: [甲, 乙]\n"),
		"试: 相符 [1.5万元 | 15000元 | 0万元] plan.yaml:2:4 / plan.yaml:3:4\n",
		"");
}

static void unequal_amounts_are_told_with_both_places_and_figures(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench, UNIT "甲: 1.5\n乙: 15001\n",
		LAYOUT("    equal: [甲, 乙]\n    message: \"甲{左}，乙{右}，差{差}\"\n"));
	bench_expect(&bench, "plan.yaml:2:4: warning[check-failed]: "
			     "核对“试”不符：甲1.5万元，乙15001元，差-0.0001万元\n");
	const struct diagnostic *report = diagnostics_get(bench.diagnostics, 0);
	assert_int_equal(report->related.line, 3);
	assert_int_equal(report->related.column, 4);
	assert_string_equal(
		report->hint, "如有正当理由，写入核对说明：{核对: 试, 理由: …}");
	bench_end(&bench);
}

static void a_check_without_a_message_says_it_in_its_own_words(void **state)
{
	(void)state;
	audits_expect(UNIT "起: 2021-05\n迄: 2021-03\n",
		LAYOUT("    at most: [起, 迄]\n"),
		"试: 不符 [2021-05 | 2021-03 | -] plan.yaml:2:4 / plan.yaml:3:4 "
		"“2021-05应不大于2021-03”\n",
		"plan.yaml:2:4: warning[check-failed]: "
		"核对“试”不符：2021-05应不大于2021-03\n");
}

static void what_is_within_the_tolerance_holds(void **state)
{
	(void)state;
	const char *layout =
		LAYOUT("    equal: [甲, sum(值.数)]\n    tolerance: 100元\n");
	audits_expect(UNIT "甲: 1\n值: [{数: 0.99}]\n", layout,
		"试: 相符 [1万元 | 0.99 | 0.01万元] plan.yaml:2:4 / plan.yaml:3:9\n", "");
	audits_expect(UNIT "甲: 1\n值: [{数: 0.9899}]\n", layout,
		"试: 不符 [1万元 | 0.9899 | 0.0101万元] plan.yaml:2:4 / plan.yaml:3:9 "
		"“1万元应等于0.9899，相差0.0101万元”\n",
		"plan.yaml:2:4: warning[check-failed]\n");
}

static void severity_decides_between_error_warning_and_note(void **state)
{
	(void)state;
	audits_expect(UNIT "丙: 3\n", LAYOUT("    equal: [丙, 4]\n    severity: error\n"),
		"试: 不符 [3 | 4 | -1] plan.yaml:2:4 / layout.yaml:16:5 "
		"“3应等于4，相差-1”\n",
		"plan.yaml:2:4: error[check-failed]: 核对“试”不符：3应等于4，相差-1\n");
	audits_expect(UNIT "丙: 3\n", LAYOUT("    equal: [丙, 4]\n    severity: note\n"),
		"试: 不符 [3 | 4 | -1] plan.yaml:2:4 / layout.yaml:16:5 "
		"“3应等于4，相差-1”\n",
		"plan.yaml:2:4: note[check-failed]: 核对“试”不符：3应等于4，相差-1\n");
	audits_expect(UNIT "丙: 3\n", LAYOUT("    equal: [丙, 4]\n    severity: off\n"),
		"", "");
}

static void each_item_is_held_against_the_check_by_itself(void **state)
{
	(void)state;
	audits_expect(UNIT
		"值:\n- {名: 甲, 数: 1}\n- {名: 乙, 数: 9}\n- {名: 丙, 数: 2}\n",
		LAYOUT("    each: 值 as v\n    at most: [v.数, 5]\n"
		       "    message: \"{v.名}是{左}\"\n"),
		"试: 不符 [9 | 5 | 4] plan.yaml:4:13 / layout.yaml:16:5 “乙是9”\n"
		"试: 相符 x2 plan.yaml:3:13 / layout.yaml:16:5\n",
		"plan.yaml:4:13: warning[check-failed]: 核对“试”不符：乙是9\n");
}

static void a_check_that_meets_nothing_is_idle_not_passed(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct audit_report *report = audits_report(
		&bench, UNIT, LAYOUT("    when: 甲\n    equal: [甲, 乙]\n"));
	assert_string_equal(audits_lines(&bench, report, "试"), "试: 不涉及\n");
	bench_expect(&bench, "");
	bench_end(&bench);
}

static void an_absent_value_leaves_the_check_open(void **state)
{
	(void)state;
	const char *layout = LAYOUT("    equal: [甲, 乙]\n");
	audits_expect(UNIT "甲: 1\n", layout,
		"试: 未核对 [1万元 | - | -] plan.yaml:2:4 / plan.yaml:1:1 “右边没有值”\n",
		"plan.yaml:2:4: warning[check-undecided]: "
		"核对“试”不能进行：右边没有值\n");
	audits_expect(UNIT "甲: 1\n乙: —\n", layout,
		"试: 未核对 [1万元 | — | -] plan.yaml:2:4 / plan.yaml:3:4 “右边没有值”\n",
		"plan.yaml:2:4: warning[check-undecided]: "
		"核对“试”不能进行：右边没有值\n");
}

static void sums_of_nothing_are_not_equal_but_open(void **state)
{
	(void)state;
	audits_expect(UNIT "值: [{名: 甲}, {名: 乙, 数: /}]\n",
		LAYOUT("    equal: [sum(值.数), sum(值.数)]\n"),
		"试: 未核对 [0 | 0 | -] plan.yaml:1:1 / layout.yaml:16:5 "
		"“两边都没有值”\n",
		"plan.yaml:1:1: warning[check-undecided]: "
		"核对“试”不能进行：两边都没有值\n");
	audits_expect(UNIT "值: [{数: 0}]\n丙: 0\n",
		LAYOUT("    equal: [sum(值.数), 丙]\n"),
		"试: 相符 [0 | 0 | 0] plan.yaml:2:9 / plan.yaml:3:4\n", "");
}

static void unlike_units_leave_the_check_open(void **state)
{
	(void)state;
	audits_expect(UNIT "值: [{标: 5次, 数: 3天}]\n",
		LAYOUT("    each: 值 as v\n    equal: [v.标, v.数]\n"),
		"试: 未核对 [5次 | 3天 | -] plan.yaml:2:9 / plan.yaml:2:16 "
		"“单位“次”与“天”不能换算”\n",
		"plan.yaml:2:9: warning[check-undecided]: "
		"核对“试”不能进行：单位“次”与“天”不能换算\n");
}

static void a_division_by_zero_leaves_the_check_open(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench, UNIT "甲: 1\n丙: 0\n", LAYOUT("    equal: [甲 / 丙, 1]\n"));
	bench_expect(&bench, "plan.yaml:3:4: warning[check-undecided]: "
			     "核对“试”不能进行：除数为零\n");
	assert_string_equal(diagnostics_get(bench.diagnostics, 0)->related.source->path,
		"layout.yaml");
	bench_end(&bench);
}

static void words_beside_a_number_leave_the_check_open(void **state)
{
	(void)state;
	const char *layout = LAYOUT("    each: 值 as v\n    at least: [v.标, 3]\n");
	audits_expect(UNIT "值: [{标: 良好}]\n", layout,
		"试: 未核对 [良好 | 3 | -] plan.yaml:2:9 / layout.yaml:16:5 "
		"““良好”与“3”不能比较”\n",
		"plan.yaml:2:9: warning[check-undecided]\n");
	audits_expect(UNIT "值: [{标: 良好}]\n", LAYOUT("    holds: sum(值.标) > 3\n"),
		"试: 未核对 plan.yaml:2:9 / layout.yaml:16:12 "
		"““良好”不是数，不能参加计算”\n",
		"plan.yaml:2:9: warning[check-undecided]\n");
}

static void dates_that_leave_the_order_open_are_not_judged(void **state)
{
	(void)state;
	const char *layout = LAYOUT("    at most: [起, 迄]\n");
	audits_expect(UNIT "起: 2021-03\n迄: 2021-03-18\n", layout,
		"试: 未核对 [2021-03 | 2021-03-18 | -] plan.yaml:2:4 / plan.yaml:3:4 "
		"“两个日期写到的程度不同”\n",
		"plan.yaml:2:4: warning[check-undecided]\n");
	audits_expect(UNIT "起: 2021-02\n迄: 2021-03-18\n", layout,
		"试: 相符 [2021-02 | 2021-03-18 | -] plan.yaml:2:4 / plan.yaml:3:4\n",
		"");
}

static void a_percentage_compares_with_percentages(void **state)
{
	(void)state;
	audits_expect(UNIT "率: 120%\n", LAYOUT("    at most: [率, 100%]\n"),
		"试: 不符 [120% | 100% | 20%] plan.yaml:2:4 / layout.yaml:16:5 "
		"“120%应不大于100%，相差20%”\n",
		"plan.yaml:2:4: warning[check-failed]\n");
}

static void a_list_that_must_be_empty_tells_each_element(void **state)
{
	(void)state;
	audits_expect(UNIT "名: [甲, XX乡, 待定]\n",
		LAYOUT("    none: placeholders(名)\n    message: \"留有{项}\"\n"),
		"试: 不符 [XX | - | -] plan.yaml:2:8 “留有XX”\n"
		"试: 不符 [待定 | - | -] plan.yaml:2:13 “留有待定”\n",
		"plan.yaml:2:8: warning[check-failed]: 核对“试”不符：留有XX\n"
		"plan.yaml:2:13: warning[check-failed]: 核对“试”不符：留有待定\n");
}

static void what_stands_twice_is_told_with_both_places(void **state)
{
	(void)state;
	audits_expect(UNIT "名: [甲, 乙, 甲, 无, 无]\n", LAYOUT("    distinct: 名\n"),
		"试: 不符 [甲 | 甲 | -] plan.yaml:2:11 / plan.yaml:2:5 ““甲”写了两次”\n",
		"plan.yaml:2:11: warning[check-failed]: 核对“试”不符：“甲”写了两次\n");
}

static void names_spelt_two_ways_are_found(void **state)
{
	(void)state;
	static const char *const pairs[] = {"组织联络处, 组织连络处",
		"计划、财务科, 计划财务科", "基层组织建设处, 基层组织建处",
		"信息中心Ａ室, 信息中心A室", "安全监督管理科, 安全督监管理科"};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		struct bench bench = bench_begin();
		audits_report(&bench,
			arena_printf(bench.arena, UNIT "名: [%s]\n", pairs[i]),
			LAYOUT("    one spelling: 名\n"));
		print_message("# %s\n", pairs[i]);
		assert_int_equal(diagnostics_count(bench.diagnostics), 1);
		bench_end(&bench);
	}
}

static void names_of_two_things_are_left_alone(void **state)
{
	(void)state;
	static const char *const others[] = {"第一季度报告, 第二季度报告",
		"财务科, 财政科", "上游水库管护, 下游水库管护",
		"城东区环卫所, 城西区环卫所", "组织联络处, 组织宣传处",
		"甲类项目资金, 乙类项目资金", "组织联络处, 组织联络处",
		"2021年工作报告, 2022年工作报告"};
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		struct bench bench = bench_begin();
		audits_report(&bench,
			arena_printf(bench.arena, UNIT "名: [%s]\n", others[i]),
			LAYOUT("    one spelling: 名\n"));
		print_message("# %s\n", others[i]);
		bench_expect(&bench, "");
		bench_end(&bench);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_amounts_may_be_in_other_units),
		cmocka_unit_test(unequal_amounts_are_told_with_both_places_and_figures),
		cmocka_unit_test(a_check_without_a_message_says_it_in_its_own_words),
		cmocka_unit_test(what_is_within_the_tolerance_holds),
		cmocka_unit_test(severity_decides_between_error_warning_and_note),
		cmocka_unit_test(each_item_is_held_against_the_check_by_itself),
		cmocka_unit_test(a_check_that_meets_nothing_is_idle_not_passed),
		cmocka_unit_test(an_absent_value_leaves_the_check_open),
		cmocka_unit_test(sums_of_nothing_are_not_equal_but_open),
		cmocka_unit_test(unlike_units_leave_the_check_open),
		cmocka_unit_test(a_division_by_zero_leaves_the_check_open),
		cmocka_unit_test(words_beside_a_number_leave_the_check_open),
		cmocka_unit_test(dates_that_leave_the_order_open_are_not_judged),
		cmocka_unit_test(a_percentage_compares_with_percentages),
		cmocka_unit_test(a_list_that_must_be_empty_tells_each_element),
		cmocka_unit_test(what_stands_twice_is_told_with_both_places),
		cmocka_unit_test(names_spelt_two_ways_are_found),
		cmocka_unit_test(names_of_two_things_are_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
