#include "compose/table_rules.h"

/* A fragment's grid: which cell stands in each place of it, and from that the weight of
 * the rule on each unit edge. */
struct rule_grid {
	const struct fragment *fragment;
	const struct fragment_edges *edges;
	const struct placed_cell **owners; /* row by row */
	double *across; /* row_count + 1 times column_count: rules above places */
	double *down;   /* row_count times column_count + 1: rules left of them */
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

static const struct placed_cell *owner_at(
	const struct rule_grid *grid, int row, int column)
{
	return grid->owners[row * grid->column_count + column];
}

/* ---- what cells say ---- */

/* What is said of an edge: nothing, or a weight. */
struct wish {
	bool said;
	double weight;
};

static struct wish wish_of(const struct placed_cell *cell, enum cell_edge edge)
{
	const struct cell_manner *manner = cell->cell->cell->manner;
	return manner && manner->has_weight[edge]
		       ? (struct wish){true, manner->weights[edge]}
		       : (struct wish){false, 0};
}

/* A cell's own weight wins over the style's, also where it is none; of two cells' the
 * heavier one. */
static double resolve(struct wish one, struct wish other, double style)
{
	if (one.said && other.said) {
		return MAX(one.weight, other.weight);
	}
	if (one.said || other.said) {
		return one.said ? one.weight : other.weight;
	}
	return style;
}

/* Where a page parts a cell without any rule of its own, it gets none there either. */
static bool is_bare(const struct placed_cell *cell)
{
	bool bare = true;
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		struct wish wish = wish_of(cell, (enum cell_edge)edge);
		bare = bare && wish.said && wish.weight <= 0;
	}
	return bare;
}

/* ---- rules between rows ---- */

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

/* The rule where a page parts a table, next to a cell of it: the frame's, unless breaks
 * are left open. A cell that ends there has a rule then, too; the frame's room has to do
 * for it. */
static double weight_at_cut(
	const struct rule_grid *grid, const struct placed_cell *cell, bool goes_on)
{
	const struct table_style *style = grid->fragment->table->block->style;
	if (is_bare(cell)) {
		return 0;
	}
	if (style->close_fragments) {
		return style->outer_rule;
	}
	return goes_on ? 0 : MIN(style->across_rule, style->outer_rule);
}

static double weight_at_top(const struct rule_grid *grid, int column)
{
	const struct fragment *fragment = grid->fragment;
	const struct placed_cell *cell = owner_at(grid, 0, column);
	if (fragment->resumed && !fragment->head) {
		return weight_at_cut(grid, cell, cell->from_above);
	}
	return resolve(wish_of(cell, EDGE_TOP), (struct wish){0},
		fragment->table->block->style->outer_rule);
}

static bool all_rows_stood(const struct fragment *fragment)
{
	return !fragment->next ||
	       fragment->next->row == fragment->table->block->row_count;
}

static double weight_at_foot(const struct rule_grid *grid, int column)
{
	const struct fragment *fragment = grid->fragment;
	const struct placed_cell *cell =
		owner_at(grid, grid->edges->row_count - 1, column);
	if (!all_rows_stood(fragment)) {
		return weight_at_cut(grid, cell, reaches_below(grid, cell));
	}
	return resolve(wish_of(cell, EDGE_BOTTOM), (struct wish){0},
		fragment->table->block->style->outer_rule);
}

/* Under a head that stands again, what is said of the edge below the row it left is said
 * of another one. */
static double weight_between(const struct rule_grid *grid, int row, int column)
{
	const struct table_style *style = grid->fragment->table->block->style;
	const struct placed_cell *above = owner_at(grid, row - 1, column);
	const struct placed_cell *below = owner_at(grid, row, column);
	if (above == below) {
		return 0;
	}
	int head_rows = grid->fragment->table->block->head_rows;
	int next = below->cell->cell->row;
	bool under_head = above->cell->cell->row < head_rows && next >= head_rows;
	bool meets = !below->from_above && !(under_head && next > head_rows);
	double weight = resolve(wish_of(above, EDGE_BOTTOM),
		meets ? wish_of(below, EDGE_TOP) : (struct wish){0},
		under_head ? style->head_rule : style->across_rule);
	/* a row of sums may stand at what was the frame */
	return MIN(weight, grid->fragment->table->reserve.across);
}

static double weight_above(const struct rule_grid *grid, int row, int column)
{
	bool flush = grid->fragment->table->flush;
	if (row == 0) {
		return flush ? 0 : weight_at_top(grid, column);
	}
	if (row == grid->edges->row_count) {
		return flush ? 0 : weight_at_foot(grid, column);
	}
	return weight_between(grid, row, column);
}

/* ---- rules between columns ---- */

static double weight_before(const struct rule_grid *grid, int row, int column)
{
	const struct measured_table *table = grid->fragment->table;
	const struct table_style *style = table->block->style;
	if (column == 0 || column == grid->column_count) {
		bool left = column == 0;
		struct wish wish = wish_of(owner_at(grid, row, left ? 0 : column - 1),
			left ? EDGE_LEFT : EDGE_RIGHT);
		return table->flush ? 0
				    : resolve(wish, (struct wish){0}, style->side_rule);
	}
	const struct placed_cell *left = owner_at(grid, row, column - 1);
	const struct placed_cell *right = owner_at(grid, row, column);
	if (left == right) {
		return 0;
	}
	return resolve(
		wish_of(left, EDGE_RIGHT), wish_of(right, EDGE_LEFT), style->down_rule);
}

/* ---- strokes ---- */

static double across_at(const struct rule_grid *grid, int row, int column)
{
	bool inside = column >= 0 && column < grid->column_count;
	return inside ? grid->across[row * grid->column_count + column] : 0;
}

static double down_at(const struct rule_grid *grid, int row, int column)
{
	bool inside = row >= 0 && row < grid->edges->row_count;
	return inside ? grid->down[row * (grid->column_count + 1) + column] : 0;
}

/* How far a stroke goes on beyond the edge on which it ends. Where another one passes, it
 * ends in its middle; at a corner it fills that, if it is the heavier one of those that
 * meet there from both sides. */
static double reach(
	const struct rule_grid *grid, int row, int column, double weight, double other)
{
	double above = down_at(grid, row - 1, column);
	double below = down_at(grid, row, column);
	bool passes = above > 0 && below > 0;
	return passes || other > weight ? 0 : MAX(above, below) / 2;
}

static void add_across(const struct rule_grid *grid, int row, int first, int end)
{
	const struct fragment_edges *edges = grid->edges;
	double weight = across_at(grid, row, first);
	struct item_rule rule = {
		.x1 = edges->x[first] -
		      reach(grid, row, first, weight, across_at(grid, row, first - 1)),
		.x2 = edges->x[end] +
		      reach(grid, row, end, weight, across_at(grid, row, end)),
		.y1 = edges->y[row],
		.y2 = edges->y[row],
		.width = weight,
	};
	g_array_append_val(grid->rules, rule);
}

static void add_down(const struct rule_grid *grid, int column, int first, int end)
{
	const struct fragment_edges *edges = grid->edges;
	struct item_rule rule = {
		.x1 = edges->x[column],
		.x2 = edges->x[column],
		.y1 = edges->y[first],
		.y2 = edges->y[end],
		.width = down_at(grid, first, column),
	};
	g_array_append_val(grid->rules, rule);
}

static bool same(double one, double other)
{
	return !(one < other || other < one);
}

/* Unit edges of one weight in a row are one stroke. */
static void add_weight(const struct rule_grid *grid, double weight)
{
	int row_count = grid->edges->row_count;
	int end;
	for (int row = 0; row <= row_count; row++) {
		for (int first = 0; first < grid->column_count;
			first = MAX(end, first + 1)) {
			end = first;
			while (end < grid->column_count &&
				same(across_at(grid, row, end), weight)) {
				end++;
			}
			if (end > first) {
				add_across(grid, row, first, end);
			}
		}
	}
	for (int column = 0; column <= grid->column_count; column++) {
		for (int first = 0; first < row_count; first = MAX(end, first + 1)) {
			end = first;
			while (end < row_count &&
				same(down_at(grid, end, column), weight)) {
				end++;
			}
			if (end > first) {
				add_down(grid, column, first, end);
			}
		}
	}
}

/* ---- weights ---- */

static void find_weights(struct rule_grid *grid)
{
	int rows = grid->edges->row_count;
	int columns = grid->column_count;
	for (int row = 0; row <= rows; row++) {
		for (int column = 0; column < columns; column++) {
			grid->across[row * columns + column] =
				weight_above(grid, row, column);
		}
	}
	for (int row = 0; row < rows; row++) {
		for (int column = 0; column <= columns; column++) {
			grid->down[row * (columns + 1) + column] =
				weight_before(grid, row, column);
		}
	}
}

/* The least weight above another one; 0: there is none. */
static double next_weight(const struct rule_grid *grid, double weight)
{
	int across = (grid->edges->row_count + 1) * grid->column_count;
	int down = grid->edges->row_count * (grid->column_count + 1);
	double next = 0;
	for (int i = 0; i < across + down; i++) {
		double other = i < across ? grid->across[i] : grid->down[i - across];
		if (other > weight && (next <= 0 || other < next)) {
			next = other;
		}
	}
	return next;
}

void table_rules(const struct fragment *fragment, const struct fragment_edges *edges,
	GArray *rules)
{
	int columns = fragment->table->block->column_count;
	gsize places = (gsize)((edges->row_count + 1) * (columns + 1));
	struct rule_grid grid = {
		.fragment = fragment,
		.edges = edges,
		.owners = g_new0(const struct placed_cell *, places),
		.across = g_new(double, places),
		.down = g_new(double, places),
		.column_count = columns,
		.rules = rules,
	};
	if (fragment->head) {
		own_cells(&grid, fragment->head, 0);
	}
	own_cells(&grid, &fragment->body, edges->head_rows);
	find_weights(&grid);
	for (double weight = next_weight(&grid, 0); weight > 0;
		weight = next_weight(&grid, weight)) {
		add_weight(&grid, weight);
	}
	g_free(grid.down);
	g_free(grid.across);
	g_free(grid.owners);
}
