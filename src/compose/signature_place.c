#include "compose/signature.h"

#include <math.h>

enum {
	ROUND_CORNERS = 72 /* a circle of so many straight strokes looks round in print */
};

static const double OUTLINE_WEIGHT = 0.5; /* points */

static const struct line_grid no_grid = {0};

/* ---- the places of seals ---- */

static void add_outline(const struct placing *placing,
	const struct measured_signature *signature, const double *points, int count)
{
	struct item outline = {
		.kind = ITEM_PATH,
		.artifact = ARTIFACT_LAYOUT,
		.colour = signature->block->outline,
		.path = {.points = points,
			.point_count = count,
			.width = OUTLINE_WEIGHT,
			.closed = true},
	};
	page_add(placing->page, outline);
}

static void place_round(const struct placing *placing,
	const struct measured_signature *signature, const struct seal_place *seal)
{
	double *points =
		arena_new_array(placing->pages->arena, double, 2 * ROUND_CORNERS);
	for (int i = 0; i < ROUND_CORNERS; i++) {
		double angle = 2 * G_PI * i / ROUND_CORNERS;
		points[2 * i] = placing->x + seal->x + seal->width / 2 * cos(angle);
		points[2 * i + 1] = placing->y + seal->y + seal->height / 2 * sin(angle);
	}
	add_outline(placing, signature, points, ROUND_CORNERS);
}

static void place_square(const struct placing *placing,
	const struct measured_signature *signature, const struct seal_place *seal)
{
	double left = placing->x + seal->x - seal->width / 2;
	double top = placing->y + seal->y - seal->height / 2;
	const double corners[] = {left, top, left + seal->width, top, left + seal->width,
		top + seal->height, left, top + seal->height};
	add_outline(placing, signature,
		arena_copy(placing->pages->arena, corners, sizeof corners),
		G_N_ELEMENTS(corners) / 2);
}

/* ---- the whole ---- */

static void place_line(const struct placing *placing, const struct signature_line *line)
{
	struct placing at = *placing;
	at.x += line->x;
	const struct placed placed = {
		.block = line->text, .y = line->y, .end = line->text->line_count};
	text_place(&at, &no_grid, &placed);
}

void signature_place(
	const struct placing *placing, const struct measured_signature *signature)
{
	for (int i = 0; signature->block->outlined && i < signature->seal_count; i++) {
		const struct seal_place *seal = &signature->seals[i];
		if (seal->round) {
			place_round(placing, signature, seal);
		} else {
			place_square(placing, signature, seal);
		}
	}
	for (int i = 0; i < signature->line_count; i++) {
		place_line(placing, &signature->lines[i]);
	}
}
