/* Pages -> files. Decides nothing: every place, face and size is in the pages. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "base/diagnostics.h"
#include "page/page.h"

enum paint_format {
	PAINT_PDF,
	PAINT_PNG, /* the first wanted page */
	PAINT_SVG, /* the first wanted page */
};

/** What kind of PDF file is made. */
enum pdf_profile {
	PDF_ARCHIVE,    /* PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1) */
	PDF_ARCHIVE_1B, /* PDF/A-1b (ISO 19005-1, GB/T 23286.1): no structure */
	PDF_DRAFT,      /* for no archive: no structure, no XMP */
};

struct paint_options {
	enum paint_format format;
	enum pdf_profile profile; /* of PDF */
	double resolution;        /* of PNG, dots per inch */
	const bool *wanted;       /* by page index; NULL: all pages */
};

/** Paints into memory. The caller owns the array. NULL after a reported fault: a face
 * that cannot be cut down (exit status 4), an image too large (5), a link that is no
 * address of the web or of mail (1), or our own (70). Warned of: a face whose licence
 * forbids embedding, a link to nowhere, control characters in the metadata. Same pages,
 * same bytes: dates come from the metadata or SOURCE_DATE_EPOCH, never from the clock.
 * Links and outline entries to pages that are not painted are left out. The faces must
 * still be open. */
GByteArray *paint_pages(const struct pages *pages, const struct paint_options *options,
	struct diagnostics *diagnostics);

/** Puts bytes into a file so that it has either its old content or all of the new:
 * temporary in the same folder, fsync, rename, fsync of the folder. Temporaries that a
 * killed run left behind are removed. A file that is replaced keeps its permissions; a
 * symbolic link is itself replaced, its target left alone; what is no file (a device, a
 * pipe) is refused. False after a reported fault (exit status 74), which names the path
 * and the system's cause; the old file is then whole. */
bool file_replace(const char *path, const void *bytes, size_t length,
	struct diagnostics *diagnostics);

#endif
