/* What stands in the cells of tables. */
#include "document/arranger.h"

void arrange_cell_text(struct arranger *arranger, const struct template *text,
	const struct scope *scope, struct table_cell *cell)
{
	const struct value *value =
		text ? template_value(text, scope, arranger->arena, arranger->diagnostics)
		     : NULL;
	static const struct prose_paragraph nothing = {0};
	bool empty = !value || value->paragraph_count == 0;
	const struct prose_paragraph *paragraphs = empty ? &nothing : value->paragraphs;
	size_t count = empty ? 1 : value->paragraph_count;
	GPtrArray *outer = arranger->blocks;
	int64_t counted = arranger->block_count;
	arranger->blocks = g_ptr_array_sized_new((guint)count);
	for (size_t i = 0; i < count; i++) {
		arrange_paragraph(arranger, &paragraphs[i], cell->style);
	}
	cell->blocks = arena_copy(
		arranger->arena, arranger->blocks->pdata, count * sizeof *cell->blocks);
	cell->block_count = count;
	if (value) {
		cell->place = value->place;
	}
	g_ptr_array_free(arranger->blocks, TRUE);
	arranger->blocks = outer;
	arranger->block_count = counted;
}

void arrange_cell(struct arranger *arranger, const struct cell_layout *layout,
	const struct scope *scope, struct table_cell *cell)
{
	cell->head = layout->head;
	cell->names_rows = layout->names_rows;
	cell->vertical = layout->vertical;
	cell->style = layout->style;
	cell->place = layout->place;
	arrange_cell_text(arranger, layout->text, scope, cell);
}
