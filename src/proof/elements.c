#include "proof/elements.h"

#include "proof/boxes.h"

#include <math.h>
#include <string.h>

const char proof_body[] = "正文";
const char proof_title[] = "标题";
const char proof_page_number[] = "页码";
const char proof_sheet[] = "页面";
const char proof_imprint[] = "版记末线";

/* A page being looked through. */
struct finder {
	struct arena *arena;
	struct proof_page *page;
	struct proof_element *body;    /* NULL: none yet */
	struct proof_line *line;       /* of the item before */
	const struct item *item;       /* the item before; NULL: none */
	struct proof_element *element; /* that the item before belongs to */
};

/* ---- what an item belongs to ---- */

static bool within(const struct structure_node *node, enum structure_role role)
{
	for (; node; node = node->parent) {
		if (node->role == role) {
			return true;
		}
	}
	return false;
}

static const char *heading_name(int level)
{
	static const char *const names[] = {"一级标题", "二级标题", "三级标题",
		"四级标题", "五级标题", "六级标题", "七级标题", "八级标题", "九级标题"};
	return names[CLAMP(level, 1, (int)G_N_ELEMENTS(names)) - 1];
}

/* What a page master prints stands outside of the type area; repeated heads of tables are
 * inside of it. */
static const char *pagination_name(const struct finder *finder, const struct item *item)
{
	const struct proof_box *area = &finder->page->area;
	bool outside = item->text.y < area->top || item->text.y > area->bottom;
	return outside ? proof_page_number : NULL;
}

/* NULL: it is nothing that can be proved. */
static const char *element_of(const struct finder *finder, const struct item *item)
{
	bool text = item->kind == ITEM_TEXT;
	if (!text && item->kind != ITEM_RULE) {
		return NULL;
	}
	if (text && (item->text.turn != TURN_NONE || item->text.glyph_count == 0)) {
		return NULL;
	}
	if (item->element) {
		return item->element;
	}
	if (!text || within(item->node, STRUCTURE_TABLE)) {
		return NULL;
	}
	if (item->artifact == ARTIFACT_PAGINATION) {
		return pagination_name(finder, item);
	}
	if (item->artifact != ARTIFACT_NONE) {
		return NULL;
	}
	if (item->node->role == STRUCTURE_TITLE) {
		return proof_title;
	}
	return item->node->role == STRUCTURE_HEADING ? heading_name(item->node->level)
						     : proof_body;
}

/* ---- gathering ---- */

static struct proof_element *add_element(
	const struct finder *finder, const char *name, const struct structure_node *node)
{
	struct proof_element *element = arena_new(finder->arena, struct proof_element);
	*element = (struct proof_element){
		.name = name, .node = node, .lines = arena_pointers(finder->arena)};
	g_ptr_array_add(finder->page->elements, element);
	return element;
}

/* What is printed without a break between is one occurrence; body text is one a page, and
 * every heading its own. */
static struct proof_element *find_element(
	struct finder *finder, const char *name, const struct item *item)
{
	bool heading = item->node && item->node->role == STRUCTURE_HEADING;
	const struct structure_node *node = heading ? item->node : NULL;
	const struct proof_element *before = finder->element;
	if (name == proof_body) {
		if (!finder->body) {
			finder->body = add_element(finder, name, NULL);
		}
		return finder->body;
	}
	bool same = before && strcmp(before->name, name) == 0 && before->node == node;
	return same ? finder->element : add_element(finder, name, node);
}

static bool same_line(const struct finder *finder, const struct item *item)
{
	const struct item *before = finder->item;
	return finder->line && before && before->kind == ITEM_TEXT &&
	       item->kind == ITEM_TEXT && before->node == item->node &&
	       fabs(before->text.y - item->text.y) < 0.01;
}

static struct proof_line *add_line(
	const struct finder *finder, const struct item *item, bool numbers)
{
	struct proof_line *line = arena_new(finder->arena, struct proof_line);
	line->items = arena_pointers(finder->arena);
	if (item->kind == ITEM_TEXT && !numbers) {
		g_ptr_array_add(finder->page->lines, line);
	}
	return line;
}

static void add_item(struct finder *finder, const struct item *item)
{
	const char *name = element_of(finder, item);
	if (!name) {
		return;
	}
	struct proof_element *element = find_element(finder, name, item);
	if (element != finder->element || !same_line(finder, item)) {
		finder->line = add_line(finder, item, name == proof_page_number);
		g_ptr_array_add(element->lines, finder->line);
	}
	proof_line_add(finder->line, item);
	finder->element = element;
	finder->item = item;
}

/* ---- pages ---- */

/* Sheets that differ by less are meant to be the same. */
static const double SAME_SHEET = 3 * POINTS_PER_MM;

static bool has_size(const struct page_master *master, const struct page *page)
{
	return master && fabs(master->width - page->width) < SAME_SHEET &&
	       fabs(master->height - page->height) < SAME_SHEET;
}

static gint compare_names(gconstpointer left, gconstpointer right)
{
	return strcmp(left, right);
}

/* Finished pages do not say which master they had: of those with their size the layout's
 * own, else the first by name. */
static const struct page_master *master_of(
	const struct layout *layout, const struct page *page)
{
	if (has_size(layout->master, page)) {
		return layout->master;
	}
	GList *names = g_list_sort(g_hash_table_get_keys(layout->masters), compare_names);
	const struct page_master *found = NULL;
	for (GList *name = names; name && !found; name = name->next) {
		const struct page_master *master =
			g_hash_table_lookup(layout->masters, name->data);
		found = has_size(master, page) ? master : NULL;
	}
	g_list_free(names);
	return found;
}

static struct proof_box area_of(const struct page_master *master, const struct page *page)
{
	if (!master) {
		return (struct proof_box){0, 0, page->width, page->height};
	}
	const struct rectangle *area = &master->area;
	bool other_edge = master->mirrored && page->number % 2 == 0;
	double left = other_edge ? master->width - area->x - area->width : area->x;
	return (struct proof_box){
		left, area->y, left + area->width, area->y + area->height};
}

/* The sheet itself, so that its size is measured as all else is. */
static void add_sheet(const struct finder *finder)
{
	const struct page *page = finder->page->page;
	struct proof_line *line = arena_new(finder->arena, struct proof_line);
	line->items = arena_pointers(finder->arena);
	line->cell = (struct proof_box){0, 0, page->width, page->height};
	line->full = line->cell;
	line->ink = line->cell;
	g_ptr_array_add(add_element(finder, proof_sheet, NULL)->lines, line);
}

static struct proof_page *look_through(
	struct arena *arena, const struct page *page, const struct layout *layout)
{
	struct proof_page *proof = arena_new(arena, struct proof_page);
	proof->page = page;
	proof->master = master_of(layout, page);
	proof->area = area_of(proof->master, page);
	proof->elements = arena_pointers(arena);
	proof->lines = arena_pointers(arena);
	struct finder finder = {.arena = arena, .page = proof};
	add_sheet(&finder);
	for (guint i = 0; i < page->items->len; i++) {
		add_item(&finder, &g_array_index(page->items, struct item, i));
	}
	return proof;
}

GPtrArray *proof_elements(
	struct arena *arena, const struct pages *pages, const struct layout *layout)
{
	GPtrArray *found = arena_pointers(arena);
	for (guint i = 0; i < pages->list->len; i++) {
		g_ptr_array_add(found,
			look_through(arena, g_ptr_array_index(pages->list, i), layout));
	}
	return found;
}

const struct proof_element *proof_find(const struct proof_page *page, const char *name)
{
	for (guint i = 0; i < page->elements->len; i++) {
		const struct proof_element *element =
			g_ptr_array_index(page->elements, i);
		if (strcmp(element->name, name) == 0) {
			return element;
		}
	}
	return NULL;
}
