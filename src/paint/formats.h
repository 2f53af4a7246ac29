/* The formats that pages are painted into. Each gives the file's bytes, which the caller
 * frees, or NULL after a reported fault. */
#ifndef PAINT_FORMATS_H
#define PAINT_FORMATS_H

#include "paint/face_cairo.h"

/** All wanted pages as a PDF file, which has its faces itself. */
GByteArray *pdf_paint(const struct pages *pages, const struct paint_options *options,
	struct diagnostics *diagnostics);

/** A page as grey-smoothed pixels on white; a side over 32,767 of them is a limit. */
GByteArray *png_paint(const struct page *page, double resolution,
	const struct painted_faces *faces, struct diagnostics *diagnostics);

/** A page as SVG, glyphs as outlines. */
GByteArray *svg_paint(const struct page *page, const struct painted_faces *faces,
	struct diagnostics *diagnostics);

/** For cairo to write through: appends to a GByteArray. Its own files hide a full disk.
 */
cairo_status_t bytes_write(void *bytes, const unsigned char *data, unsigned length);

/** Reports what went wrong in cairo; true if nothing did. */
bool cairo_succeeded(cairo_status_t status, struct diagnostics *diagnostics);

#endif
