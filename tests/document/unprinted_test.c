/* What the author wrote and no layout prints is not lost without a word. */
#include "documents.h"

static void expect_unprinted(const char *layout, const char *plan, const char *expected)
{
	struct bench bench = bench_begin();
	documents_report_unprinted(&bench, layout, plan);
	bench_expect(&bench, expected);
	bench_end(&bench);
}

static void what_nothing_reads_is_reported_at_its_key(void **state)
{
	(void)state;
	expect_unprinted(NULL,
		"文种: 规划\n"
		"摘要: 甲\n"
		"处室: {全称: 乙, 简称: 丙}\n"
		"单位: {全称: 甲}\n",
		"plan.yaml:2:1: warning[field-unprinted]: “摘要”没有任何版式印出\n"
		"plan.yaml:3:1: warning[field-unprinted]: “处室”没有任何版式印出\n");
}

static void within_a_record_only_what_is_lost_is_reported(void **state)
{
	(void)state;
	expect_unprinted("blocks: [{id: 头, text: \"{处室.全称}\", style: 文}]\n",
		"处室: {全称: 乙, 简称: 丙}\n",
		"plan.yaml:1:13: warning[field-unprinted]: “简称”没有任何版式印出\n");
}

static void sections_lose_what_is_not_their_content(void **state)
{
	(void)state;
	expect_unprinted(documents_sections,
		"章节:\n"
		"- 标题: 甲\n"
		"  编号: 第一\n"
		"  正文: 乙\n"
		"  章节: [{标题: 丙, 工作: [{名称: 丁}]}]\n"
		"  工作: [{名称: 戊, 年度分解: {2021: 己}}]\n"
		"  插入: [工作表]\n",
		"plan.yaml:5:16: warning[field-unprinted]: “工作”没有任何版式印出\n"
		"plan.yaml:6:16: warning[field-unprinted]: “年度分解”没有任何版式印出\n");
}

static void a_field_lost_in_many_places_is_reported_once(void **state)
{
	(void)state;
	expect_unprinted(
		"blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d, rows: "
		"{each: d.目标 as g}}, columns: [{text: \"{d.名称}{g.名称}\"}]}}]\n",
		"职责:\n"
		"- {名称: 甲, 目标: [{名称: 子, 指标: [{名称: 一}]}]}\n"
		"- {名称: 乙, 目标: [{名称: 丑, 指标: [{名称: 二}, {名称: 三}]}]}\n",
		"plan.yaml:2:24: warning[field-unprinted]: “指标”有 2 "
		"处没有任何版式印出，这是第一处\n");
}

static void an_item_that_is_left_out_is_reported_in_its_place(void **state)
{
	(void)state;
	expect_unprinted("blocks: [{id: 头, text: \"{工作[1].名称}\", style: 文}]\n",
		"工作: [{名称: 甲}, {名称: 乙}]\n",
		"plan.yaml:1:15: warning[field-unprinted]: “工作”没有任何版式印出\n");
}

static void counting_records_does_not_print_them(void **state)
{
	(void)state;
	expect_unprinted(
		"blocks: [{id: 头, text: 甲, style: 文, when: count(工作) > 0}]\n",
		"工作: [{名称: 甲}]\n",
		"plan.yaml:1:1: warning[field-unprinted]: “工作”没有任何版式印出\n");
}

static void metadata_and_names_of_files_count_as_printed(void **state)
{
	(void)state;
	expect_unprinted("metadata: {title: \"{文种}\", date: 成文日期}\n"
			 "file: \"{单位.简称}{join(关键词)}\"\n"
			 "blocks: [{id: 头, text: \"{amounts(摘要)[1]}\", style: 文}]\n",
		"文种: 规划\n"
		"成文日期: 2021-03-18\n"
		"单位: {简称: 乙}\n"
		"关键词: [甲, 乙]\n"
		"摘要: 投入30万元\n",
		"");
}

static void what_says_nothing_is_not_missed(void **state)
{
	(void)state;
	expect_unprinted(NULL,
		"文种: 规划\n"
		"摘要:\n"
		"单位: {全称: , 简称: 无}\n"
		"章节: []\n",
		"");
}

static void years_are_printed_by_what_stands_in_them(void **state)
{
	(void)state;
	expect_unprinted(
		"blocks: [{id: 头, table: {style: 格, rows: {each: 工作 as w, rows: "
		"{each: w.年度分解 as y}}, columns: [{text: "
		"\"{w.名称}{y.内容}\"}]}}]\n",
		"工作: [{名称: 甲, 年度分解: {2021-2023: 起步}}]\n", "");
}

static void a_document_that_ends_at_a_limit_tells_nothing_of_the_rest(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.blocks = 1;
	documents_report_unprinted(&bench, documents_sections,
		"章节: [{标题: 甲}, {标题: 乙}, {标题: 丙}]\n");
	bench_expect(&bench, "plan.yaml:1:24: error[limit-blocks]\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_document_that_ends_at_a_limit_tells_nothing_of_the_rest),
		cmocka_unit_test(what_nothing_reads_is_reported_at_its_key),
		cmocka_unit_test(within_a_record_only_what_is_lost_is_reported),
		cmocka_unit_test(sections_lose_what_is_not_their_content),
		cmocka_unit_test(a_field_lost_in_many_places_is_reported_once),
		cmocka_unit_test(an_item_that_is_left_out_is_reported_in_its_place),
		cmocka_unit_test(counting_records_does_not_print_them),
		cmocka_unit_test(metadata_and_names_of_files_count_as_printed),
		cmocka_unit_test(what_says_nothing_is_not_missed),
		cmocka_unit_test(years_are_printed_by_what_stands_in_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
