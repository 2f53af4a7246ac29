/* Lines that stand above and below a table: paragraphs, or parts beside each other. */
#include "document/arranger.h"

/* How a line in parts is set: a table without rules, as wide as the table. */
static const struct table_style *make_line_style(
	struct arena *arena, const struct style *text)
{
	struct table_style *style = arena_new(arena, struct table_style);
	style->name = text->name;
	style->before = text->before;
	style->after = text->after;
	style->vertical = VERTICAL_TOP;
	style->colour = text->colour;
	style->cell = text;
	style->head = text;
	return style;
}

/* The style of a part: only its alignment is left to say. */
static const struct style *make_part_style(
	struct arena *arena, const struct style *line, enum line_part part)
{
	static const enum align aligns[LINE_PARTS] = {
		[LINE_LEFT] = ALIGN_START,
		[LINE_MIDDLE] = ALIGN_CENTRE,
		[LINE_RIGHT] = ALIGN_END,
	};
	struct style *style = arena_copy(arena, line, sizeof *line);
	style->align = aligns[part];
	style->indent = 0;
	style->before = 0;
	style->after = 0;
	return style;
}

static bool cell_has_text(const struct table_cell *cell)
{
	for (size_t i = 0; i < cell->block_count; i++) {
		const struct text_block *text = &cell->blocks[i]->text;
		for (size_t j = 0; j < text->run_count; j++) {
			if (text->runs[j].passage.length) {
				return true;
			}
		}
	}
	return false;
}

/* The cells of the parts that the layout has; beside a middle stand both sides, so that
 * it is the middle. Their number, 0 where all come out empty. */
static int arrange_parts(struct arranger *arranger, const struct table_line *line,
	const struct scope *scope, struct table_cell *cells)
{
	int count = 0;
	bool filled = false;
	for (int part = 0; part < LINE_PARTS; part++) {
		if (!line->parts[part] && !line->parts[LINE_MIDDLE]) {
			continue;
		}
		cells[count] = (struct table_cell){
			.column = count,
			.row_span = 1,
			.column_span = 1,
			.style = make_part_style(
				arranger->arena, line->text.style, (enum line_part)part),
			.place = line->place,
		};
		arrange_cell_text(arranger, line->parts[part], scope, &cells[count]);
		filled = filled || cell_has_text(&cells[count]);
		count++;
	}
	return filled ? count : 0;
}

static void arrange_line(struct arranger *arranger, const struct table_line *line,
	const struct scope *scope)
{
	struct table_cell cells[LINE_PARTS];
	int count = arrange_parts(arranger, line, scope, cells);
	if (count == 0) {
		return;
	}
	struct arena *arena = arranger->arena;
	struct table_column *columns = arena_new_array(arena, struct table_column, count);
	for (int i = 0; i < count; i++) {
		columns[i].kind = COLUMN_CONTENT;
	}
	struct block *block = arrange_block(arranger, BLOCK_TABLE, line->place);
	block->table = (struct table_block){
		.style = make_line_style(arena, line->text.style),
		.plain = true,
		.columns = columns,
		.column_count = count,
		.rows = arena_new(arena, struct table_row),
		.row_count = 1,
		.cells = arena_copy(arena, cells, (size_t)count * sizeof *cells),
		.cell_count = count,
	};
}

struct table_lines arrange_lines(struct arranger *arranger,
	const struct table_line *lines, size_t count, const struct scope *scope)
{
	GPtrArray *outer = arranger->blocks;
	GPtrArray *list = arena_pointers(arranger->arena);
	arranger->blocks = list;
	for (size_t i = 0; i < count; i++) {
		if (lines[i].when && !expr_holds(lines[i].when, scope, arranger->arena,
					     arranger->diagnostics)) {
			continue;
		}
		if (lines[i].in_parts) {
			arrange_line(arranger, &lines[i], scope);
		} else {
			arrange_text(arranger, &lines[i].text, scope);
		}
	}
	arranger->blocks = outer;
	return (struct table_lines){
		.blocks = (const struct block *const *)(const void *)list->pdata,
		.block_count = list->len,
	};
}
