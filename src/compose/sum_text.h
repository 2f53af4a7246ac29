/* Sums of rows as the pages of a table print them. */
#ifndef COMPOSE_SUM_TEXT_H
#define COMPOSE_SUM_TEXT_H

#include "base/diagnostics.h"
#include "document/document.h"

/** The sums of the first 0, 1, ... row_count values; a sum too large to be reckoned is
 * reported at the place, and no longer grows. */
const struct decimal *sums_so_far(struct arena *arena, const struct decimal *values,
	int row_count, struct diagnostics *diagnostics, struct place place);

/** A sum with the decimals it has, at least those asked for, grouped by threes if so
 * asked. */
const char *sum_text(
	struct arena *arena, const struct page_sum *source, struct decimal sum);

/** A text as wide as the widest that any rows of the table add up to. */
const char *sum_widest_text(struct arena *arena, const struct page_sum *source,
	const struct decimal *so_far, int row_count);

#endif
