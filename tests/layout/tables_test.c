/* Tables: bands of rows and a tree of columns. */
#include "layouts.h"

static void a_table_has_bands_of_rows_and_a_tree_of_columns(void **state)
{
	(void)state;
	layouts_expect(
		"tables:\n"
		"  表:\n"
		"    style: 格\n"
		"    caption: \"表 {文种}\"\n"
		"    caption style: 题\n"
		"    caption continued: 续表\n"
		"    above: [{text: 单位：万元, style: 文}]\n"
		"    rows: {each: 职责 as d, rows: {each: d.目标 as g, when: g.指标, "
		"rows: {each: g.指标 as k}}}\n"
		"    columns:\n"
		"      - {head: 职责, text: \"{d.名称}\", merge: d, width: 25%, names "
		"rows: "
		"yes}\n"
		"      - head: 目标\n"
		"        columns:\n"
		"          - {text: \"{g.名称}\", merge: g, width: 2字, minimum: 3pt}\n"
		"          - {head: 指标, text: \"{k.名称}\", align: end, vertical: "
		"bottom}\n"
		"    empty: 暂无\n",
		"table 表",
		"table 表 style 格 caption continued empty\n"
		"  above\n"
		"    paragraph style 文\n"
		"  rows as d\n"
		"    rows as g when\n"
		"      rows as k\n"
		"        column head text 文 justify top merge d names-rows width 0.25of "
		"all\n"
		"        column head\n"
		"          column text 文 justify top merge g width 2.00em minimum "
		"3.00pt\n"
		"          column head text 文 end bottom\n");
}

static void a_table_of_a_section_knows_the_section(void **state)
{
	(void)state;
	layouts_expect("tables:\n"
		       "  表:\n"
		       "    of: 章节 as 节\n"
		       "    when: 节.工作\n"
		       "    style: 格\n"
		       "    rows: {each: 节.工作 as w, rows: {each: w.年度分解 as y}}\n"
		       "    columns: [{text: \"{w.名称}{y.年份}{y.内容}\"}]\n",
		"table 表",
		"table 表 style 格 of 章节 as 节 when\n"
		"  rows as w\n"
		"    rows as y\n"
		"      column text 文 justify top\n");
}

static void a_table_may_stand_among_blocks_by_name_or_whole(void **state)
{
	(void)state;
	layouts_expect(
		"tables:\n"
		"  表: {style: 格, rows: {each: 职责 as d}, columns: [{text: 甲}]}\n"
		"blocks:\n"
		"  - table: 表\n"
		"  - each: 职责 as d\n"
		"    blocks:\n"
		"      - table: {style: 格, rows: {each: d.目标 as g}, columns: "
		"[{text: \"{d.名称}\"}]}\n",
		"block|each",
		"block\n"
		"  table 表 style 格\n"
		"    rows as d\n"
		"      column text 文 justify top\n"
		"each as d\n"
		"  block\n"
		"    table - style 格\n"
		"      rows as g\n"
		"        column text 文 justify top\n");
}

/* A sound table but for what stands in braces after these keys. */
#define TABLE(more) "tables: {表: {style: 格, " more "}}\n"
#define ROWS "rows: {each: 职责 as d}"
#define COLUMNS "columns: [{text: 甲}]"
#define COLUMN(column) TABLE(ROWS ", columns: [" column "]")

static void tables_say_what_they_need(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"tables: ^甲\n", "layout-value\n"},
		{"tables: {表: ^[甲]}\n", "layout-value\n"},
		{"tables: {表: ^{" ROWS ", " COLUMNS "}}\n",
			"layout-missing: 表格没有 style\n"},
		{"tables: {表: {style: ^方格, " ROWS ", " COLUMNS "}}\n",
			"layout-style: 没有“方格”这个表格样式\n"},
		{"tables: {表: {style: ^[格], " ROWS ", " COLUMNS "}}\n",
			"layout-value\n"},
		{"tables: {表: ^{style: 格, " ROWS "}}\n",
			"layout-missing: 表格要有 rows 和 columns，表单要有 bands\n"},
		{"tables: {表: ^{style: 格, " COLUMNS "}}\n", "layout-missing\n"},
		{TABLE(ROWS ", " COLUMNS ", ^colums: []"), "layout-key\n"},
		{TABLE(ROWS ", columns: ^[]"),
			"layout-value: columns 应是各栏的列表，这里是空的\n"},
		{TABLE(ROWS ", columns: ^{text: 甲}"), "layout-value\n"},
		{TABLE(ROWS ", columns: ^甲"), "layout-value\n"},
		{TABLE(ROWS ", " COLUMNS ", when: ^[甲]"), "layout-value\n"},
		{TABLE(ROWS ", " COLUMNS ", empty: ^{}"), "layout-value\n"},
		{TABLE(ROWS ", " COLUMNS ", above: ^甲"), "layout-value\n"},
		{TABLE(ROWS ", " COLUMNS ", id: ^[甲]"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(TABLE(ROWS ", " COLUMNS ", colums: []"), "是否要写“columns”");
	layouts_expect_hint(
		"tables: {表: {style: 格子, " ROWS ", " COLUMNS "}}\n", "是否要写“格”");
}

static void rows_go_through_lists(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{TABLE("rows: ^职责, " COLUMNS), "layout-value\n"},
		{TABLE("rows: ^{when: 文种}, " COLUMNS),
			"layout-missing: rows 要有 each：每行取自哪个列表\n"},
		{TABLE("rows: {each: ^职责}, " COLUMNS), "layout-each\n"},
		{TABLE("rows: {each: ^文种 as t}, " COLUMNS),
			"layout-each: “文种”不是列表，而是 text\n"},
		{TABLE("rows: {each: 职责 as d, rows: {each: d.^指标 as k}}, " COLUMNS),
			"field-unknown: 记录“职责”没有字段“指标”\n"},
		{TABLE("rows: {each: 职责 as d, rows: ^目标}, " COLUMNS),
			"layout-value\n"},
		{TABLE("rows: {each: 职责 as d, ^row: {}}, " COLUMNS), "layout-key\n"},
		{TABLE("rows: {each: 职责 as d, when: d.^名}, " COLUMNS),
			"field-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void columns_have_cells_or_columns(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMN("^{head: 甲}"),
			"layout-missing: 这一栏既没有 text，也没有 columns\n"},
		{COLUMN("^甲"), "layout-value\n"},
		{COLUMN("^[]"), "layout-value\n"},
		{COLUMN("{head: 甲, columns: ^[]}"), "layout-value\n"},
		{COLUMN("{head: 甲, columns: ^乙}"), "layout-value\n"},
		{COLUMN("{text: ^甲, width: ^2字, columns: [{text: 乙}]}"),
			"layout-column: 有 columns 的栏没有单元格，不能有 text\n"
			"layout-column: 有 columns 的栏没有单元格，不能有 width\n"},
		{COLUMN("{head: 甲, merge: ^d, columns: [{text: 乙}]}"),
			"layout-column\n"},
		{COLUMN("{text: 甲, ^widht: 2字}"), "layout-key\n"},
		{COLUMN("{text: 甲, align: ^middle}"), "layout-value\n"},
		{COLUMN("{text: 甲, names rows: ^行}"), "layout-value\n"},
		{COLUMN("{text: 甲, style: ^乙}"), "layout-style\n"},
		{COLUMN("{text: 甲, head style: ^乙}"), "layout-style\n"},
		{COLUMN("{text: 甲, id: ^{}}"), "layout-value\n"},
		{COLUMN("{id: a, text: 甲}, {id: ^a, text: 乙}"), "layout-id\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(COLUMN("{text: 甲, widht: 2字}"), "是否要写“width”");
}

static void heads_name_the_plan_and_cells_the_row(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMN("{head: \"{^d.名称}\", text: 甲}"), "name-unknown\n"},
		{COLUMN("{head: \"{文种}\", text: \"{d.^名}\"}"), "field-unknown\n"},
		{COLUMN("{head: 甲, columns: [{text: \"{^k.名称}\"}]}"),
			"name-unknown\n"},
		{TABLE(ROWS ", " COLUMNS ", empty: \"{^d.名称}\""), "name-unknown\n"},
		{TABLE(ROWS ", " COLUMNS ", caption: \"{^d.名称}\", caption style: 题"),
			"name-unknown\n"},
		{TABLE(ROWS ", " COLUMNS ", above: [{text: \"{^d.名称}\", style: 文}]"),
			"name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

#define TWO_BANDS "rows: {each: 职责 as d, rows: {each: d.目标 as g}}"

static void merge_joins_the_rows_of_a_band(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMN("{text: 甲, merge: ^职责}"),
			"layout-merge: merge 应是 rows 里 as 之后的名称，没有“职责”\n"},
		{COLUMN("{text: 甲, merge: ^[d]}"), "layout-value\n"},
		{TABLE(TWO_BANDS ", columns: [{text: \"{^g.名称}\", merge: d}]"),
			"name-unknown: 未知的名称“g”\n"},
		{TABLE(TWO_BANDS ", columns: [{text: \"{d.名称}{g.名称}\", merge: ^k}]"),
			"layout-merge\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void widths_are_within_the_page(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMN("{text: 甲, width: ^宽}"), "layout-length\n"},
		{COLUMN("{text: 甲, width: ^0}"),
			"layout-length: 栏宽应大于零，且不超过一页，写的是“0”\n"},
		{COLUMN("{text: 甲, width: ^-2字}"), "layout-length\n"},
		{COLUMN("{text: 甲, width: ^101%}"), "layout-length\n"},
		{COLUMN("{text: 甲, width: ^9999字}"), "layout-length\n"},
		{COLUMN("{text: 甲, minimum: ^25%}"),
			"layout-length: minimum 不能用百分数\n"},
		{COLUMN("{text: 甲, minimum: ^[1pt]}"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void captions_have_a_style(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{TABLE(ROWS ", " COLUMNS ", caption: ^甲"),
			"layout-missing: 有 caption 就要有 caption style\n"},
		{TABLE(ROWS ", " COLUMNS ", caption continued: ^甲"), "layout-missing\n"},
		{TABLE(ROWS ", " COLUMNS ", caption: 甲, caption style: ^乙"),
			"layout-style\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void a_section_of_a_table_is_a_record(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{TABLE("of: ^章节, " ROWS ", " COLUMNS), "layout-each\n"},
		{TABLE("of: ^关键词 as 词, " ROWS ", " COLUMNS),
			"layout-each: of 的列表应由记录组成，而不是 text\n"},
		{TABLE("of: ^章 as 节, " ROWS ", " COLUMNS), "name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void tables_among_blocks_are_known_and_of_no_section(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{table: ^表}]\n", "layout-table: 没有“表”这张表\n"},
		{"blocks: [{table: ^[表]}]\n", "layout-value\n"},
		{"blocks: [{table: ^^{}}]\n", "layout-missing\nlayout-missing\n"},
		{"blocks: [{table: 表, ^style: 格}]\ntables: {表: {style: 格, " ROWS
		 ", " COLUMNS "}}\n",
			"layout-key\n"},
		{TABLE("of: 章节 as 节, " ROWS ", " COLUMNS) "blocks: [{table: ^表}]\n",
			"layout-table: 有 of 的表由章节插入，不能放在这里\n"},
		{"tables: {表: ^{style: 格, " ROWS "}}\nblocks: [{table: 表}]\n",
			"layout-missing\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint("tables: {目标表: {style: 格, " ROWS ", " COLUMNS
			    "}}\nblocks: [{table: 目标}]\n",
		"是否要写“目标表”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_has_bands_of_rows_and_a_tree_of_columns),
		cmocka_unit_test(a_table_of_a_section_knows_the_section),
		cmocka_unit_test(a_table_may_stand_among_blocks_by_name_or_whole),
		cmocka_unit_test(tables_say_what_they_need),
		cmocka_unit_test(rows_go_through_lists),
		cmocka_unit_test(columns_have_cells_or_columns),
		cmocka_unit_test(heads_name_the_plan_and_cells_the_row),
		cmocka_unit_test(merge_joins_the_rows_of_a_band),
		cmocka_unit_test(widths_are_within_the_page),
		cmocka_unit_test(captions_have_a_style),
		cmocka_unit_test(a_section_of_a_table_is_a_record),
		cmocka_unit_test(tables_among_blocks_are_known_and_of_no_section),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
