#include "page/shape_items.h"

#include <string.h>

/* The em box of an ideograph reaches from 0.88 em above the baseline to 0.12 below it. */
#define MIDDLE_RISE 0.38

#define MOST_POINTS 4

/* Straight strokes, in em from the middle of the em box, y down. */
struct figure {
	double points[2 * MOST_POINTS];
	int point_count;
	double stroke;
	bool closed;
};

static const struct figure box = {
	.points = {-0.365, -0.365, 0.365, -0.365, 0.365, 0.365, -0.365, 0.365},
	.point_count = 4,
	.stroke = 0.05,
	.closed = true,
};

static const struct figure tick = {
	.points = {-0.25, 0.0, -0.07, 0.2, 0.26, -0.22},
	.point_count = 3,
	.stroke = 0.085,
};

/* A tick without a box is as large as a character. */
static const struct figure bare_tick = {
	.points = {-0.36, 0.02, -0.11, 0.3, 0.37, -0.32},
	.point_count = 3,
	.stroke = 0.09,
};

/* Where a figure is added, and as what. */
struct adding {
	struct pages *pages;
	struct page *page;
	const struct shape *shape;
	const struct line_setting *where;
};

static const struct cluster *cluster_of(const struct shape *shape)
{
	return &shape->paragraph->clusters[shape->cluster];
}

/* The points of a figure on the page. */
static const double *place_points(
	const struct adding *adding, const struct figure *figure)
{
	const struct line_setting *where = adding->where;
	double size = cluster_of(adding->shape)->style->size;
	double *placed =
		arena_new_array(adding->pages->arena, double, 2 * figure->point_count);
	struct direction to = turn_direction(where->turn);
	for (int i = 0; i < figure->point_count; i++) {
		double along =
			adding->shape->along + (0.5 + figure->points[2 * i]) * size;
		double down = (figure->points[2 * i + 1] - MIDDLE_RISE) * size;
		placed[2 * i] = where->x + along * to.x - down * to.y;
		placed[2 * i + 1] = where->y + along * to.y + down * to.x;
	}
	return placed;
}

static const char *text_of(struct arena *arena, const struct shape *shape)
{
	const struct cluster *cluster = cluster_of(shape);
	char *text = arena_alloc(arena, (size_t)cluster->text_length + 1);
	memcpy(text, shape->paragraph->text + cluster->text_offset, cluster->text_length);
	text[cluster->text_length] = '\0';
	return text;
}

/* A text of NULL: what was added before says it. */
static void add_figure(
	const struct adding *adding, const struct figure *figure, const char *text)
{
	const struct cluster *cluster = cluster_of(adding->shape);
	struct item item = {
		.kind = ITEM_PATH,
		.artifact = adding->where->artifact,
		.node = adding->where->node,
		.colour = cluster->style->colour,
		.place = passage_place(
			&adding->shape->paragraph->passage, cluster->text_offset),
		.path =
			{
				.points = place_points(adding, figure),
				.point_count = figure->point_count,
				.width = figure->stroke * cluster->style->size,
				.closed = figure->closed,
				.text = text,
			},
	};
	page_add(adding->page, item);
}

void shape_add(struct pages *pages, struct page *page, const struct shape *shape,
	const struct line_setting *where)
{
	struct adding adding = {pages, page, shape, where};
	const char *text = text_of(pages->arena, shape);
	switch ((enum run_shape)cluster_of(shape)->shape) {
	case RUN_TEXT:
		break;
	case RUN_BOX:
		add_figure(&adding, &box, text);
		break;
	case RUN_BOX_TICKED:
		add_figure(&adding, &box, text);
		add_figure(&adding, &tick, NULL);
		break;
	case RUN_TICK:
		add_figure(&adding, &bare_tick, text);
		break;
	}
}
