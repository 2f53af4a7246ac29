#include "expr_fixture.h"

#define AT(column) "layout.yaml:3:" #column ": error"

static void broken_syntax_names_what_was_expected(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"甲{}", AT(7) "[expression-syntax]: 表达式没有写完，此处应为值\n"},
		{"{1 +}", AT(9) "[expression-syntax]: 表达式没有写完，此处应为值\n"},
		{"{1 2}", AT(8) "[expression-syntax]: "
				"此处应为运算符或表达式末尾，却是“2”\n"},
		{"{(1}", AT(8) "[expression-syntax]: 表达式没有写完，此处应为右括号\n"},
		{"{sum(1}", AT(11) "[expression-syntax]: "
				   "表达式没有写完，此处应为逗号或右括号\n"},
		{"{w.}", AT(8) "[expression-syntax]: 表达式没有写完，此处应为字段名\n"},
		{"{w.+}", AT(8) "[expression-syntax]: 此处应为字段名，却是“+”\n"},
		{"{工作[1}",
			AT(10) "[expression-syntax]: 表达式没有写完，此处应为右方括号\n"},
		{"{if 公开: 1 else 2}",
			AT(11) "[expression-syntax]: 此处应为“then”，却是“:”\n"},
		{"{1 + if 公开 then 1}",
			AT(10) "[expression-syntax]: 此处应为值，却是“if”\n"},
		{"{1 < 2 < 3}",
			AT(12) "[expression-syntax]: 此处应为表达式末尾，却是“<”\n"},
		{"{公开 not 1}", AT(13) "[expression-syntax]: 此处应为“in”，却是“1”\n"},
		{"{缺 | 2位 ?? 1}", AT(13) "[expression-syntax]: "
					   "此处应为运算符或表达式末尾，却是“??”\n"},
		{"{缺 | +}", AT(10) "[expression-syntax]: 此处应为格式名，却是“+”\n"},
		{"{缺 & 1}", AT(8) "[expression-syntax]: "
				   "此处应为运算符或表达式末尾，却是“&”\n"},
		{"{缺 ?? '无}", AT(11) "[string-unclosed]: 引号没有配对，缺少“'”\n"},
		{"{1.2345678}",
			AT(6) "[number-overflow]: 数“1.2345678”太大，或小数超过六位\n"},
		{"甲{文种", AT(6) "[brace-unclosed]: 花括号没有配对，缺少“}”\n"},
		{"甲}乙", AT(6) "[brace-unopened]: 花括号没有配对，缺少“{”\n"},
		{"甲**乙", AT(6) "[emphasis-unclosed]: 强调的“**”没有配对\n"},
	};
	ASSERT_REFUSED(rows);
}

static void unknown_names_are_reported_where_they_stand(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"甲{单为.全称}", AT(7) "[name-unknown]: 未知的名称“单为”\n"},
		{"{单位.全程}", AT(9) "[field-unknown]: 记录“单位”没有字段“全程”\n"},
		{"{工作.步骤.名}", AT(12) "[field-unknown]: 记录“款项”没有字段“名”\n"},
		{"{文种.长度}", AT(9) "[field-unknown]: 文字没有字段“长度”\n"},
		{"{日期.时}", AT(9) "[field-unknown]: 日期没有字段“时”\n"},
		{"{sun(收入.金额)}", AT(6) "[function-unknown]: 未知的函数“sun”\n"},
		{"{总额 | 千份}", AT(11) "[filter-unknown]: 未知的格式“千份”\n"},
		{"{类别 = '数目'}", AT(9) "[choice-unknown]: 选项里没有“数目”\n"},
		{"{'市区' in 范围}", AT(11) "[choice-unknown]: 选项里没有“市区”\n"},
		{"{where(指标, 金额 > 1).名称}",
			AT(16) "[name-unknown]: 未知的名称“金额”\n"},
	};
	ASSERT_REFUSED(rows);
}

static void types_that_do_not_go_together_are_refused(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{文种 + 1}", AT(9) "[type-mismatch]: 文字与数不能这样计算\n"},
		{"{收入.金额 + 1}",
			AT(12) "[type-mismatch]: 列表（数（万元））与数不能这样计算\n"},
		{"{-文种}", AT(6) "[type-mismatch]: 负号后应为数，却是文字\n"},
		{"{文种 > 1}", AT(9) "[type-mismatch]: 文字与数不能比较\n"},
		{"{文种 > '甲'}", AT(9) "[type-mismatch]: 文字与文字不能比较\n"},
		{"{单位 = 单位}",
			AT(9) "[type-mismatch]: 记录“单位”与记录“单位”不能比较\n"},
		{"{总额 = '多'}", AT(9) "[type-mismatch]: 数（万元）与文字不能比较\n"},
		{"{1 in 单位}", AT(8) "[type-mismatch]: 数不会在记录“单位”里\n"},
		{"{w.年度分解 + 1}",
			AT(13) "[type-mismatch]: 分年（正文）与数不能这样计算\n"},
		{"{公开 > 类别}", AT(9) "[type-mismatch]: 是否与选项不能比较\n"},
		{"{范围 > 指标[1].目标}",
			AT(9) "[type-mismatch]: 若干选项与目标值不能比较\n"},
		{"{round(文种)}",
			AT(12) "[type-mismatch]: round 的第1个参数应为数，却是文字\n"},
		{"{join(单位)}",
			AT(11) "[type-mismatch]: join "
			       "的第1个参数应为文字或文字的列表，却是记录“单位”\n"},
		{"{join(范围, 1)}",
			AT(15) "[type-mismatch]: join 的第2个参数应为文字，却是数\n"},
		{"{sum(收入)}",
			AT(10) "[type-mismatch]: sum "
			       "的第1个参数应为数或数的列表，却是列表（记录“款项”）\n"},
		{"{where(文种, true)}",
			AT(12) "[type-mismatch]: where 的第1个参数应为列表，却是文字\n"},
		{"{years(年度)}", AT(12) "[type-mismatch]: years "
					 "的第1个参数应为期间或分年内容，却是年份\n"},
		{"{round(1, 2, 3)}",
			AT(6) "[argument-count]: round 要1到2个参数，却有3个\n"},
		{"{count()}", AT(6) "[argument-count]: count 要1个参数，却有0个\n"},
		{"{文种 | 2位}", AT(11) "[type-mismatch]: 文字不能用格式“位”\n"},
		{"{总额 | 年月}", AT(11) "[type-mismatch]: 数（万元）不能用格式“年月”\n"},
		{"{总额 | 9位}", AT(11) "[argument-range]: 小数位数应为0到6的整数\n"},
		{"{文种[1]}", AT(8) "[type-mismatch]: 文字不是列表，不能用方括号取值\n"},
		{"{工作['甲'].名称}",
			AT(9) "[type-mismatch]: 方括号里应为序号或年份，却是文字\n"},
		{"{if 公开 then 单位 else 文种}",
			AT(6) "[type-mismatch]: then 是记录“单位”，else "
			      "是文字，不能互相替代\n"},
		{"{单位 ?? 文种}", AT(9) "[type-mismatch]: ?? "
					 "两边是记录“单位”和文字，不能互相替代\n"},
		{"甲{单位}", AT(6) "[type-mismatch]: "
				   "记录“单位”不能直接印出，请写出它的字段\n"},
		{"{工作}", AT(5) "[type-mismatch]: "
				 "列表（记录“工作”）不能直接印出，请写出它的字段\n"},
	};
	ASSERT_REFUSED(rows);
}

static void unlike_units_are_refused(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{总额 + 人数}", AT(9) "[unit-mismatch]: 单位“万元”与“人”不能换算\n"},
		{"{总额 > 5人}", AT(9) "[unit-mismatch]: 单位“万元”与“人”不能换算\n"},
		{"{总额 * 房租}",
			AT(9) "[unit-mismatch]: 带单位“万元”与“元”的数不能相乘\n"},
		{"{人数 | 万元}",
			AT(11) "[unit-mismatch]: 单位“人”不能换算，不能用格式“万元”\n"},
		{"{总额 | %}",
			AT(11) "[unit-mismatch]: 单位“万元”不能换算，不能用格式“%”\n"},
		{"{完成率 >= 90}",
			AT(10) "[unit-mismatch]: 百分数与没有百分号的数“90”放在一起\n"},
	};
	ASSERT_REFUSED(rows);
}

static void every_fault_of_a_text_is_reported_once(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{甲} {1 +} {文种 + 1} **", AT(6) "[name-unknown]: 未知的名称“甲”\n" AT(
						     13) "[expression-syntax]: "
							 "表达式没有写完，此处应为值"
							 "\n" AT(19) "[type-mismatch]: "
								     "文字与数不能这样计"
								     "算\n" AT(24) "[emph"
										   "asis-"
										   "unclo"
										   "sed]:"
										   " 强调"
										   "的“**"
										   "”没有"
										   "配对"
										   "\n"},
		{"{甲 + 乙 * 2 > 丙.丁}",
			AT(6) "[name-unknown]: 未知的名称“甲”\n" AT(
				10) "[name-unknown]: 未知的名称“乙”\n" AT(18) "[name-"
									      "unknown]: "
									      "未知的名称"
									      "“丙”\n"},
		{"{where(甲, 乙 > 1)}", AT(12) "[name-unknown]: 未知的名称“甲”\n"},
	};
	ASSERT_REFUSED(rows);
}

/* What only the plan's values show, with the place of the value. */
static void faults_of_values_are_reported_in_the_plan(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{总额 / 零}", "plan.yaml:7:4: error[division-by-zero]: 除数为零\n"},
		{"{1 / 0}", AT(10) "[division-by-zero]: 除数为零\n"},
		{"{大数 + 大数}", "plan.yaml:8:5: error[number-overflow]: "
				  "结果太大，超出约九万亿的范围\n"},
		{"{大数 * 大数}", "plan.yaml:8:5: error[number-overflow]: "
				  "结果太大，超出约九万亿的范围\n"},
		{"{sum(指标.目标)}", "plan.yaml:33:25: error[number-expected]: "
				     "“良好”不是数，不能参加计算\n"},
		{"{指标[2].目标 * 2}", "plan.yaml:33:25: error[number-expected]: "
				       "“良好”不是数，不能参加计算\n"},
		{"{人数 * 10 | ①}",
			"plan.yaml:9:5: error[numeral-range]: “120”不能写成序号“①”\n"},
		{"{sum(测量)}", "plan.yaml:36:10: error[unit-mismatch]: "
				"单位“万元”与“人”不能换算\n"
				"plan.yaml:36:15: error[unit-mismatch]: "
				"单位“‰”与“人”不能换算\n"
				"plan.yaml:36:21: error[unit-mismatch]: "
				"单位“元”与“人”不能换算\n"},
		{"{测量[1] > 测量[2]}", "plan.yaml:36:10: error[unit-mismatch]: "
					"单位“万元”与“人”不能换算\n"},
		{"{测量[1] * 测量[2]}", "plan.yaml:36:10: error[unit-mismatch]: "
					"单位“万元”与“人”不能换算\n"},
		{"{测量[1] | 万元}", "plan.yaml:36:6: error[unit-mismatch]: "
				     "单位“人”与“万元”不能换算\n"},
		{"{测量[1] | 大写}", "plan.yaml:36:6: error[unit-mismatch]: "
				     "单位“人”与“元”不能换算\n"},
		{"{大数 | %}", "plan.yaml:8:5: error[number-overflow]: "
			       "结果太大，超出约九万亿的范围\n"},
		{"{round(指标[2].目标)}", "plan.yaml:33:25: error[number-expected]: "
					  "“良好”不是数，不能参加计算\n"},
		{"{max(指标.目标)}", "plan.yaml:33:25: error[number-expected]: "
				     "“良好”不是数，不能参加计算\n"},
		{"{1.5 | 一}", AT(6) "[numeral-range]: “1.5”不能写成序号“一”\n"},
		{"{round(1, 7)}", AT(6) "[argument-range]: 小数位数应为0到6的整数\n"},
	};
	ASSERT_REFUSED(rows);
}

static void a_fault_of_a_value_names_the_expression_too(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	assert_string_equal(fixture_string(fixture, world, "共{总额 / 零}"), "共");
	assert_int_equal(diagnostics_count(fixture->diagnostics), 1);
	assert_related(fixture, 0, 3, 10);
}

static void hints_say_what_was_meant(void **state)
{
	struct fixture *fixture = *state;
	const struct world *world = fixture_world(fixture);
	static const struct row rows[] = {
		{"{单为.全称}", "是否要写“单位”"},
		{"{单位.全程}", "是否要写“全称”"},
		{"{规化.单位}", "是否要写“规划”"},
		{"{sun(1)}", "是否要写“sum”"},
		{"{总额 | 千份}", "是否要写“千分”"},
		{"{sum}", "函数要带括号：sum(…)"},
		{"{规划期.启}", NULL},
		{"{类别 = '质 粮'}", "是否要写“质量”"},
		{"{完成率 > 90}", "写作“90%”"},
		{"{缺 ?? '无' | 2位}",
			"格式作用于它前面的整个表达式；只作用于一部分时请加括号"},
		{"{1 + if true then 1}", "条件式要放在括号里"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		assert_null(fixture_string(fixture, world, rows[i].text));
		assert_int_equal(diagnostics_count(fixture->diagnostics), i + 1);
		assert_hint(fixture, i, rows[i].expected);
	}
}

static void assert_too_deep(const char *before, const char *middle, const char *after)
{
	void *state;
	fixture_set_up(&state);
	struct fixture *fixture = state;
	const struct world *world = fixture_world(fixture);
	for (int levels = 50; levels <= 100000; levels *= 2000) {
		GString *text = g_string_new(NULL);
		for (int i = 0; i < levels; i++) {
			g_string_append(text, before);
		}
		g_string_append(text, middle);
		for (int i = 0; i < levels; i++) {
			g_string_append(text, after);
		}
		const struct expr *expr =
			expr_parse(fixture->arena, fixture_passage(fixture, text->str),
				&world->types[2], NULL, fixture->diagnostics);
		assert_true((expr != NULL) == (levels == 50));
		g_string_free(text, TRUE);
	}
	assert_int_equal(diagnostics_count(fixture->diagnostics), 1);
	assert_string_equal(
		diagnostics_get(fixture->diagnostics, 0)->code, "expression-depth");
	fixture_tear_down(&state);
}

static void conditions_nest_to_a_depth_of_three(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{all(指标, any(指标, all(指标, true)))}", ""},
		{"{all(指标, any(指标, all(指标, any(指标, true))))}",
			AT(30) "[expression-depth]: 条件里的条件超过3层\n"},
	};
	ASSERT_REFUSED(rows);
}

static void an_expression_that_is_too_deep_is_refused(void **state)
{
	(void)state;
	assert_too_deep("(", "1", ")");
	assert_too_deep("-", "1", "");
	assert_too_deep("not ", "true", "");
	assert_too_deep("1 + ", "1", "");
	assert_too_deep("", "1", " + 1");
	assert_too_deep("if true then ", "1", "");
	assert_too_deep("", "1", " | 2位");
	assert_too_deep("sum(", "1", ")");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(broken_syntax_names_what_was_expected),
		cmocka_unit_test(unknown_names_are_reported_where_they_stand),
		cmocka_unit_test(types_that_do_not_go_together_are_refused),
		cmocka_unit_test(unlike_units_are_refused),
		cmocka_unit_test(every_fault_of_a_text_is_reported_once),
		cmocka_unit_test(faults_of_values_are_reported_in_the_plan),
		FIXTURE_TEST(a_fault_of_a_value_names_the_expression_too),
		FIXTURE_TEST(hints_say_what_was_meant),
		cmocka_unit_test(conditions_nest_to_a_depth_of_three),
		cmocka_unit_test(an_expression_that_is_too_deep_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
