/* Bands of rows, and the rows that the layout writes out above and below them. */
#include "base/language.h"
#include "layout/table_reader.h"

#include <string.h>

/* ---- explicit rows ---- */

static bool read_parts(const struct cell_reader *cells, const struct yaml_node *node,
	const struct row_part **parts, size_t *count);

/* A number of columns, or `rest`: 0. */
static int read_columns_left(
	const struct cell_reader *cells, const struct yaml_node *node)
{
	bool rest = g_strcmp0(yaml_text(node), "rest") == 0;
	return rest ? 0 : read_cell_span(cells, node);
}

static bool read_leave(const struct cell_reader *cells, const struct yaml_node *node,
	struct row_part *part)
{
	static const char *const keys[] = {"leave", NULL};
	part->kind = ROW_LEAVE;
	part->columns = read_columns_left(cells, yaml_get(node, "leave"));
	return reader_check_keys(cells->reader, node, keys);
}

static bool read_part_each(const struct cell_reader *cells, const struct yaml_node *node,
	struct row_part *part)
{
	static const char *const keys[] = {"each", "cells", NULL};
	struct cell_reader inner = *cells;
	struct scope_type *scope = arena_new(cells->reader->arena, struct scope_type);
	part->kind = ROW_EACH;
	inner.scope = scope;
	const struct yaml_node *list = yaml_get(node, "cells");
	if (!list) {
		diagnostics_error(cells->reader->diagnostics, node->place,
			"layout-missing", "each 要有 cells：每一项是哪些格");
	}
	return reader_check_keys(cells->reader, node, keys) && list &&
	       reader_each(cells->reader, yaml_get(node, "each"), cells->scope,
		       &part->each, scope) &&
	       read_parts(&inner, list, &part->parts, &part->part_count);
}

/* Whether a cell says nothing of its look. */
static bool looks_as_column(const struct yaml_node *node)
{
	static const char *const keys[] = {
		"style", "align", "vertical", "head", "stacked"};
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (yaml_get(node, keys[i])) {
			return false;
		}
	}
	return true;
}

static bool read_part_cell(const struct cell_reader *cells, const struct yaml_node *node,
	struct row_part *part)
{
	part->kind = ROW_CELL;
	part->as_column = looks_as_column(node);
	if (!read_explicit_cell(cells, node, &part->cell)) {
		return false;
	}
	if (part->cell.rows != 1) {
		diagnostics_error(cells->reader->diagnostics,
			yaml_get(node, "rows")->place, "layout-cells-beyond",
			"这一行单独成行，格子不能跨行");
	}
	return true;
}

static bool read_parts(const struct cell_reader *cells, const struct yaml_node *node,
	const struct row_part **parts, size_t *count)
{
	if (node->kind != YAML_SEQUENCE || node->item_count == 0) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			node->kind == YAML_SEQUENCE ? N_("一行至少有一格，这里是空的")
						    : N_("一行应是各格的列表"));
		return false;
	}
	struct row_part *list =
		arena_new_array(cells->reader->arena, struct row_part, node->item_count);
	bool sound = true;
	reader_check_ids(cells->reader, node);
	for (size_t i = 0; i < node->item_count; i++) {
		const struct yaml_node *item = node->items[i];
		list[i].place = item->place;
		sound &= yaml_get(item, "leave")  ? read_leave(cells, item, &list[i])
			 : yaml_get(item, "each") ? read_part_each(cells, item, &list[i])
						  : read_part_cell(cells, item, &list[i]);
	}
	*parts = list;
	*count = node->item_count;
	return sound;
}

/* Its cells, or these with a condition. */
static bool read_row(const struct cell_reader *cells, const struct yaml_node *node,
	struct row_layout *row)
{
	static const char *const keys[] = {"id", "when", "cells", NULL};
	const struct yaml_node *list = node;
	row->place = node->place;
	if (node->kind == YAML_MAPPING) {
		reader_check_keys(cells->reader, node, keys);
		row->when = reader_condition(
			cells->reader, yaml_get(node, "when"), cells->scope);
		list = yaml_get(node, "cells");
	}
	if (!list) {
		diagnostics_error(cells->reader->diagnostics, node->place,
			"layout-missing", "这一行要有 cells：各格的列表");
		return false;
	}
	return read_parts(cells, list, &row->parts, &row->part_count);
}

static bool is_list_of_rows(const struct yaml_node *node)
{
	return node->kind == YAML_SEQUENCE && node->item_count > 0 &&
	       (node->items[0]->kind == YAML_SEQUENCE ||
		       yaml_get(node->items[0], "cells")) &&
	       !yaml_get(node->items[0], "each");
}

struct rows_layout read_explicit_rows(
	const struct cell_reader *cells, const struct yaml_node *node)
{
	struct rows_layout rows = {0};
	if (!node) {
		return rows;
	}
	bool several = is_list_of_rows(node);
	size_t count = several ? node->item_count : 1;
	struct row_layout *list =
		arena_new_array(cells->reader->arena, struct row_layout, count);
	if (several) {
		reader_check_ids(cells->reader, node);
	}
	for (size_t i = 0; i < count; i++) {
		rows.count += read_row(
			cells, several ? node->items[i] : node, &list[rows.count]);
	}
	rows.list = list;
	return rows;
}

/* ---- bands ---- */

static bool read_source(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *outer, struct row_band *band, struct scope_type *inner)
{
	const struct yaml_node *each = yaml_get(node, "each");
	const struct yaml_node *fixed = yaml_get(node, "fixed");
	if (!each == !fixed) {
		diagnostics_error(reader->diagnostics, node->place,
			each ? "layout-value" : "layout-missing",
			each ? N_("rows 有了 each 就不能再有 fixed")
			     : N_("rows 要有 each：每行取自哪个列表"));
		return false;
	}
	if (each) {
		return reader_each(reader, each, outer, &band->each, inner);
	}
	band->fixed = read_fixed(reader, fixed, outer, &band->each, inner);
	return band->fixed != NULL;
}

/* What the layout writes out around a band and its items. */
static void read_around(const struct layout_reader *reader,
	const struct table_style *style, const struct yaml_node *node,
	const struct scope_type *item, struct row_band *band)
{
	const struct cell_reader around = {
		.reader = reader, .style = style, .scope = item->outer};
	const struct cell_reader inside = {
		.reader = reader, .style = style, .scope = item};
	band->first = read_explicit_rows(&around, yaml_get(node, "first"));
	band->last = read_explicit_rows(&around, yaml_get(node, "last"));
	band->head = read_explicit_rows(&inside, yaml_get(node, "head"));
	band->foot = read_explicit_rows(&inside, yaml_get(node, "foot"));
}

const struct row_band *read_table_band(const struct layout_reader *reader,
	const struct table_style *style, const struct yaml_node *node,
	struct scope_type *scope)
{
	static const char *const keys[] = {"each", "fixed", "where", "when", "rows",
		"first", "last", "head", "foot", NULL};
	static const char *const bare_keys[] = {
		"each", "fixed", "where", "when", "rows", NULL};
	if (!reader_is_mapping(reader, node)) {
		return NULL;
	}
	reader_check_keys(reader, node, style ? keys : bare_keys);
	struct row_band *band = arena_new(reader->arena, struct row_band);
	/* Scopes outlive the reading of their band: columns are checked in the innermost.
	 */
	struct scope_type *outer = arena_copy(reader->arena, scope, sizeof *scope);
	if (!read_source(reader, node, outer, band, scope)) {
		return NULL;
	}
	struct scope_type *item = arena_copy(reader->arena, scope, sizeof *scope);
	const struct yaml_node *where = yaml_get(node, "where");
	band->where = reader_condition(reader, where, item);
	band->where_place = where ? where->place : node->place;
	band->when = reader_condition(reader, yaml_get(node, "when"), item);
	if (style) {
		read_around(reader, style, node, item, band);
	}
	const struct yaml_node *rows = yaml_get(node, "rows");
	if (rows) {
		band->rows = read_table_band(reader, style, rows, scope);
	}
	return rows && !band->rows ? NULL : band;
}

const struct row_band *read_row_band(const struct layout_reader *reader,
	const struct yaml_node *node, struct scope_type *scope)
{
	return read_table_band(reader, NULL, node, scope);
}

/* ---- whether explicit rows fit the columns ---- */

static void check_row(
	const struct layout_reader *reader, const struct row_layout *row, int columns)
{
	int at = 0;
	for (size_t i = 0; i < row->part_count; i++) {
		const struct row_part *part = &row->parts[i];
		if (part->kind == ROW_EACH) {
			return; /* the plan decides */
		}
		int width = part->kind == ROW_CELL ? part->cell.columns : part->columns;
		at += width ? width : MAX(columns - at, 1);
		if (at > columns) {
			diagnostics_error(reader->diagnostics, part->place,
				"layout-cells-beyond",
				"表只有 %d 栏，这一格占到了第 %d 栏", columns, at);
			return;
		}
	}
	if (at < columns) {
		diagnostics_error(reader->diagnostics, row->place, "layout-cells-missing",
			"表有 %d 栏，这一行的格只占了 %d 栏", columns, at);
		diagnostics_hint(
			reader->diagnostics, "最后一格写 span: rest，就占满余下的栏");
	}
}

void check_explicit_rows(
	const struct layout_reader *reader, const struct row_band *band, int columns)
{
	for (; band; band = band->rows) {
		const struct rows_layout *const lists[] = {
			&band->first, &band->last, &band->head, &band->foot};
		for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
			for (size_t j = 0; j < lists[i]->count; j++) {
				check_row(reader, &lists[i]->list[j], columns);
			}
		}
	}
}
