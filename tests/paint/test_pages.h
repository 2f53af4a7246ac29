/* Pages made by hand, and what the tools say of the files painted from them. */
#ifndef TEST_PAGES_H
#define TEST_PAGES_H

#include "paint/paint.h"

enum test_face {
	FACE_SERIF, /* CFF, in a collection */
	FACE_SANS,  /* CFF, in a collection, bold */
	FACE_LATIN, /* TrueType */
	FACE_FANG,  /* CFF, from JIXIAO_FONTS; FACE_SERIF where it is not there */
	FACE_COUNT,
};

struct test_pages {
	struct pages *pages;
	struct page *page; /* the last one */
	struct structure_node *node;
	struct face faces[FACE_COUNT];
	struct diagnostics *diagnostics;
	enum pdf_profile profile; /* PDF_ARCHIVE unless a test says otherwise */
	double y;                 /* where a test that stacks texts has come to */
	char *folder;             /* for files, removed at the end */
};

/** Set-up and teardown for cmocka: `*state` is a struct test_pages with one page of A4.
 */
int test_pages_start(void **state);
int test_pages_end(void **state);

/** Sets text, a glyph a character, at 16 points; gives the item. */
struct item *test_pages_add_text(struct test_pages *test, enum test_face face,
	const char *text, double x, double y);

/** Paints; the caller frees the bytes. NULL after a fault. */
GByteArray *test_pages_paint(struct test_pages *test, enum paint_format format);

/** Writes bytes into a file of the test's folder and gives its path, owned by the caller.
 */
char *test_pages_save(struct test_pages *test, const GByteArray *bytes, const char *name);

/** Where a word first stands in some bytes; NULL: nowhere. */
const char *test_find(const GByteArray *bytes, const char *wanted);

/** Fails if a word stands in a text. */
void test_assert_lacks(const char *text, size_t length, const char *unwanted);

/** Runs a tool and gives what it printed, NULL where the machine does not
 * have it; where CI is set, that is a failure. The status is of the tool's exit. */
char *test_tool(const char *const *words, int *status);

/** Paints a PDF, runs `tool` with the path put in the place of "FILE". */
char *test_pages_ask(struct test_pages *test, const char *const *words);

#endif
