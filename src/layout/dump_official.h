/* The dump of what official documents have and reports have not. */
#ifndef LAYOUT_DUMP_OFFICIAL_H
#define LAYOUT_DUMP_OFFICIAL_H

#include "layout/layout.h"

/** A line for strokes, a signature, a mark, a part; lengths in points, seals and marks in
 * mm. */
void dump_rule_block(const struct rule_layout *rule, GString *out);
void dump_signature(const struct signature_layout *signature, GString *out);
void dump_mark(const struct mark_layout *mark, GString *out);
void dump_part(const struct part_layout *part, GString *out);

/** What copies show besides; nothing for what they do not. Lengths in mm, the label's in
 * points. */
void dump_copies(const struct copies_layout *copies, GString *out);

/** What few blocks have, before the block's own line; nothing where it has none. */
void dump_block_manner(const struct block_manner_layout *manner, GString *out);

#endif
