#include "plan_fixture.h"

static const char vocabulary[] =
	"root: 规划\n"
	"records:\n"
	"  规划:\n"
	"    单位: {type: record 单位, required: yes, note: 编制单位}\n"
	"    年度: {type: year, synonyms: [年份]}\n"
	"    成文日期: date\n"
	"    章节: list of record 章节\n"
	"  单位:\n"
	"    全称: {type: text, required: yes}\n"
	"    组长: text\n"
	"  章节:\n"
	"    标题: text\n"
	"    工作: list of record 工作\n"
	"    章节: list of record 章节\n"
	"  工作:\n"
	"    名称: text\n"
	"    分解: years of prose\n";

static const struct plan *read_plan(struct fixture *fixture, const char *text)
{
	return fixture_plan(
		fixture, fixture_model(fixture, vocabulary), "plan.yaml", text);
}

static void a_plan_is_read_in_the_order_of_the_file(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan = read_plan(fixture, "成文日期: 2021-03-18\n"
						     "单位:\n"
						     "  全称: 共青团澜州市委员会\n"
						     "  组 长: 佟某\n"
						     "章节:\n"
						     "- 标题: 使命\n"
						     "  章节:\n"
						     "  - 标题: 愿景\n"
						     "    工作:\n"
						     "    - 名称: 思想建设\n"
						     "      分解:\n"
						     "        2016-2017: |\n"
						     "          办**两期**班。\n"
						     "\n"
						     "          　　出刊四期。\n"
						     "- 章节: {标题: 保障}\n"
						     "年份: 2021\n");
	assert_reports(fixture, "");
	assert_value_dump(plan->root,
		"record 规划 1:1\n"
		"  成文日期: date 1:7 \"2021-03-18\" = 2021-03-18\n"
		"  单位: record 单位 3:3\n"
		"    全称: text 3:7 \"共青团澜州市委员会\"\n"
		"    组长: text 4:8 \"佟某\"\n"
		"  章节: list 6:1\n"
		"    #1(1) record 章节 6:3\n"
		"      标题: text 6:7 \"使命\"\n"
		"      章节: list 8:3\n"
		"        #1(1) record 章节 8:5\n"
		"          标题: text 8:9 \"愿景\"\n"
		"          工作: list 10:5\n"
		"            #1(1) record 工作 10:7\n"
		"              名称: text 10:11 \"思想建设\"\n"
		"              分解: list 12:9\n"
		"                2016: #1(1) prose 12:20\n"
		"                  ¶ 13:11 \"办\" 13:14 *\"两期\" 13:18 \"班。\"\n"
		"                  ¶ 15:13 \"出刊四期。\"\n"
		"                2017: #2(2) prose 12:20\n"
		"                  ¶ 13:11 \"办\" 13:14 *\"两期\" 13:18 \"班。\"\n"
		"                  ¶ 15:13 \"出刊四期。\"\n"
		"    #2(2) record 章节 16:3\n"
		"      章节: list 16:7\n"
		"        #1(2) record 章节 16:7\n"
		"          标题: text 16:12 \"保障\"\n"
		"  年度: number 17:5 \"2021\" = 2021\n");
}

static void records_know_the_record_around_them(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan =
		read_plan(fixture, "单位: {全称: 甲}\n章节: [{章节: [{标题: 乙}]}]\n");
	const struct value *outer = value_field(plan->root, "章节")->items[0];
	const struct value *inner = value_field(outer, "章节")->items[0];
	assert_null(plan->root->parent);
	assert_ptr_equal(value_field(plan->root, "单位")->parent, plan->root);
	assert_ptr_equal(outer->parent, plan->root);
	assert_ptr_equal(inner->parent, outer);
}

static void serials_run_on_through_the_whole_plan(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan =
		read_plan(fixture, "单位: {全称: 甲}\n"
				   "章节:\n"
				   "- 章节: [{章节: [{标题: 乙}]}, {标题: 丙}]\n"
				   "- 章节: {标题: 丁}\n");
	const struct value *sections = value_field(plan->root, "章节");
	const struct value *first = value_field(sections->items[0], "章节");
	const struct value *deep = value_field(first->items[0], "章节");
	const struct value *last = value_field(sections->items[1], "章节");
	assert_int_equal(sections->items[1]->serial, 2);
	assert_int_equal(first->items[0]->serial, 1);
	assert_int_equal(deep->items[0]->serial, 2);
	assert_int_equal(first->items[1]->serial, 3);
	assert_int_equal(last->items[0]->serial, 4);
	assert_int_equal(last->items[0]->ordinal, 1);
}

static void an_unknown_key_is_reported_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "单位: {全称: 甲}\n年渡: 2021\n章节:\n- 章节标题: 乙\n");
	assert_reports(fixture,
		"plan.yaml:2:1: error[key-unknown]: “规划”里有未知的键“年渡”\n"
		"plan.yaml:4:3: error[key-unknown]: “章节”里有未知的键“章节标题”\n");
	assert_hint(fixture, 0, "是否要写“年度”");
	assert_hint(fixture, 1, "是否要写“标题”");
}

/* A plan one of whose layouts cannot be read; `extension` is what another declares. */
static void expect_partial(struct fixture *fixture, const char *extension,
	const char *text, const char *reports)
{
	struct model *model = model_create(fixture->arena);
	assert_true(model_add(model, fixture_nodes(fixture, "model.yaml", vocabulary),
		fixture->diagnostics));
	if (extension) {
		assert_true(
			model_add(model, fixture_nodes(fixture, "layout.yaml", extension),
				fixture->diagnostics));
	}
	assert_true(model_finish(model, fixture->diagnostics));
	struct plan_context context = {.limits = &fixture->limits,
		.diagnostics = fixture->diagnostics,
		.partial = true};
	plan_read(fixture->arena, fixture_nodes(fixture, "plan.yaml", text), "plan.yaml",
		model, &context);
	assert_reports(fixture, reports);
}

static const char misspelt[] = "单位: {全称: 甲, 地址: 乙}\n"
			       "年渡: 2021\n"
			       "章节:\n"
			       "- {标提: 丙, 工作: [{名成: 丁}, {进度: 戊}]}\n";

static void unknown_keys_are_told_apart_from_those_of_a_missing_layout(void **state)
{
	expect_partial(*state, NULL, misspelt,
		"plan.yaml:1:13: error[key-unknown]: “单位”里有未知的键“地址”\n"
		"plan.yaml:4:17: error[key-unknown]: “工作”里有未知的键“名成”\n");
}

static void records_that_layouts_extend_may_be_extended_by_the_missing_one(void **state)
{
	expect_partial(*state, "records: {工作: {成效: text}, 单位: {电话: text}}\n",
		misspelt, "");
}

static void an_unknown_key_that_resembles_none_gets_the_known_ones(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "单位:\n  全称: 甲\n  phone: 123\n");
	assert_reports(fixture,
		"plan.yaml:3:3: error[key-unknown]: “单位”里有未知的键“phone”\n");
	assert_hint(fixture, 0, "可以写的键：全称、组长");
}

static void a_key_and_its_synonym_are_reported_with_both_places(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan =
		read_plan(fixture, "单位: {全称: 甲}\n年份: 2021\n年度: 2022\n");
	assert_reports(fixture, "plan.yaml:3:1: error[key-duplicate]: "
				"键“年度”与“年份”是同一项，写了两次\n");
	assert_related(fixture, 0, 2, 1);
	assert_value_dump(
		value_field(plan->root, "年度"), "number 2:5 \"2021\" = 2021\n");
}

static void a_duplicate_key_is_reported_once(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "单位: {全称: 甲}\n年度: 2021\n年度: 2022\n");
	assert_int_equal(diagnostics_count(fixture->diagnostics), 1);
	assert_related(fixture, 0, 2, 1);
}

static void a_missing_field_is_reported_at_its_record(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "年度: 2021\n");
	assert_reports(
		fixture, "plan.yaml:1:1: error[field-missing]: “规划”缺少必填的“单位”\n");
	assert_hint(fixture, 0, "单位：编制单位");
}

static void a_required_field_without_value_is_missing(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "年度: 2021\n单位:\n  组长: 乙\n  全称:\n");
	assert_reports(
		fixture, "plan.yaml:4:3: error[field-missing]: “单位”缺少必填的“全称”\n");
}

static void a_required_field_that_does_not_fit_is_not_missing_too(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "单位: {全称: [甲]}\n");
	assert_reports(fixture,
		"plan.yaml:1:10: error[type-mismatch]: “全称”应为文字，实为列表\n");
}

static void a_slash_answers_a_required_field(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "单位: {全称: /}\n");
	assert_reports(fixture, "");
}

static void all_faults_come_in_one_run(void **state)
{
	struct fixture *fixture = *state;
	read_plan(fixture, "年度: 今年\n"
			   "成文日期: 2021-02-30\n"
			   "章节:\n"
			   "- 标题: [甲]\n"
			   "- 工作: [{分解: {2016: {}}}]\n"
			   "- 无题: 乙\n");
	assert_reports(fixture,
		"plan.yaml:1:1: error[field-missing]: “规划”缺少必填的“单位”\n"
		"plan.yaml:1:5: error[year-invalid]: "
		"“年度”应为年份（1900 至 2100，如 2021），实为“今年”\n"
		"plan.yaml:2:7: error[date-impossible]: "
		"“成文日期”里的“2021-02-30”不是存在的日期\n"
		"plan.yaml:4:7: error[type-mismatch]: “标题”应为文字，实为列表\n"
		"plan.yaml:5:20: error[type-mismatch]: "
		"“分解”应为一段或几段文字，实为键值组\n"
		"plan.yaml:6:3: error[key-unknown]: “章节”里有未知的键“无题”\n");
}

static void a_schema_for_the_editor_is_no_key_of_the_plan(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan =
		read_plan(fixture, "$schema: plan.schema.json\n单位: {全称: 甲}\n");
	assert_reports(fixture, "");
	assert_int_equal(plan->root->written_count, 1);
	read_plan(fixture, "单位: {全称: 甲, $schema: x}\n");
	assert_reports(fixture,
		"plan.yaml:1:13: error[key-unknown]: “单位”里有未知的键“$schema”\n");
}

static void a_plan_that_is_no_mapping_still_gives_a_plan(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan = read_plan(fixture, "- 甲\n");
	assert_reports(fixture, "plan.yaml:1:1: error[type-mismatch]: "
				"“规划”应为一组内容（每行“键: 值”），实为列表\n");
	assert_value_dump(plan->root, "record 规划 1:1\n");
	assert_null(value_field(plan->root, "单位"));
	assert_value_dump(read_plan(fixture, "")->root, "record 规划 0:0\n");
}

static void nesting_has_a_limit(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model = fixture_model(fixture, vocabulary);
	const struct yaml_node *nodes = fixture_nodes(fixture, "plan.yaml",
		"单位: {全称: 甲}\n章节: [{章节: [{章节: [{标题: 乙}]}]}]\n");
	fixture->limits.depth = 3;
	struct plan_context context = {
		.limits = &fixture->limits, .diagnostics = fixture->diagnostics};
	plan_read(fixture->arena, nodes, "plan.yaml", model, &context);
	assert_reports(
		fixture, "plan.yaml:2:18: error[limit-depth]: 内容嵌套超过 3 层\n");
	assert_int_equal(
		diagnostics_exit_status(fixture->diagnostics, false), FAULT_LIMIT);
}

static void the_layouts_are_named_before_there_is_a_vocabulary(void **state)
{
	struct fixture *fixture = *state;
	GArray *names = plan_layout_names(
		fixture->arena, fixture_nodes(fixture, "plan.yaml",
					"文档:\n- 版式: first-round-plan\n- {文件名: "
					"甲}\n- 版式: 'hunan'\n"
					"版式: [notice]\n"));
	assert_int_equal(names->len, 3);
	struct passage name = g_array_index(names, struct passage, 2);
	assert_string_equal(name.text, "hunan");
	assert_int_equal(name.place.line, 4);
	assert_int_equal(name.place.column, 8);
	assert_string_equal(g_array_index(names, struct passage, 0).text, "notice");
	assert_int_equal(plan_layout_names(fixture->arena, NULL)->len, 0);
	assert_int_equal(plan_layout_names(fixture->arena,
				 fixture_nodes(fixture, "b.yaml", "[文档]\n"))
				 ->len,
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_plan_is_read_in_the_order_of_the_file),
		FIXTURE_TEST(records_know_the_record_around_them),
		FIXTURE_TEST(serials_run_on_through_the_whole_plan),
		FIXTURE_TEST(an_unknown_key_is_reported_with_the_nearest),
		FIXTURE_TEST(unknown_keys_are_told_apart_from_those_of_a_missing_layout),
		FIXTURE_TEST(
			records_that_layouts_extend_may_be_extended_by_the_missing_one),
		FIXTURE_TEST(an_unknown_key_that_resembles_none_gets_the_known_ones),
		FIXTURE_TEST(a_key_and_its_synonym_are_reported_with_both_places),
		FIXTURE_TEST(a_duplicate_key_is_reported_once),
		FIXTURE_TEST(a_missing_field_is_reported_at_its_record),
		FIXTURE_TEST(a_required_field_without_value_is_missing),
		FIXTURE_TEST(a_required_field_that_does_not_fit_is_not_missing_too),
		FIXTURE_TEST(a_slash_answers_a_required_field),
		FIXTURE_TEST(all_faults_come_in_one_run),
		FIXTURE_TEST(a_schema_for_the_editor_is_no_key_of_the_plan),
		FIXTURE_TEST(a_plan_that_is_no_mapping_still_gives_a_plan),
		FIXTURE_TEST(nesting_has_a_limit),
		FIXTURE_TEST(the_layouts_are_named_before_there_is_a_vocabulary),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
