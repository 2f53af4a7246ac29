/* One face as objects of a PDF file. */
#ifndef PAINT_PDF_FONT_WRITE_H
#define PAINT_PDF_FONT_WRITE_H

#include "paint/pdf_fonts.h"

/** Writes a font of two-byte codes (ISO 32000-1 9.7): the font itself, its descendant,
 * descriptor, program, and the map from codes to text. */
void pdf_font_write(
	const struct pdf_font *font, struct pdf_file *file, enum pdf_profile profile);

#endif
