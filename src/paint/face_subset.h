/* Step 2: a face cut down to its used glyphs, in memory. */
#ifndef PAINT_FACE_SUBSET_H
#define PAINT_FACE_SUBSET_H

#include "paint/glyphs_used.h"

struct face_subset {
	hb_blob_t *file;     /* a font file of one face */
	guint16 *new_glyphs; /* by glyph id of the whole face */
};

/** Cuts a face down. NULL after a reported fault; end it with face_subset_destroy(),
 * which accepts NULL. */
struct face_subset *face_subset_create(
	const struct face_use *use, struct diagnostics *diagnostics);
void face_subset_destroy(struct face_subset *subset);

#endif
