/* What the files that arrange share. */
#ifndef DOCUMENT_ARRANGER_H
#define DOCUMENT_ARRANGER_H

#include "document/arrange.h"
#include "layout/form_layout.h"

/** Lists of names that follow each other: their labels are equally wide. */
struct names_series {
	const struct block *last;
	const struct style *style; /* of the layout */
	double width;              /* of the labels, em */
	GPtrArray *labels;         /* struct text_run */
};

/** What cells' turnover lines begin behind. That one cell lacks it is no fault, since
 * those of a column differ; that all do is. */
struct hanging {
	GHashTable *found;  /* struct text_manner -> whether any cell had it */
	GPtrArray *manners; /* as first met */
};

struct arranger {
	struct arena *arena;
	const struct layout *layout;
	const struct limits *limits;
	struct diagnostics *diagnostics;
	GPtrArray *blocks; /* struct block: what has been arranged so far */
	GHashTable *used;  /* the plan's: what was read of it */
	struct names_series names;
	GHashTable *manners; /* struct cell_contents -> struct cell_manner, shared by the
			      * cells of a column */
	struct hanging hanging;           /* of cells */
	GArray *parts;                    /* struct document_part: those that are whole */
	const struct page_master *master; /* of the part that is being arranged */
	bool begins_odd;                  /* likewise */
	struct page_numbering numbering;  /* likewise */
	GPtrArray
		*listings; /* struct contents_listing: what contents may list, in order */
	GArray *contents;  /* struct pending_contents: filled when all is listed */
	int depth;         /* of lists that are not a part's own: cells, groups */
	int64_t block_count;      /* rows of tables included, what stands in them not */
	const struct value *only; /* the record that the document is for; NULL: for all */
	bool met;                 /* a list that holds it has been printed */
	bool blank; /* forms without anything in them: where a list has no items, room for
		     * some */
	bool full;  /* there are too many, which has been reported */
	struct arena *scratch; /* for what is evaluated and not kept */
	int scratch_uses;
};

/** What a text is listed as. */
struct listed {
	int level; /* 0: it is not listed */
	const struct text_run *runs;
	size_t run_count;
	size_t words; /* the run where its words begin, behind its number */
};

/** Memory for evaluating what is not kept, such as conditions: good until it is asked for
 * again. */
struct arena *arrange_scratch(struct arranger *arranger);

/** Whether the document may hold another block; reports where it may not. */
bool arrange_has_room(struct arranger *arranger, struct place place);

/** Adds an empty block of a kind. */
struct block *arrange_block(
	struct arranger *arranger, enum block_kind kind, struct place place);

/** Arranges a layout's blocks in a scope. */
void arrange_blocks(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope);

/** Arranges blocks into a list of their own, which is no part's. */
GPtrArray *arrange_apart(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope);

/** Strokes; who signs, nothing where nobody does; a part of pages, after which the pages
 * around it go on. */
void arrange_rule(struct arranger *arranger, const struct layout_block *layout);
void arrange_signature(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope);
void arrange_part(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope);

/** The names of organs that issue a document together. */
void arrange_mark(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope);

/** Tables by a list of their names (NULL: none); `around` ends with the record that names
 * them. */
void arrange_inserted(
	struct arranger *arranger, const struct value *names, const struct scope *around);

/** Ends the part that is being arranged, if anything stands in it. */
void arrange_end_part(struct arranger *arranger);

/** Arranges the imprint of the last page. */
void arrange_imprint(struct arranger *arranger, const struct scope *scope,
	struct document_imprint *imprint);

/** Arranges what copies show besides. */
void arrange_copies(struct arranger *arranger, const struct scope *scope,
	struct document_copies *copies);

/** Gives blocks from `first` on what their layout says of all that it prints. */
void arrange_manner(struct arranger *arranger, const struct layout_block *layout,
	guint first, const struct scope *scope);

/** Lists a text in contents. */
void arrange_listing(
	struct arranger *arranger, struct text_block *block, const struct listed *listed);

/** The same as a layout says of a text or a caption; nothing where it says nothing. */
void arrange_listing_of(struct arranger *arranger, struct text_block *block,
	const struct listing_layout *layout, const struct scope *scope);

/** Contents, whose entries come when all is arranged; and these. */
void arrange_contents(struct arranger *arranger, const struct layout_block *layout);
void arrange_entries(struct arranger *arranger);

/** Arranges sections, from the outermost. */
void arrange_sections(struct arranger *arranger, const struct sections_layout *sections,
	const struct scope *scope);

/** Arranges a table with the lines above it; nothing where its condition does not hold,
 * or it has no rows and the layout says nothing for that. */
void arrange_table(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope);

/** The grid of a table of rows and columns, as its block. */
void arrange_grid(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope);

/** The grid of a form, likewise. */
void arrange_form(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope);

/** Brings cells (struct table_cell) into the order of a table's: by row, then column. */
void sort_cells(GArray *cells);

/** What surrounds the text of a column: padding, and half of the rules beside it. */
double column_inset(const struct table_style *style, int column, int count);

/** A column's width in points: one in characters is that of the text, what surrounds it
 * comes on top. */
double column_points(struct length length, const struct style *text, double inset);

/** A column of a width; NULL: by its content. */
struct table_column arrange_column(
	const struct length *width, const struct style *text, double inset);

/** Adds the block of a table with all that stands around its grid. */
struct table_block *arrange_table_block(struct arranger *arranger,
	const struct table_layout *table, const struct scope *scope);

/** Whether a table may have so many rows; reports where it may not. */
bool arrange_within_rows(
	struct arranger *arranger, const struct table_layout *table, int64_t rows);

/** The rows of nested bands in a scope: for each a struct scope, which its texts may
 * name. One more than a table may have tells that there are too many. */
GPtrArray *arrange_rows(struct arranger *arranger, const struct row_band *band,
	const struct scope *scope);

/** How many rows from one on come from the same item of that name; NULL name: 1. */
int rows_of_one_item(const GPtrArray *rows, const char *name, guint row);

/** Fills a cell of a table, whose place in the grid is set, with what a layout's cell
 * says in a scope. */
void arrange_cell(struct arranger *arranger, const struct cell_layout *layout,
	const struct scope *scope, struct table_cell *cell);

/** Fills it with a text's paragraphs in its style; one that comes out empty (or is NULL)
 * gives one empty paragraph, for its height. */
void arrange_cell_text(struct arranger *arranger, const struct template *text,
	const struct scope *scope, struct table_cell *cell);

/** Check boxes in a style, as paragraphs. What was chosen and is no option is reported at
 * the plan's place. */
void arrange_options(struct arranger *arranger, const struct options_layout *options,
	const struct style *style, const struct scope *scope);

/** Lines that stand with a table or a form; those that come out empty are left out. */
struct table_lines arrange_lines(struct arranger *arranger,
	const struct table_line *lines, size_t count, const struct scope *scope);

/** A text's paragraphs in a style, as blocks; a text that comes out empty gives none. */
void arrange_text(struct arranger *arranger, const struct text_layout *text,
	const struct scope *scope);

/** Names in columns behind their label; nothing where there are none. */
void arrange_names(struct arranger *arranger, const struct names_layout *names,
	const struct scope *scope);

/** Marks a paragraph's runs as the layout says: where turnover lines begin, what is
 * spread. False where the string is not in it that turnover lines begin behind. */
bool mark_manner(struct arranger *arranger, const struct text_manner *manner,
	struct text_block *text);

/** Notes whether a cell had what its turnover lines begin behind. */
void hanging_note(struct hanging *hanging, const struct text_manner *manner, bool found);

/** Reports a string that turnover lines should begin behind and that was not there. */
void report_hang_absent(
	const struct arranger *arranger, const struct text_manner *manner);

/** Reports those that no cell had. */
void hanging_report(const struct arranger *arranger);

/** A length as a run's width: em of a style. */
double run_width(struct length length, const struct style *style);

/** Text to be spread without the blanks in it, where all else is Han: `组 长`, as some
 * are used to write it; other text as it is. */
struct passage text_closed_up(struct arena *arena, const struct passage *text);

/** Whether a character is Han. */
bool character_is_han(gunichar character);

/** One paragraph as a text block. */
struct block *arrange_paragraph(struct arranger *arranger,
	const struct prose_paragraph *paragraph, const struct style *style);

/** Runs of a paragraph in a style. */
struct text_run *paragraph_runs(struct arena *arena,
	const struct prose_paragraph *paragraph, const struct style *style);

/** Runs of all paragraphs of a text, as one line: a heading, a caption. */
struct text_run *line_runs(struct arena *arena, const struct value *text,
	const struct style *style, size_t *count);

/** The paragraphs of a text as one passage; *emphasis gets what its beginning has. */
struct passage text_joined(struct arena *arena, const struct value *text, bool *emphasis);

/** The characters of runs as one string. */
const char *runs_text(struct arena *arena, const struct text_run *runs, size_t count);

/** Whether a value has paragraphs with characters in them. */
bool has_text(const struct value *value);

/** The items of an `each` clause in a scope; NULL: none. */
const struct value *const *clause_items(struct arranger *arranger,
	const struct each_clause *clause, const struct scope *scope, size_t *count);

#endif
