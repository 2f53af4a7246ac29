/* What tables and forms have in common: when they are printed, what stands around their
 * grid. */
#include "document/arranger.h"

#include <inttypes.h>

static struct text_block *make_caption(struct arranger *arranger,
	const struct table_layout *table, const struct template *caption,
	const struct scope *scope)
{
	const struct value *value =
		caption ? template_value(
				  caption, scope, arranger->arena, arranger->diagnostics)
			: NULL;
	if (!has_text(value)) {
		return NULL;
	}
	struct text_block *text = arena_new(arranger->arena, struct text_block);
	text->purpose = PURPOSE_CAPTION;
	text->style = table->caption_style;
	text->runs = line_runs(arranger->arena, value, text->style, &text->run_count);
	return text;
}

static const struct text_block *list_caption(struct arranger *arranger,
	const struct table_layout *table, struct text_block *caption,
	const struct scope *scope)
{
	if (caption) {
		arrange_listing_of(arranger, caption, &table->listing, scope);
	}
	return caption;
}

/* The lines above a table stay with it, whatever their style says otherwise. */
static void keep_above(struct arranger *arranger, guint first)
{
	for (guint i = first; i < arranger->blocks->len; i++) {
		struct block *block = g_ptr_array_index(arranger->blocks, i);
		if (block->kind == BLOCK_TEXT) {
			struct style *style = arena_copy(
				arranger->arena, block->text.style, sizeof *style);
			style->keep_with_next = true;
			block->text.style = style;
		}
	}
}

/* What stands above a table: before it, but turned with it where it may be turned. */
static struct table_lines arrange_above(struct arranger *arranger,
	const struct table_layout *table, const struct scope *scope)
{
	if (table->fit.turned == TABLE_UPRIGHT) {
		guint first = arranger->blocks->len;
		arrange_blocks(arranger, &table->above, scope);
		keep_above(arranger, first);
		return (struct table_lines){0};
	}
	GPtrArray *blocks = arrange_apart(arranger, &table->above, scope);
	return (struct table_lines){
		.blocks = (const struct block *const *)(const void *)blocks->pdata,
		.block_count = blocks->len,
	};
}

static void add_lines(struct arranger *arranger, const struct table_lines_layout *lines,
	const struct scope *scope, struct table_block *table)
{
	table->above = arrange_lines(arranger, lines->above, lines->above_count, scope);
	table->below = arrange_lines(arranger, lines->below, lines->below_count, scope);
	if (lines->repeat) {
		table->above_continued = table->above;
	}
}

static struct table_fitting make_fitting(const struct table_fit *fit)
{
	return (struct table_fitting){
		.fit_page = fit->page,
		.fill_page = fit->fill != FILL_NOTHING,
		.fill_rows = fit->fill == FILL_ROWS,
		.floor = fit->floor,
		.stub_columns = fit->stub_columns,
		.turned = fit->turned,
	};
}

struct table_block *arrange_table_block(struct arranger *arranger,
	const struct table_layout *table, const struct scope *scope)
{
	struct table_lines over = arrange_above(arranger, table, scope);
	struct block *block = arrange_block(arranger, BLOCK_TABLE, table->place);
	block->table.style = table->style;
	block->table.over = over;
	block->table.caption = list_caption(arranger, table,
		make_caption(arranger, table, table->caption, scope), scope);
	block->table.caption_continued =
		make_caption(arranger, table, table->caption_continued, scope);
	add_lines(arranger, &table->lines, scope, &block->table);
	block->table.fitting = make_fitting(&table->fit);
	return &block->table;
}

static int compare_cells(gconstpointer left, gconstpointer right)
{
	const struct table_cell *first = left;
	const struct table_cell *second = right;
	return first->row != second->row ? first->row - second->row
					 : first->column - second->column;
}

void sort_cells(GArray *cells)
{
	g_array_sort(cells, compare_cells);
}

/* Edges of columns are the middles of their rules. */
double column_inset(const struct table_style *style, int column, int count)
{
	double left = column == 0 ? style->side_rule : style->down_rule;
	double right = column + 1 == count ? style->side_rule : style->down_rule;
	return 2 * style->padding_across + (left + right) / 2;
}

double column_points(struct length length, const struct style *text, double inset)
{
	double points = length_points(length, text->pitch, text->leading, 0);
	return length.unit == LENGTH_EMS && points > 0 ? points + inset : points;
}

struct table_column arrange_column(
	const struct length *width, const struct style *text, double inset)
{
	if (!width) {
		return (struct table_column){.kind = COLUMN_CONTENT};
	}
	if (width->unit == LENGTH_SHARE) {
		return (struct table_column){.kind = COLUMN_SHARE, .width = width->value};
	}
	return (struct table_column){
		.kind = COLUMN_FIXED, .width = column_points(*width, text, inset)};
}

bool arrange_within_rows(
	struct arranger *arranger, const struct table_layout *table, int64_t rows)
{
	if (rows <= arranger->limits->rows) {
		return true;
	}
	diagnostics_limit(arranger->diagnostics, table->place, "limit-rows",
		"一张表超过 %" PRId64 " 行", arranger->limits->rows);
	return false;
}

void arrange_table(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope)
{
	if (table->when &&
		!expr_holds(table->when, scope, arranger->arena, arranger->diagnostics)) {
		return;
	}
	if (table->form) {
		arrange_form(arranger, table, scope);
	} else {
		arrange_grid(arranger, table, scope);
	}
}
