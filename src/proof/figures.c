#include "proof/figures.h"

#include "proof/boxes.h"
#include "proof/edges.h"

#include "text/classes.h"

#include <math.h>

/* What counts as at an edge, or as stretched: rounding, and half of what a cell has more
 * than its glyph. */
static const double SLACK = 0.5; /* points */

const struct proof_page *proof_subject_page(const struct proof_subject *subject)
{
	return g_ptr_array_index(subject->pages, subject->page);
}

bool proof_is_han(gunichar character)
{
	return character_kind(character).class == CLASS_IDEOGRAPH;
}

static void add(GArray *figures, double figure)
{
	g_array_append_val(figures, figure);
}

/* ---- cells of Han characters ---- */

static bool fills_measure(const struct proof_page *page, const struct proof_line *line)
{
	return line->cell.left < page->area.left + SLACK &&
	       line->cell.right > page->area.right - SLACK;
}

static double line_size(const struct proof_line *line)
{
	const struct item *first = g_ptr_array_index(line->items, 0);
	return first->text.size;
}

/* Characters that follow each other, all of them Han. */
struct han_run {
	int count;
	double first; /* pens */
	double last;
};

static void end_run(struct han_run *run, GArray *runs)
{
	if (run->count > 1) {
		g_array_append_val(runs, *run);
	}
	run->count = 0;
}

/* The runs of Han characters in a text; whether it is one run. */
static bool find_runs(const struct item_text *text, GArray *runs)
{
	struct han_run run = {0};
	const char *character = text->text;
	const struct item_glyph *glyph = text->glyphs;
	for (int i = 0; i < text->cluster_count; i++) {
		const struct item_cluster *cluster = &text->clusters[i];
		bool han = cluster->glyph_count == 1 &&
			   proof_is_han(g_utf8_get_char(character));
		if (han) {
			double pen = text->x + (double)glyph->x;
			run.first = run.count ? run.first : pen;
			run.last = pen;
			run.count++;
		} else {
			end_run(&run, runs);
		}
		character += cluster->text_length;
		glyph += cluster->glyph_count;
	}
	bool whole = run.count == text->cluster_count;
	end_run(&run, runs);
	return whole;
}

/* Names are spread on purpose, by at least half a character. */
static bool is_spread(const struct proof_subject *subject, double advance)
{
	return advance > 1.4 * subject->layout->proof.style->pitch;
}

/* Where a line is filled, only one of Han characters alone is not stretched: then the
 * cells are as wide as anywhere. */
static void measure_cells(const struct proof_subject *subject, GArray *figures)
{
	const struct proof_page *page = proof_subject_page(subject);
	bool count = subject->rule->measure == PROOF_CHARACTERS;
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct han_run));
	for (guint i = 0; i < subject->element->lines->len; i++) {
		const struct proof_line *line =
			g_ptr_array_index(subject->element->lines, i);
		bool fills = fills_measure(page, line);
		bool whole = line->items->len == 1;
		bool unstretched = line->cell.right < page->area.right - line_size(line);
		g_array_set_size(runs, 0);
		for (guint k = 0; k < line->items->len; k++) {
			const struct item *item = g_ptr_array_index(line->items, k);
			whole = find_runs(&item->text, runs) && whole;
		}
		for (guint k = 0; k < runs->len; k++) {
			struct han_run run = g_array_index(runs, struct han_run, k);
			double advance = (run.last - run.first) / (run.count - 1);
			if (count && fills && whole) {
				add(figures, run.count);
			} else if (!count && (whole || unstretched) &&
				   !is_spread(subject, advance)) {
				add(figures, advance);
			}
		}
	}
	g_array_free(runs, TRUE);
}

/* ---- lines ---- */

static const struct structure_node *node_of(const struct proof_line *line)
{
	const struct item *first = g_ptr_array_index(line->items, 0);
	return first->node;
}

static void measure_pitch(const struct proof_subject *subject, GArray *figures)
{
	const struct proof_page *page = proof_subject_page(subject);
	const GPtrArray *lines = subject->element->lines;
	for (guint i = 1; i < lines->len; i++) {
		const struct proof_line *above = g_ptr_array_index(lines, i - 1);
		const struct proof_line *line = g_ptr_array_index(lines, i);
		double pitch = line->baseline - above->baseline;
		if (node_of(above) != node_of(line) || pitch <= 0) {
			continue;
		}
		add(figures, subject->rule->measure == PROOF_ROWS
				     ? (page->area.bottom - page->area.top) / pitch
				     : pitch);
	}
}

/* Rows from the head of the area, from 1, to the baseline of a line; whole where it
 * stands on the grid. */
static double row_of(const struct proof_page *page, const struct style *style, double y)
{
	double row = page->master->row;
	double first = page->area.top + (row - style->size) / 2 + 0.88 * style->size;
	return (y - first) / row + 1;
}

static void measure_rows(const struct proof_subject *subject, GArray *figures)
{
	const struct proof_page *page = proof_subject_page(subject);
	const struct style *style = subject->layout->proof.style;
	bool first = subject->rule->measure == PROOF_ROW;
	if (!page->master || page->master->row <= 0) {
		return;
	}
	for (guint i = 0; i < (first ? 1 : subject->element->lines->len); i++) {
		const struct proof_line *line =
			g_ptr_array_index(subject->element->lines, i);
		double row = row_of(page, style, line->baseline);
		add(figures, first ? row : fabs(row - round(row)) * page->master->row);
	}
}

static void measure_sizes(const struct proof_subject *subject, GArray *figures)
{
	bool weight = subject->rule->measure == PROOF_WEIGHT;
	for (guint i = 0; i < subject->element->lines->len; i++) {
		const struct proof_line *line =
			g_ptr_array_index(subject->element->lines, i);
		for (guint k = 0; k < line->items->len; k++) {
			const struct item *item = g_ptr_array_index(line->items, k);
			if (weight != (item->kind == ITEM_TEXT)) {
				add(figures, weight ? item->rule.width : item->text.size);
			}
		}
	}
}

static void measure_extent(const struct proof_subject *subject, GArray *figures)
{
	const struct proof_line *line =
		proof_line_of(subject->arena, subject->element, subject->rule->line);
	if (line) {
		add(figures, subject->rule->measure == PROOF_WIDTH
				     ? line->cell.right - line->cell.left
				     : line->cell.bottom - line->cell.top);
	}
}

void proof_figures(const struct proof_subject *subject, GArray *figures)
{
	switch ((int)subject->rule->measure) {
	case PROOF_WIDTH:
	case PROOF_HEIGHT:
		measure_extent(subject, figures);
		return;
	case PROOF_WEIGHT:
	case PROOF_SIZE:
		measure_sizes(subject, figures);
		return;
	case PROOF_ADVANCE:
	case PROOF_CHARACTERS:
		measure_cells(subject, figures);
		return;
	case PROOF_PITCH:
	case PROOF_ROWS:
		measure_pitch(subject, figures);
		return;
	case PROOF_ROW:
	case PROOF_OFF_GRID:
		measure_rows(subject, figures);
		return;
	default:
		proof_edges(subject, figures);
	}
}
