/* What widths columns get above their needs, and what these are: by chance and by hand.
 */
#include "column_model.h"

#include "compose/columns_edges.h"
#include "compose/columns_needs.h"
#include "compose/columns_spread.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_least_width_for_some_lines_is_found(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 1, 400);
	model_add(&model, model_at(0, 0, 1), "....[4]..[3].....");
	double floor_width = 40;
	struct arena *arena = arena_create();
	struct columns_needs *needs =
		columns_needs_create(arena, &model.task, &floor_width);
	assert_int_equal(columns_fewest(needs, 0), 1);
	assert_int_equal(columns_most(needs, 0), 5);
	const double expected[] = {180, 90, 80, 50, 40, 40};
	for (int lines = 6; lines >= 1; lines--) {
		assert_true(
			fabs(columns_need(needs, 0, lines) - expected[lines - 1]) < 0.06);
	}
	arena_destroy(arena);
	model_end(&model);
}

/* Cells of random lengths in 4 columns, some of them over two. */
static void fill_at_random(struct model *model, GRand *random)
{
	for (int row = 0; row < 12; row++) {
		for (int i = 0; i < 4; i++) {
			struct column_cell cell = model_at(row, i, i + 1);
			cell.end += i < 3 && g_rand_int_range(random, 0, 6) == 0;
			int count = g_rand_int_range(random, 1, i % 2 ? 40 : 8);
			int *pieces = g_new(int, (gsize)count);
			for (int k = 0; k < count; k++) {
				pieces[k] = g_rand_int_range(random, 1, 40) / 30 + 1;
			}
			model_add_pieces(model, cell, pieces, count);
			i = cell.end - 1;
		}
	}
}

/* Chooses lines for each cell and spreads what their widths leave. */
static void spread_at_random(guint32 seed, struct arena *arena)
{
	struct model model;
	GRand *random = g_rand_new_with_seed(seed);
	model_begin(&model, 4, g_rand_int_range(random, 200, 500));
	fill_at_random(&model, random);
	double floors[MODEL_CELLS];
	double wanted[MODEL_CELLS];
	int lines[MODEL_CELLS];
	for (int i = 0; i < model.task.cell_count; i++) {
		floors[i] = model.cells[i].need.at[WIDTH_NARROWEST];
	}
	struct columns_needs *needs = columns_needs_create(arena, &model.task, floors);
	for (int i = 0; i < model.task.cell_count; i++) {
		lines[i] = g_rand_int_range(random, 1, 9);
		wanted[i] = columns_need(needs, i, lines[i]);
	}
	struct columns_edges *edges = columns_edges_create(arena, &model.task);
	double *spans = arena_new_array(arena, double, edges->span_count);
	columns_span_needs(edges, &model.task, wanted, spans);
	double least = columns_least(edges, spans);
	model.task.width = fmax(model.task.width, least);
	double widths[MODEL_COLUMNS + 1] = {0};
	columns_spread(&model.task, edges, spans, widths);
	for (int i = 0; i < model.task.cell_count; i++) {
		const struct column_cell *cell = &model.cells[i];
		double width =
			widths[cell->first] +
			(cell->end - cell->first > 1 ? widths[cell->first + 1] : 0);
		int most = MAX(lines[i], 1);
		int now = columns_lines(&model.task, i, width + 1e-6);
		if (now > most) {
			fail_msg("seed %u: cell %d has %d lines, not %d", seed, i, now,
				most);
		}
	}
	assert_true(fabs(widths[0] + widths[1] + widths[2] + widths[3] -
			    model.task.width) < 1e-6);
	model_end(&model);
	g_rand_free(random);
}

static void spare_width_makes_no_row_higher(void **state)
{
	(void)state;
	for (guint32 seed = 1; seed <= 400; seed++) {
		struct arena *arena = arena_create();
		spread_at_random(seed, arena);
		arena_destroy(arena);
	}
}

/* Those as wide as the widest share with it what is less than a character. */
static void all_columns_but_the_widest_are_whole_characters(void **state)
{
	(void)state;
	for (guint32 seed = 1; seed <= 100; seed++) {
		struct model model;
		GRand *random = g_rand_new_with_seed(seed);
		model_begin(&model, 4, g_rand_double_range(random, 200, 500));
		fill_at_random(&model, random);
		double widths[MODEL_COLUMNS];
		table_columns_share(&model.task, widths);
		int widest = 0;
		for (int i = 1; i < 4; i++) {
			widest = widths[i] > widths[widest] ? i : widest;
		}
		for (int i = 0; i < 4; i++) {
			double off = fabs(remainder(widths[i], EM));
			bool like = fabs(widths[i] - widths[widest]) < 1e-6;
			if (!like && off > 1e-6) {
				fail_msg("seed %u: column %d is %g wide", seed, i,
					widths[i]);
			}
		}
		model_end(&model);
		g_rand_free(random);
	}
}

/* All rows have two lines whatever the first two columns get above two characters. */
static void a_column_grows_for_its_many_cells_not_for_its_head(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 26 * EM);
	for (int row = 0; row <= 40; row++) {
		model_add_text(&model, row, 0, row == 0 ? 4 : 1);
		model_add_text(&model, row, 1, 4);
		model_add_text(&model, row, 2, 40);
	}
	double widths[MODEL_COLUMNS];
	table_columns_share(&model.task, widths);
	assert_true(fabs(widths[0] - 2 * EM) < 1e-6);
	assert_true(fabs(widths[1] - 4 * EM) < 1e-6);
	assert_true(fabs(widths[2] - 20 * EM) < 1e-6);
	model_end(&model);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_least_width_for_some_lines_is_found),
		cmocka_unit_test(spare_width_makes_no_row_higher),
		cmocka_unit_test(all_columns_but_the_widest_are_whole_characters),
		cmocka_unit_test(a_column_grows_for_its_many_cells_not_for_its_head),
	};
	return cmocka_run_group_tests_name("compose/columns spread", tests, NULL, NULL);
}
