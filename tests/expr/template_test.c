#include "expr_fixture.h"

/* A prose value, a paragraph a line: runs between bars with the place where each begins,
 * in the plan (p) or in the layout (l), emphasis starred. */
static const char *prose_text(struct arena *arena, const struct value *prose)
{
	GString *text = arena_text(arena);
	assert_int_equal(prose->kind, VALUE_PROSE);
	for (size_t i = 0; i < prose->paragraph_count; i++) {
		const struct prose_paragraph *paragraph = &prose->paragraphs[i];
		g_string_append_c(text, '|');
		for (size_t j = 0; j < paragraph->run_count; j++) {
			const struct prose_run *run = &paragraph->runs[j];
			struct place place = run->passage.place;
			g_string_append_printf(text, "%s%s @%c%d:%d|",
				run->emphasis ? "*" : "", run->passage.text,
				place.source ? place.source->path[0] : '-', place.line,
				place.column);
		}
		g_string_append_c(text, '\n');
	}
	return text->str;
}

static const char *value_text(struct fixture *fixture, const char *text)
{
	const struct world *world = fixture_world(fixture);
	const struct template *template = template_parse(fixture->arena,
		fixture_passage(fixture, text), &world->types[2], fixture->diagnostics);
	assert_reports(fixture, "");
	return prose_text(fixture->arena, template_value(template, &world->values[2],
						  fixture->arena, fixture->diagnostics));
}

static void doubled_braces_are_braces(void **state)
{
	static const struct row rows[] = {
		{"{{{{}}}}", "{{}}"},
		{"{{{文种}}}", "{绩效管理规划}"},
		{"a{{b", "a{b"},
		{"", ""},
		{"{缺}", ""},
	};
	ASSERT_PRINTS(*state, rows);
}

static void an_empty_text_gives_one_empty_paragraph(void **state)
{
	assert_string_equal(value_text(*state, ""), "|\n");
	assert_string_equal(value_text(*state, "{缺}"), "|\n");
}

static void prose_brings_its_paragraphs_and_runs(void **state)
{
	assert_string_equal(value_text(*state, "{摘要}"),
		"|*总体目标： @p17:5|投入30万元。 @p17:12|\n"
		"|另需1,200.5元和3-5亿元，共12次。 @p18:3|\n");
}

static void text_around_prose_joins_its_first_and_last_paragraph(void **state)
{
	assert_string_equal(value_text(*state, "（{摘要}）"),
		"|（ @l3:5|*总体目标： @p17:5|投入30万元。 @p17:12|\n"
		"|另需1,200.5元和3-5亿元，共12次。） @p18:3|\n");
}

static void emphasis_of_the_layout_holds_expressions(void **state)
{
	assert_string_equal(value_text(*state, "**{文种}：**甲**乙**"),
		"|*绩效管理规划： @p2:5|甲 @l3:14|*乙 @l3:17|\n");
	assert_string_equal(
		value_text(*state, "**{w.年度分解[2018]}**"), "|*推进 @p27:31|\n");
	assert_string_equal(value_text(*state, "{'**'}甲"), "|**甲 @l3:7|\n");
}

static void a_line_end_begins_a_paragraph(void **state)
{
	assert_string_equal(value_text(*state, "甲\n\n{文种}\n"),
		"|甲 @l3:5|\n|\n|绩效管理规划 @p2:5|\n");
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	assert_string_equal(fixture_string(fixture, world, "甲\n{摘要}"),
		"甲\n总体目标：投入30万元。\n另需1,200.5元和3-5亿元，共12次。");
}

/* Each character of a mixed run leads back to where it was written. */
static void characters_keep_their_places(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	const struct template *template =
		template_parse(fixture->arena, fixture_passage(fixture, "甲{文种}{{乙"),
			&world->types[2], fixture->diagnostics);
	const struct value *value = template_value(
		template, &world->values[2], fixture->arena, fixture->diagnostics);
	const struct passage *run = &value->paragraphs[0].runs[0].passage;
	assert_string_equal(run->text, "甲绩效管理规划{乙");
	struct place plan = passage_place(run, strlen("甲绩"));
	assert_string_equal(plan.source->path, "plan.yaml");
	assert_int_equal(plan.line, 2);
	assert_int_equal(plan.column, 6);
	struct place layout = passage_place(run, strlen("甲绩效管理规划{"));
	assert_string_equal(layout.source->path, "layout.yaml");
	assert_int_equal(layout.column, 12);
}

static void a_text_on_several_lines_names_the_line_of_a_fault(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	struct source *source =
		source_create(fixture->arena, "layout.yaml", "a: |\n  甲\n  {乙}\n", 18);
	struct passage_builder builder = passage_builder_begin(fixture->arena);
	passage_builder_add(
		&builder, "甲\n", strlen("甲\n"), (struct place){source, 2, 3});
	passage_builder_add(
		&builder, "{乙乙}", strlen("{乙乙}"), (struct place){source, 3, 3});
	struct passage passage = passage_builder_end(&builder);
	assert_null(template_parse(
		fixture->arena, &passage, &world->types[2], fixture->diagnostics));
	assert_reports(
		fixture, "layout.yaml:3:4: error[name-unknown]: 未知的名称“乙乙”\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(doubled_braces_are_braces),
		FIXTURE_TEST(an_empty_text_gives_one_empty_paragraph),
		FIXTURE_TEST(prose_brings_its_paragraphs_and_runs),
		FIXTURE_TEST(text_around_prose_joins_its_first_and_last_paragraph),
		FIXTURE_TEST(emphasis_of_the_layout_holds_expressions),
		FIXTURE_TEST(a_line_end_begins_a_paragraph),
		FIXTURE_TEST(characters_keep_their_places),
		FIXTURE_TEST(a_text_on_several_lines_names_the_line_of_a_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
