#include "compose/table_fit.h"

#include "base/language.h"
#include "compose/page_grid.h"
#include "compose/table_fill.h"
#include "compose/table_parts.h"
#include "compose/table_sums.h"
#include "compose/type_scale.h"

#include <math.h>

/* Tighter, not smaller; the last of these goes with all smaller sizes. */
static const struct type_rung TIGHTER[] = {
	{1, 0, 1, 1},
	{1, 0, 2.0 / 3, 2.0 / 3},
	{1, 0, 1, 1.0 / 3},
	{1, 0, 2.0 / 3, 1.0 / 3},
	{1, 0, 1.0 / 3, 1.0 / 3},
	{1, 0.5, 1.0 / 3, 1.0 / 3},
	{1, 1, 1.0 / 3, 1.0 / 3},
};

static const double SIZE_STEP = 0.5; /* points */

/* A table that is so much too high at the floor would fit on no rung above it either. */
static const double HOPELESS = 1.1;

/* A table on its way down the ladder. */
struct fitting {
	const struct measuring *measuring;
	const struct measured_table *table; /* as its styles say, not set */
	double width;
	double height; /* of the page, less what stands above the table in any case */
	double size;   /* of its text */
	double floor;
};

/* ---- probes ---- */

/* The table on a rung, shaped from what was shaped before. */
static struct measured_table *shape_on(
	const struct measuring *measuring, const struct fitting *fitting)
{
	struct measured_table *table = table_shape(measuring, fitting->table->source);
	table_sums_shape(measuring, table);
	return table;
}

/* Whether a rung is not the top, where all is as the styles say. */
static bool is_rung(const struct type_rung *rung)
{
	return rung->size < 1 || rung->leading > 0 || rung->across < 1;
}

/* What is found on a rung. */
struct probe {
	double height; /* of the table; 0: not asked for */
	double least;  /* width of its columns with no word broken */
};

static struct probe try_rung(
	const struct fitting *fitting, const struct type_rung *rung, bool height)
{
	struct probe probe = {0};
	struct measuring measuring = *fitting->measuring;
	measuring.arena = arena_create();
	measuring.shaped = fitting->table->shaped;
	measuring.diagnostics = diagnostics_create();
	measuring.scale = type_scale_create(measuring.arena, rung, fitting->floor);
	struct measured_table *table = shape_on(&measuring, fitting);
	probe.least = table_width_need(table, fitting->width).at[WIDTH_NARROWEST];
	if (height) {
		table_set(&measuring, table, fitting->width);
		probe.height = table_natural_height(table);
	}
	type_scale_destroy(measuring.scale);
	diagnostics_destroy(measuring.diagnostics);
	arena_destroy(measuring.arena);
	return probe;
}

static bool is_low_enough(const struct fitting *fitting, const struct type_rung *rung)
{
	return try_rung(fitting, rung, true).height <= fitting->height + LENGTH_TOLERANCE;
}

static bool is_narrow_enough(const struct fitting *fitting, const struct type_rung *rung)
{
	if (!is_rung(rung)) {
		return table_width_need(fitting->table, fitting->width)
			       .at[WIDTH_NARROWEST] <= fitting->width + LENGTH_TOLERANCE;
	}
	return try_rung(fitting, rung, false).least <= fitting->width + LENGTH_TOLERANCE;
}

/* ---- the ladder ---- */

/* How many steps the type may go down; the last one ends at the floor. */
static int size_steps(const struct fitting *fitting)
{
	double range = fitting->size - fitting->floor;
	return fitting->floor > 0 && range > 0
		       ? (int)ceil(range / SIZE_STEP - LENGTH_TOLERANCE)
		       : 0;
}

static struct type_rung smaller(
	const struct fitting *fitting, int step, const struct type_rung *tight)
{
	struct type_rung rung = *tight;
	if (step > 0) {
		double size = fmax(fitting->floor, fitting->size - step * SIZE_STEP);
		rung.size = size / fitting->size;
	}
	return rung;
}

/* The first size at which no word is broken; the floor where there is none. */
static int find_narrow_size(const struct fitting *fitting)
{
	int steps = size_steps(fitting);
	for (int step = 0; step < steps; step++) {
		struct type_rung rung = smaller(fitting, step, &TIGHTER[0]);
		if (is_narrow_enough(fitting, &rung)) {
			return step;
		}
	}
	return steps;
}

/* The first rung of one size on which the table is low enough; false: none. */
static bool find_tightness(
	const struct fitting *fitting, int step, struct type_rung *found)
{
	for (size_t i = 0; i < G_N_ELEMENTS(TIGHTER); i++) {
		*found = smaller(fitting, step, &TIGHTER[i]);
		if (is_low_enough(fitting, found)) {
			return true;
		}
	}
	return false;
}

/* The highest rung on which one page holds the table: the size is found tightly set, then
 * loosened as far as may be. False: there is none, found is the lowest. */
static bool find_rung(const struct fitting *fitting, int first, struct type_rung *found)
{
	const struct type_rung *tightest = &TIGHTER[G_N_ELEMENTS(TIGHTER) - 1];
	int steps = size_steps(fitting);
	if (find_tightness(fitting, first, found)) {
		return true;
	}
	struct type_rung lowest = smaller(fitting, steps, tightest);
	double least = try_rung(fitting, &lowest, true).height;
	for (int step = first + 1; step <= steps && least <= HOPELESS * fitting->height;
		step++) {
		struct type_rung rung = smaller(fitting, step, tightest);
		if (is_low_enough(fitting, &rung)) {
			return find_tightness(fitting, step, found);
		}
	}
	*found = lowest;
	return false;
}

/* ---- reports ---- */

static void report_fitted(const struct fitting *fitting, const struct type_rung *rung)
{
	GString *done = g_string_new(NULL);
	if (rung->across < 1) {
		g_string_append_printf(
			done, _("，内边距减为 %.0f%%"), rung->across * 100);
	}
	if (rung->leading > 0) {
		g_string_append(done,
			rung->leading < 1 ? _("，行距收紧一半") : _("，行距收到最紧"));
	}
	if (rung->size < 1) {
		g_string_append_printf(done, _("，字号由 %g 磅减为 %g 磅"), fitting->size,
			fitting->size * rung->size);
	}
	diagnostics_note(fitting->measuring->diagnostics, fitting->table->place,
		"table-fitted", "表格已收紧%s", done->str);
	g_string_free(done, TRUE);
}

static void report_not_fitted(
	const struct fitting *fitting, const struct type_rung *rung, double height)
{
	diagnostics_warning(fitting->measuring->diagnostics, fitting->table->place,
		"table-not-fitted", "表格收到 %g 磅字仍比一页高 %.1f 毫米，分页排印",
		fitting->size * rung->size, (height - fitting->height) / POINTS_PER_MM);
}

/* ---- steps ---- */

/* The size of the table's text: what its style says, else what its last cells have. */
static double text_size(const struct measured_table *table)
{
	if (table->block->style->cell) {
		return table->block->style->cell->size;
	}
	for (int i = table->block->cell_count - 1; i >= 0; i--) {
		const struct measured_list *content = &table->cells[i].content;
		if (content->count > 0 && content->blocks[0].text) {
			return content->blocks[0].text->style->size;
		}
	}
	return 0;
}

/* What headings above that stay with the table take of its page. */
static double held_above(const struct measured_list *list, int index)
{
	int first = index;
	while (first > 0 && list->blocks[first - 1].text &&
		list->blocks[first - 1].keep && !list->blocks[first].begins_page) {
		first--;
	}
	if (first == index) {
		return 0;
	}
	struct measured_list held = {&list->blocks[first], index - first};
	return measure_height(&held) + measured_after(&list->blocks[index - 1]) +
	       measured_before(&list->blocks[index]);
}

/* Sets the table on a rung for good. */
static struct measured_table *take_rung(
	const struct fitting *fitting, const struct type_rung *rung)
{
	struct measuring measuring = *fitting->measuring;
	measuring.shaped = fitting->table->shaped;
	measuring.scale = type_scale_create(measuring.arena, rung, fitting->floor);
	struct measured_table *table = shape_on(&measuring, fitting);
	type_scale_destroy(measuring.scale);
	measuring.scale = NULL;
	table_set(&measuring, table, fitting->width);
	return table;
}

/* ---- parts ---- */

/* The parts of the table on a rung, and how many there are. */
static guint find_parts(
	const struct fitting *fitting, const struct type_rung *rung, GArray *parts)
{
	struct measuring measuring = *fitting->measuring;
	measuring.shaped = fitting->table->shaped;
	measuring.arena = arena_create();
	measuring.scale = type_scale_create(measuring.arena, rung, fitting->floor);
	g_array_set_size(parts, 0);
	table_parts_find(&measuring, fitting->table, fitting->width, parts);
	type_scale_destroy(measuring.scale);
	arena_destroy(measuring.arena);
	return parts->len;
}

/* The largest type that needs no more parts than the smallest does. */
static struct type_rung find_part_rung(const struct fitting *fitting, GArray *parts)
{
	int steps = size_steps(fitting);
	struct type_rung rung = smaller(fitting, steps, &TIGHTER[0]);
	guint fewest = find_parts(fitting, &rung, parts);
	for (int step = 0; step < steps; step++) {
		rung = smaller(fitting, step, &TIGHTER[0]);
		if (find_parts(fitting, &rung, parts) <= fewest) {
			return rung;
		}
	}
	rung = smaller(fitting, steps, &TIGHTER[0]);
	find_parts(fitting, &rung, parts);
	return rung;
}

/* Sets the table in parts; none where its stub leaves nothing to part. */
static struct measured_list part_table(const struct fitting *fitting)
{
	GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part_columns));
	struct type_rung rung = find_part_rung(fitting, parts);
	struct measured_list list = {0};
	if (parts->len > 1) {
		struct measuring measuring = *fitting->measuring;
		measuring.shaped = fitting->table->shaped;
		measuring.scale =
			type_scale_create(measuring.arena, &rung, fitting->floor);
		list = table_parts_make(
			&measuring, fitting->table, fitting->width, parts);
		type_scale_destroy(measuring.scale);
		diagnostics_note(measuring.diagnostics, fitting->table->place,
			"table-parted",
			"表格太宽，按栏分成 %u 部分排印，每部分重复前 %d 栏", parts->len,
			fitting->table->block->fitting.stub_columns);
	}
	g_array_free(parts, TRUE);
	return list;
}

/* ---- one table ---- */

static void fit_whole(const struct fitting *fitting, int first, struct measured *block)
{
	const struct table_fitting *asked = &fitting->table->block->fitting;
	struct type_rung rung = smaller(fitting, first, &TIGHTER[0]);
	bool fits = !asked->fit_page || find_rung(fitting, first, &rung);
	if (is_rung(&rung)) {
		block->table = take_rung(fitting, &rung);
	} else {
		table_set(fitting->measuring, block->table, fitting->width);
	}
	if (!fits) {
		report_not_fitted(fitting, &rung, table_natural_height(block->table));
	} else if (is_rung(&rung)) {
		report_fitted(fitting, &rung);
	}
	block->whole = block->whole || (fits && asked->fit_page);
}

/* A block becomes its table's parts; what follows stays with the last of them. */
static void add_parts(
	const struct measured *block, const struct measured_list *parts, GArray *blocks)
{
	for (int i = 0; i < parts->count; i++) {
		bool last = i + 1 == parts->count;
		struct measured part = {
			.table = parts->blocks[i].table,
			.begins_page = i == 0 && block->begins_page,
			.keep = last && block->keep,
			.grouped = last && block->grouped,
		};
		g_array_append_val(blocks, part);
	}
}

static void fit_table(
	const struct fitting *fitting, struct measured *block, GArray *blocks)
{
	struct measured_list parts = {0};
	int first = find_narrow_size(fitting);
	struct type_rung rung = smaller(fitting, first, &TIGHTER[0]);
	if (block->table->block->fitting.stub_columns > 0 &&
		!is_narrow_enough(fitting, &rung)) {
		parts = part_table(fitting);
	}
	if (parts.count > 0) {
		add_parts(block, &parts, blocks);
	} else {
		fit_whole(fitting, first, block);
		g_array_append_val(blocks, *block);
	}
}

bool table_may_be_fitted(const struct table_block *block)
{
	const struct table_fitting *fitting = &block->fitting;
	return fitting->fit_page || fitting->floor > 0 || fitting->stub_columns > 0;
}

/* ---- all tables of a part ---- */

/* Whether a table is set across the page's height: where it is asked for, or its columns
 * would break dates or set one character below the other. */
static bool is_turned(const struct measured_table *table, double width)
{
	switch (table->block->fitting.turned) {
	case TABLE_UPRIGHT:
		return false;
	case TABLE_TURNED:
		return true;
	case TABLE_TURNED_WIDE:
		return table_width_need(table, width).at[WIDTH_COMFORTABLE] >
		       width + LENGTH_TOLERANCE;
	}
	g_assert_not_reached();
}

static void turn_blocks(GArray *blocks, guint first)
{
	for (guint i = first; i < blocks->len; i++) {
		g_array_index(blocks, struct measured, i).table->turned = true;
	}
}

/* Sets a table in a measuring's width, upright or turned. */
static void set_table(const struct measuring *measuring, struct measured *block,
	double held, GArray *blocks)
{
	struct measured_table *table = block->table;
	if (!table_may_be_fitted(table->block)) {
		table_set(measuring, table, measuring->width);
		g_array_append_val(blocks, *block);
		return;
	}
	struct fitting fitting = {
		.measuring = measuring,
		.table = table,
		.width = measuring->width,
		.height = measuring->page - held,
		.size = text_size(table),
		.floor = table->block->fitting.floor,
	};
	fit_table(&fitting, block, blocks);
}

static void fit_block(const struct measuring *measuring, const struct measured_list *list,
	int index, GArray *blocks)
{
	struct measured *block = &list->blocks[index];
	guint first = blocks->len;
	if (!block->table) {
		struct measured_list one = {block, 1};
		measure_set(measuring, &one, measuring->width);
		g_array_append_val(blocks, *block);
	} else if (is_turned(block->table, measuring->width)) {
		struct measuring turned = *measuring;
		turned.page = measuring->width;
		turned.width = measuring->page;
		set_table(&turned, block, 0, blocks);
		turn_blocks(blocks, first);
	} else {
		set_table(measuring, block, held_above(list, index), blocks);
	}
}

void table_fit(const struct measuring *measuring, struct measured_list *list)
{
	GArray *blocks = g_array_new(FALSE, FALSE, sizeof(struct measured));
	for (int i = 0; i < list->count; i++) {
		fit_block(measuring, list, i, blocks);
	}
	list->blocks = arena_copy(
		measuring->arena, blocks->data, blocks->len * sizeof(struct measured));
	list->count = (int)blocks->len;
	g_array_free(blocks, TRUE);
}
