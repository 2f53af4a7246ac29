/* Two pages with one of each thing that structure can tell. */
#ifndef EVERYTHING_H
#define EVERYTHING_H

#include "paint/test_pages.h"

/** Adds them to a test's empty first page. */
void everything_add(struct test_pages *test);

#endif
