#include "compose/columns_edges.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* ---- roles ---- */

/* The number of a group of equal columns that has more than one; ROLE_FREE: none. */
static int find_group(const struct column_task *task, int column)
{
	int number = task->columns[column].equal_group;
	int members = 0;
	int first = -1;
	for (int i = 0; number && i < task->column_count; i++) {
		bool member = task->columns[i].kind == COLUMN_CONTENT &&
			      task->columns[i].equal_group == number;
		first = member && first < 0 ? i : first;
		members += member;
	}
	return members > 1 ? first : ROLE_FREE;
}

static double known_width(const struct table_column *column, double whole)
{
	double width =
		column->kind == COLUMN_SHARE ? column->width * whole : column->width;
	return fmax(width, column->minimum);
}

static void find_roles(struct columns_edges *edges, const struct column_task *task)
{
	for (int i = 0; i < task->column_count; i++) {
		const struct table_column *column = &task->columns[i];
		if (column->kind != COLUMN_CONTENT) {
			edges->roles[i] = ROLE_KNOWN;
			edges->known_widths[i] = known_width(column, task->width);
			edges->known += edges->known_widths[i];
			continue;
		}
		int first = find_group(task, i);
		if (first == ROLE_FREE) {
			edges->roles[i] = ROLE_FREE;
			edges->free_count++;
		} else {
			edges->roles[i] =
				first == i ? edges->group_count++ : edges->roles[first];
			edges->group_sizes[edges->roles[i]]++;
		}
	}
}

/* ---- spans ---- */

static void count_span(
	struct columns_span *span, int *members, const struct columns_edges *edges)
{
	for (int i = 0; i < span->end; i++) {
		bool inside = i >= span->first;
		span->free_first += !inside && edges->roles[i] == ROLE_FREE;
		span->free_end += edges->roles[i] == ROLE_FREE;
		if (inside && edges->roles[i] >= 0) {
			members[edges->roles[i]]++;
		}
		span->known += inside ? edges->known_widths[i] : 0;
	}
	span->members = members;
}

static bool is_known(const struct columns_edges *edges, int first, int end)
{
	for (int i = first; i < end; i++) {
		if (edges->roles[i] != ROLE_KNOWN) {
			return false;
		}
	}
	return true;
}

/* Spans in the order of their ends; `numbers` says which is which: [first * count + end -
 * 1], marked where something spans so much. */
static void number_spans(struct columns_edges *edges, struct arena *arena, int *numbers)
{
	int count = edges->column_count;
	for (int end = 1; end <= count; end++) {
		for (int first = 0; first < end; first++) {
			int *number = &numbers[first * count + end - 1];
			if (!*number) {
				*number = -1;
				continue;
			}
			*number = edges->span_count++;
			struct columns_span *span = &edges->spans[*number];
			*span = (struct columns_span){.first = first, .end = end};
			count_span(span, arena_new_array(arena, int, edges->group_count),
				edges);
		}
	}
}

static void find_spans(
	struct columns_edges *edges, const struct column_task *task, struct arena *arena)
{
	int count = task->column_count;
	int distinct = 0;
	int *numbers = g_new0(int, (gsize)count *(gsize)count);
	for (int i = 0; i < count; i++) {
		numbers[i * count + i] = edges->roles[i] != ROLE_KNOWN;
		distinct += numbers[i * count + i];
	}
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		int *number = &numbers[cell->first * count + cell->end - 1];
		if (!*number && !is_known(edges, cell->first, cell->end)) {
			*number = 1;
			distinct++;
		}
	}
	edges->spans = arena_new_array(arena, struct columns_span, distinct);
	number_spans(edges, arena, numbers);
	for (int i = 0; i < task->cell_count; i++) {
		const struct column_cell *cell = &task->cells[i];
		edges->span_of[i] = numbers[cell->first * count + cell->end - 1];
	}
	edges->floors = arena_new_array(arena, double, edges->span_count);
	for (int i = 0; i < count; i++) {
		edges->own_spans[i] = numbers[i * count + i];
		if (edges->own_spans[i] >= 0) {
			edges->floors[edges->own_spans[i]] = task->columns[i].minimum;
		}
	}
	g_free(numbers);
}

struct columns_edges *columns_edges_create(
	struct arena *arena, const struct column_task *task)
{
	struct columns_edges *edges = arena_new(arena, struct columns_edges);
	int count = task->column_count;
	edges->column_count = count;
	edges->roles = arena_new_array(arena, int, count);
	edges->known_widths = arena_new_array(arena, double, count);
	edges->group_sizes = arena_new_array(arena, int, count);
	edges->span_of = arena_new_array(arena, int, task->cell_count);
	edges->own_spans = arena_new_array(arena, int, count);
	find_roles(edges, task);
	find_spans(edges, task, arena);
	edges->group = arena_new_array(arena, double, edges->group_count);
	edges->free_ends = arena_new_array(arena, double, edges->free_count + 1);
	return edges;
}

int columns_choices(const struct columns_edges *edges)
{
	return edges->free_count + edges->group_count;
}

/* ---- least widths ---- */

void columns_span_needs(const struct columns_edges *edges, const struct column_task *task,
	const double *cell_needs, double *span_needs)
{
	memcpy(span_needs, edges->floors, (size_t)edges->span_count * sizeof *span_needs);
	for (int i = 0; i < task->cell_count; i++) {
		if (edges->span_of[i] >= 0) {
			double *need = &span_needs[edges->span_of[i]];
			*need = fmax(*need, cell_needs[i]);
		}
	}
}

static int group_members(
	const struct columns_edges *edges, const struct columns_span *span)
{
	int members = 0;
	for (int i = 0; i < edges->group_count; i++) {
		members += span->members[i];
	}
	return members;
}

static double span_group_width(
	const struct columns_edges *edges, const struct columns_span *span)
{
	double width = 0;
	for (int i = 0; i < edges->group_count; i++) {
		width += span->members[i] * edges->group[i];
	}
	return width;
}

/* Groups are as wide as spans of groups alone ask, those of one column first. Where a
 * free column stands beside them that one takes the excess: widening all of a group for
 * it would never be less. */
static void find_groups(const struct columns_edges *edges, const double *span_needs)
{
	memset(edges->group, 0, (size_t)edges->group_count * sizeof *edges->group);
	for (int pass = 0; pass < 2 && edges->group_count > 0; pass++) {
		for (int i = 0; i < edges->span_count; i++) {
			const struct columns_span *span = &edges->spans[i];
			int members = group_members(edges, span);
			if (span->free_first < span->free_end ||
				(pass == 0) != (members == 1)) {
				continue;
			}
			double excess = span_needs[i] - span->known -
					span_group_width(edges, span);
			for (int k = 0; k < edges->group_count && excess > 0; k++) {
				edges->group[k] +=
					span->members[k] ? excess / members : 0;
			}
		}
	}
}

/* What a span asks of its free columns. */
static double free_need(
	const struct columns_edges *edges, const double *span_needs, int i)
{
	const struct columns_span *span = &edges->spans[i];
	return span_needs[i] - span->known - span_group_width(edges, span);
}

static double group_total(const struct columns_edges *edges)
{
	double total = 0;
	for (int i = 0; i < edges->group_count; i++) {
		total += edges->group_sizes[i] * edges->group[i];
	}
	return total;
}

/* The longest path over the free columns' edges, groups as they are. */
static double least_with_groups(
	const struct columns_edges *edges, const double *span_needs)
{
	double *ends = edges->free_ends;
	int at = 0;
	ends[0] = 0;
	for (int i = 0; i < edges->span_count; i++) {
		const struct columns_span *span = &edges->spans[i];
		for (; at < span->free_end; at++) {
			ends[at + 1] = ends[at];
		}
		double end = ends[span->free_first] + free_need(edges, span_needs, i);
		if (span->free_first < span->free_end && end > ends[at]) {
			ends[at] = end;
		}
	}
	return edges->known + group_total(edges) + ends[edges->free_count];
}

double columns_least(const struct columns_edges *edges, const double *span_needs)
{
	find_groups(edges, span_needs);
	return least_with_groups(edges, span_needs);
}

/* ---- places ---- */

/* The wish of all free columns and groups together. */
static struct edge_wish sum_wishes(
	const struct columns_edges *edges, const struct edge_wish *wishes)
{
	struct edge_wish sum = {0};
	for (int i = 0; i < edges->column_count; i++) {
		if (edges->roles[i] != ROLE_KNOWN) {
			sum.length += wishes[i].length;
			sum.weight += wishes[i].weight;
		}
	}
	return sum;
}

/* Groups take their part of the spare width, but not more than leaves the spans room. */
static void grow_groups(const struct columns_edges *edges, const double *span_needs,
	double total, const struct edge_wish *wishes)
{
	struct edge_wish sum = sum_wishes(edges, wishes);
	double spare = total - edges->known - sum.length;
	for (int group = 0; group < edges->group_count; group++) {
		double wish = 0;
		for (int i = 0; i < edges->column_count; i++) {
			if (edges->roles[i] == group) {
				wish += (wishes[i].length +
						spare * wishes[i].weight / sum.weight) /
					edges->group_sizes[group];
			}
		}
		double least = edges->group[group];
		double room = total - least_with_groups(edges, span_needs);
		edges->group[group] = fmin(fmax(least, wish),
			least + fmax(0, room) / edges->group_sizes[group]);
	}
}

/* The spans of free columns, and what these wish. */
static struct edge_task free_task_create(const struct columns_edges *edges,
	const double *span_needs, struct edge_span *spans)
{
	struct edge_task task = {spans, 0, edges->free_count};
	for (int i = 0; i < edges->span_count; i++) {
		const struct columns_span *span = &edges->spans[i];
		if (span->free_first < span->free_end) {
			spans[task.span_count++] = (struct edge_span){span->free_first,
				span->free_end, free_need(edges, span_needs, i)};
		}
	}
	edges_sort(spans, task.span_count);
	return task;
}

static void place_free(const struct columns_edges *edges, const struct edge_task *task,
	double total, const struct edge_wish *all_wishes)
{
	double *ends = edges->free_ends;
	struct edge_wish *wishes = g_new(struct edge_wish, (gsize)edges->free_count);
	struct edge_wish sum = {0};
	int count = 0;
	for (int i = 0; i < edges->column_count; i++) {
		if (edges->roles[i] == ROLE_FREE) {
			wishes[count++] = all_wishes[i];
			sum.length += all_wishes[i].length;
			sum.weight += all_wishes[i].weight;
		}
	}
	ends[0] = 0;
	for (int i = 0; i < count; i++) {
		double spare = (total - sum.length) * wishes[i].weight / sum.weight;
		ends[i + 1] = ends[i] + wishes[i].length + spare;
	}
	edges_spread(task, total, wishes, ends);
	g_free(wishes);
}

void columns_place(const struct columns_edges *edges, const double *span_needs,
	double total, const struct edge_wish *wishes, double *widths)
{
	find_groups(edges, span_needs);
	grow_groups(edges, span_needs, total, wishes);
	struct edge_span *spans = g_new(struct edge_span, (gsize)edges->span_count);
	struct edge_task task = free_task_create(edges, span_needs, spans);
	if (edges->free_count > 0) {
		double left = total - edges->known - group_total(edges);
		place_free(edges, &task, left, wishes);
	}
	g_free(spans);
	for (int i = 0, free = 0; i < edges->column_count; i++) {
		int role = edges->roles[i];
		widths[i] = role == ROLE_KNOWN ? edges->known_widths[i]
			    : role == ROLE_FREE
				    ? edges->free_ends[free + 1] - edges->free_ends[free]
				    : edges->group[role];
		free += role == ROLE_FREE;
	}
}
