/* Tables by chance: spans, cells of many lines, tables in cells, heads of several rows.
 */
#ifndef TESTS_COMPOSE_RANDOM_TABLE_H
#define TESTS_COMPOSE_RANDOM_TABLE_H

#include "build.h"

enum {
	MOST_ROWS = 24,
	MOST_COLUMNS = 6,
	MOST_SPAN = 8,
	MOST_HEAD_ROWS = 4,
	MOST_CHARACTERS = 30000
};

/* A cell as it was made: characters [first, end) stand in it. */
struct made_cell {
	const struct table_cell *cell;
	int first;
	int end;
};

/* A document of one table, and what is known of it. */
struct round {
	guint32 seed;
	GRand *random;
	struct build *build;
	struct block *table;
	bool taken[MOST_ROWS][MOST_COLUMNS];
	int rows;
	int columns;
	int head_rows;
	bool own_rules;  /* its cells, and kinds of edges, have rules of their own */
	int characters;  /* in use: numbers from 0, none comes twice */
	int below_first; /* of these, in the lines below the table */
	int below_end;
	struct page_sums sums; /* of the table if it has any */
	struct page_sum sum;
	struct decimal values[MOST_ROWS];
	GArray *made; /* struct made_cell */
	const struct pages *pages;
};

/* Makes the table of a seed; random, build and made are there. */
void random_table_make(struct round *round);

/* Whether blank parts of rows and cells may stand alone, since they have least heights.
 */
bool random_table_is_high(const struct round *round);

/* The number of a character; -1: it has none. */
int random_character_number(gunichar character);

#endif
