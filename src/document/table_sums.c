/* What pages add up of a table: for each of its summed columns the number of each row. */
#include "document/grid.h"

#include "expr/units.h"

#include <string.h>

/* A column's numbers on their way. */
struct summing {
	struct grid *grid;
	guint column;
	struct decimal *values;
	struct page_sum *sum;
	const char *unit; /* of the first number; NULL: none yet */
};

static int written_places(const struct value *value)
{
	const char *point = strchr(value->written.text, '.');
	return point ? (int)MIN(strspn(point + 1, "0123456789"), DECIMAL_PLACES) : 0;
}

static void take_number(struct summing *summing, guint row, const struct value *value)
{
	struct quantity quantity = {value->number, value->unit};
	summing->unit = summing->unit ? summing->unit : value->unit;
	enum unit_outcome outcome = unit_convert(quantity, summing->unit, &quantity);
	if (outcome == UNIT_UNLIKE || outcome == UNIT_OVERFLOW) {
		diagnostics_error(summing->grid->arranger->diagnostics, value->place,
			"unit-mismatch", "这个数的单位“%s”和“%s”不能相加", value->unit,
			summing->unit);
		return;
	}
	summing->values[row] = quantity.number;
	summing->sum->places = MAX(summing->sum->places, written_places(value));
	summing->sum->grouped = summing->sum->grouped || strchr(value->written.text, ',');
}

static void take_row(struct summing *summing, guint row)
{
	struct grid *grid = summing->grid;
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, summing->column);
	const struct value *value = expr_value(leaf->layout->page_sum,
		grid_column_scope(leaf, grid_row_at(grid, row)->scope),
		grid->arranger->arena, grid->arranger->diagnostics);
	bool number =
		value && (value->kind == VALUE_NUMBER ||
				 (value->kind == VALUE_TARGET && value->has_number));
	if (number) {
		take_number(summing, row, value);
	}
}

/* A cell that rows share counts once, in the first of them; rows of the layout's own
 * repeat what others say. */
static void sum_column(struct grid *grid, guint column, struct page_sum *sum)
{
	const struct grid_column *leaf = g_ptr_array_index(grid->leaves, column);
	struct summing summing = {
		.grid = grid,
		.column = column,
		.values = arena_new_array(
			grid->arranger->arena, struct decimal, grid->rows->len),
		.sum = sum,
	};
	for (guint row = 0; row < grid->rows->len;) {
		bool item = grid_row_at(grid, row)->kind == BODY_ITEM;
		if (item) {
			take_row(&summing, row);
		}
		row += item ? grid_merged_rows(grid, column, row) : 1;
	}
	sum->column = (int)column;
	sum->style = leaf->layout->cell.style;
	sum->values = summing.values;
}

static const char *label(struct grid *grid, const struct template *text)
{
	struct arranger *arranger = grid->arranger;
	const char *string = text ? template_string(text, grid->scope, arranger->arena,
					    arranger->diagnostics)
				  : NULL;
	return string && *string ? string : NULL;
}

/* The columns before the first sum, or as many of them as the layout says; 0 after
 * reporting that there are not so many. */
static int label_span(const struct grid *grid, int first_sum)
{
	const struct page_sums_layout *layout = grid->layout->page_sums;
	int span = layout->span ? layout->span : first_sum;
	if (span >= 1 && span <= first_sum) {
		return span;
	}
	diagnostics_error(grid->arranger->diagnostics, layout->place,
		"layout-cells-beyond",
		"page sums 的名目要占 %d 栏，要合计的第一栏之前只有 %d 栏", MAX(span, 1),
		first_sum);
	return 0;
}

/* The last rows of the outermost band, which stand below all its items. */
static int closing_rows(const struct grid *grid)
{
	const struct rows_layout *last = &grid->layout->rows->last;
	int count = 0;
	for (guint row = grid->rows->len; row > 0; row--) {
		const struct row_layout *layout = grid_row_at(grid, row - 1)->layout;
		if (!layout || layout < last->list ||
			layout >= last->list + last->count) {
			break;
		}
		count++;
	}
	return count;
}

const struct page_sums *grid_make_page_sums(struct grid *grid)
{
	const struct page_sums_layout *layout = grid->layout->page_sums;
	struct arena *arena = grid->arranger->arena;
	struct page_sum *list =
		arena_new_array(arena, struct page_sum, layout ? grid->leaves->len : 0);
	int count = 0;
	for (guint i = 0; layout && i < grid->leaves->len; i++) {
		const struct grid_column *leaf = g_ptr_array_index(grid->leaves, i);
		if (leaf->layout->page_sum) {
			sum_column(grid, i, &list[count++]);
		}
	}
	int span = count ? label_span(grid, list[0].column) : 0;
	if (span == 0) {
		return NULL;
	}
	struct page_sums *sums = arena_new(arena, struct page_sums);
	*sums = (struct page_sums){
		.page = label(grid, layout->page),
		.forward = label(grid, layout->forward),
		.brought = label(grid, layout->brought),
		.closing = closing_rows(grid),
		.label_span = span,
		.label_style = layout->style,
		.sums = list,
		.sum_count = count,
	};
	return sums;
}
