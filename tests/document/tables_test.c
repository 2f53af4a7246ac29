/* Tables: rows from lists, heads from a tree of columns, cells that span what they share.
 */
#include "documents.h"

#define DUTIES                                                                           \
	"职责:\n"                                                                      \
	"- 名称: 甲\n"                                                                \
	"  目标:\n"                                                                    \
	"  - {名称: 子, 指标: [{名称: 一}, {名称: 二}]}\n"                    \
	"  - {名称: 子, 指标: [{名称: 三}]}\n"                                   \
	"- 名称: 甲\n"                                                                \
	"  目标: [{名称: 丑, 指标: [{名称: 四}]}]\n"

#define THREE_BANDS                                                                      \
	"rows: {each: 职责 as d, rows: {each: d.目标 as g, rows: {each: g.指标 as k}}}"

/* The only block of a layout, a table. */
#define TABLE(more) "blocks: [{id: 头, table: {style: 格, " more "}}]\n"

static void cells_of_one_record_are_one_and_equal_texts_stay_apart(void **state)
{
	(void)state;
	documents_expect(TABLE(THREE_BANDS ", columns: ["
					   "{text: \"{d.名称}\", merge: d}, "
					   "{text: \"{g.名称}\", merge: g}, "
					   "{text: \"{k.名称}\"}]"),
		DUTIES,
		"table 4x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 spans 3x1\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1 spans 2x1\n"
		"    paragraph [文] 子\n"
		"  cell 0,2\n"
		"    paragraph [文] 一\n"
		"  cell 1,2\n"
		"    paragraph [文] 二\n"
		"  cell 2,1\n"
		"    paragraph [文] 子\n"
		"  cell 2,2\n"
		"    paragraph [文] 三\n"
		"  cell 3,0\n"
		"    paragraph [文] 甲\n"
		"  cell 3,1\n"
		"    paragraph [文] 丑\n"
		"  cell 3,2\n"
		"    paragraph [文] 四\n");
}

static void bands_leave_out_what_their_condition_does_not_hold_for(void **state)
{
	(void)state;
	documents_expect(
		TABLE("rows: {each: 职责 as d, rows: {each: d.目标 as g, when: "
		      "g.名称 == '子', rows: {each: g.指标 as k, when: k.名称 != "
		      "'一'}}}, columns: [{text: \"{k.名称}\"}]"),
		DUTIES,
		"table 2x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 二\n"
		"  cell 1,0\n"
		"    paragraph [文] 三\n");
}

static void an_item_with_nothing_in_it_keeps_a_row(void **state)
{
	(void)state;
	documents_expect(TABLE("rows: {each: 工作 as w, rows: {each: w.年度分解 as y}}, "
			       "columns: [{text: \"{serial(w)}{w.名称}\", merge: w}, "
			       "{text: \"{y.年份}{y.内容}\", merge: y}]"),
		"工作: [{名称: 甲, 年度分解: {2021: 起步}}, {名称: 乙}, "
		"{名称: 丙, 年度分解: }]\n",
		"table 3x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 2021起步\n"
		"  cell 1,0\n"
		"    paragraph [文] 2乙\n"
		"  cell 1,1\n"
		"    paragraph [文] \n"
		"  cell 2,0\n"
		"    paragraph [文] 3丙\n"
		"  cell 2,1\n"
		"    paragraph [文] \n");
	documents_expect(TABLE(THREE_BANDS ", columns: [{text: \"{d.名称}\", merge: d}, "
					   "{text: \"{g.名称}\"}, {text: \"{k.名称}\", "
					   "merge: k}]"),
		"职责: [{名称: 甲}, {名称: 乙, 目标: [{名称: 子}]}]\n",
		"table 2x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] \n"
		"  cell 0,2\n"
		"    paragraph [文] \n"
		"  cell 1,0\n"
		"    paragraph [文] 乙\n"
		"  cell 1,1\n"
		"    paragraph [文] 子\n"
		"  cell 1,2\n"
		"    paragraph [文] \n");
}

static void years_make_rows_of_years_and_what_was_written(void **state)
{
	(void)state;
	documents_expect(TABLE("rows: {each: 工作 as w, rows: {each: w.年度分解 as y}}, "
			       "columns: [{text: \"{w.名称}\", merge: w}, {text: "
			       "\"{y.年份}\"}, {text: \"{y.内容}\"}]"),
		"工作: [{名称: 甲, 年度分解: {2021: 起步, 2022: [\"**推进**\", "
		"完成]}}]\n",
		"table 2x3 head 0 [格] columns content, content, content\n"
		"  cell 0,0 spans 2x1\n"
		"    paragraph [文] 甲\n"
		"  cell 0,1\n"
		"    paragraph [文] 2021\n"
		"  cell 0,2\n"
		"    paragraph [文] 起步\n"
		"  cell 1,1\n"
		"    paragraph [文] 2022\n"
		"  cell 1,2\n"
		"    paragraph [文] **推进**\n"
		"    paragraph [文] 完成\n");
}

#define ONE_ROW "rows: {each: 职责 as d}, "
#define ONE_DUTY "职责: [{名称: 甲}]\n"

static void heads_stand_above_what_they_cover(void **state)
{
	(void)state;
	documents_expect(
		TABLE(ONE_ROW "columns: ["
			      "{head: 序, text: 1}, "
			      "{head: 标准, columns: ["
			      "{head: 规划值, text: 2}, "
			      "{head: 当年, columns: [{head: 值, text: 3}, {head: "
			      "源, text: 4}]}]}]"),
		ONE_DUTY,
		"table 4x4 head 3 [格] columns content, content, content, content\n"
		"  head 0,0 spans 3x1\n"
		"    paragraph [题] 序\n"
		"  head 0,1 spans 1x3\n"
		"    paragraph [题] 标准\n"
		"  head 1,1 spans 2x1\n"
		"    paragraph [题] 规划值\n"
		"  head 1,2 spans 1x2\n"
		"    paragraph [题] 当年\n"
		"  head 2,2\n"
		"    paragraph [题] 值\n"
		"  head 2,3\n"
		"    paragraph [题] 源\n"
		"  cell 3,0\n"
		"    paragraph [文] 1\n"
		"  cell 3,1\n"
		"    paragraph [文] 2\n"
		"  cell 3,2\n"
		"    paragraph [文] 3\n"
		"  cell 3,3\n"
		"    paragraph [文] 4\n");
}

static void a_head_covers_columns_that_have_none(void **state)
{
	(void)state;
	documents_expect(
		TABLE(ONE_ROW "columns: ["
			      "{head: 职责, columns: [{text: 1}, {text: 2}]}, "
			      "{head: 目标, columns: [{head: 名, text: 3}, {text: 4}]}]"),
		ONE_DUTY,
		"table 3x4 head 2 [格] columns content, content, content, content\n"
		"  head 0,0 spans 2x2\n"
		"    paragraph [题] 职责\n"
		"  head 0,2 spans 1x2\n"
		"    paragraph [题] 目标\n"
		"  head 1,2\n"
		"    paragraph [题] 名\n"
		"  head 1,3\n"
		"    paragraph [题] \n"
		"  cell 2,0\n"
		"    paragraph [文] 1\n"
		"  cell 2,1\n"
		"    paragraph [文] 2\n"
		"  cell 2,2\n"
		"    paragraph [文] 3\n"
		"  cell 2,3\n"
		"    paragraph [文] 4\n");
}

static void a_group_without_a_head_takes_no_room(void **state)
{
	(void)state;
	documents_expect(TABLE(ONE_ROW "columns: ["
				       "{head: 左, text: 1}, "
				       "{columns: [{head: 中, text: 2}, {head: 右, text: "
				       "3}]}]"),
		ONE_DUTY,
		"table 2x3 head 1 [格] columns content, content, content\n"
		"  head 0,0\n"
		"    paragraph [题] 左\n"
		"  head 0,1\n"
		"    paragraph [题] 中\n"
		"  head 0,2\n"
		"    paragraph [题] 右\n"
		"  cell 1,0\n"
		"    paragraph [文] 1\n"
		"  cell 1,1\n"
		"    paragraph [文] 2\n"
		"  cell 1,2\n"
		"    paragraph [文] 3\n");
}

static void cells_that_name_their_rows_are_heads(void **state)
{
	(void)state;
	documents_expect(
		TABLE(ONE_ROW "columns: [{text: \"{d.名称}\", names rows: yes}]"),
		ONE_DUTY,
		"table 1x1 head 0 [格] columns content\n"
		"  head of rows 0,0\n"
		"    paragraph [文] 甲\n");
}

static void widths_in_characters_leave_room_for_padding_and_rules(void **state)
{
	(void)state;
	documents_expect(
		TABLE(ONE_ROW "columns: ["
			      "{text: 1, width: 3字}, {text: 2, width: 25%}, "
			      "{text: 3, width: 30pt}, {text: 4, minimum: 2字}]"),
		ONE_DUTY,
		"table 1x4 head 0 [格] columns fixed 34.25, share 0.25, fixed 30.00, "
		"content minimum 24.25\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"  cell 0,1\n"
		"    paragraph [文] 2\n"
		"  cell 0,2\n"
		"    paragraph [文] 3\n"
		"  cell 0,3\n"
		"    paragraph [文] 4\n");
}

static void blanks_marks_and_zero_stay_what_they_are(void **state)
{
	(void)state;
	documents_expect(TABLE("rows: {each: 职责 as d, rows: {each: d.目标 as g, rows: "
			       "{each: g.指标 as k}}}, columns: [{text: \"{k.值}\"}]"),
		"职责: [{目标: [{指标: [{值: }, {值: /}, {值: —}, {值: 无}, {值: 0}, "
		"{名称: 甲}]}]}]\n",
		"table 6x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] \n"
		"  cell 1,0\n"
		"    paragraph [文] /\n"
		"  cell 2,0\n"
		"    paragraph [文] —\n"
		"  cell 3,0\n"
		"    paragraph [文] 无\n"
		"  cell 4,0\n"
		"    paragraph [文] 0\n"
		"  cell 5,0\n"
		"    paragraph [文] \n");
}

static void a_table_without_rows_is_no_block(void **state)
{
	(void)state;
	documents_expect(TABLE("above: [{text: 甲, style: 文}], " ONE_ROW
			       "columns: [{head: 乙, text: 1}]"),
		"文种: 丙\n", "");
}

static void a_table_without_rows_prints_what_the_layout_says(void **state)
{
	(void)state;
	documents_expect(TABLE("above: [{text: 甲, style: 文}], empty: 暂无, " ONE_ROW
			       "columns: [{head: 乙, text: 1}, {head: 丙, text: 2}]"),
		"文种: 丁\n",
		"paragraph [文] keep 甲\n"
		"table 2x2 head 1 [格] columns content, content\n"
		"  head 0,0\n"
		"    paragraph [题] 乙\n"
		"  head 0,1\n"
		"    paragraph [题] 丙\n"
		"  cell 1,0 spans 1x2\n"
		"    paragraph [题] 暂无\n");
}

static void a_condition_leaves_out_a_table_with_its_lines(void **state)
{
	(void)state;
	documents_expect(TABLE("when: 文种, above: [{text: 甲, style: 文}], " ONE_ROW
			       "columns: [{text: 1}]"),
		ONE_DUTY, "");
}

static void lines_above_stay_with_the_table(void **state)
{
	(void)state;
	documents_expect(TABLE("above: [{text: \"**表：**{文种}\", style: 文}, {text: "
			       "单位：万元, style: 题}], " ONE_ROW
			       "columns: [{text: \"{d.名称}\"}]"),
		ONE_DUTY "文种: 规划\n",
		"paragraph [文] keep **表：**规划\n"
		"paragraph [题] keep 单位：万元\n"
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 甲\n");
}

static void keeping_a_line_with_a_table_changes_no_other(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - id: 头\n"
		"    table: {style: 格, above: [{text: 甲, style: 文}], rows: {each: "
		"职责 as d}, columns: [{text: 1}]}\n"
		"  - {text: 乙, style: 文}\n",
		ONE_DUTY,
		"paragraph [文] keep 甲\n"
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"paragraph [文] 乙\n");
}

static void captions_stand_above_and_go_on(void **state)
{
	(void)state;
	documents_expect(
		TABLE("caption: \"表1 {文种}\", caption continued: \"表1（续）\", "
		      "caption style: 题, " ONE_ROW "columns: [{text: 1}]"),
		ONE_DUTY "文种: 规划\n",
		"table 1x1 head 0 [格] columns content\n"
		"  caption [题] 表1 规划\n"
		"  continued caption [题] 表1（续）\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n");
	documents_expect(TABLE("caption: \"{文种}\", caption style: 题, " ONE_ROW
			       "columns: [{text: 1}]"),
		ONE_DUTY,
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n");
}

static void serials_run_on_from_table_to_table(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - id: 头\n"
		"    each: 职责 as d\n"
		"    blocks:\n"
		"      - table: {style: 格, rows: {each: d.目标 as g}, columns: [{text: "
		"\"{ordinal(g)}-{serial(g)}\"}]}\n",
		"职责: [{目标: [{名称: 甲}, {名称: 乙}]}, {目标: [{名称: 丙}]}]\n",
		"table 2x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1-1\n"
		"  cell 1,0\n"
		"    paragraph [文] 2-2\n"
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1-3\n");
}

static void an_alignment_of_its_own_changes_only_a_columns_cells(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		TABLE(ONE_ROW "columns: [{text: 1, align: end, vertical: bottom}, {text: "
			      "2, style: 题}]"),
		ONE_DUTY);
	const struct table_block *table = &document->parts[0].blocks[0]->table;
	assert_int_equal(table->cells[0].style->align, ALIGN_END);
	assert_int_equal(table->cells[0].vertical, VERTICAL_BOTTOM);
	assert_int_equal(table->style->cell->align, ALIGN_JUSTIFY);
	assert_int_equal(table->cells[1].style->align, ALIGN_CENTRE);
	assert_int_equal(table->cells[1].vertical, VERTICAL_TOP);
	bench_end(&bench);
}

static void a_table_of_too_many_rows_is_refused(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.rows = 3;
	documents_arrange(&bench, TABLE(THREE_BANDS ", columns: [{text: 1}]"), DUTIES);
	bench_expect(&bench, "layout.yaml:1:25: error[limit-rows]: 一张表超过 3 行\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	bench_end(&bench);
}

static void lists_crossed_with_each_other_end_at_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	GString *plan = arena_text(bench.arena);
	g_string_append(plan, "职责:\n");
	for (int i = 0; i < 1000; i++) {
		g_string_append(plan, "- {}\n");
	}
	bench.limits.rows = 1000;
	documents_arrange(&bench,
		TABLE("rows: {each: 职责 as a, rows: {each: 职责 as b, rows: {each: 职责 "
		      "as c, rows: {each: 职责 as d}}}}, columns: [{text: 1}]"),
		plan->str);
	bench_expect(&bench, "layout.yaml:1:25: error[limit-rows]\n");
	bench_end(&bench);
}

static void cells_that_cannot_be_evaluated_are_reported_in_the_plan(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout =
			TABLE("rows: {each: 职责 as d, rows: {each: d.目标 as g, rows: "
			      "{each: g.指标 as k}}}, columns: [{text: \"{1 / k.值}\"}]"),
		.plan = "职责: [{目标: [{指标: [{值: 2}, {值: ^0}]}]}]\n",
		.reports = "division-by-zero\n",
		.expected = "table 2x1 head 0 [格] columns content\n"
			    "  cell 0,0\n"
			    "    paragraph [文] 0.5\n"
			    "  cell 1,0\n"
			    "    paragraph [文] \n",
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_one_record_are_one_and_equal_texts_stay_apart),
		cmocka_unit_test(bands_leave_out_what_their_condition_does_not_hold_for),
		cmocka_unit_test(an_item_with_nothing_in_it_keeps_a_row),
		cmocka_unit_test(years_make_rows_of_years_and_what_was_written),
		cmocka_unit_test(heads_stand_above_what_they_cover),
		cmocka_unit_test(a_head_covers_columns_that_have_none),
		cmocka_unit_test(a_group_without_a_head_takes_no_room),
		cmocka_unit_test(cells_that_name_their_rows_are_heads),
		cmocka_unit_test(widths_in_characters_leave_room_for_padding_and_rules),
		cmocka_unit_test(blanks_marks_and_zero_stay_what_they_are),
		cmocka_unit_test(a_table_without_rows_is_no_block),
		cmocka_unit_test(a_table_without_rows_prints_what_the_layout_says),
		cmocka_unit_test(a_condition_leaves_out_a_table_with_its_lines),
		cmocka_unit_test(lines_above_stay_with_the_table),
		cmocka_unit_test(keeping_a_line_with_a_table_changes_no_other),
		cmocka_unit_test(captions_stand_above_and_go_on),
		cmocka_unit_test(serials_run_on_from_table_to_table),
		cmocka_unit_test(an_alignment_of_its_own_changes_only_a_columns_cells),
		cmocka_unit_test(a_table_of_too_many_rows_is_refused),
		cmocka_unit_test(lists_crossed_with_each_other_end_at_the_limit),
		cmocka_unit_test(cells_that_cannot_be_evaluated_are_reported_in_the_plan),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
