/* Amounts of money in running text. */
#ifndef EXPR_AMOUNTS_H
#define EXPR_AMOUNTS_H

#include "plan/value.h"

/** Adds the amounts of a text (`30万元`, `1,234.50 元`) to a list of const struct value
 * *, each with its place and as written. A number without a unit of money is no amount.
 */
void amounts_find(struct arena *arena, const struct passage *text, GPtrArray *amounts);

/** The same of the amounts that belong to a word: `资金总额为30万元`,
 * `资金总额（30万元）`. Between the two stands nothing but words such as 为, 共, 约,
 * 预算. */
void amounts_find_named(struct arena *arena, const struct passage *text, const char *word,
	GPtrArray *amounts);

#endif
