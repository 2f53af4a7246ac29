/* Step 1: which glyphs of which faces the wanted pages use. */
#ifndef PAINT_GLYPHS_USED_H
#define PAINT_GLYPHS_USED_H

#include "paint/paint.h"

struct face_use {
	const struct face *face;
	hb_set_t *glyphs;
};

/** The faces in the order of their first use (struct face_use), each with its glyphs. The
 * caller frees the array with g_ptr_array_unref(). */
GPtrArray *glyphs_used(const struct pages *pages, const bool *wanted);

/** Whether a page is to be painted. */
bool page_is_wanted(const bool *wanted, guint index);

#endif
