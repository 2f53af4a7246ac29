/* The language of layouts: total, without loops, without input or output. Texts hold
 * expressions in braces:
 *
 *     "{单位.简称}{文种}（{规划期}年）"      paths
 *     "{sum(资金.收入.金额)}"               a path through a list gives a list
 *     "{d.名称 ?? '暂无'}"                  what is there, else the other
 *     "{ordinal(w) | 一}、"                 ordinals with numeral filters
 *     "{if count(目标) > 0: 'a' else 'b'}"
 *
 * Operators, from loosest: `if C: A else B`, `??`, `or`, `and`, `not`, comparison and
 * `in`
 * (= == != < <= > >= ≠ ≤ ≥), `+ -`, `* /`, unary `-`, `.field`, call, `| filter`
 * (the filter binds tightest to the whole expression before it).
 * Functions: sum count min max all any join round where ordinal serial years. `{{` is a
 * brace. A path that the model does not have is an error at the layout's own line. */
#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H

#include "plan/plan.h"

/** A name that expressions may use, with its type; scopes nest. `name` NULL: the fields
 * of `type`'s record can be named without a prefix. */
struct scope_type {
	const struct scope_type *outer;
	const char *name;
	const struct type *type;
};

/** The same with a value; NULL value: absent. */
struct scope {
	const struct scope *outer;
	const char *name;
	const struct value *value;
};

struct expr;     /* one expression, parsed and checked */
struct template; /* a text with expressions in braces, parsed and checked */

/** Parses and checks an expression; NULL after reporting. The result's type goes to *type
 * (kind and record or element as the model has them; a number is TYPE_DECIMAL, a truth
 * TYPE_BOOLEAN). */
const struct expr *expr_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, const struct type **type,
	struct diagnostics *diagnostics);

/** Parses and checks a text; NULL after reporting. */
const struct template *template_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, struct diagnostics *diagnostics);

/** Evaluates; NULL: absent. What cannot be evaluated (division by zero, overflow, a mark
 * in a sum) is reported as a fault of the plan, with the expression's place as the
 * related one. */
const struct value *expr_value(const struct expr *expr, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics);

/** Whether an expression holds: a truth, or any value that is present. */
bool expr_holds(const struct expr *expr, const struct scope *scope, struct arena *arena,
	struct diagnostics *diagnostics);

/** The text with its expressions replaced: paragraphs of runs, since a prose value brings
 * its own (a text without prose gives one paragraph). Characters keep the places of the
 * values that they came from. An empty text gives one empty paragraph. */
const struct value *template_value(const struct template *template,
	const struct scope *scope, struct arena *arena, struct diagnostics *diagnostics);

/** template_value() as one string, paragraphs joined by a line end: for file names and
 * metadata. */
const char *template_string(const struct template *template, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics);

/** A number in a numeral style: `1`, `一`, `壹`, `①`, `Ⅰ`, `（一）` is no style but a
 * pattern. NULL where the style cannot write the number (① ends at 50). */
const char *numeral_text(struct arena *arena, int64_t number, const char *style);

#endif
