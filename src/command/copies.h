/* Copies of a document: how they differ, and many of them with numbers of their own. */
#ifndef COMMAND_COPIES_H
#define COMMAND_COPIES_H

#include "command/session.h"
#include "compose/compose.h"

enum {
	NUMBER_DIGITS = 6, /* of a copy number: GB/T 9704-2012 7.2.1 */
	MOST_COPIES = 999999,
};

/** What is wanted besides the copy that it is. */
struct copies_wanted {
	int count; /* of copies, numbered from 1; 0: one copy, with the plan's number */
	bool separate; /* a file for each */
	bool booklet;  /* two pages on a side of a sheet, in folding order */
};

/** A document being made into copies. */
struct copies {
	struct session *session;
	const struct session_document *document;
	struct faces *faces;
	enum session_copy copy;
	struct copies_wanted wanted;
};

/** A copy number as printed; lives in the arena. */
const char *copies_number(struct arena *arena, int number);

/** Composes one copy; number 0: the document as it is. NULL after reporting; the caller
 * ends the pages. */
struct pages *copies_compose(const struct copies *copies, int number);

/** Composes all copies, behind each other. */
struct pages *copies_compose_all(const struct copies *copies);

#endif
