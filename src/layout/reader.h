/* What the readers of a layout's parts share. */
#ifndef LAYOUT_READER_H
#define LAYOUT_READER_H

#include "layout/layout.h"

struct layout_reader {
	struct arena *arena;
	struct diagnostics *diagnostics;
	const struct model *model;
	struct layout *layout; /* being filled: styles before blocks */
	const struct yaml_node *file;
	GHashTable *named; /* struct layout_sources */
};

/* ---- nodes ---- */

/** Whether a node is a mapping; false after reporting. */
bool reader_is_mapping(const struct layout_reader *reader, const struct yaml_node *node);

/** Reports keys that are not among the words (ended by NULL), with the nearest. False
 * where there was one, or the node is no mapping. */
bool reader_check_keys(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *keys);

/** What a mapping has under a key, if that is a mapping, or a list. NULL where there is
 * no such key, or after reporting. */
const struct yaml_node *reader_mapping(const struct layout_reader *reader,
	const struct yaml_node *node, const char *key);
const struct yaml_node *reader_list(const struct layout_reader *reader,
	const struct yaml_node *node, const char *key);

/** The text of a scalar; NULL after reporting (or where the node is NULL). */
const char *reader_text(const struct layout_reader *reader, const struct yaml_node *node);

/** Reports items of a list whose `id` is no text, or stands twice. */
void reader_check_ids(const struct layout_reader *reader, const struct yaml_node *list);

/** Names that a node might have meant. */
struct reader_names {
	const char *code;
	const char *what;         /* `个样式` */
	const char *const *words; /* ended by NULL */
};

/** Reports a name that stands for nothing, with the nearest that does. */
void reader_report_absent(const struct layout_reader *reader,
	const struct yaml_node *node, const struct reader_names *names);

/** What a section of the file gives names to. */
struct reader_table {
	GHashTable *things;
	const char *section;
	const char *code;
	const char *what;
};

/** What the name in a node stands for; NULL after reporting (or where the node is NULL).
 */
const void *reader_find(const struct layout_reader *reader, const struct yaml_node *node,
	const struct reader_table *table);

/** A style, or a page master, by the name in a node, the same way. */
const struct style *reader_style(
	const struct layout_reader *reader, const struct yaml_node *node);
const struct page_master *reader_master(
	const struct layout_reader *reader, const struct yaml_node *node);

/** The style named in a node; the usual one where the node is NULL, or after reporting.
 */
const struct style *reader_style_or(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual);

/* ---- attributes: tables of key, kind and place in a struct ---- */

enum attribute_kind {
	ATTRIBUTE_NAME,     /* const char * */
	ATTRIBUTE_POINTS,   /* double, not negative; a length that needs no type size */
	ATTRIBUTE_OFFSET,   /* the same with either sign */
	ATTRIBUTE_LENGTH,   /* struct length */
	ATTRIBUTE_NUMBER,   /* double, no unit */
	ATTRIBUTE_FLAG,     /* bool */
	ATTRIBUTE_ALIGN,    /* enum align */
	ATTRIBUTE_VERTICAL, /* enum vertical_align */
	ATTRIBUTE_SIDE,     /* enum field_side */
	ATTRIBUTE_COLOUR,   /* struct colour */
	ATTRIBUTE_OTHER,    /* known, read elsewhere */
};

struct attribute {
	const char *key;
	enum attribute_kind kind;
	size_t offset;
};

/** Reads the attributes of a mapping into an object; keys that the table (ended by a NULL
 * key) does not have are reported, with the nearest. */
void attributes_read(const struct layout_reader *reader, const struct yaml_node *node,
	const struct attribute *attributes, void *object);

/** The same of a mapping whose keys have been checked. */
void attributes_take(const struct layout_reader *reader, const struct yaml_node *node,
	const struct attribute *attributes, void *object);

/** A length, also as a quotient: `156mm/28`. False after reporting. */
bool reader_length(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *length);

/** The same in points, for lengths that need no type size and are not negative. */
bool reader_points(
	const struct layout_reader *reader, const struct yaml_node *node, double *points);

/** The same of either sign. */
bool reader_offset(
	const struct layout_reader *reader, const struct yaml_node *node, double *points);

/** A number without a unit. False after reporting (or where the node is NULL). */
bool reader_number(
	const struct layout_reader *reader, const struct yaml_node *node, double *number);

/** One of some words (ended by NULL), as its index. False after reporting (or where the
 * node is NULL); the index is then unchanged. */
bool reader_word(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *words, size_t *index);

/** yes, no and their Chinese words. */
bool reader_flag(const struct layout_reader *reader, const struct yaml_node *node);

/** A text with expressions, an expression; NULL where the node is NULL or after
 * reporting. */
const struct template *reader_template(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);
const struct expr *reader_expr(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct type **type);

/** A condition: a comparison, a truth, or what the plan may have or lack; what is always
 * there is none. NULL where the node is NULL or after reporting. */
const struct expr *reader_condition(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);

/** `xs as x` at a node, for each of a list, or for a record if there is one; `inner`
 * becomes the scope with x in it. False after reporting. */
bool reader_each(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct each_clause *clause,
	struct scope_type *inner);

/** Whether expressions can use the name that `inner` begins with: a word, and none of
 * the language's own. False after reporting at the place. */
bool reader_check_name(const struct layout_reader *reader, const struct passage *name,
	struct place place, const struct scope_type *inner);

/* ---- parts, in the order in which they are read ---- */

/** Fill the layout's styles, table styles and page masters from the file's sections. */
struct font_roles read_roles(
	const struct layout_reader *reader, const struct yaml_node *file);
void read_styles(const struct layout_reader *reader);
void read_table_styles(const struct layout_reader *reader);
void read_pages(const struct layout_reader *reader);

/** Fills the layout's named tables; `scope` is the plan's. */
void read_tables(const struct layout_reader *reader, const struct scope_type *scope);

/** A list of blocks (a NULL node gives none), the sections of a sections block, and a
 * table; what is faulty is reported and left out: false or NULL. */
struct layout_blocks read_blocks(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);
bool read_sections(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct sections_layout *sections);
const struct table_layout *read_table(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);

/** The keys of struct table_lines_layout and struct table_fit in a mapping, which may
 * have others; faults are reported, and nothing said. */
struct table_lines_layout read_table_lines(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);
struct table_fit read_table_fit(
	const struct layout_reader *reader, const struct yaml_node *node);

/** Nested bands of rows; the scope becomes that of a row. NULL after reporting. */
const struct row_band *read_row_band(const struct layout_reader *reader,
	const struct yaml_node *node, struct scope_type *scope);

/** The width of a column: above zero, in points, characters or a share of the table.
 * False after reporting; the width is then unchanged. */
bool reader_column_width(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *width);

/** What readers of cells know of the table around. */
struct cell_reader {
	const struct layout_reader *reader;
	const struct table_style *style;
	const struct scope_type *scope;   /* what their texts may name */
	const struct scope_type *outside; /* what `merge` may name stands below it; NULL:
					   * nothing is merged */
};

/** The keys of a cell in a mapping, which may have the keys `more` (ended by NULL)
 * besides. The cell comes zeroed, with `head` and `names_rows` set where it is a head
 * without saying so. Faults are reported, and nothing said. */
void read_cell(const struct cell_reader *cells, const struct yaml_node *node,
	const char *const *more, struct cell_layout *cell);

/** The keys that read_cell() knows, ended by NULL; whether a mapping has one of them that
 * puts something into a cell, or says that it stays empty. */
const char *const *cell_keys_known(void);
bool cell_says_contents(const struct yaml_node *node);

/** An explicit cell, with its spans, into one that comes like that of read_cell(): a text
 * alone, or a mapping. False after reporting that it is neither. */
bool read_explicit_cell(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_layout *cell);

/** A list of explicit cells, all heads of their columns where `heads`; false after
 * reporting: no list, an empty one, items that are no cells. */
bool read_cell_row(const struct cell_reader *cells, const struct yaml_node *node,
	bool heads, struct cell_row *row);

/** A length that can be a width of text: in points or characters, not negative. False
 * after reporting (or where the node is NULL); the width is then unchanged. */
bool reader_width(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *width);

/** What a block of text says beyond its style; faults are reported, and nothing said. */
struct text_manner read_manner(
	const struct layout_reader *reader, const struct yaml_node *node);

/** What a mapping says of the listing in contents, under `contents level` and `contents
 * text`; faults are reported, and nothing listed. */
struct listing_layout read_listing(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);

/** A level of headings or contents, 1 to 9: `usual` where the node is NULL or after
 * reporting. */
int reader_level(
	const struct layout_reader *reader, const struct yaml_node *node, int usual);

/** Contents; false after reporting. */
bool read_contents(const struct layout_reader *reader, const struct yaml_node *node,
	struct contents_layout *contents);

/** How the pages of a part are numbered. */
struct page_numbering read_numbering(
	const struct layout_reader *reader, const struct yaml_node *part);

/** A list of names; false after reporting. */
bool read_name_list(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct names_layout *names);

/** What few blocks have; NULL where a block has none of it. Faults are reported. */
const struct block_manner_layout *read_block_manner(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);

/** reader_check_keys() with the keys that all blocks may have besides their own. */
bool reader_check_block_keys(const struct layout_reader *reader,
	const struct yaml_node *node, const char *const *keys);

/** Strokes, a signature, a mark, a part of pages; false after reporting. */
bool read_strokes(const struct layout_reader *reader, const struct yaml_node *node,
	struct rule_layout *rule);
bool read_signature(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct signature_layout *signature);
bool read_mark(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct mark_layout *mark);
bool read_part(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct part_layout *part);

/** Fills the layout's imprint, if its file has one. */
void read_imprint(const struct layout_reader *reader, const struct scope_type *scope);

/** Fills the layout's figures for the proof, if its file has some; after its pages and
 * styles. */
void read_proof(const struct layout_reader *reader);

/** Fills what the layout's copies show besides, if its file says it. */
void read_copies(const struct layout_reader *reader, const struct scope_type *scope);

/** The names of the files in the folders, layouts or not, sorted; ended by NULL. */
const char *const *layout_names(
	struct arena *arena, const struct layout_folders *folders);

/** The file of that name as it is, without what it inherits; NULL: there is none, or it
 * cannot be read, which is reported. */
const struct yaml_node *layout_own_file(struct arena *arena,
	const struct layout_folders *folders, const char *name,
	struct diagnostics *diagnostics);

/** Whether a file is a layout; false after reporting. Also reports a name that is not
 * that of the file, by which layouts are found. */
bool layout_file_check(const struct yaml_node *file, struct diagnostics *diagnostics);

/** Two files as one: what a layout is together with what it inherits. */
const struct yaml_node *layout_merge(struct arena *arena, const struct yaml_node *base,
	const struct yaml_node *derived);

#endif
