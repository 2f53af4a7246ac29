/* Whole forms as they are handed in, each a layout with a plan of invented content:
 * forms/NAME.yaml, forms/NAME-plan.yaml, and what they make in forms/NAME.txt. */
#include "documents.h"

static void expect_form(const char *name)
{
	struct bench bench = bench_begin();
	const char *layout_text = layouts_tree_text(
		&bench, arena_printf(bench.arena, "tests/document/forms/%s.yaml", name));
	const char *plan_text = layouts_tree_text(&bench,
		arena_printf(bench.arena, "tests/document/forms/%s-plan.yaml", name));
	const char *expected = layouts_tree_text(
		&bench, arena_printf(bench.arena, "tests/document/forms/%s.txt", name));
	const struct model *model = layouts_model_with(&bench, layout_text);
	const struct layout *layout = layouts_read(&bench, model, layout_text);
	const struct plan_context context = {
		.limits = &bench.limits, .diagnostics = bench.diagnostics};
	const struct plan *plan =
		plan_read(bench.arena, layouts_nodes(&bench, "plan.yaml", plan_text),
			"plan.yaml", model, &context);
	const struct document *document = document_arrange(
		bench.arena, plan, layout, &bench.limits, bench.diagnostics);
	bench_expect(&bench, "");
	GString *out = arena_text(bench.arena);
	document_dump(document, out);
	assert_string_equal(out->str, expected);
	bench_end(&bench);
}

static void a_departments_targets_with_funds_tasks_and_indicators(void **state)
{
	(void)state;
	expect_form("dense");
}

static void a_form_for_each_fund(void **state)
{
	(void)state;
	expect_form("detail");
}

static void a_projects_targets_of_its_term_beside_those_of_the_year(void **state)
{
	(void)state;
	expect_form("national");
}

static void the_sketch_with_which_forms_were_designed(void **state)
{
	(void)state;
	expect_form("sketch");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_departments_targets_with_funds_tasks_and_indicators),
		cmocka_unit_test(a_form_for_each_fund),
		cmocka_unit_test(a_projects_targets_of_its_term_beside_those_of_the_year),
		cmocka_unit_test(the_sketch_with_which_forms_were_designed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
