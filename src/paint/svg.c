#include "paint/draw_page.h"
#include "paint/formats.h"

#include <cairo-svg.h>
#include <string.h>

/* cairo counts its surfaces over the life of the program and writes the number down. */
static void remove_surface_number(GByteArray *bytes)
{
	static const char start[] = "<g id=\"surface";
	guint8 *found = memmem(bytes->data, bytes->len, start, strlen(start));
	if (found) {
		guint at = (guint)(found - bytes->data) + (guint)strlen(start);
		while (at < bytes->len && g_ascii_isdigit((char)bytes->data[at])) {
			g_byte_array_remove_index(bytes, at);
		}
	}
}

GByteArray *svg_paint(const struct page *page, const struct painted_faces *faces,
	struct diagnostics *diagnostics)
{
	GByteArray *bytes = g_byte_array_new();
	cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
		bytes_write, bytes, page->width, page->height);
	cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
	cairo_t *cairo = cairo_create(surface);
	draw_page(cairo, page, faces);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	cairo_status_t status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (!cairo_succeeded(status, diagnostics)) {
		g_byte_array_unref(bytes);
		return NULL;
	}
	remove_surface_number(bytes);
	return bytes;
}
