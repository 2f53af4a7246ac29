/* How the figures of a proof are read, and what is wrong with them. */
#include "../layout/layouts.h"

#include <math.h>

static void a_rule_says_all_that_it_measures(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(&bench, layouts_model(&bench),
		"proof:\n"
		"  source: 标准\n"
		"  style: 文\n"
		"  rules:\n"
		"    - {id: 甲, element: 落款, line: last, pages: even, measure: right, "
		"left of: 抬头 before last ink left, is: 4字, clause: 7.3}\n"
		"    - {id: 乙, element: 正文, pages: 纸, measure: rows, at least: 20, "
		"at most: 22, clause: 5.2}\n"
		"    - {id: 丙, element: 正文, measure: face, one of: [仿, 黑], clause: "
		"5.2}\n"
		"    - {id: 丁, element: 正文, measure: pitch, at most: 1.5行, within: "
		"0.01mm, clause: 5.2}\n");
	bench_expect(&bench, "");
	const struct proof_rule *rules = layout->proof.list;
	assert_int_equal(layout->proof.count, 4);
	assert_string_equal(layout->proof.style->name, "文");
	assert_int_equal(rules[0].line, PROOF_LAST);
	assert_int_equal(rules[0].parity, PROOF_EVEN_PAGES);
	assert_int_equal(rules[0].measure, PROOF_RIGHT);
	assert_int_equal(rules[0].datum.direction, PROOF_LEFT_OF);
	assert_string_equal(rules[0].datum.element, "抬头");
	assert_int_equal(rules[0].datum.line, PROOF_BEFORE_LAST);
	assert_int_equal(rules[0].datum.edge, PROOF_INK_LEFT);
	assert_true(rules[0].least == 40 && rules[0].most == 40);
	assert_true(fabs(rules[0].within - 0.1 * POINTS_PER_MM) < 1e-9);
	assert_string_equal(rules[1].master->name, "纸");
	assert_true(rules[1].least == 20 && rules[1].most == 22);
	assert_string_equal(rules[2].words[1], "黑");
	assert_null(rules[2].words[2]);
	assert_true(!rules[3].has_least && rules[3].has_most && rules[3].most == 24);
	bench_end(&bench);
}

static void a_layout_changes_single_rules_of_what_it_inherits(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	struct shipped shipped = layouts_shipped(&bench, "official");
	const struct yaml_node *file = layouts_nodes(&bench, "layout.yaml",
		"layout: {name: own, title: 本地}\n"
		"proof:\n"
		"  rules:\n"
		"    - {id: 标志上边缘, element: 发文机关标志, measure: ink top, below: "
		"版心 "
		"top, is: 20mm, clause: 地方规定}\n"
		"    - {id: 添上的, element: 正文, measure: size, is: 四号, clause: "
		"地方规定}\n");
	const struct layout_sources sources = {
		layout_merge(bench.arena, shipped.file, file), shipped.faces,
		shipped.model, NULL};
	const struct layout *own = layout_read(bench.arena, &sources, bench.diagnostics);
	bench_expect(&bench, "");
	assert_int_equal(own->proof.count, shipped.layout->proof.count + 1);
	for (size_t i = 0; i < own->proof.count; i++) {
		const struct proof_rule *rule = &own->proof.list[i];
		bool changed = strcmp(rule->name, "标志上边缘") == 0;
		assert_int_equal(changed, fabs(rule->least - 20 * POINTS_PER_MM) < 1e-9 &&
						  rule->measure == PROOF_INK_TOP);
	}
	bench_end(&bench);
}

#define RULE(rest) "proof:\n  source: 标准\n  style: 文\n  rules:\n    - " rest "\n"

static void faults_of_rules_are_reported_at_their_places(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"proof: ^{style: 文}\n",
			"layout-missing: 版面核对（proof）要有 source、style 和 rules"},
		{"proof: {^stile: 文, source: 标准, style: 文, rules: []}\n",
			"layout-key"},
		{RULE("{id: 甲, element: 正文, measure: ^宽, is: 1mm, clause: 5}"),
			"layout-value"},
		{RULE("{id: 甲, element: 正文, measure: width, line: ^middle, is: 1mm, "
		      "clause: 5}"),
			"layout-value: "
			"“middle”不在可用的写法之内：whole、each、any、first、"
			"before last、last"},
		{RULE("^{element: 正文, measure: width, is: 1mm, clause: 5}"),
			"layout-missing: 版面核对的每一项要有 id、element、measure 和 "
			"clause"},
		{RULE("^{id: 甲, element: 正文, measure: width, clause: 5}"),
			"layout-missing: 此项要有 is、at least 或 at most"},
		{RULE("^{id: 甲, element: 正文, measure: face, at least: 1mm, clause: "
		      "5}"),
			"layout-missing: 此项要有 is 或 one of"},
		{RULE("^{id: 甲, element: 正文, measure: face, one of: ^黑, clause: 5}"),
			"layout-missing\nlayout-value"},
		{RULE("^{id: 甲, element: 正文, measure: left, is: 1mm, clause: 5}"),
			"layout-missing: 边的位置要说从哪里量：below、above、right "
			"of、left of"},
		{RULE("^{id: 甲, element: 正文, measure: size, below: 版心 top, is: 1mm, "
		      "clause: 5}"),
			"layout-missing: 此项不从别处量起，不要 below、above、right "
			"of、left "
			"of"},
		{RULE("{id: 甲, element: 正文, measure: top, below: ^版心 上, is: 1mm, "
		      "clause: 5}"),
			"layout-value: “版心 上”应写作 要素 边，如：版心 top"},
		{RULE("{id: 甲, element: 正文, measure: top, below: ^top, is: 1mm, "
		      "clause: "
		      "5}"),
			"layout-value"},
		{RULE("{id: 甲, element: 正文, measure: width, is: 1mm, within: ^5%, "
		      "clause: 5}"),
			"layout-length: 此处的长度不能用百分数"},
		{RULE("{id: 甲, element: 正文, measure: rows, at most: ^多, at least: 2, "
		      "clause: 5}"),
			"layout-value: “多”不是数"},
		{RULE("{id: 甲, element: 正文, pages: ^信纸, measure: rows, is: 2, "
		      "clause: "
		      "5}"),
			"layout-page"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_says_all_that_it_measures),
		cmocka_unit_test(a_layout_changes_single_rules_of_what_it_inherits),
		cmocka_unit_test(faults_of_rules_are_reported_at_their_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
