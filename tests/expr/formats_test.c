#include "expr_fixture.h"

static void assert_numeral(const char *style, int64_t number, const char *expected)
{
	struct arena *arena = arena_create();
	const char *text = numeral_text(arena, number, style);
	if (expected) {
		assert_non_null(text);
		assert_string_equal(text, expected);
	} else {
		assert_null(text);
	}
	arena_destroy(arena);
}

static void ordinals_read_as_they_are_spoken(void **state)
{
	(void)state;
	static const struct {
		int64_t number;
		const char *expected;
	} rows[] = {{0, "零"}, {1, "一"}, {10, "十"}, {11, "十一"}, {20, "二十"},
		{21, "二十一"}, {100, "一百"}, {101, "一百零一"}, {110, "一百一十"},
		{111, "一百一十一"}, {1000, "一千"}, {1001, "一千零一"},
		{1010, "一千零一十"}, {10000, "一万"}, {10001, "一万零一"},
		{10100, "一万零一百"}, {100000, "十万"}, {101000, "十万一千"},
		{20002000, "二千万二千"}, {100000000, "一亿"}, {100000001, "一亿零一"},
		{100010000, "一亿零一万"}, {INT64_C(1000000000000), "一万亿"},
		{INT64_C(1000000000001), "一万亿零一"},
		{INT64_C(1200300000000), "一万二千零三亿"}};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		assert_numeral("一", rows[i].number, rows[i].expected);
	}
}

static void numerals_end_where_their_characters_end(void **state)
{
	(void)state;
	assert_numeral("壹", 10, "壹拾");
	assert_numeral("壹", 305, "叁佰零伍");
	assert_numeral("①", 1, "①");
	assert_numeral("①", 20, "⑳");
	assert_numeral("①", 21, "㉑");
	assert_numeral("①", 35, "㉟");
	assert_numeral("①", 36, "㊱");
	assert_numeral("①", 50, "㊿");
	assert_numeral("①", 51, NULL);
	assert_numeral("①", 0, NULL);
	assert_numeral("⑴", 20, "⒇");
	assert_numeral("⑴", 21, NULL);
	assert_numeral("⒈", 20, "⒛");
	assert_numeral("㈠", 10, "㈩");
	assert_numeral("㈠", 11, NULL);
	assert_numeral("Ⅰ", 12, "Ⅻ");
	assert_numeral("Ⅰ", 13, NULL);
	assert_numeral("I", 1994, "MCMXCIV");
	assert_numeral("i", 48, "xlviii");
	assert_numeral("I", 4000, NULL);
	assert_numeral("a", 26, "z");
	assert_numeral("a", 27, "aa");
	assert_numeral("A", 703, "AAA");
	assert_numeral("1", 7, "7");
	assert_numeral("01", 7, "07");
	assert_numeral("〇", 2020, "二〇二〇");
	assert_numeral("一", -1, NULL);
	assert_numeral("甲", 1, NULL);
}

static void numbers_are_converted_rounded_and_grouped_in_turn(void **state)
{
	static const struct row rows[] = {
		{"{总额 | 元}", "12345000"},
		{"{总额 | 元 | 千分}", "12,345,000"},
		{"{总额 | 亿元}", "0.12345"},
		{"{总额 | 万元}", "1234.50"},
		{"{总额 | 1位}", "1234.5"},
		{"{总额 | 3位 | 千分}", "1,234.500"},
		{"{总额 | 0位}", "1235"},
		{"{收入[2].金额 | 2位}万元", "30.00万元"},
		{"{房租 | 万元 | 2位}", "0.50"},
		{"{-1234567.5 | 千分} {-123456 | 千分} {999 | 千分}",
			"-1,234,567.5 -123,456 999"},
		{"{大数 | 千分}", "9,000,000,000,000"},
		{"{完成率} {完成率 | %} {完成率 | 1位} {完成率 | 0位}",
			"92.50% 92.50% 92.5% 93%"},
		{"{30 / 40 | %} {1 / 3 | % | 2位}", "75% 33.33%"},
		{"{1 + 2 | 2位}", "3.00"},
		{"{(缺 | 2位) ?? '—'}{缺 | 大写}", "—"},
		{"{斜线 | 2位 | 千分}{斜线 | 大写}", "//"},
		{"{if true then 1 else 2 | 2位}", "1.00"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void amounts_in_capitals_follow_the_rules_for_cheques(void **state)
{
	static const struct row rows[] = {
		{"{100元 | 大写}", "壹佰元整"},
		{"{10 | 大写}", "壹拾元整"},
		{"{0 | 大写}", "零元整"},
		{"{1409.5 | 大写}", "壹仟肆佰零玖元伍角整"},
		{"{6007.14 | 大写}", "陆仟零柒元壹角肆分"},
		{"{107000.53 | 大写}", "壹拾万柒仟元伍角叁分"},
		{"{16409.02 | 大写}", "壹万陆仟肆佰零玖元零贰分"},
		{"{325.04 | 大写}", "叁佰贰拾伍元零肆分"},
		{"{0.05 | 大写}{0.5 | 大写}", "伍分伍角整"},
		{"{-3.5元 | 大写}", "负叁元伍角整"},
		{"{总额 | 大写}", "壹仟贰佰叁拾肆万伍仟元整"},
		{"{1.005 | 大写}", "壹元零壹分"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void numerals_number_items(void **state)
{
	static const struct row rows[] = {
		{"{ordinal(w) | 一}、（{ordinal(工作[2]) | 一}）", "一、（二）"},
		{"{3 | ①}{3 | Ⅰ}{3 | i}{3 | a}{3 | A}{3 | 1}{3 | 01}", "③ⅢiiicC303"},
		{"{serial(工作[2].步骤[1]) | 壹}", "叁"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void dates_have_short_and_long_forms(void **state)
{
	static const struct row rows[] = {
		{"{日期 | 年月日}", "2021年3月18日"},
		{"{日期 | 年月}", "2021年3月"},
		{"{日期 | 年}", "2021年"},
		{"{日期 | 点}", "2021.3.18"},
		{"{日期 | 汉字年月日}", "二〇二一年三月十八日"},
		{"{日期 | 汉字年月}{日期 | 汉字年}", "二〇二一年三月二〇二一年"},
		{"{规划期 | 年}", "2016-2020年"},
		{"{规划期 | 点}", "2016-2020"},
		{"{规划期 | 年月日}", "2016-2020年"},
		{"{规划期 | 汉字年}", "二〇一六至二〇二〇年"},
		{"{年度 | 年}{年度 | 汉字年}", "2017年二〇一七年"},
		{"{规划期.起 | 年}", "2016年"},
	};
	ASSERT_PRINTS(*state, rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinals_read_as_they_are_spoken),
		cmocka_unit_test(numerals_end_where_their_characters_end),
		FIXTURE_TEST(numbers_are_converted_rounded_and_grouped_in_turn),
		FIXTURE_TEST(amounts_in_capitals_follow_the_rules_for_cheques),
		FIXTURE_TEST(numerals_number_items),
		FIXTURE_TEST(dates_have_short_and_long_forms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
