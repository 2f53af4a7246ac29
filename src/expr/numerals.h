/* Numbers in the numerals of headings and of cheques. */
#ifndef EXPR_NUMERALS_H
#define EXPR_NUMERALS_H

#include "expr/expr.h"

/** An amount in 元 in the capital numerals of the 支付结算办法: 壹仟肆佰零玖元伍角整,
 * rounded to 分. */
char *numeral_money(struct arena *arena, struct decimal amount);

#endif
