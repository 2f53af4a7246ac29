/* Cells: what columns and explicit cells say of their contents. */
#include "layouts.h"

/* A table with one column, and a form with one cell. */
#define COLUMN(cell)                                                                     \
	"tables: {表: {style: 格, rows: {each: 职责 as d}, columns: [" cell "]}}\n"
#define CELL(cell) "tables: {表: {style: 格, bands: [[" cell "]]}}\n"

static void columns_and_explicit_cells_hold_the_same(void **state)
{
	(void)state;
	layouts_expect(
		"tables:\n"
		"  表:\n"
		"    style: 格\n"
		"    rows: {each: 职责 as d}\n"
		"    columns:\n"
		"      - {text: \"{d.名称}\", label: \"名：\", label style: 题, unit: "
		"元, decimal: yes}\n"
		"      - {parts: [甲, {text: 乙, style: 题}], hint: 丙, hint always: "
		"yes}\n"
		"      - {options: {chosen: 性质, mark: √, side: after, lines: each}}\n"
		"  单:\n"
		"    style: 格\n"
		"    bands:\n"
		"      - - {paragraphs: [甲, 乙], foot: 丙, height: 20pt}\n"
		"        - {diagonal: [甲, 乙], rules: {left: 1pt}}\n"
		"        - {text: 丁, options: {chosen: 文种, list: 关键词}, hang: "
		"number}\n"
		"        - {blank: yes}\n"
		"        - {flush: yes, table: {style: 格, rows: {each: 职责 as d}, "
		"columns: [{text: 甲}]}}\n",
		"table 表|table 单",
		"table 单 style 格\n"
		"  columns - - - - -\n"
		"  rows\n"
		"    row: 0+1 paragraphs 文+文 foot 文 height 20.00, 1+1 diagonal 文+文 "
		"left 1.00, 2+1 options of list hangs, 3+1 blank, 4+1 grid flush\n"
		"table 表 style 格\n"
		"  rows as d\n"
		"    column text 文 justify top label 题 decimal unit 元\n"
		"    column parts 文+题 hint-always 文\n"
		"    column options of vocabulary ticks after each\n");
}

static void cells_say_what_they_hold(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMN("^{style: 题}"),
			"layout-missing: 这一栏既没有 text，也没有 columns\n"},
		{COLUMN("{text: 甲, ^lable: 乙}"), "layout-key\n"},
		{COLUMN("{columns: [{text: 甲}], foot: ^乙}"),
			"layout-column: 有 columns 的栏没有单元格，不能有 foot\n"},
		{CELL("甲, ^{span: rest}"),
			"layout-missing: 这一格没有内容：要有 text，或写 blank: yes\n"},
		{CELL("甲, ^[乙]"), "layout-value\n"},
		{CELL("{text: 甲, head: ^left}"),
			"layout-value: “left”不在可用的写法之内：row、column\n"},
		{CELL("{text: 甲, span: ^0}"), "layout-value\n"},
		{CELL("{text: 甲, rows: ^1.5}"),
			"layout-value: 格数应是 1 至 200 的整数，写的是“1.5”\n"},
		{CELL("{text: 甲, merge: ^d}"),
			"layout-merge: merge 应是 each 里 as 之后的名称，没有“d”\n"},
		{CELL("{blank: yes, text: ^甲}"),
			"layout-cell: 有 blank 的格不能再有 text\n"},
		{CELL("{diagonal: [甲, 乙], text: ^丙}"),
			"layout-cell: 有 diagonal 的格不能再有 text\n"},
		{CELL("{diagonal: ^甲}"),
			"layout-value: diagonal 应是两三个标签，写的是 1 个\n"},
		{CELL("{diagonal: ^[甲, 乙, 丙, 丁]}"), "layout-value\n"},
		{CELL("{text: 甲, label style: ^题}"),
			"layout-missing: 有 label style 就要有 label\n"},
		{CELL("{text: 甲, hint always: ^yes}"), "layout-missing\n"},
		{CELL("{paragraphs: [甲], hang: ^number}"),
			"layout-missing: hang 说的是 text，这一格没有 text\n"},
		{COLUMN("{options: {chosen: 性质}, spread: ^3字}"), "layout-missing\n"},
		{CELL("{text: 甲, height: ^2字}"), "layout-length\n"},
		{CELL("{text: 甲, rules: ^厚}"), "layout-length\n"},
		{CELL("{text: 甲, rules: {^above: 1pt}}"), "layout-key\n"},
		{CELL("{text: 甲, stacked: ^竖}"), "layout-value\n"},
		{CELL("{parts: [甲, ^{style: 题}]}"),
			"layout-missing: 这段文字没有 text\n"},
		{CELL("{foot: [\"{^指标}\"]}"), "name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void grids_in_cells_are_tables_of_no_section(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{CELL("{text: 甲, flush: ^yes}"),
			"layout-missing: flush 是格里的表与格同边：要有 table 或 form\n"},
		{CELL("{label: ^甲, flush: yes, form: {style: 格, bands: [[乙]]}}"),
			"layout-cell: 有 flush 的格不能再有 label\n"},
		{CELL("{table: {style: 格, rows: {each: 职责 as d}, columns: [{text: "
		      "甲}]}, form: ^{style: 格, bands: [[乙]]}}"),
			"layout-cell\n"},
		{CELL("{table: ^{of: 章节 as 节, style: 格, rows: {each: 节.工作 as w}, "
		      "columns: [{text: 甲}]}}"),
			"layout-table: 有 of 的表由章节插入，不能放在格里\n"},
		{CELL("{table: ^某表}"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void options_have_something_to_choose_from(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{CELL("{options: ^性质}"), "layout-value\n"},
		{CELL("{options: ^{list: [甲, 乙]}}"),
			"layout-missing: options 要有 chosen：勾选的是什么\n"},
		{CELL("{options: ^{chosen: 文种}}"),
			"layout-missing: options 要有 list：chosen "
			"不是选项，看不出有哪些\n"},
		{CELL("{options: {chosen: ^单位, list: [甲]}}"),
			"layout-value: chosen 应是文字、选项或它们的列表，而不是 record "
			"单位\n"},
		{CELL("{options: {chosen: 文种, list: ^文种}}"),
			"layout-value: list 应是文字的列表，而不是 text\n"},
		{CELL("{options: {chosen: 文种, list: ^职责}}"), "layout-value\n"},
		{CELL("{options: {chosen: 文种, list: ^[]}}"), "layout-value\n"},
		{CELL("{options: {chosen: ^性, list: [甲]}}"), "name-unknown\n"},
		{CELL("{options: {chosen: 性质, mark: ^x}}"),
			"layout-value: “x”不在可用的写法之内：☑、√\n"},
		{CELL("{options: {chosen: 性质, side: ^left}}"), "layout-value\n"},
		{CELL("{options: {chosen: 性质, gap: ^1行}}"), "layout-length\n"},
		{CELL("{options: {chosen: 性质, ^line: each}}"), "layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_and_explicit_cells_hold_the_same),
		cmocka_unit_test(cells_say_what_they_hold),
		cmocka_unit_test(grids_in_cells_are_tables_of_no_section),
		cmocka_unit_test(options_have_something_to_choose_from),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
