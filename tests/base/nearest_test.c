/* The word that was meant: rather none than a wrong one. */
#include "base/nearest.h"
#include "support/cases.h"

static void expect_nearest(
	const char *const *words, const char *misspelt, const char *expected)
{
	const char *found = nearest_word(words, misspelt);
	if (!expected) {
		assert_null(found);
		return;
	}
	assert_non_null(found);
	assert_string_equal(found, expected);
}

static void a_slip_leads_to_the_word_that_was_meant(void **state)
{
	(void)state;
	static const char *const words[] = {
		"年度分解", "年度", "简称", "责任单位", "title", NULL};
	expect_nearest(words, "年渡", "年度");
	expect_nearest(words, "间称", "简称");
	expect_nearest(words, "称简", "简称");
	expect_nearest(words, "度年", "年度");
	expect_nearest(words, "年 度", "年度");
	expect_nearest(words, "年度分介", "年度分解");
	expect_nearest(words, "年度分配", "年度分解");
	expect_nearest(words, "任责单位", "责任单位");
	expect_nearest(words, "单位", "责任单位");
	expect_nearest(words, "分年度", "年度");
	expect_nearest(words, "tilte", "title");
}

static void another_character_makes_another_word(void **state)
{
	(void)state;
	static const char *const stages[] = {"草稿", "报送稿", "存档稿", NULL};
	static const char *const manners[] = {"另起", "接排", NULL};
	static const char *const fields[] = {"单位", "年度分解", "规划值", "title", NULL};
	expect_nearest(stages, "终稿", NULL);
	expect_nearest(stages, "定稿", NULL);
	expect_nearest(manners, "横排", NULL);
	expect_nearest(fields, "单价", NULL);
	expect_nearest(fields, "时间", NULL);
	expect_nearest(fields, "年底分工", NULL);
	expect_nearest(fields, "标准数", NULL);
	expect_nearest(fields, "table", NULL);
	expect_nearest(fields, "x", NULL);
	expect_nearest(fields, "", NULL);
}

static void what_is_too_long_is_no_misspelt_word(void **state)
{
	(void)state;
	char longest[301];
	memset(longest, 'a', sizeof longest - 1);
	longest[300] = '\0';
	const char *const words[] = {longest, NULL};
	expect_nearest(words, longest, NULL);
}

static const char *hint_for(
	struct bench *bench, const char *const *words, const char *misspelt)
{
	diagnostics_error(bench->diagnostics, (struct place){0}, "key-unknown", "未知");
	diagnostics_hint_nearest(bench->diagnostics, words, misspelt);
	return diagnostics_get(bench->diagnostics, 0)->hint;
}

static void a_hint_names_the_nearest_or_all_of_a_few(void **state)
{
	(void)state;
	static const char *const few[] = {"另起", "接排", NULL};
	static const char *const many[] = {"一一", "二二", "三三", "四四", "五五", "六六",
		"七七", "八八", "九九", NULL};
	static const char *const none[] = {NULL};
	struct bench bench = bench_begin();
	assert_string_equal(hint_for(&bench, few, "排接"), "是否要写“接排”");
	bench_end(&bench);
	bench = bench_begin();
	assert_string_equal(hint_for(&bench, few, "横排"), "可以写：另起、接排");
	bench_end(&bench);
	bench = bench_begin();
	assert_null(hint_for(&bench, many, "横排"));
	assert_null(hint_for(&bench, none, "横排"));
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slip_leads_to_the_word_that_was_meant),
		cmocka_unit_test(another_character_makes_another_word),
		cmocka_unit_test(what_is_too_long_is_no_misspelt_word),
		cmocka_unit_test(a_hint_names_the_nearest_or_all_of_a_few),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
