/* A document's blocks -> measured blocks, in two steps: shaping, which happens once, and
 * breaking lines for a width. Columns are shared out between the two. */
#ifndef COMPOSE_MEASURE_H
#define COMPOSE_MEASURE_H

#include "compose/measured.h"
#include "compose/shaped_texts.h"
#include "compose/table_columns.h"
#include "compose/type_scale.h"

/** What measuring works with. */
struct measuring {
	struct arena *arena; /* of what is measured */
	struct faces *faces;
	struct diagnostics *diagnostics;
	GArray *lines; /* scratch */
	double page;   /* height of the type area; across it where tables are turned */
	double width;  /* of the type area; likewise */
	double row;    /* of the page's grid; 0: none */
	bool crowded;  /* blocks stand where they do when the first page has no room */
	struct shaped_texts *texts; /* of the table at hand; NULL: in none */
	GHashTable *shaped;         /* runs -> paragraph, of a table that may be set
				     * smaller; NULL: nothing is kept */
	struct type_scale *scale;   /* by which it is; NULL: none */
};

/** Shapes the text of blocks; groups dissolve into marks on their members, page breaks
 * into marks on what follows. */
struct measured_list measure_shape(const struct measuring *measuring,
	const struct block *const *blocks, size_t block_count);

/** How wide shaped blocks would be set. */
struct width_need measure_width_need(const struct measured_list *list);

/** How many lines shaped blocks have in a width, taken as lines of one height: the
 * leading of the first text (a point where there is none). A table in them is taken
 * roughly. */
struct cell_lines measure_lines(const struct measuring *measuring,
	const struct measured_list *list, double width);
double measure_line_height(const struct measured_list *list);

/** The space between the blocks. */
double measure_gaps(const struct measured_list *list);

/** Breaks shaped blocks into lines and tables into columns for a measure. */
void measure_set(const struct measuring *measuring, const struct measured_list *list,
	double width);

/** The height of list from its head to its foot, the space around it left out. */
double measure_height(const struct measured_list *list);

/** The same three steps for one table. */
struct measured_table *table_shape(
	const struct measuring *measuring, const struct block *block);
struct width_need table_width_need(const struct measured_table *table, double width);
void table_set(
	const struct measuring *measuring, struct measured_table *table, double width);

/** Shares a width out to a shaped table's columns: its edges stand half the frame's
 * weight inside, so that the frame ends with the width. Reports columns that are too
 * narrow. */
void table_share(
	const struct measuring *measuring, struct measured_table *table, double width);

/** About how high a table is in a width. */
double table_rough_height(const struct measuring *measuring,
	const struct measured_table *table, double width);

/** Shapes and sets one paragraph. */
struct measured *measure_text(
	const struct measuring *measuring, const struct text_block *text, double width);

/** A text with all sizes times `scale`. */
const struct text_block *text_scaled(
	const struct measuring *measuring, const struct text_block *text, double scale);

/** How much smaller type has to be so that what is `wanted` fits, by its style's least
 * size; 1 where it fits or may not be set smaller. */
double text_scale(const struct style *style, double wanted, double room);

/** A paragraph too long for one line is set smaller where its style lets it. */
void text_shrink(const struct measuring *measuring, struct measured *block, double width);

/** The height of what is never parted: strokes, a signature, a mark. */
double measured_solid_height(const struct measured *block);

/** And how far it reaches down: seals hang below their texts. */
double measured_solid_reach(const struct measured *block);

/** How far the ink of a line rises above its baseline, points; 0 where it has none. */
double measured_ink_rise(const struct measured *block, int line);

/** The space above and below a block. */
double measured_before(const struct measured *block);
double measured_after(const struct measured *block);

#endif
