#include "text/paragraph.h"

#include "text/composing.h"
#include "text/words.h"

static struct paragraph *finish(const struct composing *composing)
{
	struct arena *arena = composing->arena;
	struct paragraph *paragraph = arena_new(arena, struct paragraph);
	*paragraph = (struct paragraph){
		.style = composing->style,
		.text = composing->passage.text,
		.passage = composing->passage,
		.clusters = arena_copy(arena, composing->clusters->data,
			composing->clusters->len * sizeof(struct cluster)),
		.cluster_count = (int)composing->clusters->len,
		.glyphs = arena_copy(arena, composing->glyphs->data,
			composing->glyphs->len * sizeof(struct glyph)),
		.edges = composing->edges,
	};
	return paragraph;
}

const struct paragraph *paragraph_create(struct arena *arena, struct faces *faces,
	const struct style *style, const struct text_run *runs, size_t run_count)
{
	/* Han text has three bytes a character; what is Western grows once or twice. */
	guint likely = 4;
	for (size_t i = 0; i < run_count; i++) {
		likely += (guint)(runs[i].passage.length / 3);
	}
	struct composing composing = {
		.arena = arena,
		.faces = faces,
		.style = style,
		.runs = runs,
		.run_count = run_count,
		.clusters =
			g_array_sized_new(FALSE, FALSE, sizeof(struct cluster), likely),
		.glyphs = g_array_sized_new(FALSE, FALSE, sizeof(struct glyph), likely),
		.firsts = g_array_sized_new(FALSE, FALSE, sizeof(int), likely),
	};
	characters_read(&composing);
	context_resolve(&composing);
	faces_choose(&composing);
	clusters_shape(&composing);
	widths_set(&composing);
	cells_make(&composing);
	breaks_find(&composing);
	boxes_keep(&composing);
	if (style->balanced) {
		words_keep(composing.passage.text,
			(struct cluster *)(void *)composing.clusters->data,
			(int)composing.clusters->len);
	}
	runs_spread(&composing);
	struct paragraph *paragraph = finish(&composing);
	tab_find(&composing, paragraph);
	hang_find(&composing, paragraph);
	g_free(composing.characters);
	g_array_free(composing.clusters, TRUE);
	g_array_free(composing.glyphs, TRUE);
	g_array_free(composing.firsts, TRUE);
	return paragraph;
}
