/* What holds of every table, whatever stands in it: nothing is lost or doubled, nothing
 * leaves the page or lies on something else, frames are closed, heads and labels stand
 * where rows do. */
#include "build.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
	ROUNDS = 400,
	MOST_ROWS = 24,
	MOST_COLUMNS = 6,
	MOST_CHARACTERS = 30000
};

static const double EM = 10;
static const double TOLERANCE = 0.02;

/* A cell as it was made: which characters it has. */
struct made_cell {
	const struct table_cell *cell;
	int first;
	int end;
};

struct round {
	guint32 seed;
	GRand *random;
	struct build *build;
	struct block *table;
	bool taken[MOST_ROWS][MOST_COLUMNS];
	int rows;
	int columns;
	int head_rows;
	int characters; /* used so far: none comes twice */
	GArray *made;   /* struct made_cell */
	const struct pages *pages;
};

static int between(struct round *round, int least, int most)
{
	return g_rand_int_range(round->random, least, most + 1);
}

static bool chance(struct round *round, int percent)
{
	return between(round, 1, 100) <= percent;
}

/* Characters by number, all of them different. */
static gunichar character(int number)
{
	return (gunichar)(number < 20000 ? 0x4E00 + number : 0xAC00 + number - 20000);
}

static int number_of(gunichar unicode)
{
	return (int)(unicode >= 0xAC00 ? unicode - 0xAC00 + 20000 : unicode - 0x4E00);
}

/* ---- making tables ---- */

static const struct block *make_text(struct round *round, int count)
{
	GString *text = arena_text(round->build->arena);
	count = MIN(count, MOST_CHARACTERS - round->characters);
	for (int i = 0; i < count; i++) {
		g_string_append_unichar(text, character(round->characters++));
	}
	return build_block(round->build, build_string(round->build, text->str));
}

static int text_length(struct round *round, bool head)
{
	if (head) {
		return between(round, 1, 12);
	}
	return chance(round, 15) ? between(round, 10, 120) : between(round, 1, 9);
}

/* A table of two columns in a cell. */
static const struct block *make_nested(struct round *round)
{
	const char *const rows[] = {"a|b", "c|d", "e|f", "g|h", NULL};
	struct block *nested = build_table(round->build, 0, rows);
	struct table_cell *cells = arena_copy(round->build->arena, nested->table.cells,
		(size_t)nested->table.cell_count * sizeof *cells);
	for (int i = 0; i < nested->table.cell_count; i++) {
		const struct block **blocks =
			arena_new_array(round->build->arena, const struct block *, 1);
		blocks[0] = make_text(round, text_length(round, false));
		cells[i].blocks = blocks;
	}
	nested->table.cells = cells;
	return nested;
}

static void make_content(struct round *round, struct table_cell *cell)
{
	bool wide = cell->column_span * round->build->master.area.width >
		    110 * round->columns;
	int count = chance(round, 10) ? 2 : 1;
	const struct block **blocks =
		arena_new_array(round->build->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		blocks[i] = wide && !cell->head && chance(round, 15)
				    ? make_nested(round)
				    : make_text(round, text_length(round, cell->head));
	}
	cell->blocks = blocks;
	cell->block_count = (size_t)count;
}

static bool is_free(const struct round *round, const struct table_cell *cell)
{
	for (int row = cell->row; row < cell->row + cell->row_span; row++) {
		for (int i = cell->column; i < cell->column + cell->column_span; i++) {
			if (row >= round->rows || i >= round->columns ||
				round->taken[row][i]) {
				return false;
			}
		}
	}
	bool leaves_head = cell->row < round->head_rows &&
			   cell->row + cell->row_span > round->head_rows;
	return !leaves_head;
}

static struct table_cell make_cell(struct round *round, int row, int column)
{
	struct table_cell cell = {
		.row = row,
		.column = column,
		.row_span = chance(round, 30) ? between(round, 1, 5) : 1,
		.column_span = chance(round, 15) ? between(round, 1, 3) : 1,
		.head = row < round->head_rows,
		.vertical = (enum vertical_align)between(round, 0, 2),
		.style = &round->build->text,
	};
	while (!is_free(round, &cell)) {
		cell.row_span = MAX(1, cell.row_span - 1);
		cell.column_span = MAX(1, cell.column_span - 1);
	}
	for (int r = row; r < row + cell.row_span; r++) {
		for (int i = column; i < column + cell.column_span; i++) {
			round->taken[r][i] = true;
		}
	}
	return cell;
}

static void make_cells(struct round *round)
{
	GArray *cells = arena_values(round->build->arena, sizeof(struct table_cell));
	for (int row = 0; row < round->rows; row++) {
		for (int column = 0; column < round->columns; column++) {
			if (round->taken[row][column]) {
				continue;
			}
			struct made_cell made = {.first = round->characters};
			struct table_cell cell = make_cell(round, row, column);
			make_content(round, &cell);
			made.end = round->characters;
			g_array_append_val(cells, cell);
			g_array_append_val(round->made, made);
		}
	}
	round->table->table.cells = (const struct table_cell *)(const void *)cells->data;
	round->table->table.cell_count = (int)cells->len;
	for (guint i = 0; i < cells->len; i++) {
		g_array_index(round->made, struct made_cell, i).cell =
			&round->table->table.cells[i];
	}
}

static void make_style(struct round *round)
{
	struct table_style *style = &round->build->table;
	style->padding_across = between(round, 0, 3);
	style->padding_down = between(round, 0, 4);
	style->outer_rule = between(round, 1, 4) / 2.0;
	style->inner_rule = between(round, 1, 2) / 2.0;
	style->minimum_row = between(round, 0, 20);
	style->repeat_head = chance(round, 80);
	style->repeat_labels = chance(round, 80);
	style->close_fragments = chance(round, 80);
	round->build->text.leading = between(round, 10, 15);
}

static void make_table(struct round *round)
{
	struct build *build = round->build;
	make_style(round);
	round->columns = between(round, 1, MOST_COLUMNS);
	round->head_rows = between(round, 1, 3);
	round->rows = between(round, round->head_rows + 1, MOST_ROWS);
	build->master.area.width = round->columns * between(round, 20, 60);
	build->master.area.height = between(round, 80, 300);
	build->master.width = build->master.area.width + 20;
	build->master.height = build->master.area.height + 40;
	round->table = arena_new(build->arena, struct block);
	struct table_column *columns =
		arena_new_array(build->arena, struct table_column, round->columns);
	struct table_row *rows =
		arena_new_array(build->arena, struct table_row, round->rows);
	bool share = chance(round, 50);
	for (int i = 0; i < round->columns; i++) {
		columns[i].kind = share ? COLUMN_SHARE : COLUMN_CONTENT;
		columns[i].width = 1.0 / round->columns;
	}
	for (int i = 0; i < round->rows; i++) {
		rows[i].head = i < round->head_rows;
		rows[i].with_next = chance(round, 5);
	}
	round->table->kind = BLOCK_TABLE;
	round->table->table = (struct table_block){.style = &build->table,
		.columns = columns,
		.column_count = round->columns,
		.rows = rows,
		.row_count = round->rows,
		.head_rows = round->head_rows};
	make_cells(round);
}

/* ---- looking at pages ---- */

struct box {
	double left, top, right, bottom;
};

static const struct page *page_at(const struct round *round, guint index)
{
	return g_ptr_array_index(round->pages->list, index);
}

static struct box text_box(const struct item_text *text)
{
	return (struct box){text->x, text->y - 0.88 * EM,
		text->x + (double)g_utf8_strlen(text->text, -1) * EM,
		text->y + 0.12 * EM};
}

static struct box rule_box(const struct item_rule *rule)
{
	bool across = rule->y1 == rule->y2;
	double half = rule->width / 2;
	return (struct box){rule->x1 - (across ? 0 : half),
		rule->y1 - (across ? half : 0), rule->x2 + (across ? 0 : half),
		rule->y2 + (across ? half : 0)};
}

static struct box item_box(const struct item *item)
{
	return item->kind == ITEM_TEXT ? text_box(&item->text) : rule_box(&item->rule);
}

static bool overlap(struct box a, struct box b)
{
	return a.left < b.right - TOLERANCE && b.left < a.right - TOLERANCE &&
	       a.top < b.bottom - TOLERANCE && b.top < a.bottom - TOLERANCE;
}

static void assert_in_area(const struct round *round, const struct page *page)
{
	const struct rectangle *area = &round->build->master.area;
	for (guint i = 0; i < page->items->len; i++) {
		struct box box = item_box(&g_array_index(page->items, struct item, i));
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
		for (guint k = 0; k < page->items->len && item->kind == ITEM_TEXT; k++) {
			const struct item *other =
				&g_array_index(page->items, struct item, k);
			if (i != k && overlap(item_box(item), item_box(other))) {
				fail_msg("seed %u, page %d: something lies on “%s”",
					round->seed, page->number, item->text.text);
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
			struct box box = rule_box(&item->rule);
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
	struct box box = rule_box(rule);
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
	if (style->close_fragments && sides != 15) {
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
			if (item->kind != ITEM_TEXT ||
				(item->artifact != ARTIFACT_NONE && !artifacts)) {
				continue;
			}
			for (const char *c = item->text.text; *c;
				c = g_utf8_next_char(c)) {
				counts[number_of(g_utf8_get_char(c))]++;
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

/* A head stands whole on every page, with something below it. */
static void assert_head(const struct round *round, guint page, const int *counts)
{
	bool body = false;
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made = made_at(round, i);
		body = body || (!made->cell->head && begins(made, counts));
		if (made->cell->head && round->build->table.repeat_head &&
			!stands(made, counts)) {
			fail_msg("seed %u, page %u: a part of the head is missing",
				round->seed, page + 1);
		}
	}
	if (!body && rows_have_cells(round)) {
		fail_msg(
			"seed %u, page %u: the head stands alone", round->seed, page + 1);
	}
}

static bool is_label(const struct round *round, const struct table_cell *cell)
{
	return round->build->table.repeat_labels && cell->row_span > 1 &&
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

static void assert_sound(const struct round *round)
{
	bool flows = diagnostics_count(round->build->diagnostics) > 0;
	assert_all_set_once(round);
	for (guint i = 0; i < round->pages->list->len; i++) {
		assert_in_area(round, page_at(round, i));
		assert_apart(round, page_at(round, i));
		assert_closed(round, page_at(round, i));
		const int *counts = count_characters(round, (int)i, true);
		if (!flows) {
			assert_head(round, i, counts);
			assert_labels(round, i, counts);
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
	round.made = arena_values(round.build->arena, sizeof(struct made_cell));
	make_table(&round);
	build_add(round.build, round.table);
	round.pages = build_compose(round.build);
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
	for (guint32 seed = 1; seed <= ROUNDS; seed++) {
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
