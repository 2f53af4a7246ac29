#include "paint/pdf_font_write.h"
#include "paint/face_tables.h"
#include "paint/pdf_to_unicode.h"
#include "paint/pdf_values.h"

#include <stdlib.h>

enum {
	WIDTH_OF_MOST = 1000, /* of Han characters; only other widths are listed */
	FLAG_SYMBOLIC = 4,    /* more than Latin letters, ISO 32000-1 table 123 */
	STEM_OF_MOST = 80,    /* what readers take in place of a face that is embedded */
	TAG_LETTERS = 6,
};

struct writing {
	const struct pdf_font *font;
	struct pdf_file *file;
	enum pdf_profile profile;
	bool truetype;
	hb_blob_t *program;
	guint16 *order; /* glyphs by rising code */
	char *name;
};

static hb_blob_t *truetype_program(hb_face_t *face)
{
	static const hb_tag_t tables[] = {
		HB_TAG('g', 'l', 'y', 'f'),
		HB_TAG('h', 'e', 'a', 'd'),
		HB_TAG('h', 'h', 'e', 'a'),
		HB_TAG('h', 'm', 't', 'x'),
		HB_TAG('l', 'o', 'c', 'a'),
		HB_TAG('m', 'a', 'x', 'p'),
	};
	hb_face_t *built = hb_face_builder_create();
	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
		hb_blob_t *table = hb_face_reference_table(face, tables[i]);
		hb_face_builder_add_table(built, tables[i], table);
		hb_blob_destroy(table);
	}
	hb_blob_t *program = hb_face_reference_blob(built);
	hb_face_destroy(built);
	return program;
}

/* Outlines alone; what else a font file has, a PDF file has in its own way. */
static void find_program(struct writing *writing)
{
	hb_face_t *face = writing->font->small;
	writing->program = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
	writing->truetype = hb_blob_get_length(writing->program) == 0;
	if (writing->truetype) {
		hb_blob_destroy(writing->program);
		writing->program = truetype_program(face);
	}
}

static int by_code(const void *left, const void *right, void *data)
{
	const struct pdf_font *font = data;
	int one = font->codes[*(const guint16 *)left];
	int other = font->codes[*(const guint16 *)right];
	return one - other;
}

static void sort_glyphs(struct writing *writing)
{
	guint count = writing->font->glyph_count;
	writing->order = g_new(guint16, count);
	for (guint i = 0; i < count; i++) {
		writing->order[i] = (guint16)i;
	}
	qsort_r(writing->order, count, sizeof(guint16), by_code,
		(void *)(uintptr_t)writing->font);
}

/* Six letters before the name tell a subset, and one subset from another (9.6.4): they
 * are made from its content. */
static void make_name(struct writing *writing)
{
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(writing->program, &length);
	char *sum = g_compute_checksum_for_data(
		G_CHECKSUM_MD5, (const guchar *)bytes, length);
	char *name = face_postscript_name(writing->font->face->hb_face);
	GString *tagged = g_string_new(NULL);
	for (int i = 0; i < TAG_LETTERS; i++) {
		int value = g_ascii_xdigit_value(sum[2 * i]) * 16 +
			    g_ascii_xdigit_value(sum[2 * i + 1]);
		g_string_append_c(tagged, (char)('A' + value % 26));
	}
	g_string_append_printf(tagged, "+%s", name ? name : "Face");
	GString *written = g_string_new(NULL);
	pdf_append_name(written, tagged->str);
	writing->name = g_string_free(written, FALSE);
	g_string_free(tagged, TRUE);
	g_free(name);
	g_free(sum);
}

static int write_program(const struct writing *writing)
{
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(writing->program, &length);
	char *entries = writing->truetype ? g_strdup_printf("/Length1 %u", length)
					  : g_strdup("/Subtype /CIDFontType0C");
	const struct pdf_stream stream = {entries, bytes, length, false};
	int number = pdf_file_add_stream(writing->file, &stream);
	g_free(entries);
	return number;
}

/* A bit for each code that there is, the highest first (9.8.3.2). */
static int write_set(const struct writing *writing)
{
	const struct pdf_font *font = writing->font;
	guint16 last = font->codes[writing->order[font->glyph_count - 1]];
	gsize length = (gsize)last / 8 + 1;
	guint8 *bits = g_malloc0(length);
	for (guint i = 0; i < font->glyph_count; i++) {
		guint16 code = font->codes[i];
		bits[code / 8] |= (guint8)(0x80 >> (code % 8));
	}
	const struct pdf_stream stream = {"", bits, length, false};
	int number = pdf_file_add_stream(writing->file, &stream);
	g_free(bits);
	return number;
}

/* A figure of the whole face in thousandths of an em. */
static int figure(const struct pdf_font *font, hb_tag_t table, unsigned place)
{
	int number = face_table_number(font->face->hb_face, table, place, 0);
	return (int)(number / font->face->units_per_em * 1000);
}

/* From the tables head (the box around all glyphs), hhea and OS/2. */
static int write_descriptor(const struct writing *writing)
{
	const struct pdf_font *font = writing->font;
	const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
	const hb_tag_t hhea = HB_TAG('h', 'h', 'e', 'a');
	const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2');
	GString *text = g_string_new(NULL);
	g_string_printf(text,
		"<< /Type /FontDescriptor /FontName %s /Flags %d /ItalicAngle 0 "
		"/Ascent %d /Descent %d /CapHeight %d /StemV %d /FontBBox [%d %d %d %d] "
		"/%s %d 0 R ",
		writing->name, FLAG_SYMBOLIC, figure(font, hhea, 4),
		figure(font, hhea, 6), figure(font, os2, 88), STEM_OF_MOST,
		figure(font, head, 36), figure(font, head, 38), figure(font, head, 40),
		figure(font, head, 42), writing->truetype ? "FontFile2" : "FontFile3",
		write_program(writing));
	if (writing->profile == PDF_ARCHIVE_1B) {
		g_string_append_printf(text, "/CIDSet %d 0 R ", write_set(writing));
	}
	g_string_append(text, ">>");
	int number = pdf_file_add(writing->file, text);
	g_string_free(text, TRUE);
	return number;
}

/* `first [width width ...]` for each stretch of codes without a gap (9.7.4.3). */
static void append_widths(GString *text, const struct writing *writing)
{
	const struct pdf_font *font = writing->font;
	int expected = -1;
	g_string_append_printf(text, "/DW %d /W [", WIDTH_OF_MOST);
	for (guint i = 0; i < font->glyph_count; i++) {
		guint16 glyph = writing->order[i];
		if (font->widths[glyph] == WIDTH_OF_MOST) {
			continue;
		}
		int code = font->codes[glyph];
		if (code != expected) {
			g_string_append_printf(
				text, "%s%d [", expected < 0 ? "" : "] ", code);
		}
		g_string_append_printf(text, " %d", font->widths[glyph]);
		expected = code + 1;
	}
	g_string_append(text, expected < 0 ? "]" : "]]");
}

static int write_descendant(const struct writing *writing)
{
	GString *text = g_string_new(NULL);
	g_string_printf(text,
		"<< /Type /Font /Subtype /CIDFontType%d /BaseFont %s "
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
		"/Supplement 0 >> /FontDescriptor %d 0 R %s",
		writing->truetype ? 2 : 0, writing->name, write_descriptor(writing),
		writing->truetype ? "/CIDToGIDMap /Identity " : "");
	append_widths(text, writing);
	g_string_append(text, " >>");
	int number = pdf_file_add(writing->file, text);
	g_string_free(text, TRUE);
	return number;
}

void pdf_font_write(
	const struct pdf_font *font, struct pdf_file *file, enum pdf_profile profile)
{
	struct writing writing = {.font = font, .file = file, .profile = profile};
	find_program(&writing);
	sort_glyphs(&writing);
	make_name(&writing);
	int descendant = write_descendant(&writing);
	int to_unicode = pdf_to_unicode_write(font, writing.order, file);
	GString *text = g_string_new(NULL);
	g_string_printf(text,
		"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H "
		"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
		writing.name, descendant, to_unicode);
	pdf_file_put(file, font->object, text);
	g_string_free(text, TRUE);
	g_free(writing.name);
	g_free(writing.order);
	hb_blob_destroy(writing.program);
}
