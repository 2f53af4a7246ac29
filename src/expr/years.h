/* Values by year as items: records with 年份 and 内容. */
#ifndef EXPR_YEARS_H
#define EXPR_YEARS_H

#include "plan/value.h"

/** The type of the items of a years type. */
const struct type *years_item_type(struct arena *arena, const struct type *content);

/** The items of a years value; each has its position as ordinal. */
const struct value *const *years_items(struct arena *arena, const struct value *years);

#endif
