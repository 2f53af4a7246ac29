#include "compose/columns_spread.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Characters that a column had better hold side by side, if its cells have so many. */
static const double READABLE_CHARACTERS = 4;

/* How readily a column grows whose cells gain nothing by it, and what short is:
 * characters on one line. */
static const double SHORT_WEIGHT = 0.25;
static const double SHORT_CHARACTERS = 6;

enum {
	FEW_AMONG = 20 /* so many cells one is hardly looked at */
};

/* Points. */
static const double LEAST_WEIGHT = 1;
static const double SLIP = 1e-6;

/* Columns whose texts have wished widths that near each other are alike. */
static const double ALIKE = 1;

struct spreading {
	const struct column_task *task;
	const struct columns_edges *edges;
	const double *span_needs;
	double *widest; /* of each column: what its own cells would take */
	double *widths;
};

/* ---- wishes ---- */

static double own_need(const struct spreading *spreading, int column)
{
	int span = spreading->edges->own_spans[column];
	return span >= 0 ? spreading->span_needs[span] : 0;
}

static int compare_widths(gconstpointer left, gconstpointer right)
{
	const double *a = left;
	const double *b = right;
	return (*a > *b) - (*a < *b);
}

/* Few cells among many (a head, say) are no reason to widen a column. */
static double widest_of_most(
	const struct spreading *spreading, int column, GArray *widths)
{
	g_array_set_size(widths, 0);
	for (int i = 0; i < spreading->task->cell_count; i++) {
		const struct column_cell *cell = &spreading->task->cells[i];
		if (cell->first == column && cell->end == column + 1) {
			g_array_append_val(widths, cell->need.at[WIDTH_WIDEST]);
		}
	}
	g_array_sort(widths, compare_widths);
	guint few = widths->len / FEW_AMONG;
	return widths->len ? g_array_index(widths, double, widths->len - 1 - few) : 0;
}

static void find_widest(struct spreading *spreading)
{
	GArray *widths = g_array_new(FALSE, FALSE, sizeof(double));
	for (int i = 0; i < spreading->task->column_count; i++) {
		spreading->widest[i] = widest_of_most(spreading, i, widths);
	}
	g_array_free(widths, TRUE);
}

/* Columns whose cells are set on one line and short hardly grow. */
static bool is_short(const struct spreading *spreading, int column)
{
	const struct column_unit *unit = &spreading->task->units[column];
	double widest = spreading->widest[column];
	return unit->character > 0 && widest <= own_need(spreading, column) + SLIP &&
	       widest <= unit->inset + SHORT_CHARACTERS * unit->character;
}

static void find_wishes(const struct spreading *spreading, struct edge_wish *wishes)
{
	for (int i = 0; i < spreading->task->column_count; i++) {
		const struct column_unit *unit = &spreading->task->units[i];
		double need = own_need(spreading, i);
		double readable = fmin(spreading->widest[i],
			unit->inset + READABLE_CHARACTERS * unit->character);
		double length = fmax(need, readable);
		wishes[i].length = length;
		wishes[i].weight = fmax(LEAST_WEIGHT, length) *
				   (is_short(spreading, i) ? SHORT_WEIGHT : 1);
	}
}

/* ---- whole characters ---- */

/* The columns that change width with one: itself, or its group. */
static int companions(const struct columns_edges *edges, int column)
{
	int role = edges->roles[column];
	return role >= 0 ? edges->group_sizes[role] : 1;
}

static void add_width(const struct spreading *spreading, int column, double more)
{
	int role = spreading->edges->roles[column];
	for (int i = 0; i < spreading->edges->column_count; i++) {
		if (i == column || (role >= 0 && spreading->edges->roles[i] == role)) {
			spreading->widths[i] += more;
		}
	}
}

/* Whether a column, or the first of a group, has a width to choose. */
static bool leads(const struct columns_edges *edges, int column)
{
	int role = edges->roles[column];
	for (int i = 0; i < column && role >= 0; i++) {
		if (edges->roles[i] == role) {
			return false;
		}
	}
	return role != ROLE_KNOWN;
}

static double whole_characters(const struct column_unit *unit, double width)
{
	if (unit->character <= 0) {
		return width;
	}
	double count = floor((width - unit->inset + SLIP) / unit->character);
	return unit->inset + count * unit->character;
}

/* The least that a column's own cells and those of its group need. */
static double least_width(const struct spreading *spreading, int column)
{
	const struct columns_edges *edges = spreading->edges;
	double least = own_need(spreading, column);
	for (int i = 0; i < edges->column_count && edges->roles[column] >= 0; i++) {
		if (edges->roles[i] == edges->roles[column]) {
			least = fmax(least, own_need(spreading, i));
		}
	}
	return least;
}

static double spare_width(const struct spreading *spreading)
{
	double spare = spreading->task->width;
	for (int i = 0; i < spreading->edges->column_count; i++) {
		spare -= spreading->widths[i];
	}
	return spare;
}

/* The column among some, groups counted by their first one, that lacks most of what was
 * wished and can have a character more; -1: none. */
static int most_wanting(const struct spreading *spreading, const double *wished,
	struct edge_span among, double spare)
{
	int best = -1;
	for (int i = among.first; i < among.end; i++) {
		double character = spreading->task->units[i].character;
		double want = wished[i] - spreading->widths[i];
		if (leads(spreading->edges, i) && character > 0 &&
			character * companions(spreading->edges, i) <= spare + SLIP &&
			(best < 0 || want > wished[best] - spreading->widths[best])) {
			best = i;
		}
	}
	return best;
}

static double span_deficit(const struct spreading *spreading, int index)
{
	const struct columns_span *span = &spreading->edges->spans[index];
	double deficit = spreading->span_needs[index];
	for (int i = span->first; i < span->end; i++) {
		deficit -= spreading->widths[i];
	}
	return deficit;
}

/* Columns of the same wish, groups counted by their first one, stay alike. */
static bool is_like(
	const struct spreading *spreading, const double *wished, int column, int other)
{
	const struct column_unit *a = &spreading->task->units[column];
	const struct column_unit *b = &spreading->task->units[other];
	double difference = wished[column] - a->inset - (wished[other] - b->inset);
	return leads(spreading->edges, other) && fabs(difference) < ALIKE &&
	       fabs(a->character - b->character) < SLIP;
}

/* How many columns change width with one and those like it. */
static int likes(const struct spreading *spreading, const double *wished, int column)
{
	int count = 0;
	for (int i = 0; i < spreading->edges->column_count; i++) {
		if (is_like(spreading, wished, column, i)) {
			count += companions(spreading->edges, i);
		}
	}
	return count;
}

static void add_to_likes(
	const struct spreading *spreading, const double *wished, int column, double more)
{
	for (int i = 0; i < spreading->edges->column_count; i++) {
		if (is_like(spreading, wished, column, i)) {
			add_width(spreading, i, more);
		}
	}
}

/* Gives a column a character, or those of the span that are like it what it lacks. */
static void widen_in_span(
	const struct spreading *spreading, const double *wished, int index, int column)
{
	const struct columns_span *span = &spreading->edges->spans[index];
	double character = spreading->task->units[column].character;
	int count = 0;
	for (int i = span->first; i < span->end; i++) {
		count += is_like(spreading, wished, column, i)
				 ? companions(spreading->edges, i)
				 : 0;
	}
	double more = count > 1 ? fmin(character, span_deficit(spreading, index) / count)
				: character;
	for (int i = span->first; i < span->end; i++) {
		if (is_like(spreading, wished, column, i)) {
			add_width(spreading, i, more);
		}
	}
}

/* Gives spans of several columns back what cutting to whole characters took from them.
 */
static bool mend_spans(const struct spreading *spreading, const double *wished)
{
	for (int i = 0; i < spreading->edges->span_count; i++) {
		const struct columns_span *span = &spreading->edges->spans[i];
		struct edge_span among = {span->first, span->end, 0};
		while (span_deficit(spreading, i) > SLIP) {
			int column = most_wanting(
				spreading, wished, among, spare_width(spreading));
			if (column < 0) {
				return false;
			}
			widen_in_span(spreading, wished, i, column);
		}
	}
	return true;
}

/* The column that lacks most of what was wished, if it and all like it can have a
 * character more; -1: none. */
static int most_wanting_likes(const struct spreading *spreading, const double *wished)
{
	double spare = spare_width(spreading);
	int best = -1;
	for (int i = 0; i < spreading->edges->column_count; i++) {
		double character = spreading->task->units[i].character;
		double want = wished[i] - spreading->widths[i];
		if (leads(spreading->edges, i) && character > 0 &&
			character * likes(spreading, wished, i) <= spare + SLIP &&
			(best < 0 || want > wished[best] - spreading->widths[best])) {
			best = i;
		}
	}
	return best;
}

static int widest_column(const struct spreading *spreading)
{
	int widest = -1;
	for (int i = 0; i < spreading->edges->column_count; i++) {
		if (leads(spreading->edges, i) &&
			(widest < 0 ||
				spreading->widths[i] > spreading->widths[widest])) {
			widest = i;
		}
	}
	return widest;
}

/* Hands the rest out, a character at a time, and what is less to the widest. */
static void hand_out(const struct spreading *spreading, const double *wished)
{
	int column;
	while ((column = most_wanting_likes(spreading, wished)) >= 0) {
		add_to_likes(spreading, wished, column,
			spreading->task->units[column].character);
	}
	int widest = widest_column(spreading);
	double rest = spare_width(spreading) / likes(spreading, wished, widest);
	add_to_likes(spreading, wished, widest, rest);
}

static void snap(const struct spreading *spreading)
{
	const struct columns_edges *edges = spreading->edges;
	size_t size = (size_t)edges->column_count * sizeof(double);
	double *wished = g_memdup2(spreading->widths, size);
	for (int i = 0; i < edges->column_count; i++) {
		if (leads(edges, i)) {
			double whole =
				whole_characters(&spreading->task->units[i], wished[i]);
			whole = fmax(whole, least_width(spreading, i));
			add_width(spreading, i, whole - wished[i]);
		}
	}
	if (mend_spans(spreading, wished)) {
		hand_out(spreading, wished);
	} else {
		memcpy(spreading->widths, wished, size);
	}
	g_free(wished);
}

void columns_spread(const struct column_task *task, const struct columns_edges *edges,
	const double *span_needs, double *widths)
{
	struct spreading spreading = {
		.task = task,
		.edges = edges,
		.span_needs = span_needs,
		.widest = g_new0(double, (gsize)task->column_count),
		.widths = widths,
	};
	struct edge_wish *wishes = g_new0(struct edge_wish, (gsize)task->column_count);
	find_widest(&spreading);
	find_wishes(&spreading, wishes);
	columns_place(edges, span_needs, task->width, wishes, widths);
	if (columns_choices(edges) > 1) {
		snap(&spreading);
	}
	g_free(wishes);
	g_free(spreading.widest);
}
