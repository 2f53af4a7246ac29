#include "compose/table_repeats.h"

/* ---- heads of groups ---- */

/* The share of a type area that the head of a group may take to stand again. */
static const double GROUP_SHARE = 0.25;

static bool has_groups(const struct table_block *block)
{
	for (int i = block->head_rows; i < block->row_count; i++) {
		if (block->rows[i].group_rows > 0) {
			return true;
		}
	}
	return false;
}

static void find_groups(const struct measuring *measuring, struct measured_table *table)
{
	const struct table_block *block = table->block;
	if (!has_groups(block)) {
		return;
	}
	double page = table->turned ? measuring->width : measuring->page;
	int *groups = arena_new_array(measuring->arena, int, block->row_count);
	int head = -1;
	for (int row = 0; row < block->row_count; row++) {
		while (head >= 0 && row > head + block->rows[head].group_rows) {
			head = groups[head];
		}
		groups[row] = head;
		bool low = table->natural[row] <= GROUP_SHARE * page;
		if (low && row >= block->head_rows && block->rows[row].group_rows > 0) {
			head = row;
		}
	}
	table->groups = groups;
}

/* ---- labels that go on ---- */

static const struct text_block *continue_text(const struct measuring *measuring,
	const struct text_block *text, const char *suffix)
{
	struct text_block *longer = arena_copy(measuring->arena, text, sizeof *text);
	struct text_run *runs =
		arena_new_array(measuring->arena, struct text_run, text->run_count + 1);
	for (size_t i = 0; i < text->run_count; i++) {
		runs[i] = text->runs[i];
	}
	const struct text_run *last = &text->runs[text->run_count - 1];
	runs[text->run_count] = *last;
	runs[text->run_count].passage = passage_plain(
		suffix, passage_place(&last->passage, last->passage.length));
	longer->runs = runs;
	longer->run_count++;
	return longer;
}

static void continue_label(const struct measuring *measuring,
	const struct measured_table *table, struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	int end = source->column + source->column_span;
	double width = table->edges[end] - table->edges[source->column] -
		       table_cell_inset_left(table, source->column) -
		       table_cell_inset_right(table, end);
	int last = cell->content.count - 1;
	if (cell->content.blocks[last].paragraph->cluster_count == 0) {
		return;
	}
	struct measured_cell *continued =
		arena_copy(measuring->arena, cell, sizeof *cell);
	continued->content.blocks = arena_copy(measuring->arena, cell->content.blocks,
		(size_t)cell->content.count * sizeof *cell->content.blocks);
	continued->content.blocks[last] = *measure_text(measuring,
		continue_text(measuring, cell->content.blocks[last].text,
			table->block->style->continued_label),
		MAX(0, width));
	continued->height = measure_height(&continued->content);
	cell->continued = continued;
}

void table_repeats(const struct measuring *measuring, const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		struct measured_table *table = list->blocks[i].table;
		if (!table) {
			continue;
		}
		find_groups(measuring, table);
		const char *suffix = table->block->style->continued_label;
		for (int k = 0; k < table->block->cell_count; k++) {
			struct measured_cell *cell = &table->cells[k];
			if (cell->label && suffix) {
				continue_label(measuring, table, cell);
			}
			table_repeats(measuring, &cell->content);
		}
	}
}
