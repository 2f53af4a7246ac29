/* What a screen reader is told: the structure as poppler reads it back. */
#include "paint/everything.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char *structure_of(struct test_pages *test)
{
	const char *const words[] = {"pdfinfo", "-struct-text", "FILE", NULL};
	return test_pages_ask(test, words);
}

static const char expected[] = "Document\n"
			       "  H1 (block)\n"
			       "    \"规划\"\n"
			       "  H2 (block)\n"
			       "    \"一、总则\"\n"
			       "  H3 (block)\n"
			       "    \"（一）目的\"\n"
			       "  H3 (block)\n"
			       "    \"（二）依据\"\n"
			       "  H2 (block)\n"
			       "    \"二、附则\"\n"
			       "  P (block)\n"
			       "    \"见\"\n"
			       "    Link (inline)\n"
			       "      \"网站\"\n"
			       "      Object 7 0\n"
			       "    \"所列\"\n"
			       "  TOC\n"
			       "    TOCI\n"
			       "      Reference (inline)\n"
			       "        Link (inline)\n"
			       "          \"一、总则\"\n"
			       "          Object 9 0\n"
			       "  L (block)\n"
			       "    LI (block)\n"
			       "      Lbl (block)\n"
			       "        \"①\"\n"
			       "      LBody (block)\n"
			       "        \"其一\"\n"
			       "  Table (block)\n"
			       "    Caption\n"
			       "      \"表1\"\n"
			       "    THead\n"
			       "      TR\n"
			       "        TH:\n"
			       "           /Scope /Column\n"
			       "           /ColSpan 2\n"
			       "          \"类别\"\n"
			       "        TH:\n"
			       "           /Scope /Column\n"
			       "          \"目标\"\n"
			       "    TBody\n"
			       "      TR\n"
			       "        TH:\n"
			       "           /Scope /Row\n"
			       "           /RowSpan 2\n"
			       "          \"甲\"\n"
			       "        TD\n"
			       "        TD\n"
			       "          \"前半\"\n"
			       "          \"后半\"\n"
			       "      TR\n"
			       "        TD\n"
			       "          \"乙\"\n"
			       "        TD\n"
			       "          \"是□\"\n"
			       "  Figure\n"
			       "    \"\"\n"
			       "  Note <note-37> (inline)\n"
			       "    \"注：略\"\n"
			       "  P (block)\n"
			       "    \"组长\"\n";

static void everything_is_told_in_the_order_of_the_pages(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	char *answer = structure_of(test);
	if (answer) {
		assert_string_equal(answer, expected);
	}
	g_free(answer);
}

/* All of the file unpacked, as text: what glyphs are called by has NULs. */
static char *objects_of(struct test_pages *test)
{
	char *path = g_build_filename(test->folder, "plain.pdf", NULL);
	const char *const words[] = {
		"qpdf", "--qdf", "--object-streams=disable", "FILE", path, NULL};
	char *answer = test_pages_ask(test, words);
	char *objects = NULL;
	gsize length = 0;
	if (answer) {
		assert_true(g_file_get_contents(path, &objects, &length, NULL));
	}
	for (gsize i = 0; i < length; i++) {
		objects[i] = objects[i] ? objects[i] : ' ';
	}
	g_free(answer);
	g_free(path);
	return objects;
}

static int count_of(const char *text, const char *word)
{
	int count = 0;
	for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
		count++;
	}
	return count;
}

static void what_is_no_text_has_an_alternative_and_furniture_is_marked(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	char *objects = objects_of(test);
	if (!objects) {
		return;
	}
	assert_int_equal(count_of(objects, "/Alt <feff76d67ae05904>"), 1);
	assert_int_equal(count_of(objects, "/Artifact<</Type/Pagination>>BDC"), 2);
	assert_int_equal(count_of(objects, "/Type /OBJR"), 2);
	assert_int_equal(count_of(objects, "/Tabs /S"), 2);
	assert_int_equal(count_of(objects, "/StructParent "), 2);
	assert_int_equal(count_of(objects, "BDC\n"), count_of(objects, "EMC\n"));
	assert_int_equal(count_of(objects, "BT\n"), count_of(objects, "ET\n"));
	assert_int_equal(count_of(objects, "/CIDToGIDMap /Identity"), 1);
	g_free(objects);
}

static void a_cell_over_two_pages_is_one_element(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	char *objects = objects_of(test);
	if (objects) {
		assert_int_equal(count_of(objects, "/Type /MCR"), 1);
		assert_int_equal(count_of(objects, "/S /TD"), 4);
		assert_int_equal(count_of(objects, "/S /TH\n"), 3);
	}
	g_free(objects);
}

static void a_draft_has_no_structure_and_the_same_text(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	const char *const words[] = {"pdftotext", "-raw", "FILE", "-", NULL};
	char *archived = test_pages_ask(test, words);
	test->profile = PDF_DRAFT;
	char *draft = test_pages_ask(test, words);
	char *objects = objects_of(test);
	if (archived && draft && objects) {
		assert_string_equal(draft, archived);
		assert_int_equal(count_of(objects, "/StructTreeRoot"), 0);
		assert_int_equal(count_of(objects, "/MCID"), 0);
		assert_int_equal(count_of(objects, "/Artifact"), 0);
	}
	g_free(archived);
	g_free(draft);
	g_free(objects);
}

/* The table's first part is on the page that is left out. */
static void of_some_pages_a_table_stays_whole_and_the_rest_is_left_out(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	static const bool wanted[] = {false, true};
	const struct paint_options options = {.format = PAINT_PDF, .wanted = wanted};
	GByteArray *bytes = paint_pages(test->pages, &options, test->diagnostics);
	char *path = test_pages_save(test, bytes, "part.pdf");
	const char *const words[] = {"pdfinfo", "-struct-text", path, NULL};
	char *answer = test_tool(words, NULL);
	if (answer) {
		assert_true(g_str_has_prefix(answer, "Document\n  Table (block)\n"));
		assert_int_equal(count_of(answer, "  TR\n"), 3);
		assert_int_equal(count_of(answer, "RowSpan 2"), 1);
		assert_null(strstr(answer, "前半"));
		assert_non_null(strstr(answer, "后半"));
	}
	g_free(answer);
	g_free(path);
	g_byte_array_unref(bytes);
}

static void a_table_of_heads_alone_has_a_body(void **state)
{
	struct test_pages *test = *state;
	struct structure_node *table =
		structure_add(test->pages, test->pages->structure, STRUCTURE_TABLE);
	struct structure_node *head =
		structure_add(test->pages, table, STRUCTURE_TABLE_HEAD);
	test->node = structure_add(test->pages,
		structure_add(test->pages, head, STRUCTURE_TABLE_ROW),
		STRUCTURE_TABLE_HEADER_CELL);
	test->node->scope = SCOPE_COLUMN;
	test_pages_add_text(test, FACE_FANG, "序号", 60, 100);
	char *answer = structure_of(test);
	if (answer) {
		assert_null(strstr(answer, "THead"));
		assert_non_null(strstr(answer, "    TBody\n"));
	}
	g_free(answer);
}

/* Boxes to tick are drawn, and found by who looks for the character. */
static void a_drawn_box_is_found_as_its_character(void **state)
{
	struct test_pages *test = *state;
	everything_add(test);
	const char *const words[] = {"pdftotext", "-raw", "FILE", "-", NULL};
	char *text = test_pages_ask(test, words);
	if (text) {
		assert_non_null(strstr(text, "是□\n"));
	}
	g_free(text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, test_pages_start, test_pages_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everything_is_told_in_the_order_of_the_pages),
		TEST(what_is_no_text_has_an_alternative_and_furniture_is_marked),
		TEST(a_cell_over_two_pages_is_one_element),
		TEST(a_draft_has_no_structure_and_the_same_text),
		TEST(of_some_pages_a_table_stays_whole_and_the_rest_is_left_out),
		TEST(a_table_of_heads_alone_has_a_body),
		TEST(a_drawn_box_is_found_as_its_character),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
