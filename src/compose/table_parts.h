/* A table that is too wide, parted by its columns into tables below each other. */
#ifndef COMPOSE_TABLE_PARTS_H
#define COMPOSE_TABLE_PARTS_H

#include "compose/measure.h"

/** Columns [first, end) of a table that stand in a part, beside its stub columns. */
struct part_columns {
	int first;
	int end;
};

/** Finds the parts of a table whose first columns stand in each of them: as few as can be
 * set comfortably in the width (a column that is too wide stands alone), with about as
 * many columns each, parted between the groups of the head if that takes at most one part
 * more. Appends them (struct part_columns); no more than one where the stub takes all
 * columns. */
void table_parts_find(const struct measuring *measuring,
	const struct measured_table *table, double width, GArray *parts);

/** Makes the parts and sets them in the width. Rows are equally high in all parts, so
 * that their sheets can be laid side by side. Later parts have the caption and the lines
 * above of further pages; the last one has the lines below. To a reader of the file they
 * are one table: what stands again is an artifact. */
struct measured_list table_parts_make(const struct measuring *measuring,
	const struct measured_table *table, double width, const GArray *parts);

#endif
