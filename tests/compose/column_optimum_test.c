/* Tables by chance, small enough for every width to be tried: how near sharing comes to
 * the least height there is, and how near others do. `column_optimum_test COUNT` plays
 * COUNT tables of each kind; SEED=N plays one. */
#include "column_rivals.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* How many times the optimum the mean of all tables may be, and one table. */
static const double MEAN_AT_MOST = 1.02;
static const double WORST_AT_MOST = 1.25;

/* ---- tables ---- */

struct chance {
	GRand *random;
	struct model *model;
	bool spans;
	bool taken[MODEL_ROWS][MODEL_COLUMNS];
};

static int between(struct chance *chance, int least, int most)
{
	return g_rand_int_range(chance->random, least, most + 1);
}

/* Characters one by one, and now and then a number or a word. */
static void add_cell(struct chance *chance, struct column_cell at, int characters)
{
	int *pieces = g_new(int, (gsize)characters + 1);
	int count = 0;
	while (characters > 0) {
		int piece = between(chance, 1, 8) == 1 ? between(chance, 2, 5) : 1;
		pieces[count++] = MIN(piece, characters);
		characters -= pieces[count - 1];
	}
	model_add_pieces(chance->model, at, pieces, count);
}

static bool is_free(const struct chance *chance, const struct column_cell *at, int rows)
{
	if (at->end > chance->model->task.column_count || at->row_end > rows) {
		return false;
	}
	for (int row = at->row; row < at->row_end; row++) {
		for (int i = at->first; i < at->end; i++) {
			if (chance->taken[row][i]) {
				return false;
			}
		}
	}
	return true;
}

static struct column_cell cell_at(struct chance *chance, int row, int column, int rows)
{
	struct column_cell at = {
		.first = column, .end = column + 1, .row = row, .row_end = row + 1};
	if (chance->spans && between(chance, 1, 6) == 1) {
		at.end += between(chance, 0, 2);
		at.row_end += between(chance, 0, 3);
	}
	if (!is_free(chance, &at, rows)) {
		at.end = column + 1;
		at.row_end = row + 1;
	}
	for (int r = row; r < at.row_end; r++) {
		for (int i = column; i < at.end; i++) {
			chance->taken[r][i] = true;
		}
	}
	return at;
}

/* Columns of labels, of phrases, of sentences. */
static void fill_table(struct chance *chance)
{
	static const int longest[] = {4, 8, 20, 60};
	int columns = chance->model->task.column_count;
	int rows = between(chance, 2, 10);
	int lengths[MODEL_COLUMNS];
	for (int i = 0; i < columns; i++) {
		lengths[i] = longest[between(chance, 0, 3)];
	}
	for (int row = 0; row < rows; row++) {
		for (int i = 0; i < columns; i++) {
			if (!chance->taken[row][i]) {
				struct column_cell at = cell_at(chance, row, i, rows);
				int length = lengths[i] * (at.end - at.first);
				add_cell(chance, at, between(chance, 1, length));
			}
		}
	}
}

/* ---- results ---- */

enum method {
	OURS,
	CSS_AUTO,
	FAIR_SHARE,
	METHODS,
};

struct results {
	int count;
	double sums[METHODS];
	double worst[METHODS];
	int best[METHODS];
};

static void note(struct results *results, enum method method, double ratio)
{
	results->sums[method] += ratio;
	results->worst[method] = fmax(results->worst[method], ratio);
	results->best[method] += ratio < 1 + 1e-6;
}

static void check_sound(const struct model *model, const double *widths, guint32 seed)
{
	double sum = 0;
	for (int i = 0; i < model->task.column_count; i++) {
		sum += widths[i];
	}
	if (fabs(sum - model->task.width) > 1e-3) {
		fail_msg("seed %u: %g of %g wide", seed, sum, model->task.width);
	}
	for (int i = 0; i < model->task.cell_count; i++) {
		const struct column_cell *cell = &model->task.cells[i];
		double width = 1e-3;
		for (int k = cell->first; k < cell->end; k++) {
			width += widths[k];
		}
		if (width < cell->need.at[WIDTH_NARROWEST]) {
			fail_msg("seed %u: cell %d is broken", seed, i);
		}
	}
}

static void play(guint32 seed, bool spans, struct results *results)
{
	struct model model;
	struct chance *chance = g_new0(struct chance, 1);
	chance->random = g_rand_new_with_seed(seed);
	chance->model = &model;
	chance->spans = spans;
	int columns = between(chance, 3, 4);
	model_begin(&model, columns, between(chance, 16, 44) * EM);
	fill_table(chance);
	double widths[MODEL_COLUMNS];
	double optimum = rival_optimum(&model);
	double least = table_columns_share(&model.task, widths);
	if (least <= model.task.width) {
		check_sound(&model, widths, seed);
		results->count++;
		note(results, OURS, rival_height(&model, widths) / optimum);
		rival_css_auto(&model, widths);
		note(results, CSS_AUTO, rival_height(&model, widths) / optimum);
		rival_fair_share(&model, widths);
		note(results, FAIR_SHARE, rival_height(&model, widths) / optimum);
	}
	model_end(&model);
	g_rand_free(chance->random);
	g_free(chance);
}

static void report(const struct results *results, const char *title)
{
	static const char *const names[] = {"ours", "CSS auto", "fair share"};
	for (int i = 0; i < METHODS; i++) {
		print_message("# %s, %-10s mean %.3f  worst %.3f  optimal %d of %d\n",
			title, names[i], results->sums[i] / results->count,
			results->worst[i], results->best[i], results->count);
	}
}

static void hold(const struct results *results)
{
	assert_true(results->count > 0);
	assert_true(results->sums[OURS] <= MEAN_AT_MOST * results->count);
	assert_true(results->worst[OURS] <= WORST_AT_MOST);
	assert_true(results->sums[OURS] <= results->sums[CSS_AUTO]);
	assert_true(results->sums[OURS] <= results->sums[FAIR_SHARE]);
}

static void play_all(void **state, bool spans)
{
	int count = *(const int *)*state;
	struct results results = {0};
	const char *wanted = g_getenv("SEED");
	guint32 first = wanted ? (guint32)atoi(wanted) : 1;
	print_message("# seeds %u to %u\n", first, first + (guint32)count - 1);
	for (int i = 0; i < (wanted ? 1 : count); i++) {
		play(first + (guint32)i, spans, &results);
	}
	report(&results, spans ? "spans" : "plain");
	hold(&results);
}

static void plain_tables_are_nearly_as_low_as_can_be(void **state)
{
	play_all(state, false);
}

static void tables_with_spans_are_nearly_as_low_as_can_be(void **state)
{
	play_all(state, true);
}

int main(int argument_count, char **arguments)
{
	int count = argument_count > 1 ? atoi(arguments[1]) : 75;
	struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_tables_are_nearly_as_low_as_can_be),
		cmocka_unit_test(tables_with_spans_are_nearly_as_low_as_can_be),
	};
	tests[0].initial_state = &count;
	tests[1].initial_state = &count;
	return cmocka_run_group_tests_name("compose/column optimum", tests, NULL, NULL);
}
