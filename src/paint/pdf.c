/* Pages through cairo into a PDF file, which pdf_finish() then completes. */
#include "paint/draw_page.h"
#include "paint/formats.h"
#include "paint/glyphs_used.h"
#include "paint/pdf_finish.h"

#include <cairo-pdf.h>

static void paint_page(cairo_surface_t *surface, cairo_t *cairo, const struct page *page,
	const struct painted_faces *faces)
{
	cairo_pdf_surface_set_size(surface, page->width, page->height);
	if (page->label) {
		cairo_pdf_surface_set_page_label(surface, page->label);
	}
	draw_page(cairo, page, faces);
	cairo_show_page(cairo);
}

static cairo_status_t paint_all(cairo_surface_t *surface, const struct pages *pages,
	const struct painted_faces *faces, const int *painted_numbers)
{
	cairo_t *cairo = cairo_create(surface);
	for (guint i = 0; i < pages->list->len; i++) {
		if (painted_numbers[i] > 0) {
			paint_page(
				surface, cairo, g_ptr_array_index(pages->list, i), faces);
		}
	}
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	return cairo_surface_status(surface);
}

/* The number of each page in the file, from 1; 0: not painted. */
static int *number_painted(const struct pages *pages, const bool *wanted)
{
	int *numbers = g_new0(int, pages->list->len + 1);
	int painted = 0;
	for (guint i = 0; i < pages->list->len; i++) {
		numbers[i] = page_is_wanted(wanted, i) ? ++painted : 0;
	}
	return numbers;
}

GByteArray *pdf_paint(const struct pages *pages, const struct paint_options *options,
	const struct painted_faces *faces, struct diagnostics *diagnostics)
{
	int *painted_numbers = number_painted(pages, options->wanted);
	GByteArray *drawn = g_byte_array_new();
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(bytes_write, drawn, 1, 1);
	cairo_status_t status = paint_all(surface, pages, faces, painted_numbers);
	cairo_surface_destroy(surface);
	GByteArray *finished =
		cairo_succeeded(status, diagnostics)
			? pdf_finish(drawn, pages, painted_numbers, diagnostics)
			: NULL;
	g_byte_array_unref(drawn);
	g_free(painted_numbers);
	return finished;
}
