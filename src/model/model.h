/* The vocabulary of plans, declared as data in layouts/: which keys there are, what each
 * one holds, how it may also be called. Reading, typing, messages, schema and templates
 * all come from here.
 *
 *     model:
 *       root: 规划
 *       records:
 *         规划:
 *           单位: {type: record 单位, required: yes, note: 编制单位}
 *           年度: {type: year, synonyms: [年份], example: 2021}
 *           章节: {type: list of record 章节}
 *         工作:
 *           年度分解: years of prose
 *           类别: {type: "choice [新建, 续建]", note: 任务的性质}
 *           文号: {type: text, forms: ["*〔0000〕#号"], clause: GB/T 9704-2012 7.2.5}
 *
 * Types: text, prose, decimal, decimal UNIT, percent, date, year, period, target,
 * boolean, choice [A, B], choices [A, B], record NAME, list of TYPE, years of TYPE. A
 * field may be written as its type alone. Where braces stand around it, a type with
 * brackets needs quotes. A text in none of its `forms` (see plan/text_form.h; at most one
 * `*` each) is a warning, which names the `clause`.
 *
 *         得分率: {formula: "执行数 / 预算数", note: 执行率}
 *
 * is a field that is worked out by an expression of layouts, over the fields of its
 * record and of the plan. A layout may replace a formula that all plans share.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/nearest.h"
#include "yaml/yaml.h"

enum type_kind {
	TYPE_TEXT,    /* one line */
	TYPE_PROSE,   /* paragraphs, `**emphasis**` */
	TYPE_DECIMAL, /* `1,234.50`, `30万元`; `decimal 万元` declares the unit */
	TYPE_PERCENT, /* `92%`: the number before the sign */
	TYPE_DATE,    /* `2021-03-18`, `2021年3月18日`, `2013.6.20` */
	TYPE_YEAR,    /* `2021` */
	TYPE_PERIOD,  /* `2016-2020`, `2021.1-2021.12` */
	TYPE_TARGET, /* sign, decimal, unit; or text: `≥5次`, `≤200元/人`, `良好` */
	TYPE_CHOICE,  /* one of the declared words */
	TYPE_CHOICES, /* several of them */
	TYPE_BOOLEAN, /* 是, 否 */
	TYPE_LIST,    /* of one element type */
	TYPE_RECORD,  /* a declared record */
	TYPE_YEARS,   /* a value for each year; `2016-2020: text` stands for each */
};

struct type {
	enum type_kind kind;
	const struct type *element;  /* of a list or of years; of choices: one choice */
	const struct record *record; /* of a record */
	const char *unit;            /* of a decimal; NULL: none declared */
	const char *const *choices;  /* ended by NULL */
};

struct field {
	const char *name;            /* without spaces */
	size_t index;                /* in its record, by order of declaration */
	const char *const *synonyms; /* ended by NULL; never NULL itself */
	struct type type;
	bool required;
	const char *note;         /* a line of explanation; NULL: none */
	const char *example;      /* NULL: none */
	const char *const *forms; /* of a text, ended by NULL; NULL: any */
	const char *clause;       /* that asks for the form; NULL: none */
	struct place place;       /* of its declaration */
};

/** A field that nobody writes: it is worked out wherever it is named, from the record's
 * other fields and the plan's. */
struct formula {
	const char *name;
	struct passage text; /* an expression */
	const char *note;    /* NULL: none */
	struct place place;  /* of its declaration */
};

struct record {
	const char *name;
	GPtrArray *fields;   /* struct field, in order of declaration */
	GHashTable *lookup;  /* name or synonym -> struct field */
	GPtrArray *formulas; /* struct formula; NULL: none */
	struct place place;  /* of its first declaration; no source: only named by a type
				so far */
};

struct model;

/** An empty model, to which declarations are added; it lives in the arena. */
struct model *model_create(struct arena *arena);

/** Adds the declarations under a `model:` node (NULL: none). May be called for several
 * layouts: fields unite, and a field declared again with the same type may add synonyms,
 * make it required or give the note or example that was missing. Two types for one key,
 * an unknown type or attribute, a synonym that is another field's name are errors at the
 * declaration's own line. False where anything was reported. The nodes must outlive the
 * model. */
bool model_add(struct model *model, const struct yaml_node *declarations,
	struct diagnostics *diagnostics);

/** Ends a model: every record named by a type must be declared, and the root. */
bool model_finish(struct model *model, struct diagnostics *diagnostics);

/** The record that a plan is. */
const struct record *model_root(const struct model *model);

/** A record by name; NULL: not declared. */
const struct record *model_record(const struct model *model, const char *name);

/** A field by name or synonym, spaces inside the name ignored; NULL: none. */
const struct field *record_field(const struct record *record, const char *name);

/** A formula by name; NULL: none. */
const struct formula *record_formula(const struct record *record, const char *name);

/** All records, struct record, in the order in which they were first named. */
const GPtrArray *model_records(const struct model *model);

/** The declared name nearest to a misspelt one, for `did you mean`; NULL: none is near.
 */
const char *record_nearest_field(const struct record *record, const char *name);

/** A name without its spaces, full-width ones too: how names are compared. The name
 * itself where it has none. */
const char *name_without_spaces(struct arena *arena, const char *name);

/** A type in words, as declared: `list of record 章节`. */
const char *type_name(struct arena *arena, const struct type *type);

/** Prints the model, a field a line: what tests pin. */
void model_dump(const struct model *model, GString *out);

#endif
