/* What the readers of cells share. */
#ifndef LAYOUT_READ_CELLS_H
#define LAYOUT_READ_CELLS_H

#include "layout/form_layout.h"
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

/** A number of columns or rows; 1 after reporting (or where the node is NULL). */
int read_cell_span(const struct cell_reader *cells, const struct yaml_node *node);

/** The bands of a form in a mapping with `bands` and perhaps `widths`; the table is what
 * is around them. NULL after reporting. */
const struct form_layout *read_form(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct table_layout *table);

/** Gives every cell of the bands its columns, and all of them a grid of so many (0: as
 * many as they need). The number of columns; 0 after reporting rows that lack or exceed
 * columns, and cells that overlap. */
int place_form(const struct layout_reader *reader, struct form_band *all, int columns);

#endif
