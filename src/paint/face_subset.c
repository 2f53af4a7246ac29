/* cairo reads outlines through FreeType and writes a subset of its own, both at a cost
 * that grows with the face: a Noto face has 65,535 glyphs, a document a few hundred. So
 * the face is cut down first. Subroutines are unfolded, since cairo would keep stubs of
 * all of them. What only shaping or screens need is left out. */
#include "paint/face_subset.h"

#include <hb-subset.h>

static const hb_tag_t needless_tables[] = {
	HB_TAG('B', 'A', 'S', 'E'),
	HB_TAG('D', 'S', 'I', 'G'),
	HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('G', 'P', 'O', 'S'),
	HB_TAG('G', 'S', 'U', 'B'),
	HB_TAG('V', 'O', 'R', 'G'),
	HB_TAG('g', 'a', 's', 'p'),
	HB_TAG('h', 'd', 'm', 'x'),
	HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('v', 'h', 'e', 'a'),
	HB_TAG('v', 'm', 't', 'x'),
};

/* The character map is needless too, and subsetting would walk all of it. */
static hb_blob_t *table_for_subset(hb_face_t *face, hb_tag_t tag, void *data)
{
	(void)face;
	hb_face_t *whole = data;
	return tag == HB_TAG('c', 'm', 'a', 'p') ? NULL
						 : hb_face_reference_table(whole, tag);
}

static hb_subset_input_t *subset_input(const struct face_use *use)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	g_assert(input);
	hb_subset_input_set_flags(
		input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_union(hb_subset_input_glyph_set(input), use->glyphs);
	hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < G_N_ELEMENTS(needless_tables); i++) {
		hb_set_add(dropped, needless_tables[i]);
	}
	return input;
}

static guint16 *new_glyphs(const struct face_use *use, hb_subset_plan_t *plan)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	guint16 *glyphs = g_new0(guint16, hb_face_get_glyph_count(use->face->hb_face));
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
	while (hb_set_next(use->glyphs, &glyph)) {
		glyphs[glyph] = (guint16)hb_map_get(map, glyph);
	}
	return glyphs;
}

/* Glyphs that were shaped from the face are in it, unless its file is no longer what it
 * was. */
static bool has_glyphs(const struct face_use *use)
{
	return hb_set_get_max(use->glyphs) <
		       hb_face_get_glyph_count(use->face->hb_face) ||
	       hb_set_is_empty(use->glyphs);
}

static struct face_subset *subset_by_plan(
	const struct face_use *use, hb_subset_plan_t *plan)
{
	hb_face_t *small = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	if (!small) {
		return NULL;
	}
	struct face_subset *subset = g_new0(struct face_subset, 1);
	subset->file = hb_face_reference_blob(small);
	subset->new_glyphs = new_glyphs(use, plan);
	hb_face_destroy(small);
	return subset;
}

struct face_subset *face_subset_create(
	const struct face_use *use, struct diagnostics *diagnostics)
{
	hb_face_t *source =
		hb_face_create_for_tables(table_for_subset, use->face->hb_face, NULL);
	hb_subset_input_t *input = subset_input(use);
	hb_subset_plan_t *plan =
		has_glyphs(use) ? hb_subset_plan_create_or_fail(source, input) : NULL;
	struct face_subset *subset = subset_by_plan(use, plan);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	hb_face_destroy(source);
	if (!subset) {
		diagnostics_fault(diagnostics, FAULT_RESOURCE, "face-damaged",
			"字体“%s”（%s）不能取子集，文件可能已损坏", use->face->name,
			use->face->file);
	}
	return subset;
}

void face_subset_destroy(struct face_subset *subset)
{
	if (subset) {
		hb_blob_destroy(subset->file);
		g_free(subset->new_glyphs);
		g_free(subset);
	}
}
