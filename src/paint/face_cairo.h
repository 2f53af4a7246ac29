/* Step 3: small faces as cairo wants them. */
#ifndef PAINT_FACE_CAIRO_H
#define PAINT_FACE_CAIRO_H

#include "paint/paint.h"

#include <cairo.h>

/** A face that is ready to be painted with. */
struct painted_face {
	const struct face *face;
	const guint16 *new_glyphs; /* by glyph id of the whole face */
	cairo_font_face_t *cairo_face;
};

struct painted_faces;

/** The faces that the wanted pages use, cut down to the glyphs that they use. NULL after
 * a reported fault; end them with painted_faces_destroy(), which accepts NULL. */
struct painted_faces *painted_faces_create(
	const struct pages *pages, const bool *wanted, struct diagnostics *diagnostics);
void painted_faces_destroy(struct painted_faces *faces);

/** The face to paint for a face of the pages; it was used there. */
const struct painted_face *painted_faces_find(
	const struct painted_faces *faces, const struct face *face);

#endif
