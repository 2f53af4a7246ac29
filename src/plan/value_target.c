/* Target values: a sign, a number and a unit where they are that plain; words otherwise.
 * Words are never a fault: `良好` and `5次以上` are targets too. */
#include "plan/scan.h"

#include <string.h>

enum {
	UNIT_LONGEST = 6
}; /* characters: `平方公里/人`; longer ones are words */

static const struct {
	const char *written; /* longer ones first */
	enum value_sign sign;
} signs[] = {
	{">=", SIGN_AT_LEAST},
	{"<=", SIGN_AT_MOST},
	{"＞＝", SIGN_AT_LEAST},
	{"＜＝", SIGN_AT_MOST},
	{"≥", SIGN_AT_LEAST},
	{"≧", SIGN_AT_LEAST},
	{"⩾", SIGN_AT_LEAST},
	{"≤", SIGN_AT_MOST},
	{"≦", SIGN_AT_MOST},
	{"⩽", SIGN_AT_MOST},
	{">", SIGN_MORE},
	{"＞", SIGN_MORE},
	{"<", SIGN_LESS},
	{"＜", SIGN_LESS},
	{"=", SIGN_EQUAL},
	{"＝", SIGN_EQUAL},
};

static enum value_sign scan_sign(struct scan *scan)
{
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (scan_word(scan, signs[i].written)) {
			return signs[i].sign;
		}
	}
	return SIGN_NONE;
}

/* Units that are none: `5次以上` says more than 5, `2021年底前` is a date, `5月起`
 * begins; but accidents are counted in 起. */
static bool says_more(const char *unit)
{
	static const char *const endings[] = {
		"以上", "以下", "以内", "左右", "前", "后", "起"};
	for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
		if (g_str_has_suffix(unit, endings[i])) {
			return strcmp(unit, "起") != 0;
		}
	}
	return false;
}

bool value_read_target(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	if (!value_read_text(reader, slot, value)) {
		return false;
	}
	value->kind = VALUE_TARGET;
	struct scan scan = {.at = value->written.text};
	enum value_sign sign = scan_sign(&scan);
	scan_spaces(&scan);
	struct decimal number;
	const char *unit = NULL;
	if (scan_decimal(&scan, &number)) {
		unit = scan_unit(&scan, reader->texts, UNIT_LONGEST);
	}
	if (!unit || says_more(unit)) {
		return true;
	}
	value->sign = sign;
	value->number = number;
	value->has_number = true;
	value->unit = unit;
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}
