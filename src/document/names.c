/* Lists of names: one paragraph of a label and names, a blank that fills the column
 * behind each but the last. A line's end swallows the blank that it falls on.
 *
 *     组　长：王一一
 *     副组长：李　二  张三三
 *     组　员：赵四四  欧阳某某某      钱　五  孙六六
 *             周七七  吴　八
 */
#include "document/arranger.h"

#include <string.h>

/* A list while its paragraph is made. */
struct listing {
	struct arranger *arranger;
	const struct names_layout *layout;
	const struct style *style;
	GArray *runs; /* struct text_run */
};

static void add_name(struct listing *listing, const struct value *name)
{
	const struct names_layout *layout = listing->layout;
	struct arena *arena = listing->arranger->arena;
	double width = run_width(layout->name_width, listing->style);
	double gap = run_width(layout->gap, listing->style);
	struct text_run run = {.style = listing->style, .spread = width};
	run.passage = text_joined(arena, name, &run.emphasis);
	run.passage = text_closed_up(arena, &run.passage);
	run.hangs_here = listing->runs->len == 0;
	if (!run.hangs_here && gap > 0) {
		struct text_run blank = {
			.passage = passage_plain(" ", run.passage.place),
			.style = listing->style,
			.spread = gap,
			.step = width + gap,
		};
		g_array_append_val(listing->runs, blank);
	}
	g_array_append_val(listing->runs, run);
}

static void add_names(struct listing *listing, const struct scope *scope)
{
	struct arranger *arranger = listing->arranger;
	const struct names_layout *layout = listing->layout;
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &layout->each, scope, &count);
	for (size_t i = 0; i < count; i++) {
		const struct scope inner = {
			.outer = scope, .name = layout->each.name, .value = items[i]};
		const struct value *name = template_value(
			layout->name, &inner, arranger->arena, arranger->diagnostics);
		if (has_text(name)) {
			add_name(listing, name);
		}
	}
}

/* How wide a label of Han characters is; 0: not to be told here. */
static double label_width(const struct passage *label)
{
	double width = 0;
	for (const char *at = label->text; *at; at = g_utf8_next_char(at)) {
		if (!character_is_han(g_utf8_get_char(at))) {
			return 0;
		}
		width++;
	}
	return width;
}

/* The labels of a series are as wide as the widest of them; earlier ones follow. */
static void join_series(struct listing *listing, struct text_run *label)
{
	struct arranger *arranger = listing->arranger;
	struct names_series *series = &arranger->names;
	GPtrArray *blocks = arranger->blocks;
	bool goes_on = series->last && blocks->len > 0 &&
		       g_ptr_array_index(blocks, blocks->len - 1) == series->last &&
		       series->style == listing->layout->style;
	if (!goes_on) {
		series->style = listing->layout->style;
		series->labels = arena_pointers(arranger->arena);
		series->width = 0;
	}
	g_ptr_array_add(series->labels, label);
	series->width = MAX(series->width, label_width(&label->passage));
	series->width = MAX(
		series->width, run_width(listing->layout->label_width, listing->style));
	for (guint i = 0; i < series->labels->len; i++) {
		struct text_run *each = g_ptr_array_index(series->labels, i);
		each->spread = series->width;
	}
}

/* The colon that ends a label stands behind what is spread. */
static size_t colon_length(const struct passage *label)
{
	static const char *const colons[] = {"：", ":"};
	for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
		if (g_str_has_suffix(label->text, colons[i])) {
			return strlen(colons[i]);
		}
	}
	return 0;
}

/* Puts the label before the names. */
static size_t make_label(
	struct listing *listing, const struct scope *scope, struct text_run *runs)
{
	struct arranger *arranger = listing->arranger;
	const struct template *layout = listing->layout->label;
	const struct value *text = layout ? template_value(layout, scope, arranger->arena,
						    arranger->diagnostics)
					  : NULL;
	if (!has_text(text)) {
		return 0;
	}
	bool emphasis;
	struct passage whole = text_joined(arranger->arena, text, &emphasis);
	size_t end = whole.length - colon_length(&whole);
	struct passage words = passage_part(arranger->arena, &whole, 0, end);
	runs[0] = (struct text_run){
		.passage = text_closed_up(arranger->arena, &words),
		.style = listing->style,
		.emphasis = emphasis,
	};
	runs[1] = (struct text_run){
		.passage = passage_part(arranger->arena, &whole, end, whole.length),
		.style = listing->style,
		.emphasis = emphasis,
	};
	join_series(listing, &runs[0]);
	return end < whole.length ? 2 : 1;
}

/* Columns stand only where lines are neither stretched nor moved. */
static const struct style *names_style(
	struct arena *arena, const struct style *layout_style)
{
	if (layout_style->align == ALIGN_START) {
		return layout_style;
	}
	struct style *style = arena_copy(arena, layout_style, sizeof *layout_style);
	style->align = ALIGN_START;
	return style;
}

void arrange_names(struct arranger *arranger, const struct names_layout *names,
	const struct scope *scope)
{
	struct listing listing = {
		.arranger = arranger,
		.layout = names,
		.style = names_style(arranger->arena, names->style),
		.runs = arena_values(arranger->arena, sizeof(struct text_run)),
	};
	add_names(&listing, scope);
	size_t name_runs = listing.runs->len;
	if (name_runs == 0) {
		return;
	}
	struct text_run *runs =
		arena_new_array(arranger->arena, struct text_run, name_runs + 2);
	size_t label_runs = make_label(&listing, scope, runs);
	memcpy(runs + label_runs, listing.runs->data, name_runs * sizeof *runs);
	struct block *block = arrange_block(arranger, BLOCK_TEXT, runs[0].passage.place);
	block->text = (struct text_block){
		.purpose = PURPOSE_PARAGRAPH,
		.style = listing.style,
		.runs = runs,
		.run_count = label_runs + name_runs,
	};
	arranger->names.last = block;
}
