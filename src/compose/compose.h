/* A document -> pages. Composing never changes the document, and chooses every position
 * there is. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "base/limits.h"
#include "document/document.h"
#include "page/page.h"

/** Composes a document into pages, which own themselves (pages_destroy()). Faults (a word
 * wider than its column, a table head taller than a page, too many pages) are reported
 * with their place in the plan. NULL only where a limit ended the work. */
struct pages *compose(const struct document *document, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics);

#endif
