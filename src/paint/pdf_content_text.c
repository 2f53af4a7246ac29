/* Glyphs are shown by two-byte codes. Where they stand is said by as little as will do:
 *
 *     0.2 Tc            what most glyphs of a stretch are apart beyond their widths
 *     [(..)-40(..)]TJ   what is left, in thousandths of an em
 *
 * Readers put a blank wherever glyphs are far apart, as those of a justified line or a
 * spread name are: what such glyphs are read as is said with them (ActualText, 14.9.4),
 * and so it is where one glyph is more than one text. */
#include "paint/pdf_content_text.h"
#include "paint/pdf_values.h"

#include <math.h>
#include <string.h>

#define EM 1000.0         /* the unit of widths */
#define CLOSE 1.5         /* nearer than a reader or a printer can tell */
#define FAR 90.0          /* a gap that is taken for a blank, less a margin */
#define SHAPE_SHARE 0.75  /* of the em, that a drawn shape takes */
#define SHAPE_MIDDLE 0.38 /* em above the baseline: of Han characters' box */

enum {
	SHAPES_FONT = -2,
	FEWEST_GAPS = 3, /* that are worth a spacing of their own */
};

/* Glyphs that are shown in one go: on one baseline. */
struct stretch {
	const struct pdf_font *font;
	const struct item_text *text;
	int first, end;
};

static gint64 hundredths(double points)
{
	return llround(points * 100);
}

static void open_text(struct text_state *state)
{
	if (!state->open) {
		g_string_append(state->out, "BT\n");
		state->open = true;
		state->turned = false;
		state->x = 0;
		state->y = 0;
	}
}

void text_state_close(struct text_state *state)
{
	if (state->open) {
		g_string_append(state->out, "ET\n");
		state->open = false;
	}
}

static void use_font(struct text_state *state, int font, double size)
{
	bool same_size = state->size >= size && state->size <= size;
	if (state->font == font && same_size) {
		return;
	}
	if (font == SHAPES_FONT) {
		g_string_append(state->out, "/Shapes ");
	} else {
		g_string_append_printf(state->out, "/F%d ", font);
	}
	pdf_append_decimal(state->out, size, 3);
	g_string_append(state->out, " Tf\n");
	state->font = font;
	state->size = size;
}

/* The four numbers of a matrix that turns text into a direction, which has y down. */
static void append_matrix(GString *out, struct direction to)
{
	const double numbers[] = {to.x, -to.y, to.y, to.x};
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		pdf_append_decimal(out, numbers[i], 5);
		g_string_append_c(out, ' ');
	}
}

/* Where the next glyph begins, y up. Turned text sets its matrix anew each time. */
static void move_to(struct text_state *state, double x, double y, enum turn turn)
{
	gint64 new_x = hundredths(x);
	gint64 new_y = hundredths(y);
	bool turned = turn != TURN_NONE;
	bool absolute = turned || state->turned;
	if (absolute) {
		append_matrix(state->out, turn_direction(turn));
	}
	gint64 from_x = absolute ? 0 : state->x;
	gint64 from_y = absolute ? 0 : state->y;
	pdf_append_number(state->out, (double)(new_x - from_x) / 100);
	g_string_append_c(state->out, ' ');
	pdf_append_number(state->out, (double)(new_y - from_y) / 100);
	g_string_append(state->out, absolute ? " Tm\n" : " Td\n");
	state->turned = turned;
	state->x = new_x;
	state->y = new_y;
}

static guint16 small_glyph(const struct stretch *stretch, int index)
{
	return stretch->font->subset->new_glyphs[stretch->text->glyphs[index].id];
}

/* How far a glyph stands from the first one, in thousandths of an em. */
static double place_of(const struct stretch *stretch, int index)
{
	const struct item_glyph *glyphs = stretch->text->glyphs;
	return ((double)glyphs[index].x - (double)glyphs[stretch->first].x) /
	       stretch->text->size * EM;
}

/* What most gaps of a stretch are, found by majority vote; 0 where there is no majority.
 */
static double common_gap(const struct stretch *stretch)
{
	long candidate = 0;
	int votes = 0;
	int count = stretch->end - stretch->first - 1;
	for (int pass = 0; pass < 2 && count >= FEWEST_GAPS; pass++) {
		int agreeing = 0;
		for (int i = stretch->first; i < stretch->end - 1; i++) {
			long gap =
				lround(place_of(stretch, i + 1) - place_of(stretch, i)) -
				stretch->font->widths[small_glyph(stretch, i)];
			bool agrees = labs(gap - candidate) <= 1;
			agreeing += agrees;
			if (pass == 0 && votes == 0) {
				candidate = gap;
			}
			votes += labs(gap - candidate) <= 1 ? 1 : -1;
		}
		if (pass == 1 && 2 * agreeing > count && labs(candidate) > 1) {
			return (double)candidate;
		}
	}
	return 0;
}

static void use_spacing(struct text_state *state, double points)
{
	double rounded = round(points * 1000) / 1000;
	if (fabs(rounded - state->spacing) > 0.0005) {
		pdf_append_decimal(state->out, rounded, 3);
		g_string_append(state->out, " Tc\n");
		state->spacing = rounded;
	}
}

static void append_byte(GString *string, guint8 byte)
{
	if (byte == '\r') {
		g_string_append(string, "\\r");
		return;
	}
	if (byte == '(' || byte == ')' || byte == '\\') {
		g_string_append_c(string, '\\');
	}
	g_string_append_c(string, (char)byte);
}

/* Glyphs, and where one does not stand where the last one's width ends, by how much. */
static void show_stretch(struct text_state *state, const struct stretch *stretch)
{
	GString *string = state->scratch;
	double spacing = state->spacing / stretch->text->size * EM;
	double pen = 0;
	bool shifted = false;
	g_string_assign(string, "(");
	for (int i = stretch->first; i < stretch->end; i++) {
		double shift = place_of(stretch, i) - pen;
		if (fabs(shift) >= CLOSE) {
			g_string_append_c(string, ')');
			pdf_append_decimal(string, -round(shift), 0);
			g_string_append_c(string, '(');
			pen += round(shift);
			shifted = true;
		}
		guint16 glyph = small_glyph(stretch, i);
		guint16 code = stretch->font->codes[glyph];
		append_byte(string, (guint8)(code >> 8));
		append_byte(string, (guint8)(code & 0xFF));
		pen += stretch->font->widths[glyph] + spacing;
	}
	if (shifted) {
		g_string_append_c(state->out, '[');
	}
	g_string_append_len(state->out, string->str, (gssize)string->len);
	g_string_append(state->out, shifted ? ")]TJ\n" : ")Tj\n");
}

static void set_stretch(struct text_state *state, const struct stretch *stretch)
{
	const struct item_text *text = stretch->text;
	const struct item_glyph *glyph = &text->glyphs[stretch->first];
	struct direction to = turn_direction(text->turn);
	double along = (double)glyph->x;
	double down = (double)glyph->y;
	use_spacing(state, common_gap(stretch) * text->size / EM);
	move_to(state, text->x + to.x * along - to.y * down,
		state->page_height - text->y - to.y * along - to.x * down, text->turn);
	show_stretch(state, stretch);
}

/* Glyphs [first, end), a stretch for each height above the baseline. */
static void set_glyphs(struct text_state *state, struct stretch stretch)
{
	const struct item_glyph *glyphs = stretch.text->glyphs;
	int end = stretch.end;
	for (int i = stretch.first; i < end; i = stretch.end) {
		stretch.first = i;
		stretch.end = i + 1;
		while (stretch.end < end &&
			fabsf(glyphs[stretch.end].y - glyphs[i].y) < 0.005F) {
			stretch.end++;
		}
		set_stretch(state, &stretch);
	}
}

static bool is_private(const char *text)
{
	gunichar character = g_utf8_get_char(text);
	return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

/* Whether a glyph's code says what it is read as. A text that a code already has stays;
 * a private character is none (ISO 19005-2 6.2.11.7.3). */
static bool code_says(
	struct pdf_font *font, guint16 glyph, const char *text, size_t length)
{
	struct glyph_text *said = &font->texts[glyph];
	if (!said->text) {
		*said = (struct glyph_text){text, length};
	}
	return said->length == length && memcmp(said->text, text, length) == 0 &&
	       !is_private(text);
}

/* Items are read cluster by cluster. */
struct reading {
	struct pdf_font *font;
	int number; /* of the font */
	const struct item_text *text;
	int cluster;
	int glyph;     /* its first */
	size_t offset; /* of its text */
};

static void read_on(struct reading *reading)
{
	const struct item_cluster *cluster = &reading->text->clusters[reading->cluster++];
	reading->glyph += cluster->glyph_count;
	reading->offset += cluster->text_length;
}

static bool cluster_says(const struct reading *reading)
{
	const struct item_cluster *cluster = &reading->text->clusters[reading->cluster];
	bool says = cluster->glyph_count == 1;
	for (int i = 0; i < cluster->glyph_count; i++) {
		guint32 id = reading->text->glyphs[reading->glyph + i].id;
		says = code_says(reading->font, reading->font->subset->new_glyphs[id],
			       reading->text->text + reading->offset,
			       cluster->text_length) &&
		       says;
	}
	return says || cluster->glyph_count == 0;
}

static bool is_blank_at(const struct item_text *text, size_t offset)
{
	return g_unichar_isspace(g_utf8_get_char(text->text + offset));
}

/* Whether the gap behind a cluster would be read as a blank that is not there. */
static bool is_far(const struct reading *reading)
{
	const struct item_text *text = reading->text;
	const struct item_cluster *cluster = &text->clusters[reading->cluster];
	int last = reading->glyph + cluster->glyph_count - 1;
	if (reading->cluster + 1 >= text->cluster_count || cluster->glyph_count == 0 ||
		last + 1 >= text->glyph_count) {
		return false;
	}
	guint16 glyph = reading->font->subset->new_glyphs[text->glyphs[last].id];
	double gap = ((double)text->glyphs[last + 1].x - (double)text->glyphs[last].x) /
			     text->size * EM -
		     reading->font->widths[glyph];
	return gap > FAR && !is_blank_at(text, reading->offset) &&
	       !is_blank_at(text, reading->offset + cluster->text_length);
}

/* Ends what is open, so that another mark may begin. */
static void end_mark(struct text_state *state)
{
	text_state_close(state);
	page_marks_end(state->marks);
}

/* Shows clusters up to where `reading` is, from where it was. Furniture is not read. */
static void show_part(struct text_state *state, const struct item *item,
	const struct reading *from, const struct reading *to, bool spoken)
{
	if (from->glyph == to->glyph) {
		return;
	}
	spoken = spoken && item->node;
	if (spoken) {
		end_mark(state);
		page_marks_speak(state->marks, item, from->text->text + from->offset,
			to->offset - from->offset);
	} else if (!page_marks_stand(state->marks, item)) {
		end_mark(state);
		page_marks_begin(state->marks, item);
	}
	open_text(state);
	use_font(state, from->number, from->text->size);
	set_glyphs(
		state, (struct stretch){from->font, from->text, from->glyph, to->glyph});
	if (spoken) {
		end_mark(state);
	}
}

void text_state_show(struct text_state *state, const struct item *item)
{
	const struct item_text *text = &item->text;
	const struct pdf_fonts *fonts = state->marks->painting->fonts;
	int number = pdf_fonts_number(fonts, text->face);
	struct reading at = {
		.font = pdf_fonts_get(fonts, number), .number = number, .text = text};
	struct reading from = at;
	bool spoken = false;
	bool far_before = false;
	while (at.cluster < text->cluster_count) {
		bool says = cluster_says(&at);
		bool far = is_far(&at);
		bool speak = !says || far || far_before;
		if (speak != spoken) {
			show_part(state, item, &from, &at, spoken);
			from = at;
			spoken = speak;
		}
		far_before = far;
		read_on(&at);
	}
	show_part(state, item, &from, &at, spoken);
}

void text_state_show_shape(struct text_state *state, const struct item_path *path)
{
	guint8 code = pdf_shapes_code(state->marks->painting->shapes, path->text);
	if (code == 0 || path->point_count == 0) {
		return;
	}
	double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
	double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
	for (int i = 0; i < path->point_count; i++) {
		left = MIN(left, path->points[2 * i]);
		right = MAX(right, path->points[2 * i]);
		top = MIN(top, path->points[2 * i + 1]);
		bottom = MAX(bottom, path->points[2 * i + 1]);
	}
	double size = MAX(right - left, bottom - top) / SHAPE_SHARE;
	open_text(state);
	use_font(state, SHAPES_FONT, size);
	move_to(state, (left + right - size) / 2,
		state->page_height - (top + bottom) / 2 - SHAPE_MIDDLE * size, TURN_NONE);
	g_string_append_printf(state->out, "(%c)Tj\n", code);
}
