/* Columns, rows, lines of a grid: plain numbers in, plain numbers out. */
#include "compose/page_grid.h"
#include "compose/table_columns.h"
#include "compose/table_rows.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- columns ---- */

enum {
	MOST = 8
};

struct columns {
	struct table_column columns[MOST];
	int column_count;
	struct cell_width cells[MOST];
	int cell_count;
	double width;
	double least; /* what sharing gave */
};

static void assert_widths(struct columns *table, const char *expected)
{
	struct column_task task = {table->columns, table->column_count, table->cells,
		table->cell_count, table->width};
	struct width_need needs[MOST];
	double widths[MOST];
	table_columns_need(&task, needs);
	table->least = table_columns_share(&task, needs, widths);
	GString *text = g_string_new(NULL);
	for (int i = 0; i < table->column_count; i++) {
		g_string_append_printf(
			text, "%s%g", i > 0 ? " " : "", round(widths[i] * 100) / 100);
	}
	assert_string_equal(text->str, expected);
	g_string_free(text, TRUE);
}

static void fixed_columns_and_shares_keep_their_widths(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_FIXED, 30, 0}, {COLUMN_SHARE, 0.25, 0},
			{COLUMN_CONTENT, 0, 0}},
		.column_count = 3,
		.cells = {{0, 1, {{50, 50, 50}}}, {2, 3, {{10, 40, 90}}}},
		.cell_count = 2,
		.width = 200,
	};
	assert_widths(&table, "30 50 120");
}

static void a_minimum_widens_a_column_of_any_kind(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_FIXED, 30, 40}, {COLUMN_SHARE, 0.1, 25},
			{COLUMN_CONTENT, 0, 60}},
		.column_count = 3,
		.width = 125,
	};
	assert_widths(&table, "40 25 60");
}

static void between_two_levels_columns_grow_alike(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_CONTENT, 0, 0}, {COLUMN_CONTENT, 0, 0}},
		.column_count = 2,
		.cells = {{0, 1, {{10, 40, 40}}}, {1, 2, {{10, 40, 200}}}},
		.cell_count = 2,
		.width = 50,
	};
	assert_widths(&table, "25 25");
	table.width = 160;
	assert_widths(&table, "40 120");
}

static void what_is_left_over_goes_to_content_columns(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_FIXED, 20, 0}, {COLUMN_CONTENT, 0, 0},
			{COLUMN_CONTENT, 0, 0}},
		.column_count = 3,
		.cells = {{1, 2, {{10, 20, 20}}}, {2, 3, {{10, 40, 60}}}},
		.cell_count = 2,
		.width = 180,
	};
	assert_widths(&table, "20 40 120");
}

static void fixed_columns_alone_leave_the_table_narrower(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_FIXED, 20, 0}, {COLUMN_FIXED, 30, 0}},
		.column_count = 2,
		.width = 100,
	};
	assert_widths(&table, "20 30");
}

static void a_spanning_cell_widens_its_columns_in_proportion(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_CONTENT, 0, 0}, {COLUMN_CONTENT, 0, 0},
			{COLUMN_FIXED, 10, 0}},
		.column_count = 3,
		.cells = {{0, 3, {{130, 130, 130}}}, {0, 1, {{20, 20, 20}}},
			{1, 2, {{40, 40, 40}}}},
		.cell_count = 3,
		.width = 130,
	};
	assert_widths(&table, "40 80 10");
	assert_true(table.least == 130);
}

static void too_little_room_narrows_all_columns(void **state)
{
	(void)state;
	struct columns table = {
		.columns = {{COLUMN_FIXED, 60, 0}, {COLUMN_CONTENT, 0, 0}},
		.column_count = 2,
		.cells = {{1, 2, {{60, 80, 90}}}},
		.cell_count = 1,
		.width = 100,
	};
	assert_widths(&table, "50 50");
	assert_true(table.least == 120);
}

/* ---- rows ---- */

static void assert_heights(
	struct row_need *needs, int need_count, int row_count, const char *expected)
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
	struct row_need needs[] = {{0, 1, 12}, {0, 1, 20}, {2, 3, 3}};
	assert_heights(needs, 3, 3, "20 5 5");
}

static void a_spanning_cell_stretches_all_its_rows(void **state)
{
	(void)state;
	struct row_need needs[] = {{0, 3, 80}, {0, 1, 10}, {1, 2, 20}, {2, 3, 10}};
	assert_heights(needs, 4, 3, "20 40 20");
}

static void short_spans_come_before_long_ones(void **state)
{
	(void)state;
	struct row_need needs[] = {{0, 3, 60}, {1, 3, 50}};
	assert_heights(needs, 2, 3, "5.45 27.27 27.27");
}

static void every_need_is_met_whatever_the_spans(void **state)
{
	(void)state;
	guint32 seed = 20171;
	GRand *random = g_rand_new_with_seed(seed);
	for (int round = 0; round < 2000; round++) {
		struct row_need needs[MOST];
		struct row_need kept[MOST];
		for (int i = 0; i < MOST; i++) {
			int first = g_rand_int_range(random, 0, 6);
			needs[i] = kept[i] = (struct row_need){first,
				g_rand_int_range(random, first + 1, 7),
				g_rand_double_range(random, 0, 100)};
		}
		double heights[6];
		table_rows_share(needs, MOST, 4, 6, heights);
		for (int i = 0; i < MOST; i++) {
			double sum = table_rows_sum(heights, kept[i].first, kept[i].end);
			if (sum < kept[i].height - 1e-9) {
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
		cmocka_unit_test(fixed_columns_and_shares_keep_their_widths),
		cmocka_unit_test(a_minimum_widens_a_column_of_any_kind),
		cmocka_unit_test(between_two_levels_columns_grow_alike),
		cmocka_unit_test(what_is_left_over_goes_to_content_columns),
		cmocka_unit_test(fixed_columns_alone_leave_the_table_narrower),
		cmocka_unit_test(a_spanning_cell_widens_its_columns_in_proportion),
		cmocka_unit_test(too_little_room_narrows_all_columns),
		cmocka_unit_test(a_row_is_as_high_as_its_highest_cell_and_the_minimum),
		cmocka_unit_test(a_spanning_cell_stretches_all_its_rows),
		cmocka_unit_test(short_spans_come_before_long_ones),
		cmocka_unit_test(every_need_is_met_whatever_the_spans),
		cmocka_unit_test(twenty_two_rows_fill_the_area_of_a_page),
		cmocka_unit_test(a_paragraph_on_the_grid_begins_on_a_row),
		cmocka_unit_test(a_high_line_on_the_grid_takes_whole_rows),
		cmocka_unit_test(a_break_leaves_two_lines_on_either_side),
		cmocka_unit_test(a_break_that_must_be_takes_what_it_can),
	};
	return cmocka_run_group_tests_name("compose/figures", tests, NULL, NULL);
}
