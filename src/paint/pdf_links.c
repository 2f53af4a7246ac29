/* Links as annotations, ISO 32000-1 12.5.6.5, with what an archived file wants of them:
 * printed (ISO 19005-2 6.3.2) and described (ISO 14289-1 7.18.5). cairo would write
 * addresses unescaped, and links without structure in a way that damages the file. */
#include "paint/pdf_links.h"
#include "paint/pdf_values.h"

#include <string.h>

static void append_area(
	GString *text, const struct page *page, const struct item_link *link)
{
	const double corners[] = {link->x, page->height - link->y - link->height,
		link->x + link->width, page->height - link->y};
	g_string_append(text, "/Rect [");
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

/* False where a link leads to what is not painted, or after a report. */
static bool append_place(
	const struct pdf_painting *painting, const struct item *item, GString *text)
{
	const char *name = item->link.destination;
	const struct destination *destination = pages_destination(painting->pages, name);
	if (!destination) {
		diagnostics_warning(painting->diagnostics, item->place, "link-nowhere",
			"链接的目标“%s”不在文档里，这个链接没有写入", name);
	}
	if (!painting_has(painting, destination)) {
		return false;
	}
	g_string_append(text, "/Dest ");
	painting_append_destination(painting, text, destination);
	return true;
}

static bool append_address(
	const struct pdf_painting *painting, const struct item *item, GString *text)
{
	g_string_append(text, "/A << /S /URI /URI ");
	if (!pdf_append_address(text, item->link.uri)) {
		diagnostics_error(painting->diagnostics, item->place, "link-scheme",
			"链接“%s”不是以 http://、https:// 或 mailto: 开头的地址",
			item->link.uri);
		return false;
	}
	g_string_append(text, " >>");
	return true;
}

static void add_mark(
	struct pdf_painting *painting, const struct item *item, int page, int object)
{
	struct pdf_mark mark = {
		.node = item->node->number,
		.page = page,
		.number = object,
		.is_object = true,
	};
	g_array_append_val(painting->marks, mark);
}

void pdf_link_write(struct pdf_painting *painting, const struct painted_page *painted,
	const struct item *item, GString *annotations)
{
	GString *text = g_string_new("<< /Type /Annot /Subtype /Link /F 4 "
				     "/Border [0 0 0]\n");
	append_area(text, painted->page, &item->link);
	g_string_append(text, "/Contents ");
	pdf_append_text(text, description(painting->pages, &item->link));
	g_string_append_c(text, '\n');
	if (item->link.destination ? append_place(painting, item, text)
				   : append_address(painting, item, text)) {
		bool marked = painting->tagged && item->node;
		if (marked) {
			g_string_append_printf(text, "\n/StructParent %d",
				painting->painted_count + painting->annotation_count++);
		}
		g_string_append(text, "\n>>");
		int object = pdf_file_add(painting->file, text);
		g_string_append_printf(annotations, " %d 0 R", object);
		if (marked) {
			add_mark(painting, item, painted->number, object);
		}
	}
	g_string_free(text, TRUE);
}
