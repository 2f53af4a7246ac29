/* Formats of numbers keep what an earlier one settled: `| 万元 | 2位 | 千分` converts,
 * rounds and groups. Only `%` writes a sign; units stand in the layout's text. */
#include "expr/filters.h"

#include "base/language.h"
#include "expr/dates.h"
#include "expr/numerals.h"
#include "expr/results.h"
#include "expr/typing.h"

#include <string.h>

/* One use of a format: a value that fits, and its number where it has one. */
struct use {
	struct evaluation *evaluation;
	const struct node *node;
	const struct value *value;
	struct quantity quantity;
};

enum taken {
	TAKES_NUMBER,
	TAKES_DATE, /* dates, periods and years */
};

struct filter {
	const char *name;
	enum taken taken;
	const char *unit; /* that it converts to; NULL: it keeps the unit */
	bool text;        /* gives text, which no calculation takes */
	const struct value *(*apply)(const struct use *use);
	struct date_form form;
};

/* The places after the point that a number shows as it is written now. */
static int shown_places(const struct value *value)
{
	struct decimal read;
	size_t length;
	if (!decimal_parse(value->written.text, &read, &length) ||
		decimal_compare(read, value->number) != 0) {
		return 0;
	}
	for (size_t i = 0; i < length; i++) {
		if (value->written.text[i] == '.') {
			return (int)(length - i - 1);
		}
	}
	return 0;
}

static const struct value *as_number(
	const struct use *use, struct quantity quantity, const char *digits)
{
	struct arena *arena = use->evaluation->arena;
	bool percent = strcmp(quantity.unit, "%") == 0 &&
		       (g_str_has_suffix(use->value->written.text, "%") ||
			       strcmp(use->node->name, "%") == 0);
	const char *text = percent ? arena_printf(arena, "%s%%", digits) : digits;
	return result_number_as(arena, quantity, text, use->value->place);
}

static const struct value *as_text(const struct use *use, const char *text)
{
	return result_text(
		use->evaluation->arena, passage_plain(text, use->value->place));
}

/* 1234567.50 as 1,234,567.50 */
static const char *grouped(struct arena *arena, const char *digits)
{
	GString *text = arena_text(arena);
	const char *point = strchr(digits, '.');
	size_t whole = point ? (size_t)(point - digits) : strlen(digits);
	for (size_t i = 0; digits[i]; i++) {
		if (i > 0 && i < whole && (whole - i) % 3 == 0 && digits[i - 1] != '-') {
			g_string_append_c(text, ',');
		}
		g_string_append_c(text, digits[i]);
	}
	return text->str;
}

static const struct value *group(const struct use *use)
{
	struct arena *arena = use->evaluation->arena;
	const char *digits =
		decimal_text(arena, use->quantity.number, shown_places(use->value));
	return as_number(use, use->quantity, grouped(arena, digits));
}

static const struct value *fix_places(const struct use *use)
{
	struct quantity quantity = use->quantity;
	quantity.number = decimal_round(quantity.number, use->node->places);
	return as_number(use, quantity,
		decimal_text(use->evaluation->arena, quantity.number, use->node->places));
}

static const struct value *convert(const struct use *use)
{
	struct quantity quantity;
	enum unit_outcome outcome =
		unit_convert(use->quantity, use->node->filter->unit, &quantity);
	if (!unit_outcome_holds(use->evaluation, use->node, use->value,
		    use->node->filter->unit, outcome)) {
		return NULL;
	}
	bool same = decimal_compare(quantity.number, use->quantity.number) == 0;
	int places = same ? shown_places(use->value) : 0;
	return as_number(use, quantity,
		decimal_text(use->evaluation->arena, quantity.number, places));
}

static const struct value *refuse_number(const struct use *use, const char *problem)
{
	struct arena *arena = use->evaluation->arena;
	evaluation_fault(use->evaluation, use->node, use->value, "numeral-range",
		arena_printf(arena, "“%s”%s“%s”",
			decimal_text(arena, use->quantity.number, 0), problem,
			use->node->name));
	return NULL;
}

static const struct value *numeral(const struct use *use)
{
	struct decimal number = use->quantity.number;
	const char *text = NULL;
	if (decimal_is_integer(number)) {
		text = numeral_text(use->evaluation->arena, decimal_integer(number),
			use->node->filter->name);
	}
	return text ? as_text(use, text) : refuse_number(use, _("不能写成序号"));
}

static const struct value *capitals(const struct use *use)
{
	struct quantity quantity;
	enum unit_outcome outcome = unit_convert(use->quantity, "元", &quantity);
	if (!unit_outcome_holds(use->evaluation, use->node, use->value, "元", outcome)) {
		return NULL;
	}
	return as_text(use, numeral_money(use->evaluation->arena, quantity.number));
}

static const struct value *written_date(const struct use *use)
{
	struct arena *arena = use->evaluation->arena;
	struct date_form form = use->node->filter->form;
	const struct value *value = use->value;
	if (value->kind == VALUE_PERIOD) {
		return as_text(use, period_text(arena, value->period, form));
	}
	struct date date = value->period.first;
	if (value->kind == VALUE_NUMBER) {
		if (!decimal_is_integer(value->number) || value->number.millionths < 0 ||
			decimal_integer(value->number) > G_MAXINT) {
			return refuse_number(use, _("不能写成日期"));
		}
		date = (struct date){.year = (int)decimal_integer(value->number)};
	}
	return as_text(use, date_text(arena, date, form));
}

static const struct filter filters[] = {
	{"千分", TAKES_NUMBER, NULL, false, group, {0}},
	{"位", TAKES_NUMBER, NULL, false, fix_places, {0}},
	{"%", TAKES_NUMBER, "%", false, convert, {0}},
	{"元", TAKES_NUMBER, "元", false, convert, {0}},
	{"千元", TAKES_NUMBER, "千元", false, convert, {0}},
	{"万元", TAKES_NUMBER, "万元", false, convert, {0}},
	{"百万元", TAKES_NUMBER, "百万元", false, convert, {0}},
	{"亿元", TAKES_NUMBER, "亿元", false, convert, {0}},
	{"大写", TAKES_NUMBER, "元", true, capitals, {0}},
	{"1", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"01", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"一", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"壹", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"〇", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"①", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"⑴", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"⒈", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"㈠", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"Ⅰ", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"I", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"i", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"a", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"A", TAKES_NUMBER, NULL, true, numeral, {0}},
	{"年", TAKES_DATE, NULL, true, written_date, {.parts = 1}},
	{"年月", TAKES_DATE, NULL, true, written_date, {.parts = 2}},
	{"年月日", TAKES_DATE, NULL, true, written_date, {.parts = 3}},
	{"点", TAKES_DATE, NULL, true, written_date, {.parts = 3, .dotted = true}},
	{"汉字年", TAKES_DATE, NULL, true, written_date, {.parts = 1, .han = true}},
	{"汉字年月", TAKES_DATE, NULL, true, written_date, {.parts = 2, .han = true}},
	{"汉字年月日", TAKES_DATE, NULL, true, written_date, {.parts = 3, .han = true}},
};

const struct filter *filter_find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(filters); i++) {
		if (strcmp(filters[i].name, name) == 0) {
			return &filters[i];
		}
	}
	return NULL;
}

const char *const *filter_names(struct arena *arena)
{
	size_t count = G_N_ELEMENTS(filters);
	const char **names = arena_new_array(arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		names[i] = filters[i].name;
	}
	return names;
}

static bool takes(const struct filter *filter, const struct type *type)
{
	if (!type) {
		return true;
	}
	if (filter->taken == TAKES_DATE) {
		return type->kind == TYPE_DATE || type->kind == TYPE_PERIOD ||
		       type->kind == TYPE_YEAR;
	}
	return type->kind == TYPE_DECIMAL || type->kind == TYPE_PERCENT ||
	       type->kind == TYPE_YEAR;
}

const struct type *filter_type(
	struct arena *arena, const struct filter *filter, const struct type *operand)
{
	if (!takes(filter, operand)) {
		return NULL;
	}
	if (filter->text) {
		return typing_simple(TYPE_TEXT);
	}
	return typing_number(arena, filter->unit ? filter->unit : typing_unit(operand));
}

bool filter_accepts_unit(const struct filter *filter, const char *unit)
{
	return !filter->unit || !unit || unit_alike(unit, filter->unit);
}

static bool fits(const struct filter *filter, const struct value *value)
{
	return value->kind == VALUE_NUMBER ||
	       (filter->taken == TAKES_DATE &&
		       (value->kind == VALUE_DATE || value->kind == VALUE_PERIOD));
}

const struct value *filter_value(
	struct evaluation *evaluation, const struct node *node, const struct value *value)
{
	if (!value || !fits(node->filter, value)) {
		return value;
	}
	struct use use = {.evaluation = evaluation, .node = node, .value = value};
	if (value->kind == VALUE_NUMBER) {
		value_quantity(evaluation, node, value, &use.quantity);
	}
	return node->filter->apply(&use);
}
