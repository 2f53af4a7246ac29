/* The operators that look at both operands. */
#ifndef EXPR_OPERATORS_H
#define EXPR_OPERATORS_H

#include "expr/evaluate.h"

/** `left operation right` for arithmetic, comparison and `in`; NULL: absent, or reported.
 */
const struct value *operator_value(struct evaluation *evaluation, const struct node *node,
	const struct value *left, const struct value *right);

/** How left compares with right: *order gets less than, equal to or greater than 0. False
 * where they have no order, or units that do not convert (reported). */
bool operator_order(struct evaluation *evaluation, const struct node *node,
	const struct value *const pair[2], int *order);

/** Adds right to *left; false after reporting. */
bool operator_add(struct evaluation *evaluation, const struct node *node,
	struct quantity *left, const struct value *right);

#endif
