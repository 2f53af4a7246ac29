/* Cuts are judged as a typesetter would: a page wants to be full, but not at any price.
 * Blank space counts by its square, so that a tenth of a page weighs little (0.01), a
 * quarter something (0.06), half a page much (0.25). Against that stand the faults below;
 * each is as heavy as the hole that one would leave to avoid it. */
#include "compose/table_cuts.h"

#include "compose/table_band.h"
#include "compose/table_break.h"
#include "compose/table_lines.h"
#include "compose/table_rows.h"

#include <math.h>

static const double PAGE_COST = 1;
static const double OPEN_LABEL = 0.015;    /* a label that goes on below */
static const double OPEN_TEXT = 0.03;      /* a text beside rows that does */
static const double OPEN_AT_END = 0.01;    /* with one of its rows on a side, besides */
static const double MOST_OPEN = 0.06;      /* all of them together */
static const double PARTED_ROW = 0.08;     /* a hole of 28 % of a page */
static const double PARTED_FREELY = 0.02;  /* where the style allows it */
static const double PARTED_FIRST = 0.0225; /* the first row: a hole of 15 % */
static const double LONE_ROW = 0.08;       /* below the first head, or on the last page */
static const double POOR_LINES = 0.3;      /* fewer than two lines on a side */
static const double HELD_ROW = 0.5;        /* a row without the next that it holds */

/* A lone row that is so high looks like no orphan. */
static const double HIGH_ROW_SHARE = 0.25;

/* Where rows may be cut: the lower part of what fits. */
static const double CUT_FROM = 0.55;

/* A row is parted where it would leave more than that of a page blank. */
static const double MOST_WASTE = 0.25;

/* A page as it would look. */
struct page_look {
	double hole; /* blank at the foot, a share of a page */
	double body; /* rows of the body, a share of a page */
	int rows;    /* of the body, parts of rows too */
	bool begins; /* the table */
	bool ends;
	bool in_row;
	bool resumes_row;
	bool held; /* the last row holds the next */
	bool poor;
	double open; /* the cost of cells that go on */
	bool part_rows;
};

static double look_cost(const struct page_look *look)
{
	double cost = PAGE_COST + (look->ends ? 0 : look->hole * look->hole);
	bool part = look->in_row || look->resumes_row || (look->begins && look->ends);
	if (!part && look->rows == 1 && look->body < HIGH_ROW_SHARE) {
		cost += LONE_ROW;
	}
	if (look->in_row) {
		bool first = look->begins && look->rows == 1;
		double row = first ? PARTED_FIRST : PARTED_ROW;
		cost += look->part_rows ? PARTED_FREELY : row;
	}
	cost += look->held ? HELD_ROW : 0;
	cost += look->poor ? POOR_LINES : 0;
	return cost + fmin(MOST_OPEN, look->open);
}

/* The cost of a cell that goes on below a row boundary; all its text may have stood. */
static double open_cost(
	const struct measured_cell *cell, struct cell_position at, int row)
{
	int above = row - cell->cell->row;
	int below = cell->cell->row_span - above;
	bool label = cell->label && at.block == 0 && at.line == 0;
	return (label || cell_is_done(cell, at) ? OPEN_LABEL : OPEN_TEXT) +
	       (above == 1 || below == 1 ? OPEN_AT_END : 0);
}

/* The cost of all cells that go on below a row. */
static double state_cost(const struct table_state *next, int row)
{
	double cost = 0;
	for (int i = 0; i < next->open_count; i++) {
		const struct open_cell *open = &next->open[i];
		if (open->cell->cell->row + open->cell->cell->row_span > row) {
			cost += open_cost(open->cell, open->at, row);
		}
	}
	return cost;
}

/* ---- costs of pages that are set ---- */

double table_cut_cost(const struct table_state *state, const struct fragment *fragment,
	const struct room *room)
{
	const struct measured_table *table = fragment->table;
	const struct table_state *next = fragment->next;
	int end = next ? next->row + next->begun : table->block->row_count;
	struct page_look look = {
		.hole = fmax(0, room->height - fragment->height) / room->page,
		.body = table_rows_sum(
				fragment->body.heights, 0, fragment->body.row_count) /
			room->page,
		.rows = end - state->row,
		.begins = !state->resumed,
		.ends = !next,
		.in_row = next && next->begun,
		.resumes_row = state->begun,
		.poor = fragment->insistence > TAKE_PARTED,
		.part_rows = table->block->style->part_rows,
	};
	look.held = next && !next->begun && end < table->block->row_count &&
		    table_row_holds_next(table, next->row - 1);
	look.open = next ? state_cost(next, end) : 0;
	return look_cost(&look);
}

bool table_begins_well(const struct fragment *fragment, double page)
{
	const struct table_state *next = fragment->next;
	int rows = fragment->body.row_count - fragment->sum_count;
	return !next || next->begun || rows > 1 ||
	       table_rows_sum(fragment->body.heights, 0, rows) >= HIGH_ROW_SHARE * page;
}

double table_blank_cost(const struct room *room)
{
	double hole = room->height / room->page;
	return PAGE_COST + hole * hole;
}

/* ---- choices ---- */

/* Choices for a page, as they are found. */
struct finding {
	const struct measured_table *table;
	const struct table_state *state;
	const struct room *room;
	double height; /* for body rows and what stands under them */
	struct table_foot foot;
	struct rows_ahead ahead;
	GArray *choices;
};

/* What has to be set to be known: a part of the row after those that fit, all rows with a
 * part of the lines below. */
static void add_set(const struct finding *finding, struct table_cut cut)
{
	const struct fragment *fragment =
		table_fill_cut(finding->table, finding->state, finding->room, cut);
	if (fragment) {
		struct cut_choice choice = {
			.cut = cut,
			.cost = table_cut_cost(finding->state, fragment, finding->room),
			.ends = !fragment->next,
			.next = fragment->next,
		};
		g_array_append_val(finding->choices, choice);
	}
}

/* Whether at most labels reach beyond the rows tried; what they cost. */
static bool only_labels_open(const struct trial *trial, double *cost)
{
	*cost = 0;
	for (int i = 0; i < trial->cell_count; i++) {
		const struct standing *standing = &trial->cells[i];
		if (standing->ends) {
			continue;
		}
		if (!standing_is_label(standing)) {
			return false;
		}
		*cost += open_cost(standing->cell, standing->at, trial->end);
	}
	return true;
}

/* What a page has left below the rows tried and what stands under them. */
static double blank_below(const struct finding *finding, const struct trial *trial)
{
	return finding->height -
	       table_foot_add(finding->table, &finding->foot, trial->end, trial->total);
}

/* Whole rows up to the end of a trial. */
static void add_rows(const struct finding *finding, const struct trial *trial)
{
	const struct measured_table *table = finding->table;
	struct page_look look = {
		.hole = fmax(0, blank_below(finding, trial)) / finding->room->page,
		.body = trial->total / finding->room->page,
		.rows = trial->end - finding->state->row,
		.begins = !finding->state->resumed,
		.resumes_row = finding->state->begun,
		.ends = trial->end == table->block->row_count,
	};
	struct cut_choice choice = {.cut = {CUT_ROWS, trial->end}, .ends = look.ends};
	if (!only_labels_open(trial, &look.open)) {
		struct filling filling = {
			.table = table, .state = finding->state, .room = finding->room};
		choice.next = table_band_state(&filling, trial);
		look.open = state_cost(choice.next, trial->end);
	}
	look.held = !look.ends && table_row_holds_next(table, trial->end - 1);
	choice.cost = look_cost(&look);
	g_array_append_val(finding->choices, choice);
}

/* The rows from the last one that fits up, as far as they may be cut: where table_fill()
 * would cut, if that is further up. */
static void add_boundaries(const struct finding *finding, const struct trial *last)
{
	int least = table_boundary(finding->table, finding->state, last->end);
	double from = CUT_FROM * last->total;
	for (int end = last->end; end > finding->state->row; end--) {
		struct trial trial = trial_of(&finding->ahead, end);
		bool low = trial.total >= from;
		if (low || end == least) {
			add_rows(finding, &trial);
		}
		trial_finish(&trial);
		if (!low && end <= least) {
			break;
		}
	}
}

/* As many rows as fit, but no more than up to `end`. */
static struct trial most_rows(const struct finding *finding, int end)
{
	struct trial last = trial_of(&finding->ahead, end);
	while (end > finding->state->row &&
		blank_below(finding, &last) < -LENGTH_TOLERANCE) {
		trial_finish(&last);
		last = trial_of(&finding->ahead, --end);
	}
	return last;
}

/* All rows, with a part of the lines below, or fewer of them with the rest. */
static void add_parted_lines(const struct finding *finding, int row_count)
{
	add_set(finding, (struct table_cut){CUT_ROWS, row_count});
	if (row_count - 1 > finding->state->row) {
		struct trial fewer = most_rows(finding, row_count - 1);
		add_boundaries(finding, &fewer);
		trial_finish(&fewer);
	}
}

/* Whether the row after those that fit may be parted here. Where not one fits, waiting is
 * the other choice, for its own price. */
static bool may_part(const struct finding *finding, const struct trial *last)
{
	const struct table_state *state = finding->state;
	if (last->end == state->row && (state->begun || !state->resumed)) {
		return true;
	}
	struct trial next = trial_of(&finding->ahead, last->end + 1);
	double height = next.heights[next.row_count - 1];
	double page = finding->room->page;
	trial_finish(&next);
	return blank_below(finding, last) > MOST_WASTE * page ||
	       table_row_parts(finding->table, height, page);
}

static void find_choices(struct finding *finding)
{
	const struct measured_table *table = finding->table;
	int row_count = table->block->row_count;
	int end = rows_ahead_most(table, finding->state, finding->height);
	finding->ahead =
		rows_ahead_make(table, finding->state, MIN(row_count, end + 1), true);
	struct trial last = most_rows(finding, end);
	if (last.end < row_count) {
		add_boundaries(finding, &last);
		if (may_part(finding, &last)) {
			add_set(finding, (struct table_cut){CUT_IN_ROW, last.end});
		}
	} else if (table_lines_part(table, finding->room->page)) {
		add_parted_lines(finding, row_count);
	} else {
		add_rows(finding, &last);
	}
	trial_finish(&last);
	rows_ahead_finish(&finding->ahead);
}

void table_cuts_find(const struct measured_table *table, const struct table_state *state,
	const struct room *room, GArray *choices)
{
	struct finding finding = {
		.table = table,
		.state = state,
		.room = room,
		.height = room->height - table_fixed_height(table, state),
		.foot = table_foot_height(table, room),
		.choices = choices,
	};
	if (state->resumed && state->row == table->block->row_count) {
		return;
	}
	if (finding.height >= -LENGTH_TOLERANCE) {
		find_choices(&finding);
	}
}

struct cut_choice table_cut_anywhere(const struct measured_table *table,
	const struct table_state *state, const struct room *room)
{
	const struct fragment *fragment = table_fill(table, state, room);
	return (struct cut_choice){
		.cut = {CUT_ANYWHERE, 0},
		.cost = table_cut_cost(state, fragment, room),
		.ends = !fragment->next,
		.next = fragment->next,
	};
}

/* ---- states ---- */

const struct table_state *table_state_between(const struct measured_table *table,
	const struct table_state *state, int row, struct arena *arena)
{
	struct rows_ahead ahead = rows_ahead_make(table, state, row, true);
	struct table_state *between = arena_new(arena, struct table_state);
	struct open_cell *open =
		arena_new_array(arena, struct open_cell, ahead.cell_count);
	*between = (struct table_state){.row = row,
		.resumed = true,
		.head_flows = state->head_flows,
		.open = open};
	for (int i = 0; i < ahead.cell_count; i++) {
		const struct table_cell *cell = ahead.cells[i].cell->cell;
		if (cell->row + cell->row_span > row) {
			open[between->open_count] = ahead.cells[i];
			open[between->open_count++].shown = true;
		}
	}
	rows_ahead_finish(&ahead);
	return between;
}
