/* A document -> pages. Composing never changes the document, and chooses every position
 * there is. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "base/limits.h"
#include "document/document.h"
#include "page/page.h"

/** Which margins pages have. */
enum copy_margins {
	MARGINS_AS_LAID_OUT,
	MARGINS_SINGLE,   /* printed on one side */
	MARGINS_MIRRORED, /* on both: the edge that is bound has the same margin on both
			   */
};

/** What a copy of a document has that others have not. Lines, pages and their numbers are
 * the same in all copies. */
struct copy_manner {
	enum copy_margins margins;
	bool draft_marks;  /* the stage of the draft, a watermark */
	bool filing_stamp; /* the place of the filing stamp */
	bool whole_sheets; /* blank pages, which are not counted, so that both sides of
			    * each sheet are there and of one size */
};

/** Composes a copy of a document, else as compose() does. */
struct pages *compose_copy(const struct document *document,
	const struct copy_manner *manner, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics);

/** Composes a document into pages, which own themselves (pages_destroy()). Faults (a word
 * wider than its column, a table head taller than a page, too many pages) are reported
 * with their place in the plan. NULL only where a limit ended the work. */
struct pages *compose(const struct document *document, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics);

#endif
