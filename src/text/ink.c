#include "text/ink.h"

static struct ink read_ink(const struct face *face, guint32 glyph)
{
	hb_glyph_extents_t extents;
	if (!hb_font_get_glyph_extents(face->hb_font, glyph, &extents)) {
		return (struct ink){0, 0};
	}
	double units = face->units_per_em;
	return (struct ink){
		.start = (float)(extents.x_bearing / units),
		.end = (float)((extents.x_bearing + extents.width) / units),
	};
}

struct ink ink_find(struct ink_store *store, const struct face *face, guint32 glyph)
{
	guint32 key = ((guint32)face->number + 1) << 16 | (glyph & 0xFFFF);
	struct ink_entry *entry = &store->entries[key * 2654435761U >> 24];
	if (entry->key != key) {
		*entry = (struct ink_entry){key, read_ink(face, glyph)};
	}
	return entry->ink;
}
