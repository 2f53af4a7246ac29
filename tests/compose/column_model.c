#include "column_model.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void free_text(gpointer pointer)
{
	struct model_text *text = pointer;
	g_free((gpointer)(uintptr_t)text->pieces);
	g_free(text);
}

void model_begin(struct model *model, int column_count, double width)
{
	memset(model, 0, sizeof *model);
	model->texts = g_ptr_array_new_with_free_func(free_text);
	for (int i = 0; i < column_count; i++) {
		model->columns[i].kind = COLUMN_CONTENT;
		model->units[i].character = EM;
	}
	model->task = (struct column_task){
		.columns = model->columns,
		.units = model->units,
		.column_count = column_count,
		.cells = model->cells,
		.width = width,
		.lines = model_lines,
	};
}

void model_end(struct model *model)
{
	g_ptr_array_free(model->texts, TRUE);
}

double model_narrowest(const struct model_text *text)
{
	int widest = 0;
	for (int i = 0; i < text->count; i++) {
		widest = MAX(widest, text->pieces[i]);
	}
	return widest * EM;
}

double model_widest(const struct model_text *text)
{
	int sum = 0;
	for (int i = 0; i < text->count; i++) {
		sum += text->pieces[i];
	}
	return sum * EM;
}

struct cell_lines model_lines(void *context, const void *content, double width)
{
	(void)context;
	const struct model_text *text = content;
	int room = (int)floor(width / EM + 1e-6);
	int used = 0;
	int widest = 0;
	int count = 1;
	for (int i = 0; i < text->count; i++) {
		if (used > 0 && used + text->pieces[i] > room) {
			used = 0;
			count++;
		}
		used += text->pieces[i];
		widest = MAX(widest, used);
	}
	return (struct cell_lines){count, widest * EM};
}

void model_add_pieces(struct model *model, struct column_cell at, int *pieces, int count)
{
	struct column_task *task = &model->task;
	struct model_text *text = g_new(struct model_text, 1);
	*text = (struct model_text){pieces, count};
	g_ptr_array_add(model->texts, text);
	g_assert(task->cell_count < MODEL_CELLS);
	struct column_cell *cell = &model->cells[task->cell_count++];
	double narrowest = model_narrowest(text);
	double widest = model_widest(text);
	*cell = at;
	cell->content = text;
	cell->line = EM;
	cell->need.at[WIDTH_NARROWEST] = narrowest + at.inset;
	cell->need.at[WIDTH_COMFORTABLE] =
		fmax(narrowest, fmin(widest, 2 * EM)) + at.inset;
	cell->need.at[WIDTH_WIDEST] = widest + at.inset;
	task->row_count = MAX(task->row_count, at.row_end);
}

struct column_cell model_at(int row, int first, int end)
{
	return (struct column_cell){
		.first = first, .end = end, .row = row, .row_end = row + 1};
}

void model_add_text(struct model *model, int row, int column, int characters)
{
	int *pieces = g_new(int, (gsize)characters);
	for (int i = 0; i < characters; i++) {
		pieces[i] = 1;
	}
	model_add_pieces(model, model_at(row, column, column + 1), pieces, characters);
}

void model_add(struct model *model, struct column_cell at, const char *text)
{
	int *pieces = g_new(int, strlen(text) + 1);
	int count = 0;
	while (*text) {
		if (*text == '[') {
			char *end;
			pieces[count++] = (int)strtol(text + 1, &end, 10);
			text = end + 1;
		} else {
			pieces[count++] = 1;
			text++;
		}
	}
	model_add_pieces(model, at, pieces, count);
}
