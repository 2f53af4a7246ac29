/* Step 4: the items of a page, drawn. */
#ifndef PAINT_DRAW_PAGE_H
#define PAINT_DRAW_PAGE_H

#include "paint/face_cairo.h"

/** Draws a page's items in their order; one unit of the context is a point, its origin
 * the sheet's top left corner. Links leave no ink. */
void draw_page(
	cairo_t *cairo, const struct page *page, const struct painted_faces *faces);

#endif
