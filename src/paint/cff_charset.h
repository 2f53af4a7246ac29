/* Which character of a CFF face is which glyph. */
#ifndef PAINT_CFF_CHARSET_H
#define PAINT_CFF_CHARSET_H

#include <glib.h>
#include <stdbool.h>

/** Fills the character id (CID) of each glyph of a CFF font program: what a PDF file
 * calls it by (ISO 32000-1 9.7.4.2). That is the charset of a face that is keyed so, else
 * the glyph's own number. False where the program cannot be read. */
bool cff_charset_read(
	const guint8 *bytes, gsize length, guint16 *characters, guint glyph_count);

#endif
