/* A leader is set as a line of its own, of as many copies as its gap holds:
 *
 *     |一、使命 . . . . . . . . 5|
 *     |（一）职能  . . . . . . 12|        the raster begins at the right edge
 */
#include "page/leader_items.h"

#include <math.h>
#include <string.h>

#define GAP_BESIDE 0.25 /* em, to what stands before and behind */
#define SLIP 0.005      /* points, by arithmetic alone */

/* Which copies are set, counted from the right edge. */
struct copies {
	int nearest;
	int count;
	double width; /* of one, points */
};

static struct copies find_copies(const struct leader *leader)
{
	const struct paragraph *one = leader->paragraph->tab.leader;
	double beside = GAP_BESIDE * leader->paragraph->style->pitch;
	struct copies copies = {.width = one->edges[one->cluster_count]};
	if (copies.width <= SLIP) {
		return copies;
	}
	double behind = leader->to < leader->edge - SLIP ? beside : 0;
	double right = leader->edge - leader->to + behind - SLIP;
	double left = leader->edge - leader->from - beside + SLIP;
	copies.nearest = (int)ceil(right / copies.width);
	copies.nearest = MAX(copies.nearest, 0);
	copies.count = MAX((int)floor(left / copies.width) - copies.nearest, 0);
	return copies;
}

/* The leader's text and clusters, over and over; the glyphs are shared. */
static struct paragraph repeat(const struct paragraph *one, int count)
{
	int length = one->cluster_count;
	struct cluster *clusters = g_new(struct cluster, (gsize)(count * length));
	double *edges = g_new0(double, (gsize)(count * length) + 1);
	size_t bytes = one->passage.length;
	char *text = g_malloc(bytes * (size_t)count + 1);
	for (int i = 0; i < count * length; i++) {
		clusters[i] = one->clusters[i % length];
		clusters[i].text_offset += (guint32)(bytes * (size_t)(i / length));
		edges[i + 1] =
			edges[i] + one->edges[i % length + 1] - one->edges[i % length];
	}
	for (int i = 0; i < count; i++) {
		memcpy(text + bytes * (size_t)i, one->text, bytes);
	}
	text[bytes * (size_t)count] = '\0';
	struct paragraph all = *one;
	all.text = text;
	all.clusters = clusters;
	all.cluster_count = count * length;
	all.edges = edges;
	return all;
}

static void free_repeated(struct paragraph *all)
{
	g_free((gpointer)(uintptr_t)all->text);
	g_free((gpointer)(uintptr_t)all->clusters);
	g_free((gpointer)(uintptr_t)all->edges);
}

void leader_add(struct pages *pages, struct page *page, const struct leader *leader,
	const struct line_setting *where)
{
	struct copies copies = find_copies(leader);
	if (copies.count == 0) {
		return;
	}
	struct paragraph all = repeat(leader->paragraph->tab.leader, copies.count);
	double width = copies.count * copies.width;
	struct line line = {
		.end = all.cluster_count,
		.indent = leader->edge - copies.nearest * copies.width - width,
		.width = width,
		.room = width,
		.last = true,
	};
	struct line_setting setting = *where;
	setting.node = NULL;
	if (setting.artifact == ARTIFACT_NONE) {
		setting.artifact = ARTIFACT_LAYOUT;
	}
	page_add_line(pages, page, &all, &line, &setting);
	free_repeated(&all);
}
