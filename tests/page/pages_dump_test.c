/* The dump of pages, which most tests of composing pin: its form is pinned here. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct face face = {.name = "Test Face"};

static int start_pages(void **state)
{
	*state = pages_create();
	return 0;
}

static int end_pages(void **state)
{
	pages_destroy(*state);
	return 0;
}

static void assert_dump(const struct pages *pages, const char *expected)
{
	GString *out = g_string_new(NULL);
	pages_dump(pages, out);
	assert_string_equal(out->str, expected);
	g_string_free(out, TRUE);
}

static struct item text_item(struct structure_node *node, const char *text, double x)
{
	return (struct item){
		.kind = ITEM_TEXT,
		.node = node,
		.text = {.face = &face,
			.size = 16,
			.x = x,
			.y = 20,
			.text = text,
			.text_length = strlen(text)},
	};
}

static void a_page_says_its_size_number_and_label(void **state)
{
	struct pages *pages = *state;
	pages_add(pages, 595.276, 841.89);
	struct page *page = pages_add(pages, 100, 50);
	page->number = 7;
	page->label = "— 7 —";
	assert_dump(pages, "page 1 595.28 841.89\n"
			   "page 2 100.00 50.00 number 7 label \"— 7 —\"\n");
}

static void items_say_kind_place_structure_and_text(void **state)
{
	struct pages *pages = *state;
	struct page *page = pages_add(pages, 100, 100);
	struct structure_node *heading =
		structure_add(pages, pages->structure, STRUCTURE_HEADING);
	heading->level = 2;
	page_add(page, text_item(heading, "一、总则", 10.005));
	struct item turned = text_item(NULL, "1", 1);
	turned.artifact = ARTIFACT_PAGINATION;
	turned.text.turn = TURN_LEFT;
	page_add(page, turned);
	page_add(page, (struct item){.kind = ITEM_RULE,
			       .artifact = ARTIFACT_LAYOUT,
			       .colour = {1, 0, 0},
			       .rule = {1, 2, 3, 4, 0.5}});
	page_add(page, (struct item){.kind = ITEM_FILL,
			       .artifact = ARTIFACT_BACKGROUND,
			       .colour = {0.9, 0.9, 0.9},
			       .fill = {1, 2, 3, 4}});
	assert_dump(pages,
		"page 1 100.00 100.00\n"
		"text 10.01 20.00 Test Face 16.00 Document/H2 \"一、总则\"\n"
		"text 1.00 20.00 Test Face 16.00 turned left artifact pagination \"1\"\n"
		"rule 1.00 2.00 3.00 4.00 width 0.50 colour 1.00 0.00 0.00 artifact "
		"layout\n"
		"fill 1.00 2.00 3.00 4.00 colour 0.90 0.90 0.90 artifact background\n");
}

static void paths_and_links_say_where_they_lead(void **state)
{
	struct pages *pages = *state;
	struct page *page = pages_add(pages, 100, 100);
	static const double points[] = {1, 1, 2, 2, 3, 1};
	struct structure_node *link =
		structure_add(pages, pages->structure, STRUCTURE_LINK);
	page_add(page, (struct item){.kind = ITEM_PATH,
			       .artifact = ARTIFACT_LAYOUT,
			       .path = {points, 3, 0.25, true, "☑"}});
	page_add(page, (struct item){.kind = ITEM_PATH,
			       .artifact = ARTIFACT_LAYOUT,
			       .path = {points, 2, 0, false, NULL}});
	page_add(page, (struct item){.kind = ITEM_LINK,
			       .node = link,
			       .link = {1, 2, 3, 4, "总则", NULL}});
	page_add(page, (struct item){.kind = ITEM_LINK,
			       .node = link,
			       .link = {1, 2, 3, 4, NULL, "https://example.org/"}});
	assert_dump(pages,
		"page 1 100.00 100.00\n"
		"path 1.00 1.00 2.00 2.00 3.00 1.00 closed width 0.25 artifact layout "
		"\"☑\"\n"
		"path 1.00 1.00 2.00 2.00 filled artifact layout\n"
		"link 1.00 2.00 3.00 4.00 destination \"总则\" Document/Link\n"
		"link 1.00 2.00 3.00 4.00 uri \"https://example.org/\" Document/Link\n");
}

static void cells_are_told_apart_by_their_place_in_the_table(void **state)
{
	struct pages *pages = *state;
	struct page *page = pages_add(pages, 100, 100);
	structure_add(pages, pages->structure, STRUCTURE_PARAGRAPH);
	struct structure_node *table =
		structure_add(pages, pages->structure, STRUCTURE_TABLE);
	for (int row = 0; row < 2; row++) {
		struct structure_node *cells =
			structure_add(pages, table, STRUCTURE_TABLE_ROW);
		struct structure_node *head =
			structure_add(pages, cells, STRUCTURE_TABLE_HEADER_CELL);
		head->scope = row == 0 ? SCOPE_BOTH : SCOPE_ROW;
		head->row_span = 1 + row;
		head->column_span = 3 - row;
		structure_add(pages, cells, STRUCTURE_TABLE_CELL);
		page_add(
			page, text_item(structure_add(pages, cells, STRUCTURE_TABLE_CELL),
				      "格", 0));
	}
	assert_dump(pages,
		"page 1 100.00 100.00\n"
		"text 0.00 20.00 Test Face 16.00 Document/Table/TR/TD[2] \"格\"\n"
		"text 0.00 20.00 Test Face 16.00 Document/Table/TR[2]/TD[2] \"格\"\n"
		"structure Document/Table/TR/TH scope both columns 3\n"
		"structure Document/Table/TR[2]/TH scope row rows 2 columns 2\n");
}

static void what_leads_through_the_document_comes_last(void **state)
{
	struct pages *pages = *state;
	structure_add(pages, pages->structure, STRUCTURE_FIGURE)->alternative = "印章";
	struct destination destination = {.name = "a", .page = 2, .x = 1, .y = 2};
	pages_add_destination(pages, destination);
	struct outline_entry entry = {.level = 1, .title = "总则", .destination = "a"};
	g_array_append_val(pages->outline, entry);
	pages->metadata = (struct metadata){.title = "规划",
		.date = "2021-03-18",
		.reference = "澜团发〔2021〕7号",
		.language = "zh-CN"};
	assert_dump(pages, "structure Document/Figure alternative \"印章\"\n"
			   "destination \"a\" page 3 1.00 2.00\n"
			   "outline 1 \"总则\" to \"a\"\n"
			   "metadata title \"规划\"\n"
			   "metadata reference \"澜团发〔2021〕7号\"\n"
			   "metadata date \"2021-03-18\"\n"
			   "metadata language \"zh-CN\"\n");
}

static void text_that_would_break_a_line_is_escaped(void **state)
{
	struct pages *pages = *state;
	struct page *page = pages_add(pages, 100, 100);
	page_add(page, text_item(pages->structure, "a\"b\\c\nd\u200be\u3000f𬱖", 0));
	assert_dump(pages, "page 1 100.00 100.00\n"
			   "text 0.00 20.00 Test Face 16.00 Document "
			   "\"a\\\"b\\\\c\\u{A}d\\u{200B}e\u3000f𬱖\"\n");
}

static void no_number_is_minus_zero(void **state)
{
	struct pages *pages = *state;
	struct page *page = pages_add(pages, 100, 100);
	page_add(page, (struct item){.kind = ITEM_FILL,
			       .artifact = ARTIFACT_LAYOUT,
			       .fill = {-0.001, -0.0, -0.006, 0.004}});
	assert_dump(pages, "page 1 100.00 100.00\n"
			   "fill 0.00 0.00 -0.01 0.00 artifact layout\n");
}

static void every_role_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (int role = STRUCTURE_DOCUMENT; role <= STRUCTURE_SPAN; role++) {
		const char *name = structure_role_name((enum structure_role)role);
		assert_non_null(name);
		for (int other = STRUCTURE_DOCUMENT; other < role; other++) {
			assert_string_not_equal(
				name, structure_role_name((enum structure_role)other));
		}
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start_pages, end_pages)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_says_its_size_number_and_label),
		TEST(items_say_kind_place_structure_and_text),
		TEST(paths_and_links_say_where_they_lead),
		TEST(cells_are_told_apart_by_their_place_in_the_table),
		TEST(what_leads_through_the_document_comes_last),
		TEST(text_that_would_break_a_line_is_escaped),
		TEST(no_number_is_minus_zero),
		TEST(every_role_has_a_name_of_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
