/* Lines, total-fit: of all ways to break a paragraph the one whose lines look best
 * together (Knuth and Plass 1981). A node is a place where a line may begin, with the
 * best way to it; each break tries the lines from the nodes that are about one measure
 * before it:
 *
 *     nodes   0 ......... 27 28 29 30 ......... 54 55 56 57      front: no earlier node's
 *                         ^front                      ^break     line can end here or
 * later
 *
 * Widths and glue are differences of sums, so that a line costs the same whatever its
 * length, and only some nodes are within reach of a break: the time is linear. Where no
 * line fits or all are far too loose, the best of first-fit is taken and the search goes
 * on behind it. */
#include "text/lines.h"

#include "text/breaks.h"

#include <float.h>

#define LOOSE_AT_MOST 0.25 /* of the line: looser ones are left to first-fit */
#define LINE_DEMERIT 10.0  /* added to each line's badness: fewer lines are better */
#define DISCOURAGED_DEMERITS 200000.0 /* looks as bad as 0.16 em a gap */
#define LONE_DEMERITS 1e7             /* a lone last character: as 0.31 em a gap */
#define FORCED_DEMERITS 1e9

/* A place where a line may begin. */
struct node {
	int position; /* cluster */
	int from;     /* node where the line before it begins; -1: none */
	double demerits;
	bool emergency; /* the line before it was broken by force */
};

struct search {
	const struct paragraph *paragraph;
	double measure;
	struct glue_sum *sums;
	GArray *nodes; /* struct node, by position */
	int front;     /* earlier nodes are out of reach */
	double slip;   /* points that the ends of a line may change its width by */
};

static struct node *node_at(const struct search *search, int index)
{
	return &g_array_index(search->nodes, struct node, index);
}

/* Lines from a node only grow: one that is too long by more than a line's ends may change
 * stays so. */
static bool is_out_of_reach(const struct search *search, const struct node *node, int end)
{
	const struct paragraph *paragraph = search->paragraph;
	const struct glue_sum *sums = search->sums;
	double width = paragraph->edges[end] - paragraph->edges[node->position];
	double shrink = sums[end - 1].shrink - sums[node->position].shrink;
	double spaces = 0;
	for (int i = end;
		i > node->position && line_is_space(&paragraph->clusters[i - 1]); i--) {
		spaces += (double)paragraph->clusters[i - 1].advance;
	}
	return width - shrink - spaces - search->slip >
	       line_room(paragraph, search->measure, node->position);
}

/* Demerits of the line between a node and a break; DBL_MAX: out of the question. */
static double judge(const struct search *search, const struct node *node, int end)
{
	const struct paragraph *paragraph = search->paragraph;
	struct line_fit fit =
		line_fit(paragraph, search->measure, node->position, end, search->sums);
	bool last = end == paragraph->cluster_count;
	double slack = fit.room - fit.natural;
	if (!line_fits(&fit) || (!last && slack > fit.room * LOOSE_AT_MOST)) {
		return DBL_MAX;
	}
	double badness =
		last && slack > 0 ? 0 : line_badness(&fit, paragraph->style->size);
	double demerits = (LINE_DEMERIT + badness) * (LINE_DEMERIT + badness);
	if (!last && paragraph->clusters[end].break_before == BREAK_DISCOURAGED) {
		demerits += DISCOURAGED_DEMERITS;
	}
	if (last && node->position > 0 && line_is_lone(paragraph, node->position, end)) {
		demerits += LONE_DEMERITS;
	}
	return demerits;
}

/* By more than a line's ends may change. */
static bool is_far_too_loose(
	const struct search *search, const struct node *node, int end)
{
	const struct paragraph *paragraph = search->paragraph;
	double width =
		paragraph->edges[end] - paragraph->edges[node->position] + search->slip;
	double room = line_room(paragraph, search->measure, node->position);
	return end < paragraph->cluster_count && width < room * (1 - LOOSE_AT_MOST);
}

/* Adds a node for a break where a line from another node may end there. */
static bool add_node(struct search *search, int end)
{
	struct node best = {.position = end, .from = -1, .demerits = DBL_MAX};
	for (int i = search->front; i < (int)search->nodes->len; i++) {
		const struct node *node = node_at(search, i);
		if (is_far_too_loose(search, node, end)) {
			break; /* and so are the lines from later nodes */
		}
		double demerits = judge(search, node, end);
		if (demerits < DBL_MAX && node->demerits + demerits < best.demerits) {
			best.from = i;
			best.demerits = node->demerits + demerits;
		}
	}
	if (best.from < 0) {
		return false;
	}
	g_array_append_val(search->nodes, best);
	return true;
}

/* No way leads on: one line is set as first-fit would from the last place reached. */
static void force_line(struct search *search)
{
	int from = (int)search->nodes->len - 1;
	struct node node = *node_at(search, from);
	struct line line = line_next(search->paragraph, search->measure, node.position);
	search->front = (int)search->nodes->len;
	node = (struct node){
		.position = line.end,
		.from = from,
		.demerits = node.demerits + FORCED_DEMERITS,
		.emergency = line.emergency,
	};
	g_array_append_val(search->nodes, node);
}

static void reach(struct search *search, int end)
{
	bool last = end == search->paragraph->cluster_count;
	while (node_at(search, (int)search->nodes->len - 1)->position < end) {
		int count = (int)search->nodes->len;
		while (search->front < count &&
			is_out_of_reach(search, node_at(search, search->front), end)) {
			search->front++;
		}
		if (search->front < count && (add_node(search, end) || !last)) {
			return;
		}
		force_line(search);
	}
}

/* Follows the ways back from the end; nodes point forward afterwards. Returns how many
 * lines there are. */
static int turn_ways(struct search *search)
{
	int count = 0;
	int next = -1;
	for (int i = (int)search->nodes->len - 1; i >= 0;) {
		struct node *node = node_at(search, i);
		int from = node->from;
		node->from = next;
		next = i;
		i = from;
		count += from >= 0;
	}
	return count;
}

static void add_lines(const struct search *search, GArray *lines)
{
	const struct node *node = node_at(search, 0);
	while (node->from >= 0) {
		const struct node *next = node_at(search, node->from);
		struct line line = line_make(search->paragraph, search->measure,
			node->position, next->position);
		line.emergency = next->emergency;
		g_array_append_val(lines, line);
		node = next;
	}
}

int lines_total_fit(const struct paragraph *paragraph, double measure, GArray *lines)
{
	int count = paragraph->cluster_count;
	if (count == 0 || line_width(paragraph, 0, count) <=
				  line_room(paragraph, measure, 0) + LINE_SLIP) {
		return lines_first_fit(paragraph, measure, lines);
	}
	struct search search = {
		.paragraph = paragraph,
		.measure = measure,
		.sums = g_new(struct glue_sum, (gsize)count),
		.nodes = g_array_new(FALSE, FALSE, sizeof(struct node)),
		.slip = 2 * MAX(paragraph->style->size, paragraph->style->pitch),
	};
	glue_sum_up(paragraph, search.sums);
	struct node start = {.from = -1};
	g_array_append_val(search.nodes, start);
	for (int end = 1; end <= count; end++) {
		if (end == count ||
			paragraph->clusters[end].break_before != BREAK_NEVER) {
			reach(&search, end);
		}
	}
	int line_count = turn_ways(&search);
	if (lines) {
		add_lines(&search, lines);
	}
	g_array_free(search.nodes, TRUE);
	g_free(search.sums);
	return line_count;
}
