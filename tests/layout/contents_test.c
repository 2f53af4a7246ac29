/* Contents, what is listed in them, numbers of pages, turned tables: how they are read,
 * and what is wrong with them. */
#include "layouts.h"

static void contents_have_levels_with_styles_numbers_and_leaders(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - contents:\n"
		       "      number: \"( {page} )\"\n"
		       "      levels:\n"
		       "        - {style: 题, number: no}\n"
		       "        - {style: 文, leader: \".\"}\n"
		       "        - {style: 文, number: \"第{page}页\"}\n"
		       "  - contents: {levels: [{style: 文}]}\n",
		"contents",
		"contents\n"
		"  level style 题\n"
		"  level style 文 number ( | ) leader .\n"
		"  level style 文 number 第|页\n"
		"contents\n"
		"  level style 文 number |\n");
}

static void a_leader_of_the_contents_leaves_the_style_alone(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(&bench, layouts_model(&bench),
		"blocks: [{contents: {levels: [{style: 文, leader: …}]}}]\n");
	bench_expect(&bench, "");
	const struct style *style = g_hash_table_lookup(layout->styles, "文");
	assert_null(style->leader);
	assert_string_equal(
		layout->blocks.list[0]->contents.levels[0].style->leader, "…");
	assert_true(layout->has_contents);
	bench_end(&bench);
}

static void sections_and_texts_say_how_they_are_listed(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - {title: 甲, style: 题, contents level: 2}\n"
		"  - {heading: 甲, style: 题, contents level: 1, contents text: 乙}\n"
		"  - sections:\n"
		"      each: 章节 as 节\n"
		"      contents: 节.编号 != '附'\n"
		"      contents below: 节.排法 != '接排'\n"
		"      contents level: 2\n"
		"      levels: [{heading: \"{节.标题}\", contents text: "
		"\"{节.编号}\", style: 题}]\n",
		"title|heading|sections",
		"title style 题 listed 2\n"
		"heading 1 style 题 listed 1 short\n"
		"sections as 节 title 标题 number 编号 contents contents-below listed 2\n"
		"  level || style 题 run-in 题 short\n");
}

static void parts_say_how_their_pages_are_numbered(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {part: 纸, numbers: none, blocks: []}\n"
		       "  - {part: 纸, numbers: go on, numerals: i, blocks: []}\n"
		       "  - {part: 纸, numbers: from 1, blocks: []}\n"
		       "  - {part: 纸, numbers: from 1, begins: next, blocks: []}\n"
		       "  - {part: 纸, numbers: from 12, blocks: []}\n",
		"part",
		"part 纸 numbers none\n"
		"part 纸 numerals i\n"
		"part 纸 odd numbers from 1\n"
		"part 纸 numbers from 1\n"
		"part 纸 numbers from 12\n");
}

static void tables_may_be_turned_with_what_stands_above(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - table:\n"
		       "      style: 格\n"
		       "      turned: yes\n"
		       "      caption: 甲\n"
		       "      caption style: 题\n"
		       "      contents level: 3\n"
		       "      above: [{text: 乙, style: 文}]\n"
		       "      rows: {each: 职责 as d}\n"
		       "      columns: [{head: 丙, text: \"{d.名称}\"}]\n"
		       "  - form: {style: 格, turned: wide, bands: [[甲, 乙]]}\n",
		"  table",
		"  table - style 格 caption turned listed 3\n"
		"    above\n"
		"      paragraph style 文\n"
		"    rows as d\n"
		"      column head text 文 justify top\n"
		"  table - style 格 turned-if-wide\n"
		"    columns - -\n"
		"    rows\n"
		"      row: 0+1, 1+1\n");
}

static void contents_say_what_they_need(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{contents: ^甲}]\n", "layout-value\n"},
		{"blocks: [{contents: ^{}}]\n",
			"layout-missing: contents 要有 levels：目录的每一级一项\n"},
		{"blocks: [{contents: ^{levels: []}}]\n", "layout-missing\n"},
		{"blocks: [{contents: {levels: ^{}}}]\n", "layout-value\n"},
		{"blocks: [{contents: {levels: [^{number: no}]}}]\n",
			"layout-missing: 目录的一级要有 style\n"},
		{"blocks: [{contents: {levels: [{style: ^无}]}}]\n", "layout-style\n"},
		{"blocks: [{contents: {levels: [{style: 文, ^leadr: .}]}}]\n",
			"layout-key\n"},
		{"blocks: [{contents: {^level: 1, levels: [{style: 文}]}}]\n",
			"layout-key\n"},
		{"blocks: [{contents: {levels: [{style: 文, number: ^第页}]}}]\n",
			"layout-number: 目录的页码“第页”里应有 {page}，不要页码写 no\n"},
		{"blocks: [{contents: {number: ^( 4 ), levels: [{style: 文}]}}]\n",
			"layout-number\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void listings_have_a_level_in_reason(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{title: 甲, style: 题, contents level: ^10}]\n",
			"layout-value: 标题的级别应是 1 至 9，写的是“10”\n"},
		{"blocks: [{title: 甲, style: 题, contents text: ^乙}]\n",
			"layout-missing: 有 contents text 就要有 contents "
			"level：列在目录的第几级\n"},
		{"blocks: [{title: 甲, style: 题, contents level: 1, contents text: "
		 "\"{^无}\"}]\n",
			"name-unknown\n"},
		{"blocks: [{sections: {each: 章节 as 节, contents: 节.^目录, levels: "
		 "[{heading: 甲, style: 文}]}}]\n",
			"field-unknown\n"},
		{"blocks: [{table: {style: 格, contents level: ^1, rows: {each: 职责 as "
		 "d}, columns: [{head: 丙, text: 丁}]}}]\n",
			"layout-missing: 目录列的是表的标题：有 contents level 就要有 "
			"caption\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void numbers_of_pages_are_written_in_known_ways(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{part: 纸, numbers: ^no, blocks: []}]\n",
			"layout-value: “no”不在可用的写法之内：from 1、none、go on\n"},
		{"blocks: [{part: 纸, numbers: ^from 0, blocks: []}]\n",
			"layout-value\n"},
		{"blocks: [{part: 纸, numbers: ^from x, blocks: []}]\n",
			"layout-value\n"},
		{"blocks: [{part: 纸, numbers: ^[1], blocks: []}]\n", "layout-value\n"},
		{"blocks: [{part: 纸, numerals: ^甲, blocks: []}]\n",
			"layout-number: 不认识“甲”这种数字\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

#define ROWS "rows: {each: 职责 as d}, columns: [{head: 丙, text: 丁}]"

static void only_tables_of_the_text_are_turned_and_only_with_texts(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{table: {style: 格, turned: ^maybe, " ROWS "}}]\n",
			"layout-value: “maybe”不在可用的写法之内：no、yes、wide\n"},
		{"blocks: [{table: {style: 格, turned: yes, above: ^[{page break: yes}], "
		 "" ROWS "}}]\n",
			"layout-table: 可转向（turned）的表上方（above）只能有文字\n"},
		{"blocks: [{form: {style: 格, bands: [[{table: {style: 格, turned: "
		 "^wide, "
		 "" ROWS "}}]]}}]\n",
			"layout-table: 单元格里的表不能另转（turned）\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_have_levels_with_styles_numbers_and_leaders),
		cmocka_unit_test(a_leader_of_the_contents_leaves_the_style_alone),
		cmocka_unit_test(sections_and_texts_say_how_they_are_listed),
		cmocka_unit_test(parts_say_how_their_pages_are_numbered),
		cmocka_unit_test(tables_may_be_turned_with_what_stands_above),
		cmocka_unit_test(contents_say_what_they_need),
		cmocka_unit_test(listings_have_a_level_in_reason),
		cmocka_unit_test(numbers_of_pages_are_written_in_known_ways),
		cmocka_unit_test(only_tables_of_the_text_are_turned_and_only_with_texts),
	};
	return cmocka_run_group_tests_name("layout/contents", tests, NULL, NULL);
}
