/* Strokes across the measure. */
#ifndef COMPOSE_RULE_PLACE_H
#define COMPOSE_RULE_PLACE_H

#include "compose/text_place.h"

/** Places a block's strokes, centred on a measure so wide; the first lies `before` below
 * placing->y by its middle, or where it is fixed. */
void rule_place(
	const struct placing *placing, const struct rule_block *rule, double width);

#endif
