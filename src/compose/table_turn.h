/* Tables a quarter to the left, so that their head faces the left edge of the page:
 * GB/T 9704-2012 8. */
#ifndef COMPOSE_TABLE_TURN_H
#define COMPOSE_TABLE_TURN_H

#include "compose/text_place.h"

/** Places a table's fragment turned: its head along the left edge of the type area at
 * placing->x, its left edge at the foot of that area. */
void table_place_turned(
	const struct placing *placing, const struct fragment *fragment, double foot);

#endif
