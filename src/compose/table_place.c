#include "compose/table_place.h"

#include "compose/cell_diagonal.h"
#include "compose/table_rows.h"
#include "compose/table_rules.h"

static const struct line_grid no_grid = {0};

/* ---- edges ---- */

/* What stands above and below a fragment's rows: where a table has its own frame, that;
 * where it shares a cell's edges, the rules around the cell. */
struct row_frame {
	double top;        /* edges of the first row and, */
	double foot;       /* where the rows fill a cell, of the last */
	bool fills;        /* a cell */
	double rule_above; /* weights that are reserved */
	double rule_below;
};

static int rows_of(const struct fragment *fragment)
{
	return (fragment->head ? fragment->head->row_count : 0) +
	       fragment->body.row_count;
}

/* How much higher than set the rows of the body are to fill a cell. */
static double body_scale(const struct fragment *fragment, const struct row_frame *frame)
{
	if (!frame->fills) {
		return 1;
	}
	double body = table_rows_sum(fragment->body.heights, 0, fragment->body.row_count);
	double head = fragment->head ? table_rows_sum(fragment->head->heights, 0,
					       fragment->head->row_count)
				     : 0;
	double around = (frame->rule_above + frame->rule_below) / 2 -
			fragment->table->reserve.across;
	double room = frame->foot - frame->top - head - around;
	return body > 0 ? room / body : 1;
}

/* The edges of rows. What a frame's rule is heavier than those between rows is added to
 * the first and the last row. */
static double *row_edges(const struct fragment *fragment, const struct row_frame *frame)
{
	int count = rows_of(fragment);
	double *edges = g_new(double, (gsize)(count + 1));
	double across = fragment->table->reserve.across;
	double scale = body_scale(fragment, frame);
	int row = 0;
	edges[0] = frame->top;
	const struct band *bands[] = {fragment->head, &fragment->body};
	for (size_t i = 0; i < G_N_ELEMENTS(bands); i++) {
		for (int j = 0; bands[i] && j < bands[i]->row_count; j++, row++) {
			bool last = row + 1 == count;
			edges[row + 1] =
				edges[row] + bands[i]->heights[j] * (i == 0 ? 1 : scale) +
				(row == 0 ? (frame->rule_above - across) / 2 : 0) +
				(last ? (frame->rule_below - across) / 2 : 0);
		}
	}
	return edges;
}

static double *column_edges(const struct fragment *fragment, double left)
{
	int count = fragment->table->block->column_count + 1;
	double *edges = g_new(double, (gsize)count);
	for (int i = 0; i < count; i++) {
		edges[i] = left + fragment->table->edges[i];
	}
	return edges;
}

/* ---- cells ---- */

/* The weight that is reserved on an edge of rows. */
static double rule_at(
	const struct fragment_edges *edges, const struct measured_table *table, int edge)
{
	if (edge == 0) {
		return edges->rule_above;
	}
	return edge == edges->row_count ? edges->rule_below : table->reserve.across;
}

static double inset_at(
	const struct fragment_edges *edges, const struct measured_table *table, int edge)
{
	return table->block->style->padding_down + rule_at(edges, table, edge) / 2;
}

/* The top of a cell's content as it is aligned in what of the cell stands on this page.
 */
static double content_top(const struct fragment_edges *edges,
	const struct measured_table *table, const struct placed_cell *cell,
	enum vertical_align align)
{
	double top = edges->y[cell->first] + inset_at(edges, table, cell->first);
	double foot = edges->y[cell->end] - inset_at(edges, table, cell->end);
	double room = foot - top - cell->height;
	if (room <= 0) {
		return top;
	}
	switch (align) {
	case VERTICAL_TOP:
		return top;
	case VERTICAL_MIDDLE:
		return top + room / 2;
	case VERTICAL_BOTTOM:
		return top + room;
	}
	g_assert_not_reached();
}

static void place_content(
	const struct placing *placing, const struct placed *content, int count)
{
	for (int i = 0; i < count; i++) {
		const struct placed *placed = &content[i];
		if (placed->fragment) {
			struct placing inner = *placing;
			inner.y += placed->y;
			table_place(&inner, placed->fragment);
		} else {
			text_place(placing, &no_grid, placed);
		}
	}
}

static void place_frame(const struct placing *placing, const struct fragment *fragment,
	const struct row_frame *frame);

/* A table that shares the cell's edges reaches from one to the other. */
static void place_flush(const struct placing *placing, const struct measured_table *table,
	const struct placed_cell *cell, const struct fragment_edges *edges)
{
	struct row_frame frame = {
		.top = edges->y[cell->first],
		.foot = edges->y[cell->end],
		.fills = true,
		.rule_above = rule_at(edges, table, cell->first),
		.rule_below = rule_at(edges, table, cell->end),
	};
	struct placing inner = *placing;
	inner.x = edges->x[cell->cell->cell->column];
	for (int i = 0; i < cell->content_count; i++) {
		place_frame(&inner, cell->content[i].fragment, &frame);
	}
}

static void add_rule(const struct placing *placing, const struct measured_table *table,
	struct item_rule rule)
{
	page_add(placing->page, (struct item){
					.kind = ITEM_RULE,
					.artifact = ARTIFACT_LAYOUT,
					.colour = table->block->style->colour,
					.place = table->place,
					.rule = rule,
				});
}

/* Whether the labels of a cell have their room, or stand below each other. */
static bool stands_diagonal(const struct placed_cell *cell)
{
	return cell->cell->diagonal && !cell->parted &&
	       cell->height >= cell->cell->height;
}

static void place_diagonal(const struct placing *placing,
	const struct measured_table *table, const struct placed_cell *cell,
	const struct fragment_edges *edges)
{
	const struct table_cell *source = cell->cell->cell;
	double x = edges->x[source->column];
	double y = edges->y[cell->first];
	struct diagonal_places places = cell_diagonal_places(table, cell->cell,
		edges->x[source->column + source->column_span] - x,
		edges->y[cell->end] - y);
	for (int i = 0; i < cell->content_count; i++) {
		struct placed label = cell->content[i];
		struct placing inner = *placing;
		inner.x = x + places.x[i];
		inner.y = y + places.y[i];
		label.y = 0;
		text_place(&inner, &no_grid, &label);
	}
	for (int i = 0; i < places.stroke_count; i++) {
		struct item_rule rule = places.strokes[i];
		rule.x1 += x;
		rule.x2 += x;
		rule.y1 += y;
		rule.y2 += y;
		add_rule(placing, table, rule);
	}
}

static bool is_foot(const struct measured_cell *cell, const struct placed *placed)
{
	return cell->foot_count > 0 &&
	       placed->block >=
		       &cell->content.blocks[cell->content.count - cell->foot_count];
}

/* Text and tables, and what stands at the foot there. */
static void place_text(const struct placing *placing, const struct measured_table *table,
	const struct placed_cell *cell, const struct fragment_edges *edges)
{
	int column = cell->cell->cell->column;
	int count = cell->content_count;
	struct placing inner = *placing;
	inner.x = edges->x[column] + table_cell_inset_left(table, column) +
		  cell->cell->shift;
	while (count > 0 && is_foot(cell->cell, &cell->content[count - 1])) {
		count--;
	}
	inner.y = content_top(edges, table, cell,
		cell->parted ? VERTICAL_TOP : cell->cell->cell->vertical);
	place_content(&inner, cell->content, count);
	inner.y = content_top(edges, table, cell, VERTICAL_BOTTOM);
	place_content(&inner, cell->content + count, cell->content_count - count);
}

/* Places a band's cells; `repeated` ones stood on an earlier page. */
static void place_band(const struct placing *placing, const struct fragment *fragment,
	const struct band *band, const struct fragment_edges *edges)
{
	bool head = band == fragment->head;
	for (int i = 0; i < band->cell_count; i++) {
		struct placed_cell cell = band->cells[i];
		struct placing inner = *placing;
		cell.first += head ? 0 : edges->head_rows;
		cell.end += head ? 0 : edges->head_rows;
		if (cell.repeated || cell.cell->again || (head && fragment->resumed)) {
			inner.artifact = ARTIFACT_PAGINATION;
		}
		if (cell_is_flush(cell.cell)) {
			place_flush(&inner, fragment->table, &cell, edges);
		} else if (stands_diagonal(&cell)) {
			place_diagonal(&inner, fragment->table, &cell, edges);
		} else {
			place_text(&inner, fragment->table, &cell, edges);
		}
	}
}

/* ---- rules ---- */

static void place_rules(const struct placing *placing, const struct fragment *fragment,
	const struct fragment_edges *edges)
{
	GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct item_rule));
	table_rules(fragment, edges, rules);
	for (guint i = 0; i < rules->len; i++) {
		add_rule(placing, fragment->table,
			g_array_index(rules, struct item_rule, i));
	}
	g_array_free(rules, TRUE);
}

/* ---- the fragment ---- */

/* Places the caption and the lines above; gives the head of the frame. */
static double place_above(const struct placing *placing, const struct fragment *fragment)
{
	struct placing above = *placing;
	if (fragment->resumed || table_is_further_part(fragment->table)) {
		above.artifact = ARTIFACT_PAGINATION;
	}
	place_content(&above, fragment->above.content, fragment->above.count);
	return placing->y + fragment->above.height;
}

static void place_below(const struct placing *placing, const struct fragment *fragment)
{
	struct placing below = *placing;
	below.y += fragment->height - fragment->below.height;
	place_content(&below, fragment->below.content, fragment->below.count);
}

static void place_frame(const struct placing *placing, const struct fragment *fragment,
	const struct row_frame *frame)
{
	double *x = column_edges(fragment, placing->x);
	double *y = row_edges(fragment, frame);
	struct fragment_edges edges = {
		.x = x,
		.y = y,
		.row_count = rows_of(fragment),
		.head_rows = fragment->head ? fragment->head->row_count : 0,
		.rule_above = frame->rule_above,
		.rule_below = frame->rule_below,
	};
	if (fragment->head) {
		place_band(placing, fragment, fragment->head, &edges);
	}
	place_band(placing, fragment, &fragment->body, &edges);
	place_rules(placing, fragment, &edges);
	g_free(y);
	g_free(x);
}

void table_place(const struct placing *placing, const struct fragment *fragment)
{
	double rule = fragment->table->reserve.frame;
	struct row_frame frame = {.rule_above = rule, .rule_below = rule};
	frame.top = place_above(placing, fragment) + rule / 2;
	if (rows_of(fragment) > 0) {
		place_frame(placing, fragment, &frame);
	}
	place_below(placing, fragment);
}
