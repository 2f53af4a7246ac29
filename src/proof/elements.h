/* What stands on finished pages, as the proof names it: lines of text and strokes with
 * their edges, gathered into elements. */
#ifndef PROOF_ELEMENTS_H
#define PROOF_ELEMENTS_H

#include "layout/layout.h"
#include "page/page.h"

/** In points from the sheet's top left corner, y down. */
struct proof_box {
	double left, top, right, bottom;
};

/** A line of text, or a stroke. */
struct proof_line {
	GPtrArray *items; /* const struct item, from left to right */
	/* Of its characters, the em above and below the baseline; where a mark stands at
	 * an edge, its ink; and the same with such marks' whole cells. */
	struct proof_box cell;
	struct proof_box full;
	struct proof_box ink;
	double first_ink_top; /* of its first character */
	double baseline;
};

/** One occurrence of an element on a page. */
struct proof_element {
	const char *name;
	const struct structure_node *node; /* of a heading; NULL: of several or none */
	GPtrArray *lines;                  /* struct proof_line, in reading order */
};

/** A page with what is on it. */
struct proof_page {
	const struct page *page;
	const struct page_master *master; /* NULL: none of the layout has its size */
	struct proof_box area;
	GPtrArray *elements; /* struct proof_element, in reading order */
	GPtrArray *lines;    /* struct proof_line: of text, page numbers left out */
};

extern const char proof_body[];        /* 正文 */
extern const char proof_title[];       /* 标题 */
extern const char proof_page_number[]; /* 页码 */
extern const char proof_sheet[];       /* 页面 */
extern const char proof_imprint[];     /* 版记末线: by which an imprint is known */

/** Finds what is on the pages: struct proof_page each, in the arena. */
GPtrArray *proof_elements(
	struct arena *arena, const struct pages *pages, const struct layout *layout);

/** The first element of that name on a page; NULL: there is none. */
const struct proof_element *proof_find(const struct proof_page *page, const char *name);

#endif
