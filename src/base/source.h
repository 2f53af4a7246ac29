/* Files as they were read, and places in them. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

/** A text file that was read whole; its bytes stay for the excerpts of diagnostics, and
 * with them the texts that were read from it, for as long as there are places in it. */
struct source {
	struct arena *arena; /* where it lives, with its texts */
	const char *path;    /* as the user named it */
	const char *bytes;   /* ended by NUL, which does not count */
	size_t length;
	GArray *line_starts; /* size_t: offset of each line's first byte, after any mark
			      */
};

/** A place in a file. Without a source: nowhere; line 0: the file as a whole. */
struct place {
	const struct source *source;
	int line;   /* from 1 */
	int column; /* from 1, counts characters, not bytes, not cells of a terminal */
};

/** Takes a file's bytes (copied into the arena) and finds its lines (LF, CR LF). A byte
 * order mark stays in the bytes, but the first line begins after it: editors do not show
 * it. */
struct source *source_create(
	struct arena *arena, const char *path, const char *bytes, size_t length);

/** The place of the byte at an offset; an offset past the end is the end. */
struct place source_place(const struct source *source, size_t offset);

/** The bytes of a line without its line end, not ended by NUL; NULL where there is no
 * such line. They belong to the source. */
const char *source_line(const struct source *source, int line, size_t *length);

/** The place of a file as a whole: line and column 0. */
struct place source_whole(const struct source *source);

#endif
