/* What pages are called. */
#ifndef PAINT_PDF_LABELS_H
#define PAINT_PDF_LABELS_H

#include "paint/pdf_painting.h"

/** Appends the painted pages' labels as printed, ISO 32000-1 12.4.2: pages that count on
 * from the one before go without saying. */
void pdf_labels_append(const struct pdf_painting *painting, GString *text);

#endif
