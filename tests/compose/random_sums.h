/* Sums by the page, held against the rows that stand on the pages. */
#ifndef TESTS_COMPOSE_RANDOM_SUMS_H
#define TESTS_COMPOSE_RANDOM_SUMS_H

#include "random_table.h"

/* Fails where a page tells another sum than its rows have, or none. */
void random_sums_assert(const struct round *round);

#endif
