/* What the readers of cells share. */
#ifndef LAYOUT_READ_CELLS_H
#define LAYOUT_READ_CELLS_H

#include "layout/reader.h"

/** The style that a node names (where it is a mapping), else the usual one, with what the
 * node says of it: `align` (said by none: *align; NULL: that of the style) and `stacked`.
 */
const struct style *read_own_style(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual, const enum align *align);

/** What a cell's mapping says of its contents beside its text; `style` is the cell's. */
const struct cell_contents *read_cell_contents(const struct cell_reader *cells,
	const struct yaml_node *node, const struct style *style);

/** Check boxes; NULL where the node is NULL, or after reporting. */
const struct options_layout *read_options(
	const struct cell_reader *cells, const struct yaml_node *node);

#endif
