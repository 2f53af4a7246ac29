/* True numbers in contents: entries are set, pages filled, and the numbers found there
 * set in turn, until they are the ones that stand in the contents. */
#ifndef COMPOSE_CONTENTS_NUMBERS_H
#define COMPOSE_CONTENTS_NUMBERS_H

#include "compose/measure.h"
#include "compose/page_fill.h"

/** Shapes an entry with a number that is not known yet. */
struct measured contents_entry_shape(
	const struct measuring *measuring, const struct contents_entry *entry);

/** The entries of all contents in a document. */
struct contents_numbers;

/** NULL: there are none. `parts` are measured. */
struct contents_numbers *contents_numbers_create(
	struct arena *arena, const struct part_content *parts, size_t part_count);

/** Sets every entry with the number printed on its page, as the sheets are filled now.
 * True where each still has as many lines: then the sheets need not be filled again. They
 * only grow from one call to the next, so that this ends. */
bool contents_numbers_set(struct contents_numbers *contents,
	const struct measuring *measuring, const GArray *sheets);

/** Reports entries whose heading is not printed, or stands on a page without a number, or
 * (after too many calls) whose number is not that of the sheets as they were filled last.
 */
void contents_numbers_report(const struct contents_numbers *contents,
	const GArray *sheets, struct diagnostics *diagnostics);

#endif
