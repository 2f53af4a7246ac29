/* The leader that fills a tab's gap. */
#ifndef PAGE_LEADER_ITEMS_H
#define PAGE_LEADER_ITEMS_H

#include "page/page.h"

/** A gap of a line, from the left edge of the measure, points. */
struct leader {
	const struct paragraph *paragraph; /* whose tab has the leader */
	double from;                       /* where what stands before it ends */
	double to;                         /* where what stands behind it begins */
	double edge; /* the right one, where the raster of the leaders begins */
};

/** Fills the gap as far as whole leaders go, as an artifact. They stand on a raster
 * counted from the right edge, so that those of lines above each other do too. */
void leader_add(struct pages *pages, struct page *page, const struct leader *leader,
	const struct line_setting *where);

#endif
