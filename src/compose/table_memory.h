/* Rows of a long table keep their texts in arenas of their own, some rows in each, so
 * that texts go when the last page that they stand on is placed: else the texts of a
 * thousand pages would be held beside the pages. */
#ifndef COMPOSE_TABLE_MEMORY_H
#define COMPOSE_TABLE_MEMORY_H

#include "compose/table_fill.h"

/** Gives a table its arenas, which `arena` owns; a short one does without. */
void table_memory_create(struct arena *arena, struct measured_table *table);

/** Where the content of cells that begin in a row lives; `arena` where the table is
 * short. */
struct arena *table_memory_of(
	const struct measured_table *table, int row, struct arena *arena);

/** Notes that a fragment stands on a sheet, by number. Sheets are noted in their order.
 */
void table_memory_note(const struct fragment *fragment, guint sheet);

/** Frees what of a fragment's cells stands on no sheet behind this one. */
void table_memory_release(const struct fragment *fragment, guint sheet);

#endif
