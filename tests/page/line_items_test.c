/* Lines -> items. The composer of text is played by the test: one glyph a character,
 * every cell as wide as the type size, set side by side from the line's indent. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct face han = {.name = "Han", .number = 0};
static const struct face latin = {.name = "Latin", .number = 1};
static const struct style plain = {.name = "plain", .size = 10};
static const struct style large = {.name = "large", .size = 20};
static const struct style plain_again = {.name = "again", .size = 10};
static const struct style red = {.name = "red", .size = 10, .colour = {1, 0, 0}};

void line_place(const struct paragraph *paragraph, const struct line *line, double *x)
{
	for (int i = line->first; i < line->end; i++) {
		x[i - line->first] = line->indent + paragraph->edges[i] -
				     paragraph->edges[line->first];
	}
}

struct example {
	struct paragraph paragraph;
	struct cluster clusters[32];
	struct glyph glyphs[32];
	double edges[33];
	struct pages *pages;
	struct page *page;
};

static int start_example(void **state)
{
	struct example *example = g_new0(struct example, 1);
	example->pages = pages_create();
	example->page = pages_add(example->pages, 500, 500);
	*state = example;
	return 0;
}

static int end_example(void **state)
{
	struct example *example = *state;
	pages_destroy(example->pages);
	g_free(example);
	return 0;
}

/* A character is a cluster of one glyph, whose number is its code point. */
static void write_text(struct example *example, const char *text)
{
	struct paragraph *paragraph = &example->paragraph;
	int count = 0;
	for (const char *at = text; *at; at = g_utf8_find_next_char(at, NULL), count++) {
		gunichar character = g_utf8_get_char(at);
		example->clusters[count] = (struct cluster){
			.face = character < 0x2000 ? &latin : &han,
			.style = &plain,
			.first_glyph = (guint32)count,
			.glyph_count = 1,
			.text_length = (guint16)(g_utf8_find_next_char(at, NULL) - at),
			.text_offset = (guint32)(at - text),
			.advance = 10,
		};
		example->glyphs[count] = (struct glyph){.id = character, .advance = 1};
		example->edges[count + 1] = example->edges[count] + 10;
	}
	paragraph->style = &plain;
	paragraph->text = text;
	paragraph->passage = passage_plain(text, (struct place){.line = 3, .column = 5});
	paragraph->clusters = example->clusters;
	paragraph->glyphs = example->glyphs;
	paragraph->edges = example->edges;
	paragraph->cluster_count = count;
}

static void set_line(struct example *example, struct line line, enum turn turn)
{
	struct line_setting setting = {
		.x = 100, .y = 50, .turn = turn, .node = example->pages->structure};
	page_add_line(
		example->pages, example->page, &example->paragraph, &line, &setting);
}

static void set_whole(struct example *example)
{
	set_line(example, (struct line){.end = example->paragraph.cluster_count},
		TURN_NONE);
}

static const struct item *item_at(struct example *example, guint index)
{
	assert_true(index < example->page->items->len);
	return &g_array_index(example->page->items, struct item, index);
}

static void assert_items(struct example *example, const char *expected)
{
	GString *out = g_string_new(NULL);
	pages_dump(example->pages, out);
	const char *items = strchr(out->str, '\n') + 1;
	assert_string_equal(items, expected);
	g_string_free(out, TRUE);
}

static void a_line_in_one_manner_is_one_item(void **state)
{
	struct example *example = *state;
	write_text(example, "绩效管理");
	set_whole(example);
	assert_items(example, "text 100.00 50.00 Han 10.00 Document \"绩效管理\"\n");
}

static void another_face_size_or_colour_begins_another_item(void **state)
{
	struct example *example = *state;
	write_text(example, "共5万元整甲");
	example->clusters[3].style = &large;
	example->clusters[4].style = &red;
	set_whole(example);
	assert_items(example,
		"text 100.00 50.00 Han 10.00 Document \"共\"\n"
		"text 110.00 50.00 Latin 10.00 Document \"5\"\n"
		"text 120.00 50.00 Han 10.00 Document \"万\"\n"
		"text 130.00 50.00 Han 20.00 Document \"元\"\n"
		"text 140.00 50.00 Han 10.00 colour 1.00 0.00 0.00 Document \"整\"\n"
		"text 150.00 50.00 Han 10.00 Document \"甲\"\n");
}

static void styles_that_look_alike_make_one_item(void **state)
{
	struct example *example = *state;
	write_text(example, "甲乙");
	example->clusters[1].style = &plain_again;
	set_whole(example);
	assert_items(example, "text 100.00 50.00 Han 10.00 Document \"甲乙\"\n");
}

static void blanks_inside_are_text_and_blanks_at_the_edges_are_not_set(void **state)
{
	struct example *example = *state;
	write_text(example, "\u3000 ab cd \u3000");
	set_whole(example);
	assert_items(example, "text 120.00 50.00 Latin 10.00 Document \"ab cd\"\n");
}

static void a_line_of_blanks_sets_nothing(void **state)
{
	struct example *example = *state;
	write_text(example, " \u3000");
	set_whole(example);
	set_line(example, (struct line){0}, TURN_NONE);
	assert_items(example, "");
}

static void a_later_line_begins_at_the_measure_and_its_indent(void **state)
{
	struct example *example = *state;
	write_text(example, "甲乙丙丁");
	set_line(example, (struct line){.first = 2, .end = 4, .indent = 7}, TURN_NONE);
	assert_items(example, "text 107.00 50.00 Han 10.00 Document \"丙丁\"\n");
}

static void what_no_face_has_is_left_out(void **state)
{
	struct example *example = *state;
	write_text(example, "甲乙丙");
	example->clusters[1].face = NULL;
	set_whole(example);
	assert_items(example, "text 100.00 50.00 Han 10.00 Document \"甲\"\n"
			      "text 120.00 50.00 Han 10.00 Document \"丙\"\n");
}

static void trimmed_marks_stand_with_their_ink_in_the_cell(void **state)
{
	struct example *example = *state;
	write_text(example, "甲（");
	example->clusters[1].trim_start = 5;
	set_whole(example);
	const struct item_text *text = &item_at(example, 0)->text;
	assert_float_equal((double)text->glyphs[1].x, 5, 1e-6);
}

static void a_trimmed_mark_at_the_start_moves_the_whole_item(void **state)
{
	struct example *example = *state;
	write_text(example, "（甲");
	example->clusters[0].trim_start = 5;
	set_whole(example);
	const struct item_text *text = &item_at(example, 0)->text;
	assert_float_equal(text->x, 95, 1e-6);
	assert_float_equal((double)text->glyphs[0].x, 0, 1e-6);
	assert_float_equal((double)text->glyphs[1].x, 15, 1e-6);
}

static void turned_text_runs_upward(void **state)
{
	struct example *example = *state;
	write_text(example, "甲1");
	set_line(example, (struct line){.end = 2, .indent = 3}, TURN_LEFT);
	assert_items(example,
		"text 100.00 47.00 Han 10.00 turned left Document \"甲\"\n"
		"text 100.00 37.00 Latin 10.00 turned left Document \"1\"\n");
}

static void glyphs_of_one_cluster_follow_each_other_with_their_offsets(void **state)
{
	struct example *example = *state;
	write_text(example, "甲乙");
	example->clusters[0].glyph_count = 2;
	example->clusters[1].first_glyph = 2;
	example->glyphs[0] = (struct glyph){.id = 7, .advance = 0.5F};
	example->glyphs[1] = (struct glyph){.id = 8, .x_offset = 0.1F, .y_offset = 0.2F};
	example->glyphs[2] = (struct glyph){.id = 9, .advance = 1};
	set_whole(example);
	const struct item_text *text = &item_at(example, 0)->text;
	assert_int_equal(text->glyph_count, 3);
	assert_float_equal((double)text->glyphs[1].x, 6, 1e-5);
	assert_float_equal((double)text->glyphs[1].y, -2, 1e-5);
	assert_float_equal((double)text->glyphs[2].x, 10, 1e-5);
	assert_int_equal(text->clusters[0].glyph_count, 2);
	assert_int_equal(text->clusters[0].text_length, 3);
}

/* Whatever the line: the maps of its items cover their texts and glyphs exactly. */
static void every_byte_maps_to_glyphs(void **state)
{
	struct example *example = *state;
	write_text(example, " 第3条 𬱖abc——（x）");
	example->clusters[4].style = &red;
	set_whole(example);
	for (guint i = 0; i < example->page->items->len; i++) {
		const struct item_text *text = &item_at(example, i)->text;
		size_t bytes = 0;
		int glyphs = 0;
		for (int k = 0; k < text->cluster_count; k++) {
			bytes += text->clusters[k].text_length;
			glyphs += text->clusters[k].glyph_count;
		}
		assert_int_equal(bytes, text->text_length);
		assert_int_equal(glyphs, text->glyph_count);
		assert_int_equal(strlen(text->text), text->text_length);
	}
	assert_true(example->page->items->len > 4);
}

static void an_item_knows_its_place_in_the_plan(void **state)
{
	struct example *example = *state;
	write_text(example, "甲乙1");
	set_whole(example);
	assert_int_equal(item_at(example, 0)->place.line, 3);
	assert_int_equal(item_at(example, 0)->place.column, 5);
	assert_int_equal(item_at(example, 1)->place.column, 7);
}

static void boxes_are_drawn_in_the_middle_of_their_em(void **state)
{
	struct example *example = *state;
	write_text(example, "甲□乙");
	example->clusters[1].face = NULL;
	example->clusters[1].glyph_count = 0;
	example->clusters[1].shape = RUN_BOX;
	set_whole(example);
	assert_items(example,
		"text 100.00 50.00 Han 10.00 Document \"甲\"\n"
		"path 111.35 42.55 118.65 42.55 118.65 49.85 111.35 49.85 closed "
		"width 0.50 Document \"□\"\n"
		"text 120.00 50.00 Han 10.00 Document \"乙\"\n");
}

static void a_tick_stands_in_its_box_or_for_it(void **state)
{
	struct example *example = *state;
	write_text(example, "☑√");
	for (int i = 0; i < 2; i++) {
		example->clusters[i].face = NULL;
		example->clusters[i].glyph_count = 0;
		example->clusters[i].style = &red;
	}
	example->clusters[0].shape = RUN_BOX_TICKED;
	example->clusters[1].shape = RUN_TICK;
	set_whole(example);
	assert_items(example,
		"path 101.35 42.55 108.65 42.55 108.65 49.85 101.35 49.85 closed "
		"width 0.50 colour 1.00 0.00 0.00 Document \"☑\"\n"
		"path 102.50 46.20 104.30 48.20 107.60 44.00 width 0.85 "
		"colour 1.00 0.00 0.00 Document\n"
		"path 111.40 46.40 113.90 49.20 118.70 43.00 width 0.90 "
		"colour 1.00 0.00 0.00 Document \"√\"\n");
}

static void a_turned_box_stands_beside_its_baseline(void **state)
{
	struct example *example = *state;
	write_text(example, "□");
	example->clusters[0].face = NULL;
	example->clusters[0].shape = RUN_BOX;
	set_line(example, (struct line){.end = 1}, TURN_LEFT);
	assert_items(example,
		"path 92.55 48.65 92.55 41.35 99.85 41.35 99.85 48.65 closed "
		"width 0.50 Document \"□\"\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start_example, end_example)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_in_one_manner_is_one_item),
		TEST(another_face_size_or_colour_begins_another_item),
		TEST(styles_that_look_alike_make_one_item),
		TEST(blanks_inside_are_text_and_blanks_at_the_edges_are_not_set),
		TEST(a_line_of_blanks_sets_nothing),
		TEST(a_later_line_begins_at_the_measure_and_its_indent),
		TEST(what_no_face_has_is_left_out),
		TEST(trimmed_marks_stand_with_their_ink_in_the_cell),
		TEST(a_trimmed_mark_at_the_start_moves_the_whole_item),
		TEST(turned_text_runs_upward),
		TEST(glyphs_of_one_cluster_follow_each_other_with_their_offsets),
		TEST(every_byte_maps_to_glyphs),
		TEST(an_item_knows_its_place_in_the_plan),
		TEST(boxes_are_drawn_in_the_middle_of_their_em),
		TEST(a_tick_stands_in_its_box_or_for_it),
		TEST(a_turned_box_stands_beside_its_baseline),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
