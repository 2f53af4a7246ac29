/* HarfBuzz opens the very file that was chosen. Pango's font maps would match once more
 * (and pick Fandol's bold for its regular face, their stated weights being the same) and
 * sort all faces in threads that outlive the map. Figures are at the scale of the face's
 * units: unrounded, unhinted. */
#include "text/face_open.h"

#include <hb-ot.h>

static hb_face_t *open_file(const char *file, int index)
{
	hb_blob_t *blob = hb_blob_create_from_file(file);
	hb_face_t *face = hb_face_create(blob, (unsigned)index);
	hb_blob_destroy(blob);
	return face;
}

/* 国 is a frame: its ink tells how high a face sets its characters. */
static double find_middle(const struct face *face)
{
	hb_codepoint_t glyph;
	hb_glyph_extents_t ink;
	if (!hb_font_get_nominal_glyph(face->hb_font, 0x56FD, &glyph) ||
		!hb_font_get_glyph_extents(face->hb_font, glyph, &ink)) {
		return 0;
	}
	return (ink.y_bearing + ink.height / 2.0) / face->units_per_em;
}

bool face_open(FcPattern *pattern, struct face *face)
{
	FcChar8 *file, *name;
	*face = (struct face){0};
	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &face->index);
	face->file = (const char *)file;
	face->name = face->file;
	if (FcPatternGetString(pattern, FC_FULLNAME, 0, &name) == FcResultMatch) {
		face->name = (const char *)name;
	}
	face->hb_face = open_file(face->file, face->index);
	if (hb_face_get_glyph_count(face->hb_face) == 0) {
		hb_face_destroy(face->hb_face);
		return false;
	}
	int scale = (int)hb_face_get_upem(face->hb_face);
	face->units_per_em = scale;
	face->hb_font = hb_font_create(face->hb_face);
	hb_ot_font_set_funcs(face->hb_font);
	hb_font_set_scale(face->hb_font, scale, scale);
	face->middle = find_middle(face);
	return true;
}

void face_close(struct face *face)
{
	hb_font_destroy(face->hb_font);
	hb_face_destroy(face->hb_face);
}
