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

/* What of a cell's content is to be set. */
struct filling {
	const struct measured_cell *cell;
	const struct room *room;
	int end;        /* blocks */
	bool keep_last; /* the last of them must not end here */
};

static bool keeps_back(const struct filling *filling, int block)
{
	return filling->keep_last && block == filling->end - 1;
}

/* Sets what fits of a table; false where nothing does. */
static bool fill_table(const struct measured *block, const struct room *room,
	struct cell_position *at, struct placed *placed)
{
	placed->fragment = table_fill(block->table, at->nested, room);
	if (placed->fragment) {
		at->nested = placed->fragment->next;
	}
	return placed->fragment;
}

/* Sets what fits of one block; false where nothing does. */
static bool fill_block(const struct filling *filling, const struct room *room,
	struct cell_position *at, struct placed *placed, double *height)
{
	const struct measured *block = &filling->cell->content.blocks[at->block];
	bool keep = keeps_back(filling, at->block);
	placed->block = block;
	if (!block->text) {
		struct cell_position before = *at;
		bool good = fill_table(block, room, at, placed);
		if (good && keep && !at->nested) {
			*at = before;
			return false;
		}
		*height = good ? placed->fragment->height : 0;
		return good;
	}
	const struct style *style = block->text->style;
	struct line_grid grid = {.height = room->height};
	int lines = grid_line_room(&grid, style, 0);
	int most = block->line_count - at->line - keep;
	int take = lines_take(block->line_count, at->line, MIN(lines, most),
		MIN(room->insistence, keep ? TAKE_ANY : TAKE_ANYWAY));
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

static struct cell_part fill(const struct filling *filling, struct cell_position at)
{
	const struct measured_cell *cell = filling->cell;
	struct cell_part part = {.next = at};
	struct placed_list placed = {.arena = filling->room->arena};
	for (int i = at.block; i < filling->end; i++) {
		double top = part.height + space_above(cell, i, at.block);
		struct room rest = *filling->room;
		rest.height -= top;
		if (placed.count > 0) {
			rest.insistence = MIN(rest.insistence, TAKE_ANY);
		}
		double height = 0;
		struct placed *next = next_placed(&placed);
		if (!fill_block(filling, &rest, &part.next, next, &height)) {
			break;
		}
		next->y = top;
		placed.count++;
		part.height = top + height;
		if (!block_is_done(&cell->content.blocks[i], part.next)) {
			break;
		}
		part.next = (struct cell_position){.block = i + 1};
	}
	part.content = placed.list;
	part.count = placed.count;
	part.done = cell_is_done(cell, part.next);
	return part;
}

static int foot_of(const struct measured_cell *cell)
{
	return cell->content.count - cell->foot_count;
}

struct cell_part cell_fill_above_foot(const struct measured_cell *cell,
	struct cell_position at, const struct room *room)
{
	struct filling filling = {cell, room, foot_of(cell), true};
	if (at.block >= filling.end) {
		return (struct cell_part){.next = at};
	}
	return fill(&filling, at);
}

/* What parts a foot from what stands above it: only where nothing else helps. */
static struct cell_part fill_with_foot(const struct measured_cell *cell,
	struct cell_position at, const struct room *room)
{
	struct filling filling = {cell, room, cell->content.count, false};
	struct cell_part whole = fill(&filling, at);
	if (whole.done || whole.next.block < foot_of(cell)) {
		return whole;
	}
	struct cell_part above = cell_fill_above_foot(cell, at, room);
	if (above.count > 0 || room->insistence <= TAKE_PARTED) {
		return above.count > 0 ? above : (struct cell_part){.next = at};
	}
	filling.end = foot_of(cell);
	above = fill(&filling, at);
	return above.count > 0 ? above : whole;
}

/* Labels parted by strokes stand together or, where they cannot, below each other. */
static struct cell_part fill_diagonal(const struct measured_cell *cell,
	struct cell_position at, const struct room *room)
{
	struct room labels = *room;
	bool begins = at.block == 0 && at.line == 0;
	bool whole = begins && cell->height <= room->height + LENGTH_TOLERANCE;
	labels.height = whole ? HUGE_VAL : room->height - cell->stacked;
	if (begins && !whole && room->insistence <= TAKE_PARTED) {
		return (struct cell_part){.next = at};
	}
	struct filling filling = {cell, &labels, cell->content.count, false};
	struct cell_part part = fill(&filling, at);
	part.height = whole ? cell->height : part.height + cell->stacked;
	return part;
}

struct cell_part cell_fill(const struct measured_cell *cell, struct cell_position at,
	const struct room *room)
{
	if (cell->diagonal) {
		return fill_diagonal(cell, at, room);
	}
	if (cell->foot_count > 0) {
		return fill_with_foot(cell, at, room);
	}
	struct filling filling = {cell, room, cell->content.count, false};
	return fill(&filling, at);
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
	double height = cell->diagonal && !cell_is_done(cell, at) ? cell->stacked : 0;
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
	if (!block->text || at.block >= foot_of(cell)) {
		return 0;
	}
	int lines = lines_take(block->line_count, at.line, LEAST_LINES, TAKE_WELL);
	lines = lines > 0 ? lines : block->line_count - at.line;
	bool last = at.block == foot_of(cell) - 1 && cell->foot_count > 0 &&
		    at.line + lines == block->line_count;
	return last ? 0 : lines * block->text->style->leading;
}
