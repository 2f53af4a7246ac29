#include "compose/page_keep.h"

#include "compose/measure.h"
#include "compose/table_cuts.h"

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
	double y = room->empty ? 0 : room->y + measured_before(block);
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
		bool fits = block->text ? pass_text(&room, block, whole)
					: pass_table(&room, block,
						  (struct table_try){whole, wasteful});
		if (!fits) {
			return false;
		}
		room.empty = false;
	}
	return true;
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
