/* Boxes to tick, and their ticks: drawn, since few faces have them all, and those that do
 * set them too small. */
#ifndef PAGE_SHAPE_ITEMS_H
#define PAGE_SHAPE_ITEMS_H

#include "page/page.h"

/** A cluster that has a shape. */
struct shape {
	const struct paragraph *paragraph;
	int cluster;
	double along; /* from the left edge of the measure to the left of its em box */
};

/** Adds the paths of a shape: a square of 0.78 em in the middle of the em box, in which
 * the ideographs beside it stand; the tick in it or in its place. */
void shape_add(struct pages *pages, struct page *page, const struct shape *shape,
	const struct line_setting *where);

#endif
