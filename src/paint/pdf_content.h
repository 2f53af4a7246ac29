/* A page as operators of a PDF content stream (ISO 32000-1 annex A). */
#ifndef PAINT_PDF_CONTENT_H
#define PAINT_PDF_CONTENT_H

#include "paint/pdf_painting.h"

/** Writes a page's content and gives the number of its object; adds to the marks
 * what its nodes have there. `annotations` gets references to the page's links. */
int pdf_content_write(struct pdf_painting *painting, const struct painted_page *painted,
	GString *annotations);

#endif
