/* What copies of a document show besides it. */
#include "document/arranger.h"

static const char *filled(
	struct arranger *arranger, const struct template *text, const struct scope *scope)
{
	const char *string = text ? template_string(text, scope, arranger->arena,
					    arranger->diagnostics)
				  : NULL;
	return string && *string ? string : NULL;
}

static const struct page_field *arrange_label(
	struct arranger *arranger, const struct scope *scope)
{
	const struct copies_layout *layout = &arranger->layout->copies;
	const char *text = filled(arranger, layout->label_text, scope);
	if (!text) {
		return NULL;
	}
	struct page_field *label =
		arena_copy(arranger->arena, &layout->label, sizeof layout->label);
	label->text = text;
	return label;
}

static const struct text_block *arrange_watermark(
	struct arranger *arranger, const struct scope *scope)
{
	const struct copies_layout *layout = &arranger->layout->copies;
	const struct value *value =
		layout->watermark ? template_value(layout->watermark, scope,
					    arranger->arena, arranger->diagnostics)
				  : NULL;
	if (!has_text(value)) {
		return NULL;
	}
	struct text_block *watermark = arena_new(arranger->arena, struct text_block);
	watermark->style = layout->watermark_style;
	watermark->runs = line_runs(
		arranger->arena, value, watermark->style, &watermark->run_count);
	return watermark;
}

void arrange_copies(struct arranger *arranger, const struct scope *scope,
	struct document_copies *copies)
{
	*copies = (struct document_copies){
		.label = arrange_label(arranger, scope),
		.watermark = arrange_watermark(arranger, scope),
		.stamp = arranger->layout->copies.stamp,
	};
}
