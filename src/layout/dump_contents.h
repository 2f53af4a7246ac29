/* Contents in a layout's dump. */
#ifndef LAYOUT_DUMP_CONTENTS_H
#define LAYOUT_DUMP_CONTENTS_H

#include "layout/layout.h"

/** What a title, a heading or a caption says of its listing; nothing where it says
 * nothing. */
void dump_listing(const struct listing_layout *listing, GString *out);

/** A line for contents and one for each of their levels. */
void dump_contents(const struct contents_layout *contents, int depth, GString *out);

#endif
