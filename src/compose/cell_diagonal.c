#include "compose/cell_diagonal.h"

#include "compose/page_grid.h"

#include <math.h>

/* Where the strokes of three labels end: at this share of the right edge and of the lower
 * one. All three have room for the same text then. */
static const double STROKE_END = 0.6;

/* Of a stroke's way across, what a label may take at most, and takes with ease. */
static const double MOST_OF_WAY = 0.75;
static const double EASY_PART_OF_WAY = 0.5;

static const double CLEARANCE = 1; /* points between a label and a stroke */

/* A label's part of the cell: the triangle that a stroke cuts off a corner, its legs as
 * shares of width and height; or, for the one between, what both strokes leave of the
 * lower right corner. */
struct corner {
	double across;
	double down;
	bool between;
};

/* A label with what is around it. */
struct label {
	const struct measured *block;
	struct corner corner;
	double measure;
	double width; /* with padding and clearance */
	double height;
};

bool cell_diagonal_asked(const struct measured_cell *cell)
{
	const struct cell_manner *manner = cell->cell->manner;
	int count = cell->content.count;
	bool good = manner && manner->diagonal && count > 1 && count <= DIAGONAL_LABELS;
	for (int i = 0; good && i < count; i++) {
		good = cell->content.blocks[i].text;
	}
	return good;
}

static struct corner corner_of(int index, int count)
{
	double share = count == DIAGONAL_LABELS ? STROKE_END : 1;
	if (index == 0) {
		return (struct corner){share, 1, false};
	}
	return index == count - 1 ? (struct corner){1, share, false}
				  : (struct corner){1 - share, 1 - share, true};
}

static double stroke_weight(const struct measured_table *table)
{
	const struct table_style *style = table->block->style;
	double inner = fmax(style->across_rule, style->down_rule);
	return inner > 0 ? inner : fmax(style->head_rule, style->outer_rule);
}

static double padding_across(const struct measured_table *table)
{
	const struct table_reserve *reserve = &table->reserve;
	return table->block->style->padding_across +
	       fmax(reserve->down, fmax(reserve->left, reserve->right)) / 2;
}

static double padding_down(const struct measured_table *table)
{
	const struct table_reserve *reserve = &table->reserve;
	return table->block->style->padding_down +
	       fmax(reserve->frame, reserve->across) / 2;
}

static double clearance(const struct measured_table *table)
{
	return CLEARANCE + stroke_weight(table) / 2;
}

/* The width that a label needs on one line, with what is around it. */
static double whole_width(const struct measured_table *table, const struct label *label)
{
	return paragraph_widest(label->block->paragraph) + LENGTH_TOLERANCE +
	       padding_across(table) + clearance(table);
}

/* A label in a cell of some width stands on one line where it can. */
static struct label label_in(const struct measured_table *table,
	const struct measured_cell *cell, int index, double width)
{
	struct label label = {
		.block = &cell->content.blocks[index],
		.corner = corner_of(index, cell->content.count),
	};
	double around = padding_across(table) + clearance(table);
	double way = label.corner.across * width;
	double most = label.corner.between ? way : MOST_OF_WAY * way;
	label.width = whole_width(table, &label);
	if (label.width > most) {
		most = label.corner.between ? way : EASY_PART_OF_WAY * way;
		label.width = fmax(most, around + label.block->text->style->pitch);
	}
	label.measure = label.width - around;
	return label;
}

static double lines_height(const struct measuring *measuring, const struct label *label)
{
	struct measured block = *label->block;
	struct measured_list list = {&block, 1};
	return measure_lines(measuring, &list, label->measure).count *
	       block.text->style->leading;
}

/* Text of some height, in the corner of a triangle, takes part of the stroke's way down;
 * the text's width must leave it that. */
static double cell_height(const struct label *label, double width)
{
	const struct corner *corner = &label->corner;
	double left = 1 - fmin(MOST_OF_WAY, label->width / (corner->across * width));
	return label->height / (corner->between ? corner->down : corner->down * left);
}

struct width_need cell_diagonal_need(
	const struct measured_table *table, const struct measured_cell *cell)
{
	struct width_need need = {0};
	const double parts[WIDTH_LEVELS] = {
		MOST_OF_WAY, EASY_PART_OF_WAY, EASY_PART_OF_WAY};
	for (int i = 0; i < cell->content.count; i++) {
		struct label label = {
			.block = &cell->content.blocks[i],
			.corner = corner_of(i, cell->content.count),
		};
		for (int level = 0; level < WIDTH_LEVELS; level++) {
			double part = label.corner.between ? 1 : parts[level];
			need.at[level] = fmax(
				need.at[level], whole_width(table, &label) /
							(part * label.corner.across));
		}
	}
	return need;
}

double cell_diagonal_height(const struct measuring *measuring,
	const struct measured_table *table, const struct measured_cell *cell,
	double width)
{
	double height = 0;
	for (int i = 0; i < cell->content.count; i++) {
		struct label label = label_in(table, cell, i, width);
		label.height = lines_height(measuring, &label) + padding_down(table) +
			       clearance(table);
		height = fmax(height, cell_height(&label, width));
	}
	/* rows at a lighter frame are lower */
	return height + fmax(0, table->reserve.across - table->reserve.frame);
}

bool cell_diagonal_fits(const struct measured_table *table,
	const struct measured_cell *cell, double width)
{
	for (int i = 0; i < cell->content.count; i++) {
		struct label label = label_in(table, cell, i, width);
		double way = label.corner.across * width;
		double most = label.corner.between ? way : MOST_OF_WAY * way;
		if (label.width > most + LENGTH_TOLERANCE) {
			return false;
		}
	}
	return true;
}

double cell_diagonal_set(const struct measuring *measuring,
	const struct measured_table *table, const struct measured_cell *cell,
	double width)
{
	for (int i = 0; i < cell->content.count; i++) {
		struct measured_list one = {&cell->content.blocks[i], 1};
		measure_set(measuring, &one, label_in(table, cell, i, width).measure);
	}
	return cell_diagonal_height(measuring, table, cell, width);
}

/* How far a label can go on from its corner, to stand as far from the stroke as from the
 * edges. */
static double spare_of(const struct label *label, double width, double height)
{
	double across = label->corner.across * width;
	double down = label->corner.down * height;
	double spare = label->corner.between
			       ? fmin(across - label->width, down - label->height) / 2
			       : (1 - label->width / across - label->height / down) /
					 (2 / across + 2 / down);
	return fmax(0, spare);
}

struct diagonal_places cell_diagonal_places(const struct measured_table *table,
	const struct measured_cell *cell, double width, double height)
{
	int count = cell->content.count;
	double share = count == DIAGONAL_LABELS ? STROKE_END : 1;
	double weight = stroke_weight(table);
	struct diagonal_places places = {
		.strokes = {{0, 0, width, share * height, weight},
			{0, 0, share * width, height, weight}},
		.stroke_count = count - 1,
	};
	for (int i = 0; i < count; i++) {
		struct label label = label_in(table, cell, i, width);
		double lines =
			label.block->line_count * label.block->text->style->leading;
		label.height = lines + padding_down(table) + clearance(table);
		double spare = spare_of(&label, width, height);
		double across = padding_across(table) + spare;
		double down = padding_down(table) + spare;
		places.x[i] = i == 0 ? across : width - across - label.measure;
		places.y[i] = i == count - 1 ? down : height - down - lines;
	}
	return places;
}
