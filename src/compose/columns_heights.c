#include "compose/columns_heights.h"

#include "compose/columns_needs.h"
#include "compose/table_rows.h"

#include <glib.h>

double columns_height_sum(const struct column_task *task, const double *heights)
{
	double sum = 0;
	for (int i = 0; i < task->row_count; i++) {
		sum += heights[i] * (task->row_weights ? task->row_weights[i] : 1);
	}
	return sum;
}

double columns_heights(
	const struct column_task *task, const double *widths, double *heights)
{
	struct edge_span *rows = g_new(struct edge_span, (gsize)task->cell_count);
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		double width = 0;
		for (int k = cell->first; k < cell->end; k++) {
			width += widths[k];
		}
		rows[i] = (struct edge_span){cell->row, cell->row_end,
			columns_cell_height(cell, columns_lines(task, i, width))};
	}
	table_rows_share(
		rows, task->cell_count, task->minimum_row, task->row_count, heights);
	g_free(rows);
	return columns_height_sum(task, heights);
}
