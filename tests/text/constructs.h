/* Paragraphs with marks, and where their parts stand. */
#ifndef TESTS_TEXT_CONSTRUCTS_H
#define TESTS_TEXT_CONSTRUCTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

/** A paragraph of a marked text: turnover lines begin under what follows `|`; what stands
 * in `<3:…>` is spread over 3 em; `<1/4:…>` with what stands before it fills columns of 4
 * em. */
const struct paragraph *marked_paragraph(
	struct setting *setting, const struct style *style, const char *marked);

/** The lines for a measure, each as `x text`, and `x text` again wherever a cluster does
 * not stand right behind the one before; `|` between lines. Whole points. */
char *marked_places(
	struct setting *setting, const struct paragraph *paragraph, double measure);

/** Holds the places of a marked text against what is expected. */
void assert_marked(
	struct style style, const char *marked, double measure, const char *expected);

#endif
