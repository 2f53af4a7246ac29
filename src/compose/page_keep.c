#include "compose/page_keep.h"

#include "compose/arrangement.h"
#include "compose/table_cuts.h"

#include <math.h>

enum {
	LEAST_LINES = 2,
	COMPANY = 2, /* lines of text that a signature has on its page */
	CHAIN_MOST =
		512, /* blocks: no page holds more, so a longer chain need not be known */
};

/* A chain that ends with a table does not leave more than that of a page blank, if the
 * table's first row can be parted. */
static const double MOST_WASTE = 0.15;

/* Where the ink of a block's first line begins, from its head. */
static double ink_of(const struct page_room *room, const struct measured *block)
{
	if (block->text && block->line_count > 0) {
		return grid_baseline(&room->grid, block->text->style) -
		       measured_ink_rise(block, 0);
	}
	return block->arranged ? block->arranged->ink_top : 0;
}

static double next_row(const struct line_grid *grid, double y)
{
	return grid->row > 0 ? ceil((y - LENGTH_TOLERANCE) / grid->row) * grid->row : y;
}

double page_block_top(const struct page_room *room, const struct measured *block)
{
	const struct block_manner *manner = block->manner;
	double y = room->empty ? 0 : room->y + measured_before(block);
	if (manner && manner->beside_above && !room->empty) {
		return room->last;
	}
	if (manner && manner->has_ink_top) {
		double top = manner->ink_top - ink_of(room, block);
		y = room->empty ? top : fmax(y, top);
	}
	if (block->arranged && block->arranged->on_rows) {
		return next_row(&room->grid, y);
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
	room->last = grid_line_top(&room->grid, style, top, block->line_count - 1);
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

static bool begins_page(const struct measured *block)
{
	return block->begins_page || measured_is_turned(block);
}

static int chain_end(const struct measured_list *list, int first, bool groups)
{
	int end = first + 1;
	int most = MIN(list->count, first + CHAIN_MOST);
	while (end < most && stays(&list->blocks[end - 1], groups) &&
		!measured_is_turned(&list->blocks[end - 1]) &&
		!begins_page(&list->blocks[end])) {
		end++;
	}
	return end;
}

static bool chain_fits(
	const struct measured_list *list, int first, bool groups, struct page_room room);

/* Whether what must not stand alone below a block fits under it: a signature with what is
 * kept with it. True where no such thing follows. */
static bool tail_fits(
	const struct measured_list *list, int index, const struct page_room *room)
{
	int first = index + 1;
	if (first >= list->count || begins_page(&list->blocks[first])) {
		return true;
	}
	int end = chain_end(list, first, true);
	bool signs = false;
	for (int i = first; i < end; i++) {
		signs = signs || list->blocks[i].signature;
	}
	return !signs || chain_fits(list, first, true, *room);
}

/* Whether body text begins with a block: some of it must stand under the head of the
 * document, GB/T 9704-2012 7.3.3, even if it is one line. */
static bool opens_body(const struct measured_list *list, int index)
{
	for (int i = 0; i <= index; i++) {
		const struct block_manner *manner = list->blocks[i].manner;
		if (manner && manner->body) {
			return i == index;
		}
	}
	return false;
}

int page_leave_company(const struct page_room *room, const struct measured_list *list,
	int index, struct lines_taken lines)
{
	const struct measured *block = &list->blocks[index];
	struct page_room below = *room;
	below.y = grid_line_top(&below.grid, block->text->style, lines.top, lines.take) +
		  measured_after(block);
	below.empty = false;
	if (page_stays(block) || lines.first + lines.take < block->line_count ||
		tail_fits(list, index, &below)) {
		return lines.take;
	}
	bool opens = lines.first == 0 && opens_body(list, index);
	int left = lines.take - (opens ? MIN(COMPANY, lines.take - 1) : COMPANY);
	bool parted_well =
		left >= LEAST_LINES || ((lines.first > 0 || opens) && left > 0);
	return parted_well ? left : room->empty ? lines.take : 0;
}

/* Whether any of a text stays here although a signature wants company. */
static bool can_begin(
	const struct measured_list *list, int index, const struct page_room *room)
{
	const struct measured *block = &list->blocks[index];
	struct lines_taken lines = {.top = page_block_top(room, block)};
	int least = grid_line_room(&room->grid, block->text->style, lines.top);
	lines.take = lines_take(block->line_count, 0, least, TAKE_WELL);
	return page_leave_company(room, list, index, lines) > 0;
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
		if (block->text && !whole && !can_begin(list, i, &room)) {
			return false;
		}
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
	struct page_hold result = {.end = first + 1, .loose = loose};
	if (measured_is_turned(&list->blocks[first])) {
		return result;
	}
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
