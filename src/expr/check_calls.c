/* Calls: the arguments held against the table of functions. */
#include "expr/check.h"

#include "base/language.h"
#include "expr/functions.h"
#include "expr/items.h"

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
	case PARAMETER_RECORD:
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
		return _("列表");
	case PARAMETER_NUMBER:
		return _("数");
	case PARAMETER_NUMBERS:
		return _("数或数的列表");
	case PARAMETER_PRINTABLE:
		return _("文字或文字的列表");
	case PARAMETER_TEXT:
	case PARAMETER_RECORD:
		return _("文字");
	case PARAMETER_PERIOD:
		return _("期间或分年内容");
	}
	return _("值");
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

static bool looks_at_plan(const struct node *node)
{
	bool records = node->function && node->function->result == RESULT_RECORDS;
	return node->kind == NODE_CALL && (records || node->operand_count == 0);
}

bool syntax_is_constant(const struct node *node)
{
	/* texts() and records('指标') are of the plan, although they name nothing in it.
	 */
	if (node->kind == NODE_NAME || looks_at_plan(node)) {
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

/* Finds the records that a record leads to. */
static void reach(const struct record *record, GHashTable *reached)
{
	if (!g_hash_table_insert(reached, (gpointer)(uintptr_t)record->name,
		    (gpointer)(uintptr_t)record)) {
		return;
	}
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		const struct type *type = &field->type;
		while (type->element) {
			type = type->element;
		}
		if (type->kind == TYPE_RECORD) {
			reach(type->record, reached);
		}
	}
}

/* The list of the record that the argument names, if the plan leads there. */
static const struct type *records_type(
	struct check *check, const struct node *call, const struct scope_type *scope)
{
	const struct node *name = call->operands[0];
	while (scope->outer) {
		scope = scope->outer;
	}
	if (!scope->type || scope->type->kind != TYPE_RECORD) {
		return NULL;
	}
	if (name->kind != NODE_LITERAL) {
		return check_refuse(check, name, "type-mismatch",
			"记录的名称应直接写出，如 records('指标')");
	}
	GHashTable *reached = arena_table(check->arena);
	reach(scope->type->record, reached);
	const struct record *record =
		g_hash_table_lookup(reached, name->literal->written.text);
	if (!record) {
		check_refuse(check, name, "record-unknown", "没有记录“%s”",
			name->literal->written.text);
		guint count;
		gpointer *words = g_hash_table_get_keys_as_array(reached, &count);
		check_suggest(
			check, nearest_word((const char *const *)(const void *)words,
				       name->literal->written.text));
		g_free(words);
		return NULL;
	}
	struct type *type = arena_new(check->arena, struct type);
	*type = (struct type){.kind = TYPE_RECORD, .record = record};
	return typing_list(check->arena, type);
}

/* What the elements of all arguments are. */
static const struct type *gathered_type(struct check *check, const struct node *call)
{
	const struct type *element = typing_element(call->operands[0]->type);
	for (size_t i = 1; i < call->operand_count; i++) {
		const struct type *other = typing_element(call->operands[i]->type);
		if (!typing_unify(check->arena, element, other, &element)) {
			return check_refuse(check, call->operands[i], "type-mismatch",
				"%s不能与前面的值放进一个列表",
				typing_words(check->arena, other));
		}
	}
	return typing_list(check->arena, element);
}

static const struct type *result_type(
	struct check *check, const struct node *call, const struct scope_type *scope)
{
	const struct type *first = call->operand_count ? call->operands[0]->type : NULL;
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
	case RESULT_ITEMS:
		return typing_list(check->arena, items_type(check->arena));
	case RESULT_TEXTS:
		return typing_list(check->arena, typing_simple(TYPE_TEXT));
	case RESULT_RECORDS:
		return records_type(check, call, scope);
	case RESULT_GATHERED:
		return gathered_type(check, call);
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
	return result_type(check, call, scope);
}
