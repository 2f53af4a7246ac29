/* Lines with a tab: what follows it stands at the right edge. */
#ifndef TEXT_TAB_H
#define TEXT_TAB_H

#include "text/paragraph.h"

/** The lines of a paragraph that has a tab. */
void tab_lines(const struct paragraph *paragraph, double measure, GArray *lines);

/** Its widths, as paragraph_widest() and paragraph_narrowest(). */
double tab_widest(const struct paragraph *paragraph);
double tab_narrowest(const struct paragraph *paragraph);

/** Sets the line that has the tab, as line_place(): what stands before it from the start
 * on, what stands behind it up to the edge. */
void tab_place(const struct paragraph *paragraph, const struct line *line, double *x);

#endif
