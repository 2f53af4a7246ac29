#include "random_table.h"

static int between(struct round *round, int least, int most)
{
	return g_rand_int_range(round->random, least, most + 1);
}

static bool chance(struct round *round, int percent)
{
	return between(round, 1, 100) <= percent;
}

/* Characters by number, all of them different. */
static gunichar character(int number)
{
	return (gunichar)(number < 20000 ? 0x4E00 + number : 0xAC00 + number - 20000);
}

int random_character_number(gunichar unicode)
{
	if (unicode < 0x4E00 || unicode >= 0xFF00) {
		return -1;
	}
	return (int)(unicode >= 0xAC00 ? unicode - 0xAC00 + 20000 : unicode - 0x4E00);
}

/* Some texts begin with a box to tick. */
static const struct block *make_text(struct round *round, int count)
{
	struct build *build = round->build;
	GString *text = arena_text(build->arena);
	count = MIN(count, MOST_CHARACTERS - round->characters);
	bool box = count > 0 && chance(round, 10);
	struct text_block block = build_string(build, "");
	struct text_run *runs = arena_new_array(build->arena, struct text_run, 2);
	if (box) {
		g_string_append_unichar(text, character(round->characters++));
		runs[0] = build_string(build, text->str).runs[0];
		runs[0].shape = chance(round, 50) ? RUN_BOX : RUN_BOX_TICKED;
		g_string_truncate(text, 0);
	}
	for (int i = box; i < count; i++) {
		g_string_append_unichar(text, character(round->characters++));
	}
	runs[box] = build_string(build, text->str).runs[0];
	block.runs = runs;
	block.run_count = (size_t)box + 1;
	return build_block(build, block);
}

static int text_length(struct round *round, bool head)
{
	if (head) {
		return between(round, 1, 12);
	}
	if (chance(round, 2)) {
		return between(round, 100, 480);
	}
	return chance(round, 15) ? between(round, 10, 120) : between(round, 1, 9);
}

/* A table of two columns in a cell. */
static const struct block *make_nested(struct round *round)
{
	const char *const rows[] = {"a|b", "c|d", "^|f", "^|h", "i|j", NULL};
	struct block *nested = build_table(round->build, chance(round, 30), rows);
	struct table_cell *cells = arena_copy(round->build->arena, nested->table.cells,
		(size_t)nested->table.cell_count * sizeof *cells);
	for (int i = 0; i < nested->table.cell_count; i++) {
		const struct block **blocks =
			arena_new_array(round->build->arena, const struct block *, 1);
		blocks[0] = make_text(round, text_length(round, false));
		cells[i].blocks = blocks;
	}
	nested->table.cells = cells;
	return nested;
}

/* Labels parted by strokes, of a character each. */
static void make_labels(struct round *round, struct table_cell *cell)
{
	int count = between(round, 2, 3);
	const struct block **blocks =
		arena_new_array(round->build->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		blocks[i] = make_text(round, 1);
	}
	cell->blocks = blocks;
	cell->block_count = (size_t)count;
}

static void make_content(struct round *round, struct table_cell *cell)
{
	double width = cell->column_span * round->build->master.area.width;
	bool wide = width > 110 * round->columns;
	if (cell->head && width > 50 * round->columns && chance(round, 30)) {
		make_labels(round, cell);
		return;
	}
	int count = !cell->head && chance(round, 10) ? 2 : 1;
	const struct block **blocks =
		arena_new_array(round->build->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		blocks[i] = wide && !cell->head && chance(round, 15)
				    ? make_nested(round)
				    : make_text(round, text_length(round, cell->head));
	}
	cell->blocks = blocks;
	cell->block_count = (size_t)count;
}

static void make_rules(struct round *round, struct cell_manner *manner)
{
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		manner->has_weight[edge] = chance(round, 40);
		manner->weights[edge] = between(round, 0, 4) / 2.0;
	}
}

static void make_foot(struct round *round, struct cell_manner *manner)
{
	int count = between(round, 1, 2);
	const struct block **foot =
		arena_new_array(round->build->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		foot[i] = make_text(round, between(round, 1, 4));
	}
	manner->foot = foot;
	manner->foot_count = (size_t)count;
}

/* What few cells have; more of them in tables of forms. */
static void make_manner(struct round *round, struct table_cell *cell)
{
	struct cell_manner *manner = arena_new(round->build->arena, struct cell_manner);
	bool nested = cell->block_count == 1 && cell->blocks[0]->kind == BLOCK_TABLE;
	cell->manner = manner;
	if (round->own_rules && chance(round, 40)) {
		make_rules(round, manner);
	}
	if (nested && chance(round, 60)) {
		manner->flush = true;
	} else if (!cell->head && chance(round, 12)) {
		make_foot(round, manner);
	}
	if (!cell->head && chance(round, 10)) {
		manner->minimum_height = between(round, 5, 400);
	}
	if (cell->head && cell->block_count > 1) {
		manner->diagonal = true;
	}
}

static bool is_free(const struct round *round, const struct table_cell *cell)
{
	for (int row = cell->row; row < cell->row + cell->row_span; row++) {
		for (int i = cell->column; i < cell->column + cell->column_span; i++) {
			if (row >= round->rows || i >= round->columns ||
				round->taken[row][i]) {
				return false;
			}
		}
	}
	bool leaves_head = cell->row < round->head_rows &&
			   cell->row + cell->row_span > round->head_rows;
	return !leaves_head;
}

static struct table_cell make_cell(struct round *round, int row, int column)
{
	struct table_cell cell = {
		.row = row,
		.column = column,
		.row_span = chance(round, 30) ? between(round, 1, MOST_SPAN) : 1,
		.column_span = chance(round, 15) ? between(round, 1, 3) : 1,
		.head = row < round->head_rows,
		.vertical = (enum vertical_align)between(round, 0, 2),
		.style = &round->build->text,
	};
	while (!is_free(round, &cell)) {
		cell.row_span = MAX(1, cell.row_span - 1);
		cell.column_span = MAX(1, cell.column_span - 1);
	}
	for (int r = row; r < row + cell.row_span; r++) {
		for (int i = column; i < column + cell.column_span; i++) {
			round->taken[r][i] = true;
		}
	}
	return cell;
}

static void make_cells(struct round *round)
{
	GArray *cells = arena_values(round->build->arena, sizeof(struct table_cell));
	for (int row = 0; row < round->rows; row++) {
		for (int column = 0; column < round->columns; column++) {
			if (round->taken[row][column]) {
				continue;
			}
			struct made_cell made = {.first = round->characters};
			struct table_cell cell = make_cell(round, row, column);
			make_content(round, &cell);
			make_manner(round, &cell);
			made.end = round->characters;
			g_array_append_val(cells, cell);
			g_array_append_val(round->made, made);
		}
	}
	round->table->table.cells = (const struct table_cell *)(const void *)cells->data;
	round->table->table.cell_count = (int)cells->len;
	for (guint i = 0; i < cells->len; i++) {
		g_array_index(round->made, struct made_cell, i).cell =
			&round->table->table.cells[i];
	}
}

static void make_style(struct round *round)
{
	struct table_style *style = &round->build->table;
	style->padding_across = between(round, 0, 3);
	style->padding_down = between(round, 0, 4);
	double outer = between(round, 1, 4) / 2.0;
	build_rules_weigh(round->build, outer, between(round, 1, 2) / 2.0);
	round->own_rules = chance(round, 40);
	if (round->own_rules) {
		style->side_rule = between(round, 0, 3) / 2.0;
		style->across_rule = between(round, 0, 2) / 2.0;
		style->down_rule = between(round, 0, 2) / 2.0;
		style->head_rule = between(round, 0, 4) / 2.0;
	}
	style->minimum_row = between(round, 0, 20);
	style->repeat_head = chance(round, 80);
	style->repeat_labels = chance(round, 80);
	style->close_fragments = chance(round, 80);
	style->part_rows = chance(round, 20);
	style->continued_label = chance(round, 30) ? "（＋）" : NULL;
	round->build->text.leading = between(round, 10, 15);
}

static struct table_lines make_lines(struct round *round, bool again)
{
	int count = between(round, 1, 2);
	const struct block **blocks =
		arena_new_array(round->build->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		blocks[i] =
			again ? build_block(round->build, build_string(round->build, "0"))
			      : make_text(round, text_length(round, false));
	}
	return (struct table_lines){blocks, (size_t)count};
}

static void make_all_lines(struct round *round)
{
	struct table_block *table = &round->table->table;
	if (chance(round, 20)) {
		table->above = make_lines(round, false);
	}
	if (chance(round, 20)) {
		table->above_continued = make_lines(round, true);
	}
	if (chance(round, 25)) {
		round->below_first = round->characters;
		table->below = make_lines(round, false);
		round->below_end = round->characters;
	}
}

/* Sums of the last column, their labels in the first. */
static void make_sums(struct round *round)
{
	if (round->columns < 2 || !chance(round, 30)) {
		return;
	}
	for (int i = 0; i < round->rows; i++) {
		round->values[i].millionths = (int64_t)between(round, -999, 9999) *
					      (chance(round, 50) ? 10000 : 1000000);
	}
	round->sum = (struct page_sum){
		.column = round->columns - 1,
		.style = &round->build->text,
		.values = round->values,
		.places = between(round, 0, 2),
		.grouped = chance(round, 50),
	};
	round->sums = (struct page_sums){
		.page = chance(round, 70) ? "P" : NULL,
		.forward = chance(round, 70) ? "F" : NULL,
		.brought = chance(round, 70) ? "B" : NULL,
		.label_column = 0,
		.label_span = between(round, 1, round->columns - 1),
		.label_style = &round->build->text,
		.sums = &round->sum,
		.sum_count = 1,
	};
	round->table->table.page_sums = &round->sums;
}

static void make_fitting(struct round *round)
{
	struct table_fitting *fitting = &round->table->table.fitting;
	fitting->fit_page = chance(round, 15);
	fitting->fill_page = chance(round, 25);
	fitting->fill_rows = chance(round, 15);
	fitting->stub_columns = chance(round, 40) ? between(round, 1, 2) : 0;
	fitting->floor = chance(round, 15) ? between(round, 10, 20) / 2.0 : 0;
}

void random_table_make(struct round *round)
{
	struct build *build = round->build;
	make_style(round);
	round->columns = between(round, 1, MOST_COLUMNS);
	round->head_rows = between(round, 1, MOST_HEAD_ROWS);
	round->rows = between(round, round->head_rows + 1, MOST_ROWS);
	build->master.area.width = round->columns * between(round, 20, 60);
	build->master.area.height = between(round, 80, 300);
	build->master.width = build->master.area.width + 20;
	build->master.height = build->master.area.height + 40;
	round->table = arena_new(build->arena, struct block);
	struct table_column *columns =
		arena_new_array(build->arena, struct table_column, round->columns);
	struct table_row *rows =
		arena_new_array(build->arena, struct table_row, round->rows);
	bool share = chance(round, 50);
	bool wide = chance(round, 20);
	for (int i = 0; i < round->columns; i++) {
		columns[i].kind = share ? COLUMN_SHARE : COLUMN_CONTENT;
		columns[i].width = 1.0 / round->columns;
		if (wide && chance(round, 50)) {
			columns[i].kind = COLUMN_FIXED;
			columns[i].width = between(round, 20, 60);
		}
	}
	for (int i = 0; i < round->rows; i++) {
		rows[i].head = i < round->head_rows;
		rows[i].with_next = chance(round, 5);
		rows[i].grow = chance(round, 10) ? (float)between(round, 1, 3) : 0;
		rows[i].group_rows = chance(round, 8) ? between(round, 1, 12) : 0;
		bool high = i >= round->head_rows && chance(round, 5);
		rows[i].minimum = high ? (float)between(round, 10, 350) : 0;
	}
	round->table->kind = BLOCK_TABLE;
	round->table->table = (struct table_block){.style = &build->table,
		.columns = columns,
		.column_count = round->columns,
		.rows = rows,
		.row_count = round->rows,
		.head_rows = round->head_rows};
	make_cells(round);
	make_all_lines(round);
	make_sums(round);
	make_fitting(round);
}

bool random_table_is_high(const struct round *round)
{
	const struct table_block *table = &round->table->table;
	for (int row = 0; row < table->row_count; row++) {
		if (table->rows[row].minimum > 0) {
			return true;
		}
	}
	for (int i = 0; i < table->cell_count; i++) {
		if (table->cells[i].manner->minimum_height > 0) {
			return true;
		}
	}
	return false;
}
