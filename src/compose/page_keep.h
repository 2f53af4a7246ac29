/* What stays together on a page: headings with their text, the members of a group. */
#ifndef COMPOSE_PAGE_KEEP_H
#define COMPOSE_PAGE_KEEP_H

#include "compose/table_fill.h"

/** A page as far as it is filled. */
struct page_room {
	struct line_grid grid;
	double y;
	double last; /* top of the last line that stands there */
	bool empty;
};

/** Where a block would begin. */
double page_block_top(const struct page_room *room, const struct measured *block);

/** Whether a block stays with what follows. */
bool page_stays(const struct measured *block);

/** What to do with the blocks from `first` on. */
struct page_hold {
	int end;       /* blocks up to here were looked at together */
	bool new_page; /* they belong on a new page */
	int loose;     /* blocks up to here belong to a group that no page holds */
};

/** Whether what must not stand alone below a block fits under it: a signature with what
 * is kept with it. True where no such thing follows. */
bool page_tail_fits(
	const struct measured_list *list, int index, const struct page_room *room);

/** Looks at the block `first` and those it must not be parted from; groups do not count
 * for blocks before `loose`. Where no page could hold a group, its headings alone stay
 * with what follows; where none could hold these, nothing does. */
struct page_hold page_hold_chain(const struct measured_list *list, int first, int loose,
	const struct page_room *room);

#endif
