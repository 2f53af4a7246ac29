/* The values that expressions make. Each takes the place of what it was made from. */
#ifndef EXPR_RESULTS_H
#define EXPR_RESULTS_H

#include "expr/units.h"
#include "plan/value.h"

/** A number, written in its shortest exact form without its unit. */
const struct value *result_number(
	struct arena *arena, struct quantity quantity, struct place place);

/** A number that prints as the text given. */
const struct value *result_number_as(struct arena *arena, struct quantity quantity,
	const char *text, struct place place);

/** A text. */
const struct value *result_text(struct arena *arena, struct passage text);

/** A truth; prints as 是 or 否. */
const struct value *result_truth(struct arena *arena, bool truth, struct place place);

/** A date, written `2021.3.18`. */
const struct value *result_date(
	struct arena *arena, struct date date, struct place place);

/** A list of values (copied from an array of const struct value *). */
const struct value *result_list(struct arena *arena, const GPtrArray *items);

/** What a value prints as: what the author wrote, or what was made; lists joined with
 * `、`, paragraphs of prose with line ends; NULL and records print nothing. Characters
 * keep their places. */
struct passage result_passage(struct arena *arena, const struct value *value);

#endif
