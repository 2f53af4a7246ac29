/* Pages as they are filled: the list, the structure and the destinations. All of it lives
 * in one arena, so that a document's pages go with one call. */
#include "page/page.h"

#include <string.h>

struct pages *pages_create(void)
{
	struct arena *arena = arena_create();
	struct pages *pages = arena_new(arena, struct pages);
	pages->arena = arena;
	pages->list = arena_pointers(arena);
	pages->destinations = arena_values(arena, sizeof(struct destination));
	pages->destination_numbers = arena_table(arena);
	pages->outline = arena_values(arena, sizeof(struct outline_entry));
	pages->structure = structure_add(pages, NULL, STRUCTURE_DOCUMENT);
	return pages;
}

void pages_destroy(struct pages *pages)
{
	if (pages) {
		arena_destroy(pages->arena);
	}
}

struct page *pages_add(struct pages *pages, double width, double height)
{
	struct page *page = arena_new(pages->arena, struct page);
	page->width = width;
	page->height = height;
	page->items = arena_values(pages->arena, sizeof(struct item));
	g_ptr_array_add(pages->list, page);
	return page;
}

struct direction turn_direction(enum turn turn)
{
	/* Written out, since the cosine of a quarter turn is not quite zero. */
	static const struct direction directions[] = {
		[TURN_NONE] = {1, 0},
		[TURN_LEFT] = {0, -1},
		[TURN_RISING] = {G_SQRT2 / 2, -G_SQRT2 / 2},
	};
	return directions[turn];
}

struct structure_node *structure_add(
	struct pages *pages, struct structure_node *parent, enum structure_role role)
{
	struct structure_node *node = arena_new(pages->arena, struct structure_node);
	node->role = role;
	node->row_span = 1;
	node->column_span = 1;
	node->parent = parent;
	node->number = pages->node_count++;
	if (parent && parent->last_child) {
		parent->last_child->next = node;
	} else if (parent) {
		parent->first_child = node;
	}
	if (parent) {
		parent->last_child = node;
	}
	return node;
}

struct item *page_add(struct page *page, struct item item)
{
	g_assert((item.artifact == ARTIFACT_NONE) == (item.node != NULL));
	g_array_append_val(page->items, item);
	return &g_array_index(page->items, struct item, page->items->len - 1);
}

void pages_add_destination(struct pages *pages, struct destination destination)
{
	g_array_append_val(pages->destinations, destination);
	if (!g_hash_table_contains(pages->destination_numbers, destination.name)) {
		g_hash_table_insert(pages->destination_numbers,
			(gpointer)(guintptr)destination.name,
			GUINT_TO_POINTER(pages->destinations->len));
	}
}

const struct destination *pages_destination(const struct pages *pages, const char *name)
{
	guint number =
		GPOINTER_TO_UINT(g_hash_table_lookup(pages->destination_numbers, name));
	return number ? &g_array_index(
				pages->destinations, struct destination, number - 1)
		      : NULL;
}
