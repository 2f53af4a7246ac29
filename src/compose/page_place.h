/* Sheets -> pages with items. */
#ifndef COMPOSE_PAGE_PLACE_H
#define COMPOSE_PAGE_PLACE_H

#include "compose/page_fill.h"

/** Adds a page for a sheet, which has its number. */
struct page *page_begin(struct pages *pages, const struct sheet *sheet);

/** Places what stands on a sheet on its page, the last one so far. */
void page_place(struct pages *pages, struct page *page, const struct sheet *sheet);

/** The type area of a sheet on a side of the paper, counted from 1: where it is mirrored,
 * it is as far from the edge that is bound on even sides as on odd ones. */
struct rectangle page_area(const struct sheet *sheet, int side);

#endif
