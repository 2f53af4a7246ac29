/* Whatever kind of node stands anywhere, a layout is read to its end: what would not do
 * is reported, and what was not reported arranges a plan. */
#include "mutations.h"

#include "document/arrange.h"

#include <inttypes.h>

/* Whether the layout's new kind of node says what the old one did. */
static bool same_kind(const struct mutation *mutation)
{
	return mutation->replaced->kind == mutation->replacement->kind;
}

/* What was read without a report must do for a plan, where it makes documents at all. */
static void arrange(
	struct bench *bench, const struct shipped *shipped, const struct layout *layout)
{
	if (!layout->header.complete) {
		return;
	}
	static const char text[] =
		"单位: {全称: 某局}\n"
		"发文字号: 某发〔2021〕1号\n"
		"成文日期: 2021-3-8\n"
		"联合机关: [某局, 某委]\n"
		"签发人: [王一, 李二]\n"
		"抄送: 各处\n"
		"通知: {标题: 通知, 主送: 各处, 正文: 请办理。}\n"
		"附件: [{名称: 表, 版面: 横版, 正文: 文}]\n"
		"章节:\n"
		"- 标题: 甲\n"
		"  正文: 乙\n"
		"  重点工作: [{名称: 丙, 年度分解: {2021: 丁}}]\n"
		"  插入: [年度目标分解]\n"
		"  章节: [{标题: 戊, 排法: 接排, 正文: 己}]\n"
		"指标: [{名称: 庚, 一级指标: 产出指标, 二级指标: 数量}]\n"
		"职责: [{名称: 辛, 目标: [{名称: 壬, 指标: [{名称: 癸}]}]}]\n"
		"专项: [{名称: 子, 支出方向: [{名称: 丑, 金额: 5}]}]\n"
		"项目: [{名称: 寅, 属性: 新增, 年度目标: 卯}]\n";
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct yaml_node *root = layouts_nodes(bench, "plan.yaml", text);
	const struct plan *plan =
		plan_read(bench->arena, root, "plan.yaml", shipped->model, &context);
	GString *out = arena_text(bench->arena);
	layout_dump(layout, out);
	document_dump(document_arrange(bench->arena, plan, layout, &bench->limits,
			      bench->diagnostics),
		out);
	assert_true(out->len > 0);
}

/* Replaces one node of a shipped layout; false where there are no more. `strict`: no part
 * of it may be of two kinds, as cells of forms may (texts, or mappings). */
static bool try_mutation(const struct shipped *shipped, size_t index,
	enum replacement replacement, bool strict)
{
	struct bench bench = bench_begin();
	struct mutation mutation = {.arena = bench.arena,
		.replacement = replacement_node(&bench, replacement),
		.left = index};
	const struct layout_sources sources = {
		mutate(&mutation, shipped->file), shipped->faces, shipped->model, NULL};
	bool more = mutation.replaced != NULL;
	const struct layout *layout =
		more ? layout_read(bench.arena, &sources, bench.diagnostics) : NULL;
	bool reported = diagnostics_failed(bench.diagnostics);
	if (more && !reported) {
		struct place place = mutation.replaced->place;
		if (strict && !same_kind(&mutation)) {
			fail_msg("%s:%d:%d: another kind of node was not noticed",
				place.source->path, place.line, place.column);
		}
		arrange(&bench, shipped, layout);
	}
	bench_end(&bench);
	return more;
}

/* Usually one node of so many is tried, another one with each kind; all in long runs. */
static size_t node_step(void)
{
	enum {
		USUAL_STEP = 7
	};
	return g_getenv("JIXIAO_EVERY_NODE") ? 1 : USUAL_STEP;
}

static void every_node_may_be_of_any_kind(const char *name, bool strict)
{
	struct bench bench = bench_begin();
	const struct shipped shipped = layouts_shipped(&bench, name);
	for (int i = 0; i < REPLACEMENTS; i++) {
		size_t step = node_step();
		size_t index = (size_t)i % step;
		while (try_mutation(&shipped, index, (enum replacement)i, strict)) {
			index += step;
		}
		assert_true(index > 50);
	}
	bench_end(&bench);
}

static void every_node_of_the_first_round_plan_may_be_of_any_kind(void **state)
{
	(void)state;
	every_node_may_be_of_any_kind("first-round-plan", true);
}

static void every_node_of_the_standard_may_be_of_any_kind(void **state)
{
	(void)state;
	every_node_may_be_of_any_kind("official", true);
}

static void every_node_of_official_documents_may_be_of_any_kind(void **state)
{
	(void)state;
	every_node_may_be_of_any_kind("official-document", false);
}

static void every_node_of_forms_may_be_of_any_kind(void **state)
{
	(void)state;
	static const char *const names[] = {"budget-targets", "department-targets-form",
		"fund-detail", "fund-summary"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		every_node_may_be_of_any_kind(names[i], false);
	}
}

/* Several nodes at once, each perhaps inside another that is replaced. */
static void nodes_replaced_at_random_never_stop_the_reading(void **state)
{
	(void)state;
	struct random random = random_begin();
	for (int run = 0; run < 300; run++) {
		struct bench bench = bench_begin();
		struct shipped shipped = layouts_shipped(&bench, "first-round-plan");
		const struct yaml_node *file = shipped.file;
		for (size_t i = 1 + random_below(&random, 4); i > 0; i--) {
			enum replacement replacement =
				(enum replacement)random_below(&random, REPLACEMENTS);
			struct mutation mutation = {.arena = bench.arena,
				.replacement = replacement_node(&bench, replacement),
				.left = 1 + random_below(&random, 250)};
			file = mutate(&mutation, file);
		}
		const struct layout_sources sources = {
			file, shipped.faces, shipped.model, NULL};
		const struct layout *layout =
			layout_read(bench.arena, &sources, bench.diagnostics);
		assert_non_null(layout);
		if (!diagnostics_failed(bench.diagnostics)) {
			arrange(&bench, &shipped, layout);
		}
		bench_end(&bench);
	}
}

/* The nodes of a vocabulary, too, may be anything; so may those of the faces. */
static void every_node_of_the_faces_may_be_of_any_kind(void **state)
{
	(void)state;
	for (int i = 0; i < REPLACEMENTS; i++) {
		bool more = true;
		for (size_t index = 0; more; index++) {
			struct bench bench = bench_begin();
			struct shipped shipped = layouts_shipped(&bench, "official");
			struct mutation mutation = {.arena = bench.arena,
				.replacement =
					replacement_node(&bench, (enum replacement)i),
				.left = index};
			const struct yaml_node *faces = mutate(&mutation, shipped.faces);
			const struct layout_sources sources = {
				shipped.file, faces, shipped.model, NULL};
			layout_read(bench.arena, &sources, bench.diagnostics);
			more = mutation.replaced != NULL;
			assert_true(!more || same_kind(&mutation) ||
				    diagnostics_failed(bench.diagnostics));
			bench_end(&bench);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_node_of_the_first_round_plan_may_be_of_any_kind),
		cmocka_unit_test(every_node_of_the_standard_may_be_of_any_kind),
		cmocka_unit_test(every_node_of_official_documents_may_be_of_any_kind),
		cmocka_unit_test(every_node_of_forms_may_be_of_any_kind),
		cmocka_unit_test(every_node_of_the_faces_may_be_of_any_kind),
		cmocka_unit_test(nodes_replaced_at_random_never_stop_the_reading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
