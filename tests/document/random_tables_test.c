/* What must hold of every table, whatever its bands, its columns and the plan: its cells
 * cover each place of the grid once, in order, and what they merge comes from one record.
 */
#include "documents.h"

enum {
	RUNS = 300
};

static const char *const bands[] = {"d", "g", "k"};

/* A list of the plan, for each of these bands. */
static const char *const lists[] = {"职责", "d.目标", "g.指标"};

static void add_column(struct random *random, int depth, size_t band_count, GString *out)
{
	bool group = depth < 3 && random_below(random, 3) == 0;
	g_string_append_c(out, '{');
	if (random_below(random, 3) > 0) {
		g_string_append_printf(out, "head: h%zu, ", random_below(random, 100));
	}
	if (group) {
		g_string_append(out, "columns: [");
		for (size_t i = 1 + random_below(random, 3); i > 0; i--) {
			add_column(random, depth + 1, band_count, out);
		}
		g_string_append(out, "]}, ");
		return;
	}
	size_t merge = random_below(random, band_count + 1);
	if (merge < band_count) {
		g_string_append_printf(out, "merge: %s, ", bands[merge]);
	}
	size_t last = merge < band_count ? merge : band_count - 1;
	g_string_append_printf(out, "text: \"{%s.名称}\"}, ", bands[last]);
}

static const char *random_layout(struct bench *bench, struct random *random)
{
	GString *out = arena_text(bench->arena);
	size_t band_count = 1 + random_below(random, G_N_ELEMENTS(bands));
	g_string_append(out, "blocks: [{id: 头, table: {style: 格, rows: ");
	for (size_t i = 0; i < band_count; i++) {
		g_string_append_printf(out, "%s{each: %s as %s", i ? ", rows: " : "",
			lists[i], bands[i]);
	}
	for (size_t i = 0; i < band_count; i++) {
		g_string_append_c(out, '}');
	}
	g_string_append(out, ", columns: [");
	for (size_t i = 1 + random_below(random, 4); i > 0; i--) {
		add_column(random, 1, band_count, out);
	}
	g_string_append_printf(
		out, "]%s}}]\n", random_below(random, 2) ? ", empty: 暂无" : "");
	return out->str;
}

/* Names are few, so that neighbours are often called alike. */
static void add_records(struct random *random, const char *const *keys, GString *out)
{
	size_t count = random_below(random, 4);
	for (size_t i = 0; i < count; i++) {
		g_string_append_printf(
			out, "%s{名称: n%zu", i ? ", " : "", random_below(random, 2));
		if (*keys) {
			g_string_append_printf(out, ", %s: [", *keys);
			add_records(random, keys + 1, out);
			g_string_append_c(out, ']');
		}
		g_string_append_c(out, '}');
	}
}

static const char *random_plan(struct bench *bench, struct random *random)
{
	static const char *const keys[] = {"目标", "指标", NULL};
	GString *out = arena_text(bench->arena);
	g_string_append(out, "职责: [");
	add_records(random, keys, out);
	g_string_append(out, "]\n");
	return out->str;
}

static void expect_tiled(const struct table_block *table)
{
	int width = table->column_count;
	int *covered = g_new0(int, (gsize)(width * table->row_count));
	int last = -1;
	for (int i = 0; i < table->cell_count; i++) {
		const struct table_cell *cell = &table->cells[i];
		int at = cell->row * width + cell->column;
		assert_true(at > last);
		last = at;
		assert_true(cell->row_span >= 1 && cell->column_span >= 1);
		assert_true(cell->row + cell->row_span <= table->row_count);
		assert_true(cell->column + cell->column_span <= width);
		bool above = cell->row < table->head_rows;
		assert_true(!above || cell->row + cell->row_span <= table->head_rows);
		assert_int_equal(cell->head, above);
		assert_true(cell->block_count >= 1);
		for (int row = 0; row < cell->row_span; row++) {
			for (int column = 0; column < cell->column_span; column++) {
				covered[at + row * width + column]++;
			}
		}
	}
	for (int i = 0; i < width * table->row_count; i++) {
		assert_int_equal(covered[i], 1);
	}
	g_free(covered);
	for (int i = 0; i < table->row_count; i++) {
		assert_int_equal(table->rows[i].head, i < table->head_rows);
	}
}

static void cells_cover_each_place_of_the_grid_once(void **state)
{
	(void)state;
	struct random random = random_begin();
	int tables = 0;
	for (int i = 0; i < RUNS; i++) {
		struct bench bench = bench_begin();
		const struct document *document = documents_arrange(&bench,
			random_layout(&bench, &random), random_plan(&bench, &random));
		bench_expect(&bench, "");
		const struct document_part *part = &document->parts[0];
		assert_true(part->block_count <= 1);
		if (part->block_count) {
			expect_tiled(&part->blocks[0]->table);
			tables++;
		}
		bench_end(&bench);
	}
	assert_true(tables > RUNS / 4);
}

static void a_merged_column_has_a_cell_for_each_record(void **state)
{
	(void)state;
	static const char layout[] =
		"blocks: [{id: 头, table: {style: 格, rows: {each: 职责 as d, rows: "
		"{each: "
		"d.目标 as g}}, columns: [{text: \"{d.名称}\", merge: d}]}}]\n";
	struct random random = random_begin();
	for (int i = 0; i < RUNS; i++) {
		struct bench bench = bench_begin();
		const char *text = random_plan(&bench, &random);
		const struct document *document = documents_arrange(&bench, layout, text);
		const struct plan_context context = {
			.limits = &bench.limits, .diagnostics = bench.diagnostics};
		const struct plan *plan =
			plan_read(bench.arena, layouts_nodes(&bench, "plan.yaml", text),
				"plan.yaml", layouts_model(&bench), &context);
		size_t expected = value_field(plan->root, "职责")->item_count;
		const struct document_part *part = &document->parts[0];
		assert_int_equal(
			part->block_count ? part->blocks[0]->table.cell_count : 0,
			expected);
		bench_end(&bench);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_cover_each_place_of_the_grid_once),
		cmocka_unit_test(a_merged_column_has_a_cell_for_each_record),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
