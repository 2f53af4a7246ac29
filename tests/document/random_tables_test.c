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

/* What there is of a random table so far. */
struct shape {
	struct random *random;
	size_t bands;
	size_t leaves; /* columns */
	bool made;     /* the plan says how many columns there are */
	GString *out;
};

static size_t below(struct shape *shape, size_t bound)
{
	return random_below(shape->random, bound);
}

static void add_merge(struct shape *shape)
{
	size_t merge = below(shape, shape->bands + 2);
	if (merge < shape->bands) {
		g_string_append_printf(shape->out, "merge: %s, ", bands[merge]);
	} else if (merge == shape->bands) {
		g_string_append_printf(shape->out, "merge equal: yes, merge within: %s, ",
			bands[below(shape, shape->bands)]);
	}
	size_t last = merge < shape->bands ? merge : shape->bands - 1;
	g_string_append_printf(shape->out, "text: \"{%s.名称}\"}, ", bands[last]);
}

static void add_column(struct shape *shape, int depth)
{
	bool group = depth < 3 && below(shape, 3) == 0;
	g_string_append_c(shape->out, '{');
	if (below(shape, 3) > 0) {
		g_string_append_printf(shape->out, "head: h%zu, ", below(shape, 100));
	}
	if (below(shape, 10) == 0) {
		g_string_append_printf(shape->out, "each: 职责 as x%d, ", depth);
		shape->made = true;
	}
	if (!group) {
		shape->leaves++;
		add_merge(shape);
		return;
	}
	g_string_append(shape->out, "columns: [");
	for (size_t i = 1 + below(shape, 3); i > 0; i--) {
		add_column(shape, depth + 1);
	}
	g_string_append(shape->out, "]}, ");
}

/* Cells and columns left to themselves that cover all columns. */
static void add_explicit_row(struct shape *shape, const char *key)
{
	size_t left = shape->made ? 0 : shape->leaves;
	g_string_append_printf(shape->out, ", %s: [", key);
	while (left > 0 && below(shape, 4) > 0) {
		size_t span = 1 + below(shape, left);
		left -= span;
		g_string_append_printf(shape->out,
			below(shape, 2) ? "{leave: %zu}, " : "{text: e, span: %zu}, ",
			span);
	}
	if (left > 0 || shape->made) {
		g_string_append(shape->out,
			below(shape, 2) ? "{leave: rest}" : "{text: e, span: rest}");
	}
	g_string_append_c(shape->out, ']');
}

static void add_band(struct shape *shape, size_t band)
{
	static const char *const keys[] = {"first", "last", "head", "foot"};
	g_string_append_printf(shape->out, "{each: %s as %s", lists[band], bands[band]);
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (below(shape, 4) == 0) {
			add_explicit_row(shape, keys[i]);
		}
	}
	if (band + 1 < shape->bands) {
		g_string_append(shape->out, ", rows: ");
		add_band(shape, band + 1);
	}
	g_string_append_c(shape->out, '}');
}

static const char *random_layout(struct bench *bench, struct random *random)
{
	struct shape shape = {
		.random = random,
		.bands = 1 + random_below(random, G_N_ELEMENTS(bands)),
		.out = arena_text(bench->arena),
	};
	g_string_append(shape.out, "blocks: [{id: 头, table: {style: 格, columns: [");
	for (size_t i = 1 + below(&shape, 4); i > 0; i--) {
		add_column(&shape, 1);
	}
	g_string_append(shape.out, "], rows: ");
	add_band(&shape, 0);
	if (below(&shape, 3) == 0) {
		g_string_append_printf(
			shape.out, ", least rows: %zu", 1 + below(&shape, 8));
	}
	g_string_append_printf(
		shape.out, "%s}}]\n", below(&shape, 2) ? ", empty: 暂无" : "");
	return shape.out->str;
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
	assert_false(table->rows[table->row_count - 1].with_next);
	for (int i = 0; i < table->row_count; i++) {
		assert_int_equal(table->rows[i].head, i < table->head_rows);
		assert_true(i + table->rows[i].group_rows < table->row_count);
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
