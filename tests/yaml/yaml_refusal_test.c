/* What a plan may not contain: each refusal with its code and place. */
#include "reading.h"

static void a_duplicate_key_is_reported_with_both_places(void **state)
{
	(void)state;
	assert_human("年度: 2017\n单位: 局\n年度: 2018\n",
		"plan.yaml:3:1: error[key-duplicate]: 键“年度”重复\n"
		"    3 | 年度: 2018\n"
		"        ^\n"
		"plan.yaml:1:1: note: 第一次写在这里\n"
		"    1 | 年度: 2017\n"
		"        ^\n");
	assert_reports("{a: 1, 'a': 2, \"\\x61\": 3}",
		"plan.yaml:1:8: error[key-duplicate]\n"
		"plan.yaml:1:16: error[key-duplicate]\n");
	assert_tree("a: {k: 1}\nb: {k: 2}\n", "1:1 {}\n"
					      "1:4   a: {}\n"
					      "1:8     k: 1\n"
					      "2:4   b: {}\n"
					      "2:8     k: 2\n");
}

static void of_two_equal_keys_the_first_holds(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *root = read_text(&bench, "a: 1\na: {b: 2}\nc: 3\n");
	assert_string_equal(dumped(&bench, root), "1:1 {}\n1:4   a: 1\n3:4   c: 3\n");
	bench_end(&bench);
}

static void anchors_aliases_and_merge_keys_are_refused(void **state)
{
	(void)state;
	assert_reports("a: &x 1\nb: *x\nc:\n  <<: {d: 1}\n",
		"plan.yaml:1:4: error[yaml-refused]: 不支持锚点（&名字）\n"
		"plan.yaml:2:4: error[yaml-refused]: 不支持引用（*名字）\n"
		"plan.yaml:4:3: error[yaml-refused]: 不支持合并键“<<”\n");
	assert_reports("&a [1]", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("&a {b: 1}", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("*a : 1", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("'<<': 1\n", "");
}

static void tags_are_refused(void **state)
{
	(void)state;
	assert_reports("a: !!str 1\nb: !!python/object:os.system x\nc: !自 1\n",
		"plan.yaml:1:4: error[yaml-refused]: 不支持类型标签（!名字）\n"
		"plan.yaml:2:4: error[yaml-refused]: 不支持类型标签（!名字）\n"
		"plan.yaml:3:4: error[yaml-syntax]: 此处的 ! 不能开始一个值\n");
	assert_reports("!a [1]", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("!a {b: 1}", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("! a", "plan.yaml:1:1: error[yaml-refused]\n");
	assert_reports("%TAG !e! tag:e,2000:\n---\na: 1\n",
		"plan.yaml:1:1: error[yaml-refused]: 不支持%TAG 指令\n");
}

static void a_second_document_is_refused(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *root = read_text(&bench, "a: 1\n---\nb: 2\n");
	assert_string_equal(dumped(&bench, root), "1:1 {}\n1:4   a: 1\n");
	bench_expect(&bench, "plan.yaml:2:1: error[yaml-refused]: "
			     "不支持一个文件里的第二份文档（---）\n");
	bench_end(&bench);
}

static void a_key_that_is_no_text_is_refused(void **state)
{
	(void)state;
	assert_reports("? [a]\n: 1\n? {b: 2}\n: 3\n",
		"plan.yaml:1:3: error[yaml-key]: 键应是文字，此处是列表\n"
		"plan.yaml:3:3: error[yaml-key]: 键应是文字，此处是键值组\n");
	assert_reports("{[a]: 1}", "plan.yaml:1:2: error[yaml-key]\n");
}

static void control_characters_are_refused_at_their_place(void **state)
{
	(void)state;
	assert_human("单位: 绍\x1B兴\n",
		"plan.yaml:1:6: error[character-refused]: "
		"不能使用的字符 U+001B（控制、方向或分行字符）\n"
		"    1 | 单位: 绍�兴\n"
		"                ^\n"
		"        提示：请删去这个看不见的字符后重新输入\n");
	assert_reports("a: \a\x7F\n", "plan.yaml:1:4: error[character-refused]\n"
				      "plan.yaml:1:5: error[character-refused]\n");
	assert_reports("a: 1\f\v\nb: 2\n", "plan.yaml:1:5: error[character-refused]\n"
					   "plan.yaml:1:6: error[character-refused]\n");
	assert_reports("a: 甲\xC2\x80乙\xC2\x9B\n",
		"plan.yaml:1:5: error[character-refused]\n"
		"plan.yaml:1:7: error[character-refused]\n");
}

static void nul_is_refused_like_any_other_control(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	static const char bytes[] = "# 一个文件中间的零字节\na: 1\0002\n";
	read_bytes(&bench, bytes, sizeof bytes - 1);
	bench_expect(&bench, "plan.yaml:2:5: error[character-refused]\n");
	bench_end(&bench);
}

static void direction_and_line_separator_characters_are_refused(void **state)
{
	(void)state;
	static const char *const characters[] = {"\u200E", "\u200F", "\u061C", "\u202A",
		"\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
		"\u2069", "\u2028", "\u2029", "\xC2\x85", "\uFFFE", "\uFFFF", "\uFDD0",
		"\U0001FFFF", "\U0010FFFF"};
	for (size_t i = 0; i < G_N_ELEMENTS(characters); i++) {
		char *text =
			g_strconcat("a: 甲\nb: 乙", characters[i], "丙\nc: 丁\n", NULL);
		char *expected =
			g_strdup_printf("plan.yaml:2:5: error[character-refused]: "
					"不能使用的字符 U+%04X（控制、方向或分行字符）\n",
				g_utf8_get_char(characters[i]));
		assert_reports(text, expected);
		g_free(expected);
		g_free(text);
	}
}

static void refused_characters_hide_in_escapes_as_well(void **state)
{
	(void)state;
	static const char *const escapes[] = {"\\0", "\\a", "\\e", "\\r", "\\x1B",
		"\\u202E", "\\L", "\\P", "\\N", "\\uFEFF", "\\uFFFF", "\\U0010FFFF"};
	for (size_t i = 0; i < G_N_ELEMENTS(escapes); i++) {
		char *text = g_strconcat("a: 1\nb: \"甲", escapes[i], "乙\"\n", NULL);
		assert_reports(text, "plan.yaml:2:6: error[character-refused]\n");
		g_free(text);
	}
	assert_reports("\"\\0\\0\": 1\n", "plan.yaml:1:2: error[character-refused]\n");
	assert_reports("a: \"\\t\\n\\u3000\\_\\/\"\n", "");
}

static void a_byte_order_mark_in_the_middle_is_refused(void **state)
{
	(void)state;
	assert_reports(
		"\uFEFFa: 1\n\uFEFFb: 2\n", "plan.yaml:2:1: error[character-refused]\n");
	assert_reports("\uFEFF\uFEFFa: 1\n", "plan.yaml:1:1: error[character-refused]\n");
}

static void a_carriage_return_alone_is_refused(void **state)
{
	(void)state;
	assert_reports("a: 甲\r乙\r\nb: 2\n",
		"plan.yaml:1:5: error[character-refused]: "
		"单独的回车符 U+000D；换行应为 LF 或 CR LF\n");
	assert_reports("a: 1\r\nb: 2\r\n", "");
}

static void many_refused_characters_are_counted(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	char text[203] = "a: ";
	memset(text + 3, '\a', 199);
	read_text(&bench, text);
	assert_int_equal(diagnostics_count(bench.diagnostics), 21);
	assert_non_null(strstr(bench_printed(&bench, DIAGNOSTIC_SHORT),
		"plan.yaml: error[character-refused]: 另有 179 处不能使用的字符\n"));
	bench_end(&bench);
}

static void assert_encoded(const char *text, const char *encoding, const char *expected)
{
	struct bench bench = bench_begin();
	gsize length = 0;
	char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &length, NULL);
	assert_non_null(bytes);
	assert_null(read_bytes(&bench, bytes, length));
	assert_string_equal(bench_printed(&bench, DIAGNOSTIC_HUMAN), expected);
	g_free(bytes);
	bench_end(&bench);
}

static void a_file_in_gbk_is_recognised(void **state)
{
	(void)state;
	assert_encoded("# plan\nab: 绍\n", "GBK",
		"plan.yaml:2:5: error[encoding-refused]: "
		"此处不是 UTF-8；文件似为 GBK/GB18030 编码\n"
		"    2 | ab: ��\n"
		"            ^\n"
		"        提示：请在编辑器里选“另存为”，编码选 UTF-8\n");
}

static void a_file_in_utf_16_is_recognised(void **state)
{
	(void)state;
	static const char *const encodings[] = {"UTF-16", "UTF-16LE", "UTF-16BE"};
	for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
		assert_encoded("年度: 2017\n单位: 绍兴\n", encodings[i],
			"plan.yaml: error[encoding-refused]: 文件是 UTF-16 编码，应为 "
			"UTF-8\n"
			"        提示：请在编辑器里选“另存为”，编码选 UTF-8\n");
	}
}

static void bytes_that_are_no_text_are_refused(void **state)
{
	(void)state;
	static const char *const bytes[] = {"a: 1\nb: \xFF\xFF\n", "a: 1\nb: \xC3\x28\n",
		"a: 1\nb: \xED\xA0\x80\n", "a: 1\nb: \xC0\xAF\n",
		"a: 1\nb: \xF4\x90\x80\x80\n", "a: 1\nb: \xE7\xBB"};
	for (size_t i = 0; i < G_N_ELEMENTS(bytes); i++) {
		assert_reports(bytes[i], "plan.yaml:2:4: error[encoding-refused]\n");
	}
}

static void an_empty_file_has_no_plan(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "\n\n", "# 只有说明\n", "\uFEFF", "  \n"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		assert_reports(
			texts[i], "plan.yaml: error[yaml-empty]: 文件里没有内容\n");
	}
}

static void several_faults_are_reported_in_one_run(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *root = read_text(&bench, "a: &x 1\n"
							 "b: 甲\u202E\n"
							 "a: 2\n"
							 "c: {d: !t 1, d: 2}\n"
							 "e: \"\\0\"\n"
							 "f: 好\n");
	bench_expect(&bench, "plan.yaml:1:4: error[yaml-refused]\n"
			     "plan.yaml:2:5: error[character-refused]\n"
			     "plan.yaml:3:1: error[key-duplicate]\n"
			     "plan.yaml:4:8: error[yaml-refused]\n"
			     "plan.yaml:4:14: error[key-duplicate]\n"
			     "plan.yaml:5:5: error[character-refused]\n");
	assert_string_equal(yaml_text(yaml_get(root, "f")), "好");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_duplicate_key_is_reported_with_both_places),
		cmocka_unit_test(of_two_equal_keys_the_first_holds),
		cmocka_unit_test(anchors_aliases_and_merge_keys_are_refused),
		cmocka_unit_test(tags_are_refused),
		cmocka_unit_test(a_second_document_is_refused),
		cmocka_unit_test(a_key_that_is_no_text_is_refused),
		cmocka_unit_test(control_characters_are_refused_at_their_place),
		cmocka_unit_test(nul_is_refused_like_any_other_control),
		cmocka_unit_test(direction_and_line_separator_characters_are_refused),
		cmocka_unit_test(refused_characters_hide_in_escapes_as_well),
		cmocka_unit_test(a_byte_order_mark_in_the_middle_is_refused),
		cmocka_unit_test(a_carriage_return_alone_is_refused),
		cmocka_unit_test(many_refused_characters_are_counted),
		cmocka_unit_test(a_file_in_gbk_is_recognised),
		cmocka_unit_test(a_file_in_utf_16_is_recognised),
		cmocka_unit_test(bytes_that_are_no_text_are_refused),
		cmocka_unit_test(an_empty_file_has_no_plan),
		cmocka_unit_test(several_faults_are_reported_in_one_run),
	};
	return cmocka_run_group_tests_name("yaml_refusal", tests, NULL, NULL);
}
