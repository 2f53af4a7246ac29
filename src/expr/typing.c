#include "expr/typing.h"

#include "base/language.h"

#include <string.h>

static const struct type simple[] = {
	[TYPE_TEXT] = {.kind = TYPE_TEXT},
	[TYPE_PROSE] = {.kind = TYPE_PROSE},
	[TYPE_DECIMAL] = {.kind = TYPE_DECIMAL},
	[TYPE_PERCENT] = {.kind = TYPE_PERCENT},
	[TYPE_DATE] = {.kind = TYPE_DATE},
	[TYPE_YEAR] = {.kind = TYPE_YEAR},
	[TYPE_PERIOD] = {.kind = TYPE_PERIOD},
	[TYPE_TARGET] = {.kind = TYPE_TARGET},
	[TYPE_BOOLEAN] = {.kind = TYPE_BOOLEAN},
};

const struct type *typing_simple(enum type_kind kind)
{
	g_assert(kind < G_N_ELEMENTS(simple));
	return &simple[kind];
}

const struct type *typing_number(struct arena *arena, const char *unit)
{
	if (!unit || !*unit) {
		return typing_simple(TYPE_DECIMAL);
	}
	struct type *type = arena_new(arena, struct type);
	type->kind = TYPE_DECIMAL;
	type->unit = unit;
	return type;
}

const struct type *typing_list(struct arena *arena, const struct type *element)
{
	struct type *type = arena_new(arena, struct type);
	type->kind = TYPE_LIST;
	type->element = element;
	return type;
}

const struct type *typing_flat_list(struct arena *arena, const struct type *element)
{
	return typing_list(arena, typing_element(element));
}

bool typing_is_many(const struct type *type)
{
	return type && (type->kind == TYPE_LIST || type->kind == TYPE_YEARS ||
			       type->kind == TYPE_CHOICES);
}

const struct type *typing_element(const struct type *type)
{
	if (!typing_is_many(type)) {
		return type;
	}
	bool words = type->kind == TYPE_CHOICES && !type->element;
	return words ? typing_simple(TYPE_TEXT) : type->element;
}

bool typing_is_number(const struct type *type)
{
	return !type || type->kind == TYPE_DECIMAL || type->kind == TYPE_PERCENT ||
	       type->kind == TYPE_YEAR || type->kind == TYPE_TARGET;
}

bool typing_is_text(const struct type *type)
{
	return !type || type->kind == TYPE_TEXT || type->kind == TYPE_CHOICE ||
	       type->kind == TYPE_PROSE;
}

bool typing_is_printable(const struct type *type)
{
	while (typing_is_many(type)) {
		type = typing_element(type);
	}
	return !type || type->kind != TYPE_RECORD;
}

const char *typing_unit(const struct type *type)
{
	if (!type) {
		return NULL;
	}
	return type->kind == TYPE_PERCENT ? "%" : type->unit;
}

static bool same_unit(const struct type *left, const struct type *right)
{
	return g_strcmp0(typing_unit(left), typing_unit(right)) == 0;
}

static bool same(const struct type *left, const struct type *right)
{
	if (left == right) {
		return true;
	}
	if (!left || !right || left->kind != right->kind) {
		return false;
	}
	return left->record == right->record && same_unit(left, right) &&
	       (left->element == right->element || same(left->element, right->element));
}

bool typing_unify(struct arena *arena, const struct type *left, const struct type *right,
	const struct type **result)
{
	if (!left || !right || same(left, right)) {
		*result = left ? left : right;
		return true;
	}
	if (typing_is_many(left) && typing_is_many(right)) {
		const struct type *element;
		bool shared = typing_unify(
			arena, typing_element(left), typing_element(right), &element);
		*result = shared ? typing_list(arena, element) : NULL;
		return shared;
	}
	if (!typing_is_printable(left) || !typing_is_printable(right)) {
		*result = NULL;
		return false;
	}
	if (typing_is_number(left) && typing_is_number(right)) {
		*result = typing_simple(TYPE_DECIMAL);
	} else {
		bool prose = left->kind == TYPE_PROSE || right->kind == TYPE_PROSE;
		*result = typing_simple(prose ? TYPE_PROSE : TYPE_TEXT);
	}
	return true;
}

static const char *number_words(struct arena *arena, const struct type *type)
{
	return type->unit ? arena_printf(arena, _("数（%s）"), type->unit) : _("数");
}

const char *typing_words(struct arena *arena, const struct type *type)
{
	if (!type) {
		return _("未知");
	}
	switch (type->kind) {
	case TYPE_TEXT:
		return _("文字");
	case TYPE_PROSE:
		return _("正文");
	case TYPE_DECIMAL:
		return number_words(arena, type);
	case TYPE_PERCENT:
		return _("百分数");
	case TYPE_DATE:
		return _("日期");
	case TYPE_YEAR:
		return _("年份");
	case TYPE_PERIOD:
		return _("期间");
	case TYPE_TARGET:
		return _("目标值");
	case TYPE_CHOICE:
		return _("选项");
	case TYPE_BOOLEAN:
		return _("是否");
	case TYPE_RECORD:
		return arena_printf(arena, _("记录“%s”"), type->record->name);
	case TYPE_CHOICES:
		return _("若干选项");
	case TYPE_LIST:
		return arena_printf(
			arena, _("列表（%s）"), typing_words(arena, type->element));
	case TYPE_YEARS:
		return arena_printf(
			arena, _("分年（%s）"), typing_words(arena, type->element));
	}
	g_assert_not_reached();
}
