/* Pages as the program prints them (--format pages), read back. */
#ifndef TESTS_GALLERY_PAGE_TEXTS_H
#define TESTS_GALLERY_PAGE_TEXTS_H

#include <glib.h>
#include <stdbool.h>

/** A text or a rule; boxes are what it covers in any case, no less. */
struct mark {
	guint page;       /* from 1 */
	const char *node; /* what it is part of; NULL: an artifact */
	char *text;       /* NULL: a rule */
	double x, y;      /* of a text: the beginning of its baseline; of a rule: its
			   * beginning */
	double size;      /* of a text */
	double x2, y2;    /* of a rule: its end */
	double left, top, right, bottom;
};

/** The texts and rules of all pages: struct mark; the caller frees the array. */
GArray *page_marks_read(const char *dump);

/** What stands on the pages, however it is broken into lines: for each row of a table,
 * and each paragraph, its cells' texts; then what each page adds. */
GString *page_texts_print(const GArray *marks);

/** Whether two marks lie on each other. */
bool marks_overlap(const struct mark *one, const struct mark *other);

#endif
