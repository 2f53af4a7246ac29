#include "compose/columns_sample.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

enum {
	SHORT_TABLE = 300, /* rows */
	LONGEST_ROWS = 40,
	OTHER_ROWS = 60,
};

struct sampled_row {
	int row;
	double text;   /* width of its longest cell */
	double weight; /* 0: left out */
};

static int by_text(const void *left, const void *right)
{
	const struct sampled_row *a = left;
	const struct sampled_row *b = right;
	if (a->text != b->text) {
		return a->text > b->text ? -1 : 1;
	}
	return a->row - b->row;
}

static int by_row(const void *left, const void *right)
{
	const struct sampled_row *a = left;
	const struct sampled_row *b = right;
	return a->row - b->row;
}

static void find_texts(const struct column_task *task, struct sampled_row *rows)
{
	for (int i = 0; i < task->row_count; i++) {
		rows[i] = (struct sampled_row){.row = i};
	}
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		double text = (cell->need.at[WIDTH_WIDEST] - cell->inset) /
			      (cell->row_end - cell->row);
		for (int row = cell->row; row < cell->row_end; row++) {
			rows[row].text = fmax(rows[row].text, text);
		}
	}
}

/* Marks the rows taken with their weights, in the table's order. */
static struct sampled_row *choose_rows(
	struct arena *arena, const struct column_task *task)
{
	size_t count = (size_t)task->row_count;
	struct sampled_row *rows = arena_new_array(arena, struct sampled_row, count);
	find_texts(task, rows);
	qsort(rows, count, sizeof *rows, by_text);
	int others = task->row_count - LONGEST_ROWS;
	for (int i = 0; i < LONGEST_ROWS; i++) {
		rows[i].weight = 1;
	}
	for (int i = 0; i < OTHER_ROWS; i++) {
		int middle = (int)((2.0 * i + 1) * others / (2 * OTHER_ROWS));
		rows[LONGEST_ROWS + middle].weight = (double)others / OTHER_ROWS;
	}
	qsort(rows, count, sizeof *rows, by_row);
	return rows;
}

/* How many of the rows before each one are taken; the last figure: of all. */
static int *number_rows(struct arena *arena, const struct column_task *task,
	const struct sampled_row *rows)
{
	int *numbers = arena_new_array(arena, int, task->row_count + 1);
	for (int i = 0; i < task->row_count; i++) {
		numbers[i + 1] = numbers[i] + (rows[i].weight > 0);
	}
	return numbers;
}

/* A cell in the rows that are taken. */
static struct column_cell sampled_cell(const struct column_cell *cell, const int *numbers)
{
	struct column_cell sampled = *cell;
	sampled.row = numbers[cell->row];
	sampled.row_end = numbers[cell->row_end];
	double share =
		(double)(sampled.row_end - sampled.row) / (cell->row_end - cell->row);
	sampled.around *= share;
	sampled.line *= share;
	return sampled;
}

static void take_cells(struct arena *arena, struct columns_sample *sample,
	const int *numbers, const double *floors)
{
	const struct column_cell *from = sample->task.cells;
	const int *spans = sample->edges.span_of;
	int from_count = sample->task.cell_count;
	int count = 0;
	for (int i = 0; i < from_count; i++) {
		count += numbers[from[i].row_end] > numbers[from[i].row];
	}
	struct column_cell *cells = arena_new_array(arena, struct column_cell, count);
	int *span_of = arena_new_array(arena, int, count);
	double *taken_floors = arena_new_array(arena, double, count);
	count = 0;
	for (int i = 0; i < from_count; i++) {
		if (numbers[from[i].row_end] > numbers[from[i].row]) {
			cells[count] = sampled_cell(&from[i], numbers);
			span_of[count] = spans[i];
			taken_floors[count++] = floors[i];
		}
	}
	sample->task.cells = cells;
	sample->task.cell_count = count;
	sample->edges.span_of = span_of;
	sample->floors = taken_floors;
}

struct columns_sample columns_sample_take(struct arena *arena,
	const struct column_task *task, const struct columns_edges *edges,
	const double *floors)
{
	struct columns_sample sample = {*task, *edges, floors};
	if (task->row_count <= SHORT_TABLE) {
		return sample;
	}
	const struct sampled_row *rows = choose_rows(arena, task);
	const int *numbers = number_rows(arena, task, rows);
	double *weights = arena_new_array(arena, double, numbers[task->row_count]);
	for (int i = 0; i < task->row_count; i++) {
		if (rows[i].weight > 0) {
			weights[numbers[i]] = rows[i].weight;
		}
	}
	take_cells(arena, &sample, numbers, floors);
	sample.task.row_weights = weights;
	sample.task.row_count = numbers[task->row_count];
	return sample;
}
