/* Checks that a layout declares wrongly: errors at its own lines. */
#include "audits.h"

struct faulty {
	const char *check; /* what stands below `试:` */
	const char *expected;
};

static void assert_refused(const struct faulty *faulty)
{
	struct bench bench = bench_begin();
	const char *layout = arena_printf(bench.arena,
		"model: {records: {规划: {丙: decimal, 率: percent, 起: date}}}\n"
		"checks:\n  试:\n%s",
		faulty->check);
	char *line = g_strdelimit(g_strdup(faulty->check), "\n", ' ');
	print_message("# %s\n", line);
	g_free(line);
	assert_null(audits_report(&bench, "单位: {全称: 甲局}\n", layout));
	bench_expect(&bench, faulty->expected);
	bench_end(&bench);
}

static void faults_of_a_check_are_told_where_they_stand(void **state)
{
	(void)state;
	static const struct faulty table[] = {
		{"    equal: [资金.总和, 1]\n", "layout.yaml:4:16: error[field-unknown]: "
						"记录“资金”没有字段“总和”\n"},
		{"    note: 什么也不核对\n",
			"layout.yaml:4:5: error[check-kind]: “试”没有说要核对什么\n"},
		{"    equal: [丙, 1]\n    at most: [丙, 1]\n",
			"layout.yaml:5:14: error[check-kind]: 一项核对只能有一种要求\n"},
		{"    equal: [丙]\n",
			"layout.yaml:4:12: error[layout-value]: 此处应为两个值的列表\n"},
		{"    equal: [丙, 起]\n",
			"layout.yaml:4:12: error[type-mismatch]: 数与日期不能比较\n"},
		{"    at most: [率, 90]\n", "layout.yaml:4:14: error[unit-mismatch]: "
					    "百分数与没有百分号的数放在一起\n"},
		{"    equal: [资金.总额, 3次]\n",
			"layout.yaml:4:12: error[unit-mismatch]: "
			"单位“万元”与“次”不能换算\n"},
		{"    equal: [丙, 1]\n    severity: fatal\n",
			"layout.yaml:5:15: error[layout-value]: 没有“fatal”这种程度\n"},
		{"    equal: [丙, 1]\n    tolerance: 一点\n",
			"layout.yaml:5:16: error[layout-value]: tolerance "
			"应为不小于零的数，用于两个数的核对\n"},
		{"    equal: [资金.总额, 1]\n    tolerance: 1次\n",
			"layout.yaml:5:16: error[unit-mismatch]: "
			"单位“次”与“万元”不能换算\n"},
		{"    none: 丙\n", "layout.yaml:4:11: error[type-mismatch]: "
				   "此处应为列表，写的是数\n"},
		{"    distinct: 指标\n", "layout.yaml:4:15: error[type-mismatch]: "
					 "记录不能比较，请写出它的字段\n"},
		{"    each: [指标 as a, 指标 as b, 指标 as c, 指标 as d]\n    holds: "
		 "a.名称\n",
			"layout.yaml:4:39: error[check-each]: each 至多三层\n"},
		{"    each: 指标\n    holds: 丙\n",
			"layout.yaml:4:11: error[layout-each]: “指标”应写作“列表 as "
			"名称”\n"},
		{"    holds: 1\n", "layout.yaml:4:12: error[layout-value]: "
				   "条件应是比较、真假或规划里的内容，写的是“1”\n"},
		{"    equal: [丙, 1]\n    message: \"{左右}\"\n",
			"layout.yaml:5:16: error[name-unknown]: 未知的名称“左右”\n"},
		{"    equal: [丙, 1]\n    wen: 丙\n",
			"layout.yaml:5:5: error[layout-key]: 版式里没有“wen”这个键\n"},
		{"    equal: [丙, 1]\n    equal: [丙, 2]\n",
			"layout.yaml:5:5: error[key-duplicate]\n"},
		{"    equal: [丙, 1]\n  试:\n    equal: [丙, 2]\n",
			"layout.yaml:5:3: error[key-duplicate]\n"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		assert_refused(&table[i]);
	}
}

static void a_formula_that_nothing_uses_has_its_faults_told(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench, "单位: {全称: 甲局}\n",
		"model: {records: {资金: {比: {formula: 总额 / 总合}}}}\n");
	bench_expect(&bench, "layout.yaml:1:42: error[name-unknown]: 未知的名称“总合”\n");
	bench_end(&bench);
}

static void a_layout_changes_one_word_of_a_check_that_all_share(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	audits_report(&bench,
		"单位: {全称: 甲局}\n资金: {总额: 3, 收入: [{名称: 拨款, 金额: 2}]}\n",
		"checks: {资金总额与收入: {severity: error}}\n");
	bench_expect(&bench,
		"plan.yaml:2:10: error[check-failed]: "
		"核对“资金总额与收入”不符：总额3万元，各项收入合计2万元，相差1万元\n");
	bench_end(&bench);
}

static void the_manuals_own_check_is_sound_and_finds_what_it_says(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const char *page = audits_tree_text(&bench, "docs/checks.md");
	const char *start = strstr(page, "```yaml\n") + strlen("```yaml\n");
	const char *layout = arena_copy_bytes(
		bench.arena, start, (size_t)(strstr(start, "```") - start));
	audits_report(&bench,
		"单位: {全称: 甲局}\n资金: {总额: 100, 收入: [{名称: 拨款, 金额: 75}, "
		"{名称: 其他资金, 金额: 25}]}\n",
		layout);
	bench_expect(&bench,
		"plan.yaml:2:43: warning[check-failed]: 核对“其他资金占比”不符："
		"其他资金25万元，上限20万元，多出5万元\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_of_a_check_are_told_where_they_stand),
		cmocka_unit_test(a_formula_that_nothing_uses_has_its_faults_told),
		cmocka_unit_test(the_manuals_own_check_is_sound_and_finds_what_it_says),
		cmocka_unit_test(a_layout_changes_one_word_of_a_check_that_all_share),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
