#include "reading.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void a_plan_is_read_with_the_places_of_its_values(void **state)
{
	(void)state;
	assert_tree("单位: {全称: 绍兴市, 简称: '市'}\n"
		    "年度: 2017\n"
		    "指标:\n"
		    "  - 名称: 参观\n"
		    "    值: \"≥ 3\"\n"
		    "  - 无\n",
		"1:1 {}\n"
		"1:5   单位: {}\n"
		"1:10     全称: 绍兴市\n"
		"1:19     简称: '市\n"
		"2:5   年度: 2017\n"
		"4:3   指标: []\n"
		"4:5     - {}\n"
		"4:9       名称: 参观\n"
		"5:8       值: '≥ 3\n"
		"6:5     - 无\n");
}

static void nothing_is_typed(void **state)
{
	(void)state;
	assert_tree("- NO\n- 012\n- 1:30\n- 1_000\n- ~\n- null\n- 1e3\n- 0x1F\n- "
		    "2017-01-01\n",
		"1:1 []\n"
		"1:3   - NO\n"
		"2:3   - 012\n"
		"3:3   - 1:30\n"
		"4:3   - 1_000\n"
		"5:3   - ~\n"
		"6:3   - null\n"
		"7:3   - 1e3\n"
		"8:3   - 0x1F\n"
		"9:3   - 2017-01-01\n");
}

static void blocks_keep_or_fold_their_lines(void **state)
{
	(void)state;
	assert_tree(
		"a: |\n  一\n  二\n\n   三\nb: >-\n  四\n  五\n\n  六\nc: |+\n  七\n\n",
		"1:1 {}\n"
		"1:4   a: |一\\n二\\n\\n 三\\n\n"
		"6:4   b: |四五\\n六\n"
		"11:4   c: |七\\n\\n\n");
}

static void plain_text_may_go_on_in_the_next_line(void **state)
{
	(void)state;
	assert_tree("正文: 一\n  二\n\n  三\n后: x\n", "1:1 {}\n"
						       "1:5   正文: 一二\\n三\n"
						       "5:4   后: x\n");
}

static void a_key_without_value_has_an_empty_one(void **state)
{
	(void)state;
	assert_tree("a:\nb: ''\nc: []\nd: {}\n", "1:1 {}\n"
						 "1:3   a: \n"
						 "2:4   b: '\n"
						 "3:4   c: []\n"
						 "4:4   d: {}\n");
}

static void comments_and_a_first_document_mark_say_nothing(void **state)
{
	(void)state;
	assert_tree(
		"%YAML 1.2\n# 说明\n---\na: 1 # 注\n...\n# 完\n", "4:1 {}\n4:4   a: 1\n");
}

static void a_byte_order_mark_moves_no_place(void **state)
{
	(void)state;
	assert_tree("\uFEFF年: 1\n月: 2\n", "1:1 {}\n1:4   年: 1\n2:4   月: 2\n");
}

static void lines_may_end_with_cr_lf(void **state)
{
	(void)state;
	assert_tree("a: 1\r\nb: |\r\n  甲\r\n  乙\r\nc: 3\r\n", "1:1 {}\n"
								"1:4   a: 1\n"
								"2:4   b: |甲\\n乙\\n\n"
								"5:4   c: 3\n");
}

static void a_scalar_or_a_list_may_be_the_whole_file(void **state)
{
	(void)state;
	assert_tree("只有文字", "1:1 只有文字\n");
	assert_tree("- 甲\n- - 乙\n", "1:1 []\n1:3   - 甲\n2:3   - []\n2:5     - 乙\n");
}

static void tabs_and_rare_characters_are_text(void **state)
{
	(void)state;
	assert_tree("a: 甲\t乙\nb: 𬌗\U000E0100\u3000x\n",
		"1:1 {}\n1:4   a: 甲\\t乙\n2:4   b: 𬌗\U000E0100\u3000x\n");
}

static void values_are_found_by_their_keys(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *root =
		read_text(&bench, "年度: 2017\n列: [x]\n空:\n引: ''\n");
	assert_string_equal(yaml_text(yaml_get(root, "年度")), "2017");
	assert_null(yaml_get(root, "年"));
	assert_null(yaml_get(yaml_get(root, "列"), "x"));
	assert_null(yaml_get(NULL, "x"));
	assert_null(yaml_text(yaml_get(root, "列")));
	assert_null(yaml_text(NULL));
	assert_true(yaml_is_blank(yaml_get(root, "空")));
	assert_false(yaml_is_blank(yaml_get(root, "引")));
	assert_false(yaml_is_blank(yaml_get(root, "列")));
	assert_false(yaml_is_blank(NULL));
	bench_end(&bench);
}

static void a_file_is_read_under_the_name_that_is_shown(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	char *path = g_build_filename(g_get_tmp_dir(), "jixiao-yaml-XXXXXX", NULL);
	int descriptor = g_mkstemp(path);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, "a: 1\na: 2\n", 10), 10);
	close(descriptor);
	const struct yaml_node *root = yaml_read_file(
		bench.arena, path, "计划.yaml", &bench.limits, bench.diagnostics);
	assert_string_equal(dumped(&bench, root), "1:1 {}\n1:4   a: 1\n");
	bench_expect(&bench, "计划.yaml:2:1: error[key-duplicate]: 键“a”重复\n");
	unlink(path);
	g_free(path);
	bench_end(&bench);
}

static void assert_file_fault(const char *path, const char *expected, int status)
{
	struct bench bench = bench_begin();
	assert_null(yaml_read_file(
		bench.arena, path, "计划.yaml", &bench.limits, bench.diagnostics));
	bench_expect(&bench, expected);
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), status);
	bench_end(&bench);
}

static void a_file_that_cannot_be_read_is_named_with_the_cause(void **state)
{
	(void)state;
	assert_file_fault("/nowhere/plan.yaml",
		"jixiao: error[file-unreadable]: 不能读 "
		"计划.yaml：没有这个文件或文件夹\n",
		FAULT_SYSTEM);
	assert_file_fault(g_get_tmp_dir(),
		"jixiao: error[file-unreadable]: 不能读 计划.yaml：这是一个文件夹\n",
		FAULT_SYSTEM);
	assert_file_fault("/dev/null",
		"jixiao: error[file-unreadable]: 不能读 计划.yaml：不是普通文件\n",
		FAULT_SYSTEM);
}

static void a_pipe_is_refused_and_not_waited_for(void **state)
{
	(void)state;
	char *path = g_strdup_printf("%s/jixiao-pipe-%d", g_get_tmp_dir(), (int)getpid());
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_file_fault(path,
		"jixiao: error[file-unreadable]: 不能读 计划.yaml：不是普通文件\n",
		FAULT_SYSTEM);
	unlink(path);
	g_free(path);
}

static void a_file_beyond_the_limit_is_not_read(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.file_bytes = 9;
	char *path =
		g_strdup_printf("%s/jixiao-large-%d", g_get_tmp_dir(), (int)getpid());
	assert_true(g_file_set_contents(path, "a: 345678", 9, NULL));
	assert_non_null(
		yaml_read_file(bench.arena, path, "p", &bench.limits, bench.diagnostics));
	bench_expect(&bench, "");
	assert_true(g_file_set_contents(path, "a: 3456789", 10, NULL));
	assert_null(
		yaml_read_file(bench.arena, path, "p", &bench.limits, bench.diagnostics));
	bench_expect(&bench, "jixiao: error[limit-file-bytes]: p 超过 9 字节\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	unlink(path);
	g_free(path);
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plan_is_read_with_the_places_of_its_values),
		cmocka_unit_test(nothing_is_typed),
		cmocka_unit_test(blocks_keep_or_fold_their_lines),
		cmocka_unit_test(plain_text_may_go_on_in_the_next_line),
		cmocka_unit_test(a_key_without_value_has_an_empty_one),
		cmocka_unit_test(comments_and_a_first_document_mark_say_nothing),
		cmocka_unit_test(a_byte_order_mark_moves_no_place),
		cmocka_unit_test(lines_may_end_with_cr_lf),
		cmocka_unit_test(a_scalar_or_a_list_may_be_the_whole_file),
		cmocka_unit_test(tabs_and_rare_characters_are_text),
		cmocka_unit_test(values_are_found_by_their_keys),
		cmocka_unit_test(a_file_is_read_under_the_name_that_is_shown),
		cmocka_unit_test(a_file_that_cannot_be_read_is_named_with_the_cause),
		cmocka_unit_test(a_pipe_is_refused_and_not_waited_for),
		cmocka_unit_test(a_file_beyond_the_limit_is_not_read),
	};
	return cmocka_run_group_tests_name("yaml_tree", tests, NULL, NULL);
}
