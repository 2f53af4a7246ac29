/* What a PDF file says of itself, twice: as document information (ISO 32000-1 14.3.3) and
 * as XMP (ISO 16684-1); the two agree (ISO 19005-1 6.7.3). */
#ifndef PAINT_PDF_METADATA_H
#define PAINT_PDF_METADATA_H

#include "paint/pdf_painting.h"

/** What both say; no control characters, NULL where there is nothing. */
struct pdf_metadata {
	const char *title; /* of an archived file always something */
	const char *author;
	const char *subject;
	const char *keywords;
	const char *reference;
	const char *layout;
	const char *inputs; /* a sum over plan, layout and faces */
	const char *date;   /* ISO 8601 */
	const char *program;
};

/** Takes it from the pages, into the arena. Control characters are left out with a
 * warning. The date is the pages', else that of SOURCE_DATE_EPOCH, else none: never the
 * clock's. */
struct pdf_metadata pdf_metadata_take(
	struct arena *arena, const struct pdf_painting *painting);

/** Writes either; gives its object number. */
int pdf_information_write(struct pdf_file *file, const struct pdf_metadata *metadata);
int pdf_xmp_write(struct pdf_file *file, const struct pdf_metadata *metadata,
	enum pdf_profile profile);

#endif
