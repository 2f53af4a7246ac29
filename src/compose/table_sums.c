#include "compose/table_sums.h"

#include "compose/sum_text.h"
#include "compose/table_rows.h"

#include <math.h>
#include <string.h>

struct measured_sums {
	const struct page_sums *source;
	int first_row;                 /* of the body */
	const struct decimal **so_far; /* of each sum: of the rows before each one */
	struct measured_cell labels[SUM_ROWS]; /* no content: there is no such row */
	double heights[SUM_ROWS];
	struct measured_cell *cells; /* of any row; they tile it */
	int *sum_of;                 /* cell -> its sum, -1: none */
	int cell_count;
};

/* ---- shaping ---- */

static struct measured_list shape_plain(const struct measuring *measuring,
	const struct style *style, const char *text, struct place place)
{
	struct text_run *run = arena_new(measuring->arena, struct text_run);
	struct block *block = arena_new(measuring->arena, struct block);
	run->passage = passage_plain(text, place);
	run->style = style;
	block->kind = BLOCK_TEXT;
	block->text = (struct text_block){.style = style, .runs = run, .run_count = 1};
	const struct block *blocks[] = {block};
	return measure_shape(measuring, blocks, 1);
}

static const struct table_cell *make_cell(const struct measuring *measuring,
	const struct table_block *block, int column, int span)
{
	struct table_cell *cell = arena_new(measuring->arena, struct table_cell);
	*cell = (struct table_cell){
		.row = block->row_count - 1,
		.column = column,
		.row_span = 1,
		.column_span = MIN(span, block->column_count - column),
		.vertical = VERTICAL_MIDDLE,
		.style = block->page_sums->label_style,
	};
	return cell;
}

static int sum_at(const struct page_sums *source, int column)
{
	for (int i = 0; i < source->sum_count; i++) {
		if (source->sums[i].column == column) {
			return i;
		}
	}
	return -1;
}

/* A row of a label and cells of one column each. */
static void make_cells(const struct measuring *measuring, const struct table_block *block,
	struct measured_sums *sums)
{
	const struct page_sums *source = sums->source;
	int count = block->column_count;
	sums->cells = arena_new_array(measuring->arena, struct measured_cell, count);
	sums->sum_of = arena_new_array(measuring->arena, int, count);
	for (int column = 0; column < count;) {
		bool label = column == source->label_column;
		struct measured_cell *cell = &sums->cells[sums->cell_count];
		sums->sum_of[sums->cell_count++] = label ? -1 : sum_at(source, column);
		cell->cell = make_cell(
			measuring, block, column, label ? MAX(1, source->label_span) : 1);
		column += cell->cell->column_span;
	}
}

static void shape_labels(const struct measuring *measuring,
	const struct measured_table *table, struct measured_sums *sums)
{
	const struct page_sums *source = sums->source;
	const char *const texts[] = {source->page, source->forward, source->brought};
	for (int i = 0; i < SUM_ROWS; i++) {
		if (texts[i]) {
			sums->labels[i].content = shape_plain(
				measuring, source->label_style, texts[i], table->place);
		}
	}
}

static bool is_label(const struct measured_sums *sums, int cell)
{
	return sums->cells[cell].cell->column == sums->source->label_column;
}

static void shape_widest(const struct measuring *measuring,
	const struct measured_table *table, struct measured_sums *sums, int cell)
{
	int row_count = table->block->row_count - sums->first_row;
	int sum = sums->sum_of[cell];
	const struct page_sum *source = &sums->source->sums[sum];
	sums->so_far[sum] = sums_so_far(measuring->arena, source->values, row_count,
		measuring->diagnostics, table->place);
	sums->cells[cell].content = shape_plain(measuring, source->style,
		sum_widest_text(measuring->arena, source, sums->so_far[sum], row_count),
		table->place);
}

static struct measured_list widest_label(const struct measured_sums *sums)
{
	struct measured_list widest = {0};
	for (int i = 0; i < SUM_ROWS; i++) {
		const struct measured_list *label = &sums->labels[i].content;
		if (label->count > 0 &&
			(widest.count == 0 ||
				measure_width_need(label).at[WIDTH_WIDEST] >
					measure_width_need(&widest).at[WIDTH_WIDEST])) {
			widest = *label;
		}
	}
	return widest;
}

void table_sums_shape(const struct measuring *measuring, struct measured_table *table)
{
	const struct page_sums *source = table->block->page_sums;
	if (!source || table->block->row_count == 0) {
		return;
	}
	struct measured_sums *sums = arena_new(measuring->arena, struct measured_sums);
	sums->source = source;
	sums->first_row = table->block->head_rows;
	sums->so_far = arena_new_array(
		measuring->arena, const struct decimal *, source->sum_count);
	make_cells(measuring, table->block, sums);
	shape_labels(measuring, table, sums);
	for (int i = 0; i < sums->cell_count; i++) {
		if (is_label(sums, i)) {
			sums->cells[i].content = widest_label(sums);
		} else if (sums->sum_of[i] >= 0) {
			shape_widest(measuring, table, sums, i);
		}
	}
	table->sums = sums;
}

int table_sums_cell_count(const struct measured_table *table)
{
	return table->sums ? table->sums->cell_count : 0;
}

const struct measured_cell *table_sums_cells(const struct measured_table *table)
{
	return table->sums->cells;
}

/* ---- heights ---- */

static double cell_width(
	const struct measured_table *table, const struct measured_cell *cell)
{
	int first = cell->cell->column;
	int end = first + cell->cell->column_span;
	return fmax(0, table->edges[end] - table->edges[first] -
			       table_cell_inset_left(table, first) -
			       table_cell_inset_right(table, end));
}

void table_sums_set(const struct measuring *measuring, struct measured_table *table)
{
	struct measured_sums *sums = table->sums;
	if (!sums) {
		return;
	}
	double height = 0;
	for (int i = 0; i < sums->cell_count; i++) {
		struct measured_cell *cell = &sums->cells[i];
		double width = cell_width(table, cell);
		measure_set(measuring, &cell->content, width);
		cell->height = measure_height(&cell->content);
		height = fmax(height, is_label(sums, i) ? 0 : cell->height);
		for (int k = 0; k < SUM_ROWS && is_label(sums, i); k++) {
			measure_set(measuring, &sums->labels[k].content, width);
			sums->labels[k].height = measure_height(&sums->labels[k].content);
		}
	}
	for (int k = 0; k < SUM_ROWS; k++) {
		double own = fmax(height, sums->labels[k].height);
		sums->heights[k] = fmax(
			table_row_minimum(table), own + table_cell_inset_down(table));
	}
}

static double row_height(const struct measured_table *table, enum sum_row row)
{
	const struct measured_sums *sums = table->sums;
	return sums && sums->labels[row].content.count > 0 ? sums->heights[row] : 0;
}

double table_sums_above_height(
	const struct measured_table *table, const struct table_state *state)
{
	return state->resumed ? row_height(table, SUM_BROUGHT) : 0;
}

double table_sums_below_height(const struct measured_table *table, bool ends)
{
	return row_height(table, SUM_OF_PAGE) +
	       (ends ? 0 : row_height(table, SUM_FORWARD));
}

/* ---- rows of a fragment ---- */

/* The rows that a fragment gets: those above its others, then those below. */
struct added_rows {
	enum sum_row rows[SUM_ROWS];
	int above;
	int count;
	int place; /* of those below, among the fragment's own rows */
};

static void add_row(
	const struct measured_table *table, enum sum_row row, struct added_rows *added)
{
	if (row_height(table, row) > 0) {
		added->rows[added->count++] = row;
	}
}

/* The table's last page sums up its items; what sums up the whole follows. */
static int find_place(const struct fragment *fragment)
{
	const struct measured_table *table = fragment->table;
	const struct band *body = &fragment->body;
	int own = table->block->row_count - fragment->row;
	int closing = fragment->next ? 0 : MIN(table->sums->source->closing, own);
	int place = body->row_count - closing;
	for (int i = 0; i < body->cell_count; i++) {
		const struct placed_cell *cell = &body->cells[i];
		if (cell->first < place && place < cell->end) {
			return body->row_count;
		}
	}
	return place;
}

static struct added_rows find_rows(
	const struct table_state *state, const struct fragment *fragment)
{
	struct added_rows added = {.place = find_place(fragment)};
	if (state->resumed) {
		add_row(fragment->table, SUM_BROUGHT, &added);
	}
	added.above = added.count;
	add_row(fragment->table, SUM_OF_PAGE, &added);
	if (fragment->next) {
		add_row(fragment->table, SUM_FORWARD, &added);
	}
	return added;
}

static void place_label(const struct measured_cell *label, struct arena *arena,
	struct placed_cell *placed)
{
	const struct measured *block = label->content.blocks;
	struct placed *content = arena_new(arena, struct placed);
	*content = (struct placed){.block = block, .end = block->line_count};
	placed->content = content;
	placed->content_count = 1;
	placed->height = label->height;
}

static void place_row(const struct measured_sums *sums, enum sum_row row, int index,
	struct arena *arena, struct placed_cell *placed)
{
	for (int i = 0; i < sums->cell_count; i++) {
		placed[i] = (struct placed_cell){
			.cell = &sums->cells[i],
			.first = index,
			.end = index + 1,
			.repeated = true,
		};
		if (is_label(sums, i)) {
			place_label(&sums->labels[row], arena, &placed[i]);
		}
	}
}

/* Where a row of the fragment comes to stand among those that are added. */
static int moved_row(const struct added_rows *added, int row)
{
	return row + (row < added->place ? added->above : added->count);
}

/* Where an added row stands. */
static int added_row(const struct added_rows *added, int index)
{
	return index < added->above ? index : added->place + index;
}

static void add_heights(
	const struct added_rows *added, struct arena *arena, struct fragment *fragment)
{
	struct band *body = &fragment->body;
	double *heights = arena_new_array(arena, double, body->row_count + added->count);
	for (int i = 0; i < body->row_count; i++) {
		heights[moved_row(added, i)] = body->heights[i];
	}
	for (int i = 0; i < added->count; i++) {
		heights[added_row(added, i)] =
			fragment->table->sums->heights[added->rows[i]];
	}
	body->heights = heights;
}

/* The fragment's own cells, moved, and those of the added rows behind them. */
static struct placed_cell *add_cells(const struct added_rows *added, struct arena *arena,
	const struct fragment *fragment)
{
	const struct measured_sums *sums = fragment->table->sums;
	const struct band *body = &fragment->body;
	struct placed_cell *cells = arena_new_array(arena, struct placed_cell,
		body->cell_count + added->count * sums->cell_count);
	for (int i = 0; i < body->cell_count; i++) {
		const struct placed_cell *cell = &body->cells[i];
		cells[i] = *cell;
		cells[i].first = moved_row(added, cell->first);
		cells[i].end = moved_row(added, cell->end - 1) + 1;
	}
	for (int i = 0; i < added->count; i++) {
		place_row(sums, added->rows[i], added_row(added, i), arena,
			&cells[body->cell_count + i * sums->cell_count]);
	}
	return cells;
}

void table_sums_add(const struct table_state *state, const struct room *room,
	struct fragment *fragment)
{
	const struct measured_sums *sums = fragment->table->sums;
	if (!sums) {
		return;
	}
	struct added_rows added = find_rows(state, fragment);
	struct band *body = &fragment->body;
	struct placed_cell *cells = add_cells(&added, room->arena, fragment);
	add_heights(&added, room->arena, fragment);
	memcpy(fragment->sum_rows, added.rows, sizeof added.rows);
	fragment->sum_cells = &cells[body->cell_count];
	fragment->sum_count = added.count;
	fragment->sum_place = added.place + added.above;
	body->cells = cells;
	body->cell_count += added.count * sums->cell_count;
	body->row_count += added.count;
	fragment->first_row = MAX(0, state->row - sums->first_row);
	fragment->end_row = (fragment->next ? fragment->next->row
					    : fragment->table->block->row_count) -
			    sums->first_row;
}

/* ---- sums ---- */

static struct decimal row_sum(
	const struct decimal *so_far, const struct fragment *fragment, enum sum_row row)
{
	int end = MAX(fragment->first_row, fragment->end_row);
	struct decimal sum = so_far[row == SUM_BROUGHT ? fragment->first_row : end];
	if (row == SUM_OF_PAGE) {
		decimal_subtract(sum, so_far[fragment->first_row], &sum);
	}
	return sum;
}

static void write_sum(const struct measuring *measuring, const struct fragment *fragment,
	int sum, struct decimal value, struct placed_cell *cell)
{
	const struct measured_table *table = fragment->table;
	const struct page_sum *source = &table->sums->source->sums[sum];
	const struct style *style = cell->cell->content.blocks[0].text->style;
	struct measured_cell *written =
		arena_copy(measuring->arena, cell->cell, sizeof *written);
	written->content = shape_plain(measuring, style,
		sum_text(measuring->arena, source, value), table->place);
	measure_set(measuring, &written->content, cell_width(table, written));
	written->height = measure_height(&written->content);
	cell->cell = written;
	place_label(written, measuring->arena, cell);
}

void table_sums_write(const struct measuring *measuring, const struct fragment *fragment)
{
	const struct measured_sums *sums = fragment->table->sums;
	for (int i = 0; i < fragment->sum_count; i++) {
		for (int k = 0; k < sums->cell_count; k++) {
			int sum = sums->sum_of[k];
			if (sum >= 0) {
				struct decimal value = row_sum(sums->so_far[sum],
					fragment, fragment->sum_rows[i]);
				write_sum(measuring, fragment, sum, value,
					&fragment->sum_cells[i * sums->cell_count + k]);
			}
		}
	}
}
