/* Where each character of a scalar was written. The parser gives the value and where it
 * began; the places within are found by walking value and source side by side:
 *
 *   block   a line of the source, less the indent, is a run of the value
 *   flow    characters go together, except for escapes (several of the source for one of
 * the value) and folds (blanks with line ends in the source for one blank, or for all
 *           line ends but one) */
#include "yaml/yaml_parts.h"

#include <string.h>

struct walk {
	const struct source *source;
	const char *at; /* in the source's bytes as they were parsed */
	const char *end;
	int line;
	int column;
	const char *value;
	size_t length;
	size_t offset; /* in the value: what stands there came from `at` */
	GArray *steps; /* struct passage_step */
	GArray *folds; /* size_t: offsets of blanks that line ends became */
};

static void advance(struct walk *walk)
{
	if (walk->at >= walk->end) {
		return;
	}
	if (*walk->at == '\n') {
		walk->line++;
		walk->column = 0;
	}
	walk->at = g_utf8_next_char(walk->at);
	walk->column++;
}

static void take(struct walk *walk, size_t bytes)
{
	walk->offset = MIN(walk->offset + bytes, walk->length);
}

static void take_folded(struct walk *walk)
{
	g_array_append_val(walk->folds, walk->offset);
	take(walk, 1);
}

/* A second step for an offset takes the place of the first: nothing lies between. */
static void add_step(struct walk *walk)
{
	GArray *steps = walk->steps;
	if (steps->len &&
		g_array_index(steps, struct passage_step, steps->len - 1).offset ==
			walk->offset) {
		g_array_set_size(steps, steps->len - 1);
	}
	struct passage_step step = {
		.offset = walk->offset,
		.place = {walk->source, walk->line, walk->column},
	};
	g_array_append_val(walk->steps, step);
}

static void skip_line(struct walk *walk)
{
	int line = walk->line;
	while (walk->at < walk->end && walk->line == line) {
		advance(walk);
	}
}

/* The bytes up to the end of the source's line. */
static size_t rest_of_line(const struct walk *walk)
{
	size_t left = (size_t)(walk->end - walk->at);
	const char *line_end = memchr(walk->at, '\n', left);
	size_t length = line_end ? (size_t)(line_end - walk->at) : left;
	return length && walk->at[length - 1] == '\r' ? length - 1 : length;
}

/* The column, from 0, of the first character that is no blank or line end. */
static int first_text_column(const char *text, const char *end)
{
	int column = 0;
	for (; text < end && (*text == ' ' || *text == '\n' || *text == '\r'); text++) {
		column = *text == '\n' ? 0 : column + 1;
	}
	return column;
}

/* The indent of a block scalar is what its first text lost on the way to the value: true
 * also where the header gives it (`|2`) and that text is indented further. */
static int block_indent(const struct walk *walk)
{
	int source = first_text_column(walk->at, walk->end);
	return source - first_text_column(walk->value, walk->value + walk->length);
}

static void skip_indent(struct walk *walk, int indent)
{
	for (int i = 0; i < indent && walk->at < walk->end && *walk->at == ' '; i++) {
		advance(walk);
	}
}

/* Passes what line ends of the source became before a line with text. */
static void take_fold(struct walk *walk, bool first)
{
	size_t breaks = strspn(walk->value + walk->offset, "\n");
	if (breaks) {
		take(walk, breaks);
	} else if (!first) {
		take_folded(walk);
	}
}

static void walk_block(struct walk *walk, bool folded)
{
	skip_line(walk);
	int indent = block_indent(walk);
	add_step(walk); /* for line ends before the first text */
	for (bool first = true; walk->offset < walk->length && walk->at < walk->end;) {
		skip_indent(walk, indent);
		size_t text = rest_of_line(walk);
		if (folded && text) {
			take_fold(walk, first);
			first = false;
		}
		if (text || !folded) {
			add_step(walk);
			take(walk, folded ? text : text + 1);
		}
		skip_line(walk);
	}
}

static bool is_blank(char character)
{
	return character == ' ' || character == '\t' || character == '\n' ||
	       character == '\r';
}

/* Passes blanks of the source; gives the line ends among them. */
static size_t skip_blanks(struct walk *walk)
{
	int line = walk->line;
	while (walk->at < walk->end && is_blank(*walk->at)) {
		advance(walk);
	}
	return (size_t)(walk->line - line);
}

/* Blanks stand for themselves unless a line ends among them. */
static void walk_blanks(struct walk *walk)
{
	const char *from = walk->at;
	size_t breaks = skip_blanks(walk);
	if (breaks == 1) {
		take_folded(walk);
		add_step(walk);
	} else if (breaks) {
		take(walk, breaks - 1);
		add_step(walk);
	} else {
		take(walk, (size_t)(walk->at - from));
	}
}

/* A backslash and what it stands for: nothing before a line end, else one character. */
static void walk_escape(struct walk *walk)
{
	add_step(walk);
	advance(walk);
	if (*walk->at == '\n' || *walk->at == '\r') {
		take(walk, skip_blanks(walk) - 1);
	} else {
		int digits = *walk->at == 'x'   ? 2
			     : *walk->at == 'u' ? 4
			     : *walk->at == 'U' ? 8
						: 0;
		for (int i = 0; i <= digits; i++) {
			advance(walk);
		}
		const char *character = walk->value + walk->offset;
		take(walk, (size_t)(g_utf8_next_char(character) - character));
	}
	add_step(walk);
}

static void walk_doubled_quote(struct walk *walk)
{
	add_step(walk);
	advance(walk);
	advance(walk);
	take(walk, 1);
	add_step(walk);
}

static void walk_flow(struct walk *walk, char quote)
{
	add_step(walk);
	while (walk->offset < walk->length && walk->at < walk->end) {
		if (is_blank(*walk->at)) {
			walk_blanks(walk);
		} else if (quote == '"' && *walk->at == '\\') {
			walk_escape(walk);
		} else if (quote == '\'' && *walk->at == '\'') {
			walk_doubled_quote(walk);
		} else {
			const char *from = walk->at;
			advance(walk);
			take(walk, (size_t)(walk->at - from));
		}
	}
}

static struct walk walk_begin(struct arena *arena, const struct yaml_text *text,
	yaml_mark_t mark, const struct passage *passage)
{
	size_t length = 0;
	const char *line = source_line(text->source, (int)mark.line + 1, &length);
	const char *end = text->bytes + text->source->length;
	struct walk walk = {
		.source = text->source,
		.at = line ? text->bytes + (line - text->source->bytes) : end,
		.end = end,
		.line = (int)mark.line + 1,
		.column = 1,
		.value = passage->text,
		.length = passage->length,
		.steps = arena_values(arena, sizeof(struct passage_step)),
		.folds = arena_values(arena, sizeof(size_t)),
	};
	while (walk.at < walk.end && walk.column < (int)mark.column + 1) {
		advance(&walk);
	}
	return walk;
}

struct passage yaml_scalar_passage(
	struct arena *arena, const struct yaml_text *text, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	struct passage passage = {
		.text = arena_copy_bytes(arena, value, event->data.scalar.length),
		.length = event->data.scalar.length,
		.place = yaml_mark_place(text->source, event->start_mark),
	};
	yaml_scalar_style_t style = event->data.scalar.style;
	bool plain = style == YAML_PLAIN_SCALAR_STYLE;
	if (plain && event->start_mark.line == event->end_mark.line) {
		return passage; /* nearly all: characters side by side */
	}
	struct walk walk = walk_begin(arena, text, event->start_mark, &passage);
	if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) {
		walk_block(&walk, style == YAML_FOLDED_SCALAR_STYLE);
	} else {
		char quote = plain ? '\0' : *walk.at;
		if (!plain) {
			advance(&walk);
		}
		walk_flow(&walk, quote);
	}
	if (walk.steps->len) {
		const struct passage_step *steps = (const void *)walk.steps->data;
		passage.place = steps[0].place;
		passage.steps = steps + 1;
		passage.step_count = walk.steps->len - 1;
	}
	return yaml_passage_closed_up(arena, &passage, walk.folds);
}
