/* The outline of a PDF file, which readers show beside its pages. */
#ifndef PAINT_PDF_OUTLINE_H
#define PAINT_PDF_OUTLINE_H

#include "paint/pdf_painting.h"

/** Writes the entries that lead to painted pages; gives the outline's object number, 0
 * where it would be empty. */
int pdf_outline_write(const struct pdf_painting *painting);

#endif
