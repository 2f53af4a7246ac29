/* What a page is before anything stands on it; all lengths in points. */
#ifndef LAYOUT_PAGE_MASTER_H
#define LAYOUT_PAGE_MASTER_H

#include "layout/style.h"

enum field_side {
	SIDE_LEFT,
	SIDE_CENTRE,
	SIDE_RIGHT,
	SIDE_OUTSIDE, /* right on odd pages, left on even ones */
	SIDE_INSIDE,
};

/** The edge of the sheet where it is bound, on odd pages. */
enum binding {
	BOUND_LEFT,
	BOUND_TOP, /* a sheet that is turned to the left when it is bound */
};

/** A line of text that stands on each page: the page number. */
struct page_field {
	const char *text; /* `{page}` and `{pages}` stand for numbers */
	const struct style *style;
	enum field_side side;
	double inset;  /* from that edge of the type area */
	double below;  /* from the foot of the type area down to the ink of the field's
			* first  character (GB/T 9704-2012 7.5: the dash is 7 mm below);
			* negative: above */
	double top;    /* from the head of the sheet down to that ink, which then counts;
			* 0: `below` does */
	bool on_first; /* whether the first page has it */
	bool first_only; /* and no other one */
	struct place place;
};

struct rectangle {
	double x, y, width, height;
};

/** How the pages of a part are numbered. */
struct page_numbering {
	int from;             /* the first page's number; 0: the count goes on */
	bool none;            /* the pages are counted, but bear no number */
	const char *numerals; /* a style of numeral, such as `i`; NULL: 1, 2, 3 */
};

struct page_master {
	const char *name;
	double width; /* of the sheet */
	double height;
	struct rectangle area; /* the type area (版心) of odd pages */
	bool mirrored;         /* even pages have it at the other edge */
	enum binding binding;
	double row; /* height of a row of the grid, from the head of the area; 0: none */
	const struct page_field *fields;
	size_t field_count;
	struct place place;
};

/** A page's number as it is printed; in plain figures where the style of numerals cannot
 * write it. */
const char *page_number_text(struct arena *arena, int number, const char *numerals);

#endif
