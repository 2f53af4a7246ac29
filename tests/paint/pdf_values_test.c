/* Values as PDF writes them, the objects of a file, and what is read of a face. */
#include "paint/cff_charset.h"
#include "paint/pdf_file.h"
#include "paint/pdf_values.h"
#include "paint/test_pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_taken(GString *text, const char *expected)
{
	assert_string_equal(text->str, expected);
	g_string_truncate(text, 0);
}

static void numbers_are_short_and_never_minus_zero(void **state)
{
	(void)state;
	GString *text = g_string_new(NULL);
	pdf_append_number(text, 100);
	assert_taken(text, "100");
	pdf_append_number(text, 595.276);
	assert_taken(text, "595.28");
	pdf_append_number(text, -0.001);
	assert_taken(text, "0");
	pdf_append_number(text, -12.5);
	assert_taken(text, "-12.5");
	g_string_free(text, TRUE);
}

static void text_is_in_digits_whatever_stands_in_it(void **state)
{
	(void)state;
	GString *text = g_string_new(NULL);
	pdf_append_text(text, "a)绩𬱖");
	assert_taken(text, "<FEFF006100297EE9D873DC56>");
	pdf_append_text(text, "");
	assert_taken(text, "<FEFF>");
	g_string_free(text, TRUE);
}

static void dates_keep_what_they_say_of_time_and_zone(void **state)
{
	(void)state;
	GString *text = g_string_new(NULL);
	assert_true(pdf_append_date(text, "2021-03-18"));
	assert_taken(text, "(D:20210318)");
	assert_true(pdf_append_date(text, "2021-03-18T09:30:05Z"));
	assert_taken(text, "(D:20210318093005Z)");
	assert_true(pdf_append_date(text, "2021-03-18T09:30:05+08:00"));
	assert_taken(text, "(D:20210318093005+08'00')");
	assert_false(pdf_append_date(text, "2021年3月18日"));
	assert_false(pdf_append_date(text, "2021-03-18T09:30"));
	assert_false(pdf_append_date(text, "2021-03-1"));
	assert_taken(text, "");
	g_string_free(text, TRUE);
}

static void addresses_are_of_web_or_mail_and_cannot_end_their_string(void **state)
{
	(void)state;
	GString *text = g_string_new(NULL);
	assert_true(pdf_append_address(text, "HTTPS://example.org/?a=1&b=%20#c"));
	assert_taken(text, "(HTTPS://example.org/?a=1&b=%20#c)");
	assert_true(pdf_append_address(text, "mailto:a@example.org"));
	assert_taken(text, "(mailto:a@example.org)");
	assert_true(pdf_append_address(text, "http://a/(b)\\<c>\n"));
	assert_taken(text, "(http://a/%28b%29%5C%3Cc%3E%0A)");
	assert_false(pdf_append_address(text, "javascript:alert(1)"));
	assert_false(pdf_append_address(text, "file:///etc/passwd"));
	assert_false(pdf_append_address(text, ""));
	g_string_free(text, TRUE);
}

/* The program of a face keyed by CID, as far as it is read: five glyphs. */
static const guint8 keyed_face[] = {
	1, 0, 4, 1,                 /* header */
	0, 1, 1, 1, 2, 'A',         /* names: one */
	0, 1, 1, 1, 10,             /* top dictionaries: one */
	139, 139, 139, 12, 30,      /* registry, ordering, supplement */
	28, 0, 24, 15,              /* the charset is at 24 */
	2, 0, 34, 0, 2, 1, 0, 0, 0, /* 34 to 36, then 256 */
};

static void a_face_keyed_by_cid_says_which_glyph_is_which_character(void **state)
{
	(void)state;
	guint16 characters[5] = {9, 9, 9, 9, 9};
	assert_true(cff_charset_read(keyed_face, sizeof(keyed_face), characters, 5));
	static const guint16 expected[] = {0, 34, 35, 36, 256};
	assert_memory_equal(characters, expected, sizeof(expected));
}

static void a_face_not_keyed_calls_glyphs_by_their_numbers(void **state)
{
	(void)state;
	guint8 plain[sizeof(keyed_face)];
	memcpy(plain, keyed_face, sizeof(plain));
	plain[19] = 4; /* another operator of two bytes than that of CIDs */
	guint16 characters[5] = {9, 9, 9, 9, 9};
	assert_true(cff_charset_read(plain, sizeof(plain), characters, 5));
	static const guint16 expected[] = {0, 1, 2, 3, 4};
	assert_memory_equal(characters, expected, sizeof(expected));
}

/* No damage makes us read outside the bytes (under a sanitizer this shows). */
static void a_damaged_face_is_refused_or_read_but_never_overrun(void **state)
{
	(void)state;
	guint16 characters[300];
	int refused = 0;
	for (size_t length = 0; length < sizeof(keyed_face); length++) {
		guint8 *exact = g_memdup2(keyed_face, length);
		refused += !cff_charset_read(exact, length, characters, 5);
		g_free(exact);
	}
	assert_int_equal(refused, sizeof(keyed_face));
	for (size_t place = 0; place < sizeof(keyed_face); place++) {
		for (int value = 0; value < 256; value++) {
			guint8 *bytes = g_memdup2(keyed_face, sizeof(keyed_face));
			bytes[place] = (guint8)value;
			cff_charset_read(bytes, sizeof(keyed_face), characters, 300);
			g_free(bytes);
		}
	}
}

static GByteArray *write_small_file(bool compact)
{
	struct pdf_file *file = pdf_file_create(compact);
	int information = pdf_file_reserve(file, 1);
	GString *text = g_string_new("<< /Type /Catalog >>");
	int root = pdf_file_add(file, text);
	const struct pdf_stream stream = {"/Type /Metadata", "abc", 3, true};
	pdf_file_add_stream(file, &stream);
	g_string_assign(text, "<< >>");
	pdf_file_put(file, information, text);
	GByteArray *bytes = pdf_file_end(file, root, information);
	g_string_free(text, TRUE);
	return bytes;
}

/* The bytes from a word on, as text; the file has no NUL before its end. */
static char *text_from(const GByteArray *bytes, const char *word)
{
	const char *found = memmem(bytes->data, bytes->len, word, strlen(word));
	assert_non_null(found);
	gsize length = (gsize)((const char *)bytes->data + bytes->len - found);
	return g_strndup(found, length);
}

static void a_plain_file_is_objects_and_a_table_of_their_places(void **state)
{
	(void)state;
	GByteArray *bytes = write_small_file(false);
	assert_memory_equal(bytes->data, "%PDF-1.4\n%", 10);
	char *text = text_from(bytes, "2 0 obj");
	assert_non_null(
		strstr(text, "2 0 obj\n<< /Type /Catalog >>\nendobj\n"
			     "3 0 obj\n<< /Type /Metadata /Length 3          >>\n"
			     "stream\nabc\nendstream\nendobj\n"
			     "1 0 obj\n<< >>\nendobj\n"
			     "xref\n0 4\n0000000000 65535 f \n"
			     "0000000130 00000 n \n0000000017 00000 n \n"
			     "0000000053 00000 n \n"
			     "trailer\n<< /Size 4 /Root 2 0 R /Info 1 0 R /ID [<"));
	assert_true(g_str_has_suffix(text, ">] >>\nstartxref\n151\n%%EOF\n"));
	g_free(text);
	g_byte_array_unref(bytes);
}

static void a_compact_file_keeps_streams_apart_and_gathers_the_rest(void **state)
{
	(void)state;
	GByteArray *bytes = write_small_file(true);
	assert_memory_equal(bytes->data, "%PDF-1.7\n%", 10);
	char *text = text_from(bytes, "4 0 obj");
	assert_non_null(strstr(text, "<< /Type /Metadata /Length 3"));
	assert_null(strstr(text, "/Catalog"));
	g_free(text);
	assert_non_null(test_find(bytes, "/Type /ObjStm /N 2 /First 9 "));
	assert_non_null(test_find(bytes, "/Type /XRef /W [1 4 2] "));
	assert_non_null(test_find(bytes, "/Size 6 /Root 2 0 R /Info 1 0 R"));
	g_byte_array_unref(bytes);
}

static void names_hold_nothing_that_ends_them(void **state)
{
	(void)state;
	GString *text = g_string_new(NULL);
	pdf_append_name(text, "A+b-1");
	assert_taken(text, "/A+b-1");
	pdf_append_name(text, "a b/(c)#绩");
	assert_taken(text, "/a#20b#2F#28c#29#23#E7#BB#A9");
	g_string_free(text, TRUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_short_and_never_minus_zero),
		cmocka_unit_test(text_is_in_digits_whatever_stands_in_it),
		cmocka_unit_test(dates_keep_what_they_say_of_time_and_zone),
		cmocka_unit_test(
			addresses_are_of_web_or_mail_and_cannot_end_their_string),
		cmocka_unit_test(names_hold_nothing_that_ends_them),
		cmocka_unit_test(a_face_keyed_by_cid_says_which_glyph_is_which_character),
		cmocka_unit_test(a_face_not_keyed_calls_glyphs_by_their_numbers),
		cmocka_unit_test(a_damaged_face_is_refused_or_read_but_never_overrun),
		cmocka_unit_test(a_plain_file_is_objects_and_a_table_of_their_places),
		cmocka_unit_test(a_compact_file_keeps_streams_apart_and_gathers_the_rest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
