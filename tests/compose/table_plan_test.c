/* The search for page breaks against pages filled with what fits. */
#include "compose/measure.h"
#include "compose/table_cuts.h"
#include "compose/table_lines.h"
#include "compose/table_plan.h"
#include "compose/table_repeats.h"
#include "plain_text.h"
#include "random_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum {
	ROUNDS = 200
};

/* A table about to be shared out. */
struct sharing {
	struct round round;
	struct measured_list list;
	struct plan_task task;
};

static void measure(struct sharing *sharing)
{
	struct build *build = sharing->round.build;
	struct measuring measuring = {
		.arena = build->arena,
		.faces = plain_faces(build->arena),
		.diagnostics = build->diagnostics,
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
		.page = build->master.area.height,
	};
	const struct block *block = sharing->round.table;
	sharing->list = measure_shape(&measuring, &block, 1);
	measure_set(&measuring, &sharing->list, build->master.area.width);
	table_lines_loosen(&measuring, &sharing->list);
	table_repeats(&measuring, &sharing->list);
	g_array_free(measuring.lines, TRUE);
}

static void begin_sharing(struct sharing *sharing, guint32 seed, double scale)
{
	*sharing = (struct sharing){.round = {
					    .seed = seed,
					    .random = g_rand_new_with_seed(seed),
					    .build = build_create(),
				    }};
	struct build *build = sharing->round.build;
	sharing->round.made = arena_values(build->arena, sizeof(struct made_cell));
	random_table_make(&sharing->round);
	build->master.area.height *= scale;
	measure(sharing);
	double page = build->master.area.height;
	double first = page * g_rand_double_range(sharing->round.random, 0.1, 1);
	sharing->task =
		(struct plan_task){sharing->list.blocks[sharing->list.count - 1].table,
			build->arena, first, page, false, false};
}

static void end_sharing(struct sharing *sharing)
{
	build_destroy(sharing->round.build);
	g_rand_free(sharing->round.random);
}

/* What fits on each page, one after the other. */
static struct table_plan share_greedily(const struct plan_task *task)
{
	struct table_plan plan = {0};
	struct table_state start = {.row = task->table->head_rows};
	const struct table_state *state = &start;
	while (state) {
		bool first = plan.count == 0;
		struct room room = {
			.arena = task->arena,
			.height = first ? task->first : task->page,
			.page = task->page,
			.insistence = first ? TAKE_WELL : TAKE_ANYWAY,
		};
		const struct fragment *fragment = table_fill(task->table, state, &room);
		plan.count++;
		plan.cost += fragment ? table_cut_cost(state, fragment, &room)
				      : table_blank_cost(&room);
		state = fragment ? fragment->next : state;
	}
	return plan;
}

/* Shares out tables on pages so many times as high as they are made for. */
static void compare(double scale)
{
	double costs[2] = {0, 0};
	int pages[2] = {0, 0};
	int better = 0;
	for (guint32 seed = 1; seed <= ROUNDS; seed++) {
		struct sharing sharing;
		begin_sharing(&sharing, seed, scale);
		struct table_plan greedy = share_greedily(&sharing.task);
		struct table_plan found = table_plan(&sharing.task);
		if (found.cost > greedy.cost + 1e-9) {
			fail_msg("seed %u: %g in %d pages, greedily %g in %d", seed,
				found.cost, found.count, greedy.cost, greedy.count);
		}
		costs[0] += greedy.cost / ROUNDS;
		costs[1] += found.cost / ROUNDS;
		pages[0] += greedy.count;
		pages[1] += found.count;
		better += found.cost < greedy.cost - 1e-9;
		end_sharing(&sharing);
	}
	printf("# %d tables: mean cost %.3f greedily, %.3f by search (without pages "
	       "%.3f, %.3f); pages %d, %d; better: %d\n",
		ROUNDS, costs[0], costs[1], costs[0] - (double)pages[0] / ROUNDS,
		costs[1] - (double)pages[1] / ROUNDS, pages[0], pages[1], better);
	assert_true(better > ROUNDS / 4);
}

static void the_search_never_costs_more_than_filling_pages(void **state)
{
	(void)state;
	compare(1);
	compare(4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_search_never_costs_more_than_filling_pages),
	};
	return cmocka_run_group_tests_name("compose/table plan", tests, NULL, NULL);
}
