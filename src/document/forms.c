/* The bands of a form over the plan -> a grid of cells that tile it.
 *
 *     label | head |          Columns are the layout's; rows come from top to bottom,
 *           +------+          those of a list as many as it has items. A band says how
 *           | item |          many rows it made; its label spans them all, and bands
 *           | item |          beside each other are padded to the longest.
 */
#include "document/row_bands.h"

#include <string.h>

enum {
	BLANK_ITEMS = 3 /* of a list in an empty form */
};

struct form {
	struct arranger *arranger;
	const struct table_layout *layout;
	GArray *cells; /* struct table_cell */
	GArray *rows;  /* struct table_row */
	int beside;    /* bands around that stand beside others */
};

static int arrange_band(struct form *form, const struct form_band *band,
	const struct scope *scope, int row);

/* ---- cells ---- */

static struct table_row *row_at(struct form *form, int row)
{
	if (row >= (int)form->rows->len) {
		g_array_set_size(form->rows, (guint)row + 1);
	}
	return &g_array_index(form->rows, struct table_row, row);
}

static void add_cell(struct form *form, const struct cell_layout *layout,
	struct table_cell cell, const struct scope *scope)
{
	arrange_cell(form->arranger, layout, scope, &cell);
	row_at(form, cell.row + cell.row_span - 1);
	g_array_append_val(form->cells, cell);
}

static struct table_cell cell_at(int row, int rows, struct form_span span)
{
	return (struct table_cell){
		.row = row,
		.column = span.column,
		.row_span = rows,
		.column_span = span.columns,
	};
}

static void add_blank(
	struct form *form, const struct cell_layout *like, int row, struct form_span span)
{
	const struct cell_layout blank = {
		.place = like->place,
		.style = like->style,
		.vertical = like->vertical,
	};
	add_cell(form, &blank, cell_at(row, like->rows, span), NULL);
}

/* ---- rows ---- */

static int add_rows(struct form *form, const struct form_rows *rows,
	const struct scope *scope, int row)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct form_row *each = &rows->list[i];
		for (size_t j = 0; j < each->row.count; j++) {
			const struct cell_layout *cell = &each->row.cells[j];
			struct table_cell at =
				cell_at(row + (int)i, cell->rows, each->spans[j]);
			add_cell(form, cell, at, scope);
		}
	}
	return (int)rows->count;
}

/* A cell of the items at hand, to which the next one may be joined. */
struct item_cell {
	GString *text;
	const struct value *within;
};

/* Whether a cell's text is that of the cell added last, by the same items around. */
static bool joins_last(struct form *form, const struct cell_layout *cell,
	const struct scope *scope, struct item_cell *last)
{
	struct arranger *arranger = form->arranger;
	const char *text =
		cell->text ? template_string(cell->text, scope, arrange_scratch(arranger),
				     arranger->diagnostics)
			   : "";
	const struct value *within =
		cell->within ? scope_item(scope, cell->within) : NULL;
	bool joins =
		*text && within == last->within && strcmp(text, last->text->str) == 0;
	last->within = within;
	g_string_assign(last->text, text);
	return joins;
}

/* A cell of each item, or of each that its merging names. */
static void add_item_cells(struct form *form, const struct cell_layout *cell,
	struct table_cell first, const GPtrArray *items, int rows_each)
{
	struct item_cell last = {.text = g_string_new(NULL)};
	for (guint i = 0; i < items->len;) {
		const struct scope *scope = g_ptr_array_index(items, i);
		int merged = rows_of_one_item(items, cell->merge, i);
		struct table_cell at = first;
		at.row += (int)i * rows_each;
		at.row_span += (merged - 1) * rows_each;
		if (cell->merge_equal && joins_last(form, cell, scope, &last)) {
			g_array_index(
				form->cells, struct table_cell, form->cells->len - 1)
				.row_span += rows_each;
		} else {
			add_cell(form, cell, at, scope);
		}
		i += (guint)merged;
	}
	g_string_free(last.text, TRUE);
	if (items->len) {
		row_at(form, first.row + ((int)items->len - 1) * rows_each +
				     first.row_span - 1);
	}
}

static void add_empty(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	const struct table_style *style = form->layout->style;
	const struct cell_layout cell = {
		.place = band->place,
		.text = band->empty,
		.style = style->head,
		.vertical = VERTICAL_MIDDLE,
	};
	add_cell(form, &cell, cell_at(row, 1, band->body), scope);
}

static void add_blank_item(struct form *form, const struct form_band *band, int row)
{
	for (size_t i = 0; i < band->rows.count; i++) {
		const struct form_row *each = &band->rows.list[i];
		for (size_t j = 0; j < each->row.count; j++) {
			add_blank(
				form, &each->row.cells[j], row + (int)i, each->spans[j]);
		}
	}
}

static int add_items(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	struct arranger *arranger = form->arranger;
	int rows_each = (int)band->rows.count;
	const GPtrArray *items = arrange_rows(arranger, band->items, scope);
	if (!arrange_within_rows(
		    arranger, form->layout, (int64_t)items->len * rows_each + row)) {
		return 0;
	}
	for (int i = 0; i < rows_each; i++) {
		const struct form_row *each = &band->rows.list[i];
		for (size_t j = 0; j < each->row.count; j++) {
			const struct cell_layout *cell = &each->row.cells[j];
			add_item_cells(form, cell,
				cell_at(row + i, cell->rows, each->spans[j]), items,
				rows_each);
		}
	}
	if (items->len == 0 && band->empty) {
		add_empty(form, band, scope, row);
		return 1;
	}
	int count = (int)items->len;
	bool blank = count == 0 && form->arranger->blank;
	int least = blank ? MAX(band->least, BLANK_ITEMS) : band->least;
	for (; count < least; count++) {
		add_blank_item(form, band, row + count * rows_each);
	}
	return count * rows_each;
}

/* ---- bands ---- */

static int add_bands(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	int count = 0;
	for (size_t i = 0; i < band->band_count; i++) {
		count += arrange_band(form, &band->bands[i], scope, row + count);
	}
	return count;
}

static int add_each(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	struct arranger *arranger = form->arranger;
	size_t items;
	const struct value *const *list =
		clause_items(arranger, &band->each, scope, &items);
	int count = 0;
	for (size_t i = 0; i < items; i++) {
		const struct scope inner = {
			.outer = scope, .name = band->each.name, .value = list[i]};
		if (!arrange_within_rows(arranger, form->layout, row + count)) {
			break;
		}
		count += add_bands(form, band, &inner, row + count);
	}
	return count;
}

/* A row that begins a group stands again over it on every page, which cells of other
 * bands in that row must not: the heads of bands beside each other stand again only
 * together. */
static void mark_heads(struct form *form, const struct form_band *band, int row, int end)
{
	for (int i = 0; i < (int)band->head.count; i++) {
		struct table_row *head = row_at(form, row + i);
		head->group_rows = end - row - i - 1;
		head->with_next = true;
	}
}

static void mark_heads_beside(
	struct form *form, const struct form_band *band, int row, int end)
{
	const struct form_band *first = &band->bands[0];
	for (size_t i = 0; i < band->band_count; i++) {
		if (band->bands[i].head.count != first->head.count ||
			band->bands[i].when) {
			return;
		}
	}
	mark_heads(form, first, row, end);
}

/* The label of a band that is padded spans what pads it. */
static void extend_label(
	struct form *form, const struct form_band *band, int row, int rows)
{
	for (guint i = form->cells->len; i > 0; i--) {
		struct table_cell *cell =
			&g_array_index(form->cells, struct table_cell, i - 1);
		if (cell->row == row && cell->column == band->label_span.column) {
			cell->row_span = rows;
			return;
		}
	}
}

/* Blank cells under a band, as wide as those above, down to the end of the longest. */
static void pad_band(
	struct form *form, const struct form_band *band, int row, int rows, int longest)
{
	const struct table_style *style = form->layout->style;
	const struct cell_layout pad = {
		.place = band->place,
		.style = style->cell,
		.vertical = style->vertical,
		.rows = 1,
	};
	bool labelled = band->label && rows > 0;
	if (labelled) {
		extend_label(form, band, row, longest);
	}
	for (size_t i = 0; i < band->tail_count; i++) {
		bool under_label = band->tail[i].column < band->body.column;
		for (int j = rows; j < longest && !(labelled && under_label); j++) {
			add_blank(form, &pad, row + j, band->tail[i]);
		}
	}
}

static int add_beside(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	int *counts = g_new(int, band->band_count);
	int longest = 0;
	form->beside++;
	for (size_t i = 0; i < band->band_count; i++) {
		counts[i] = arrange_band(form, &band->bands[i], scope, row);
		longest = MAX(longest, counts[i]);
	}
	form->beside--;
	for (size_t i = 0; i < band->band_count; i++) {
		pad_band(form, &band->bands[i], row, counts[i], longest);
	}
	g_free(counts);
	if (!form->beside && longest) {
		mark_heads_beside(form, band, row, row + longest);
	}
	return longest;
}

static int add_body(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	switch (band->kind) {
	case FORM_ROWS:
		return add_rows(form, &band->rows, scope, row);
	case FORM_ITEMS:
		return add_items(form, band, scope, row);
	case FORM_BANDS:
		return add_bands(form, band, scope, row);
	case FORM_EACH:
		return add_each(form, band, scope, row);
	case FORM_BESIDE:
		return add_beside(form, band, scope, row);
	}
	return 0;
}

static void mark_heights(
	struct form *form, const struct form_band *band, int row, int end)
{
	for (int i = row; i < end; i++) {
		struct table_row *each = row_at(form, i);
		each->minimum = MAX(each->minimum, (float)band->height);
		each->grow = MAX(each->grow, (float)band->grow);
	}
}

/* Arranges a band from a row down; gives the number of its rows. One without rows of its
 * own has neither head nor label. */
static int arrange_band(struct form *form, const struct form_band *band,
	const struct scope *scope, int row)
{
	struct arranger *arranger = form->arranger;
	if (band->when &&
		!expr_holds(band->when, scope, arranger->arena, arranger->diagnostics)) {
		return 0;
	}
	int body = row + (int)band->head.count;
	int end = body + add_body(form, band, scope, body);
	if (end == body) {
		return 0;
	}
	add_rows(form, &band->head, scope, row);
	mark_heights(form, band, body, end);
	if (!form->beside && band->head.count) {
		mark_heads(form, band, row, end);
	}
	if (!form->beside && band->total.count) {
		row_at(form, end - 1)->with_next = true;
	}
	end += add_rows(form, &band->total, scope, end);
	if (band->label) {
		add_cell(form, band->label, cell_at(row, end - row, band->label_span),
			scope);
	}
	return end - row;
}

/* ---- the form ---- */

static const struct table_column *make_columns(const struct form *form)
{
	const struct table_style *style = form->layout->style;
	const struct form_layout *layout = form->layout->form;
	struct table_column *columns = arena_new_array(
		form->arranger->arena, struct table_column, layout->columns);
	for (int i = 0; i < layout->columns; i++) {
		const struct form_width *width = &layout->widths[i];
		columns[i] = arrange_column(width->said ? &width->width : NULL,
			style->cell, column_inset(style, i, layout->columns));
	}
	return columns;
}

void arrange_form(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope)
{
	struct form form = {
		.arranger = arranger,
		.layout = table,
		.cells = arena_values(arranger->arena, sizeof(struct table_cell)),
		.rows = arena_values(arranger->arena, sizeof(struct table_row)),
	};
	const struct form_band all = {
		.kind = FORM_BANDS,
		.bands = table->form->bands,
		.band_count = table->form->band_count,
	};
	int rows = arrange_band(&form, &all, scope, 0);
	if (rows == 0 || !arrange_within_rows(arranger, table, rows)) {
		return;
	}
	sort_cells(form.cells);
	struct table_block *block = arrange_table_block(arranger, table, scope);
	arranger->block_count += rows;
	block->columns = make_columns(&form);
	block->column_count = table->form->columns;
	block->rows = (const struct table_row *)(const void *)form.rows->data;
	block->row_count = rows;
	block->cells = (const struct table_cell *)(const void *)form.cells->data;
	block->cell_count = (int)form.cells->len;
}
