/* Short texts that a table says again and again (内部统计, 100%) are shaped once. */
#ifndef COMPOSE_SHAPED_TEXTS_H
#define COMPOSE_SHAPED_TEXTS_H

#include "document/document.h"
#include "text/paragraph.h"

struct shaped_texts;

/** An empty store; what it keeps lives in the arena. It lasts no longer than the styles
 * of the texts. End it with shaped_texts_destroy(). */
struct shaped_texts *shaped_texts_create(struct arena *arena);
void shaped_texts_destroy(struct shaped_texts *texts);

/** A text as a paragraph that lives in `arena`, or shares its figures with an earlier one
 * of the same words in the same style. */
const struct paragraph *shaped_texts_shape(struct shaped_texts *texts,
	struct arena *arena, struct faces *faces, const struct text_block *text);

#endif
