/* The imprint (版记): at the foot of the last page, which is an even one where that is
 * asked for. */
#ifndef COMPOSE_PAGE_IMPRINT_H
#define COMPOSE_PAGE_IMPRINT_H

#include "compose/page_fill.h"

/** Puts a measured imprint at the foot of the last sheet, its last stroke on the foot of
 * the type area (GB/T 9704-2012 7.4.1). Sheets are added where it does not fit under what
 * stands there, or that sheet is an odd one; of blank pages before it and of its own page
 * then no number is printed (7.5). False where there would be too many sheets. */
bool page_imprint(const struct page_filling *filling,
	const struct document_imprint *imprint, const struct measured_list *list);

#endif
