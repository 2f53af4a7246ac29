#include "support/cases.h"

#include "base/length.h"

#include <float.h>
#include <math.h>

static bool near(double left, double right)
{
	return fabs(left - right) < 1e-9;
}

static void assert_length(const char *text, double value, enum length_unit unit)
{
	struct length length = {-7, LENGTH_SHARE};
	if (!length_parse(text, &length) || !near(length.value, value) ||
		length.unit != unit) {
		fail_msg("%s: %g of unit %d", text, length.value, length.unit);
	}
}

static void points_millimetres_and_centimetres_are_points(void **state)
{
	(void)state;
	assert_length("12pt", 12, LENGTH_POINTS);
	assert_length("25.4mm", 72, LENGTH_POINTS);
	assert_length("2.54cm", 72, LENGTH_POINTS);
	assert_length("-25.4 mm", -72, LENGTH_POINTS);
	assert_length(".5pt", 0.5, LENGTH_POINTS);
}

static void ems_lines_and_shares_wait_for_what_they_are_of(void **state)
{
	(void)state;
	assert_length("2em", 2, LENGTH_EMS);
	assert_length("2字", 2, LENGTH_EMS);
	assert_length("1.5行", 1.5, LENGTH_LINES);
	assert_length("25%", 0.25, LENGTH_SHARE);
}

static void nothing_needs_no_unit(void **state)
{
	(void)state;
	assert_length("0", 0, LENGTH_POINTS);
	assert_length("0.0", 0, LENGTH_POINTS);
}

/* standards 1.12 */
static void type_sizes_have_names(void **state)
{
	(void)state;
	const char *const names[] = {"初号", "小初", "一号", "小一", "二号", "小二",
		"三号", "小三", "四号", "小四", "五号", "小五", "六号", "小六", "七号",
		"八号"};
	const double points[] = {
		42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9, 7.5, 6.5, 5.5, 5};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		assert_length(names[i], points[i], LENGTH_POINTS);
	}
}

static void what_is_no_length_is_refused(void **state)
{
	(void)state;
	const char *const texts[] = {"", "12", "mm", "pt12", "1.", "1.mm", "1..5mm",
		"--1mm", "-", ".", ".mm", "inf", "-infmm", "nanmm", "-nanmm", "0x10mm",
		"0X10mm", "1e3mm", "1,000mm", "2000000mm", "-2000000mm", "12pt ",
		"12 pt x", "九号", "三号字", "1px"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct length length = {-7, LENGTH_LINES};
		if (length_parse(texts[i], &length)) {
			fail_msg("read: %s", texts[i]);
		}
		assert_true(near(length.value, -7) && length.unit == LENGTH_LINES);
	}
}

static void a_length_becomes_points_where_its_measure_is_known(void **state)
{
	(void)state;
	assert_true(
		near(length_points((struct length){3, LENGTH_POINTS}, 16, 28, 400), 3));
	assert_true(near(length_points((struct length){3, LENGTH_EMS}, 16, 28, 400), 48));
	assert_true(
		near(length_points((struct length){3, LENGTH_LINES}, 16, 28, 400), 84));
	assert_true(near(
		length_points((struct length){0.3, LENGTH_SHARE}, 16, 28, 400), 120));
	assert_true(near(points_from_mm(25.4), 72));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_millimetres_and_centimetres_are_points),
		cmocka_unit_test(ems_lines_and_shares_wait_for_what_they_are_of),
		cmocka_unit_test(nothing_needs_no_unit),
		cmocka_unit_test(type_sizes_have_names),
		cmocka_unit_test(what_is_no_length_is_refused),
		cmocka_unit_test(a_length_becomes_points_where_its_measure_is_known),
	};
	return cmocka_run_group_tests_name("length", tests, NULL, NULL);
}
