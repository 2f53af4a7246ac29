#include "compose/table_break.h"

/* A row up to this share of a type area stays whole. */
static const double WHOLE_ROW_SHARE = 0.5;

struct trial table_break(const struct measured_table *table,
	const struct table_state *state, double height, const struct table_foot *foot)
{
	int end = rows_ahead_most(table, state, height);
	struct rows_ahead ahead = rows_ahead_make(table, state, end, false);
	struct trial trial = trial_of(&ahead, end);
	while (end > state->row && table_foot_add(table, foot, end, trial.total) >
					   height + LENGTH_TOLERANCE) {
		trial_finish(&trial);
		trial = trial_of(&ahead, --end);
	}
	rows_ahead_finish(&ahead);
	return trial;
}

bool table_row_parts(const struct measured_table *table, double height, double page)
{
	return height > WHOLE_ROW_SHARE * page || table->block->style->part_rows;
}

bool table_row_holds_next(const struct measured_table *table, int row)
{
	const struct table_row *source = &table->block->rows[row];
	return source->with_next || source->group_rows > 0;
}

int table_boundary(
	const struct measured_table *table, const struct table_state *state, int end)
{
	while (end > state->row && end < table->block->row_count &&
		table_row_holds_next(table, end - 1)) {
		end--;
	}
	return end;
}
