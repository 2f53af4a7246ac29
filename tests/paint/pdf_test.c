/* PDF files as other programs see them. */
#include "paint/test_pages.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#define ASK(test, ...) test_pages_ask(test, (const char *const[]){__VA_ARGS__, NULL})

static void add_rich_page(struct test_pages *test)
{
	test_pages_add_text(test, FACE_FANG, "绩效管理规划——“十四五”：（一）", 60, 100);
	test_pages_add_text(test, FACE_LATIN, "GB/T 9704-2012, fit", 60, 130);
	test_pages_add_text(test, FACE_SANS, "第一部分　总则①", 60, 160);
	test_pages_add_text(test, FACE_SERIF, "䶮𬱖㎡□", 60, 190);
	page_add(test->page, (struct item){.kind = ITEM_RULE,
				     .artifact = ARTIFACT_LAYOUT,
				     .colour = {1, 0, 0},
				     .rule = {60, 200, 500, 200, 2}});
	page_add(test->page, (struct item){.kind = ITEM_FILL,
				     .artifact = ARTIFACT_LAYOUT,
				     .colour = {0.9, 0.9, 0.9},
				     .fill = {60, 220, 100, 20}});
}

static void assert_contains(char *answer, const char *wanted)
{
	if (answer && !strstr(answer, wanted)) {
		fail_msg("no “%s” in:\n%s", wanted, answer);
	}
	g_free(answer);
}

static void text_comes_back_whole_and_in_order(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	char *text = ASK(test, "pdftotext", "-raw", "FILE", "-");
	if (text) {
		assert_string_equal(text,
			"绩效管理规划——“十四五”：（一）\n"
			"GB/T 9704-2012, fit\n"
			"第一部分 总则①\n" /* poppler has one kind of blank */
			"䶮𬱖㎡□\n\f");
	}
	g_free(text);
}

static void mupdf_reads_the_same_text(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "绩效——管理", 60, 100);
	test_pages_add_text(test, FACE_SERIF, "䶮𬱖", 60, 130);
	assert_contains(ASK(test, "mutool", "draw", "-q", "-F", "txt", "FILE"),
		"绩效——管理\n\n䶮𬱖\n");
}

static void one_glyph_for_several_characters_gives_them_all_back(void **state)
{
	struct test_pages *test = *state;
	struct item *item = test_pages_add_text(test, FACE_LATIN, "xfixy", 60, 100);
	struct item_cluster *clusters =
		arena_new_array(test->pages->arena, struct item_cluster, 3);
	struct item_glyph *glyphs = arena_copy(
		test->pages->arena, item->text.glyphs, 4 * sizeof(struct item_glyph));
	assert_true(hb_font_get_nominal_glyph(
		test->faces[FACE_LATIN].hb_font, 0xFB01, &glyphs[1].id));
	clusters[0] = (struct item_cluster){1, 1};
	clusters[1] = (struct item_cluster){2, 1};
	clusters[2] = (struct item_cluster){2, 2};
	item->text.glyphs = glyphs;
	item->text.glyph_count = 4;
	item->text.clusters = clusters;
	item->text.cluster_count = 3;
	assert_contains(ASK(test, "pdftotext", "FILE", "-"), "xfixy\n");
}

static void every_face_is_embedded_as_a_subset_under_its_name(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	char *answer = ASK(test, "pdffonts", "FILE");
	if (!answer) {
		return;
	}
	char **lines = g_strsplit(answer, "\n", -1);
	int faces = 0;
	for (int i = 2; lines[i] && lines[i][0]; i++, faces++) {
		if (!strstr(lines[i], " yes yes yes ")) {
			fail_msg("not embedded, subset and with Unicode: %s", lines[i]);
		}
	}
	assert_true(faces >= 4);
	assert_non_null(strstr(answer, "+NotoSerifCJKsc-Regular"));
	assert_non_null(strstr(answer, "+NotoSansCJKsc-Bold"));
	assert_non_null(strstr(answer, "+LiberationSerif"));
	g_strfreev(lines);
	g_free(answer);
}

static void a_large_face_leaves_a_small_file(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_SERIF, "绩效管理", 60, 100);
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_in_range(bytes->len, 1000, 12000);
	g_byte_array_unref(bytes);
}

static void add_links_and_outline(struct test_pages *test)
{
	struct destination destinations[] = {{"一", 0, 60, 84}, {"二", 1, 60, 100}};
	struct outline_entry entries[] = {{1, "一、总则", "一"}, {2, "（一）目的", "一"},
		{2, "（二）依据", "二"}, {1, "二、附则", "二"}, {1, "没有的", "三"}};
	pages_add_destination(test->pages, destinations[0]);
	pages_add_destination(test->pages, destinations[1]);
	g_array_append_vals(test->pages->outline, entries, G_N_ELEMENTS(entries));
	struct structure_node *link =
		structure_add(test->pages, test->node, STRUCTURE_LINK);
	page_add(test->page, (struct item){.kind = ITEM_LINK,
				     .node = link,
				     .link = {60, 84, 100, 20, "二", NULL}});
	page_add(test->page, (struct item){.kind = ITEM_LINK,
				     .node = link,
				     .link = {60, 120, 100, 20, NULL,
					     "https://例.cn/a) >> /Launch (x"}});
	test->page->label = "封面";
	test->page = pages_add(test->pages, 841.89, 595.28);
	test_pages_add_text(test, FACE_FANG, "二", 60, 100);
	test->page->label = "1";
}

static void qpdf_finds_nothing_to_complain_of(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	test->pages->metadata = (struct metadata){.title = "规划（“试行”）",
		.author = "团澜州市委",
		.date = "2021-03-18",
		.language = "zh-CN"};
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	char *path = test_pages_save(test, bytes, "checked.pdf");
	int status = 0;
	char *answer =
		test_tool((const char *const[]){"qpdf", "--check", path, NULL}, &status);
	assert_int_equal(status, 0);
	assert_contains(answer, "No syntax or stream encoding errors found");
	g_byte_array_unref(bytes);
	g_free(path);
}

static void links_lead_where_they_say_and_addresses_cannot_break_out(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	assert_contains(ASK(test, "mutool", "show", "FILE", "pages/1/Annots/1/Rect"),
		"[ 60 737.89 160 757.89 ]");
	assert_contains(ASK(test, "mutool", "show", "FILE", "pages/1/Annots/1/Dest"),
		"0 R /XYZ 60 495.28 null ]");
	assert_contains(ASK(test, "mutool", "show", "FILE",
				"pages/1/Annots/1/Dest/1/Parent/Count"),
		"2");
	assert_contains(ASK(test, "mutool", "show", "FILE", "pages/1/Annots/2/A/URI"),
		"(https://%E4%BE%8B.cn/a%29%20%3E%3E%20/Launch%20%28x)");
}

static void the_outline_shows_headings_by_level(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	char *outline = ASK(test, "mutool", "show", "FILE", "outline");
	if (!outline) {
		return;
	}
	const char *first = strstr(outline, "\"一、总则\"");
	const char *below = strstr(outline, "\t\"（二）依据\"");
	const char *second = strstr(outline, "\"二、附则\"");
	assert_true(first && below && second && first < below && below < second);
	assert_null(strstr(outline, "没有的"));
	g_free(outline);
}

static void pages_keep_their_labels(void **state)
{
	struct test_pages *test = *state;
	add_links_and_outline(test);
	assert_contains(ASK(test, "mutool", "show", "FILE", "trailer/Root/PageLabels"),
		"<FEFF5C019762>");
}

static void only_wanted_pages_are_painted_and_linked(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	static const bool wanted[] = {false, true};
	struct paint_options options = {.format = PAINT_PDF, .wanted = wanted};
	GByteArray *bytes = paint_pages(test->pages, &options, test->diagnostics);
	char *path = test_pages_save(test, bytes, "part.pdf");
	char *text = test_tool((const char *const[]){"pdftotext", path, "-", NULL}, NULL);
	char *outline = test_tool(
		(const char *const[]){"mutool", "show", path, "outline", NULL}, NULL);
	if (text && outline) {
		assert_string_equal(text, "二\n\n\f");
		assert_null(strstr(outline, "总则"));
		assert_non_null(strstr(outline, "附则"));
	}
	g_free(text);
	g_free(outline);
	g_free(path);
	g_byte_array_unref(bytes);
}

static void same_pages_give_same_bytes_at_any_time_in_any_zone(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	GByteArray *first = test_pages_paint(test, PAINT_PDF);
	g_setenv("TZ", "Asia/Shanghai", TRUE);
	tzset();
	setlocale(LC_ALL, "C.UTF-8");
	g_usleep(1100 * 1000); /* dates have seconds */
	GByteArray *second = test_pages_paint(test, PAINT_PDF);
	assert_int_equal(first->len, second->len);
	assert_memory_equal(first->data, second->data, first->len);
	g_byte_array_unref(first);
	g_byte_array_unref(second);
}

static void nothing_in_the_file_is_active(void **state)
{
	struct test_pages *test = *state;
	add_rich_page(test);
	add_links_and_outline(test);
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	char *path = test_pages_save(test, bytes, "passive.pdf");
	char *plain = test_tool((const char *const[]){"qpdf", "--qdf",
					"--object-streams=disable", path, "-", NULL},
		NULL);
	static const char *const active[] = {"/JavaScript", "/JS ", "/Launch ",
		"/OpenAction", "/AA ", "/EmbeddedFile", "/RichMedia", "/SubmitForm",
		"/GoToR"};
	for (size_t i = 0; i < G_N_ELEMENTS(active); i++) {
		test_assert_lacks((const char *)bytes->data, bytes->len, active[i]);
		if (plain) {
			test_assert_lacks(plain, strlen(plain), active[i]);
		}
	}
	g_byte_array_unref(bytes);
	g_free(plain);
	g_free(path);
}

/* The first word's box as pdftotext sees it. */
static void read_box(const char *answer, double *box)
{
	static const char *const keys[] = {"xMin=\"", "yMin=\"", "xMax=\"", "yMax=\""};
	const char *word = strstr(answer, "<word ");
	assert_non_null(word);
	for (size_t i = 0; i < 4; i++) {
		box[i] = g_ascii_strtod(strstr(word, keys[i]) + strlen(keys[i]), NULL);
	}
}

static void turned_text_stands_left_of_its_baseline_and_runs_upward(void **state)
{
	struct test_pages *test = *state;
	struct item *item = test_pages_add_text(test, FACE_SERIF, "绩效管理", 300, 400);
	item->text.turn = TURN_LEFT;
	char *answer = ASK(test, "pdftotext", "-bbox", "FILE", "-");
	if (!answer) {
		return;
	}
	double box[4];
	read_box(answer, box);
	assert_in_range((int)box[0], 270, 299);
	assert_in_range((int)box[2], 300, 310);
	assert_in_range((int)round(box[1]), 335, 337); /* 400 less four cells of 16 */
	assert_in_range((int)round(box[3]), 399, 401);
	g_free(answer);
}

static void pages_without_anything_are_painted(void **state)
{
	struct test_pages *test = *state;
	pages_add(test->pages, 100, 100);
	assert_contains(ASK(test, "pdfinfo", "FILE"), "Pages:           2");
}

static void a_face_that_is_no_face_is_reported_by_name(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "甲", 60, 100);
	hb_face_destroy(test->faces[FACE_FANG].hb_face);
	test->faces[FACE_FANG].hb_face = hb_face_reference(hb_face_get_empty());
	assert_null(test_pages_paint(test, PAINT_PDF));
	const struct diagnostic *diagnostic = diagnostics_get(test->diagnostics, 0);
	assert_string_equal(diagnostic->code, "face-damaged");
	assert_non_null(strstr(diagnostic->message, test->faces[FACE_FANG].name));
	assert_int_equal(diagnostics_exit_status(test->diagnostics, false), 4);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, test_pages_start, test_pages_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_comes_back_whole_and_in_order),
		TEST(mupdf_reads_the_same_text),
		TEST(one_glyph_for_several_characters_gives_them_all_back),
		TEST(every_face_is_embedded_as_a_subset_under_its_name),
		TEST(a_large_face_leaves_a_small_file),
		TEST(qpdf_finds_nothing_to_complain_of),
		TEST(links_lead_where_they_say_and_addresses_cannot_break_out),
		TEST(the_outline_shows_headings_by_level),
		TEST(pages_keep_their_labels),
		TEST(only_wanted_pages_are_painted_and_linked),
		TEST(same_pages_give_same_bytes_at_any_time_in_any_zone),
		TEST(nothing_in_the_file_is_active),
		TEST(turned_text_stands_left_of_its_baseline_and_runs_upward),
		TEST(pages_without_anything_are_painted),
		TEST(a_face_that_is_no_face_is_reported_by_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
