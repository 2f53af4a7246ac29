/* Plans in memory, typed by small vocabularies. */
#ifndef TESTS_PLAN_PLAN_FIXTURE_H
#define TESTS_PLAN_PLAN_FIXTURE_H

#include "../model/fixture.h"
#include "plan/plan.h"

static inline const struct model *fixture_model(struct fixture *fixture, const char *text)
{
	struct model *model = model_create(fixture->arena);
	assert_true(model_add(
		model, fixture_nodes(fixture, "model.yaml", text), fixture->diagnostics));
	assert_true(model_finish(model, fixture->diagnostics));
	return model;
}

static inline struct plan *fixture_plan(struct fixture *fixture,
	const struct model *model, const char *path, const char *text)
{
	struct plan_context context = {
		.limits = &fixture->limits, .diagnostics = fixture->diagnostics};
	return plan_read(fixture->arena, fixture_nodes(fixture, path, text), path, model,
		&context);
}

static inline void assert_value_dump(const struct value *value, const char *expected)
{
	GString *out = g_string_new(NULL);
	if (value) {
		value_dump(value, out);
	}
	char *copy = g_strdup(out->str);
	g_string_free(out, TRUE);
	assert_string_equal(copy, expected);
	g_free(copy);
}

/* One field `值` of a type: how it is read from a plan, and what is reported. An expected
 * dump of "" is a value that could not be read. */
static inline void assert_reads(
	const char *type, const char *plan, const char *dump, const char *reports)
{
	void *state;
	fixture_set_up(&state);
	struct fixture *fixture = state;
	char *vocabulary = arena_printf(fixture->arena,
		"root: 规划\nrecords:\n  规划:\n    值: {type: \"%s\"}\n  甲: {名: "
		"text}\n",
		type);
	const struct model *model = fixture_model(fixture, vocabulary);
	const struct plan *read = fixture_plan(fixture, model, "p.yaml", plan);
	assert_value_dump(value_field(read->root, "值"), dump);
	assert_reports(fixture, reports);
	fixture_tear_down(&state);
}

#endif
