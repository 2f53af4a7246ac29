/* What cells hold beside their text, and how. */
#include "documents.h"

static void a_unit_stands_behind_numbers_only(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d, "
			 "rows: {each: d.目标 as g, rows: {each: g.指标 as k}}}, "
			 "columns: [{text: \"{k.值}\", unit: 万元, decimal: yes}]}}]\n",
		"职责: [{目标: [{指标: [{值: 8.5}, {值: \"1,234.50\"}, {值: /}, {值: "
		"无}, {值: }]}]}]\n",
		"table 5x1 head 0 [格] columns content\n"
		"  cell 0,0 decimal\n"
		"    paragraph [文] 8.5~万元\n"
		"  cell 1,0 decimal\n"
		"    paragraph [文] 1,234.50~万元\n"
		"  cell 2,0 decimal\n"
		"    paragraph [文] /\n"
		"  cell 3,0 decimal\n"
		"    paragraph [文] 无\n"
		"  cell 4,0 decimal\n"
		"    paragraph [文] \n");
}

static void a_label_stands_on_the_line_of_what_it_labels(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{label: \"资金总额：\", "
		"label style: 题, text: \"{总额}\", unit: 万元}, {label: \"摘要：\", "
		"text: \"{摘要}\"}, {label: \"文种：\", text: \"{文种}\"}]]}}]\n",
		"总额: 30\n"
		"摘要: [甲。, 乙。]\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 资金总额：30~万元\n"
		"  cell 0,1\n"
		"    paragraph [文] 摘要：甲。\n"
		"    paragraph [文] 乙。\n"
		"  cell 0,2\n"
		"    paragraph [文] 文种：\n");
}

static void parts_stand_on_one_line_and_paragraphs_below_each_other(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{parts: [\"{文种}\", "
		"{text: \"（{总额}）\", style: 题}]}, {paragraphs: [甲, {text: "
		"\"{文种}\", align: end}, \"{摘要}\", \"{规划期}\"]}]]}}]\n",
		"文种: 规划\n"
		"总额: 30\n"
		"摘要: [丙, 丁]\n",
		"table 1x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 规划（30）\n"
		"  cell 0,1\n"
		"    paragraph [文] 甲\n"
		"    paragraph [文] 规划\n"
		"    paragraph [文] 丙\n"
		"    paragraph [文] 丁\n");
}

static void options_are_all_printed_and_the_chosen_ones_ticked(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{options: {chosen: 性质}}, "
		"{label: \"上级：\", options: {chosen: 上级, mark: √, gap: 2字}}]]}}]\n",
		"性质: [延续]\n"
		"上级: 是\n",
		"table 1x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] !□新增<spread 1  >!☑延续\n"
		"  cell 0,1\n"
		"    paragraph [文] 上级：!√是<spread 2  >!□否\n");
}

static void options_stand_before_their_boxes_or_each_on_its_line(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{text: 种类, options: "
		"{chosen: 文种, list: [规划, \"{规划期}\", 其他], side: after, lines: "
		"each}}, {options: {chosen: 关键词, list: 关键词}}]]}}]\n",
		"文种: 规划\n"
		"关键词: [甲, 乙]\n",
		"table 1x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 种类\n"
		"    paragraph [文] 规划!☑\n"
		"    paragraph [文] 其他!□\n"
		"  cell 0,1\n"
		"    paragraph [文] !☑甲<spread 1  >!☑乙\n");
}

static void nothing_chosen_leaves_all_boxes_open(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[{options: "
			 "{chosen: 性质}}, {options: {chosen: 总额, list: [有, 无]}}, "
			 "{options: {chosen: 文种, list: [有, 无]}}]]}}]\n",
		"总额: 无\n"
		"文种: /\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] !□新增<spread 1  >!□延续\n"
		"  cell 0,1\n"
		"    paragraph [文] !□有<spread 1  >!☑无\n"
		"  cell 0,2\n"
		"    paragraph [文] !□有<spread 1  >!□无\n");
}

static void hints_stand_where_a_cell_would_be_empty(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{text: \"{文种}\", hint: "
		"填写种类, hint style: 题}, {label: \"总额：\", text: \"{总额}\", hint: "
		"万元}, {text: \"{摘要}\", hint: 一百字以内, hint always: yes}, {text: "
		"满, hint: 无用}]]}}]\n",
		"摘要: 丙\n",
		"table 1x4 head 0 [格] columns content, content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [题] 填写种类\n"
		"  cell 0,1\n"
		"    paragraph [文] 总额：万元\n"
		"  cell 0,2\n"
		"    paragraph [文] 丙\n"
		"    paragraph [文] 一百字以内\n"
		"  cell 0,3\n"
		"    paragraph [文] 满\n");
}

static void a_foot_stands_apart_from_the_text_above_it(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, form: {style: 格, bands: [[{text: \"单位意见：\", "
		"height: 35mm, foot: [（盖章）, {text: \"{文种}\", align: start, style: "
		"题}, \"年　月　日\"]}, {blank: yes, height: 72pt}, {foot: \"{规划期}\", "
		"text: 甲}]]}}]\n",
		"文种: 规划\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 height 99.21\n"
		"    paragraph [文] 单位意见：\n"
		"    foot end paragraph [文] （盖章）\n"
		"    foot start paragraph [题] 规划\n"
		"    foot end paragraph [文] 年　月　日\n"
		"  cell 0,1 height 72.00\n"
		"    paragraph [文] \n"
		"  cell 0,2\n"
		"    paragraph [文] 甲\n");
}

static void strokes_part_two_or_three_labels(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[{diagonal: [指标, "
			 "年度]}, {diagonal: [指标, {text: \"{文种}\", style: 题}, "
			 "年度], style: 题}]]}}]\n",
		"文种: 甲\n",
		"table 1x2 head 0 [格] columns content, content\n"
		"  cell 0,0 diagonal\n"
		"    paragraph [文] 指标\n"
		"    paragraph [文] 年度\n"
		"  cell 0,1 diagonal\n"
		"    paragraph [题] 指标\n"
		"    paragraph [题] 甲\n"
		"    paragraph [题] 年度\n");
}

static void a_cell_may_have_rules_of_its_own(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[{text: 甲, rules: "
			 "{top: 0pt, left: 1.5pt}}, {text: 乙, rules: none}, {text: 丙, "
			 "rules: 1pt}]]}}]\n",
		"文种: 甲\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 top 0.00 left 1.50\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1 top 0.00 right 0.00 bottom 0.00 left 0.00\n"
		"    paragraph [文] 乙\n"
		"  cell 0,2 top 1.00 right 1.00 bottom 1.00 left 1.00\n"
		"    paragraph [文] 丙\n");
}

static void a_grid_stands_in_a_cell(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[{text: 甲, table: "
			 "{style: 格, rows: {each: 职责 as d}, columns: [{head: 乙, "
			 "text: \"{d.名称}\"}]}}, {flush: yes, form: {style: 格, bands: "
			 "[[丙, 丁]]}}, {flush: yes, table: {style: 格, rows: {each: "
			 "工作 as w}, columns: [{text: 1}]}}]]}}]\n",
		"职责: [{名称: 子}]\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"    table 2x1 head 1 [格] columns content\n"
		"      head 0,0\n"
		"        paragraph [题] 乙\n"
		"      cell 1,0\n"
		"        paragraph [文] 子\n"
		"  cell 0,1 flush\n"
		"    table 1x2 head 0 [格] columns content, content\n"
		"      cell 0,0\n"
		"        paragraph [文] 丙\n"
		"      cell 0,1\n"
		"        paragraph [文] 丁\n"
		"  cell 0,2\n"
		"    paragraph [文] \n");
}

static void labels_stand_upright_and_turnover_lines_hang(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[{text: 职责概述, "
			 "stacked: yes}, {text: \"{摘要}\", hang: number}, {paragraphs: "
			 "[{text: \"出席：{文种}\", hang after: \"：\"}, {text: "
			 "\"甲：：乙\", hang after: \"：\"}]}]]}}]\n",
		"文种: 甲\n"
		"摘要: [（一）负责。, 其他。]\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] stacked 职责概述\n"
		"  cell 0,1\n"
		"    paragraph [文] （一）|负责。\n"
		"    paragraph [文] 其他。\n"
		"  cell 0,2\n"
		"    paragraph [文] 出席：|甲\n"
		"    paragraph [文] 甲：|：乙\n");
}

static void turnover_behind_what_no_cell_has_is_told_once(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	documents_arrange(&bench,
		"blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d}, columns: "
		"[{text: \"{d.名称}\", hang after: \"：\"}, {text: \"{d.名称}\", "
		"hang after: \"、\"}]}}]\n",
		"职责: [{名称: 甲：乙}, {名称: 丙}]\n");
	/* Of the first column one cell has it. */
	bench_expect(&bench, "layout.yaml:1:133: warning[hang-absent]: "
			     "文字里没有“、”，回行照常\n");
	bench_end(&bench);
}

static void a_blank_cell_stays_empty_by_choice(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [[甲, {blank: yes, "
			 "align: end}, {blank: no, text: 乙}]]}}]\n",
		"文种: 甲\n",
		"table 1x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] \n"
		"  cell 0,2\n"
		"    paragraph [文] 乙\n");
}

static void a_choice_that_is_no_option_is_told_in_the_plan(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	documents_arrange(&bench,
		"blocks: [{id: 头, form: {style: 格, bands: [[{options: {chosen: 关键词, "
		"list: [甲, 乙]}}]]}}]\n",
		"关键词: [甲, 丙, 丁]\n");
	bench_expect(&bench,
		"plan.yaml:1:10: warning[option-unknown]: “丙”不在选项之内：甲、乙\n"
		"plan.yaml:1:13: warning[option-unknown]: “丁”不在选项之内：甲、乙\n");
	bench_end(&bench);
}

static void cells_of_one_column_share_their_manner(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d}, columns: "
		"[{text: 1, decimal: yes}, {text: 2, unit: 元}]}}]\n",
		"职责: [{名称: 甲}, {名称: 乙}]\n");
	bench_expect(&bench, "");
	const struct table_block *table = &document->parts[0].blocks[0]->table;
	assert_non_null(table->cells[0].manner);
	assert_ptr_equal(table->cells[0].manner, table->cells[2].manner);
	assert_null(table->cells[1].manner);
	bench_end(&bench);
}

static void rows_of_nested_tables_count_against_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.blocks = 3;
	documents_arrange(&bench,
		"blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d}, columns: "
		"[{table: {style: 格, rows: {each: 职责 as e}, columns: [{text: "
		"1}]}}]}}]\n",
		"职责: [{名称: 甲}, {名称: 乙}, {名称: 丙}]\n");
	bench_expect(&bench, "layout.yaml:1:77: error[limit-blocks]\n");
	bench_end(&bench);
}

static void a_fault_in_a_part_is_told_where_the_plan_has_it(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = "blocks: [{id: 头, form: {style: 格, bands: [[{label: "
			  "\"总额：\", "
			  "parts: [\"{1 / 总额}\"], foot: \"{2 / 总额}\"}]]}}]\n",
		.plan = "总额: ^0\n",
		.reports = "division-by-zero\n",
		.expected = "table 1x1 head 0 [格] columns content\n"
			    "  cell 0,0\n"
			    "    paragraph [文] 总额：\n",
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_stands_behind_numbers_only),
		cmocka_unit_test(a_label_stands_on_the_line_of_what_it_labels),
		cmocka_unit_test(parts_stand_on_one_line_and_paragraphs_below_each_other),
		cmocka_unit_test(options_are_all_printed_and_the_chosen_ones_ticked),
		cmocka_unit_test(options_stand_before_their_boxes_or_each_on_its_line),
		cmocka_unit_test(nothing_chosen_leaves_all_boxes_open),
		cmocka_unit_test(hints_stand_where_a_cell_would_be_empty),
		cmocka_unit_test(a_foot_stands_apart_from_the_text_above_it),
		cmocka_unit_test(strokes_part_two_or_three_labels),
		cmocka_unit_test(a_cell_may_have_rules_of_its_own),
		cmocka_unit_test(a_grid_stands_in_a_cell),
		cmocka_unit_test(labels_stand_upright_and_turnover_lines_hang),
		cmocka_unit_test(turnover_behind_what_no_cell_has_is_told_once),
		cmocka_unit_test(a_blank_cell_stays_empty_by_choice),
		cmocka_unit_test(a_choice_that_is_no_option_is_told_in_the_plan),
		cmocka_unit_test(cells_of_one_column_share_their_manner),
		cmocka_unit_test(rows_of_nested_tables_count_against_the_limit),
		cmocka_unit_test(a_fault_in_a_part_is_told_where_the_plan_has_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
