#include "compose/page_grid.h"

#include <glib.h>
#include <math.h>

enum {
	LEAST_LINES = 2,   /* on either side of a break */
	UNPARTED_LINES = 3 /* a paragraph of so many stays whole */
};

static const double BASELINE_SHARE = 0.88; /* of the size, from the top of the em box */
static const double MOST_LINES = 1e6;      /* where the height has no end */

static bool stands_on_rows(const struct line_grid *grid, const struct style *style)
{
	return style->on_grid && grid->row > 0;
}

static double rows_of_line(const struct line_grid *grid, const struct style *style)
{
	return fmax(1, ceil((style->leading - LENGTH_TOLERANCE) / grid->row));
}

double grid_line_height(const struct line_grid *grid, const struct style *style)
{
	return stands_on_rows(grid, style) ? rows_of_line(grid, style) * grid->row
					   : style->leading;
}

double grid_start(const struct line_grid *grid, const struct style *style, double y)
{
	return stands_on_rows(grid, style)
		       ? ceil((y - LENGTH_TOLERANCE) / grid->row) * grid->row
		       : y;
}

double grid_line_top(
	const struct line_grid *grid, const struct style *style, double start, int index)
{
	if (!stands_on_rows(grid, style)) {
		return start + index * style->leading;
	}
	return (round(start / grid->row) + index * rows_of_line(grid, style)) * grid->row;
}

int grid_line_room(const struct line_grid *grid, const struct style *style, double start)
{
	double room = grid->height - start + LENGTH_TOLERANCE;
	return (int)fmax(
		0, fmin(MOST_LINES, floor(room / grid_line_height(grid, style))));
}

double grid_baseline(const struct line_grid *grid, const struct style *style)
{
	return (grid_line_height(grid, style) - style->size) / 2 +
	       BASELINE_SHARE * style->size;
}

int lines_take(int count, int first, int room, enum insistence insistence)
{
	int left = count - first;
	if (left <= room) {
		return left;
	}
	int take = MIN(room, left - LEAST_LINES);
	bool parted_well = first > 0 || (count > UNPARTED_LINES && take >= LEAST_LINES);
	if (take > 0 && parted_well) {
		return take;
	}
	switch (insistence) {
	case TAKE_WELL:
	case TAKE_PARTED:
		return 0;
	case TAKE_ANY:
		return room;
	case TAKE_ANYWAY:
		return MAX(1, room);
	}
	g_assert_not_reached();
}
