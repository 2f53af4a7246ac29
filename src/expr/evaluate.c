#include "expr/evaluate.h"

#include "base/language.h"
#include "expr/filters.h"
#include "expr/functions.h"
#include "expr/operators.h"
#include "expr/parts.h"
#include "expr/results.h"

#include <string.h>

struct evaluation evaluation_begin(
	const struct scope *scope, struct arena *arena, struct diagnostics *diagnostics)
{
	while (scope && scope->outer) {
		scope = scope->outer;
	}
	return (struct evaluation){
		.arena = arena,
		.diagnostics = diagnostics,
		.used = scope ? scope->used : NULL,
		.root = scope,
	};
}

static const struct value *noted(struct evaluation *evaluation, const struct value *value)
{
	if (evaluation->used && value) {
		g_hash_table_add(evaluation->used, (gpointer)(uintptr_t)value);
	}
	return value;
}

void evaluation_fault(struct evaluation *evaluation, const struct node *node,
	const struct value *value, const char *code, const char *message)
{
	bool placed = value && value->place.source && value->place.line > 0;
	diagnostics_error(evaluation->diagnostics, placed ? value->place : node->place,
		code, "%s", message);
	if (placed) {
		diagnostics_related(
			evaluation->diagnostics, node->place, "版式在这里用到它");
	}
}

/* What a draft still awaits is printed like what is there. */
bool value_holds(const struct value *value)
{
	if (value && (value->kind == VALUE_BOOLEAN || value->awaited)) {
		return value->awaited || value->truth;
	}
	return value_is_present(value);
}

/* 2021年 is a year, not a number of years. */
static const char *unit_of(const struct value *value)
{
	bool year = value->type && value->type->kind == TYPE_YEAR;
	const char *unit = value->unit && !year ? value->unit : "";
	return strcmp(unit, "％") == 0 ? "%" : unit;
}

enum quantity_outcome value_quantity(struct evaluation *evaluation,
	const struct node *node, const struct value *value, struct quantity *quantity)
{
	if (!value || value->kind == VALUE_MARK) {
		return QUANTITY_NOTHING;
	}
	if (value->kind == VALUE_NUMBER ||
		(value->kind == VALUE_TARGET && value->has_number)) {
		*quantity = (struct quantity){value->number, unit_of(value)};
		return QUANTITY_FOUND;
	}
	struct passage seen = result_passage(evaluation->arena, value);
	evaluation_fault(evaluation, node, value, "number-expected",
		arena_printf(
			evaluation->arena, _("“%s”不是数，不能参加计算"), seen.text));
	return QUANTITY_FAULT;
}

bool unit_outcome_holds(struct evaluation *evaluation, const struct node *node,
	const struct value *value, const char *other, enum unit_outcome outcome)
{
	if (outcome == UNIT_UNLIKE) {
		evaluation_fault(evaluation, node, value, "unit-mismatch",
			arena_printf(evaluation->arena, _("单位“%s”与“%s”不能换算"),
				unit_of(value), other));
	} else if (outcome == UNIT_OVERFLOW) {
		evaluation_fault(evaluation, node, value, "number-overflow",
			_("结果太大，超出约九万亿的范围"));
	}
	return outcome == UNIT_EXACT || outcome == UNIT_ROUNDED;
}

/* Records of one name have the same fields, whichever room made them. */
static bool is_of(const struct value *value, const struct record *record)
{
	return value && value->kind == VALUE_RECORD &&
	       (value->record == record ||
		       strcmp(value->record->name, record->name) == 0);
}

/* A field as the author wrote it, or as its formula works it out. */
static const struct value *record_value(struct evaluation *evaluation,
	const struct node *node, const struct value *record)
{
	if (!node->formula) {
		return noted(evaluation, record->fields[node->field_index]);
	}
	const struct scope fields = {.outer = evaluation->root, .value = record};
	return node_value(node->formula, &fields, evaluation);
}

static const struct value *name_value(
	const struct node *node, const struct scope *scope, struct evaluation *evaluation)
{
	for (; scope; scope = scope->outer) {
		if (node->record && !scope->name && is_of(scope->value, node->record)) {
			return record_value(evaluation, node, scope->value);
		}
		if (!node->record && scope->name &&
			strcmp(scope->name, node->name) == 0) {
			return scope->value;
		}
	}
	return NULL;
}

static void add_flat(GPtrArray *items, const struct value *value)
{
	if (!value) {
		return;
	}
	if (value->kind != VALUE_LIST) {
		g_ptr_array_add(items, (gpointer)(uintptr_t)value);
		return;
	}
	for (size_t i = 0; i < value->item_count; i++) {
		if (value->items[i]) {
			g_ptr_array_add(items, (gpointer)(uintptr_t)value->items[i]);
		}
	}
}

static const struct value *single_field(struct evaluation *evaluation,
	const struct node *node, const struct value *object)
{
	if (object && node->part) {
		return builtin_part_value(evaluation->arena, node->part, object);
	}
	return is_of(object, node->record) ? record_value(evaluation, node, object)
					   : NULL;
}

/* A field of each element gives one flat list. */
static const struct value *field_value(struct evaluation *evaluation,
	const struct node *node, const struct value *object)
{
	if (!node->record && !node->part) {
		bool record = object && object->kind == VALUE_RECORD;
		return record ? noted(evaluation, value_field(object, node->name)) : NULL;
	}
	if (!object || object->kind != VALUE_LIST) {
		return single_field(evaluation, node, object);
	}
	GPtrArray *items = arena_pointers(evaluation->arena);
	for (size_t i = 0; i < object->item_count; i++) {
		add_flat(items, single_field(evaluation, node, object->items[i]));
	}
	return result_list(evaluation->arena, items);
}

static const struct value *index_value(struct evaluation *evaluation,
	const struct node *node, const struct value *list, const struct value *index)
{
	struct quantity quantity;
	if (!list || list->kind != VALUE_LIST ||
		value_quantity(evaluation, node, index, &quantity) != QUANTITY_FOUND ||
		!decimal_is_integer(quantity.number)) {
		return NULL;
	}
	int64_t wanted = decimal_integer(quantity.number);
	if (!list->years) {
		bool inside = wanted >= 1 && (uint64_t)wanted <= list->item_count;
		return inside ? list->items[wanted - 1] : NULL;
	}
	for (size_t i = 0; i < list->item_count; i++) {
		if (list->years[i] == wanted) {
			return list->items[i];
		}
	}
	return NULL;
}

static const struct value *negated(
	struct evaluation *evaluation, const struct node *node, const struct value *value)
{
	struct quantity quantity;
	if (value_quantity(evaluation, node, value, &quantity) != QUANTITY_FOUND) {
		return NULL;
	}
	struct decimal zero = {0};
	enum unit_outcome outcome =
		decimal_subtract(zero, quantity.number, &quantity.number) ? UNIT_EXACT
									  : UNIT_OVERFLOW;
	return unit_outcome_holds(evaluation, node, value, "", outcome)
		       ? result_number(evaluation->arena, quantity, value->place)
		       : NULL;
}

/* `and`, `or` and `??` look at the right operand only where it decides. */
static const struct value *binary_value(
	const struct node *node, const struct scope *scope, struct evaluation *evaluation)
{
	const struct value *left = node_value(node->operands[0], scope, evaluation);
	if (node->operation == OPERATION_AND || node->operation == OPERATION_OR) {
		bool holds = value_holds(left);
		if (holds == (node->operation == OPERATION_AND)) {
			holds = value_holds(
				node_value(node->operands[1], scope, evaluation));
		}
		return result_truth(evaluation->arena, holds, node->place);
	}
	if (node->operation == OPERATION_FALLBACK && value_is_present(left)) {
		return left;
	}
	const struct value *right = node_value(node->operands[1], scope, evaluation);
	if (node->operation == OPERATION_FALLBACK) {
		return right;
	}
	return operator_value(evaluation, node, left, right);
}

static const struct value *conditional_value(
	const struct node *node, const struct scope *scope, struct evaluation *evaluation)
{
	if (value_holds(node_value(node->operands[0], scope, evaluation))) {
		return node_value(node->operands[1], scope, evaluation);
	}
	return node->operand_count > 2 ? node_value(node->operands[2], scope, evaluation)
				       : NULL;
}

const struct value *node_value(
	const struct node *node, const struct scope *scope, struct evaluation *evaluation)
{
	const struct value *first = NULL;
	switch (node->kind) {
	case NODE_LITERAL:
		return node->literal;
	case NODE_NAME:
		return name_value(node, scope, evaluation);
	case NODE_BINARY:
		return binary_value(node, scope, evaluation);
	case NODE_CONDITIONAL:
		return conditional_value(node, scope, evaluation);
	case NODE_CALL:
		return function_value(node, scope, evaluation);
	case NODE_FIELD:
	case NODE_INDEX:
	case NODE_NEGATE:
	case NODE_NOT:
	case NODE_FILTER:
		first = node_value(node->operands[0], scope, evaluation);
		break;
	}
	if (node->kind == NODE_FIELD) {
		return field_value(evaluation, node, first);
	}
	if (node->kind == NODE_INDEX) {
		return index_value(evaluation, node, first,
			node_value(node->operands[1], scope, evaluation));
	}
	if (node->kind == NODE_NEGATE) {
		return negated(evaluation, node, first);
	}
	if (node->kind == NODE_NOT) {
		return result_truth(evaluation->arena, !value_holds(first), node->place);
	}
	return filter_value(evaluation, node, first);
}
