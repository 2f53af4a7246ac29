/* What people type who know Word: each slip with its place, message, and the line as it
 * should be. */
#include "reading.h"

struct slip {
	const char *text;
	const char *place; /* and severity and code */
	const char *message;
	const char *hint;
};

#define SYNTAX "error[yaml-syntax]"

static const struct slip slips[] = {
	/* signs that begin a text */
	{"目标值: >92%\n", "1:6: " SYNTAX, "“|”或“>”之后要换行",
		"文字以 > 或 | 开头时请加引号，可写作：目标值: \">92%\""},
	{"a: 1\n目标值: >=92%\n", "2:6: " SYNTAX, "“|”或“>”之后要换行",
		"文字以 > 或 | 开头时请加引号，可写作：目标值: \">=92%\""},
	{"说明: |甲\n", "1:5: " SYNTAX, "“|”或“>”之后要换行",
		"文字以 > 或 | 开头时请加引号，可写作：说明: \"|甲\""},
	{"备注: *\n年度: 1\n", "1:5: " SYNTAX, "此处的 * 不能开始一个值",
		"文字以 * 开头时请加引号，可写作：备注: \"*\""},
	{"备注: **目标：**高举\n", "1:5: " SYNTAX, "此处的 * 不能开始一个值",
		"文字以 * 开头时请加引号，可写作：备注: \"**目标：**高举\""},
	{"备注: *abc\n", "1:5: error[yaml-refused]", "不支持引用（*名字）",
		"文字以 * 开头时请加引号，可写作：备注: \"*abc\""},
	{"备注: &abc 甲\n", "1:5: error[yaml-refused]", "不支持锚点（&名字）",
		"文字以 & 开头时请加引号，可写作：备注: \"&abc 甲\""},
	{"备注: !重要\n", "1:5: " SYNTAX, "此处的 ! 不能开始一个值",
		"文字以 ! 开头时请加引号，可写作：备注: \"!重要\""},
	{"备注: @甲\n", "1:5: " SYNTAX, "此处的字符不能开始一个值",
		"以 @、% 或 ` 开头的文字请加引号，可写作：备注: \"@甲\""},
	{"完成率: %92\n", "1:6: " SYNTAX, "此处的字符不能开始一个值",
		"以 @、% 或 ` 开头的文字请加引号，可写作：完成率: \"%92\""},
	{"- *甲\"乙\\丙'丁\n", "1:3: " SYNTAX, "此处的 * 不能开始一个值",
		"文字以 * 开头时请加引号，可写作：- '*甲\"乙\\丙''丁'"},
	/* brackets and quotes that end too soon */
	{"文号: [2017]86号\n", "1:11: " SYNTAX, "括号收尾之后不能再有文字",
		"文字以 [ 或 { 开头时请加引号；文号用六角括号〔〕，可写作："
		"文号: 〔2017〕86号"},
	{"a: 1\n备注: [试行]方案\n", "2:9: " SYNTAX, "括号收尾之后不能再有文字",
		"文字以 [ 或 { 开头时请加引号；文号用六角括号〔〕，可写作："
		"备注: \"[试行]方案\""},
	{"工作: \"两个健康\"示范\n", "1:11: " SYNTAX, "引号收尾之后不能再有文字",
		"请用中文引号“”，或给整段文字加引号，可写作：工作: “两个健康”示范"},
	{"- \"甲\"和\"乙\"\n- 丙\n", "1:6: " SYNTAX, "引号收尾之后不能再有文字",
		"请用中文引号“”，或给整段文字加引号，可写作：- “甲”和“乙”"},
	/* colons */
	{"依据: 三定: 方案\n", "1:7: " SYNTAX, "此处不能再有“键: 值”",
		"文字里的冒号请用全角的“：”，或给整段文字加引号，可写作："
		"依据: 三定：方案"},
	{"单位：\n  全称: 局\n", "1:3: " SYNTAX, "键之后的冒号是全角的",
		"此处应为半角冒号加一个空格，可写作：单位:"},
	{"全称： 局\n年度: 1\n", "1:3: " SYNTAX, "键之后的冒号是全角的",
		"此处应为半角冒号加一个空格，可写作：全称: 局"},
	{"- 标题:一\n  正文: 甲\n", "1:5: " SYNTAX, "键之后的冒号后面没有空格",
		"此处应为半角冒号加一个空格，可写作：- 标题: 一"},
	{"a: 1\n年度:\u30002017\nb: 1\n", "2:3: " SYNTAX, "键之后的冒号后面没有空格",
		"此处应为半角冒号加一个空格，可写作：年度: 2017"},
	{"正文: |\n  目标：高举\n年度 2017\n单位: 局\n", "3:1: " SYNTAX,
		"此处的键缺少半角冒号“:”", "键之后是半角冒号加一个空格：键: 值"},
	/* indents */
	{"单位:\n\t全称: 局\n", "2:1: " SYNTAX, "缩进用了制表符",
		"缩进只能用半角空格，可写作：  全称: 局"},
	{"单位:\n  a: 1\n\t全称: 局\n", "3:1: " SYNTAX, "缩进用了制表符",
		"缩进只能用半角空格，可写作：  全称: 局"},
	{"单位:\n\u3000\u3000全称: 局\n", "2:1: " SYNTAX, "缩进用了全角空格",
		"缩进只能用半角空格，可写作：    全称: 局"},
	{"单位:\n  a: 1\n  \u3000全称: 局\n", "3:3: " SYNTAX, "缩进用了全角空格",
		"缩进只能用半角空格，可写作：    全称: 局"},
	{"单位:\n\u00A0\u00A0全称: 局\n", "2:1: " SYNTAX, "缩进用了不换行空格",
		"缩进只能用半角空格，可写作：  全称: 局"},
	{"正文: |\n\u3000\u3000第一段\n年度: 1\n", "2:1: " SYNTAX, "缩进用了全角空格",
		"缩进只能用半角空格，可写作：    第一段"},
	/* dashes */
	{"章节:\n  － 标题: 一\n    正文: 甲\n", "2:3: " SYNTAX,
		"列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 标题: 一"},
	{"职责:\n  － 甲\n  － 乙\n", "2:3: " SYNTAX, "列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	{"职责:\n  —\u3000甲\n", "2:3: " SYNTAX, "列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	{"职责:\n  －甲\n", "2:3: " SYNTAX, "列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	{"职责:\n  * 甲\n  * 乙\n", "2:3: " SYNTAX, "列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	{"职责:\n  • 甲\n", "2:3: " SYNTAX, "列表项开头应是半角的“-”",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	{"章节:\n  -标题: 一\n", "2:3: " SYNTAX, "列表项的“-”之后没有半角空格",
		"列表的一项以半角“-”加一个空格开头，可写作：- 标题: 一"},
	{"章节:\n  -标题: 一\n    正文: 甲\n", "2:3: " SYNTAX,
		"列表项的“-”之后没有半角空格",
		"列表的一项以半角“-”加一个空格开头，可写作：- 标题: 一"},
	{"职责:\n  -甲\n  -乙\n", "2:3: " SYNTAX, "列表项的“-”之后没有半角空格",
		"列表的一项以半角“-”加一个空格开头，可写作：- 甲"},
	/* what is not printed */
	{"全称: 绍兴市 #1 局\n", "1:9: warning[comment-swallows]",
		"空格之后的“#”是注释的开头，从这里到行尾不会印出",
		"若是文字请加引号，可写作：全称: \"绍兴市 #1 局\"；"
		"若是注释请在 # 之后加一个空格"},
	{"全称: #1 局\n", "1:5: warning[comment-swallows]",
		"空格之后的“#”是注释的开头，从这里到行尾不会印出",
		"若是文字请加引号，可写作：全称: \"#1 局\"；"
		"若是注释请在 # 之后加一个空格"},
	{"全称: 绍\u00AD兴\n", "1:6: warning[character-invisible]",
		"此处有软连字符 U+00AD，已略去",
		"多半是从网页或 Word 粘贴时带来的，请删去"},
	{"全称: 绍\u200B兴\u200D市\n", "1:6: warning[character-invisible]",
		"此处有不可见字符 U+200B，本段共 2 个不可见字符，已略去",
		"多半是从网页或 Word 粘贴时带来的，请删去"},
	{"全\u2060称: \"绍兴\"\n", "1:2: warning[character-invisible]",
		"此处有不可见字符 U+2060，已略去",
		"多半是从网页或 Word 粘贴时带来的，请删去"},
	{"全称: \"绍\\u200B兴\"\n", "1:7: warning[character-invisible]",
		"此处有不可见字符 U+200B，已略去",
		"多半是从网页或 Word 粘贴时带来的，请删去"},
	{"全称: 绍\uE816兴\n", "1:6: warning[character-private]",
		"此处是专用区字符 U+E816，换一种字体就是另一个字", "请用输入法重新输入"},
	{"- |\n  甲\n  \uF0B7乙\uF0B7\n", "3:3: warning[character-private]",
		"此处是专用区字符 U+F0B7，本段共 2 个，换一种字体就是别的字",
		"请用输入法重新输入"},
};

static void each_slip_is_shown_with_its_line_set_right(void **state)
{
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(slips); i++) {
		struct bench bench = bench_begin();
		read_text(&bench, slips[i].text);
		char *expected = g_strdup_printf(
			"plan.yaml:%s: %s\n", slips[i].place, slips[i].message);
		bench_expect(&bench, expected);
		g_free(expected);
		const struct diagnostic *report = diagnostics_get(bench.diagnostics, 0);
		assert_string_equal(report->hint ? report->hint : "", slips[i].hint);
		bench_end(&bench);
	}
}

static void the_line_that_is_shown_reads_without_the_slip(void **state)
{
	(void)state;
	static const char shown[] = "可写作：";
	for (size_t i = 0; i < G_N_ELEMENTS(slips); i++) {
		const char *line = strstr(slips[i].hint, shown);
		if (!line) {
			continue;
		}
		struct bench bench = bench_begin();
		line += strlen(shown);
		const char *end = strstr(line, "；若是注释");
		read_bytes(&bench, line, end ? (size_t)(end - line) : strlen(line));
		bench_expect(&bench, "");
		bench_end(&bench);
	}
}

static void a_long_line_is_shown_in_part(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	GString *text = arena_text(bench.arena);
	g_string_append(text, "备注: *");
	for (int i = 0; i < 100; i++) {
		g_string_append(text, "甲");
	}
	read_text(&bench, text->str);
	const char *hint = diagnostics_get(bench.diagnostics, 0)->hint;
	assert_true(g_str_has_suffix(hint, "甲甲…"));
	assert_true(g_utf8_strlen(hint, -1) < 90);
	bench_end(&bench);
}

static void what_only_looks_like_a_slip_is_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {"年度: 2017 # 注释\n", "年度: 2017 #\n",
		"年度: 2017 ## 注释\n", "网址: 甲#乙\n", "备注: \"甲 #1 乙\"\n",
		"备注: |\n  甲 #1\n  — 乙\n", "#注释\n年度: 1\n", "差额:\n  -5\n",
		"差额:\n  －5万元\n", "值: —\n", "值: － 甲\n", "值:\n  ——甲\n",
		"值:\n  /\n", "正文: |\n  \u3000\u3000第一段\n\n  \u3000\u3000第二段\n",
		"名: 𬱖\U000E0100\n", "- 甲：乙\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		assert_reports(texts[i], "");
	}
}

static void a_fold_between_chinese_characters_adds_no_blank(void **state)
{
	(void)state;
	assert_tree("a: 绍兴市\n  财政局\n", "1:1 {}\n1:4   a: 绍兴市财政局\n");
	assert_tree("a: '绍兴市\n\n  财政局，\n  简称'\n",
		"1:1 {}\n1:4   a: '绍兴市\\n财政局，简称\n");
	assert_tree("a: >\n  提出“\n  甲”——\n  乙…\n  丙\n",
		"1:1 {}\n1:4   a: |提出“甲”——乙…丙\\n\n");
	assert_tree("a: 采用\n  PDF\n  格式 甲\n  of\n  it\n",
		"1:1 {}\n1:4   a: 采用 PDF 格式 甲 of it\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_slip_is_shown_with_its_line_set_right),
		cmocka_unit_test(the_line_that_is_shown_reads_without_the_slip),
		cmocka_unit_test(a_long_line_is_shown_in_part),
		cmocka_unit_test(what_only_looks_like_a_slip_is_left_alone),
		cmocka_unit_test(a_fold_between_chinese_characters_adds_no_blank),
	};
	return cmocka_run_group_tests_name("yaml_slips", tests, NULL, NULL);
}
