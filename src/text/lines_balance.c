/* A title's lines: of the ways to break it into the fewest lines that make a trapezoid or
 * a diamond, the one whose lines are most even. Titles are short: all ways are looked at,
 * the worst of them cut off early. */
#include "text/lines.h"

#include "text/breaks.h"
#include "text/classes.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define SAME_WIDTH 0.5       /* em: lines that differ by less look alike */
#define NO_STEP 0.001        /* em: by arithmetic alone */
#define DISCOURAGED_COST 4.0 /* em squared */
#define ALIKE 1e-6           /* costs that differ by less are the same */

enum {
	PLACES_AT_MOST = 128
}; /* breaks in a title */

struct balance {
	const struct paragraph *paragraph;
	double measure;
	int count; /* of lines */
	const int *places;
	int place_count;
	double mean; /* width of a line, were they all alike */
	double widths[BALANCED_LINES];
	int ends[BALANCED_LINES];
	double best_cost;
	int best_ends[BALANCED_LINES];
};

/* Trapezoid: never narrower, or never wider, than the line above; diamond: wider, then
 * narrower. All alike is a rectangle, narrower and wider an hourglass, by however little:
 * neither will do. */
static bool is_shapely(const double *widths, int count, double em)
{
	bool narrows = false;
	bool differs = false;
	for (int i = 1; i < count; i++) {
		double step = (widths[i] - widths[i - 1]) / em;
		if (step > NO_STEP && narrows) {
			return false;
		}
		narrows |= step < -NO_STEP;
		differs |= fabs(step) > SAME_WIDTH;
	}
	return differs;
}

static double cost_of_line(const struct balance *balance, const struct line *line)
{
	double em = balance->paragraph->style->size;
	double off = (line->width - balance->mean) / em;
	bool discouraged =
		!line->last &&
		balance->paragraph->clusters[line->end].break_before == BREAK_DISCOURAGED;
	return off * off + (discouraged ? DISCOURAGED_COST : 0);
}

static void take_if_shapely(struct balance *balance, double cost)
{
	double em = balance->paragraph->style->size;
	if (is_shapely(balance->widths, balance->count, em)) {
		balance->best_cost = cost;
		memcpy(balance->best_ends, balance->ends, sizeof balance->ends);
	}
}

/* Tries all ends of line `index`, which begins at `first`; later breaks come first, so
 * that of two ways as even the one with the longer line above is kept. */
static void try_line(struct balance *balance, int index, int first, double cost)
{
	g_assert(index < BALANCED_LINES);
	bool last = index == balance->count - 1;
	for (int i = balance->place_count - 1; i >= 0 && balance->places[i] > first;
		i--) {
		int end = balance->places[i];
		if (last != (end == balance->paragraph->cluster_count)) {
			continue;
		}
		struct line line =
			line_make(balance->paragraph, balance->measure, first, end);
		double total = cost + cost_of_line(balance, &line);
		if (line.width > line.room + LINE_SLIP ||
			total > balance->best_cost - ALIKE) {
			continue;
		}
		balance->widths[index] = line.width;
		balance->ends[index] = end;
		if (last) {
			take_if_shapely(balance, total);
		} else {
			try_line(balance, index + 1, end, total);
		}
	}
}

static int depth_change(enum character_class class)
{
	bool opens = class == CLASS_OPENING || class == CLASS_LATIN_OPENING;
	bool closes = class == CLASS_CLOSING || class == CLASS_LATIN_CLOSING;
	return opens - closes;
}

static int find_places(
	const struct paragraph *paragraph, enum title_breaks breaks, int *places)
{
	enum break_kind least = breaks == TITLE_ANY ? BREAK_DISCOURAGED : BREAK_ALLOWED;
	int count = 0;
	int depth = 0;
	for (int i = 1; i <= paragraph->cluster_count; i++) {
		depth += depth_change(paragraph->clusters[i - 1].class);
		bool may = i == paragraph->cluster_count ||
			   (paragraph->clusters[i].break_before >= least &&
				   (depth == 0 || breaks != TITLE_WHOLE));
		if (may && count == PLACES_AT_MOST) {
			return 0;
		}
		if (may) {
			places[count++] = i;
		}
	}
	return count;
}

bool lines_balance(const struct paragraph *paragraph, double measure, int count,
	enum title_breaks breaks, int *ends)
{
	int places[PLACES_AT_MOST];
	struct balance balance = {
		.paragraph = paragraph,
		.measure = measure,
		.count = count,
		.places = places,
		.place_count = find_places(paragraph, breaks, places),
		.mean = line_width(paragraph, 0, paragraph->cluster_count) / count,
		.best_cost = DBL_MAX,
	};
	if (count < 2 || count > BALANCED_LINES || balance.place_count == 0) {
		return false;
	}
	try_line(&balance, 0, 0, 0);
	memcpy(ends, balance.best_ends, (size_t)count * sizeof *ends);
	return balance.best_cost < DBL_MAX;
}
