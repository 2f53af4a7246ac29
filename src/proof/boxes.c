#include "proof/boxes.h"

#include "text/classes.h"

#include <math.h>

/* The em box about the baseline, as lines are set by (compose/page_grid.h). */
static const double EM_ABOVE = 0.88;
static const double EM_BELOW = 0.12;

gunichar proof_first_character(const struct item_text *text)
{
	return text->text_length > 0 ? g_utf8_get_char(text->text) : 0;
}

static gunichar last_character(const struct item_text *text)
{
	const char *end = text->text + text->text_length;
	return text->text_length > 0 ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

bool proof_glyph_ink(const struct item_text *text, int glyph, struct proof_box *ink)
{
	hb_glyph_extents_t extents;
	const struct item_glyph *at = &text->glyphs[glyph];
	if (!hb_font_get_glyph_extents(text->face->hb_font, at->id, &extents) ||
		extents.width == 0 || extents.height == 0) {
		return false;
	}
	double em = text->size / text->face->units_per_em;
	double x = text->x + (double)at->x;
	double y = text->y + (double)at->y;
	ink->left = x + extents.x_bearing * em;
	ink->right = ink->left + extents.width * em;
	ink->top = y - extents.y_bearing * em;
	ink->bottom = ink->top - extents.height * em;
	return true;
}

/* Marks are trimmed to half a cell where they stand at an edge: then only their ink says
 * where the line ends. */
static bool may_be_trimmed(gunichar character)
{
	enum character_class class = character_kind(character).class;
	return class == CLASS_OPENING || class == CLASS_CLOSING || class == CLASS_STOP;
}

static double advance_of(const struct item_text *text, int glyph)
{
	hb_font_t *font = text->face->hb_font;
	return hb_font_get_glyph_h_advance(font, text->glyphs[glyph].id) /
	       text->face->units_per_em * text->size;
}

static struct proof_box full_box(const struct item_text *text)
{
	int last = text->glyph_count - 1;
	return (struct proof_box){
		.left = text->x + (double)text->glyphs[0].x,
		.top = text->y - EM_ABOVE * text->size,
		.right = text->x + (double)text->glyphs[last].x + advance_of(text, last),
		.bottom = text->y + EM_BELOW * text->size,
	};
}

static struct proof_box cell_box(const struct item_text *text)
{
	struct proof_box box = full_box(text);
	struct proof_box ink;
	if (may_be_trimmed(proof_first_character(text)) &&
		proof_glyph_ink(text, 0, &ink)) {
		box.left = ink.left;
	}
	if (may_be_trimmed(last_character(text)) &&
		proof_glyph_ink(text, text->glyph_count - 1, &ink)) {
		box.right = ink.right;
	}
	return box;
}

struct proof_box proof_box_join(struct proof_box left, struct proof_box right)
{
	return (struct proof_box){
		.left = fmin(left.left, right.left),
		.top = fmin(left.top, right.top),
		.right = fmax(left.right, right.right),
		.bottom = fmax(left.bottom, right.bottom),
	};
}

static void add_text(struct proof_line *line, const struct item_text *text)
{
	bool begun = line->items->len > 0;
	bool inked = !isnan(line->first_ink_top);
	for (int i = 0; i < text->glyph_count; i++) {
		struct proof_box ink;
		if (proof_glyph_ink(text, i, &ink)) {
			line->ink = inked ? proof_box_join(line->ink, ink) : ink;
			line->first_ink_top = inked ? line->first_ink_top : ink.top;
			inked = true;
		}
	}
	line->cell = begun ? proof_box_join(line->cell, cell_box(text)) : cell_box(text);
	line->full = begun ? proof_box_join(line->full, full_box(text)) : full_box(text);
	line->baseline = text->y;
}

static void add_rule(struct proof_line *line, const struct item_rule *rule)
{
	double half = rule->width / 2;
	bool level = fabs(rule->x2 - rule->x1) >= fabs(rule->y2 - rule->y1);
	struct proof_box box = {fmin(rule->x1, rule->x2), fmin(rule->y1, rule->y2),
		fmax(rule->x1, rule->x2), fmax(rule->y1, rule->y2)};
	box.left -= level ? 0 : half;
	box.right += level ? 0 : half;
	box.top -= level ? half : 0;
	box.bottom += level ? half : 0;
	line->cell = box;
	line->full = box;
	line->ink = box;
	line->baseline = rule->y1;
	line->first_ink_top = box.top;
}

void proof_line_add(struct proof_line *line, const struct item *item)
{
	if (line->items->len == 0) {
		line->first_ink_top = (double)NAN;
	}
	if (item->kind == ITEM_TEXT) {
		add_text(line, &item->text);
	} else {
		add_rule(line, &item->rule);
	}
	g_ptr_array_add(line->items, (gpointer)(uintptr_t)item);
}
