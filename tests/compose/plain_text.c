/* A composer of text that can be followed in the head: every character is as wide as the
 * style's size; lines break between Han characters and at blanks, nowhere else. It stands
 * in for src/text/, whose tests are elsewhere. */
#include "plain_text.h"

#include "text/breaks.h"
#include "text/paragraph.h"

#include <math.h>

struct faces {
	struct face face;
};

struct faces *plain_faces(struct arena *arena)
{
	struct faces *faces = arena_new(arena, struct faces);
	faces->face.name = "plain";
	faces->face.hb_font = hb_font_get_empty();
	faces->face.units_per_em = 1000;
	return faces;
}

static gunichar character_at(const struct paragraph *paragraph, int index)
{
	return g_utf8_get_char(paragraph->text + paragraph->clusters[index].text_offset);
}

static bool is_letter(const struct paragraph *paragraph, int index)
{
	return character_at(paragraph, index) < 0x80 &&
	       character_at(paragraph, index) != ' ';
}

static bool may_break_before(const struct paragraph *paragraph, int index)
{
	return !(is_letter(paragraph, index) && is_letter(paragraph, index - 1));
}

/* The shape of the run that a byte is in. */
static enum run_shape shape_at(
	size_t offset, const struct text_run *runs, size_t run_count)
{
	size_t run = 0;
	while (run + 1 < run_count && offset >= runs[run].passage.length) {
		offset -= runs[run++].passage.length;
	}
	return runs[run].shape;
}

const struct paragraph *paragraph_create(struct arena *arena, struct faces *faces,
	const struct style *style, const struct text_run *runs, size_t run_count)
{
	struct passage_builder builder = passage_builder_begin(arena);
	for (size_t i = 0; i < run_count; i++) {
		passage_builder_add_passage(&builder, &runs[i].passage);
	}
	struct paragraph *paragraph = arena_new(arena, struct paragraph);
	paragraph->passage = passage_builder_end(&builder);
	paragraph->text = paragraph->passage.text;
	paragraph->style = style;
	paragraph->cluster_count = (int)g_utf8_strlen(paragraph->text, -1);
	struct cluster *clusters =
		arena_new_array(arena, struct cluster, paragraph->cluster_count);
	const char *at = paragraph->text;
	for (int i = 0; i < paragraph->cluster_count; i++) {
		const char *next = g_utf8_next_char(at);
		enum run_shape shape =
			shape_at((size_t)(at - paragraph->text), runs, run_count);
		clusters[i] = (struct cluster){
			.face = shape == RUN_TEXT ? &faces->face : NULL,
			.shape = (guint8)shape,
			.style = style,
			.text_offset = (guint32)(at - paragraph->text),
			.text_length = (guint16)(next - at),
			.advance = (float)style->size,
		};
		at = next;
	}
	paragraph->clusters = clusters;
	double *edges = arena_new_array(arena, double, paragraph->cluster_count + 1);
	for (int i = 0; i < paragraph->cluster_count; i++) {
		bool may_break = i > 0 && may_break_before(paragraph, i);
		clusters[i].break_before = may_break ? BREAK_ALLOWED : BREAK_NEVER;
		edges[i + 1] = edges[i] + style->size;
	}
	paragraph->edges = edges;
	return paragraph;
}

void paragraph_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	const struct style *style = paragraph->style;
	int count = paragraph->cluster_count;
	int first = 0;
	do {
		double indent = style->start + (first == 0 ? style->indent : 0);
		double room = measure - indent - style->end;
		int fits = MAX(1, (int)floor((room + 1e-6) / style->size));
		int end = MIN(count, first + fits);
		int good = end;
		while (good < count && good > first &&
			!may_break_before(paragraph, good)) {
			good--;
		}
		bool emergency = good == first && first < count;
		end = emergency ? end : good;
		struct line line = {
			.first = first,
			.end = end,
			.indent = indent,
			.width = (end - first) * style->size,
			.room = room,
			.last = end == count,
			.emergency = emergency,
		};
		g_array_append_val(lines, line);
		first = end;
	} while (first < count);
}

double paragraph_widest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	return style->start + style->indent + style->end +
	       paragraph->cluster_count * style->size;
}

double paragraph_narrowest(const struct paragraph *paragraph)
{
	int longest = 0;
	int run = 0;
	for (int i = 0; i < paragraph->cluster_count; i++) {
		run = i > 0 && may_break_before(paragraph, i) ? 1 : run + 1;
		longest = MAX(longest, run);
	}
	const struct style *style = paragraph->style;
	return style->start + style->end + longest * style->size;
}

void line_place(const struct paragraph *paragraph, const struct line *line, double *x)
{
	double slack = line->room - line->width;
	double left = line->indent;
	if (paragraph->style->align == ALIGN_CENTRE) {
		left += slack / 2;
	} else if (paragraph->style->align == ALIGN_END) {
		left += slack;
	}
	for (int i = line->first; i < line->end; i++) {
		x[i - line->first] = left + (i - line->first) * paragraph->style->size;
	}
}
