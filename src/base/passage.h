/* Text that remembers where each of its characters was written. */
#ifndef BASE_PASSAGE_H
#define BASE_PASSAGE_H

#include "base/source.h"

/** From this byte of the text on, characters follow each other in the file from `place`.
 */
struct passage_step {
	size_t offset;
	struct place place;
};

/** UTF-8 text with the places of its characters. The first step has offset 0; a value on
 * one line needs no other. Plain value: copy it freely, the bytes belong to an arena. */
struct passage {
	const char *text;                 /* ended by NUL */
	size_t length;                    /* bytes */
	struct place place;               /* of the first character */
	const struct passage_step *steps; /* further steps, by rising offset */
	size_t step_count;
};

/** A passage whose characters all stand side by side from a place on. */
struct passage passage_plain(const char *text, struct place place);

/** The place of the character that begins at a byte offset; at the length (or past it)
 * the place after the last character. */
struct place passage_place(const struct passage *passage, size_t offset);

/** The bytes from `start` up to `end` of a passage (both where characters begin), copied
 * into the arena, places kept. */
struct passage passage_part(
	struct arena *arena, const struct passage *passage, size_t start, size_t end);

/** Builds a passage from parts. */
struct passage_builder {
	struct arena *arena;
	GString *text;
	GArray *steps; /* struct passage_step */
};

/** Begins, adds to and ends a passage. Added text is copied, and stands side by side in
 * the file from its place on. The passage lives in the arena; every builder must be
 * ended, which frees what it holds itself. A passage of no parts has no place. */
struct passage_builder passage_builder_begin(struct arena *arena);
void passage_builder_add(struct passage_builder *builder, const char *text, size_t length,
	struct place place);
void passage_builder_add_passage(
	struct passage_builder *builder, const struct passage *passage);
struct passage passage_builder_end(struct passage_builder *builder);

#endif
