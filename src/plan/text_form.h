/* Texts that are written in a set form: reference numbers, levels of secrecy. */
#ifndef PLAN_TEXT_FORM_H
#define PLAN_TEXT_FORM_H

#include "base/arena.h"

#include <stdbool.h>

/** Whether a text has a form:
 *
 *     *            one character or more
 *     0            a digit
 *     #            a number without leading zeros
 *     (甲|乙|)      one of these, which are forms themselves; nothing
 *
 * and else the characters themselves. */
bool text_has_form(const char *text, const char *form);

/** What the author most likely meant: brackets of another kind, wide digits, blanks, 第
 * before a number and leading zeros are set right where the text then has one of the
 * forms (ended by NULL). NULL where it does not. */
const char *text_formed(struct arena *arena, const char *text, const char *const *forms);

#endif
