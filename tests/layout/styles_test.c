/* Styles of text and of tables: what lengths come to, what is like what, what is refused.
 */
#include "layouts.h"

static void lengths_in_characters_and_lines_follow_the_styles_own_type(void **state)
{
	(void)state;
	layouts_expect("styles:\n"
		       "  甲: {face: 仿, size: 10pt, leading: 15pt, indent: 2字, before: "
		       "1行, after: 0.5行, start: 1.5em, end: 3mm}\n",
		"style 甲",
		"style 甲: 仿/仿 仿/仿 size 10.00 pitch 10.00 leading 15.00 indent 20.00 "
		"start 15.00 end 8.50 before 15.00 after 7.50 justify\n");
}

static void a_pitch_is_a_share_of_the_line_and_counts_as_a_character(void **state)
{
	(void)state;
	layouts_expect("styles:\n"
		       "  甲: {face: 仿, size: 三号, pitch: 156mm/28, leading: "
		       "225mm/22, indent: 2字}\n",
		"style 甲",
		"style 甲: 仿/仿 仿/仿 size 16.00 pitch 15.79 leading 28.99 indent 31.59 "
		"justify\n");
}

static void a_style_without_leading_is_set_at_one_and_a_half(void **state)
{
	(void)state;
	layouts_expect("styles: {甲: {face: 仿, size: 12pt}}\n", "style 甲",
		"style 甲: 仿/仿 仿/仿 size 12.00 pitch 12.00 leading 18.00 justify\n");
}

static void a_style_like_another_changes_what_it_says(void **state)
{
	(void)state;
	layouts_expect(
		"styles:\n"
		"  丙: {like: 乙, align: end}\n"
		"  乙: {like: 甲, keep with next: 是, colour: \"#C00080\"}\n"
		"  甲: {face: 仿, latin: 西, size: 10pt, leading: 20pt, indent: 2字}\n",
		"style 丙|style 乙",
		"style 丙: 仿/西 仿/西 size 10.00 pitch 10.00 leading 20.00 indent 20.00 "
		"#C00080 end keep\n"
		"style 乙: 仿/西 仿/西 size 10.00 pitch 10.00 leading 20.00 indent 20.00 "
		"#C00080 justify keep\n");
}

static void another_size_ends_an_inherited_pitch_and_moves_indents(void **state)
{
	(void)state;
	layouts_expect("styles:\n"
		       "  甲: {face: 仿, size: 10pt, pitch: 11pt, leading: 20pt, indent: "
		       "2字}\n"
		       "  乙: {like: 甲, size: 8pt}\n"
		       "  丙: {like: 甲, size: 8pt, pitch: 9pt}\n"
		       "  丁: {like: 甲, leading: 30pt}\n",
		"style 乙|style 丙|style 丁",
		"style 丁: 仿/仿 仿/仿 size 10.00 pitch 11.00 leading 30.00 indent 22.00 "
		"justify\n"
		"style 丙: 仿/仿 仿/仿 size 8.00 pitch 9.00 leading 20.00 indent 18.00 "
		"justify\n"
		"style 乙: 仿/仿 仿/仿 size 8.00 pitch 8.00 leading 20.00 indent 16.00 "
		"justify\n");
}

static void emphasis_follows_a_face_that_is_changed(void **state)
{
	(void)state;
	layouts_expect("styles:\n"
		       "  甲: {like: 文, face: 西}\n"
		       "  乙: {like: 文, face: 西, emphasis: 仿}\n"
		       "  丙: {like: 文, latin: 仿}\n",
		"style 甲|style 乙|style 丙",
		"style 丙: 仿/仿 黑/仿 size 10.00 pitch 10.00 leading 16.00 justify\n"
		"style 乙: 西/西 仿/西 size 10.00 pitch 10.00 leading 16.00 justify\n"
		"style 甲: 西/西 西/西 size 10.00 pitch 10.00 leading 16.00 justify\n");
}

static void an_inherited_style_takes_a_layouts_changes(void **state)
{
	(void)state;
	layouts_expect("styles: {题: {align: start, balanced: yes, latin space: 0.25}}\n",
		"style 题",
		"style 题: 黑/西 黑/西 size 12.00 pitch 12.00 leading 20.00 latin-space "
		"0.25 start balanced\n");
}

static void a_hanging_indent_stays_in_the_type_area(void **state)
{
	(void)state;
	layouts_expect("styles: {甲: {like: 文, start: 2字, indent: -2字}}\n", "style 甲",
		"style 甲: 仿/西 黑/西 size 10.00 pitch 10.00 leading 16.00 indent "
		"-20.00 start 20.00 justify\n");
}

static void a_table_style_takes_its_lengths_and_flags(void **state)
{
	(void)state;
	layouts_expect("table styles:\n"
		       "  格: {padding down: 1mm, outer rule: 1pt, minimum row: 26pt, "
		       "vertical: middle, repeat head: yes, close fragments: 否, colour: "
		       "\"#0000FF\"}\n",
		"table style",
		"table style 格: padding 2.00 by 2.83 rules 1.00 and 0.50 row 26.00 "
		"#0000FF middle repeat-head cell 文 head 题\n");
}

static void rules_of_tables_are_those_more_general_where_nothing_is_said(void **state)
{
	(void)state;
	layouts_expect("table styles:\n"
		       "  格: {outer rule: 1.5pt, inner rule: 0pt, side rule: 0pt,\n"
		       "    head rule: 0.75pt, before: 6pt, after: 7pt}\n",
		"table style",
		"table style 格: padding 2.00 by 0.00 rules 1.50 and 0.00 side 0.00 "
		"head 0.75 row 0.00 before 6.00 after 7.00 top cell 文 head 题\n");
	layouts_expect("table styles: {格: {across rule: 1pt, down rule: 0pt}}\n",
		"table style",
		"table style 格: padding 2.00 by 0.00 rules 0.00 and 0.50 across 1.00 "
		"down 0.00 row 0.00 top cell 文 head 题\n");
}

static void unknown_keys_are_reported_with_the_nearest(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"^style: {}\n", "layout-key: 版式里没有“style”这个键\n"},
		{"styles: {文: {^sise: 9pt}}\n", "layout-key\n"},
		{"table styles: {格: {^inner-rule: 1pt}}\n", "layout-key\n"},
		{"layout: {^titel: 甲}\n", "layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint("style: {}\n", "是否要写“styles”");
	layouts_expect_hint("styles: {文: {sise: 9pt}}\n", "是否要写“size”");
	layouts_expect_hint(
		"table styles: {格: {inner-rule: 1pt}}\n", "是否要写“inner rule”");
	layouts_expect_hint("layout: {titel: 甲}\n", "是否要写“title”");
	layouts_expect_hint("styles: {文: {斤两: 9pt}}\n", "");
}

static void names_of_nothing_are_reported_with_the_nearest(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles: {甲: {like: ^正文题, size: 9pt}}\n",
			"layout-style: 没有“正文题”这个样式\n"},
		{"styles: {文: {face: ^仿宋体}}\n",
			"layout-face: 没有“仿宋体”这个字体角色\n"},
		{"styles: {文: {latin emphasis: ^罗马}}\n", "layout-face\n"},
		{"table styles: {格: {cell: ^文字}}\n", "layout-style\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(
		"styles: {表题: {like: 文}, 乙: {like: 表文题}}\n", "是否要写“表题”");
	layouts_expect_hint("table styles: {格: {cell: 罗马}}\n", "可以写：文、题");
}

static void styles_that_are_like_themselves_are_reported_once(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles:\n"
		 "  甲: {like: ^甲}\n",
			"layout-style: 样式“甲”绕回了自己\n"},
		{"styles:\n"
		 "  甲: {like: 乙}\n"
		 "  乙: {like: 丙}\n"
		 "  丙: {like: ^乙}\n",
			"layout-style: 样式“乙”绕回了自己\n"},
		{"styles: {文: {like: 题}, 题: {like: ^文}}\n", "layout-style\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void a_long_chain_of_styles_ends_in_a_report(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	GString *text = arena_text(bench.arena);
	g_string_append(text, "styles:\n");
	for (int i = 0; i < 20000; i++) {
		g_string_append_printf(text, "  s%d: {like: s%d}\n", i, i + 1);
	}
	g_string_append(text, "  s20000: {like: 文}\n");
	layouts_read(&bench, layouts_model(&bench), text->str);
	assert_true(diagnostics_failed(bench.diagnostics));
	bench_end(&bench);
}

static void what_cannot_be_a_length_is_refused(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles: {文: {size: ^十}}\n", "layout-length: “十”不是长度\n"},
		{"styles: {文: {leading: ^12}}\n", "layout-length\n"},
		{"styles: {文: {pitch: ^156mm/0}}\n", "layout-length\n"},
		{"styles: {文: {pitch: ^156mm/inf}}\n", "layout-length\n"},
		{"styles: {文: {pitch: ^156mm/}}\n", "layout-length\n"},
		{"styles: {文: {pitch: ^/28}}\n", "layout-length\n"},
		{"styles: {文: {pitch: ^156mm/2/3}}\n", "layout-length\n"},
		{"styles: {文: {indent: ^[2字]}}\n",
			"layout-value: 此处应为文字，写的是列表\n"},
		{"table styles: {格: {padding down: ^1字}}\n",
			"layout-length: 此处的长度不能用字、行或百分数\n"},
		{"table styles: {格: {inner rule: ^-1pt}}\n",
			"layout-length: 此处的长度不能是负的，写的是“-1pt”\n"},
		{"table styles: {格: {minimum row: ^900000pt}}\n", "layout-length\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void lengths_out_of_reason_are_refused_where_they_stand(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles: {文: {size: ^0}}\n",
			"layout-style: 样式“文”的 size 应是 1pt 至 500pt 的字号\n"},
		{"styles: {文: {size: ^2字}}\n", "layout-style\n"},
		{"styles: {文: {size: ^501pt}}\n", "layout-style\n"},
		{"styles: {文: {leading: ^0}}\n",
			"layout-style: 样式“文”的 leading 应大于零，且不超过一页\n"},
		{"styles: {文: {pitch: ^-3pt}}\n", "layout-style\n"},
		{"styles: {文: {before: ^-1行}}\n", "layout-style\n"},
		{"styles: {文: {indent: ^25%}}\n",
			"layout-style: 样式“文”的 indent 不能用百分数\n"},
		{"styles: {文: {start: 1字, indent: ^-2字}}\n", "layout-style\n"},
		{"styles: {文: {latin space: ^2}}\n", "layout-style\n"},
		{"styles: {甲: ^{face: 仿}}\n", "layout-style\n"},
		{"styles: {甲: ^{size: 9pt}}\n",
			"layout-style: 样式“甲”没有字体（face）\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void words_out_of_their_set_are_refused_with_the_set(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles: {文: {align: ^center}}\n",
			"layout-value: "
			"“center”不在可用的写法之内：justify、start、centre、end\n"},
		{"styles: {文: {on grid: ^on}}\n",
			"layout-value: "
			"“on”不在可用的写法之内：yes、no、true、false、是、否\n"},
		{"styles: {文: {keep with next: ^}}\n", "layout-value\n"},
		{"styles: {文: {colour: ^red}}\n",
			"layout-value: “red”不是颜色，应写作 #RRGGBB\n"},
		{"styles: {文: {colour: ^\"#12345G\"}}\n", "layout-value\n"},
		{"styles: {文: {colour: ^\"#+12345\"}}\n", "layout-value\n"},
		{"styles: {文: {latin space: ^nan}}\n", "layout-value: “nan”不是数\n"},
		{"styles: {文: {latin space: ^1e-1}}\n", "layout-value\n"},
		{"table styles: {格: {vertical: ^centre}}\n", "layout-value\n"},
		{"table styles: {格: {repeat head: ^{}}}\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void nodes_of_the_wrong_kind_are_reported_once(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles: ^文\n", "layout-value: 此处应为键值组，写的是文字\n"
				  "small.yaml:7:46: error[layout-style]\n"
				  "small.yaml:12:53: error[layout-style]\n"
				  "small.yaml:12:62: error[layout-style]\n"
				  "small.yaml:15:35: error[layout-style]\n"},
		{"styles: {甲: ^9pt}\n", "layout-value\n"},
		{"table styles: ^[格]\n", "layout-value\n"},
		{"table styles: {甲: ^}\n", "layout-value\n"},
		{"table styles: {甲: ^{cell: 文}}\n",
			"layout-missing: 表格样式缺少“head”\n"},
		{"layout: ^甲\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void all_faults_of_a_layout_are_reported_in_one_run(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"styles:\n"
		 "  文: {size: ^十, align: ^middle}\n"
		 "  甲: {like: ^无此, ^sise: 1pt}\n"
		 "table styles: {格: {cell: ^无}}\n"
		 "pages: {纸: {row: ^1字}}\n"
		 "page: ^纸张\n"
		 "metadata: {^tilte: 甲, date: ^文种}\n"
		 "file: \"^{文种\"\n"
		 "blocks: [{text: \"{^文}\", style: 文}]\n",
			"layout-length\n"
			"layout-value\n"
			"layout-style\n"
			"layout-key\n"
			"layout-style\n"
			"layout-length\n"
			"layout-page\n"
			"layout-key\n"
			"layout-value\n"
			"brace-unclosed\n"
			"name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void type_higher_than_its_lines_is_a_warning(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	layouts_read(&bench, layouts_model(&bench),
		"styles:\n"
		"  甲: {face: 仿, size: 22pt, leading: 16pt}\n"
		"  乙: {like: 甲, align: end}\n"
		"  丙: {like: 文, size: 18pt}\n"
		"  丁: {like: 文, size: 16pt}\n"
		"  戊: {like: 甲, leading: 1行}\n");
	bench_expect(&bench,
		"layout.yaml:2:37: warning[style-tight]: 样式“甲”的字高 22pt 大于行距 "
		"16pt，上下行会重叠\n"
		"layout.yaml:4:22: warning[style-tight]: 样式“丙”的字高 18pt 大于行距 "
		"16pt，上下行会重叠\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			lengths_in_characters_and_lines_follow_the_styles_own_type),
		cmocka_unit_test(
			a_pitch_is_a_share_of_the_line_and_counts_as_a_character),
		cmocka_unit_test(a_style_without_leading_is_set_at_one_and_a_half),
		cmocka_unit_test(type_higher_than_its_lines_is_a_warning),
		cmocka_unit_test(a_style_like_another_changes_what_it_says),
		cmocka_unit_test(another_size_ends_an_inherited_pitch_and_moves_indents),
		cmocka_unit_test(emphasis_follows_a_face_that_is_changed),
		cmocka_unit_test(an_inherited_style_takes_a_layouts_changes),
		cmocka_unit_test(a_hanging_indent_stays_in_the_type_area),
		cmocka_unit_test(a_table_style_takes_its_lengths_and_flags),
		cmocka_unit_test(
			rules_of_tables_are_those_more_general_where_nothing_is_said),
		cmocka_unit_test(unknown_keys_are_reported_with_the_nearest),
		cmocka_unit_test(names_of_nothing_are_reported_with_the_nearest),
		cmocka_unit_test(styles_that_are_like_themselves_are_reported_once),
		cmocka_unit_test(a_long_chain_of_styles_ends_in_a_report),
		cmocka_unit_test(what_cannot_be_a_length_is_refused),
		cmocka_unit_test(lengths_out_of_reason_are_refused_where_they_stand),
		cmocka_unit_test(words_out_of_their_set_are_refused_with_the_set),
		cmocka_unit_test(nodes_of_the_wrong_kind_are_reported_once),
		cmocka_unit_test(all_faults_of_a_layout_are_reported_in_one_run),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
