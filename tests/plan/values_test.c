#include "plan_fixture.h"

static void decimals_keep_what_was_written(void **state)
{
	(void)state;
	assert_reads(
		"decimal", "值: 1,234.50\n", "number 1:4 \"1,234.50\" = 1234.5\n", "");
	assert_reads("decimal", "值: -0.000001\n",
		"number 1:4 \"-0.000001\" = -0.000001\n", "");
	assert_reads("decimal", "值: 0\n", "number 1:4 \"0\" = 0\n", "");
	assert_reads("decimal", "值: 012\n", "number 1:4 \"012\" = 12\n", "");
	assert_reads(
		"decimal", "值: 26.7万人\n", "number 1:4 \"26.7万人\" = 26.7 万人\n", "");
	assert_reads("decimal", "值: '30'\n", "number 1:5 \"30\" = 30\n", "");
}

static void a_declared_unit_may_be_written_or_not(void **state)
{
	(void)state;
	assert_reads(
		"decimal 万元", "值: 30万元\n", "number 1:4 \"30万元\" = 30 万元\n", "");
	assert_reads("decimal 万元", "值: 30 万元\n",
		"number 1:4 \"30 万元\" = 30 万元\n", "");
	assert_reads("decimal 万元", "值: 137.01041\n",
		"number 1:4 \"137.01041\" = 137.01041 万元\n", "");
}

static void another_unit_than_the_declared_one_is_reported(void **state)
{
	(void)state;
	assert_reads("decimal 万元", "值: 300000元\n", "",
		"p.yaml:1:4: error[unit-mismatch]: “值”应以“万元”为单位，实为“元”\n");
}

static void full_width_digits_are_read_with_a_note(void **state)
{
	(void)state;
	assert_reads("decimal", "值: １，２３４．５\n",
		"number 1:4 \"１，２３４．５\" = 1234.5\n",
		"p.yaml:1:4: note[digits-wide]: 全角数字按半角数字读取\n");
	assert_reads("year", "值: ２０２１年\n", "number 1:4 \"２０２１年\" = 2021 年\n",
		"p.yaml:1:4: note[digits-wide]: 全角数字按半角数字读取\n");
}

static void what_is_no_decimal_is_reported(void **state)
{
	(void)state;
	static const char *const wrong[] = {"约30万元", "30,00", "1.2345678", "12.",
		"三十", "3-5", "30（万元）", "1 2"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		char *plan = g_strdup_printf("值:  %s\n", wrong[i]);
		char *report = g_strdup_printf(
			"p.yaml:1:5: error[number-invalid]: "
			"“值”应为数（如 1,234.50，小数至多六位），实为“%s”\n",
			wrong[i]);
		assert_reads("decimal", plan, "", report);
		g_free(plan);
		g_free(report);
	}
}

static void a_percent_has_its_sign(void **state)
{
	(void)state;
	assert_reads("percent", "值: 92%\n", "number 1:4 \"92%\" = 92 %\n", "");
	assert_reads("percent", "值: 99.5 ％\n", "number 1:4 \"99.5 ％\" = 99.5 %\n", "");
	assert_reads("percent", "值: 0.92\n", "",
		"p.yaml:1:4: error[percent-invalid]: “值”应为带百分号的数（如 "
		"92%），实为“0.92”\n");
	assert_reads("percent", "值: 92%以上\n", "",
		"p.yaml:1:4: error[percent-invalid]: "
		"“值”应为带百分号的数（如 92%），实为“92%以上”\n");
}

static void years_are_those_of_plans(void **state)
{
	(void)state;
	assert_reads("year", "值: 2021\n", "number 1:4 \"2021\" = 2021\n", "");
	assert_reads("year", "值: 1900年\n", "number 1:4 \"1900年\" = 1900 年\n", "");
	assert_reads("year", "值: 1899\n", "",
		"p.yaml:1:4: error[year-invalid]: "
		"“值”应为年份（1900 至 2100，如 2021），实为“1899”\n");
	assert_reads("year", "值: 21\n", "",
		"p.yaml:1:4: error[year-invalid]: “值”应为年份（1900 至 2100，如 "
		"2021），实为“21”\n");
	assert_reads("year", "值: 20211\n", "",
		"p.yaml:1:4: error[year-invalid]: "
		"“值”应为年份（1900 至 2100，如 2021），实为“20211”\n");
}

static void dates_are_read_in_every_usual_form(void **state)
{
	(void)state;
	assert_reads(
		"date", "值: 2021-03-18\n", "date 1:4 \"2021-03-18\" = 2021-03-18\n", "");
	assert_reads("date", "值: 2021年3月18日\n",
		"date 1:4 \"2021年3月18日\" = 2021-03-18\n", "");
	assert_reads(
		"date", "值: 2013.6.20\n", "date 1:4 \"2013.6.20\" = 2013-06-20\n", "");
	assert_reads(
		"date", "值: 2021/3/8\n", "date 1:4 \"2021/3/8\" = 2021-03-08\n", "");
	assert_reads("date", "值: 2021年3月\n", "date 1:4 \"2021年3月\" = 2021-03\n", "");
	assert_reads("date", "值: 2021年\n", "date 1:4 \"2021年\" = 2021\n", "");
	assert_reads(
		"date", "值: 2020-02-29\n", "date 1:4 \"2020-02-29\" = 2020-02-29\n", "");
	assert_reads(
		"date", "值: 2000-02-29\n", "date 1:4 \"2000-02-29\" = 2000-02-29\n", "");
}

static void dates_that_do_not_exist_are_reported(void **state)
{
	(void)state;
	static const char *const wrong[] = {"2021-02-30", "2021-02-29", "1900-02-29",
		"2021-04-31", "2021-13-01", "2021-00-10", "2021-10-0", "2101-01-01",
		"2021年0月"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		char *plan = g_strdup_printf("值: %s\n", wrong[i]);
		char *report = g_strdup_printf("p.yaml:1:4: error[date-impossible]: "
					       "“值”里的“%s”不是存在的日期\n",
			wrong[i]);
		assert_reads("date", plan, "", report);
		g_free(plan);
		g_free(report);
	}
}

static void what_is_no_date_is_reported(void **state)
{
	(void)state;
	static const char *const wrong[] = {"去年3月", "2021-3-18-1", "2021.3-18",
		"21-03-18", "2021-03-18 前", "20210318"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		char *plan = g_strdup_printf("值: %s\n", wrong[i]);
		char *report =
			g_strdup_printf("p.yaml:1:4: error[date-invalid]: “值”应为日期"
					"（如 2021-03-18 或 2021年3月18日），实为“%s”\n",
				wrong[i]);
		assert_reads("date", plan, "", report);
		g_free(plan);
		g_free(report);
	}
}

static void periods_are_read_in_every_usual_form(void **state)
{
	(void)state;
	static const char *const forms[][2] = {
		{"2016-2020", "2016..2020"},
		{"2016—2020年", "2016..2020"},
		{"2016年至2020年", "2016..2020"},
		{"2016 ～ 2020", "2016..2020"},
		{"2021.1-2021.12", "2021-01..2021-12"},
		{"2021年1月-2021年12月", "2021-01..2021-12"},
		{"2021年1—12月", "2021-01..2021-12"},
		{"2021-03-18至2022-03-17", "2021-03-18..2022-03-17"},
		{"2021-03 - 2021-05", "2021-03..2021-05"},
		{"2021", "2021..2021"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		char *plan = g_strdup_printf("值: %s\n", forms[i][0]);
		char *dump = g_strdup_printf(
			"period 1:4 \"%s\" = %s\n", forms[i][0], forms[i][1]);
		assert_reads("period", plan, dump, "");
		g_free(plan);
		g_free(dump);
	}
}

static void a_period_that_ends_before_it_begins_is_reported(void **state)
{
	(void)state;
	assert_reads("period", "值: 2020-2016\n", "",
		"p.yaml:1:4: error[period-reversed]: "
		"“值”的起止时间“2020-2016”先后颠倒\n");
	assert_reads("period", "值: 2021.12-2021.1\n", "",
		"p.yaml:1:4: error[period-reversed]: "
		"“值”的起止时间“2021.12-2021.1”先后颠倒\n");
	assert_reads("period", "值: 2021-03-18至2021-03-17\n", "",
		"p.yaml:1:4: error[period-reversed]: "
		"“值”的起止时间“2021-03-18至2021-03-17”先后颠倒\n");
}

static void what_is_no_period_is_reported(void **state)
{
	(void)state;
	assert_reads("period", "值: 十三五\n", "",
		"p.yaml:1:4: error[period-invalid]: "
		"“值”应为起止时间（如 2016-2020 或 2021.1-2021.12），实为“十三五”\n");
	assert_reads("period", "值: 2016-\n", "",
		"p.yaml:1:4: error[period-invalid]: "
		"“值”应为起止时间（如 2016-2020 或 2021.1-2021.12），实为“2016-”\n");
	assert_reads("period", "值: 2021.1-2021.13\n", "",
		"p.yaml:1:4: error[date-impossible]: "
		"“值”里的“2021.1-2021.13”不是存在的日期\n");
}

static void targets_have_sign_number_and_unit(void **state)
{
	(void)state;
	assert_reads("target", "值: ≥5次\n", "target 1:4 \"≥5次\" = ≥5 次\n", "");
	assert_reads("target", "值: '>=5次'\n", "target 1:5 \">=5次\" = ≥5 次\n", "");
	assert_reads("target", "值: ≤200元/人\n",
		"target 1:4 \"≤200元/人\" = ≤200 元/人\n", "");
	assert_reads("target", "值: 100%\n", "target 1:4 \"100%\" = 100 %\n", "");
	assert_reads("target", "值: 15.6篇\n", "target 1:4 \"15.6篇\" = 15.6 篇\n", "");
	assert_reads("target", "值: 5万\n", "target 1:4 \"5万\" = 5 万\n", "");
	assert_reads("target", "值: ＝ 1,000 平方公里\n",
		"target 1:4 \"＝ 1,000 平方公里\" = =1000 平方公里\n", "");
	assert_reads("target", "值: <3\n", "target 1:4 \"<3\" = <3\n", "");
}

static void accidents_are_counted_in_a_unit_that_also_begins(void **state)
{
	(void)state;
	assert_reads("target", "值: =0起\n", "target 1:4 \"=0起\" = =0 起\n", "");
	assert_reads("target", "值: 5月起\n", "target 1:4 \"5月起\"\n", "");
}

static void targets_in_words_are_words(void **state)
{
	(void)state;
	static const char *const words[] = {"良好", "各类培训8次；各类会议21次",
		"5次以上", "3-5次", "2021年底前", "不低于90%", "≥良好", "5万（含）",
		"1:3"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		char *plan = g_strdup_printf("值: %s\n", words[i]);
		char *dump = g_strdup_printf("target 1:4 \"%s\"\n", words[i]);
		assert_reads("target", plan, dump, "");
		g_free(plan);
		g_free(dump);
	}
}

static void marks_stay_distinct(void **state)
{
	(void)state;
	static const char *const types[] = {"decimal", "percent", "date", "year",
		"period", "target", "text", "boolean", "choice [甲]", "prose",
		"record 甲", "list of text", "years of text"};
	static const char *const marks[] = {"/", "—", "——", "无", "-"};
	for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
		for (size_t j = 0; j < G_N_ELEMENTS(marks); j++) {
			char *plan = g_strdup_printf("值: \"%s\"\n", marks[j]);
			char *dump = g_strdup_printf("mark 1:5 \"%s\"\n", marks[j]);
			assert_reads(types[i], plan, dump, "");
			g_free(plan);
			g_free(dump);
		}
		assert_reads(types[i], "值: ''\n", "mark 1:5 \"\"\n", "");
	}
}

static void nothing_yet_is_text_for_text_and_a_mark_elsewhere(void **state)
{
	(void)state;
	assert_reads("text", "值: 暂无\n", "text 1:4 \"暂无\"\n", "");
	assert_reads("list of record 甲", "值: 暂无\n", "mark 1:4 \"暂无\"\n", "");
	assert_reads("decimal", "值: 暂无\n", "mark 1:4 \"暂无\"\n", "");
	assert_reads("choice [有, 无]", "值: 无\n", "text 1:4 \"无\"\n", "");
}

static void marks_say_nothing(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model =
		fixture_model(fixture, "root: 甲\nrecords: {甲: {a: text, b: decimal, c: "
				       "prose, d: list of text, e: text, "
				       "f: prose, g: decimal}}\n");
	const struct value *root = fixture_plan(
		fixture, model, "p.yaml", "a: 无\nb: /\nc:\nd: []\ne: 有\nf: 话\ng: 0\n")
					   ->root;
	for (const char *name = "abcd"; *name; name++) {
		assert_false(value_is_present(value_field(root, (char[]){*name, 0})));
	}
	assert_true(value_is_present(value_field(root, "e")));
	assert_true(value_is_present(value_field(root, "f")));
	assert_true(value_is_present(value_field(root, "g")));
	assert_false(value_is_present(value_field(root, "没有")));
}

static void text_is_trimmed_and_stands_on_one_line(void **state)
{
	(void)state;
	assert_reads("text", "值: '　 团澜州市委 '\n", "text 1:7 \"团澜州市委\"\n", "");
	assert_reads("text", "值: |\n  澜州\n", "text 2:3 \"澜州\"\n", "");
	assert_reads("text", "值: NO\n", "text 1:4 \"NO\"\n", "");
	assert_reads("text", "值: |\n  甲\n  乙\n", "",
		"p.yaml:3:3: error[text-lines]: “值”应为一行文字，此处另起了一行\n");
}

static void a_choice_is_one_of_the_declared(void **state)
{
	(void)state;
	assert_reads("choice [另起, 接排]", "值: 接排\n", "text 1:4 \"接排\"\n", "");
	assert_reads("choice [另起, 接排]", "值: 接拍\n", "",
		"p.yaml:1:4: error[choice-unknown]: "
		"“值”应为“另起”、“接排”之一，实为“接拍”\n");
}

static void choices_are_a_list_of_the_declared(void **state)
{
	(void)state;
	assert_reads("choices [甲, 乙, 丙]", "值: [丙, 甲]\n",
		"list 1:4\n  #1(1) text 1:5 \"丙\"\n  #2(2) text 1:8 \"甲\"\n", "");
	assert_reads("choices [甲, 乙]", "值: 乙\n",
		"list 1:4\n  #1(1) text 1:4 \"乙\"\n", "");
	assert_reads("choices [甲, 乙]", "值: [乙, 丁, 乙]\n",
		"list 1:4\n  #1(1) text 1:5 \"乙\"\n  #2(3) text 1:11 \"乙\"\n",
		"p.yaml:1:8: error[choice-unknown]: “值”应为“甲”、“乙”之一，实为“丁”\n"
		"p.yaml:1:11: error[choice-duplicate]: “值”里的“乙”写了两次\n");
}

static void truths_are_said_in_chinese_or_in_yaml(void **state)
{
	(void)state;
	assert_reads("boolean", "值: 是\n", "boolean 1:4 \"是\" = true\n", "");
	assert_reads("boolean", "值: No\n", "boolean 1:4 \"No\" = false\n", "");
	assert_reads("boolean", "值: 对\n", "",
		"p.yaml:1:4: error[boolean-invalid]: “值”应为“是”或“否”，实为“对”\n");
}

static void a_single_value_is_a_list_of_one(void **state)
{
	(void)state;
	assert_reads(
		"list of text", "值: 甲\n", "list 1:4\n  #1(1) text 1:4 \"甲\"\n", "");
	assert_reads("list of record 甲", "值: {名: 乙}\n",
		"list 1:4\n  #1(1) record 甲 1:4\n    名: text 1:8 \"乙\"\n", "");
}

static void a_blank_item_is_a_mark(void **state)
{
	(void)state;
	assert_reads("list of text", "值:\n- 甲\n- /\n",
		"list 2:1\n  #1(1) text 2:3 \"甲\"\n  #2(2) mark 3:3 \"/\"\n", "");
}

static void a_range_of_years_stands_for_each(void **state)
{
	(void)state;
	assert_reads("years of text",
		"值:\n  2016: 甲\n  2017-2018年: 乙\n  2019—2019: /\n",
		"list 2:3\n"
		"  2016: #1(1) text 2:9 \"甲\"\n"
		"  2017: #2(2) text 3:15 \"乙\"\n"
		"  2018: #3(3) text 3:15 \"乙\"\n"
		"  2019: #4(4) mark 4:14 \"/\"\n",
		"");
}

static void a_year_written_twice_is_reported_with_both_places(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model =
		fixture_model(fixture, "root: 甲\nrecords: {甲: {值: years of text}}\n");
	fixture_plan(fixture, model, "p.yaml", "值:\n  2016-2020: 甲\n  2018年: 乙\n");
	assert_reports(
		fixture, "p.yaml:3:3: error[year-duplicate]: “值”里 2018 年写了两次\n");
	assert_related(fixture, 0, 2, 3);
}

static void keys_that_are_no_years_are_reported(void **state)
{
	(void)state;
	assert_reads("years of text", "值:\n  首年: 甲\n  2020-2016: 乙\n  1016: 丙\n",
		"list 2:3\n",
		"p.yaml:2:3: error[year-invalid]: "
		"“值”里应写年份（如 2016 或 2016-2020），实为“首年”\n"
		"p.yaml:3:3: error[period-reversed]: “值”的起止年份“2020-2016”先后颠倒\n"
		"p.yaml:4:3: error[year-invalid]: "
		"“值”里应写年份（如 2016 或 2016-2020），实为“1016”\n");
}

static void a_key_that_is_read_as_text_is_shown_with_its_colon(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model =
		fixture_model(fixture, "root: 规划\nrecords:\n  规划: {值: list of "
				       "record 甲, 年: years of text}\n"
				       "  甲: {名: text}\n");
	fixture_plan(fixture, model, "p.yaml",
		"值:\n  - 名：　乙\n  - 名:http://例\n  - 丙\n年: 2016：甲\n");
	static const char *const hints[] = {
		"键之后应为半角冒号加一个空格，可写作：名: 乙",
		"键之后应为半角冒号加一个空格，可写作：名: http://例", NULL,
		"键之后应为半角冒号加一个空格，可写作：2016: 甲"};
	assert_int_equal(diagnostics_count(fixture->diagnostics), 4);
	for (guint i = 0; i < G_N_ELEMENTS(hints); i++) {
		const char *hint = diagnostics_get(fixture->diagnostics, i)->hint;
		assert_string_equal(hint ? hint : "", hints[i] ? hints[i] : "");
	}
}

static void other_shapes_than_the_declared_are_reported_in_words(void **state)
{
	(void)state;
	assert_reads("text", "值: [甲]\n", "",
		"p.yaml:1:4: error[type-mismatch]: “值”应为文字，实为列表\n");
	assert_reads("decimal", "值: {甲: 1}\n", "",
		"p.yaml:1:4: error[type-mismatch]: “值”应为数，实为键值组\n");
	assert_reads("record 甲", "值: 乙\n", "",
		"p.yaml:1:4: error[type-mismatch]: “值”应为一组内容（每行“键: "
		"值”），实为文字\n");
	assert_reads("years of text", "值: [甲]\n", "",
		"p.yaml:1:4: error[type-mismatch]: "
		"“值”应为逐年内容（每行“年份: 内容”），实为列表\n");
	assert_reads("list of record 甲", "值:\n- 乙\n- [丙]\n", "list 2:1\n",
		"p.yaml:2:3: error[type-mismatch]: “值”应为一组内容（每行“键: "
		"值”），实为文字\n"
		"p.yaml:3:3: error[type-mismatch]: “值”应为一组内容（每行“键: "
		"值”），实为列表\n");
	assert_reads("prose", "值: {甲: 乙}\n", "",
		"p.yaml:1:4: error[type-mismatch]: “值”应为一段或几段文字，实为键值组\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decimals_keep_what_was_written),
		cmocka_unit_test(a_declared_unit_may_be_written_or_not),
		cmocka_unit_test(another_unit_than_the_declared_one_is_reported),
		cmocka_unit_test(full_width_digits_are_read_with_a_note),
		cmocka_unit_test(what_is_no_decimal_is_reported),
		cmocka_unit_test(a_percent_has_its_sign),
		cmocka_unit_test(years_are_those_of_plans),
		cmocka_unit_test(dates_are_read_in_every_usual_form),
		cmocka_unit_test(dates_that_do_not_exist_are_reported),
		cmocka_unit_test(what_is_no_date_is_reported),
		cmocka_unit_test(periods_are_read_in_every_usual_form),
		cmocka_unit_test(a_period_that_ends_before_it_begins_is_reported),
		cmocka_unit_test(what_is_no_period_is_reported),
		cmocka_unit_test(targets_have_sign_number_and_unit),
		cmocka_unit_test(accidents_are_counted_in_a_unit_that_also_begins),
		cmocka_unit_test(targets_in_words_are_words),
		cmocka_unit_test(marks_stay_distinct),
		cmocka_unit_test(nothing_yet_is_text_for_text_and_a_mark_elsewhere),
		FIXTURE_TEST(marks_say_nothing),
		cmocka_unit_test(text_is_trimmed_and_stands_on_one_line),
		cmocka_unit_test(a_choice_is_one_of_the_declared),
		cmocka_unit_test(choices_are_a_list_of_the_declared),
		cmocka_unit_test(truths_are_said_in_chinese_or_in_yaml),
		cmocka_unit_test(a_single_value_is_a_list_of_one),
		cmocka_unit_test(a_blank_item_is_a_mark),
		cmocka_unit_test(a_range_of_years_stands_for_each),
		FIXTURE_TEST(a_year_written_twice_is_reported_with_both_places),
		cmocka_unit_test(keys_that_are_no_years_are_reported),
		FIXTURE_TEST(a_key_that_is_read_as_text_is_shown_with_its_colon),
		cmocka_unit_test(other_shapes_than_the_declared_are_reported_in_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
