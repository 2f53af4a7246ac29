/* Bands of forms: what stands where nothing is listed, heights, conditions, bands beside
 * each other and with edges of their own. */
#include "documents.h"

static void what_is_not_there_leaves_blank_rows_or_a_word(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - {head: [甲, {text: 乙, span: rest}], each: 职责 as d, "
			 "row: [\"{d.名称}\", {text: 1, span: rest}]}\n"
			 "      - {label: 丙, each: 职责 as d, row: [{text: "
			 "\"{d.名称}\", span: 2}], empty: \"暂无{文种}\"}\n"
			 "      - {each: 工作 as w, row: [{text: \"{w.名称}\", span: "
			 "rest}, 丑], least rows: 3}\n"
			 "      - {head: [丁, 戊], label: 己, each: 职责 as d, row: [庚, "
			 "辛], least rows: 0}\n",
		"文种: 职责\n"
		"工作: [{名称: 一}]\n",
		"table 6x3 head 0 [格] columns content, content, content\n"
		"  row 0 with-next over 1\n"
		"  head 0,0\n"
		"    paragraph [题] 甲\n"
		"  head 0,1 spans 1x2\n"
		"    paragraph [题] 乙\n"
		"  cell 1,0\n"
		"    paragraph [文] \n"
		"  cell 1,1 spans 1x2\n"
		"    paragraph [文] \n"
		"  head of rows 2,0\n"
		"    paragraph [题] 丙\n"
		"  cell 2,1 spans 1x2\n"
		"    paragraph [题] 暂无职责\n"
		"  cell 3,0 spans 1x2\n"
		"    paragraph [文] 一\n"
		"  cell 3,2\n"
		"    paragraph [文] 丑\n"
		"  cell 4,0 spans 1x2\n"
		"    paragraph [文] \n"
		"  cell 4,2\n"
		"    paragraph [文] \n"
		"  cell 5,0 spans 1x2\n"
		"    paragraph [文] \n"
		"  cell 5,2\n"
		"    paragraph [文] \n");
}

static void bands_have_heights_grow_and_conditions(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - {row: [甲, 乙], height: 10mm, grow: 1}\n"
			 "      - {row: [丙, 丁], when: 文种}\n"
			 "      - {row: [戊, 己], when: 规划期}\n"
			 "      - {each: 工作 as w, when: w.名称 != '一', row: [庚, "
			 "\"{w.名称}\"], height: 20pt}\n"
			 "      - {label: 辛, when: 规划期, bands: [[壬]]}\n",
		"文种: 规划\n"
		"工作: [{名称: 一}, {名称: 二}]\n",
		"table 3x2 head 0 [格] columns content, content\n"
		"  row 0 minimum 28.35 grow 1.00\n"
		"  row 2 minimum 20.00\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 乙\n"
		"  cell 1,0\n"
		"    paragraph [文] 丙\n"
		"  cell 1,1\n"
		"    paragraph [文] 丁\n"
		"  cell 2,0\n"
		"    paragraph [文] 庚\n"
		"  cell 2,1\n"
		"    paragraph [文] 二\n");
}

static void bands_may_stand_for_each_item(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - each: 职责 as d\n"
			 "        bands:\n"
			 "          - [{text: 专项, head: row}, {text: \"{d.名称}\", "
			 "span: rest}]\n"
			 "          - label: 目标\n"
			 "            each: d.目标 as g\n"
			 "            row: [\"{g.名称}\", \"{count(g.指标)}\"]\n",
		"职责:\n"
		"- 名称: 产出\n"
		"  目标: [{名称: 数量, 指标: [{名称: 一}, {名称: 二}]}, {名称: 质量, "
		"指标: [{名称: 三}]}]\n"
		"- 名称: 效益\n"
		"  目标: [{名称: 社会, 指标: [{名称: 四}]}]\n",
		"table 5x3 head 0 [格] columns content, content, content\n"
		"  head of rows 0,0\n"
		"    paragraph [题] 专项\n"
		"  cell 0,1 spans 1x2\n"
		"    paragraph [文] 产出\n"
		"  head of rows 1,0 spans 2x1\n"
		"    paragraph [题] 目标\n"
		"  cell 1,1\n"
		"    paragraph [文] 数量\n"
		"  cell 1,2\n"
		"    paragraph [文] 2\n"
		"  cell 2,1\n"
		"    paragraph [文] 质量\n"
		"  cell 2,2\n"
		"    paragraph [文] 1\n"
		"  head of rows 3,0\n"
		"    paragraph [题] 专项\n"
		"  cell 3,1 spans 1x2\n"
		"    paragraph [文] 效益\n"
		"  head of rows 4,0\n"
		"    paragraph [题] 目标\n"
		"  cell 4,1\n"
		"    paragraph [文] 社会\n"
		"  cell 4,2\n"
		"    paragraph [文] 1\n");
}

static void bands_beside_each_other_share_the_columns_to_spare(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - [一, 二, 三, 四, 五, 六, 七]\n"
			 "      - beside:\n"
			 "          - {row: [甲]}\n"
			 "          - {rows: [[乙, 丙], [丁, 戊]]}\n"
			 "      - beside:\n"
			 "          - {span: 1, row: 己}\n"
			 "          - {bands: [[庚, {text: 辛, span: rest}]]}\n"
			 "          - {span: 2, row: 壬}\n",
		"文种: 无\n",
		"table 4x7 head 0 [格] columns content, content, content, content, "
		"content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 一\n"
		"  cell 0,1\n"
		"    paragraph [文] 二\n"
		"  cell 0,2\n"
		"    paragraph [文] 三\n"
		"  cell 0,3\n"
		"    paragraph [文] 四\n"
		"  cell 0,4\n"
		"    paragraph [文] 五\n"
		"  cell 0,5\n"
		"    paragraph [文] 六\n"
		"  cell 0,6\n"
		"    paragraph [文] 七\n"
		"  cell 1,0 spans 1x3\n"
		"    paragraph [文] 甲\n"
		"  cell 1,3\n"
		"    paragraph [文] 乙\n"
		"  cell 1,4 spans 1x3\n"
		"    paragraph [文] 丙\n"
		"  cell 2,0 spans 1x3\n"
		"    paragraph [文] \n"
		"  cell 2,3\n"
		"    paragraph [文] 丁\n"
		"  cell 2,4 spans 1x3\n"
		"    paragraph [文] 戊\n"
		"  cell 3,0\n"
		"    paragraph [文] 己\n"
		"  cell 3,1\n"
		"    paragraph [文] 庚\n"
		"  cell 3,2 spans 1x3\n"
		"    paragraph [文] 辛\n"
		"  cell 3,5 spans 1x2\n"
		"    paragraph [文] 壬\n");
}

static void labels_beside_each_other_span_the_longer_band(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    bands:\n"
			 "      - beside:\n"
			 "          - {label: 甲, each: 职责 as d, row: [\"{d.名称}\"]}\n"
			 "          - {label: 乙, head: [丙], each: 工作 as w, row: "
			 "[\"{w.名称}\"]}\n",
		"职责: [{名称: 一}]\n"
		"工作: [{名称: 二}, {名称: 三}]\n",
		"table 3x4 head 0 [格] columns content, content, content, content\n"
		"  head of rows 0,0 spans 3x1\n"
		"    paragraph [题] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 一\n"
		"  head of rows 0,2 spans 3x1\n"
		"    paragraph [题] 乙\n"
		"  head 0,3\n"
		"    paragraph [题] 丙\n"
		"  cell 1,1\n"
		"    paragraph [文] \n"
		"  cell 1,3\n"
		"    paragraph [文] 二\n"
		"  cell 2,1\n"
		"    paragraph [文] \n"
		"  cell 2,3\n"
		"    paragraph [文] 三\n");
}

static void a_band_may_have_edges_of_its_own(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "- id: 头\n"
			 "  form:\n"
			 "    style: 格\n"
			 "    widths: [25%, ~, 40pt]\n"
			 "    bands:\n"
			 "      - [甲, 乙, 丙]\n"
			 "      - label: 丁\n"
			 "        own edges: yes\n"
			 "        widths: [3字, ~]\n"
			 "        bands:\n"
			 "          - [戊, 己]\n"
			 "          - [{text: \"{文种}\", span: rest}]\n",
		"文种: 规划\n",
		"table 2x3 head 0 [格] columns share 0.25, content, fixed 40.00\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 乙\n"
		"  cell 0,2\n"
		"    paragraph [文] 丙\n"
		"  head of rows 1,0\n"
		"    paragraph [题] 丁\n"
		"  cell 1,1 spans 1x2 flush\n"
		"    table 2x2 head 0 [格] columns fixed 34.25, content\n"
		"      cell 0,0\n"
		"        paragraph [文] 戊\n"
		"      cell 0,1\n"
		"        paragraph [文] 己\n"
		"      cell 1,0 spans 1x2\n"
		"        paragraph [文] 规划\n");
}

static void rows_may_come_from_a_list_of_the_layouts_own(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"- id: 头\n"
		"  form:\n"
		"    style: 格\n"
		"    bands:\n"
		"      - label: 目标\n"
		"        fixed: {as: 类, list: [数量, 质量, 时效]}\n"
		"        rows: {each: 职责.目标 as g, where: g.名称 == 类}\n"
		"        row: [{text: \"{类}\", merge: 类}, \"{count(g.指标)}\"]\n",
		"职责:\n"
		"- 名称: 产出\n"
		"  目标: [{名称: 数量, 指标: [{名称: 一}, {名称: 二}]}, {名称: 质量, "
		"指标: [{名称: 三}]}]\n"
		"- 名称: 效益\n"
		"  目标: [{名称: 质量, 指标: [{名称: 四}]}]\n",
		"table 4x3 head 0 [格] columns content, content, content\n"
		"  head of rows 0,0 spans 4x1\n"
		"    paragraph [题] 目标\n"
		"  cell 0,1\n"
		"    paragraph [文] 数量\n"
		"  cell 0,2\n"
		"    paragraph [文] 2\n"
		"  cell 1,1 spans 2x1\n"
		"    paragraph [文] 质量\n"
		"  cell 1,2\n"
		"    paragraph [文] 1\n"
		"  cell 2,2\n"
		"    paragraph [文] 1\n"
		"  cell 3,1\n"
		"    paragraph [文] 时效\n"
		"  cell 3,2\n"
		"    paragraph [文] 0\n");
}

static void cells_of_equal_text_are_one(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"- id: 头\n"
		"  form:\n"
		"    style: 格\n"
		"    bands:\n"
		"      - each: 职责 as d\n"
		"        rows: {each: d.目标 as g}\n"
		"        row: [{text: \"{g.名称}\", merge equal: yes}, {text: "
		"\"{g.名称}\", merge equal: yes, merge within: d}, \"{d.名称}\"]\n",
		"职责:\n"
		"- {名称: 甲, 目标: [{名称: 一}, {名称: 一}]}\n"
		"- {名称: 乙, 目标: [{名称: 一}, {}, {}]}\n",
		"table 5x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 spans 3x1\n"
		"    paragraph [文] 一\n"
		"  cell 0,1 spans 2x1\n"
		"    paragraph [文] 一\n"
		"  cell 0,2\n"
		"    paragraph [文] 甲\n"
		"  cell 1,2\n"
		"    paragraph [文] 甲\n"
		"  cell 2,1\n"
		"    paragraph [文] 一\n"
		"  cell 2,2\n"
		"    paragraph [文] 乙\n"
		"  cell 3,0\n"
		"    paragraph [文] \n"
		"  cell 3,1\n"
		"    paragraph [文] \n"
		"  cell 3,2\n"
		"    paragraph [文] 乙\n"
		"  cell 4,0\n"
		"    paragraph [文] \n"
		"  cell 4,1\n"
		"    paragraph [文] \n"
		"  cell 4,2\n"
		"    paragraph [文] 乙\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_there_leaves_blank_rows_or_a_word),
		cmocka_unit_test(bands_have_heights_grow_and_conditions),
		cmocka_unit_test(bands_may_stand_for_each_item),
		cmocka_unit_test(bands_beside_each_other_share_the_columns_to_spare),
		cmocka_unit_test(labels_beside_each_other_span_the_longer_band),
		cmocka_unit_test(a_band_may_have_edges_of_its_own),
		cmocka_unit_test(rows_may_come_from_a_list_of_the_layouts_own),
		cmocka_unit_test(cells_of_equal_text_are_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
