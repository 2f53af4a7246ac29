/* How tables look; all lengths in points. */
#ifndef LAYOUT_TABLE_STYLE_H
#define LAYOUT_TABLE_STYLE_H

#include "layout/style.h"

enum vertical_align {
	VERTICAL_TOP,
	VERTICAL_MIDDLE,
	VERTICAL_BOTTOM,
};

struct table_style {
	const char *name;
	double padding_across; /* between a rule and the text beside it */
	double padding_down;   /* between a rule and the text below or above it */
	double outer_rule;     /* weight of the frame, above and below */
	double side_rule;      /* and at its sides; outer_rule where nothing is said */
	double inner_rule;     /* weight of the rules between cells */
	double across_rule;    /* between rows; inner_rule where nothing is said */
	double down_rule;      /* between columns; likewise */
	double head_rule;      /* under the head; across_rule where nothing is said */
	double before;         /* least space above the table and below it */
	double after;
	double minimum_row; /* least height of a row */
	enum vertical_align vertical;
	bool repeat_head;   /* the head stands again on every page */
	bool repeat_labels; /* cells that span rows show their text on every page they
			       cover */
	const char *continued_label; /* what follows the text of a label that stands
				      * again, such as （续）; NULL: nothing */
	bool part_rows;              /* pages may break any row, not only high ones */
	bool close_fragments;        /* a frame's rule where a page breaks the table */
	struct colour colour;
	const struct style *cell; /* of text in cells, and in heads */
	const struct style *head;
};

#endif
