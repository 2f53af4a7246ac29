/* What stands in the cells of tables. */
#include "document/arranger.h"

#include <string.h>

/* A cell while it is filled; the arranger's blocks are its own meanwhile. */
struct filling {
	struct arranger *arranger;
	const struct cell_layout *layout;
	const struct scope *scope;
	struct table_cell *cell;
};

static const struct value *evaluate(struct filling *filling, const struct template *text)
{
	struct arranger *arranger = filling->arranger;
	return template_value(
		text, filling->scope, arranger->arena, arranger->diagnostics);
}

/* Collects blocks apart from the document's, which count its paragraphs and rows: what
 * stands in cells does not, but rows of tables do. */
static GPtrArray *begin_apart(struct arranger *arranger)
{
	GPtrArray *outer = arranger->blocks;
	arranger->blocks = g_ptr_array_new();
	return outer;
}

static const struct block *const *end_apart(
	struct arranger *arranger, GPtrArray *outer, size_t *count)
{
	GPtrArray *apart = arranger->blocks;
	*count = apart->len;
	arranger->blocks = outer;
	arranger->block_count -= apart->len;
	const void *blocks = *count ? arena_copy(arranger->arena, apart->pdata,
					      *count * sizeof(struct block *))
				    : NULL;
	g_ptr_array_free(apart, TRUE);
	return (const struct block *const *)blocks;
}

static struct block *add_empty_paragraph(struct filling *filling)
{
	static const struct prose_paragraph nothing = {0};
	return arrange_paragraph(filling->arranger, &nothing, filling->cell->style);
}

/* ---- texts ---- */

static bool is_number(const char *text)
{
	struct decimal number;
	size_t length;
	return decimal_parse(text, &number, &length) && !text[length];
}

/* What a layout gives as the unit stands behind numbers only. */
static void add_unit(struct filling *filling, struct text_block *text)
{
	const char *unit = filling->layout->contents->unit;
	struct arena *arena = filling->arranger->arena;
	if (!unit || !is_number(runs_text(arena, text->runs, text->run_count))) {
		return;
	}
	struct text_run *runs =
		arena_new_array(arena, struct text_run, text->run_count + 1);
	memcpy(runs, text->runs, text->run_count * sizeof *runs);
	runs[text->run_count] = (struct text_run){
		.passage = passage_plain(unit, runs[0].passage.place),
		.style = text->style,
		.stays = true,
	};
	text->runs = runs;
	text->run_count++;
}

/* Adds the paragraphs of a text; none where it comes out empty. */
static void add_line(struct filling *filling, const struct cell_line *line)
{
	struct arranger *arranger = filling->arranger;
	const struct value *value = evaluate(filling, line->text);
	for (size_t i = 0; has_text(value) && i < value->paragraph_count; i++) {
		struct block *block =
			arrange_paragraph(arranger, &value->paragraphs[i], line->style);
		if (line->manner) {
			bool found = mark_manner(arranger, line->manner, &block->text);
			hanging_note(&arranger->hanging, line->manner, found);
		}
	}
}

static void add_lines(struct filling *filling, const struct cell_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		add_line(filling, &lines->list[i]);
	}
}

static void add_text(struct filling *filling)
{
	const struct cell_layout *layout = filling->layout;
	GPtrArray *blocks = filling->arranger->blocks;
	if (!layout->text) {
		return;
	}
	const struct cell_line line = {
		.text = layout->text,
		.style = layout->style,
		.manner = layout->contents->manner,
	};
	add_line(filling, &line);
	if (blocks->len == 1) {
		struct block *block = g_ptr_array_index(blocks, 0);
		add_unit(filling, &block->text);
	}
}

/* Runs of texts on one line, behind each other; NULL where all come out empty. */
static struct text_run *join_lines(
	struct filling *filling, const struct cell_lines *lines, size_t *count)
{
	GArray *runs = arena_values(filling->arranger->arena, sizeof(struct text_run));
	for (size_t i = 0; i < lines->count; i++) {
		const struct value *value = evaluate(filling, lines->list[i].text);
		size_t added = 0;
		struct text_run *more =
			has_text(value) ? line_runs(filling->arranger->arena, value,
						  lines->list[i].style, &added)
					: NULL;
		g_array_append_vals(runs, more, (guint)added);
	}
	*count = runs->len;
	return runs->len ? (struct text_run *)(void *)runs->data : NULL;
}

/* Puts texts before the first paragraph's, or into a paragraph of their own where there
 * is none. */
static void add_before(struct filling *filling, const struct cell_lines *lines)
{
	struct arranger *arranger = filling->arranger;
	size_t count = 0;
	const struct text_run *first = join_lines(filling, lines, &count);
	if (!first) {
		return;
	}
	struct block *block = arranger->blocks->len
				      ? g_ptr_array_index(arranger->blocks, 0)
				      : add_empty_paragraph(filling);
	struct text_block *text = &block->text;
	struct text_run *runs = arena_new_array(
		arranger->arena, struct text_run, count + text->run_count);
	memcpy(runs, first, count * sizeof *runs);
	memcpy(runs + count, text->runs, text->run_count * sizeof *runs);
	text->runs = runs;
	text->run_count += count;
	block->place = runs[0].passage.place;
}

static void add_parts(struct filling *filling)
{
	size_t count = 0;
	const struct text_run *runs =
		join_lines(filling, &filling->layout->contents->parts, &count);
	if (runs) {
		struct block *block = add_empty_paragraph(filling);
		block->place = runs[0].passage.place;
		block->text.runs = runs;
		block->text.run_count = count;
	}
}

/* Each label is one paragraph, also an empty one: the strokes part so many. */
static void add_diagonal(struct filling *filling)
{
	const struct cell_lines *labels = &filling->layout->contents->diagonal;
	for (size_t i = 0; i < labels->count; i++) {
		const struct cell_lines one = {&labels->list[i], 1};
		size_t count = 0;
		const struct text_run *runs = join_lines(filling, &one, &count);
		struct block *block = add_empty_paragraph(filling);
		block->text.style = one.list->style;
		block->text.runs = runs;
		block->text.run_count = count;
	}
}

/* ---- contents ---- */

static void add_contents(struct filling *filling)
{
	struct arranger *arranger = filling->arranger;
	const struct cell_contents *contents = filling->layout->contents;
	add_text(filling);
	add_parts(filling);
	add_lines(filling, &contents->paragraphs);
	if (contents->options) {
		arrange_options(arranger, contents->options, filling->cell->style,
			filling->scope);
	}
	if (contents->hint_always || (!arranger->blocks->len && !contents->grid)) {
		add_lines(filling, &contents->hint);
	}
	add_before(filling, &contents->label);
	const struct table_layout *grid = contents->grid;
	if (grid && arrange_has_room(arranger, grid->place)) {
		arrange_table(arranger, grid, filling->scope);
	}
}

static bool is_special(const struct cell_contents *contents)
{
	bool ruled = false;
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		ruled = ruled || contents->rules[edge].said;
	}
	return ruled || contents->foot.count || contents->height > 0 ||
	       contents->decimal || contents->diagonal.count || contents->flush;
}

static struct cell_manner *make_manner(
	struct arranger *arranger, const struct cell_contents *contents)
{
	struct cell_manner *manner = arena_new(arranger->arena, struct cell_manner);
	manner->minimum_height = contents->height;
	manner->decimal = contents->decimal;
	manner->diagonal = contents->diagonal.count > 0;
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		manner->has_weight[edge] = contents->rules[edge].said;
		manner->weights[edge] = contents->rules[edge].weight;
	}
	return manner;
}

/* One for all cells of a column, unless it depends on what is in them. */
static const struct cell_manner *find_manner(struct filling *filling)
{
	struct arranger *arranger = filling->arranger;
	const struct cell_contents *contents = filling->layout->contents;
	bool own = contents->foot.count || contents->flush;
	struct cell_manner *manner =
		own ? NULL : g_hash_table_lookup(arranger->manners, contents);
	if (manner || !is_special(contents)) {
		return manner;
	}
	manner = make_manner(arranger, contents);
	if (!own) {
		g_hash_table_insert(
			arranger->manners, (gpointer)(uintptr_t)contents, manner);
		return manner;
	}
	const struct table_cell *cell = filling->cell;
	manner->flush = contents->flush && cell->block_count == 1 &&
			cell->blocks[0]->kind == BLOCK_TABLE;
	GPtrArray *outer = begin_apart(arranger);
	add_lines(filling, &contents->foot);
	manner->foot = end_apart(arranger, outer, &manner->foot_count);
	return manner;
}

static void fill_contents(struct filling *filling)
{
	struct arranger *arranger = filling->arranger;
	const struct cell_contents *contents = filling->layout->contents;
	struct table_cell *cell = filling->cell;
	GPtrArray *outer = begin_apart(arranger);
	if (contents->diagonal.count) {
		add_diagonal(filling);
	} else if (!contents->blank) {
		add_contents(filling);
	}
	if (arranger->blocks->len == 0) {
		add_empty_paragraph(filling);
	}
	cell->blocks = end_apart(arranger, outer, &cell->block_count);
	if (cell->block_count && cell->blocks[0]->place.source) {
		cell->place = cell->blocks[0]->place;
	}
	cell->manner = find_manner(filling);
}

void arrange_cell_text(struct arranger *arranger, const struct template *text,
	const struct scope *scope, struct table_cell *cell)
{
	struct filling filling = {.arranger = arranger, .scope = scope, .cell = cell};
	const struct value *value = text ? evaluate(&filling, text) : NULL;
	GPtrArray *outer = begin_apart(arranger);
	for (size_t i = 0; value && i < value->paragraph_count; i++) {
		arrange_paragraph(arranger, &value->paragraphs[i], cell->style);
	}
	if (arranger->blocks->len == 0) {
		add_empty_paragraph(&filling);
	}
	cell->blocks = end_apart(arranger, outer, &cell->block_count);
	if (value) {
		cell->place = value->place;
	}
}

void arrange_cell(struct arranger *arranger, const struct cell_layout *layout,
	const struct scope *scope, struct table_cell *cell)
{
	struct filling filling = {arranger, layout, scope, cell};
	cell->head = layout->head;
	cell->names_rows = layout->names_rows;
	cell->vertical = layout->vertical;
	cell->style = layout->style;
	cell->place = layout->place;
	if (layout->contents) {
		fill_contents(&filling);
	} else {
		arrange_cell_text(arranger, layout->text, scope, cell);
	}
}
