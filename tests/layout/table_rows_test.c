/* Faults of what a layout says of rows, columns and lines of its tables. */
#include "layouts.h"

/* A sound table but for what stands in braces after these keys. */
#define TABLE(more) "tables: {表: {style: 格, " more "}}\n"
#define ROWS(more)                                                                       \
	TABLE("rows: {each: 职责 as d" more "}, columns: [{text: 甲}, {text: 乙}]")
#define COLUMNS(columns) TABLE("rows: {each: 职责 as d}, columns: [" columns "]")
#define FIXED(fixed) TABLE("rows: {fixed: " fixed "}, columns: [{text: 甲}]")

static void explicit_rows_cover_the_columns(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{ROWS(", last: ^[合计]"),
			"layout-cells-missing: 表有 2 栏，这一行的格只占了 1 栏\n"},
		{ROWS(", first: [[一, 二], ^[一]]"), "layout-cells-missing\n"},
		{ROWS(", head: [一, 二, ^三]"),
			"layout-cells-beyond: 表只有 2 栏，这一格占到了第 3 栏\n"},
		{ROWS(", foot: [^{text: 一, span: 3}]"), "layout-cells-beyond\n"},
		{ROWS(", foot: [一, {leave: 1}, ^{text: 一, span: rest}]"),
			"layout-cells-beyond\n"},
		{ROWS(", foot: [^{leave: 3}]"), "layout-cells-beyond\n"},
		{ROWS(", last: [一, {text: 二, rows: ^2}]"),
			"layout-cells-beyond: 这一行单独成行，格子不能跨行\n"},
		{ROWS(", rows: {each: d.目标 as g, last: ^[一]}"),
			"layout-cells-missing\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(
		ROWS(", last: [合计]"), "最后一格写 span: rest，就占满余下的栏");
}

static void explicit_rows_are_lists_of_cells(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{ROWS(", last: ^合计"), "layout-value: 一行应是各格的列表\n"},
		{ROWS(", last: ^[]"), "layout-value: 一行至少有一格，这里是空的\n"},
		{ROWS(", last: ^{when: 文种}"),
			"layout-missing: 这一行要有 cells：各格的列表\n"},
		{ROWS(", last: {cells: [一, 二], ^wenn: 文种}"), "layout-key\n"},
		{ROWS(", last: [{leave: 1, ^text: 一}, 二]"), "layout-key\n"},
		{ROWS(", last: [{leave: ^全}, 二]"), "layout-value\n"},
		{ROWS(", last: [一, {text: 二, span: ^0}]"), "layout-value\n"},
		{ROWS(", last: [一, ^{each: 职责 as x}]"),
			"layout-missing: each 要有 cells：每一项是哪些格\n"},
		{ROWS(", last: [一, {each: ^职责, cells: [二]}]"), "layout-each\n"},
		{ROWS(", last: [一, {each: 职责 as x, cells: [\"{x.^名}\"]}]"),
			"field-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void rows_of_a_band_do_not_name_its_items_but_heads_do(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{ROWS(", last: [合计, \"{^d.名称}\"]"), "name-unknown\n"},
		{ROWS(", first: [合计, \"{^d.名称}\"]"), "name-unknown\n"},
		{ROWS(", head: [\"{d.名称}\", \"{d.^名}\"]"), "field-unknown\n"},
		{ROWS(", foot: [\"{d.名称}\", \"{^g.名称}\"], rows: {each: d.目标 as g}"),
			"name-unknown\n"},
		{ROWS(", where: d.^名 == '甲'"), "field-unknown\n"},
		{ROWS(", where: ^1"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void fixed_lists_are_typed_by_what_stands_in_them(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{FIXED("{as: 类, list: [甲, ^{名: 乙}]}"),
			"layout-fixed: “类”的各项应是同一种：前面是文字，这里是键值组\n"},
		{FIXED("{as: 类, list: [{名: 甲}, {名: ^[乙]}]}"),
			"layout-fixed: "
			"“类.名”的各项应是同一种：前面是文字，这里是列表\n"},
		{FIXED("{as: 类, list: [^[甲]]}"),
			"layout-fixed: 列表的一项应是文字或键值组，不能又是列表\n"},
		{FIXED("{as: 类, list: ^[]}"),
			"layout-value: list 应是固定的各项，这里是空的\n"},
		{FIXED("{as: 类, list: ^甲}"), "layout-value\n"},
		{FIXED("^{list: [甲]}"), "layout-missing: fixed 缺少“as”：应写作 {as: "
					 "名称, list: [各项]}\n"},
		{FIXED("^{as: 类}"), "layout-missing\n"},
		{FIXED("{as: ^if, list: [甲]}"), "layout-each: “if”不能用作名称\n"},
		{FIXED("{as: 类, list: [甲], ^of: 乙}"), "layout-key\n"},
		{FIXED("^甲"), "layout-value\n"},
		{TABLE("rows: {fixed: {as: 类, list: [{名: 甲}]}}, columns: [{text: "
		       "\"{类.^称}\"}]"),
			"field-unknown: 记录“类（版式）”没有字段“称”\n"},
		{TABLE("rows: {fixed: {as: 类, list: [甲]}, rows: {each: ^类 as 二}}, "
		       "columns: [{text: 乙}]"),
			"layout-each: “类”不是列表，而是 text\n"},
		{TABLE("rows: ^{fixed: {as: 类, list: [甲]}, each: 职责 as d}, columns: "
		       "[{text: 乙}]"),
			"layout-value: rows 有了 each 就不能再有 fixed\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void columns_are_made_for_lists_and_name_their_items(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMNS("{each: ^文种 as y, text: 甲}"), "layout-each\n"},
		{COLUMNS("{each: ^d.目标 as y, text: 甲}"), "name-unknown\n"},
		{COLUMNS("{each: 工作 as y, head: \"{y.^名}\", text: "
			 "\"{d.名称}{y.名称}\"}"),
			"field-unknown\n"},
		{COLUMNS("{each: 工作 as y, head: \"{^d.名称}\", text: 甲}"),
			"name-unknown\n"},
		{COLUMNS("{each: 工作 as y, text: 甲}, {text: \"{^y.名称}\"}"),
			"name-unknown\n"},
		{COLUMNS("{text: 甲, equal: ^yes}"),
			"layout-column: equal 说的是几栏一样宽，要有 columns 或 each\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect(
		COLUMNS("{each: 职责 as y, columns: [{each: y.目标 as z, merge: d, "
			"text: \"{d.名称}{y.名称}{z.名称}\"}]}"),
		"table 表",
		"table 表 style 格\n"
		"  rows as d\n"
		"    column each y\n"
		"      column each z text 文 justify top merge d\n");
}

static void merging_is_by_item_or_by_text(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMNS("{text: 甲, merge: d, merge equal: ^yes}"),
			"layout-merge: merge 和 merge equal 只能写一个\n"},
		{COLUMNS("{text: 甲, merge within: ^d}"),
			"layout-merge: merge within 要和 merge equal: yes 一起写\n"},
		{COLUMNS("{text: 甲, merge equal: yes, merge within: ^g}"),
			"layout-merge: merge within 应是 rows 里 as "
			"之后的名称，没有“g”\n"},
		{COLUMNS("{text: 甲, merge equal: ^d}"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void shares_are_no_more_than_all(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{COLUMNS("{text: 甲, width: 60%}, {text: 乙, width: ^50%}, {text: 丙, "
			 "width: 50%}"),
			"layout-length: 各栏的百分数加起来超过了 100%：到这一栏是 "
			"110%\n"},
		{COLUMNS("{text: 甲, width: 60%}, {columns: [{text: 乙, width: 40%}, "
			 "{text: "
			 "丙, width: ^1%}]}"),
			"layout-length\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect(
		COLUMNS("{text: 甲, width: 60%}, {text: 乙, width: 40%}"), "无", "");
}

#define SUMS(sums)                                                                       \
	TABLE("page sums: " sums ", rows: {each: 职责 as d}, columns: [{text: 甲}, \
	{text: 乙, page sum: count(d.目标)}]")

static void sums_by_the_page_are_numbers_with_labels(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{SUMS("^{span: 1}"),
			"layout-missing: page sums 要有 page、forward 或 brought\n"},
		{SUMS("{page: 小计, ^seite: 1}"), "layout-key\n"},
		{SUMS("{page: 小计, span: ^0}"), "layout-value\n"},
		{SUMS("{page: 小计, style: ^无}"), "layout-style\n"},
		{SUMS("^小计"), "layout-value\n"},
		{COLUMNS("{text: 甲, page sum: ^d.名称}"),
			"layout-value: page sum 应是数，“d.名称”却是 text\n"},
		{"tables: {表: ^{style: 格, rows: {each: 职责 as d}, columns: [{text: "
		 "甲, "
		 "page sum: count(d.目标)}]}}\n",
			"layout-missing: 有一栏写了 page sum，表格却没有 page sums\n"},
		{TABLE("page sums: ^{page: 小计}, rows: {each: 职责 as d}, columns: "
		       "[{text: "
		       "甲}]"),
			"layout-missing: 有 page sums，却没有一栏写 page sum\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

#define LINES(more)                                                                      \
	TABLE(more ", rows: {each: 职责 as d}, columns: [{text: 甲}, {text: 乙}]")

static void lines_have_a_text_or_parts(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{LINES("lines above: [^{style: 文}]"),
			"layout-missing: 这一行要有 text，或 left、middle、right\n"},
		{LINES("lines above: [{text: 甲, left: ^乙, style: 文}]"),
			"layout-line: 这一行有了 text，就不能再有 left\n"},
		{LINES("lines below: [^{left: 乙}]"),
			"layout-missing: 这一行没有 style\n"},
		{LINES("lines below: [{left: 乙, style: 文, hang: ^number}]"),
			"layout-line: 分左中右的行不能有 hang\n"},
		{LINES("lines below: [{right: \"{^d.名称}\", style: 文}]"),
			"name-unknown\n"},
		{LINES("lines above: ^甲"), "layout-value\n"},
		{LINES("lines above: [^甲]"), "layout-value\n"},
		{LINES("repeat lines: ^yes"),
			"layout-missing: 有 repeat lines 就要有 lines above\n"},
		{LINES("fit: ^rows"), "layout-value: “rows”不在可用的写法之内：page\n"},
		{LINES("fill: ^all"),
			"layout-value: “all”不在可用的写法之内：page、rows\n"},
		{LINES("floor: ^0"), "layout-length: floor 是最小的字号，应大于零\n"},
		{LINES("floor: ^1字"), "layout-length\n"},
		{LINES("stub columns: ^1.5"), "layout-value\n"},
		{LINES("stub columns: ^2"),
			"layout-value: stub columns 应少于表的栏数 2\n"},
		{LINES("least rows: ^0"),
			"layout-value: least rows 应是 1 至 1000 的整数，写的是“0”\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void what_is_said_of_a_table_is_kept(void **state)
{
	(void)state;
	layouts_expect(
		"tables:\n"
		"  表:\n"
		"    style: 格\n"
		"    equal: yes\n"
		"    fit: page\n"
		"    fill: rows\n"
		"    floor: 六号\n"
		"    stub columns: 1\n"
		"    least rows: 5\n"
		"    page sums: {page: 小计}\n"
		"    lines above: [{left: 甲, right: 乙, style: 题}]\n"
		"    repeat lines: yes\n"
		"    lines below: [{text: 注, style: 文, when: 文种}]\n"
		"    rows:\n"
		"      fixed: {as: 类, list: [甲, 乙]}\n"
		"      first: [总计, {each: 工作 as w, cells: [\"{w.名称}\"]}]\n"
		"      last: [[合计, 二, 三], {when: 文种, cells: [{text: 完, span: "
		"rest}]}]\n"
		"      rows:\n"
		"        each: 职责 as d\n"
		"        where: d.名称 == 类\n"
		"        head: [{text: \"{d.名称}\", span: 2}, 一]\n"
		"        foot: [{leave: 1}, 小计, {leave: rest}]\n"
		"    columns:\n"
		"      - {text: \"{类}\", merge equal: yes, merge within: 类}\n"
		"      - {equal: yes, columns: [{each: 工作 as w, text: \"{w.名称}\"}]}\n"
		"      - {text: 数, page sum: count(d.目标)}\n",
		"table 表",
		"table 表 style 格 equal fit fill-rows floor 7.50 stubs 1 least 5 "
		"page-sums "
		"repeat-lines\n"
		"  line above left right style 题\n"
		"  line below when style 文\n"
		"  rows as 类 fixed 2\n"
		"    first 1 each w ( 1 )\n"
		"    last 1 1 1\n"
		"    last when *\n"
		"    rows as d where\n"
		"      head 2 1\n"
		"      foot -1 1 -*\n"
		"      column text 文 justify top merge-equal within 类\n"
		"      column equal\n"
		"        column each w text 文 justify top\n"
		"      column text 文 justify top page-sum\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(explicit_rows_cover_the_columns),
		cmocka_unit_test(explicit_rows_are_lists_of_cells),
		cmocka_unit_test(rows_of_a_band_do_not_name_its_items_but_heads_do),
		cmocka_unit_test(fixed_lists_are_typed_by_what_stands_in_them),
		cmocka_unit_test(columns_are_made_for_lists_and_name_their_items),
		cmocka_unit_test(merging_is_by_item_or_by_text),
		cmocka_unit_test(shares_are_no_more_than_all),
		cmocka_unit_test(sums_by_the_page_are_numbers_with_labels),
		cmocka_unit_test(lines_have_a_text_or_parts),
		cmocka_unit_test(what_is_said_of_a_table_is_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
