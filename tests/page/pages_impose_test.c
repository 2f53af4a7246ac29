/* Pages behind each other in one file, and two on a side of a sheet. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* So many pages of 100 x 150, each with a stroke as long as its number, from x = 10. */
static struct pages *numbered_pages(int count)
{
	struct pages *pages = pages_create();
	for (int number = 1; number <= count; number++) {
		struct page *page = pages_add(pages, 100, 150);
		struct structure_node *node =
			structure_add(pages, pages->structure, STRUCTURE_FIGURE);
		struct item item = {.kind = ITEM_RULE,
			.node = node,
			.rule = {10, 20, 10 + number, 20, 1}};
		page->number = number;
		page->label = arena_printf(pages->arena, "%d", number);
		page_add(page, item);
	}
	return pages;
}

/* The sides of sheets as `[8 1] [2 7]`: what stands on their left and right half; a dot
 * for nothing. */
static char *sides_of(const struct pages *pages)
{
	GString *sides = g_string_new(NULL);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *side = g_ptr_array_index(pages->list, i);
		int halves[2] = {0};
		for (guint j = 0; j < side->items->len; j++) {
			const struct item_rule *rule =
				&g_array_index(side->items, struct item, j).rule;
			halves[rule->x1 > 100] = (int)(rule->x2 - rule->x1 + 0.5);
		}
		g_string_append_printf(sides, "%s[", i > 0 ? " " : "");
		for (int half = 0; half < 2; half++) {
			if (halves[half]) {
				g_string_append_printf(sides, "%d", halves[half]);
			} else {
				g_string_append_c(sides, '.');
			}
			g_string_append_c(sides, half == 0 ? ' ' : ']');
		}
	}
	return g_string_free(sides, FALSE);
}

static void expect_sides(struct pages *pages, const char *expected)
{
	struct diagnostics *diagnostics = diagnostics_create();
	assert_true(pages_impose(pages, diagnostics));
	assert_int_equal(diagnostics_count(diagnostics), 0);
	char *sides = sides_of(pages);
	assert_string_equal(sides, expected);
	g_free(sides);
	diagnostics_destroy(diagnostics);
	pages_destroy(pages);
}

static void folded_sheets_read_in_order(void **state)
{
	(void)state;
	expect_sides(numbered_pages(4), "[4 1] [2 3]");
	expect_sides(numbered_pages(8), "[8 1] [2 7] [6 3] [4 5]");
	expect_sides(numbered_pages(12), "[12 1] [2 11] [10 3] [4 9] [8 5] [6 7]");
}

static void blank_pages_fill_the_last_sheet(void **state)
{
	(void)state;
	expect_sides(numbered_pages(1), "[. 1] [. .]");
	expect_sides(numbered_pages(6), "[. 1] [2 .] [6 3] [4 5]");
	expect_sides(numbered_pages(0), "");
}

static void an_imprint_of_its_own_closes_the_booklet(void **state)
{
	(void)state;
	struct pages *pages = numbered_pages(6);
	struct page *last = g_ptr_array_index(pages->list, 5);
	last->label = NULL;
	expect_sides(pages, "[6 1] [2 .] [. 3] [4 5]");
}

static void all_that_stands_on_a_right_half_moves(void **state)
{
	(void)state;
	static const double points[] = {1, 1, 2, 2};
	struct pages *pages = numbered_pages(1);
	struct page *page = g_ptr_array_index(pages->list, 0);
	const struct structure_node *document = pages->structure;
	struct structure_node *node = document->first_child;
	struct face face = {.name = "Face"};
	struct item_text text = {.face = &face, .size = 8, .x = 5, .y = 6, .text = ""};
	page_add(page, (struct item){.kind = ITEM_TEXT, .node = node, .text = text});
	page_add(page,
		(struct item){.kind = ITEM_FILL, .node = node, .fill = {1, 2, 3, 4}});
	page_add(page, (struct item){.kind = ITEM_PATH,
			       .node = node,
			       .path = {.points = points, .point_count = 2, .width = 1}});
	page_add(page, (struct item){.kind = ITEM_LINK,
			       .node = node,
			       .link = {1, 2, 3, 4, "头", NULL}});
	pages_add_destination(pages, (struct destination){"头", 0, 7, 8});
	struct diagnostics *diagnostics = diagnostics_create();
	assert_true(pages_impose(pages, diagnostics));
	GString *dump = g_string_new(NULL);
	pages_dump(pages, dump);
	assert_string_equal(dump->str,
		"page 1 200.00 150.00\n"
		"rule 110.00 20.00 111.00 20.00 width 1.00 Document/Figure\n"
		"text 105.00 6.00 Face 8.00 Document/Figure \"\"\n"
		"fill 101.00 2.00 3.00 4.00 Document/Figure\n"
		"path 101.00 1.00 102.00 2.00 width 1.00 Document/Figure\n"
		"link 101.00 2.00 3.00 4.00 destination \"头\" Document/Figure\n"
		"page 2 200.00 150.00\n"
		"destination \"头\" page 1 107.00 8.00\n");
	g_string_free(dump, TRUE);
	diagnostics_destroy(diagnostics);
	pages_destroy(pages);
}

static void pages_of_another_size_are_told_with_their_place(void **state)
{
	(void)state;
	struct pages *pages = numbered_pages(3);
	struct page *odd = g_ptr_array_index(pages->list, 1);
	struct source *source = source_create(pages->arena, "plan.yaml", "甲\n乙\n", 8);
	odd->width = 200;
	g_array_index(odd->items, struct item, 0).place = source_place(source, 4);
	struct diagnostics *diagnostics = diagnostics_create();
	assert_false(pages_impose(pages, diagnostics));
	assert_int_equal(diagnostics_count(diagnostics), 1);
	const struct diagnostic *told = diagnostics_get(diagnostics, 0);
	assert_string_equal(told->code, "booklet-sizes");
	assert_int_equal(told->place.line, 2);
	assert_int_equal(told->place.column, 1);
	assert_string_equal(told->message, "第 2 页是 71 × 53 毫米，小册子的各页应同第 1 "
					   "页一样是 35 × 53 毫米");
	diagnostics_destroy(diagnostics);
	pages_destroy(pages);
}

static void copies_behind_each_other_are_parts_with_bookmarks(void **state)
{
	(void)state;
	struct pages *all = pages_create();
	for (int i = 1; i <= 2; i++) {
		struct pages *copy = numbered_pages(1);
		pages_add_destination(copy, (struct destination){"头", 0, 7, 8});
		struct outline_entry entry = {1, "一、总则", "头"};
		g_array_append_val(copy->outline, entry);
		pages_append(all, copy, i == 1 ? "第1份" : "第2份");
	}
	GString *dump = g_string_new(NULL);
	pages_dump(all, dump);
	assert_string_equal(dump->str,
		"page 1 100.00 150.00 number 1 label \"1\"\n"
		"rule 10.00 20.00 11.00 20.00 width 1.00 Document/Part/Figure\n"
		"page 2 100.00 150.00 number 1 label \"1\"\n"
		"rule 10.00 20.00 11.00 20.00 width 1.00 Document/Part[2]/Figure\n"
		"destination \"0/头\" page 1 7.00 8.00\n"
		"destination \"0/\" page 1 0.00 0.00\n"
		"destination \"1/头\" page 2 7.00 8.00\n"
		"destination \"1/\" page 2 0.00 0.00\n"
		"outline 1 \"第1份\" to \"0/\"\n"
		"outline 2 \"一、总则\" to \"0/头\"\n"
		"outline 1 \"第2份\" to \"1/\"\n"
		"outline 2 \"一、总则\" to \"1/头\"\n");
	g_string_free(dump, TRUE);
	pages_destroy(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folded_sheets_read_in_order),
		cmocka_unit_test(blank_pages_fill_the_last_sheet),
		cmocka_unit_test(an_imprint_of_its_own_closes_the_booklet),
		cmocka_unit_test(all_that_stands_on_a_right_half_moves),
		cmocka_unit_test(pages_of_another_size_are_told_with_their_place),
		cmocka_unit_test(copies_behind_each_other_are_parts_with_bookmarks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
