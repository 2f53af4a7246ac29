/* A cell's content is a column of paragraphs and tables, cut where the room ends. */
#include "compose/measure.h"
#include "compose/table_fill.h"

#include <math.h>

enum {
	LEAST_LINES = 2
};

bool cell_is_done(const struct measured_cell *cell, struct cell_position at)
{
	return at.block >= cell->content.count;
}

static double space_above(const struct measured_cell *cell, int block, int first)
{
	const struct measured *blocks = cell->content.blocks;
	return block > first ? measured_after(&blocks[block - 1]) +
				       measured_before(&blocks[block])
			     : 0;
}

/* Sets what fits of one block; false where nothing does. */
static bool fill_block(const struct measured *block, const struct room *room,
	struct cell_position *at, struct placed *placed, double *height)
{
	placed->block = block;
	if (!block->text) {
		placed->fragment = table_fill(block->table, at->nested, room);
		if (!placed->fragment) {
			return false;
		}
		at->nested = placed->fragment->next;
		*height = placed->fragment->height;
		return true;
	}
	const struct style *style = block->text->style;
	struct line_grid grid = {.height = room->height};
	int take = lines_take(block->line_count, at->line,
		grid_line_room(&grid, style, 0), room->insistence);
	placed->first = at->line;
	placed->end = at->line += take;
	*height = take * style->leading;
	return take > 0;
}

static bool block_is_done(const struct measured *block, struct cell_position at)
{
	return block->text ? at.line >= block->line_count : !at.nested;
}

/* What was placed so far; most cells hold one block. */
struct placed_list {
	struct arena *arena;
	struct placed *list;
	int count;
	int room;
};

static struct placed *next_placed(struct placed_list *placed)
{
	if (placed->count == placed->room) {
		int room = placed->room * 2 + 1;
		struct placed *list = arena_new_array(placed->arena, struct placed, room);
		for (int i = 0; i < placed->count; i++) {
			list[i] = placed->list[i];
		}
		placed->list = list;
		placed->room = room;
	}
	return &placed->list[placed->count];
}

struct cell_part cell_fill(const struct measured_cell *cell, struct cell_position at,
	const struct room *room)
{
	struct cell_part part = {.next = at};
	struct placed_list placed = {.arena = room->arena};
	for (int i = at.block; i < cell->content.count; i++) {
		const struct measured *block = &cell->content.blocks[i];
		double top = part.height + space_above(cell, i, at.block);
		struct room rest = *room;
		rest.height = room->height - top;
		if (placed.count > 0) {
			rest.insistence = MIN(rest.insistence, TAKE_ANY);
		}
		double height = 0;
		struct placed *next = next_placed(&placed);
		if (!fill_block(block, &rest, &part.next, next, &height)) {
			break;
		}
		next->y = top;
		placed.count++;
		part.height = top + height;
		if (!block_is_done(block, part.next)) {
			break;
		}
		part.next = (struct cell_position){.block = i + 1};
	}
	part.content = placed.list;
	part.count = placed.count;
	part.done = cell_is_done(cell, part.next);
	return part;
}

/* The height of a table's rest is that of the fragment which a page without end would
 * hold. */
static double rest_of_table(
	const struct measured_table *table, const struct table_state *state)
{
	struct arena *arena = arena_create();
	struct room room = {
		.arena = arena,
		.height = HUGE_VAL,
		.page = HUGE_VAL,
		.insistence = TAKE_WELL,
	};
	double height = table_fill(table, state, &room)->height;
	arena_destroy(arena);
	return height;
}

double table_natural_height(const struct measured_table *table)
{
	return rest_of_table(table, NULL);
}

static double rest_of_block(const struct measured *block, struct cell_position at)
{
	if (!block->text) {
		return rest_of_table(block->table, at.nested);
	}
	return (block->line_count - at.line) * block->text->style->leading;
}

double cell_rest_height(const struct measured_cell *cell, struct cell_position at)
{
	if (at.block == 0 && at.line == 0 && !at.nested) {
		return cell->height;
	}
	double height = 0;
	for (int i = at.block; i < cell->content.count; i++) {
		height += space_above(cell, i, at.block);
		height += rest_of_block(&cell->content.blocks[i], at);
		at.line = 0;
		at.nested = NULL;
	}
	return height;
}

double cell_least_height(const struct measured_cell *cell, struct cell_position at)
{
	if (cell_is_done(cell, at)) {
		return 0;
	}
	const struct measured *block = &cell->content.blocks[at.block];
	if (!block->text) {
		return 0;
	}
	int lines = lines_take(block->line_count, at.line, LEAST_LINES, TAKE_WELL);
	lines = lines > 0 ? lines : block->line_count - at.line;
	return lines * block->text->style->leading;
}
