/* What official documents have: strokes, signatures, marks, an imprint. The page of these
 * documents has a grid: ten rows of ten points, each for ten characters. */
#ifndef TESTS_COMPOSE_BUILD_OFFICIAL_H
#define TESTS_COMPOSE_BUILD_OFFICIAL_H

#include "build.h"

/* Set-up of a test: a build whose master has the grid, and a page number at its foot. */
int build_begin_official(void **state);

/* A block with a manner. */
const struct block *build_manner(
	struct build *build, const struct block *block, struct block_manner manner);

/* Names are parted by `|`, date and names may be "". Seals of a diameter, stamps of 30 by
 * 20; their places are shown. */
const struct block *build_signature(struct build *build, enum signature_kind kind,
	const char *names, const char *date, double seal);
void build_sign(struct build *build, enum signature_kind kind, const char *names,
	const char *date, double seal);

/* A stroke of 2 points. */
const struct block *build_stroke(struct build *build, double before);

/* A mark of names parted by `|`, with a text beside them, "": none. */
struct block *build_mark(struct build *build, const char *names, const char *beside);

/* An imprint of so many lines on an even page. */
void build_give_imprint(struct build *build, int lines);

/* Where seals and stamps are, a line each: `PAGE left,top right,bottom`. */
const char *build_seals(struct build *build);

#endif
