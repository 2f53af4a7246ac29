/* A table's fragment onto a page: text in its cells, then the rules. */
#ifndef COMPOSE_TABLE_PLACE_H
#define COMPOSE_TABLE_PLACE_H

#include "compose/text_place.h"

/** Places a fragment with its left edge and head where `placing` says. */
void table_place(const struct placing *placing, const struct fragment *fragment);

#endif
