/* The example plan by its layout: nothing that its author wrote is lost. */
#include "documents.h"

struct example {
	struct bench bench;
	struct shipped shipped;
	const struct yaml_node *root;
};

static struct example example_begin(void)
{
	struct example example = {.bench = bench_begin()};
	struct bench *bench = &example.bench;
	example.shipped = layouts_shipped(bench, "first-round-plan");
	const char *path = layouts_tree_path(bench, "input/first-round-plan.yaml");
	example.root = yaml_read_file(
		bench->arena, path, "plan.yaml", &bench->limits, bench->diagnostics);
	assert_non_null(example.root);
	return example;
}

static const struct plan *example_plan(
	struct example *example, const struct yaml_node *root)
{
	struct bench *bench = &example->bench;
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	return plan_read(
		bench->arena, root, "plan.yaml", example->shipped.model, &context);
}

static const struct document *example_arrange(
	struct example *example, const struct yaml_node *root)
{
	struct bench *bench = &example->bench;
	const struct plan *plan = example_plan(example, root);
	return document_arrange(bench->arena, plan, example->shipped.layout,
		&bench->limits, bench->diagnostics);
}

static void add_text(GString *out, const struct text_block *text)
{
	for (size_t i = 0; i < text->run_count; i++) {
		g_string_append(out, text->runs[i].passage.text);
	}
}

/* All characters of blocks in the order in which they are read. */
static void add_blocks(GString *out, const struct block *const *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct table_block *table = &blocks[i]->table;
		switch (blocks[i]->kind) {
		case BLOCK_TEXT:
			add_text(out, &blocks[i]->text);
			break;
		case BLOCK_TABLE:
			for (int j = 0; j < table->cell_count; j++) {
				add_blocks(out, table->cells[j].blocks,
					table->cells[j].block_count);
			}
			break;
		case BLOCK_GROUP:
			add_blocks(out, blocks[i]->group.blocks,
				blocks[i]->group.block_count);
			break;
		case BLOCK_RULE:
		case BLOCK_SIGNATURE:
		case BLOCK_MARK:
		case BLOCK_CONTENTS:
		case BLOCK_PAGE_BREAK:
			break;
		}
	}
}

/* Finds a scalar's lines, without signs of emphasis, one after the other from a place on.
 */
static void expect_lines(const char *text, const char **at)
{
	char **lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		char **parts = g_strsplit(g_strstrip(*line), "**", -1);
		for (char **part = parts; *part; part++) {
			const char *found = strstr(*at, *part);
			if (!found) {
				fail_msg("lost: %s", *part);
			}
			*at = found + strlen(*part);
		}
		g_strfreev(parts);
	}
	g_strfreev(lines);
}

/* The texts of sections in the order of the file; the years of a section's tables stand
 * where its tables are inserted. */
static void expect_sections(const struct yaml_node *list, const char **at);

static void expect_tasks(const struct yaml_node *tasks, const char **at)
{
	for (size_t i = 0; tasks && i < tasks->item_count; i++) {
		const struct yaml_node *years = yaml_get(tasks->items[i], "年度分解");
		expect_lines(yaml_text(yaml_get(tasks->items[i], "名称")), at);
		for (size_t j = 0; years && j < years->entry_count; j++) {
			expect_lines(yaml_text(years->entries[j].value), at);
		}
	}
}

static void expect_section(const struct yaml_node *section, const char **at)
{
	const char *title = yaml_text(yaml_get(section, "标题"));
	expect_lines(title ? title : "", at);
	for (size_t i = 0; i < section->entry_count; i++) {
		const char *key = yaml_text(section->entries[i].key);
		const struct yaml_node *value = section->entries[i].value;
		if (strcmp(key, "正文") == 0) {
			expect_lines(yaml_text(value), at);
		} else if (strcmp(key, "章节") == 0) {
			expect_sections(value, at);
		} else if (strcmp(key, "插入") == 0) {
			expect_tasks(yaml_get(section, "重点工作"), at);
		}
	}
}

static void expect_sections(const struct yaml_node *list, const char **at)
{
	for (size_t i = 0; i < list->item_count; i++) {
		expect_section(list->items[i], at);
	}
}

static void every_character_of_the_author_is_in_the_document_in_order(void **state)
{
	(void)state;
	struct example example = example_begin();
	const struct document *document = example_arrange(&example, example.root);
	bench_expect(&example.bench, "");
	GString *text = arena_text(example.bench.arena);
	for (size_t i = 0; i < document->part_count; i++) {
		add_blocks(
			text, document->parts[i].blocks, document->parts[i].block_count);
	}
	const char *at = text->str;
	expect_sections(yaml_get(example.root, "章节"), &at);
	assert_string_equal(at, ""); /* the author has the last word */
	bench_end(&example.bench);
}

static void its_headings_make_an_outline_without_gaps(void **state)
{
	(void)state;
	struct example example = example_begin();
	const struct document *document = example_arrange(&example, example.root);
	const struct document_part *part = &document->parts[0];
	int level = 0;
	int count = 0;
	for (size_t i = 0; i < part->block_count; i++) {
		const struct block *block = part->blocks[i];
		if (block->kind == BLOCK_TEXT && block->text.outline) {
			assert_true(block->text.outline_level <= level + 1);
			level = block->text.outline_level;
			count++;
		}
	}
	assert_true(count > 20);
	bench_end(&example.bench);
}

/* The tree with the node that is met after some others taken for another kind of node. */
static const struct yaml_node *spoil(struct arena *arena, const struct yaml_node *node,
	size_t *left, const struct yaml_node *other)
{
	if ((*left)-- == 0) {
		struct yaml_node *spoilt = arena_copy(arena, other, sizeof *other);
		spoilt->place = node->place;
		return spoilt;
	}
	struct yaml_node *copy = arena_copy(arena, node, sizeof *node);
	const struct yaml_node **items =
		arena_new_array(arena, const struct yaml_node *, node->item_count);
	struct yaml_entry *entries =
		arena_new_array(arena, struct yaml_entry, node->entry_count);
	for (size_t i = 0; i < node->item_count; i++) {
		items[i] = spoil(arena, node->items[i], left, other);
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		entries[i].key = node->entries[i].key;
		entries[i].value = spoil(arena, node->entries[i].value, left, other);
	}
	copy->items = items;
	copy->entries = entries;
	return copy;
}

static void nothing_of_it_is_reported_as_unprinted(void **state)
{
	(void)state;
	struct example example = example_begin();
	struct bench *bench = &example.bench;
	const struct plan *plan = example_plan(&example, example.root);
	document_arrange(bench->arena, plan, example.shipped.layout, &bench->limits,
		bench->diagnostics);
	document_file_name(
		bench->arena, plan, example.shipped.layout, bench->diagnostics);
	document_report_unprinted(plan, bench->diagnostics);
	bench_expect(bench, "");
	bench_end(bench);
}

static void a_faulty_plan_is_arranged_as_far_as_it_can_be_read(void **state)
{
	(void)state;
	static const char *const others[] = {
		"某", "\"\"", "无", "[某]", "{某: 某}", "[无]"};
	struct random random = random_begin();
	for (int i = 0; i < 200; i++) {
		struct example example = example_begin();
		struct arena *arena = example.bench.arena;
		const struct yaml_node *other = layouts_nodes(
			&example.bench, "other.yaml", random_of(&random, others));
		size_t left = 1 + random_below(&random, 400);
		const struct document *document = example_arrange(
			&example, spoil(arena, example.root, &left, other));
		GString *out = arena_text(arena);
		document_dump(document, out);
		assert_true(out->len > 0);
		bench_end(&example.bench);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_character_of_the_author_is_in_the_document_in_order),
		cmocka_unit_test(its_headings_make_an_outline_without_gaps),
		cmocka_unit_test(nothing_of_it_is_reported_as_unprinted),
		cmocka_unit_test(a_faulty_plan_is_arranged_as_far_as_it_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
