/* What an unfinished plan awaits: shown in its place, listed, never counted. */
#include "plan_fixture.h"

static const char vocabulary[] =
	"root: 规划\n"
	"records:\n"
	"  规划:\n"
	"    单位: {type: record 单位, required: yes}\n"
	"    年度: {type: year, required: yes}\n"
	"    总结: {type: prose, required: yes}\n"
	"    任务: {type: list of record 任务}\n"
	"  单位: {全称: {type: text, required: yes}, 简称: text}\n"
	"  任务:\n"
	"    名称: {type: text, required: yes}\n"
	"    金额: {type: decimal 万元, required: yes}\n"
	"    人员: {type: list of text, required: yes}\n"
	"    步骤: {type: list of record 步骤, required: yes}\n"
	"    分年: {type: years of text, required: yes}\n"
	"  步骤: {内容: {type: text, required: yes}, 下一步: record 步骤}\n";

static struct plan *read_copy(struct fixture *fixture, const char *text, bool draft)
{
	struct plan_context context = {.limits = &fixture->limits,
		.diagnostics = fixture->diagnostics,
		.draft = draft};
	return plan_read(fixture->arena, fixture_nodes(fixture, "p.yaml", text), "p.yaml",
		fixture_model(fixture, vocabulary), &context);
}

static const char *listed(struct fixture *fixture, const struct plan *plan)
{
	GString *out = arena_text(fixture->arena);
	for (guint i = 0; i < plan->missing->len; i++) {
		const struct plan_missing *missing =
			&g_array_index(plan->missing, struct plan_missing, i);
		g_string_append_printf(out, "%d:%d %s %d %s\n", missing->place.line,
			missing->place.column, missing->record, missing->ordinal,
			missing->field);
	}
	return out->str;
}

static void a_draft_shows_what_is_missing_in_its_place(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan = read_copy(fixture, "任务:\n  - 名称:\n", true);
	const struct value *root = plan->root;
	assert_value_dump(value_field(value_field(root, "单位"), "全称"),
		"mark 1:1 \"【待补：全称】\"\n");
	assert_null(value_field(value_field(root, "单位"), "简称"));
	assert_value_dump(value_field(root, "年度"), "mark 1:1 \"【待补：年度】\"\n");
	assert_value_dump(value_field(root, "总结"), "mark 1:1 \"【待补：总结】\"\n");
	const struct value *task = value_field(root, "任务")->items[0];
	assert_value_dump(value_field(task, "名称"), "mark 2:5 \"【待补：名称】\"\n");
	assert_value_dump(value_field(task, "金额"), "mark 2:5 \"【待补：金额】\"\n");
	assert_value_dump(value_field(task, "人员"),
		"list 2:5\n  #1(1) mark 2:5 \"【待补：人员】\"\n");
	assert_value_dump(value_field(task, "分年"), "mark 2:5 \"【待补：分年】\"\n");
	const struct value *step = value_field(task, "步骤")->items[0];
	assert_value_dump(value_field(step, "内容"), "mark 2:5 \"【待补：内容】\"\n");
	assert_false(value_is_present(value_field(root, "年度")));
	assert_false(diagnostics_failed(fixture->diagnostics));
}

static void each_copy_lists_the_same(void **state)
{
	struct fixture *fixture = *state;
	static const char text[] = "年度: 2021\n任务:\n  - 名称: 甲\n    步骤:\n"
				   "      - {下一步: {}}\n";
	static const char expected[] = "5:15 下一步 0 内容\n"
				       "5:9 步骤 1 内容\n"
				       "3:5 任务 1 金额\n"
				       "3:5 任务 1 人员\n"
				       "3:5 任务 1 分年\n"
				       "1:1 规划 0 单位\n"
				       "1:1 规划 0 总结\n";
	const struct plan *draft = read_copy(fixture, text, true);
	assert_string_equal(listed(fixture, draft), expected);
	assert_false(diagnostics_failed(fixture->diagnostics));
	diagnostics_destroy(fixture->diagnostics);
	fixture->diagnostics = diagnostics_create();
	const struct plan *other = read_copy(fixture, text, false);
	assert_string_equal(listed(fixture, other), expected);
	assert_true(diagnostics_failed(fixture->diagnostics));
	assert_null(value_field(other->root, "总结"));
}

static void what_was_answered_is_not_awaited(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan = read_copy(
		fixture, "单位: {全称: /}\n年度: —\n总结: 无\n任务: 暂无\n", true);
	assert_int_equal(plan->missing->len, 0);
	assert_reports(fixture, "");
	assert_value_dump(value_field(plan->root, "总结"), "mark 3:5 \"无\"\n");
}

static void what_may_be_left_out_is_not_awaited(void **state)
{
	struct fixture *fixture = *state;
	const struct plan *plan =
		read_copy(fixture, "单位: {全称: 局}\n年度: 2021\n总结: 甲\n", true);
	assert_int_equal(plan->missing->len, 0);
	assert_null(value_field(plan->root, "任务"));
}

/* A vocabulary that asks for itself without end is nobody's fault but its own. */
static void records_that_require_themselves_end(void **state)
{
	struct fixture *fixture = *state;
	struct plan_context context = {.limits = &fixture->limits,
		.diagnostics = fixture->diagnostics,
		.draft = true};
	const struct model *model = fixture_model(fixture,
		"root: 甲\nrecords: {甲: {乙: {type: record 甲, required: yes}}}\n");
	const struct plan *plan = plan_read(fixture->arena,
		fixture_nodes(fixture, "p.yaml", "{}\n"), "p.yaml", model, &context);
	int depth = 0;
	const struct value *value = plan->root;
	while ((value = value_field(value, "乙"))) {
		depth++;
	}
	assert_true(depth > 1);
	assert_int_equal(plan->missing->len, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_draft_shows_what_is_missing_in_its_place),
		FIXTURE_TEST(each_copy_lists_the_same),
		FIXTURE_TEST(what_was_answered_is_not_awaited),
		FIXTURE_TEST(what_may_be_left_out_is_not_awaited),
		FIXTURE_TEST(records_that_require_themselves_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
