#include "paint/draw_page.h"
#include "paint/formats.h"

#include <math.h>

enum {
	LARGEST_SIDE = 32767
}; /* of a cairo image, pixels */

static GByteArray *encode(cairo_surface_t *surface, struct diagnostics *diagnostics)
{
	GByteArray *bytes = g_byte_array_new();
	cairo_status_t status =
		cairo_surface_write_to_png_stream(surface, bytes_write, bytes);
	if (!cairo_succeeded(status, diagnostics)) {
		g_byte_array_unref(bytes);
		return NULL;
	}
	return bytes;
}

static cairo_status_t draw(cairo_surface_t *surface, double scale,
	const struct page *page, const struct painted_faces *faces)
{
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	draw_page(cairo, page, faces);
	cairo_status_t status = cairo_status(cairo);
	cairo_destroy(cairo);
	return status;
}

GByteArray *png_paint(const struct page *page, double resolution,
	const struct painted_faces *faces, struct diagnostics *diagnostics)
{
	double scale = resolution / 72.0;
	double width = ceil(page->width * scale);
	double height = ceil(page->height * scale);
	if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
		diagnostics_fault(diagnostics, FAULT_LIMIT, "image-too-large",
			"图像为 %.0f×%.0f 像素，每边至多 %d 像素", width, height,
			LARGEST_SIDE);
		diagnostics_hint(diagnostics, "请降低分辨率");
		return NULL;
	}
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
	cairo_status_t status = draw(surface, scale, page, faces);
	GByteArray *bytes = cairo_succeeded(status, diagnostics)
				    ? encode(surface, diagnostics)
				    : NULL;
	cairo_surface_destroy(surface);
	return bytes;
}
