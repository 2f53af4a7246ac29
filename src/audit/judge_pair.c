/* Two values that must be equal, or in order. */
#include "audit/auditor.h"

#include "base/language.h"
#include "expr/results.h"
#include "expr/units.h"

#include <string.h>

enum {
	EXCERPT_CHARACTERS = 24
};

/* The two values at hand, and how they compare. */
struct pair {
	const struct audit_item *item;
	const struct value *left;
	const struct value *right;
	struct quantity figures[2]; /* in one unit, where they are numbers */
	bool numbers;
	int order;         /* of left and right, tolerance apart */
	const char *fault; /* why they cannot be compared; NULL: they can */
};

static bool carries_number(const struct value *value)
{
	return value->kind == VALUE_NUMBER ||
	       (value->kind == VALUE_TARGET && value->has_number);
}

static const char *excerpt(struct arena *arena, const char *text)
{
	if (g_utf8_strlen(text, -1) <= EXCERPT_CHARACTERS) {
		return text;
	}
	const char *end = g_utf8_offset_to_pointer(text, EXCERPT_CHARACTERS);
	return arena_printf(arena, "%.*s…", (int)(end - text), text);
}

static const char *quantity_text(struct arena *arena, struct quantity quantity)
{
	return arena_printf(
		arena, "%s%s", decimal_text(arena, quantity.number, 0), quantity.unit);
}

/* 2021年 is a year, not a number of years. */
static const char *unit_of(const struct value *value)
{
	bool year = value->type && value->type->kind == TYPE_YEAR;
	const char *unit = value->unit && !year ? value->unit : "";
	return strcmp(unit, "％") == 0 ? "%" : unit;
}

static const char *figure(struct arena *arena, const struct value *value)
{
	if (!value) {
		return NULL;
	}
	if (carries_number(value)) {
		return quantity_text(
			arena, (struct quantity){value->number, unit_of(value)});
	}
	return excerpt(arena, result_passage(arena, value).text);
}

/* A sum of nothing is a number that has no place. */
static bool is_absent(const struct value *value)
{
	return !value_is_present(value) ||
	       (value->kind == VALUE_NUMBER && !value->place.source);
}

static int compare_dates(struct date left, struct date right)
{
	if (left.year != right.year) {
		return left.year < right.year ? -1 : 1;
	}
	if (left.month != right.month) {
		return left.month < right.month ? -1 : 1;
	}
	return (left.day > right.day) - (left.day < right.day);
}

/* Whether one date leaves open what the other says: 2021年 against 2021年3月. */
static bool is_vague(struct date left, struct date right)
{
	bool month = left.year == right.year && !left.month != !right.month;
	bool day = left.year == right.year && left.month == right.month &&
		   !left.day != !right.day;
	return month || day;
}

static int order_within(struct pair *pair, struct decimal difference)
{
	const struct check_rule *rule = pair->item->auditor->rule;
	struct quantity tolerance = {rule->tolerance, rule->tolerance_unit};
	enum unit_outcome outcome =
		unit_convert(tolerance, pair->figures[0].unit, &tolerance);
	if (outcome == UNIT_UNLIKE || outcome == UNIT_OVERFLOW) {
		pair->fault = _("允许误差的单位与两个数的不能换算");
		return 0;
	}
	struct decimal zero = {0};
	struct decimal size = difference;
	if (decimal_compare(difference, zero) < 0) {
		decimal_subtract(zero, difference, &size);
	}
	return decimal_compare(size, tolerance.number) <= 0
		       ? 0
		       : decimal_compare(difference, zero);
}

static void compare_numbers(struct pair *pair)
{
	struct arena *scratch = pair->item->auditor->scratch;
	pair->figures[0] = (struct quantity){pair->left->number, unit_of(pair->left)};
	pair->figures[1] = (struct quantity){pair->right->number, unit_of(pair->right)};
	enum unit_outcome outcome = unit_common(&pair->figures[0], &pair->figures[1]);
	struct decimal difference;
	if (outcome == UNIT_UNLIKE) {
		pair->fault = arena_printf(scratch, _("单位“%s”与“%s”不能换算"),
			unit_of(pair->left), unit_of(pair->right));
	} else if (outcome != UNIT_EXACT ||
		   !decimal_subtract(pair->figures[0].number, pair->figures[1].number,
			   &difference)) {
		pair->fault = _("两个数相差太大，不能精确比较");
	} else {
		pair->numbers = true;
		pair->order = order_within(pair, difference);
	}
}

static void compare_periods(struct pair *pair)
{
	struct period left = pair->left->period;
	struct period right = pair->right->period;
	bool dates = pair->left->kind == VALUE_DATE;
	if (is_vague(left.first, right.first) || is_vague(left.last, right.last)) {
		pair->fault = _("两个日期写到的程度不同");
		return;
	}
	pair->order = compare_dates(left.first, right.first);
	if (!dates && pair->order == 0) {
		pair->order = compare_dates(left.last, right.last);
	}
}

/* Blanks within names do not count. */
static char *without_spaces(const char *text)
{
	GString *bare = g_string_new(NULL);
	for (; *text; text = g_utf8_find_next_char(text, NULL)) {
		if (!g_unichar_isspace(g_utf8_get_char(text))) {
			g_string_append_unichar(bare, g_utf8_get_char(text));
		}
	}
	return g_string_free(bare, FALSE);
}

static void compare_texts(struct pair *pair)
{
	struct arena *scratch = pair->item->auditor->scratch;
	char *left = without_spaces(result_passage(scratch, pair->left).text);
	char *right = without_spaces(result_passage(scratch, pair->right).text);
	pair->order = strcmp(left, right);
	g_free(left);
	g_free(right);
}

static bool is_wording(const struct value *value)
{
	return value->kind == VALUE_TEXT || value->kind == VALUE_PROSE;
}

static void compare(struct pair *pair)
{
	struct arena *scratch = pair->item->auditor->scratch;
	const struct value *left = pair->left;
	const struct value *right = pair->right;
	if (is_absent(left) || is_absent(right)) {
		pair->fault = is_absent(left) && is_absent(right) ? _("两边都没有值")
			      : is_absent(left)                   ? _("左边没有值")
								  : _("右边没有值");
	} else if (carries_number(left) && carries_number(right)) {
		compare_numbers(pair);
	} else if (left->kind == right->kind &&
		   (left->kind == VALUE_DATE || left->kind == VALUE_PERIOD)) {
		compare_periods(pair);
	} else if (is_wording(left) && is_wording(right)) {
		compare_texts(pair);
	} else {
		pair->fault = arena_printf(scratch, _("“%s”与“%s”不能比较"),
			figure(scratch, left), figure(scratch, right));
	}
}

static bool holds(const struct pair *pair)
{
	enum check_kind kind = pair->item->auditor->rule->kind;
	return (kind == CHECK_EQUAL && pair->order == 0) ||
	       (kind == CHECK_AT_MOST && pair->order <= 0) ||
	       (kind == CHECK_AT_LEAST && pair->order >= 0);
}

static const struct value *difference_value(const struct pair *pair)
{
	if (!pair->numbers) {
		return NULL;
	}
	struct arena *scratch = pair->item->auditor->scratch;
	struct quantity difference = pair->figures[0];
	decimal_subtract(difference.number, pair->figures[1].number, &difference.number);
	return result_number_as(scratch, difference, quantity_text(scratch, difference),
		(struct place){.source = NULL});
}

/* Figures in messages have their units, whoever worked them out. */
static const struct value *as_figure(const struct pair *pair, const struct value *value)
{
	if (!value || value->kind != VALUE_NUMBER) {
		return value;
	}
	struct quantity quantity = {value->number, unit_of(value)};
	return result_number_as(pair->item->auditor->scratch, quantity,
		figure(pair->item->auditor->scratch, value), value->place);
}

static const char *own_words(const struct pair *pair, const struct audit_finding *finding)
{
	static const char *const words[] = {
		[CHECK_EQUAL] = N_("应等于"),
		[CHECK_AT_MOST] = N_("应不大于"),
		[CHECK_AT_LEAST] = N_("应不小于"),
	};
	return arena_printf(pair->item->auditor->scratch, "%s%s%s%s%s", finding->left,
		_(words[pair->item->auditor->rule->kind]), finding->right,
		finding->difference ? _("，相差") : "",
		finding->difference ? finding->difference : "");
}

static const char *message_of(
	const struct pair *pair, const struct audit_finding *finding)
{
	const struct scope left = {.outer = pair->item->scope,
		.name = "左",
		.value = as_figure(pair, pair->left)};
	const struct scope right = {
		.outer = &left, .name = "右", .value = as_figure(pair, pair->right)};
	const struct scope difference = {
		.outer = &right, .name = "差", .value = difference_value(pair)};
	const char *message = item_message(pair->item, &difference);
	return message ? message : own_words(pair, finding);
}

void judge_pair(const struct audit_item *item)
{
	const struct check_rule *rule = item->auditor->rule;
	struct arena *scratch = item->auditor->scratch;
	struct pair pair = {.item = item,
		.left = item_value(item, rule->left),
		.right = item_value(item, rule->right)};
	if (item_is_undecided(item)) {
		return;
	}
	compare(&pair);
	const struct value *difference = difference_value(&pair);
	struct place subject = item->subject->place;
	struct place left = item_place(item, pair.left, subject);
	struct place right = item_place(
		item, pair.right, expr_is_constant(rule->right) ? rule->place : subject);
	bool same = left.source == right.source && left.line == right.line &&
		    left.column == right.column;
	struct audit_finding finding = {
		.place = item_at(item, left),
		.other = same ? rule->place : right,
		.left = figure(scratch, pair.left),
		.right = figure(scratch, pair.right),
		.difference = difference ? difference->written.text : NULL,
	};
	if (pair.fault) {
		finding.outcome = AUDIT_UNDECIDED;
		finding.message = pair.fault;
	} else if (!holds(&pair)) {
		finding.outcome = AUDIT_FAILED;
		finding.message = message_of(&pair, &finding);
	}
	item_add(item, finding);
}
