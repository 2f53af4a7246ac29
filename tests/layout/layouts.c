#include "layouts.h"

static const char vocabulary[] = "root: 规划\n"
				 "records:\n"
				 "  规划:\n"
				 "    文种: text\n"
				 "    规划期: period\n"
				 "    成文日期: date\n"
				 "    总额: decimal 万元\n"
				 "    摘要: prose\n"
				 "    关键词: list of text\n"
				 "    性质: \"choices [新增, 延续]\"\n"
				 "    上级: boolean\n"
				 "    单位: record 单位\n"
				 "    处室: record 单位\n"
				 "    章节: list of record 章节\n"
				 "    职责: list of record 职责\n"
				 "    工作: list of record 工作\n"
				 "  单位: {全称: text, 简称: text}\n"
				 "  章节:\n"
				 "    标题: text\n"
				 "    编号: text\n"
				 "    排法: \"choice [另起, 接排]\"\n"
				 "    正文: prose\n"
				 "    附文: {type: prose, synonyms: [补充]}\n"
				 "    插入: list of text\n"
				 "    工作: list of record 工作\n"
				 "    章节: list of record 章节\n"
				 "  职责: {名称: text, 目标: list of record 目标}\n"
				 "  目标: {名称: text, 指标: list of record 指标}\n"
				 "  指标: {名称: text, 值: decimal}\n"
				 "  工作: {名称: text, 年度分解: years of prose}\n";

static const char faces[] = "faces:\n"
			    "  仿: {wanted: [A]}\n"
			    "  黑: {wanted: [B]}\n"
			    "  西: {substitutes: [C]}\n"
			    "fallback: 仿\n";

static const char small[] =
	"layout: {name: small, title: 小样}\n"
	"pages:\n"
	"  纸:\n"
	"    sheet: [100pt, 200pt]\n"
	"    area: [10pt, 20pt, 80pt, 160pt]\n"
	"    row: 16pt\n"
	"    fields: [{id: 页码, text: \"{page}\", style: 文, side: outside}]\n"
	"styles:\n"
	"  文: {face: 仿, latin: 西, emphasis: 黑, size: 10pt, leading: 16pt}\n"
	"  题: {face: 黑, latin: 西, size: 12pt, leading: 20pt, align: centre}\n"
	"table styles:\n"
	"  格: {padding across: 2pt, inner rule: 0.5pt, cell: 文, head: 题}\n"
	"page: 纸\n"
	"blocks:\n"
	"  - {id: 头, title: \"{文种}\", style: 题}\n";

const struct yaml_node *layouts_nodes(
	struct bench *bench, const char *name, const char *text)
{
	const struct source *source =
		source_create(bench->arena, name, text, strlen(text));
	return yaml_read_source(bench->arena, source, &bench->limits, bench->diagnostics);
}

const struct model *layouts_model_with(struct bench *bench, const char *text)
{
	struct model *model = model_create(bench->arena);
	assert_true(model_add(model, layouts_nodes(bench, "model.yaml", vocabulary),
		bench->diagnostics));
	const struct yaml_node *own =
		text ? layouts_nodes(bench, "layout.yaml", text) : NULL;
	assert_true(model_add(model, yaml_get(own, "model"), bench->diagnostics));
	assert_true(model_finish(model, bench->diagnostics));
	return model;
}

const struct model *layouts_model(struct bench *bench)
{
	return layouts_model_with(bench, NULL);
}

const struct layout *layouts_read_nodes(
	struct bench *bench, const struct model *model, const struct yaml_node *own)
{
	const struct yaml_node *file = layouts_nodes(bench, "small.yaml", small);
	const struct layout_sources sources = {
		own ? layout_merge(bench->arena, file, own) : file,
		layouts_nodes(bench, "faces.yaml", faces), model, NULL};
	return layout_read(bench->arena, &sources, bench->diagnostics);
}

const struct layout *layouts_read(
	struct bench *bench, const struct model *model, const char *text)
{
	const struct yaml_node *own =
		text ? layouts_nodes(bench, "layout.yaml", text) : NULL;
	assert_true(own || !text);
	return layouts_read_nodes(bench, model, own);
}

static bool begins_with_one(const char *line, char *const *beginnings)
{
	for (; *beginnings; beginnings++) {
		if (g_str_has_prefix(line, *beginnings)) {
			return true;
		}
	}
	return false;
}

/* The lines that begin so, with what is indented below them. */
static const char *pick(struct bench *bench, const char *text, const char *beginnings)
{
	char **words = g_strsplit(beginnings, "|", -1);
	char **lines = g_strsplit(text, "\n", -1);
	GString *picked = arena_text(bench->arena);
	bool inside = false;
	for (char **line = lines; *line; line++) {
		inside = begins_with_one(*line, words) || (inside && **line == ' ');
		if (inside) {
			g_string_append_printf(picked, "%s\n", *line);
		}
	}
	g_strfreev(lines);
	g_strfreev(words);
	return picked->str;
}

void layouts_expect(const char *text, const char *beginnings, const char *expected)
{
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(&bench, layouts_model(&bench), text);
	bench_expect(&bench, "");
	GString *out = arena_text(bench.arena);
	layout_dump(layout, out);
	assert_string_equal(pick(&bench, out->str, beginnings), expected);
	bench_end(&bench);
}

struct marked marked_take(struct bench *bench, const char *text)
{
	struct marked marked = {
		.places = arena_values(bench->arena, sizeof(struct place))};
	GString *bare = arena_text(bench->arena);
	struct place place = {.line = 1, .column = 1};
	for (; *text; text++) {
		if (*text == '^') {
			g_array_append_val(marked.places, place);
			continue;
		}
		g_string_append_c(bare, *text);
		place.column += ((unsigned char)*text & 0xC0) != 0x80;
		if (*text == '\n') {
			place = (struct place){.line = place.line + 1, .column = 1};
		}
	}
	marked.text = bare->str;
	return marked;
}

void marked_expect(struct bench *bench, const struct marked *marked, const char *file,
	const char *expected)
{
	char **lines = g_strsplit(expected, "\n", -1);
	GString *full = arena_text(bench->arena);
	guint used = 0;
	for (char **line = lines; *line && **line; line++) {
		size_t code = strcspn(*line, ":");
		if (strstr(*line, ".yaml:")) {
			g_string_append_printf(full, "%s\n", *line);
			continue;
		}
		assert_true(used < marked->places->len);
		const struct place *place =
			&g_array_index(marked->places, struct place, used++);
		g_string_append_printf(full, "%s:%d:%d: error[%.*s]%s\n", file,
			place->line, place->column, (int)code, *line, *line + code);
	}
	assert_int_equal(used, marked->places->len);
	g_strfreev(lines);
	bench_expect(bench, full->str);
}

void layouts_expect_faults(const struct layout_fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct bench bench = bench_begin();
		struct marked marked = marked_take(&bench, faults[i].text);
		char *line = g_strdelimit(g_strdup(marked.text), "\n", ' ');
		print_message("# %s\n", line);
		g_free(line);
		layouts_read(&bench, layouts_model(&bench), marked.text);
		marked_expect(&bench, &marked, "layout.yaml", faults[i].expected);
		bench_end(&bench);
	}
}

void layouts_expect_hint(const char *text, const char *expected)
{
	struct bench bench = bench_begin();
	layouts_read(&bench, layouts_model(&bench), text);
	assert_int_equal(diagnostics_count(bench.diagnostics), 1);
	const struct diagnostic *report = diagnostics_get(bench.diagnostics, 0);
	assert_string_equal(report->hint ? report->hint : "", expected);
	bench_end(&bench);
}

const char *layouts_tree_path(struct bench *bench, const char *path)
{
	const char *root = g_getenv("JIXIAO_SOURCE_ROOT");
	assert_non_null(root);
	return arena_printf(bench->arena, "%s/%s", root, path);
}

const char *layouts_tree_text(struct bench *bench, const char *path)
{
	char *bytes = NULL;
	gsize length = 0;
	const char *full = layouts_tree_path(bench, path);
	if (!g_file_get_contents(full, &bytes, &length, NULL)) {
		fail_msg("cannot read %s", full);
	}
	const char *text = arena_copy_bytes(bench->arena, bytes, length);
	g_free(bytes);
	return text;
}

struct shipped layouts_shipped(struct bench *bench, const char *name)
{
	const char *paths[] = {layouts_tree_path(bench, "layouts"), NULL};
	const struct layout_folders folders = {paths, &bench->limits};
	const struct passage wanted = passage_plain(name, (struct place){0});
	struct model *model = model_create(bench->arena);
	const struct yaml_node *plan =
		layout_data_read(bench->arena, &folders, "plan", bench->diagnostics);
	assert_true(model_add(model, yaml_get(plan, "model"), bench->diagnostics));
	assert_true(model_finish(model, bench->diagnostics));
	struct shipped shipped = {
		.model = model,
		.faces = layout_data_read(
			bench->arena, &folders, "faces", bench->diagnostics),
		.file = layout_file_read(
			bench->arena, &folders, &wanted, bench->diagnostics),
	};
	assert_non_null(shipped.file);
	const struct layout_sources sources = {shipped.file, shipped.faces, model, NULL};
	shipped.layout = layout_read(bench->arena, &sources, bench->diagnostics);
	return shipped;
}
