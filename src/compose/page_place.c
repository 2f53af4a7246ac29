#include "compose/page_place.h"

#include "compose/arrangement.h"
#include "compose/rule_place.h"
#include "compose/table_place.h"
#include "compose/table_turn.h"

double page_area_left(const struct page_master *master, int side)
{
	const struct rectangle *area = &master->area;
	bool other_edge = master->mirrored && side % 2 == 0;
	return other_edge ? master->width - area->x - area->width : area->x;
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

void page_place(struct pages *pages, const struct sheet *sheet)
{
	const struct page_master *master = sheet->master;
	struct page *page = pages_add(pages, master->width, master->height);
	page->number = sheet->number;
	struct line_grid grid = {master->area.height, master->row};
	struct placing placing = {
		.pages = pages,
		.page = page,
		.x = page_area_left(master, (int)pages->list->len),
		.y = master->area.y,
	};
	for (int i = 0; i < sheet->placed_count; i++) {
		place_block(&placing, &grid, &sheet->placed[i], master->area.width);
	}
}
