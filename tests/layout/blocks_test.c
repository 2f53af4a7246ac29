/* Blocks and sections: what a layout prints, in order. */
#include "layouts.h"

static void blocks_are_read_in_order_with_their_roles(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - {title: \"{文种}\", style: 题}\n"
		"  - {heading: 一、总体, style: 题, level: 2}\n"
		"  - {text: \"{摘要}\", style: 文, when: 摘要}\n"
		"  - page break: yes\n"
		"  - page break: no\n"
		"  - group: [{text: 甲, style: 文}]\n"
		"  - {each: 职责 as d, blocks: [{heading: \"{d.名称}\", style: 题}]}\n",
		"title|heading|paragraph|when|page b|group|each",
		"title style 题\n"
		"heading 2 style 题\n"
		"when paragraph style 文\n"
		"page break\n"
		"group\n"
		"  paragraph style 文\n"
		"each as d\n"
		"  heading 1 style 题\n");
}

static void blocks_with_an_id_replace_the_inherited_ones(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {id: 头, title: 别的, style: 文}\n"
		       "  - {id: 尾, text: 末, style: 文}\n",
		"title|paragraph", "title style 文\nparagraph style 文\n");
	layouts_expect("blocks: [{text: 末, style: 文}]\n", "title|paragraph",
		"paragraph style 文\n");
}

static void each_names_what_its_blocks_may_use(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - each: 职责 as d\n"
		       "    blocks:\n"
		       "      - each: d.目标 as g\n"
		       "        when: count(d.目标) > 1\n"
		       "        blocks: [{text: \"{d.名称}{g.名称}{文种}\", style: 文}]\n"
		       "  - each: 单位 as u\n"
		       "    blocks: [{text: \"{u.简称}\", style: 文}]\n",
		"each",
		"each as d\n"
		"  when each as g\n"
		"    paragraph style 文\n"
		"each as u\n"
		"  paragraph style 文\n");
}

static void sections_have_levels_and_contents(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - sections:\n"
		"      each: 章节 as 节\n"
		"      run in: 节.排法 == '接排'\n"
		"      levels:\n"
		"        - {number: \"第{一}部分 \", heading: \"{节.标题}\", style: 题}\n"
		"        - {heading: \"{节.标题}\", style: 题, run in style: 文}\n"
		"        - {number: \"{①}\", heading: \"{节.标题}：\", style: 文}\n"
		"      content: {正文: {prose: 文}, 补充: {prose: 题}, 章节: sections, "
		"插入: tables}\n",
		"sections",
		"sections as 节 title 标题 number 编号 run-in\n"
		"  level 第|一|部分  style 题 run-in 题\n"
		"  level || style 题 run-in 文\n"
		"  level |①| style 文 run-in 文\n"
		"  content 正文 prose 文\n"
		"  content 附文 prose 题\n"
		"  content 章节 sections\n"
		"  content 插入 tables\n");
}

static void sections_of_other_records_name_their_title(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - sections:\n"
		       "      each: 职责 as d\n"
		       "      title: 名称\n"
		       "      levels: [{number: \"{1}.\", heading: \"{d.名称}\", style: "
		       "题}]\n",
		"sections",
		"sections as d title 名称 number -\n"
		"  level |1|. style 题 run-in 题\n");
}

static void a_block_says_what_it_prints(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [^{style: 文}]\n", "layout-block\n"},
		{"blocks: [^甲]\n", "layout-block\n"},
		{"blocks: [^[]]\n", "layout-block\n"},
		{"blocks: [^{}]\n", "layout-block\n"},
		{"blocks: ^甲\n", "layout-value: 此处应为列表，写的是文字\n"},
		{"blocks: ^{}\n", "layout-value\n"},
		{"blocks: [^{title: 甲, text: 乙, style: 文}]\n",
			"layout-block: 一块只印一种：text 和 title 要分开写\n"},
		{"blocks: [^{group: [], each: 职责 as d, blocks: []}]\n",
			"layout-block\n"},
		{"blocks: [{page break: ^maybe}]\n", "layout-value\n"},
		{"blocks: [{page break: ^[yes]}]\n", "layout-value\n"},
		{"blocks: [{group: ^{text: 甲}}]\n", "layout-value\n"},
		{"blocks: [{id: ^[甲], text: 甲, style: 文}]\n", "layout-value\n"},
		{"blocks: [{id: 甲, text: 甲, style: 文}, {id: ^甲, text: 乙, style: "
		 "文}]\n",
			"layout-id: 这个列表里有两个“甲”\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void unknown_keys_of_blocks_are_reported(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{text: 甲, style: 文, ^levl: 1}]\n", "layout-key\n"},
		{"blocks: [{group: [], ^style: 文}]\n", "layout-key\n"},
		{"blocks: [{page break: yes, ^style: 文}]\n", "layout-key\n"},
		{"blocks: [{each: 职责 as d, ^block: [], blocks: []}]\n", "layout-key\n"},
		{"blocks: [{group: [{group: [{^txt: 甲, page break: yes}]}]}]\n",
			"layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(
		"blocks: [{text: 甲, style: 文, levl: 1}]\n", "是否要写“level”");
	layouts_expect_hint("blocks: [{each: 职责 as d, block: [], blocks: []}]\n",
		"是否要写“blocks”");
}

static void texts_have_a_style_and_a_level_in_reason(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [^{text: 甲}]\n", "layout-missing: 这段文字没有 style\n"},
		{"blocks: [{text: 甲, style: ^乙}]\n",
			"layout-style: 没有“乙”这个样式\n"},
		{"blocks: [{text: ^[甲], style: 文}]\n", "layout-value\n"},
		{"blocks: [{heading: 甲, style: 文, level: ^0}]\n",
			"layout-value: 标题的级别应是 1 至 9，写的是“0”\n"},
		{"blocks: [{heading: 甲, style: 文, level: ^1.5}]\n", "layout-value\n"},
		{"blocks: [{heading: 甲, style: 文, level: ^99999999999}]\n",
			"layout-value\n"},
		{"blocks: [{heading: 甲, style: 文, level: ^一}]\n",
			"layout-value: “一”不是数\n"},
		{"blocks: [{heading: 甲, style: 文, level: ^[1]}]\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void expressions_are_checked_at_the_layouts_own_line(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks:\n"
		 "  - text: \"甲{单位.^简秤}\"\n"
		 "    style: 文\n",
			"field-unknown: 记录“单位”没有字段“简秤”\n"},
		{"blocks:\n"
		 "  - {text: 甲, style: 文, when: ^文重 == '甲'}\n",
			"name-unknown\n"},
		{"blocks:\n"
		 "  - {text: \"{^d.名称}\", style: 文}\n",
			"name-unknown\n"},
		{"blocks:\n"
		 "  - text: |\n"
		 "      甲{文种}\n"
		 "      {^乙}\n"
		 "    style: 文\n",
			"name-unknown\n"},
		{"blocks: [{text: \"^{文种\", style: 文}]\n", "brace-unclosed\n"},
		{"blocks: [{text: \"^{章节}\", style: 文}]\n", "type-mismatch\n"},
		{"blocks: [{text: 甲, style: 文, when: ^[文种]}]\n", "layout-value\n"},
		{"blocks: [{text: 甲, style: 文, when: ^5}]\n",
			"layout-value: 条件应是比较、真假或规划里的内容，写的是“5”\n"},
		{"blocks: [{text: 甲, style: 文, when: ^\"'甲' + '乙'\"}]\n",
			"layout-value\n"},
		{"blocks: [{text: 甲, style: 文, when: count(^5) > 1}]\n",
			"type-mismatch: count 的第1个参数应为规划里的值\n"},
		{"file: ^''\n", "layout-value: 文件名应有文字，写的是“”\n"},
		{"file: ^\" /\"\n", "layout-value\n"},
		{"blocks: [{text: 甲, style: 文, when: ^}]\n", "expression-syntax\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void each_is_a_list_as_a_name(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{each: ^职责, blocks: []}]\n",
			"layout-each: “职责”应写作“列表 as 名称”\n"},
		{"blocks: [{each: ^\"职责 as \", blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^职责as d, blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^职责 as d e, blocks: []}]\n",
			"layout-each: “d e”不能用作名称\n"},
		{"blocks: [{each: ^职责 as d.名称, blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^职责 as if, blocks: []}]\n",
			"layout-each: “if”不能用作名称\n"},
		{"blocks: [{each: ^职责 as 12, blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^职责 as (d), blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^[职责], blocks: []}]\n", "layout-value\n"},
		{"blocks: [^{each: 职责 as d}]\n",
			"layout-missing: each 要有 blocks：每一项印什么\n"},
		{"blocks: [{each: 职责 as d, blocks: ^甲}]\n", "layout-value\n"},
		{"blocks: [{each: ^职则 as d, blocks: []}]\n", "name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void each_goes_through_lists_and_records_only(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{each: ^文种 as t, blocks: []}]\n",
			"layout-each: “文种”不是列表，而是 text\n"},
		{"blocks: [{each: ^总额 + 1 as t, blocks: []}]\n", "layout-each\n"},
		{"blocks: [{each: ^摘要 as t, blocks: []}]\n",
			"layout-each: “摘要”不是列表，而是 prose\n"},
		{"blocks: [{each: ^count(职责) as t, blocks: []}]\n", "layout-each\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void sections_say_what_they_need(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{sections: ^章节}]\n", "layout-value\n"},
		{"blocks: [{sections: ^{levels: [{heading: 甲, style: 文}]}}]\n",
			"layout-missing: sections 要有 each：章节的列表\n"},
		{"blocks: [{sections: ^{each: 章节 as 节}}]\n",
			"layout-missing: sections 要有 levels：每一级标题一项\n"},
		{"blocks: [{sections: ^{each: 章节 as 节, levels: []}}]\n",
			"layout-missing\n"},
		{"blocks: [{sections: {each: 章节 as 节, levels: ^{}}}]\n",
			"layout-value\n"},
		{"blocks: [{sections: {each: ^关键词 as 词, levels: [{heading: 甲, "
		 "style: "
		 "文}]}}]\n",
			"layout-each: sections 的列表应由记录组成，而不是 text\n"},
		{"blocks: [{sections: ^{each: 职责 as d, levels: [{heading: 甲, style: "
		 "文}]}}]\n",
			"layout-missing: sections 要有 title：“职责”的标题是哪个字段\n"},
		{"blocks: [{sections: {each: 章节 as 节, ^lvels: [], levels: [{heading: "
		 "甲, "
		 "style: 文}]}}]\n",
			"layout-key\n"},
		{"blocks: [{sections: {each: 章节 as 节, run in: 节.^排, levels: "
		 "[{heading: 甲, style: 文}]}}]\n",
			"field-unknown\n"},
		{"blocks: [{sections: {each: 章节 as 节, own number: ^编码, levels: "
		 "[{heading: 甲, style: 文}]}}]\n",
			"layout-content: “章节”里没有“编码”这个字段\n"},
		{"blocks: [{sections: {each: 章节 as 节, own number: ^章节, levels: "
		 "[{heading: 甲, style: 文}]}}]\n",
			"layout-content: “章节”的类型是 list of record 章节，应是 "
			"text\n"},
		{"blocks: [{sections: {each: 章节 as 节, title: ^正文, levels: "
		 "[{heading: "
		 "甲, style: 文}]}}]\n",
			"layout-content\n"},
		{"blocks: [{sections: {each: 章节 as 节, title: ^[标题], levels: "
		 "[{heading: "
		 "甲, style: 文}]}}]\n",
			"layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void levels_have_a_heading_and_styles(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{sections: {each: 章节 as 节, levels: [^{heading: 甲}]}}]\n",
			"layout-missing: 标题的一级要有 heading 和 style\n"},
		{"blocks: [{sections: {each: 章节 as 节, levels: [^甲]}}]\n",
			"layout-value\n"},
		{"blocks: [{sections: {each: 章节 as 节, levels: [{heading: "
		 "\"{节.^标}\", style: 文}]}}]\n",
			"field-unknown\n"},
		{"blocks: [{sections: {each: 章节 as 节, levels: [{heading: 甲, style: "
		 "文, run in style: ^乙}]}}]\n",
			"layout-style\n"},
		{"blocks: [{sections: {each: 章节 as 节, levels: [{heading: 甲, style: "
		 "文, ^runin style: 文}]}}]\n",
			"layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(
		"blocks: [{sections: {each: 章节 as 节, levels: [{heading: 甲, "
		"style: 文, runin style: 文}]}}]\n",
		"是否要写“run in style”");
}

static void numbers_are_one_numeral_in_braces(void **state)
{
	(void)state;
#define WITH_NUMBER(number)                                                              \
	"blocks: [{sections: {each: 章节 as 节, levels: [{heading: 甲, style: 文, " \
	"number: " number "}]}}]\n"
	static const struct layout_fault faults[] = {
		{WITH_NUMBER("^一、"),
			"layout-number: 编号“一、”里应有 {一}、{1}、{①} 这样的数字\n"},
		{WITH_NUMBER("^\"{一\""), "layout-number\n"},
		{WITH_NUMBER("^\"{二}、\""), "layout-number: 不认识“{二}”这种数字\n"},
		{WITH_NUMBER("^\"{}\""), "layout-number\n"},
		{WITH_NUMBER("^\"{1}.{1}\""),
			"layout-number: 编号“{1}.{1}”里只能有一个花括号中的数字\n"},
		{WITH_NUMBER("^\"}{1}\""), "layout-number\n"},
		{WITH_NUMBER("^[1]"), "layout-value\n"},
		{WITH_NUMBER("^\"\""), "layout-number\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(WITH_NUMBER("\"{二}、\""),
		"可以写 1、01、一、壹、〇、①、⑴、⒈、㈠、Ⅰ、I、i、a、A");
}

static void every_numeral_style_makes_a_pattern(void **state)
{
	(void)state;
	static const char *const styles[] = {"1", "01", "一", "壹", "〇", "①", "⑴", "⒈",
		"㈠", "Ⅰ", "I", "i", "a", "A"};
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
		char *text =
			g_strdup_printf(WITH_NUMBER("\"工作目标{%s}：\""), styles[i]);
		char *expected = g_strdup_printf("sections as 节 title 标题 number 编号\n"
						 "  level 工作目标|%s|： style 文 run-in "
						 "文\n",
			styles[i]);
		layouts_expect(text, "sections", expected);
		g_free(expected);
		g_free(text);
	}
}

static void contents_fit_the_types_of_their_fields(void **state)
{
	(void)state;
#define WITH_CONTENT(content)                                                              \
	"blocks: [{sections: {each: 章节 as 节, levels: [{heading: 甲, style: 文}], " \
	"content: " content "}}]\n"
	static const struct layout_fault faults[] = {
		{WITH_CONTENT("{正文: ^sections}"),
			"layout-content: “正文”的类型是 prose，不能这样印出\n"},
		{WITH_CONTENT("{标题: ^{prose: 文}}"),
			"layout-content: “标题”的类型是 text，不能这样印出\n"},
		{WITH_CONTENT("{工作: ^sections}"), "layout-content: “工作”的类型是 list "
						    "of record 工作，不能这样印出\n"},
		{WITH_CONTENT("{章节: ^tables}"), "layout-content\n"},
		{WITH_CONTENT("{插入: ^sections}"), "layout-content\n"},
		{WITH_CONTENT("{章节: ^章节}"), "layout-content\n"},
		{WITH_CONTENT("{章节: ^[sections]}"), "layout-content\n"},
		{WITH_CONTENT("{^正闻: {prose: 文}}"),
			"layout-content: “章节”里没有“正闻”这个字段\n"},
		{WITH_CONTENT("{正文: {prose: ^乙}}"), "layout-style\n"},
		{WITH_CONTENT("{正文: {prose: 文, hang: ^头}}"), "layout-value\n"},
		{WITH_CONTENT("{正文: {prose: 文, ^spread: 3字}}"), "layout-key\n"},
		{WITH_CONTENT("{正文: {prose: ^[文]}}"), "layout-value\n"},
		{WITH_CONTENT("{正文: {prose: 文, ^styel: 文}}"), "layout-key\n"},
		{WITH_CONTENT("{附文: {prose: 文}, ^补充: {prose: 文}}"),
			"layout-content: “附文”写了两次\n"},
		{WITH_CONTENT("^sections"), "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(WITH_CONTENT("{正闻: {prose: 文}}"), "是否要写“正文”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_read_in_order_with_their_roles),
		cmocka_unit_test(blocks_with_an_id_replace_the_inherited_ones),
		cmocka_unit_test(each_names_what_its_blocks_may_use),
		cmocka_unit_test(sections_have_levels_and_contents),
		cmocka_unit_test(sections_of_other_records_name_their_title),
		cmocka_unit_test(a_block_says_what_it_prints),
		cmocka_unit_test(unknown_keys_of_blocks_are_reported),
		cmocka_unit_test(texts_have_a_style_and_a_level_in_reason),
		cmocka_unit_test(expressions_are_checked_at_the_layouts_own_line),
		cmocka_unit_test(each_is_a_list_as_a_name),
		cmocka_unit_test(each_goes_through_lists_and_records_only),
		cmocka_unit_test(sections_say_what_they_need),
		cmocka_unit_test(levels_have_a_heading_and_styles),
		cmocka_unit_test(numbers_are_one_numeral_in_braces),
		cmocka_unit_test(every_numeral_style_makes_a_pattern),
		cmocka_unit_test(contents_fit_the_types_of_their_fields),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
