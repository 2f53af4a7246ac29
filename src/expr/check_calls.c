/* Calls: the arguments held against the table of functions. */
#include "expr/check.h"

#include "expr/functions.h"

static bool accepts(enum parameter parameter, const struct type *type)
{
	const struct type *element = typing_element(type);
	switch (parameter) {
	case PARAMETER_ANY:
	case PARAMETER_CONDITION:
		return true;
	case PARAMETER_MANY:
		return !type || typing_is_many(type);
	case PARAMETER_NUMBER:
		return typing_is_number(type);
	case PARAMETER_NUMBERS:
		return typing_is_number(element);
	case PARAMETER_PRINTABLE:
		return typing_is_printable(type);
	case PARAMETER_TEXT:
		return typing_is_text(type);
	case PARAMETER_PERIOD:
		return !type || type->kind == TYPE_PERIOD || type->kind == TYPE_YEARS;
	}
	g_assert_not_reached();
}

static const char *parameter_words(enum parameter parameter)
{
	switch (parameter) {
	case PARAMETER_ANY:
	case PARAMETER_CONDITION:
		break;
	case PARAMETER_MANY:
		return "列表";
	case PARAMETER_NUMBER:
		return "数";
	case PARAMETER_NUMBERS:
		return "数或数的列表";
	case PARAMETER_PRINTABLE:
		return "文字或文字的列表";
	case PARAMETER_TEXT:
		return "文字";
	case PARAMETER_PERIOD:
		return "期间或分年内容";
	}
	return "值";
}

/* Each level of conditions multiplies the work by the length of a list. */
enum {
	CONDITIONS_MOST = 3
};

/* A condition sees the element as 项 and the element's fields without a prefix. */
static void check_condition(
	struct check *check, struct node *call, const struct scope_type *scope)
{
	const struct type *element =
		expr_each_type(check->arena, call->operands[0]->type);
	struct scope_type named = {.outer = scope, .name = "项", .type = element};
	struct scope_type fields = {.outer = &named, .name = NULL, .type = element};
	if (++check->conditions > CONDITIONS_MOST) {
		check_refuse(check, call, "expression-depth", "条件里的条件超过%d层",
			CONDITIONS_MOST);
	} else {
		check_node(check, call->operands[1], &fields);
	}
	check->conditions--;
}

bool syntax_is_constant(const struct node *node)
{
	if (node->kind == NODE_NAME) {
		return false;
	}
	for (size_t i = 0; i < node->operand_count; i++) {
		if (!syntax_is_constant(node->operands[i])) {
			return false;
		}
	}
	return true;
}

static void check_argument(struct check *check, struct node *call, size_t index,
	const struct scope_type *scope)
{
	enum parameter parameter = function_parameter(call->function, index);
	if (parameter == PARAMETER_CONDITION) {
		check_condition(check, call, scope);
		return;
	}
	struct node *argument = call->operands[index];
	const struct type *type = check_node(check, argument, scope);
	if (parameter == PARAMETER_ANY && type && syntax_is_constant(argument)) {
		check_refuse(check, argument, "type-mismatch",
			"%s 的第%zu个参数应为规划里的值", call->name, index + 1);
		return;
	}
	if (!accepts(parameter, type)) {
		check_refuse(check, argument, "type-mismatch",
			"%s 的第%zu个参数应为%s，却是%s", call->name, index + 1,
			parameter_words(parameter), typing_words(check->arena, type));
	}
}

static const struct type *result_type(struct check *check, const struct node *call)
{
	const struct type *first = call->operands[0]->type;
	const struct type *element = typing_element(first);
	switch (call->function->result) {
	case RESULT_NUMBER:
		return element ? typing_number(check->arena, typing_unit(element)) : NULL;
	case RESULT_WHOLE:
		return typing_simple(TYPE_DECIMAL);
	case RESULT_TEXT:
		return typing_simple(TYPE_TEXT);
	case RESULT_TRUTH:
		return typing_simple(TYPE_BOOLEAN);
	case RESULT_LIST:
		return typing_list(check->arena, expr_each_type(check->arena, first));
	case RESULT_YEARS:
		return typing_list(check->arena, typing_simple(TYPE_YEAR));
	case RESULT_AMOUNTS:
		return typing_list(check->arena, typing_simple(TYPE_DECIMAL));
	}
	g_assert_not_reached();
}

static const struct type *refuse_count(struct check *check, const struct node *call)
{
	const struct function *function = call->function;
	if (function->least == function->most) {
		return check_refuse(check, call, "argument-count",
			"%s 要%zu个参数，却有%zu个", call->name, function->least,
			call->operand_count);
	}
	return check_refuse(check, call, "argument-count",
		"%s 要%zu到%zu个参数，却有%zu个", call->name, function->least,
		function->most, call->operand_count);
}

const struct type *check_call(
	struct check *check, struct node *call, const struct scope_type *scope)
{
	call->function = function_find(call->name);
	if (!call->function) {
		check_refuse(
			check, call, "function-unknown", "未知的函数“%s”", call->name);
		check_suggest(
			check, nearest_word(function_names(check->arena), call->name));
		return NULL;
	}
	if (call->operand_count < call->function->least ||
		call->operand_count > call->function->most) {
		return refuse_count(check, call);
	}
	for (size_t i = 0; i < call->operand_count; i++) {
		check_argument(check, call, i, scope);
	}
	return result_type(check, call);
}
