/* What the files of this room share while a plan is held against its checks. */
#ifndef AUDIT_AUDITOR_H
#define AUDIT_AUDITOR_H

#include "audit/audit.h"

struct auditor {
	struct arena *arena;   /* of the report */
	struct arena *scratch; /* of the rule at hand */
	const struct plan *plan;
	GHashTable *paths; /* of the plan's files: places elsewhere are a layout's */
	struct audit_report *report;
	const struct check_rule *rule; /* at hand */
	size_t held;                   /* items that it holds for so far */
	struct audit_finding first;    /* the first of them */
	struct diagnostics *faults;    /* of evaluating the item at hand */
};

/** One item that a rule is held against. */
struct audit_item {
	struct auditor *auditor;
	const struct scope *scope; /* with the names of `each` */
	const struct value
		*subject;           /* the innermost item; the plan where there is none */
	struct diagnostics *faults; /* of evaluating */
};

/** The value of an expression of the rule; NULL: absent, or a fault. */
const struct value *item_value(const struct audit_item *item, const struct expr *expr);

/** Whether evaluating failed; the item is then added as undecided. */
bool item_is_undecided(const struct audit_item *item);

/** Adds what came of the item: texts are copied. What held is only counted. */
void item_add(const struct audit_item *item, struct audit_finding finding);

/** The rule's message in a scope; NULL: it has none. */
const char *item_message(const struct audit_item *item, const struct scope *scope);

/** A value's place if that lies in the plan, else the other place. */
struct place item_place(
	const struct audit_item *item, const struct value *value, struct place otherwise);

/** Where the rule's `at` points, else the other place. */
struct place item_at(const struct audit_item *item, struct place otherwise);

/** Judges the kinds: pairs of values; lists. */
void judge_pair(const struct audit_item *item);
void judge_none(const struct audit_item *item);
void judge_distinct(const struct audit_item *item);
void judge_spelling(const struct audit_item *item);

/** A pair of texts that spell one name. */
struct spelling_pair {
	const struct value *first;
	const struct value *second;
};

/** The names among values (marks and what is absent left out) that differ from an earlier
 * one by signs and blanks, by one character that is missing, sounds alike or has changed
 * places: GArray of struct spelling_pair. Names of fewer than four characters, and such
 * as differ by a number or a direction, are left alone. */
GArray *spelling_pairs(struct arena *arena, const struct value *list);

/** Sets right what the plan excuses, and reports excuses that are none. */
void excuses_apply(struct auditor *auditor, const struct check_rules *rules,
	struct diagnostics *diagnostics);

#endif
