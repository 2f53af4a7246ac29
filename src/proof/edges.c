#include "proof/edges.h"

#include "proof/boxes.h"

#include <math.h>
#include <string.h>

/* All lines as one; its baseline is that of the first, as edges below another are meant.
 */
static const struct proof_line *whole(
	struct arena *arena, const struct proof_element *element)
{
	struct proof_line *all = arena_new(arena, struct proof_line);
	*all = *(const struct proof_line *)g_ptr_array_index(element->lines, 0);
	for (guint i = 1; i < element->lines->len; i++) {
		const struct proof_line *line = g_ptr_array_index(element->lines, i);
		all->cell = proof_box_join(all->cell, line->cell);
		all->full = proof_box_join(all->full, line->full);
		all->ink = proof_box_join(all->ink, line->ink);
	}
	return all;
}

const struct proof_line *proof_line_of(struct arena *arena,
	const struct proof_element *element, enum proof_line_choice line)
{
	guint count = element->lines->len;
	switch (line) {
	case PROOF_FIRST:
		return g_ptr_array_index(element->lines, 0);
	case PROOF_LAST:
		return g_ptr_array_index(element->lines, count - 1);
	case PROOF_BEFORE_LAST:
		return count > 1 ? g_ptr_array_index(element->lines, count - 2) : NULL;
	case PROOF_WHOLE:
	case PROOF_EACH:
	case PROOF_ANY:
		return whole(arena, element);
	}
	g_assert_not_reached();
}

static double edge_of(const struct proof_line *line, enum proof_measure edge)
{
	switch ((int)edge) {
	case PROOF_TOP:
		return line->cell.top;
	case PROOF_BOTTOM:
		return line->cell.bottom;
	case PROOF_LEFT:
		return line->cell.left;
	case PROOF_RIGHT:
		return line->cell.right;
	case PROOF_MIDDLE:
		return (line->cell.top + line->cell.bottom) / 2;
	case PROOF_CENTRE:
		return (line->cell.left + line->cell.right) / 2;
	case PROOF_INK_TOP:
		return line->ink.top;
	case PROOF_INK_BOTTOM:
		return line->ink.bottom;
	case PROOF_INK_LEFT:
		return line->ink.left;
	case PROOF_INK_RIGHT:
		return line->ink.right;
	case PROOF_FIRST_INK_TOP:
		return line->first_ink_top;
	default:
		return line->baseline;
	}
}

/* ---- what is measured from ---- */

static const struct proof_line *box_line(struct arena *arena, struct proof_box box)
{
	struct proof_line *line = arena_new(arena, struct proof_line);
	*line = (struct proof_line){.cell = box,
		.full = box,
		.ink = box,
		.first_ink_top = box.top,
		.baseline = box.top};
	return line;
}

/* The line of text above another: the lowest that stands higher. */
static const struct proof_line *line_above(
	const struct proof_page *page, const struct proof_line *line)
{
	const struct proof_line *found = NULL;
	for (guint i = 0; i < page->lines->len; i++) {
		const struct proof_line *other = g_ptr_array_index(page->lines, i);
		if (other->baseline < line->baseline - 1 &&
			(!found || other->baseline > found->baseline)) {
			found = other;
		}
	}
	return found;
}

/* The element of that name that stands nearest before the subject, else behind it. */
static const struct proof_element *nearest(
	const struct proof_subject *subject, const char *name)
{
	const struct proof_page *page = proof_subject_page(subject);
	const struct proof_element *found = NULL;
	bool behind = false;
	for (guint i = 0; i < page->elements->len; i++) {
		const struct proof_element *element =
			g_ptr_array_index(page->elements, i);
		bool named = strcmp(element->name, name) == 0;
		if (named && (!behind || !found)) {
			found = element;
		}
		behind = behind || element == subject->element;
	}
	return found;
}

static const struct proof_line *datum_of(
	const struct proof_subject *subject, const struct proof_line *line)
{
	const struct proof_datum *datum = &subject->rule->datum;
	const struct proof_page *page = proof_subject_page(subject);
	if (strcmp(datum->element, proof_line_above) == 0) {
		return line_above(page, line);
	}
	if (strcmp(datum->element, proof_area) == 0) {
		return box_line(subject->arena, page->area);
	}
	if (strcmp(datum->element, proof_sheet) == 0) {
		const struct proof_box sheet = {
			0, 0, page->page->width, page->page->height};
		return box_line(subject->arena, sheet);
	}
	const struct proof_element *element = nearest(subject, datum->element);
	return element ? proof_line_of(subject->arena, element, datum->line) : NULL;
}

/* ---- distances ---- */

/* A line is centred with or without the blanks of the marks at its edges. */
static double centre_near(const struct proof_line *line, double wanted)
{
	const double lefts[] = {line->cell.left, line->full.left};
	const double rights[] = {line->cell.right, line->full.right};
	double best = edge_of(line, PROOF_CENTRE);
	for (int i = 0; i < 4; i++) {
		double centre = (lefts[i / 2] + rights[i % 2]) / 2;
		best = fabs(centre - wanted) < fabs(best - wanted) ? centre : best;
	}
	return best;
}

static void add_distance(const struct proof_subject *subject,
	const struct proof_line *line, GArray *figures)
{
	const struct proof_rule *rule = subject->rule;
	const struct proof_line *datum = line ? datum_of(subject, line) : NULL;
	if (!datum) {
		return;
	}
	double from = edge_of(datum, rule->datum.edge);
	double distance = rule->measure == PROOF_CENTRE
				  ? centre_near(line, from) - from
				  : edge_of(line, rule->measure) - from;
	bool backward = rule->datum.direction == PROOF_ABOVE ||
			rule->datum.direction == PROOF_LEFT_OF;
	distance = backward ? -distance : distance;
	g_array_append_val(figures, distance);
}

void proof_edges(const struct proof_subject *subject, GArray *figures)
{
	enum proof_line_choice line = subject->rule->line;
	if (line != PROOF_EACH && line != PROOF_ANY) {
		add_distance(subject,
			proof_line_of(subject->arena, subject->element, line), figures);
		return;
	}
	for (guint i = 0; i < subject->element->lines->len; i++) {
		add_distance(
			subject, g_ptr_array_index(subject->element->lines, i), figures);
	}
}
