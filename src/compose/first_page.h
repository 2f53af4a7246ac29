/* The first page of an official document shows body text: GB/T 9704-2012 7.3.3. Where
 * what stands above leaves no room, some of it stands elsewhere (the addressees: 7.3.2).
 */
#ifndef COMPOSE_FIRST_PAGE_H
#define COMPOSE_FIRST_PAGE_H

#include "compose/page_fill.h"

/** Whether anything stands elsewhere where the first page is crowded. */
bool first_page_can_give(const struct document *document);

/** Whether a part has body text of which none stands on the first of its sheets. */
bool first_page_lacks_body(const struct part_content *content, const GArray *sheets);

/** The place of a part's first body text. */
struct place first_page_body(const struct part_content *content);

#endif
