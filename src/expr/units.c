#include "expr/units.h"

#include <string.h>

enum family {
	FAMILY_SHARE,
	FAMILY_MONEY,
};

struct scale {
	const char *unit;
	enum family family;
	int64_t size; /* in the smallest unit of the family; of two, one divides the other
		       */
};

static const struct scale scales[] = {
	{"‰", FAMILY_SHARE, 1},
	{"%", FAMILY_SHARE, 10},
	{"", FAMILY_SHARE, 1000},
	{"元", FAMILY_MONEY, 1},
	{"千元", FAMILY_MONEY, 1000},
	{"万元", FAMILY_MONEY, 10000},
	{"百万元", FAMILY_MONEY, 1000000},
	{"亿元", FAMILY_MONEY, 100000000},
};

static const struct scale *scale_of(const char *unit)
{
	for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
		if (strcmp(scales[i].unit, unit) == 0) {
			return &scales[i];
		}
	}
	return NULL;
}

bool unit_is_share(const char *unit)
{
	const struct scale *scale = scale_of(unit);
	return scale && scale->family == FAMILY_SHARE && *unit;
}

bool unit_alike(const char *left, const char *right)
{
	const struct scale *from = scale_of(left);
	const struct scale *to = scale_of(right);
	return !*left || !*right || strcmp(left, right) == 0 ||
	       (from && to && from->family == to->family);
}

static enum unit_outcome rescale(
	struct decimal number, int64_t from, int64_t to, struct decimal *result)
{
	if (from >= to) {
		struct decimal factor = decimal_from_integer(from / to);
		return decimal_multiply(number, factor, result) ? UNIT_EXACT
								: UNIT_OVERFLOW;
	}
	int64_t divisor = to / from;
	bool divides = decimal_divide(number, decimal_from_integer(divisor), result);
	g_assert(divides);
	return number.millionths % divisor == 0 ? UNIT_EXACT : UNIT_ROUNDED;
}

enum unit_outcome unit_convert(
	struct quantity quantity, const char *unit, struct quantity *result)
{
	const struct scale *from = scale_of(quantity.unit);
	const struct scale *to = scale_of(unit);
	*result = quantity;
	if (from && to && from != to && from->family == to->family) {
		result->unit = unit;
		return rescale(quantity.number, from->size, to->size, &result->number);
	}
	if (!unit_alike(quantity.unit, unit)) {
		return UNIT_UNLIKE;
	}
	result->unit = *unit ? unit : quantity.unit;
	return UNIT_EXACT;
}

enum unit_outcome unit_common(struct quantity *left, struct quantity *right)
{
	struct quantity converted;
	enum unit_outcome outcome = unit_convert(*right, left->unit, &converted);
	if (outcome == UNIT_ROUNDED) {
		outcome = unit_convert(*left, right->unit, left);
	} else {
		*right = converted;
	}
	if (outcome == UNIT_EXACT && !*left->unit && *right->unit) {
		left->unit = right->unit;
	}
	return outcome;
}
