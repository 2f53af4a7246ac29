/* Forms: rows of explicit cells, rows for the items of lists, labels beside them. */
#include "documents.h"

static void a_form_is_as_wide_as_its_widest_row(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - [部门, {text: \"{单位.全称}\", span: rest}]\n"
			 "      - [甲, 乙, 丙]\n"
			 "      - [{text: 丁, span: rest}, 戊]\n",
		"单位: {全称: 某局}\n",
		"table 3x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 部门\n"
		"  cell 0,1 spans 1x2\n"
		"    paragraph [文] 某局\n"
		"  cell 1,0\n"
		"    paragraph [文] 甲\n"
		"  cell 1,1\n"
		"    paragraph [文] 乙\n"
		"  cell 1,2\n"
		"    paragraph [文] 丙\n"
		"  cell 2,0 spans 1x2\n"
		"    paragraph [文] 丁\n"
		"  cell 2,2\n"
		"    paragraph [文] 戊\n");
}

static void labels_nest_to_any_depth(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - label: 甲\n"
			 "        bands:\n"
			 "          - label: {text: 乙, stacked: yes}\n"
			 "            bands: [[丙, 丁], [{text: 戊, span: rest}]]\n"
			 "          - label: 己\n"
			 "            span: 2\n"
			 "            row: [庚]\n"
			 "      - [辛, {text: 壬, span: rest}]\n",
		"文种: 无\n",
		"table 4x4 head 0 [格] columns content, content, content, content\n"
		"  head of rows 0,0 spans 3x1\n"
		"    paragraph [题] 甲\n"
		"  head of rows 0,1 spans 2x1\n"
		"    paragraph [题] stacked 乙\n"
		"  cell 0,2\n"
		"    paragraph [文] 丙\n"
		"  cell 0,3\n"
		"    paragraph [文] 丁\n"
		"  cell 1,2 spans 1x2\n"
		"    paragraph [文] 戊\n"
		"  head of rows 2,1 spans 1x2\n"
		"    paragraph [题] 己\n"
		"  cell 2,3\n"
		"    paragraph [文] 庚\n"
		"  cell 3,0\n"
		"    paragraph [文] 辛\n"
		"  cell 3,1 spans 1x3\n"
		"    paragraph [文] 壬\n");
}

static void cells_reach_down_into_the_rows_below(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - [{text: 甲, rows: 2}, 乙, {text: 丙, rows: 3}]\n"
			 "      - [丁]\n"
			 "      - [{text: 戊, rows: 2}, 己]\n"
			 "      - [{text: 庚, span: rest}]\n"
			 "      - rows: [[{text: 辛, span: 2, rows: 2}, 壬], [癸]]\n",
		"文种: 无\n",
		"table 6x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 spans 2x1\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 乙\n"
		"  cell 0,2 spans 3x1\n"
		"    paragraph [文] 丙\n"
		"  cell 1,1\n"
		"    paragraph [文] 丁\n"
		"  cell 2,0 spans 2x1\n"
		"    paragraph [文] 戊\n"
		"  cell 2,1\n"
		"    paragraph [文] 己\n"
		"  cell 3,1 spans 1x2\n"
		"    paragraph [文] 庚\n"
		"  cell 4,0 spans 2x2\n"
		"    paragraph [文] 辛\n"
		"  cell 4,2\n"
		"    paragraph [文] 壬\n"
		"  cell 5,2\n"
		"    paragraph [文] 癸\n");
}

static void items_merge_at_every_level(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - each: 职责 as d\n"
			 "        rows: {each: d.目标 as g, rows: {each: g.指标 as k}}\n"
			 "        row: [{text: \"{d.名称}\", merge: d, head: row}, "
			 "{text: \"{g.名称}\", merge: g}, \"{k.名称}\"]\n",
		"职责:\n"
		"- 名称: 产出\n"
		"  目标: [{名称: 数量, 指标: [{名称: 一}, {名称: 二}]}, {名称: 质量, "
		"指标: [{名称: 三}]}]\n"
		"- 名称: 效益\n"
		"  目标: [{名称: 社会, 指标: [{名称: 四}]}]\n",
		"table 4x3 head 0 [格] columns content, content, content\n"
		"  head of rows 0,0 spans 3x1\n"
		"    paragraph [题] 产出\n"
		"  cell 0,1 spans 2x1\n"
		"    paragraph [文] 数量\n"
		"  cell 0,2\n"
		"    paragraph [文] 一\n"
		"  cell 1,2\n"
		"    paragraph [文] 二\n"
		"  cell 2,1\n"
		"    paragraph [文] 质量\n"
		"  cell 2,2\n"
		"    paragraph [文] 三\n"
		"  head of rows 3,0\n"
		"    paragraph [题] 效益\n"
		"  cell 3,1\n"
		"    paragraph [文] 社会\n"
		"  cell 3,2\n"
		"    paragraph [文] 四\n");
}

static void an_item_may_take_several_rows(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - rows: {each: 职责 as d, rows: {each: d.目标 as g}}\n"
			 "        row:\n"
			 "          - [{text: \"{d.名称}\", merge: d, rows: 2}, "
			 "\"{g.名称}\", 指标]\n"
			 "          - [{text: \"{count(g.指标)}\", span: rest}]\n",
		"职责:\n"
		"- 名称: 产出\n"
		"  目标: [{名称: 数量, 指标: [{名称: 一}, {名称: 二}]}, {名称: 质量, "
		"指标: [{名称: 三}]}]\n"
		"- 名称: 效益\n"
		"  目标: [{名称: 社会, 指标: [{名称: 四}]}]\n",
		"table 6x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 spans 4x1\n"
		"    paragraph [文] 产出\n"
		"  cell 0,1\n"
		"    paragraph [文] 数量\n"
		"  cell 0,2\n"
		"    paragraph [文] 指标\n"
		"  cell 1,1 spans 1x2\n"
		"    paragraph [文] 2\n"
		"  cell 2,1\n"
		"    paragraph [文] 质量\n"
		"  cell 2,2\n"
		"    paragraph [文] 指标\n"
		"  cell 3,1 spans 1x2\n"
		"    paragraph [文] 1\n"
		"  cell 4,0 spans 2x1\n"
		"    paragraph [文] 效益\n"
		"  cell 4,1\n"
		"    paragraph [文] 社会\n"
		"  cell 4,2\n"
		"    paragraph [文] 指标\n"
		"  cell 5,1 spans 1x2\n"
		"    paragraph [文] 1\n");
}

static void heads_and_totals_belong_to_their_items(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"- id: 头\n"
		"  form:\n"
		"    style: 格\n"
		"    bands:\n"
		"      - head: [[类别, {text: 数, span: rest}], [甲, 乙, 丙]]\n"
		"        each: 职责 as d\n"
		"        row: [\"{d.名称}\", {text: \"{count(d.目标)}\", span: rest}]\n"
		"        total: [合计, {text: \"{count(职责.目标)}\", span: rest}]\n",
		"职责:\n"
		"- 名称: 产出\n"
		"  目标: [{名称: 数量, 指标: [{名称: 一}, {名称: 二}]}, {名称: 质量, "
		"指标: [{名称: 三}]}]\n"
		"- 名称: 效益\n"
		"  目标: [{名称: 社会, 指标: [{名称: 四}]}]\n",
		"table 5x3 head 0 [格] columns content, content, content\n"
		"  row 0 with-next over 3\n"
		"  row 1 with-next over 2\n"
		"  row 3 with-next\n"
		"  head 0,0\n"
		"    paragraph [题] 类别\n"
		"  head 0,1 spans 1x2\n"
		"    paragraph [题] 数\n"
		"  head 1,0\n"
		"    paragraph [题] 甲\n"
		"  head 1,1\n"
		"    paragraph [题] 乙\n"
		"  head 1,2\n"
		"    paragraph [题] 丙\n"
		"  cell 2,0\n"
		"    paragraph [文] 产出\n"
		"  cell 2,1 spans 1x2\n"
		"    paragraph [文] 2\n"
		"  cell 3,0\n"
		"    paragraph [文] 效益\n"
		"  cell 3,1 spans 1x2\n"
		"    paragraph [文] 1\n"
		"  cell 4,0\n"
		"    paragraph [文] 合计\n"
		"  cell 4,1 spans 1x2\n"
		"    paragraph [文] 3\n");
}

static void a_form_without_rows_is_no_block(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, form: {style: 格, bands: [{row: [甲], when: "
			 "文种}]}}]\n",
		"规划期: 2020-2021\n", "");
}

static void a_form_of_too_many_rows_is_refused(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.rows = 3;
	documents_arrange(&bench,
		"blocks: [{id: 头, form: {style: 格, bands: [[甲], [乙], {each: 职责 as "
		"d, row: [丙]}]}}]\n",
		"职责: [{名称: 一}, {名称: 二}]\n");
	bench_expect(&bench, "layout.yaml:1:24: error[limit-rows]: 一张表超过 3 行\n");
	bench_end(&bench);
}

static void cells_of_items_are_reported_where_the_plan_has_them(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = "blocks: [{id: 头, form: {style: 格, bands: [{each: 工作 as w, "
			  "row: [\"{1 / 总额}\"]}]}}]\n",
		.plan = "总额: ^0\n工作: [{名称: 一}]\n",
		.reports = "division-by-zero\n",
		.expected = "table 1x1 head 0 [格] columns content\n"
			    "  cell 0,0\n"
			    "    paragraph [文] \n",
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_as_wide_as_its_widest_row),
		cmocka_unit_test(labels_nest_to_any_depth),
		cmocka_unit_test(cells_reach_down_into_the_rows_below),
		cmocka_unit_test(items_merge_at_every_level),
		cmocka_unit_test(an_item_may_take_several_rows),
		cmocka_unit_test(heads_and_totals_belong_to_their_items),
		cmocka_unit_test(a_form_without_rows_is_no_block),
		cmocka_unit_test(a_form_of_too_many_rows_is_refused),
		cmocka_unit_test(cells_of_items_are_reported_where_the_plan_has_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
