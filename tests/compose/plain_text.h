/* Faces for the composer of text that can be followed in the head. */
#ifndef TESTS_COMPOSE_PLAIN_TEXT_H
#define TESTS_COMPOSE_PLAIN_TEXT_H

#include "text/faces.h"

/* A set of one face, whose glyphs have no ink. */
struct faces *plain_faces(struct arena *arena);

#endif
