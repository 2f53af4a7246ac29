#include "compose/arrangement.h"

#include <math.h>

enum {
	ROUND_CORNERS = 72 /* a circle of so many straight strokes looks round in print */
};

static const double OUTLINE_WEIGHT = 0.5; /* points */

static const struct line_grid no_grid = {0};

/* ---- the places of seals ---- */

static void add_outline(const struct placing *placing,
	const struct arrangement *arrangement, const double *points, int count)
{
	struct item outline = {
		.kind = ITEM_PATH,
		.artifact = ARTIFACT_LAYOUT,
		.colour = arrangement->outline,
		.path = {.points = points,
			.point_count = count,
			.width = OUTLINE_WEIGHT,
			.closed = true},
	};
	page_add(placing->page, outline);
}

static void place_round(const struct placing *placing,
	const struct arrangement *arrangement, const struct seal_place *seal)
{
	double *points =
		arena_new_array(placing->pages->arena, double, 2 * ROUND_CORNERS);
	for (int i = 0; i < ROUND_CORNERS; i++) {
		double angle = 2 * G_PI * i / ROUND_CORNERS;
		points[2 * i] = placing->x + seal->x + seal->width / 2 * cos(angle);
		points[2 * i + 1] = placing->y + seal->y + seal->height / 2 * sin(angle);
	}
	add_outline(placing, arrangement, points, ROUND_CORNERS);
}

static void place_square(const struct placing *placing,
	const struct arrangement *arrangement, const struct seal_place *seal)
{
	double left = placing->x + seal->x - seal->width / 2;
	double top = placing->y + seal->y - seal->height / 2;
	const double corners[] = {left, top, left + seal->width, top, left + seal->width,
		top + seal->height, left, top + seal->height};
	add_outline(placing, arrangement,
		arena_copy(placing->pages->arena, corners, sizeof corners),
		G_N_ELEMENTS(corners) / 2);
}

/* ---- the whole ---- */

static void place_text(const struct placing *placing, const struct arranged_text *text)
{
	struct placing at = *placing;
	at.x += text->x;
	const struct placed placed = {
		.block = text->text, .y = text->y, .end = text->text->line_count};
	text_place(&at, &no_grid, &placed);
}

void arrangement_place(
	const struct placing *placing, const struct arrangement *arrangement)
{
	for (int i = 0; arrangement->outlined && i < arrangement->seal_count; i++) {
		const struct seal_place *seal = &arrangement->seals[i];
		if (seal->round) {
			place_round(placing, arrangement, seal);
		} else {
			place_square(placing, arrangement, seal);
		}
	}
	for (int i = 0; i < arrangement->text_count; i++) {
		place_text(placing, &arrangement->texts[i]);
	}
}
