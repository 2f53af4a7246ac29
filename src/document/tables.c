/* What tables and forms have in common: when they are printed, what stands around their
 * grid. */
#include "document/arranger.h"

static const struct text_block *make_caption(struct arranger *arranger,
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

/* The lines above a table stay with it, whatever their style says otherwise. */
static void arrange_above(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope)
{
	guint first = arranger->blocks->len;
	arrange_blocks(arranger, blocks, scope);
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

struct table_block *arrange_table_block(struct arranger *arranger,
	const struct table_layout *table, const struct scope *scope)
{
	arrange_above(arranger, &table->above, scope);
	struct block *block = arrange_block(arranger, BLOCK_TABLE, table->place);
	block->table.style = table->style;
	block->table.caption = make_caption(arranger, table, table->caption, scope);
	block->table.caption_continued =
		make_caption(arranger, table, table->caption_continued, scope);
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

double column_points(
	struct length length, const struct style *text, const struct table_style *style)
{
	double points = length_points(length, text->pitch, text->leading, 0);
	return length.unit == LENGTH_EMS && points > 0
		       ? points + 2 * style->padding_across
		       : points;
}

struct table_column arrange_column(const struct length *width, const struct style *text,
	const struct table_style *style)
{
	if (!width) {
		return (struct table_column){.kind = COLUMN_CONTENT};
	}
	if (width->unit == LENGTH_SHARE) {
		return (struct table_column){.kind = COLUMN_SHARE, .width = width->value};
	}
	return (struct table_column){
		.kind = COLUMN_FIXED, .width = column_points(*width, text, style)};
}

bool arrange_within_rows(
	struct arranger *arranger, const struct table_layout *table, int64_t rows)
{
	if (rows <= arranger->limits->rows) {
		return true;
	}
	diagnostics_limit(arranger->diagnostics, table->place, "limit-rows",
		"一张表超过 %" G_GINT64_FORMAT " 行", arranger->limits->rows);
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
