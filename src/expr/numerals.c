/* Chinese numerals are written in groups of four digits; a run of zeros inside reads as
 * one 零, at the end of a group as none. */
#include "expr/numerals.h"

#include <string.h>

enum {
	GROUP = 10000,
	CENTS = 100,
	MILLIONTHS_OF_CENT = DECIMAL_ONE / CENTS,
};

/* The greatest number that Chinese numerals are written for: 万亿 is the last group. */
static const int64_t HAN_LARGEST = INT64_C(9999999999999999);

struct han {
	const char *digits[10];
	const char *tens[4]; /* units inside a group, from the ones */
	bool short_ten;      /* 十二, not 一十二 */
};

static const struct han ordinary = {
	{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
	{"", "十", "百", "千"},
	true,
};

static const struct han capital = {
	{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
	{"", "拾", "佰", "仟"},
	false,
};

static void append_group(GString *text, int group, const struct han *han)
{
	static const int powers[] = {1, 10, 100, 1000};
	bool zero = false;
	bool begun = false;
	for (int place = 3; place >= 0; place--) {
		int digit = group / powers[place] % 10;
		if (!digit) {
			zero = begun;
			continue;
		}
		if (zero) {
			g_string_append(text, han->digits[0]);
		}
		if (!(han->short_ten && place == 1 && digit == 1 && text->len == 0)) {
			g_string_append(text, han->digits[digit]);
		}
		g_string_append(text, han->tens[place]);
		begun = true;
		zero = false;
	}
}

static void append_han(GString *text, int64_t number, const struct han *han)
{
	static const char *const names[] = {"", "万", "亿", "万"};
	int groups[4];
	for (int i = 0; i < 4; i++, number /= GROUP) {
		groups[i] = (int)(number % GROUP);
	}
	bool zero = false;
	size_t start = text->len;
	for (int i = 3; i >= 0; i--) {
		if (groups[i]) {
			if (text->len > start && (zero || groups[i] < GROUP / 10)) {
				g_string_append(text, han->digits[0]);
			}
			append_group(text, groups[i], han);
			g_string_append(text, names[i]);
		}
		zero = !groups[i];
		if (i == 3 && groups[3] && !groups[2]) {
			g_string_append(text, "亿");
		}
	}
	if (text->len == start) {
		g_string_append(text, han->digits[0]);
	}
}

static void append_plain(GString *text, int64_t number)
{
	g_string_append_printf(text, "%" G_GINT64_FORMAT, number);
}

static void append_ordinary(GString *text, int64_t number)
{
	append_han(text, number, &ordinary);
}

static void append_capital(GString *text, int64_t number)
{
	append_han(text, number, &capital);
}

/* 二〇二一: a digit after the other, as years are read. */
static void append_digits(GString *text, int64_t number)
{
	char digits[24];
	g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, number);
	for (const char *at = digits; *at; at++) {
		g_string_append(text, *at == '0' ? "〇" : ordinary.digits[*at - '0']);
	}
}

static void append_two_digits(GString *text, int64_t number)
{
	g_string_append_printf(text, "%02" G_GINT64_FORMAT, number);
}

static void append_circled(GString *text, int64_t number)
{
	gunichar first = number <= 20   ? 0x2460 - 1
			 : number <= 35 ? 0x3251 - 21
					: 0x32B1 - 36;
	g_string_append_unichar(text, first + (gunichar)number);
}

static void append_parenthesized(GString *text, int64_t number)
{
	g_string_append_unichar(text, 0x2474 - 1 + (gunichar)number);
}

static void append_dotted(GString *text, int64_t number)
{
	g_string_append_unichar(text, 0x2488 - 1 + (gunichar)number);
}

static void append_parenthesized_han(GString *text, int64_t number)
{
	g_string_append_unichar(text, 0x3220 - 1 + (gunichar)number);
}

static void append_roman_character(GString *text, int64_t number)
{
	g_string_append_unichar(text, 0x2160 - 1 + (gunichar)number);
}

static void append_roman(GString *text, int64_t number)
{
	static const struct {
		int value;
		const char *letters;
	} steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
		{90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"},
		{4, "IV"}, {1, "I"}};
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		for (; number >= steps[i].value; number -= steps[i].value) {
			g_string_append(text, steps[i].letters);
		}
	}
}

static void append_small_roman(GString *text, int64_t number)
{
	size_t start = text->len;
	append_roman(text, number);
	for (char *at = text->str + start; *at; at++) {
		*at = g_ascii_tolower(*at);
	}
}

/* a … z, aa, ab, …: digits from 1 to 26. */
static void append_letters(GString *text, int64_t number, char first)
{
	size_t start = text->len;
	for (; number > 0; number = (number - 1) / 26) {
		char letter = (char)(first + (number - 1) % 26);
		g_string_insert_c(text, (gssize)start, letter);
	}
}

static void append_small_letters(GString *text, int64_t number)
{
	append_letters(text, number, 'a');
}

static void append_capital_letters(GString *text, int64_t number)
{
	append_letters(text, number, 'A');
}

static const struct style {
	const char *name;
	int64_t first, last; /* the numbers that it can write */
	void (*append)(GString *text, int64_t number);
} styles[] = {
	{"1", 0, INT64_MAX, append_plain},
	{"01", 0, INT64_MAX, append_two_digits},
	{"一", 0, HAN_LARGEST, append_ordinary},
	{"壹", 0, HAN_LARGEST, append_capital},
	{"〇", 0, INT64_MAX, append_digits},
	{"①", 1, 50, append_circled},
	{"⑴", 1, 20, append_parenthesized},
	{"⒈", 1, 20, append_dotted},
	{"㈠", 1, 10, append_parenthesized_han},
	{"Ⅰ", 1, 12, append_roman_character},
	{"I", 1, 3999, append_roman},
	{"i", 1, 3999, append_small_roman},
	{"a", 1, INT64_MAX, append_small_letters},
	{"A", 1, INT64_MAX, append_capital_letters},
};

const char *numeral_text(struct arena *arena, int64_t number, const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
		const struct style *style = &styles[i];
		if (strcmp(style->name, name) == 0) {
			if (number < style->first || number > style->last) {
				return NULL;
			}
			GString *text = arena_text(arena);
			style->append(text, number);
			return text->str;
		}
	}
	return NULL;
}

char *numeral_money(struct arena *arena, struct decimal amount)
{
	GString *text = arena_text(arena);
	int64_t cents = decimal_round(amount, 2).millionths / MILLIONTHS_OF_CENT;
	if (cents < 0) {
		g_string_append(text, "负");
		cents = -cents;
	}
	int64_t yuan = cents / CENTS;
	int tenths = (int)(cents % CENTS / 10);
	int hundredths = (int)(cents % 10);
	if (yuan || !cents) {
		append_han(text, yuan, &capital);
		g_string_append(text, "元");
	}
	if (tenths) {
		g_string_append_printf(text, "%s角", capital.digits[tenths]);
	} else if (yuan && hundredths) {
		g_string_append(text, capital.digits[0]);
	}
	if (hundredths) {
		g_string_append_printf(text, "%s分", capital.digits[hundredths]);
	} else {
		g_string_append(text, "整");
	}
	return text->str;
}
