/* A plan in memory, and the layout's expressions over it: what they give, and what is
 * reported. */
#ifndef TESTS_EXPR_EXPR_FIXTURE_H
#define TESTS_EXPR_EXPR_FIXTURE_H

#include "../model/fixture.h"
#include "expr/expr.h"

static const char vocabulary[] =
	"root: 规划\n"
	"records:\n"
	"  规划:\n"
	"    单位: record 单位\n"
	"    文种: text\n"
	"    规划期: period\n"
	"    年度: {type: year, synonyms: [年份]}\n"
	"    日期: date\n"
	"    总额: decimal 万元\n"
	"    零: decimal 万元\n"
	"    大数: decimal\n"
	"    人数: decimal 人\n"
	"    房租: decimal 元\n"
	"    缺: decimal 万元\n"
	"    斜线: decimal 万元\n"
	"    完成率: percent\n"
	"    公开: boolean\n"
	"    类别: \"choice [数量, 质量, 时效]\"\n"
	"    范围: \"choices [市直, 区县, 乡镇]\"\n"
	"    摘要: prose\n"
	"    收入: list of record 款项\n"
	"    工作: list of record 工作\n"
	"    指标: list of record 指标\n"
	"    关键词: list of text\n"
	"    测量: list of decimal\n"
	"    备注: text\n"
	"  单位: {全称: text, 简称: text, 联系人: text}\n"
	"  款项:\n"
	"    名称: text\n"
	"    金额: decimal 万元\n"
	"    半额: {formula: 金额 / 2}\n"
	"    占比: {formula: \"半额 * 2 / 总额\"}\n"
	"    回: {formula: 环 + 1}\n"
	"    环: {formula: 回 + 1}\n"
	"    坏: {formula: 金额 + 名称}\n"
	"  工作: {名称: text, 步骤: list of record 款项, 年度分解: years of prose, "
	"年度金额: years of "
	"decimal 万元}\n"
	"  指标: {名称: text, 类别: \"choice [数量, 质量, 时效]\", 目标: target}\n";

static const char plan_text[] =
	"单位: {全称: 市委统战部, 简称: 统战部}\n"             /* 1 */
	"文种: 绩效管理规划\n"                                 /* 2 */
	"规划期: 2016-2020\n"                                  /* 3 */
	"年度: 2017\n"                                         /* 4 */
	"日期: 2021-03-18\n"                                   /* 5 */
	"总额: 1,234.50\n"                                     /* 6 */
	"零: 0\n"                                              /* 7 */
	"大数: 9000000000000\n"                                /* 8 */
	"人数: 12\n"                                           /* 9 */
	"房租: 5000.5\n"                                       /* 10 */
	"斜线: /\n"                                            /* 11 */
	"完成率: 92.50%\n"                                     /* 12 */
	"公开: 是\n"                                           /* 13 */
	"类别: 数量\n"                                         /* 14 */
	"范围: [市直, 乡镇]\n"                                 /* 15 */
	"摘要: |\n"                                            /* 16 */
	"  **总体目标：**投入30万元。\n"                       /* 17 */
	"  另需1,200.5元和3-5亿元，共12次。\n"                 /* 18 */
	"收入:\n"                                              /* 19 */
	"- {名称: 财政, 金额: 167.0104}\n"                     /* 20 */
	"- {名称: 自筹, 金额: 30万元}\n"                       /* 21 */
	"- {名称: 其他, 金额: —}\n"                            /* 22 */
	"- {名称: 捐赠}\n"                                     /* 23 */
	"工作:\n"                                              /* 24 */
	"- 名称: 培训\n"                                       /* 25 */
	"  步骤: [{名称: 甲, 金额: 1}, {名称: 乙, 金额: 2}]\n" /* 26 */
	"  年度分解: {2016-2017: 起步, 2018: 推进}\n"          /* 27 */
	"  年度金额: {2016: 10, 2017: 20.5}\n"                 /* 28 */
	"- 名称: 调研\n"                                       /* 29 */
	"  步骤: [{名称: 丙, 金额: 3}]\n"                      /* 30 */
	"指标:\n"                                              /* 31 */
	"- {名称: 培训场次, 类别: 数量, 目标: ≥5次}\n"         /* 32 */
	"- {名称: 满意度, 类别: 质量, 目标: 良好}\n"           /* 33 */
	"- {名称: 按期完成, 类别: 数量, 目标: ≤3次}\n"         /* 34 */
	"关键词: [统战, 绩效]\n"                               /* 35 */
	"测量: [3人, 5万元, 2.5‰, 600元]\n"                    /* 36 */
	"备注: 0.12345678万元、1 2元、3 万元\n";               /* 37 */

/** A plan and its scope: the root's fields, the plan itself as 规划, and its first task
 * as w. */
struct world {
	const struct model *model;
	const struct value *root;
	struct type root_type;
	struct type task_type;
	struct scope_type types[3];
	struct scope values[3];
};

static inline struct world *fixture_world(struct fixture *fixture)
{
	struct world *world = arena_new(fixture->arena, struct world);
	struct model *model = model_create(fixture->arena);
	assert_true(model_add(model, fixture_nodes(fixture, "model.yaml", vocabulary),
		fixture->diagnostics));
	assert_true(model_finish(model, fixture->diagnostics));
	struct plan_context context = {
		.limits = &fixture->limits, .diagnostics = fixture->diagnostics};
	const struct yaml_node *nodes = fixture_nodes(fixture, "plan.yaml", plan_text);
	world->model = model;
	world->root =
		plan_read(fixture->arena, nodes, "plan.yaml", model, &context)->root;
	assert_reports(fixture, "");
	world->root_type =
		(struct type){.kind = TYPE_RECORD, .record = model_root(model)};
	world->task_type =
		(struct type){.kind = TYPE_RECORD, .record = model_record(model, "工作")};
	world->types[0] = (struct scope_type){NULL, NULL, &world->root_type, NULL};
	world->types[1] =
		(struct scope_type){&world->types[0], "规划", &world->root_type, NULL};
	world->types[2] =
		(struct scope_type){&world->types[1], "w", &world->task_type, NULL};
	world->values[0] = (struct scope){.value = world->root};
	world->values[1] = (struct scope){
		.outer = &world->values[0], .name = "规划", .value = world->root};
	world->values[2] = (struct scope){.outer = &world->values[1],
		.name = "w",
		.value = value_field(world->root, "工作")->items[0]};
	return world;
}

/** A text of the layout: it begins at layout.yaml:3:5. */
static inline const struct passage *fixture_passage(
	struct fixture *fixture, const char *text)
{
	struct source *source =
		source_create(fixture->arena, "layout.yaml", text, strlen(text));
	struct passage *passage = arena_new(fixture->arena, struct passage);
	*passage = passage_plain(
		text, (struct place){.source = source, .line = 3, .column = 5});
	return passage;
}

static inline const struct value *fixture_value(
	struct fixture *fixture, const struct world *world, const char *text)
{
	const struct expr *expr =
		expr_parse(fixture->arena, fixture_passage(fixture, text),
			&world->types[2], NULL, fixture->diagnostics);
	if (!expr) {
		fail_msg("no expression: %s", text);
		abort();
	}
	return expr_value(expr, &world->values[2], fixture->arena, fixture->diagnostics);
}

static inline const char *fixture_string(
	struct fixture *fixture, const struct world *world, const char *text)
{
	const struct template *template = template_parse(fixture->arena,
		fixture_passage(fixture, text), &world->types[2], fixture->diagnostics);
	return template ? template_string(template, &world->values[2], fixture->arena,
				  fixture->diagnostics)
			: NULL;
}

/** A row of a table of tests: a text of the layout, and what it gives or what is
 * reported. */
struct row {
	const char *text;
	const char *expected;
};

/** Each text prints as expected, without reports. */
static inline void assert_prints(
	struct fixture *fixture, const struct row *rows, size_t count)
{
	const struct world *world = fixture_world(fixture);
	for (size_t i = 0; i < count; i++) {
		const char *printed = fixture_string(fixture, world, rows[i].text);
		if (!printed || strcmp(printed, rows[i].expected) != 0) {
			print_error("%s\n", rows[i].text);
		}
		assert_reports(fixture, "");
		assert_string_equal(printed, rows[i].expected);
	}
}

/** Each text has just these reports, with the line and column in the layout or the plan.
 */
static inline void assert_refused(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		void *state;
		fixture_set_up(&state);
		struct fixture *fixture = state;
		const struct world *world = fixture_world(fixture);
		print_message("# %s\n", rows[i].text);
		fixture_string(fixture, world, rows[i].text);
		assert_reports(fixture, rows[i].expected);
		fixture_tear_down(&state);
	}
}

#define ASSERT_PRINTS(fixture, rows) assert_prints(fixture, rows, G_N_ELEMENTS(rows))
#define ASSERT_REFUSED(rows) assert_refused(rows, G_N_ELEMENTS(rows))

#endif
