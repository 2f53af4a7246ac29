/* A tab moves what follows it to the right edge of the measure. What stands before it is
 * broken as a paragraph of its own; what stands behind it is never broken, and gets a
 * further line where the last one has no room for it and the gap.
 *
 *     |一个题目，长得一行放不下|
 *     |它的全部 . . . . . . . 5|
 *
 * Where even a line of its own would be too narrow the tab is a space. */
#include "text/tab.h"

#include "text/composing.h"
#include "text/hang.h"
#include "text/lines.h"

#include <string.h>

#define LEAST_GAP 1.0     /* em */
#define GAP_BESIDE 0.25   /* em, between a leader and what it leads from and to */
#define LEAST_LEADERS 2.0 /* of which one is sure to fall into their raster */

/* ---- finding ---- */

static const struct paragraph *make_leader(const struct composing *composing,
	struct paragraph *paragraph, struct place place)
{
	struct style *style =
		arena_copy(composing->arena, paragraph->style, sizeof *paragraph->style);
	struct text_run run = {
		.passage = passage_plain(style->leader, place),
		.style = style,
	};
	style->leader = NULL;
	style->align = ALIGN_START;
	style->indent = style->start = style->end = 0;
	return paragraph_create(composing->arena, composing->faces, style, &run, 1);
}

/* The gap holds an em of leader, wherever their raster falls. */
static double least_gap(const struct paragraph *paragraph, const struct paragraph *leader)
{
	double em = paragraph->style->pitch;
	if (!leader) {
		return LEAST_GAP * em;
	}
	double unit = leader->edges[leader->cluster_count];
	return 2 * GAP_BESIDE * em + MAX(LEAST_GAP * em, LEAST_LEADERS * unit);
}

void tab_find(const struct composing *composing, struct paragraph *paragraph)
{
	const struct passage *passage = &paragraph->passage;
	const char *tab = memrchr(passage->text, '\t', passage->length);
	if (!tab || paragraph->style->stacked) {
		return;
	}
	size_t offset = (size_t)(tab - passage->text);
	int end = paragraph->cluster_count;
	while (end > 0 && paragraph->clusters[end - 1].text_offset > offset) {
		end--;
	}
	paragraph->tab.end = end;
	if (paragraph->style->leader && *paragraph->style->leader) {
		paragraph->tab.leader =
			make_leader(composing, paragraph, passage_place(passage, offset));
	}
	paragraph->tab.gap = least_gap(paragraph, paragraph->tab.leader);
}

/* ---- lines ---- */

/* What stands before the tab, as a paragraph; its arrays are the paragraph's. */
static struct paragraph head_of(const struct paragraph *paragraph)
{
	struct paragraph head = *paragraph;
	head.cluster_count = paragraph->tab.end - 1;
	head.tab = (struct paragraph_tab){0};
	return head;
}

static double tail_width(const struct paragraph *paragraph)
{
	return line_width(paragraph, paragraph->tab.end, paragraph->cluster_count);
}

/* The gap and what stands behind it. */
static double gap_and_tail(const struct paragraph *paragraph)
{
	return paragraph->tab.gap + tail_width(paragraph);
}

static void break_at_space(
	const struct paragraph *paragraph, double measure, GArray *lines)
{
	struct paragraph spaced = *paragraph;
	spaced.tab = (struct paragraph_tab){0};
	paragraph_lines(&spaced, measure, lines);
}

/* Puts the tab and what follows on the last line, or on one more. */
static void add_tail(const struct paragraph *paragraph, double measure, GArray *lines)
{
	struct line *last = &g_array_index(lines, struct line, lines->len - 1);
	double needed = gap_and_tail(paragraph);
	if (last->width + needed > last->room + LINE_SLIP) {
		last->last = false;
		if (last->shrink <= 0) {
			last->rigid = last->end; /* an end is not stretched */
		}
		struct line line = line_make(
			paragraph, measure, last->end, paragraph->cluster_count);
		line.width = 0;
		g_array_append_val(lines, line);
		last = &g_array_index(lines, struct line, lines->len - 1);
	}
	last->width += needed;
	last->end = paragraph->cluster_count;
	last->last = true;
	last->tabbed = true;
}

void tab_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	struct paragraph head = head_of(paragraph);
	double indent = hang_indent(paragraph, measure, head.cluster_count);
	double room = measure - indent - paragraph->style->end;
	if (gap_and_tail(paragraph) > room + LINE_SLIP) {
		break_at_space(paragraph, measure, lines);
		return;
	}
	paragraph_lines(&head, measure, lines);
	add_tail(paragraph, measure, lines);
}

/* ---- widths ---- */

double tab_widest(const struct paragraph *paragraph)
{
	struct paragraph head = head_of(paragraph);
	return paragraph_widest(&head) + gap_and_tail(paragraph);
}

double tab_narrowest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	struct paragraph head = head_of(paragraph);
	double alone = style->start + style->end + gap_and_tail(paragraph);
	alone += head.cluster_count == 0 ? style->indent : 0;
	return MAX(paragraph_narrowest(&head), alone);
}

/* ---- placing ---- */

/* A part of a line that takes just its room, so that nothing aligns or stretches it. */
static struct line part_of(
	const struct paragraph *paragraph, int first, int end, double indent)
{
	double width = line_width(paragraph, first, end);
	return (struct line){
		.first = first,
		.end = end,
		.indent = indent,
		.width = width,
		.room = width,
		.last = true,
	};
}

void tab_place(const struct paragraph *paragraph, const struct line *line, double *x)
{
	int tab = paragraph->tab.end - 1;
	struct line head = part_of(paragraph, line->first, tab, line->indent);
	struct line tail = part_of(paragraph, tab + 1, line->end, 0);
	tail.indent = line->indent + line->room - tail.width;
	line_place(paragraph, &head, x);
	x[tab - line->first] = head.indent + head.width;
	line_place(paragraph, &tail, x + (tab + 1 - line->first));
}
