#include "expr/amounts.h"

#include "expr/results.h"

#include <string.h>

/* GLib's macro casts const away. */
static const char *next_character(const char *at)
{
	return at + g_utf8_skip[(unsigned char)*at];
}

static const char *skip_spaces(const char *at)
{
	while (*at && g_unichar_isspace(g_utf8_get_char(at))) {
		at = next_character(at);
	}
	return at;
}

static bool is_digit(const char *at)
{
	return g_unichar_isdigit(g_utf8_get_char(at));
}

/* Behind a run of digits with its points and commas. */
static const char *skip_number(const char *at)
{
	while (is_digit(at) || *at == '.' || *at == ',') {
		at = next_character(at);
	}
	return at;
}

/* The unit of money that a text begins with; NULL: none. */
static const char *money_unit(const char *text)
{
	static const char *const units[] = {"百万元", "千元", "万元", "亿元", "元"};
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (g_str_has_prefix(text, units[i])) {
			return units[i];
		}
	}
	return NULL;
}

/* The amount that a number begins; NULL: it is none. *at goes behind the number. */
static const struct value *read_amount(
	struct arena *arena, const struct passage *text, const char **at)
{
	const char *start = *at;
	struct quantity quantity;
	size_t read;
	if (!decimal_parse(start, &quantity.number, &read)) {
		*at = skip_number(start);
		return NULL;
	}
	*at = start + read;
	const char *behind = skip_spaces(*at);
	quantity.unit = money_unit(behind);
	if (!quantity.unit) {
		return NULL;
	}
	*at = behind + strlen(quantity.unit);
	struct passage written = passage_part(
		arena, text, (size_t)(start - text->text), (size_t)(*at - text->text));
	return result_number_as(arena, quantity, written.text, written.place);
}

void amounts_find(struct arena *arena, const struct passage *text, GPtrArray *amounts)
{
	for (const char *at = text->text; *at;) {
		if (!is_digit(at)) {
			at = next_character(at);
			continue;
		}
		const struct value *amount = read_amount(arena, text, &at);
		if (amount) {
			g_ptr_array_add(amounts, (gpointer)(uintptr_t)amount);
		}
	}
}

/* What may stand between a name and its amount. */
static const char *skip_linking(const char *at)
{
	static const char linking[] = "为是共计合达约：:（()）安排预算经费资金金额人民币";
	while (*at && !is_digit(at) &&
		(g_unichar_isspace(g_utf8_get_char(at)) ||
			g_utf8_strchr(linking, -1, g_utf8_get_char(at)))) {
		at = next_character(at);
	}
	return at;
}

void amounts_find_named(struct arena *arena, const struct passage *text, const char *word,
	GPtrArray *amounts)
{
	const char *at = *word ? strstr(text->text, word) : NULL;
	for (; at; at = strstr(at, word)) {
		at = skip_linking(at + strlen(word));
		const struct value *amount =
			is_digit(at) ? read_amount(arena, text, &at) : NULL;
		if (amount) {
			g_ptr_array_add(amounts, (gpointer)(uintptr_t)amount);
		}
	}
}
