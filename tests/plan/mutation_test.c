/* Whatever stands in a file, it is typed or reported, and reading ends. The seed is
 * printed, and can be set: JIXIAO_TEST_SEED. */
#include "plan_fixture.h"

enum {
	MUTANTS = 8000,
	EDITS_MOST = 4
};

static const char valid[] =
	"单位: {全称: 团澜州市委, 简称: 团市委}\n"
	"规划期: 2021-2025\n"
	"年度: 2021\n"
	"成文日期: 2021年3月18日\n"
	"稿次: 草稿\n"
	"文档: [{版式: first, 合并: 是}]\n"
	"章节:\n"
	"- 标题: 使命\n"
	"  正文: |\n"
	"    **总体目标：**高举。\n"
	"    第二段。\n"
	"  重点工作:\n"
	"  - 名称: 思想建设\n"
	"    年度分解:\n"
	"      2021-2022: 办班两期。\n"
	"      2023: 无\n"
	"  章节: [{标题: 愿景, 插入: [年度目标分解]}]\n"
	"资金: {总额: 167.0104万元, 收入: [{名称: 拨款, 金额: '1,234.50'}]}\n"
	"指标: [{名称: 次数, 指标值: ≥5次, 年度分解: {2021: 5次}}]\n"
	"问题: [{问题: 暂无, 其他: [信息公开]}]\n"
	"标准: /\n";

static const char *const pieces[] = {"\n", " ", ":", ": ", "-", "- ", "{", "}", "[", "]",
	",", "\"", "'", "|", "**", "/", "无", "2021", "-02-30", "９", "万元", "%", "≥",
	"单位", "年度: ", "#", "\t", "　", "\\", "2016-2020: ", "{文件: a}", "&a", "*a",
	"!!x", "?", "~", "章节: "};

/* A character's first byte, or the end. */
static gint somewhere(const GString *text, GRand *random)
{
	gint at = g_rand_int_range(random, 0, (gint)text->len + 1);
	while (at > 0 && ((guchar)text->str[at] & 0xC0) == 0x80) {
		at--;
	}
	return at;
}

/* A few characters from a place on, in bytes. */
static gint stretch(const GString *text, GRand *random, gint at)
{
	gint end = at;
	for (gint count = g_rand_int_range(random, 1, 8); count > 0 && text->str[end];
		count--) {
		end += g_utf8_skip[(guchar)text->str[end]];
	}
	return MIN(end, (gint)text->len) - at;
}

/* Takes away, puts in, or copies a stretch from elsewhere. Whole characters: bytes that
 * are no UTF-8 never come as far as the plan. */
static void edit(GString *text, GRand *random)
{
	gint at = somewhere(text, random);
	gint kind = g_rand_int_range(random, 0, 3);
	if (kind == 0) {
		g_string_erase(text, at, stretch(text, random, at));
	} else if (kind == 1) {
		gint piece = g_rand_int_range(random, 0, (gint)G_N_ELEMENTS(pieces));
		g_string_insert(text, at, pieces[piece]);
	} else {
		gint from = somewhere(text, random);
		char *copy =
			g_strndup(text->str + from, (gsize)stretch(text, random, from));
		g_string_insert(text, at, copy);
		g_free(copy);
	}
}

/* A place is in the file, or right behind its end. */
static void check_place(struct place place)
{
	assert_non_null(place.source);
	assert_in_range(place.line, 0, place.source->line_starts->len + 1);
	assert_true(place.line == 0 || place.column >= 1);
}

/* That a value is what its type says, down to its parts. */
static void check_value(const struct value *value)
{
	if (value->place.source) {
		check_place(value->place);
	}
	assert_true(value->written.length == strlen(value->written.text));
	if (value->kind == VALUE_RECORD) {
		assert_int_equal(value->type->kind, TYPE_RECORD);
		for (size_t i = 0; i < value->written_count; i++) {
			const struct field *field = value->written_order[i];
			assert_ptr_equal(value->fields[field->index]->type, &field->type);
			check_value(value->fields[field->index]);
		}
	} else if (value->kind == VALUE_LIST) {
		for (size_t i = 0; i < value->item_count; i++) {
			assert_int_equal(value->items[i]->ordinal, (int)i + 1);
			assert_true(value->items[i]->serial >= value->items[i]->ordinal);
			check_value(value->items[i]);
		}
	} else if (value->kind == VALUE_PROSE) {
		for (size_t i = 0; i < value->paragraph_count; i++) {
			assert_true(value->paragraphs[i].run_count > 0);
		}
	}
}

static const struct yaml_node *vocabulary(struct fixture *fixture)
{
	char *path = g_build_filename(
		g_getenv("JIXIAO_SOURCE_ROOT"), "layouts/plan.yaml", NULL);
	const struct yaml_node *layout = yaml_read_file(
		fixture->arena, path, path, &fixture->limits, fixture->diagnostics);
	g_free(path);
	return yaml_get(layout, "model");
}

/* What became of the mutants. */
struct tally {
	int typed; /* there was a tree to type */
	int sound; /* without an error */
};

static void read_mutant(const struct model *model, const struct limits *limits,
	const char *text, struct tally *tally)
{
	struct arena *arena = arena_create();
	struct diagnostics *diagnostics = diagnostics_create();
	const struct source *source =
		source_create(arena, "mutant.yaml", text, strlen(text));
	const struct yaml_node *nodes =
		yaml_read_source(arena, source, limits, diagnostics);
	struct plan_context context = {.limits = limits, .diagnostics = diagnostics};
	plan_layout_names(arena, nodes);
	const struct plan *plan =
		plan_read(arena, nodes, "/nowhere/mutant.yaml", model, &context);
	check_value(plan->root);
	guint errors = diagnostics_count_of(diagnostics, SEVERITY_ERROR);
	tally->typed += nodes != NULL;
	tally->sound += errors == 0;
	assert_true(errors || value_is_present(value_field(plan->root, "单位")));
	for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
		check_place(diagnostics_get(diagnostics, i)->place);
	}
	diagnostics_destroy(diagnostics);
	arena_destroy(arena);
}

static void mutants_of_a_plan_are_typed_or_reported(void **state)
{
	struct fixture *fixture = *state;
	struct model *model = model_create(fixture->arena);
	assert_true(model_add(model, vocabulary(fixture), fixture->diagnostics));
	assert_true(model_finish(model, fixture->diagnostics));
	struct tally tally = {0};
	read_mutant(model, &fixture->limits, valid, &tally);
	assert_int_equal(tally.sound, 1);
	const char *wanted = g_getenv("JIXIAO_TEST_SEED");
	guint32 seed = wanted ? (guint32)g_ascii_strtoull(wanted, NULL, 10) : 20210318;
	print_message("# seed %u\n", seed);
	GRand *random = g_rand_new_with_seed(seed);
	for (int i = 0; i < MUTANTS; i++) {
		GString *text = g_string_new(valid);
		for (gint edits = g_rand_int_range(random, 1, EDITS_MOST + 1); edits > 0;
			edits--) {
			edit(text, random);
		}
		read_mutant(model, &fixture->limits, text->str, &tally);
		g_string_free(text, TRUE);
	}
	g_rand_free(random);
	print_message("# %d of %d typed, %d sound\n", tally.typed, MUTANTS, tally.sound);
	/* Each outcome must be met often, or the mutants say nothing. */
	assert_in_range(tally.typed, MUTANTS / 8, MUTANTS);
	assert_in_range(tally.sound, MUTANTS / 40, MUTANTS / 2);
}

/* A vocabulary is a file too. */
static void mutants_of_a_vocabulary_are_read_or_reported(void **state)
{
	struct fixture *fixture = *state;
	static const char text[] =
		"root: 规划\n"
		"records:\n"
		"  规划:\n"
		"    年度: {type: year, synonyms: [年份], required: yes}\n"
		"    其他: {type: \"choices [甲, 乙]\", note: 勾选}\n"
		"    章节: list of record 章节\n"
		"  章节: {分解: years of prose, 章节: record 章节}\n";
	GRand *random = g_rand_new_with_seed(20210318);
	int sound = 0;
	for (int i = 0; i < MUTANTS; i++) {
		struct arena *arena = arena_create();
		struct diagnostics *diagnostics = diagnostics_create();
		GString *mutant = g_string_new(text);
		edit(mutant, random);
		const struct source *source =
			source_create(arena, "m.yaml", mutant->str, mutant->len);
		const struct yaml_node *nodes =
			yaml_read_source(arena, source, &fixture->limits, diagnostics);
		struct model *model = model_create(arena);
		bool good = nodes && model_add(model, nodes, diagnostics);
		good = model_finish(model, diagnostics) && good;
		assert_true(good || diagnostics_failed(diagnostics));
		sound += good;
		g_string_free(mutant, TRUE);
		diagnostics_destroy(diagnostics);
		arena_destroy(arena);
	}
	g_rand_free(random);
	assert_in_range(sound, MUTANTS / 100, MUTANTS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(mutants_of_a_plan_are_typed_or_reported),
		FIXTURE_TEST(mutants_of_a_vocabulary_are_read_or_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
