/* What the readers of a table's parts share. */
#ifndef LAYOUT_TABLE_READER_H
#define LAYOUT_TABLE_READER_H

#include "layout/read_cells.h"

/** The bands of a table, which may have explicit rows; the rest as read_row_band(). */
const struct row_band *read_table_band(const struct layout_reader *reader,
	const struct table_style *style, const struct yaml_node *node,
	struct scope_type *scope);

/** A row, or a list of rows (a NULL node gives none); what is faulty is reported and left
 * out. */
struct rows_layout read_explicit_rows(
	const struct cell_reader *cells, const struct yaml_node *node);

/** Reports the explicit rows of a band, and of those below it, that leave columns free or
 * reach beyond them. */
void check_explicit_rows(
	const struct layout_reader *reader, const struct row_band *band, int columns);

/** `{as: 名称, list: […]}`: a list of the layout's own, and its name; `inner` becomes the
 * scope with that name in it. NULL after reporting. */
const struct value *read_fixed(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct each_clause *clause, struct scope_type *inner);

/** What readers of columns know of the table around. */
struct column_reader {
	const struct layout_reader *reader;
	const struct table_style *style;
	const struct scope_type *rows;    /* what a row's texts may name */
	const struct scope_type *outside; /* around the table */
};

/** Fills the table's columns from a mapping with `columns`; what is faulty is reported,
 * no column among it. */
void read_table_columns(const struct column_reader *reader, const struct yaml_node *node,
	struct table_layout *table);

/** How many columns there are at the foot of the tree; 0: the plan decides. */
int table_column_count(const struct table_layout *table);

/** `page sums`; NULL where the node is NULL, or after reporting. */
const struct page_sums_layout *read_page_sums(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct table_layout *table);

#endif
