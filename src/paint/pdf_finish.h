/* Last step of a PDF: what cairo does not write, or not right. */
#ifndef PAINT_PDF_FINISH_H
#define PAINT_PDF_FINISH_H

#include "paint/paint.h"

/** Completes cairo's file: information about the document (cairo would put the clock's
 * date there), its language, a window title, links, and an identity made from the
 * content. `painted_numbers` has the number in the file of each page, from 1, 0 if it was
 * not painted. The caller owns the array; NULL after a reported fault. */
GByteArray *pdf_finish(const GByteArray *drawn, const struct pages *pages,
	const int *painted_numbers, struct diagnostics *diagnostics);

#endif
