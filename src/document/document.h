/* A document: the plan arranged by a layout. Everything that will be printed is here, in
 * order, with its style; nothing has a position yet, and nothing here knows a face. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/length.h"
#include "layout/page_master.h"
#include "layout/table_style.h"

enum block_kind {
	BLOCK_TEXT, /* one paragraph */
	BLOCK_TABLE,
	BLOCK_GROUP,      /* blocks that stay on one page if one page can hold them */
	BLOCK_PAGE_BREAK, /* what follows begins a page */
};

enum text_purpose {
	PURPOSE_PARAGRAPH,
	PURPOSE_TITLE,
	PURPOSE_HEADING,
	PURPOSE_CAPTION,
};

/** A paragraph of text in a style. */
struct text_block {
	enum text_purpose purpose;
	int level; /* of a heading, from 1 */
	const struct style *style;
	const struct text_run *runs;
	size_t run_count;
	const char
		*outline;        /* its title among the bookmarks; NULL: not among them. A
				  * run-in     heading is a paragraph with an outline title. */
	int outline_level;       /* from 1 */
	const char *destination; /* name by which it can be found; NULL: none */
};

enum column_width {
	COLUMN_FIXED,   /* `width`: points, or ems of the table's text */
	COLUMN_SHARE,   /* `width`: a share of the table's width */
	COLUMN_CONTENT, /* by what stands in it */
};

struct table_column {
	enum column_width kind;
	double width;    /* points (fixed) or fraction (share) */
	double minimum;  /* points */
	int equal_group; /* content columns of one number (above 0) are equally wide */
};

struct table_row {
	bool head;      /* belongs to the head */
	bool with_next; /* not parted from the row below by a page break if that can be */
	int group_rows; /* a group's head: so many rows below it are the group, and it
			 * stands again over them on every page; 0: none */
};

struct table_cell {
	int row, column; /* from 0 */
	int row_span, column_span;
	bool head;       /* a header cell */
	bool names_rows; /* a header cell for rows (scope row) */
	enum vertical_align vertical;
	const struct style *style;
	const struct block *const *blocks; /* paragraphs, nested tables */
	size_t block_count;
	struct place place;
};

struct table_block {
	const struct table_style *style;
	const struct text_block *caption;           /* above; NULL: none */
	const struct text_block *caption_continued; /* on further pages; NULL: none */
	const struct table_column *columns;
	int column_count;
	const struct table_row *rows; /* head rows first */
	int row_count;
	int head_rows;
	const struct table_cell *cells; /* by row, then column; they tile the grid */
	int cell_count;
};

struct group_block {
	const struct block *const *blocks;
	size_t block_count;
};

struct block {
	enum block_kind kind;
	struct place place;
	union {
		struct text_block text;
		struct table_block table;
		struct group_block group;
	};
};

/** A run of pages of one kind. */
struct document_part {
	const struct page_master *master;
	bool begins_odd; /* on an odd page, after a blank one if need be */
	const struct block *const *blocks;
	size_t block_count;
};

struct document_metadata {
	const char *title;
	const char *organ;
	const char *subject;
	const char *keywords;
	const char *reference;
	const char *date;   /* ISO 8601; NULL: none */
	const char *layout; /* name and version */
};

struct document {
	struct arena *arena;
	struct document_metadata metadata;
	const struct document_part *parts;
	size_t part_count;
};

/** Prints a document, a block a line: what tests pin. */
void document_dump(const struct document *document, GString *out);

#endif
