/* Documents behind each other in one file, as parts of the whole. */
#include "page/page.h"

static void destroy_pages(gpointer pages)
{
	pages_destroy(pages);
}

/* ---- structure ---- */

static void number_nodes(struct structure_node *node, int first)
{
	node->number += first;
	for (struct structure_node *child = node->first_child; child;
		child = child->next) {
		number_nodes(child, first);
	}
}

/* The root of what is added becomes a part. */
static void append_structure(struct pages *pages, const struct pages *added)
{
	struct structure_node *root = pages->structure;
	struct structure_node *part = added->structure;
	number_nodes(part, pages->node_count);
	pages->node_count += added->node_count;
	part->role = STRUCTURE_PART;
	part->parent = root;
	if (root->last_child) {
		root->last_child->next = part;
	} else {
		root->first_child = part;
	}
	root->last_child = part;
}

/* ---- what leads to places ---- */

static const char *name_in_part(struct pages *pages, guint part, const char *name)
{
	return arena_printf(pages->arena, "%u/%s", part, name);
}

static void append_destinations(
	struct pages *pages, const struct pages *added, guint part, guint first)
{
	for (guint i = 0; i < added->destinations->len; i++) {
		struct destination destination =
			g_array_index(added->destinations, struct destination, i);
		destination.name = name_in_part(pages, part, destination.name);
		destination.page += (int)first;
		pages_add_destination(pages, destination);
	}
}

/* The part's own entries stand one level below its title. */
static void append_outline(
	struct pages *pages, const struct pages *added, guint part, const char *title)
{
	const struct destination *head = &g_array_index(
		pages->destinations, struct destination, pages->destinations->len - 1);
	struct outline_entry entry = {
		.level = 1,
		.title = arena_copy_string(pages->arena, title),
		.destination = head->name,
	};
	g_array_append_val(pages->outline, entry);
	for (guint i = 0; i < added->outline->len; i++) {
		entry = g_array_index(added->outline, struct outline_entry, i);
		entry.level++;
		entry.destination = name_in_part(pages, part, entry.destination);
		g_array_append_val(pages->outline, entry);
	}
}

static void rename_links(struct pages *pages, const struct page *page, guint part)
{
	for (guint i = 0; i < page->items->len; i++) {
		struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_LINK && item->link.destination) {
			item->link.destination =
				name_in_part(pages, part, item->link.destination);
		}
	}
}

void pages_append(struct pages *pages, struct pages *added, const char *title)
{
	guint first = pages->list->len;
	guint part = first;
	for (guint i = 0; i < added->list->len; i++) {
		struct page *page = g_ptr_array_index(added->list, i);
		rename_links(pages, page, part);
		g_ptr_array_add(pages->list, page);
	}
	struct destination head = {
		.name = name_in_part(pages, part, ""), .page = (int)first};
	append_structure(pages, added);
	append_destinations(pages, added, part, first);
	pages_add_destination(pages, head);
	append_outline(pages, added, part, title);
	arena_own(pages->arena, added, destroy_pages);
}
