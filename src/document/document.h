/* A document: the plan arranged by a layout. Everything that will be printed is here, in
 * order, with its style; nothing has a position yet, and nothing here knows a face. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/decimal.h"
#include "base/length.h"
#include "layout/block_manner.h"
#include "layout/copy_marks.h"
#include "layout/page_master.h"
#include "layout/table_style.h"

enum block_kind {
	BLOCK_TEXT, /* one paragraph */
	BLOCK_TABLE,
	BLOCK_GROUP,      /* blocks that stay on one page if one page can hold them */
	BLOCK_PAGE_BREAK, /* what follows begins a page */
	BLOCK_RULE,       /* a stroke across the measure, or two */
	BLOCK_SIGNATURE,  /* who signs, when, and the place of the seal */
	BLOCK_MARK,       /* the names of organs that issue a document together */
	BLOCK_CONTENTS,   /* what stands on which page */
};

/** What few blocks have. */
struct block_manner {
	const char *element; /* of an official document, as the proof names it
			      * (发文机关标志, 成文日期); NULL: none */
	bool hidden;         /* keeps its room, shows nothing: pre-printed paper has it */
	bool has_ink_top;
	double ink_top; /* where the ink of its first line begins, points below the head
			 * of the type area, if nothing stands there yet */
	enum block_stand stand;
	bool body;         /* body text: of these some has to stand on the first page */
	bool beside_above; /* begins level with the last line of what stands above */
};

enum text_purpose {
	PURPOSE_PARAGRAPH,
	PURPOSE_TITLE,
	PURPOSE_HEADING,
	PURPOSE_CAPTION,
};

/** How a text is listed in contents. */
struct contents_listing {
	int level;                   /* from 1 */
	const struct text_run *runs; /* its text there; the style is the contents' */
	size_t run_count;
	const char *destination; /* name by which it is found; of its block too */
	struct place place;
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
	const struct contents_listing *listing; /* in contents; NULL: not listed */
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
	float minimum;  /* its least height, points; 0: the style's */
	float grow;     /* its part of height to spare where a table fills its page; 0:
			 * none */
};

enum cell_edge {
	EDGE_TOP,
	EDGE_RIGHT,
	EDGE_BOTTOM,
	EDGE_LEFT,
	CELL_EDGES,
};

/** What few cells have; cells of one column share one. */
struct cell_manner {
	const struct block *const *foot; /* stands at the cell's foot: signature, date */
	size_t foot_count;
	double minimum_height; /* of the cell, points; 0: none */
	bool has_weight[CELL_EDGES];
	double weights[CELL_EDGES]; /* of its own rules, points; 0: no rule */
	bool decimal;  /* its numbers stand with their decimal points below each other:
			* those of all such cells of a column */
	bool diagonal; /* two or three paragraphs, parted by strokes from its upper left
			* corner: the label of the rows below, what stands in the cells
			* (if three), the label of the columns beside */
	bool flush;    /* its one block is a table that shares the cell's edges */
};

struct table_cell {
	int row, column; /* from 0 */
	int row_span, column_span;
	bool head;       /* a header cell */
	bool names_rows; /* a header cell for rows (scope row) */
	enum vertical_align vertical;
	const struct style *style;
	const struct cell_manner *manner;  /* NULL: nothing special */
	const struct block *const *blocks; /* paragraphs, nested tables */
	size_t block_count;
	struct place place;
};

/** A column that is summed up by the page. */
struct page_sum {
	int column;
	const struct style *style;
	const struct decimal *values; /* of each body row; what has none is 0 */
	int places;                   /* decimals that are printed at least */
	bool grouped;                 /* 1,234.50 */
};

/** Rows that pages add: sums of their rows, and what is carried to the next page. On the
 * last page none stands at the foot. */
struct page_sums {
	const char *page;    /* label of the page's own sum (本页小计); NULL: none */
	const char *forward; /* of the sum so far, at the foot (过次页); NULL: none */
	const char *brought; /* and at the head of the next page (承前页); NULL: none */
	int closing; /* rows at the end that sum up the whole: the last page's own sum
		      * stands above them */
	int label_column; /* where the labels stand */
	int label_span;
	const struct style *label_style;
	const struct page_sum *sums; /* by column */
	int sum_count;
};

/** How a table meets its page. */
struct table_fitting {
	bool fit_page;  /* set tighter, then smaller, until one page holds it */
	bool fill_page; /* spare height of its last page goes to rows that grow */
	bool fill_rows; /* and before that into blank rows */
	double floor;   /* the least type size, points: fitting, and where columns are too
			 * narrow for their words; 0: as in the styles */
	int stub_columns; /* a table that is still too wide is parted by columns; the
			   * first ones stand again in each part; 0: it is not parted */
	enum table_turn turned;
};

/** Blocks that stand with a table. */
struct table_lines {
	const struct block *const *blocks;
	size_t block_count;
};

struct table_block {
	const struct table_style *style;
	const struct text_block *caption;           /* above; NULL: none */
	const struct text_block *caption_continued; /* on further pages; NULL: none */
	struct table_lines over;                    /* over the caption */
	struct table_lines above;                   /* between caption and frame */
	struct table_lines above_continued;         /* and on further pages */
	struct table_lines below;                   /* under the last of its rows */
	struct table_fitting fitting;
	const struct page_sums *page_sums; /* NULL: none */
	bool plain; /* no table to a reader of the file: a line of parts beside each other
		     */
	const struct table_column *columns;
	int column_count;
	const struct table_row *rows; /* head rows first */
	int row_count;
	int head_rows;
	const struct table_cell *cells; /* by row, then column; they tile the grid */
	int cell_count;
};

/** Strokes across the measure, centred on it. */
struct rule_block {
	double weight; /* points */
	double second; /* of a second stroke below; 0: none */
	double gap;    /* between the two, from edge to edge */
	double width;  /* 0: the measure's */
	double fixed;  /* of the first one's middle, from the sheet's head: it then takes
			* no room; 0: it stands where it comes */
	double before; /* space above and below, points; both also hold at the head of a
			* page */
	double after;
	struct colour colour;
};

/** Names in a stack, each spread to the widest, a text on its right that is centred on
 * them: GB/T 9704-2012 7.2.4. The whole is centred on the measure and set smaller where
 * it is too wide or too high, down to its style's least size. */
struct mark_block {
	const struct text_block *const *names; /* the lead first */
	size_t name_count;
	const struct text_block *beside; /* 文件; NULL: none */
	double most_height;              /* of the stack, points; 0: any */
};

/** One of those who sign. */
struct signatory {
	const struct text_block *name; /* the organ; the post of who signs, if stamped */
	double seal;                   /* diameter of the seal, points */
};

struct signature_block {
	enum signature_kind kind;
	const struct signatory *signatories; /* the lead first */
	size_t signatory_count;
	const struct text_block *date; /* NULL: none */
	double stamp_width;            /* of stamps, points */
	double stamp_height;
	bool outlined; /* the places of seals and stamps are shown, lightly */
	struct colour outline;
};

/** A line of contents. */
struct contents_entry {
	struct text_block text; /* before the number */
	const char *before;     /* around the number; NULL: it has none */
	const char *after;
	const struct contents_listing *target;
};

struct contents_block {
	const struct contents_entry *entries;
	size_t entry_count;
};

struct group_block {
	const struct block *const *blocks;
	size_t block_count;
};

struct block {
	enum block_kind kind;
	struct place place;
	const struct block_manner *manner; /* NULL: nothing special */
	union {
		struct text_block text;
		struct table_block table;
		struct group_block group;
		struct rule_block rule;
		struct signature_block signature;
		struct mark_block mark;
		struct contents_block contents;
	};
};

/** A run of pages of one kind. */
struct document_part {
	const struct page_master *master;
	bool begins_odd; /* on an odd page, after a blank one if need be */
	struct page_numbering numbering;
	const struct block *const *blocks;
	size_t block_count;
};

/** What stands at the foot of the last page (版记). */
struct document_imprint {
	const struct page_master *master;
	bool even; /* that page is an even one; blank pages before it, and it after them,
		    * bear no number: GB/T 9704-2012 7.5 */
	const struct block *const *blocks;
	size_t block_count; /* 0: there is no imprint */
};

/** What copies of a document show besides it (稿次), without moving a line of it. */
struct document_copies {
	const struct page_field *label;     /* of a draft: its stage; NULL: none */
	const struct text_block *watermark; /* of a draft, from corner to corner under the
					     * text; NULL: none */
	struct filing_stamp stamp;          /* of a filing copy */
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
	struct document_imprint imprint;
	struct document_copies copies;
};

/** Prints a document, a block a line: what tests pin. */
void document_dump(const struct document *document, GString *out);

#endif
