/* The formats of GB/T 9704-2012 clause 10 as they are shipped: figures that follow from
 * the clauses, in points from the head and the left edge of the sheet. */
#include "program.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MM (72 / 25.4)
#define ROW (225 * MM / 22)
#define BASELINE (0.88 * 16) /* below the head of the em box of 16 points */

/* The pages of a plan as text; the caller frees it. */
static char *pages_of(const char *plan)
{
	char *folder = folder_make();
	file_write(folder, "plan.yaml", plan);
	struct run run = program_run(
		folder, NULL, "build", "plan.yaml", "--format", "pages", NULL);
	assert_no_faults(&run);
	assert_int_equal(run.status, 0);
	char *pages = g_strdup(run.output);
	run_finish(&run);
	folder_remove(folder);
	return pages;
}

/* A plan of input/ with a line of its own. */
static char *input_pages(const char *name, const char *more)
{
	char *text = source_file_read(name);
	char *plan = g_strconcat(text, more, NULL);
	char *pages = pages_of(plan);
	g_free(plan);
	g_free(text);
	return pages;
}

/* The numbers at the head of the first line from `from` on that ends with an ending. */
static const char *find_numbers(
	const char *from, const char *ending, double *numbers, int count)
{
	const char *end = strstr(from, ending);
	if (!end) {
		fail_msg("no line ends with %s", ending);
		abort();
	}
	const char *line = end;
	while (line > from && line[-1] != '\n') {
		line--;
	}
	char *at = strchr(line, ' ');
	for (int i = 0; i < count; i++) {
		numbers[i] = g_ascii_strtod(at, &at);
	}
	return end;
}

struct point {
	double x, y;
};

static struct point text_place(const char *pages, const char *text)
{
	double numbers[2];
	char *ending = g_strdup_printf("\"%s", text);
	find_numbers(pages, ending, numbers, 2);
	g_free(ending);
	return (struct point){numbers[0], numbers[1]};
}

/* Two decimals are printed of each of two numbers. */
#define ASSERT_NEAR(left, right) assert_true(fabs((left) - (right)) < 0.0151)

/* ---- letters: 10.1 ---- */

static void a_letter_lies_between_two_double_lines(void **state)
{
	(void)state;
	char *pages = input_pages("input/letter.yaml", "");
	double lines[4][4];
	const char *at = pages;
	for (int i = 0; i < 4; i++) {
		at = find_numbers(at, "artifact layout", lines[i], 4) + 1;
		/* 170 mm, about the middle of the type area. */
		ASSERT_NEAR(lines[i][0], 21 * MM);
		ASSERT_NEAR(lines[i][2], 191 * MM);
	}
	/* Thick above thin, 0.25 mm between; then thin above thick, 20 mm from the foot.
	 */
	ASSERT_NEAR(lines[1][1] - lines[0][1], 0.625 * MM);
	ASSERT_NEAR(lines[3][1] - lines[2][1], 0.625 * MM);
	ASSERT_NEAR(lines[3][1] + 0.25 * MM, 277 * MM);
	assert_int_equal(count_of(pages, "width 1.42 colour 1.00 0.00 0.00"), 2);
	assert_int_equal(count_of(pages, "width 0.71 colour 1.00 0.00 0.00"), 2);
	assert_true(strstr(pages, "width 1.42") < strstr(pages, "width 0.71"));
	assert_int_equal(count_of(pages, "artifact layout"), 4);
	g_free(pages);
}

static void the_number_of_a_letter_stands_below_the_line_on_the_right(void **state)
{
	(void)state;
	char *pages =
		input_pages("input/letter.yaml", "份号: \"000007\"\n密级: 秘密★1年\n");
	double line[4];
	find_numbers(pages, "width 0.71 colour 1.00 0.00 0.00 artifact layout", line, 4);
	struct point number = text_place(pages, "霁档函");
	struct point copy = text_place(pages, "000007");
	struct point secret = text_place(pages, "秘密★1年");
	/* 7/8 of 16 points between the line and the em boxes. */
	ASSERT_NEAR(number.y, line[1] + 0.125 * MM + 14 + BASELINE);
	ASSERT_NEAR(copy.y, number.y);
	assert_true(copy.x < 80 && secret.x < 80);
	ASSERT_NEAR(secret.y - copy.y, ROW);
	g_free(pages);
}

static void a_letter_shows_page_numbers_from_its_second_page_on(void **state)
{
	(void)state;
	char *pages = input_pages("input/letter.yaml", "");
	assert_non_null(strstr(pages, "number 1\n"));
	assert_null(strstr(pages, "\"— 1 —\""));
	assert_non_null(strstr(pages, "\"— 2 —\""));
	g_free(pages);
}

/* 4 hao in lines of 28 points, no strokes: the last line ends with the type area. */
static void the_imprint_of_a_letter_has_no_lines_and_joins_its_last_page(void **state)
{
	(void)state;
	char *pages = input_pages(
		"input/letter.yaml", "附件: [{名称: 一览, 正文: 见所附清单。}]\n");
	struct point copies = text_place(pages, "抄送：霁川市");
	ASSERT_NEAR(copies.y, 262 * MM - 28 + 7 + 0.88 * 14);
	assert_int_equal(count_of(pages, "\npage "), 2);
	assert_null(strstr(strstr(pages, "page 2"), "artifact layout"));
	assert_non_null(strstr(strstr(pages, "page 3"), "\"— 3 —\""));
	assert_true(strstr(pages, "抄送：霁川市") > strstr(pages, "page 3"));
	g_free(pages);
}

/* ---- orders: 10.2 ---- */

/* The stamp is 40 mm wide and 4 characters from the edge; the post ends 2 characters
 * before it; 0.1 point is what a glyph of 16 points exceeds its cell by on each side. */
static void the_post_stands_before_the_stamp(void **state)
{
	(void)state;
	char *pages = input_pages("input/order.yaml", "");
	double cell = 156 * MM / 28;
	double stamp = 184 * MM - 4 * cell - 40 * MM;
	struct point post = text_place(pages, "市长\"");
	ASSERT_NEAR(post.x, stamp - 4 * cell - (16 - cell) / 2);
	assert_null(strstr(pages, "artifact layout"));
	g_free(pages);
}

static void two_lines_are_blank_around_the_number_of_an_order(void **state)
{
	(void)state;
	char *pages = input_pages("input/order.yaml", "");
	struct point mark = text_place(pages, "霁川市人民政府令");
	struct point number = text_place(pages, "第\"");
	struct point text = text_place(pages, "为了预防森林火灾");
	/* The em box of the mark ends 0.12 x 48 below its baseline. */
	ASSERT_NEAR(number.y, mark.y + 0.12 * 48 + 2 * ROW + BASELINE);
	double blank = text.y - BASELINE - (number.y + 0.12 * 16);
	assert_true(blank >= 2 * ROW && blank < 3 * ROW);
	g_free(pages);
}

/* ---- minutes: 10.3 ---- */

static void those_present_stand_below_a_blank_line_under_the_first(void **state)
{
	(void)state;
	char *pages = input_pages("input/minutes.yaml", "");
	double cell = 156 * MM / 28;
	double left = 28 * MM - (16 - cell) / 2;
	struct point present = text_place(pages, "出席：\"");
	struct point first = text_place(pages, "市政府办公室文启明");
	struct point turnover = text_place(pages, "计局鲍远帆");
	struct point excused = text_place(pages, "请假：\"");
	struct point guests = text_place(pages, "列席：\"");
	struct point above = text_place(pages, "部门。\"");
	ASSERT_NEAR(present.x, left + 2 * cell);
	ASSERT_NEAR(first.x, left + 5 * cell);
	ASSERT_NEAR(turnover.x, first.x);
	ASSERT_NEAR(turnover.y, first.y + ROW);
	ASSERT_NEAR(excused.x, present.x);
	ASSERT_NEAR(guests.y, excused.y + ROW);
	ASSERT_NEAR(present.y - above.y, 2 * ROW);
	g_free(pages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_lies_between_two_double_lines),
		cmocka_unit_test(
			the_number_of_a_letter_stands_below_the_line_on_the_right),
		cmocka_unit_test(a_letter_shows_page_numbers_from_its_second_page_on),
		cmocka_unit_test(
			the_imprint_of_a_letter_has_no_lines_and_joins_its_last_page),
		cmocka_unit_test(the_post_stands_before_the_stamp),
		cmocka_unit_test(two_lines_are_blank_around_the_number_of_an_order),
		cmocka_unit_test(those_present_stand_below_a_blank_line_under_the_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
