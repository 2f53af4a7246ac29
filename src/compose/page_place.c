#include "compose/page_place.h"

#include "compose/table_place.h"

double page_area_left(const struct page_master *master, int number)
{
	const struct rectangle *area = &master->area;
	bool other_edge = master->mirrored && number % 2 == 0;
	return other_edge ? master->width - area->x - area->width : area->x;
}

void page_place(struct pages *pages, const struct sheet *sheet)
{
	const struct page_master *master = sheet->master;
	struct page *page = pages_add(pages, master->width, master->height);
	page->number = (int)pages->list->len;
	struct line_grid grid = {master->area.height, master->row};
	struct placing placing = {
		.pages = pages,
		.page = page,
		.x = page_area_left(master, page->number),
		.y = master->area.y,
	};
	for (int i = 0; i < sheet->placed_count; i++) {
		const struct placed *placed = &sheet->placed[i];
		if (placed->fragment) {
			struct placing table = placing;
			table.y += placed->y;
			table_place(&table, placed->fragment);
		} else {
			text_place(&placing, &grid, placed);
		}
	}
}
