/* The cells of a table's body: those of columns, which merge what rows share, and those
 * of rows that the layout writes out. */
#include "document/grid.h"

#include <string.h>

/* ---- explicit rows ---- */

struct filling {
	struct grid *grid;
	guint row;
	guint column; /* the next that is free */
	bool *left;   /* columns that have their own cells; NULL: none so far */
	bool beyond;  /* a part did not fit, which has been reported */
};

/* The columns that a part takes; 0 after reporting that there are not so many. */
static guint part_width(struct filling *filling, const struct row_part *part, int columns)
{
	const struct grid *grid = filling->grid;
	guint rest = grid->leaves->len - filling->column;
	guint width = columns ? (guint)columns : rest;
	if (width >= 1 && width <= rest) {
		return width;
	}
	diagnostics_error(grid->arranger->diagnostics, part->place, "layout-cells-beyond",
		"表只有 %u 栏，这一格占到了第 %u 栏", grid->leaves->len,
		filling->column + MAX(width, 1));
	filling->beyond = true;
	return 0;
}

/* Units and points below each other hold for a column's totals too. */
static const struct cell_contents *number_contents(
	struct arena *arena, const struct cell_contents *column)
{
	struct cell_contents *contents = arena_new(arena, struct cell_contents);
	contents->unit = column->unit;
	contents->decimal = column->decimal;
	return contents;
}

/* The look of a column's own cells. */
static void take_look(struct grid *grid, guint index, struct cell_layout *cell)
{
	struct grid_column *column = g_ptr_array_index(grid->leaves, index);
	const struct cell_layout *own = &column->layout->cell;
	bool numbers = own->contents && (own->contents->decimal || own->contents->unit);
	cell->style = own->style;
	cell->vertical = own->vertical;
	if (!cell->contents && numbers) {
		if (!column->numbers) {
			column->numbers =
				number_contents(grid->arranger->arena, own->contents);
		}
		cell->contents = column->numbers;
	}
}

static void add_explicit_cell(
	struct filling *filling, const struct row_part *part, const struct scope *scope)
{
	struct grid *grid = filling->grid;
	guint width = part_width(filling, part, part->cell.columns);
	if (width == 0) {
		return;
	}
	struct table_cell cell = {
		.row = grid->head_rows + (int)filling->row,
		.column = (int)filling->column,
		.row_span = 1,
		.column_span = (int)width,
	};
	struct cell_layout layout = part->cell;
	if (part->as_column && width == 1) {
		take_look(grid, filling->column, &layout);
	}
	arrange_cell(grid->arranger, &layout, scope, &cell);
	g_array_append_val(grid->cells, cell);
	filling->column += width;
}

static void leave_columns(struct filling *filling, const struct row_part *part)
{
	const struct grid *grid = filling->grid;
	guint width = part_width(filling, part, part->columns);
	if (!filling->left) {
		filling->left =
			arena_new_array(grid->arranger->arena, bool, grid->leaves->len);
	}
	for (guint i = 0; i < width; i++) {
		filling->left[filling->column++] = true;
	}
}

static void add_parts(struct filling *filling, const struct row_part *parts, size_t count,
	const struct scope *scope);

static void add_parts_each(
	struct filling *filling, const struct row_part *part, const struct scope *scope)
{
	size_t count;
	const struct value *const *items =
		clause_items(filling->grid->arranger, &part->each, scope, &count);
	for (size_t i = 0; i < count && !filling->beyond; i++) {
		const struct scope inner = {
			.outer = scope,
			.name = part->each.name,
			.value = items[i],
		};
		add_parts(filling, part->parts, part->part_count, &inner);
	}
}

static void add_parts(struct filling *filling, const struct row_part *parts, size_t count,
	const struct scope *scope)
{
	for (size_t i = 0; i < count && !filling->beyond; i++) {
		switch (parts[i].kind) {
		case ROW_CELL:
			add_explicit_cell(filling, &parts[i], scope);
			break;
		case ROW_LEAVE:
			leave_columns(filling, &parts[i]);
			break;
		case ROW_EACH:
			add_parts_each(filling, &parts[i], scope);
			break;
		}
	}
}

/* A cell over all columns from one on. */
static struct table_cell cell_to_end(const struct grid *grid, guint row, guint column)
{
	return (struct table_cell){
		.row = grid->head_rows + (int)row,
		.column = (int)column,
		.row_span = 1,
		.column_span = (int)(grid->leaves->len - column),
		.vertical = VERTICAL_MIDDLE,
		.style = grid->layout->style->head,
		.place = grid->layout->place,
	};
}

/* Whatever the layout says, the cells cover the row. */
static void add_explicit_row(struct grid *grid, guint index)
{
	struct body_row *row = grid_row_at(grid, index);
	struct filling filling = {.grid = grid, .row = index};
	add_parts(&filling, row->layout->parts, row->layout->part_count, row->scope);
	row->left = filling.left;
	if (filling.column == grid->leaves->len) {
		return;
	}
	struct table_cell cell = cell_to_end(grid, index, filling.column);
	arrange_cell_text(grid->arranger, NULL, row->scope, &cell);
	g_array_append_val(grid->cells, cell);
	if (!filling.beyond) {
		diagnostics_error(grid->arranger->diagnostics, row->layout->place,
			"layout-cells-missing", "表有 %u 栏，这一行的格只占了 %u 栏",
			grid->leaves->len, filling.column);
	}
}

static void add_empty_row(struct grid *grid, guint row)
{
	struct table_cell cell = cell_to_end(grid, row, 0);
	arrange_cell_text(grid->arranger, grid->layout->empty, grid->scope, &cell);
	g_array_append_val(grid->cells, cell);
}

/* ---- columns ---- */

bool grid_row_has_own(const struct grid *grid, guint row, guint column)
{
	const struct body_row *at = grid_row_at(grid, row);
	return at->kind == BODY_ITEM || (at->left && at->left[column]);
}

struct body_row *grid_row_at(const struct grid *grid, guint row)
{
	return &g_array_index(grid->rows, struct body_row, row);
}

static const struct value *bound(const struct grid *grid, guint row, const char *name)
{
	return scope_item(grid_row_at(grid, row)->scope, name);
}

guint grid_merged_rows(const struct grid *grid, guint column, guint row)
{
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, column);
	const char *name = leaf->layout->merge;
	const struct value *item = name ? bound(grid, row, name) : NULL;
	if (!item) {
		return 1; /* absent items have nothing in common */
	}
	guint end = row + 1;
	while (end < grid->rows->len && grid_row_has_own(grid, end, column) &&
		bound(grid, end, name) == item) {
		end++;
	}
	return end - row;
}

/* The cell above, to which one of equal text may be added. */
struct equal_cell {
	GString *text;
	const struct value *within; /* the item that both must come from */
	guint cell;                 /* its index */
	guint end;                  /* the row below it; 0: there is none above */
};

/* Whether a cell's text is that of the cell above, to which it is then added. */
static bool joins_above(
	struct grid *grid, guint column, guint row, struct equal_cell *above)
{
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, column);
	const struct column_layout *layout = leaf->layout;
	const struct scope *scope =
		grid_column_scope(leaf, grid_row_at(grid, row)->scope);
	const char *text = layout->cell.text ? template_string(layout->cell.text, scope,
						       arrange_scratch(grid->arranger),
						       grid->arranger->diagnostics)
					     : "";
	const struct value *within =
		layout->within ? bound(grid, row, layout->within) : NULL;
	bool joins = above->end == row && row > 0 && *text && within == above->within &&
		     strcmp(text, above->text->str) == 0;
	if (joins) {
		g_array_index(grid->cells, struct table_cell, above->cell).row_span++;
	} else {
		above->cell = grid->cells->len;
		above->within = within;
		g_string_assign(above->text, text);
	}
	above->end = row + 1;
	return joins;
}

static void add_column_cell(struct grid *grid, guint column, guint row, guint span)
{
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, column);
	const struct body_row *at = grid_row_at(grid, row);
	const struct cell_layout *layout = &leaf->layout->cell;
	struct table_cell cell = {
		.row = grid->head_rows + (int)row,
		.column = (int)column,
		.row_span = (int)span,
		.column_span = 1,
		.vertical = layout->vertical,
		.style = layout->style,
		.place = layout->place,
	};
	if (at->kind == BODY_BLANK) {
		arrange_cell_text(grid->arranger, NULL, NULL, &cell);
	} else {
		arrange_cell(grid->arranger, layout, grid_column_scope(leaf, at->scope),
			&cell);
	}
	g_array_append_val(grid->cells, cell);
}

static void add_column_cells(struct grid *grid, guint column)
{
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, column);
	struct equal_cell above = {.text = g_string_new(NULL)};
	for (guint row = 0; row < grid->rows->len;) {
		bool blank = grid_row_at(grid, row)->kind == BODY_BLANK;
		bool own = grid_row_has_own(grid, row, column);
		guint span = own ? grid_merged_rows(grid, column, row) : 1;
		bool joins = own && leaf->layout->merge_equal &&
			     joins_above(grid, column, row, &above);
		if (blank || (own && !joins)) {
			add_column_cell(grid, column, row, span);
		}
		row += span;
	}
	g_string_free(above.text, TRUE);
}

void grid_add_cells(struct grid *grid)
{
	for (guint row = 0; row < grid->rows->len; row++) {
		enum body_row_kind kind = grid_row_at(grid, row)->kind;
		if (kind == BODY_EXPLICIT) {
			add_explicit_row(grid, row);
		} else if (kind == BODY_EMPTY) {
			add_empty_row(grid, row);
		}
	}
	for (guint column = 0; column < grid->leaves->len; column++) {
		add_column_cells(grid, column);
	}
}
