/* Blocks -> sheets: what stands on each page, and how far down. */
#ifndef COMPOSE_PAGE_FILL_H
#define COMPOSE_PAGE_FILL_H

#include "base/limits.h"
#include "compose/table_fill.h"

/** A page before anything is placed on it. */
struct sheet {
	const struct page_master *master;
	bool blank;      /* only there so that something begins on an odd or even page */
	bool unnumbered; /* its part has no numbers, or blank pages stand before its
			  * imprint */
	bool mirrored;   /* its type area lies at the other edge where its page is even */
	int number;      /* as counted; 0 before it is added: the count goes on */
	const char *numerals; /* of its number; NULL: 1, 2, 3 */
	double foot;          /* of what stands on it */
	bool begins_part;
	const struct placed *placed;
	int placed_count;
};

struct part_content {
	const struct document_part *part;
	struct measured_list list;
};

/** What filling works with; `arena` owns what stands on the sheets. */
struct page_filling {
	struct arena *arena;
	const struct measuring *measuring; /* for texts that pages add */
	const struct limits *limits;
	struct diagnostics *diagnostics;
	GArray *sheets; /* struct sheet: gets the pages */
};

/** Adds a sheet; false after reporting where there would be too many. */
bool page_add_sheet(const struct page_filling *filling, struct sheet sheet);

/** Fills pages with a part's blocks; false where there would be too many. */
bool page_fill(const struct page_filling *filling, const struct part_content *content);

#endif
