#include "column_rivals.h"

#include <math.h>
#include <string.h>

enum {
	MOST_EM = 64,
};

/* ---- heights ---- */

/* The longest path over rows: what cells that end in a row ask for, row by row. */
static double least_height(const struct column_task *task, const double *cell_heights)
{
	double ends[MODEL_ROWS + 1];
	ends[0] = 0;
	for (int row = 1; row <= task->row_count; row++) {
		ends[row] = ends[row - 1];
		for (int i = 0; i < task->cell_count; i++) {
			const struct column_cell *cell = &task->cells[i];
			if (cell->row_end == row) {
				ends[row] = fmax(
					ends[row], ends[cell->row] + cell_heights[i]);
			}
		}
	}
	return ends[task->row_count];
}

double rival_height(const struct model *model, const double *widths)
{
	const struct column_task *task = &model->task;
	double heights[MODEL_CELLS];
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		double width = 0;
		for (int k = cell->first; k < cell->end; k++) {
			width += widths[k];
		}
		heights[i] = model_lines(NULL, cell->content, width).count * cell->line;
	}
	return least_height(task, heights);
}

/* ---- CSS ---- */

/* What columns ask for at a level, spanning cells last, in proportion. */
static void ask_columns(const struct model *model, enum width_level level, double *needs)
{
	const struct column_task *task = &model->task;
	memset(needs, 0, (size_t)task->column_count * sizeof *needs);
	for (int length = 1; length <= task->column_count; length++) {
		for (int i = 0; i < task->cell_count; i++) {
			const struct column_cell *cell = &task->cells[i];
			double sum = 0;
			for (int k = cell->first; k < cell->end; k++) {
				sum += needs[k];
			}
			double excess = cell->need.at[level] - sum;
			for (int k = cell->first;
				k < cell->end && cell->end - cell->first == length &&
				excess > 0;
				k++) {
				needs[k] += sum > 0 ? excess * needs[k] / sum
						    : excess / length;
			}
		}
	}
}

void rival_css_auto(const struct model *model, double *widths)
{
	const struct column_task *task = &model->task;
	double least[MODEL_COLUMNS];
	double most[MODEL_COLUMNS];
	ask_columns(model, WIDTH_NARROWEST, least);
	ask_columns(model, WIDTH_WIDEST, most);
	double least_sum = 0;
	double most_sum = 0;
	for (int i = 0; i < task->column_count; i++) {
		most[i] = fmax(most[i], least[i]);
		least_sum += least[i];
		most_sum += most[i];
	}
	for (int i = 0; i < task->column_count; i++) {
		if (task->width >= most_sum) {
			widths[i] = most[i] * task->width / most_sum;
		} else {
			widths[i] = least[i] + (most[i] - least[i]) *
						       (task->width - least_sum) /
						       (most_sum - least_sum);
		}
	}
}

/* ---- fair share ---- */

/* What columns ask for on one line, a spanning cell of its last one. */
static void ask_last(const struct model *model, double *needs)
{
	const struct column_task *task = &model->task;
	memset(needs, 0, (size_t)task->column_count * sizeof *needs);
	for (int column = 0; column < task->column_count; column++) {
		for (int i = 0; i < task->cell_count; i++) {
			const struct column_cell *cell = &task->cells[i];
			double need = cell->need.at[WIDTH_WIDEST];
			for (int k = cell->first; k < column; k++) {
				need -= needs[k];
			}
			if (cell->end == column + 1) {
				needs[column] = fmax(needs[column], need);
			}
		}
	}
}

void rival_fair_share(const struct model *model, double *widths)
{
	const struct column_task *task = &model->task;
	bool small[MODEL_COLUMNS] = {false};
	double left = task->width;
	int over = task->column_count;
	ask_last(model, widths);
	for (bool changed = true; changed && over > 0;) {
		double share = left / over;
		changed = false;
		for (int i = 0; i < task->column_count; i++) {
			if (!small[i] && widths[i] <= share) {
				small[i] = changed = true;
				left -= widths[i];
				over--;
			}
		}
	}
	for (int i = 0; i < task->column_count; i++) {
		widths[i] = small[i] ? widths[i] : left / over;
	}
}

/* ---- the optimum ---- */

struct trying {
	const struct model *model;
	int order[MODEL_CELLS];                   /* cells by the rows where they end */
	double heights[MODEL_CELLS][MOST_EM + 1]; /* in so many characters */
	int widths[MODEL_COLUMNS];
	double best;
};

static void prepare(struct trying *trying)
{
	const struct column_task *task = &trying->model->task;
	int count = 0;
	for (int row = 1; row <= task->row_count; row++) {
		for (int i = 0; i < task->cell_count; i++) {
			if (task->cells[i].row_end == row) {
				trying->order[count++] = i;
			}
		}
	}
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		for (int em = 0; em <= MOST_EM; em++) {
			bool broken = em * EM < cell->need.at[WIDTH_NARROWEST];
			double width = em * EM;
			trying->heights[i][em] =
				broken ? HUGE_VAL
				       : model_lines(NULL, cell->content, width).count *
						 cell->line;
		}
	}
}

/* The height for the widths on trial; cut short where it is no better than the best. */
static double height_of(const struct trying *trying)
{
	const struct column_task *task = &trying->model->task;
	double ends[MODEL_ROWS + 1];
	ends[0] = 0;
	int row = 0;
	for (int i = 0; i < task->cell_count && ends[row] < trying->best; i++) {
		const struct column_cell *cell = &task->cells[trying->order[i]];
		int width = 0;
		for (int k = cell->first; k < cell->end; k++) {
			width += trying->widths[k];
		}
		for (; row < cell->row_end; row++) {
			ends[row + 1] = ends[row];
		}
		ends[row] = fmax(ends[row],
			ends[cell->row] + trying->heights[trying->order[i]][width]);
	}
	return ends[row];
}

static void try_column(struct trying *trying, int column, int left)
{
	if (column + 1 == trying->model->task.column_count) {
		trying->widths[column] = left;
		trying->best = fmin(trying->best, height_of(trying));
		return;
	}
	for (int em = 1; em < left; em++) {
		trying->widths[column] = em;
		try_column(trying, column + 1, left - em);
	}
}

double rival_optimum(const struct model *model)
{
	struct trying *trying = g_new0(struct trying, 1);
	trying->model = model;
	trying->best = HUGE_VAL;
	prepare(trying);
	try_column(trying, 0, (int)(model->task.width / EM));
	double best = trying->best;
	g_free(trying);
	return best;
}
