/* Text that is set smaller than its style says. */
#include "compose/measure.h"

#include <math.h>

static const struct style *smaller_style(
	const struct measuring *measuring, const struct style *style, double scale)
{
	struct style *smaller = arena_copy(measuring->arena, style, sizeof *style);
	smaller->size *= scale;
	smaller->pitch *= scale;
	smaller->leading *= scale;
	return smaller;
}

const struct text_block *text_scaled(
	const struct measuring *measuring, const struct text_block *text, double scale)
{
	struct arena *arena = measuring->arena;
	struct text_block *scaled = arena_copy(arena, text, sizeof *text);
	struct text_run *runs =
		arena_copy(arena, text->runs, text->run_count * sizeof *runs);
	scaled->style = smaller_style(measuring, text->style, scale);
	for (size_t i = 0; i < text->run_count; i++) {
		runs[i].style = runs[i].style == text->style
					? scaled->style
					: smaller_style(measuring, runs[i].style, scale);
	}
	scaled->runs = runs;
	return scaled;
}

double text_scale(const struct style *style, double wanted, double room)
{
	if (style->least_size <= 0 || wanted <= room) {
		return 1;
	}
	return fmin(1, fmax(style->least_size / style->size, room / wanted));
}

void text_shrink(const struct measuring *measuring, struct measured *block, double width)
{
	const struct style *style = block->text->style;
	double scale = text_scale(style, paragraph_widest(block->paragraph), width);
	if (scale < 1) {
		block->text = text_scaled(measuring, block->text, scale);
		block->paragraph = paragraph_create(measuring->arena, measuring->faces,
			block->text->style, block->text->runs, block->text->run_count);
	}
}
