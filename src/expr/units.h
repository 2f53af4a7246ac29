/* Units of numbers: which convert into each other, and how. */
#ifndef EXPR_UNITS_H
#define EXPR_UNITS_H

#include "base/decimal.h"

/** A number with its unit; "": none. */
struct quantity {
	struct decimal number;
	const char *unit;
};

enum unit_outcome {
	UNIT_EXACT,
	UNIT_ROUNDED, /* the result has more than six places: it was rounded */
	UNIT_UNLIKE,  /* the units do not convert into each other */
	UNIT_OVERFLOW,
};

/** A quantity in another unit. Amounts of money convert (元, 千元, 万元, 百万元, 亿元),
 * and so do shares (%, ‰ and no unit: 92% is 0.92). A number without a unit passes for
 * any other unit. */
enum unit_outcome unit_convert(
	struct quantity quantity, const char *unit, struct quantity *result);

/** Two quantities in one unit: the left one's, the right one's where that loses no
 * digits. */
enum unit_outcome unit_common(struct quantity *left, struct quantity *right);

/** Whether quantities of two units can be added and compared. */
bool unit_alike(const char *left, const char *right);

/** Whether a unit stands for a fraction: % or ‰. */
bool unit_is_share(const char *unit);

#endif
