/* What copies show besides the document: marks of drafts, the room for the filing stamp,
 * blank backs of sheets. Nothing of it moves what stands on the pages. */
#ifndef COMPOSE_COPY_MARKS_H
#define COMPOSE_COPY_MARKS_H

#include "compose/measure.h"

/** Sets a text from corner to corner across a page on which nothing stands yet, its
 * middle on that of the page; it is set smaller where its style lets it, so that it fits.
 */
void copy_watermark(const struct measuring *measuring, const struct text_block *text,
	struct pages *pages, struct page *page);

/** Shows the place of the filing stamp on the first page, if there is one. */
void copy_stamp(const struct filing_stamp *stamp, struct pages *pages);

/** Adds blank pages without a number, so that there is a back of the same size to each
 * odd page and a front to each even one: sheets printed on both sides come out whole. */
void copy_whole_sheets(struct pages *pages);

#endif
