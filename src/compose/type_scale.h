/* Text and tables set smaller and tighter than their styles say, without shaping again:
 * what a paragraph measures is linear in the size of its type. */
#ifndef COMPOSE_TYPE_SCALE_H
#define COMPOSE_TYPE_SCALE_H

#include "document/document.h"
#include "text/paragraph.h"

/** How much smaller and tighter. */
struct type_rung {
	double size;    /* of type, a share */
	double leading; /* 0: as it is, 1: as tight as may be */
	double padding; /* down, a share; the least heights of rows follow by half, and
			 * the size of the type */
	double across;  /* padding across, a share */
};

struct type_scale;

/** A scale whose copies live in the arena. No type becomes smaller than `floor` points
 * unless it is; sizes are whole and half points. End it with type_scale_destroy(). */
struct type_scale *type_scale_create(
	struct arena *arena, const struct type_rung *rung, double floor);
void type_scale_destroy(struct type_scale *scale);

/** The same styles, texts and tables as the scale has them. Each style is copied once; a
 * table's content stays as it is. */
const struct style *type_scale_style(struct type_scale *scale, const struct style *style);
const struct text_block *type_scale_text(
	struct type_scale *scale, const struct text_block *text);
const struct table_block *type_scale_table(
	struct type_scale *scale, const struct table_block *table);

/** A paragraph as it would have been shaped from the scaled text. */
const struct paragraph *type_scale_paragraph(
	struct type_scale *scale, const struct paragraph *paragraph);

#endif
