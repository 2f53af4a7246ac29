/* Pages -> files. Decides nothing: every place, face and size is in the pages. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "base/diagnostics.h"
#include "page/page.h"

enum paint_format {
	PAINT_PDF,
	PAINT_PNG, /* one page */
	PAINT_SVG, /* one page */
};

struct paint_options {
	enum paint_format format;
	double resolution;  /* of PNG, dots per inch */
	const bool *wanted; /* by page index; NULL: all pages */
};

/** Paints into memory. The caller owns the array. NULL after a reported fault. Same
 * pages, same bytes: dates come from the metadata or SOURCE_DATE_EPOCH, never from the
 * clock. */
GByteArray *paint_pages(const struct pages *pages, const struct paint_options *options,
	struct diagnostics *diagnostics);

/** Puts bytes into a file so that it has either its old content or all of the new:
 * temporary in the same folder, fsync, rename, fsync of the folder. Temporaries that a
 * killed run left behind are removed. False after a reported fault (exit status 74); the
 * old file is then whole. */
bool file_replace(const char *path, const void *bytes, size_t length,
	struct diagnostics *diagnostics);

#endif
