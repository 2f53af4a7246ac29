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

#define ROUNDING 0.01 /* points: what fits exactly must not fail to by arithmetic */

/* A list while its paragraph is made. */
struct listing {
	struct arranger *arranger;
	const struct names_layout *layout;
	const struct style *style;
	GArray *names;     /* struct text_run: the names alone */
	GArray *runs;      /* struct text_run: with the blanks between them */
	double name_width; /* of a column, em */
};

static void add_name(struct listing *listing, struct text_run run)
{
	double width = listing->name_width;
	double gap = run_width(listing->layout->gap, listing->style);
	run.style = listing->style;
	run.spread = width;
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

static void find_names(struct listing *listing, const struct scope *scope)
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
			struct text_run run = {0};
			run.passage = text_joined(arranger->arena, name, &run.emphasis);
			run.passage = text_closed_up(arranger->arena, &run.passage);
			g_array_append_val(listing->names, run);
		}
	}
}

/* How wide a text of Han characters is; 0: not to be told here. */
static double han_width(const struct passage *text)
{
	double width = 0;
	for (const char *at = text->text; *at; at = g_utf8_next_char(at)) {
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
	series->width = MAX(series->width, han_width(&label->passage));
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

/* A list of so many names in a row is as wide as those, and stands at the end of the
 * measure of the pages at hand. */
static void stand_at_end(struct listing *listing, const struct text_run *label,
	size_t label_runs, struct style *style)
{
	const struct names_layout *layout = listing->layout;
	double count = MIN((double)listing->names->len, layout->in_row);
	double gap = run_width(layout->gap, style);
	double width = count * listing->name_width + (count - 1) * gap;
	for (size_t i = 0; i < label_runs; i++) {
		width += MAX(label[i].spread, han_width(&label[i].passage));
	}
	width += label_runs > 1 ? 1 : 0; /* the colon */
	style->start = MAX(0, listing->arranger->master->area.width - style->end -
				      width * style->pitch - ROUNDING);
}

/* Columns stand only where lines are neither stretched nor moved. */
static struct style *names_style(struct arena *arena, const struct style *layout_style)
{
	struct style *style = arena_copy(arena, layout_style, sizeof *layout_style);
	style->align = ALIGN_START;
	return style;
}

static void find_width(struct listing *listing)
{
	const struct names_layout *layout = listing->layout;
	listing->name_width = run_width(layout->name_width, listing->style);
	for (guint i = 0; layout->in_row && i < listing->names->len; i++) {
		const struct text_run *name =
			&g_array_index(listing->names, struct text_run, i);
		listing->name_width = MAX(listing->name_width, han_width(&name->passage));
	}
}

void arrange_names(struct arranger *arranger, const struct names_layout *names,
	const struct scope *scope)
{
	struct style *style = names_style(arranger->arena, names->style);
	struct listing listing = {
		.arranger = arranger,
		.layout = names,
		.style = names->in_row || names->style->align != ALIGN_START
				 ? style
				 : names->style,
		.names = arena_values(arranger->arena, sizeof(struct text_run)),
		.runs = arena_values(arranger->arena, sizeof(struct text_run)),
	};
	find_names(&listing, scope);
	if (listing.names->len == 0) {
		return;
	}
	find_width(&listing);
	for (guint i = 0; i < listing.names->len; i++) {
		add_name(&listing, g_array_index(listing.names, struct text_run, i));
	}
	size_t name_runs = listing.runs->len;
	struct text_run *runs =
		arena_new_array(arranger->arena, struct text_run, name_runs + 2);
	size_t label_runs = make_label(&listing, scope, runs);
	if (names->in_row) {
		stand_at_end(&listing, runs, label_runs, style);
	}
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
