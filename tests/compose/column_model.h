/* Tables without faces: a cell is a row of pieces that cannot be broken, each so many
 * characters wide; a character is EM points wide and a line EM points high. Whatever
 * columns make of it can be counted by hand. */
#ifndef TESTS_COMPOSE_COLUMN_MODEL_H
#define TESTS_COMPOSE_COLUMN_MODEL_H

#include "compose/table_columns.h"

#define EM 10.0

enum {
	MODEL_COLUMNS = 8,
	MODEL_ROWS = 700,
	MODEL_CELLS = 2100,
};

/* A cell's pieces. */
struct model_text {
	const int *pieces;
	int count;
};

struct model {
	struct table_column columns[MODEL_COLUMNS];
	struct column_unit units[MODEL_COLUMNS];
	struct column_cell cells[MODEL_CELLS];
	struct column_task task;
	GPtrArray *texts;
};

/* A model of content columns for a width in points. */
void model_begin(struct model *model, int column_count, double width);
void model_end(struct model *model);

/* The place of a cell in one row and columns [first, end). */
struct column_cell model_at(int row, int first, int end);

/* A cell at a place: characters one by one, a number
 * of characters at least two wide in brackets for a piece: `....[4]..`. */
void model_add(struct model *model, struct column_cell at, const char *text);

/* A cell of one row and column with so many characters. */
void model_add_text(struct model *model, int row, int column, int characters);

/* The same of pieces; takes the array over (g_free). */
void model_add_pieces(struct model *model, struct column_cell at, int *pieces, int count);

/* First-fit lines in a width; a piece wider than that has a line of its own. */
struct cell_lines model_lines(void *context, const void *content, double width);

/* The widest piece, and all pieces, in points. */
double model_narrowest(const struct model_text *text);
double model_widest(const struct model_text *text);

#endif
