#include "compose/text_place.h"

#include <math.h>

/* A name for what only the bookmarks lead to; no author's name begins with a stop. */
static const char *destination_name(struct pages *pages, const struct text_block *text)
{
	return text->destination
		       ? arena_copy_string(pages->arena, text->destination)
		       : arena_printf(pages->arena, ".%u", pages->outline->len + 1);
}

static void mark_text(
	const struct placing *placing, const struct text_block *text, double x, double y)
{
	struct pages *pages = placing->pages;
	if (!text->destination && !text->outline) {
		return;
	}
	struct destination destination = {
		.name = destination_name(pages, text),
		.page = (int)pages->list->len - 1,
		.x = x,
		.y = y,
	};
	pages_add_destination(pages, destination);
	if (text->outline) {
		struct outline_entry entry = {
			.level = text->outline_level,
			.title = arena_copy_string(pages->arena, text->outline),
			.destination = destination.name,
		};
		g_array_append_val(pages->outline, entry);
	}
}

/* The lines of an entry lead to what they name. */
static void add_link(const struct placing *placing, const struct line_grid *grid,
	const struct placed *placed)
{
	const struct measured *block = placed->block;
	const struct style *style = block->text->style;
	double left = HUGE_VAL;
	double right = 0;
	for (int i = placed->first; i < placed->end; i++) {
		const struct line *line = &block->lines[i];
		left = fmin(left, line->indent);
		right = fmax(right, line->indent + line->room);
	}
	double top = grid_line_top(grid, style, placed->y, 0);
	double foot = grid_line_top(grid, style, placed->y, placed->end - placed->first);
	const char *destination = block->entry->target->destination;
	struct item link = {
		.kind = ITEM_LINK,
		.node = block->node,
		.place = block->entry->target->place,
		.link = {placing->x + left, placing->y + top, right - left, foot - top,
			arena_copy_string(placing->pages->arena, destination), NULL},
	};
	if (block->node) {
		page_add(placing->page, link);
	}
}

void text_place(const struct placing *placing, const struct line_grid *grid,
	const struct placed *placed)
{
	const struct measured *block = placed->block;
	const struct style *style = block->text->style;
	double baseline = placing->y + grid_baseline(grid, style);
	bool artifact = placing->artifact != ARTIFACT_NONE;
	if (placed->first == 0 && !artifact) {
		mark_text(placing, block->text, placing->x, placing->y + placed->y);
	}
	struct line_setting setting = {
		.x = placing->x,
		.artifact = placing->artifact,
		.element = placing->element,
		.node = artifact ? NULL : block->node,
	};
	for (int i = placed->first; i < placed->end; i++) {
		setting.y = baseline +
			    grid_line_top(grid, style, placed->y, i - placed->first);
		page_add_line(placing->pages, placing->page, block->paragraph,
			&block->lines[i], &setting);
	}
	if (block->entry && placed->end > placed->first) {
		add_link(placing, grid, placed);
	}
}
