/* Whatever kind of node stands anywhere in a layout of forms, it is read to its end, and
 * what was not reported arranges a plan. */
#include "../layout/mutations.h"
#include "documents.h"

/* Replaces one node of a layout; false where there are no more. */
static bool try_mutation(const char *name, size_t index, enum replacement replacement)
{
	struct bench bench = bench_begin();
	const char *layout_text = layouts_tree_text(
		&bench, arena_printf(bench.arena, "tests/document/forms/%s.yaml", name));
	const char *plan_text = layouts_tree_text(&bench,
		arena_printf(bench.arena, "tests/document/forms/%s-plan.yaml", name));
	const struct model *model = layouts_model_with(&bench, layout_text);
	struct mutation mutation = {.arena = bench.arena,
		.replacement = replacement_node(&bench, replacement),
		.left = index};
	const struct yaml_node *own =
		mutate(&mutation, layouts_nodes(&bench, "layout.yaml", layout_text));
	const struct layout *layout = layouts_read_nodes(&bench, model, own);
	GString *out = arena_text(bench.arena);
	if (!diagnostics_failed(bench.diagnostics)) {
		const struct plan_context context = {
			.limits = &bench.limits, .diagnostics = bench.diagnostics};
		const struct plan *plan = plan_read(bench.arena,
			layouts_nodes(&bench, "plan.yaml", plan_text), "plan.yaml", model,
			&context);
		layout_dump(layout, out);
		document_dump(document_arrange(bench.arena, plan, layout, &bench.limits,
				      bench.diagnostics),
			out);
		assert_true(out->len > 0);
	}
	bool more = mutation.replaced != NULL;
	bench_end(&bench);
	return more;
}

static void every_node_of_a_form_may_be_of_any_kind(void **state)
{
	(void)state;
	static const char *const names[] = {"dense", "detail", "national"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		for (int j = 0; j < REPLACEMENTS; j++) {
			size_t index = 0;
			while (try_mutation(names[i], index, (enum replacement)j)) {
				index++;
			}
			assert_true(index > 50);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_node_of_a_form_may_be_of_any_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
