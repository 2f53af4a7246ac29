#include "documents.h"

const char documents_sections[] =
	"styles:\n"
	"  一: {like: 题}\n"
	"  二: {like: 题}\n"
	"  三: {like: 题}\n"
	"  排: {like: 文}\n"
	"blocks:\n"
	"  - id: 头\n"
	"    sections:\n"
	"      each: 章节 as 节\n"
	"      run in: 节.排法 == '接排'\n"
	"      levels:\n"
	"        - {number: \"{一}、\", heading: \"{节.标题}\", style: 一}\n"
	"        - {number: \"（{一}）\", heading: \"{节.标题}\", style: 二, run in "
	"style: "
	"排}\n"
	"        - {number: \"目标{1}：\", heading: \"{节.标题}：\", style: 三, run in "
	"style: 排}\n"
	"      content:\n"
	"        正文: {prose: 文}\n"
	"        附文: {prose: 题}\n"
	"        章节: sections\n"
	"        插入: tables\n"
	"tables:\n"
	"  工作表:\n"
	"    of: 章节 as 节\n"
	"    style: 格\n"
	"    rows: {each: 节.工作 as w}\n"
	"    columns: [{text: \"{serial(w)}\"}, {text: \"{w.名称}\"}]\n"
	"  总表:\n"
	"    style: 格\n"
	"    rows: {each: 工作 as w}\n"
	"    columns: [{text: \"{w.名称}\"}]\n"
	"  职责表:\n"
	"    of: 职责 as d\n"
	"    style: 格\n"
	"    rows: {each: d.目标 as g}\n"
	"    columns: [{text: \"{g.名称}\"}]\n";

static const struct plan *read_plan(
	struct bench *bench, const struct model *model, const char *plan_text)
{
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct yaml_node *root = layouts_nodes(bench, "plan.yaml", plan_text);
	return plan_read(bench->arena, root, "plan.yaml", model, &context);
}

const struct document *documents_arrange(
	struct bench *bench, const char *layout_text, const char *plan_text)
{
	const struct model *model = layouts_model(bench);
	const struct layout *layout = layouts_read(bench, model, layout_text);
	bench_expect(bench, "");
	const struct plan *plan = read_plan(bench, model, plan_text);
	return document_arrange(
		bench->arena, plan, layout, &bench->limits, bench->diagnostics);
}

void documents_report_unprinted(
	struct bench *bench, const char *layout_text, const char *plan_text)
{
	const struct model *model = layouts_model(bench);
	const struct layout *layout = layouts_read(bench, model, layout_text);
	bench_expect(bench, "");
	const struct plan *plan = read_plan(bench, model, plan_text);
	document_arrange(bench->arena, plan, layout, &bench->limits, bench->diagnostics);
	document_file_name(bench->arena, plan, layout, bench->diagnostics);
	document_report_unprinted(plan, bench->diagnostics);
}

/* What stands below the part, one step further out. */
static const char *below_part(struct bench *bench, const struct document *document)
{
	GString *out = arena_text(bench->arena);
	document_dump(document, out);
	const char *part = strstr(out->str, "part 纸\n");
	assert_non_null(part);
	char **lines = g_strsplit(part + strlen("part 纸\n"), "\n", -1);
	GString *below = arena_text(bench->arena);
	for (char **line = lines; *line && **line; line++) {
		assert_true(g_str_has_prefix(*line, "  "));
		g_string_append_printf(below, "%s\n", *line + 2);
	}
	g_strfreev(lines);
	return below->str;
}

void documents_expect(const char *layout, const char *plan, const char *expected)
{
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, layout, plan);
	bench_expect(&bench, "");
	assert_string_equal(below_part(&bench, document), expected);
	bench_end(&bench);
}

void documents_expect_faults(const struct document_faults *faults)
{
	struct bench bench = bench_begin();
	struct marked marked = marked_take(&bench, faults->plan);
	const struct document *document =
		documents_arrange(&bench, faults->layout, marked.text);
	marked_expect(&bench, &marked, "plan.yaml", faults->reports);
	if (faults->expected) {
		assert_string_equal(below_part(&bench, document), faults->expected);
	}
	bench_end(&bench);
}
