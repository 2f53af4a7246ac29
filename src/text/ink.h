/* Where the ink of a glyph lies in its cell. Faces put marks at different places (some in
 * the middle), so what may be trimmed is asked of the ink. */
#ifndef TEXT_INK_H
#define TEXT_INK_H

#include "text/faces.h"

/** In em, from where the glyph begins. Without ink both are 0. */
struct ink {
	float start;
	float end;
};

/** What was asked of a few hundred glyphs is remembered: reading an outline takes longer
 * than composing a line. */
struct ink_store {
	struct ink_entry {
		guint32 key; /* face and glyph; 0: empty */
		struct ink ink;
	} entries[256];
};

/** The ink of a face's glyph. */
struct ink ink_find(struct ink_store *store, const struct face *face, guint32 glyph);

#endif
