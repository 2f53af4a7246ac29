/* The plan held against the checks of its layouts (勾稽). */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "layout/checks.h"

enum audit_outcome {
	AUDIT_HELD,
	AUDIT_FAILED,
	AUDIT_UNDECIDED, /* a value is absent, units are unlike, a divisor is zero */
	AUDIT_EXCUSED,   /* did not hold, for a reason that the plan gives */
	AUDIT_IDLE,      /* the plan has nothing that it could be held against */
};

/** What came of a check: once for each item that it failed for, and once for all that it
 * held for. */
struct audit_finding {
	const struct check_rule *rule;
	enum audit_outcome outcome;
	size_t count;           /* of the items that it stands for */
	struct place place;     /* in the plan; of what holds: the first one's */
	struct place other;     /* the second place; no source: none */
	const char *left;       /* the figures, with units; NULL: none */
	const char *right;      /* of what holds: only where it is one item */
	const char *difference; /* left less right; NULL: none */
	const char *message;    /* why it failed or is undecided; NULL: neither */
	const char *reason;     /* of what is excused */
};

struct audit_report {
	GArray *findings; /* struct audit_finding, by the order of the rules */
};

/** Holds a plan against the rules. What fails is reported with the rule's severity at the
 * plan's own places, what cannot be decided as a warning (never passed over), what the
 * plan's 核对说明 excuses as a note with its reason; an excuse that nothing needs, or
 * that names no check, is a warning. The report lives in the arena. */
const struct audit_report *audit_plan(struct arena *arena, const struct plan *plan,
	const struct check_rules *rules, struct diagnostics *diagnostics);

/** How many checks came out so: rules, not items; a rule with several outcomes counts by
 * its worst. */
size_t audit_count(const struct audit_report *report, enum audit_outcome outcome);

/** An outcome in a word: `相符`. */
const char *audit_outcome_word(enum audit_outcome outcome);

/** Prints the report, a finding a line: what tests pin. */
void audit_dump(const struct audit_report *report, GString *out);

#endif
