/* Marked content of a page: what is text, whose, and what is furniture (ISO 32000-1
 * 14.6). */
#ifndef PAINT_PDF_MARKS_H
#define PAINT_PDF_MARKS_H

#include "paint/pdf_painting.h"

/** What is marked where a content stream stands. */
struct page_marks {
	struct pdf_painting *painting;
	int page; /* in the file, from 0 */
	GString *out;
	bool open;                         /* between BDC and EMC */
	const struct structure_node *node; /* whose content that is; NULL: an artifact */
	enum artifact artifact;
	int count; /* of the page's numbered marks */
};

/** Whether what an item's mark is stands open already: everything is marked, either as
 * part of a node or as an artifact (ISO 14289-1 7.1), and what follows of the same is in
 * the same mark. Files without structure have no such marks. */
bool page_marks_stand(const struct page_marks *marks, const struct item *item);

/** Begins an item's mark; no other one is open. */
void page_marks_begin(struct page_marks *marks, const struct item *item);

/** Begins a mark that says what the part of an item in it is read as. */
void page_marks_speak(struct page_marks *marks, const struct item *item, const char *text,
	size_t length);

/** Ends the mark, if one is open. */
void page_marks_end(struct page_marks *marks);

#endif
