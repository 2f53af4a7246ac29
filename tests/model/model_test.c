#include "fixture.h"

static struct model *declare(struct fixture *fixture, const char *path, const char *text)
{
	struct model *model = model_create(fixture->arena);
	model_add(model, fixture_nodes(fixture, path, text), fixture->diagnostics);
	return model;
}

static void assert_dump(const struct model *model, const char *expected)
{
	GString *out = g_string_new(NULL);
	model_dump(model, out);
	char *copy = g_strdup(out->str);
	g_string_free(out, TRUE);
	assert_string_equal(copy, expected);
	g_free(copy);
}

static void every_type_is_read_as_it_is_named(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "a.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    文字: text\n"
		"    正文: prose\n"
		"    数: decimal\n"
		"    金额: decimal 万元\n"
		"    比率: percent\n"
		"    日期: date\n"
		"    年度: year\n"
		"    规划期: period\n"
		"    指标值: target\n"
		"    是否: boolean\n"
		"    稿次: choice [草稿, 报送稿]\n"
		"    其他: choices [ 信息公开 ，公众参与 ]\n"
		"    章节: list of record 章节\n"
		"    年度分解: years of prose\n"
		"  章节:\n"
		"    章节: list of record 章节\n");
	assert_true(model_finish(model, fixture->diagnostics));
	assert_reports(fixture, "");
	assert_dump(model, "root 规划\n"
			   "规划\n"
			   "  文字: text\n"
			   "  正文: prose\n"
			   "  数: decimal\n"
			   "  金额: decimal 万元\n"
			   "  比率: percent\n"
			   "  日期: date\n"
			   "  年度: year\n"
			   "  规划期: period\n"
			   "  指标值: target\n"
			   "  是否: boolean\n"
			   "  稿次: choice [草稿, 报送稿]\n"
			   "  其他: choices [信息公开, 公众参与]\n"
			   "  章节: list of record 章节\n"
			   "  年度分解: years of prose\n"
			   "章节\n"
			   "  章节: list of record 章节\n");
}

static void the_attributes_of_a_field_are_kept(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "a.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    年度: {type: year, synonyms: [年份], required: yes, note: 哪一年, "
		"example: 2021}\n");
	assert_true(model_finish(model, fixture->diagnostics));
	assert_dump(
		model, "root 规划\n规划\n  年度: year required = 年份 # 哪一年 (2021)\n");
	const struct field *field = record_field(model_root(model), "年份");
	assert_non_null(field);
	assert_string_equal(field->name, "年度");
	assert_int_equal(field->place.line, 4);
	assert_int_equal(field->place.column, 5);
}

static void spaces_in_a_key_do_not_matter(void **state)
{
	struct fixture *fixture = *state;
	struct model *model =
		declare(fixture, "a.yaml", "root: 组\nrecords: {组: {组长: text}}\n");
	const struct record *root = model_root(model);
	assert_non_null(record_field(root, "组长"));
	assert_ptr_equal(record_field(root, "组 长"), record_field(root, "组长"));
	assert_ptr_equal(record_field(root, "组　长"), record_field(root, "组长"));
	assert_null(record_field(root, "组 员"));
}

static void fields_of_several_layouts_unite(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "plan.yaml",
		"root: 规划\nrecords: {规划: {年度: {type: year, synonyms: [年份]}}}\n");
	assert_true(model_add(model,
		fixture_nodes(fixture, "hunan.yaml",
			"records:\n"
			"  规划:\n"
			"    年度: {type: year, required: yes, note: 申报年度, synonyms: "
			"[预算年度]}\n"
			"    科室: text\n"),
		fixture->diagnostics));
	assert_true(model_finish(model, fixture->diagnostics));
	assert_dump(model, "root 规划\n"
			   "规划\n"
			   "  年度: year required = 年份 = 预算年度 # 申报年度\n"
			   "  科室: text\n");
}

static void two_types_for_one_key_are_reported_with_both_places(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "plan.yaml",
		"root: 规划\nrecords: {规划: {金额: decimal 万元}}\n");
	assert_false(model_add(model,
		fixture_nodes(fixture, "hunan.yaml", "records: {规划: {金额: text}}\n"),
		fixture->diagnostics));
	assert_reports(fixture, "hunan.yaml:1:16: error[type-conflict]: "
				"字段“金额”在此为 text，别处为 decimal 万元\n");
	assert_related(fixture, 0, 2, 16);
}

static void formulas_unite_and_a_layout_may_replace_a_shared_one(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "plan.yaml",
		"root: 规划\n"
		"records: {规划: {得分: decimal, 比: {formula: 得分 / 100, note: "
		"比例}}}\n");
	assert_true(model_add(model,
		fixture_nodes(fixture, "hunan.yaml",
			"records: {规划: {比: {formula: 得分 / 90}, 倍: {formula: 得分 * "
			"2}}}\n"),
		fixture->diagnostics));
	assert_true(model_finish(model, fixture->diagnostics));
	assert_dump(model, "root 规划\n"
			   "规划\n"
			   "  得分: decimal\n"
			   "  比 := 得分 / 90\n"
			   "  倍 := 得分 * 2\n");
	assert_string_equal(record_formula(model_root(model), "比")->note, "比例");
}

static void two_layouts_may_not_contradict_each_other_in_a_formula(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(
		fixture, "plan.yaml", "root: 规划\nrecords: {规划: {得分: decimal}}\n");
	assert_true(model_add(model,
		fixture_nodes(
			fixture, "a.yaml", "records: {规划: {比: {formula: 得分}}}\n"),
		fixture->diagnostics));
	assert_false(model_add(model,
		fixture_nodes(fixture, "b.yaml",
			"records: {规划: {比: {formula: 得分 * 2}}}\n"),
		fixture->diagnostics));
	assert_reports(fixture,
		"b.yaml:1:16: error[formula-conflict]: 公式“比”与别处所写不同\n");
	assert_related(fixture, 0, 1, 16);
}

static void a_formula_is_no_field_and_has_no_type(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = model_create(fixture->arena);
	assert_false(model_add(model,
		fixture_nodes(fixture, "a.yaml",
			"records:\n"
			"  规划:\n"
			"    得分: {type: decimal, synonyms: [分]}\n"
			"    分: {formula: 得分}\n"
			"    比: {formula: 得分, type: text}\n"
			"    倍: {formula: [得分]}\n"
			"    数: {formula: 得分}\n"),
		fixture->diagnostics));
	assert_false(model_add(model,
		fixture_nodes(fixture, "b.yaml", "records: {规划: {数: text}}\n"),
		fixture->diagnostics));
	assert_reports(fixture,
		"a.yaml:4:5: error[synonym-conflict]: “分”已是字段“得分”的名称\n"
		"a.yaml:5:22: error[attribute-unknown]: 公式只有 formula 和 note 两项\n"
		"a.yaml:6:18: error[declaration-invalid]: 公式及其说明应为文字\n"
		"b.yaml:1:16: error[synonym-conflict]: “数”已是公式的名称\n");
}

static void other_choices_are_another_type(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 甲\n"
		"records:\n"
		"  甲:\n"
		"    稿次: choice [草稿, 报送稿]\n"
		"    稿 次: choice [草稿]\n");
	assert_reports(fixture,
		"plan.yaml:5:5: error[type-conflict]: "
		"字段“稿次”在此为 choice [草稿]，别处为 choice [草稿, 报送稿]\n");
}

static void a_synonym_that_names_another_field_is_reported(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    年份: year\n"
		"    年度: {type: year, synonyms: [年份]}\n");
	assert_reports(fixture,
		"plan.yaml:5:5: error[synonym-conflict]: “年份”已是字段“年份”的名称\n");
	assert_related(fixture, 0, 4, 5);
}

static void a_field_named_like_a_synonym_is_reported(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    年度: {type: year, synonyms: [年份]}\n"
		"    年份: year\n");
	assert_reports(fixture,
		"plan.yaml:5:5: error[synonym-conflict]: “年份”已是字段“年度”的名称\n");
}

static void an_unknown_type_is_reported_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 规划\nrecords:\n  规划:\n    金额: list of decmial 万元\n");
	assert_reports(
		fixture, "plan.yaml:4:17: error[type-unknown]: 没有“decmial”这种类型\n");
	assert_hint(fixture, 0, "是否要写“decimal”");
}

static void malformed_types_are_reported_where_they_fail(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    甲: choice\n"
		"    乙: choice [草稿\n"
		"    丙: choice []\n"
		"    丁: choice [草稿,,]\n"
		"    戊: text of\n"
		"    己: list text\n"
		"    庚: record\n"
		"    辛: list of list of list of text\n");
	assert_reports(fixture,
		"plan.yaml:4:14: error[type-invalid]: 类型“choice”缺少选项，应写作 "
		"choice [甲, 乙]\n"
		"plan.yaml:5:18: error[type-invalid]: 类型“choice [草稿”缺少“]”\n"
		"plan.yaml:6:16: error[type-invalid]: 类型“choice []”没有选项\n"
		"plan.yaml:7:20: error[type-invalid]: 类型“choice "
		"[草稿,,]”有一个选项是空的\n"
		"plan.yaml:8:13: error[type-invalid]: 类型“text of”后面有多余的内容\n"
		"plan.yaml:9:17: error[type-invalid]: 类型“list text”缺少 of，应写作 "
		"list of text\n"
		"plan.yaml:10:14: error[type-invalid]: 类型“record”缺少记录的名称\n"
		"plan.yaml:11:31: error[type-invalid]: 类型“list of list of list of "
		"text”嵌套过深\n");
}

static void an_unknown_attribute_is_reported_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: 规划\nrecords:\n  规划:\n    年度: {type: year, synonym: "
		"[年份]}\n");
	assert_reports(fixture,
		"plan.yaml:4:22: error[attribute-unknown]: 字段没有“synonym”这一项\n");
	assert_hint(fixture, 0, "是否要写“synonyms”");
}

static void wrong_attributes_are_all_reported(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "plan.yaml",
		"root: [规划]\n"
		"record: {}\n"
		"records:\n"
		"  规划:\n"
		"    甲: {note: 无类型}\n"
		"    乙: {type: text, required: maybe}\n"
		"    丙: {type: text, synonyms: 丁}\n"
		"    戊: [text]\n"
		"  工作: text\n");
	assert_reports(fixture,
		"plan.yaml:1:7: error[declaration-invalid]: 应为文字，实为列表\n"
		"plan.yaml:2:1: error[attribute-unknown]: model 没有“record”这一项\n"
		"plan.yaml:5:5: error[attribute-missing]: 字段“甲”没有 type\n"
		"plan.yaml:6:31: error[declaration-invalid]: 应为 yes 或 "
		"no，实为“maybe”\n"
		"plan.yaml:7:31: error[declaration-invalid]: 应为列表，实为文字\n"
		"plan.yaml:8:8: error[declaration-invalid]: 应为键值组，实为列表\n"
		"plan.yaml:9:7: error[declaration-invalid]: 应为键值组，实为文字\n");
}

static void a_record_that_nobody_declares_is_reported_in_the_end(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "plan.yaml",
		"root: 规划\nrecords:\n  规划:\n    章节: list of record 章接\n  章节: "
		"{}\n");
	assert_false(model_finish(model, fixture->diagnostics));
	assert_reports(
		fixture, "plan.yaml:4:24: error[record-unknown]: 没有声明记录“章接”\n");
	assert_hint(fixture, 0, "是否要写“章节”");
	assert_null(model_record(model, "章接"));
}

static void two_roots_are_reported_with_both_places(void **state)
{
	struct fixture *fixture = *state;
	struct model *model =
		declare(fixture, "plan.yaml", "root: 规划\nrecords: {规划: {}}\n");
	model_add(model, fixture_nodes(fixture, "b.yaml", "\nroot: 计划\n"),
		fixture->diagnostics);
	assert_reports(fixture,
		"b.yaml:2:7: error[root-conflict]: root 在此为“计划”，别处为“规划”\n");
	assert_related(fixture, 0, 1, 7);
}

static void a_model_needs_a_root(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "plan.yaml", "records: {规划: {}}\n");
	assert_false(model_finish(model, fixture->diagnostics));
	assert_reports(fixture, "jixiao: error[root-missing]: "
				"没有一个版式声明规划的根记录（model: root）\n");
	assert_null(model_root(model));
}

static void a_text_may_have_forms_and_the_clause_that_asks_for_them(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "a.yaml",
		"root: 规划\nrecords: {规划: {文号: {type: text, forms: "
		"[\"*〔0000〕#号\", "
		"无], clause: 甲 7.2.5}}}\n");
	model_add(model,
		fixture_nodes(fixture, "b.yaml",
			"records: {规划: {文号: {type: text, forms: [别的]}, 文种: "
			"{type: "
			"text, forms: [\"甲*\"]}}}\n"),
		fixture->diagnostics);
	assert_reports(fixture, "");
	assert_dump(model, "root 规划\n"
			   "规划\n"
			   "  文号: text form *〔0000〕#号 form 无 by 甲 7.2.5\n"
			   "  文种: text form 甲*\n");
}

static void faulty_forms_are_reported(void **state)
{
	struct fixture *fixture = *state;
	declare(fixture, "a.yaml",
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    甲: {type: text, forms: 乙}\n"
		"    丙: {type: text, forms: [丁, [戊]]}\n"
		"    己: {type: text, forms: [\"*庚*\"]}\n"
		"    辛: {type: text, clause: [壬]}\n");
	assert_reports(fixture,
		"a.yaml:4:28: error[declaration-invalid]: 应为列表，实为文字\n"
		"a.yaml:5:32: error[declaration-invalid]: 应为文字，实为列表\n"
		"a.yaml:6:29: error[declaration-invalid]: 一种写法里只能有一个 *\n"
		"a.yaml:7:29: error[declaration-invalid]: 应为文字，实为列表\n");
}

static void a_misspelt_synonym_leads_to_its_field(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = declare(fixture, "a.yaml",
		"root: 规划\nrecords: {规划: {事项: {type: text, synonyms: "
		"[工作任务]}}}\n");
	assert_string_equal(record_nearest_field(model_root(model), "工作任物"), "事项");
	assert_null(record_nearest_field(model_root(model), "金额"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(every_type_is_read_as_it_is_named),
		FIXTURE_TEST(the_attributes_of_a_field_are_kept),
		FIXTURE_TEST(spaces_in_a_key_do_not_matter),
		FIXTURE_TEST(fields_of_several_layouts_unite),
		FIXTURE_TEST(two_types_for_one_key_are_reported_with_both_places),
		FIXTURE_TEST(formulas_unite_and_a_layout_may_replace_a_shared_one),
		FIXTURE_TEST(two_layouts_may_not_contradict_each_other_in_a_formula),
		FIXTURE_TEST(a_formula_is_no_field_and_has_no_type),
		FIXTURE_TEST(other_choices_are_another_type),
		FIXTURE_TEST(a_synonym_that_names_another_field_is_reported),
		FIXTURE_TEST(a_field_named_like_a_synonym_is_reported),
		FIXTURE_TEST(an_unknown_type_is_reported_with_the_nearest),
		FIXTURE_TEST(malformed_types_are_reported_where_they_fail),
		FIXTURE_TEST(an_unknown_attribute_is_reported_with_the_nearest),
		FIXTURE_TEST(wrong_attributes_are_all_reported),
		FIXTURE_TEST(a_record_that_nobody_declares_is_reported_in_the_end),
		FIXTURE_TEST(two_roots_are_reported_with_both_places),
		FIXTURE_TEST(a_model_needs_a_root),
		FIXTURE_TEST(a_text_may_have_forms_and_the_clause_that_asks_for_them),
		FIXTURE_TEST(faulty_forms_are_reported),
		FIXTURE_TEST(a_misspelt_synonym_leads_to_its_field),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
