/* Where results go: names, folders, formats, and what is never overwritten. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void the_ending_of_a_file_names_its_format(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run picture =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "a.svg", NULL);
	assert_int_equal(picture.status, 0);
	char *svg = file_read(folder, "a-1.svg", NULL);
	assert_non_null(strstr(svg, "<svg"));
	g_free(svg);
	struct run stream =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "-", NULL);
	assert_memory_equal(stream.output, "%PDF-", 5);
	run_finish(&picture);
	run_finish(&stream);
	folder_remove(folder);
}

/* What stands behind a word in a PDF that a plan makes: NULL if it is not there. The
 * file's own description is not compressed. */
static char *told_by(const char *plan, const char *const *options, const char *word)
{
	char *folder = folder_make();
	file_write(folder, "plan.yaml", plan);
	struct run run = program_run(folder, NULL, "build", "plan.yaml", "-o", "a.pdf",
		options[0], options[1], NULL);
	assert_int_equal(run.status, 0);
	gsize length = 0;
	char *pdf = file_read(folder, "a.pdf", &length);
	const char *found = memmem(pdf, length, word, strlen(word));
	char *told = NULL;
	if (found) {
		found += strlen(word);
		told = g_strndup(found, strcspn(found, "<"));
	}
	g_free(pdf);
	run_finish(&run);
	folder_remove(folder);
	return told;
}

static void submissions_are_archival_and_drafts_are_not(void **state)
{
	(void)state;
	const struct {
		const char *options[2];
		const char *part; /* of ISO 19005 */
	} cases[] = {
		{{"--copy", "submission"}, "2"},
		{{"--format", "pdf"}, "2"},
		{{"--format", "pdfa-1b"}, "1"},
		{{"--copy", "draft"}, NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		char *part = told_by(small_plan, cases[i].options, "<pdfaid:part>");
		assert_int_equal(g_strcmp0(part, cases[i].part), 0);
		g_free(part);
	}
}

static void a_copy_can_be_traced_to_what_it_was_made_from(void **state)
{
	(void)state;
	const char *const options[] = {"--copy", "submission"};
	char *edited = replace_once(small_plan, "120件", "135件");
	char *sum = told_by(small_plan, options, "<jixiao:Inputs>");
	char *same = told_by(small_plan, options, "<jixiao:Inputs>");
	char *other = told_by(edited, options, "<jixiao:Inputs>");
	assert_non_null(sum);
	assert_int_equal(strlen(sum), strlen("sha256:") + 64);
	assert_string_equal(sum, same);
	assert_string_not_equal(sum, other);
	g_free(sum);
	g_free(same);
	g_free(other);
	g_free(edited);
}

static void the_plan_may_name_its_file_after_its_values(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(small_plan, "  - 版式: first-round-plan\n",
		"  - 版式: first-round-plan\n"
		"    文件名: \"{单位.简称}:{规划期}/{文种}?{稿次}\"\n");
	char *staged = g_strconcat("稿次: 草稿\n", plan, NULL);
	file_write(folder, "plan.yaml", staged);
	struct run run = program_run(folder, NULL, "build", "plan.yaml", NULL);
	assert_no_faults(&run);
	assert_string_equal(run.output,
		"已生成 ./乙局_2021-2025_首轮绩效管理规划_草稿.pdf（1 页）\n");
	run_finish(&run);
	run = program_run(folder, NULL, "build", "plan.yaml", "-o", "out/", NULL);
	assert_string_equal(run.output, "已生成 out/plan.pdf（1 页）\n");
	run_finish(&run);
	g_free(staged);
	g_free(plan);
	folder_remove(folder);
}

static void a_folder_is_made_and_named_after_the_plan(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run run =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "甲/乙/", NULL);
	assert_int_equal(run.status, 0);
	g_free(file_read(folder, "甲/乙/plan.pdf", NULL));
	run_finish(&run);
	folder_remove(folder);
}

static void several_documents_go_into_a_folder_of_the_plan(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(small_plan, "  - 版式: first-round-plan\n",
		"  - 版式: first-round-plan\n  - 版式: second\n");
	file_write(folder, "plan.yaml", plan);
	file_write(folder, "second.yaml",
		"layout: {name: second, title: 乙}\ninherit: first-round-plan\n"
		"file: \"{单位.简称}:第二/份\"\n");
	struct run run = program_run(folder, NULL, "build", "plan.yaml", "--layout-path",
		".", "-o", "out/", NULL);
	assert_no_faults(&run);
	g_free(file_read(folder, "out/plan/乙局首轮绩效管理规划.pdf", NULL));
	g_free(file_read(folder, "out/plan/乙局_第二_份.pdf", NULL));
	run_finish(&run);
	g_free(plan);
	folder_remove(folder);
}

/* A plan with two sections, and a layout that prints each on pages of its own. */
static void write_each(const char *folder, const char *entry)
{
	char *plan = g_strdup_printf("单位: {全称: 某局}\n"
				     "文档:\n"
				     "  - 版式: each\n"
				     "%s"
				     "重点工作:\n"
				     "  - {名称: 甲事, 指标: [{名称: 一}, {名称: 二}]}\n"
				     "  - {名称: 乙事, 指标: [{名称: 三}]}\n",
		entry);
	file_write(folder, "plan.yaml", plan);
	file_write(folder, "each.yaml",
		"layout: {name: each, title: 甲}\ninherit: forms\nfile: 表\n"
		"blocks:\n"
		"  - each: 重点工作 as 事\n"
		"    blocks:\n"
		"      - each: 事.指标 as 标\n"
		"        blocks: [{text: \"{事.名称}{标.名称}\", style: 表注}]\n");
	g_free(plan);
}

static struct run build_each(const char *folder)
{
	return program_run(folder, NULL, "build", "plan.yaml", "--layout-path", ".",
		"--format", "pages", "-o", "out/", NULL);
}

static void each_item_may_have_a_file_of_its_own(void **state)
{
	(void)state;
	char *folder = folder_make();
	write_each(folder, "    每: 重点工作.指标\n    文件名: \"{名称}号\"\n");
	struct run run = build_each(folder);
	assert_no_faults(&run);
	static const char *const wanted[][2] = {{"out/plan/一号.txt", "甲事一"},
		{"out/plan/二号.txt", "甲事二"}, {"out/plan/三号.txt", "乙事三"}};
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
		char *text = file_read(folder, wanted[i][0], NULL);
		assert_int_equal(count_of(text, "\ntext "), 1);
		assert_int_equal(count_of(text, wanted[i][1]), 1);
		g_free(text);
	}
	run_finish(&run);
	folder_remove(folder);
}

static void an_item_around_others_brings_all_of_them(void **state)
{
	(void)state;
	char *folder = folder_make();
	write_each(folder, "    每: 重点工作\n");
	struct run run = build_each(folder);
	assert_no_faults(&run);
	char *first = file_read(folder, "out/plan/表1.txt", NULL);
	assert_int_equal(count_of(first, "\ntext "), 2);
	char *second = file_read(folder, "out/plan/表2.txt", NULL);
	assert_int_equal(count_of(second, "乙事三"), 1);
	g_free(first);
	g_free(second);
	run_finish(&run);
	folder_remove(folder);
}

/* Each page keeps the number that it has in its own document. */
static void documents_that_say_so_make_one_file(void **state)
{
	(void)state;
	char *folder = folder_make();
	write_each(folder, "    每: 重点工作.指标\n    合并: 是\n");
	struct run run = build_each(folder);
	assert_no_faults(&run);
	assert_int_equal(count_of(run.output, "已生成"), 1);
	char *text = file_read(folder, "out/plan.txt", NULL);
	assert_int_equal(count_of(text, "\ntext "), 3);
	assert_int_equal(count_of(text, " number 1\n"), 3);
	assert_true(strstr(text, "甲事一") < strstr(text, "甲事二"));
	assert_true(strstr(text, "甲事二") < strstr(text, "乙事三"));
	g_free(text);
	run_finish(&run);
	folder_remove(folder);
}

static void each_must_be_a_list_that_the_layout_prints(void **state)
{
	(void)state;
	static const char *const faults[][2] = {
		{"    每: 重点工作.名称\n", "plan.yaml:4:8: error[document-each]"},
		{"    每: 专项\n", "plan.yaml:4:8: error[document-each]"},
		{"    每: [单位]\n", "plan.yaml:4:8: error[type-mismatch]"},
		{"    每: 单位\n", "plan.yaml:4:8: error[document-each]"},
		{"    每: 重点工作.事\n", "plan.yaml:4:13: error[field-unknown]"},
	};
	char *folder = folder_make();
	for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
		write_each(folder, faults[i][0]);
		struct run run = build_each(folder);
		assert_int_equal(run.status, 1);
		if (!strstr(run.errors, faults[i][1])) {
			fail_msg("%s is not in %s", faults[i][1], run.errors);
		}
		run_finish(&run);
	}
	folder_remove(folder);
}

static void an_empty_form_needs_a_layout_and_no_plan(void **state)
{
	(void)state;
	char *folder = folder_make();
	struct run run =
		program_run(folder, NULL, "build", "--layout", "project-targets-form",
			"--blank", "--format", "pages", "-o", "a.txt", NULL);
	assert_no_faults(&run);
	char *text = file_read(folder, "a.txt", NULL);
	assert_int_equal(count_of(text, "\"……\""), 2); /* of the hints */
	assert_int_equal(count_of(text, "待补"), 0);
	assert_int_equal(count_of(text, "page "), 1);
	g_free(text);
	run_finish(&run);
	run = program_run(folder, NULL, "build", "--layout", "fund-summary", "--blank",
		"--format", "pages", NULL);
	assert_no_faults(&run);
	assert_int_equal(count_of(run.output, "合"), 1);
	assert_int_equal(count_of(run.output, "\"0\""), 0);
	run_finish(&run);
	file_write(folder, "plan.yaml", small_plan);
	run = program_run(folder, NULL, "build", "plan.yaml", "--blank", NULL);
	assert_int_equal(run.status, 2);
	run_finish(&run);
	run = program_run(folder, NULL, "build", "--blank", NULL);
	assert_int_equal(run.status, 2);
	run_finish(&run);
	folder_remove(folder);
}

static void several_documents_need_names_and_a_folder(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *same = replace_once(small_plan, "  - 版式: first-round-plan\n",
		"  - 版式: first-round-plan\n  - 版式: first-round-plan\n");
	file_write(folder, "plan.yaml", same);
	struct run clash =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "out/", NULL);
	assert_int_equal(clash.status, 1);
	assert_non_null(strstr(clash.errors, "plan.yaml:6:9: error[output-clash]"));
	struct run file =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "a.pdf", NULL);
	assert_int_equal(file.status, 1);
	assert_non_null(strstr(file.errors, "error[output-several]"));
	char *named = replace_once(small_plan, "  - 版式: first-round-plan\n",
		"  - {版式: first-round-plan, 文件名: 甲}\n"
		"  - {版式: first-round-plan, 文件名: \"乙{规划期}\"}\n");
	file_write(folder, "plan.yaml", named);
	struct run good =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "out/", NULL);
	assert_no_faults(&good);
	g_free(file_read(folder, "out/plan/甲.pdf", NULL));
	g_free(file_read(folder, "out/plan/乙2021-2025.pdf", NULL));
	char *wrong = replace_once(named, "乙{规划期}", "乙{没有}");
	file_write(folder, "plan.yaml", wrong);
	struct run bad =
		program_run(folder, NULL, "build", "plan.yaml", "-o", "out/", NULL);
	assert_int_equal(bad.status, 1);
	assert_non_null(strstr(bad.errors, "plan.yaml:6:"));
	run_finish(&clash);
	run_finish(&file);
	run_finish(&good);
	run_finish(&bad);
	g_free(same);
	g_free(named);
	g_free(wrong);
	folder_remove(folder);
}

static void the_same_plan_gives_the_same_bytes_anywhere(void **state)
{
	(void)state;
	char *first = folder_make();
	char *second = folder_make();
	char *plan = source_file_read("input/first-round-plan.yaml");
	file_write(first, "plan.yaml", plan);
	file_write(second, "other.yaml", plan);
	char **environment = g_get_environ();
	environment = g_environ_setenv(environment, "TZ", "Asia/Shanghai", TRUE);
	environment = g_environ_setenv(environment, "LC_ALL", "POSIX", TRUE);
	struct run one = program_run(first, NULL, "build", "plan.yaml", NULL);
	struct run two = program_run(
		second, environment, "build", "other.yaml", "-o", "b/c.pdf", NULL);
	assert_int_equal(one.status, 0);
	assert_int_equal(two.status, 0);
	gsize one_length, two_length;
	char *one_bytes = file_read(first, "plan.pdf", &one_length);
	char *two_bytes = file_read(second, "b/c.pdf", &two_length);
	assert_int_equal(one_length, two_length);
	assert_memory_equal(one_bytes, two_bytes, one_length);
	g_free(one_bytes);
	g_free(two_bytes);
	run_finish(&one);
	run_finish(&two);
	g_strfreev(environment);
	g_free(plan);
	folder_remove(first);
	folder_remove(second);
}

static void an_input_is_never_overwritten(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run run = program_run(
		folder, NULL, "build", "plan.yaml", "-o", "./plan.yaml", NULL);
	assert_int_equal(run.status, 74);
	assert_non_null(strstr(run.errors, "error[output-is-input]"));
	char *plan = file_read(folder, "plan.yaml", NULL);
	assert_string_equal(plan, small_plan);
	g_free(plan);
	run_finish(&run);
	file_write(folder, "face.otf", "a face");
	run = program_run(folder, NULL, "build", "plan.yaml", "-o", "face.otf", NULL);
	assert_int_equal(run.status, 74);
	char *face = file_read(folder, "face.otf", NULL);
	assert_string_equal(face, "a face");
	g_free(face);
	run_finish(&run);
	folder_remove(folder);
}

static void pages_are_picked_by_range(void **state)
{
	(void)state;
	char *folder = folder_make();
	struct run run = program_run(g_getenv("JIXIAO_SOURCE_ROOT"), NULL, "build",
		"input/first-round-plan.yaml", "--format", "png", "--resolution", "30",
		"--range", "2,4-5", "-o", folder, NULL);
	assert_int_equal(run.status, 0);
	assert_int_equal(count_of(run.output, "已生成"), 3);
	char *picture = file_read(folder, "first-round-plan-4.png", NULL);
	assert_memory_equal(picture, "\x89PNG", 4);
	g_free(picture);
	struct run dump = program_run(g_getenv("JIXIAO_SOURCE_ROOT"), NULL, "build",
		"input/first-round-plan.yaml", "--format", "pages", "--range", "3", NULL);
	assert_int_equal(count_of(dump.output, "\npage "), 0);
	assert_memory_equal(dump.output, "page 3 ", 7);
	run_finish(&dump);
	struct run none = program_run(g_getenv("JIXIAO_SOURCE_ROOT"), NULL, "build",
		"input/first-round-plan.yaml", "--range", "900", "-o", folder, NULL);
	assert_int_equal(none.status, 1);
	assert_non_null(strstr(none.errors, "error[range-empty]"));
	run_finish(&run);
	run_finish(&none);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ending_of_a_file_names_its_format),
		cmocka_unit_test(submissions_are_archival_and_drafts_are_not),
		cmocka_unit_test(a_copy_can_be_traced_to_what_it_was_made_from),
		cmocka_unit_test(the_plan_may_name_its_file_after_its_values),
		cmocka_unit_test(a_folder_is_made_and_named_after_the_plan),
		cmocka_unit_test(several_documents_go_into_a_folder_of_the_plan),
		cmocka_unit_test(each_item_may_have_a_file_of_its_own),
		cmocka_unit_test(an_item_around_others_brings_all_of_them),
		cmocka_unit_test(documents_that_say_so_make_one_file),
		cmocka_unit_test(each_must_be_a_list_that_the_layout_prints),
		cmocka_unit_test(an_empty_form_needs_a_layout_and_no_plan),
		cmocka_unit_test(several_documents_need_names_and_a_folder),
		cmocka_unit_test(the_same_plan_gives_the_same_bytes_anywhere),
		cmocka_unit_test(an_input_is_never_overwritten),
		cmocka_unit_test(pages_are_picked_by_range),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
