#include "paint/test_pages.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NOTO "/usr/share/fonts/opentype/noto/"
#define LIBERATION "/usr/share/fonts/truetype/liberation/"

enum {
	SIMPLIFIED = 2
}; /* the face for it in Noto's collections */

static struct face open_face(const char *name, const char *file, unsigned index)
{
	hb_blob_t *blob = hb_blob_create_from_file(file);
	struct face face = {.name = name, .file = file, .index = (int)index};
	face.hb_face = hb_face_create(blob, index);
	face.hb_font = hb_font_create(face.hb_face);
	face.units_per_em = hb_face_get_upem(face.hb_face);
	hb_blob_destroy(blob);
	assert_true(hb_face_get_glyph_count(face.hb_face) > 0);
	return face;
}

static struct face open_fang(void)
{
	const char *folder = g_getenv("JIXIAO_FONTS");
	char *file =
		g_build_filename(folder ? folder : ".", "FandolFang-Regular.otf", NULL);
	bool exists = g_file_test(file, G_FILE_TEST_EXISTS);
	struct face face = exists ? open_face("FandolFang", file, 0)
				  : open_face("Noto Serif CJK SC",
					    NOTO "NotoSerifCJK-Regular.ttc", SIMPLIFIED);
	face.file = "fang";
	g_free(file);
	return face;
}

int test_pages_start(void **state)
{
	struct test_pages *test = g_new0(struct test_pages, 1);
	test->pages = pages_create();
	test->page = pages_add(test->pages, 595.28, 841.89);
	test->node =
		structure_add(test->pages, test->pages->structure, STRUCTURE_PARAGRAPH);
	test->diagnostics = diagnostics_create();
	test->faces[FACE_SERIF] = open_face(
		"Noto Serif CJK SC", NOTO "NotoSerifCJK-Regular.ttc", SIMPLIFIED);
	test->faces[FACE_SANS] = open_face(
		"Noto Sans CJK SC Bold", NOTO "NotoSansCJK-Bold.ttc", SIMPLIFIED);
	test->faces[FACE_LATIN] = open_face(
		"Liberation Serif", LIBERATION "LiberationSerif-Regular.ttf", 0);
	test->faces[FACE_FANG] = open_fang();
	test->folder = g_dir_make_tmp("jixiao-test-XXXXXX", NULL);
	assert_non_null(test->folder);
	*state = test;
	return 0;
}

static void remove_folder(const char *path)
{
	GDir *folder = g_dir_open(path, 0, NULL);
	for (const char *name = g_dir_read_name(folder); name;
		name = g_dir_read_name(folder)) {
		char *file = g_build_filename(path, name, NULL);
		g_remove(file);
		g_free(file);
	}
	g_dir_close(folder);
	g_rmdir(path);
}

int test_pages_end(void **state)
{
	struct test_pages *test = *state;
	pages_destroy(test->pages);
	diagnostics_destroy(test->diagnostics);
	for (int i = 0; i < FACE_COUNT; i++) {
		hb_font_destroy(test->faces[i].hb_font);
		hb_face_destroy(test->faces[i].hb_face);
	}
	remove_folder(test->folder);
	g_free(test->folder);
	g_free(test);
	return 0;
}

struct item *test_pages_add_text(struct test_pages *test, enum test_face face,
	const char *text, double x, double y)
{
	glong count = g_utf8_strlen(text, -1);
	struct arena *arena = test->pages->arena;
	struct item_glyph *glyphs = arena_new_array(arena, struct item_glyph, count);
	struct item_cluster *clusters =
		arena_new_array(arena, struct item_cluster, count);
	const struct face *used = &test->faces[face];
	double pen = 0;
	const char *at = text;
	for (glong i = 0; i < count; i++) {
		const char *next = g_utf8_find_next_char(at, NULL);
		hb_codepoint_t glyph = 0;
		assert_true(hb_font_get_nominal_glyph(
			used->hb_font, g_utf8_get_char(at), &glyph));
		glyphs[i] = (struct item_glyph){.id = glyph, .x = (float)pen};
		pen += 16.0 * hb_font_get_glyph_h_advance(used->hb_font, glyph) /
		       used->units_per_em;
		clusters[i] = (struct item_cluster){(guint16)(next - at), 1};
		at = next;
	}
	return page_add(
		test->page, (struct item){.kind = ITEM_TEXT,
				    .node = test->node,
				    .text = {.face = &test->faces[face],
					    .size = 16,
					    .x = x,
					    .y = y,
					    .text = arena_copy_string(arena, text),
					    .text_length = strlen(text),
					    .glyphs = glyphs,
					    .glyph_count = (int)count,
					    .clusters = clusters,
					    .cluster_count = (int)count}});
}

GByteArray *test_pages_paint(struct test_pages *test, enum paint_format format)
{
	struct paint_options options = {
		.format = format, .profile = test->profile, .resolution = 72};
	return paint_pages(test->pages, &options, test->diagnostics);
}

char *test_pages_save(struct test_pages *test, const GByteArray *bytes, const char *name)
{
	char *path = g_build_filename(test->folder, name, NULL);
	assert_true(g_file_set_contents(
		path, (const char *)bytes->data, (gssize)bytes->len, NULL));
	return path;
}

char *test_tool(const char *const *words, int *status)
{
	char *found = g_find_program_in_path(words[0]);
	if (!found) {
		print_message("# %s is not installed\n", words[0]);
		assert_null(g_getenv("CI"));
		return NULL;
	}
	g_free(found);
	char *out = NULL;
	char *err = NULL;
	int wait_status = 0;
	char **copy = g_strdupv((char **)(uintptr_t)words);
	assert_true(g_spawn_sync(NULL, copy, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
		&err, &wait_status, NULL));
	if (status) {
		*status = wait_status;
	}
	g_strfreev(copy);
	g_free(err);
	return out;
}

char *test_pages_ask(struct test_pages *test, const char *const *words)
{
	GByteArray *bytes = test_pages_paint(test, PAINT_PDF);
	assert_non_null(bytes);
	char *path = test_pages_save(test, bytes, "pages.pdf");
	const char *filled[16] = {NULL};
	for (int i = 0; words[i]; i++) {
		assert_true(i < 15);
		filled[i] = strcmp(words[i], "FILE") == 0 ? path : words[i];
	}
	char *answer = test_tool(filled, NULL);
	g_byte_array_unref(bytes);
	g_free(path);
	return answer;
}

const char *test_find(const GByteArray *bytes, const char *wanted)
{
	return memmem(bytes->data, bytes->len, wanted, strlen(wanted));
}

void test_assert_lacks(const char *text, size_t length, const char *unwanted)
{
	if (memmem(text, length, unwanted, strlen(unwanted))) {
		fail_msg("“%s” in the file", unwanted);
	}
}
