/* Signatures: names, dates and the places of seals and stamps, reckoned from the widths
 * of the texts (GB/T 9704-2012 7.3.5). */
#ifndef COMPOSE_SIGNATURE_H
#define COMPOSE_SIGNATURE_H

#include "compose/measure.h"
#include "compose/text_place.h"

/** A text of a signature, at its place in the block. */
struct signature_line {
	struct measured *text;
	double x;  /* from the left edge of the measure, points */
	double y;  /* top of its line, from the block's head */
	bool date; /* else a signatory */
};

/** Where a seal or a stamp will be set. */
struct seal_place {
	double x; /* its centre */
	double y;
	double width;
	double height;
	bool round;
};

struct measured_signature {
	const struct signature_block *block;
	struct signature_line *lines;
	int line_count;
	const struct seal_place *seals;
	int seal_count;
	double height; /* down to the foot of its last line */
	double reach;  /* and of its seals */
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
 * the date; no seals touch. */
struct measured_signature *signature_measure(const struct measuring *measuring,
	const struct signature_block *block, double width, double row);

/** Places a signature whose head is at placing->y; the nodes of its texts are set. */
void signature_place(
	const struct placing *placing, const struct measured_signature *signature);

#endif
