/* Small documents, built by hand, and what they are composed into. The text of these
 * tests is set by plain_text.c: every character is as wide as its style's size, so that
 * each position can be worked out in the head. */
#ifndef TESTS_COMPOSE_BUILD_H
#define TESTS_COMPOSE_BUILD_H

#include "compose/compose.h"

struct build {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct limits limits;
	const struct source *source;
	int line;                  /* of the text made last, counted from 1 */
	struct style text;         /* 10 on 10 points, at the start */
	struct style heading;      /* the same, kept with what follows */
	struct table_style table;  /* rules of 2 and 1 points, no padding */
	struct page_master master; /* a sheet of 120 x 140, area of 100 x 100 at 10, 20 */
	GPtrArray *blocks;         /* of the part being built: struct block */
	GArray *parts;             /* struct document_part */
	struct document_imprint imprint;
	struct document_copies copies;
	struct copy_manner manner; /* of the copy that is composed */
};

struct build *build_create(void);
void build_destroy(struct build *build);

/* Gives the frames of tables one weight, all rules in them another one. */
void build_rules_weigh(struct build *build, double outer, double inner);

/* A paragraph's text block: `count` Han characters from a first one on, or any text. */
struct text_block build_han(struct build *build, int count);
struct text_block build_string(struct build *build, const char *text);

/* Blocks of their own, and added to the part. */
const struct block *build_block(struct build *build, struct text_block text);
const struct block *build_break(struct build *build);
void build_add(struct build *build, const struct block *block);
void build_add_han(struct build *build, int count);
void build_add_string(struct build *build, const char *text);
void build_add_heading(struct build *build, const char *text);
const struct block *build_group(
	struct build *build, const struct block *const *blocks, size_t count);

/* Ends the part: what was added belongs to it. */
struct document_part *build_part(struct build *build);

/* A table of equal content columns out of rows such as `a|b|c`; a cell `^` belongs to the
 * one above, `<` to the one on its left, `=N` has N Han characters. The block may be
 * changed. */
struct block *build_table(struct build *build, int head_rows, const char *const *rows);

/* Lines that stand with a table: a paragraph each of the texts, ended by NULL. */
struct table_lines build_table_lines(struct build *build, const char *const *texts);

/* Composes what was built (the part is ended where need be); the pages die with the
 * build. */
const struct pages *build_compose(struct build *build);

/* The text of pages, a line each: `PAGE x,y text`; artifacts in brackets. Freed with the
 * build. */
const char *build_lines(struct build *build);
/* The first characters of the pieces of text of each page: pages parted by bars,
 * artifacts in brackets. */
const char *build_marks(struct build *build);
/* The rules of a page, a line each: `x1,y1 x2,y2 weight`. */
const char *build_rules(struct build *build, int page);
/* The whole dump. */
const char *build_dump(struct build *build);
/* All reports, a line each: `severity code line:column message`. */
const char *build_reports(struct build *build);

/* Set-up and tear-down of a test whose state is a build; bare: its tables have no rules,
 * so that every row is ten points a line. */
int build_begin(void **state);
int build_begin_bare(void **state);
int build_end(void **state);

/* Paragraphs of one line each. */
void build_add_lines(struct build *build, int count);

/* Fails where build_marks() are others. */
void build_expect_marks(struct build *build, const char *expected);

#endif
