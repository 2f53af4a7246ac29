#include "expr_fixture.h"

static void paths_print_what_the_author_wrote(void **state)
{
	static const struct row rows[] = {
		{"{单位.简称}{文种}（{规划期}年）", "统战部绩效管理规划（2016-2020年）"},
		{"{规划.单位.全称}", "市委统战部"},
		{"{年份}", "2017"},
		{"{总额}", "1,234.50"},
		{"{w.名称}", "培训"},
		{"{斜线}", "/"},
		{"{公开}", "是"},
		{"{类别}", "数量"},
		{"{范围}", "市直、乡镇"},
		{"{单位.联系人}{缺}", ""},
		{"{日期}", "2021-03-18"},
		{"{ w . 名称 }", "培训"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void a_path_through_lists_gives_one_flat_list(void **state)
{
	static const struct row rows[] = {
		{"{收入.名称}", "财政、自筹、其他、捐赠"},
		{"{工作.步骤.名称}", "甲、乙、丙"},
		{"{工作.步骤[3].名称}", "丙"},
		{"{工作[2].步骤[1].名称}", "丙"},
		{"{工作[9].名称}", ""},
		{"{关键词[2]}", "绩效"},
		{"{count(工作.步骤)}", "3"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void arithmetic_is_exact_and_prints_shortest(void **state)
{
	static const struct row rows[] = {
		{"{0.1 + 0.2}", "0.3"},
		{"{1 / 3}", "0.333333"},
		{"{2 / 3}", "0.666667"},
		{"{2 + 3 * 4 - 6 / 2}", "11"},
		{"{(2 + 3) * 4}", "20"},
		{"{10 - 4 - 3}", "3"},
		{"{-2 * -3}", "6"},
		{"{--2}", "2"},
		{"{1.50 * 2}", "3"},
		{"{6 ÷ 4 × 2 − 1}", "2"},
		{"{年度 + 1}", "2018"},
		{"{sum(收入.金额)}", "197.0104"},
		{"{总额 - sum(收入.金额)}", "1037.4896"},
		{"{缺 + 1}", ""},
		{"{斜线 + 1}", ""},
	};
	ASSERT_PRINTS(*state, rows);
}

static void units_convert_or_travel_along(void **state)
{
	static const struct row rows[] = {
		{"{总额 > 1000000元}", "是"},
		{"{总额 = 12345000元}", "是"},
		{"{房租 + 1万元}", "15000.5"},
		{"{1万元 + 房租}", "1.50005"},
		{"{1亿元 + 1元}", "100000001"},
		{"{总额 / 1元}", "12345000"},
		{"{总额 * 2 > 24690000元}", "否"},
		{"{总额 / 人数}", "102.875"},
		{"{总额 * 完成率 | 2位}", "1141.91"},
		{"{完成率 > 90%}", "是"},
		{"{完成率 = 0.925 * 1}", "是"},
		{"{总额 * 0.925 / 总额 = 完成率}", "是"},
		{"{人数 + 3人}", "15"},
		{"{人数 + 3}", "15"},
		{"{完成率 - 0.5%}", "92"},
		{"{完成率 * 总额 = 总额 * 完成率}{10% * 50%}", "是5"},
		{"{2 * 总额 > 2000万元}{2 / 50%}{完成率 / 2}", "是446.25"},
		{"{测量[3] * 1000}{2.5‰ = 测量[3]}{0.25% = 测量[3]}", "2.5是是"},
		{"{sum(完成率, 10%)}{sum(0, 5万元) = 50000元}", "102.5是"},
		{"{sum(测量[2], 测量[4])}", "5.06"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void comparisons_know_absent_values_and_marks(void **state)
{
	static const struct row rows[] = {
		{"{1 < 2}{2 <= 2}{3 > 2}{2 >= 3}", "是是是否"},
		{"{1 = 1}{1 == 2}{1 != 2}{1 ≠ 1}{1 ≤ 1}{2 ≥ 1}", "是否是否是是"},
		{"{缺 < 1}{缺 >= 0}{缺 = 0}{缺 != 0}", "否否否是"},
		{"{斜线 = '/'}{斜线 = 0}{斜线 < 1}{斜线 != 0}", "是否否是"},
		{"{零 = 0}{零 = '/'}", "是否"},
		{"{类别 = '数量'}{类别 = '质量'}", "是否"},
		{"{'市直' in 范围}{'区县' in 范围}{'区县' not in 范围}", "是否是"},
		{"{'统战' in 单位.全称}{'统战' in 关键词}{'战' in 关键词}", "是是否"},
		{"{2018 in years(规划期)}{2021 in years(规划期)}", "是否"},
		{"{日期 > 日期}{日期 = 日期}{规划期 = 规划期}", "否是是"},
		{"{指标[1].目标 = '≥5次'}{指标[2].目标 = '良好'}", "是是"},
		{"{指标[1].目标 > 4}{指标[2].目标 > 4}", "是否"},
		{"{公开 = true}{公开 = false}", "是否"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void conditions_take_truths_and_what_is_present(void **state)
{
	static const struct row rows[] = {
		{"{if count(收入) > 3 then '多' else '少'}", "多"},
		{"{if 缺 then '有' else '无'}", "无"},
		{"{if 斜线 then '有' else '无'}", "无"},
		{"{if 零 then '有' else '无'}", "有"},
		{"{if 公开 then '公开'}{if not 公开 then '保密'}", "公开"},
		{"{if false then 1 else if true then 2 else 3}", "2"},
		{"{if true then if false then 1 else 2}", "2"},
		{"{true and not false or false}{not (1 = 1)}", "是否"},
		{"{缺 and 1 / 缺 > 0}{公开 or 1 / 0 > 1}", "否是"},
		{"{缺 ?? '暂无'}{单位.联系人 ?? 单位.简称}", "暂无统战部"},
		{"{斜线 ?? '—'}{零 ?? '—'}", "—0"},
		{"{缺 ?? 零 ?? 5}{缺 ?? 2 > 1}{缺 ?? 1 + 1}", "0是2"},
		{"{'（' + 单位.简称 + '）'}{'（' + 单位.联系人 + '）'}", "（统战部）"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void functions_look_at_lists_laid_open(void **state)
{
	static const struct row rows[] = {
		{"{sum(收入.金额, 总额, 缺)}", "1431.5104"},
		{"{sum(缺)}{count(缺)}{count(斜线)}{count(总额)}", "0001"},
		{"{count(收入)}{count(收入.金额)}", "42"},
		{"{min(收入.金额)}~{max(收入.金额)}", "30万元~167.0104"},
		{"{max(1, 3, 2)}{min(缺)}", "3"},
		{"{round(2.345, 2)} {round(2.5)} {round(-2.5)}", "2.35 3 -3"},
		{"{where(指标, 类别 = '数量').名称}", "培训场次、按期完成"},
		{"{count(where(收入, 金额 > 100))}", "1"},
		{"{where(关键词, 项 != '绩效')}", "统战"},
		{"{where(指标, ordinal(项) > 1).名称}", "满意度、按期完成"},
		{"{count(where(w.年度金额, 年份 > 2016 and 内容 > 20))}", "1"},
		{"{all(收入, 金额)}{any(收入, 金额)}{all(where(收入, false), 金额)}",
			"否是是"},
		{"{all(指标, any(关键词, 项 = '绩效'))}", "是"},
		{"{join(收入.名称, '；')}{join(范围)}{join(缺)}",
			"财政；自筹；其他；捐赠市直、乡镇"},
		{"{ordinal(工作[2])}{ordinal(单位)}{serial(工作[2].步骤[1])}", "203"},
		{"{years(规划期)}", "2016、2017、2018、2019、2020"},
		{"{years(w.年度分解)}", "2016、2017、2018"},
		{"{w.年度分解[2018]}{w.年度分解[年度]}{w.年度分解[2020]}", "推进起步"},
		{"{sum(w.年度金额)}", "30.5"},
		{"{amounts(摘要)}", "30万元、1,200.5元、5亿元"},
		{"{sum(amounts(摘要)) | 元}", "500301200.5"},
		{"{amounts(备注)}", "2元、3 万元"},
		{"{min(测量[2], 测量[4])}{max(测量[2], 测量[4])}", "600元5万元"},
		{"{if true then 收入.金额 else 工作.步骤.金额}", "167.0104、30万元、—"},
		{"{count(where(工作, 年度金额[2017] > 20))}", "1"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void parts_of_dates_periods_and_targets_have_names(void **state)
{
	static const struct row rows[] = {
		{"{规划期.起}至{规划期.止.年}{规划期.止.月}", "2016至2020"},
		{"{日期.年}/{日期.月}/{日期.日}", "2021/3/18"},
		{"{指标[1].目标.符号}{指标[1].目标.数值}{指标[1].目标.单位}", "≥5次"},
		{"{指标[2].目标.数值}", ""},
		{"{总额.单位}{sum(指标.目标.数值)}", "万元8"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void full_width_marks_and_all_quotes_are_read(void **state)
{
	static const struct row rows[] = {
		{"{sum（1，2）＋3}", "6"},
		{"{缺 ？？ “暂无”}{缺 ?? ‘无’}{缺 ?? \"a'b\"}", "暂无无a'b"},
		{"{缺 ?? '}'}{缺 ?? '{'}", "}{"},
		{"{总额｜万元}", "1234.50"},
	};
	ASSERT_PRINTS(*state, rows);
}

/* What a value is must not change by passing through an expression. */
static void a_value_of_the_plan_stays_the_same(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	const struct value *tasks = value_field(world->root, "工作");
	assert_ptr_equal(
		fixture_value(fixture, world, "总额"), value_field(world->root, "总额"));
	assert_ptr_equal(fixture_value(fixture, world, "缺 ?? 总额"),
		value_field(world->root, "总额"));
	assert_ptr_equal(fixture_value(fixture, world, "if true then 工作"), tasks);
	assert_ptr_equal(
		fixture_value(fixture, world, "where(工作, 名称 = '调研')")->items[0],
		tasks->items[1]);
	assert_ptr_equal(fixture_value(fixture, world, "max(收入.金额)"),
		value_field(value_field(world->root, "收入")->items[0], "金额"));
}

static void a_computed_value_has_the_place_of_its_first_operand(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	const struct value *value = fixture_value(fixture, world, "房租 + 1");
	assert_non_null(value);
	assert_int_equal(value->place.line, 10);
	assert_int_equal(value->place.column, 5);
	assert_string_equal(value->unit, "元");
	assert_null(value->type);
}

static void each_gives_the_elements_of_lists_and_years(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	size_t count;
	const struct value *const *items = expr_each(
		fixture->arena, fixture_value(fixture, world, "w.年度金额"), &count);
	assert_int_equal(count, 2);
	assert_int_equal(items[1]->ordinal, 2);
	assert_string_equal(value_field(items[1], "年份")->written.text, "2017");
	assert_string_equal(value_field(items[1], "内容")->written.text, "20.5");
	items = expr_each(fixture->arena, fixture_value(fixture, world, "工作"), &count);
	assert_int_equal(count, 2);
	assert_ptr_equal(items[0], world->values[2].value);
	expr_each(fixture->arena, fixture_value(fixture, world, "单位"), &count);
	assert_int_equal(count, 1);
	expr_each(fixture->arena, fixture_value(fixture, world, "斜线"), &count);
	assert_int_equal(count, 0);
	expr_each(fixture->arena, NULL, &count);
	assert_int_equal(count, 0);
}

static void types_of_results_are_those_of_the_model(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	static const struct row rows[] = {
		{"总额", "decimal 万元"},
		{"总额 + 1元", "decimal 万元"},
		{"总额 > 1", "boolean"},
		{"工作.步骤", "list of record 款项"},
		{"工作", "list of record 工作"},
		{"where(指标, true)", "list of record 指标"},
		{"w.年度分解", "years of prose"},
		{"w.年度分解[2016]", "prose"},
		{"缺 ?? '无'", "text"},
		{"缺 ?? 摘要", "prose"},
		{"年度 | 一", "text"},
		{"总额 | 元", "decimal 元"},
		{"years(规划期)", "list of year"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct type *type;
		assert_non_null(
			expr_parse(fixture->arena, fixture_passage(fixture, rows[i].text),
				&world->types[2], &type, fixture->diagnostics));
		assert_string_equal(type_name(fixture->arena, type), rows[i].expected);
	}
	const struct type *years;
	expr_parse(fixture->arena, fixture_passage(fixture, "w.年度金额"),
		&world->types[2], &years, fixture->diagnostics);
	const struct record *record = expr_each_type(fixture->arena, years)->record;
	assert_int_equal(record_field(record, "年份")->type.kind, TYPE_YEAR);
	assert_string_equal(record_field(record, "内容")->type.unit, "万元");
}

/* An inner name hides an outer one, and an inner record's fields do. */
static void inner_scopes_hide_outer_ones(void **state)
{
	struct fixture *fixture = *state;
	struct world *world = fixture_world(fixture);
	struct scope_type inner = {&world->types[2], NULL, &world->task_type, NULL};
	struct scope value = {
		.outer = &world->values[2], .value = world->values[2].value};
	const struct expr *expr =
		expr_parse(fixture->arena, fixture_passage(fixture, "名称 + 文种"),
			&inner, NULL, fixture->diagnostics);
	assert_string_equal(expr_value(expr, &value, fixture->arena, fixture->diagnostics)
				    ->written.text,
		"培训绩效管理规划");
	assert_true(expr_holds(expr, &value, fixture->arena, fixture->diagnostics));
	value.value = NULL;
	assert_null(expr_value(expr, &value, fixture->arena, fixture->diagnostics));
	assert_reports(fixture, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(paths_print_what_the_author_wrote),
		FIXTURE_TEST(a_path_through_lists_gives_one_flat_list),
		FIXTURE_TEST(arithmetic_is_exact_and_prints_shortest),
		FIXTURE_TEST(units_convert_or_travel_along),
		FIXTURE_TEST(comparisons_know_absent_values_and_marks),
		FIXTURE_TEST(conditions_take_truths_and_what_is_present),
		FIXTURE_TEST(functions_look_at_lists_laid_open),
		FIXTURE_TEST(parts_of_dates_periods_and_targets_have_names),
		FIXTURE_TEST(full_width_marks_and_all_quotes_are_read),
		FIXTURE_TEST(a_value_of_the_plan_stays_the_same),
		FIXTURE_TEST(a_computed_value_has_the_place_of_its_first_operand),
		FIXTURE_TEST(each_gives_the_elements_of_lists_and_years),
		FIXTURE_TEST(types_of_results_are_those_of_the_model),
		FIXTURE_TEST(inner_scopes_hide_outer_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
