#include "compose/page_place.h"

#include "compose/arrangement.h"
#include "compose/rule_place.h"
#include "compose/table_place.h"
#include "compose/table_turn.h"

struct rectangle page_area(const struct sheet *sheet, int side)
{
	const struct page_master *master = sheet->master;
	struct rectangle area = master->area;
	if (!sheet->mirrored || side % 2 == 1) {
		return area;
	}
	switch (master->binding) {
	case BOUND_LEFT:
		area.x = master->width - area.x - area.width;
		break;
	case BOUND_TOP:
		area.y = master->height - area.y - area.height;
		break;
	}
	return area;
}

/* What is hidden keeps its room. */
static void place_block(const struct placing *page, const struct line_grid *grid,
	const struct placed *placed, double width)
{
	const struct measured *block = placed->block;
	const struct block_manner *manner = block->manner;
	struct placing below = *page;
	if (manner && manner->hidden) {
		return;
	}
	below.element = manner && manner->element
				? arena_copy_string(page->pages->arena, manner->element)
				: NULL;
	if (block->text) {
		text_place(&below, grid, placed);
		return;
	}
	if (measured_is_turned(block)) {
		table_place_turned(&below, placed->fragment, page->y + grid->height);
		return;
	}
	below.y += placed->y;
	if (placed->fragment) {
		table_place(&below, placed->fragment);
	} else if (block->rule) {
		rule_place(&below, block->rule, width);
	} else if (block->arranged) {
		arrangement_place(&below, block->arranged);
	}
}

struct page *page_begin(struct pages *pages, const struct sheet *sheet)
{
	const struct page_master *master = sheet->master;
	struct page *page = pages_add(pages, master->width, master->height);
	page->number = sheet->number;
	return page;
}

void page_place(struct pages *pages, struct page *page, const struct sheet *sheet)
{
	struct rectangle area = page_area(sheet, (int)pages->list->len);
	struct line_grid grid = {area.height, sheet->master->row};
	struct placing placing = {
		.pages = pages,
		.page = page,
		.x = area.x,
		.y = area.y,
	};
	for (int i = 0; i < sheet->placed_count; i++) {
		place_block(&placing, &grid, &sheet->placed[i], area.width);
	}
}
