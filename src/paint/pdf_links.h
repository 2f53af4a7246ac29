/* Links in a PDF file. */
#ifndef PAINT_PDF_LINKS_H
#define PAINT_PDF_LINKS_H

#include "paint/pdf_painting.h"

/** Writes a link as an annotation of its page, appends a reference to it, and marks its
 * node with it. A link to a page that is not painted is left out; one to nowhere is
 * warned of, an address of another kind than web and mail is an error. */
void pdf_link_write(struct pdf_painting *painting, const struct painted_page *painted,
	const struct item *item, GString *annotations);

#endif
