#include "compose/cell_decimal.h"

#include <math.h>

enum {
	SIGNS_AT_MOST = 2
};

static bool is_asked(const struct measured_cell *cell)
{
	const struct table_cell *source = cell->cell;
	return source->manner && source->manner->decimal && source->column_span == 1 &&
	       cell->content.count == 1 && cell->content.blocks[0].text;
}

/* ---- numbers ---- */

static bool is_sign(gunichar character)
{
	return character && g_utf8_strchr("+-−－±≥≤＞＜><≈约￥¥$(（", -1, character);
}

static bool is_group_mark(gunichar character)
{
	return character == ',' || character == 0xFF0C; /* ， */
}

/* Behind the digits of a number stands no other number: 2016-2020 is none. */
static bool has_digits(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		if (g_unichar_isdigit(g_utf8_get_char(text))) {
			return true;
		}
	}
	return false;
}

static const char *skip_fraction(const char *at)
{
	gunichar point = g_utf8_get_char(at);
	if (point == '.' || point == 0xFF0E) { /* ． */
		at = g_utf8_next_char(at);
		while (g_unichar_isdigit(g_utf8_get_char(at))) {
			at = g_utf8_next_char(at);
		}
	}
	return at;
}

/* Where the whole part of a number ends, which is where its point is; NULL: the text is
 * no number. */
static const char *find_point(const char *text)
{
	const char *at = text;
	for (int i = 0; i < SIGNS_AT_MOST && is_sign(g_utf8_get_char(at)); i++) {
		at = g_utf8_next_char(at);
	}
	const char *first = at;
	while (g_unichar_isdigit(g_utf8_get_char(at)) ||
		(at > first && is_group_mark(g_utf8_get_char(at)) &&
			g_unichar_isdigit(g_utf8_get_char(g_utf8_next_char(at))))) {
		at = g_utf8_next_char(at);
	}
	return at > first && !has_digits(skip_fraction(at)) ? at : NULL;
}

static bool is_space_at(const struct paragraph *paragraph, int cluster)
{
	size_t offset = paragraph->clusters[cluster].text_offset;
	return g_unichar_isspace(g_utf8_get_char(paragraph->text + offset));
}

/* What a cell's number takes; false where it holds none. */
static bool find_extent(const struct measured_cell *cell, struct decimal_extent *extent)
{
	const struct paragraph *paragraph = cell->content.blocks[0].paragraph;
	int end = paragraph->cluster_count;
	int first = 0;
	while (first < end && is_space_at(paragraph, first)) {
		first++;
	}
	while (end > first && is_space_at(paragraph, end - 1)) {
		end--;
	}
	if (first == end) {
		return false;
	}
	const char *text = paragraph->text + paragraph->clusters[first].text_offset;
	const char *point = find_point(text);
	if (!point) {
		return false;
	}
	int at = first;
	while (at < end &&
		paragraph->text + paragraph->clusters[at].text_offset < point) {
		at++;
	}
	extent->before = paragraph->edges[at] - paragraph->edges[first];
	extent->after = paragraph->edges[end] - paragraph->edges[at];
	return true;
}

/* ---- columns ---- */

void table_decimals_find(struct arena *arena, struct measured_table *table)
{
	const struct table_block *block = table->block;
	for (int i = 0; i < block->cell_count; i++) {
		struct decimal_extent own;
		if (!is_asked(&table->cells[i]) || !find_extent(&table->cells[i], &own)) {
			continue;
		}
		if (!table->decimals) {
			table->decimals = arena_new_array(
				arena, struct decimal_extent, block->column_count);
		}
		struct decimal_extent *all = &table->decimals[block->cells[i].column];
		all->before = fmax(all->before, own.before);
		all->after = fmax(all->after, own.after);
	}
}

double cell_decimal_need(
	const struct measured_table *table, const struct measured_cell *cell)
{
	struct decimal_extent own;
	if (!is_asked(cell) || !find_extent(cell, &own)) {
		return 0;
	}
	const struct decimal_extent *all = &table->decimals[cell->cell->column];
	double beside = paragraph_widest(cell->content.blocks[0].paragraph) - own.before -
			own.after;
	return all->before + all->after + fmax(0, beside);
}

/* ---- places ---- */

/* Where a block of some width begins in a line. */
static double block_start(const struct style *style, double room, double width)
{
	switch (style->align) {
	case ALIGN_START:
		return 0;
	case ALIGN_END:
		return room - width;
	case ALIGN_JUSTIFY:
	case ALIGN_CENTRE:
		break;
	}
	return (room - width) / 2;
}

/* Where its style sets a line: the last of a justified paragraph at the start. */
static double set_start(const struct style *style, const struct line *line)
{
	return style->align == ALIGN_JUSTIFY
		       ? 0
		       : block_start(style, line->room, line->width);
}

double cell_decimal_shift(
	const struct measured_table *table, const struct measured_cell *cell)
{
	if (!is_asked(cell) || cell->content.blocks[0].line_count != 1) {
		return 0;
	}
	const struct measured *block = &cell->content.blocks[0];
	const struct style *style = block->text->style;
	const struct line *line = &block->lines[0];
	double most = fmax(0, line->room - line->width);
	double start = most / 2;
	struct decimal_extent own;
	if (find_extent(cell, &own)) {
		const struct decimal_extent *all = &table->decimals[cell->cell->column];
		start = block_start(style, line->room, all->before + all->after) +
			all->before - own.before;
	}
	return fmin(most, fmax(0, start)) - set_start(style, line);
}
