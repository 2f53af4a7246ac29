/* What a PDF file says of itself, and what is kept out of it. */
#include "paint/test_pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ASK(test, ...) test_pages_ask(test, (const char *const[]){__VA_ARGS__, NULL})

static void assert_contains(char *answer, const char *wanted)
{
	if (answer && !strstr(answer, wanted)) {
		fail_msg("no “%s” in:\n%s", wanted, answer);
	}
	g_free(answer);
}

static void other_addresses_than_of_web_and_mail_are_refused(void **state)
{
	struct test_pages *test = *state;
	struct item link = {.kind = ITEM_LINK,
		.node = test->node,
		.link = {1, 1, 9, 9, NULL, "file:///etc/passwd"}};
	page_add(test->page, link);
	assert_null(test_pages_paint(test, PAINT_PDF));
	assert_string_equal(diagnostics_get(test->diagnostics, 0)->code, "link-scheme");
	assert_int_equal(diagnostics_exit_status(test->diagnostics, false), 1);
}

static void a_link_to_nowhere_is_warned_of_and_left_out(void **state)
{
	struct test_pages *test = *state;
	struct item link = {.kind = ITEM_LINK,
		.node = test->node,
		.place = {NULL, 12, 7},
		.link = {1, 1, 9, 9, "没有的", NULL}};
	page_add(test->page, link);
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(bytes);
	test_assert_lacks((const char *)bytes->data, bytes->len, "/Annots");
	g_byte_array_unref(bytes);
	const struct diagnostic *diagnostic = diagnostics_get(test->diagnostics, 0);
	assert_string_equal(diagnostic->code, "link-nowhere");
	assert_int_equal(diagnostic->place.line, 12);
	assert_non_null(strstr(diagnostic->message, "没有的"));
	assert_int_equal(diagnostics_exit_status(test->diagnostics, false), 0);
}

static void control_characters_in_the_metadata_are_left_out_with_a_warning(void **state)
{
	struct test_pages *test = *state;
	test->pages->metadata.title = "规\x01划\x7F";
	test->pages->metadata.author = "\x02";
	test->profile = PDF_ARCHIVE_1B;
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(test_find(bytes, ">规划</rdf:li>"));
	test_assert_lacks((const char *)bytes->data, bytes->len, "dc:creator>");
	test_assert_lacks((const char *)bytes->data, bytes->len, "/Author");
	g_byte_array_unref(bytes);
	assert_int_equal(diagnostics_count_of(test->diagnostics, SEVERITY_WARNING), 2);
	assert_string_equal(
		diagnostics_get(test->diagnostics, 0)->code, "metadata-control");
}

static void metadata_cannot_break_out_of_its_elements(void **state)
{
	struct test_pages *test = *state;
	test->pages->metadata.title = "</rdf:li><x>&\"";
	test->profile = PDF_ARCHIVE_1B;
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(
		test_find(bytes, ">&lt;/rdf:li&gt;&lt;x&gt;&amp;&quot;</rdf:li>"));
	g_byte_array_unref(bytes);
}

/* Liberation Serif with other bits of fsType in its table OS/2. */
static void restrict_latin(struct test_pages *test, guint8 high, guint8 low)
{
	struct face *face = &test->faces[FACE_LATIN];
	hb_blob_t *whole = hb_face_reference_blob(face->hb_face);
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(whole, &length);
	char *copy = g_memdup2(bytes, length);
	char *entry = memmem(copy, 512, "OS/2", 4);
	assert_non_null(entry);
	guint32 offset = 0;
	for (int i = 8; i < 12; i++) {
		offset = offset << 8 | (guint8)entry[i];
	}
	copy[offset + 8] = (char)high;
	copy[offset + 9] = (char)low;
	hb_blob_t *blob =
		hb_blob_create(copy, length, HB_MEMORY_MODE_WRITABLE, copy, g_free);
	hb_face_destroy(face->hb_face);
	face->hb_face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	hb_blob_destroy(whole);
}

static void assert_licence(void **state, guint8 high, guint8 low, const char *wanted)
{
	struct test_pages *test = *state;
	restrict_latin(test, high, low);
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(bytes);
	g_byte_array_unref(bytes);
	assert_int_equal(diagnostics_count(test->diagnostics), wanted ? 1 : 0);
	if (wanted) {
		const struct diagnostic *diagnostic =
			diagnostics_get(test->diagnostics, 0);
		assert_string_equal(diagnostic->code, "face-licence");
		assert_non_null(strstr(diagnostic->message, "Liberation Serif"));
		assert_non_null(strstr(diagnostic->message, wanted));
	}
}

static void a_face_that_forbids_embedding_is_warned_of_by_name(void **state)
{
	test_pages_add_text(*state, FACE_LATIN, "a", 60, 100);
	assert_licence(state, 0, 2, "不许嵌入");
}

static void a_face_that_forbids_subsets_is_warned_of_by_name(void **state)
{
	test_pages_add_text(*state, FACE_LATIN, "a", 60, 100);
	assert_licence(state, 1, 4, "不许只嵌入用到的字");
}

static void a_face_for_print_and_preview_may_be_embedded(void **state)
{
	test_pages_add_text(*state, FACE_LATIN, "a", 60, 100);
	assert_licence(state, 0, 4, NULL);
}

static void a_trace_of_its_inputs_changes_with_any_of_them(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_LATIN, "a", 60, 100);
	test->profile = PDF_ARCHIVE_1B;
	const char *inputs[] = {"0", "1", "1"};
	char *sums[3];
	for (int i = 0; i < 3; i++) {
		test->pages->metadata.inputs = inputs[i];
		if (i == 2) { /* another face of the same outlines */
			restrict_latin(test, 0, 0);
			test->faces[FACE_LATIN].name = "Other Serif";
		}
		GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
		const char *found = test_find(bytes, "<jixiao:Inputs>sha256:");
		assert_non_null(found);
		sums[i] = g_strndup(found, 22 + 64);
		g_byte_array_unref(bytes);
	}
	assert_string_not_equal(sums[0], sums[1]);
	assert_string_not_equal(sums[1], sums[2]);
	for (int i = 0; i < 3; i++) {
		g_free(sums[i]);
	}
}

static void the_file_says_what_it_is(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "甲", 60, 100);
	test->pages->metadata = (struct metadata){.title = "首轮(规划)𬱖",
		.author = "团澜州市委",
		.subject = "绩效",
		.keywords = "规划",
		.reference = "澜团发〔2021〕7号",
		.date = "2021-03-18",
		.language = "zh-CN"};
	g_setenv("TZ", "UTC", TRUE);
	char *answer = ASK(test, "pdfinfo", "-isodates", "FILE");
	if (!answer) {
		return;
	}
	assert_non_null(strstr(answer, "首轮(规划)𬱖\n"));
	assert_non_null(strstr(answer, "团澜州市委\n"));
	assert_non_null(strstr(answer, "CreationDate:    2021-03-18T00:00:00Z\n"));
	g_free(answer);
	assert_contains(ASK(test, "mutool", "show", "FILE", "trailer/Root/Lang"),
		"<FEFF007A0068002D0043004E>");
}

static void no_date_comes_from_the_clock(void **state)
{
	struct test_pages *test = *state;
	test_pages_add_text(test, FACE_FANG, "甲", 60, 100);
	g_unsetenv("SOURCE_DATE_EPOCH");
	test->profile = PDF_ARCHIVE_1B; /* whose objects are not compressed */
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	test_assert_lacks((const char *)bytes->data, bytes->len, "Date");
	g_byte_array_unref(bytes);
	g_setenv("SOURCE_DATE_EPOCH", "1616025600", TRUE);
	bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(test_find(bytes, "/CreationDate (D:20210318000000Z)"));
	assert_non_null(test_find(
		bytes, "<xmp:CreateDate>2021-03-18T00:00:00Z</xmp:CreateDate>"));
	g_byte_array_unref(bytes);
	g_unsetenv("SOURCE_DATE_EPOCH");
}

static void files_that_differ_have_other_identities(void **state)
{
	struct test_pages *test = *state;
	GByteArray *first = test_pages_paint(test, PAINT_PDF);
	test->pages->metadata.title = "甲";
	GByteArray *second = test_pages_paint(test, PAINT_PDF);
	const char *one = test_find(first, "/ID [");
	const char *other = test_find(second, "/ID [");
	assert_non_null(one);
	assert_non_null(other);
	assert_memory_not_equal(one, other, 38);
	g_byte_array_unref(first);
	g_byte_array_unref(second);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, test_pages_start, test_pages_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(other_addresses_than_of_web_and_mail_are_refused),
		TEST(a_link_to_nowhere_is_warned_of_and_left_out),
		TEST(control_characters_in_the_metadata_are_left_out_with_a_warning),
		TEST(metadata_cannot_break_out_of_its_elements),
		TEST(a_face_that_forbids_embedding_is_warned_of_by_name),
		TEST(a_face_that_forbids_subsets_is_warned_of_by_name),
		TEST(a_face_for_print_and_preview_may_be_embedded),
		TEST(a_trace_of_its_inputs_changes_with_any_of_them),
		TEST(the_file_says_what_it_is),
		TEST(no_date_comes_from_the_clock),
		TEST(files_that_differ_have_other_identities),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
