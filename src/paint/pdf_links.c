/* Links as annotations, ISO 32000-1 12.5.6.5, with what an archived file wants of them:
 * printed (ISO 19005-2 6.3.2) and described (ISO 14289-1 7.18.5). cairo would write
 * addresses unescaped, and links without structure in a way that damages the file. */
#include "paint/pdf_finishing.h"
#include "paint/pdf_values.h"

#include <string.h>

static void append_area(
	GString *text, const struct page *page, const struct item_link *link)
{
	const double corners[] = {link->x, page->height - link->y - link->height,
		link->x + link->width, page->height - link->y};
	g_string_append(text, "   /Rect [");
	for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
		g_string_append_c(text, ' ');
		pdf_append_number(text, corners[i]);
	}
	g_string_append(text, " ]\n");
}

/* What a link is told to lead to: the heading where there is one. */
static const char *description(const struct pages *pages, const struct item_link *link)
{
	if (!link->destination) {
		return link->uri;
	}
	for (guint i = 0; i < pages->outline->len; i++) {
		const struct outline_entry *entry =
			&g_array_index(pages->outline, struct outline_entry, i);
		if (strcmp(entry->destination, link->destination) == 0) {
			return entry->title;
		}
	}
	return link->destination;
}

/* False where a link leads to what is not painted, or after a reported fault. */
static bool append_target(
	const struct finishing *finishing, const struct item *item, GString *text)
{
	const struct item_link *link = &item->link;
	if (link->destination) {
		const struct destination *destination =
			pages_destination(finishing->pages, link->destination);
		if (!finishing_is_painted(finishing, destination)) {
			return false;
		}
		g_string_append(text, "   /Dest ");
		finishing_append_destination(finishing, text, destination);
		return true;
	}
	g_string_append(text, "   /A << /S /URI /URI ");
	if (!pdf_append_address(text, link->uri)) {
		diagnostics_error(finishing->diagnostics, item->place, "link-scheme",
			"链接“%s”不是以 http://、https:// 或 mailto: 开头的地址",
			link->uri);
		return false;
	}
	g_string_append(text, " >>");
	return true;
}

/* The object number of a link's annotation; 0: it has none. */
static int add_link(const struct finishing *finishing, const struct page *page,
	const struct item *item)
{
	GString *text =
		g_string_new("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]\n");
	int number = 0;
	append_area(text, page, &item->link);
	g_string_append(text, "   /Contents ");
	pdf_append_text(text, description(finishing->pages, &item->link));
	g_string_append_c(text, '\n');
	if (append_target(finishing, item, text)) {
		g_string_append(text, "\n>>");
		number = pdf_objects_add(finishing->objects, text->str);
	}
	g_string_free(text, TRUE);
	return number;
}

static void add_to_page(
	const struct finishing *finishing, int page_object, const char *links)
{
	GString *text = pdf_objects_text(finishing->objects, page_object);
	g_string_truncate(text, text->len - strlen(">>"));
	g_string_append_printf(text, "   /Annots [%s ]\n   /Tabs /S\n>>", links);
	pdf_objects_replace(finishing->objects, page_object, text->str);
	g_string_free(text, TRUE);
}

static void add_links_of(const struct finishing *finishing, guint index)
{
	const struct page *page = g_ptr_array_index(finishing->pages->list, index);
	GString *links = g_string_new(NULL);
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		int number =
			item->kind == ITEM_LINK ? add_link(finishing, page, item) : 0;
		if (number > 0) {
			g_string_append_printf(links, " %d 0 R", number);
		}
	}
	if (links->len > 0) {
		int painted = finishing->painted_numbers[index];
		add_to_page(finishing,
			g_array_index(finishing->page_objects, int, painted - 1),
			links->str);
	}
	g_string_free(links, TRUE);
}

bool finishing_add_links(const struct finishing *finishing)
{
	guint errors = diagnostics_count_of(finishing->diagnostics, SEVERITY_ERROR);
	for (guint i = 0; i < finishing->pages->list->len; i++) {
		if (finishing->painted_numbers[i] > 0) {
			add_links_of(finishing, i);
		}
	}
	return diagnostics_count_of(finishing->diagnostics, SEVERITY_ERROR) == errors;
}
