/* What can be asked of a value that is no record: the year of a date, the end of a
 * period. */
#ifndef EXPR_PARTS_H
#define EXPR_PARTS_H

#include "plan/value.h"

struct builtin_part;

/** The part of that name; NULL: values of the kind have none. Periods have 起 and 止,
 * dates 年, 月 and 日, targets 符号, 数值 and 单位, decimals 单位. */
const struct builtin_part *builtin_part_find(enum type_kind kind, const char *name);

/** The names of the parts of a kind, ended by NULL, in the arena. */
const char *const *builtin_part_names(struct arena *arena, enum type_kind kind);

/** The type of a part. */
enum type_kind builtin_part_type(const struct builtin_part *part);

/** The part of a value; NULL: the value does not have it. */
const struct value *builtin_part_value(
	struct arena *arena, const struct builtin_part *part, const struct value *value);

#endif
