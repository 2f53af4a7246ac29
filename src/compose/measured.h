/* Blocks with their sizes: paragraphs shaped and broken into lines, tables with their
 * columns and the least heights of their rows. Nothing here has a place yet. */
#ifndef COMPOSE_MEASURED_H
#define COMPOSE_MEASURED_H

#include "document/document.h"
#include "page/page.h"

struct arrangement;

/** A paragraph, a table, or what is never parted: strokes, texts set together. */
struct measured {
	const struct text_block *text; /* NULL: something else */
	const struct paragraph *paragraph;
	const struct line *lines;
	int line_count;
	struct measured_table *table;
	const struct rule_block *rule;
	const struct signature_block *signature;
	const struct mark_block *mark;
	struct arrangement *arranged;      /* the signature or the mark as it is set */
	const struct block_manner *manner; /* NULL: nothing special */
	const struct contents_entry
		*entry;              /* of contents, whose text it is; NULL: none */
	struct structure_node *node; /* set by structure_build() */
	bool begins_page;
	bool keep;    /* stays with what follows, by its style */
	bool grouped; /* stays with what follows, by its group */
	bool whole;   /* in a group: not parted */
};

struct measured_list {
	struct measured *blocks;
	int count;
};

struct measured_cell {
	const struct table_cell *cell;
	struct measured_list content; /* with what stands at its foot, last */
	int foot_count;               /* of these blocks */
	double height;                /* of all its content, without padding */
	double shift;   /* of its text, to the right of where its style sets it */
	double stacked; /* what surrounds such labels where they stand below each other */
	bool diagonal;  /* its labels are parted by strokes; its height is that of all */
	bool label;     /* stands again on every page that the cell covers */
	const struct measured_cell
		*continued; /* a label as it stands again; NULL: the same
			     */
	struct structure_node *node;
	bool again; /* stands in an earlier part of its table already */
};

/** What a part of a table, some of its columns, is of the whole. */
struct table_part {
	const struct measured_table *first; /* of the parts */
	const struct table_block *whole;
	const int *origins; /* its cells -> those of the whole */
};

/** What rules take at most, by the kind of edge: their whole weight. */
struct table_reserve {
	double frame;  /* above the first row, below the last */
	double across; /* between rows */
	double left;   /* at the sides */
	double right;
	double down; /* between columns */
};

struct measured_table {
	const struct block *source;      /* in the document */
	const struct table_block *block; /* the same, or a copy set smaller */
	struct place place;
	struct table_part *part;           /* NULL: it is whole */
	struct structure_node **row_nodes; /* of the rows of its first part */
	GHashTable *shaped;                /* what was shaped of it: struct measuring */
	struct measured_cell above;        /* caption and lines over the frame */
	struct measured_cell above_continued; /* and on further pages */
	struct measured_cell below;           /* lines under the last row */
	struct measured_sums *sums;           /* NULL: none */
	struct measured_cell *cells;
	struct table_reserve reserve;
	bool turned;   /* stands a quarter to the left, on pages of its own */
	bool flush;    /* shares the edges of the cell that it is in */
	double around; /* then: what rules above and below that cell take */
	struct decimal_extent *decimals; /* of each column; NULL: none has any */
	int *row_cells;                  /* row_count + 1: the first cell of each row */
	double *edges;        /* column_count + 1: from the left of the measure */
	double *natural;      /* row_count: what cells of one row need */
	double *head_heights; /* head_rows */
	int head_rows;        /* that repeat; 0 where a cell leaves the head */
	const int *groups;    /* row_count: the head of the group that a row is in, -1:
			       * none; NULL: no row heads a group */
	GPtrArray *memories;  /* of its rows, see table_memory.h; NULL: it is short */
	struct structure_node *node;
};

/** Whether a block is a turned table. */
bool measured_is_turned(const struct measured *block);

/** Whether a table goes on with columns of one before it. */
bool table_is_further_part(const struct measured_table *table);

/** What a table's rules take at most: its style's, or its cells' own ones. */
struct table_reserve table_reserve_find(const struct table_block *block);

/** Whether a cell's one block is a table that shares its edges; such tables (theirs too)
 * take over what is reserved at the edges of their cells. */
bool cell_is_flush(const struct measured_cell *cell);
void table_flush_adopt(const struct measured_table *table);

/** What goes around text from edge to edge, down and across. */
double table_cell_inset_down(const struct measured_table *table);
double table_cell_inset_left(const struct measured_table *table, int column);
double table_cell_inset_right(const struct measured_table *table, int column_end);

/** What goes around the content of a cell, which may be nothing. */
double cell_inset_down(
	const struct measured_table *table, const struct measured_cell *cell);
double cell_inset_across(
	const struct measured_table *table, const struct measured_cell *cell);

/** What the rows of a cell must have, if its content is so high and so much of the cell
 * stood on earlier pages. */
double cell_need(const struct measured_table *table, const struct measured_cell *cell,
	double content, double stood);

/** The least height of a row, also of one in which only spanning cells stand: what its
 * style says, and no less than what surrounds content. */
double table_row_minimum(const struct measured_table *table);

/** What a frame adds to the heights of its rows: its rules reach further than inner ones.
 */
double table_frame_height(const struct measured_table *table);

/** And what to the widths of its columns. */
double table_frame_width(const struct measured_table *table);

#endif
