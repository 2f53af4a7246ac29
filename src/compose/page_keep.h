/* What stays together on a page: headings with their text, the members of a group. */
#ifndef COMPOSE_PAGE_KEEP_H
#define COMPOSE_PAGE_KEEP_H

#include "compose/table_fill.h"

/** A page as far as it is filled. */
struct page_room {
	struct line_grid grid;
	double y;
	double last;  /* top of the last line that stands there */
	double reach; /* foot of what hangs lowest: seals */
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

/** Lines of a paragraph that would stand at `top`. */
struct lines_taken {
	double top;
	int first; /* on this page */
	int take;
};

/** How many of these lines to take so that a signature which does not fit below them has
 * company on the next page: GB/T 9704-2012 7.3.5.5. As many where none follows or it
 * fits. */
int page_leave_company(const struct page_room *room, const struct measured_list *list,
	int index, struct lines_taken lines);

/** Looks at the block `first` and those it must not be parted from; groups do not count
 * for blocks before `loose`. Where no page could hold a group, its headings alone stay
 * with what follows; where none could hold these, nothing does. */
struct page_hold page_hold_chain(const struct measured_list *list, int first, int loose,
	const struct page_room *room);

#endif
