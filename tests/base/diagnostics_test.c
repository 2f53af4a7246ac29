#include "support/cases.h"

#include <errno.h>
#include <locale.h>

static void assert_printed(
	struct bench *bench, enum diagnostic_style style, const char *expected)
{
	assert_string_equal(bench_printed(bench, style), expected);
}

static void a_caret_stands_under_the_chinese_character(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "单位: 局\n年渡: 2017\n");
	diagnostics_error(bench.diagnostics, source_place(source, 15), "key-unknown",
		"未知的键“%s”", "年渡");
	diagnostics_hint(bench.diagnostics, "是否要写“年度”");
	assert_printed(&bench, DIAGNOSTIC_HUMAN,
		"plan.yaml:2:2: error[key-unknown]: 未知的键“年渡”\n"
		"    2 | 年渡: 2017\n"
		"          ^\n"
		"        提示：是否要写“年度”\n");
	bench_end(&bench);
}

static void a_tab_is_one_cell_wide(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "甲\t乙\tx");
	diagnostics_warning(bench.diagnostics, source_place(source, 8), "c", "m");
	assert_printed(&bench, DIAGNOSTIC_HUMAN,
		"plan.yaml:1:5: warning[c]: m\n"
		"    1 | 甲 乙 x\n"
		"              ^\n");
	bench_end(&bench);
}

static void marks_without_width_move_no_caret(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "e\u0301x");
	diagnostics_warning(bench.diagnostics, source_place(source, 3), "c", "m");
	assert_printed(&bench, DIAGNOSTIC_HUMAN,
		"plan.yaml:1:3: warning[c]: m\n"
		"    1 | e\u0301x\n"
		"         ^\n");
	bench_end(&bench);
}

static void a_caret_may_stand_after_the_line(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "甲\r\n\r\n");
	diagnostics_error(bench.diagnostics, (struct place){source, 1, 2}, "c", "m");
	diagnostics_error(bench.diagnostics, (struct place){source, 2, 1}, "c", "m");
	assert_printed(&bench, DIAGNOSTIC_HUMAN,
		"plan.yaml:1:2: error[c]: m\n"
		"    1 | 甲\n"
		"          ^\n"
		"plan.yaml:2:1: error[c]: m\n"
		"    2 | \n"
		"        ^\n");
	bench_end(&bench);
}

static void the_related_place_is_shown_with_its_line(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "a: 1\nb: 2\na: 3\n");
	diagnostics_error(bench.diagnostics, source_place(source, 10), "c", "m");
	diagnostics_related(bench.diagnostics, source_place(source, 0), "第%d次", 1);
	diagnostics_hint(bench.diagnostics, "h");
	assert_printed(&bench, DIAGNOSTIC_HUMAN,
		"plan.yaml:3:1: error[c]: m\n"
		"    3 | a: 3\n"
		"        ^\n"
		"plan.yaml:1:1: note: 第1次\n"
		"    1 | a: 1\n"
		"        ^\n"
		"        提示：h\n");
	bench_end(&bench);
}

static void the_short_form_is_a_line_each(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "甲乙\n");
	diagnostics_error(bench.diagnostics, source_place(source, 3), "a", "一");
	diagnostics_hint(bench.diagnostics, "h");
	diagnostics_related(bench.diagnostics, source_place(source, 0), "r");
	diagnostics_warning(bench.diagnostics, source_whole(source), "b", "二");
	diagnostics_fault(bench.diagnostics, FAULT_SYSTEM, "c", "三");
	assert_printed(&bench, DIAGNOSTIC_SHORT,
		"plan.yaml: warning[b]: 二\n"
		"plan.yaml:1:2: error[a]: 一\n"
		"jixiao: error[c]: 三\n");
	bench_end(&bench);
}

static void the_json_form_has_every_member_that_there_is(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "甲乙\n");
	diagnostics_error(bench.diagnostics, source_place(source, 3), "a", "“一”\"\\");
	diagnostics_hint(bench.diagnostics, "h");
	diagnostics_related(bench.diagnostics, source_place(source, 0), "r");
	diagnostics_fault(bench.diagnostics, FAULT_SYSTEM, "c", "三");
	assert_printed(&bench, DIAGNOSTIC_JSON,
		"[{\"severity\": \"error\", \"code\": \"a\", \"file\": \"plan.yaml\", "
		"\"line\": 1, \"column\": 2, \"message\": \"“一”\\\"\\\\\", \"hint\": "
		"\"h\", "
		"\"related_file\": \"plan.yaml\", \"related_line\": 1, "
		"\"related_column\": 1, "
		"\"related_message\": \"r\"},\n"
		" {\"severity\": \"error\", \"code\": \"c\", \"message\": \"三\"}]\n");
	bench_end(&bench);
}

static void nothing_to_report_prints_nothing(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_printed(&bench, DIAGNOSTIC_HUMAN, "");
	assert_printed(&bench, DIAGNOSTIC_SHORT, "");
	assert_printed(&bench, DIAGNOSTIC_JSON, "[]\n");
	bench_end(&bench);
	diagnostics_destroy(NULL);
}

/* Escape sequences, C1 controls, direction overrides, line separators, bytes that are no
 * UTF-8: in the path, the line, the message, the hint and the related message. */
static void control_characters_never_reach_the_terminal(void **state)
{
	(void)state;
	const char *const hostile[] = {"\x1B[31m", "\a", "\b", "\r", "\n", "\xC2\x9B",
		"\u202E", "\u2066", "\u2028", "\u200F", "\x7F", "\xFF", "\xC3", "\u200B",
		"\U000E0001"};
	for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
		for (int style = DIAGNOSTIC_HUMAN; style <= DIAGNOSTIC_JSON; style++) {
			struct bench bench = bench_begin();
			const char *text =
				arena_printf(bench.arena, "甲%s乙", hostile[i]);
			const struct source *source =
				source_create(bench.arena, text, text, strlen(text));
			diagnostics_error(bench.diagnostics, source_place(source, 0), "c",
				"%s", text);
			diagnostics_hint(bench.diagnostics, "%s", text);
			diagnostics_related(
				bench.diagnostics, source_place(source, 0), "%s", text);
			const char *printed =
				bench_printed(&bench, (enum diagnostic_style)style);
			assert_true(g_utf8_validate(printed, -1, NULL));
			if (strcmp(hostile[i], "\n") != 0) {
				assert_null(strstr(printed, hostile[i]));
			}
			assert_null(strstr(printed, "甲\n乙"));
			bench_end(&bench);
		}
	}
}

static void what_cannot_be_shown_is_replaced_or_escaped(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	diagnostics_fault(bench.diagnostics, FAULT_INPUT, "c",
		"a\x1B\u202E\xFF\xC2\x9B\U000E0001\tz");
	assert_printed(&bench, DIAGNOSTIC_SHORT, "jixiao: error[c]: a����� z\n");
	assert_printed(&bench, DIAGNOSTIC_JSON,
		"[{\"severity\": \"error\", \"code\": \"c\", \"message\": "
		"\"a\\u001b\\u202e�\\u009b\\udb40\\udc01\\u0009z\"}]\n");
	bench_end(&bench);
}

/* The cells before the caret and what stands above it, as a terminal shows them. */
static void assert_caret_under(struct bench *bench, const char *character)
{
	char **lines = g_strsplit(bench_printed(bench, DIAGNOSTIC_HUMAN), "\n", -1);
	size_t caret = strspn(lines[2], " ");
	assert_string_equal(lines[2] + caret, "^");
	size_t cells = 0;
	const char *at = lines[1];
	for (; *at && cells < caret; at = g_utf8_next_char(at)) {
		cells += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
	}
	assert_int_equal(cells, caret);
	assert_true(g_str_has_prefix(at, character));
	for (; *at; at = g_utf8_next_char(at)) {
		cells += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
	}
	assert_true(cells <= 8 + 2 + 100 + 1 + 2);
	g_strfreev(lines);
}

static void a_long_line_is_cut_around_its_caret(void **state)
{
	(void)state;
	for (int column = 1; column <= 1001; column += 50) {
		struct bench bench = bench_begin();
		GString *line = arena_text(bench.arena);
		for (int i = 1; i <= 1001; i++) {
			g_string_append(line, i == column ? "★" : i % 3 ? "甲" : "x");
		}
		const struct source *source = bench_source(&bench, line->str);
		diagnostics_error(
			bench.diagnostics, (struct place){source, 1, column}, "c", "m");
		assert_caret_under(&bench, "★");
		assert_true((strstr(bench_printed(&bench, DIAGNOSTIC_HUMAN), "| …") !=
				    NULL) == (column > 50));
		bench_end(&bench);
	}
}

static void a_caret_is_right_under_every_character_of_any_line(void **state)
{
	(void)state;
	static const char *const pieces[] = {
		"a", "单", "①", "、", "“", "\t", " ", "ａ", "é"};
	struct random random = random_begin();
	for (int round = 0; round < 500; round++) {
		struct bench bench = bench_begin();
		GString *line = arena_text(bench.arena);
		size_t count = 1 + random_below(&random, 200);
		size_t marked = random_below(&random, count);
		for (size_t i = 0; i < count; i++) {
			g_string_append(
				line, i == marked ? "★" : random_of(&random, pieces));
		}
		const struct source *source = bench_source(&bench, line->str);
		diagnostics_error(bench.diagnostics,
			(struct place){source, 1, (int)marked + 1}, "c", "m");
		assert_caret_under(&bench, "★");
		bench_end(&bench);
	}
}

static void a_repeated_report_is_printed_once(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "ab");
	for (int i = 0; i < 3; i++) {
		diagnostics_error(bench.diagnostics, source_place(source, 0), "c", "m");
		diagnostics_hint(bench.diagnostics, "提示%d", i);
	}
	assert_int_equal(diagnostics_count(bench.diagnostics), 1);
	assert_string_equal(diagnostics_get(bench.diagnostics, 0)->hint, "提示0");
	diagnostics_error(bench.diagnostics, source_place(source, 1), "c", "m");
	diagnostics_error(bench.diagnostics, source_place(source, 0), "d", "m");
	diagnostics_error(bench.diagnostics, source_place(source, 0), "c", "n");
	bench_expect(&bench, "plan.yaml:1:1: error[c]: m\n"
			     "plan.yaml:1:1: error[d]: m\n"
			     "plan.yaml:1:1: error[c]: n\n"
			     "plan.yaml:1:2: error[c]: m\n");
	bench_end(&bench);
}

static void texts_are_copied(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	char text[] = "甲";
	diagnostics_fault(bench.diagnostics, FAULT_SYSTEM, "c", "%s", text);
	memset(text, 'x', 3);
	bench_expect(&bench, "jixiao: error[c]: 甲\n");
	bench_end(&bench);
}

static void a_hint_without_a_report(void)
{
	diagnostics_hint(diagnostics_create(), "h");
}

static void a_hint_without_a_report_is_our_own_fault(void **state)
{
	(void)state;
	assert_true(case_aborts(a_hint_without_a_report));
}

static void the_exit_status_is_that_of_the_least_expected_fault(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	struct diagnostics *diagnostics = bench.diagnostics;
	struct place nowhere = {0};
	assert_int_equal(diagnostics_exit_status(diagnostics, true), 0);
	diagnostics_note(diagnostics, nowhere, "c", "0");
	assert_int_equal(diagnostics_exit_status(diagnostics, true), 0);
	diagnostics_warning(diagnostics, nowhere, "c", "1");
	assert_int_equal(diagnostics_exit_status(diagnostics, false), 0);
	assert_int_equal(diagnostics_exit_status(diagnostics, true), 3);
	assert_false(diagnostics_failed(diagnostics));
	diagnostics_error(diagnostics, nowhere, "c", "2");
	assert_true(diagnostics_failed(diagnostics));
	assert_int_equal(diagnostics_exit_status(diagnostics, true), 1);
	diagnostics_fault(diagnostics, FAULT_RESOURCE, "c", "3");
	assert_int_equal(diagnostics_exit_status(diagnostics, false), 4);
	diagnostics_limit(diagnostics, nowhere, "c", "4");
	assert_int_equal(diagnostics_exit_status(diagnostics, false), 5);
	diagnostics_fault(diagnostics, FAULT_INTERNAL, "c", "5");
	assert_int_equal(diagnostics_exit_status(diagnostics, false), 70);
	diagnostics_fault(diagnostics, FAULT_SYSTEM, "c", "6");
	assert_int_equal(diagnostics_exit_status(diagnostics, false), 74);
	assert_int_equal(diagnostics_count_of(diagnostics, SEVERITY_NOTE), 1);
	assert_int_equal(diagnostics_count_of(diagnostics, SEVERITY_WARNING), 1);
	assert_int_equal(diagnostics_count_of(diagnostics, SEVERITY_ERROR), 5);
	bench_end(&bench);
}

static void the_system_speaks_chinese_in_every_locale(void **state)
{
	(void)state;
	const char *const locales[] = {"C", "C.UTF-8", "POSIX"};
	for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
		setlocale(LC_ALL, locales[i]);
		assert_string_equal(
			diagnostics_system_text(ENOENT), "没有这个文件或文件夹");
		assert_string_equal(diagnostics_system_text(ENOSPC), "磁盘空间不足");
		assert_true(g_utf8_validate(diagnostics_system_text(EXDEV), -1, NULL));
		assert_true(strlen(diagnostics_system_text(9999)) > 0);
	}
}

static void a_limit_says_how_to_raise_it(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct place nowhere = {0};
	diagnostics_limit(bench.diagnostics, nowhere, "limit-rows", "太多");
	diagnostics_fault(bench.diagnostics, FAULT_LIMIT, "limit-pages", "太长");
	diagnostics_limit(bench.diagnostics, nowhere, "limit-faults", "太乱");
	diagnostics_error(bench.diagnostics, nowhere, "rows", "不是限额");
	static const char *const hints[] = {
		"确有需要时可加 --limit rows=N，N 是新的限额",
		"确有需要时可加 --limit pages=N，N 是新的限额",
	};
	for (guint i = 0; i < 4; i++) {
		const char *hint = diagnostics_get(bench.diagnostics, i)->hint;
		if (i < G_N_ELEMENTS(hints)) {
			assert_string_equal(hint, hints[i]);
		} else {
			assert_null(hint);
		}
	}
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_limit_says_how_to_raise_it),
		cmocka_unit_test(a_caret_stands_under_the_chinese_character),
		cmocka_unit_test(a_tab_is_one_cell_wide),
		cmocka_unit_test(marks_without_width_move_no_caret),
		cmocka_unit_test(a_caret_may_stand_after_the_line),
		cmocka_unit_test(the_related_place_is_shown_with_its_line),
		cmocka_unit_test(the_short_form_is_a_line_each),
		cmocka_unit_test(the_json_form_has_every_member_that_there_is),
		cmocka_unit_test(nothing_to_report_prints_nothing),
		cmocka_unit_test(control_characters_never_reach_the_terminal),
		cmocka_unit_test(what_cannot_be_shown_is_replaced_or_escaped),
		cmocka_unit_test(a_long_line_is_cut_around_its_caret),
		cmocka_unit_test(a_caret_is_right_under_every_character_of_any_line),
		cmocka_unit_test(a_repeated_report_is_printed_once),
		cmocka_unit_test(texts_are_copied),
		cmocka_unit_test(a_hint_without_a_report_is_our_own_fault),
		cmocka_unit_test(the_exit_status_is_that_of_the_least_expected_fault),
		cmocka_unit_test(the_system_speaks_chinese_in_every_locale),
	};
	return cmocka_run_group_tests_name("diagnostics", tests, NULL, NULL);
}
