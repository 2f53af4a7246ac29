/* Drawn shapes that stand for characters (boxes to tick) can be searched and copied as
 * those: glyphs without ink, of a font that has no others, lie on them. */
#ifndef PAINT_PDF_SHAPES_H
#define PAINT_PDF_SHAPES_H

#include "paint/pdf_file.h"

struct pdf_shapes;

/** No shapes yet; end them with pdf_shapes_destroy(), which accepts NULL. */
struct pdf_shapes *pdf_shapes_create(struct pdf_file *file);
void pdf_shapes_destroy(struct pdf_shapes *shapes);

/** The code, one byte and an em wide, that is read as a text; 0 where there is no more
 * room. */
guint8 pdf_shapes_code(struct pdf_shapes *shapes, const char *text);

/** Appends what pages need to say to use them: `/Shapes 5 0 R`; nothing if there are no
 * shapes. */
void pdf_shapes_append_resources(const struct pdf_shapes *shapes, GString *out);

/** Writes the font, if it is used. */
void pdf_shapes_write(const struct pdf_shapes *shapes);

#endif
