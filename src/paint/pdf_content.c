#include "paint/pdf_content.h"
#include "paint/pdf_content_text.h"
#include "paint/pdf_links.h"
#include "paint/pdf_values.h"

/* What is set in a content stream. */
struct content {
	struct pdf_painting *painting;
	const struct painted_page *painted;
	GString *out;
	GString *annotations;
	struct text_state text;
	struct page_marks marks;
	struct colour fill;
	struct colour stroke;
	double width;      /* of strokes */
	bool strokes_wait; /* rules that one operator will paint */
};

static bool same_colour(const struct colour *left, const struct colour *right)
{
	return !(left->red < right->red || left->red > right->red ||
		 left->green < right->green || left->green > right->green ||
		 left->blue < right->blue || left->blue > right->blue);
}

static void append_places(struct content *content, const double *numbers, int count)
{
	for (int i = 0; i < count; i++) {
		pdf_append_number(content->out, numbers[i]);
		g_string_append_c(content->out, ' ');
	}
}

/* Rules one after the other are one path. */
static void paint_strokes(struct content *content)
{
	if (content->strokes_wait) {
		g_string_append(content->out, "S\n");
		content->strokes_wait = false;
	}
}

/* Nothing but text may stand in a text object, and nothing between a path and its
 * painting. */
static void begin_graphics(struct content *content)
{
	text_state_close(&content->text);
}

static void begin_text(struct content *content)
{
	paint_strokes(content);
}

static void append_colour(
	GString *out, const struct colour *colour, const char *grey, const char *rgb)
{
	const struct colour as_grey = {colour->red, colour->red, colour->red};
	const double parts[] = {colour->red, colour->green, colour->blue};
	bool is_grey = same_colour(colour, &as_grey);
	for (int i = 0; i < (is_grey ? 1 : 3); i++) {
		pdf_append_decimal(out, parts[i], 4);
		g_string_append_c(out, ' ');
	}
	g_string_append(out, is_grey ? grey : rgb);
}

static void use_fill(struct content *content, const struct colour *colour)
{
	if (!same_colour(&content->fill, colour)) {
		append_colour(content->out, colour, "g\n", "rg\n");
		content->fill = *colour;
	}
}

static void use_stroke(struct content *content, const struct colour *colour, double width)
{
	bool same_width = width >= content->width && width <= content->width;
	if (same_width && same_colour(&content->stroke, colour)) {
		return;
	}
	paint_strokes(content);
	if (!same_colour(&content->stroke, colour)) {
		append_colour(content->out, colour, "G\n", "RG\n");
		content->stroke = *colour;
	}
	if (!same_width) {
		pdf_append_decimal(content->out, width, 3);
		g_string_append(content->out, " w\n");
		content->width = width;
	}
}

static void end_mark(struct content *content)
{
	text_state_close(&content->text);
	paint_strokes(content);
	page_marks_end(&content->marks);
}

static void use_mark(struct content *content, const struct item *item)
{
	if (!page_marks_stand(&content->marks, item)) {
		end_mark(content);
		page_marks_begin(&content->marks, item);
	}
}

static void write_text(struct content *content, const struct item *item)
{
	begin_text(content);
	use_fill(content, &item->colour);
	text_state_show(&content->text, item);
}

static void write_rule(struct content *content, const struct item *item)
{
	const struct item_rule *rule = &item->rule;
	double height = content->painted->page->height;
	const double from[] = {rule->x1, height - rule->y1};
	const double to[] = {rule->x2, height - rule->y2};
	begin_graphics(content);
	use_stroke(content, &item->colour, rule->width);
	append_places(content, from, 2);
	g_string_append(content->out, "m ");
	append_places(content, to, 2);
	g_string_append(content->out, "l\n");
	content->strokes_wait = true;
}

static void write_fill(struct content *content, const struct item *item)
{
	const struct item_fill *fill = &item->fill;
	const double box[] = {fill->x,
		content->painted->page->height - fill->y - fill->height, fill->width,
		fill->height};
	begin_graphics(content);
	paint_strokes(content);
	use_fill(content, &item->colour);
	append_places(content, box, 4);
	g_string_append(content->out, "re f\n");
}

static void write_path(struct content *content, const struct item *item)
{
	const struct item_path *path = &item->path;
	begin_graphics(content);
	paint_strokes(content);
	if (path->width > 0) {
		use_stroke(content, &item->colour, path->width);
	} else {
		use_fill(content, &item->colour);
	}
	for (int i = 0; i < path->point_count; i++) {
		const double point[] = {path->points[2 * i],
			content->painted->page->height - path->points[2 * i + 1]};
		append_places(content, point, 2);
		g_string_append(content->out, i == 0 ? "m " : "l ");
	}
	g_string_append(content->out, path->closed ? "h " : "");
	g_string_append(content->out, path->width > 0 ? "S\n" : "f\n");
	if (path->text && item->node) {
		text_state_show_shape(&content->text, path);
	}
}

static void write_item(struct content *content, const struct item *item)
{
	if (item->kind == ITEM_LINK) {
		pdf_link_write(
			content->painting, content->painted, item, content->annotations);
		return;
	}
	if (item->kind == ITEM_TEXT) {
		write_text(content, item);
		return;
	}
	use_mark(content, item);
	switch (item->kind) {
	case ITEM_RULE:
		write_rule(content, item);
		break;
	case ITEM_FILL:
		write_fill(content, item);
		break;
	case ITEM_PATH:
		write_path(content, item);
		break;
	case ITEM_TEXT:
	case ITEM_LINK:
		break;
	}
}

int pdf_content_write(struct pdf_painting *painting, const struct painted_page *painted,
	GString *annotations)
{
	const struct page *page = painted->page;
	GString *out = g_string_new(NULL);
	struct content content = {
		.painting = painting,
		.painted = painted,
		.out = out,
		.annotations = annotations,
		.marks = {.painting = painting, .page = painted->number, .out = out},
		.text = {.out = out,
			.page_height = page->height,
			.font = -1,
			.scratch = g_string_new(NULL)},
		.width = 1,
	};
	content.text.marks = &content.marks;
	for (guint i = 0; i < page->items->len; i++) {
		write_item(&content, &g_array_index(page->items, struct item, i));
	}
	end_mark(&content);
	const struct pdf_stream stream = {"", out->str, out->len, false};
	int number = pdf_file_add_stream(painting->file, &stream);
	g_string_free(content.text.scratch, TRUE);
	g_string_free(out, TRUE);
	return number;
}
