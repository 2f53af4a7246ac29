/* Sheets -> pages with items. */
#ifndef COMPOSE_PAGE_PLACE_H
#define COMPOSE_PAGE_PLACE_H

#include "compose/page_fill.h"

/** Adds a page with what stands on a sheet. Its number counts from the first page, blank
 * ones included; on even pages a mirrored type area lies at the other edge. */
void page_place(struct pages *pages, const struct sheet *sheet);

/** The left edge of the type area on a page of that number. */
double page_area_left(const struct page_master *master, int number);

#endif
