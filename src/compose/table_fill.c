/* A fragment is made of a caption, the head and a band of body rows: as many whole rows
 * as fit, then, where the next one is tall, the part of it that does.
 *
 * What stands in a cell is set by cell_fill(), whose answer is both the measure and the
 * setting; heights of parted rows follow from what was set. */
#include "compose/table_fill.h"

#include "compose/measure.h"
#include "compose/table_break.h"
#include "compose/table_rows.h"

#include <math.h>
#include <string.h>

struct filling {
	const struct measured_table *table;
	const struct table_state *state;
	const struct room *room;
	double height; /* for body rows */
};

/* Cells that were set, each in its part; arrays of `count`. */
struct set_cells {
	const struct trial *trial;
	struct cell_part *parts;
};

/* ---- cells ---- */

static struct cell_part set_standing(const struct filling *filling,
	const struct standing *standing, double height, enum insistence insistence)
{
	struct room room = *filling->room;
	room.height = height;
	room.insistence = insistence;
	struct cell_part part = cell_fill(standing->cell, standing->at, &room);
	if (standing_is_label(standing) && part.done) {
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
		.repeated = label && standing->shown,
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
			standing->cell, part->next, standing->shown || shown};
	}
	return next;
}

/* ---- whole rows ---- */

static void fill_rows(const struct filling *filling, const struct trial *trial,
	struct fragment *fragment)
{
	struct set_cells set = {trial, g_new(struct cell_part, (gsize)trial->cell_count)};
	double inset = table_cell_inset_down(filling->table);
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		double height =
			table_rows_sum(trial->heights, standing->first, standing->end);
		set.parts[i] = set_standing(filling, standing,
			standing->ends ? HUGE_VAL : height - inset, TAKE_WELL);
	}
	int end = filling->state->row + trial->row_count;
	fragment->body = band_create(filling, &set, trial->heights);
	fragment->next = end < filling->table->block->row_count
				 ? state_after(filling, &set, end, false)
				 : NULL;
	g_free(set.parts);
}

/* Rows up to the last boundary where the table may be parted, of those that fit. */
static bool fill_whole_rows(const struct filling *filling, const struct trial *trial,
	struct fragment *fragment)
{
	const struct table_state *state = filling->state;
	int end = state->row + trial->row_count;
	int boundary = table_boundary(filling->table, state, end);
	if (boundary == state->row && filling->room->insistence != TAKE_WELL) {
		boundary = end;
	}
	if (boundary == state->row && boundary < filling->table->block->row_count) {
		return false;
	}
	if (boundary == end) {
		fill_rows(filling, trial, fragment);
		return true;
	}
	struct trial shorter = trial_make(filling->table, state, boundary);
	fill_rows(filling, &shorter, fragment);
	trial_finish(&shorter);
	return true;
}

/* ---- a parted row ---- */

/* A row on trial that is to be parted: the last one of `trial`. */
struct parting {
	const struct filling *filling;
	struct trial trial; /* its last row has no height yet */
	double budget;      /* height for that row */
	enum insistence insistence;
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

/* Sets the cells; the last row becomes as high as what it got. True: something was taken.
 */
static bool set_parted(const struct parting *parting, struct cell_part *parts)
{
	const struct trial *trial = &parting->trial;
	double inset = table_cell_inset_down(parting->filling->table);
	double *last = &trial->heights[trial->row_count - 1];
	bool progress = false;
	*last = fmin(
		table_row_minimum(parting->filling->table), fmax(0, parting->budget));
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		if (!stands_in_last(parting, standing)) {
			parts[i] = set_standing(
				parting->filling, standing, HUGE_VAL, TAKE_WELL);
			continue;
		}
		double above = height_above(parting, standing);
		enum insistence insistence = progress ? MIN(parting->insistence, TAKE_ANY)
						      : parting->insistence;
		parts[i] = set_standing(parting->filling, standing,
			above + parting->budget - inset, insistence);
		*last = fmax(*last, parts[i].height + inset - above);
		progress = progress || moved(standing->at, parts[i].next);
	}
	return progress;
}

/* Whether all cells that end in the last row are done. */
static bool row_is_done(const struct parting *parting, const struct cell_part *parts)
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

/* Well parted is a row of which each cell shows something, unless its rest is met. */
static bool parted_well(const struct parting *parting, const struct cell_part *parts)
{
	const struct table_state *state = parting->filling->state;
	int last = parting->trial.row_count - 1;
	if (state->begun && last == 0) {
		return true;
	}
	for (int i = 0; i < parting->trial.cell_count; i++) {
		const struct standing *standing = &parting->trial.cells[i];
		if (standing->first == last && parts[i].count == 0 &&
			!cell_is_done(standing->cell, standing->at)) {
			return false;
		}
	}
	double minimum = table_row_minimum(parting->filling->table);
	return !row_is_done(parting, parts) ||
	       minimum <= parting->budget + LENGTH_TOLERANCE;
}

static bool part_row(const struct parting *parting, struct fragment *fragment)
{
	const struct filling *filling = parting->filling;
	const struct trial *trial = &parting->trial;
	struct set_cells set = {trial, g_new(struct cell_part, (gsize)trial->cell_count)};
	bool progress = set_parted(parting, set.parts);
	bool done = row_is_done(parting, set.parts);
	bool good = parting->insistence == TAKE_WELL
			    ? progress && parted_well(parting, set.parts)
			    : progress || (done && parting->insistence == TAKE_ANYWAY);
	if (good) {
		int row = filling->state->row + trial->row_count - 1 + done;
		fragment->body = band_create(filling, &set, trial->heights);
		fragment->next = row < filling->table->block->row_count
					 ? state_after(filling, &set, row, !done)
					 : NULL;
	}
	g_free(set.parts);
	return good;
}

/* The rows that fit and a part of the next one, by the mildest rules that serve. */
static bool fill_parted(const struct filling *filling, const struct trial *whole,
	struct fragment *fragment)
{
	int end = filling->state->row + whole->row_count + 1;
	enum insistence most =
		whole->row_count > 0 ? TAKE_WELL : filling->room->insistence;
	struct parting parting = {
		.filling = filling,
		.trial = trial_make(filling->table, filling->state, end),
		.budget = filling->height - whole->total,
	};
	if (whole->row_count > 0) {
		memcpy(parting.trial.heights, whole->heights,
			(size_t)whole->row_count * sizeof(double));
	}
	bool good = false;
	while (!good && parting.insistence <= most) {
		good = part_row(&parting, fragment);
		parting.insistence++;
	}
	trial_finish(&parting.trial);
	return good;
}

/* ---- fragments ---- */

static bool next_row_parts(const struct filling *filling, const struct trial *trial)
{
	int end = filling->state->row + trial->row_count;
	if (end >= filling->table->block->row_count) {
		return false;
	}
	return (trial->row_count == 0 && filling->room->insistence != TAKE_WELL) ||
	       table_row_parts(filling->table, filling->state, end, filling->room->page);
}

static bool fill_body(const struct filling *filling, struct fragment *fragment)
{
	struct trial trial = table_break(filling->table, filling->state, filling->height);
	bool good =
		next_row_parts(filling, &trial) && fill_parted(filling, &trial, fragment);
	good = good || fill_whole_rows(filling, &trial, fragment);
	trial_finish(&trial);
	return good;
}

static const struct band *fill_head(
	const struct measured_table *table, const struct room *room)
{
	struct table_state start = {0};
	struct filling filling = {table, &start, room, HUGE_VAL};
	struct trial trial = trial_make(table, &start, table->head_rows);
	struct fragment *fragment = arena_new(room->arena, struct fragment);
	fill_rows(&filling, &trial, fragment);
	fragment->body.heights = table->head_heights;
	trial_finish(&trial);
	return &fragment->body;
}

static bool shows_head(
	const struct measured_table *table, const struct table_state *state)
{
	return table->head_rows > 0 && !state->head_flows &&
	       (!state->resumed || table->block->style->repeat_head);
}

static double caption_height(const struct measured *caption)
{
	return caption ? caption->line_count * caption->text->style->leading +
				 measured_after(caption)
		       : 0;
}

static const struct fragment *fill_fragment(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct fragment *fragment = arena_new(room->arena, struct fragment);
	bool head = shows_head(table, state);
	fragment->table = table;
	fragment->resumed = state->resumed;
	fragment->caption = state->resumed ? table->caption_continued : table->caption;
	fragment->height =
		table_frame_height(table) + caption_height(fragment->caption) +
		(head ? table_rows_sum(table->head_heights, 0, table->head_rows) : 0);
	struct filling filling = {table, state, room, room->height - fragment->height};
	if (filling.height < -LENGTH_TOLERANCE && room->insistence != TAKE_ANYWAY) {
		return NULL;
	}
	if (!fill_body(&filling, fragment)) {
		return NULL;
	}
	fragment->head = head ? fill_head(table, room) : NULL;
	fragment->height +=
		table_rows_sum(fragment->body.heights, 0, fragment->body.row_count);
	return fragment;
}

/* The head leaves no room for a line: it stands once, as rows like others. */
static const struct fragment *fill_without_head(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct table_state headless = *state;
	headless.row = state->resumed ? state->row : 0;
	headless.head_flows = true;
	struct room any = *room;
	any.insistence = TAKE_ANY;
	const struct fragment *fragment = fill_fragment(table, &headless, &any);
	if (!fragment && room->insistence == TAKE_ANYWAY) {
		fragment = fill_fragment(table, &headless, room);
	}
	if (fragment && shows_head(table, state)) {
		diagnostics_warning(room->diagnostics, table->place,
			"table-head-too-tall",
			"表头和一行正文在一页里放不下，表头不再重复");
	}
	return fragment;
}

const struct fragment *table_fill(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct table_state start = {.row = table->head_rows};
	state = state ? state : &start;
	struct room mild = *room;
	mild.insistence = MIN(room->insistence, TAKE_ANY);
	const struct fragment *fragment = fill_fragment(table, state, &mild);
	if (fragment || room->insistence == TAKE_WELL) {
		return fragment;
	}
	return fill_without_head(table, state, room);
}
