/* What the parts of pdf_finish() share. */
#ifndef PAINT_PDF_FINISHING_H
#define PAINT_PDF_FINISHING_H

#include "paint/paint.h"
#include "paint/pdf_objects.h"

struct finishing {
	const struct pages *pages;
	const int *painted_numbers; /* in the file, from 1, by page; 0: not painted */
	struct pdf_objects *objects;
	GArray *page_objects; /* int: object numbers of the file's pages */
	struct diagnostics *diagnostics;
};

/** Whether a destination (NULL: none) is on a painted page. */
bool finishing_is_painted(
	const struct finishing *finishing, const struct destination *destination);

/** Appends a place on a painted page, ISO 32000-1 12.3.2.2. */
void finishing_append_destination(const struct finishing *finishing, GString *text,
	const struct destination *destination);

/** Adds the outline; gives its object number, 0 where it would be empty. */
int finishing_add_outline(const struct finishing *finishing);

/** Adds the links of all painted pages. False after a reported fault. */
bool finishing_add_links(const struct finishing *finishing);

#endif
