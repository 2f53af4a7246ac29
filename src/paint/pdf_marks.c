/* What glyphs are read as is said in a mark of its own beside the others of its node, not
 * in one within them: readers lose what follows a mark within a mark. */
#include "paint/pdf_marks.h"
#include "paint/pdf_roles.h"
#include "paint/pdf_values.h"

bool page_marks_stand(const struct page_marks *marks, const struct item *item)
{
	return !marks->painting->tagged || (marks->open && marks->node == item->node &&
						   marks->artifact == item->artifact);
}

/* Adds a numbered mark of a node; gives its number on the page. */
static int add_mark(struct page_marks *marks, const struct structure_node *node)
{
	struct pdf_mark mark = {
		.node = node->number,
		.page = marks->page,
		.number = marks->count++,
	};
	g_array_append_val(marks->painting->marks, mark);
	return mark.number;
}

void page_marks_begin(struct page_marks *marks, const struct item *item)
{
	static const char *const artifacts[] = {
		[ARTIFACT_NONE] = "Layout",
		[ARTIFACT_PAGINATION] = "Pagination",
		[ARTIFACT_LAYOUT] = "Layout",
		[ARTIFACT_BACKGROUND] = "Background",
	};
	g_assert(!marks->open);
	if (item->node) {
		g_string_append_printf(marks->out, "/%s<</MCID %d>>BDC\n",
			pdf_role_name(item->node->role), add_mark(marks, item->node));
	} else {
		g_string_append_printf(marks->out, "/Artifact<</Type/%s>>BDC\n",
			artifacts[item->artifact]);
	}
	marks->open = true;
	marks->node = item->node;
	marks->artifact = item->artifact;
}

void page_marks_speak(struct page_marks *marks, const struct item *item, const char *text,
	size_t length)
{
	g_assert(!marks->open && item->node);
	g_string_append(marks->out, "/Span<<");
	if (marks->painting->tagged) {
		g_string_append_printf(
			marks->out, "/MCID %d", add_mark(marks, item->node));
	}
	g_string_append(marks->out, "/ActualText");
	pdf_append_text_bytes(marks->out, text, length);
	g_string_append(marks->out, ">>BDC\n");
	marks->open = true;
	marks->node = NULL; /* nothing else goes into it */
	marks->artifact = ARTIFACT_NONE;
}

void page_marks_end(struct page_marks *marks)
{
	if (marks->open) {
		g_string_append(marks->out, "EMC\n");
		marks->open = false;
	}
}
