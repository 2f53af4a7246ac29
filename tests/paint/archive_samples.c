/* Writes the pages of everything.h as files for a validator:
 *
 *     archive_samples FOLDER      FOLDER/everything.pdf and FOLDER/everything-1b.pdf */
#include "paint/everything.h"

#include <stdio.h>

static bool write_sample(
	struct test_pages *test, enum pdf_profile profile, const char *path)
{
	test->profile = profile;
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	bool good = bytes && g_file_set_contents(path, (const char *)bytes->data,
				     (gssize)bytes->len, NULL);
	if (bytes) {
		g_byte_array_unref(bytes);
	}
	diagnostics_print(test->diagnostics, DIAGNOSTIC_SHORT, stderr);
	return good;
}

int main(int count, char **arguments)
{
	void *state = NULL;
	if (count != 2 || test_pages_start(&state) != 0) {
		fputs("archive_samples FOLDER\n", stderr);
		return 2;
	}
	struct test_pages *test = state;
	everything_add(test);
	char *whole = g_build_filename(arguments[1], "everything.pdf", NULL);
	char *plain = g_build_filename(arguments[1], "everything-1b.pdf", NULL);
	bool good = write_sample(test, PDF_ARCHIVE, whole) &&
		    write_sample(test, PDF_ARCHIVE_1B, plain);
	g_free(whole);
	g_free(plain);
	test_pages_end(&state);
	return good ? 0 : 1;
}
