/* The last page of a table, filled down to its foot. */
#ifndef COMPOSE_TABLE_STRETCH_H
#define COMPOSE_TABLE_STRETCH_H

#include "compose/table_fill.h"

/** Whether a fragment is to fill its page: it ends a table that asks for it. What follows
 * the table then begins the next page; a table that must stay with what follows is not
 * filled (page_fill.c). */
bool table_is_stretched(const struct fragment *fragment);

/** The fragment as high as a room, in which lines below the table then stand at the foot.
 * Blank rows of the standard height come first where they are asked for: after the last
 * row, but above rows that the one before them holds (a total); what height is left goes
 * to them. Else it goes to rows that grow, in proportion; where none does to rows that
 * hold text, up to twice their height, so that a page may stay unfilled. */
const struct fragment *table_stretch(
	const struct fragment *fragment, const struct room *room);

#endif
