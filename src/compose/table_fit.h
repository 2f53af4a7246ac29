/* Tables that are to stand on one page, or whose columns are too narrow for their words:
 * set tighter, then smaller, as far as their layout lets them. */
#ifndef COMPOSE_TABLE_FIT_H
#define COMPOSE_TABLE_FIT_H

#include "compose/measure.h"

/** Whether a table may have to be fitted: what is shaped of it is kept at hand. */
bool table_may_be_fitted(const struct table_block *block);

/** Sets the blocks of a text in its width, and fits its tables. One that is to be turned
 * (if it is wide: where upright its columns would break dates, or set one character below
 * the other) is set across the page's height. The rungs of the ladder
 * are: padding two thirds, one third, first of all across; leading half the way to 1.15
 * em, all of it; type smaller by half points down to the floor. On each, columns are
 * shared out anew; nothing is shaped again. What was done is a note (`table-fitted`). A
 * table that does not fit even at the floor is set there over several pages, which is a
 * warning
 * (`table-not-fitted`); one that fits begins a new page where the page begun does not
 * hold it. A table that is too wide even at the floor, but has stub columns, is parted by
 * columns at the largest size that needs no more parts than the floor does
 * (`table-parted`, a note); its parts are neither fitted nor do they fill pages. */
void table_fit(const struct measuring *measuring, struct measured_list *list);

#endif
