/* Values as PDF writes them, and a file taken apart and put together. */
#include "paint/pdf_objects.h"
#include "paint/pdf_values.h"

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

static const char small_file[] =
	"%PDF-1.5\n"
	"2 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\n"
	"1 0 obj\n<< /Title (a) >>\nendobj\n"
	"xref\n0 4\n"
	"0000000000 65535 f \n"
	"0000000058 00000 n \n"
	"0000000009 00000 n \n"
	"0000000000 65535 f \n"
	"trailer\n<< /Size 4\n   /Root 2 0 R\n   /Info 1 0 R\n>>\n"
	"startxref\n90\n%%EOF\n";

static struct pdf_objects *read_text(const char *text)
{
	return pdf_objects_read((const guint8 *)text, strlen(text));
}

static void assert_object(
	const struct pdf_objects *objects, int number, const char *expected)
{
	GString *text = pdf_objects_text(objects, number);
	assert_non_null(text);
	assert_string_equal(text->str, expected);
	g_string_free(text, TRUE);
}

static void objects_are_found_by_number_whatever_their_order(void **state)
{
	(void)state;
	struct pdf_objects *objects = read_text(small_file);
	assert_non_null(objects);
	assert_int_equal(pdf_objects_root(objects), 2);
	assert_int_equal(pdf_objects_information(objects), 1);
	assert_object(objects, 1, "<< /Title (a) >>");
	assert_object(objects, 2, "<< /Type /Catalog /Pages 3 0 R >>");
	assert_null(pdf_objects_text(objects, 3));
	assert_null(pdf_objects_text(objects, 4));
	pdf_objects_destroy(objects);
}

static void changed_and_new_objects_are_found_again(void **state)
{
	(void)state;
	struct pdf_objects *objects = read_text(small_file);
	pdf_objects_replace(objects, 1, "<< /Title (a much longer title) >>");
	assert_int_equal(pdf_objects_add(objects, "[ 7 ]"), 4);
	GByteArray *file = pdf_objects_write(objects);
	pdf_objects_destroy(objects);
	objects = pdf_objects_read(file->data, file->len);
	assert_non_null(objects);
	assert_object(objects, 1, "<< /Title (a much longer title) >>");
	assert_object(objects, 2, "<< /Type /Catalog /Pages 3 0 R >>");
	assert_object(objects, 4, "[ 7 ]");
	assert_null(pdf_objects_text(objects, 3));
	pdf_objects_destroy(objects);
	g_byte_array_unref(file);
}

static void references_are_read_from_dictionaries(void **state)
{
	(void)state;
	assert_int_equal(pdf_reference("<< /Pages 31 0 R >>", "/Pages "), 31);
	assert_int_equal(pdf_reference("<< /Pages 31 0 R >>", "/Root "), 0);
	assert_int_equal(pdf_reference("<< /Root ", "/Root "), 0);
}

/* No damage makes us read outside the bytes (under a sanitizer this shows). */
static void a_damaged_file_is_refused_or_read_but_never_overrun(void **state)
{
	(void)state;
	assert_null(read_text(""));
	assert_null(read_text("%PDF-1.5\nstartxref\n9\n%%EOF\n"));
	assert_null(read_text(
		"xref\n0 9999999999\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n"));
	size_t length = strlen(small_file);
	for (size_t cut = 0; cut < length; cut++) {
		guint8 *bytes = g_memdup2(small_file, length);
		bytes[cut] = '9';
		guint8 *exact = g_memdup2(bytes, length - cut % 7);
		struct pdf_objects *objects = pdf_objects_read(exact, length - cut % 7);
		for (int number = 0; objects && number < 6; number++) {
			GString *text = pdf_objects_text(objects, number);
			if (text) {
				assert_true(text->len < length);
				g_string_free(text, TRUE);
			}
		}
		pdf_objects_destroy(objects);
		g_free(exact);
		g_free(bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_short_and_never_minus_zero),
		cmocka_unit_test(text_is_in_digits_whatever_stands_in_it),
		cmocka_unit_test(dates_keep_what_they_say_of_time_and_zone),
		cmocka_unit_test(
			addresses_are_of_web_or_mail_and_cannot_end_their_string),
		cmocka_unit_test(objects_are_found_by_number_whatever_their_order),
		cmocka_unit_test(changed_and_new_objects_are_found_again),
		cmocka_unit_test(references_are_read_from_dictionaries),
		cmocka_unit_test(a_damaged_file_is_refused_or_read_but_never_overrun),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
