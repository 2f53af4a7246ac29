/* Texts that are set together and never parted, each at a place of its own: signatures,
 * the marks of several organs. */
#ifndef COMPOSE_ARRANGEMENT_H
#define COMPOSE_ARRANGEMENT_H

#include "compose/measure.h"
#include "compose/text_place.h"

/** One of the texts. */
struct arranged_text {
	struct measured *text;
	double x; /* from the left edge of the measure, points */
	double y; /* top of its first line, from the block's head */
};

/** Where a seal or a stamp will be set. */
struct seal_place {
	double x; /* its centre */
	double y;
	double width;
	double height;
	bool round;
};

struct arrangement {
	struct arranged_text *texts;
	int text_count;
	const struct seal_place *seals;
	int seal_count;
	bool outlined; /* the places of the seals are shown */
	struct colour outline;
	double before;  /* space above */
	double after;   /* and below */
	double ink_top; /* of its first text, from the block's head */
	double height;  /* down to the foot of its last text */
	double reach;   /* and of its seals */
	bool on_rows;   /* it begins on a row of the grid */
};

/** Sets a signature in a measure; `row` is the height of a line of the text around it,
 * points.
 *
 *     without seal    a blank line, the name 2 characters from the right edge, below it
 *                     the date, 2 characters further right than the name begins; a date
 *                     longer than the name stands 2 characters from the edge itself
 *     with seal       the date 4 characters from the right edge, the name above it on its
 *                     middle, the seal over both; as many blank lines above as the seal
 *                     needs to begin within one line below the text
 *     with stamp      2 blank lines, the stamp 4 characters from the edge, the post 2
 *                     characters before it, a blank line, the date
 *
 * Several organs with seals stand side by side, three in a row at most, the last one over
 * the date; no seals touch (GB/T 9704-2012 7.3.5). */
struct arrangement *signature_measure(const struct measuring *measuring,
	const struct signature_block *block, double width, double row);

/** Sets the mark of several organs in a measure. */
struct arrangement *mark_measure(
	const struct measuring *measuring, const struct mark_block *block, double width);

/** Places texts whose block's head is at placing->y; their nodes are set. */
void arrangement_place(
	const struct placing *placing, const struct arrangement *arrangement);

#endif
