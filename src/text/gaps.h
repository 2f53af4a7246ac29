/* The gap between Han and Western text. */
#ifndef TEXT_GAPS_H
#define TEXT_GAPS_H

#include "text/paragraph.h"

/** Whether an ideograph and a letter or number meet between two clusters. */
bool gap_is_mixed(const struct cluster *left, const struct cluster *right);

/** The gap that the style wants behind a cluster, points: part of its advance, and not
 * set at the end of a line. */
double gap_after(const struct style *style, const struct cluster *left,
	const struct cluster *right);

#endif
