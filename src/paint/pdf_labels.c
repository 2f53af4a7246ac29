#include "paint/pdf_labels.h"
#include "paint/pdf_values.h"

#include <string.h>

/* The number that a label is, as it would be counted; 0: it is none. */
static gint64 label_number(const char *label)
{
	gint64 number = 0;
	return label && label[0] != '0' &&
			       g_ascii_string_to_signed(
				       label, 10, 1, G_MAXINT32, &number, NULL)
		       ? number
		       : 0;
}

static void append_label(GString *text, const char *label)
{
	gint64 number = label_number(label);
	if (number > 0) {
		g_string_append_printf(
			text, "<< /S /D /St %" G_GINT64_FORMAT " >> ", number);
	} else {
		g_string_append(text, "<< /P ");
		pdf_append_text(text, label ? label : "");
		g_string_append(text, " >> ");
	}
}

void pdf_labels_append(const struct pdf_painting *painting, GString *text)
{
	gint64 expected = -1;
	g_string_append(text, "/PageLabels << /Nums [ ");
	for (guint i = 0; i < painting->pages->list->len; i++) {
		if (painting->painted_numbers[i] == 0) {
			continue;
		}
		const struct page *page = g_ptr_array_index(painting->pages->list, i);
		gint64 number = label_number(page->label);
		if (number == 0 || number != expected) {
			g_string_append_printf(
				text, "%d ", painting->painted_numbers[i] - 1);
			append_label(text, page->label);
		}
		expected = number > 0 ? number + 1 : -1;
	}
	g_string_append(text, "] >>\n");
}
