/* Ranges of pages: `1,3-5`. */
#ifndef COMMAND_PAGE_RANGE_H
#define COMMAND_PAGE_RANGE_H

#include "base/arena.h"

#include <stdbool.h>

/** Whether a text is a range at all. */
bool page_range_is_sound(const char *range);

/** Which of `count` pages a range names; the array lives in the arena. False where it
 * names none of them. */
bool page_range_parse(struct arena *arena, const char *range, int count, bool **wanted);

#endif
