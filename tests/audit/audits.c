#include "audits.h"

#include "plan/plan.h"

static const struct yaml_node *nodes(
	struct bench *bench, const char *name, const char *text)
{
	const struct source *source =
		source_create(bench->arena, name, text, strlen(text));
	return yaml_read_source(bench->arena, source, &bench->limits, bench->diagnostics);
}

const char *audits_tree_text(struct bench *bench, const char *path)
{
	char *full = g_build_filename(g_getenv("JIXIAO_SOURCE_ROOT"), path, NULL);
	char *bytes = NULL;
	if (!g_file_get_contents(full, &bytes, NULL, NULL)) {
		fail_msg("cannot read %s", full);
		abort();
	}
	const char *text = arena_copy_string(bench->arena, bytes);
	g_free(bytes);
	g_free(full);
	return text;
}

const struct audit_report *audits_report(
	struct bench *bench, const char *plan, const char *layout)
{
	const struct yaml_node *shared = nodes(
		bench, "layouts/plan.yaml", audits_tree_text(bench, "layouts/plan.yaml"));
	const struct yaml_node *own =
		nodes(bench, "layout.yaml", layout ? layout : "layout: 试\n");
	const struct yaml_node *root = nodes(bench, "plan.yaml", plan);
	if (!own || !root) {
		return NULL;
	}
	struct model *model = model_create(bench->arena);
	model_add(model, yaml_get(shared, "model"), bench->diagnostics);
	model_add(model, yaml_get(own, "model"), bench->diagnostics);
	if (!model_finish(model, bench->diagnostics)) {
		return NULL;
	}
	GPtrArray *layouts = arena_pointers(bench->arena);
	g_ptr_array_add(layouts, (gpointer)(uintptr_t)own);
	const struct check_sources sources = {shared, layouts, model};
	const struct check_rules rules =
		layout_checks_read(bench->arena, &sources, bench->diagnostics);
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct plan *read =
		plan_read(bench->arena, root, "plan.yaml", model, &context);
	return diagnostics_failed(bench->diagnostics)
		       ? NULL
		       : audit_plan(bench->arena, read, &rules, bench->diagnostics);
}

const char *audits_lines(
	struct bench *bench, const struct audit_report *report, const char *check)
{
	GString *dump = arena_text(bench->arena);
	audit_dump(report, dump);
	char **lines = g_strsplit(dump->str, "\n", -1);
	GString *picked = arena_text(bench->arena);
	const char *beginning = check ? arena_printf(bench->arena, "%s: ", check) : "";
	for (char **line = lines; *line && **line; line++) {
		bool idle = !check && g_str_has_suffix(*line, ": 不涉及");
		if (g_str_has_prefix(*line, beginning) && !idle) {
			g_string_append_printf(picked, "%s\n", *line);
		}
	}
	g_strfreev(lines);
	return picked->str;
}

void audits_expect(
	const char *plan, const char *layout, const char *lines, const char *reports)
{
	struct bench bench = bench_begin();
	const struct audit_report *report = audits_report(&bench, plan, layout);
	if (report) {
		assert_string_equal(audits_lines(&bench, report, NULL), lines);
	}
	bench_expect(&bench, reports);
	bench_end(&bench);
}
