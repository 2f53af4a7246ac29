/* The layouts that the program comes with. */
#include "layouts.h"

#include <math.h>

static void expect_dump(const char *name, const char *golden)
{
	struct bench bench = bench_begin();
	const struct shipped shipped = layouts_shipped(&bench, name);
	bench_expect(&bench, "");
	GString *out = arena_text(bench.arena);
	layout_dump(shipped.layout, out);
	assert_string_equal(out->str, layouts_tree_text(&bench, golden));
	bench_end(&bench);
}

static void the_national_standard_gives_pages_and_styles(void **state)
{
	(void)state;
	expect_dump("official", "tests/layout/official.txt");
}

static void official_documents_have_a_head_a_body_and_an_imprint(void **state)
{
	(void)state;
	expect_dump("official-document", "tests/layout/official-document.txt");
}

static void the_first_round_plan_inherits_the_national_standard(void **state)
{
	(void)state;
	expect_dump("first-round-plan", "tests/layout/first-round-plan.txt");
}

static void the_standard_alone_makes_no_document(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_false(layouts_shipped(&bench, "official").layout->header.complete);
	assert_true(layouts_shipped(&bench, "first-round-plan").layout->header.complete);
	bench_end(&bench);
}

static void twenty_eight_characters_fill_a_line_and_twenty_two_lines_a_page(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_shipped(&bench, "official").layout;
	const struct style *text = g_hash_table_lookup(layout->styles, "正文");
	const struct page_master *page = g_hash_table_lookup(layout->masters, "公文页");
	assert_true(fabs(28 * text->pitch - 156 * POINTS_PER_MM) < 1e-9);
	assert_true(fabs(22 * text->leading - 225 * POINTS_PER_MM) < 1e-9);
	assert_true(fabs(28 * text->pitch - page->area.width) < 1e-9);
	assert_true(fabs(22 * page->row - page->area.height) < 1e-9);
	assert_true(fabs(text->indent - 2 * text->pitch) < 1e-9);
	bench_end(&bench);
}

static void all_layouts_are_listed_by_name_without_the_data_files(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const char *paths[] = {layouts_tree_path(&bench, "layouts"), NULL};
	const struct layout_folders folders = {paths, &bench.limits};
	GPtrArray *headers = layout_list(bench.arena, &folders, bench.diagnostics);
	bench_expect(&bench, "");
	assert_true(headers->len >= 2);
	const char *last = "";
	for (guint i = 0; i < headers->len; i++) {
		const struct layout_header *header = g_ptr_array_index(headers, i);
		assert_true(strcmp(last, header->name) < 0);
		assert_string_not_equal(header->name, "plan");
		assert_string_not_equal(header->name, "faces");
		assert_non_null(header->organ);
		assert_non_null(header->source);
		last = header->name;
	}
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_national_standard_gives_pages_and_styles),
		cmocka_unit_test(official_documents_have_a_head_a_body_and_an_imprint),
		cmocka_unit_test(the_first_round_plan_inherits_the_national_standard),
		cmocka_unit_test(the_standard_alone_makes_no_document),
		cmocka_unit_test(
			twenty_eight_characters_fill_a_line_and_twenty_two_lines_a_page),
		cmocka_unit_test(all_layouts_are_listed_by_name_without_the_data_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
