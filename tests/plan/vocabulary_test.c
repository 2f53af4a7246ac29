/* The vocabulary that comes with the program, and the plans that come with it. */
#include "plan_fixture.h"

static const char *source_path(struct fixture *fixture, const char *name)
{
	const char *root = g_getenv("JIXIAO_SOURCE_ROOT");
	assert_non_null(root);
	return arena_printf(fixture->arena, "%s/%s", root, name);
}

static const struct yaml_node *read_file(struct fixture *fixture, const char *name)
{
	return yaml_read_file(fixture->arena, source_path(fixture, name), name,
		&fixture->limits, fixture->diagnostics);
}

/* The shared vocabulary with what the example's layout adds, where it declares anything.
 */
static const struct model *shared_model(struct fixture *fixture)
{
	struct model *model = model_create(fixture->arena);
	const struct yaml_node *layout = read_file(fixture, "layouts/plan.yaml");
	model_add(model, yaml_get(layout, "model"), fixture->diagnostics);
	model_finish(model, fixture->diagnostics);
	return model;
}

static void the_shared_vocabulary_is_sound(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model = shared_model(fixture);
	assert_reports(fixture, "");
	assert_non_null(model_root(model));
}

static void every_field_is_explained(void **state)
{
	struct fixture *fixture = *state;
	const struct yaml_node *records = yaml_get(
		yaml_get(read_file(fixture, "layouts/plan.yaml"), "model"), "records");
	const struct model *model = shared_model(fixture);
	for (size_t i = 0; i < records->entry_count; i++) {
		const struct record *record =
			model_record(model, yaml_text(records->entries[i].key));
		assert_true(record->fields->len > 0);
		for (guint j = 0; j < record->fields->len; j++) {
			const struct field *field = g_ptr_array_index(record->fields, j);
			assert_non_null(field->note);
		}
	}
}

/* An example that the program itself would refuse teaches the wrong thing. */
static void every_example_fits_its_field(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model = shared_model(fixture);
	const struct yaml_node *records = yaml_get(
		yaml_get(read_file(fixture, "layouts/plan.yaml"), "model"), "records");
	int examples = 0;
	for (size_t i = 0; i < records->entry_count; i++) {
		const struct record *record =
			model_record(model, yaml_text(records->entries[i].key));
		for (guint j = 0; j < record->fields->len; j++) {
			const struct field *field = g_ptr_array_index(record->fields, j);
			if (field->example) {
				char *plan =
					g_strdup_printf("值: '%s'\n", field->example);
				struct model *one = model_create(fixture->arena);
				char *declared = g_strdup_printf(
					"root: 甲\nrecords: {甲: {值: '%s'}}\n",
					type_name(fixture->arena, &field->type));
				model_add(one,
					fixture_nodes(fixture, field->name, declared),
					fixture->diagnostics);
				fixture_plan(fixture, one, field->name, plan);
				g_free(plan);
				g_free(declared);
				examples++;
			}
		}
	}
	assert_reports(fixture, "");
	assert_true(examples > 20);
}

static void the_example_plan_is_read_without_any_report(void **state)
{
	struct fixture *fixture = *state;
	static const char name[] = "input/first-round-plan.yaml";
	const struct model *model = shared_model(fixture);
	struct plan_context context = {
		.limits = &fixture->limits, .diagnostics = fixture->diagnostics};
	const struct plan *plan = plan_read(fixture->arena, read_file(fixture, name),
		source_path(fixture, name), model, &context);
	assert_reports(fixture, "");
	assert_true(value_is_present(value_field(plan->root, "章节")));
	assert_true(value_is_present(value_field(plan->root, "规划期")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_shared_vocabulary_is_sound),
		FIXTURE_TEST(every_field_is_explained),
		FIXTURE_TEST(every_example_fits_its_field),
		FIXTURE_TEST(the_example_plan_is_read_without_any_report),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
