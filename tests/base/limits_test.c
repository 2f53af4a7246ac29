#include "support/cases.h"

#include "base/limits.h"

static void the_defaults_are_those_of_the_manual(void **state)
{
	(void)state;
	struct limits limits = limits_default();
	assert_int_equal(limits.file_bytes, 16777216);
	assert_int_equal(limits.scalar_bytes, 1048576);
	assert_int_equal(limits.events, 4000000);
	assert_int_equal(limits.depth, 64);
	assert_int_equal(limits.files, 1000);
	assert_int_equal(limits.rows, 100000);
	assert_int_equal(limits.blocks, 150000);
	assert_int_equal(limits.pages, 5000);
}

/* Each name sets its own field: read as an array, one number differs each time. */
static void every_name_sets_one_limit(void **state)
{
	(void)state;
	struct limits limits = limits_default();
	int64_t values[sizeof(struct limits) / sizeof(int64_t)];
	size_t count = 0;
	for (const char *const *name = limits_names(); *name; name++, count++) {
		char *assignment = g_strdup_printf("%s=%d", *name, 100 + (int)count);
		assert_true(limits_set(&limits, assignment));
		g_free(assignment);
	}
	assert_int_equal(count, G_N_ELEMENTS(values));
	memcpy(values, &limits, sizeof values);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(values[i], 100 + (int)i);
	}
	assert_true(limits_set(&limits, "rows=1000000"));
	assert_int_equal(limits.rows, 1000000);
}

static void what_sets_no_limit_is_refused(void **state)
{
	(void)state;
	const char *const texts[] = {"", "=", "rows", "rows=", "row=5", "rowss=5", "=5",
		"rows=0", "rows=-5", "rows=5x", "rows= 5", "rows=99999999999999999999",
		"Rows=5", "depth=1001", "rows=0x10"};
	struct limits before = limits_default();
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct limits limits = limits_default();
		if (limits_set(&limits, texts[i])) {
			fail_msg("accepted: %s", texts[i]);
		}
		assert_memory_equal(&limits, &before, sizeof before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_defaults_are_those_of_the_manual),
		cmocka_unit_test(every_name_sets_one_limit),
		cmocka_unit_test(what_sets_no_limit_is_refused),
	};
	return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
