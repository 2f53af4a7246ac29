/* The one table of character classes, by code point. What it does not list is classed by
 * Unicode's general category. */
#include "text/classes.h"

struct range {
	gunichar first;
	gunichar last;
	struct character_kind kind;
};

#define HAN SIDE_HAN
#define LATIN SIDE_LATIN
#define HAN_FIRST SIDE_HAN_ELSE_LATIN
#define LATIN_FIRST SIDE_LATIN_ELSE_HAN
#define NEIGHBOUR SIDE_BY_NEIGHBOUR

/* clang-format off */
static const struct range ranges[] = {
	{0x0000, 0x0008, {CLASS_IGNORED, LATIN}},
	{0x0009, 0x000D, {CLASS_SPACE, LATIN}},
	{0x000E, 0x001F, {CLASS_IGNORED, LATIN}},
	{0x0020, 0x0020, {CLASS_SPACE, LATIN}},
	{'!', '!', {CLASS_LATIN_STOP, LATIN}},
	{'"', '"', {CLASS_LETTER, LATIN}},
	{'#', '$', {CLASS_PREFIX, LATIN}},
	{'%', '%', {CLASS_UNIT, LATIN}},
	{'&', '\'', {CLASS_LETTER, LATIN}},
	{'(', '(', {CLASS_LATIN_OPENING, LATIN}},
	{')', ')', {CLASS_LATIN_CLOSING, LATIN}},
	{'*', '*', {CLASS_LETTER, LATIN}},
	{'+', '+', {CLASS_PREFIX, LATIN}},
	{',', ',', {CLASS_LATIN_STOP, LATIN}},
	{'-', '-', {CLASS_CONNECTOR, LATIN}},
	{'.', '.', {CLASS_LATIN_STOP, LATIN}},
	{'/', '/', {CLASS_SOLIDUS, LATIN}},
	{'0', '9', {CLASS_DIGIT, LATIN}},
	{':', ';', {CLASS_LATIN_STOP, LATIN}},
	{'<', '>', {CLASS_PREFIX, LATIN}},
	{'?', '?', {CLASS_LATIN_STOP, LATIN}},
	{'@', 'Z', {CLASS_LETTER, LATIN}},
	{'[', '[', {CLASS_LATIN_OPENING, LATIN}},
	{'\\', '\\', {CLASS_LETTER, LATIN}},
	{']', ']', {CLASS_LATIN_CLOSING, LATIN}},
	{'^', 'z', {CLASS_LETTER, LATIN}},
	{'{', '{', {CLASS_LATIN_OPENING, LATIN}},
	{'|', '|', {CLASS_LETTER, LATIN}},
	{'}', '}', {CLASS_LATIN_CLOSING, LATIN}},
	{'~', '~', {CLASS_CONNECTOR, LATIN}},
	{0x007F, 0x009F, {CLASS_IGNORED, LATIN}},
	{0x00A0, 0x00A0, {CLASS_GLUE, LATIN}},
	{0x00A2, 0x00A2, {CLASS_UNIT, LATIN_FIRST}},
	{0x00A3, 0x00A5, {CLASS_PREFIX, LATIN_FIRST}},
	{0x00A7, 0x00A7, {CLASS_PREFIX, HAN_FIRST}},
	{0x00AD, 0x00AD, {CLASS_IGNORED, LATIN}},
	{0x00B0, 0x00B0, {CLASS_UNIT, LATIN_FIRST}},
	{0x00B1, 0x00B1, {CLASS_PREFIX, HAN_FIRST}},
	{0x00B2, 0x00B3, {CLASS_UNIT, LATIN_FIRST}},
	{0x00B7, 0x00B7, {CLASS_MID_DOT, NEIGHBOUR}},
	{0x00B9, 0x00B9, {CLASS_UNIT, LATIN_FIRST}},
	{0x00D7, 0x00D7, {CLASS_PREFIX, HAN_FIRST}}, /* × */
	{0x00F7, 0x00F7, {CLASS_PREFIX, HAN_FIRST}}, /* ÷ */
	{0x0370, 0x052F, {CLASS_LETTER, LATIN_FIRST}},
	{0x2000, 0x200A, {CLASS_SPACE, LATIN_FIRST}},
	{0x200B, 0x200B, {CLASS_IGNORED, LATIN}},
	{0x200C, 0x200D, {CLASS_COMBINING, LATIN}},
	{0x200E, 0x200F, {CLASS_IGNORED, LATIN}},
	{0x2010, 0x2010, {CLASS_CONNECTOR, LATIN_FIRST}},
	{0x2011, 0x2011, {CLASS_GLUE, LATIN_FIRST}},
	{0x2012, 0x2013, {CLASS_CONNECTOR, LATIN_FIRST}},
	{0x2014, 0x2015, {CLASS_DASH, NEIGHBOUR}},
	{0x2016, 0x2016, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2018, 0x2018, {CLASS_OPENING, NEIGHBOUR}}, /* ‘ */
	{0x2019, 0x2019, {CLASS_CLOSING, NEIGHBOUR}}, /* ’ */
	{0x201C, 0x201C, {CLASS_OPENING, NEIGHBOUR}}, /* “ */
	{0x201D, 0x201D, {CLASS_CLOSING, NEIGHBOUR}}, /* ” */
	{0x2022, 0x2022, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2025, 0x2026, {CLASS_ELLIPSIS, NEIGHBOUR}},
	{0x2027, 0x2027, {CLASS_MID_DOT, NEIGHBOUR}},
	{0x2028, 0x2029, {CLASS_SPACE, LATIN}},
	{0x202A, 0x202E, {CLASS_IGNORED, LATIN}},
	{0x202F, 0x202F, {CLASS_GLUE, LATIN_FIRST}},
	{0x2030, 0x2034, {CLASS_UNIT, LATIN_FIRST}}, /* ‰ */
	{0x203B, 0x203B, {CLASS_SYMBOL, HAN_FIRST}}, /* ※ */
	{0x203C, 0x203C, {CLASS_STOP, HAN}},
	{0x2044, 0x2044, {CLASS_SOLIDUS, LATIN_FIRST}},
	{0x2047, 0x2049, {CLASS_STOP, HAN}},
	{0x205F, 0x205F, {CLASS_SPACE, LATIN_FIRST}},
	{0x2060, 0x206F, {CLASS_IGNORED, LATIN}},
	{0x2070, 0x209F, {CLASS_UNIT, LATIN_FIRST}},
	{0x20A0, 0x20CF, {CLASS_PREFIX, LATIN_FIRST}},
	{0x20D0, 0x20FF, {CLASS_COMBINING, LATIN}},
	{0x2100, 0x2102, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2103, 0x2103, {CLASS_UNIT, HAN_FIRST}}, /* ℃ */
	{0x2104, 0x2108, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2109, 0x2109, {CLASS_UNIT, HAN_FIRST}},
	{0x210A, 0x2115, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2116, 0x2116, {CLASS_PREFIX, HAN_FIRST}}, /* № */
	{0x2117, 0x2125, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2126, 0x2126, {CLASS_UNIT, LATIN_FIRST}},
	{0x2127, 0x214F, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2150, 0x215F, {CLASS_UNIT, LATIN_FIRST}},
	{0x2160, 0x218F, {CLASS_IDEOGRAPH, HAN_FIRST}}, /* Ⅳ */
	{0x2190, 0x21FF, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2200, 0x22EE, {CLASS_PREFIX, HAN_FIRST}}, /* ≤ ≥ ≠ √ */
	{0x22EF, 0x22EF, {CLASS_ELLIPSIS, HAN}},
	{0x22F0, 0x22FF, {CLASS_PREFIX, HAN_FIRST}},
	{0x2300, 0x245F, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2460, 0x24FF, {CLASS_IDEOGRAPH, HAN_FIRST}}, /* ① */
	{0x2500, 0x2BFF, {CLASS_SYMBOL, HAN_FIRST}},
	{0x2E3A, 0x2E3B, {CLASS_DASH, HAN}}, /* ⸺ */
	{0x2E80, 0x2FFF, {CLASS_IDEOGRAPH, HAN}},
	{0x3000, 0x3000, {CLASS_BLANK, HAN}},
	{0x3001, 0x3002, {CLASS_STOP, HAN}},
	{0x3003, 0x3007, {CLASS_IDEOGRAPH, HAN}},
	{0x3008, 0x3008, {CLASS_OPENING, HAN}},
	{0x3009, 0x3009, {CLASS_CLOSING, HAN}},
	{0x300A, 0x300A, {CLASS_OPENING, HAN}},
	{0x300B, 0x300B, {CLASS_CLOSING, HAN}},
	{0x300C, 0x300C, {CLASS_OPENING, HAN}},
	{0x300D, 0x300D, {CLASS_CLOSING, HAN}},
	{0x300E, 0x300E, {CLASS_OPENING, HAN}},
	{0x300F, 0x300F, {CLASS_CLOSING, HAN}},
	{0x3010, 0x3010, {CLASS_OPENING, HAN}},
	{0x3011, 0x3011, {CLASS_CLOSING, HAN}},
	{0x3012, 0x3013, {CLASS_IDEOGRAPH, HAN}},
	{0x3014, 0x3014, {CLASS_OPENING, HAN}},
	{0x3015, 0x3015, {CLASS_CLOSING, HAN}},
	{0x3016, 0x3016, {CLASS_OPENING, HAN}},
	{0x3017, 0x3017, {CLASS_CLOSING, HAN}},
	{0x3018, 0x3018, {CLASS_OPENING, HAN}},
	{0x3019, 0x3019, {CLASS_CLOSING, HAN}},
	{0x301A, 0x301A, {CLASS_OPENING, HAN}},
	{0x301B, 0x301B, {CLASS_CLOSING, HAN}},
	{0x301C, 0x301C, {CLASS_CONNECTOR, HAN}},
	{0x301D, 0x301D, {CLASS_OPENING, HAN}},
	{0x301E, 0x301F, {CLASS_CLOSING, HAN}},
	{0x3020, 0x3029, {CLASS_IDEOGRAPH, HAN}},
	{0x302A, 0x302F, {CLASS_COMBINING, HAN}},
	{0x3030, 0x3098, {CLASS_IDEOGRAPH, HAN}},
	{0x3099, 0x309A, {CLASS_COMBINING, HAN}},
	{0x309B, 0x30FA, {CLASS_IDEOGRAPH, HAN}},
	{0x30FB, 0x30FB, {CLASS_MID_DOT, HAN}},
	{0x30FC, 0x3370, {CLASS_IDEOGRAPH, HAN}},
	{0x3371, 0x33DF, {CLASS_UNIT, HAN}}, /* ㎡ ㎏ */
	{0x33E0, 0x4DBF, {CLASS_IDEOGRAPH, HAN}},
	{0x4DC0, 0x4DFF, {CLASS_SYMBOL, HAN_FIRST}},
	{0x4E00, 0x9FFF, {CLASS_IDEOGRAPH, HAN}},
	{0xAC00, 0xD7AF, {CLASS_IDEOGRAPH, HAN}},
	{0xE000, 0xFAFF, {CLASS_IDEOGRAPH, HAN}},
	{0xFE00, 0xFE0F, {CLASS_COMBINING, HAN}},
	{0xFE20, 0xFE2F, {CLASS_COMBINING, LATIN}},
	{0xFE30, 0xFE6F, {CLASS_IDEOGRAPH, HAN}},
	{0xFEFF, 0xFEFF, {CLASS_IGNORED, LATIN}},
	{0xFF01, 0xFF01, {CLASS_STOP, HAN}},
	{0xFF02, 0xFF02, {CLASS_IDEOGRAPH, HAN}},
	{0xFF03, 0xFF04, {CLASS_PREFIX, HAN}},
	{0xFF05, 0xFF05, {CLASS_UNIT, HAN}},
	{0xFF06, 0xFF07, {CLASS_IDEOGRAPH, HAN}},
	{0xFF08, 0xFF08, {CLASS_OPENING, HAN}},
	{0xFF09, 0xFF09, {CLASS_CLOSING, HAN}},
	{0xFF0A, 0xFF0A, {CLASS_IDEOGRAPH, HAN}},
	{0xFF0B, 0xFF0B, {CLASS_PREFIX, HAN}},
	{0xFF0C, 0xFF0C, {CLASS_STOP, HAN}},
	{0xFF0D, 0xFF0D, {CLASS_CONNECTOR, HAN}},
	{0xFF0E, 0xFF0E, {CLASS_STOP, HAN}},
	{0xFF0F, 0xFF0F, {CLASS_SOLIDUS, HAN}},
	{0xFF10, 0xFF19, {CLASS_DIGIT, HAN}},
	{0xFF1A, 0xFF1B, {CLASS_STOP, HAN}},
	{0xFF1C, 0xFF1E, {CLASS_PREFIX, HAN}},
	{0xFF1F, 0xFF1F, {CLASS_STOP, HAN}},
	{0xFF20, 0xFF3A, {CLASS_IDEOGRAPH, HAN}},
	{0xFF3B, 0xFF3B, {CLASS_OPENING, HAN}},
	{0xFF3C, 0xFF3C, {CLASS_IDEOGRAPH, HAN}},
	{0xFF3D, 0xFF3D, {CLASS_CLOSING, HAN}},
	{0xFF3E, 0xFF5A, {CLASS_IDEOGRAPH, HAN}},
	{0xFF5B, 0xFF5B, {CLASS_OPENING, HAN}},
	{0xFF5C, 0xFF5C, {CLASS_IDEOGRAPH, HAN}},
	{0xFF5D, 0xFF5D, {CLASS_CLOSING, HAN}},
	{0xFF5E, 0xFF5E, {CLASS_CONNECTOR, HAN}},
	{0xFF5F, 0xFF5F, {CLASS_OPENING, HAN}},
	{0xFF60, 0xFF60, {CLASS_CLOSING, HAN}},
	{0xFF61, 0xFF61, {CLASS_STOP, HAN}},
	{0xFF62, 0xFF62, {CLASS_OPENING, HAN}},
	{0xFF63, 0xFF63, {CLASS_CLOSING, HAN}},
	{0xFF64, 0xFF64, {CLASS_STOP, HAN}},
	{0xFF65, 0xFFDF, {CLASS_IDEOGRAPH, HAN}},
	{0xFFE0, 0xFFE0, {CLASS_UNIT, HAN}},
	{0xFFE1, 0xFFE1, {CLASS_PREFIX, HAN}},
	{0xFFE2, 0xFFE4, {CLASS_IDEOGRAPH, HAN}},
	{0xFFE5, 0xFFE6, {CLASS_PREFIX, HAN}},
	{0xFFE7, 0xFFEE, {CLASS_IDEOGRAPH, HAN}},
	{0x1F100, 0x1F2FF, {CLASS_IDEOGRAPH, HAN_FIRST}},
	{0x1F300, 0x1FAFF, {CLASS_SYMBOL, HAN_FIRST}},
	{0x20000, 0x3FFFF, {CLASS_IDEOGRAPH, HAN}},
	{0xE0100, 0xE01EF, {CLASS_COMBINING, HAN}},
};
/* clang-format on */

#undef HAN
#undef LATIN
#undef HAN_FIRST
#undef LATIN_FIRST
#undef NEIGHBOUR

static struct character_kind kind_by_category(gunichar character)
{
	switch ((int)g_unichar_type(character)) {
	case G_UNICODE_NON_SPACING_MARK:
	case G_UNICODE_SPACING_MARK:
	case G_UNICODE_ENCLOSING_MARK:
		return (struct character_kind){CLASS_COMBINING, SIDE_LATIN};
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
		return (struct character_kind){CLASS_IGNORED, SIDE_LATIN};
	case G_UNICODE_LOWERCASE_LETTER:
	case G_UNICODE_UPPERCASE_LETTER:
	case G_UNICODE_TITLECASE_LETTER:
	case G_UNICODE_MODIFIER_LETTER:
	case G_UNICODE_OTHER_LETTER:
		return (struct character_kind){CLASS_LETTER, SIDE_LATIN_ELSE_HAN};
	case G_UNICODE_DECIMAL_NUMBER:
		return (struct character_kind){CLASS_DIGIT, SIDE_LATIN_ELSE_HAN};
	default:
		return (struct character_kind){CLASS_SYMBOL, SIDE_HAN_ELSE_LATIN};
	}
}

struct character_kind character_kind(gunichar character)
{
	if (character >= 0x4E00 && character <= 0x9FFF) {
		return (struct character_kind){CLASS_IDEOGRAPH, SIDE_HAN};
	}
	size_t low = 0;
	size_t high = G_N_ELEMENTS(ranges);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (character < ranges[middle].first) {
			high = middle;
		} else if (character > ranges[middle].last) {
			low = middle + 1;
		} else {
			return ranges[middle].kind;
		}
	}
	return kind_by_category(character);
}

const char *character_class_name(enum character_class class)
{
	static const char *const names[] = {
		[CLASS_IDEOGRAPH] = "ideograph",
		[CLASS_OPENING] = "opening",
		[CLASS_CLOSING] = "closing",
		[CLASS_STOP] = "stop",
		[CLASS_MID_DOT] = "mid-dot",
		[CLASS_DASH] = "dash",
		[CLASS_ELLIPSIS] = "ellipsis",
		[CLASS_CONNECTOR] = "connector",
		[CLASS_SOLIDUS] = "solidus",
		[CLASS_LETTER] = "letter",
		[CLASS_DIGIT] = "digit",
		[CLASS_UNIT] = "unit",
		[CLASS_PREFIX] = "prefix",
		[CLASS_LATIN_OPENING] = "latin-opening",
		[CLASS_LATIN_CLOSING] = "latin-closing",
		[CLASS_LATIN_STOP] = "latin-stop",
		[CLASS_SPACE] = "space",
		[CLASS_BLANK] = "blank",
		[CLASS_GLUE] = "glue",
		[CLASS_SYMBOL] = "symbol",
		[CLASS_COMBINING] = "combining",
		[CLASS_IGNORED] = "ignored",
	};
	return names[class];
}

static bool is_in(guint32 set, enum character_class class)
{
	return set >> class & 1;
}

bool class_may_start_line(enum character_class class)
{
	return !is_in(1U << CLASS_CLOSING | 1U << CLASS_STOP | 1U << CLASS_MID_DOT |
			      1U << CLASS_DASH | 1U << CLASS_ELLIPSIS |
			      1U << CLASS_CONNECTOR | 1U << CLASS_SOLIDUS |
			      1U << CLASS_LATIN_CLOSING | 1U << CLASS_LATIN_STOP |
			      1U << CLASS_COMBINING,
		class);
}

bool class_may_end_line(enum character_class class)
{
	return !is_in(
		1U << CLASS_OPENING | 1U << CLASS_LATIN_OPENING | 1U << CLASS_SOLIDUS,
		class);
}

bool class_is_western(enum character_class class)
{
	return is_in(1U << CLASS_LETTER | 1U << CLASS_DIGIT | 1U << CLASS_UNIT |
			     1U << CLASS_PREFIX | 1U << CLASS_LATIN_OPENING |
			     1U << CLASS_LATIN_CLOSING | 1U << CLASS_LATIN_STOP,
		class);
}

bool character_is_han_numeral(gunichar character)
{
	static const gunichar numerals[] = {0x3007, 0x4E00, 0x4E03, 0x4E09, 0x4E24,
		0x4E5D, 0x4E8C, 0x4E94, 0x516B, 0x516D, 0x5341, 0x5343, 0x56DB, 0x767E,
		0x96F6};
	for (size_t i = 0; i < G_N_ELEMENTS(numerals); i++) {
		if (numerals[i] == character) {
			return true;
		}
	}
	return false;
}
