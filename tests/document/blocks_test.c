/* Blocks in order: texts, groups, each, conditions, page breaks; metadata and file names.
 */
#include "documents.h"

static void texts_have_their_purposes(void **state)
{
	(void)state;
	documents_expect("styles: {保: {like: 题, keep with next: yes}}\n"
			 "blocks:\n"
			 "  - {title: \"{单位.简称}{文种}\", style: 题}\n"
			 "  - {heading: 总体, style: 保, level: 2}\n"
			 "  - {text: \"说明：**{摘要}**完\", style: 文}\n",
		"单位: {简称: 某局}\n文种: 规划\n摘要: 一**二**三\n",
		"title [题] 某局规划\n"
		"heading 2 [保] keep outline 2 “总体” 总体\n"
		"paragraph [文] 说明：**一二三**完\n");
}

static void prose_in_a_text_gives_a_paragraph_each(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - {text: \"前{摘要}后\", style: 文}\n"
			 "  - text: |\n"
			 "      甲\n"
			 "      乙\n"
			 "    style: 文\n",
		"摘要: [一, 二, 三]\n",
		"paragraph [文] 前一\n"
		"paragraph [文] 二\n"
		"paragraph [文] 三后\n"
		"paragraph [文] 甲\n"
		"paragraph [文] 乙\n");
}

static void a_text_that_comes_out_empty_is_no_block(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - {title: \"{文种}\", style: 题}\n"
			 "  - {text: \"{摘要}\", style: 文}\n"
			 "  - {text: \"\", style: 文}\n"
			 "  - {text: 甲, style: 文}\n",
		"总额: 3\n", "paragraph [文] 甲\n");
}

static void conditions_decide_what_is_printed(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - {text: 多, style: 文, when: count(职责) > 1}\n"
			 "  - {text: 有, style: 文, when: 总额}\n"
			 "  - {text: 缺, style: 文, when: 文种}\n"
			 "  - {when: not 文种, group: [{text: 组, style: 文}]}\n",
		"职责: [{名称: 甲}]\n总额: 0\n",
		"paragraph [文] 有\n"
		"group\n"
		"  paragraph [文] 组\n");
}

static void each_repeats_its_blocks_with_the_item_at_hand(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - each: 职责 as d\n"
		"    blocks:\n"
		"      - {heading: \"{ordinal(d) | 一}、{d.名称}\", style: 题}\n"
		"      - each: d.目标 as g\n"
		"        when: d.名称 != '乙'\n"
		"        blocks: [{text: \"{d.名称}{g.名称}{serial(g)}\", style: 文}]\n",
		"职责:\n"
		"- {名称: 甲, 目标: [{名称: 子}, {名称: 丑}]}\n"
		"- {名称: 乙, 目标: [{名称: 寅}]}\n"
		"- {名称: 丙, 目标: {名称: 卯}}\n",
		"heading 1 [题] outline 1 “一、甲” 一、甲\n"
		"paragraph [文] 甲子1\n"
		"paragraph [文] 甲丑2\n"
		"heading 1 [题] outline 1 “二、乙” 二、乙\n"
		"heading 1 [题] outline 1 “三、丙” 三、丙\n"
		"paragraph [文] 丙卯4\n");
}

static void each_of_a_record_is_for_it_if_it_is_there(void **state)
{
	(void)state;
	static const char layout[] = "blocks: [{each: 单位 as u, blocks: [{text: "
				     "\"{u.简称}局\", style: 文}]}]\n";
	documents_expect(layout, "单位: {简称: 某}\n", "paragraph [文] 某局\n");
	documents_expect(layout, "文种: 甲\n", "");
}

static void each_of_years_goes_through_the_years(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - each: 工作 as w\n"
		"    blocks:\n"
		"      - each: w.年度分解 as y\n"
		"        blocks: [{text: \"{y.年份}年：{y.内容}\", style: 文}]\n",
		"工作: [{名称: 甲, 年度分解: {2021-2022: 起步, 2023: [推进, 完成]}}]\n",
		"paragraph [文] 2021年：起步\n"
		"paragraph [文] 2022年：起步\n"
		"paragraph [文] 2023年：推进\n"
		"paragraph [文] 完成\n");
}

static void groups_hold_their_blocks_and_are_nothing_without(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - group:\n"
			 "      - {text: 甲, style: 文}\n"
			 "      - group: [{text: \"{文种}\", style: 文}]\n"
			 "      - group: [{text: 乙, style: 文}]\n"
			 "  - {text: 丙, style: 文}\n",
		"总额: 1\n",
		"group\n"
		"  paragraph [文] 甲\n"
		"  group\n"
		"    paragraph [文] 乙\n"
		"paragraph [文] 丙\n");
}

static void pages_break_where_the_layout_says(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - each: 职责 as d\n"
			 "    blocks:\n"
			 "      - {page break: yes, when: ordinal(d) > 1}\n"
			 "      - {page break: no}\n"
			 "      - {text: \"{d.名称}\", style: 文}\n",
		"职责: [{名称: 甲}, {名称: 乙}]\n",
		"paragraph [文] 甲\n"
		"page break\n"
		"paragraph [文] 乙\n");
}

static const char *metadata_of(struct bench *bench, const char *layout, const char *plan)
{
	GString *out = arena_text(bench->arena);
	document_dump(documents_arrange(bench, layout, plan), out);
	return out->str;
}

static void metadata_come_from_the_plan(void **state)
{
	(void)state;
	static const char layout[] =
		"layout: {name: small, title: 小样, version: 3}\n"
		"metadata: {title: \"{文种}（{规划期}年）\", organ: \"{单位.全称}\", "
		"subject: 规划, keywords: \"{关键词}\", reference: 甲1号, date: "
		"成文日期}\n"
		"blocks: [{text: 甲, style: 文}]\n";
	struct bench bench = bench_begin();
	assert_string_equal(
		metadata_of(&bench, layout,
			"文种: 规划\n规划期: 2021-2025\n单位: {全称: 某市某局}\n"
			"关键词: [绩效, 规划]\n成文日期: 2021年3月18日\n"),
		"title: 规划（2021-2025年）\n"
		"organ: 某市某局\n"
		"subject: 规划\n"
		"keywords: 绩效、规划\n"
		"reference: 甲1号\n"
		"date: 2021-03-18\n"
		"layout: small 3\n"
		"part 纸\n"
		"  paragraph [文] 甲\n");
	bench_expect(&bench, "");
	bench_end(&bench);
}

static void metadata_that_the_plan_lacks_are_absent(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_string_equal(
		metadata_of(&bench,
			"metadata: {title: \"{文种}\", organ: \"{单位.全称}\", "
			"date: 成文日期}\nblocks: []\n",
			"成文日期: 无\n"),
		"layout: small\n"
		"part 纸\n");
	bench_expect(&bench, "");
	bench_end(&bench);
}

static const char *file_name(struct bench *bench, const char *layout, const char *plan)
{
	const struct model *model = layouts_model(bench);
	const struct layout *read = layouts_read(bench, model, layout);
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct plan *typed = plan_read(bench->arena,
		layouts_nodes(bench, "plan.yaml", plan), "plan.yaml", model, &context);
	return document_file_name(bench->arena, typed, read, bench->diagnostics);
}

static void the_file_is_named_by_the_layout_from_the_plan(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	static const char plan[] = "单位: {简称: 某局}\n文种: 规划\n";
	assert_string_equal(
		file_name(&bench, "file: \"{单位.简称}{文种}\"\n", plan), "某局规划");
	assert_null(file_name(&bench, NULL, plan));
	assert_string_equal(file_name(&bench, "file: \"{规划期}\"\n", plan), "");
	bench_expect(&bench, "");
	bench_end(&bench);
}

static void values_that_cannot_be_evaluated_are_reported_in_the_plan(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = "blocks:\n"
			  "  - {text: \"{总额 / (总额 - 总额)}\", style: 文}\n"
			  "  - {text: 甲, style: 文}\n",
		.plan = "总额: ^5\n",
		.reports = "division-by-zero\n",
		.expected = "paragraph [文] 甲\n",
	});
}

static void a_condition_that_cannot_be_evaluated_does_not_hold(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = "blocks:\n"
			  "  - {text: 甲, style: 文, when: 总额 / (总额 - 总额) > 1}\n",
		.plan = "总额: ^5\n",
		.reports = "division-by-zero\n",
		.expected = "",
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_have_their_purposes),
		cmocka_unit_test(prose_in_a_text_gives_a_paragraph_each),
		cmocka_unit_test(a_text_that_comes_out_empty_is_no_block),
		cmocka_unit_test(conditions_decide_what_is_printed),
		cmocka_unit_test(each_repeats_its_blocks_with_the_item_at_hand),
		cmocka_unit_test(each_of_a_record_is_for_it_if_it_is_there),
		cmocka_unit_test(each_of_years_goes_through_the_years),
		cmocka_unit_test(groups_hold_their_blocks_and_are_nothing_without),
		cmocka_unit_test(pages_break_where_the_layout_says),
		cmocka_unit_test(metadata_come_from_the_plan),
		cmocka_unit_test(metadata_that_the_plan_lacks_are_absent),
		cmocka_unit_test(the_file_is_named_by_the_layout_from_the_plan),
		cmocka_unit_test(
			values_that_cannot_be_evaluated_are_reported_in_the_plan),
		cmocka_unit_test(a_condition_that_cannot_be_evaluated_does_not_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
