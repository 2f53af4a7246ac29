/* Where lines may break. */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "text/paragraph.h"

enum break_kind {
	BREAK_NEVER,
	BREAK_DISCOURAGED, /* between a number and what it counts, after a connector */
	BREAK_ALLOWED,
};

/** Keeps together what the classes of two neighbours do not tell: 2016年, 〔2017〕86号,
 * 5%～8%, list numbers with what they number, 10 kg, “十四五”; and lets a web address
 * break at `/`. */
void breaks_group(const char *text, struct cluster *clusters, int count);

#endif
