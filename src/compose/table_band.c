/* What stands in a cell is set by cell_fill(), whose answer is both the measure and the
 * setting; heights of parted rows follow from what was set. */
#include "compose/table_band.h"

#include "compose/measure.h"
#include "compose/table_rows.h"

#include <math.h>

enum {
	LEAST_LINES = 2
};

/* A part of a row that is less high, points, is no part. */
static const double LEAST_BLANK = 5;

/* Cells that were set, each in its part; arrays of `count`. */
struct set_cells {
	const struct trial *trial;
	struct cell_part *parts;
};

/* ---- cells ---- */

/* A label that stood already is not parted: where it does not fit again, not even as it
 * stood, it stays away. */
static struct cell_part set_standing(const struct filling *filling,
	const struct standing *standing, double height, enum insistence insistence)
{
	struct room room = *filling->room;
	room.height = height;
	room.insistence = insistence;
	bool foot = standing->cell->foot_count > 0;
	struct cell_part part =
		foot && !standing->ends
			? cell_fill_above_foot(standing->cell, standing->at, &room)
			: cell_fill(standing_text(standing), standing->at, &room);
	if (!standing_is_label(standing)) {
		return part;
	}
	if (standing->shown && !part.done) {
		part = cell_fill(standing->cell, standing->at, &room);
	}
	if (standing->shown && !part.done) {
		part = (struct cell_part){.done = true};
	}
	if (part.done) {
		part.next = standing->at;
	}
	return part;
}

static struct placed_cell place_standing(
	const struct standing *standing, const struct cell_part *part)
{
	bool label = standing_is_label(standing) && part->done;
	return (struct placed_cell){
		.cell = standing->cell,
		.first = standing->first,
		.end = standing->end,
		.content = part->content,
		.content_count = part->count,
		.height = part->height,
		.parted = !label && (standing->at.block > 0 || standing->at.line > 0 ||
					    standing->at.nested || !part->done),
		.from_above = standing->from_above,
		.repeated = standing->repeated || (label && standing->shown),
	};
}

static struct band band_create(
	const struct filling *filling, const struct set_cells *set, const double *heights)
{
	const struct trial *trial = set->trial;
	struct arena *arena = filling->room->arena;
	struct placed_cell *cells =
		arena_new_array(arena, struct placed_cell, trial->cell_count);
	for (int i = 0; i < trial->cell_count; i++) {
		cells[i] = place_standing(&trial->cells[i], &set->parts[i]);
	}
	return (struct band){
		.heights = arena_copy(
			arena, heights, (size_t)trial->row_count * sizeof *heights),
		.row_count = trial->row_count,
		.cells = cells,
		.cell_count = trial->cell_count,
	};
}

/* How much of a cell stood, where that matters on further pages. */
static double stood_after(const struct trial *trial, const struct standing *standing)
{
	const struct cell_manner *manner = standing->cell->cell->manner;
	return manner && manner->minimum_height > 0
		       ? standing->stood + table_rows_sum(trial->heights, standing->first,
						   standing->end)
		       : 0;
}

/* And of a row that is begun. */
static double row_stood_after(const struct filling *filling, const struct trial *trial)
{
	int last = trial->row_count - 1;
	const struct table_state *state = filling->state;
	if (filling->table->block->rows[trial->end - 1].minimum <= 0) {
		return 0;
	}
	bool again = state->begun && last == trial->repeated;
	return trial->heights[last] + (again ? state->stood : 0);
}

/* The state at a row; open are the cells that reach its upper edge, and where it is begun
 * all that stand in it. */
static const struct table_state *state_after(
	const struct filling *filling, const struct set_cells *set, int row, bool begun)
{
	const struct trial *trial = set->trial;
	struct arena *arena = filling->room->arena;
	struct table_state *next = arena_new(arena, struct table_state);
	struct open_cell *open =
		arena_new_array(arena, struct open_cell, trial->cell_count);
	*next = (struct table_state){.row = row,
		.begun = begun,
		.stood = begun ? row_stood_after(filling, trial) : 0,
		.resumed = true,
		.head_flows = filling->state->head_flows,
		.open = open};
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		if (standing->end < trial->row_count || (standing->ends && !begun)) {
			continue;
		}
		const struct cell_part *part = &set->parts[i];
		bool shown = standing_is_label(standing) && part->done;
		open[next->open_count++] = (struct open_cell){
			.cell = standing->cell,
			.at = part->next,
			.shown = standing->shown || shown,
			.stood = stood_after(trial, standing),
		};
	}
	return next;
}

/* ---- whole rows ---- */

static struct cell_part set_in_rows(const struct filling *filling,
	const struct trial *trial, const struct standing *standing)
{
	double height = table_rows_sum(trial->heights, standing->first, standing->end) -
			cell_inset_down(filling->table, standing->cell);
	return set_standing(
		filling, standing, standing->ends ? HUGE_VAL : height, TAKE_WELL);
}

void table_band_whole(const struct filling *filling, const struct trial *trial,
	struct fragment *fragment)
{
	struct set_cells set = {trial, g_new(struct cell_part, (gsize)trial->cell_count)};
	for (int i = 0; i < trial->cell_count; i++) {
		set.parts[i] = set_in_rows(filling, trial, &trial->cells[i]);
	}
	fragment->body = band_create(filling, &set, trial->heights);
	fragment->next = trial->end < filling->table->block->row_count
				 ? state_after(filling, &set, trial->end, false)
				 : NULL;
	g_free(set.parts);
}

const struct table_state *table_band_state(
	const struct filling *filling, const struct trial *trial)
{
	struct set_cells set = {
		trial, g_new0(struct cell_part, (gsize)trial->cell_count)};
	for (int i = 0; i < trial->cell_count; i++) {
		if (!trial->cells[i].ends) {
			set.parts[i] = set_in_rows(filling, trial, &trial->cells[i]);
		}
	}
	const struct table_state *next = state_after(filling, &set, trial->end, false);
	g_free(set.parts);
	return next;
}

/* ---- a parted row ---- */

/* A row on trial that is to be parted: the last one of `trial`. */
struct parting {
	const struct filling *filling;
	struct trial trial; /* its last row has no height yet */
	double budget;      /* height for that row, less what stands under it */
	enum insistence insistence;
	bool goes_on; /* below: feet of cells wait */
};

static bool moved(struct cell_position from, struct cell_position to)
{
	return from.block != to.block || from.line != to.line || from.nested != to.nested;
}

static bool stands_in_last(const struct parting *parting, const struct standing *standing)
{
	return standing->end == parting->trial.row_count;
}

static double height_above(const struct parting *parting, const struct standing *standing)
{
	return table_rows_sum(
		parting->trial.heights, standing->first, parting->trial.row_count - 1);
}

/* What of the last row must stand if nothing else stands in it: as much of least heights
 * as there is room for. */
static double least_part(const struct parting *parting, double wanted)
{
	return fmin(wanted, fmax(0, parting->budget));
}

/* Sets one of the cells that stand in the last row. */
static struct cell_part set_in_last(
	const struct parting *parting, const struct standing *standing, bool progress)
{
	double height = height_above(parting, standing) + parting->budget -
			cell_inset_down(parting->filling->table, standing->cell);
	enum insistence insistence =
		progress ? MIN(parting->insistence, TAKE_ANY) : parting->insistence;
	struct standing going_on = *standing;
	going_on.ends = standing->ends && !parting->goes_on;
	return set_standing(parting->filling, &going_on, height, insistence);
}

/* What the last row must have for a cell's part. */
static double height_in_last(const struct parting *parting,
	const struct standing *standing, const struct cell_part *part)
{
	const struct measured_table *table = parting->filling->table;
	double above = height_above(parting, standing);
	double content = part->height + cell_inset_down(table, standing->cell);
	double wanted = cell_need(table, standing->cell, 0, standing->stood) - above;
	return standing->ends ? fmax(content - above, least_part(parting, wanted))
			      : content - above;
}

/* Sets the cells; the last row becomes as high as what it got. True: something was taken.
 */
static bool set_parted(const struct parting *parting, struct cell_part *parts)
{
	const struct trial *trial = &parting->trial;
	const struct filling *filling = parting->filling;
	double *last = &trial->heights[trial->row_count - 1];
	bool progress = false;
	*last = least_part(
		parting, table_row_least(filling->table, filling->state, trial->end - 1));
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		if (!stands_in_last(parting, standing)) {
			parts[i] = set_standing(filling, standing, HUGE_VAL, TAKE_WELL);
			continue;
		}
		parts[i] = set_in_last(parting, standing, progress);
		*last = fmax(*last, height_in_last(parting, standing, &parts[i]));
		progress = progress || moved(standing->at, parts[i].next);
	}
	return progress;
}

/* Whether all that ends in the last row is done. */
static bool contents_are_done(
	const struct parting *parting, const struct cell_part *parts)
{
	for (int i = 0; i < parting->trial.cell_count; i++) {
		const struct standing *standing = &parting->trial.cells[i];
		if (stands_in_last(parting, standing) && standing->ends &&
			!parts[i].done) {
			return false;
		}
	}
	return true;
}

/* What the row still lacks of least heights. */
static double height_lacking(const struct parting *parting)
{
	const struct trial *trial = &parting->trial;
	const struct filling *filling = parting->filling;
	double last = trial->heights[trial->row_count - 1];
	double least = 0;
	if (filling->table->block->rows[trial->end - 1].minimum > 0) {
		least = table_row_least(filling->table, filling->state, trial->end - 1);
	}
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		const struct cell_manner *manner = standing->cell->cell->manner;
		if (manner && manner->minimum_height > 0 && standing->ends &&
			stands_in_last(parting, standing)) {
			least = fmax(least, manner->minimum_height - standing->stood -
						    height_above(parting, standing));
		}
	}
	double lacking = least - last;
	return lacking > LENGTH_TOLERANCE ? lacking : 0;
}

/* A row of which nothing but blank is left is broken where it does not fit on a page. */
static bool row_is_done(const struct parting *parting, const struct cell_part *parts)
{
	return contents_are_done(parting, parts) &&
	       (height_lacking(parting) <= 0 || parting->insistence == TAKE_ANYWAY);
}

/* Whether two lines of a cell, or all of it, stand on either side; what goes with a foot
 * may be little. */
static bool has_lines(const struct standing *standing, const struct cell_part *part)
{
	const struct measured_cell *cell = standing->cell;
	double lines = LEAST_LINES * measure_line_height(&cell->content);
	double rest = cell_rest_height(cell, part->next);
	return part->done || cell->foot_count > 0 ||
	       (part->height >= lines - LENGTH_TOLERANCE &&
		       rest >= lines - LENGTH_TOLERANCE);
}

/* The first row of a table is parted so that a page is not left blank: for less than two
 * lines that is not worth it. */
static bool first_is_worth_it(
	const struct parting *parting, const struct cell_part *parts)
{
	const struct trial *trial = &parting->trial;
	if (parting->filling->state->resumed || trial->row_count > 1) {
		return true;
	}
	for (int i = 0; i < trial->cell_count; i++) {
		if (!has_lines(&trial->cells[i], &parts[i])) {
			return false;
		}
	}
	return true;
}

/* Well parted is a row of which each cell shows something, unless its rest is met. */
static bool parted_well(const struct parting *parting, const struct cell_part *parts)
{
	const struct table_state *state = parting->filling->state;
	int last = parting->trial.row_count - 1;
	if (state->begun && last == parting->trial.repeated) {
		return true;
	}
	if (parting->insistence == TAKE_WELL &&
		(height_lacking(parting) > 0 || !first_is_worth_it(parting, parts))) {
		return false;
	}
	for (int i = 0; i < parting->trial.cell_count; i++) {
		const struct standing *standing = &parting->trial.cells[i];
		if (standing->first == last && parts[i].count == 0 &&
			standing->cell->foot_count == 0 &&
			!cell_is_done(standing->cell, standing->at)) {
			return false;
		}
	}
	double minimum = table_row_minimum(parting->filling->table);
	return !row_is_done(parting, parts) ||
	       minimum <= parting->budget + LENGTH_TOLERANCE;
}

/* Whether there is room for what surrounds the parts of cells, be they empty. */
static bool part_fits(const struct parting *parting)
{
	const struct trial *trial = &parting->trial;
	return parting->insistence == TAKE_ANYWAY ||
	       trial->heights[trial->row_count - 1] <= parting->budget + LENGTH_TOLERANCE;
}

/* Whether the rest of a row leaves room for what stands under it. */
static bool end_fits(const struct parting *parting)
{
	const struct filling *filling = parting->filling;
	const struct trial *trial = &parting->trial;
	double rows = table_rows_sum(trial->heights, 0, trial->row_count);
	double height = table_foot_add(filling->table, &filling->foot, trial->end, rows);
	return parting->insistence == TAKE_ANYWAY ||
	       height <= filling->height + LENGTH_TOLERANCE;
}

static bool has_feet(const struct trial *trial)
{
	for (int i = 0; i < trial->cell_count; i++) {
		if (trial->cells[i].cell->foot_count > 0) {
			return true;
		}
	}
	return false;
}

/* Sets the cells, their feet only where the row ends, or where nothing else would stand.
 * A blank part of a row counts too, if it is as high as a row. */
static bool set_and_end(struct parting *parting, struct cell_part *parts)
{
	const struct trial *trial = &parting->trial;
	parting->goes_on = false;
	bool progress = set_parted(parting, parts);
	if (has_feet(trial) && !row_is_done(parting, parts)) {
		parting->goes_on = true;
		progress = set_parted(parting, parts);
		parting->goes_on = progress || parting->insistence <= TAKE_PARTED;
		progress = parting->goes_on ? progress : set_parted(parting, parts);
	}
	double blank = fmax(table_row_minimum(parting->filling->table), LEAST_BLANK);
	bool stands = trial->heights[trial->row_count - 1] >= blank &&
		      height_lacking(parting) > 0;
	return progress || stands;
}

static bool part_row(struct parting *parting, struct fragment *fragment)
{
	const struct filling *filling = parting->filling;
	const struct trial *trial = &parting->trial;
	struct set_cells set = {trial, g_new(struct cell_part, (gsize)trial->cell_count)};
	bool progress = set_and_end(parting, set.parts);
	bool done = row_is_done(parting, set.parts);
	bool good = parting->insistence <= TAKE_PARTED
			    ? progress && parted_well(parting, set.parts)
			    : progress || (done && parting->insistence == TAKE_ANYWAY);
	good = good && part_fits(parting) && (!done || end_fits(parting));
	if (good) {
		int row = trial->end - 1 + done;
		fragment->insistence = parting->insistence;
		fragment->body = band_create(filling, &set, trial->heights);
		fragment->next = row < filling->table->block->row_count
					 ? state_after(filling, &set, row, !done)
					 : NULL;
	}
	g_free(set.parts);
	return good;
}

/* The rows above the last one are as high as they are without it: heads of groups as by
 * themselves where no row stands between. Gives their height. */
static double settle_rows_above(const struct parting *parting, const struct trial *whole)
{
	const struct trial *trial = &parting->trial;
	for (int i = 0; i < trial->row_count - 1; i++) {
		trial->heights[i] =
			whole->row_count > 0 ? whole->heights[i] : trial->alone[i];
	}
	return table_rows_sum(trial->heights, 0, trial->row_count - 1);
}

/* By the mildest rules that serve, with so much kept free under the row. */
static bool part_with_foot(
	const struct parting *parting, double foot, struct fragment *fragment)
{
	struct parting lower = *parting;
	enum insistence most = parting->insistence;
	lower.budget -= foot;
	bool room = lower.trial.repeated == 0 || lower.budget > 0;
	for (int i = TAKE_WELL; room && i <= (int)most; i++) {
		lower.insistence = (enum insistence)i;
		if (part_row(&lower, fragment)) {
			return true;
		}
	}
	return false;
}

bool table_band_parted(const struct filling *filling, const struct trial *whole,
	struct fragment *fragment)
{
	const struct table_foot *foot = &filling->foot;
	struct parting parting = {
		.filling = filling,
		.trial = trial_make(filling->table, filling->state, whole->end + 1),
		.insistence =
			whole->row_count > 0 ? TAKE_WELL : filling->room->insistence,
	};
	parting.budget = filling->height - settle_rows_above(&parting, whole);
	bool good = part_with_foot(&parting, foot->going_on, fragment);
	bool last = parting.trial.end == filling->table->block->row_count;
	if (!good && last && foot->ending > foot->going_on) {
		good = part_with_foot(&parting, foot->ending, fragment);
	}
	trial_finish(&parting.trial);
	return good;
}
