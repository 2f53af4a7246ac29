/* Every feature of tables and forms, in two documents: built by the program, looked up in
 * its pages. What is to be seen in them is looked at by people; here, that nothing of it
 * gets lost, and that nothing lies on something else. */
#include "command/program.h"
#include "page_texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MM (72 / 25.4)
#define NEAR 0.3 /* points */

/* The type area of a page: 28 mm, 37 mm, 156 mm by 225 mm. */
static const double LEFT = 28 * MM;
static const double TOP = 37 * MM;
static const double RIGHT = 184 * MM;
static const double BOTTOM = 262 * MM;

struct gallery {
	const char *name;
	struct run run;
	GArray *marks;
};

static int begin(void **state, const char *name)
{
	struct gallery *gallery = g_new0(struct gallery, 1);
	char *folder = g_build_filename(
		g_getenv("JIXIAO_SOURCE_ROOT"), "tests", "gallery", NULL);
	char *plan = g_strconcat(name, "-plan.yaml", NULL);
	gallery->name = name;
	gallery->run = program_run(folder, NULL, "build", plan, "--layout-path", ".",
		"--format", "pages", "--diagnostics", "short", NULL);
	gallery->marks = page_marks_read(gallery->run.output);
	g_free(plan);
	g_free(folder);
	*state = gallery;
	return gallery->run.status;
}

static int begin_tables(void **state)
{
	return begin(state, "tables");
}

static int begin_forms(void **state)
{
	return begin(state, "forms");
}

static int end(void **state)
{
	struct gallery *gallery = *state;
	run_finish(&gallery->run);
	g_array_free(gallery->marks, TRUE);
	g_free(gallery);
	return 0;
}

static const struct mark *mark_at(const struct gallery *gallery, guint index)
{
	return &g_array_index(gallery->marks, struct mark, index);
}

static guint page_count(const struct gallery *gallery)
{
	return mark_at(gallery, gallery->marks->len - 1)->page;
}

/* The n-th of the texts that are so, from 0. */
static const struct mark *find_text(
	const struct gallery *gallery, const char *text, int number)
{
	for (guint i = 0; i < gallery->marks->len; i++) {
		const struct mark *mark = mark_at(gallery, i);
		if (mark->text && strcmp(mark->text, text) == 0 && number-- == 0) {
			return mark;
		}
	}
	fail_msg("“%s” stands nowhere", text);
	abort();
}

/* ---- what holds of both ---- */

/* Tells the first line that differs, and leaves all of them where the test runs. */
static void assert_lines(const char *name, const char *actual, const char *expected)
{
	size_t line = 0;
	size_t same = 0;
	while (actual[same] && actual[same] == expected[same]) {
		same++;
		line = actual[same - 1] == '\n' ? same : line;
	}
	if (actual[same] != expected[same]) {
		char *file = g_strconcat("actual-", name, ".txt", NULL);
		g_file_set_contents(file, actual, -1, NULL);
		fail_msg("%s has\n%.*s\nand not\n%.*s", file,
			(int)strcspn(actual + line, "\n"), actual + line,
			(int)strcspn(expected + line, "\n"), expected + line);
	}
}

static void nothing_is_lost(void **state)
{
	const struct gallery *gallery = *state;
	char *name = g_strconcat("tests/gallery/", gallery->name, ".txt", NULL);
	char *expected = source_file_read(name);
	GString *texts = page_texts_print(gallery->marks);
	assert_lines(gallery->name, texts->str, expected);
	g_string_free(texts, TRUE);
	g_free(expected);
	g_free(name);
}

/* Page numbers stand below. */
static bool is_outside(const struct mark *mark)
{
	bool number = mark->text && g_str_has_prefix(mark->text, "— ");
	return !number && (mark->left < LEFT - NEAR || mark->right > RIGHT + NEAR ||
				  mark->top < TOP - NEAR || mark->bottom > BOTTOM + NEAR);
}

static void nothing_leaves_the_type_area(void **state)
{
	const struct gallery *gallery = *state;
	for (guint i = 0; i < gallery->marks->len; i++) {
		const struct mark *mark = mark_at(gallery, i);
		if (is_outside(mark)) {
			fail_msg("page %u: “%s” at %.2f %.2f leaves the area", mark->page,
				mark->text ? mark->text : "a rule", mark->x, mark->y);
		}
	}
}

static void no_text_lies_on_anything(void **state)
{
	const struct gallery *gallery = *state;
	for (guint i = 0; i < gallery->marks->len; i++) {
		const struct mark *mark = mark_at(gallery, i);
		for (guint k = 0; k < gallery->marks->len && mark->text; k++) {
			const struct mark *other = mark_at(gallery, k);
			if (i != k && mark->page == other->page &&
				marks_overlap(mark, other)) {
				fail_msg("page %u: “%s” at %.2f %.2f lies on “%s” at "
					 "%.2f %.2f",
					mark->page, mark->text, mark->x, mark->y,
					other->text ? other->text : "a rule", other->x,
					other->y);
			}
		}
	}
}

/* ---- tables ---- */

static void only_what_cannot_fit_is_told_of_tables(void **state)
{
	const struct gallery *gallery = *state;
	const char *errors = gallery->run.errors;
	assert_int_equal(page_count(gallery), 25);
	assert_int_equal(count_of(errors, "error["), 0);
	assert_int_equal(count_of(errors, "warning["), 1);
	assert_int_equal(count_of(errors, "warning[table-not-fitted]"), 1);
	assert_int_equal(count_of(errors, "note[table-fitted]"), 3);
	assert_int_equal(count_of(errors, "note[table-parted]"), 1);
}

static void decimal_points_stand_below_each_other(void **state)
{
	static const char *const numbers[] = {"120.25", "8", "36.5", "1260", "0.375"};
	const struct gallery *gallery = *state;
	const struct mark *sum = find_text(gallery, "1425.125", 0);
	double point = sum->x + 4 * sum->size / 2;
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		bool found = false;
		for (guint k = 0; k < gallery->marks->len; k++) {
			const struct mark *mark = mark_at(gallery, k);
			if (mark->page == sum->page && mark->text && !found &&
				strcmp(mark->text, numbers[i]) == 0) {
				double whole = (double)strcspn(numbers[i], ".");
				assert_true(fabs(mark->x + whole * mark->size / 2 -
						    point) < NEAR);
				found = true;
			}
		}
		assert_true(found);
	}
}

static void the_middle_of_three_parts_is_in_the_middle(void **state)
{
	const struct mark *year = find_text(*state, "2023", 0);
	const struct mark *month = find_text(*state, "月", 0);
	double middle = (year->x + month->x + month->size) / 2;
	assert_true(fabs(middle - (LEFT + RIGHT) / 2) < NEAR);
}

static void the_pages_sum_stands_above_the_total(void **state)
{
	const struct mark *page = find_text(*state, "本页小计", 2);
	const struct mark *total = find_text(*state, "34159.12", 0);
	assert_int_equal(page->page, total->page);
	assert_true(page->y < total->y);
}

/* ---- forms ---- */

static void nothing_is_told_of_forms_but_tightening(void **state)
{
	const struct gallery *gallery = *state;
	assert_no_faults(&gallery->run);
	assert_int_equal(count_of(gallery->run.errors, "note[table-fitted]"), 1);
	assert_int_equal(page_count(gallery), 5);
}

/* The lowest rule of the page on which a text stands. */
static double lowest_rule(const struct gallery *gallery, guint page)
{
	double lowest = 0;
	for (guint i = 0; i < gallery->marks->len; i++) {
		const struct mark *mark = mark_at(gallery, i);
		if (mark->page == page && !mark->text) {
			lowest = fmax(lowest, mark->bottom);
		}
	}
	return lowest;
}

static void signatures_stand_at_the_foot_of_the_page(void **state)
{
	static const char *const lines[] = {"填表人", "经办"};
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		const struct mark *mark = find_text(*state, lines[i], 0);
		assert_true(fabs(lowest_rule(*state, mark->page) - BOTTOM) < NEAR);
		assert_true(BOTTOM - mark->y < 12 * MM);
	}
}

static void a_unit_stands_beside_its_number(void **state)
{
	const struct mark *number = find_text(*state, "200.5", 0);
	const struct mark *unit = find_text(*state, "万元", 1);
	assert_true(fabs(unit->y - number->y) < NEAR);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest of_tables[] = {
		cmocka_unit_test(only_what_cannot_fit_is_told_of_tables),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(nothing_leaves_the_type_area),
		cmocka_unit_test(no_text_lies_on_anything),
		cmocka_unit_test(decimal_points_stand_below_each_other),
		cmocka_unit_test(the_middle_of_three_parts_is_in_the_middle),
		cmocka_unit_test(the_pages_sum_stands_above_the_total),
	};
	const struct CMUnitTest of_forms[] = {
		cmocka_unit_test(nothing_is_told_of_forms_but_tightening),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(nothing_leaves_the_type_area),
		cmocka_unit_test(no_text_lies_on_anything),
		cmocka_unit_test(signatures_stand_at_the_foot_of_the_page),
		cmocka_unit_test(a_unit_stands_beside_its_number),
	};
	bool forms = argc > 1 && strcmp(argv[1], "forms") == 0;
	return forms ? cmocka_run_group_tests_name(
			       "gallery/forms", of_forms, begin_forms, end)
		     : cmocka_run_group_tests_name(
			       "gallery/tables", of_tables, begin_tables, end);
}
