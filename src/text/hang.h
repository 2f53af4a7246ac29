/* Lines that begin under a character of the first one. */
#ifndef TEXT_HANG_H
#define TEXT_HANG_H

#include "text/paragraph.h"

/** Where the line that begins at a cluster begins, from the left edge of the measure. */
double hang_indent(const struct paragraph *paragraph, double measure, int first);

/** The cluster before which that line is not stretched: the one that others hang on must
 * stay where they look for it. 0: all of it may be. */
int hang_rigid(const struct paragraph *paragraph, double measure, int first);

#endif
