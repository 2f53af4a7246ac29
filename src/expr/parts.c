#include "expr/parts.h"

#include "expr/results.h"

#include <string.h>

struct builtin_part {
	enum type_kind owner;
	const char *name;
	enum type_kind type;
	const struct value *(*take)(struct arena *arena, const struct value *value);
};

static const struct value *take_first(struct arena *arena, const struct value *value)
{
	return value->kind == VALUE_PERIOD
		       ? result_date(arena, value->period.first, value->place)
		       : NULL;
}

static const struct value *take_last(struct arena *arena, const struct value *value)
{
	return value->kind == VALUE_PERIOD
		       ? result_date(arena, value->period.last, value->place)
		       : NULL;
}

/* A year, month or day; 0: the date does not say it. */
static const struct value *whole(
	struct arena *arena, int number, const struct value *date)
{
	if (date->kind != VALUE_DATE || number == 0) {
		return NULL;
	}
	struct quantity quantity = {decimal_from_integer(number), ""};
	return result_number(arena, quantity, date->place);
}

static const struct value *take_year(struct arena *arena, const struct value *value)
{
	return whole(arena, value->period.first.year, value);
}

static const struct value *take_month(struct arena *arena, const struct value *value)
{
	return whole(arena, value->period.first.month, value);
}

static const struct value *take_day(struct arena *arena, const struct value *value)
{
	return whole(arena, value->period.first.day, value);
}

static bool has_number(const struct value *value)
{
	return value->kind == VALUE_NUMBER ||
	       (value->kind == VALUE_TARGET && value->has_number);
}

static const struct value *take_sign(struct arena *arena, const struct value *value)
{
	static const char *const signs[] = {"", "=", "≥", "≤", ">", "<"};
	return has_number(value) ? result_text(arena, passage_plain(signs[value->sign],
							      value->place))
				 : NULL;
}

static const struct value *take_number(struct arena *arena, const struct value *value)
{
	struct quantity quantity = {value->number, value->unit ? value->unit : ""};
	return has_number(value) ? result_number(arena, quantity, value->place) : NULL;
}

static const struct value *take_unit(struct arena *arena, const struct value *value)
{
	if (!has_number(value) || !value->unit || !*value->unit) {
		return NULL;
	}
	return result_text(arena, passage_plain(value->unit, value->place));
}

static const struct builtin_part parts[] = {
	{TYPE_PERIOD, "起", TYPE_DATE, take_first},
	{TYPE_PERIOD, "止", TYPE_DATE, take_last},
	{TYPE_DATE, "年", TYPE_YEAR, take_year},
	{TYPE_DATE, "月", TYPE_DECIMAL, take_month},
	{TYPE_DATE, "日", TYPE_DECIMAL, take_day},
	{TYPE_TARGET, "符号", TYPE_TEXT, take_sign},
	{TYPE_TARGET, "数值", TYPE_DECIMAL, take_number},
	{TYPE_TARGET, "单位", TYPE_TEXT, take_unit},
	{TYPE_DECIMAL, "单位", TYPE_TEXT, take_unit},
};

const struct builtin_part *builtin_part_find(enum type_kind kind, const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (parts[i].owner == kind && strcmp(parts[i].name, name) == 0) {
			return &parts[i];
		}
	}
	return NULL;
}

const char *const *builtin_part_names(struct arena *arena, enum type_kind kind)
{
	const char **names =
		arena_new_array(arena, const char *, G_N_ELEMENTS(parts) + 1);
	size_t count = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (parts[i].owner == kind) {
			names[count++] = parts[i].name;
		}
	}
	return names;
}

enum type_kind builtin_part_type(const struct builtin_part *part)
{
	return part->type;
}

const struct value *builtin_part_value(
	struct arena *arena, const struct builtin_part *part, const struct value *value)
{
	return part->take(arena, value);
}
