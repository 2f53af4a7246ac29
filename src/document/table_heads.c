/* The tree of columns: for each item that some are made for, and the heads over them. */
#include "document/grid.h"

enum {
	COLUMNS_MOST = 500 /* nothing that is printed has so many */
};

const struct scope *grid_column_scope(
	const struct grid_column *column, const struct scope *scope)
{
	if (!column->scope) {
		return scope;
	}
	column->root->outer = scope;
	return column->scope;
}

/* ---- columns ---- */

struct expansion {
	struct grid *grid;
	GHashTable *equal; /* column_layout -> number of its group of equal columns */
};

static const GPtrArray *expand_list(struct expansion *expansion,
	const struct column_layout *layouts, size_t count,
	const struct grid_column *above);

/* The number of a group is that of the layout: columns made from one are one group. */
static int equal_group(struct expansion *expansion, const struct column_layout *layout)
{
	gpointer key = (gpointer)(uintptr_t)layout;
	int group = GPOINTER_TO_INT(g_hash_table_lookup(expansion->equal, key));
	if (group == 0) {
		group = (int)g_hash_table_size(expansion->equal) + 1;
		g_hash_table_insert(expansion->equal, key, GINT_TO_POINTER(group));
	}
	return group;
}

static void measure_column(struct grid_column *column)
{
	for (guint i = 0; i < column->columns->len; i++) {
		const struct grid_column *below = g_ptr_array_index(column->columns, i);
		bool headed = below->layout->head != NULL;
		column->leaves += below->leaves;
		column->depth = MAX(column->depth, below->depth + headed);
	}
}

/* A column with all below it; one that only groups, and has nothing to group, is left
 * out. */
static void add_column(struct expansion *expansion, const struct grid_column *above,
	struct grid_column *column, GPtrArray *list)
{
	const struct column_layout *layout = column->layout;
	struct grid *grid = expansion->grid;
	column->equal_group =
		layout->equal ? equal_group(expansion, layout) : above->equal_group;
	if (layout->column_count == 0) {
		column->columns = arena_pointers(grid->arranger->arena);
		column->leaves = 1;
		g_ptr_array_add(grid->leaves, column);
		g_ptr_array_add(list, column);
		return;
	}
	column->columns =
		expand_list(expansion, layout->columns, layout->column_count, column);
	measure_column(column);
	if (column->leaves > 0) {
		g_ptr_array_add(list, column);
	}
}

static bool has_room(const struct grid *grid)
{
	return grid->leaves->len <= COLUMNS_MOST;
}

static void add_made_columns(struct expansion *expansion,
	const struct column_layout *layout, const struct grid_column *above,
	GPtrArray *list)
{
	struct arranger *arranger = expansion->grid->arranger;
	size_t count;
	const struct value *const *items = clause_items(arranger, &layout->each,
		grid_column_scope(above, expansion->grid->scope), &count);
	for (size_t i = 0; i < count && has_room(expansion->grid); i++) {
		struct grid_column *column =
			arena_new(arranger->arena, struct grid_column);
		struct scope *scope = arena_new(arranger->arena, struct scope);
		scope->outer = above->scope;
		scope->name = layout->each.name;
		scope->value = items[i];
		column->layout = layout;
		column->scope = scope;
		column->root = above->root ? above->root : scope;
		add_column(expansion, above, column, list);
	}
}

static const GPtrArray *expand_list(struct expansion *expansion,
	const struct column_layout *layouts, size_t count,
	const struct grid_column *above)
{
	struct arena *arena = expansion->grid->arranger->arena;
	GPtrArray *list = arena_pointers(arena);
	for (size_t i = 0; i < count && has_room(expansion->grid); i++) {
		if (layouts[i].made) {
			add_made_columns(expansion, &layouts[i], above, list);
			continue;
		}
		struct grid_column *column = arena_new(arena, struct grid_column);
		column->layout = &layouts[i];
		column->scope = above->scope;
		column->root = above->root;
		add_column(expansion, above, column, list);
	}
	return list;
}

bool grid_expand_columns(struct grid *grid)
{
	const struct table_layout *layout = grid->layout;
	struct expansion expansion = {grid, g_hash_table_new(NULL, NULL)};
	struct grid_column all = {0};
	if (layout->equal) {
		all.equal_group = equal_group(&expansion, NULL);
	}
	grid->columns =
		expand_list(&expansion, layout->columns, layout->column_count, &all);
	g_hash_table_destroy(expansion.equal);
	all.columns = grid->columns;
	measure_column(&all);
	grid->head_rows = all.depth;
	if (has_room(grid)) {
		return true;
	}
	diagnostics_limit(grid->arranger->diagnostics, layout->place, "limit-columns",
		"一张表超过 %d 栏", COLUMNS_MOST);
	return false;
}

/* ---- heads ---- */

static void add_head(
	struct grid *grid, const struct grid_column *column, struct table_cell cell)
{
	arrange_cell_text(grid->arranger, column->layout->head,
		grid_column_scope(column, grid->scope), &cell);
	g_array_append_val(grid->cells, cell);
}

/* Heads of some columns from a row down; a column without a head of its own leaves the
 * room to the head above it, or gets an empty cell where its neighbours have heads. */
static void add_heads(struct grid *grid, const GPtrArray *columns, struct table_cell at)
{
	for (guint i = 0; i < columns->len; i++) {
		const struct grid_column *column = g_ptr_array_index(columns, i);
		const struct column_layout *layout = column->layout;
		bool group = column->depth > 0 && !layout->head;
		struct table_cell cell = {
			.row = at.row,
			.column = at.column,
			.row_span = column->depth ? 1 : grid->head_rows - at.row,
			.column_span = column->leaves,
			.head = true,
			.vertical = VERTICAL_MIDDLE,
			.style = layout->head_style,
			.place = layout->place,
		};
		if (!group) {
			add_head(grid, column, cell);
		}
		if (column->depth) {
			struct table_cell next = {
				.row = at.row + !group, .column = at.column};
			add_heads(grid, column->columns, next);
		}
		at.column += cell.column_span;
	}
}

void grid_add_heads(struct grid *grid)
{
	if (grid->head_rows) {
		add_heads(grid, grid->columns, (struct table_cell){0});
	}
}

/* ---- widths ---- */

const struct table_column *grid_make_columns(const struct grid *grid)
{
	struct table_column *columns = arena_new_array(
		grid->arranger->arena, struct table_column, grid->leaves->len);
	for (guint i = 0; i < grid->leaves->len; i++) {
		const struct grid_column *leaf = g_ptr_array_index(grid->leaves, i);
		const struct column_layout *layout = leaf->layout;
		const struct style *text = layout->cell.style;
		double inset =
			column_inset(grid->layout->style, (int)i, (int)grid->leaves->len);
		columns[i] = arrange_column(
			layout->has_width ? &layout->width : NULL, text, inset);
		columns[i].minimum = column_points(layout->minimum, text, inset);
		if (columns[i].kind == COLUMN_CONTENT) {
			columns[i].equal_group = leaf->equal_group;
		}
	}
	return columns;
}
