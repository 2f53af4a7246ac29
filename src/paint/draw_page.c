#include "paint/draw_page.h"

/* What is set in the context, and what is to be shown with it. */
struct drawing {
	cairo_t *cairo;
	bool in_pixels;
	const struct painted_faces *faces;
	const struct painted_face *face; /* in use; NULL: none yet */
	double size;
	struct colour colour;
	GArray *glyphs;   /* cairo_glyph_t: not shown yet */
	GArray *clusters; /* cairo_text_cluster_t */
	GString *text;
};

static void use_face(struct drawing *drawing, const struct item_text *text)
{
	if (!drawing->face || drawing->face->face != text->face) {
		drawing->face = painted_faces_find(drawing->faces, text->face);
		cairo_set_font_face(drawing->cairo, drawing->face->cairo_face);
	}
	if (drawing->size != text->size) {
		drawing->size = text->size;
		cairo_set_font_size(drawing->cairo, text->size);
	}
}

/* What is shown with the next call: stretches of one face, size and colour that follow
 * each other, with the map between text and glyphs, so that the text can be read back. */
static void add_glyphs(
	struct drawing *drawing, const struct item_text *text, double x, double y)
{
	for (int i = 0; i < text->glyph_count; i++) {
		const struct item_glyph *glyph = &text->glyphs[i];
		cairo_glyph_t added = {
			.index = drawing->face->new_glyphs[glyph->id],
			.x = x + (double)glyph->x,
			.y = y + (double)glyph->y,
		};
		g_array_append_val(drawing->glyphs, added);
	}
	for (int i = 0; i < text->cluster_count; i++) {
		cairo_text_cluster_t added = {
			.num_bytes = text->clusters[i].text_length,
			.num_glyphs = text->clusters[i].glyph_count,
		};
		g_array_append_val(drawing->clusters, added);
	}
	g_string_append_len(drawing->text, text->text, (gssize)text->text_length);
}

/* In pixels cairo would move glyphs to whole ones, away from where the PDF has them;
 * their outlines it fills where they are. */
static void show_glyphs(struct drawing *drawing)
{
	if (drawing->clusters->len == 0) {
		return;
	}
	if (drawing->in_pixels) {
		cairo_new_path(drawing->cairo);
		cairo_glyph_path(drawing->cairo, (void *)drawing->glyphs->data,
			(int)drawing->glyphs->len);
		cairo_fill(drawing->cairo);
	} else {
		cairo_show_text_glyphs(drawing->cairo, drawing->text->str,
			(int)drawing->text->len, (void *)drawing->glyphs->data,
			(int)drawing->glyphs->len, (void *)drawing->clusters->data,
			(int)drawing->clusters->len, 0);
	}
	g_array_set_size(drawing->glyphs, 0);
	g_array_set_size(drawing->clusters, 0);
	g_string_truncate(drawing->text, 0);
}

static bool same_colour(const struct colour *left, const struct colour *right)
{
	return left->red == right->red && left->green == right->green &&
	       left->blue == right->blue;
}

/* Whether an item is shown with the one before it: each call has its price in cairo. */
static bool goes_on(const struct item *before, const struct item *item)
{
	return before->kind == ITEM_TEXT && item->kind == ITEM_TEXT &&
	       before->text.face == item->text.face &&
	       before->text.size == item->text.size && before->text.turn == TURN_NONE &&
	       item->text.turn == TURN_NONE &&
	       same_colour(&before->colour, &item->colour);
}

static void draw_text(struct drawing *drawing, const struct item_text *text)
{
	use_face(drawing, text);
	if (text->turn == TURN_NONE) {
		add_glyphs(drawing, text, text->x, text->y);
		return;
	}
	struct direction to = turn_direction(text->turn);
	cairo_matrix_t turned = {to.x, to.y, -to.y, to.x, text->x, text->y};
	cairo_save(drawing->cairo);
	cairo_transform(drawing->cairo, &turned);
	add_glyphs(drawing, text, 0, 0);
	show_glyphs(drawing);
	cairo_restore(drawing->cairo);
}

/* As long as it says and no longer: what meets at a corner was decided by who made the
 * rule. */
static void draw_rule(cairo_t *cairo, const struct item_rule *rule)
{
	cairo_set_line_width(cairo, rule->width);
	cairo_move_to(cairo, rule->x1, rule->y1);
	cairo_line_to(cairo, rule->x2, rule->y2);
	cairo_stroke(cairo);
}

static void draw_fill(cairo_t *cairo, const struct item_fill *fill)
{
	cairo_rectangle(cairo, fill->x, fill->y, fill->width, fill->height);
	cairo_fill(cairo);
}

static void draw_path(cairo_t *cairo, const struct item_path *path)
{
	for (int i = 0; i < path->point_count; i++) {
		cairo_line_to(cairo, path->points[2 * i], path->points[2 * i + 1]);
	}
	if (path->closed) {
		cairo_close_path(cairo);
	}
	if (path->width > 0) {
		cairo_set_line_width(cairo, path->width);
		cairo_stroke(cairo);
	} else {
		cairo_fill(cairo);
	}
}

static void use_colour(struct drawing *drawing, const struct colour *colour)
{
	if (!same_colour(&drawing->colour, colour)) {
		drawing->colour = *colour;
		cairo_set_source_rgb(
			drawing->cairo, colour->red, colour->green, colour->blue);
	}
}

static void draw_item(struct drawing *drawing, const struct item *item)
{
	use_colour(drawing, &item->colour);
	switch (item->kind) {
	case ITEM_TEXT:
		draw_text(drawing, &item->text);
		break;
	case ITEM_RULE:
		draw_rule(drawing->cairo, &item->rule);
		break;
	case ITEM_FILL:
		draw_fill(drawing->cairo, &item->fill);
		break;
	case ITEM_PATH:
		draw_path(drawing->cairo, &item->path);
		break;
	case ITEM_LINK:
		break;
	}
}

/* Outlines as designed: no fitting to pixels, on paper or on a screen. */
static void set_options(cairo_t *cairo)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cairo, options);
	cairo_font_options_destroy(options);
	cairo_set_antialias(cairo, CAIRO_ANTIALIAS_GRAY);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
	cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
}

void draw_page(cairo_t *cairo, const struct page *page, const struct painted_faces *faces)
{
	struct drawing drawing = {
		.cairo = cairo,
		.in_pixels = cairo_surface_get_type(cairo_get_target(cairo)) ==
			     CAIRO_SURFACE_TYPE_IMAGE,
		.faces = faces,
		.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
		.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t)),
		.text = g_string_new(NULL),
	};
	const struct item *items = (const struct item *)(const void *)page->items->data;
	cairo_save(cairo);
	set_options(cairo);
	for (guint i = 0; i < page->items->len; i++) {
		if (i > 0 && !goes_on(&items[i - 1], &items[i])) {
			show_glyphs(&drawing);
		}
		draw_item(&drawing, &items[i]);
	}
	show_glyphs(&drawing);
	cairo_restore(cairo);
	g_array_unref(drawing.glyphs);
	g_array_unref(drawing.clusters);
	g_string_free(drawing.text, TRUE);
}
