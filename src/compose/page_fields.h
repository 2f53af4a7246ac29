/* Page numbers: set when all pages exist, since only then their count is known. */
#ifndef COMPOSE_PAGE_FIELDS_H
#define COMPOSE_PAGE_FIELDS_H

#include "compose/page_fill.h"

/** The number of a sheet as it is printed; NULL: it is not printed there. Blank sheets
 * have no fields; only the first page of a part is a first page. */
const char *page_label(struct arena *arena, const struct sheet *sheet);

/** Sets the fields of all sheets' masters on their pages and labels the pages that have a
 * number. `{pages}` is the last number of those that are counted on from one another. */
void page_fields(struct pages *pages, const GArray *sheets, struct faces *faces);

/** Sets one more field, which makes no label: on all pages that are not blank, or on the
 * first one. */
void page_fields_add(struct pages *pages, const GArray *sheets, struct faces *faces,
	const struct page_field *field);

#endif
