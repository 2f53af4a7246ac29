/* Typed values of a plan. Each keeps the characters that the author wrote and their
 * places: what was written is printed, unless a layout formats it. */
#ifndef PLAN_VALUE_H
#define PLAN_VALUE_H

#include "base/decimal.h"
#include "model/model.h"

enum value_kind {
	VALUE_TEXT,
	VALUE_PROSE,
	VALUE_NUMBER, /* decimal, percent or year */
	VALUE_DATE,
	VALUE_PERIOD,
	VALUE_TARGET,
	VALUE_BOOLEAN,
	VALUE_MARK, /* blank, `/`, `—` or `无` where a value could stand: printed, never
		       counted */
	VALUE_LIST, /* lists, choice sets, years */
	VALUE_RECORD,
};

enum value_sign {
	SIGN_NONE,
	SIGN_EQUAL,
	SIGN_AT_LEAST,
	SIGN_AT_MOST,
	SIGN_MORE,
	SIGN_LESS,
};

struct date {
	int year;
	int month; /* 0: none written */
	int day;   /* 0: none written */
};

struct period {
	struct date first;
	struct date last;
};

/** A stretch of prose in one manner. */
struct prose_run {
	struct passage passage;
	bool emphasis;
};

struct prose_paragraph {
	const struct prose_run *runs;
	size_t run_count;
};

struct value {
	enum value_kind kind;
	const struct type *type; /* as declared; NULL for what an expression made */
	struct place place;
	struct passage written; /* the author's characters, tabs as spaces; of lists and
				 * records: empty */
	/* VALUE_NUMBER, VALUE_TARGET: */
	struct decimal number;
	const char *unit; /* as written, or as declared; "": none */
	enum value_sign sign;
	bool has_number;      /* a target that is text has none */
	bool truth;           /* VALUE_BOOLEAN */
	struct period period; /* VALUE_PERIOD; VALUE_DATE has its date in `first` */
	/* VALUE_PROSE: */
	const struct prose_paragraph *paragraphs;
	size_t paragraph_count;
	/* VALUE_LIST: the elements. A list of years has its years beside them. */
	const struct value *const *items;
	size_t item_count;
	const int *years;
	/* VALUE_RECORD: */
	const struct record *record;
	const struct value *const
		*fields; /* by index of the declaration; NULL: not written */
	const struct field *const
		*written_order; /* the written fields as the file has them */
	const struct yaml_node *const *written_keys; /* where those fields were written */
	size_t written_count;
	const struct value
		*parent; /* the record around this record; NULL: the plan itself */
	/* Of an item of a list: from 1, in its list, and among all items of its field in
	 * the whole plan (numbers that run on from table to table). 0: no item. */
	int ordinal;
	int serial;
	bool awaited; /* VALUE_MARK: 【待补：…】, in place of what must be said */
};

/** A field of a record by its declared name; NULL: not written (or not declared). */
const struct value *value_field(const struct value *record, const char *name);

/** Whether a value says something: not NULL, not a mark, not an empty list or text. */
bool value_is_present(const struct value *value);

/** Prints a value as a tree, a value a line with its place: what tests pin. */
void value_dump(const struct value *value, GString *out);

#endif
