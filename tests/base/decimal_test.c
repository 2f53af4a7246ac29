#include "support/cases.h"

#include "base/decimal.h"

__extension__ typedef __int128 wide;

static struct decimal of(int64_t millionths)
{
	return (struct decimal){millionths};
}

static void assert_reads(const char *text, int64_t millionths, size_t bytes)
{
	struct decimal decimal = of(-7);
	size_t read = 99;
	if (!decimal_parse(text, &decimal, &read)) {
		fail_msg("not read: %s", text);
	}
	assert_int_equal(decimal.millionths, millionths);
	assert_int_equal(read, bytes);
}

static void assert_refuses(const char *text)
{
	struct decimal decimal = of(-7);
	size_t read = 99;
	if (decimal_parse(text, &decimal, &read)) {
		fail_msg("read: %s", text);
	}
	assert_int_equal(decimal.millionths, -7);
	assert_int_equal(read, 99);
}

static void a_number_is_read_as_it_is_written(void **state)
{
	(void)state;
	assert_reads("0", 0, 1);
	assert_reads("12", 12000000, 2);
	assert_reads("-1.5", -1500000, 4);
	assert_reads("+1.5", 1500000, 4);
	assert_reads("137.01041", 137010410, 9);
	assert_reads("0.000001", 1, 8);
	assert_reads("007", 7000000, 3);
	assert_reads("-0", 0, 2);
}

static void full_width_characters_count_as_their_ascii_forms(void **state)
{
	(void)state;
	assert_reads("１２．５", 12500000, 12);
	assert_reads("－３", -3000000, 6);
	assert_reads("＋３", 3000000, 6);
	assert_reads("１，２３４", 1234000000, 15);
	assert_reads("1２3", 123000000, 5);
}

static void reading_stops_at_what_is_no_number(void **state)
{
	(void)state;
	assert_reads("30万元", 30000000, 2);
	assert_reads("12%", 12000000, 2);
	assert_reads("3.", 3000000, 1);
	assert_reads("3。", 3000000, 1);
	assert_reads("1.2.3", 1200000, 3);
	assert_reads("2016-2020", 2016000000, 4);
	assert_reads("5 000", 5000000, 1);
	assert_reads("1/2", 1000000, 1);
	assert_reads("１／２", 1000000, 3);
	assert_reads("5\xEF\xBC", 5000000, 1); /* a character cut short */
}

static void commas_group_by_three(void **state)
{
	(void)state;
	assert_reads("1,234.50", 1234500000, 8);
	assert_reads("12,345,678", 12345678000000, 10);
	assert_reads("-999,999", -999999000000, 8);
	assert_reads("1,23", 1000000, 1);
	assert_reads("1,2345", 1000000, 1);
	assert_reads("1234,567", 1234000000, 4);
	assert_reads("1,234,56", 1234000000, 5);
	assert_reads("1,,234", 1000000, 1);
	assert_reads("1.234,567", 1234000, 5);
	assert_reads("3,", 3000000, 1);
}

static void what_is_no_number_is_refused(void **state)
{
	(void)state;
	const char *const texts[] = {"", "-", "+", "--1", "- 1", ".5", ",123", "万",
		"\xFF", "inf", "x1", "－", "。5"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		assert_refuses(texts[i]);
	}
}

static void more_than_six_places_are_refused(void **state)
{
	(void)state;
	assert_reads("0.123456", 123456, 8);
	assert_refuses("0.1234567");
	assert_refuses("1.0000000");
	assert_refuses("0.00000000000000000000000000000000001");
}

static void numbers_are_read_up_to_the_range_and_no_further(void **state)
{
	(void)state;
	assert_reads("9223372036854.775807", INT64_MAX, 20);
	assert_reads("-9223372036854.775807", -INT64_MAX, 21);
	assert_reads("9,223,372,036,854.775807", INT64_MAX, 24);
	assert_reads("00000000000000000000000000001", 1000000, 29);
	assert_refuses("9223372036854.775808");
	assert_refuses("-9223372036854.775808");
	assert_refuses("9223372036855");
	assert_refuses("99999999999999999999999999999");
	assert_refuses("18446744073709551617"); /* 1, if the overflow went unseen */
}

static void rounding_goes_half_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(decimal_round(of(1234567), 6).millionths, 1234567);
	assert_int_equal(decimal_round(of(1234565), 5).millionths, 1234570);
	assert_int_equal(decimal_round(of(1234564), 5).millionths, 1234560);
	assert_int_equal(decimal_round(of(-1234565), 5).millionths, -1234570);
	assert_int_equal(decimal_round(of(500000), 0).millionths, 1000000);
	assert_int_equal(decimal_round(of(-500000), 0).millionths, -1000000);
	assert_int_equal(decimal_round(of(499999), 0).millionths, 0);
	assert_int_equal(decimal_round(of(2500000), 0).millionths, 3000000);
}

static void rounding_the_greatest_number_does_not_overflow(void **state)
{
	(void)state;
	assert_int_equal(decimal_round(of(INT64_MAX), 0).millionths, 9223372036854000000);
	assert_int_equal(
		decimal_round(of(-INT64_MAX), 0).millionths, -9223372036854000000);
	assert_int_equal(decimal_round(of(INT64_MAX), 6).millionths, INT64_MAX);
}

/* Numbers of every size, and the edges. */
static int64_t random_millionths(struct random *random)
{
	static const int64_t edges[] = {0, 1, -1, 500000, -500000, 999999, DECIMAL_ONE,
		-DECIMAL_ONE, INT64_MAX, -INT64_MAX, INT64_MAX - 1, 3037000499976049};
	if (random_below(random, 8) == 0) {
		return edges[random_below(random, G_N_ELEMENTS(edges))];
	}
	int64_t number = (int64_t)(random_next(random) >> (1 + random_below(random, 63)));
	return random_below(random, 2) ? number : -number;
}

/* numerator / denominator, half away from zero. */
static wide divided(wide numerator, wide denominator)
{
	bool negative = (numerator < 0) != (denominator < 0);
	wide top = numerator < 0 ? -numerator : numerator;
	wide bottom = denominator < 0 ? -denominator : denominator;
	wide quotient = top / bottom + (top % bottom * 2 >= bottom);
	return negative ? -quotient : quotient;
}

struct sum {
	const char *name;
	int64_t left, right;
	bool possible;
	wide expected;
};

static void assert_result(const struct sum *sum, bool given, struct decimal result)
{
	bool fits = sum->possible && sum->expected <= INT64_MAX &&
		    sum->expected >= -INT64_MAX;
	if (given != fits || (fits && result.millionths != (int64_t)sum->expected) ||
		(!fits && result.millionths != 42)) {
		fail_msg("%lld %s %lld gave %d %lld", (long long)sum->left, sum->name,
			(long long)sum->right, given, (long long)result.millionths);
	}
}

static void arithmetic_agrees_with_128_bits(void **state)
{
	(void)state;
	struct random random = random_begin();
	for (int i = 0; i < 400000; i++) {
		int64_t left = random_millionths(&random),
			right = random_millionths(&random);
		struct decimal result = of(42);
		bool given = decimal_add(of(left), of(right), &result);
		assert_result(&(struct sum){"+", left, right, true, (wide)left + right},
			given, result);
		result = of(42);
		given = decimal_subtract(of(left), of(right), &result);
		assert_result(&(struct sum){"-", left, right, true, (wide)left - right},
			given, result);
		result = of(42);
		given = decimal_multiply(of(left), of(right), &result);
		assert_result(&(struct sum){"*", left, right, true,
				      divided((wide)left * right, DECIMAL_ONE)},
			given, result);
		result = of(42);
		given = decimal_divide(of(left), of(right), &result);
		wide quotient = right ? divided((wide)left * DECIMAL_ONE, right) : 0;
		assert_result(&(struct sum){"/", left, right, right != 0, quotient},
			given, result);
	}
}

/* The product is 2^64 - 1 and more than a half: rounded up unseen, it would be 0. */
static void a_product_that_rounds_past_64_bits_is_refused(void **state)
{
	(void)state;
	struct decimal result = of(42);
	assert_false(decimal_multiply(of(3000002), of(6148910591962789230), &result));
	assert_int_equal(result.millionths, 42);
}

static void comparison_orders_numbers(void **state)
{
	(void)state;
	assert_true(decimal_compare(of(-1), of(0)) < 0);
	assert_true(decimal_compare(of(INT64_MAX), of(-INT64_MAX)) > 0);
	assert_int_equal(decimal_compare(of(5), of(5)), 0);
}

static void whole_numbers_are_known(void **state)
{
	(void)state;
	assert_int_equal(decimal_from_integer(-3).millionths, -3000000);
	assert_int_equal(
		decimal_from_integer(9223372036854).millionths, 9223372036854000000);
	assert_true(decimal_is_integer(of(2000000)));
	assert_false(decimal_is_integer(of(2000001)));
	assert_int_equal(decimal_integer(of(2999999)), 2);
	assert_int_equal(decimal_integer(of(-2999999)), -2);
}

static void make_too_large_a_whole_number(void)
{
	decimal_from_integer(9223372036855);
}

static void a_whole_number_out_of_range_is_our_own_fault(void **state)
{
	(void)state;
	assert_true(case_aborts(make_too_large_a_whole_number));
}

static void text_has_the_places_asked_for_and_those_needed(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_string_equal(decimal_text(arena, of(0), 0), "0");
	assert_string_equal(decimal_text(arena, of(1234500000), 0), "1234.5");
	assert_string_equal(decimal_text(arena, of(1234500000), 2), "1234.50");
	assert_string_equal(decimal_text(arena, of(-1), 2), "-0.000001");
	assert_string_equal(decimal_text(arena, of(5000000), 6), "5.000000");
	assert_string_equal(
		decimal_text(arena, of(INT64_MAX), 0), "9223372036854.775807");
	assert_string_equal(
		decimal_text(arena, of(-INT64_MAX), 0), "-9223372036854.775807");
	arena_destroy(arena);
}

static void text_reads_back_as_the_same_number(void **state)
{
	(void)state;
	struct random random = random_begin();
	struct arena *arena = arena_create();
	for (int i = 0; i < 20000; i++) {
		int64_t number = random_millionths(&random);
		char *text =
			decimal_text(arena, of(number), (int)random_below(&random, 7));
		assert_reads(text, number, strlen(text));
	}
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_read_as_it_is_written),
		cmocka_unit_test(full_width_characters_count_as_their_ascii_forms),
		cmocka_unit_test(reading_stops_at_what_is_no_number),
		cmocka_unit_test(commas_group_by_three),
		cmocka_unit_test(what_is_no_number_is_refused),
		cmocka_unit_test(more_than_six_places_are_refused),
		cmocka_unit_test(numbers_are_read_up_to_the_range_and_no_further),
		cmocka_unit_test(rounding_goes_half_away_from_zero),
		cmocka_unit_test(rounding_the_greatest_number_does_not_overflow),
		cmocka_unit_test(arithmetic_agrees_with_128_bits),
		cmocka_unit_test(a_product_that_rounds_past_64_bits_is_refused),
		cmocka_unit_test(comparison_orders_numbers),
		cmocka_unit_test(whole_numbers_are_known),
		cmocka_unit_test(a_whole_number_out_of_range_is_our_own_fault),
		cmocka_unit_test(text_has_the_places_asked_for_and_those_needed),
		cmocka_unit_test(text_reads_back_as_the_same_number),
	};
	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
