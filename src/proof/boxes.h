/* The edges of what is drawn. */
#ifndef PROOF_BOXES_H
#define PROOF_BOXES_H

#include "proof/elements.h"

/** Adds an upright text, or a stroke, to the line that it is part of. */
void proof_line_add(struct proof_line *line, const struct item *item);

/** The least box that holds two. */
struct proof_box proof_box_join(struct proof_box left, struct proof_box right);

/** The character at the head of a text, as the item's glyphs show it. */
gunichar proof_first_character(const struct item_text *text);

/** Where a glyph's ink begins and ends; false: it has none. */
bool proof_glyph_ink(const struct item_text *text, int glyph, struct proof_box *ink);

#endif
