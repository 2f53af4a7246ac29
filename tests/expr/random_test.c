/* Texts thrown together from the words of the language: nothing crashes, what is refused
 * is reported, and what is accepted gives the same each time. */
#include "expr_fixture.h"

enum {
	TEXTS = 4000,
	WORDS_MOST = 24
};

static const char *const words[] = {"{", "{", "}", "}", "{{", "**", "\n", "甲", "'", "“",
	"”", "(", ")", "[", "]", ",", ".", "|", "??", "=", "!=", "<", ">=", "+", "-", "*",
	"/", "%", " if ", " then ", " else ", " and ", " or ", " not ", " in ", "true",
	"1", "0", "2016", "2位", "30万元", "90%", "'数量'", "总额", "缺", "零", "大数",
	"斜线", "完成率", "规划期", "日期", "公开", "类别", "范围", "摘要", "收入",
	"工作", "指标", "w", "规划", ".名称", ".金额", ".目标", ".年度金额", ".起", ".年",
	"[1]", "[2016]", "项", "sum(", "count(", "max(", "where(", "all(", "join(",
	"round(", "ordinal(", "years(", "amounts(", "items(", "texts(", "texts()",
	"list(", "length(", "placeholders(", "records('款项')", ".半额", ".环", ".名称",
	"|千分", "|一", "|大写", "|年月日", "|①", "|%", "|元", "\x80", "　"};

static char *random_text(GRand *random)
{
	GString *text = g_string_new(NULL);
	int count = g_rand_int_range(random, 1, WORDS_MOST);
	for (int i = 0; i < count; i++) {
		g_string_append(
			text, words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
	}
	return g_string_free(text, FALSE);
}

/* Whether the text was accepted. */
static bool try_text(const char *text)
{
	void *state;
	fixture_set_up(&state);
	struct fixture *fixture = state;
	const struct world *world = fixture_world(fixture);
	const char *first = fixture_string(fixture, world, text);
	guint reports = diagnostics_count(fixture->diagnostics);
	assert_true(first || reports > 0);
	const char *second = fixture_string(fixture, world, text);
	assert_true((first == NULL) == (second == NULL));
	if (first) {
		assert_string_equal(first, second);
	}
	assert_int_equal(diagnostics_count(fixture->diagnostics), reports);
	bool accepted = first != NULL;
	fixture_tear_down(&state);
	return accepted;
}

static void texts_thrown_together_are_printed_or_reported(void **state)
{
	(void)state;
	guint32 seed = g_random_int();
	print_message("# seed %u\n", seed);
	GRand *random = g_rand_new_with_seed(seed);
	int accepted = 0;
	for (int i = 0; i < TEXTS; i++) {
		char *text = random_text(random);
		char *expression = g_strdup_printf("{%s}", text);
		accepted += try_text(i % 2 ? text : expression);
		g_free(expression);
		g_free(text);
	}
	g_rand_free(random);
	print_message("# %d of %d accepted\n", accepted, TEXTS);
	assert_true(accepted > 0 && accepted < TEXTS);
}

/* (a + b) - b is a wherever it does not overflow, and units do not change it. */
static void sums_and_differences_are_exact(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	guint32 seed = g_random_int();
	print_message("# seed %u\n", seed);
	GRand *random = g_rand_new_with_seed(seed);
	for (int i = 0; i < 500; i++) {
		int first = g_rand_int_range(random, -1000000, 1000000);
		int second = g_rand_int_range(random, 0, 1000000);
		const char *text = arena_printf(fixture->arena,
			"{(%d.%06d元 + %d万元) - %d万元}", first, second, second, second);
		const char *plain =
			arena_printf(fixture->arena, "{%d.%06d}", first, second);
		assert_string_equal(fixture_string(fixture, world, text),
			fixture_string(fixture, world, plain));
	}
	g_rand_free(random);
	assert_reports(fixture, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_thrown_together_are_printed_or_reported),
		FIXTURE_TEST(sums_and_differences_are_exact),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
