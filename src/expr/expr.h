/* The language of layouts: total, without loops, without input or output. Texts hold
 * expressions in braces:
 *
 *     "{单位.简称}{文种}（{规划期}年）"      paths
 *     "{sum(资金.收入.金额) | 2位}"         a path through a list gives one flat list
 *     "{d.名称 ?? '暂无'}"                  what is there, else the other
 *     "{ordinal(w) | 一}、"                 ordinals with numeral formats
 *     "{if count(目标) > 0 then 'a' else 'b'}"
 *
 * Grammar; loosest first, all operators group from the left:
 *
 *     expression  = conditional { "|" format }
 *     conditional = "if" or "then" conditional [ "else" conditional ] | or
 *     or          = and { "or" and }
 *     and         = not { "and" not }
 *     not         = "not" not | comparison
 *     comparison  = fallback [ ( = == != ≠ < <= ≤ > >= ≥ | "in" | "not" "in" ) fallback ]
 *     fallback    = sum { "??" sum }
 *     sum         = product { ( + | - ) product }
 *     product     = unary { ( * | × | / | ÷ ) unary }
 *     unary       = "-" unary | postfix
 *     postfix     = primary { "." NAME | "[" expression "]" }
 *     primary     = NUMBER [ UNIT ] | STRING | "true" | "false" | NAME
 *                 | NAME "(" [ expression { "," expression } ] ")" | "(" expression ")"
 *     format      = NAME | NUMBER | "%"
 *
 * `else` belongs to the nearest `if`; without it the result is absent. A format stands
 * last and applies to everything before it; `(金额 | 2位) ?? '—'` narrows that. NAME:
 * letters, Chinese characters, digits, `_`. NUMBER: `12.5`; a unit may stand right behind
 * it: `100万元`, `90%`. STRING: '…' "…" ‘…’ “…”, without escapes. Full-width
 * （ ） ， ＋ ＝ ＜ ＞ ？？ ｜ ％ count as ASCII.
 *
 * What is absent stays absent in paths, arithmetic, `+` of texts and formats, and prints
 * nothing. A comparison with it is false, `!=` is true. Marks (blank, `/`, `—`, `无`)
 * print as written, are equal to the same text and count as nothing. Where a truth is
 * needed (`if`, `and`, `or`, `not`, conditions), any value that is present will do.
 *
 * Numbers have units. Money converts (元 千元 万元 百万元 亿元), shares do (92% is 0.92;
 * a percent beside a literal without its sign is refused), other unlike units are an
 * error. A sum is in the unit of its first value. Computed numbers print in their
 * shortest exact form, without a unit.
 *
 * Parts: periods have 起 and 止, dates 年 月 日, targets 符号 数值 单位, decimals 单位.
 * x[2021] is the value of a year, list[1] the first element.
 *
 * Functions. Lists lie open in sum, count, min and max: `sum(a, b.c)`.
 *
 *     sum(x, …)            of the present values; 0 where there is none
 *     count(x)             how many values are present
 *     min(x, …) max(x, …)  the value itself
 *     round(x [, places])
 *     where(list, c)       the elements for which c holds; c sees the element's
 *                          fields, and the element itself as 项
 *     all(list, c) any(list, c)      conditions nest to a depth of three
 *     join(list [, text])  with the text between, else 、
 *     ordinal(x)           the position of a list's element in the plan; else 0
 *     serial(x)            its position among all of its field in the plan; else 0
 *     years(x)             the years of a period or of values by year
 *     amounts(prose)       the amounts of money in a text; amounts(prose, word): those
 *                          right behind the word, 为, 共 and the like between them
 *     items(text)          counts in a text (培训8次；会议21次) with 名称 and 数值
 *     length(text)         its characters without blanks
 *     placeholders(text)   what still stands for something else: XX, ____, 待定
 *     list(x, …)           all present values as one list
 *     texts(x) texts()     all texts below a value; of the whole plan
 *     records('指标')      all records of a kind, wherever in the plan they stand
 *
 * A name that a record has a formula for (model.h) is worked out where it is used: over
 * the fields of that record, then those of the plan. Formulas use others, never
 * themselves.
 *
 * Formats:
 *
 *     千分 2位 %                     1,234.5; two places (0 to 6); 92%
 *     元 千元 万元 百万元 亿元       the number converted
 *     大写                           壹佰元整
 *     1 01 一 壹 〇 ① ⑴ ⒈ ㈠ Ⅰ I i a A
 *     年 年月 年月日 点              2021年3月18日, 2021.3.18; of periods and years too
 *     汉字年 汉字年月 汉字年月日     二〇二一年三月十八日
 *
 * Texts: `{{` and `}}` are braces, `**…**` in the layout's own words is emphasis and may
 * hold expressions, a line end begins a paragraph.
 *
 * A path that the model does not have is an error at the layout's own line. */
#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H

#include "plan/plan.h"

/** A name that expressions may use, with its type; scopes nest. `name` NULL: the fields
 * of `type`'s record can be named without a prefix. `type` NULL: not known, anything
 * goes. */
struct scope_type {
	const struct scope_type *outer;
	const char *name;
	const struct type *type;
	GHashTable *named; /* of the outermost: a set, every struct field that an
			    * expression names is added; NULL: nobody asks */
};

/** The same with a value; NULL value: absent. Names are found from the innermost scope
 * outwards, fields in the nearest record of the kind that they were checked against. */
struct scope {
	const struct scope *outer;
	const char *name;
	const struct value *value;
	GHashTable *used; /* of the outermost: a set, every field's value that is read is
			   * added; NULL: nobody asks */
};

struct expr;     /* one expression, parsed and checked */
struct template; /* a text with expressions in braces, parsed and checked */

/** Parses and checks an expression; NULL after reporting. The result's type goes to *type
 * (kind and record or element as the model has them; a number is TYPE_DECIMAL, a truth
 * TYPE_BOOLEAN; NULL where the scope did not say). `type` may be NULL. The passage must
 * live as long. */
const struct expr *expr_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, const struct type **type,
	struct diagnostics *diagnostics);

/** Parses and checks a text; NULL after reporting, the faults of every expression in it.
 */
const struct template *template_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, struct diagnostics *diagnostics);

/** Evaluates; NULL: absent. A value of the plan is given as it is, the same pointer. What
 * cannot be evaluated (division by zero, overflow, a text in a sum, unlike units) is
 * reported as a fault of the plan, with the expression's place as the related one; the
 * result is then NULL, of a comparison false. */
const struct value *expr_value(const struct expr *expr, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics);

/** Whether an expression names nothing of the plan: 5, 'a', 1 > 2. */
bool expr_is_constant(const struct expr *expr);

/** Whether an expression holds: a truth, or any value that is present. */
bool expr_holds(const struct expr *expr, const struct scope *scope, struct arena *arena,
	struct diagnostics *diagnostics);

/** The text with its expressions replaced: paragraphs of runs, since a prose value brings
 * its own (a text on one line without prose gives one paragraph). Text around prose joins
 * its first and last paragraph. Characters keep the places of the values that they came
 * from. An empty text gives one empty paragraph. */
const struct value *template_value(const struct template *template,
	const struct scope *scope, struct arena *arena, struct diagnostics *diagnostics);

/** template_value() as one string, paragraphs joined by a line end: for file names and
 * metadata. */
const char *template_string(const struct template *template, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics);

/** The elements of a value for `each`: those of a list; of years records with 年份 and
 * 内容, each with its position as ordinal; of another value itself alone; of what is
 * absent or a mark none. *count gets their number. */
const struct value *const *expr_each(
	struct arena *arena, const struct value *value, size_t *count);

/** The type of those elements; NULL: not known. */
const struct type *expr_each_type(struct arena *arena, const struct type *type);

/** A number in a numeral style: `1`, `01`, `一`, `壹`, `〇` (digit by digit), `①`, `⑴`,
 * `⒈`, `㈠`, `Ⅰ`, `I`, `i`, `a`, `A`; `（一）` is no style but a pattern. NULL where the
 * style cannot write the number (① ends at 50) or there is no such style. */
const char *numeral_text(struct arena *arena, int64_t number, const char *style);

#endif
