/* Who keeps whom: cairo may hold on to a face for longer than we do, and a FreeType face
 * must not outlive its library nor its bytes. So the cairo face owns the FreeType face,
 * the bytes, and a share of the library. */
#include "paint/face_cairo.h"
#include "paint/face_subset.h"

#include <cairo-ft.h>

struct painted_faces {
	FT_Library *library; /* counted with g_rc_box */
	GPtrArray *subsets;  /* struct face_subset */
	GArray *list;        /* struct painted_face */
};

struct kept {
	FT_Library *library;
	FT_Face face;
	hb_blob_t *file;
};

static const cairo_user_data_key_t kept_key;

static void end_library(gpointer data)
{
	FT_Library *library = data;
	FT_Done_FreeType(*library);
}

static FT_Library *start_library(void)
{
	FT_Library *library = g_rc_box_new0(FT_Library);
	FT_Error error = FT_Init_FreeType(library);
	g_assert(error == 0);
	(void)error;
	return library;
}

static void free_kept(void *data)
{
	struct kept *kept = data;
	FT_Done_Face(kept->face);
	hb_blob_destroy(kept->file);
	g_rc_box_release_full(kept->library, end_library);
	g_free(kept);
}

static cairo_font_face_t *open_small_face(FT_Library *library, hb_blob_t *file)
{
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(file, &length);
	FT_Face face = NULL;
	if (FT_New_Memory_Face(
		    *library, (const FT_Byte *)bytes, (FT_Long)length, 0, &face) != 0) {
		return NULL;
	}
	struct kept *kept = g_new0(struct kept, 1);
	kept->library = g_rc_box_acquire(library);
	kept->face = face;
	kept->file = hb_blob_reference(file);
	cairo_font_face_t *cairo_face =
		cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
	if (cairo_font_face_set_user_data(cairo_face, &kept_key, kept, free_kept) !=
		CAIRO_STATUS_SUCCESS) {
		cairo_font_face_destroy(cairo_face);
		free_kept(kept);
		return NULL;
	}
	return cairo_face;
}

static bool add_face(struct painted_faces *faces, const struct face_use *use,
	struct diagnostics *diagnostics)
{
	struct face_subset *subset = face_subset_create(use, diagnostics);
	if (!subset) {
		return false;
	}
	g_ptr_array_add(faces->subsets, subset);
	struct painted_face painted = {
		.face = use->face,
		.new_glyphs = subset->new_glyphs,
		.cairo_face = open_small_face(faces->library, subset->file),
	};
	if (!painted.cairo_face) {
		diagnostics_fault(diagnostics, FAULT_RESOURCE, "face-damaged",
			"字体“%s”（%s）的子集不能打开，文件可能已损坏", use->face->name,
			use->face->file);
		return false;
	}
	g_array_append_val(faces->list, painted);
	return true;
}

static void free_subset(gpointer data)
{
	face_subset_destroy(data);
}

struct painted_faces *painted_faces_create(
	const struct pages *pages, const bool *wanted, struct diagnostics *diagnostics)
{
	struct painted_faces *faces = g_new0(struct painted_faces, 1);
	faces->library = start_library();
	faces->subsets = g_ptr_array_new_with_free_func(free_subset);
	faces->list = g_array_new(FALSE, TRUE, sizeof(struct painted_face));
	GPtrArray *uses = glyphs_used(pages, wanted);
	bool good = true;
	for (guint i = 0; i < uses->len; i++) {
		good = add_face(faces, g_ptr_array_index(uses, i), diagnostics) && good;
	}
	g_ptr_array_unref(uses);
	if (!good) {
		painted_faces_destroy(faces);
		return NULL;
	}
	return faces;
}

void painted_faces_destroy(struct painted_faces *faces)
{
	if (!faces) {
		return;
	}
	for (guint i = 0; i < faces->list->len; i++) {
		cairo_font_face_destroy(
			g_array_index(faces->list, struct painted_face, i).cairo_face);
	}
	g_array_unref(faces->list);
	g_ptr_array_unref(faces->subsets);
	g_rc_box_release_full(faces->library, end_library);
	g_free(faces);
}

const struct painted_face *painted_faces_find(
	const struct painted_faces *faces, const struct face *face)
{
	for (guint i = 0; i < faces->list->len; i++) {
		const struct painted_face *painted =
			&g_array_index(faces->list, struct painted_face, i);
		if (painted->face == face) {
			return painted;
		}
	}
	g_assert_not_reached();
}
