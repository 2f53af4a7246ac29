/* Upright text in a stack: labels of cells that are too narrow for a line. */
#ifndef TEXT_STACK_H
#define TEXT_STACK_H

#include "text/paragraph.h"

/** The lines of a stacked paragraph. */
void stack_lines(const struct paragraph *paragraph, double measure, GArray *lines);

/** How wide it is, points: an em, or what its widest line needs beyond that. */
double stack_width(const struct paragraph *paragraph);

#endif
