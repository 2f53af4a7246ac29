/* Rules by edge: what cells and styles say of each is drawn once, in one piece with its
 * equals, and ends where others pass. */
#include "build.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROUNDS = 400,
	MOST = 6,
	ROW = 20,
	COLUMN = 15
};

static const double TOLERANCE = 1e-6;

/* ---- examples ---- */

static struct table_cell *cell_at(const struct block *table, int row, int column)
{
	for (int i = 0; i < table->table.cell_count; i++) {
		const struct table_cell *cell = &table->table.cells[i];
		if (cell->row <= row && row < cell->row + cell->row_span &&
			cell->column <= column &&
			column < cell->column + cell->column_span) {
			return (struct table_cell *)(uintptr_t)cell;
		}
	}
	fail_msg("no cell %d, %d", row, column);
	abort();
}

static struct cell_manner *manner_of(struct build *build, struct table_cell *cell)
{
	if (!cell->manner) {
		cell->manner = arena_new(build->arena, struct cell_manner);
	}
	return (struct cell_manner *)(uintptr_t)cell->manner;
}

static void weigh(struct build *build, const struct block *table, const int place[2],
	enum cell_edge edge, double weight)
{
	struct cell_manner *manner = manner_of(build, cell_at(table, place[0], place[1]));
	manner->has_weight[edge] = true;
	manner->weights[edge] = weight;
}

static void a_three_line_table_has_three_lines(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", "戊|己", NULL};
	build_rules_weigh(build, 1.5, 0);
	build->table.side_rule = 0;
	build->table.head_rule = 0.5;
	build_add(build, build_table(build, 1, rows));
	assert_string_equal(build_rules(build, 1), "10,31.75 110,31.75 0.5\n"
						   "10,20.75 110,20.75 1.5\n"
						   "10,53.25 110,53.25 1.5\n");
}

static void a_head_has_its_rule_on_every_page(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头", "=1", "=1", "=1", "=1", "=1", "=1", "=1", NULL};
	build_rules_weigh(build, 0, 0);
	build->table.head_rule = 1;
	build->text.leading = 20;
	build_add(build, build_table(build, 1, rows));
	assert_string_equal(build_rules(build, 1), "10,40.5 110,40.5 1\n");
	assert_string_equal(build_rules(build, 2), "10,40.5 110,40.5 1\n");
}

static void a_cells_own_rule_wins_over_the_styles(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	build_rules_weigh(build, 1, 1);
	struct block *table = build_table(build, 0, rows);
	weigh(build, table, (int[]){0, 0}, EDGE_RIGHT, 0);
	weigh(build, table, (int[]){0, 1}, EDGE_TOP, 0);
	weigh(build, table, (int[]){0, 1}, EDGE_RIGHT, 0.5);
	build_add(build, table);
	assert_string_equal(build_rules(build, 1), "109.5,20.5 109.5,31.5 0.5\n"
						   "10,20.5 60,20.5 1\n"
						   "10,31.5 109.75,31.5 1\n"
						   "10.5,20.5 10.5,31.5 1\n");
}

static void of_two_own_rules_the_heavier_is_drawn(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", NULL};
	build_rules_weigh(build, 0, 0);
	struct block *table = build_table(build, 0, rows);
	weigh(build, table, (int[]){0, 0}, EDGE_RIGHT, 0);
	weigh(build, table, (int[]){0, 1}, EDGE_LEFT, 2);
	build_add(build, table);
	assert_string_equal(build_rules(build, 1), "60,20 60,30 2\n");
}

static void text_does_not_move_with_a_lighter_rule(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"甲|乙", "丙|丁", NULL};
	build_add(build, build_table(build, 0, rows));
	const char *before = arena_copy_string(build->arena, build_lines(build));
	struct build *other = build_create();
	struct block *table = build_table(other, 0, rows);
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		weigh(other, table, (int[]){0, 0}, (enum cell_edge)edge, 0);
		weigh(other, table, (int[]){1, 1}, (enum cell_edge)edge, 0.5);
	}
	build_add(other, table);
	assert_string_equal(build_lines(other), before);
	build_destroy(other);
}

static void a_bare_cell_gets_no_rule_where_a_page_parts_it(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"=150|=150", NULL};
	struct block *table = build_table(build, 0, rows);
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		weigh(build, table, (int[]){0, 1}, (enum cell_edge)edge, 0);
	}
	build_add(build, table);
	assert_string_equal(build_rules(build, 1), "10,21 60,21 2\n"
						   "10,113 60,113 2\n"
						   "11,21 11,113 2\n");
}

/* ---- by chance ---- */

/* A table by chance, each place of which says who stands there. */
struct round {
	guint32 seed;
	GRand *random;
	struct build *build;
	struct block *table;
	int rows;
	int columns;
	int owners[MOST][MOST];
	GArray *cells;
	const struct page *page;
	double x[MOST + 1];
	double y[MOST + 1];
};

static int between(struct round *round, int least, int most)
{
	return g_rand_int_range(round->random, least, most + 1);
}

static double weight(struct round *round)
{
	return between(round, 0, 3) / 2.0;
}

static void make_cell(struct round *round, int row, int column)
{
	struct table_cell cell = {.row = row,
		.column = column,
		.row_span = 1,
		.column_span = 1,
		.style = &round->build->text};
	int most_rows = between(round, 1, 3);
	int most_columns = between(round, 1, 3);
	while (column + cell.column_span < round->columns &&
		cell.column_span < most_columns &&
		round->owners[row][column + cell.column_span] < 0) {
		cell.column_span++;
	}
	cell.row_span = MIN(most_rows, round->rows - row);
	struct cell_manner *manner = arena_new(round->build->arena, struct cell_manner);
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		manner->has_weight[edge] = between(round, 0, 2) == 0;
		manner->weights[edge] = weight(round);
	}
	cell.manner = manner;
	for (int r = row; r < row + cell.row_span; r++) {
		for (int c = column; c < column + cell.column_span; c++) {
			round->owners[r][c] = (int)round->cells->len;
		}
	}
	g_array_append_val(round->cells, cell);
}

static void make_table(struct round *round)
{
	struct build *build = round->build;
	struct table_style *style = &build->table;
	style->outer_rule = weight(round);
	style->side_rule = weight(round);
	style->across_rule = weight(round);
	style->down_rule = weight(round);
	style->minimum_row = ROW;
	round->rows = between(round, 1, MOST);
	round->columns = between(round, 1, MOST);
	memset(round->owners, -1, sizeof round->owners);
	round->cells = arena_values(build->arena, sizeof(struct table_cell));
	for (int row = 0; row < round->rows; row++) {
		for (int column = 0; column < round->columns; column++) {
			if (round->owners[row][column] < 0) {
				make_cell(round, row, column);
			}
		}
	}
	struct table_column *columns =
		arena_new_array(build->arena, struct table_column, round->columns);
	for (int i = 0; i < round->columns; i++) {
		columns[i] = (struct table_column){.kind = COLUMN_FIXED, .width = COLUMN};
	}
	round->table = arena_new(build->arena, struct block);
	round->table->kind = BLOCK_TABLE;
	round->table->table = (struct table_block){.style = style,
		.columns = columns,
		.column_count = round->columns,
		.rows = arena_new_array(build->arena, struct table_row, round->rows),
		.row_count = round->rows,
		.cells = (const struct table_cell *)(const void *)round->cells->data,
		.cell_count = (int)round->cells->len};
}

static const struct table_cell *owner(const struct round *round, int row, int column)
{
	bool inside =
		row >= 0 && row < round->rows && column >= 0 && column < round->columns;
	return inside ? &g_array_index(round->cells, struct table_cell,
				round->owners[row][column])
		      : NULL;
}

/* The weight on an edge between two places, the one above or left first. */
static double wanted(const struct table_cell *one, const struct table_cell *other,
	bool across, double style)
{
	enum cell_edge near = across ? EDGE_BOTTOM : EDGE_RIGHT;
	enum cell_edge far = across ? EDGE_TOP : EDGE_LEFT;
	bool first = one && one->manner->has_weight[near];
	bool second = other && other->manner->has_weight[far];
	if (one == other) {
		return 0;
	}
	if (!first && !second) {
		return style;
	}
	return fmax(first ? one->manner->weights[near] : 0,
		second ? other->manner->weights[far] : 0);
}

static double wanted_across(const struct round *round, int row, int column)
{
	if (column < 0 || column >= round->columns) {
		return 0;
	}
	const struct table_style *style = &round->build->table;
	bool frame = row == 0 || row == round->rows;
	return wanted(owner(round, row - 1, column), owner(round, row, column), true,
		frame ? style->outer_rule : style->across_rule);
}

static double wanted_down(const struct round *round, int row, int column)
{
	if (row < 0 || row >= round->rows) {
		return 0;
	}
	const struct table_style *style = &round->build->table;
	bool frame = column == 0 || column == round->columns;
	return wanted(owner(round, row, column - 1), owner(round, row, column), false,
		frame ? style->side_rule : style->down_rule);
}

/* Edges of rows and columns, from what is reserved. */
static void find_edges(struct round *round)
{
	const struct table_style *style = &round->build->table;
	double frame = style->outer_rule;
	double across = style->across_rule;
	for (int row = 0; row <= round->rows; row++) {
		bool outside = row == 0 || row == round->rows;
		double *most = outside ? &frame : &across;
		for (int i = 0; i < round->columns; i++) {
			*most = fmax(*most, wanted_across(round, row, i));
			for (int side = -1; side <= 0; side++) {
				const struct table_cell *cell =
					owner(round, row + side, i);
				bool ends = cell && (side ? cell->row + cell->row_span
							  : cell->row) == row;
				enum cell_edge edge = side ? EDGE_BOTTOM : EDGE_TOP;
				if (ends && cell->manner->has_weight[edge]) {
					*most = fmax(*most, cell->manner->weights[edge]);
				}
			}
		}
	}
	double extra = (frame - across) / 2;
	const struct rectangle *area = &round->build->master.area;
	round->y[0] = area->y + frame / 2;
	for (int row = 1; row <= round->rows; row++) {
		round->y[row] = round->y[row - 1] + ROW + (row == 1 ? extra : 0) +
				(row == round->rows ? extra : 0);
	}
	for (int i = 0; i <= round->columns; i++) {
		round->x[i] =
			area->x + area->width / 2 + (i - round->columns / 2.0) * COLUMN;
	}
}

static bool same(double one, double other)
{
	return fabs(one - other) < TOLERANCE;
}

/* How many rules cover a unit edge, and with which weight. */
static int covered(const struct round *round, const double from[2], const double to[2],
	double *weights)
{
	int count = 0;
	for (guint i = 0; i < round->page->items->len; i++) {
		const struct item *item =
			&g_array_index(round->page->items, struct item, i);
		const struct item_rule *rule = &item->rule;
		bool lies = same(rule->y1, from[1]) && same(rule->y2, to[1])
				    ? rule->x1 < from[0] + TOLERANCE &&
					      rule->x2 > to[0] - TOLERANCE
				    : same(rule->x1, from[0]) && same(rule->x2, to[0]) &&
					      rule->y1 < from[1] + TOLERANCE &&
					      rule->y2 > to[1] - TOLERANCE;
		if (item->kind == ITEM_RULE && lies) {
			count++;
			*weights = rule->width;
		}
	}
	return count;
}

static void assert_edge(
	const struct round *round, const double from[2], const double to[2], double want)
{
	double have = 0;
	int count = covered(round, from, to, &have);
	if (count != (want > 0) || !same(have, want)) {
		fail_msg("seed %u: %d rules of %g, not %g, from %g,%g to %g,%g",
			round->seed, count, have, want, from[0], from[1], to[0], to[1]);
	}
}

static void assert_edges(const struct round *round)
{
	for (int row = 0; row <= round->rows; row++) {
		for (int i = 0; i <= round->columns; i++) {
			double at[] = {round->x[i], round->y[row]};
			if (i < round->columns) {
				assert_edge(round, at, (double[]){round->x[i + 1], at[1]},
					wanted_across(round, row, i));
			}
			if (row < round->rows) {
				assert_edge(round, at,
					(double[]){at[0], round->y[row + 1]},
					wanted_down(round, row, i));
			}
		}
	}
}

static int nearest(const double *edges, int count, double place)
{
	int best = 0;
	for (int i = 1; i <= count; i++) {
		best = fabs(edges[i] - place) < fabs(edges[best] - place) ? i : best;
	}
	return best;
}

/* A rule ends on the body of one that it meets, or where it meets none just on the edge.
 */
static void assert_end(const struct round *round, const double at[2], bool across)
{
	int row = nearest(round->y, round->rows, at[1]);
	int column = nearest(round->x, round->columns, at[0]);
	double most = across ? fmax(wanted_down(round, row - 1, column),
				       wanted_down(round, row, column))
			     : fmax(wanted_across(round, row, column - 1),
				       wanted_across(round, row, column));
	double beyond =
		across ? fabs(at[0] - round->x[column]) : fabs(at[1] - round->y[row]);
	if (beyond > most / 2 + TOLERANCE) {
		fail_msg("seed %u: a rule ends at %g,%g", round->seed, at[0], at[1]);
	}
}

static bool is_inked(const struct round *round, double x, double y)
{
	for (guint i = 0; i < round->page->items->len; i++) {
		const struct item *item =
			&g_array_index(round->page->items, struct item, i);
		const struct item_rule *rule = &item->rule;
		bool across = same(rule->y1, rule->y2);
		double half = rule->width / 2;
		if (x > rule->x1 - (across ? 0 : half) &&
			x < rule->x2 + (across ? 0 : half) &&
			y > rule->y1 - (across ? half : 0) &&
			y < rule->y2 + (across ? half : 0)) {
			return true;
		}
	}
	return false;
}

/* Where just two rules meet at a right angle, their corner is filled. */
static void assert_corner(const struct round *round, int row, int column)
{
	double left = wanted_across(round, row, column - 1);
	double right = wanted_across(round, row, column);
	double above = wanted_down(round, row - 1, column);
	double below = wanted_down(round, row, column);
	if ((left > 0) == (right > 0) || (above > 0) == (below > 0)) {
		return;
	}
	double wide = (fmax(above, below) - 0.01) / 2;
	double high = (fmax(left, right) - 0.01) / 2;
	for (int i = 0; i < 4; i++) {
		double x = round->x[column] + (i % 2 ? wide : -wide);
		double y = round->y[row] + (i / 2 ? high : -high);
		if (!is_inked(round, x, y)) {
			fail_msg("seed %u: the corner %d,%d has a gap at %g,%g",
				round->seed, row, column, x, y);
		}
	}
}

static void assert_rules(const struct round *round)
{
	double last = 0;
	assert_edges(round);
	for (guint i = 0; i < round->page->items->len; i++) {
		const struct item *item =
			&g_array_index(round->page->items, struct item, i);
		bool across = same(item->rule.y1, item->rule.y2);
		assert_true(item->rule.width >= last);
		last = item->rule.width;
		assert_end(round, (double[]){item->rule.x1, item->rule.y1}, across);
		assert_end(round, (double[]){item->rule.x2, item->rule.y2}, across);
	}
	for (int row = 0; row <= round->rows; row++) {
		for (int column = 0; column <= round->columns; column++) {
			assert_corner(round, row, column);
		}
	}
}

static void play(guint32 seed)
{
	struct round round = {
		.seed = seed,
		.random = g_rand_new_with_seed(seed),
		.build = build_create(),
	};
	round.build->master.area.height = 200;
	make_table(&round);
	build_add(round.build, round.table);
	const struct pages *pages = build_compose(round.build);
	round.page = g_ptr_array_index(pages->list, 0);
	find_edges(&round);
	assert_rules(&round);
	build_destroy(round.build);
	g_rand_free(round.random);
}

static void each_wanted_edge_is_drawn_once_and_no_other(void **state)
{
	(void)state;
	for (guint32 seed = 1; seed <= ROUNDS; seed++) {
		play(seed);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_three_line_table_has_three_lines),
		TEST(a_head_has_its_rule_on_every_page),
		TEST(a_cells_own_rule_wins_over_the_styles),
		TEST(of_two_own_rules_the_heavier_is_drawn),
		TEST(text_does_not_move_with_a_lighter_rule),
		TEST(a_bare_cell_gets_no_rule_where_a_page_parts_it),
		cmocka_unit_test(each_wanted_edge_is_drawn_once_and_no_other),
	};
	return cmocka_run_group_tests_name("compose/table rules", tests, NULL, NULL);
}
