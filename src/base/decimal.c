#include "base/decimal.h"

#include <string.h>

struct decimal decimal_from_integer(int64_t number)
{
	g_assert(number >= -INT64_MAX / DECIMAL_ONE && number <= INT64_MAX / DECIMAL_ONE);
	return (struct decimal){number * DECIMAL_ONE};
}

/* A character of a number with its full-width form folded; 0 where it is none of them. */
static char number_character(const char *text, size_t *length)
{
	*length = 1;
	if ((unsigned char)*text < 0x80) {
		return *text;
	}
	gunichar character = g_utf8_get_char_validated(text, -1);
	if (character < 0xFF0B || character > 0xFF19) {
		return 0; /* full-width + , - . / and digits lie in this range */
	}
	*length = 3;
	return (char)(character - 0xFEE0);
}

struct number_scan {
	const char *at;
	int64_t value; /* in units of the last place read */
	int places;
	int digits;
	bool point;
	bool grouped; /* a comma was read */
	bool overflow;
};

static bool add_digit(struct number_scan *scan, int digit)
{
	scan->digits++;
	scan->places += scan->point;
	return !__builtin_mul_overflow(scan->value, 10, &scan->value) &&
	       !__builtin_add_overflow(scan->value, digit, &scan->value);
}

/* Whether exactly three digits follow a comma. */
static bool groups_by_three(const char *text)
{
	for (int i = 0; i < 4; i++) {
		size_t length;
		char character = *text ? number_character(text, &length) : 0;
		bool digit = character && g_ascii_isdigit(character);
		if (digit != (i < 3)) {
			return false;
		}
		text += digit ? length : 0;
	}
	return true;
}

/* Whether a comma may follow: the first group has up to three digits. */
static bool can_group(const struct number_scan *scan)
{
	return !scan->point && scan->digits && (scan->grouped || scan->digits <= 3);
}

static void scan_digits(struct number_scan *scan)
{
	while (*scan->at) {
		size_t length;
		char character = number_character(scan->at, &length);
		if (character && g_ascii_isdigit(character)) {
			if (!add_digit(scan, character - '0')) {
				scan->overflow = true;
				return;
			}
		} else if (character == '.' && !scan->point && scan->digits) {
			size_t next;
			char digit = number_character(scan->at + length, &next);
			if (!digit || !g_ascii_isdigit(digit)) {
				return; /* `1.` ends a sentence or a list number */
			}
			scan->point = true;
		} else if (character == ',' && can_group(scan) &&
			   groups_by_three(scan->at + length)) {
			scan->grouped = true;
		} else {
			return;
		}
		scan->at += length;
	}
}

bool decimal_parse(const char *text, struct decimal *decimal, size_t *read)
{
	struct number_scan scan = {.at = text};
	size_t length;
	char sign = *text ? number_character(text, &length) : 0;
	if (sign == '-' || sign == '+') {
		scan.at += length;
	}
	scan_digits(&scan);
	if (!scan.digits || scan.overflow || scan.places > DECIMAL_PLACES) {
		return false;
	}
	for (; scan.places < DECIMAL_PLACES; scan.places++) {
		if (__builtin_mul_overflow(scan.value, 10, &scan.value)) {
			return false;
		}
	}
	decimal->millionths = sign == '-' ? -scan.value : scan.value;
	*read = (size_t)(scan.at - text);
	return true;
}

bool decimal_add(struct decimal left, struct decimal right, struct decimal *result)
{
	int64_t sum;
	if (__builtin_add_overflow(left.millionths, right.millionths, &sum) ||
		sum == INT64_MIN) {
		return false;
	}
	result->millionths = sum;
	return true;
}

bool decimal_subtract(struct decimal left, struct decimal right, struct decimal *result)
{
	int64_t difference;
	if (__builtin_sub_overflow(left.millionths, right.millionths, &difference) ||
		difference == INT64_MIN) {
		return false;
	}
	result->millionths = difference;
	return true;
}

static uint64_t magnitude(int64_t number)
{
	return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* left * right / divisor with all intermediate digits, rounded half away from zero: long
 * multiplication into two halves, then division bit by bit. */
static bool multiply_divide(
	uint64_t left, uint64_t right, uint64_t divisor, uint64_t *result)
{
	uint64_t low = (left & UINT32_MAX) * (right & UINT32_MAX);
	uint64_t middle = (left >> 32) * (right & UINT32_MAX) + (low >> 32);
	uint64_t carry = (left & UINT32_MAX) * (right >> 32) + (middle & UINT32_MAX);
	uint64_t high = (left >> 32) * (right >> 32) + (middle >> 32) + (carry >> 32);
	low = (carry << 32) | (low & UINT32_MAX);
	if (high >= divisor) {
		return false;
	}
	uint64_t remainder = high;
	uint64_t quotient = 0;
	for (int bit = 63; bit >= 0; bit--) {
		bool over = remainder >> 63;
		remainder = remainder << 1 | (low >> bit & 1);
		quotient <<= 1;
		if (over || remainder >= divisor) {
			remainder -= divisor;
			quotient |= 1;
		}
	}
	if (quotient > INT64_MAX) {
		return false;
	}
	*result = quotient + (remainder >= divisor - remainder);
	return *result <= INT64_MAX;
}

static bool signed_result(uint64_t value, bool negative, struct decimal *result)
{
	result->millionths = negative ? -(int64_t)value : (int64_t)value;
	return true;
}

bool decimal_multiply(struct decimal left, struct decimal right, struct decimal *result)
{
	uint64_t product;
	return multiply_divide(magnitude(left.millionths), magnitude(right.millionths),
		       DECIMAL_ONE, &product) &&
	       signed_result(
		       product, (left.millionths < 0) != (right.millionths < 0), result);
}

bool decimal_divide(struct decimal left, struct decimal right, struct decimal *result)
{
	uint64_t quotient;
	return right.millionths != 0 &&
	       multiply_divide(magnitude(left.millionths), DECIMAL_ONE,
		       magnitude(right.millionths), &quotient) &&
	       signed_result(
		       quotient, (left.millionths < 0) != (right.millionths < 0), result);
}

int decimal_compare(struct decimal left, struct decimal right)
{
	return (left.millionths > right.millionths) -
	       (left.millionths < right.millionths);
}

struct decimal decimal_round(struct decimal decimal, int places)
{
	int64_t step = 1;
	for (int i = places; i < DECIMAL_PLACES; i++) {
		step *= 10;
	}
	int64_t rest = decimal.millionths % step;
	decimal.millionths -= rest;
	struct decimal away = decimal;
	if (rest * 2 >= step) {
		decimal_add(decimal, (struct decimal){step}, &away);
	} else if (-rest * 2 >= step) {
		decimal_subtract(decimal, (struct decimal){step}, &away);
	}
	return away;
}

bool decimal_is_integer(struct decimal decimal)
{
	return decimal.millionths % DECIMAL_ONE == 0;
}

int64_t decimal_integer(struct decimal decimal)
{
	return decimal.millionths / DECIMAL_ONE;
}

char *decimal_text(struct arena *arena, struct decimal decimal, int places)
{
	uint64_t value = magnitude(decimal.millionths);
	char fraction[DECIMAL_PLACES + 1];
	g_snprintf(fraction, sizeof fraction, "%06u", (unsigned)(value % DECIMAL_ONE));
	int length = DECIMAL_PLACES;
	while (length > places && fraction[length - 1] == '0') {
		length--;
	}
	fraction[length] = '\0';
	return arena_printf(arena, "%s%" G_GUINT64_FORMAT "%s%s",
		decimal.millionths < 0 ? "-" : "", value / DECIMAL_ONE, length ? "." : "",
		fraction);
}
