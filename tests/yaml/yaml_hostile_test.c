/* Limits, and files made to hurt: each ends soon, with a report or a tree. */
#include "reading.h"

#include <time.h>

static const char *repeated(struct bench *bench, const char *piece, size_t count)
{
	GString *text = arena_text(bench->arena);
	for (size_t i = 0; i < count; i++) {
		g_string_append(text, piece);
	}
	return text->str;
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void nesting_ends_at_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.depth = 3;
	assert_non_null(read_text(&bench, "[[[甲]], {a: [b]}]"));
	bench_expect(&bench, "");
	assert_null(read_text(&bench, "[[甲, [[乙]]]]"));
	bench_expect(&bench, "plan.yaml:1:7: error[limit-depth]: 嵌套超过 3 层\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	bench_end(&bench);
}

static void the_deepest_nesting_allowed_is_read(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.depth = LIMITS_DEPTH_MOST;
	char *text = g_strconcat(repeated(&bench, "[", LIMITS_DEPTH_MOST), "甲",
		repeated(&bench, "]", LIMITS_DEPTH_MOST), NULL);
	assert_non_null(read_text(&bench, text));
	bench_expect(&bench, "");
	g_free(text);
	bench_end(&bench);
}

static void events_end_at_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.events = 6; /* stream, document, list, three items */
	assert_null(read_text(&bench, "- 1\n- 2\n- 3\n- 4\n"));
	bench_expect(&bench, "plan.yaml:4:3: error[limit-events]: 文件的内容超过 6 项\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	bench_end(&bench);
}

static void a_value_ends_at_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.scalar_bytes = 6;
	assert_non_null(read_text(&bench, "a: 甲乙\n"));
	bench_expect(&bench, "");
	assert_null(read_text(&bench, "a: 甲乙x\n"));
	bench_expect(
		&bench, "plan.yaml:1:4: error[limit-scalar-bytes]: 一个值超过 6 字节\n");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	bench_end(&bench);
}

static void reports_end_at_the_limit(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_null(read_text(&bench, repeated(&bench, "- !t x\n", 5000)));
	assert_int_equal(diagnostics_count(bench.diagnostics), 1002);
	assert_non_null(strstr(bench_printed(&bench, DIAGNOSTIC_SHORT),
		"error[limit-faults]: 问题超过 1000 处，读到这里为止\n"));
	bench_end(&bench);
}

/* Measured with libyaml 0.2.5: 80 KB of `[` took six seconds without a limit of depth. */
static void what_would_take_long_ends_soon(void **state)
{
	(void)state;
	static const char *const pieces[] = {"[", "{", "{a: ", "[{a: ", "- ", "? ",
		"? - ", "a: ", "!t ", "&a ", "\"\\0", "'", "''", "\"\\x", "\n", " ", "\t",
		"#", "- a\n", "a: |\n", "---\n", "*a ", ",", "]", "\\", "\"\\\n", "%",
		"a:\n", "\a", "\u202E", "：\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
		struct bench bench = bench_begin();
		const char *text = repeated(&bench, pieces[i], 80000 / strlen(pieces[i]));
		double start = seconds();
		read_text(&bench, text);
		double taken = seconds() - start;
		if (taken > 0.5) {
			fail_msg("80 KB of `%s` took %.2f s", pieces[i], taken);
		}
		bench_end(&bench);
	}
}

static void one_long_value_takes_linear_time(void **state)
{
	(void)state;
	static const char *const pieces[] = {"\\n", "甲", " ", "a ", "\n  b", "\\\n  ",
		"甲\n  ", "甲\u200B", "\u00AD\u200B", "\uE000"};
	for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
		struct bench bench = bench_begin();
		char *text = g_strconcat("a: \"",
			repeated(&bench, pieces[i], 1000000 / strlen(pieces[i])), "x\"\n",
			NULL);
		double start = seconds();
		assert_non_null(read_text(&bench, text));
		assert_false(diagnostics_failed(bench.diagnostics));
		assert_true(diagnostics_count(bench.diagnostics) < 2);
		assert_true(seconds() - start < 2);
		g_free(text);
		bench_end(&bench);
	}
}

/* Every report has a place within the file, and there is a tree or a report. */
static void assert_sound(struct bench *bench, const struct yaml_node *root)
{
	assert_true(root || diagnostics_failed(bench->diagnostics));
	for (guint i = 0; i < diagnostics_count(bench->diagnostics); i++) {
		struct place place = diagnostics_get(bench->diagnostics, i)->place;
		size_t length;
		assert_non_null(place.source);
		if (place.line && !source_line(place.source, place.line, &length)) {
			char *shown = g_strescape(place.source->bytes, NULL);
			fail_msg("no line %d in %s", place.line, shown);
		}
	}
	if (root) {
		dumped(bench, root);
	}
	bench_printed(bench, DIAGNOSTIC_HUMAN);
	bench_printed(bench, DIAGNOSTIC_JSON);
}

static void random_bytes_never_crash(void **state)
{
	(void)state;
	struct random random = random_begin();
	for (int round = 0; round < 5000; round++) {
		struct bench bench = bench_begin();
		char bytes[200];
		size_t length = random_below(&random, sizeof bytes);
		for (size_t i = 0; i < length; i++) {
			bytes[i] = (char)random_below(&random, round % 2 ? 256 : 128);
		}
		assert_sound(&bench, read_bytes(&bench, bytes, length));
		bench_end(&bench);
	}
}

static void random_signs_of_yaml_never_crash(void **state)
{
	(void)state;
	static const char *const pieces[] = {"a", "甲", ":", ": ", "- ", "\n", "\n  ",
		"\r\n", " ", "\t", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "\n |",
		"\\", "\\u4E00", "#", " #", "&a ", "*a", "!t ", "!!str ", "%TAG ", "---",
		"...", "? ", "<<: ", "：", "\u202E", "\uFEFF", "2", "+", "-", "@", "`",
		"\\\n"};
	struct random random = random_begin();
	for (int round = 0; round < 20000; round++) {
		struct bench bench = bench_begin();
		GString *text = arena_text(bench.arena);
		for (size_t i = random_below(&random, 40); i > 0; i--) {
			g_string_append(text, random_of(&random, pieces));
		}
		assert_sound(&bench, read_text(&bench, text->str));
		bench_end(&bench);
	}
}

static const char *const sound_plan = "\uFEFF# 计划\n"
				      "单位: {全称: 绍兴市财政局, 简称: '市财政局'}\n"
				      "年度: 2017\n"
				      "正文: |\n"
				      "  一、**目标：**高举\n"
				      "\n"
				      "    二、落实\n"
				      "摘要: >-\n"
				      "  第一句\n"
				      "  第二句\n"
				      "\n"
				      "   缩进\n"
				      "职责:\n"
				      "  - 名称: \"甲\\n\\u4E59\\\n"
				      "      丙\"\n"
				      "    指标: [1, '2''3', {值: ≥ 3}]\n"
				      "  - 名称: 多行\n"
				      "      文字\n"
				      "\n"
				      "      再来\n";

static void mutate(struct random *random, GString *text)
{
	size_t at = random_below(random, text->len);
	size_t length = 1 + random_below(random, 8);
	length = MIN(length, text->len - at);
	switch (random_below(random, 4)) {
	case 0:
		text->str[at] = (char)random_below(random, 256);
		break;
	case 1:
		g_string_erase(text, (gssize)at, (gssize)length);
		break;
	case 2: {
		char *piece = g_strndup(text->str + at, length);
		g_string_insert(text, (gssize)random_below(random, text->len), piece);
		g_free(piece);
		break;
	}
	default:
		g_string_insert_c(text, (gssize)at,
			"\n\t :-[]{}\"'\\|>#&*!%@"[random_below(random, 20)]);
	}
}

static void mutations_of_a_sound_plan_never_crash(void **state)
{
	(void)state;
	struct random random = random_begin();
	for (int round = 0; round < 20000; round++) {
		struct bench bench = bench_begin();
		GString *text = arena_text(bench.arena);
		g_string_append(text, sound_plan);
		for (size_t i = random_below(&random, 4); i > 0; i--) {
			mutate(&random, text);
		}
		assert_sound(&bench, read_bytes(&bench, text->str, text->len));
		bench_end(&bench);
	}
}

static void the_plan_that_is_mutated_is_sound(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_non_null(read_text(&bench, sound_plan));
	bench_expect(&bench, "");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nesting_ends_at_the_limit),
		cmocka_unit_test(the_deepest_nesting_allowed_is_read),
		cmocka_unit_test(events_end_at_the_limit),
		cmocka_unit_test(a_value_ends_at_the_limit),
		cmocka_unit_test(reports_end_at_the_limit),
		cmocka_unit_test(what_would_take_long_ends_soon),
		cmocka_unit_test(one_long_value_takes_linear_time),
		cmocka_unit_test(random_bytes_never_crash),
		cmocka_unit_test(random_signs_of_yaml_never_crash),
		cmocka_unit_test(mutations_of_a_sound_plan_never_crash),
		cmocka_unit_test(the_plan_that_is_mutated_is_sound),
	};
	return cmocka_run_group_tests_name("yaml_hostile", tests, NULL, NULL);
}
