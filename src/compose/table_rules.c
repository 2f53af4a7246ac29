#include "compose/table_rules.h"

/* A fragment's grid: which cell stands in each place of it. */
struct rule_grid {
	const struct fragment *fragment;
	const struct fragment_edges *edges;
	const struct placed_cell **owners; /* row by row */
	int column_count;
	GArray *rules;
};

static void own_cells(struct rule_grid *grid, const struct band *band, int first_row)
{
	for (int i = 0; i < band->cell_count; i++) {
		const struct placed_cell *cell = &band->cells[i];
		const struct table_cell *source = cell->cell->cell;
		for (int row = first_row + cell->first; row < first_row + cell->end;
			row++) {
			for (int span = 0; span < source->column_span; span++) {
				grid->owners[row * grid->column_count + source->column +
					     span] = cell;
			}
		}
	}
}

/* ---- which strokes there are ---- */

static bool reaches_below(const struct rule_grid *grid, const struct placed_cell *cell)
{
	const struct table_state *next = grid->fragment->next;
	for (int i = 0; next && i < next->open_count; i++) {
		if (next->open[i].cell == cell->cell) {
			return true;
		}
	}
	return false;
}

static const struct placed_cell *owner_at(
	const struct rule_grid *grid, int row, int column)
{
	return grid->owners[row * grid->column_count + column];
}

static bool top_is_open(const struct rule_grid *grid)
{
	const struct fragment *fragment = grid->fragment;
	return fragment->resumed && !fragment->head &&
	       !fragment->table->block->style->close_fragments;
}

static bool foot_is_open(const struct rule_grid *grid)
{
	return grid->fragment->next &&
	       !grid->fragment->table->block->style->close_fragments;
}

/* Where a page break leaves a side open, a cell that ends there still has a rule; the
 * frame's room has to do for it. */
static double open_weight(const struct table_style *style, bool goes_on)
{
	return goes_on ? 0 : MIN(style->inner_rule, style->outer_rule);
}

/* The weight of the rule over a row in a column; 0: none. */
static double weight_above(const struct rule_grid *grid, int row, int column)
{
	const struct table_style *style = grid->fragment->table->block->style;
	if (row == 0) {
		if (!top_is_open(grid)) {
			return style->outer_rule;
		}
		return open_weight(style, owner_at(grid, 0, column)->from_above);
	}
	const struct placed_cell *above = owner_at(grid, row - 1, column);
	if (row == grid->edges->row_count) {
		if (!foot_is_open(grid)) {
			return style->outer_rule;
		}
		return open_weight(style, reaches_below(grid, above));
	}
	return above == owner_at(grid, row, column) ? 0 : style->inner_rule;
}

/* The weight of the rule left of a column in a row; 0: none. */
static double weight_before(const struct rule_grid *grid, int row, int column)
{
	const struct table_style *style = grid->fragment->table->block->style;
	if (column == 0 || column == grid->column_count) {
		return style->outer_rule;
	}
	return owner_at(grid, row, column - 1) == owner_at(grid, row, column)
		       ? 0
		       : style->inner_rule;
}

/* ---- strokes of one weight ---- */

static void add_horizontal(
	const struct rule_grid *grid, int row, int first, int end, double weight)
{
	bool frame = row == 0 || row == grid->edges->row_count;
	double reach = frame ? grid->fragment->table->block->style->outer_rule / 2 : 0;
	double y = grid->edges->y[row];
	struct item_rule rule = {
		.x1 = grid->edges->x[first] - (first == 0 ? reach : 0),
		.x2 = grid->edges->x[end] + (end == grid->column_count ? reach : 0),
		.y1 = y,
		.y2 = y,
		.width = weight,
	};
	g_array_append_val(grid->rules, rule);
}

static void add_horizontals(const struct rule_grid *grid, int row, double weight)
{
	int first = 0;
	while (first < grid->column_count) {
		int end = first;
		while (end < grid->column_count &&
			weight_above(grid, row, end) == weight) {
			end++;
		}
		if (end > first) {
			add_horizontal(grid, row, first, end, weight);
		}
		first = end + 1;
	}
}

static void add_verticals(const struct rule_grid *grid, int column, double weight)
{
	int first = 0;
	while (first < grid->edges->row_count) {
		int end = first;
		while (end < grid->edges->row_count &&
			weight_before(grid, end, column) == weight) {
			end++;
		}
		if (end > first) {
			double x = grid->edges->x[column];
			struct item_rule rule = {.x1 = x,
				.y1 = grid->edges->y[first],
				.x2 = x,
				.y2 = grid->edges->y[end],
				.width = weight};
			g_array_append_val(grid->rules, rule);
		}
		first = end + 1;
	}
}

static void add_weight(const struct rule_grid *grid, double weight)
{
	if (weight <= 0) {
		return;
	}
	for (int row = 0; row <= grid->edges->row_count; row++) {
		add_horizontals(grid, row, weight);
	}
	for (int column = 0; column <= grid->column_count; column++) {
		add_verticals(grid, column, weight);
	}
}

void table_rules(const struct fragment *fragment, const struct fragment_edges *edges,
	GArray *rules)
{
	const struct table_block *block = fragment->table->block;
	struct rule_grid grid = {
		.fragment = fragment,
		.edges = edges,
		.column_count = block->column_count,
		.rules = rules,
	};
	grid.owners = g_new0(const struct placed_cell *,
		(gsize)(edges->row_count * block->column_count));
	if (fragment->head) {
		own_cells(&grid, fragment->head, 0);
	}
	own_cells(&grid, &fragment->body, edges->head_rows);
	double outer = block->style->outer_rule;
	double inner = block->style->inner_rule;
	add_weight(&grid, MIN(inner, outer));
	if (inner < outer || outer < inner) {
		add_weight(&grid, MAX(inner, outer));
	}
	g_free(grid.owners);
}
