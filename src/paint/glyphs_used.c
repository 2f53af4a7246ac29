#include "paint/glyphs_used.h"

static void free_use(gpointer data)
{
	struct face_use *use = data;
	hb_set_destroy(use->glyphs);
	g_free(use);
}

static struct face_use *use_of(GPtrArray *uses, const struct face *face)
{
	for (guint i = 0; i < uses->len; i++) {
		struct face_use *use = g_ptr_array_index(uses, i);
		if (use->face == face) {
			return use;
		}
	}
	struct face_use *use = g_new0(struct face_use, 1);
	use->face = face;
	use->glyphs = hb_set_create();
	g_ptr_array_add(uses, use);
	return use;
}

static void add_page(GPtrArray *uses, const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind != ITEM_TEXT) {
			continue;
		}
		const struct item_text *text = &item->text;
		struct face_use *use = use_of(uses, text->face);
		for (int k = 0; k < text->glyph_count; k++) {
			hb_set_add(use->glyphs, text->glyphs[k].id);
		}
	}
}

bool page_is_wanted(const bool *wanted, guint index)
{
	return !wanted || wanted[index];
}

GPtrArray *glyphs_used(const struct pages *pages, const bool *wanted)
{
	GPtrArray *uses = g_ptr_array_new_with_free_func(free_use);
	for (guint i = 0; i < pages->list->len; i++) {
		if (page_is_wanted(wanted, i)) {
			add_page(uses, g_ptr_array_index(pages->list, i));
		}
	}
	return uses;
}
