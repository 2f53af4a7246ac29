/* Rows that were tried become a band of set cells, and the state below it. */
#ifndef COMPOSE_TABLE_BAND_H
#define COMPOSE_TABLE_BAND_H

#include "compose/table_trial.h"

/** A page that a table is set on. */
struct filling {
	const struct measured_table *table;
	const struct table_state *state;
	const struct room *room;
	const struct table_cut *cut; /* NULL: wherever most fits */
	double height;               /* for body rows and what stands under them */
	struct table_foot foot;      /* that */
};

/** Sets the rows tried, whole, into a fragment's band and next state. */
void table_band_whole(const struct filling *filling, const struct trial *trial,
	struct fragment *fragment);

/** Sets the rows that fit, and a part of the one after them by the mildest rules that
 * serve; false where none does. */
bool table_band_parted(const struct filling *filling, const struct trial *whole,
	struct fragment *fragment);

/** The state below the rows tried, of which none but those in several rows need be there.
 */
const struct table_state *table_band_state(
	const struct filling *filling, const struct trial *trial);

#endif
