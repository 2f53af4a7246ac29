/* The word that was meant by a misspelt one, and hints that name it. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/diagnostics.h"

/** The nearest of some words (ended by NULL) to a misspelt one; NULL: none is near, and
 * silence is better than a wrong word. Blanks do not count. Near is at most a third of
 * the characters wrong, missing or added, always one. Chinese words are short, one other
 * character makes another word: of two characters none may differ but by sounding alike
 * (年渡) or changing places (度年); a word is also near to what begins or ends with it
 * and is at most twice as long (标题, 章节标题). */
const char *nearest_word(const char *const *words, const char *misspelt);

/** Adds to the last report the hint that this word may be meant; NULL: nothing. */
void diagnostics_hint_word(struct diagnostics *diagnostics, const char *word);

/** The same of the word nearest to a misspelt one; where none is near, all that can be
 * written are named if they are at most eight. False: no hint. */
bool diagnostics_hint_nearest(
	struct diagnostics *diagnostics, const char *const *words, const char *misspelt);

#endif
