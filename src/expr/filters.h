/* The formats of the language, `value | name`: one table. */
#ifndef EXPR_FILTERS_H
#define EXPR_FILTERS_H

#include "expr/evaluate.h"

struct filter;

/** A format by name; NULL: none. */
const struct filter *filter_find(const char *name);

/** The names of all formats, ended by NULL, in the arena. */
const char *const *filter_names(struct arena *arena);

/** Whether a format can be put to values of a type, and what it then gives; NULL: it
 * cannot. */
const struct type *filter_type(
	struct arena *arena, const struct filter *filter, const struct type *operand);

/** Whether values in a unit (NULL: not known) can be put in the unit of the format. */
bool filter_accepts_unit(const struct filter *filter, const char *unit);

/** The value in the format of a checked node. What is absent stays so; marks and what is
 * not of the format's kind (a target in words) pass unchanged. */
const struct value *filter_value(struct evaluation *evaluation, const struct node *node,
	const struct value *value);

#endif
