/* Where results go, and under which names. */
#ifndef COMMAND_OUTPUT_H
#define COMMAND_OUTPUT_H

#include "command/session.h"

/** One file to be written. */
struct output {
	const char *path; /* `-`: standard output */
	GByteArray *bytes;
	int pages;
	size_t document; /* index in its plan */
};

/** Whether `-o` can hold what a plan makes: several documents need a folder. False after
 * reporting. */
bool output_fits(
	struct session *session, const struct session_plan *plan, const char *wanted);

/** The path of a document's file. `wanted` is what `-o` said (NULL: nothing): a file, or
 * a folder (existing, or with a slash at its end). `ending` has its dot. One document is
 * named after the plan, unless the plan itself names it and `-o` says nothing; several
 * go into a folder of that name, each under its own. */
const char *output_path(struct session *session, const struct session_plan *plan,
	size_t index, const char *wanted, const char *ending);

/** The path of one page's picture: `NAME-3.png`. */
const char *output_page_path(struct session *session, const char *path, int page);

/** The path of one copy's file: `NAME-000003.pdf`. */
const char *output_copy_path(struct session *session, const char *path, int number);

/** Writes all outputs (struct output). Nothing is written over an input; folders are made
 * where the names call for them. Reports what fails. */
void outputs_write(struct session *session, const struct session_plan *plan,
	const GPtrArray *outputs);

#endif
