/* Rows, lines of a grid: plain numbers in, plain numbers out. */
#include "compose/page_grid.h"
#include "compose/table_rows.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
	MOST = 8
};

/* ---- rows ---- */

static void assert_heights(
	struct edge_span *needs, int need_count, int row_count, const char *expected)
{
	double heights[MOST];
	table_rows_share(needs, need_count, 5, row_count, heights);
	GString *text = g_string_new(NULL);
	for (int i = 0; i < row_count; i++) {
		g_string_append_printf(
			text, "%s%g", i > 0 ? " " : "", round(heights[i] * 100) / 100);
	}
	assert_string_equal(text->str, expected);
	g_string_free(text, TRUE);
}

static void a_row_is_as_high_as_its_highest_cell_and_the_minimum(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 1, 12}, {0, 1, 20}, {2, 3, 3}};
	assert_heights(needs, 3, 3, "20 5 5");
}

static void a_spanning_cell_stretches_all_its_rows(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 3, 80}, {0, 1, 10}, {1, 2, 20}, {2, 3, 10}};
	assert_heights(needs, 4, 3, "20 40 20");
}

static void a_long_span_leaves_a_short_one_what_it_needs(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 3, 60}, {1, 3, 50}};
	assert_heights(needs, 2, 3, "10 25 25");
}

static void rows_of_spanning_cells_alone_keep_the_minimum(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 2, 8}, {0, 1, 3}, {1, 3, 9}, {2, 3, 7}};
	assert_heights(needs, 4, 3, "5 5 7");
}

static void spans_that_overlap_share_what_they_add(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 2, 30}, {1, 3, 30}};
	assert_heights(needs, 2, 3, "5 25 5");
}

static void a_row_stretches_as_far_as_others_let_it(void **state)
{
	(void)state;
	struct edge_span needs[] = {{0, 4, 80}, {0, 2, 50}, {2, 4, 30}, {3, 4, 20}};
	assert_heights(needs, 4, 4, "25 25 6 24");
}

static int by_end(const void *left, const void *right)
{
	const struct edge_span *a = left;
	const struct edge_span *b = right;
	return a->end - b->end;
}

/* The longest path over needs, each row at least so high. */
static double longest_path(struct edge_span *needs, double minimum, int row_count)
{
	double ends[MOST] = {0};
	qsort(needs, MOST, sizeof *needs, by_end);
	int at = 0;
	for (int row = 1; row <= row_count; row++) {
		ends[row] = ends[row - 1] + minimum;
		for (; at < MOST && needs[at].end == row; at++) {
			ends[row] =
				fmax(ends[row], ends[needs[at].first] + needs[at].least);
		}
	}
	return ends[row_count];
}

static void every_need_is_met_at_the_least_height(void **state)
{
	(void)state;
	guint32 seed = 20171;
	GRand *random = g_rand_new_with_seed(seed);
	for (int round = 0; round < 2000; round++) {
		struct edge_span needs[MOST];
		struct edge_span kept[MOST];
		for (int i = 0; i < MOST; i++) {
			int first = g_rand_int_range(random, 0, 6);
			needs[i] = kept[i] = (struct edge_span){first,
				g_rand_int_range(random, first + 1, 7),
				g_rand_double_range(random, 0, 100)};
		}
		double heights[6];
		table_rows_share(needs, MOST, 4, 6, heights);
		double excess = table_rows_sum(heights, 0, 6) - longest_path(kept, 4, 6);
		if (excess > 1e-6) {
			fail_msg("seed %u, round %d: %g too high", seed, round, excess);
		}
		for (int i = 0; i < 6; i++) {
			if (heights[i] < 4 - 1e-9) {
				fail_msg("seed %u, round %d: row %d", seed, round, i);
			}
		}
		for (int i = 0; i < MOST; i++) {
			double sum = table_rows_sum(heights, kept[i].first, kept[i].end);
			if (sum < kept[i].least - 1e-9) {
				fail_msg("seed %u, round %d: rows %d to %d", seed, round,
					kept[i].first, kept[i].end);
			}
		}
	}
	g_rand_free(random);
}

/* ---- lines ---- */

static const double ROW = 225.0 / 22 * 72 / 25.4;

static void twenty_two_rows_fill_the_area_of_a_page(void **state)
{
	(void)state;
	struct line_grid grid = {225 * 72 / 25.4, ROW};
	struct style style = {.size = 16, .leading = ROW, .on_grid = true};
	assert_int_equal(grid_line_room(&grid, &style, 0), 22);
	assert_int_equal(grid_line_room(&grid, &style, ROW), 21);
	assert_true(fabs(grid_line_top(&grid, &style, 0, 21) - 21 * ROW) < 1e-9);
	assert_true(fabs(grid_baseline(&grid, &style) - ((ROW - 16) / 2 + 14.08)) < 1e-9);
}

static void a_paragraph_on_the_grid_begins_on_a_row(void **state)
{
	(void)state;
	struct line_grid grid = {100, 10};
	struct style on = {.size = 10, .leading = 10, .on_grid = true};
	struct style off = {.size = 10, .leading = 7};
	assert_true(grid_start(&grid, &on, 20.005) == 20);
	assert_true(grid_start(&grid, &on, 20.02) == 30);
	assert_true(grid_start(&grid, &off, 20.02) == 20.02);
	assert_int_equal(grid_line_room(&grid, &off, 2.5), 13);
}

static void a_high_line_on_the_grid_takes_whole_rows(void **state)
{
	(void)state;
	struct line_grid grid = {100, 10};
	struct style title = {.size = 18, .leading = 20.005, .on_grid = true};
	assert_true(grid_line_height(&grid, &title) == 20);
	title.leading = 21;
	assert_true(grid_line_height(&grid, &title) == 30);
	assert_true(grid_line_top(&grid, &title, 10, 2) == 70);
	grid.row = 0;
	assert_true(grid_line_height(&grid, &title) == 21);
}

static void a_break_leaves_two_lines_on_either_side(void **state)
{
	(void)state;
	assert_int_equal(lines_take(8, 0, 9, TAKE_WELL), 8);
	assert_int_equal(lines_take(8, 0, 7, TAKE_WELL), 6);
	assert_int_equal(lines_take(8, 0, 1, TAKE_WELL), 0);
	assert_int_equal(lines_take(3, 0, 2, TAKE_WELL), 0);
	assert_int_equal(lines_take(8, 5, 2, TAKE_WELL), 1);
	assert_int_equal(lines_take(8, 6, 1, TAKE_WELL), 0);
}

static void a_break_that_must_be_takes_what_it_can(void **state)
{
	(void)state;
	assert_int_equal(lines_take(3, 0, 2, TAKE_ANY), 2);
	assert_int_equal(lines_take(3, 0, 0, TAKE_ANY), 0);
	assert_int_equal(lines_take(3, 0, 0, TAKE_ANYWAY), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_is_as_high_as_its_highest_cell_and_the_minimum),
		cmocka_unit_test(a_spanning_cell_stretches_all_its_rows),
		cmocka_unit_test(a_long_span_leaves_a_short_one_what_it_needs),
		cmocka_unit_test(rows_of_spanning_cells_alone_keep_the_minimum),
		cmocka_unit_test(spans_that_overlap_share_what_they_add),
		cmocka_unit_test(a_row_stretches_as_far_as_others_let_it),
		cmocka_unit_test(every_need_is_met_at_the_least_height),
		cmocka_unit_test(twenty_two_rows_fill_the_area_of_a_page),
		cmocka_unit_test(a_paragraph_on_the_grid_begins_on_a_row),
		cmocka_unit_test(a_high_line_on_the_grid_takes_whole_rows),
		cmocka_unit_test(a_break_leaves_two_lines_on_either_side),
		cmocka_unit_test(a_break_that_must_be_takes_what_it_can),
	};
	return cmocka_run_group_tests_name("compose/figures", tests, NULL, NULL);
}
