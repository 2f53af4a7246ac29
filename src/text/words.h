/* Words of Chinese text, as the dictionary of ICU knows them. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "text/paragraph.h"

/** Discourages breaks inside words, and between lone characters of which no word is known
 * (names), so that the lines of a title are whole in sense: GB/T 9704-2012 7.3.1. Without
 * a dictionary nothing changes. */
void words_keep(const char *text, struct cluster *clusters, int count);

#endif
