/* What of a table stands again on further pages, besides its head. */
#ifndef COMPOSE_TABLE_REPEATS_H
#define COMPOSE_TABLE_REPEATS_H

#include "compose/measure.h"

/** Finds for each table of a list, tables in cells included, which head of a group each
 * row has, and sets the labels that go on with their style's `continued label`. The
 * tables are set already. */
void table_repeats(const struct measuring *measuring, const struct measured_list *list);

#endif
