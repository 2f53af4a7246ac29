#include "compose/table_place.h"

#include "compose/table_rules.h"

static const struct line_grid no_grid = {0};

/* ---- edges ---- */

/* The edges of rows. A frame's rule lies half outside them, and what it is heavier than
 * an inner one is added to the first and the last row. */
static double *row_edges(const struct fragment *fragment, double top, int row_count)
{
	const struct table_style *style = fragment->table->block->style;
	double *edges = g_new(double, (gsize)(row_count + 1));
	double extra = (style->outer_rule - style->inner_rule) / 2;
	int row = 0;
	edges[0] = top + style->outer_rule / 2;
	const struct band *bands[] = {fragment->head, &fragment->body};
	for (size_t i = 0; i < G_N_ELEMENTS(bands); i++) {
		for (int j = 0; bands[i] && j < bands[i]->row_count; j++, row++) {
			edges[row + 1] = edges[row] + bands[i]->heights[j] +
					 (row == 0 ? extra : 0) +
					 (row + 1 == row_count ? extra : 0);
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

static double inset_down(
	const struct fragment_edges *edges, const struct measured_table *table, int edge)
{
	const struct table_style *style = table->block->style;
	bool frame = edge == 0 || edge == edges->row_count;
	return style->padding_down + (frame ? style->outer_rule : style->inner_rule) / 2;
}

/* The top of a cell's content, aligned in what of the cell stands on this page. */
static double content_top(const struct fragment_edges *edges,
	const struct measured_table *table, const struct placed_cell *cell, int first_row)
{
	int first = first_row + cell->first;
	int end = first_row + cell->end;
	double top = edges->y[first] + inset_down(edges, table, first);
	double room = edges->y[end] - inset_down(edges, table, end) - top - cell->height;
	if (cell->parted || room <= 0) {
		return top;
	}
	switch (cell->cell->cell->vertical) {
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

/* Places a band's cells; `repeated` ones stood on an earlier page. */
static void place_band(const struct placing *placing, const struct fragment *fragment,
	const struct band *band, const struct fragment_edges *edges)
{
	bool head = band == fragment->head;
	for (int i = 0; i < band->cell_count; i++) {
		const struct placed_cell *cell = &band->cells[i];
		int column = cell->cell->cell->column;
		struct placing inner = *placing;
		inner.x =
			edges->x[column] + table_cell_inset_left(fragment->table, column);
		inner.y = content_top(
			edges, fragment->table, cell, head ? 0 : edges->head_rows);
		if (cell->repeated || cell->cell->again || (head && fragment->resumed)) {
			inner.artifact = ARTIFACT_PAGINATION;
		}
		place_content(&inner, cell->content, cell->content_count);
	}
}

/* ---- rules ---- */

static void place_rules(const struct placing *placing, const struct fragment *fragment,
	const struct fragment_edges *edges)
{
	GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct item_rule));
	table_rules(fragment, edges, rules);
	for (guint i = 0; i < rules->len; i++) {
		page_add(placing->page,
			(struct item){
				.kind = ITEM_RULE,
				.artifact = ARTIFACT_LAYOUT,
				.colour = fragment->table->block->style->colour,
				.place = fragment->table->place,
				.rule = g_array_index(rules, struct item_rule, i),
			});
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

static void place_frame(
	const struct placing *placing, const struct fragment *fragment, double top)
{
	int head_rows = fragment->head ? fragment->head->row_count : 0;
	int row_count = head_rows + fragment->body.row_count;
	double *x = column_edges(fragment, placing->x);
	double *y = row_edges(fragment, top, row_count);
	struct fragment_edges edges = {x, y, row_count, head_rows};
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
	double top = place_above(placing, fragment);
	if (fragment->body.row_count > 0) {
		place_frame(placing, fragment, top);
	}
	place_below(placing, fragment);
}
