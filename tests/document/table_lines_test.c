/* What stands with a table, and how it meets its page. */
#include "documents.h"

/* The only block of a layout, a table. */
#define TABLE(more) "blocks: [{id: 头, table: {style: 格, " more "}}]\n"

static void lines_stand_above_and_below_in_up_to_three_parts(void **state)
{
	(void)state;
	documents_expect(
		TABLE("lines above: [{left: \"单位：{文种}\", middle: 二〇二一年, right: "
		      "单位：万元, style: 题}, {left: \"{摘要}\", right: \"{总额}\", "
		      "style: 文}], repeat lines: yes, lines below: [{text: "
		      "\"注：{文种}\", style: 文, hang after: \"：\"}, {text: "
		      "\"{摘要}\", style: 文}, {text: 略, style: 文, when: 总额}], "
		      "rows: {each: 职责 as d}, "
		      "columns: [{text: 1}]"),
		"职责: [{}]\n"
		"文种: 甲局\n",
		"table 1x1 head 0 [格] columns content\n"
		"  above\n"
		"    line 1x3 head 0 [题] columns content, content, content\n"
		"      cell 0,0\n"
		"        paragraph [题] 单位：甲局\n"
		"      cell 0,1\n"
		"        paragraph [题] 二〇二一年\n"
		"      cell 0,2\n"
		"        paragraph [题] 单位：万元\n"
		"  above continued\n"
		"    line 1x3 head 0 [题] columns content, content, content\n"
		"      cell 0,0\n"
		"        paragraph [题] 单位：甲局\n"
		"      cell 0,1\n"
		"        paragraph [题] 二〇二一年\n"
		"      cell 0,2\n"
		"        paragraph [题] 单位：万元\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"  below\n"
		"    paragraph [文] 注：|甲局\n");
}

static void a_table_says_how_it_meets_its_page(void **state)
{
	(void)state;
	documents_expect(TABLE("fit: page, fill: rows, floor: 六号, stub columns: 1, "
			       "rows: {each: 职责 as d, "
			       "last: [合, 计]}, "
			       "columns: [{text: 1}, {text: 2}]"),
		"职责: [{}]\n",
		"table 2x2 head 0 [格] fit page fill page fill rows floor 7.50 stubs 1 "
		"columns content, content\n"
		"  row 0 with-next grow 1.00\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"  cell 0,1\n"
		"    paragraph [文] 2\n"
		"  cell 1,0\n"
		"    paragraph [文] 合\n"
		"  cell 1,1\n"
		"    paragraph [文] 计\n");
}

static void columns_of_a_group_are_equally_wide(void **state)
{
	(void)state;
	documents_expect(TABLE("equal: yes, "
			       "rows: {each: 职责 as d}, "
			       "columns: [{text: 1}, {equal: yes, "
			       "columns: [{text: 2}, {text: 3, width: 5pt}, {text: 4}]}, "
			       "{each: 职责.目标 as g, equal: yes, "
			       "columns: [{text: \"{g.名称}\"}]}]"),
		"职责: [{目标: [{名称: 子}, {名称: 丑}]}]\n",
		"table 1x6 head 0 [格] columns content equal 1, content equal 2, fixed "
		"5.00, content equal 2, content equal 3, content equal 3\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"  cell 0,1\n"
		"    paragraph [文] 2\n"
		"  cell 0,2\n"
		"    paragraph [文] 3\n"
		"  cell 0,3\n"
		"    paragraph [文] 4\n"
		"  cell 0,4\n"
		"    paragraph [文] 子\n"
		"  cell 0,5\n"
		"    paragraph [文] 丑\n");
}

#define SUMMED                                                                                  \
	"文种: 次页\n"                                                                      \
	"职责:\n"                                                                             \
	"- {名称: 甲, 目标: [{名称: 子, 指标: [{值: 1}, {值: \"1,234.50\"}]}]}\n"   \
	"- {名称: 乙, 目标: [{名称: 丑, 指标: [{值: 4.125}, {值: 无}]}, {名称: " \
	"寅}]}\n"

static void pages_sum_up_what_each_row_says(void **state)
{
	(void)state;
	documents_expect(TABLE("page sums: {page: 本页小计, forward: \"过{文种}\", "
			       "brought: 承前页, style: 文}, "
			       "rows: {each: 职责 as d, "
			       "rows: {each: d.目标 as g, "
			       "rows: {each: g.指标 as k}}, "
			       "foot: [小计, \"{sum(d.目标.指标.值)}\", \"\"]}, "
			       "columns: [{text: \"{k.名称}\"}, {text: \"{k.值}\", page "
			       "sum: k.值 | 千分}, {text: \"{count(g.指标)}\", merge: g, "
			       "page sum: count(g.指标)}]"),
		SUMMED,
		"table 7x3 head 0 [格] columns content, content, content\n"
		"  page sums 本页小计|过次页|承前页 at 0 over 1 [文]\n"
		"    sum of 1 [文] places 3 grouped: 1, 1234.5, 0, 4.125, 0, 0, 0\n"
		"    sum of 2 [文] places 0: 2, 0, 0, 2, 0, 0, 0\n"
		"  row 1 with-next\n"
		"  row 5 with-next\n"
		"  cell 0,0\n"
		"    paragraph [文] \n"
		"  cell 0,1\n"
		"    paragraph [文] 1\n"
		"  cell 0,2 spans 2x1\n"
		"    paragraph [文] 2\n"
		"  cell 1,0\n"
		"    paragraph [文] \n"
		"  cell 1,1\n"
		"    paragraph [文] 1,234.50\n"
		"  cell 2,0\n"
		"    paragraph [文] 小计\n"
		"  cell 2,1\n"
		"    paragraph [文] 1235.5\n"
		"  cell 2,2\n"
		"    paragraph [文] \n"
		"  cell 3,0\n"
		"    paragraph [文] \n"
		"  cell 3,1\n"
		"    paragraph [文] 4.125\n"
		"  cell 3,2 spans 2x1\n"
		"    paragraph [文] 2\n"
		"  cell 4,0\n"
		"    paragraph [文] \n"
		"  cell 4,1\n"
		"    paragraph [文] 无\n"
		"  cell 5,0\n"
		"    paragraph [文] \n"
		"  cell 5,1\n"
		"    paragraph [文] \n"
		"  cell 5,2\n"
		"    paragraph [文] 0\n"
		"  cell 6,0\n"
		"    paragraph [文] 小计\n"
		"  cell 6,1\n"
		"    paragraph [文] 4.125\n"
		"  cell 6,2\n"
		"    paragraph [文] \n");
}

static void rows_below_all_items_close_the_table(void **state)
{
	(void)state;
	documents_expect(TABLE("page sums: {page: 小计}, rows: {each: 职责 as d, rows: "
			       "{each: d.目标.指标 as k}, foot: [计, \"\"], last: [[合, "
			       "\"\"], {when: count(职责) > 9, cells: [无, \"\"]}]}, "
			       "columns: [{text: 甲}, {text: 乙, page sum: k.值}]"),
		"职责: [{目标: [{指标: [{值: 1}]}]}]\n",
		"table 3x2 head 0 [格] columns content, content\n"
		"  page sums 小计|| at 0 over 1 [题] closing 1\n"
		"    sum of 1 [文] places 0: 1, 0, 0\n"
		"  row 0 with-next\n"
		"  row 1 with-next\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 乙\n"
		"  cell 1,0\n"
		"    paragraph [文] 计\n"
		"  cell 1,1\n"
		"    paragraph [文] \n"
		"  cell 2,0\n"
		"    paragraph [文] 合\n"
		"  cell 2,1\n"
		"    paragraph [文] \n");
}

static void parts_of_a_line_stand_left_in_the_middle_and_right(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"styles: {注: {like: 文, indent: 2字, before: 3pt, after: 4pt}}\n" TABLE(
			"lines below: [{left: 一, middle: 二, right: 三, style: 注}], "
			"rows: "
			"{each: 职责 as d}, columns: [{text: 1}]"),
		"职责: [{}]\n");
	const struct table_block *table = &document->parts[0].blocks[0]->table;
	const struct table_block *line = &table->below.blocks[0]->table;
	static const enum align aligns[] = {ALIGN_START, ALIGN_CENTRE, ALIGN_END};
	assert_true(line->plain);
	assert_int_equal(line->cell_count, 3);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(line->cells[i].style->align, aligns[i]);
		assert_true(line->cells[i].style->indent <= 0);
	}
	assert_true(line->style->before > 2.9 && line->style->after > 3.9);
	assert_true(line->style->outer_rule <= 0 && line->style->padding_across <= 0);
	bench_end(&bench);
}

static void numbers_of_unlike_units_are_no_sum(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = TABLE(
			"page sums: {page: 小计}, rows: {each: 职责.目标.指标 as k}, "
			"columns: [{text: 1}, {text: 2, page sum: k.值}]"),
		.plan = "职责: [{目标: [{指标: [{值: 2人}, {值: ^3次}]}]}]\n",
		.reports = "unit-mismatch: 这个数的单位“次”和“人”不能相加\n",
	});
}

static void labels_of_page_sums_stand_before_the_first_sum(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	documents_arrange(&bench,
		TABLE("page sums: {page: 小计, span: 2}, rows: {each: 职责 as d}, "
		      "columns: [{text: 1}, {text: 2, page sum: count(d.目标)}]"),
		"职责: [{}]\n");
	bench_expect(&bench,
		"layout.yaml:1:47: error[layout-cells-beyond]: page sums 的名目要占 2 "
		"栏，要合计的第一栏之前只有 1 栏\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_stand_above_and_below_in_up_to_three_parts),
		cmocka_unit_test(a_table_says_how_it_meets_its_page),
		cmocka_unit_test(columns_of_a_group_are_equally_wide),
		cmocka_unit_test(pages_sum_up_what_each_row_says),
		cmocka_unit_test(rows_below_all_items_close_the_table),
		cmocka_unit_test(parts_of_a_line_stand_left_in_the_middle_and_right),
		cmocka_unit_test(numbers_of_unlike_units_are_no_sum),
		cmocka_unit_test(labels_of_page_sums_stand_before_the_first_sum),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
