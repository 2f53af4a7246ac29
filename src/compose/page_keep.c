#include "compose/page_keep.h"

#include "compose/measure.h"
#include "compose/table_cuts.h"

#include <math.h>

enum {
	LEAST_LINES = 2,
	CHAIN_MOST =
		512, /* blocks: no page holds more, so a longer chain need not be known */
};

/* A chain that ends with a table does not leave more than that of a page blank, if the
 * table's first row can be parted. */
static const double MOST_WASTE = 0.15;

double page_block_top(const struct page_room *room, const struct measured *block)
{
	const struct block_manner *manner = block->manner;
	double y = room->empty ? 0 : room->y + measured_before(block);
	if (manner && manner->beside_above && !room->empty) {
		return room->last;
	}
	if (manner && manner->has_ink_top && block->text && block->line_count > 0) {
		double rise = measured_ink_rise(block, 0);
		double ink = grid_baseline(&room->grid, block->text->style) - rise;
		y = fmax(y, manner->ink_top - ink);
	}
	if (block->signature) {
		return room->grid.row > 0
			       ? ceil((y - LENGTH_TOLERANCE) / room->grid.row) *
					 room->grid.row
			       : y;
	}
	return block->text ? grid_start(&room->grid, block->text->style, y) : y;
}

/* Moves down past a paragraph, if all of it fits, or as much as has to. */
static bool pass_text(struct page_room *room, const struct measured *block, bool whole)
{
	const struct style *style = block->text->style;
	double top = page_block_top(room, block);
	int least = lines_take(block->line_count, 0, LEAST_LINES, TAKE_WELL);
	if (whole || least == 0) {
		least = block->line_count;
	}
	if (grid_line_room(&room->grid, style, top) < least) {
		return false;
	}
	room->y = grid_line_top(&room->grid, style, top, block->line_count) +
		  measured_after(block);
	return true;
}

/* How a table would stand in a room. */
struct table_try {
	bool whole;    /* it must not be parted */
	bool wasteful; /* it may part its first row rather than leave the page */
};

static bool pass_solid(struct page_room *room, const struct measured *block)
{
	double top = page_block_top(room, block);
	double reach = top + measured_solid_reach(block);
	room->y = top + measured_solid_height(block);
	return reach <= room->grid.height + LENGTH_TOLERANCE;
}

static bool pass_table(
	struct page_room *room, const struct measured *block, struct table_try try)
{
	double top = page_block_top(room, block);
	struct arena *arena = arena_create();
	struct room rest = {
		.arena = arena,
		.height = room->grid.height - top,
		.page = room->grid.height,
		.insistence = TAKE_WELL,
	};
	const struct fragment *fragment = table_fill(block->table, NULL, &rest);
	if (!fragment && try.wasteful) {
		struct table_cut in_first = {CUT_IN_ROW, block->table->head_rows};
		fragment = table_fill_cut(block->table, NULL, &rest, in_first);
	}
	bool fits = fragment && (try.whole ? !fragment->next
					   : table_begins_well(fragment, rest.page));
	room->y = top + (fragment ? fragment->height : 0) + measured_after(block);
	arena_destroy(arena);
	return fits;
}

static bool stays(const struct measured *block, bool groups)
{
	return block->keep || (groups && block->grouped);
}

bool page_stays(const struct measured *block)
{
	return stays(block, true);
}

static int chain_end(const struct measured_list *list, int first, bool groups)
{
	int end = first + 1;
	int most = MIN(list->count, first + CHAIN_MOST);
	while (end < most && stays(&list->blocks[end - 1], groups) &&
		!list->blocks[end].begins_page) {
		end++;
	}
	return end;
}

static bool chain_fits(
	const struct measured_list *list, int first, bool groups, struct page_room room)
{
	int end = chain_end(list, first, groups);
	double blank = room.grid.height - room.y;
	bool wasteful = !room.empty && blank > MOST_WASTE * room.grid.height;
	for (int i = first; i < end; i++) {
		const struct measured *block = &list->blocks[i];
		bool whole = i + 1 < end || (groups && block->whole);
		const struct table_try try = {whole, wasteful};
		bool fits = block->text    ? pass_text(&room, block, whole)
			    : block->table ? pass_table(&room, block, try)
					   : pass_solid(&room, block);
		if (!fits) {
			return false;
		}
		room.empty = false;
	}
	return true;
}

bool page_tail_fits(
	const struct measured_list *list, int index, const struct page_room *room)
{
	int first = index + 1;
	if (first >= list->count || list->blocks[first].begins_page) {
		return true;
	}
	int end = chain_end(list, first, true);
	bool signs = false;
	for (int i = first; i < end; i++) {
		signs = signs || list->blocks[i].signature;
	}
	return !signs || chain_fits(list, first, true, *room);
}

/* The chain on this page, or on a new one; false where neither holds it. */
static bool hold(const struct measured_list *list, int first, bool groups,
	const struct page_room *room, struct page_hold *result)
{
	struct page_room fresh = {.grid = room->grid, .empty = true};
	result->end = chain_end(list, first, groups);
	result->new_page = false;
	if (result->end == first + 1 && !(groups && list->blocks[first].whole)) {
		return true;
	}
	if (chain_fits(list, first, groups, *room)) {
		return true;
	}
	result->new_page = !room->empty;
	return !room->empty && chain_fits(list, first, groups, fresh);
}

struct page_hold page_hold_chain(const struct measured_list *list, int first, int loose,
	const struct page_room *room)
{
	struct page_hold result = {.loose = loose};
	if (first >= loose) {
		if (hold(list, first, true, room, &result)) {
			return result;
		}
		result.loose = result.end;
	}
	if (!hold(list, first, false, room, &result)) {
		result.end = first + 1;
		result.new_page = false;
	}
	return result;
}
