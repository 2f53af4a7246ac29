/* What the codes of a font are read as. */
#ifndef PAINT_PDF_TO_UNICODE_H
#define PAINT_PDF_TO_UNICODE_H

#include "paint/pdf_fonts.h"

/** Writes the map from a font's codes to text (ISO 32000-1 9.10.3) and gives the number
 * of its object. `order` has the small face's glyphs by rising code; those without a text
 * are left out. */
int pdf_to_unicode_write(
	const struct pdf_font *font, const guint16 *order, struct pdf_file *file);

#endif
