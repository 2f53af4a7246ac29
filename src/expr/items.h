/* Counts inside running text: `各类培训8次；会议21次、调研9次`. */
#ifndef EXPR_ITEMS_H
#define EXPR_ITEMS_H

#include "plan/value.h"

/** The type of an item: a record with 名称 and 数值. */
const struct type *items_type(struct arena *arena);

/** Adds the items of a text to a list of const struct value *: a name and the number
 * right behind it, between signs that part clauses. The number keeps its unit (`次`); a
 * clause without a name or a number is none. */
void items_find(struct arena *arena, const struct passage *text, GPtrArray *items);

#endif
