#include "paint/pdf_finish.h"
#include "paint/pdf_finishing.h"
#include "paint/pdf_values.h"

#include <stdlib.h>
#include <string.h>

bool finishing_is_painted(
	const struct finishing *finishing, const struct destination *destination)
{
	return destination && finishing->painted_numbers[destination->page] > 0;
}

void finishing_append_destination(const struct finishing *finishing, GString *text,
	const struct destination *destination)
{
	const struct page *page =
		g_ptr_array_index(finishing->pages->list, destination->page);
	int painted = finishing->painted_numbers[destination->page];
	g_string_append_printf(text, "[%d 0 R /XYZ ",
		g_array_index(finishing->page_objects, int, painted - 1));
	pdf_append_number(text, destination->x);
	g_string_append_c(text, ' ');
	pdf_append_number(text, page->height - destination->y);
	g_string_append(text, " null]");
}

/* The day from SOURCE_DATE_EPOCH, where a build sets it; NULL: none. */
static char *epoch_date(void)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	gint64 seconds = 0;
	if (!epoch ||
		!g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT64, &seconds, NULL)) {
		return NULL;
	}
	GDateTime *time = g_date_time_new_from_unix_utc(seconds);
	char *date = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
	if (time) {
		g_date_time_unref(time);
	}
	return date;
}

static void append_date(GString *text, const struct metadata *metadata)
{
	GString *value = g_string_new(NULL);
	char *epoch = metadata->date ? NULL : epoch_date();
	const char *date = metadata->date ? metadata->date : epoch;
	if (date && pdf_append_date(value, date)) {
		g_string_append_printf(text, "   /CreationDate %s\n   /ModDate %s\n",
			value->str, value->str);
	}
	g_free(epoch);
	g_string_free(value, TRUE);
}

/* In place of cairo's, which has the clock's date. */
static void replace_information(const struct finishing *finishing)
{
	const struct metadata *metadata = &finishing->pages->metadata;
	const struct {
		const char *key;
		const char *value;
	} entries[] = {
		{"Title", metadata->title},
		{"Author", metadata->author},
		{"Subject", metadata->subject},
		{"Keywords", metadata->keywords},
		{"Reference", metadata->reference},
		{"Layout", metadata->layout},
		{"Creator", "jixiao " JIXIAO_VERSION},
		{"Producer", "jixiao " JIXIAO_VERSION},
	};
	GString *text = g_string_new("<<\n");
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
		if (entries[i].value) {
			g_string_append_printf(text, "   /%s ", entries[i].key);
			pdf_append_text(text, entries[i].value);
			g_string_append_c(text, '\n');
		}
	}
	append_date(text, metadata);
	g_string_append(text, ">>");
	pdf_objects_replace(finishing->objects,
		pdf_objects_information(finishing->objects), text->str);
	g_string_free(text, TRUE);
}

static void complete_catalog(const struct finishing *finishing, int outline)
{
	int root = pdf_objects_root(finishing->objects);
	const struct metadata *metadata = &finishing->pages->metadata;
	GString *text = pdf_objects_text(finishing->objects, root);
	g_string_truncate(text, text->len - strlen(">>"));
	if (metadata->language) {
		g_string_append(text, "   /Lang ");
		pdf_append_text(text, metadata->language);
		g_string_append_c(text, '\n');
	}
	if (metadata->title) {
		g_string_append(
			text, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
	}
	if (outline > 0) {
		g_string_append_printf(text,
			"   /Outlines %d 0 R\n   /PageMode /UseOutlines\n", outline);
	}
	g_string_append(text, ">>");
	pdf_objects_replace(finishing->objects, root, text->str);
	g_string_free(text, TRUE);
}

/* The pages' object numbers from the page tree, in which cairo makes no branches. */
static void find_pages(struct finishing *finishing)
{
	GString *catalog = pdf_objects_text(
		finishing->objects, pdf_objects_root(finishing->objects));
	GString *tree = catalog ? pdf_objects_text(finishing->objects,
					  pdf_reference(catalog->str, "/Pages "))
				: NULL;
	const char *at = tree ? strstr(tree->str, "/Kids [") : NULL;
	at = at ? at + strlen("/Kids [") : "";
	char *rest = NULL;
	for (int number = (int)strtol(at, &rest, 10); number > 0;
		number = (int)strtol(at, &rest, 10)) {
		g_array_append_val(finishing->page_objects, number);
		at = g_str_has_prefix(rest, " 0 R") ? rest + strlen(" 0 R") : "";
	}
	if (tree) {
		g_string_free(tree, TRUE);
	}
	if (catalog) {
		g_string_free(catalog, TRUE);
	}
}

/* Whether the file is as we know cairo to write it, each painted page in its place. */
static bool is_as_expected(struct finishing *finishing)
{
	guint painted = 0;
	for (guint i = 0; i < finishing->pages->list->len; i++) {
		painted += finishing->painted_numbers[i] > 0 ? 1 : 0;
	}
	if (finishing->objects && pdf_objects_information(finishing->objects) > 0) {
		find_pages(finishing);
		if (finishing->page_objects->len == painted) {
			return true;
		}
	}
	diagnostics_fault(finishing->diagnostics, FAULT_INTERNAL, "pdf-unexpected",
		"cairo 写出的 PDF 结构与预期不符，未能完成");
	return false;
}

GByteArray *pdf_finish(const GByteArray *drawn, const struct pages *pages,
	const int *painted_numbers, struct diagnostics *diagnostics)
{
	struct finishing finishing = {
		.pages = pages,
		.painted_numbers = painted_numbers,
		.objects = pdf_objects_read(drawn->data, drawn->len),
		.page_objects = g_array_new(FALSE, FALSE, sizeof(int)),
		.diagnostics = diagnostics,
	};
	GByteArray *file = NULL;
	if (is_as_expected(&finishing) && finishing_add_links(&finishing)) {
		complete_catalog(&finishing, finishing_add_outline(&finishing));
		replace_information(&finishing);
		file = pdf_objects_write(finishing.objects);
	}
	g_array_unref(finishing.page_objects);
	pdf_objects_destroy(finishing.objects);
	return file;
}
