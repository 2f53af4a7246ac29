/* What holds of every table, whatever stands in it: nothing is lost or doubled, nothing
 * leaves the page or lies on something else, frames are closed, heads and labels stand
 * where rows do. */
#include "page_boxes.h"
#include "random_sums.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROUNDS = 400
};

static const double TOLERANCE = 0.02;

/* ---- looking at pages ---- */

static const struct page *page_at(const struct round *round, guint index)
{
	return g_ptr_array_index(round->pages->list, index);
}

static void assert_in_area(const struct round *round, const struct page *page)
{
	const struct rectangle *area = &round->build->master.area;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		struct box box = page_item_box(item);
		if (item->kind == ITEM_PATH && !item->path.text) {
			continue; /* a tick */
		}
		if (box.left < area->x - TOLERANCE || box.top < area->y - TOLERANCE ||
			box.right > area->x + area->width + TOLERANCE ||
			box.bottom > area->y + area->height + TOLERANCE) {
			fail_msg("seed %u, page %d: %g %g %g %g leaves the area",
				round->seed, page->number, box.left, box.top, box.right,
				box.bottom);
		}
	}
}

static void assert_apart(const struct round *round, const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		for (guint k = 0; k < page->items->len && page_item_text(item); k++) {
			const struct item *other =
				&g_array_index(page->items, struct item, k);
			if (i != k && page_lies_on(item, other)) {
				struct box one = page_item_box(item);
				struct box two = page_item_box(other);
				fail_msg("seed %u, page %d: %g %g %g %g lies on “%s” at "
					 "%g %g %g %g",
					round->seed, page->number, two.left, two.top,
					two.right, two.bottom, page_item_text(item),
					one.left, one.top, one.right, one.bottom);
			}
		}
	}
}

static struct box frame_of(const struct page *page)
{
	struct box frame = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_RULE) {
			struct box box = page_rule_box(&item->rule);
			frame.left = fmin(frame.left, box.left);
			frame.top = fmin(frame.top, box.top);
			frame.right = fmax(frame.right, box.right);
			frame.bottom = fmax(frame.bottom, box.bottom);
		}
	}
	return frame;
}

static bool near(double a, double b)
{
	return fabs(a - b) < TOLERANCE;
}

/* The sides of a frame, one bit each. */
static int sides_of(struct box frame, const struct item_rule *rule)
{
	struct box box = page_rule_box(rule);
	bool wide = near(box.left, frame.left) && near(box.right, frame.right);
	bool high = near(box.top, frame.top + rule->width / 2) &&
		    near(box.bottom, frame.bottom - rule->width / 2);
	return (wide && near(box.top, frame.top) ? 1 : 0) |
	       (wide && near(box.bottom, frame.bottom) ? 2 : 0) |
	       (high && near(box.left, frame.left) ? 4 : 0) |
	       (high && near(box.right, frame.right) ? 8 : 0);
}

static void assert_closed(const struct round *round, const struct page *page)
{
	const struct table_style *style = &round->build->table;
	int sides = 0;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_RULE && item->rule.width == style->outer_rule) {
			sides |= sides_of(frame_of(page), &item->rule);
		}
	}
	bool stands = frame_of(page).left < HUGE_VAL;
	if (round->own_rules) {
		return;
	}
	bool lines = round->below_end > round->below_first ||
		     round->table->table.above.block_count > 0;
	if (stands ? style->close_fragments && sides != 15 : page->number > 1 && !lines) {
		fail_msg("seed %u, page %d: sides %d only", round->seed, page->number,
			sides);
	}
}

/* ---- what stands where ---- */

/* For each character, how often it stands on a page in a manner. */
static int *count_characters(const struct round *round, int page, bool artifacts)
{
	int *counts = arena_new_array(round->build->arena, int, MOST_CHARACTERS);
	for (guint i = 0; i < round->pages->list->len; i++) {
		const struct page *at = page_at(round, i);
		for (guint k = 0; k < at->items->len && (page < 0 || (int)i == page);
			k++) {
			const struct item *item =
				&g_array_index(at->items, struct item, k);
			const char *text = page_item_text(item);
			if (!text || (item->artifact != ARTIFACT_NONE && !artifacts)) {
				continue;
			}
			for (const char *c = text; *c; c = g_utf8_next_char(c)) {
				int number = random_character_number(g_utf8_get_char(c));
				if (number >= 0) {
					counts[number]++;
				}
			}
		}
	}
	return counts;
}

static void assert_all_set_once(const struct round *round)
{
	int *counts = count_characters(round, -1, false);
	for (int i = 0; i < round->characters; i++) {
		if (counts[i] != 1) {
			fail_msg("seed %u: character %d of %d stands %d times",
				round->seed, i, round->characters, counts[i]);
		}
	}
}

/* Lines below a table begin on a page where rows stand. */
static void assert_below(const struct round *round)
{
	for (guint i = 0; i < round->pages->list->len; i++) {
		const int *counts = count_characters(round, (int)i, false);
		if (round->below_end > round->below_first &&
			counts[round->below_first] > 0 &&
			frame_of(page_at(round, i)).left >= HUGE_VAL) {
			fail_msg("seed %u, page %u: no row above the lines below",
				round->seed, i + 1);
		}
	}
}

static bool stands(const struct made_cell *made, const int *counts)
{
	for (int i = made->first; i < made->end; i++) {
		if (counts[i] == 0) {
			return false;
		}
	}
	return true;
}

static bool begins(const struct made_cell *made, const int *counts)
{
	for (int i = made->first; i < made->end; i++) {
		if (counts[i] > 0) {
			return true;
		}
	}
	return false;
}

static struct made_cell *made_at(const struct round *round, guint index)
{
	return &g_array_index(round->made, struct made_cell, index);
}

static bool shares_rows(const struct made_cell *left, const struct made_cell *right)
{
	const struct table_cell *a = left->cell;
	const struct table_cell *b = right->cell;
	return b->row >= a->row && b->row + b->row_span <= a->row + a->row_span;
}

/* Whether each body row has a cell of its own: the rest of a span may be blank. */
static bool rows_have_cells(const struct round *round)
{
	int own = 0;
	int last = -1;
	for (guint i = 0; i < round->made->len; i++) {
		const struct table_cell *cell = made_at(round, i)->cell;
		if (cell->row_span == 1 && cell->row != last) {
			last = cell->row;
			own++;
		}
	}
	return own == round->rows;
}

/* A head stands whole on every page of the table, with something new below it. */
static void assert_head(const struct round *round, guint page, const int *counts)
{
	const int *fresh = count_characters(round, (int)page, false);
	bool body = false;
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made = made_at(round, i);
		body = body || (!made->cell->head && begins(made, fresh));
		if (made->cell->head && round->build->table.repeat_head &&
			!stands(made, counts)) {
			fail_msg("seed %u, page %u: a part of the head is missing",
				round->seed, page + 1);
		}
	}
	if (!body && rows_have_cells(round) && !random_table_is_high(round)) {
		fail_msg(
			"seed %u, page %u: the head stands alone", round->seed, page + 1);
	}
}

static bool is_label(const struct round *round, const struct table_cell *cell)
{
	return round->build->table.repeat_labels && cell->row_span > 1 &&
	       cell->manner->foot_count == 0 && cell->manner->minimum_height <= 0 &&
	       cell->block_count == 1 && cell->blocks[0]->kind == BLOCK_TEXT;
}

/* Where a row stands, so do the labels of the cells that span it, unless they are long.
 */
static void assert_labels(const struct round *round, guint page, const int *counts)
{
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *label = made_at(round, i);
		if (!is_label(round, label->cell) || label->end - label->first > 1) {
			continue;
		}
		for (guint k = 0; k < round->made->len; k++) {
			const struct made_cell *other = made_at(round, k);
			if (shares_rows(label, other) && begins(other, counts) &&
				!stands(label, counts)) {
				fail_msg("seed %u, page %u: a label is missing",
					round->seed, page + 1);
			}
		}
	}
}

/* Whether a row takes little of a page, all cells standing in it alone. */
static bool is_low_row(const struct round *round, int row)
{
	int columns = 0;
	for (guint i = 0; i < round->made->len; i++) {
		const struct table_cell *cell = made_at(round, i)->cell;
		bool own = cell->row == row && cell->row_span == 1 &&
			   cell->manner->minimum_height <= 0 &&
			   made_at(round, i)->end - made_at(round, i)->first <= 2;
		columns += own ? cell->column_span : 0;
	}
	return columns == round->columns && round->table->table.rows[row].minimum <= 0 &&
	       round->build->master.area.height > 200;
}

/* Whether a row shows all its text on a page, or ends there: a part that is not all is no
 * repeat. */
static bool row_stands(const struct round *round, int row, guint page)
{
	const int *counts = count_characters(round, (int)page, true);
	const int *own = count_characters(round, (int)page, false);
	bool all = true;
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made = made_at(round, i);
		if (made->cell->row == row && begins(made, own)) {
			return true;
		}
		all = all && (made->cell->row != row || stands(made, counts));
	}
	return all;
}

/* Where a row of a group begins or goes on, the group's head stands too. */
static void assert_group(const struct round *round, guint page, int row)
{
	int end = row + round->table->table.rows[row].group_rows;
	const int *counts = count_characters(round, (int)page, true);
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made = made_at(round, i);
		bool inside = made->cell->row > row && made->cell->row <= end &&
			      made->cell->row_span == 1;
		if (inside && begins(made, counts) && !row_stands(round, row, page)) {
			fail_msg("seed %u, page %u: row %d has no head of its group",
				round->seed, page + 1, made->cell->row);
		}
	}
}

static void assert_groups(const struct round *round, guint page)
{
	for (int row = round->head_rows; row < round->rows; row++) {
		if (round->table->table.rows[row].group_rows > 0 &&
			is_low_row(round, row)) {
			assert_group(round, page, row);
		}
	}
}

static bool was_reported(const struct round *round, const char *code)
{
	const struct diagnostics *reports = round->build->diagnostics;
	for (guint i = 0; i < diagnostics_count(reports); i++) {
		if (strcmp(diagnostics_get(reports, i)->code, code) == 0) {
			return true;
		}
	}
	return false;
}

static void assert_repeats(const struct round *round, guint page)
{
	const int *counts = count_characters(round, (int)page, true);
	assert_head(round, page, counts);
	assert_labels(round, page, counts);
	if (round->build->table.repeat_head) {
		assert_groups(round, page);
	}
}

/* What stands in a part of the columns and in the stub stands beside each other on some
 * page, the stub again in each part. */
static void assert_stub(const struct round *round)
{
	const int *counts = count_characters(round, -1, true);
	int stub = round->table->table.fitting.stub_columns;
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made = made_at(round, i);
		if (made->cell->column < stub && made->end > made->first &&
			counts[made->first] < 2) {
			fail_msg("seed %u: a cell of the stub stands once", round->seed);
		}
	}
}

static void assert_sound(const struct round *round)
{
	bool parted = was_reported(round, "table-parted");
	bool too_wide = was_reported(round, "table-too-wide");
	bool repeats = !parted && !was_reported(round, "table-head-too-tall");
	if (parted) {
		assert_stub(round);
	}
	assert_all_set_once(round);
	if (!was_reported(round, "table-lines-apart")) {
		assert_below(round);
	}
	if (!parted) {
		random_sums_assert(round);
	}
	for (guint i = 0; i < round->pages->list->len; i++) {
		const struct page *page = page_at(round, i);
		if (!too_wide) {
			assert_in_area(round, page);
			assert_apart(round, page);
		}
		if (!parted) {
			assert_closed(round, page);
		}
		if (repeats && frame_of(page).left < HUGE_VAL) {
			assert_repeats(round, i);
		}
	}
}

/* A page may be in use already. */
static void add_lines_above(struct round *round)
{
	struct build *build = round->build;
	int fit = (int)(build->master.area.height / build->text.leading);
	int count = MAX(0, g_rand_int_range(round->random, -fit, fit + 1));
	for (int i = 0; i < count; i++) {
		build_add_string(build, "0");
	}
}

static void play(guint32 seed)
{
	struct round round = {
		.seed = seed,
		.random = g_rand_new_with_seed(seed),
		.build = build_create(),
	};
	round.made = arena_values(round.build->arena, sizeof(struct made_cell));
	random_table_make(&round);
	add_lines_above(&round);
	build_add(round.build, round.table);
	round.pages = build_compose(round.build);
	if (g_getenv("DUMP")) {
		puts(build_dump(round.build));
	}
	assert_non_null(round.pages);
	assert_sound(&round);
	build_destroy(round.build);
	g_rand_free(round.random);
}

static void every_table_is_set_whole_and_in_its_place(void **state)
{
	(void)state;
	const char *wanted = g_getenv("SEED");
	if (wanted) {
		play((guint32)atoi(wanted));
		return;
	}
	const char *rounds = g_getenv("ROUNDS");
	guint32 last = rounds ? (guint32)atoi(rounds) : ROUNDS;
	for (guint32 seed = 1; seed <= last; seed++) {
		play(seed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_is_set_whole_and_in_its_place),
	};
	return cmocka_run_group_tests_name("compose/random tables", tests, NULL, NULL);
}
