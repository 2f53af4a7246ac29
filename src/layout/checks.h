/* Checks (勾稽): what must hold of a plan, as data. The vocabulary's own file declares
 * those that hold for every plan, a layout those of its form, under `checks:`, by name:
 *
 *     checks:
 *       资金总额与支出:
 *         note: 资金总额等于按支出性质分的各项之和
 *         each: 资金 as f                   # may be left out; or a list of such clauses
 *         when: f.总额 and f.支出           # where it applies; left out: everywhere
 *         equal: [f.总额, sum(f.支出.金额)] # what must hold, see enum check_kind
 *         tolerance: 0.01万元               # how far apart may be; 0
 *         severity: warning                 # error, warning, note, off
 *         at: f.支出                        # where to point; the left value, or the item
 *         message: "资金总额{左}，支出合计{右}，相差{差}"
 *
 * A layout that names a check of all plans changes what it says of it and keeps the rest:
 * `资金总额与支出: {severity: error}`. */
#ifndef LAYOUT_CHECKS_H
#define LAYOUT_CHECKS_H

#include "layout/layout.h"

/** What must hold. */
enum check_kind {
	CHECK_EQUAL,    /* equal: [A, B] */
	CHECK_AT_MOST,  /* at most: [A, B] */
	CHECK_AT_LEAST, /* at least: [A, B] */
	CHECK_HOLDS,    /* holds: a condition */
	CHECK_NONE, /* none: a list that must be empty; the message knows each as 项 */
	CHECK_DISTINCT, /* distinct: a list without two alike; 项 and 另 */
	CHECK_SPELLING, /* one spelling: no two that mean one name; 项 and 另 */
};

enum {
	CHECK_EACH_MOST = 3 /* each level multiplies the work by the length of a list */
};

struct check_rule {
	const char *name;
	const char *note; /* NULL: none */
	struct place place;
	struct each_clause each[CHECK_EACH_MOST];
	size_t each_count;
	const struct expr *when; /* NULL: always */
	enum check_kind kind;
	const struct expr *left; /* the one operand of kinds that have no pair */
	const struct expr *right;
	struct decimal tolerance;
	const char *tolerance_unit;     /* "": that of the left value */
	const struct expr *at;          /* NULL: the kind's own place */
	const struct template *message; /* NULL: the kind's own words */
	enum severity severity;
	bool off; /* declared, and not to be held against the plan */
};

struct check_rules {
	const struct check_rule *const *list;
	size_t count;
};

struct check_sources {
	const struct yaml_node *shared; /* layout_data_read("plan") */
	const GPtrArray *layouts; /* layout_file_read() of each; none: what is shared */
	const struct model *model;
};

/** Reads the checks that the layouts share and those of their own, and holds all formulas
 * of the model against it. Faults are reported at the layouts' lines, and what is faulty
 * is left out. Two layouts that inherit one check have it once. */
struct check_rules layout_checks_read(struct arena *arena,
	const struct check_sources *sources, struct diagnostics *diagnostics);

/** The key of a kind: `at most`. */
const char *check_kind_key(enum check_kind kind);

#endif
