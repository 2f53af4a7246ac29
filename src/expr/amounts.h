/* Amounts of money in running text. */
#ifndef EXPR_AMOUNTS_H
#define EXPR_AMOUNTS_H

#include "plan/value.h"

/** Adds the amounts of a text (`30万元`, `1,234.50 元`) to a list of const struct value
 * *, each with its place and as written. A number without a unit of money is no amount.
 */
void amounts_find(struct arena *arena, const struct passage *text, GPtrArray *amounts);

#endif
