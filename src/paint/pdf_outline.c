/* The outline (bookmarks), ISO 32000-1 12.3.3. cairo could write it, but counts what is
 * open with the wrong sign. The first level stands open, all below it closed. */
#include "paint/pdf_outline.h"
#include "paint/pdf_values.h"

/* An entry that leads to a painted page; 0 stands for the outline itself. */
struct bookmark {
	const struct outline_entry *entry; /* NULL: the outline */
	const struct destination *destination;
	int object;
	int level;
	int child_count;
	guint parent;
	guint first, last; /* children, by index; 0: none */
	guint previous, next;
};

static struct bookmark *bookmark_at(GArray *bookmarks, guint index)
{
	return &g_array_index(bookmarks, struct bookmark, index);
}

/* Hangs the last bookmark on the nearest one before it that is of a higher level. */
static void hang(GArray *bookmarks)
{
	guint index = bookmarks->len - 1;
	struct bookmark *bookmark = bookmark_at(bookmarks, index);
	guint parent = index - 1;
	while (bookmark_at(bookmarks, parent)->level >= bookmark->level) {
		parent = bookmark_at(bookmarks, parent)->parent;
	}
	struct bookmark *above = bookmark_at(bookmarks, parent);
	bookmark->parent = parent;
	bookmark->previous = above->last;
	if (above->last) {
		bookmark_at(bookmarks, above->last)->next = index;
	} else {
		above->first = index;
	}
	above->last = index;
	above->child_count++;
}

static GArray *collect_bookmarks(const struct pdf_painting *painting)
{
	const struct pages *pages = painting->pages;
	GArray *bookmarks = g_array_new(FALSE, TRUE, sizeof(struct bookmark));
	struct bookmark outline = {.level = 0};
	g_array_append_val(bookmarks, outline);
	for (guint i = 0; i < pages->outline->len; i++) {
		const struct outline_entry *entry =
			&g_array_index(pages->outline, struct outline_entry, i);
		struct bookmark bookmark = {
			.entry = entry,
			.destination = pages_destination(pages, entry->destination),
			.level = MAX(entry->level, 1),
		};
		if (painting_has(painting, bookmark.destination)) {
			g_array_append_val(bookmarks, bookmark);
			hang(bookmarks);
		}
	}
	return bookmarks;
}

static void append_relation(
	GString *text, GArray *bookmarks, const char *key, guint index, bool present)
{
	if (present) {
		g_string_append_printf(
			text, "/%s %d 0 R\n", key, bookmark_at(bookmarks, index)->object);
	}
}

/* How many entries are seen below one when it stands open; negative: it is closed. */
static int visible_count(GArray *bookmarks, const struct bookmark *bookmark)
{
	if (bookmark->level > 1) {
		return -bookmark->child_count;
	}
	int count = bookmark->child_count;
	if (bookmark->level == 0) {
		for (guint i = bookmark->first; i; i = bookmark_at(bookmarks, i)->next) {
			count += bookmark_at(bookmarks, i)->child_count;
		}
	}
	return count;
}

static void write_bookmark(
	const struct pdf_painting *painting, GArray *bookmarks, guint index)
{
	const struct bookmark *bookmark = bookmark_at(bookmarks, index);
	GString *text = g_string_new("<<\n");
	if (bookmark->entry) {
		g_string_append(text, "/Title ");
		pdf_append_text(text, bookmark->entry->title);
		g_string_append(text, "\n   /Dest ");
		painting_append_destination(painting, text, bookmark->destination);
		g_string_append_c(text, '\n');
	} else {
		g_string_append(text, "/Type /Outlines\n");
	}
	append_relation(text, bookmarks, "Parent", bookmark->parent, index > 0);
	append_relation(
		text, bookmarks, "Prev", bookmark->previous, bookmark->previous > 0);
	append_relation(text, bookmarks, "Next", bookmark->next, bookmark->next > 0);
	append_relation(text, bookmarks, "First", bookmark->first, bookmark->first > 0);
	append_relation(text, bookmarks, "Last", bookmark->last, bookmark->last > 0);
	if (bookmark->child_count > 0) {
		g_string_append_printf(
			text, "/Count %d\n", visible_count(bookmarks, bookmark));
	}
	g_string_append(text, ">>");
	pdf_file_put(painting->file, bookmark->object, text);
	g_string_free(text, TRUE);
}

int pdf_outline_write(const struct pdf_painting *painting)
{
	GArray *bookmarks = collect_bookmarks(painting);
	int outline = 0;
	if (bookmarks->len > 1) {
		int first = pdf_file_reserve(painting->file, (int)bookmarks->len);
		for (guint i = 0; i < bookmarks->len; i++) {
			bookmark_at(bookmarks, i)->object = first + (int)i;
		}
		for (guint i = 0; i < bookmarks->len; i++) {
			write_bookmark(painting, bookmarks, i);
		}
		outline = bookmark_at(bookmarks, 0)->object;
	}
	g_array_unref(bookmarks);
	return outline;
}
