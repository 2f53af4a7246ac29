/* Lines are set as the content of a cell is. What is higher than a page parts; anything
 * else stands whole with the last row, or above each part of the frame. */
#include "compose/table_lines.h"

#include <math.h>

/* The share of a type area that lines above a frame may take. */
static const double MOST_ABOVE = 0.5;

static const struct table_cell no_cell = {.row_span = 1, .column_span = 1};

/* ---- measuring ---- */

/* What stands above or below, in that order. */
struct around {
	const struct table_lines *over;   /* NULL: nothing */
	const struct text_block *caption; /* likewise */
	const struct table_lines *lines;
};

static void shape_lines(const struct measuring *measuring, const struct around *around,
	struct measured_cell *shaped)
{
	const struct text_block *caption = around->caption;
	const struct table_lines *lines = around->lines;
	size_t over = around->over ? around->over->block_count : 0;
	size_t first = over + (caption ? 1 : 0);
	size_t count = first + lines->block_count;
	const struct block **blocks =
		arena_new_array(measuring->arena, const struct block *, count);
	for (size_t i = 0; i < over; i++) {
		blocks[i] = around->over->blocks[i];
	}
	if (caption) {
		struct block *block = arena_new(measuring->arena, struct block);
		block->kind = BLOCK_TEXT;
		block->text = *caption;
		blocks[over] = block;
	}
	for (size_t i = 0; i < lines->block_count; i++) {
		blocks[first + i] = lines->blocks[i];
	}
	shaped->cell = &no_cell;
	shaped->content = measure_shape(measuring, blocks, count);
}

void table_lines_shape(const struct measuring *measuring, struct measured_table *table)
{
	const struct table_block *block = table->block;
	const struct around above = {&block->over, block->caption, &block->above};
	const struct around continued = {
		NULL, block->caption_continued, &block->above_continued};
	const struct around below = {NULL, NULL, &block->below};
	shape_lines(measuring, &above, &table->above);
	shape_lines(measuring, &continued, &table->above_continued);
	shape_lines(measuring, &below, &table->below);
}

void table_lines_set(
	const struct measuring *measuring, struct measured_table *table, double width)
{
	struct measured_cell *const all[] = {
		&table->above, &table->above_continued, &table->below};
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		measure_set(measuring, &all[i]->content, width);
		all[i]->height = measure_height(&all[i]->content);
	}
}

/* ---- lines that take too much of a page ---- */

static bool is_tall(const struct measuring *measuring, const struct measured_table *table,
	const struct measured_cell *lines)
{
	double page = table->turned ? measuring->width : measuring->page;
	return lines->height > MOST_ABOVE * page;
}

static void drop_tall_lines(
	const struct measuring *measuring, struct measured_table *table)
{
	if (is_tall(measuring, table, &table->above_continued)) {
		table->above_continued.content.count = 0;
		table->above_continued.height = 0;
		diagnostics_warning(measuring->diagnostics, table->place,
			"table-lines-too-tall",
			"表格续页上方的文字高过半页，续页不再重复");
	}
}

/* Moves the blocks above a table before it; gives how many. */
static int loosen(struct measured *block, struct measured *before)
{
	struct measured_table *table = block->table;
	int count = table->above.content.count;
	for (int i = 0; i < count; i++) {
		before[i] = table->above.content.blocks[i];
		before[i].begins_page = i == 0 && block->begins_page;
	}
	before[count - 1].keep = true;
	block->begins_page = false;
	table->above.content.count = 0;
	table->above.height = 0;
	return count;
}

void table_lines_loosen(const struct measuring *measuring, struct measured_list *list)
{
	int more = 0;
	for (int i = 0; i < list->count; i++) {
		struct measured_table *table = list->blocks[i].table;
		if (table) {
			drop_tall_lines(measuring, table);
			more += is_tall(measuring, table, &table->above)
					? table->above.content.count
					: 0;
		}
	}
	if (more == 0) {
		return;
	}
	struct measured *blocks =
		arena_new_array(measuring->arena, struct measured, list->count + more);
	int count = 0;
	for (int i = 0; i < list->count; i++) {
		struct measured block = list->blocks[i];
		if (block.table && is_tall(measuring, block.table, &block.table->above)) {
			count += loosen(&block, &blocks[count]);
		}
		blocks[count++] = block;
	}
	*list = (struct measured_list){blocks, count};
}

/* ---- heights ---- */

static const struct measured_cell *above_of(
	const struct measured_table *table, const struct table_state *state)
{
	return state->resumed ? &table->above_continued : &table->above;
}

double table_lines_above_height(
	const struct measured_table *table, const struct table_state *state)
{
	const struct measured_list *list = &above_of(table, state)->content;
	return list->count > 0 ? above_of(table, state)->height +
					 measured_after(&list->blocks[list->count - 1])
			       : 0;
}

static double space_below_frame(const struct measured_table *table)
{
	const struct measured_list *list = &table->below.content;
	return list->count > 0 ? measured_before(&list->blocks[0]) : 0;
}

double table_lines_below_height(const struct measured_table *table)
{
	return space_below_frame(table) + table->below.height;
}

bool table_lines_part(const struct measured_table *table, double page)
{
	int rows = table->block->row_count;
	if (table->below.content.count == 0 || rows == 0) {
		return false;
	}
	struct table_state last = {.row = rows - 1, .resumed = true};
	return table_fixed_height(table, &last) + table->natural[rows - 1] +
		       table_lines_below_height(table) >
	       page;
}

double table_lines_below_least(const struct measured_table *table, double page)
{
	if (!table_lines_part(table, page)) {
		return table_lines_below_height(table);
	}
	return space_below_frame(table) +
	       cell_least_height(&table->below, (struct cell_position){0});
}

/* ---- filling ---- */

void table_lines_fill_above(const struct table_state *state, const struct room *room,
	struct fragment *fragment)
{
	const struct measured_table *table = fragment->table;
	struct room endless = *room;
	endless.height = HUGE_VAL;
	endless.insistence = TAKE_WELL;
	fragment->above =
		cell_fill(above_of(table, state), (struct cell_position){0}, &endless);
	fragment->above.height = table_lines_above_height(table, state);
}

static const struct table_state *state_below(
	const struct fragment *fragment, const struct room *room)
{
	struct table_state *next = arena_new(room->arena, struct table_state);
	*next = (struct table_state){.row = fragment->table->block->row_count,
		.resumed = true,
		.below = fragment->below.next};
	return next;
}

void table_lines_fill_below(const struct table_state *state, const struct room *room,
	struct fragment *fragment)
{
	const struct measured_table *table = fragment->table;
	bool alone = fragment->body.row_count == 0;
	struct room rest = *room;
	fragment->below_space = alone ? 0 : space_below_frame(table);
	rest.height -= fragment->height + fragment->below_space - LENGTH_TOLERANCE;
	rest.insistence = alone ? room->insistence : TAKE_WELL;
	fragment->below = cell_fill(&table->below, state->below, &rest);
	if (fragment->below.count > 0) {
		fragment->height += fragment->below_space + fragment->below.height;
	}
	fragment->next = fragment->below.done ? NULL : state_below(fragment, room);
}
