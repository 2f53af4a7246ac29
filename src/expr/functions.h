/* The functions of the language: one table. */
#ifndef EXPR_FUNCTIONS_H
#define EXPR_FUNCTIONS_H

#include "expr/evaluate.h"

enum {
	FUNCTION_PARAMETERS = 2
};

/** What a parameter takes. */
enum parameter {
	PARAMETER_ANY,
	PARAMETER_MANY,      /* a list */
	PARAMETER_NUMBER,    /* one number */
	PARAMETER_NUMBERS,   /* numbers, or lists of numbers */
	PARAMETER_PRINTABLE, /* what can be printed, or a list of it */
	PARAMETER_TEXT,
	PARAMETER_PERIOD,    /* a period, or values by year */
	PARAMETER_RECORD,    /* the name of a record of the model, written out */
	PARAMETER_CONDITION, /* an expression over each element of the list before */
};

/** What a call gives. */
enum function_result {
	RESULT_NUMBER, /* in the unit of the first argument */
	RESULT_WHOLE,  /* a number without a unit */
	RESULT_TEXT,
	RESULT_TRUTH,
	RESULT_LIST,     /* of the elements of the first argument */
	RESULT_YEARS,    /* a list of years */
	RESULT_AMOUNTS,  /* a list of amounts of money */
	RESULT_ITEMS,    /* a list of counts with their names */
	RESULT_TEXTS,    /* a list of texts */
	RESULT_RECORDS,  /* a list of the record that the first argument names */
	RESULT_GATHERED, /* a list of what all arguments hold */
};

/** A call at work: the arguments are evaluated but for conditions, which are NULL. */
struct call {
	const struct node *node;
	const struct scope *scope;
	struct evaluation *evaluation;
	const struct value *const *arguments;
	size_t count;
};

struct function {
	const char *name;
	size_t least; /* arguments */
	size_t most;
	enum parameter parameters[FUNCTION_PARAMETERS]; /* the last one stands for all
							   after it */
	enum function_result result;
	const struct value *(*value)(const struct call *call);
};

/** The arguments of a call with lists laid open: `sum(a, b.c)` looks at one row of
 * values.
 */
struct row {
	const struct call *call;
	size_t argument;
	size_t item;
};

/** The next present value of a row; NULL: the row ends. */
const struct value *row_next(struct row *row);

/** The functions that look into texts. */
const struct value *function_amounts(const struct call *call);
const struct value *function_items(const struct call *call);
const struct value *function_texts(const struct call *call);
const struct value *function_placeholders(const struct call *call);
const struct value *function_length(const struct call *call);
const struct value *function_records(const struct call *call);

/** A function by name; NULL: none. */
const struct function *function_find(const char *name);

/** What the argument of that number (from 0) must be. */
enum parameter function_parameter(const struct function *function, size_t index);

/** The names of all functions, ended by NULL, in the arena. */
const char *const *function_names(struct arena *arena);

/** The value of a call. */
const struct value *function_value(const struct node *node, const struct scope *scope,
	struct evaluation *evaluation);

#endif
