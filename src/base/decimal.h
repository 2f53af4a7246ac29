/* Exact decimal numbers with six places: amounts, shares, ordinals. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	DECIMAL_PLACES = 6,
	DECIMAL_ONE = 1000000,
};

/** A number in millionths; up to about nine trillion either way (the same range both
 * ways: INT64_MIN is never made). */
struct decimal {
	int64_t millionths;
};

/** A whole number as a decimal (|number| <= 9 * 10^12, else our own fault). */
struct decimal decimal_from_integer(int64_t number);

/** Reads `-1,234.50`, `１２．５` and the like; *read gets the bytes read. Full-width
 * digits, point, comma and minus count as their ASCII forms. Reading stops before what
 * cannot belong to the number: a comma that does not group by three, a point without a
 * digit after it. False (and nothing written) where no number begins there, where it has
 * more than six places, or where it is too large. */
bool decimal_parse(const char *text, struct decimal *decimal, size_t *read);

/** Exact sums and differences; products and quotients rounded half away from zero at the
 * sixth place. False on overflow or division by zero; *result is then unchanged. */
bool decimal_add(struct decimal left, struct decimal right, struct decimal *result);
bool decimal_subtract(struct decimal left, struct decimal right, struct decimal *result);
bool decimal_multiply(struct decimal left, struct decimal right, struct decimal *result);
bool decimal_divide(struct decimal left, struct decimal right, struct decimal *result);

/** Less than, equal to or greater than zero as left compares with right. */
int decimal_compare(struct decimal left, struct decimal right);

/** Rounded half away from zero to a number of places (0 to 6); towards zero within one
 * step of the greatest number, which has no room above it. */
struct decimal decimal_round(struct decimal decimal, int places);

/** Whether there is no fraction; the whole part, cut towards zero. */
bool decimal_is_integer(struct decimal decimal);
int64_t decimal_integer(struct decimal decimal);

/** The number as text with at least `places` places, more only where the number has them.
 */
char *decimal_text(struct arena *arena, struct decimal decimal, int places);

#endif
