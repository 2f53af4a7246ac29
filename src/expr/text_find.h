/* What checks look for in texts. */
#ifndef EXPR_TEXT_FIND_H
#define EXPR_TEXT_FIND_H

#include "plan/value.h"

/** Adds what still stands for something else to a list of const struct value *, each with
 * its place: `XX`, `××`, `____`, `○○`, `***`, 待定, 待补, 待填 and the like. */
void placeholders_find(
	struct arena *arena, const struct passage *text, GPtrArray *placeholders);

/** Adds every text below a value, itself included, to a list of const struct value *:
 * texts, prose, targets in words; in the order of the file. */
void texts_find(const struct value *value, GPtrArray *texts);

/** How many characters a text has, blanks and line ends not counted. */
int64_t text_length(const struct passage *text);

#endif
