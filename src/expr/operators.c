/* What is absent stays absent in arithmetic; a comparison with it is false, `!=` is true.
 * Marks
 * (`/`, `—`, `无`) equal the same mark and nothing else. */
#include "expr/operators.h"

#include "base/language.h"
#include "expr/results.h"

#include <string.h>

static bool is_ratio_of(enum unit_outcome outcome, const char *left, const char *right)
{
	return outcome != UNIT_UNLIKE && *left && *right;
}

/* % and ‰ count as the fraction that they stand for. */
static enum unit_outcome as_fraction(struct quantity *quantity)
{
	return unit_is_share(quantity->unit) ? unit_convert(*quantity, "", quantity)
					     : UNIT_EXACT;
}

static enum unit_outcome multiply(struct quantity *left, struct quantity right)
{
	enum unit_outcome outcome =
		unit_is_share(left->unit) && !unit_is_share(right.unit)
			? as_fraction(left)
			: as_fraction(&right);
	if (outcome == UNIT_OVERFLOW) {
		return outcome;
	}
	if (*left->unit && *right.unit) {
		return UNIT_UNLIKE;
	}
	left->unit = *left->unit ? left->unit : right.unit;
	return decimal_multiply(left->number, right.number, &left->number)
		       ? UNIT_EXACT
		       : UNIT_OVERFLOW;
}

/* Like units give a ratio, unlike ones a unit such as 元/人. */
static enum unit_outcome divide(
	struct arena *arena, struct quantity *left, struct quantity right)
{
	struct quantity same_left = *left;
	struct quantity same_right = right;
	enum unit_outcome outcome = unit_common(&same_left, &same_right);
	if (outcome == UNIT_OVERFLOW) {
		return outcome;
	}
	if (is_ratio_of(outcome, left->unit, right.unit)) {
		*left = same_left;
		left->unit = "";
		right = same_right;
	} else if (as_fraction(&right) == UNIT_OVERFLOW) {
		return UNIT_OVERFLOW;
	} else if (*left->unit && *right.unit) {
		left->unit = arena_printf(arena, "%s/%s", left->unit, right.unit);
	}
	return decimal_divide(left->number, right.number, &left->number) ? UNIT_EXACT
									 : UNIT_OVERFLOW;
}

static enum unit_outcome add(struct quantity *left, struct quantity right, bool negative)
{
	enum unit_outcome outcome = unit_common(left, &right);
	if (outcome == UNIT_UNLIKE || outcome == UNIT_OVERFLOW) {
		return outcome;
	}
	bool good = negative ? decimal_subtract(left->number, right.number, &left->number)
			     : decimal_add(left->number, right.number, &left->number);
	return good ? UNIT_EXACT : UNIT_OVERFLOW;
}

bool operator_add(struct evaluation *evaluation, const struct node *node,
	struct quantity *left, const struct value *right)
{
	struct quantity quantity;
	switch (value_quantity(evaluation, node, right, &quantity)) {
	case QUANTITY_FOUND:
		return unit_outcome_holds(
			evaluation, node, right, left->unit, add(left, quantity, false));
	case QUANTITY_NOTHING:
		return true;
	case QUANTITY_FAULT:
		break;
	}
	return false;
}

static const struct value *calculate(struct evaluation *evaluation,
	const struct node *node, const struct value *left, const struct value *right)
{
	struct quantity result;
	struct quantity other;
	bool found = value_quantity(evaluation, node, left, &result) == QUANTITY_FOUND;
	found &= value_quantity(evaluation, node, right, &other) == QUANTITY_FOUND;
	if (!found) {
		return NULL;
	}
	enum unit_outcome outcome;
	if (node->operation == OPERATION_MULTIPLY) {
		outcome = multiply(&result, other);
	} else if (node->operation != OPERATION_DIVIDE) {
		outcome = add(&result, other, node->operation == OPERATION_SUBTRACT);
	} else if (other.number.millionths == 0) {
		evaluation_fault(
			evaluation, node, right, "division-by-zero", _("除数为零"));
		return NULL;
	} else {
		outcome = divide(evaluation->arena, &result, other);
	}
	if (!unit_outcome_holds(evaluation, node, right, result.unit, outcome)) {
		return NULL;
	}
	return result_number(evaluation->arena, result,
		left->place.source ? left->place : right->place);
}

static bool is_text(const struct value *value)
{
	return value && (value->kind == VALUE_TEXT || value->kind == VALUE_MARK ||
				value->kind == VALUE_PROSE);
}

static const struct value *join(
	struct arena *arena, const struct value *left, const struct value *right)
{
	struct passage_builder builder = passage_builder_begin(arena);
	struct passage first = result_passage(arena, left);
	struct passage second = result_passage(arena, right);
	passage_builder_add_passage(&builder, &first);
	passage_builder_add_passage(&builder, &second);
	return result_text(arena, passage_builder_end(&builder));
}

static bool carries_number(const struct value *value)
{
	return value->kind == VALUE_NUMBER ||
	       (value->kind == VALUE_TARGET && value->has_number);
}

static int compare_integers(int left, int right)
{
	return (left > right) - (left < right);
}

static int compare_dates(struct date left, struct date right)
{
	int order = compare_integers(left.year, right.year);
	order = order ? order : compare_integers(left.month, right.month);
	return order ? order : compare_integers(left.day, right.day);
}

bool operator_order(struct evaluation *evaluation, const struct node *node,
	const struct value *const pair[2], int *order)
{
	const struct value *left = pair[0];
	const struct value *right = pair[1];
	if (!left || !right) {
		return false;
	}
	if (left->kind == VALUE_DATE && right->kind == VALUE_DATE) {
		*order = compare_dates(left->period.first, right->period.first);
		return true;
	}
	struct quantity first;
	struct quantity second;
	if (!carries_number(left) || !carries_number(right) ||
		value_quantity(evaluation, node, left, &first) != QUANTITY_FOUND ||
		value_quantity(evaluation, node, right, &second) != QUANTITY_FOUND) {
		return false;
	}
	enum unit_outcome outcome = unit_common(&first, &second);
	if (!unit_outcome_holds(evaluation, node, right, first.unit, outcome)) {
		return false;
	}
	*order = decimal_compare(first.number, second.number);
	return true;
}

static bool equal_texts(
	struct arena *arena, const struct value *left, const struct value *right)
{
	struct passage first = result_passage(arena, left);
	struct passage second = result_passage(arena, right);
	return first.length == second.length &&
	       memcmp(first.text, second.text, first.length) == 0;
}

static bool equal(struct evaluation *evaluation, const struct node *node,
	const struct value *left, const struct value *right)
{
	int order;
	const struct value *const pair[] = {left, right};
	if (carries_number(left) && carries_number(right)) {
		bool targets = left->kind == VALUE_TARGET && right->kind == VALUE_TARGET;
		return operator_order(evaluation, node, pair, &order) && order == 0 &&
		       (!targets || left->sign == right->sign);
	}
	if (left->kind == VALUE_BOOLEAN || right->kind == VALUE_BOOLEAN) {
		return left->kind == right->kind && left->truth == right->truth;
	}
	if (left->kind == VALUE_DATE && right->kind == VALUE_DATE) {
		return compare_dates(left->period.first, right->period.first) == 0;
	}
	if (left->kind == VALUE_PERIOD && right->kind == VALUE_PERIOD) {
		return compare_dates(left->period.first, right->period.first) == 0 &&
		       compare_dates(left->period.last, right->period.last) == 0;
	}
	return left->kind != VALUE_RECORD && right->kind != VALUE_RECORD &&
	       equal_texts(evaluation->arena, left, right);
}

/* An element among a list's, or a text inside a text. */
static bool contained(struct evaluation *evaluation, const struct node *node,
	const struct value *left, const struct value *right)
{
	if (!left || !right) {
		return false;
	}
	if (right->kind != VALUE_LIST) {
		struct passage part = result_passage(evaluation->arena, left);
		struct passage whole = result_passage(evaluation->arena, right);
		return strstr(whole.text, part.text) != NULL;
	}
	for (size_t i = 0; i < right->item_count; i++) {
		if (right->items[i] && equal(evaluation, node, left, right->items[i])) {
			return true;
		}
	}
	return false;
}

static bool compare(struct evaluation *evaluation, const struct node *node,
	const struct value *left, const struct value *right)
{
	const struct value *const pair[] = {left, right};
	enum operation operation = node->operation;
	int order;
	if (operation == OPERATION_IN) {
		return contained(evaluation, node, left, right);
	}
	if (operation == OPERATION_EQUAL || operation == OPERATION_UNEQUAL) {
		bool same = left && right && equal(evaluation, node, left, right);
		return same == (operation == OPERATION_EQUAL);
	}
	if (!operator_order(evaluation, node, pair, &order)) {
		return false;
	}
	return (operation == OPERATION_LESS && order < 0) ||
	       (operation == OPERATION_AT_MOST && order <= 0) ||
	       (operation == OPERATION_MORE && order > 0) ||
	       (operation == OPERATION_AT_LEAST && order >= 0);
}

const struct value *operator_value(struct evaluation *evaluation, const struct node *node,
	const struct value *left, const struct value *right)
{
	if (node->operation < OPERATION_ADD) {
		return result_truth(evaluation->arena,
			compare(evaluation, node, left, right), node->place);
	}
	if (!left || !right) {
		return NULL;
	}
	if (node->operation == OPERATION_ADD && is_text(left) && is_text(right)) {
		return join(evaluation->arena, left, right);
	}
	return calculate(evaluation, node, left, right);
}
