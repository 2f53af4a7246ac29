/* Forms: bands of explicit cells, of rows for lists, side by side, with labels. */
#include "base/language.h"
#include "layout/read_cells.h"

#include <string.h>

enum {
	MOST_BLANK = 1000
};

/* What the bands of a form know of it. */
struct form_reader {
	const struct layout_reader *reader;
	const struct table_layout *table;
};

static bool read_bands(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *around);

static struct cell_reader cells_of(
	const struct form_reader *form, const struct scope_type *scope)
{
	return (struct cell_reader){form->reader, form->table->style, scope, NULL};
}

/* ---- rows ---- */

/* A text alone where a row of heads is expected covers all columns. */
static bool read_only_cell(const struct cell_reader *cells, const struct yaml_node *node,
	bool heads, struct cell_row *row)
{
	struct cell_layout *cell = arena_new(cells->reader->arena, struct cell_layout);
	cell->head = heads;
	bool read = read_explicit_cell(cells, node, cell);
	if (!yaml_get(node, "span")) {
		cell->columns = 0;
	}
	*row = (struct cell_row){cell, read, node->place};
	return read;
}

/* One row, or a list of rows; a NULL node gives none. */
static bool read_rows(const struct cell_reader *cells, const struct yaml_node *node,
	bool heads, struct form_rows *rows)
{
	if (!node) {
		return true;
	}
	bool list = node->kind == YAML_SEQUENCE;
	bool several =
		list && node->item_count > 0 && node->items[0]->kind == YAML_SEQUENCE;
	size_t count = several ? node->item_count : 1;
	bool sound = true;
	rows->list = arena_new_array(cells->reader->arena, struct form_row, count);
	for (size_t i = 0; i < count; i++) {
		struct form_row *row = &rows->list[i];
		const struct yaml_node *item = several ? node->items[i] : node;
		sound &= list ? read_cell_row(cells, item, heads, &row->row)
			      : read_only_cell(cells, item, heads, &row->row);
		row->spans = arena_new_array(
			cells->reader->arena, struct form_span, row->row.count);
	}
	rows->count = count;
	return sound;
}

/* ---- bands by kind ---- */

/* A band with the keys of row bands only: what is left is read as tables read it. */
static const struct yaml_node *rows_node(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const own[] = {"id", "label", "span", "head", "row", "empty",
		"least rows", "total", "height", "grow", NULL};
	const struct yaml_node *rows = yaml_get(node, "rows");
	if (!yaml_get(node, "each") && !yaml_get(node, "fixed") && rows) {
		return rows;
	}
	struct yaml_node *bare = arena_copy(reader->arena, node, sizeof *node);
	struct yaml_entry *entries =
		arena_new_array(reader->arena, struct yaml_entry, node->entry_count);
	bare->entry_count = 0;
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		bool template_rows = entry->value == rows && rows->kind == YAML_SEQUENCE;
		if (!template_rows && !g_strv_contains(own, entry->key->scalar.text)) {
			entries[bare->entry_count++] = *entry;
		}
	}
	bare->entries = entries;
	return bare;
}

/* What is merged covers whole items, so that the next one can join it. */
static bool check_merged(const struct layout_reader *reader, const struct form_rows *rows)
{
	bool sound = true;
	for (size_t i = 0; i < rows->count; i++) {
		const struct cell_row *row = &rows->list[i].row;
		for (size_t j = 0; j < row->count; j++) {
			const struct cell_layout *cell = &row->cells[j];
			bool merged = cell->merge || cell->merge_equal;
			if (merged && cell->rows != (int)rows->count) {
				diagnostics_error(reader->diagnostics, cell->place,
					"layout-merge",
					"有 merge 的格要占满每一项的 %zu 行",
					rows->count);
				sound = false;
			}
		}
	}
	return sound;
}

/* How many rows there are for items at the least. */
static int read_least(const struct layout_reader *reader, const struct yaml_node *node)
{
	double least = 1;
	if (node && reader_number(reader, node, &least) &&
		!(least >= 0 && least <= MOST_BLANK && least == (int)least)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"least rows 应是 0 至 %d 的整数，写的是“%s”", MOST_BLANK,
			node->scalar.text);
		return 1;
	}
	return (int)least;
}

static bool read_items(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	const struct layout_reader *reader = form->reader;
	const struct yaml_node *rows = yaml_get(node, "rows");
	const struct yaml_node *row = yaml_get(node, "row");
	struct scope_type *inside = arena_copy(reader->arena, scope, sizeof *scope);
	band->kind = FORM_ITEMS;
	band->items = read_row_band(reader, rows_node(reader, node), inside);
	band->empty = reader_template(reader, yaml_get(node, "empty"), scope);
	band->least = read_least(reader, yaml_get(node, "least rows"));
	if (!row && rows && rows->kind == YAML_SEQUENCE) {
		row = rows;
	}
	if (!row) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"each 要有 row：每一项印哪几格");
	}
	struct cell_reader cells = cells_of(form, inside);
	cells.outside = scope;
	return band->items && row && read_rows(&cells, row, false, &band->rows) &&
	       check_merged(reader, &band->rows);
}

static bool read_rows_band(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	const struct yaml_node *row = yaml_get(node, "row");
	const struct cell_reader cells = cells_of(form, scope);
	band->kind = FORM_ROWS;
	return read_rows(&cells, row ? row : yaml_get(node, "rows"), false, &band->rows);
}

/* One cell that covers what is free, with a grid in it. */
static bool read_own_edges(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	struct arena *arena = form->reader->arena;
	struct table_layout *grid = arena_new(arena, struct table_layout);
	struct cell_contents *contents = arena_new(arena, struct cell_contents);
	struct cell_layout *cell = arena_new(arena, struct cell_layout);
	grid->style = form->table->style;
	grid->place = node->place;
	grid->form = read_form(form->reader, node, scope, grid);
	contents->grid = grid;
	contents->flush = true;
	*cell = (struct cell_layout){
		.place = node->place,
		.contents = contents,
		.style = grid->style->cell,
		.vertical = grid->style->vertical,
		.rows = 1,
	};
	band->kind = FORM_ROWS;
	band->rows.list = arena_new(arena, struct form_row);
	band->rows.list->row = (struct cell_row){cell, 1, node->place};
	band->rows.list->spans = arena_new(arena, struct form_span);
	band->rows.count = 1;
	return grid->form != NULL;
}

static bool read_bands_band(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	const struct layout_reader *reader = form->reader;
	const struct yaml_node *own = yaml_get(node, "own edges");
	const struct yaml_node *each = yaml_get(node, "each");
	const struct scope_type *inner = scope;
	band->kind = FORM_BANDS;
	if (own && each) {
		diagnostics_error(reader->diagnostics, each->place, "layout-band",
			"有 own edges 的段不能有 each：写在它的 bands 里");
	}
	if (own && reader_flag(reader, own)) {
		return read_own_edges(form, node, scope, band);
	}
	if (each) {
		struct scope_type *item = arena_new(reader->arena, struct scope_type);
		band->kind = FORM_EACH;
		if (!reader_each(reader, each, scope, &band->each, item)) {
			return false;
		}
		inner = item;
	}
	return read_bands(form, yaml_get(node, "bands"), inner, band);
}

static bool read_beside(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	band->kind = FORM_BESIDE;
	return read_bands(form, yaml_get(node, "beside"), scope, band);
}

typedef bool band_reader(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band);

/* Which reader a band asks for; NULL after reporting that none is, or two are. */
static band_reader *find_reader(
	const struct form_reader *form, const struct yaml_node *node)
{
	const struct yaml_node *rows = yaml_get(node, "rows");
	bool bands = yaml_get(node, "bands");
	bool beside = yaml_get(node, "beside");
	bool explicit = yaml_get(node, "row") || rows;
	bool items = yaml_get(node, "each") || yaml_get(node, "fixed") ||
		     (rows && rows->kind == YAML_MAPPING);
	if (bands + beside + explicit > 1 || (beside && items)) {
		diagnostics_error(form->reader->diagnostics, node->place, "layout-band",
			"一段只写一种：row、rows、bands 和 beside 要分开写");
		return NULL;
	}
	if (!bands && !beside && !explicit && !items) {
		diagnostics_error(form->reader->diagnostics, node->place, "layout-band",
			"看不出这一段有哪些格：要有 row、rows、each、bands 或 beside");
		return NULL;
	}
	return beside  ? read_beside
	       : bands ? read_bands_band
	       : items ? read_items
		       : read_rows_band;
}

/* ---- a band ---- */

/* Reports keys that say nothing of this kind of band. */
static void refuse_keys(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *keys, const char *of)
{
	for (; *keys; keys++) {
		const struct yaml_node *value = yaml_get(node, *keys);
		if (value) {
			diagnostics_error(reader->diagnostics, value->place,
				"layout-band", "%s 只用于 %s", *keys, of);
		}
	}
}

static void check_band_keys(const struct layout_reader *reader,
	const struct yaml_node *node, enum form_band_kind kind)
{
	static const char *const of_items[] = {"empty", "least rows", NULL};
	static const char *const of_own_edges[] = {"widths", NULL};
	static const char *const keys[] = {"id", "when", "label", "span", "head", "row",
		"rows", "each", "total", "empty", "least rows", "bands", "beside",
		"own edges", "widths", "height", "grow", NULL};
	/* Those of bands of rows are checked where these are read. */
	bool of_rows = yaml_get(node, "each") || yaml_get(node, "fixed");
	if (kind != FORM_ITEMS || !of_rows) {
		reader_check_keys(reader, node, keys);
	}
	if (kind != FORM_ITEMS) {
		refuse_keys(reader, node, of_items, "each");
	}
	if (!yaml_get(node, "own edges")) {
		refuse_keys(reader, node, of_own_edges, _("own edges 和整张表单"));
	}
}

static void read_label(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	const struct cell_reader cells = cells_of(form, scope);
	const struct yaml_node *label = yaml_get(node, "label");
	const struct yaml_node *span = yaml_get(node, "span");
	if (!label) {
		band->span = span ? read_cell_span(&cells, span) : 0;
		return;
	}
	struct cell_layout *cell = arena_new(form->reader->arena, struct cell_layout);
	cell->head = true;
	cell->names_rows = true;
	if (!read_explicit_cell(&cells, label, cell)) {
		return;
	}
	cell->columns = span ? read_cell_span(&cells, span) : MAX(cell->columns, 1);
	band->label = cell;
}

static void read_heights(const struct layout_reader *reader, const struct yaml_node *node,
	struct form_band *band)
{
	const struct yaml_node *height = yaml_get(node, "height");
	const struct yaml_node *grow = yaml_get(node, "grow");
	if (height) {
		reader_points(reader, height, &band->height);
	}
	if (grow && reader_number(reader, grow, &band->grow) && band->grow < 0) {
		diagnostics_error(reader->diagnostics, grow->place, "layout-value",
			"grow 不能是负的，写的是“%s”", grow->scalar.text);
		band->grow = 0;
	}
}

static bool read_band(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *band)
{
	const struct layout_reader *reader = form->reader;
	const struct cell_reader cells = cells_of(form, scope);
	band->place = node->place;
	if (node->kind == YAML_SEQUENCE) {
		band->kind = FORM_ROWS;
		return read_rows(&cells, node, false, &band->rows);
	}
	band_reader *read =
		reader_is_mapping(reader, node) ? find_reader(form, node) : NULL;
	if (!read) {
		return false;
	}
	bool sound = read(form, node, scope, band);
	check_band_keys(reader, node, band->kind);
	if (band->kind != FORM_ITEMS) {
		band->when = reader_condition(reader, yaml_get(node, "when"), scope);
	}
	read_label(form, node, scope, band);
	read_heights(reader, node, band);
	sound &= read_rows(&cells, yaml_get(node, "head"), true, &band->head);
	sound &= read_rows(&cells, yaml_get(node, "total"), false, &band->total);
	return sound;
}

static bool read_bands(const struct form_reader *form, const struct yaml_node *node,
	const struct scope_type *scope, struct form_band *around)
{
	const struct layout_reader *reader = form->reader;
	if (node->kind != YAML_SEQUENCE || node->item_count == 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			node->kind == YAML_SEQUENCE ? N_("此处应是各段的列表，这里是空的")
						    : N_("此处应是各段的列表"));
		return false;
	}
	bool sound = true;
	reader_check_ids(reader, node);
	around->bands =
		arena_new_array(reader->arena, struct form_band, node->item_count);
	around->band_count = node->item_count;
	for (size_t i = 0; i < node->item_count; i++) {
		sound &= read_band(form, node->items[i], scope, &around->bands[i]);
	}
	return sound;
}

/* ---- a form ---- */

/* The widths of the columns that are said; how many go to *count. */
static struct form_width *read_form_widths(
	const struct layout_reader *reader, const struct yaml_node *node, size_t *count)
{
	const struct yaml_node *list = reader_list(reader, node, "widths");
	*count = list ? list->item_count : 0;
	struct form_width *widths =
		arena_new_array(reader->arena, struct form_width, *count);
	for (size_t i = 0; i < *count; i++) {
		const struct yaml_node *item = list->items[i];
		if (g_strcmp0(yaml_text(item), "~") != 0) {
			widths[i].said =
				reader_column_width(reader, item, &widths[i].width);
		}
	}
	return widths;
}

const struct form_layout *read_form(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct table_layout *table)
{
	const struct form_reader form = {reader, table};
	struct form_band all = {.kind = FORM_BANDS, .place = node->place};
	size_t written;
	struct form_width *widths = read_form_widths(reader, node, &written);
	if (!read_bands(&form, yaml_get(node, "bands"), scope, &all)) {
		return NULL;
	}
	int columns = place_form(reader, &all, (int)written);
	if (columns == 0) {
		return NULL;
	}
	if (written == 0) {
		widths = arena_new_array(reader->arena, struct form_width, columns);
	}
	struct form_layout *layout = arena_new(reader->arena, struct form_layout);
	*layout = (struct form_layout){all.bands, all.band_count, columns, widths};
	return layout;
}
