#include "compose/columns_needs.h"

#include <math.h>

enum {
	MOST_PROBES = 40
};

/* Widths are found this close, in points; steps of half a character begin the way up. */
static const double CLOSE = 0.05;
static const double FIRST_STEP = 5;

struct columns_needs *columns_needs_create(
	struct arena *arena, const struct column_task *task, const double *floors)
{
	struct columns_needs *needs = arena_new(arena, struct columns_needs);
	needs->task = task;
	needs->arena = arena;
	needs->floors = floors;
	needs->fewest = arena_new_array(arena, int, task->cell_count);
	needs->most = arena_new_array(arena, int, task->cell_count);
	needs->widths = arena_new_array(arena, double *, task->cell_count);
	return needs;
}

/* ---- asking contents ---- */

static struct cell_lines ask(const struct column_task *task, int cell, double width)
{
	const struct column_cell *asked = &task->cells[cell];
	struct cell_lines lines =
		task->lines(task->context, asked->content, fmax(0, width - asked->inset));
	lines.width += asked->inset;
	return lines;
}

int columns_lines(const struct column_task *task, int cell, double width)
{
	return ask(task, cell, width).count;
}

int columns_fewest(struct columns_needs *needs, int cell)
{
	int *fewest = &needs->fewest[cell];
	if (!*fewest) {
		double widest = needs->task->cells[cell].need.at[WIDTH_WIDEST];
		*fewest = MAX(1, columns_lines(needs->task, cell, widest));
	}
	return *fewest;
}

int columns_most(struct columns_needs *needs, int cell)
{
	int *most = &needs->most[cell];
	if (!*most) {
		bool wide = needs->floors[cell] >=
			    needs->task->cells[cell].need.at[WIDTH_WIDEST];
		*most = columns_fewest(needs, cell);
		if (!wide) {
			int lines = columns_lines(needs->task, cell, needs->floors[cell]);
			*most = MAX(*most, lines);
		}
	}
	return *most;
}

/* ---- bisection ---- */

/* What is known of a width: too little at low, enough at high. */
struct bracket {
	double low;
	double high;
};

/* Neighbours that are known narrow the search down. */
static struct bracket bracket_of(
	const struct columns_needs *needs, int cell, int lines, const double *known)
{
	struct bracket bracket = {
		needs->floors[cell], needs->task->cells[cell].need.at[WIDTH_WIDEST]};
	int fewest = needs->fewest[cell];
	int most = needs->most[cell];
	for (int fewer = lines - 1; fewer >= fewest; fewer--) {
		if (known[fewer - fewest] > 0) {
			bracket.high = known[fewer - fewest];
			break;
		}
	}
	for (int more = lines + 1; more < most; more++) {
		if (known[more - fewest] > 0) {
			bracket.low = known[more - fewest];
			break;
		}
	}
	return bracket;
}

/* Text of one line shared out among lines is a width that is rarely met, but nearly. */
static double first_guess(const struct columns_needs *needs, int cell, int lines)
{
	const struct column_cell *asked = &needs->task->cells[cell];
	double text = asked->need.at[WIDTH_WIDEST] - asked->inset;
	return asked->inset + text * needs->fewest[cell] / lines;
}

/* From the guess up in growing steps; a width that is enough says itself how much of it
 * is needed, and it is tried whether a little less will not do; else by halves. */
static double find_need(
	const struct columns_needs *needs, int cell, int lines, struct bracket bracket)
{
	double step = FIRST_STEP;
	double probe = first_guess(needs, cell, lines);
	bool little_less = true;
	for (int i = 0; i < MOST_PROBES && bracket.high - bracket.low > CLOSE; i++) {
		if (probe <= bracket.low || probe >= bracket.high) {
			probe = (bracket.low + bracket.high) / 2;
		}
		struct cell_lines set = ask(needs->task, cell, probe);
		if (set.count > lines) {
			bracket.low = probe;
			probe = fmin(probe + step, (bracket.low + bracket.high) / 2);
			step *= 2;
			little_less = true;
		} else {
			bracket.high = fmax(bracket.low, fmin(set.width, probe));
			probe = little_less ? bracket.high - CLOSE
					    : (bracket.low + bracket.high) / 2;
			little_less = !little_less;
		}
	}
	return bracket.high;
}

double columns_need(struct columns_needs *needs, int cell, int lines)
{
	if (lines >= columns_most(needs, cell)) {
		return needs->floors[cell];
	}
	int fewest = columns_fewest(needs, cell);
	if (lines <= fewest) {
		return fmax(needs->floors[cell],
			needs->task->cells[cell].need.at[WIDTH_WIDEST]);
	}
	double **known = &needs->widths[cell];
	if (!*known) {
		*known =
			arena_new_array(needs->arena, double, needs->most[cell] - fewest);
	}
	double *width = &(*known)[lines - fewest];
	if (*width <= 0) {
		*width = find_need(
			needs, cell, lines, bracket_of(needs, cell, lines, *known));
	}
	return *width;
}

/* ---- heights ---- */

double columns_cell_height(const struct column_cell *cell, int lines)
{
	return cell->around + lines * cell->line;
}

int columns_cell_room(const struct column_cell *cell, double height)
{
	double lines = floor((height - cell->around) / cell->line + 1e-6);
	return (int)fmax(0, fmin(lines, G_MAXINT16));
}
