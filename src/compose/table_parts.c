#include "compose/table_parts.h"

#include "compose/page_grid.h"
#include "compose/table_rows.h"
#include "compose/table_sums.h"

/* A table about to be parted. */
struct parting {
	const struct measuring *measuring;
	const struct measured_table *table;
	const struct table_block *block;
	int stub; /* columns that stand in each part */
};

static struct parting parting_of(
	const struct measuring *measuring, const struct measured_table *table)
{
	const struct table_block *block = &table->source->table;
	int stub = MIN(block->fitting.stub_columns, block->column_count);
	return (struct parting){measuring, table, block, stub};
}

/* ---- a part as a table ---- */

/* The columns of a part in which [first, end) of the table stand; they are neighbours
 * there too. */
static struct part_columns columns_in_part(
	const struct parting *parting, struct part_columns part, int first, int end)
{
	int stub_end = MIN(end, parting->stub);
	int from = MAX(first, part.first);
	int to = MIN(end, part.end);
	int stub_count = MAX(0, stub_end - first);
	int own_count = MAX(0, to - from);
	int begin = stub_count > 0 ? first : parting->stub + from - part.first;
	return (struct part_columns){begin, begin + stub_count + own_count};
}

/* Shares of the whole table's width say nothing of a part. */
static void copy_columns(const struct parting *parting, struct part_columns part,
	struct table_block *block)
{
	block->column_count = parting->stub + part.end - part.first;
	struct table_column *columns = arena_new_array(
		parting->measuring->arena, struct table_column, block->column_count);
	for (int i = 0; i < block->column_count; i++) {
		int from = i < parting->stub ? i : part.first + i - parting->stub;
		columns[i] = parting->block->columns[from];
		if (columns[i].kind == COLUMN_SHARE) {
			columns[i].kind = COLUMN_CONTENT;
		}
	}
	block->columns = columns;
}

/* Which cells of the table those of a part are, too. */
static const int *copy_cells(const struct parting *parting, struct part_columns part,
	struct table_block *block)
{
	struct arena *arena = parting->measuring->arena;
	int count = parting->block->cell_count;
	struct table_cell *cells = arena_new_array(arena, struct table_cell, count);
	int *origins = arena_new_array(arena, int, count);
	block->cell_count = 0;
	for (int i = 0; i < count; i++) {
		const struct table_cell *cell = &parting->block->cells[i];
		struct part_columns at = columns_in_part(
			parting, part, cell->column, cell->column + cell->column_span);
		if (at.end > at.first) {
			struct table_cell *copy = &cells[block->cell_count];
			*copy = *cell;
			copy->column = at.first;
			copy->column_span = at.end - at.first;
			origins[block->cell_count++] = i;
		}
	}
	block->cells = cells;
	return origins;
}

/* Labels of sums stand in the stub where their own columns are left out. */
static void copy_sums(const struct parting *parting, struct part_columns part,
	struct table_block *block)
{
	const struct page_sums *from = parting->block->page_sums;
	if (!from) {
		return;
	}
	struct arena *arena = parting->measuring->arena;
	struct page_sums *sums = arena_copy(arena, from, sizeof *from);
	struct page_sum *copies =
		arena_new_array(arena, struct page_sum, from->sum_count);
	struct part_columns label = columns_in_part(parting, part, from->label_column,
		from->label_column + MAX(1, from->label_span));
	bool stands = label.end > label.first;
	sums->label_column = stands ? label.first : 0;
	sums->label_span = stands ? label.end - label.first : MAX(1, parting->stub);
	sums->sum_count = 0;
	for (int i = 0; i < from->sum_count; i++) {
		int column = from->sums[i].column;
		struct part_columns at =
			columns_in_part(parting, part, column, column + 1);
		if (at.end > at.first) {
			copies[sums->sum_count] = from->sums[i];
			copies[sums->sum_count++].column = at.first;
		}
	}
	sums->sums = copies;
	block->page_sums = sums;
}

static void copy_lines(const struct parting *parting, struct part_columns part,
	struct table_block *block)
{
	if (part.first > parting->stub) {
		block->caption = block->caption_continued;
		block->above = block->above_continued;
		block->over = (struct table_lines){0};
	}
	if (part.end < parting->block->column_count) {
		block->below = (struct table_lines){0};
	}
}

static struct measured_table *shape_part(
	const struct parting *parting, struct part_columns part)
{
	const struct measuring *measuring = parting->measuring;
	struct block *source =
		arena_copy(measuring->arena, parting->table->source, sizeof *source);
	struct table_block *block = &source->table;
	struct table_part *made = arena_new(measuring->arena, struct table_part);
	block->fitting = (struct table_fitting){0};
	copy_columns(parting, part, block);
	made->origins = copy_cells(parting, part, block);
	made->whole = parting->block;
	copy_sums(parting, part, block);
	copy_lines(parting, part, block);
	struct measured_table *table = table_shape(measuring, source);
	table->part = made;
	table_sums_shape(measuring, table);
	return table;
}

/* ---- finding parts ---- */

static bool fits(const struct parting *parting, struct part_columns part, double width)
{
	struct measuring measuring = *parting->measuring;
	struct parting probe = *parting;
	measuring.arena = arena_create();
	measuring.diagnostics = diagnostics_create();
	probe.measuring = &measuring;
	const struct measured_table *table = shape_part(&probe, part);
	double least = table_width_need(table, width).at[WIDTH_COMFORTABLE];
	diagnostics_destroy(measuring.diagnostics);
	arena_destroy(measuring.arena);
	return least <= width + LENGTH_TOLERANCE;
}

/* The last column up to which a part can reach. */
static int find_reach(const struct parting *parting, int first, double width)
{
	int end = first + 1;
	while (end < parting->block->column_count &&
		fits(parting, (struct part_columns){first, end + 1}, width)) {
		end++;
	}
	return end;
}

/* Whether a cell of the head stands on both sides of a column's left edge. */
static bool cuts_group(const struct parting *parting, int column)
{
	const struct table_block *block = parting->block;
	for (int i = 0; i < block->cell_count; i++) {
		const struct table_cell *cell = &block->cells[i];
		if (cell->row < block->head_rows && cell->column < column &&
			column < cell->column + cell->column_span) {
			return true;
		}
	}
	return false;
}

/* How many parts the columns from one on need at least. */
static int count_parts(const struct parting *parting, int first, double width)
{
	int count = 0;
	while (first < parting->block->column_count) {
		first = find_reach(parting, first, width);
		count++;
	}
	return count;
}

/* Where a part may end: up to `reach`, and so that what is left needs no more parts than
 * there are to be. */
struct part_ends {
	int first;
	int reach;
	int left; /* parts after this one */
	double width;
	bool whole; /* only between groups of the head */
};

static bool may_end(const struct parting *parting, const struct part_ends *ends, int end)
{
	return end > ends->first && end <= ends->reach &&
	       count_parts(parting, end, ends->width) <= ends->left;
}

/* The place nearest to the wish, between groups of the head where that is asked for; -1:
 * there is none. */
static int choose_end(
	const struct parting *parting, const struct part_ends *ends, int wish)
{
	for (int far = 0; far <= ends->reach - ends->first; far++) {
		int tried[] = {wish + far, wish - far};
		for (size_t i = 0; i < G_N_ELEMENTS(tried); i++) {
			if (may_end(parting, ends, tried[i]) &&
				!(ends->whole && cuts_group(parting, tried[i]))) {
				return tried[i];
			}
		}
	}
	return -1;
}

/* Parts of about as many columns each; false where there are no such ones. */
static bool find_parts(
	const struct parting *parting, struct part_ends ends, GArray *parts)
{
	int columns = parting->block->column_count;
	g_array_set_size(parts, 0);
	while (ends.first < columns) {
		int even = (columns - ends.first + ends.left - 1) / MAX(1, ends.left);
		ends.left--;
		ends.reach = find_reach(parting, ends.first, ends.width);
		struct part_columns part = {
			ends.first, choose_end(parting, &ends, ends.first + even)};
		if (part.end < 0) {
			return false;
		}
		g_array_append_val(parts, part);
		ends.first = part.end;
	}
	return true;
}

void table_parts_find(const struct measuring *measuring,
	const struct measured_table *table, double width, GArray *parts)
{
	struct parting parting = parting_of(measuring, table);
	struct part_ends ends = {.first = parting.stub, .width = width, .whole = true};
	int fewest = count_parts(&parting, ends.first, width);
	for (ends.left = fewest; ends.left <= fewest + 1; ends.left++) {
		if (find_parts(&parting, ends, parts)) {
			return;
		}
	}
	ends.left = fewest;
	ends.whole = false;
	find_parts(&parting, ends, parts);
}

/* ---- making parts ---- */

/* A cell that stands in more than one part is the text's in the first of them. */
static void mark_again(struct measured_table *table, bool *stood)
{
	for (int i = 0; i < table->block->cell_count; i++) {
		int origin = table->part->origins[i];
		table->cells[i].again = stood[origin];
		stood[origin] = true;
	}
}

static void add_needs(const struct measured_table *table, GArray *needs)
{
	for (int row = 0; row < table->block->row_count; row++) {
		struct edge_span need = {row, row + 1, table->natural[row]};
		g_array_append_val(needs, need);
	}
	for (int i = 0; i < table->block->cell_count; i++) {
		const struct table_cell *cell = table->cells[i].cell;
		struct edge_span need = {cell->row, cell->row + cell->row_span,
			table->cells[i].height + table_cell_inset_down(table)};
		g_array_append_val(needs, need);
	}
}

/* Makes rows as high in all parts as the highest of them need. */
static void level_rows(const struct measured_list *list)
{
	const struct measured_table *first = list->blocks[0].table;
	int row_count = first->block->row_count;
	GArray *needs = g_array_new(FALSE, FALSE, sizeof(struct edge_span));
	double *heights = g_new(double, (gsize)row_count + 1);
	for (int i = 0; i < list->count; i++) {
		add_needs(list->blocks[i].table, needs);
	}
	table_rows_share((struct edge_span *)(void *)needs->data, (int)needs->len,
		table_row_minimum(first), row_count, heights);
	for (int i = 0; i < list->count; i++) {
		struct measured_table *table = list->blocks[i].table;
		for (int row = 0; row < row_count; row++) {
			table->natural[row] = heights[row];
			if (row < table->head_rows) {
				table->head_heights[row] = heights[row];
			}
		}
	}
	g_free(heights);
	g_array_free(needs, TRUE);
}

struct measured_list table_parts_make(const struct measuring *measuring,
	const struct measured_table *table, double width, const GArray *parts)
{
	struct parting parting = parting_of(measuring, table);
	struct measured_list list = {
		arena_new_array(measuring->arena, struct measured, parts->len),
		(int)parts->len,
	};
	bool *stood = g_new0(bool, (gsize)parting.block->cell_count);
	for (int i = 0; i < list.count; i++) {
		struct measured_table *part = shape_part(
			&parting, g_array_index(parts, struct part_columns, i));
		list.blocks[i].table = part;
		mark_again(part, stood);
		part->part->first = list.blocks[0].table;
	}
	g_free(stood);
	list.blocks[0].table->row_nodes = arena_new_array(
		measuring->arena, struct structure_node *, table->block->row_count);
	struct measuring setting = *measuring;
	setting.scale = NULL;
	measure_set(&setting, &list, width);
	level_rows(&list);
	return list;
}
