/* Columns, from plain numbers: a character is 10 points wide, a line 10 high. */
#include "column_rivals.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void add(struct model *model, int row, int column, const char *text)
{
	model_add(model, model_at(row, column, column + 1), text);
}

static void set_column(
	struct model *model, int column, enum column_width kind, double width)
{
	model->columns[column].kind = kind;
	model->columns[column].width = width;
}

/* Shares the model's columns, holds the widths against what is expected and ends it;
 * gives the least width. */
static double assert_widths(struct model *model, const char *expected)
{
	double widths[MODEL_COLUMNS];
	double least = table_columns_share(&model->task, widths);
	GString *text = g_string_new(NULL);
	for (int i = 0; i < model->task.column_count; i++) {
		g_string_append_printf(
			text, "%s%g", i > 0 ? " " : "", round(widths[i] * 100) / 100);
	}
	assert_string_equal(text->str, expected);
	g_string_free(text, TRUE);
	model_end(model);
	return least;
}

/* ---- widths that are said ---- */

static void fixed_columns_and_shares_keep_their_widths(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 200);
	set_column(&model, 0, COLUMN_FIXED, 30);
	set_column(&model, 1, COLUMN_SHARE, 0.25);
	add(&model, 0, 0, ".....");
	add(&model, 0, 2, "...................");
	assert_widths(&model, "30 50 120");
}

static void a_minimum_widens_a_column_of_any_kind(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 125);
	set_column(&model, 0, COLUMN_FIXED, 30);
	set_column(&model, 1, COLUMN_SHARE, 0.1);
	model.columns[0].minimum = 40;
	model.columns[1].minimum = 25;
	model.columns[2].minimum = 60;
	assert_widths(&model, "40 25 60");
}

static void a_minimum_holds_where_text_would_take_the_width(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 160);
	model.columns[0].minimum = 80;
	add(&model, 0, 0, "..");
	model_add_text(&model, 0, 1, 60);
	assert_widths(&model, "80 80");
}

static void fixed_columns_alone_leave_the_table_narrower(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 100);
	set_column(&model, 0, COLUMN_FIXED, 20);
	set_column(&model, 1, COLUMN_FIXED, 30);
	assert_widths(&model, "20 30");
}

static void equal_columns_are_as_wide_as_each_other(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 180);
	model.columns[0].equal_group = 1;
	model.columns[1].equal_group = 1;
	add(&model, 0, 0, "[3]");
	add(&model, 0, 1, "[6]");
	model_add_text(&model, 0, 2, 60);
	assert_widths(&model, "60 60 60");
}

static void a_head_over_equal_columns_widens_them_alike(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 160);
	model.columns[0].equal_group = 7;
	model.columns[1].equal_group = 7;
	model_add(&model, model_at(0, 0, 2), "[10]");
	add(&model, 1, 0, "..");
	add(&model, 1, 1, "...");
	model_add_text(&model, 1, 2, 60);
	assert_widths(&model, "50 50 60");
}

static void one_equal_column_is_a_column_like_others(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 160);
	model.columns[0].equal_group = 1;
	model_add_text(&model, 0, 0, 8);
	model_add_text(&model, 0, 1, 24);
	assert_widths(&model, "40 120");
}

/* ---- what cells force ---- */

static void numbers_are_not_broken(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 160);
	add(&model, 0, 0, "[6]");
	model_add_text(&model, 0, 1, 100);
	assert_widths(&model, "60 100");
}

static void no_column_is_one_character_wide(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 120);
	add(&model, 0, 0, "......");
	model_add_text(&model, 0, 1, 100);
	assert_widths(&model, "20 100");
}

static void one_character_is_what_is_left_after_numbers(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 110);
	add(&model, 0, 0, "[5]");
	add(&model, 0, 1, "[5]");
	add(&model, 0, 2, "....");
	assert_true(assert_widths(&model, "50 50 10") == 110);
}

static void a_spanning_cell_forces_its_columns_together(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 200);
	model_add(&model, model_at(0, 0, 2), "[12]");
	add(&model, 1, 0, "[2]");
	add(&model, 1, 1, "[4]");
	model_add_text(&model, 1, 2, 60);
	double widths[MODEL_COLUMNS];
	table_columns_share(&model.task, widths);
	assert_true(fabs(widths[0] + widths[1] - 120) < 1e-6);
	assert_true(widths[0] > 20 && widths[1] > 40);
	assert_true(fabs(widths[2] - 80) < 1e-6);
	model_end(&model);
}

static void a_spanning_cell_counts_fixed_columns_as_they_are(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 200);
	set_column(&model, 0, COLUMN_FIXED, 50);
	model_add(&model, model_at(0, 0, 2), "[12]");
	add(&model, 1, 1, "..");
	model_add_text(&model, 1, 2, 60);
	assert_widths(&model, "50 70 80");
}

static void spans_that_overlap_need_no_more_than_their_longest_path(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 100);
	model_add(&model, model_at(0, 0, 2), "[7]");
	add(&model, 0, 2, "[2]");
	add(&model, 1, 0, "[2]");
	model_add(&model, model_at(1, 1, 3), "[8]");
	assert_true(assert_widths(&model, "20 50 30") == 100);
}

static void too_little_room_narrows_the_widest_columns(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 100);
	set_column(&model, 0, COLUMN_FIXED, 60);
	add(&model, 0, 1, "[6]..");
	assert_true(assert_widths(&model, "60 40") == 120);
}

static void columns_give_up_their_words_from_the_widest_on(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 3, 110);
	add(&model, 0, 0, "[9]");
	add(&model, 0, 1, "[7]");
	add(&model, 0, 2, "[3]");
	assert_true(assert_widths(&model, "40 40 30") == 190);
}

static void a_floor_is_a_character_a_column_and_widths_that_are_said(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 4, 55);
	set_column(&model, 0, COLUMN_FIXED, 60);
	set_column(&model, 3, COLUMN_SHARE, 0.2);
	add(&model, 0, 1, "[9]");
	add(&model, 0, 2, "[7]");
	assert_true(table_columns_floor(&model.task) == 60 + 10 + 10 + 11);
	assert_widths(&model, "36.26 6.04 6.04 6.65");
}

/* ---- the least height ---- */

static void long_text_gets_the_width_that_saves_lines(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 160);
	model_add_text(&model, 0, 0, 8);
	model_add_text(&model, 0, 1, 24);
	assert_widths(&model, "40 120");
}

/* Three lines each beside 30 characters in three: 12 + 3 columns of 2. */
static void several_columns_give_way_to_one(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 4, 160);
	model_add_text(&model, 0, 0, 6);
	model_add_text(&model, 0, 1, 6);
	model_add_text(&model, 0, 2, 6);
	model_add_text(&model, 0, 3, 30);
	assert_widths(&model, "20 20 20 100");
}

/* The label may have as many lines as all its rows together. */
static void a_label_over_rows_takes_little_width(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 120);
	struct column_cell label = model_at(0, 0, 1);
	label.row_end = 4;
	model_add(&model, label, "........");
	for (int row = 0; row < 4; row++) {
		model_add_text(&model, row, 1, 10);
	}
	assert_widths(&model, "20 100");
}

static void padding_counts_for_every_column(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 180);
	for (int i = 0; i < 2; i++) {
		struct column_cell cell = model_at(0, i, i + 1);
		cell.inset = 10;
		model.units[i].inset = 10;
		model_add(&model, cell, i ? "........................" : "........");
	}
	assert_widths(&model, "50 130");
}

static void columns_that_fit_are_not_asked_for_lines(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 240);
	model.task.lines = NULL;
	model_add_text(&model, 0, 0, 8);
	model_add_text(&model, 0, 1, 12);
	assert_widths(&model, "100 140");
}

static void a_rough_sharing_asks_for_no_lines(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 120);
	model.task.lines = NULL;
	model.task.rough = true;
	model_add_text(&model, 0, 0, 8);
	model_add_text(&model, 0, 1, 16);
	assert_widths(&model, "44 76");
}

/* ---- spare width ---- */

static void short_columns_hardly_grow(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 280);
	model_add_text(&model, 0, 0, 4);
	model_add_text(&model, 0, 1, 16);
	assert_widths(&model, "40 240");
}

static void what_is_less_than_a_character_goes_to_the_widest_column(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 2, 167);
	model_add_text(&model, 0, 0, 8);
	model_add_text(&model, 0, 1, 24);
	assert_widths(&model, "40 127");
}

/* ---- titles over several columns ---- */

/* A title of twenty characters over three columns of three, beside rows of long text. */
static void begin_titled(struct model *model, double width, int rows)
{
	model_begin(model, 4, width);
	model_add(model, model_at(0, 1, 4), "....................");
	for (int row = 1; row <= rows; row++) {
		model_add_text(model, row, 0, 40);
		for (int column = 1; column < 4; column++) {
			model_add_text(model, row, column, 3);
		}
	}
}

static void a_title_gets_a_line_more_rather_than_width_from_long_text(void **state)
{
	(void)state;
	struct model model;
	begin_titled(&model, 300, 5);
	assert_widths(&model, "200 33.33 33.33 33.33");
}

static void a_title_widens_its_columns_alike(void **state)
{
	(void)state;
	struct model model;
	begin_titled(&model, 400, 1);
	assert_widths(&model, "200 66.67 66.67 66.67");
}

static void a_note_over_all_columns_changes_no_width(void **state)
{
	(void)state;
	for (int note = 0; note < 2; note++) {
		struct model model;
		model_begin(&model, 4, 400);
		for (int row = 0; row < 3; row++) {
			model_add_text(&model, row, 0, 2);
			model_add_text(&model, row, 1, 60);
			model_add_text(&model, row, 2, 4);
			model_add_text(&model, row, 3, 25);
		}
		if (note) {
			struct column_cell all = model_at(3, 0, 4);
			model_add(&model, all,
				"........................................................"
				"....");
		}
		assert_widths(&model, "20 230 50 100");
	}
}

static void columns_of_like_text_are_equally_wide(void **state)
{
	(void)state;
	struct model model;
	model_begin(&model, 6, 500);
	for (int group = 0; group < 3; group++) {
		model_add(&model, model_at(0, 2 * group, 2 * group + 2), "......");
	}
	for (int column = 0; column < 6; column++) {
		model_add_text(&model, 1, column, 14);
	}
	assert_widths(&model, "83.33 83.33 83.33 83.33 83.33 83.33");
}

/* ---- long tables ---- */

static void a_long_table_is_judged_by_some_of_its_rows(void **state)
{
	(void)state;
	for (guint32 seed = 1; seed <= 5; seed++) {
		struct model *model = g_new(struct model, 1);
		GRand *random = g_rand_new_with_seed(seed);
		model_begin(model, 3, 400);
		for (int row = 0; row < 600; row++) {
			bool rare = g_rand_int_range(random, 0, 30) == 0;
			model_add_text(model, row, 0, g_rand_int_range(random, 1, 9));
			model_add_text(model, row, 1,
				g_rand_int_range(random, 1, rare ? 120 : 20));
			model_add_text(model, row, 2, g_rand_int_range(random, 1, 60));
		}
		double widths[MODEL_COLUMNS];
		table_columns_share(&model->task, widths);
		double ratio = rival_height(model, widths) / rival_optimum(model);
		if (ratio > 1.02) {
			fail_msg("seed %u: %g times the optimum", seed, ratio);
		}
		model_end(model);
		g_rand_free(random);
		g_free(model);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fixed_columns_and_shares_keep_their_widths),
		cmocka_unit_test(a_minimum_widens_a_column_of_any_kind),
		cmocka_unit_test(a_minimum_holds_where_text_would_take_the_width),
		cmocka_unit_test(fixed_columns_alone_leave_the_table_narrower),
		cmocka_unit_test(equal_columns_are_as_wide_as_each_other),
		cmocka_unit_test(a_head_over_equal_columns_widens_them_alike),
		cmocka_unit_test(one_equal_column_is_a_column_like_others),
		cmocka_unit_test(numbers_are_not_broken),
		cmocka_unit_test(no_column_is_one_character_wide),
		cmocka_unit_test(one_character_is_what_is_left_after_numbers),
		cmocka_unit_test(a_spanning_cell_forces_its_columns_together),
		cmocka_unit_test(a_spanning_cell_counts_fixed_columns_as_they_are),
		cmocka_unit_test(spans_that_overlap_need_no_more_than_their_longest_path),
		cmocka_unit_test(too_little_room_narrows_the_widest_columns),
		cmocka_unit_test(columns_give_up_their_words_from_the_widest_on),
		cmocka_unit_test(
			a_floor_is_a_character_a_column_and_widths_that_are_said),
		cmocka_unit_test(long_text_gets_the_width_that_saves_lines),
		cmocka_unit_test(several_columns_give_way_to_one),
		cmocka_unit_test(a_label_over_rows_takes_little_width),
		cmocka_unit_test(padding_counts_for_every_column),
		cmocka_unit_test(columns_that_fit_are_not_asked_for_lines),
		cmocka_unit_test(a_rough_sharing_asks_for_no_lines),
		cmocka_unit_test(short_columns_hardly_grow),
		cmocka_unit_test(what_is_less_than_a_character_goes_to_the_widest_column),
		cmocka_unit_test(
			a_title_gets_a_line_more_rather_than_width_from_long_text),
		cmocka_unit_test(a_title_widens_its_columns_alike),
		cmocka_unit_test(a_note_over_all_columns_changes_no_width),
		cmocka_unit_test(columns_of_like_text_are_equally_wide),
		cmocka_unit_test(a_long_table_is_judged_by_some_of_its_rows),
	};
	return cmocka_run_group_tests_name("compose/columns", tests, NULL, NULL);
}
