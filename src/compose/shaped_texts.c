#include "compose/shaped_texts.h"

#include <string.h>

enum {
	LONGEST = 48, /* bytes; longer texts are hardly ever said twice */
};

struct shaped_texts {
	struct arena *arena;
	GHashTable *paragraphs; /* struct paragraph, by their style and words */
};

static guint hash_paragraph(gconstpointer key)
{
	const struct paragraph *paragraph = key;
	guint hash = g_direct_hash(paragraph->style);
	for (size_t i = 0; i < paragraph->passage.length; i++) {
		hash = hash * 33 + (guchar)paragraph->text[i];
	}
	return hash;
}

static gboolean paragraphs_equal(gconstpointer left, gconstpointer right)
{
	const struct paragraph *a = left;
	const struct paragraph *b = right;
	return a->style == b->style && a->passage.length == b->passage.length &&
	       memcmp(a->text, b->text, a->passage.length) == 0;
}

struct shaped_texts *shaped_texts_create(struct arena *arena)
{
	struct shaped_texts *texts = arena_new(arena, struct shaped_texts);
	texts->arena = arena;
	texts->paragraphs = g_hash_table_new(hash_paragraph, paragraphs_equal);
	return texts;
}

void shaped_texts_destroy(struct shaped_texts *texts)
{
	g_hash_table_destroy(texts->paragraphs);
}

/* One short run in the style of the whole, and nothing else about it. */
static bool is_plain(const struct text_block *text)
{
	const struct text_run *run = text->runs;
	return text->run_count == 1 && run->style == text->style && !run->emphasis &&
	       !run->hangs_here && run->spread <= 0 && run->shape == RUN_TEXT &&
	       run->step <= 0 && run->passage.length <= LONGEST;
}

/* Whether all characters have a face: those that have none are reported each time. */
static bool is_whole(const struct paragraph *paragraph)
{
	for (int i = 0; i < paragraph->cluster_count; i++) {
		if (!paragraph->clusters[i].face) {
			return false;
		}
	}
	return true;
}

const struct paragraph *shaped_texts_shape(struct shaped_texts *texts,
	struct arena *arena, struct faces *faces, const struct text_block *text)
{
	if (!texts || !is_plain(text)) {
		return paragraph_create(
			arena, faces, text->style, text->runs, text->run_count);
	}
	const struct passage *words = &text->runs[0].passage;
	const struct paragraph wanted = {
		.style = text->style, .text = words->text, .passage = *words};
	const struct paragraph *known = g_hash_table_lookup(texts->paragraphs, &wanted);
	if (known) {
		struct paragraph *again = arena_copy(arena, known, sizeof *known);
		again->text = words->text;
		again->passage = *words;
		return again;
	}
	const struct paragraph *shaped =
		paragraph_create(texts->arena, faces, text->style, text->runs, 1);
	if (is_whole(shaped)) {
		g_hash_table_add(texts->paragraphs, (gpointer)(uintptr_t)shaped);
	}
	return shaped;
}
