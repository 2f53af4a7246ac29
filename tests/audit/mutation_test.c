/* Whatever slips into a layout's checks or a plan, the audit comes to its end: what would
 * not do is reported, and the same text gives the same report. */
#include "audits.h"

enum {
	RUNS = 300,
	CHANGES_MOST = 3
};

static const char *const slips[] = {"", " ", "\n", "[", "]", "{", "}", ",", ": ", "'",
	"0", "1", "99999999999", "%", "万元", "次", "无", "/", "XX", "资金", "指标",
	"records('指标')", "texts()", "sum(", ")", " / ", " - ", " in ", "项", "左",
	"equal", "none", "each"};

/* A text with one character replaced by a slip. */
static char *slip(struct random *random, const char *text)
{
	size_t count = (size_t)g_utf8_strlen(text, -1);
	const char *at =
		g_utf8_offset_to_pointer(text, (glong)random_below(random, count));
	GString *changed = g_string_new_len(text, at - text);
	g_string_append(changed, random_of(random, slips));
	g_string_append(changed, g_utf8_find_next_char(at, NULL));
	return g_string_free(changed, FALSE);
}

static const char *mutated(struct bench *bench, struct random *random, const char *text)
{
	for (size_t left = 1 + random_below(random, CHANGES_MOST); left > 0; left--) {
		char *changed = slip(random, text);
		text = arena_copy_string(bench->arena, changed);
		g_free(changed);
	}
	return text;
}

/* The right plan of the planted file. */
static const char *right_plan(struct bench *bench)
{
	const char *text = audits_tree_text(bench, "tests/audit/planted.yaml");
	GString *plan = arena_text(bench->arena);
	const char *open;
	while ((open = strstr(text, "<<"))) {
		const char *bar = strchr(open, '|');
		const char *close = strstr(open, ">>");
		g_string_append_len(plan, text, open - text);
		g_string_append_len(plan, bar + 1, close - bar - 1);
		text = close + 2;
	}
	g_string_append(plan, text);
	return plan->str;
}

static const char *outcome(const char *plan, const char *layout, struct bench *keep)
{
	struct bench bench = bench_begin();
	const struct audit_report *report = audits_report(&bench, plan, layout);
	assert_true(report || diagnostics_failed(bench.diagnostics));
	const char *shown = arena_printf(keep->arena, "%s%s",
		report ? audits_lines(&bench, report, NULL) : "",
		bench_printed(&bench, DIAGNOSTIC_SHORT));
	bench_end(&bench);
	return shown;
}

static void slips_are_reported_or_judged_the_same_each_time(void **state)
{
	(void)state;
	struct random random = random_begin();
	int judged = 0;
	for (int i = 0; i < RUNS; i++) {
		struct bench bench = bench_begin();
		const char *plan = right_plan(&bench);
		const char *layout =
			audits_tree_text(&bench, "tests/audit/planted-layout.yaml");
		if (random_below(&random, 2)) {
			plan = mutated(&bench, &random, plan);
		} else {
			layout = mutated(&bench, &random, layout);
		}
		const char *first = outcome(plan, layout, &bench);
		judged += strstr(first, "相符") != NULL;
		if (i % 10 == 0) {
			assert_string_equal(outcome(plan, layout, &bench), first);
		}
		bench_end(&bench);
	}
	assert_true(judged > 0 && judged < RUNS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_are_reported_or_judged_the_same_each_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
