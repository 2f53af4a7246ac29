/* The faces of a PDF file, cut down and numbered; what text their glyphs stand for is
 * gathered while pages are written. */
#ifndef PAINT_PDF_FONTS_H
#define PAINT_PDF_FONTS_H

#include "paint/face_subset.h"
#include "paint/pdf_file.h"

/** What a glyph is read as. */
struct glyph_text {
	const char *text; /* NULL: not used yet */
	size_t length;    /* bytes */
};

/** A face in the file. Its arrays go by the small face's glyph ids. */
struct pdf_font {
	const struct face *face;
	struct face_subset *subset; /* new_glyphs: from the whole face's glyph ids */
	hb_face_t *small;
	guint glyph_count;
	guint16 *codes;           /* what pages call the glyphs */
	gint16 *widths;           /* thousandths of an em, as readers will know them */
	struct glyph_text *texts; /* of the whole cluster, if there is one glyph in it */
	int object;
};

struct pdf_fonts;

/** Cuts down the faces of the wanted pages and sets their objects aside. A face whose
 * licence forbids what is done is warned of. NULL after a reported fault; end them with
 * pdf_fonts_destroy(), which accepts NULL. */
struct pdf_fonts *pdf_fonts_create(struct pdf_file *file, const struct pages *pages,
	const bool *wanted, struct diagnostics *diagnostics);
void pdf_fonts_destroy(struct pdf_fonts *fonts);

/** The number of a face, from 0; it is used on the pages. */
int pdf_fonts_number(const struct pdf_fonts *fonts, const struct face *face);
int pdf_fonts_count(const struct pdf_fonts *fonts);
struct pdf_font *pdf_fonts_get(const struct pdf_fonts *fonts, int number);

/** Appends what pages need to say to use them: `/F0 5 0 R ...`. */
void pdf_fonts_append_resources(const struct pdf_fonts *fonts, GString *out);

/** Writes the fonts, all pages having been written. */
void pdf_fonts_write(const struct pdf_fonts *fonts, enum pdf_profile profile);

#endif
