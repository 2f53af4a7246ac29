/* A fragment is made of lines above, the head and a band of body rows: as many whole rows
 * as fit, then, where the next one is tall, the part of it that does. */
#include "compose/table_fill.h"

#include "compose/measure.h"
#include "compose/table_band.h"
#include "compose/table_break.h"
#include "compose/table_lines.h"
#include "compose/table_rows.h"
#include "compose/table_sums.h"

#include <math.h>

/* A head up to this share of a type area is worth a line on its own (CSS Tables 3,
 * repeated headers). */
static const double HEAD_SHARE = 0.25;

/* Rows up to the last boundary where the table may be parted, of those that fit. */
static bool fill_whole_rows(const struct filling *filling, const struct trial *trial,
	struct fragment *fragment)
{
	const struct table_state *state = filling->state;
	int boundary = table_boundary(filling->table, state, trial->end);
	if (boundary == state->row && filling->room->insistence != TAKE_WELL) {
		boundary = trial->end;
	}
	if (boundary == state->row && boundary < filling->table->block->row_count) {
		return false;
	}
	if (boundary == trial->end) {
		table_band_whole(filling, trial, fragment);
		return true;
	}
	struct trial shorter = trial_make(filling->table, state, boundary);
	table_band_whole(filling, &shorter, fragment);
	trial_finish(&shorter);
	return true;
}

/* ---- fragments ---- */

static bool next_row_parts(const struct filling *filling, const struct trial *trial)
{
	const struct measured_table *table = filling->table;
	if (trial->end >= table->block->row_count) {
		return false;
	}
	if (trial->row_count == 0 &&
		(filling->state->begun || filling->room->insistence != TAKE_WELL)) {
		return true;
	}
	struct trial next = trial_make(table, filling->state, trial->end + 1);
	double height = next.heights[next.row_count - 1];
	trial_finish(&next);
	return table_row_parts(table, height, filling->room->page);
}

static bool fill_to_cut(const struct filling *filling, struct fragment *fragment)
{
	const struct table_cut *cut = filling->cut;
	struct trial trial = trial_make(filling->table, filling->state, cut->end);
	bool good = cut->kind == CUT_ROWS || table_band_parted(filling, &trial, fragment);
	if (cut->kind == CUT_ROWS) {
		table_band_whole(filling, &trial, fragment);
	}
	trial_finish(&trial);
	return good;
}

static bool fill_body(const struct filling *filling, struct fragment *fragment)
{
	if (filling->cut) {
		return fill_to_cut(filling, fragment);
	}
	struct trial trial = table_break(
		filling->table, filling->state, filling->height, &filling->foot);
	bool good = next_row_parts(filling, &trial) &&
		    table_band_parted(filling, &trial, fragment);
	good = good || fill_whole_rows(filling, &trial, fragment);
	trial_finish(&trial);
	return good;
}

static const struct band *fill_head(
	const struct measured_table *table, const struct room *room)
{
	struct table_state start = {0};
	struct filling filling = {
		.table = table, .state = &start, .room = room, .height = HUGE_VAL};
	struct trial trial = trial_make(table, &start, table->head_rows);
	struct fragment *fragment = arena_new(room->arena, struct fragment);
	table_band_whole(&filling, &trial, fragment);
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

static double head_height(
	const struct measured_table *table, const struct table_state *state)
{
	return shows_head(table, state)
		       ? table_rows_sum(table->head_heights, 0, table->head_rows)
		       : 0;
}

double table_fixed_height(
	const struct measured_table *table, const struct table_state *state)
{
	return table_frame_height(table) + table_lines_above_height(table, state) +
	       head_height(table, state) + table_sums_above_height(table, state);
}

struct table_foot table_foot_height(
	const struct measured_table *table, const struct room *room)
{
	struct table_foot foot = {0};
	if (room->liberty < LIBERTY_SUMS) {
		foot.going_on = table_sums_below_height(table, false);
		foot.ending = table_sums_below_height(table, true);
	}
	if (room->liberty < LIBERTY_LINES) {
		foot.ending += table_lines_below_least(table, room->page);
	}
	return foot;
}

double table_foot_add(const struct measured_table *table, const struct table_foot *foot,
	int end, double rows)
{
	return rows + (end == table->block->row_count ? foot->ending : foot->going_on);
}

static const struct fragment *fill_fragment(const struct measured_table *table,
	const struct table_state *state, const struct room *room,
	const struct table_cut *cut)
{
	struct fragment *fragment = arena_new(room->arena, struct fragment);
	fragment->table = table;
	fragment->resumed = state->resumed;
	fragment->row = state->row;
	double brought = table_sums_above_height(table, state);
	bool sums = room->liberty < LIBERTY_SUMS;
	fragment->height = table_fixed_height(table, state) - (sums ? 0 : brought);
	struct filling filling = {table, state, room, cut,
		room->height - fragment->height, table_foot_height(table, room)};
	if (filling.height < -LENGTH_TOLERANCE && room->insistence != TAKE_ANYWAY) {
		return NULL;
	}
	if (!fill_body(&filling, fragment)) {
		return NULL;
	}
	table_lines_fill_above(state, room, fragment);
	fragment->head = shows_head(table, state) ? fill_head(table, room) : NULL;
	if (sums) {
		fragment->height -= brought;
		table_sums_add(state, room, fragment);
	}
	fragment->height +=
		table_rows_sum(fragment->body.heights, 0, fragment->body.row_count);
	if (!fragment->next) {
		table_lines_fill_below(state, room, fragment);
	}
	return fragment;
}

/* The head leaves no room for a line: it stands once, as rows like others, and heads of
 * groups once. */
static const struct fragment *fill_without_head(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct table_state headless = *state;
	headless.row = state->resumed ? state->row : 0;
	headless.head_flows = true;
	struct room rest = *room;
	const struct fragment *fragment = NULL;
	rest.insistence = TAKE_PARTED;
	rest.liberty = LIBERTY_LINES;
	while (!fragment && rest.insistence <= room->insistence) {
		fragment = fill_fragment(table, &headless, &rest, NULL);
		rest.insistence++;
	}
	bool lost = shows_head(table, state) || (table->groups && state->resumed);
	if (fragment && lost && !state->head_flows && room->diagnostics) {
		diagnostics_warning(room->diagnostics, table->place,
			"table-head-too-tall",
			"表头和一行正文在一页里放不下，表头不再重复");
	}
	return fragment;
}

/* All rows stood; lines below them are left. */
static const struct fragment *fill_rest_below(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct fragment *fragment = arena_new(room->arena, struct fragment);
	fragment->table = table;
	fragment->resumed = true;
	table_lines_fill_below(state, room, fragment);
	return fragment->below.count > 0 ? fragment : NULL;
}

static void report_liberty(const struct fragment *fragment, const struct room *room)
{
	if (!fragment || !room->diagnostics) {
		return;
	}
	const struct measured_table *table = fragment->table;
	const struct table_state *next = fragment->next;
	if (table->sums && fragment->sum_count == 0) {
		diagnostics_warning(room->diagnostics, table->place, "table-sums-dropped",
			"表格有一页放不下小计和一行正文，该页没有小计");
	}
	if (next && next->row == table->block->row_count) {
		diagnostics_warning(room->diagnostics, table->place, "table-lines-apart",
			"表格下方的文字和末行在一页里放不下，另起一页");
	}
}

/* The rules go in this order: rows stay whole, sums and lines below stand with them, the
 * head repeats, two lines stand on either side of a cut; but a head of up to a quarter of
 * a page outlives the lines. */
static const struct fragment *fill_page(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	if (state->resumed && state->row == table->block->row_count) {
		return fill_rest_below(table, state, room);
	}
	bool tall = head_height(table, state) > HEAD_SHARE * room->page;
	struct room mild = *room;
	mild.insistence = MIN(room->insistence, tall ? TAKE_PARTED : TAKE_ANY);
	const struct fragment *fragment = fill_fragment(table, state, &mild, NULL);
	if (fragment || room->insistence == TAKE_WELL) {
		return fragment;
	}
	while (!fragment && mild.liberty < LIBERTY_LINES) {
		mild.liberty++;
		fragment = fill_fragment(table, state, &mild, NULL);
	}
	fragment = fragment ? fragment : fill_without_head(table, state, room);
	report_liberty(fragment, room);
	return fragment;
}

static void report_poor_cut(const struct fragment *fragment, const struct room *room)
{
	if (fragment && fragment->insistence > TAKE_PARTED && room->diagnostics) {
		diagnostics_warning(room->diagnostics, fragment->table->place,
			"table-lines-parted",
			"表格有一行在一页里放不下，断开处的一侧不足两行");
	}
}

const struct fragment *table_fill(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	struct table_state start = {.row = table->head_rows};
	const struct fragment *fragment = fill_page(table, state ? state : &start, room);
	report_poor_cut(fragment, room);
	return fragment;
}

const struct fragment *table_fill_cut(const struct measured_table *table,
	const struct table_state *state, const struct room *room, struct table_cut cut)
{
	struct table_state start = {.row = table->head_rows};
	switch (cut.kind) {
	case CUT_NOTHING:
		return NULL;
	case CUT_ANYWHERE:
		return table_fill(table, state, room);
	case CUT_ROWS:
	case CUT_IN_ROW:
		break;
	}
	struct room well = *room;
	well.insistence = TAKE_WELL;
	return fill_fragment(table, state ? state : &start, &well, &cut);
}
