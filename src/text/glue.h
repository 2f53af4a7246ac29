/* What a line's gaps may give and take. CLREQ (justification) has an order for both.
 *
 * A line shrinks by
 *   1. the mark at its end, to half an em;
 *   2. word spaces, to a quarter of an em;
 *   3. (mid-dots, to half an em: GB/T 15834-2011 5.1.7 makes that their whole width;)
 *   4. brackets and quotes, to half an em;
 *   5. the marks ， 、 ； ： to half an em;
 *   6. gaps between Han and Latin, to an eighth;
 *   7. the marks 。 ？ ！ to half an em.
 *
 * It is stretched by
 *   1. word spaces, to half an em;
 *   2. gaps between Han and Latin, to a third;
 *   3. all gaps alike.
 *
 * Inside a line only justified text shrinks, and never on a grid of characters: there
 * every column is to stand. Where the style wants no gap between Han and Latin, one grows
 * to an eighth only, lest lines differ; but on a grid to a third, which keeps what stands
 * between on its columns. */
#ifndef TEXT_GLUE_H
#define TEXT_GLUE_H

#include "text/paragraph.h"

enum gap_kind {
	GAP_NONE, /* where no line may break, and beside what is not to be parted */
	GAP_WORD,
	GAP_MIXED, /* between Han and Latin */
	GAP_HAN,
	GAP_KINDS,
};

enum shrink_order {
	SHRINK_WORD,
	SHRINK_BRACKET,
	SHRINK_COMMA,
	SHRINK_MIXED,
	SHRINK_STOP,
	SHRINK_ORDERS,
};

/** A gap between two clusters; points. */
struct glue {
	enum gap_kind kind;
	double stretch; /* what it takes before others do */
	double shrink[SHRINK_ORDERS];
};

/** Many gaps; points. */
struct glue_sum {
	double stretch; /* before all gaps are stretched alike */
	double shrink;
	int gaps; /* that are stretched alike */
};

/** Whether the style's characters stand in cells of another width than their own. */
bool style_is_on_grid(const struct style *style);

/** Whether lines shrink inside: justified text that is on no grid. */
bool style_shrinks(const struct style *style);

/** The gap before a cluster that is not the first. */
struct glue glue_before(const struct paragraph *paragraph, int index);

/** Adds the gap before a cluster to a sum. */
void glue_add(const struct paragraph *paragraph, int index, struct glue_sum *sum);

/** Sums from the paragraph's start: sums[i] holds the gaps before clusters 1 to i. */
void glue_sum_up(const struct paragraph *paragraph, struct glue_sum *sums);

#endif
