/* Which operands go together. */
#include "expr/check.h"

#include "expr/units.h"

#include <string.h>

static const char *words(struct check *check, const struct type *type)
{
	return typing_words(check->arena, type);
}

static bool is_bare_number(const struct node *node)
{
	return node->kind == NODE_LITERAL && node->literal->kind == VALUE_NUMBER &&
	       !*node->literal->unit && node->literal->number.millionths != 0;
}

/* 完成率 >= 90 would compare 0.9 with 90. */
static bool check_share(struct check *check, const struct node *node,
	const struct type *type, const struct node *other)
{
	if (g_strcmp0(typing_unit(type), "%") != 0 || !is_bare_number(other)) {
		return true;
	}
	check_refuse(check, node, "unit-mismatch", "百分数与没有百分号的数“%s”放在一起",
		other->literal->written.text);
	diagnostics_hint(check->diagnostics, "写作“%s%%”", other->literal->written.text);
	return false;
}

/* Numbers that are added or compared must have units that convert. */
static bool check_units(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	const char *unit = typing_unit(left);
	const char *other = typing_unit(right);
	if (unit && other && !unit_alike(unit, other)) {
		check_refuse(check, node, "unit-mismatch", "单位“%s”与“%s”不能换算", unit,
			other);
		return false;
	}
	return check_share(check, node, left, node->operands[1]) &&
	       check_share(check, node, right, node->operands[0]);
}

static const struct type *check_sum(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	const char *unit = typing_unit(left);
	if (!check_units(check, node, left, right)) {
		return NULL;
	}
	return typing_number(check->arena, unit ? unit : typing_unit(right));
}

static const struct type *check_product(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	const char *unit = typing_unit(left);
	const char *other = typing_unit(right);
	if (node->operation == OPERATION_DIVIDE) {
		return typing_number(check->arena, other ? NULL : unit);
	}
	if (unit && other && !unit_is_share(unit) && !unit_is_share(other)) {
		return check_refuse(check, node, "unit-mismatch",
			"带单位“%s”与“%s”的数不能相乘", unit, other);
	}
	bool share = unit && unit_is_share(unit);
	return typing_number(check->arena, unit && !share ? unit : other);
}

static const struct type *check_arithmetic(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	bool sum =
		node->operation == OPERATION_ADD || node->operation == OPERATION_SUBTRACT;
	if (node->operation == OPERATION_ADD && typing_is_text(left) &&
		typing_is_text(right)) {
		return left && right ? typing_simple(TYPE_TEXT) : NULL;
	}
	if (!typing_is_number(left) || !typing_is_number(right)) {
		check_refuse(check, node, "type-mismatch", "%s与%s不能这样计算",
			words(check, left), words(check, right));
		if (typing_is_many(left) || typing_is_many(right)) {
			diagnostics_hint(check->diagnostics, "列表可先用 sum(…) 合计");
		}
		return NULL;
	}
	return sum ? check_sum(check, node, left, right)
		   : check_product(check, node, left, right);
}

/* Targets may be words, numbers may be marks: both compare with texts written out. */
static bool is_mark(const struct node *node)
{
	static const char *const marks[] = {"", "/", "—", "无"};
	for (size_t i = 0; node->kind == NODE_LITERAL && i < G_N_ELEMENTS(marks); i++) {
		if (strcmp(node->literal->written.text, marks[i]) == 0) {
			return true;
		}
	}
	return false;
}

static bool can_equal(
	const struct node *node, const struct type *left, const struct type *right)
{
	if (!left || !right || (typing_is_number(left) && typing_is_number(right)) ||
		(typing_is_text(left) && typing_is_text(right))) {
		return true;
	}
	if (left->kind == TYPE_RECORD || right->kind == TYPE_RECORD ||
		typing_is_many(left) || typing_is_many(right)) {
		return false;
	}
	return left->kind == right->kind ||
	       (left->kind == TYPE_TARGET && typing_is_text(right)) ||
	       (right->kind == TYPE_TARGET && typing_is_text(left)) ||
	       is_mark(node->operands[0]) || is_mark(node->operands[1]);
}

static bool can_order(const struct type *left, const struct type *right)
{
	return !left || !right || (typing_is_number(left) && typing_is_number(right)) ||
	       (left->kind == TYPE_DATE && right->kind == TYPE_DATE);
}

/* The words of a choice are known: another one would never be equal. */
static bool check_choice(struct check *check, const struct node *node,
	const struct type *type, const struct node *word)
{
	if (!type || !type->choices || word->kind != NODE_LITERAL ||
		word->literal->kind != VALUE_TEXT) {
		return true;
	}
	const char *text = word->literal->written.text;
	if (g_strv_contains(type->choices, text) || is_mark(word)) {
		return true;
	}
	check_refuse(check, node, "choice-unknown", "选项里没有“%s”", text);
	check_suggest(check, nearest_word(type->choices, text));
	return false;
}

static const struct type *check_comparison(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	bool equality = node->operation == OPERATION_EQUAL ||
			node->operation == OPERATION_UNEQUAL;
	if (equality ? !can_equal(node, left, right) : !can_order(left, right)) {
		check_refuse(check, node, "type-mismatch", "%s与%s不能比较",
			words(check, left), words(check, right));
	} else if (left && right && typing_is_number(left) && typing_is_number(right)) {
		check_units(check, node, left, right);
	} else if (check_choice(check, node, left, node->operands[1])) {
		check_choice(check, node, right, node->operands[0]);
	}
	return typing_simple(TYPE_BOOLEAN);
}

static const struct type *check_in(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	const struct type *element = typing_element(right);
	bool inside = !right || typing_is_many(right) || typing_is_text(right);
	if (!inside || !can_equal(node, left, element)) {
		check_refuse(check, node, "type-mismatch", "%s不会在%s里",
			words(check, left), words(check, right));
	} else {
		check_choice(check, node, right && right->choices ? right : element,
			node->operands[0]);
	}
	return typing_simple(TYPE_BOOLEAN);
}

static const struct type *check_fallback(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	const struct type *shared;
	if (!typing_unify(check->arena, left, right, &shared)) {
		return check_refuse(check, node, "type-mismatch",
			"?? 两边是%s和%s，不能互相替代", words(check, left),
			words(check, right));
	}
	return shared;
}

const struct type *check_binary(struct check *check, const struct node *node,
	const struct type *left, const struct type *right)
{
	switch (node->operation) {
	case OPERATION_OR:
	case OPERATION_AND:
		return typing_simple(TYPE_BOOLEAN);
	case OPERATION_EQUAL:
	case OPERATION_UNEQUAL:
	case OPERATION_LESS:
	case OPERATION_AT_MOST:
	case OPERATION_MORE:
	case OPERATION_AT_LEAST:
		return check_comparison(check, node, left, right);
	case OPERATION_IN:
		return check_in(check, node, left, right);
	case OPERATION_FALLBACK:
		return check_fallback(check, node, left, right);
	case OPERATION_ADD:
	case OPERATION_SUBTRACT:
	case OPERATION_MULTIPLY:
	case OPERATION_DIVIDE:
		return check_arithmetic(check, node, left, right);
	}
	g_assert_not_reached();
}
