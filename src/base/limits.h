/* How much input is too much; each limit can be set by name. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

enum {
	LIMITS_DEPTH_MOST = 1000,
};

struct limits {
	int64_t file_bytes;   /* of one file */
	int64_t scalar_bytes; /* of one value */
	int64_t events;       /* of the YAML parser, in one file */
	int64_t depth;        /* of lists and groups within each other */
	int64_t files;        /* that one plan may consist of */
	int64_t rows;         /* of one table */
	int64_t blocks;       /* of one document: paragraphs, headings, rows of tables */
	int64_t pages;        /* of one document */
};

/** What holds unless the user says otherwise: 16 MiB a file, 1 MiB a value, 4 million
 * events (100,000 rows of some 18 keys), 64 levels, 1,000 files, 100,000 rows,
 * 150,000 blocks, 5,000 pages. */
struct limits limits_default(void);

/** Sets a limit from `NAME=VALUE`; false where there is no such name or the value is no
 * positive number, or a depth above LIMITS_DEPTH_MOST: nesting is read by recursion, and
 * the stack is a limit that cannot be raised. *limits is then unchanged. */
bool limits_set(struct limits *limits, const char *assignment);

/** The names of the limits, ended by NULL. */
const char *const *limits_names(void);

/** The limit that a report's code tells of: `rows` of `limit-rows`; NULL: none that can
 * be set. */
const char *limits_name_of(const char *code);

#endif
