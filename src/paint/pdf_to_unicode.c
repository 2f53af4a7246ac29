#include "paint/pdf_to_unicode.h"
#include "paint/pdf_values.h"

enum {
	BLOCK_LENGTH = 100
}; /* entries, at most: Adobe Technical Note 5014 */

static const char head[] = "/CIDInit /ProcSet findresource begin\n"
			   "12 dict begin\n"
			   "begincmap\n"
			   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
			   "/Supplement 0 >> def\n"
			   "/CMapName /Adobe-Identity-UCS def\n"
			   "/CMapType 2 def\n"
			   "1 begincodespacerange\n"
			   "<0000> <FFFF>\n"
			   "endcodespacerange\n";

static const char foot[] = "endcmap\n"
			   "CMapName currentdict /CMap defineresource pop\n"
			   "end\n"
			   "end\n";

static void end_block(GString *map, const GString *block, int count)
{
	if (count > 0) {
		g_string_append_printf(map, "%d beginbfchar\n", count);
		g_string_append_len(map, block->str, (gssize)block->len);
		g_string_append(map, "endbfchar\n");
	}
}

static void append_entries(
	GString *map, const struct pdf_font *font, const guint16 *order)
{
	GString *block = g_string_new(NULL);
	int count = 0;
	for (guint i = 0; i < font->glyph_count; i++) {
		const struct glyph_text *text = &font->texts[order[i]];
		if (!text->text) {
			continue;
		}
		g_string_append_c(block, '<');
		pdf_append_hexadecimal(block, font->codes[order[i]], 4);
		g_string_append(block, "> <");
		pdf_append_utf16(block, text->text, text->length);
		g_string_append(block, ">\n");
		if (++count == BLOCK_LENGTH) {
			end_block(map, block, count);
			g_string_truncate(block, 0);
			count = 0;
		}
	}
	end_block(map, block, count);
	g_string_free(block, TRUE);
}

int pdf_to_unicode_write(
	const struct pdf_font *font, const guint16 *order, struct pdf_file *file)
{
	GString *map = g_string_new(head);
	append_entries(map, font, order);
	g_string_append(map, foot);
	const struct pdf_stream stream = {
		.entries = "", .bytes = map->str, .length = map->len};
	int number = pdf_file_add_stream(file, &stream);
	g_string_free(map, TRUE);
	return number;
}
