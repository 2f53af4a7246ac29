/* The cells of a form -> columns of one grid.
 *
 *     +------+----------------+     The widest row says how many columns there are; a
 *     | 名称 | rest           |     label takes the first of them, bands beside each
 *     +------+------+---------+     other share what is left: each what its rows need,
 *     | 预算 | 收入 | 支出    |     the columns to spare one by one to the narrowest,
 *     |      +---+--+----+----+     where they widen its last column.
 *     +------+---+-------+----+
 */
#include "base/language.h"
#include "layout/read_cells.h"

enum {
	MOST_COLUMNS = 500
};

struct placer {
	const struct layout_reader *reader;
	int *owners;    /* of each column: the cell that covers it, as a number */
	int last_owner; /* the greatest so far */
	bool failed;
};

/* Where cells may stand: columns of their own, the last of which may be several columns
 * of the grid. */
struct frame {
	int left;    /* of the grid */
	int columns; /* its own */
	int width;   /* in columns of the grid */
};

/* ---- how many columns are needed ---- */

/* The rows of a list that stand one below the other whatever the plan says, so that
 * cells can reach from one into the next. */
static bool is_plain(const struct form_band *band)
{
	return band->kind == FORM_ROWS && !band->when && !band->label &&
	       !band->head.count && !band->total.count;
}

static GPtrArray *collect_rows(
	struct arena *arena, const struct form_band *bands, size_t count)
{
	GPtrArray *rows = arena_pointers(arena);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < bands[i].rows.count; j++) {
			g_ptr_array_add(rows, &bands[i].rows.list[j]);
		}
	}
	return rows;
}

static GPtrArray *collect_list(struct arena *arena, const struct form_rows *list)
{
	const struct form_band band = {.rows = *list};
	return collect_rows(arena, &band, 1);
}

/* How many bands from one on belong together. */
static size_t run_length(const struct form_band *bands, size_t count)
{
	size_t run = 0;
	while (run < count && is_plain(&bands[run])) {
		run++;
	}
	return MAX(run, 1);
}

/* `covered`: of each column the first row in which it is free again. */
static int rows_need(struct arena *arena, const GPtrArray *rows)
{
	GArray *covered = arena_values(arena, sizeof(int));
	for (guint i = 0; i < rows->len; i++) {
		const struct form_row *row = g_ptr_array_index(rows, i);
		guint at = 0;
		for (size_t j = 0; j < row->row.count; j++) {
			const struct cell_layout *cell = &row->row.cells[j];
			while (at < covered->len &&
				g_array_index(covered, int, at) > (int)i) {
				at++;
			}
			for (int k = 0; k < MAX(cell->columns, 1); k++, at++) {
				if (at == covered->len) {
					g_array_set_size(covered, at + 1);
				}
				g_array_index(covered, int, at) = (int)i + cell->rows;
			}
		}
	}
	return (int)covered->len;
}

static int band_need(struct arena *arena, const struct form_band *band);

static int bands_need(struct arena *arena, const struct form_band *band)
{
	int need = 0;
	for (size_t i = 0; i < band->band_count;) {
		const struct form_band *first = &band->bands[i];
		size_t run = run_length(first, band->band_count - i);
		int one = is_plain(first)
				  ? rows_need(arena, collect_rows(arena, first, run))
				  : band_need(arena, first);
		need = MAX(need, one);
		i += run;
	}
	return need;
}

static int band_need(struct arena *arena, const struct form_band *band)
{
	const struct form_rows *lists[] = {&band->head, &band->rows, &band->total};
	int need = 1;
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		int rows = rows_need(arena, collect_list(arena, lists[i]));
		need = MAX(need, rows);
	}
	int below = 0;
	for (size_t i = 0; band->kind == FORM_BESIDE && i < band->band_count; i++) {
		int side = band_need(arena, &band->bands[i]);
		below += MAX(side, band->bands[i].span);
	}
	if (band->kind != FORM_BESIDE) {
		below = bands_need(arena, band);
	}
	return MAX(need, below) + (band->label ? band->label->columns : 0);
}

/* ---- rows ---- */

/* The columns of one row while its cells are placed. */
struct row_placing {
	struct placer *placer;
	const struct frame *frame;
	int *covered; /* of each own column: the first row in which it is free again */
	int row;
	int row_count; /* of the rows that stand together */
	int rest;      /* columns of the cell that takes what is left */
};

static void refuse(
	struct placer *placer, struct place place, const char *code, const char *message)
{
	diagnostics_error(placer->reader->diagnostics, place, code, "%s", message);
	placer->failed = true;
}

static int free_columns(const struct row_placing *placing)
{
	int count = 0;
	for (int i = 0; i < placing->frame->columns; i++) {
		count += placing->covered[i] <= placing->row;
	}
	return count;
}

/* The columns of the cell that takes what is left; false after reporting that none are,
 * or two cells would. */
static bool find_rest(struct row_placing *placing, const struct cell_row *row)
{
	const struct cell_layout *rest = NULL;
	placing->rest = free_columns(placing);
	for (size_t i = 0; i < row->count; i++) {
		const struct cell_layout *cell = &row->cells[i];
		if (cell->columns == 0 && rest) {
			refuse(placing->placer, cell->place, "layout-value",
				_("一行只能有一格 span: rest"));
			return false;
		}
		rest = cell->columns == 0 ? cell : rest;
		placing->rest -= cell->columns;
	}
	if (rest && placing->rest < 1) {
		refuse(placing->placer, rest->place, "layout-cells-beyond",
			_("这一行没有留给 span: rest 的栏"));
		return false;
	}
	return true;
}

/* Covers columns from one on; false after reporting that they are not free. */
static bool cover(
	struct row_placing *placing, const struct cell_layout *cell, int at, int columns)
{
	struct placer *placer = placing->placer;
	const struct frame *frame = placing->frame;
	if (at + columns > frame->columns) {
		diagnostics_error(placer->reader->diagnostics, cell->place,
			"layout-cells-beyond", "这一格伸到第 %d 栏，这里只有 %d 栏",
			at + columns, frame->columns);
		placer->failed = true;
		return false;
	}
	if (placing->row + cell->rows > placing->row_count) {
		diagnostics_error(placer->reader->diagnostics, cell->place,
			"layout-cells-beyond", "这一格要占 %d 行，从这里起只有 %d 行",
			cell->rows, placing->row_count - placing->row);
		placer->failed = true;
		return false;
	}
	for (int i = at; i < at + columns; i++) {
		if (placing->covered[i] > placing->row) {
			refuse(placer, cell->place, "layout-cells-overlap",
				_("这一格与上面伸下来的格重叠"));
			return false;
		}
		placing->covered[i] = placing->row + cell->rows;
	}
	return true;
}

static struct form_span grid_span(const struct frame *frame, int at, int columns)
{
	bool last = at + columns == frame->columns;
	return (struct form_span){frame->left + at, last ? frame->width - at : columns};
}

static void own(struct placer *placer, struct form_span span)
{
	placer->last_owner++;
	for (int i = 0; i < span.columns; i++) {
		placer->owners[span.column + i] = placer->last_owner;
	}
}

static bool place_cells(struct row_placing *placing, struct form_row *row)
{
	int at = 0;
	if (!find_rest(placing, &row->row)) {
		return false;
	}
	for (size_t i = 0; i < row->row.count; i++) {
		const struct cell_layout *cell = &row->row.cells[i];
		int columns = cell->columns ? cell->columns : placing->rest;
		while (at < placing->frame->columns &&
			placing->covered[at] > placing->row) {
			at++;
		}
		if (!cover(placing, cell, at, columns)) {
			return false;
		}
		row->spans[i] = grid_span(placing->frame, at, columns);
		own(placing->placer, row->spans[i]);
		at += columns;
	}
	return true;
}

static void place_row(struct row_placing *placing, struct form_row *row)
{
	struct placer *placer = placing->placer;
	if (!place_cells(placing, row)) {
		return;
	}
	int missing = free_columns(placing);
	if (missing) {
		diagnostics_error(placer->reader->diagnostics, row->row.place,
			"layout-cells-missing", "这一行少 %d 栏：这里有 %d 栏", missing,
			placing->frame->columns);
		diagnostics_hint(placer->reader->diagnostics,
			"可在占满其余各栏的格里写 span: rest");
		placer->failed = true;
	}
}

static void place_rows(
	struct placer *placer, const struct frame *frame, const GPtrArray *rows)
{
	struct row_placing placing = {
		.placer = placer,
		.frame = frame,
		.covered = arena_new_array(placer->reader->arena, int, frame->columns),
		.row_count = (int)rows->len,
	};
	for (guint i = 0; i < rows->len; i++) {
		placing.row = (int)i;
		place_row(&placing, g_ptr_array_index(rows, i));
	}
}

/* ---- bands ---- */

static void place_band(
	struct placer *placer, const struct frame *frame, struct form_band *band);

/* The columns of bands beside each other; false after reporting that they do not fit. */
static bool share_columns(struct placer *placer, const struct frame *frame,
	const struct form_band *band, int *widths)
{
	int spare = frame->width;
	size_t open = 0; /* sides that may be wider than they need */
	for (size_t i = 0; i < band->band_count; i++) {
		const struct form_band *side = &band->bands[i];
		widths[i] = band_need(placer->reader->arena, side);
		widths[i] = MAX(widths[i], side->span);
		spare -= widths[i];
		open += side->span == 0;
	}
	if (spare < 0) {
		diagnostics_error(placer->reader->diagnostics, band->place,
			"layout-cells-beyond", "并排的各段要 %d 栏，这里只有 %d 栏",
			frame->width - spare, frame->width);
		placer->failed = true;
		return false;
	}
	for (; spare > 0; spare--) {
		size_t narrowest = band->band_count - 1;
		for (size_t i = band->band_count; i > 0; i--) {
			bool may = band->bands[i - 1].span == 0 || open == 0;
			bool taken = band->bands[narrowest].span == 0 || open == 0;
			if (may && (!taken || widths[i - 1] < widths[narrowest])) {
				narrowest = i - 1;
			}
		}
		widths[narrowest]++;
	}
	return true;
}

/* What blank cells under a band look like: as wide as the cells above them. */
static void find_tail(
	struct placer *placer, const struct frame *frame, struct form_band *band)
{
	struct form_span *tail =
		arena_new_array(placer->reader->arena, struct form_span, frame->width);
	for (int i = frame->left; i < frame->left + frame->width; i++) {
		bool same = i > frame->left && placer->owners[i] == placer->owners[i - 1];
		if (!same) {
			tail[band->tail_count++] = (struct form_span){i, 0};
		}
		tail[band->tail_count - 1].columns++;
	}
	band->tail = tail;
}

static void place_beside(
	struct placer *placer, const struct frame *frame, struct form_band *band)
{
	struct arena *arena = placer->reader->arena;
	int *widths = arena_new_array(arena, int, band->band_count);
	struct frame side = *frame;
	if (!share_columns(placer, frame, band, widths)) {
		return;
	}
	for (size_t i = 0; i < band->band_count; i++) {
		side.width = widths[i];
		side.columns = band_need(arena, &band->bands[i]);
		place_band(placer, &side, &band->bands[i]);
		find_tail(placer, &side, &band->bands[i]);
		side.left += side.width;
	}
}

static void place_bands(
	struct placer *placer, const struct frame *frame, struct form_band *band)
{
	struct arena *arena = placer->reader->arena;
	for (size_t i = 0; i < band->band_count;) {
		struct form_band *first = &band->bands[i];
		size_t run = run_length(first, band->band_count - i);
		if (is_plain(first)) {
			place_rows(placer, frame, collect_rows(arena, first, run));
		} else {
			place_band(placer, frame, first);
		}
		i += run;
	}
}

/* Takes the columns of a band's label; false after reporting that none are left. */
static bool place_label(
	struct placer *placer, struct frame *frame, struct form_band *band)
{
	int columns = band->label->columns;
	if (columns >= frame->columns) {
		refuse(placer, band->label->place, "layout-cells-beyond",
			_("label 右边没有栏留给它的各行"));
		return false;
	}
	band->label_span = (struct form_span){frame->left, columns};
	own(placer, band->label_span);
	frame->left += columns;
	frame->columns -= columns;
	frame->width -= columns;
	return true;
}

static void place_band(
	struct placer *placer, const struct frame *around, struct form_band *band)
{
	struct arena *arena = placer->reader->arena;
	struct frame frame = *around;
	if (band->label && !place_label(placer, &frame, band)) {
		return;
	}
	band->body = (struct form_span){frame.left, frame.width};
	place_rows(placer, &frame, collect_list(arena, &band->head));
	if (band->kind == FORM_BESIDE) {
		place_beside(placer, &frame, band);
	} else {
		place_rows(placer, &frame, collect_list(arena, &band->rows));
		place_bands(placer, &frame, band);
	}
	place_rows(placer, &frame, collect_list(arena, &band->total));
}

int place_form(const struct layout_reader *reader, struct form_band *all, int columns)
{
	int need = bands_need(reader->arena, all);
	if (need > MOST_COLUMNS) {
		diagnostics_error(reader->diagnostics, all->place, "layout-cells-beyond",
			"一张表单最多 %d 栏，这里要 %d 栏", MOST_COLUMNS, need);
		return 0;
	}
	struct frame frame = {.columns = columns ? columns : need};
	frame.width = frame.columns;
	struct placer placer = {
		.reader = reader,
		.owners = arena_new_array(reader->arena, int, frame.width),
	};
	place_bands(&placer, &frame, all);
	return placer.failed ? 0 : frame.width;
}
