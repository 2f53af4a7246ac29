/* The program from the outside: what it writes, what it refuses, how it ends. */
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Lines of two texts that differ, as `-old` and `+new`. The texts have equally many
 * lines. */
static char *changed_lines(const char *before, const char *after)
{
	char **old_lines = g_strsplit(before, "\n", -1);
	char **new_lines = g_strsplit(after, "\n", -1);
	assert_int_equal(g_strv_length(old_lines), g_strv_length(new_lines));
	GString *changes = g_string_new(NULL);
	for (size_t i = 0; old_lines[i]; i++) {
		if (strcmp(old_lines[i], new_lines[i]) != 0) {
			g_string_append_printf(
				changes, "-%s\n+%s\n", old_lines[i], new_lines[i]);
		}
	}
	g_strfreev(old_lines);
	g_strfreev(new_lines);
	return g_string_free(changes, FALSE);
}

/* Notes say which faces stand in for others: with free faces alone there are always some.
 */
static void a_sound_plan_becomes_a_pdf(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run run = program_run(folder, NULL, "build", "plan.yaml", NULL);
	assert_no_faults(&run);
	assert_int_equal(run.status, 0);
	assert_string_equal(run.output, "已生成 ./plan.pdf（1 页）\n");
	char *pdf = file_read(folder, "plan.pdf", NULL);
	assert_memory_equal(pdf, "%PDF-", 5);
	g_free(pdf);
	run_finish(&run);
	folder_remove(folder);
}

static void an_edited_amount_changes_the_places_that_print_it(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *edited = replace_once(small_plan, "120件", "135件");
	file_write(folder, "before.yaml", small_plan);
	file_write(folder, "after.yaml", edited);
	struct run before = program_run(
		folder, NULL, "build", "before.yaml", "--format", "pages", NULL);
	struct run after = program_run(
		folder, NULL, "build", "after.yaml", "--format", "pages", NULL);
	char *changes = changed_lines(before.output, after.output);
	assert_int_equal(count_of(changes, "\n+"), 1);
	assert_non_null(strstr(changes, "120"));
	assert_non_null(strstr(changes, "135"));
	g_free(changes);
	run_finish(&before);
	run_finish(&after);
	g_free(edited);
	folder_remove(folder);
}

static void a_faulty_plan_tells_all_and_writes_nothing(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml",
		"单位: {全称: 甲市乙局, 间称: 乙局}\n"
		"规划期: 2025-2021\n"
		"文种: 规划\n"
		"文档:\n"
		"  - 版式: first-round-plan\n"
		"章节:\n"
		"  - 标题: 使命\n"
		"    插入: [年度目标分析]\n"
		"    正文: \xEE\x80\x80\n");
	file_write(folder, "plan.pdf", "the old file");
	struct run run = program_run(
		folder, NULL, "build", "plan.yaml", "--diagnostics", "short", NULL);
	assert_int_equal(run.status, 1);
	assert_string_equal(run.output, "");
	assert_true(strstr(run.errors, ":1:16:") < strstr(run.errors, ":2:6:"));
	assert_non_null(strstr(run.errors, "plan.yaml:1:16: error[key-unknown]"));
	assert_non_null(strstr(run.errors, "plan.yaml:2:6: error[period-reversed]"));
	assert_non_null(strstr(run.errors, "plan.yaml:8:10: error[table-unknown]"));
	assert_non_null(strstr(run.errors, "plan.yaml:9:9: error[character-missing]"));
	char *old = file_read(folder, "plan.pdf", NULL);
	assert_string_equal(old, "the old file");
	g_free(old);
	run_finish(&run);
	folder_remove(folder);
}

static void warnings_fail_only_when_strict(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(small_plan, "120件", "**120件");
	file_write(folder, "plan.yaml", plan);
	struct run strict =
		program_run(folder, NULL, "build", "plan.yaml", "--strict", NULL);
	assert_int_equal(strict.status, 3);
	assert_string_equal(strict.output, "");
	struct run lax = program_run(folder, NULL, "build", "plan.yaml", NULL);
	assert_int_equal(lax.status, 0);
	assert_string_equal(lax.output, "已生成 ./plan.pdf（1 页，1 条警告）\n");
	run_finish(&strict);
	run_finish(&lax);
	g_free(plan);
	folder_remove(folder);
}

static void a_draft_prints_an_unfinished_plan(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(small_plan, "单位: {全称: 甲市乙局, 简称: 乙局}\n", "");
	file_write(folder, "plan.yaml", plan);
	struct run submission = program_run(folder, NULL, "build", "plan.yaml", NULL);
	assert_int_equal(submission.status, 1);
	assert_non_null(strstr(submission.errors, "error[field-missing]"));
	struct run draft = program_run(folder, NULL, "build", "plan.yaml", "--copy",
		"draft", "--format", "pages", NULL);
	assert_int_equal(draft.status, 0);
	assert_non_null(strstr(draft.errors, "warning[field-missing]"));
	assert_true(count_of(draft.output, "【待补：全称】") > 0);
	static const char list[] = "待补 1 项：\n  plan.yaml:1  规划：单位\n";
	assert_true(g_str_has_suffix(submission.errors, list));
	assert_true(g_str_has_suffix(draft.errors, list));
	char *stage = g_strconcat("稿次: 草稿\n", plan, NULL);
	file_write(folder, "plan.yaml", stage);
	struct run by_plan = program_run(folder, NULL, "build", "plan.yaml", NULL);
	assert_int_equal(by_plan.status, 0);
	run_finish(&submission);
	run_finish(&draft);
	run_finish(&by_plan);
	g_free(stage);
	g_free(plan);
	folder_remove(folder);
}

static void missing_faces_end_with_4(void **state)
{
	(void)state;
	char *folder = folder_make();
	char *plan = replace_once(small_plan, "first-round-plan", "odd");
	file_write(folder, "plan.yaml", plan);
	file_write(folder, "odd.yaml",
		"layout: {name: odd, title: 乙}\ninherit: first-round-plan\n"
		"faces:\n  仿宋: {wanted: [没有这种字体]}\n");
	struct run run = program_run(
		folder, NULL, "build", "plan.yaml", "--layout-path", ".", NULL);
	assert_int_equal(run.status, 4);
	assert_non_null(strstr(run.errors, "error[face-missing]"));
	assert_non_null(strstr(run.errors, "没有这种字体"));
	run_finish(&run);
	g_free(plan);
	folder_remove(folder);
}

static void limits_end_with_5(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run depth = program_run(
		folder, NULL, "build", "plan.yaml", "--limit", "depth=2", NULL);
	assert_int_equal(depth.status, 5);
	assert_non_null(strstr(depth.errors, "error[limit-depth]"));
	struct run pages = program_run(g_getenv("JIXIAO_SOURCE_ROOT"), NULL, "build",
		"input/first-round-plan.yaml", "-o", folder, "--limit", "pages=2", NULL);
	assert_int_equal(pages.status, 5);
	assert_non_null(strstr(pages.errors, "error[limit-pages]"));
	run_finish(&depth);
	run_finish(&pages);
	folder_remove(folder);
}

static void what_cannot_be_read_or_written_ends_with_74(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run unread = program_run(folder, NULL, "build", "absent.yaml", NULL);
	assert_int_equal(unread.status, 74);
	assert_non_null(strstr(unread.errors, "absent.yaml"));
	struct run unwritten = program_run(
		folder, NULL, "build", "plan.yaml", "-o", "plan.yaml/x.pdf", NULL);
	assert_int_equal(unwritten.status, 74);
	run_finish(&unread);
	run_finish(&unwritten);
	folder_remove(folder);
}

static void wrong_use_ends_with_2(void **state)
{
	(void)state;
	const char *const uses[][4] = {
		{NULL},
		{"bild"},
		{"build"},
		{"build", "a.yaml", "b.yaml"},
		{"build", "a.yaml", "--format=odt"},
		{"build", "a.yaml", "--copy=final"},
		{"build", "a.yaml", "--no-such"},
		{"build", "a.yaml", "-o"},
		{"build", "a.yaml", "--output="},
		{"build", "a.yaml", "--format=png", "--output=-"},
		{"build", "a.yaml", "--format=png", "--output=a.pdf"},
		{"build", "a.yaml", "--range=3-1"},
		{"build", "a.yaml", "--limit=pages"},
		{"build", "a.yaml", "--diagnostics=xml"},
		{"build", "a.yaml", "--layout-path=/no/such/folder"},
		{"check"},
		{"layouts", "x"},
		{"fonts", "a", "b"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(uses); i++) {
		struct run run = program_run(
			NULL, NULL, uses[i][0], uses[i][1], uses[i][2], uses[i][3], NULL);
		assert_int_equal(run.status, 2);
		assert_string_equal(run.output, "");
		assert_string_not_equal(run.errors, "");
		run_finish(&run);
	}
}

static void check_tells_what_build_would(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "good.yaml", small_plan);
	file_write(folder, "bad.yaml", "单位: 甲\n");
	struct run good = program_run(folder, NULL, "check", "good.yaml", NULL);
	assert_int_equal(good.status, 0);
	assert_non_null(strstr(good.output,
		"good.yaml：可用，1 份文档，1 页，0 条警告；核对 1 项相符\n"));
	struct run both = program_run(folder, NULL, "check", "good.yaml", "bad.yaml",
		"--diagnostics=json", NULL);
	assert_int_equal(both.status, 1);
	assert_non_null(strstr(both.errors, "\"code\": \"layout-none\""));
	run_finish(&good);
	run_finish(&both);
	folder_remove(folder);
}

static void layouts_and_fonts_list_what_there_is(void **state)
{
	(void)state;
	struct run layouts = program_run(NULL, NULL, "layouts", NULL);
	assert_int_equal(layouts.status, 0);
	assert_non_null(strstr(layouts.output, "first-round-plan"));
	assert_non_null(strstr(layouts.output, "GB/T 9704-2012"));
	struct run fonts = program_run(NULL, NULL, "fonts", NULL);
	assert_int_equal(fonts.status, 0);
	assert_non_null(strstr(fonts.output, "仿宋\t"));
	assert_non_null(strstr(fonts.output, "FandolFang-Regular.otf"));
	char *folder = folder_make();
	char *rare = replace_once(small_plan, "办结事项120件", "办结㎡䶮事项");
	file_write(folder, "plan.yaml", rare);
	struct run lacking = program_run(folder, NULL, "fonts", "plan.yaml", NULL);
	assert_non_null(strstr(lacking.output, "FandolFang-Regular.otf\t缺：㎡䶮\n"));
	run_finish(&lacking);
	g_free(rare);
	folder_remove(folder);
	run_finish(&layouts);
	run_finish(&fonts);
}

static void timings_name_the_stages(void **state)
{
	(void)state;
	char *folder = folder_make();
	file_write(folder, "plan.yaml", small_plan);
	struct run run =
		program_run(folder, NULL, "build", "plan.yaml", "--timings", NULL);
	static const char *const stages[] = {"yaml", "model", "plan", "layout",
		"document", "faces", "compose", "paint", "write", "total"};
	const char *at = run.errors;
	for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
		at = strstr(at, stages[i]);
		assert_non_null(at);
	}
	run_finish(&run);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_plan_becomes_a_pdf),
		cmocka_unit_test(an_edited_amount_changes_the_places_that_print_it),
		cmocka_unit_test(a_faulty_plan_tells_all_and_writes_nothing),
		cmocka_unit_test(warnings_fail_only_when_strict),
		cmocka_unit_test(a_draft_prints_an_unfinished_plan),
		cmocka_unit_test(missing_faces_end_with_4),
		cmocka_unit_test(limits_end_with_5),
		cmocka_unit_test(what_cannot_be_read_or_written_ends_with_74),
		cmocka_unit_test(wrong_use_ends_with_2),
		cmocka_unit_test(check_tells_what_build_would),
		cmocka_unit_test(layouts_and_fonts_list_what_there_is),
		cmocka_unit_test(timings_name_the_stages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
