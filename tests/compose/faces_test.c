/* The few things that need real faces: the ink of a page number, and text as it is set.
 */
#include "compose/compose.h"

#include "text/setting.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const double MM = 72 / 25.4;

static int begin(void **state)
{
	struct setting *setting = g_new(struct setting, 1);
	*setting = setting_create();
	*state = setting;
	return 0;
}

static int end(void **state)
{
	setting_destroy(*state);
	g_free(*state);
	return 0;
}

static struct page_master gb_master(void)
{
	return (struct page_master){
		.name = "a4",
		.width = 210 * MM,
		.height = 297 * MM,
		.area = {28 * MM, 37 * MM, 156 * MM, 225 * MM},
		.row = 225 * MM / 22,
	};
}

/* A document of one paragraph. */
static struct pages *compose_text(struct setting *setting,
	const struct page_master *master, const struct style *style, const char *text)
{
	struct text_run run = {
		.passage = passage_plain(text, (struct place){setting->source, 1, 1}),
		.style = style,
	};
	struct block block = {.kind = BLOCK_TEXT,
		.text = {.style = style, .runs = &run, .run_count = 1}};
	const struct block *blocks[] = {&block};
	struct document_part part = {
		.master = master, .blocks = blocks, .block_count = 1};
	struct document document = {.parts = &part, .part_count = 1};
	struct limits limits = limits_default();
	return compose(&document, setting->faces, &limits, setting->diagnostics);
}

/* The first of a page's texts that hold something. */
static const struct item_text *text_with(const struct pages *pages, const char *what)
{
	const struct page *page = g_ptr_array_index(pages->list, 0);
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_TEXT && strstr(item->text.text, what)) {
			return &item->text;
		}
	}
	fail_msg("%s stands nowhere", what);
	abort();
}

static void the_dash_of_a_page_number_is_7_mm_below_the_area(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	style.size = 14;
	style.pitch = 14;
	struct page_field field = {.text = "— {page} —",
		.style = &style,
		.side = SIDE_OUTSIDE,
		.below = 7 * MM,
		.on_first = true};
	struct page_master master = gb_master();
	master.fields = &field;
	master.field_count = 1;
	struct pages *pages = compose_text(setting, &master, &style, "甲");
	const struct item_text *dash = text_with(pages, "—");
	hb_glyph_extents_t ink;
	assert_true(
		hb_font_get_glyph_extents(dash->face->hb_font, dash->glyphs[0].id, &ink));
	double top = dash->y - ink.y_bearing / dash->face->units_per_em * dash->size;
	assert_true(fabs(top - (37 + 225 + 7) * MM) < 1e-3);
	pages_destroy(pages);
}

static void what_is_written_is_what_is_set(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	style.size = 16;
	style.pitch = 16;
	style.leading = 225 * MM / 22;
	style.on_grid = true;
	GString *written = g_string_new(NULL);
	for (int i = 0; i < 60; i++) {
		g_string_append(
			written, "坚持立会为公，“以新作为巩固老阵地”；更新文章100篇。");
	}
	struct page_master master = gb_master();
	struct pages *pages = compose_text(setting, &master, &style, written->str);
	GString *set = g_string_new(NULL);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		for (guint k = 0; k < page->items->len; k++) {
			g_string_append(set,
				g_array_index(page->items, struct item, k).text.text);
		}
	}
	assert_string_equal(set->str, written->str);
	assert_int_equal(pages->list->len, 3);
	g_string_free(set, TRUE);
	g_string_free(written, TRUE);
	pages_destroy(pages);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_dash_of_a_page_number_is_7_mm_below_the_area),
		TEST(what_is_written_is_what_is_set),
	};
	return cmocka_run_group_tests_name("compose/faces", tests, NULL, NULL);
}
