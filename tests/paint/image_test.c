/* Pixels: ink lies where the items say, and small faces paint what whole ones do. */
#include "paint/draw_page.h"
#include "paint/face_cairo.h"
#include "paint/test_pages.h"

#include <cairo-ft.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct area {
	int left, top, right, bottom;
};

struct reading {
	const GByteArray *bytes;
	size_t at;
};

static cairo_status_t read_bytes(void *data, unsigned char *out, unsigned length)
{
	struct reading *reading = data;
	if (length > reading->bytes->len - reading->at) {
		return CAIRO_STATUS_READ_ERROR;
	}
	for (unsigned i = 0; i < length; i++) {
		out[i] = reading->bytes->data[reading->at++];
	}
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *paint_image(struct test_pages *test)
{
	GByteArray *bytes = test_pages_paint(test, PAINT_PNG);
	assert_non_null(bytes);
	struct reading reading = {.bytes = bytes};
	cairo_surface_t *image =
		cairo_image_surface_create_from_png_stream(read_bytes, &reading);
	assert_int_equal(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
	g_byte_array_unref(bytes);
	return image;
}

/* Red, green and blue of a pixel, 0 to 255 each. */
static guint32 pixel(cairo_surface_t *image, int x, int y)
{
	const unsigned char *row = cairo_image_surface_get_data(image) +
				   (ptrdiff_t)y * cairo_image_surface_get_stride(image);
	return ((const guint32 *)(const void *)row)[x] & 0xFFFFFF;
}

/* How much is not white in an area, in whole black pixels. */
static double ink(cairo_surface_t *image, struct area area)
{
	double sum = 0;
	for (int y = area.top; y < area.bottom; y++) {
		for (int x = area.left; x < area.right; x++) {
			sum += 1.0 - (double)(pixel(image, x, y) & 0xFF) / 255.0;
		}
	}
	return sum;
}

static void ink_lies_where_the_items_say_and_nowhere_else(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_SERIF, "绩效管理", 60, 100);
	cairo_surface_t *image = paint_image(test);
	double inside = ink(image, (struct area){60, 84, 124, 104});
	double whole = ink(image, (struct area){0, 0, 596, 842});
	assert_true(inside > 100);
	assert_float_equal(inside, whole, 0.001);
	cairo_surface_destroy(image);
}

static void turned_text_lies_left_of_its_baseline(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_SERIF, "绩效管理", 300, 400)->text.turn =
		TURN_LEFT;
	cairo_surface_t *image = paint_image(test);
	double inside = ink(image, (struct area){284, 336, 304, 400});
	assert_true(inside > 100);
	assert_float_equal(inside, ink(image, (struct area){0, 0, 596, 842}), 0.001);
	cairo_surface_destroy(image);
}

static void rising_text_lies_along_the_diagonal(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_SERIF, "绩效管理", 200, 500)->text.turn =
		TURN_RISING;
	cairo_surface_t *image = paint_image(test);
	double whole = ink(image, (struct area){0, 0, 596, 842});
	double inside = 0;
	for (int x = 190; x < 290; x++) {
		/* The baseline runs through (x, 700 - x); the text stands above it. */
		struct area column = {x, 700 - x - 28, x + 1, 700 - x + 6};
		inside += ink(image, column);
	}
	assert_true(inside > 100);
	assert_float_equal(inside, whole, 0.001);
	cairo_surface_destroy(image);
}

static void rules_cover_exactly_what_they_say(void **state)
{
	struct test_pages *test = *state;
	page_add(test->page, (struct item){.kind = ITEM_RULE,
				     .artifact = ARTIFACT_LAYOUT,
				     .rule = {9, 10, 51, 10, 2}});
	page_add(test->page, (struct item){.kind = ITEM_RULE,
				     .artifact = ARTIFACT_LAYOUT,
				     .rule = {50, 9, 50, 41, 2}});
	cairo_surface_t *image = paint_image(test);
	assert_int_equal(pixel(image, 9, 9), 0x000000);
	assert_int_equal(pixel(image, 50, 9), 0x000000); /* the corner is square */
	assert_int_equal(pixel(image, 51, 9), 0xFFFFFF);
	assert_int_equal(pixel(image, 8, 9), 0xFFFFFF);
	assert_int_equal(pixel(image, 50, 40), 0x000000);
	assert_int_equal(pixel(image, 50, 41), 0xFFFFFF);
	assert_float_equal(
		ink(image, (struct area){0, 0, 100, 100}), 42 * 2 + 30 * 2, 0.001);
	cairo_surface_destroy(image);
}

static void fills_and_paths_have_their_colours(void **state)
{
	struct test_pages *test = *state;
	static const double box[] = {20.5, 20.5, 30.5, 20.5, 30.5, 30.5, 20.5, 30.5};
	page_add(test->page, (struct item){.kind = ITEM_FILL,
				     .artifact = ARTIFACT_LAYOUT,
				     .colour = {1, 0, 0},
				     .fill = {1, 2, 10, 5}});
	page_add(test->page, (struct item){.kind = ITEM_PATH,
				     .artifact = ARTIFACT_LAYOUT,
				     .colour = {0, 0, 1},
				     .path = {box, 4, 1, true, NULL}});
	page_add(test->page, (struct item){.kind = ITEM_PATH,
				     .artifact = ARTIFACT_LAYOUT,
				     .path = {box, 3, 0, false, NULL}});
	cairo_surface_t *image = paint_image(test);
	assert_int_equal(pixel(image, 1, 2), 0xFF0000);
	assert_int_equal(pixel(image, 10, 6), 0xFF0000);
	assert_int_equal(pixel(image, 11, 6), 0xFFFFFF);
	assert_int_equal(pixel(image, 20, 25), 0x0000FF);
	assert_int_equal(pixel(image, 28, 23), 0x000000); /* above the diagonal */
	assert_int_equal(pixel(image, 22, 28), 0xFFFFFF);
	cairo_surface_destroy(image);
}

static void resolution_sets_the_size_in_pixels(void **state)
{
	struct test_pages *test = *state;
	struct paint_options options = {.format = PAINT_PNG, .resolution = 144};
	GByteArray *bytes = paint_pages(test->pages, &options, test->diagnostics);
	struct reading reading = {.bytes = bytes};
	cairo_surface_t *image =
		cairo_image_surface_create_from_png_stream(read_bytes, &reading);
	assert_int_equal(cairo_image_surface_get_width(image), 1191);
	assert_int_equal(cairo_image_surface_get_height(image), 1684);
	cairo_surface_destroy(image);
	g_byte_array_unref(bytes);
}

static void an_image_larger_than_cairo_can_is_a_limit(void **state)
{
	struct test_pages *test = *state;
	struct paint_options options = {.format = PAINT_PNG, .resolution = 10000};
	assert_null(paint_pages(test->pages, &options, test->diagnostics));
	assert_string_equal(
		diagnostics_get(test->diagnostics, 0)->code, "image-too-large");
	assert_int_equal(diagnostics_exit_status(test->diagnostics, false), 5);
}

/* The same text with the whole face, read from its file. */
static cairo_surface_t *paint_whole_face(const struct item_text *text)
{
	FT_Library library;
	FT_Face freetype;
	assert_int_equal(FT_Init_FreeType(&library), 0);
	assert_int_equal(
		FT_New_Face(library, text->face->file, text->face->index, &freetype), 0);
	cairo_font_face_t *face =
		cairo_ft_font_face_create_for_ft_face(freetype, FT_LOAD_NO_HINTING);
	cairo_glyph_t glyphs[64];
	assert_in_range(text->glyph_count, 1, 64);
	for (int i = 0; i < text->glyph_count; i++) {
		glyphs[i] = (cairo_glyph_t){
			text->glyphs[i].id, text->x + (double)text->glyphs[i].x, text->y};
	}
	cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 596, 842);
	cairo_t *cairo = cairo_create(image);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cairo, options);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_set_font_face(cairo, face);
	cairo_set_font_size(cairo, text->size);
	cairo_glyph_path(cairo, glyphs, text->glyph_count);
	cairo_fill(cairo);
	cairo_destroy(cairo);
	cairo_font_options_destroy(options);
	cairo_font_face_destroy(face);
	cairo_debug_reset_static_data();
	FT_Done_Face(freetype);
	FT_Done_FreeType(library);
	return image;
}

static void assert_same_image(cairo_surface_t *one, cairo_surface_t *other)
{
	for (int y = 0; y < 842; y++) {
		for (int x = 0; x < 596; x++) {
			assert_int_equal(pixel(one, x, y), pixel(other, x, y));
		}
	}
}

static void a_small_face_paints_the_pixels_of_the_whole_one(void **state)
{
	struct test_pages *test = *state;
	static const char *const texts[] = {
		[FACE_SERIF] = "绩效——“管理”，䶮□①",
		[FACE_SANS] = "第一部分总则（试行）",
		[FACE_LATIN] = "GB/T 9704-2012 Äß",
	};
	for (int face = FACE_SERIF; face <= FACE_LATIN; face++) {
		g_array_set_size(test->page->items, 0);
		struct item *item = test_pages_add_text(
			test, (enum test_face)face, texts[face], 60.3, 100.7);
		cairo_surface_t *small = paint_image(test);
		cairo_surface_t *whole = paint_whole_face(&item->text);
		assert_true(ink(whole, (struct area){0, 0, 596, 842}) > 100);
		assert_same_image(small, whole);
		cairo_surface_destroy(small);
		cairo_surface_destroy(whole);
	}
}

/* Two renderers smooth edges differently; how much ink there is in a square they agree
 * on. */
static void the_pdf_file_has_its_ink_where_the_image_has(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "绩效管理规划", 60, 100);
	test_pages_add_text(test, FACE_LATIN, "GB/T 9704", 60, 130);
	test_pages_add_text(test, FACE_SANS, "绩效", 300, 400)->text.turn = TURN_LEFT;
	test_pages_add_text(test, FACE_SANS, "草稿", 400, 600)->text.turn = TURN_RISING;
	char *drawn = g_build_filename(test->folder, "drawn.png", NULL);
	char *answer =
		test_pages_ask(test, (const char *const[]){"mutool", "draw", "-q", "-r",
					     "72", "-o", drawn, "FILE", NULL});
	if (answer) {
		cairo_surface_t *image = paint_image(test);
		cairo_surface_t *other = cairo_image_surface_create_from_png(drawn);
		assert_int_equal(cairo_surface_status(other), CAIRO_STATUS_SUCCESS);
		for (int y = 0; y + 20 <= 840; y += 20) {
			for (int x = 0; x + 20 <= 580; x += 20) {
				struct area square = {x, y, x + 20, y + 20};
				assert_float_equal(
					ink(image, square), ink(other, square), 15);
			}
		}
		cairo_surface_destroy(image);
		cairo_surface_destroy(other);
	}
	g_free(answer);
	g_free(drawn);
}

static void a_drawing_for_the_web_has_the_page_in_points(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "绩效", 60, 100);
	GByteArray *bytes = test_pages_paint(test, PAINT_SVG);
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	assert_non_null(strstr((const char *)bytes->data,
		"width=\"595.28pt\" height=\"841.89pt\" viewBox=\"0 0 595.28 841.89\""));
	assert_non_null(strstr((const char *)bytes->data, "<use xlink:href=\"#glyph"));
	g_byte_array_unref(bytes);
}

static void images_of_same_pages_have_same_bytes(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "绩效", 60, 100);
	for (int format = PAINT_PNG; format <= PAINT_SVG; format++) {
		GByteArray *first = test_pages_paint(test, (enum paint_format)format);
		GByteArray *second = test_pages_paint(test, (enum paint_format)format);
		assert_int_equal(first->len, second->len);
		assert_memory_equal(first->data, second->data, first->len);
		g_byte_array_unref(first);
		g_byte_array_unref(second);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, test_pages_start, test_pages_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ink_lies_where_the_items_say_and_nowhere_else),
		TEST(turned_text_lies_left_of_its_baseline),
		TEST(rising_text_lies_along_the_diagonal),
		TEST(rules_cover_exactly_what_they_say),
		TEST(fills_and_paths_have_their_colours),
		TEST(resolution_sets_the_size_in_pixels),
		TEST(an_image_larger_than_cairo_can_is_a_limit),
		TEST(a_small_face_paints_the_pixels_of_the_whole_one),
		TEST(the_pdf_file_has_its_ink_where_the_image_has),
		TEST(a_drawing_for_the_web_has_the_page_in_points),
		TEST(images_of_same_pages_have_same_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
