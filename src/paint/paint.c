#include "paint/formats.h"
#include "paint/glyphs_used.h"

cairo_status_t bytes_write(void *bytes, const unsigned char *data, unsigned length)
{
	g_byte_array_append(bytes, data, length);
	return CAIRO_STATUS_SUCCESS;
}

bool cairo_succeeded(cairo_status_t status, struct diagnostics *diagnostics)
{
	if (status == CAIRO_STATUS_SUCCESS) {
		return true;
	}
	diagnostics_fault(diagnostics, FAULT_INTERNAL, "paint-failed", "绘制页面失败：%s",
		cairo_status_to_string(status));
	return false;
}

static const struct page *first_wanted(const struct pages *pages, const bool *wanted)
{
	for (guint i = 0; i < pages->list->len; i++) {
		if (page_is_wanted(wanted, i)) {
			return g_ptr_array_index(pages->list, i);
		}
	}
	g_assert_not_reached();
}

GByteArray *paint_pages(const struct pages *pages, const struct paint_options *options,
	struct diagnostics *diagnostics)
{
	if (options->format == PAINT_PDF) {
		return pdf_paint(pages, options, diagnostics);
	}
	struct painted_faces *faces =
		painted_faces_create(pages, options->wanted, diagnostics);
	if (!faces) {
		return NULL;
	}
	const struct page *page = first_wanted(pages, options->wanted);
	GByteArray *bytes =
		options->format == PAINT_PNG
			? png_paint(page, options->resolution, faces, diagnostics)
			: svg_paint(page, faces, diagnostics);
	painted_faces_destroy(faces);
	return bytes;
}
