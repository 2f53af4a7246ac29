/* A shortest path over states. Pages are gone through one after another; of the states
 * that a table may be in after so many pages the best few are followed up. How good one
 * is tells its cost so far and how many pages the rest would fill. States that go on
 * alike are one: before whole rows into which at most labels reach, the row says all.
 *
 * Only states that are followed up are kept; what was tried for them goes with its page.
 */
#include "compose/table_plan.h"

#include "compose/table_cuts.h"

#include <math.h>

enum {
	BEAM = 16 /* states a page that are followed up */
};

static const double LEAST_BODY = 0.1; /* of a page */

/* A state on the way. */
struct node {
	const struct node *from; /* NULL: the table's beginning */
	struct table_cut cut;    /* that led here */
	bool ends;
	const struct table_state *state; /* NULL: to be made of the row of the cut */
	double cost;
	double promise; /* cost, with what the rest is likely to add */
};

struct beam {
	struct node nodes[BEAM];
	int count;
};

struct search {
	const struct plan_task *task;
	struct arena *arena; /* for nodes that are kept */
	double body;         /* height of body rows on a page */
	const double *rest;  /* row_count + 1: rows from there on, in pages */
	const struct node *best;
	GArray *choices; /* struct cut_choice */
};

/* ---- states ---- */

static bool positions_equal(struct cell_position a, struct cell_position b);

static bool states_equal(const struct table_state *a, const struct table_state *b)
{
	if (!a || !b) {
		return a == b;
	}
	bool equal = a->row == b->row && a->begun == b->begun &&
		     fabs(a->stood - b->stood) < LENGTH_TOLERANCE &&
		     a->head_flows == b->head_flows && a->open_count == b->open_count &&
		     positions_equal(a->below, b->below);
	for (int i = 0; equal && i < a->open_count; i++) {
		const struct open_cell *left = &a->open[i];
		const struct open_cell *right = &b->open[i];
		equal = left->cell == right->cell && left->shown == right->shown &&
			positions_equal(left->at, right->at) &&
			fabs(left->stood - right->stood) < LENGTH_TOLERANCE;
	}
	return equal;
}

static bool positions_equal(struct cell_position a, struct cell_position b)
{
	return a.block == b.block && a.line == b.line && states_equal(a.nested, b.nested);
}

static const struct table_state *copy_state(
	struct arena *arena, const struct table_state *state)
{
	struct table_state *copy = arena_copy(arena, state, sizeof *state);
	struct open_cell *open = arena_copy(
		arena, state->open, (size_t)state->open_count * sizeof *state->open);
	for (int i = 0; i < state->open_count; i++) {
		const struct table_state *nested = open[i].at.nested;
		open[i].at.nested = nested ? copy_state(arena, nested) : NULL;
	}
	copy->open = open;
	const struct table_state *below = state->below.nested;
	copy->below.nested = below ? copy_state(arena, below) : NULL;
	return copy;
}

/* ---- beams ---- */

static bool nodes_equal(const struct node *a, const struct node *b)
{
	if (a->state || b->state) {
		return states_equal(a->state, b->state);
	}
	return a->cut.end == b->cut.end &&
	       a->from->state->head_flows == b->from->state->head_flows;
}

/* Where a node may stand in the beam: over an equal one, in a free place, over the least
 * promising one; -1 where those that stand there are better. */
static int find_place(const struct beam *beam, const struct node *node)
{
	int worst = 0;
	for (int i = 0; i < beam->count; i++) {
		if (nodes_equal(&beam->nodes[i], node)) {
			return node->cost < beam->nodes[i].cost ? i : -1;
		}
		if (beam->nodes[i].promise > beam->nodes[worst].promise) {
			worst = i;
		}
	}
	if (beam->count < BEAM) {
		return beam->count;
	}
	return node->promise < beam->nodes[worst].promise ? worst : -1;
}

static void beam_add(struct beam *beam, const struct node *node)
{
	int place = find_place(beam, node);
	if (place >= 0) {
		beam->nodes[place] = *node;
		beam->count = MAX(beam->count, place + 1);
	}
}

/* ---- steps ---- */

/* How many pages the rest after a choice would fill: the rows that are left, and what of
 * cells that go on is higher than the rows beside it. */
static double rest_after(const struct search *search, const struct cut_choice *choice)
{
	const struct table_state *next = choice->next;
	if (!next) {
		return search->rest[choice->cut.end];
	}
	int row = next->row + next->begun;
	const struct measured_table *table = search->task->table;
	if (row == table->block->row_count) {
		return cell_rest_height(&table->below, next->below) / search->body;
	}
	double more = 0;
	for (int i = 0; i < next->open_count; i++) {
		const struct open_cell *open = &next->open[i];
		int end = open->cell->cell->row + open->cell->cell->row_span;
		double beside = search->rest[row] - search->rest[MAX(row, end)];
		double need = cell_rest_height(open->cell, open->at) / search->body;
		more = fmax(more, need - beside);
	}
	return search->rest[row] + more;
}

static void take_step(struct search *search, const struct node *from,
	const struct cut_choice *choice, struct beam *beam)
{
	struct node node = {
		.from = from,
		.cut = choice->cut,
		.ends = choice->ends,
		.state = choice->next,
		.cost = from->cost + choice->cost,
	};
	if (search->best && node.cost >= search->best->cost) {
		return;
	}
	if (node.ends) {
		search->best = arena_copy(search->arena, &node, sizeof node);
		return;
	}
	node.promise = node.cost + rest_after(search, choice);
	beam_add(beam, &node);
}

/* Goes on from a state by each way that its page offers. */
static void follow_up(struct search *search, const struct node *node,
	struct arena *scratch, struct beam *beam)
{
	const struct plan_task *task = search->task;
	bool first = !node->from;
	bool fresh = task->fresh || !first;
	struct room room = {
		.arena = scratch,
		.height = first ? task->first : task->page,
		.page = task->page,
		.insistence = TAKE_WELL,
	};
	g_array_set_size(search->choices, 0);
	table_cuts_find(task->table, node->state, &room, search->choices);
	bool none = search->choices->len == 0;
	if (fresh && none) {
		room.insistence = TAKE_ANYWAY;
		struct cut_choice anywhere =
			table_cut_anywhere(task->table, node->state, &room);
		g_array_append_val(search->choices, anywhere);
	}
	if (!fresh && (none || !task->bound)) {
		struct cut_choice wait = {.cut = {CUT_NOTHING, task->table->head_rows},
			.cost = table_blank_cost(&room),
			.next = node->state};
		g_array_append_val(search->choices, wait);
	}
	for (guint i = 0; i < search->choices->len; i++) {
		take_step(search, node,
			&g_array_index(search->choices, struct cut_choice, i), beam);
	}
}

/* Nodes of a beam, kept with their states. */
static const struct node *keep(struct search *search, const struct beam *beam)
{
	struct node *nodes = arena_copy(
		search->arena, beam->nodes, sizeof(struct node) * (size_t)beam->count);
	for (int i = 0; i < beam->count; i++) {
		nodes[i].state = nodes[i].state
					 ? copy_state(search->arena, nodes[i].state)
					 : table_state_between(search->task->table,
						   nodes[i].from->state, nodes[i].cut.end,
						   search->arena);
	}
	return nodes;
}

static void search_pages(struct search *search)
{
	struct table_state start = {.row = search->task->table->head_rows};
	struct node root = {.state = &start};
	const struct node *nodes = arena_copy(search->arena, &root, sizeof root);
	int count = 1;
	while (count > 0) {
		struct arena *scratch = arena_create();
		struct beam beam = {.count = 0};
		for (int i = 0; i < count; i++) {
			follow_up(search, &nodes[i], scratch, &beam);
		}
		nodes = keep(search, &beam);
		count = beam.count;
		arena_destroy(scratch);
	}
}

/* ---- the plan ---- */

/* What heads and captions leave of a page; of heads too tall they leave something. */
static double find_body(const struct plan_task *task)
{
	struct table_state later = {.row = task->table->head_rows, .resumed = true};
	struct room room = {.page = task->page};
	double fixed = table_fixed_height(task->table, &later) +
		       table_foot_height(task->table, &room).going_on;
	return fmax(task->page - fixed, LEAST_BODY * task->page);
}

/* From each row on, how many pages the rows would fill if none broke them: the longest
 * way over rows and spans. */
static const double *find_rest(const struct search *search)
{
	const struct measured_table *table = search->task->table;
	int count = table->block->row_count;
	double *feet = arena_new_array(search->arena, double, count + 1);
	for (int row = 0; row < count; row++) {
		feet[row + 1] = fmax(feet[row + 1], feet[row] + table->natural[row]);
		for (int i = table->row_cells[row]; i < table->row_cells[row + 1]; i++) {
			int end = row + table->cells[i].cell->row_span;
			const struct measured_cell *cell = &table->cells[i];
			feet[end] = fmax(feet[end],
				feet[row] + cell_need(table, cell, cell->height, 0));
		}
	}
	for (int row = 0; row <= count; row++) {
		feet[row] = (feet[count] - feet[row]) / search->body;
	}
	return feet;
}

static struct table_plan path_to(const struct node *node, struct arena *arena)
{
	struct table_plan plan = {.cost = node->cost};
	for (const struct node *at = node; at->from; at = at->from) {
		plan.count++;
	}
	struct table_cut *cuts = arena_new_array(arena, struct table_cut, plan.count);
	int i = plan.count;
	for (const struct node *at = node; at->from; at = at->from) {
		cuts[--i] = at->cut;
	}
	plan.cuts = cuts;
	return plan;
}

struct table_plan table_plan(const struct plan_task *task)
{
	struct arena *arena = arena_create();
	struct search search = {
		.task = task,
		.arena = arena,
		.choices = g_array_new(FALSE, FALSE, sizeof(struct cut_choice)),
	};
	search.body = find_body(task);
	search.rest = find_rest(&search);
	search_pages(&search);
	struct table_plan plan = path_to(search.best, task->arena);
	g_array_free(search.choices, TRUE);
	arena_destroy(arena);
	return plan;
}
