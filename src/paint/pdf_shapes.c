#include "paint/pdf_shapes.h"
#include "paint/pdf_values.h"

#include <string.h>

enum {
	FIRST_CODE = 'A', /* a letter a text, then what follows in ASCII */
	MOST_CODES = 26,
};

struct pdf_shapes {
	struct pdf_file *file;
	GPtrArray *texts; /* char *, by code */
	int object;       /* 0: not used yet */
};

struct pdf_shapes *pdf_shapes_create(struct pdf_file *file)
{
	struct pdf_shapes *shapes = g_new0(struct pdf_shapes, 1);
	shapes->file = file;
	shapes->texts = g_ptr_array_new_with_free_func(g_free);
	return shapes;
}

void pdf_shapes_destroy(struct pdf_shapes *shapes)
{
	if (shapes) {
		g_ptr_array_unref(shapes->texts);
		g_free(shapes);
	}
}

guint8 pdf_shapes_code(struct pdf_shapes *shapes, const char *text)
{
	guint index = 0;
	while (index < shapes->texts->len &&
		strcmp(g_ptr_array_index(shapes->texts, index), text) != 0) {
		index++;
	}
	if (index == MOST_CODES) {
		return 0;
	}
	if (index == shapes->texts->len) {
		g_ptr_array_add(shapes->texts, g_strdup(text));
	}
	if (shapes->object == 0) {
		shapes->object = pdf_file_reserve(shapes->file, 1);
	}
	return (guint8)(FIRST_CODE + index);
}

void pdf_shapes_append_resources(const struct pdf_shapes *shapes, GString *out)
{
	if (shapes->object > 0) {
		g_string_append_printf(out, "/Shapes %d 0 R ", shapes->object);
	}
}

static int write_to_unicode(const struct pdf_shapes *shapes)
{
	GString *map = g_string_new(NULL);
	g_string_printf(map,
		"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		"/CMapName /Shapes def\n/CMapType 2 def\n"
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
		"%u beginbfchar\n",
		shapes->texts->len);
	for (guint i = 0; i < shapes->texts->len; i++) {
		const char *text = g_ptr_array_index(shapes->texts, i);
		g_string_append_printf(map, "<%02X> <", FIRST_CODE + i);
		pdf_append_utf16(map, text, strlen(text));
		g_string_append(map, ">\n");
	}
	g_string_append(map, "endbfchar\nendcmap\n"
			     "CMapName currentdict /CMap defineresource pop\nend\nend\n");
	const struct pdf_stream stream = {
		.entries = "", .bytes = map->str, .length = map->len};
	int number = pdf_file_add_stream(shapes->file, &stream);
	g_string_free(map, TRUE);
	return number;
}

/* A font whose glyphs are drawn by operators (9.6.5): here by none. */
void pdf_shapes_write(const struct pdf_shapes *shapes)
{
	if (shapes->object == 0) {
		return;
	}
	static const char nothing[] = "1000 0 d0";
	const struct pdf_stream stream = {
		.entries = "", .bytes = nothing, .length = strlen(nothing)};
	int glyph = pdf_file_add_stream(shapes->file, &stream);
	guint last = FIRST_CODE + shapes->texts->len - 1;
	GString *text = g_string_new(NULL);
	g_string_printf(text,
		"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] "
		"/FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> "
		"/FirstChar %d /LastChar %u /ToUnicode %d 0 R /Widths [",
		FIRST_CODE, last, write_to_unicode(shapes));
	for (guint i = FIRST_CODE; i <= last; i++) {
		g_string_append(text, " 1000");
	}
	g_string_append_printf(text,
		" ] /CharProcs << /shape %d 0 R >> /Encoding << /Differences [%d", glyph,
		FIRST_CODE);
	for (guint i = FIRST_CODE; i <= last; i++) {
		g_string_append(text, " /shape");
	}
	g_string_append(text, "] >> >>");
	pdf_file_put(shapes->file, shapes->object, text);
	g_string_free(text, TRUE);
}
