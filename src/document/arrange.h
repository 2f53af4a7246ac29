/* A plan arranged by a layout: from what the author says and how it shall look to a
 * document. */
#ifndef DOCUMENT_ARRANGE_H
#define DOCUMENT_ARRANGE_H

#include "document/document.h"
#include "layout/layout.h"

/** Arranges a plan by a layout. Faults of the plan that only the layout can see (sections
 * deeper than its headings, tables it does not have, values that cannot be evaluated) are
 * reported at the plan's places; beyond `limits->blocks` nothing is arranged at all. The
 * document lives in the arena; it names styles, masters and texts of the plan and the
 * layout, which must outlive it. */
const struct document *document_arrange(struct arena *arena, const struct plan *plan,
	const struct layout *layout, const struct limits *limits,
	struct diagnostics *diagnostics);

/** A record of a plan's lists. */
struct document_item {
	const struct plan *plan;
	const struct value *record;
};

/** The same for one record of the plan alone: of a list that holds it, or a record around
 * it, blocks `each` print only that. NULL: none of the layout's blocks is for each of
 * such a list. */
const struct document *document_arrange_item(struct arena *arena,
	const struct document_item *item, const struct layout *layout,
	const struct limits *limits, struct diagnostics *diagnostics);

/** The element that the number of a copy is (份号: GB/T 9704-2012 7.2.1). */
#define DOCUMENT_NUMBER_ELEMENT "份号"

/** The same document with another copy number; it shares all else with it, which must
 * outlive it. NULL where nothing in the document is the number. */
const struct document *document_numbered(
	struct arena *arena, const struct document *document, const char *number);

/** The name that the layout gives to the plan's file, without an ending; NULL: it gives
 * none. */
const char *document_file_name(struct arena *arena, const struct plan *plan,
	const struct layout *layout, struct diagnostics *diagnostics);

/** Warns of what the author wrote and none of the plan's documents has read for its
 * pages, its metadata or its file name: once a field, at the first key where it is lost,
 * not for what it holds. Call it once, when document_arrange() and document_file_name()
 * have run for every layout that the plan names, and none of them failed: they note in
 * `plan->used` what they read. Silent where a limit ended one of them early. */
void document_report_unprinted(const struct plan *plan, struct diagnostics *diagnostics);

#endif
