/* Sources in memory, and reports as text, for the tests of this room and of `plan`. */
#ifndef TESTS_MODEL_FIXTURE_H
#define TESTS_MODEL_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"

struct fixture {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct limits limits;
};

static inline int fixture_set_up(void **state)
{
	struct arena *arena = arena_create();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->diagnostics = diagnostics_create();
	fixture->limits = limits_default();
	*state = fixture;
	return 0;
}

static inline int fixture_tear_down(void **state)
{
	struct fixture *fixture = *state;
	diagnostics_destroy(fixture->diagnostics);
	arena_destroy(fixture->arena);
	return 0;
}

static inline const struct yaml_node *fixture_nodes(
	struct fixture *fixture, const char *path, const char *text)
{
	struct source *source = source_create(fixture->arena, path, text, strlen(text));
	return yaml_read_source(
		fixture->arena, source, &fixture->limits, fixture->diagnostics);
}

/* All reports, a line each: `plan.yaml:12:7: error[code]: message`. */
static inline void assert_reports(const struct fixture *fixture, const char *expected)
{
	char *text = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&text, &length);
	assert_non_null(stream);
	diagnostics_print(fixture->diagnostics, DIAGNOSTIC_SHORT, stream);
	fclose(stream);
	char *copy = g_strdup(text);
	free(text);
	assert_string_equal(copy, expected);
	g_free(copy);
}

/* The place and the text that belong to a report besides its own. */
static inline void assert_related(
	const struct fixture *fixture, guint index, int line, int column)
{
	const struct diagnostic *diagnostic =
		diagnostics_get(fixture->diagnostics, index);
	assert_non_null(diagnostic->related_message);
	assert_int_equal(diagnostic->related.line, line);
	assert_int_equal(diagnostic->related.column, column);
}

static inline void assert_hint(
	const struct fixture *fixture, guint index, const char *hint)
{
	const struct diagnostic *diagnostic =
		diagnostics_get(fixture->diagnostics, index);
	if (hint) {
		assert_non_null(diagnostic->hint);
		assert_string_equal(diagnostic->hint, hint);
	} else {
		assert_null(diagnostic->hint);
	}
}

#define FIXTURE_TEST(function)                                                           \
	cmocka_unit_test_setup_teardown(function, fixture_set_up, fixture_tear_down)

#endif
