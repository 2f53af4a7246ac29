/* What is absent counts as nothing: sums skip it, lists leave it out. Marks are never
 * counted. */
#include "expr/functions.h"

#include "base/language.h"
#include "expr/operators.h"
#include "expr/results.h"

#include <string.h>

enum {
	ANY_NUMBER = 100, /* of arguments */
	LAST_YEAR = 9999,
};

const struct value *row_next(struct row *row)
{
	for (; row->argument < row->call->count; row->argument++, row->item = 0) {
		const struct value *argument = row->call->arguments[row->argument];
		bool list = argument && argument->kind == VALUE_LIST;
		size_t count = list ? argument->item_count : 1;
		while (row->item < count) {
			size_t index = row->item++;
			const struct value *value =
				list ? argument->items[index] : argument;
			if (value_is_present(value)) {
				return value;
			}
		}
	}
	return NULL;
}

/* Its number begins without a unit and takes that of the first value that has one. A sum
 * of nothing has no place: by that checks know it from a sum that is zero. */
static const struct value *sum(const struct call *call)
{
	struct row row = {.call = call};
	struct quantity total = {.unit = ""};
	struct place place = {.source = NULL};
	bool first = true;
	bool good = true;
	for (const struct value *value; (value = row_next(&row)); first = false) {
		if (first) {
			place = value->place;
			good &= value_quantity(call->evaluation, call->node, value,
					&total) != QUANTITY_FAULT;
		} else {
			good &= operator_add(call->evaluation, call->node, &total, value);
		}
	}
	return good ? result_number(call->evaluation->arena, total, place) : NULL;
}

static const struct value *whole(const struct call *call, int64_t number)
{
	struct quantity quantity = {decimal_from_integer(number), ""};
	return result_number(call->evaluation->arena, quantity, call->node->place);
}

static const struct value *count(const struct call *call)
{
	struct row row = {.call = call};
	int64_t number = 0;
	while (row_next(&row)) {
		number++;
	}
	return whole(call, number);
}

/* The value itself, as the author wrote it. */
static const struct value *extreme(const struct call *call, int direction)
{
	struct row row = {.call = call};
	const struct value *best = NULL;
	struct quantity quantity;
	for (const struct value *value; (value = row_next(&row));) {
		int order = 0;
		const struct value *const pair[] = {value, best};
		if (value_quantity(call->evaluation, call->node, value, &quantity) !=
			QUANTITY_FOUND) {
			return NULL;
		}
		if (!best ||
			(operator_order(call->evaluation, call->node, pair, &order) &&
				order * direction > 0)) {
			best = value;
		}
	}
	return best;
}

static const struct value *minimum(const struct call *call)
{
	return extreme(call, -1);
}

static const struct value *maximum(const struct call *call)
{
	return extreme(call, 1);
}

/* Whether the condition holds with the element in scope, its fields nearest. */
static bool element_holds(const struct call *call, const struct value *element)
{
	struct scope named = {.outer = call->scope, .name = "项", .value = element};
	struct scope fields = {.outer = &named, .name = NULL, .value = element};
	return value_holds(
		node_value(call->node->operands[1], &fields, call->evaluation));
}

/* The elements for which the condition holds. */
static GPtrArray *chosen(const struct call *call, size_t *total)
{
	GPtrArray *items = arena_pointers(call->evaluation->arena);
	const struct value *const *elements =
		expr_each(call->evaluation->arena, call->arguments[0], total);
	for (size_t i = 0; i < *total; i++) {
		if (element_holds(call, elements[i])) {
			g_ptr_array_add(items, (gpointer)(uintptr_t)elements[i]);
		}
	}
	return items;
}

static const struct value *where(const struct call *call)
{
	size_t total;
	return result_list(call->evaluation->arena, chosen(call, &total));
}

static const struct value *all(const struct call *call)
{
	size_t total;
	bool holds = chosen(call, &total)->len == total;
	return result_truth(call->evaluation->arena, holds, call->node->place);
}

static const struct value *any(const struct call *call)
{
	size_t total;
	bool holds = chosen(call, &total)->len > 0;
	return result_truth(call->evaluation->arena, holds, call->node->place);
}

static const struct value *join(const struct call *call)
{
	struct arena *arena = call->evaluation->arena;
	struct call list = *call;
	list.count = 1;
	struct row row = {.call = &list};
	struct passage separator = passage_plain("、", call->node->place);
	if (call->count > 1) {
		separator = result_passage(arena, call->arguments[1]);
	}
	struct passage_builder builder = passage_builder_begin(arena);
	bool first = true;
	for (const struct value *value; (value = row_next(&row)); first = false) {
		struct passage text = result_passage(arena, value);
		if (!first) {
			passage_builder_add_passage(&builder, &separator);
		}
		passage_builder_add_passage(&builder, &text);
	}
	return result_text(arena, passage_builder_end(&builder));
}

static const struct value *rounded(const struct call *call)
{
	struct evaluation *evaluation = call->evaluation;
	struct quantity quantity;
	struct quantity places = {.unit = ""};
	if (value_quantity(evaluation, call->node, call->arguments[0], &quantity) !=
			QUANTITY_FOUND ||
		(call->count > 1 &&
			value_quantity(evaluation, call->node, call->arguments[1],
				&places) != QUANTITY_FOUND)) {
		return NULL;
	}
	int64_t number = decimal_integer(places.number);
	if (!decimal_is_integer(places.number) || number < 0 || number > DECIMAL_PLACES) {
		evaluation_fault(evaluation, call->node, NULL, "argument-range",
			_("小数位数应为0到6的整数"));
		return NULL;
	}
	quantity.number = decimal_round(quantity.number, (int)number);
	return result_number(evaluation->arena, quantity, call->arguments[0]->place);
}

static const struct value *ordinal(const struct call *call)
{
	return whole(call, call->arguments[0] ? call->arguments[0]->ordinal : 0);
}

static const struct value *serial(const struct call *call)
{
	return whole(call, call->arguments[0] ? call->arguments[0]->serial : 0);
}

static void add_year(
	const struct call *call, GPtrArray *years, int year, struct place place)
{
	struct quantity quantity = {decimal_from_integer(year), ""};
	const struct value *value =
		result_number(call->evaluation->arena, quantity, place);
	g_ptr_array_add(years, (gpointer)(uintptr_t)value);
}

static const struct value *years(const struct call *call)
{
	const struct value *value = call->arguments[0];
	GPtrArray *list = arena_pointers(call->evaluation->arena);
	if (value && value->kind == VALUE_PERIOD) {
		int last = MIN(value->period.last.year, LAST_YEAR);
		for (int year = value->period.first.year; year <= last; year++) {
			add_year(call, list, year, value->place);
		}
	} else if (value && value->kind == VALUE_LIST && value->years) {
		for (size_t i = 0; i < value->item_count; i++) {
			add_year(call, list, value->years[i],
				value->items[i] ? value->items[i]->place : value->place);
		}
	}
	return result_list(call->evaluation->arena, list);
}

/* All values of all arguments as one list. */
static const struct value *gathered(const struct call *call)
{
	GPtrArray *list = arena_pointers(call->evaluation->arena);
	struct row row = {.call = call};
	for (const struct value *value; (value = row_next(&row));) {
		g_ptr_array_add(list, (gpointer)(uintptr_t)value);
	}
	return result_list(call->evaluation->arena, list);
}

static const struct function functions[] = {
	{"sum", 1, ANY_NUMBER, {PARAMETER_NUMBERS, PARAMETER_NUMBERS}, RESULT_NUMBER,
		sum},
	{"count", 1, 1, {PARAMETER_ANY}, RESULT_WHOLE, count},
	{"min", 1, ANY_NUMBER, {PARAMETER_NUMBERS, PARAMETER_NUMBERS}, RESULT_NUMBER,
		minimum},
	{"max", 1, ANY_NUMBER, {PARAMETER_NUMBERS, PARAMETER_NUMBERS}, RESULT_NUMBER,
		maximum},
	{"all", 2, 2, {PARAMETER_MANY, PARAMETER_CONDITION}, RESULT_TRUTH, all},
	{"any", 2, 2, {PARAMETER_MANY, PARAMETER_CONDITION}, RESULT_TRUTH, any},
	{"where", 2, 2, {PARAMETER_MANY, PARAMETER_CONDITION}, RESULT_LIST, where},
	{"join", 1, 2, {PARAMETER_PRINTABLE, PARAMETER_TEXT}, RESULT_TEXT, join},
	{"round", 1, 2, {PARAMETER_NUMBER, PARAMETER_NUMBER}, RESULT_NUMBER, rounded},
	{"ordinal", 1, 1, {PARAMETER_ANY}, RESULT_WHOLE, ordinal},
	{"serial", 1, 1, {PARAMETER_ANY}, RESULT_WHOLE, serial},
	{"years", 1, 1, {PARAMETER_PERIOD}, RESULT_YEARS, years},
	{"amounts", 1, 2, {PARAMETER_PRINTABLE, PARAMETER_TEXT}, RESULT_AMOUNTS,
		function_amounts},
	{"items", 1, 1, {PARAMETER_PRINTABLE}, RESULT_ITEMS, function_items},
	{"texts", 0, 1, {PARAMETER_ANY}, RESULT_TEXTS, function_texts},
	{"records", 1, 1, {PARAMETER_RECORD}, RESULT_RECORDS, function_records},
	{"placeholders", 1, 1, {PARAMETER_PRINTABLE}, RESULT_TEXTS,
		function_placeholders},
	{"length", 1, 1, {PARAMETER_PRINTABLE}, RESULT_WHOLE, function_length},
	{"list", 1, ANY_NUMBER, {PARAMETER_PRINTABLE, PARAMETER_PRINTABLE},
		RESULT_GATHERED, gathered},
};

const struct function *function_find(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
		if (strcmp(functions[i].name, name) == 0) {
			return &functions[i];
		}
	}
	return NULL;
}

enum parameter function_parameter(const struct function *function, size_t index)
{
	return function->parameters[MIN(index, FUNCTION_PARAMETERS - 1)];
}

const char *const *function_names(struct arena *arena)
{
	size_t count = G_N_ELEMENTS(functions);
	const char **names = arena_new_array(arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		names[i] = functions[i].name;
	}
	return names;
}

const struct value *function_value(
	const struct node *node, const struct scope *scope, struct evaluation *evaluation)
{
	const struct value **arguments = arena_new_array(
		evaluation->arena, const struct value *, node->operand_count);
	for (size_t i = 0; i < node->operand_count; i++) {
		if (function_parameter(node->function, i) != PARAMETER_CONDITION) {
			arguments[i] = node_value(node->operands[i], scope, evaluation);
		}
	}
	struct call call = {
		.node = node,
		.scope = scope,
		.evaluation = evaluation,
		.arguments = arguments,
		.count = node->operand_count,
	};
	return node->function->value(&call);
}
