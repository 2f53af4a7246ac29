/* Rows that the layout writes out, fixes or leaves blank; columns made for a list. */
#include "documents.h"

/* What stands in a cell, paragraphs parted by a stroke. */
static void add_texts(const struct table_cell *cell, GString *out)
{
	for (size_t i = 0; i < cell->block_count; i++) {
		const struct text_block *text = &cell->blocks[i]->text;
		g_string_append(out, i ? "/" : "");
		for (size_t j = 0; j < text->run_count; j++) {
			g_string_append(out, text->runs[j].passage.text);
		}
	}
	if (cell->row_span > 1 || cell->column_span > 1) {
		g_string_append_printf(out, "(%dx%d)", cell->row_span, cell->column_span);
	}
}

/* A line for each row: `#` of the head, `!` not parted from the next, `+3` the head of a
 * group of three; then the cells that begin in it. */
static const char *grid_text(struct bench *bench, const struct document *document)
{
	GString *out = arena_text(bench->arena);
	const struct document_part *part = &document->parts[0];
	const struct table_block *table =
		part->block_count ? &part->blocks[0]->table : NULL;
	int cell = 0;
	for (int row = 0; table && row < table->row_count; row++) {
		const struct table_row *at = &table->rows[row];
		g_string_append(out, at->head ? "#" : at->with_next ? "!" : "");
		if (at->group_rows) {
			g_string_append_printf(out, "+%d ", at->group_rows);
		}
		for (int first = cell;
			cell < table->cell_count && table->cells[cell].row == row;
			cell++) {
			g_string_append(out, cell > first ? "|" : "");
			add_texts(&table->cells[cell], out);
		}
		g_string_append_c(out, '\n');
	}
	return out->str;
}

static void expect_grid(const char *layout, const char *plan, const char *expected)
{
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, layout, plan);
	bench_expect(&bench, "");
	assert_string_equal(grid_text(&bench, document), expected);
	bench_end(&bench);
}

/* The only block of a layout, a table. */
#define TABLE(more) "blocks: [{id: 头, table: {style: 格, " more "}}]\n"

#define DUTIES                                                                           \
	"职责:\n"                                                                      \
	"- {名称: 甲, 目标: [{名称: 子, 指标: [{值: 1}, {值: 2.50}]}]}\n"    \
	"- {名称: 乙, 目标: [{名称: 丑, 指标: [{值: 4}]}, {名称: 寅}]}\n"

static void totals_stand_above_and_below_all_items(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 职责 as d, "
			  "first: [总计, \"{count(职责)}\"], "
			  "last: [[合计, \"{sum(职责.目标.指标.值)}\"], [{text: 完, "
			  "span: rest}]]}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		DUTIES,
		"!总计|2\n"
		"甲|3.5\n"
		"!乙|4\n"
		"!合计|7.5\n"
		"完(1x2)\n");
}

static void groups_have_heads_and_subtotals(void **state)
{
	(void)state;
	expect_grid(
		TABLE("rows: {each: 职责 as d, "
		      "head: [{text: \"{d.名称}\", span: rest}], "
		      "foot: [小计, \"{sum(d.目标.指标.值)}\"], "
		      "rows: {each: d.目标 as g}}, "
		      "columns: [{text: \"{g.名称}\"}, {text: \"{sum(g.指标.值)}\"}]"),
		DUTIES,
		"!+2 甲(1x2)\n"
		"!子|3.5\n"
		"小计|3.5\n"
		"!+3 乙(1x2)\n"
		"丑|4\n"
		"!寅|0\n"
		"小计|4\n");
}

static void what_a_row_leaves_to_its_columns_goes_on_through_it(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 职责 as d, "
			  "rows: {each: d.目标 as g, "
			  "foot: [{leave: 2}, 小计], "
			  "last: [{leave: 1}, 合计, \"{sum(d.目标.指标.值)}\"], "
			  "rows: {each: g.指标 as k}}}, "
			  "columns: [{text: \"{d.名称}\", merge: d}, {text: "
			  "\"{g.名称}\", merge: g}, {text: \"{k.值}\"}]"),
		DUTIES,
		"甲(4x1)|子(3x1)|1\n"
		"!2.50\n"
		"!小计\n"
		"合计|3.5\n"
		"!乙(5x1)|丑(2x1)|4\n"
		"小计\n"
		"!寅(2x1)|\n"
		"!小计\n"
		"合计|4\n");
}

static void a_row_may_be_the_first_of_a_merged_cell(void **state)
{
	(void)state;
	expect_grid(
		TABLE("rows: {each: 职责 as d, "
		      "head: [{leave: 1}, \"{sum(d.目标.指标.值)}\"], "
		      "rows: {each: d.目标 as g}}, "
		      "columns: [{text: \"{d.名称}\", merge: d}, {text: \"{g.名称}\"}]"),
		DUTIES,
		"!+1 甲(2x1)|3.5\n"
		"子\n"
		"!+2 乙(3x1)|4\n"
		"丑\n"
		"寅\n");
}

static void explicit_rows_have_conditions(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 职责 as d, "
			  "first: {when: count(职责) > 5, cells: [多, 多]}, "
			  "last: [{when: \"count(职责) > 1\", cells: [合计, 二]}], "
			  "foot: {when: d.名称 == '乙', cells: [乙, 完]}}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		DUTIES,
		"甲|3.5\n"
		"!乙|4\n"
		"!乙|完\n"
		"合计|二\n");
}

static void fixed_rows_take_what_the_plan_has_for_them(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {fixed: {as: 类, list: [子, 卯, 丑]}, "
			  "rows: {each: 职责.目标 as g, where: g.名称 == 类}}, "
			  "columns: [{text: \"{ordinal(类)}{类}\", merge: 类}, {text: "
			  "\"{g.名称}{count(g.指标)}\"}]"),
		"职责:\n"
		"- {名称: 甲, 目标: [{名称: 子, 指标: [{值: 1}]}, {名称: 丑}]}\n"
		"- {名称: 乙, 目标: [{名称: 子}]}\n",
		"1子(2x1)|子1\n"
		"子0\n"
		"2卯|0\n"
		"3丑|丑0\n");
}

static void fixed_lists_may_be_records_with_lists(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {fixed: {as: 类, list: [{一级: 产出, 二级: [数量, "
			  "质量]}, {一级: 满意, 注: 空, 二级: [对象]}, {一级: 无}]}, "
			  "rows: {each: 类.二级 as 二}}, "
			  "columns: [{text: \"{类.一级}\", merge: 类}, {text: "
			  "\"{serial(二)}{二}\"}]"),
		"文种: 甲\n",
		"产出(2x1)|1数量\n"
		"2质量\n"
		"满意|3对象\n"
		"无|0\n");
}

static void blank_rows_fill_up_to_the_least(void **state)
{
	(void)state;
	expect_grid(TABLE("least rows: 3, "
			  "rows: {each: 职责 as d, "
			  "last: [合计, \"{count(职责)}\"]}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		DUTIES,
		"甲|3.5\n"
		"乙|4\n"
		"!|\n"
		"合计|2\n");
}

static void a_list_handed_in_empty_has_its_blank_rows(void **state)
{
	(void)state;
	expect_grid(TABLE("least rows: 2, "
			  "rows: {each: 职责 as d, "
			  "last: [合计, \"{count(职责)}\"]}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		"文种: 甲\n",
		"|\n"
		"!|\n"
		"合计|0\n");
}

static void the_row_of_an_empty_table_is_one_of_the_least(void **state)
{
	(void)state;
	expect_grid(TABLE("least rows: 2, empty: 暂无, "
			  "rows: {each: 职责 as d, "
			  "first: [{text: 表, span: 2}], "
			  "last: [合计, \"{count(职责)}\"]}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		"文种: 甲\n",
		"!表(1x2)\n"
		"暂无(1x2)\n"
		"!|\n"
		"合计|0\n");
}

static void no_items_and_nothing_said_leave_totals_out_too(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 职责 as d, "
			  "last: [合计, \"{count(职责)}\"]}, "
			  "columns: [{text: \"{d.名称}\"}, {text: "
			  "\"{sum(d.目标.指标.值)}\"}]"),
		"文种: 甲\n", "");
}

static void equal_texts_merge_within_an_item(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 职责 as d, "
			  "rows: {each: d.目标 as g}}, "
			  "columns: [{text: \"{d.名称}\", merge: d}, {text: "
			  "\"{g.名称}\", merge equal: yes, merge within: d}, {text: "
			  "\"{g.名称}\", merge equal: yes}]"),
		"职责:\n"
		"- {名称: 甲, 目标: [{名称: 子}, {名称: 子}, {名称: \"\"}, {}]}\n"
		"- {名称: 乙, 目标: [{名称: 丑}, {名称: 寅}]}\n"
		"- {名称: 丙, 目标: [{名称: 寅}, {名称: 丑}]}\n",
		"甲(4x1)|子(2x1)|子(2x1)\n"
		"\n"
		"|\n"
		"|\n"
		"乙(2x1)|丑|丑\n"
		"寅|寅(2x1)\n"
		"丙(2x1)|寅\n"
		"丑|丑\n");
}

static void explicit_rows_part_equal_texts(void **state)
{
	(void)state;
	expect_grid(
		TABLE("rows: {each: 职责 as d, "
		      "foot: [{text: 计, span: 2}]}, "
		      "columns: [{text: 同, merge equal: yes}, {text: \"{d.名称}\"}]"),
		DUTIES,
		"!同|甲\n"
		"计(1x2)\n"
		"!同|乙\n"
		"计(1x2)\n");
}

static void columns_are_made_for_each_of_a_list(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 工作 as w, "
			  "last: [合计, "
			  "{each: years(规划期) as y, cells: [\"{y}\"]}]}, "
			  "columns: [{head: 工作, text: \"{w.名称}\"}, {head: 分年度, "
			  "columns: [{each: years(规划期) as y, head: \"{y}年\", text: "
			  "\"{w.年度分解[y]}\"}]}]"),
		"规划期: 2021-2023\n"
		"工作: [{名称: 甲, 年度分解: {2021: 起, 2023: 讫}}, {名称: 乙, 年度分解: "
		"{2022: 中}}]\n",
		"#工作(2x1)|分年度(1x3)\n"
		"#2021年|2022年|2023年\n"
		"甲|起||讫\n"
		"!乙||中|\n"
		"合计|2021|2022|2023\n");
}

static void groups_of_columns_are_made_too(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 工作 as w}, "
			  "columns: [{text: \"{w.名称}\"}, "
			  "{each: 职责 as d, head: \"{d.名称}\", "
			  "columns: [{each: d.目标 as g, head: \"{g.名称}\", text: "
			  "\"{w.名称}{d.名称}{g.名称}\"}]}]"),
		"工作: [{名称: 做}]\n"
		"职责: [{名称: 甲, 目标: [{名称: 子}, {名称: 丑}]}, {名称: 乙}, {名称: "
		"丙, 目标: [{名称: 寅}]}]\n",
		"#(2x1)|甲(1x2)|丙\n"
		"#子|丑|寅\n"
		"做|做甲子|做甲丑|做丙寅\n");
}

static void columns_for_an_empty_list_are_none(void **state)
{
	(void)state;
	expect_grid(TABLE("rows: {each: 工作 as w}, "
			  "columns: [{head: 名, text: \"{w.名称}\"}, {head: 分, "
			  "columns: [{each: 职责 as d, head: \"{d.名称}\", text: x}]}]"),
		"工作: [{名称: 做}]\n",
		"#名\n"
		"做\n");
}

#define JOIN(rest)                                                                           \
	TABLE("rows: {fixed: {as: 类, list: [子, 丑]}, rows: {each: 职责.目标 as g, " \
	      "where: g.名称 == 类" rest "}}, columns: [{text: \"{类}{g.名称}\"}]")

static void what_no_fixed_row_takes_is_warned_of(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = JOIN(""),
		.plan = "职责:\n- {目标: [{名称: 子}, {名称: 卯}]}\n- {目标: [{}]}\n",
		.reports = "plan.yaml:2:18: warning[row-unmatched]: "
			   "这一项归不到表中的任何一类，没有印出\n"
			   "plan.yaml:3:9: warning[row-unmatched]: "
			   "这一项归不到表中的任何一类，没有印出\n",
	});
}

static void what_a_condition_leaves_out_is_left_out_on_purpose(void **state)
{
	(void)state;
	expect_grid(JOIN(", when: count(g.指标) > 0"),
		"职责: [{目标: [{名称: 子}, {名称: 丑, 指标: [{}]}]}]\n", "丑丑\n");
}

/* Columns that a plan makes are not known to the layout. */
#define MADE(last)                                                                       \
	TABLE("rows: {each: 工作 as w, last: [" last "]}, columns: [{text: 甲}, "       \
	      "{each: 职责 as d, text: \"{d.名称}\"}]")

static void rows_that_do_not_fit_made_columns_are_reported_in_the_layout(void **state)
{
	(void)state;
	static const struct {
		const char *layout;
		const char *report;
	} faults[] = {
		{MADE("合计, 一"), "layout.yaml:1:64: error[layout-cells-missing]: "
				   "表有 3 栏，这一行的格只占了 2 栏\n"},
		{MADE("合计, {text: 一, span: 3}"),
			"layout.yaml:1:69: error[layout-cells-beyond]: "
			"表只有 3 栏，这一格占到了第 4 栏\n"},
		{MADE("合计, {each: 职责 as d, cells: [一]}, {leave: rest}"),
			"layout.yaml:1:98: error[layout-cells-beyond]: "
			"表只有 3 栏，这一格占到了第 4 栏\n"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
		struct bench bench = bench_begin();
		documents_arrange(&bench, faults[i].layout,
			"工作: [{名称: 做}]\n职责: [{名称: 甲}, {名称: 乙}]\n");
		bench_expect(&bench, faults[i].report);
		bench_end(&bench);
	}
}

static void explicit_and_blank_rows_count_as_rows(void **state)
{
	(void)state;
	static const char *const layouts[] = {
		TABLE("rows: {each: 职责 as d, first: [[一], [二], [三]]}, columns: "
		      "[{text: 1}]"),
		TABLE("rows: {each: 职责 as d}, least rows: 4, columns: [{text: 1}]"),
	};
	for (size_t i = 0; i < G_N_ELEMENTS(layouts); i++) {
		struct bench bench = bench_begin();
		bench.limits.rows = 3;
		documents_arrange(&bench, layouts[i], "职责: [{}]\n");
		bench_expect(
			&bench, "layout.yaml:1:25: error[limit-rows]: 一张表超过 3 行\n");
		bench_end(&bench);
	}
}

static void no_plan_makes_more_columns_than_can_be_printed(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	GString *plan = arena_text(bench.arena);
	g_string_append(plan, "职责:\n");
	for (int i = 0; i < 600; i++) {
		g_string_append(plan, "- {}\n");
	}
	documents_arrange(&bench,
		TABLE("rows: {each: 职责 as a}, columns: [{each: 职责 as b, text: 1}]"),
		plan->str);
	bench_expect(
		&bench, "layout.yaml:1:25: error[limit-columns]: 一张表超过 500 栏\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(totals_stand_above_and_below_all_items),
		cmocka_unit_test(groups_have_heads_and_subtotals),
		cmocka_unit_test(what_a_row_leaves_to_its_columns_goes_on_through_it),
		cmocka_unit_test(a_row_may_be_the_first_of_a_merged_cell),
		cmocka_unit_test(explicit_rows_have_conditions),
		cmocka_unit_test(fixed_rows_take_what_the_plan_has_for_them),
		cmocka_unit_test(fixed_lists_may_be_records_with_lists),
		cmocka_unit_test(blank_rows_fill_up_to_the_least),
		cmocka_unit_test(a_list_handed_in_empty_has_its_blank_rows),
		cmocka_unit_test(the_row_of_an_empty_table_is_one_of_the_least),
		cmocka_unit_test(no_items_and_nothing_said_leave_totals_out_too),
		cmocka_unit_test(equal_texts_merge_within_an_item),
		cmocka_unit_test(explicit_rows_part_equal_texts),
		cmocka_unit_test(columns_are_made_for_each_of_a_list),
		cmocka_unit_test(groups_of_columns_are_made_too),
		cmocka_unit_test(columns_for_an_empty_list_are_none),
		cmocka_unit_test(what_no_fixed_row_takes_is_warned_of),
		cmocka_unit_test(what_a_condition_leaves_out_is_left_out_on_purpose),
		cmocka_unit_test(
			rows_that_do_not_fit_made_columns_are_reported_in_the_layout),
		cmocka_unit_test(explicit_and_blank_rows_count_as_rows),
		cmocka_unit_test(no_plan_makes_more_columns_than_can_be_printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
