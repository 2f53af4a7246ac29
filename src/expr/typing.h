/* Types of results, and how they combine. A type that is not known (NULL: a fault was
 * reported, or the scope does not say) goes with everything, so that one fault is
 * reported once. */
#ifndef EXPR_TYPING_H
#define EXPR_TYPING_H

#include "model/model.h"

/** The type of a kind that needs no more than its kind. */
const struct type *typing_simple(enum type_kind kind);

/** A number in a unit; NULL: not known. */
const struct type *typing_number(struct arena *arena, const char *unit);

/** A list of elements. */
const struct type *typing_list(struct arena *arena, const struct type *element);

/** A list of elements, flat where the elements are lists themselves. */
const struct type *typing_flat_list(struct arena *arena, const struct type *element);

/** What a list, years or choices hold; another type: itself. */
const struct type *typing_element(const struct type *type);

/** Whether a type holds several values: list, years, choices. */
bool typing_is_many(const struct type *type);

/** Whether values can be counted with: decimal, percent, year, target. */
bool typing_is_number(const struct type *type);

/** Whether values are one piece of text: text, choice, prose. */
bool typing_is_text(const struct type *type);

/** Whether values can be printed: all but records and lists of them. */
bool typing_is_printable(const struct type *type);

/** The unit of a number type: "%" of a percent; NULL: not known. */
const char *typing_unit(const struct type *type);

/** The type that two branches share; false where there is none. */
bool typing_unify(struct arena *arena, const struct type *left, const struct type *right,
	const struct type **result);

/** A type in Chinese words for messages: `列表（记录“指标”）`. */
const char *typing_words(struct arena *arena, const struct type *type);

#endif
