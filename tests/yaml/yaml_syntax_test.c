/* What stops the parser, told where the writer made the slip. */
#include "reading.h"

#define COLON_HINT "        提示：此处应为半角冒号加一个空格，可写作："

static void a_full_width_colon_is_found_on_its_own_line(void **state)
{
	(void)state;
	assert_human("名称：测试\n年度: 2017\n",
		"plan.yaml:1:3: error[yaml-syntax]: 键之后的冒号是全角的\n"
		"    1 | 名称：测试\n"
		"            ^\n" COLON_HINT "名称: 测试\n");
	assert_reports("a: 1\n名称：测试\nb: 2\n", "plan.yaml:2:3: error[yaml-syntax]\n");
	assert_reports("a: 1\n名称：测试", "plan.yaml:2:3: error[yaml-syntax]\n");
	assert_reports("a: 1\n名称：测试\n\n# 说明：无\n\nb: 2\n",
		"plan.yaml:2:3: error[yaml-syntax]\n");
	assert_reports("a:\n  - b: 1\n    名称：测试\n    c: 2\n",
		"plan.yaml:3:7: error[yaml-syntax]\n");
	assert_reports("a: 文字里的冒号：不是键\nb: “引文：”\n", "");
}

static void a_colon_without_a_space_is_found_on_its_own_line(void **state)
{
	(void)state;
	assert_human("年度:2017\n单位: 局\n",
		"plan.yaml:1:3: error[yaml-syntax]: 键之后的冒号后面没有空格\n"
		"    1 | 年度:2017\n"
		"            ^\n" COLON_HINT "年度: 2017\n");
	assert_reports("a: 1\n年度:2017\nb: 2\n", "plan.yaml:2:3: error[yaml-syntax]\n");
	assert_reports(
		"a: 1\n年度:\u3000二\nb: 2\n", "plan.yaml:2:3: error[yaml-syntax]\n");
	assert_reports("a: 10:30\nb: http://例.cn/a\n", "");
}

static void a_key_that_goes_on_from_text_is_told_so(void **state)
{
	(void)state;
	const char *expected =
		"plan.yaml:2:3: error[yaml-syntax]: 此处的键接着上文的文字\n";
	assert_reports("a: 1\n b: 2\n", expected);
	assert_reports("网址 http://例.cn\n年度: 1\n", expected);
	assert_human("a\nb: 1\n",
		"plan.yaml:2:2: error[yaml-syntax]: 此处的键接着上文的文字\n"
		"    2 | b: 1\n"
		"         ^\n"
		"        提示：上一行可能缺少“: ”，或者这一行缩进太多\n");
}

static void a_colon_in_the_text_asks_for_quotes(void **state)
{
	(void)state;
	assert_human("依据: 三定: 方案\n",
		"plan.yaml:1:7: error[yaml-syntax]: 此处不能再有“键: 值”\n"
		"    1 | 依据: 三定: 方案\n"
		"                  ^\n"
		"        提示：文字里的冒号请用全角的“：”，或给整段文字加引号，"
		"可写作：依据: 三定：方案\n");
	assert_reports(
		"名称：甲\n依据: 三定: 方案\n", "plan.yaml:1:3: error[yaml-syntax]\n");
}

static void a_tab_cannot_indent(void **state)
{
	(void)state;
	const char *expected = "plan.yaml:2:1: error[yaml-syntax]: 缩进用了制表符\n";
	assert_reports("a:\n\tb: 1\n", expected);
	assert_reports("a: 1\n\tb: 2\n", expected);
	assert_reports("a: |\n\t甲\n", expected);
	assert_reports("\ta: 1\n", "plan.yaml:1:1: error[yaml-syntax]: 缩进用了制表符\n");
}

static void signs_that_begin_a_text_ask_for_quotes(void **state)
{
	(void)state;
	assert_human("重要: *核心\n", "plan.yaml:1:5: error[yaml-syntax]: "
				      "此处的 * 不能开始一个值\n"
				      "    1 | 重要: *核心\n"
				      "              ^\n"
				      "        提示：文字以 * 开头时请加引号，"
				      "可写作：重要: \"*核心\"\n");
	assert_reports("a: &甲\n", "plan.yaml:1:4: error[yaml-syntax]\n");
	assert_reports("a: !甲\n",
		"plan.yaml:1:4: error[yaml-syntax]: 此处的 ! 不能开始一个值\n");
	assert_reports("a: @甲\n",
		"plan.yaml:1:4: error[yaml-syntax]: 此处的字符不能开始一个值\n");
	assert_reports("a: `甲`\n", "plan.yaml:1:4: error[yaml-syntax]\n");
	assert_reports("a: %甲\n", "plan.yaml:1:4: error[yaml-syntax]\n");
	assert_reports("%甲\na: 1\n",
		"plan.yaml:1:1: error[yaml-syntax]: 不认识以 % 开头的这一行\n");
	assert_reports(
		"a: > 甲\n", "plan.yaml:1:4: error[yaml-syntax]: “|”或“>”之后要换行\n");
	assert_reports("%YAML 3.0\n---\na: 1\n",
		"plan.yaml:1:1: error[yaml-syntax]: YAML 版本应为 1.1 或 1.2\n");
}

static void text_after_a_closed_bracket_or_quote_is_told_so(void **state)
{
	(void)state;
	assert_human("文号: [2017]86号\n",
		"plan.yaml:1:11: error[yaml-syntax]: 括号收尾之后不能再有文字\n"
		"    1 | 文号: [2017]86号\n"
		"                    ^\n"
		"        提示：文字以 [ 或 { 开头时请加引号；文号用六角括号〔〕，"
		"可写作：文号: 〔2017〕86号\n");
	assert_reports("- {a: 1} 号\n- b\n", "plan.yaml:1:10: error[yaml-syntax]\n");
	assert_reports("[2017]号\n",
		"plan.yaml:1:7: error[yaml-syntax]: 括号收尾之后不能再有文字\n");
	assert_reports("a: \"甲\"乙\n",
		"plan.yaml:1:7: error[yaml-syntax]: 引号收尾之后不能再有文字\n");
	assert_reports("a: '甲' 乙\n",
		"plan.yaml:1:8: error[yaml-syntax]: 引号收尾之后不能再有文字\n");
}

static void what_is_left_open_is_shown_where_it_begins(void **state)
{
	(void)state;
	assert_reports("a: 1\nb: \"甲\nc: 2\n",
		"plan.yaml:2:4: error[yaml-syntax]: 引号没有收尾\n");
	assert_reports("b: '甲\n---\n乙'\n",
		"plan.yaml:1:4: error[yaml-syntax]: 引号没有收尾\n");
	assert_human("a: [1, 2\nb: 3\n",
		"plan.yaml:2:2: error[yaml-syntax]: 方括号里应有“,”或“]”\n"
		"    2 | b: 3\n"
		"         ^\n"
		"plan.yaml:1:4: note: 括号从这里开始\n"
		"    1 | a: [1, 2\n"
		"           ^\n"
		"        提示：文字以 [ 开头时请加引号；文号用六角括号〔〕\n");
	assert_reports("a: [甲", "plan.yaml:1:6: error[yaml-syntax]\n");
	assert_reports("a: {b: 1\nc: 2\n",
		"plan.yaml:2:2: error[yaml-syntax]: 花括号里应有“,”或“}”\n");
}

static void things_out_of_line_are_told_so(void **state)
{
	(void)state;
	assert_reports("a:\n  b: 1\n c: 2\n",
		"plan.yaml:3:2: error[yaml-syntax]: 此处应是一个键，缩进与上文不一致\n");
	assert_reports("- a\nb: 1\n",
		"plan.yaml:2:1: error[yaml-syntax]: 此处应以“- ”开始一项\n");
	assert_reports("a: - b\n",
		"plan.yaml:1:4: error[yaml-syntax]: 此处不能开始列表的一项\n");
	assert_reports("a: b\n- c\n", "plan.yaml:2:1: error[yaml-syntax]\n");
	assert_reports("a: 1\n...\nb: 2\n",
		"plan.yaml:3:1: error[yaml-syntax]: 此处已在内容之外\n");
	assert_reports("a: ]\n", "plan.yaml:1:4: error[yaml-syntax]: 此处应有一个值\n");
}

static void a_backslash_in_double_quotes_must_be_an_escape(void **state)
{
	(void)state;
	const char *message =
		"plan.yaml:1:5: error[yaml-syntax]: 双引号里的反斜杠用法不对\n";
	assert_reports("a: \"\\d\"\n", message);
	assert_reports("a: \"\\xZZ\"\n", "plan.yaml:1:7: error[yaml-syntax]\n");
	assert_reports("a: \"\\uD800\"\n",
		"plan.yaml:1:7: error[yaml-syntax]: 没有这个编码的字符\n");
}

static void what_has_no_words_of_ours_is_passed_on(void **state)
{
	(void)state;
	assert_reports("a: |0\n 甲\n",
		"plan.yaml:1:5: error[yaml-syntax]: YAML 语法错误："
		"found an indentation indicator equal to 0\n");
}

static void faults_before_the_stop_are_reported_too(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_null(read_text(&bench, "a: 1\na: 2\nb: \a\nc: [1\n"));
	bench_expect(&bench, "plan.yaml:2:1: error[key-duplicate]\n"
			     "plan.yaml:3:4: error[character-refused]\n"
			     "plan.yaml:5:1: error[yaml-syntax]\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_INPUT);
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_width_colon_is_found_on_its_own_line),
		cmocka_unit_test(a_colon_without_a_space_is_found_on_its_own_line),
		cmocka_unit_test(a_key_that_goes_on_from_text_is_told_so),
		cmocka_unit_test(a_colon_in_the_text_asks_for_quotes),
		cmocka_unit_test(a_tab_cannot_indent),
		cmocka_unit_test(signs_that_begin_a_text_ask_for_quotes),
		cmocka_unit_test(text_after_a_closed_bracket_or_quote_is_told_so),
		cmocka_unit_test(what_is_left_open_is_shown_where_it_begins),
		cmocka_unit_test(things_out_of_line_are_told_so),
		cmocka_unit_test(a_backslash_in_double_quotes_must_be_an_escape),
		cmocka_unit_test(what_has_no_words_of_ours_is_passed_on),
		cmocka_unit_test(faults_before_the_stop_are_reported_too),
	};
	return cmocka_run_group_tests_name("yaml_syntax", tests, NULL, NULL);
}
