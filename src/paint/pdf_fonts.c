#include "paint/pdf_fonts.h"
#include "base/language.h"
#include "paint/cff_charset.h"
#include "paint/face_tables.h"
#include "paint/pdf_font_write.h"

enum {
	LICENCE_PLACE = 8,         /* of fsType in the table OS/2 */
	LICENCE_RESTRICTED = 0x02, /* alone of the lowest four bits */
	LICENCE_WHOLE = 0x100,     /* no subsets */
	LICENCE_BITMAPS = 0x200,   /* no outlines */
};

struct pdf_fonts {
	struct pdf_file *file;
	GPtrArray *list; /* struct pdf_font */
};

static void free_font(gpointer data)
{
	struct pdf_font *font = data;
	hb_face_destroy(font->small);
	face_subset_destroy(font->subset);
	g_free(font->codes);
	g_free(font->widths);
	g_free(font->texts);
	g_free(font);
}

static const char *forbidden_by(guint licence)
{
	if ((licence & 0xF) == LICENCE_RESTRICTED) {
		return _("嵌入");
	}
	if (licence & LICENCE_WHOLE) {
		return _("只嵌入用到的字");
	}
	return licence & LICENCE_BITMAPS ? _("嵌入轮廓") : NULL;
}

/* What the face's maker allows, as the face itself says it. */
static void check_licence(const struct face *face, struct diagnostics *diagnostics)
{
	int licence = face_table_number(
		face->hb_face, HB_TAG('O', 'S', '/', '2'), LICENCE_PLACE, 0);
	const char *forbidden = forbidden_by((guint)licence);
	if (forbidden) {
		diagnostics_warning(diagnostics, (struct place){0}, "face-licence",
			"字体“%s”（%s）的许可标志不许%s", face->name, face->file,
			forbidden);
		diagnostics_hint(diagnostics, "请向字体厂商取得许可，或换用别的字体");
	}
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(table) > 0;
	hb_blob_destroy(table);
	return has;
}

/* TrueType glyphs are called by their numbers. */
static bool fill_codes(struct pdf_font *font)
{
	if (has_table(font->small, HB_TAG('g', 'l', 'y', 'f'))) {
		for (guint i = 0; i < font->glyph_count; i++) {
			font->codes[i] = (guint16)i;
		}
		return true;
	}
	hb_blob_t *table =
		hb_face_reference_table(font->small, HB_TAG('C', 'F', 'F', ' '));
	unsigned length = 0;
	const guint8 *bytes = (const guint8 *)hb_blob_get_data(table, &length);
	bool good = cff_charset_read(bytes, length, font->codes, font->glyph_count);
	hb_blob_destroy(table);
	return good;
}

static void fill_widths(struct pdf_font *font)
{
	hb_font_t *measured = hb_font_create(font->small);
	double units = hb_face_get_upem(font->small);
	for (guint i = 0; i < font->glyph_count; i++) {
		double width = hb_font_get_glyph_h_advance(measured, i);
		font->widths[i] = (gint16)(width / units * 1000 + 0.5);
	}
	hb_font_destroy(measured);
}

static bool add_font(struct pdf_fonts *fonts, const struct face_use *use,
	struct diagnostics *diagnostics)
{
	struct face_subset *subset = face_subset_create(use, diagnostics);
	if (!subset) {
		return false;
	}
	struct pdf_font *font = g_new0(struct pdf_font, 1);
	g_ptr_array_add(fonts->list, font);
	font->face = use->face;
	font->subset = subset;
	font->small = hb_face_create(subset->file, 0);
	font->glyph_count = hb_face_get_glyph_count(font->small);
	font->codes = g_new0(guint16, font->glyph_count);
	font->widths = g_new0(gint16, font->glyph_count);
	font->texts = g_new0(struct glyph_text, font->glyph_count);
	font->object = pdf_file_reserve(fonts->file, 1);
	if (!fill_codes(font)) {
		diagnostics_fault(diagnostics, FAULT_RESOURCE, "face-damaged",
			"字体“%s”（%s）没有可嵌入的轮廓，文件可能已损坏", use->face->name,
			use->face->file);
		return false;
	}
	fill_widths(font);
	check_licence(use->face, diagnostics);
	return true;
}

struct pdf_fonts *pdf_fonts_create(struct pdf_file *file, const struct pages *pages,
	const bool *wanted, struct diagnostics *diagnostics)
{
	struct pdf_fonts *fonts = g_new0(struct pdf_fonts, 1);
	fonts->file = file;
	fonts->list = g_ptr_array_new_with_free_func(free_font);
	GPtrArray *uses = glyphs_used(pages, wanted);
	bool good = true;
	for (guint i = 0; i < uses->len; i++) {
		good = add_font(fonts, g_ptr_array_index(uses, i), diagnostics) && good;
	}
	g_ptr_array_unref(uses);
	if (!good) {
		pdf_fonts_destroy(fonts);
		return NULL;
	}
	return fonts;
}

void pdf_fonts_destroy(struct pdf_fonts *fonts)
{
	if (fonts) {
		g_ptr_array_unref(fonts->list);
		g_free(fonts);
	}
}

int pdf_fonts_number(const struct pdf_fonts *fonts, const struct face *face)
{
	int number = 0;
	while (pdf_fonts_get(fonts, number)->face != face) {
		number++;
	}
	return number;
}

int pdf_fonts_count(const struct pdf_fonts *fonts)
{
	return (int)fonts->list->len;
}

struct pdf_font *pdf_fonts_get(const struct pdf_fonts *fonts, int number)
{
	g_assert(number >= 0 && (guint)number < fonts->list->len);
	return g_ptr_array_index(fonts->list, number);
}

void pdf_fonts_append_resources(const struct pdf_fonts *fonts, GString *out)
{
	for (guint i = 0; i < fonts->list->len; i++) {
		g_string_append_printf(
			out, "/F%u %d 0 R ", i, pdf_fonts_get(fonts, (int)i)->object);
	}
}

void pdf_fonts_write(const struct pdf_fonts *fonts, enum pdf_profile profile)
{
	for (guint i = 0; i < fonts->list->len; i++) {
		pdf_font_write(pdf_fonts_get(fonts, (int)i), fonts->file, profile);
	}
}
