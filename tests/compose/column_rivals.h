/* How others share a width out, after their public descriptions, and the best there is by
 * trying everything. */
#ifndef TESTS_COMPOSE_COLUMN_RIVALS_H
#define TESTS_COMPOSE_COLUMN_RIVALS_H

#include "column_model.h"

/* Between the least and the most that each column's cells ask for (CSS 2.1 17.5.2.2). */
void rival_css_auto(const struct model *model, double *widths);

/* What cells ask for on one line, the widest columns cut down alike; a spanning cell
 * counts for its last column (Typst's auto columns). */
void rival_fair_share(const struct model *model, double *widths);

/* The least height of all rows on a grid of whole characters; no piece is broken. */
double rival_optimum(const struct model *model);

/* The least height of all rows. */
double rival_height(const struct model *model, const double *widths);

#endif
