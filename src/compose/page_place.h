/* Sheets -> pages with items. */
#ifndef COMPOSE_PAGE_PLACE_H
#define COMPOSE_PAGE_PLACE_H

#include "compose/page_fill.h"

/** Adds a page with what stands on a sheet, which has its number. On even sheets, counted
 * from the first one, a mirrored type area lies at the other edge. */
void page_place(struct pages *pages, const struct sheet *sheet);

/** The left edge of the type area on a side of the paper, counted from 1. */
double page_area_left(const struct page_master *master, int side);

#endif
