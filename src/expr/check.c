/* Types from the leaves up; every name, function and format is bound here, so that
 * evaluating looks nothing up by its spelling but the names of the scope. */
#include "expr/check.h"

#include "base/language.h"
#include "expr/filters.h"
#include "expr/functions.h"
#include "expr/parts.h"

#include <stdarg.h>
#include <string.h>

const struct type *check_refuse(struct check *check, const struct node *node,
	const char *code, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *message = g_strdup_vprintf(language_text(format), arguments);
	va_end(arguments);
	diagnostics_error(check->diagnostics, node->place, code, "%s", message);
	g_free(message);
	check->failed = true;
	return NULL;
}

void check_suggest(struct check *check, const char *name)
{
	diagnostics_hint_word(check->diagnostics, name);
}

static bool is_record_scope(const struct scope_type *scope)
{
	return !scope->name && scope->type && scope->type->kind == TYPE_RECORD;
}

/* The name in scope that a misspelt one is nearest to, innermost first. */
static const char *nearest_in_scope(const struct scope_type *scope, const char *misspelt)
{
	const char *nearest = NULL;
	for (; scope && !nearest; scope = scope->outer) {
		const char *const words[] = {scope->name, NULL};
		nearest = is_record_scope(scope)
				  ? record_nearest_field(scope->type->record, misspelt)
				  : nearest_word(words, misspelt);
	}
	return nearest;
}

static void bind_field(struct node *node, const struct record *record,
	const struct field *field, const struct scope_type *scope)
{
	node->record = record;
	node->field_index = field->index;
	while (scope->outer) {
		scope = scope->outer;
	}
	if (scope->named) {
		g_hash_table_add(scope->named, (gpointer)(uintptr_t)field);
	}
}

static const struct type *check_name(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	bool open = false; /* a record in scope is not known: any name may be its field */
	for (const struct scope_type *at = scope; at; at = at->outer) {
		open |= !at->name && !at->type;
		if (at->name && strcmp(at->name, node->name) == 0) {
			return at->type;
		}
		const struct field *field =
			is_record_scope(at) ? record_field(at->type->record, node->name)
					    : NULL;
		if (field) {
			bind_field(node, at->type->record, field, scope);
			return &field->type;
		}
		if (is_record_scope(at) && record_formula(at->type->record, node->name)) {
			return check_formula(check, node, at->type->record, scope);
		}
	}
	if (open) {
		return NULL;
	}
	check_refuse(check, node, "name-unknown", "未知的名称“%s”", node->name);
	if (function_find(node->name)) {
		diagnostics_hint(check->diagnostics, "函数要带括号：%s(…)", node->name);
	} else {
		check_suggest(check, nearest_in_scope(scope, node->name));
	}
	return NULL;
}

/* The type of a field of one object; NULL after reporting. */
static const struct type *type_of_field(struct check *check, struct node *node,
	const struct type *object, const struct scope_type *scope)
{
	if (object->kind == TYPE_RECORD) {
		const struct field *field = record_field(object->record, node->name);
		if (field) {
			bind_field(node, object->record, field, scope);
			return &field->type;
		}
		if (record_formula(object->record, node->name)) {
			return check_formula(check, node, object->record, scope);
		}
		check_refuse(check, node, "field-unknown", "%s没有字段“%s”",
			typing_words(check->arena, object), node->name);
		check_suggest(check, record_nearest_field(object->record, node->name));
		return NULL;
	}
	node->part = builtin_part_find(object->kind, node->name);
	if (node->part) {
		return typing_simple(builtin_part_type(node->part));
	}
	check_refuse(check, node, "field-unknown", "%s没有字段“%s”",
		typing_words(check->arena, object), node->name);
	check_suggest(check,
		nearest_word(builtin_part_names(check->arena, object->kind), node->name));
	return NULL;
}

static const struct type *check_field(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	const struct type *object = check_node(check, node->operands[0], scope);
	const struct type *element = object;
	while (typing_is_many(element)) {
		element = typing_element(element);
	}
	if (!element) {
		return NULL;
	}
	const struct type *type = type_of_field(check, node, element, scope);
	return type && element != object ? typing_flat_list(check->arena, type) : type;
}

static const struct type *check_index(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	const struct type *list = check_node(check, node->operands[0], scope);
	const struct type *index = check_node(check, node->operands[1], scope);
	if (!typing_is_number(index)) {
		check_refuse(check, node->operands[1], "type-mismatch",
			"方括号里应为序号或年份，却是%s",
			typing_words(check->arena, index));
	}
	if (list && !typing_is_many(list)) {
		return check_refuse(check, node, "type-mismatch",
			"%s不是列表，不能用方括号取值", typing_words(check->arena, list));
	}
	return typing_element(list);
}

static const struct type *check_negation(
	struct check *check, const struct node *node, const struct type *operand)
{
	if (!typing_is_number(operand)) {
		return check_refuse(check, node, "type-mismatch", "负号后应为数，却是%s",
			typing_words(check->arena, operand));
	}
	return operand ? typing_number(check->arena, typing_unit(operand)) : NULL;
}

static const struct type *check_conditional(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	check_node(check, node->operands[0], scope);
	const struct type *type = check_node(check, node->operands[1], scope);
	if (node->operand_count < 3) {
		return type;
	}
	const struct type *other = check_node(check, node->operands[2], scope);
	const struct type *shared;
	if (!typing_unify(check->arena, type, other, &shared)) {
		return check_refuse(check, node, "type-mismatch",
			"then 是%s，else 是%s，不能互相替代",
			typing_words(check->arena, type),
			typing_words(check->arena, other));
	}
	return shared;
}

static const struct type *refuse_filter(
	struct check *check, const struct node *node, const struct type *operand)
{
	check_refuse(check, node, "type-mismatch", "%s不能用格式“%s”",
		typing_words(check->arena, operand), node->name);
	if (typing_is_text(operand) && node->operands[0]->kind == NODE_BINARY) {
		diagnostics_hint(check->diagnostics,
			"格式作用于它前面的整个表达式；只作用于一部分时请加括号");
	}
	return NULL;
}

static const struct type *check_filter(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	const struct type *operand = check_node(check, node->operands[0], scope);
	node->filter = filter_find(node->name);
	if (!node->filter) {
		check_refuse(check, node, "filter-unknown", "未知的格式“%s”", node->name);
		check_suggest(
			check, nearest_word(filter_names(check->arena), node->name));
		return NULL;
	}
	if (node->places < 0 || node->places > DECIMAL_PLACES) {
		return check_refuse(
			check, node, "argument-range", "小数位数应为0到6的整数");
	}
	const struct type *type = filter_type(check->arena, node->filter, operand);
	if (!type) {
		return refuse_filter(check, node, operand);
	}
	if (!filter_accepts_unit(node->filter, typing_unit(operand))) {
		return check_refuse(check, node, "unit-mismatch",
			"单位“%s”不能换算，不能用格式“%s”", typing_unit(operand),
			node->name);
	}
	return type;
}

static const struct type *literal_type(struct arena *arena, const struct value *literal)
{
	switch ((int)literal->kind) {
	case VALUE_NUMBER:
		return typing_number(arena, literal->unit);
	case VALUE_BOOLEAN:
		return typing_simple(TYPE_BOOLEAN);
	default:
		return typing_simple(TYPE_TEXT);
	}
}

static const struct type *type_of(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	const struct type *left;
	switch (node->kind) {
	case NODE_LITERAL:
		return literal_type(check->arena, node->literal);
	case NODE_NAME:
		return check_name(check, node, scope);
	case NODE_FIELD:
		return check_field(check, node, scope);
	case NODE_INDEX:
		return check_index(check, node, scope);
	case NODE_NEGATE:
		return check_negation(
			check, node, check_node(check, node->operands[0], scope));
	case NODE_NOT:
		check_node(check, node->operands[0], scope);
		return typing_simple(TYPE_BOOLEAN);
	case NODE_BINARY:
		left = check_node(check, node->operands[0], scope);
		return check_binary(
			check, node, left, check_node(check, node->operands[1], scope));
	case NODE_CONDITIONAL:
		return check_conditional(check, node, scope);
	case NODE_CALL:
		return check_call(check, node, scope);
	case NODE_FILTER:
		return check_filter(check, node, scope);
	}
	g_assert_not_reached();
}

const struct type *check_node(
	struct check *check, struct node *node, const struct scope_type *scope)
{
	node->type = type_of(check, node, scope);
	return node->type;
}

bool syntax_check(struct arena *arena, struct node *node, const struct scope_type *scope,
	struct diagnostics *diagnostics)
{
	struct check check = {.arena = arena, .diagnostics = diagnostics};
	check_node(&check, node, scope);
	return !check.failed;
}
