/* Text in a content stream. */
#ifndef PAINT_PDF_CONTENT_TEXT_H
#define PAINT_PDF_CONTENT_TEXT_H

#include "paint/pdf_marks.h"

/** What is set in a content stream, for text. */
struct text_state {
	GString *out;
	struct page_marks *marks;
	double page_height;
	bool open;        /* between BT and ET */
	bool turned;      /* the text matrix */
	int font;         /* -1: none yet; SHAPES_FONT */
	double size;      /* of the font */
	double spacing;   /* added to each glyph's width, points */
	gint64 x, y;      /* where the line begins, hundredths of points, y up */
	GString *scratch; /* of one string */
};

/** Shows a text's glyphs, with the marks and the text object that they need. */
void text_state_show(struct text_state *state, const struct item *item);

/** Lays a character of no ink over a drawn shape. */
void text_state_show_shape(struct text_state *state, const struct item_path *path);

/** Ends the text object, if one is open. */
void text_state_close(struct text_state *state);

#endif
