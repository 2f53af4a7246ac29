/* The few things that need real faces: the ink of a page number, and text as it is set.
 */
#include "compose/compose.h"
#include "compose/type_scale.h"

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
static struct pages *compose_runs(struct setting *setting,
	const struct page_master *master, const struct text_run *runs, size_t run_count)
{
	const struct style *style = runs[run_count - 1].style;
	struct block block = {.kind = BLOCK_TEXT,
		.text = {.style = style, .runs = runs, .run_count = run_count}};
	const struct block *blocks[] = {&block};
	struct document_part part = {
		.master = master, .blocks = blocks, .block_count = 1};
	struct document document = {.parts = &part, .part_count = 1};
	struct limits limits = limits_default();
	return compose(&document, setting->faces, &limits, setting->diagnostics);
}

static struct text_run plain_run(
	struct setting *setting, const struct style *style, const char *text)
{
	return (struct text_run){
		.passage = passage_plain(text, (struct place){setting->source, 1, 1}),
		.style = style,
	};
}

static struct pages *compose_text(struct setting *setting,
	const struct page_master *master, const struct style *style, const char *text)
{
	struct text_run run = plain_run(setting, style, text);
	return compose_runs(setting, master, &run, 1);
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

static void a_run_in_heading_shares_the_baseline_of_its_text(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	struct style heading = style;
	heading.face = "粗";
	heading.size = heading.pitch = 16;
	struct text_run runs[] = {plain_run(setting, &heading, "一、概述："),
		plain_run(setting, &style, "全年办结120件。")};
	struct page_master master = gb_master();
	struct pages *pages = compose_runs(setting, &master, runs, 2);
	const struct item_text *head = text_with(pages, "一、概述：");
	const struct item_text *text = text_with(pages, "全年办结");
	assert_string_equal(head->face->name, "FandolSong Bold");
	assert_true(head->size == 16);
	assert_true(text->size == 10);
	assert_true(head->y == text->y);
	assert_true(text_with(pages, "120")->y == text->y);
	assert_true(fabs(text->x - head->x - 5 * 16) < 0.01);
	pages_destroy(pages);
}

static void a_leader_is_an_artifact_between_two_parts_of_the_text(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	style.leader = "…";
	struct page_master master = gb_master();
	master.area = (struct rectangle){0, 0, 100, 100};
	struct pages *pages = compose_text(setting, &master, &style, "使命\t15");
	GString *out = g_string_new(NULL);
	pages_dump(pages, out);
	/* The number takes 10 points, the leaders stand on tens from the right edge: a
	 * quarter of an em must be left on either side. */
	assert_non_null(strstr(out->str,
		"text 0.00 12.80 FandolFang R 10.00 Document/P \"使命\"\n"
		"text 20.00 12.80 Liberation Serif 10.00 Document/P \" \"\n"
		"text 30.00 12.80 FandolFang R 10.00 artifact layout \"……………\"\n"
		"text 90.00 12.80 Liberation Serif 10.00 Document/P \"15\"\n"));
	g_string_free(out, TRUE);
	pages_destroy(pages);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

/* What is scaled from a paragraph is what shaping it at that size would have given. */
static void a_scaled_paragraph_is_the_one_shaped_smaller(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	style.size = style.pitch = 16;
	style.latin_space = 0.25;
	style.indent = 32;
	const char *text = "（一）预算执行率：全年（≥95%），“三公”经费Budget "
			   "2024年度，1,234.50万元。";
	struct text_run runs[] = {
		plain_run(setting, &style, "目标："),
		plain_run(setting, &style, text),
	};
	runs[1].hangs_here = true;
	struct arena *arena = arena_create();
	struct type_rung rung = {9.5 / 16, 0, 1, 1};
	struct type_scale *scale = type_scale_create(arena, &rung, 5);
	const struct paragraph *scaled = type_scale_paragraph(
		scale, paragraph_create(arena, setting->faces, &style, runs, 2));
	struct style small = *type_scale_style(scale, &style);
	assert_true(small.size == 9.5);
	runs[0].style = runs[1].style = &small;
	const struct paragraph *shaped =
		paragraph_create(arena, setting->faces, &small, runs, 2);
	assert_int_equal(scaled->cluster_count, shaped->cluster_count);
	for (int i = 0; i < shaped->cluster_count; i++) {
		assert_true(fabs(scaled->edges[i + 1] - shaped->edges[i + 1]) < 1e-3);
		assert_true(fabs((double)scaled->clusters[i].blank -
				    (double)shaped->clusters[i].blank) < 1e-3);
	}
	assert_true(shaped->hang.set && fabs(scaled->hang.x - shaped->hang.x) < 1e-3);
	assert_int_equal(
		paragraph_line_count(scaled, 100), paragraph_line_count(shaped, 100));
	type_scale_destroy(scale);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_scaled_paragraph_is_the_one_shaped_smaller),
		TEST(the_dash_of_a_page_number_is_7_mm_below_the_area),
		TEST(what_is_written_is_what_is_set),
		TEST(a_run_in_heading_shares_the_baseline_of_its_text),
		TEST(a_leader_is_an_artifact_between_two_parts_of_the_text),
	};
	return cmocka_run_group_tests_name("compose/faces", tests, NULL, NULL);
}
