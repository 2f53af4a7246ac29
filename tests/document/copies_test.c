/* What copies show, as documents carry it; copies with numbers of their own. */
#include "documents.h"

static const char *dumped(struct bench *bench, const struct document *document)
{
	GString *out = arena_text(bench->arena);
	document_dump(document, out);
	return out->str;
}

static void the_plan_says_the_stage_of_a_draft(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"copies:\n"
		"  draft:\n"
		"    label: {text: \"{文种}（稿）\", style: 文}\n"
		"    watermark: {text: \"{文种}\", style: 题}\n"
		"  filing: {stamp: {size: [45pt, 16pt]}}\n",
		"文种: 规划\n");
	assert_non_null(
		strstr(dumped(&bench, document), "draft label 文 “规划（稿）”\n"
						 "draft watermark paragraph [题] 规划\n"
						 "filing stamp 45.00 by 16.00\n"));
	bench_end(&bench);
}

static void a_mark_that_comes_out_empty_is_none(void **state)
{
	(void)state;
	documents_expect("copies:\n"
			 "  draft:\n"
			 "    label: {text: \"{文种}\", style: 文}\n"
			 "    watermark: {text: \"{文种}\", style: 题}\n"
			 "blocks: [{text: 甲, style: 文}]\n",
		"总额: 3\n", "paragraph [文] 甲\n");
}

static void a_numbered_copy_differs_in_its_number_only(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"blocks:\n"
		"  - {text: 甲, style: 文}\n"
		"  - group:\n"
		"      - {text: 乙, style: 文}\n"
		"      - {text: \"{文种}\", style: 文, element: 份号}\n",
		"文种: \"000001\"\n");
	const char *before = arena_copy_string(bench.arena, dumped(&bench, document));
	const struct document *copy = document_numbered(bench.arena, document, "000002");
	assert_non_null(copy);
	assert_string_equal(dumped(&bench, document), before);
	const char *after = dumped(&bench, copy);
	const char *place = strstr(before, "000001");
	assert_non_null(place);
	char *expected =
		g_strdup_printf("%.*s000002%s", (int)(place - before), before, place + 6);
	assert_string_equal(after, expected);
	g_free(expected);
	bench_end(&bench);
}

static void a_document_without_a_number_has_no_numbered_copy(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(
		&bench, "blocks: [{text: 甲, style: 文, element: 密级}]\n", "总额: 3\n");
	assert_null(document_numbered(bench.arena, document, "000002"));
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_plan_says_the_stage_of_a_draft),
		cmocka_unit_test(a_mark_that_comes_out_empty_is_none),
		cmocka_unit_test(a_numbered_copy_differs_in_its_number_only),
		cmocka_unit_test(a_document_without_a_number_has_no_numbered_copy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
