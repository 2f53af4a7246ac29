/* A plan with forty planted faults, one for each check, and its corrected twin. The file
 * says both at once: `<<NAME:wrong|right>>`. */
#include "audits.h"

enum {
	PLANTED = 40
};

/* The text with the fault of a number in it, all others right; PLANTED: with all of them;
 * -1: with none. What the fault is called goes to *names. */
static char *plant(const char *text, int wanted, char **names)
{
	GString *plan = g_string_new(NULL);
	int number = 0;
	const char *open;
	for (; (open = strstr(text, "<<")); number++) {
		const char *colon = strchr(open, ':');
		const char *bar = strchr(open, '|');
		const char *close = strstr(open, ">>");
		assert_true(colon && bar && close && colon < bar && bar < close);
		g_string_append_len(plan, text, open - text);
		bool wrong = wanted == number || wanted == PLANTED;
		g_string_append_len(plan, wrong ? colon + 1 : bar + 1,
			wrong ? bar - colon - 1 : close - bar - 1);
		if (wanted == number) {
			*names = g_strndup(open + 2, (gsize)(colon - open - 2));
		}
		text = close + 2;
	}
	assert_int_equal(number, PLANTED);
	g_string_append(plan, text);
	return g_string_free(plan, FALSE);
}

/* The checks that a plan fails, joined by `+`, each once. */
static const char *failing(struct bench *bench, int wanted, char **names)
{
	char *plan =
		plant(audits_tree_text(bench, "tests/audit/planted.yaml"), wanted, names);
	const struct audit_report *report =
		audits_report(bench, arena_copy_string(bench->arena, plan),
			audits_tree_text(bench, "tests/audit/planted-layout.yaml"));
	g_free(plan);
	if (!report) {
		fail_msg("%s", bench_printed(bench, DIAGNOSTIC_SHORT));
		abort();
	}
	GString *failed = arena_text(bench->arena);
	const struct check_rule *last = NULL;
	for (guint i = 0; i < report->findings->len; i++) {
		const struct audit_finding *finding =
			&g_array_index(report->findings, struct audit_finding, i);
		if (finding->outcome != AUDIT_HELD && finding->outcome != AUDIT_IDLE &&
			finding->rule != last) {
			g_string_append_printf(failed, "%s%s", failed->len ? "+" : "",
				finding->rule->name);
			last = finding->rule;
		}
	}
	return failed->str;
}

static void each_fault_alone_is_found_by_its_checks_and_no_others(void **state)
{
	(void)state;
	for (int i = 0; i < PLANTED; i++) {
		struct bench bench = bench_begin();
		char *names = NULL;
		const char *failed = failing(&bench, i, &names);
		assert_string_equal(failed, names);
		g_free(names);
		bench_end(&bench);
	}
}

static void the_corrected_plan_passes_every_check(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_string_equal(failing(&bench, -1, NULL), "");
	bench_expect(&bench, "");
	bench_end(&bench);
}

static void all_faults_at_once_fail_forty_checks_of_forty(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	char **failed = g_strsplit(failing(&bench, PLANTED, NULL), "+", -1);
	assert_int_equal(g_strv_length(failed), PLANTED);
	g_strfreev(failed);
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_fault_alone_is_found_by_its_checks_and_no_others),
		cmocka_unit_test(the_corrected_plan_passes_every_check),
		cmocka_unit_test(all_faults_at_once_fail_forty_checks_of_forty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
