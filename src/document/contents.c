/* Contents: titles, headings and captions are listed as they are arranged, wherever they
 * stand; when all are, the contents get their entries. */
#include "document/arranger.h"

#include <string.h>

/* ---- what is listed ---- */

/* Without the stop behind a heading that stands on its paragraph's line. */
static struct passage without_stop(struct arena *arena, const struct passage *words)
{
	static const char *const stops[] = {"。", "：", ":", "."};
	for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
		if (g_str_has_suffix(words->text, stops[i])) {
			return passage_part(
				arena, words, 0, words->length - strlen(stops[i]));
		}
	}
	return *words;
}

void arrange_listing(
	struct arranger *arranger, struct text_block *block, const struct listed *listed)
{
	struct arena *arena = arranger->arena;
	size_t count = listed->run_count;
	if (listed->level == 0 || count == 0 || !arranger->layout->has_contents) {
		return;
	}
	struct text_run *runs = arena_new_array(arena, struct text_run, count);
	for (size_t i = 0; i < count; i++) {
		runs[i].passage = listed->runs[i].passage;
	}
	runs[count - 1].passage = without_stop(arena, &runs[count - 1].passage);
	runs[listed->words].hangs_here = listed->words > 0;
	struct contents_listing *listing = arena_new(arena, struct contents_listing);
	*listing = (struct contents_listing){
		.level = listed->level,
		.runs = runs,
		.run_count = count,
		.destination = arena_printf(arena, ".c%u", arranger->listings->len + 1),
		.place = runs[listed->words].passage.place,
	};
	block->listing = listing;
	block->destination = listing->destination;
	g_ptr_array_add(arranger->listings, listing);
}

void arrange_listing_of(struct arranger *arranger, struct text_block *block,
	const struct listing_layout *layout, const struct scope *scope)
{
	const struct value *text =
		layout->text ? template_value(layout->text, scope, arranger->arena,
				       arranger->diagnostics)
			     : NULL;
	struct listed listed = {.level = layout->level,
		.runs = block->runs,
		.run_count = block->run_count};
	if (layout->level > 0 && has_text(text)) {
		listed.runs =
			line_runs(arranger->arena, text, block->style, &listed.run_count);
	}
	arrange_listing(arranger, block, &listed);
}

/* ---- the contents ---- */

struct pending_contents {
	struct block *block;
	const struct contents_layout *layout;
};

void arrange_contents(struct arranger *arranger, const struct layout_block *layout)
{
	if (arranger->depth > 0) {
		diagnostics_error(arranger->diagnostics, layout->place, "layout-contents",
			"目录可占几页，不能放在 group、单元格或版记里");
		return;
	}
	struct pending_contents pending = {
		.block = arrange_block(arranger, BLOCK_CONTENTS, layout->place),
		.layout = &layout->contents,
	};
	if (!arranger->contents) {
		arranger->contents =
			arena_values(arranger->arena, sizeof(struct pending_contents));
	}
	g_array_append_val(arranger->contents, pending);
}

/* An entry in its level's style. Turnover lines begin behind the number. */
static struct contents_entry make_entry(struct arranger *arranger,
	const struct contents_listing *listing, const struct contents_level *level)
{
	static const struct text_manner behind_number = {.hang_number = true};
	struct text_run *runs = arena_copy(
		arranger->arena, listing->runs, listing->run_count * sizeof *runs);
	bool hangs = false;
	for (size_t i = 0; i < listing->run_count; i++) {
		runs[i].style = level->style;
		hangs = hangs || runs[i].hangs_here;
	}
	struct contents_entry entry = {
		.text = {.purpose = PURPOSE_PARAGRAPH,
			.style = level->style,
			.runs = runs,
			.run_count = listing->run_count},
		.before = level->before,
		.after = level->after,
		.target = listing,
	};
	if (!hangs) {
		mark_manner(arranger, &behind_number, &entry.text);
	}
	return entry;
}

static void fill_contents(
	struct arranger *arranger, const struct pending_contents *pending)
{
	const struct contents_layout *layout = pending->layout;
	GArray *entries = arena_values(arranger->arena, sizeof(struct contents_entry));
	for (guint i = 0; i < arranger->listings->len; i++) {
		const struct contents_listing *listing =
			g_ptr_array_index(arranger->listings, i);
		if ((size_t)listing->level <= layout->level_count) {
			struct contents_entry entry = make_entry(
				arranger, listing, &layout->levels[listing->level - 1]);
			g_array_append_val(entries, entry);
		}
	}
	pending->block->contents = (struct contents_block){
		.entries = (const struct contents_entry *)(const void *)entries->data,
		.entry_count = entries->len,
	};
	if (entries->len == 0) {
		diagnostics_warning(arranger->diagnostics, pending->block->place,
			"contents-empty", "没有可以列入目录的标题，目录是空的");
	}
}

void arrange_entries(struct arranger *arranger)
{
	for (guint i = 0; arranger->contents && i < arranger->contents->len; i++) {
		fill_contents(arranger,
			&g_array_index(arranger->contents, struct pending_contents, i));
	}
}
