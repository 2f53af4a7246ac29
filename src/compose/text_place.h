/* Lines, and what leads to them, onto a page. */
#ifndef COMPOSE_TEXT_PLACE_H
#define COMPOSE_TEXT_PLACE_H

#include "compose/table_fill.h"

/** Where something is placed: its left edge, and the head of what it stands in. */
struct placing {
	struct pages *pages;
	struct page *page;
	double x;
	double y;
	enum artifact artifact; /* ARTIFACT_NONE: part of the text */
	const char *element;    /* of an official document; NULL: none */
};

/** Places lines of a paragraph; its first line carries its destination and bookmark. */
void text_place(const struct placing *placing, const struct line_grid *grid,
	const struct placed *placed);

#endif
