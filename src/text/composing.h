/* A paragraph while it is made. The steps of paragraph_create(), in their order, each in
 * a file of its own. */
#ifndef TEXT_COMPOSING_H
#define TEXT_COMPOSING_H

#include "text/classes.h"
#include "text/paragraph.h"

/* A character of the text, and what the steps found out about it. */
struct character {
	gunichar code;
	guint32 offset;          /* into the text, bytes */
	guint32 run;             /* that it is in */
	guint8 class;            /* enum character_class, its neighbours heard */
	guint8 side;             /* SIDE_HAN or SIDE_LATIN once the context is known */
	bool by_neighbour;       /* the side was its neighbours' */
	const struct face *face; /* NULL: set as nothing */
	bool half;               /* a digit of the Han face: set in half an em */
	float rise;              /* em, that brings it level with the paragraph's face */
};

struct composing {
	struct arena *arena;
	struct faces *faces;
	const struct style *style;
	const struct text_run *runs;
	size_t run_count;
	struct passage passage;       /* all runs */
	struct character *characters; /* and one more, at the end of the text */
	int character_count;
	GArray *clusters; /* struct cluster; advances in em until cells are made */
	GArray *glyphs;   /* struct glyph */
	GArray *firsts;   /* int: the first character of each cluster */
	double *edges;    /* in the arena */
};

/** Each character's class, side and run. */
void characters_read(struct composing *composing);

/** Sides and classes that depend on what stands beside: quotes, dashes, dots. */
void context_resolve(struct composing *composing);

/** Each character's face. */
void faces_choose(struct composing *composing);

/** Characters -> clusters of glyphs, in em. */
void clusters_shape(struct composing *composing);

/** Widths that not every face gives: half-em digits, em-wide dashes and ellipses. */
void widths_set(struct composing *composing);

/** The clusters' cells in points: pitch, adjacent marks, gaps; and the edges. */
void cells_make(struct composing *composing);

/** Where lines may break. */
void breaks_find(struct composing *composing);

/** Boxes to tick stay with their labels. */
void boxes_keep(struct composing *composing);

/** Runs that are spread get their cells, and are not broken; those that stay are not
 * parted from what is before them. */
void runs_spread(struct composing *composing);

/** The paragraph's tab, with its leader; then where its turnover lines begin. */
void tab_find(const struct composing *composing, struct paragraph *paragraph);
void hang_find(const struct composing *composing, struct paragraph *paragraph);

#endif
