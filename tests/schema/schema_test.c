/* jixiao schema: what editors and readers of the manual are told. */
#include "command/program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char layout[] = "layout: {name: small, title: 试}\n"
			     "inherit: official\n"
			     "page: 公文页\n"
			     "model:\n"
			     "  records:\n"
			     "    规划:\n"
			     "      排名: {type: decimal 位, synonyms: [名次], note: "
			     "全省的排名, example: 3位}\n"
			     "      折半: {formula: 排名 / 2, note: 排名的一半}\n"
			     "checks:\n"
			     "  排名靠前: {when: 排名, at most: [排名, 10位], note: "
			     "排名在前十位, severity: error}\n"
			     "  未填内容: {severity: off}\n"
			     "blocks: []\n";

static struct run schema_of(const char *name, const char *option)
{
	char *folder = folder_make();
	file_write(folder, "small.yaml", layout);
	struct run run = program_run(
		folder, NULL, "schema", "--layout-path", ".", name, option, NULL);
	folder_remove(folder);
	return run;
}

static void a_layouts_own_fields_join_the_schema(void **state)
{
	(void)state;
	struct run run = schema_of("small", NULL);
	assert_int_equal(run.status, 0);
	assert_string_equal(run.errors, "");
	assert_non_null(strstr(run.output, "        \"排名\": {\n"
					   "          \"description\": \"全省的排名\",\n"
					   "          \"examples\": [\n"
					   "            \"3位\"\n"
					   "          ],\n"
					   "          \"anyOf\": [\n"
					   "            {\"type\": \"number\"},\n"));
	assert_non_null(strstr(run.output, "        \"名次\": {\"$ref\": "
					   "\"#/definitions/规划/properties/排名\"}\n"));
	assert_non_null(strstr(
		run.output, "        {\"not\": {\"required\": [\"排名\", \"名次\"]}}\n"));
	assert_null(strstr(run.output, "折半"));
	run_finish(&run);
}

static void without_a_layout_it_is_the_shared_vocabulary(void **state)
{
	(void)state;
	struct run run = schema_of(NULL, NULL);
	assert_int_equal(run.status, 0);
	assert_true(g_str_has_prefix(run.output,
		"{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"));
	assert_null(strstr(run.output, "排名"));
	run_finish(&run);
}

static void the_reference_tells_fields_formulas_and_checks(void **state)
{
	(void)state;
	struct run run = schema_of("small", "--reference");
	assert_int_equal(run.status, 0);
	assert_non_null(
		strstr(run.output, "| 排名；也作名次 | 数（位） | 全省的排名 | 3位 |\n"));
	assert_non_null(strstr(run.output, "| 折半 | 排名的一半 | `排名 / 2` |\n"));
	assert_non_null(strstr(run.output, "| 排名靠前 | 排名在前十位 | 错误 |\n"));
	assert_non_null(
		strstr(run.output, "| 未填内容 | 不应留有 XX、____、待定 一类的占位 | "
				   "不用 |\n"));
	run_finish(&run);
}

static void a_layout_that_is_not_there_is_a_fault(void **state)
{
	(void)state;
	struct run run = schema_of("smell", "--diagnostics=short");
	assert_int_equal(run.status, 1);
	assert_string_equal(run.output, "");
	assert_non_null(strstr(run.errors, "error["));
	run_finish(&run);
	run = program_run(NULL, NULL, "schema", "a", "b", NULL);
	assert_int_equal(run.status, 2);
	run_finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_layouts_own_fields_join_the_schema),
		cmocka_unit_test(without_a_layout_it_is_the_shared_vocabulary),
		cmocka_unit_test(the_reference_tells_fields_formulas_and_checks),
		cmocka_unit_test(a_layout_that_is_not_there_is_a_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
