/* What must hold of every form, whatever its bands and the plan: it is reported, or its
 * cells cover each place of the grid once, in order. */
#include "documents.h"

enum {
	RUNS = 2000
};

/* A form being written; most rows end in a cell that takes what is left, so that enough
 * of them fit. */
struct writing {
	struct random *random;
	GString *out;
	int depth; /* of bands */
};

static bool one_in(struct writing *writing, size_t count)
{
	return random_below(writing->random, count) == 0;
}

static void add_cell(struct writing *writing, const char *merge, bool rest)
{
	GString *out = writing->out;
	g_string_append_printf(out, "{text: t%zu", random_below(writing->random, 100));
	if (rest) {
		g_string_append(out, ", span: rest");
	} else if (one_in(writing, 4)) {
		g_string_append_printf(
			out, ", span: %zu", 1 + random_below(writing->random, 2));
	}
	if (merge && one_in(writing, 2)) {
		g_string_append_printf(out, ", merge: %s", merge);
	} else if (one_in(writing, 12)) {
		g_string_append(out, ", rows: 2");
	}
	g_string_append_c(out, '}');
}

static void add_row(struct writing *writing, const char *merge)
{
	size_t count = 1 + random_below(writing->random, 3);
	bool rest = !one_in(writing, 8);
	g_string_append_c(writing->out, '[');
	for (size_t i = 0; i < count; i++) {
		g_string_append(writing->out, i ? ", " : "");
		add_cell(writing, merge, rest && i + 1 == count);
	}
	g_string_append_c(writing->out, ']');
}

static void add_bands(struct writing *writing);

/* Rows for each item of lists one or two deep. */
static void add_items(struct writing *writing)
{
	bool nested = one_in(writing, 2);
	g_string_append(writing->out, "each: 职责 as d, ");
	g_string_append(writing->out, nested ? "rows: {each: d.目标 as g}, " : "");
	if (one_in(writing, 3)) {
		g_string_append(writing->out, "empty: 暂无, ");
	}
	if (one_in(writing, 3)) {
		g_string_append_printf(writing->out, "least rows: %zu, ",
			random_below(writing->random, 4));
	}
	g_string_append(writing->out, "row: ");
	add_row(writing, "d");
}

static void add_band(struct writing *writing)
{
	static const char *const kinds[] = {"bands: ", "beside: ",
		"each: 职责 as e, bands: ", "own edges: yes, bands: "};
	GString *out = writing->out;
	if (one_in(writing, 2)) {
		add_row(writing, NULL);
		return;
	}
	g_string_append_c(out, '{');
	g_string_append(out, one_in(writing, 3) ? "label: 签, " : "");
	if (one_in(writing, 3)) {
		g_string_append(out, "head: ");
		add_row(writing, NULL);
		g_string_append(out, ", ");
	}
	if (one_in(writing, 4)) {
		g_string_append(out, "total: 合计, ");
	}
	if (writing->depth > 2 || one_in(writing, 2)) {
		add_items(writing);
	} else {
		g_string_append(
			out, kinds[random_below(writing->random, G_N_ELEMENTS(kinds))]);
		add_bands(writing);
	}
	g_string_append_c(out, '}');
}

static void add_bands(struct writing *writing)
{
	size_t count = 1 + random_below(writing->random, 3);
	writing->depth++;
	g_string_append_c(writing->out, '[');
	for (size_t i = 0; i < count; i++) {
		g_string_append(writing->out, i ? ", " : "");
		add_band(writing);
	}
	g_string_append_c(writing->out, ']');
	writing->depth--;
}

static const char *random_layout(struct bench *bench, struct random *random)
{
	struct writing writing = {random, arena_text(bench->arena), 0};
	g_string_append(writing.out, "blocks: [{id: 头, form: {style: 格, ");
	if (one_in(&writing, 4)) {
		g_string_append(writing.out, "widths: [~, 20pt, ~, ~], ");
	}
	g_string_append(writing.out, "bands: ");
	add_bands(&writing);
	g_string_append(writing.out, "}}]\n");
	return writing.out->str;
}

static const char *random_plan(struct bench *bench, struct random *random)
{
	GString *out = arena_text(bench->arena);
	g_string_append(out, "文种: 甲\n职责: [");
	for (size_t i = random_below(random, 4); i > 0; i--) {
		g_string_append(out, "{名称: n, 目标: [");
		for (size_t j = random_below(random, 3); j > 0; j--) {
			g_string_append(out, "{名称: m}, ");
		}
		g_string_append(out, "]}, ");
	}
	g_string_append(out, "]\n");
	return out->str;
}

static void expect_tiled(const struct table_block *table)
{
	int width = table->column_count;
	int *covered = g_new0(int, (gsize)(width * table->row_count));
	int last = -1;
	assert_true(width > 0 && table->row_count > 0);
	for (int i = 0; i < table->cell_count; i++) {
		const struct table_cell *cell = &table->cells[i];
		int at = cell->row * width + cell->column;
		assert_true(at > last);
		last = at;
		assert_true(cell->row_span >= 1 && cell->column_span >= 1);
		assert_true(cell->row + cell->row_span <= table->row_count);
		assert_true(cell->column + cell->column_span <= width);
		for (int j = 0; j < cell->row_span * cell->column_span; j++) {
			covered[at + j / cell->column_span * width +
				j % cell->column_span]++;
		}
		assert_true(cell->block_count >= 1);
		if (cell->blocks[0]->kind == BLOCK_TABLE) {
			assert_true(cell->manner->flush);
			expect_tiled(&cell->blocks[0]->table);
		}
	}
	for (int i = 0; i < width * table->row_count; i++) {
		assert_int_equal(covered[i], 1);
	}
	for (int i = 0; i < table->row_count; i++) {
		assert_true(i + table->rows[i].group_rows < table->row_count);
	}
	g_free(covered);
}

/* Reads and arranges a form; whether it was sound. */
static bool try_form(struct bench *bench, struct random *random)
{
	const struct model *model = layouts_model(bench);
	const char *text = random_layout(bench, random);
	const struct layout *layout = layouts_read(bench, model, text);
	if (diagnostics_failed(bench->diagnostics)) {
		return false;
	}
	const struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct yaml_node *root =
		layouts_nodes(bench, "plan.yaml", random_plan(bench, random));
	const struct plan *plan =
		plan_read(bench->arena, root, "plan.yaml", model, &context);
	const struct document *document = document_arrange(
		bench->arena, plan, layout, &bench->limits, bench->diagnostics);
	bench_expect(bench, "");
	const struct document_part *part = &document->parts[0];
	assert_true(part->block_count <= 1);
	if (part->block_count) {
		expect_tiled(&part->blocks[0]->table);
	}
	return part->block_count == 1;
}

static void forms_are_reported_or_tile_their_grid(void **state)
{
	(void)state;
	struct random random = random_begin();
	int tiled = 0;
	for (int i = 0; i < RUNS; i++) {
		struct bench bench = bench_begin();
		tiled += try_form(&bench, &random);
		bench_end(&bench);
	}
	print_message("# %d of %d forms tile their grid\n", tiled, RUNS);
	assert_in_range(tiled, RUNS / 10, RUNS - RUNS / 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_are_reported_or_tile_their_grid),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
