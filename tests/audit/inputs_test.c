/* The plans that come with the program add up. */
#include "audits.h"

static const char *const words[] = {"check-failed", "check-undecided"};

static bool tells_of_checks(const struct diagnostic *report)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strcmp(report->code, words[i]) == 0) {
			return true;
		}
	}
	return false;
}

static void assert_adds_up(const char *name)
{
	struct bench bench = bench_begin();
	const char *path = arena_printf(bench.arena, "input/%s", name);
	print_message("# %s\n", path);
	audits_report(&bench, audits_tree_text(&bench, path), NULL);
	for (guint i = 0; i < diagnostics_count(bench.diagnostics); i++) {
		const struct diagnostic *report = diagnostics_get(bench.diagnostics, i);
		if (tells_of_checks(report)) {
			fail_msg("%s:%d: %s", path, report->place.line, report->message);
		}
	}
	bench_end(&bench);
}

static void the_plans_that_come_with_the_program_pass(void **state)
{
	(void)state;
	char *folder = g_build_filename(g_getenv("JIXIAO_SOURCE_ROOT"), "input", NULL);
	GDir *directory = g_dir_open(folder, 0, NULL);
	assert_non_null(directory);
	int count = 0;
	for (const char *name; (name = g_dir_read_name(directory));) {
		if (g_str_has_suffix(name, ".yaml")) {
			assert_adds_up(name);
			count++;
		}
	}
	assert_true(count > 0);
	g_dir_close(directory);
	g_free(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_plans_that_come_with_the_program_pass),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
