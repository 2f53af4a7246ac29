#include "compose/table_stretch.h"

#include "compose/measure.h"
#include "compose/table_break.h"

#include <math.h>

/* A row that only holds text becomes no higher than that, of what it was. */
static const double MOST_GROWTH = 2;

struct stretching {
	struct arena *arena;
	struct fragment *fragment; /* gets the result */
	const struct table_block *block;
	int first; /* rows of the body that are the table's, down to sums: [first, end) */
	int end;
	double *heights; /* of the body's rows */
	double spare;
};

bool table_is_stretched(const struct fragment *fragment)
{
	const struct table_fitting *fitting = &fragment->table->block->fitting;
	return (fitting->fill_page || fitting->fill_rows) && !fragment->next &&
	       fragment->body.row_count > 0;
}

static const struct table_row *row_at(const struct stretching *stretching, int index)
{
	const struct fragment *fragment = stretching->fragment;
	return &stretching->block->rows[fragment->row + index - stretching->first];
}

/* ---- rows that grow ---- */

static bool holds_text(const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		if (!block->text || block->paragraph->cluster_count > 0) {
			return true;
		}
	}
	return false;
}

static bool row_holds_text(const struct stretching *stretching, int row)
{
	const struct band *body = &stretching->fragment->body;
	for (int i = 0; i < body->cell_count; i++) {
		const struct placed_cell *cell = &body->cells[i];
		if (cell->first <= row && row < cell->end &&
			holds_text(&cell->cell->content)) {
			return true;
		}
	}
	return false;
}

static bool any_row_grows(const struct stretching *stretching)
{
	for (int i = stretching->first; i < stretching->end; i++) {
		if (row_at(stretching, i)->grow > 0) {
			return true;
		}
	}
	return false;
}

static void grow_rows(struct stretching *stretching)
{
	double *weights = g_new0(double, (gsize)stretching->fragment->body.row_count);
	bool asked = any_row_grows(stretching);
	double sum = 0;
	for (int i = stretching->first; i < stretching->end; i++) {
		if (asked) {
			weights[i] = (double)row_at(stretching, i)->grow;
		} else if (row_holds_text(stretching, i)) {
			weights[i] = stretching->heights[i];
		}
		sum += weights[i];
	}
	double share = sum > 0 ? stretching->spare / sum : 0;
	share = asked ? share : fmin(share, MOST_GROWTH - 1);
	for (int i = stretching->first; i < stretching->end; i++) {
		stretching->heights[i] += share * weights[i];
		stretching->spare -= share * weights[i];
	}
	g_free(weights);
}

/* ---- blank rows ---- */

/* Whether no cell stands on either side of a boundary. */
static bool is_clean(const struct stretching *stretching, int row)
{
	const struct band *body = &stretching->fragment->body;
	for (int i = 0; i < body->cell_count; i++) {
		if (body->cells[i].first < row && row < body->cells[i].end) {
			return false;
		}
	}
	return true;
}

/* Blank rows stand above what the row before it holds. */
static int blank_place(const struct stretching *stretching)
{
	const struct fragment *fragment = stretching->fragment;
	int place = stretching->end;
	while (place > stretching->first + 1) {
		int above = fragment->row + place - 2 - stretching->first;
		if (!table_row_holds_next(fragment->table, above)) {
			break;
		}
		place--;
	}
	while (place < stretching->end && !is_clean(stretching, place)) {
		place++;
	}
	return place;
}

/* What an empty row of the table takes: its least height and a line of its text. */
static double standard_height(const struct stretching *stretching, int row)
{
	const struct measured_table *table = stretching->fragment->table;
	const struct band *body = &stretching->fragment->body;
	double line = 0;
	if (table->block->style->cell) {
		line = table->block->style->cell->leading;
	}
	for (int i = 0; i < body->cell_count && line <= 0; i++) {
		const struct placed_cell *cell = &body->cells[i];
		if (cell->first <= row && row < cell->end) {
			line = measure_line_height(&cell->cell->content);
		}
	}
	return fmax(table_row_minimum(table), line + table_cell_inset_down(table));
}

static struct placed_cell blank_like(
	const struct stretching *stretching, const struct placed_cell *like)
{
	struct table_cell *source = arena_new(stretching->arena, struct table_cell);
	struct measured_cell *cell = arena_new(stretching->arena, struct measured_cell);
	*source = (struct table_cell){
		.row = stretching->block->row_count - 1,
		.column = like->cell->cell->column,
		.row_span = 1,
		.column_span = like->cell->cell->column_span,
		.style = like->cell->cell->style,
		.place = like->cell->cell->place,
	};
	cell->cell = source;
	return (struct placed_cell){.cell = cell};
}

/* The cells of so many blank rows, made like those of the row above. */
static GArray *blank_cells(const struct stretching *stretching, int place, int count)
{
	const struct band *body = &stretching->fragment->body;
	GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct placed_cell));
	for (int i = 0; i < body->cell_count; i++) {
		if (body->cells[i].first >= place || body->cells[i].end < place) {
			continue;
		}
		struct placed_cell blank = blank_like(stretching, &body->cells[i]);
		for (int row = place; row < place + count; row++) {
			blank.first = row;
			blank.end = row + 1;
			g_array_append_val(cells, blank);
		}
	}
	return cells;
}

static void move_cells(struct placed_cell *cells, int count, int place, int by)
{
	for (int i = 0; i < count; i++) {
		bool below = cells[i].first >= place;
		cells[i].first += below ? by : 0;
		cells[i].end += below ? by : 0;
	}
}

/* Copies of the cells with the blank ones; those that the page's sums go into keep their
 * order. */
static void join_cells(struct stretching *stretching, int place, int count)
{
	struct fragment *fragment = stretching->fragment;
	struct band *body = &fragment->body;
	GArray *blank = blank_cells(stretching, place, count);
	struct placed_cell *cells = arena_new_array(stretching->arena, struct placed_cell,
		(int)blank->len + body->cell_count);
	for (guint i = 0; i < blank->len; i++) {
		cells[i] = g_array_index(blank, struct placed_cell, i);
	}
	struct placed_cell *old = cells + blank->len;
	for (int i = 0; i < body->cell_count; i++) {
		old[i] = body->cells[i];
	}
	move_cells(old, body->cell_count, place, count);
	if (fragment->sum_cells) {
		fragment->sum_cells = old + (fragment->sum_cells - body->cells);
	}
	body->cells = cells;
	body->cell_count += (int)blank->len;
	g_array_free(blank, TRUE);
}

/* Adds blank rows; false where none fits. */
static bool add_blank_rows(struct stretching *stretching)
{
	int place = blank_place(stretching);
	double standard = standard_height(stretching, place - 1);
	int count = (int)floor((stretching->spare + LENGTH_TOLERANCE) / standard);
	if (count == 0) {
		return false;
	}
	struct band *body = &stretching->fragment->body;
	int rows = body->row_count + count;
	double *heights = arena_new_array(stretching->arena, double, rows);
	for (int i = 0; i < rows; i++) {
		if (i < place) {
			heights[i] = stretching->heights[i];
		} else if (i < place + count) {
			heights[i] = stretching->spare / count;
		} else {
			heights[i] = stretching->heights[i - count];
		}
	}
	join_cells(stretching, place, count);
	body->row_count = rows;
	stretching->heights = heights;
	stretching->spare = 0;
	return true;
}

/* ---- the fragment ---- */

static int sums_below(const struct fragment *fragment)
{
	int count = 0;
	for (int i = 0; i < fragment->sum_count; i++) {
		count += fragment->sum_rows[i] != SUM_BROUGHT;
	}
	return count;
}

const struct fragment *table_stretch(
	const struct fragment *fragment, const struct room *room)
{
	double spare = room->height - fragment->height;
	if (spare <= LENGTH_TOLERANCE) {
		return fragment;
	}
	struct fragment *stretched = arena_copy(room->arena, fragment, sizeof *fragment);
	struct band *body = &stretched->body;
	struct stretching stretching = {
		.arena = room->arena,
		.fragment = stretched,
		.block = fragment->table->block,
		.end = fragment->sum_count ? fragment->sum_place : body->row_count,
		.heights = arena_copy(room->arena, body->heights,
			(size_t)body->row_count * sizeof(double)),
		.spare = spare,
	};
	stretching.first = body->row_count - sums_below(fragment) -
			   (stretching.block->row_count - fragment->row);
	bool blank = stretching.block->fitting.fill_rows && add_blank_rows(&stretching);
	if (!blank) {
		grow_rows(&stretching);
	}
	body->heights = stretching.heights;
	stretched->height += spare - stretching.spare;
	return stretched;
}
