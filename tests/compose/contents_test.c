/* Contents on pages: their numbers, what they lead to, and how pages are numbered. The
 * text of these tests knows no tabs: one is a character like others. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A heading that is listed. */
static struct contents_listing *add_listed(struct build *build, const char *text)
{
	struct text_block heading = build_string(build, text);
	struct contents_listing *listing =
		arena_new(build->arena, struct contents_listing);
	*listing = (struct contents_listing){
		.level = 1,
		.runs = heading.runs,
		.run_count = 1,
		.destination = arena_printf(build->arena, "to %s", text),
		.place = heading.runs[0].passage.place,
	};
	heading.listing = listing;
	heading.destination = listing->destination;
	build_add(build, build_block(build, heading));
	return listing;
}

/* Contents of entries that come later; their numbers in brackets. */
static struct contents_entry *add_contents(struct build *build, size_t count)
{
	struct contents_entry *entries =
		arena_new_array(build->arena, struct contents_entry, count);
	struct block block = {.kind = BLOCK_CONTENTS, .contents = {entries, count}};
	build_add(build, &block);
	return entries;
}

static struct contents_entry entry_of(
	struct build *build, const struct contents_listing *listing)
{
	return (struct contents_entry){
		.text = {.style = &build->text,
			.runs = listing->runs,
			.run_count = listing->run_count},
		.before = "(",
		.after = ")",
		.target = listing,
	};
}

/* A page number at the foot of each page. */
static void number_pages(struct build *build)
{
	struct page_field *field = arena_new(build->arena, struct page_field);
	*field = (struct page_field){
		.text = "{page}", .style = &build->text, .below = 10, .on_first = true};
	build->master.fields = field;
	build->master.field_count = 1;
}

/* Contents of two headings, of which each begins a page. */
static struct contents_entry *two_headings(struct build *build)
{
	struct contents_entry *entries = add_contents(build, 2);
	build_add(build, build_break(build));
	entries[0] = entry_of(build, add_listed(build, "甲"));
	build_add(build, build_break(build));
	entries[1] = entry_of(build, add_listed(build, "乙"));
	return entries;
}

static const char *dump_part(struct build *build, const char *beginning)
{
	GString *found = arena_text(build->arena);
	char **lines = g_strsplit(build_dump(build), "\n", -1);
	for (char **line = lines; *line; line++) {
		if (g_str_has_prefix(*line, beginning)) {
			g_string_append_printf(found, "%s\n", *line);
		}
	}
	g_strfreev(lines);
	return found->str;
}

static void entries_have_the_numbers_of_their_pages(void **state)
{
	struct build *build = *state;
	number_pages(build);
	two_headings(build);
	assert_string_equal(build_lines(build), "1 10,28.8 甲 (2)\n"
						"1 10,38.8 乙 (3)\n"
						"1 10,130 [1]\n"
						"2 10,28.8 甲\n"
						"2 10,130 [2]\n"
						"3 10,28.8 乙\n"
						"3 10,130 [3]\n");
	assert_string_equal(build_reports(build), "");
}

static void entries_lead_to_their_headings(void **state)
{
	struct build *build = *state;
	number_pages(build);
	two_headings(build);
	assert_string_equal(dump_part(build, "link"),
		"link 10.00 20.00 100.00 10.00 destination \"to 甲\" "
		"Document/TOC/TOCI/Link\n"
		"link 10.00 30.00 100.00 10.00 destination \"to 乙\" "
		"Document/TOC/TOCI[2]/Link\n");
	assert_string_equal(dump_part(build, "destination"),
		"destination \"to 甲\" page 2 10.00 20.00\n"
		"destination \"to 乙\" page 3 10.00 20.00\n");
}

static void an_entry_may_have_no_number(void **state)
{
	struct build *build = *state;
	number_pages(build);
	two_headings(build)[0].before = NULL;
	assert_string_equal(dump_part(build, "text 10.00 28.80"),
		"text 10.00 28.80 plain 10.00 Document/TOC/TOCI/Link \"甲\"\n"
		"text 10.00 28.80 plain 10.00 Document/P \"甲\"\n"
		"text 10.00 28.80 plain 10.00 Document/P[2] \"乙\"\n");
}

/* Eleven entries and a heading need two pages, which moves all that follows. */
static void contents_over_two_pages_count_themselves(void **state)
{
	struct build *build = *state;
	number_pages(build);
	struct contents_entry *entries = add_contents(build, 11);
	build_add(build, build_break(build));
	for (int i = 0; i < 11; i++) {
		entries[i] = entry_of(build, add_listed(build, "甲"));
	}
	const char *lines = build_lines(build);
	assert_non_null(strstr(lines, "1 10,28.8 甲 (3)\n"));
	assert_non_null(strstr(lines, "2 10,28.8 甲 (4)\n"));
	assert_string_equal(build_reports(build), "");
}

/* With two figures the entry needs a second line; that pushes no heading away from the
 * page that it named, but the first guess of two figures would have. */
static void lines_are_those_of_the_true_number(void **state)
{
	struct build *build = *state;
	number_pages(build);
	struct contents_entry *entries = add_contents(build, 1);
	build_add(build, build_break(build));
	entries[0] = entry_of(build, add_listed(build, "一二三四五六"));
	assert_string_equal(build_lines(build), "1 10,28.8 一二三四五六 (2)\n"
						"1 10,130 [1]\n"
						"2 10,28.8 一二三四五六\n"
						"2 10,130 [2]\n");
}

static void numbers_begin_anew_where_a_part_says_so(void **state)
{
	struct build *build = *state;
	number_pages(build);
	build_add_string(build, "封");
	build_part(build)->numbering.none = true;
	struct contents_entry *entries = add_contents(build, 2);
	entries[0] = entry_of(build, add_listed(build, "言"));
	struct document_part *part = build_part(build);
	part->numbering = (struct page_numbering){.from = 1, .numerals = "i"};
	build_add_string(build, "丙");
	build_add(build, build_break(build));
	entries[1] = entry_of(build, add_listed(build, "丁"));
	part = build_part(build);
	part->numbering.from = 1;
	part->begins_odd = true;
	assert_string_equal(build_lines(build), "1 10,28.8 封\n"
						"2 10,28.8 言 (i)\n"
						"2 10,38.8 丁 (2)\n"
						"2 10,48.8 言\n"
						"2 10,130 [i]\n"
						"3 10,28.8 丙\n"
						"3 10,130 [1]\n"
						"4 10,28.8 丁\n"
						"4 10,130 [2]\n");
	assert_string_equal(dump_part(build, "page"),
		"page 1 120.00 140.00 number 1\n"
		"page 2 120.00 140.00 number 1 label \"i\"\n"
		"page 3 120.00 140.00 number 1 label \"1\"\n"
		"page 4 120.00 140.00 number 2 label \"2\"\n");
}

static void pages_without_numbers_count(void **state)
{
	struct build *build = *state;
	number_pages(build);
	build_add_string(build, "封");
	build_part(build)->numbering.none = true;
	build_add_string(build, "甲");
	assert_string_equal(build_lines(build), "1 10,28.8 封\n"
						"2 10,28.8 甲\n"
						"2 10,130 [2]\n");
}

static void the_number_of_pages_is_that_of_the_same_count(void **state)
{
	struct build *build = *state;
	number_pages(build);
	((struct page_field *)(uintptr_t)build->master.fields)->text = "{page}/{pages}";
	build_add_string(build, "甲");
	build_part(build)->numbering.numerals = "i";
	build_add_string(build, "乙");
	build_add(build, build_break(build));
	build_add_string(build, "丙");
	build_part(build)->numbering.from = 1;
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 10,130 [i/i]\n"
						"2 10,28.8 乙\n"
						"2 10,130 [1/2]\n"
						"3 10,28.8 丙\n"
						"3 10,130 [2/2]\n");
}

static void an_entry_whose_heading_is_not_printed_is_an_error(void **state)
{
	struct build *build = *state;
	static const struct block_manner hidden = {.hidden = true};
	number_pages(build);
	two_headings(build);
	struct block *last = g_ptr_array_index(build->blocks, build->blocks->len - 1);
	last->manner = &hidden;
	build_compose(build);
	assert_string_equal(build_reports(build),
		"error contents-target 2:1 “乙”列在目录里，却没有印在任何一页上\n");
}

static void an_entry_whose_page_has_no_number_is_told(void **state)
{
	struct build *build = *state;
	two_headings(build)[1].before = NULL;
	build_compose(build);
	assert_string_equal(build_reports(build),
		"warning contents-unnumbered 1:1 "
		"“甲”所在的一面不印页码，目录里也就没有它的页码\n");
}

static void captions_are_found_where_their_tables_are(void **state)
{
	struct build *build = *state;
	static const char *const rows[] = {"头", "甲", "乙", NULL};
	number_pages(build);
	struct contents_entry *entries = add_contents(build, 1);
	build_add(build, build_break(build));
	const struct contents_listing *listing = add_listed(build, "表");
	struct block *heading = g_ptr_array_index(build->blocks, build->blocks->len - 1);
	g_ptr_array_set_size(build->blocks, (gint)build->blocks->len - 1);
	entries[0] = entry_of(build, listing);
	struct block *table = build_table(build, 1, rows);
	table->table.caption = &heading->text;
	build_add(build, table);
	assert_string_equal(dump_part(build, "text 10.00 28.80 plain 10.00 Document/TOC"),
		"text 10.00 28.80 plain 10.00 Document/TOC/TOCI/Link \"表 (2)\"\n");
	assert_string_equal(build_reports(build), "");
}

/* What pages report is said once, although they are filled more than once. */
static void reports_of_pages_are_said_once(void **state)
{
	struct build *build = *state;
	number_pages(build);
	build->limits.pages = 2;
	two_headings(build);
	assert_null(build_compose(build));
	assert_string_equal(
		build_reports(build), "error limit-pages 0:0 文档超过 2 页\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(entries_have_the_numbers_of_their_pages),
		TEST(entries_lead_to_their_headings),
		TEST(an_entry_may_have_no_number),
		TEST(contents_over_two_pages_count_themselves),
		TEST(lines_are_those_of_the_true_number),
		TEST(numbers_begin_anew_where_a_part_says_so),
		TEST(pages_without_numbers_count),
		TEST(the_number_of_pages_is_that_of_the_same_count),
		TEST(an_entry_whose_heading_is_not_printed_is_an_error),
		TEST(an_entry_whose_page_has_no_number_is_told),
		TEST(captions_are_found_where_their_tables_are),
		TEST(reports_of_pages_are_said_once),
	};
	return cmocka_run_group_tests_name("compose/contents", tests, NULL, NULL);
}
