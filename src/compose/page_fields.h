/* Page numbers: set when all pages exist, since only then their count is known. */
#ifndef COMPOSE_PAGE_FIELDS_H
#define COMPOSE_PAGE_FIELDS_H

#include "compose/page_fill.h"

/** Sets the fields of all sheets' masters on their pages and labels the pages that have
 * any; blank pages have none. Only the first page of a part is a first page. */
void page_fields(struct pages *pages, const GArray *sheets, struct faces *faces);

#endif
