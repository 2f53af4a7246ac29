/* The yardstick of the 30-page measurement: the least that a program must do to set that
 * text as selectable PDF with subset faces. No plan, no layout, no line breaking:
 * characters on a grid of 28 by 22. HarfBuzz gives glyph ids and cuts the faces down,
 * cairo paints.
 *
 *     bare_subset_first FONTS-FOLDER OUT.pdf
 *     bare_subset_first FONTS-FOLDER OUT.pdf whole      faces as they are: cairo cuts
 * them */
#include "bench/thirty_pages_text.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb-subset.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	COLUMNS = 28,
	ROWS = 22,
	FACE_COUNT = 4,
};

static const double cell_width = 442.2 / COLUMNS;
static const double line_pitch = 637.8 / ROWS;
static const double type_size = 16;

struct bare_face {
	hb_face_t *whole;
	hb_font_t *font;
	hb_set_t *used;
	hb_subset_plan_t *plan;
	hb_blob_t *small;
	FT_Face freetype;
	cairo_font_face_t *cairo;
};

struct cell {
	int face;
	hb_codepoint_t glyph;
	char text[4];
	int text_length;
};

struct bare {
	struct bare_face faces[FACE_COUNT];
	GArray *cells; /* struct cell */
	FT_Library library;
};

static void check(int good, const char *what)
{
	if (!good) {
		fprintf(stderr, "bare_subset_first: %s\n", what);
		exit(1);
	}
}

/* One face a level, and one for figures. */
static void open_faces(struct bare *bare, const char *folder)
{
	char *files[FACE_COUNT] = {
		g_build_filename(folder, "FandolHei-Regular.otf", NULL),
		g_build_filename(folder, "FandolKai-Regular.otf", NULL),
		g_build_filename(folder, "FandolFang-Regular.otf", NULL),
		g_strdup("/usr/share/fonts/truetype/liberation/"
			 "LiberationSerif-Regular.ttf"),
	};
	for (int i = 0; i < FACE_COUNT; i++) {
		hb_blob_t *blob = hb_blob_create_from_file_or_fail(files[i]);
		check(blob != NULL, files[i]);
		bare->faces[i].whole = hb_face_create(blob, 0);
		bare->faces[i].font = hb_font_create(bare->faces[i].whole);
		bare->faces[i].used = hb_set_create();
		hb_blob_destroy(blob);
		g_free(files[i]);
	}
}

static void fill_cells(struct bare *bare)
{
	GArray *parts = thirty_pages_text();
	bare->cells = g_array_sized_new(
		FALSE, TRUE, sizeof(struct cell), THIRTY_PAGES_CHARACTERS);
	for (guint i = 0; i < parts->len; i++) {
		const struct text_part *part = &g_array_index(parts, struct text_part, i);
		for (const char *at = part->text; *at;
			at = g_utf8_find_next_char(at, NULL)) {
			gunichar character = g_utf8_get_char(at);
			struct cell cell = {
				.face = character < 0x80 ? 3 : (int)part->level};
			struct bare_face *face = &bare->faces[cell.face];
			hb_font_get_nominal_glyph(face->font, character, &cell.glyph);
			hb_set_add(face->used, cell.glyph);
			cell.text_length = g_unichar_to_utf8(character, cell.text);
			g_array_append_val(bare->cells, cell);
		}
	}
	thirty_pages_text_free(parts);
}

/* Without the character map, all of which subsetting would walk. */
static hb_blob_t *needed_table(hb_face_t *face, hb_tag_t tag, void *data)
{
	(void)face;
	hb_face_t *whole = data;
	return tag == HB_TAG('c', 'm', 'a', 'p') ? NULL
						 : hb_face_reference_table(whole, tag);
}

static void open_freetype(struct bare *bare, struct bare_face *face)
{
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(face->small, &length);
	check(FT_New_Memory_Face(bare->library, (const FT_Byte *)bytes, (FT_Long)length,
		      0, &face->freetype) == 0,
		"FreeType");
	face->cairo =
		cairo_ft_font_face_create_for_ft_face(face->freetype, FT_LOAD_NO_HINTING);
}

static void subset_face(struct bare_face *face)
{
	static const char *const dropped[] = {
		"GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_input_set_flags(
		input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_union(hb_subset_input_glyph_set(input), face->used);
	hb_set_t *tags = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++) {
		hb_set_add(tags, hb_tag_from_string(dropped[i], -1));
	}
	hb_face_t *source = hb_face_create_for_tables(needed_table, face->whole, NULL);
	face->plan = hb_subset_plan_create_or_fail(source, input);
	hb_face_t *small = hb_subset_plan_execute_or_fail(face->plan);
	check(small != NULL, "subset");
	face->small = hb_face_reference_blob(small);
	hb_face_destroy(small);
	hb_face_destroy(source);
	hb_subset_input_destroy(input);
}

/* Cells [first, end) of one row, all of one face. */
static void show_stretch(
	const struct bare *bare, cairo_t *cairo, guint first, guint end, double y)
{
	cairo_glyph_t glyphs[COLUMNS];
	cairo_text_cluster_t clusters[COLUMNS];
	char text[COLUMNS * 4];
	int length = 0;
	const struct bare_face *face =
		&bare->faces[g_array_index(bare->cells, struct cell, first).face];
	const hb_map_t *map =
		face->plan ? hb_subset_plan_old_to_new_glyph_mapping(face->plan) : NULL;
	for (guint i = first; i < end; i++) {
		const struct cell *cell = &g_array_index(bare->cells, struct cell, i);
		glyphs[i - first] = (cairo_glyph_t){
			.index = map ? hb_map_get(map, cell->glyph) : cell->glyph,
			.x = 79.4 + cell_width * (i % COLUMNS),
			.y = y,
		};
		clusters[i - first] = (cairo_text_cluster_t){cell->text_length, 1};
		for (int k = 0; k < cell->text_length; k++) {
			text[length++] = cell->text[k];
		}
	}
	cairo_set_font_face(cairo, face->cairo);
	cairo_set_font_size(cairo, type_size);
	cairo_show_text_glyphs(cairo, text, length, glyphs, (int)(end - first), clusters,
		(int)(end - first), 0);
}

static void show_row(const struct bare *bare, cairo_t *cairo, guint row)
{
	guint first = row * COLUMNS;
	guint row_end = MIN(first + COLUMNS, bare->cells->len);
	double y = 104.9 + line_pitch * (row % ROWS) + type_size;
	while (first < row_end) {
		guint end = first + 1;
		while (end < row_end &&
			g_array_index(bare->cells, struct cell, end).face ==
				g_array_index(bare->cells, struct cell, first).face) {
			end++;
		}
		show_stretch(bare, cairo, first, end, y);
		first = end;
	}
}

static cairo_status_t append(void *bytes, const unsigned char *data, unsigned length)
{
	g_byte_array_append(bytes, data, length);
	return CAIRO_STATUS_SUCCESS;
}

static GByteArray *paint(const struct bare *bare)
{
	GByteArray *bytes = g_byte_array_new();
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(append, bytes, 595.28, 841.89);
	cairo_t *cairo = cairo_create(surface);
	guint rows = (bare->cells->len + COLUMNS - 1) / COLUMNS;
	for (guint row = 0; row < rows; row++) {
		show_row(bare, cairo, row);
		if (row % ROWS == ROWS - 1 || row == rows - 1) {
			cairo_show_page(cairo);
		}
	}
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	check(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "cairo");
	cairo_surface_destroy(surface);
	return bytes;
}

/* Frees nothing that the end of the process frees sooner. */
int main(int count, char **arguments)
{
	struct bare bare = {0};
	bool whole = count == 4 && strcmp(arguments[3], "whole") == 0;
	check(count == 3 || whole, "FONTS-FOLDER OUT.pdf [whole]");
	open_faces(&bare, arguments[1]);
	fill_cells(&bare);
	check(FT_Init_FreeType(&bare.library) == 0, "FreeType");
	for (int i = 0; i < FACE_COUNT; i++) {
		struct bare_face *face = &bare.faces[i];
		if (whole) {
			face->small = hb_face_reference_blob(face->whole);
		} else {
			subset_face(face);
		}
		open_freetype(&bare, face);
	}
	GByteArray *bytes = paint(&bare);
	check(g_file_set_contents_full(arguments[2], (const char *)bytes->data,
		      bytes->len, G_FILE_SET_CONTENTS_NONE, 0666, NULL),
		arguments[2]);
	return 0;
}
