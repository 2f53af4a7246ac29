/* The structure of a tagged PDF file (ISO 32000-1 14.7 and 14.8). */
#ifndef PAINT_PDF_STRUCTURE_H
#define PAINT_PDF_STRUCTURE_H

#include "paint/pdf_painting.h"

/** Writes the structure tree and the way back from marks to it, all pages having been
 * written; gives the root's object number. What has nothing on the painted pages is left
 * out, but for cells of tables that have something. */
int pdf_structure_write(const struct pdf_painting *painting);

#endif
