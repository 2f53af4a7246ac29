/* Filling pages: order, ownership, structure, destinations. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void new_pages_have_a_document_and_no_page(void **state)
{
	(void)state;
	struct pages *pages = pages_create();
	assert_int_equal(pages->list->len, 0);
	assert_int_equal(pages->structure->role, STRUCTURE_DOCUMENT);
	assert_null(pages->structure->parent);
	assert_int_equal(pages->node_count, 1);
	pages_destroy(pages);
}

static void destroying_no_pages_is_allowed(void **state)
{
	(void)state;
	pages_destroy(NULL);
}

static void pages_keep_their_order_and_sizes(void **state)
{
	(void)state;
	struct pages *pages = pages_create();
	struct page *first = pages_add(pages, 100, 200);
	struct page *second = pages_add(pages, 300, 150);
	assert_ptr_equal(g_ptr_array_index(pages->list, 0), first);
	assert_ptr_equal(g_ptr_array_index(pages->list, 1), second);
	assert_float_equal(second->width, 300, 0);
	assert_float_equal(second->height, 150, 0);
	assert_int_equal(second->items->len, 0);
	pages_destroy(pages);
}

static void nodes_are_numbered_and_hang_on_their_parents_in_order(void **state)
{
	(void)state;
	struct pages *pages = pages_create();
	struct structure_node *table =
		structure_add(pages, pages->structure, STRUCTURE_TABLE);
	struct structure_node *first = structure_add(pages, table, STRUCTURE_TABLE_ROW);
	struct structure_node *second = structure_add(pages, table, STRUCTURE_TABLE_ROW);
	assert_int_equal(second->number, 3);
	assert_int_equal(pages->node_count, 4);
	assert_ptr_equal(second->parent, table);
	assert_ptr_equal(table->first_child, first);
	assert_ptr_equal(first->next, second);
	assert_null(second->next);
	assert_ptr_equal(table->last_child, second);
	assert_null(first->first_child);
	assert_int_equal(first->row_span, 1);
	assert_int_equal(first->column_span, 1);
	pages_destroy(pages);
}

static void an_added_item_is_a_copy_that_can_be_filled_further(void **state)
{
	(void)state;
	struct pages *pages = pages_create();
	struct page *page = pages_add(pages, 100, 100);
	struct item item = {.kind = ITEM_RULE, .artifact = ARTIFACT_LAYOUT};
	page_add(page, item)->rule.width = 0.5;
	item.rule.width = 9;
	assert_float_equal(g_array_index(page->items, struct item, 0).rule.width, 0.5, 0);
	pages_destroy(pages);
}

static void a_destination_is_found_by_its_name(void **state)
{
	(void)state;
	struct pages *pages = pages_create();
	struct destination destinations[] = {
		{.name = "一", .page = 0, .y = 10}, {.name = "二", .page = 4, .y = 20}};
	pages_add_destination(pages, destinations[0]);
	pages_add_destination(pages, destinations[1]);
	assert_int_equal(pages_destination(pages, "二")->page, 4);
	assert_null(pages_destination(pages, "三"));
	pages_destroy(pages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_pages_have_a_document_and_no_page),
		cmocka_unit_test(destroying_no_pages_is_allowed),
		cmocka_unit_test(pages_keep_their_order_and_sizes),
		cmocka_unit_test(nodes_are_numbered_and_hang_on_their_parents_in_order),
		cmocka_unit_test(an_added_item_is_a_copy_that_can_be_filled_further),
		cmocka_unit_test(a_destination_is_found_by_its_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
