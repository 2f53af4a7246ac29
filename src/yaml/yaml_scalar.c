/* Where each character of a scalar was written. The parser gives the value and where it
 * began; the places within are found by walking value and source side by side. */
#include "yaml/yaml_parts.h"

#include <string.h>

struct walk {
	const struct source *source;
	const char *at; /* in the source */
	const char *end;
	int line;
	int column;
	GArray *steps; /* struct passage_step */
};

static void advance(struct walk *walk)
{
	if (*walk->at == '\n') {
		walk->line++;
		walk->column = 1;
		walk->at++;
	} else {
		walk->at = g_utf8_next_char(walk->at);
		walk->column++;
	}
}

static void add_step(struct walk *walk, size_t offset)
{
	struct passage_step step = {
		.offset = offset,
		.place = {walk->source, walk->line, walk->column},
	};
	g_array_append_val(walk->steps, step);
}

static struct walk walk_begin(
	struct arena *arena, const struct source *source, yaml_mark_t mark)
{
	struct walk walk = {
		.source = source,
		.line = (int)mark.line + 1,
		.column = 1,
		.end = source->bytes + source->length,
		.steps = arena_values(arena, sizeof(struct passage_step)),
	};
	size_t length;
	const char *line = source_line(source, walk.line, &length);
	walk.at = line ? line : walk.end;
	if (walk.line == 1 && g_str_has_prefix(walk.at, "\xEF\xBB\xBF")) {
		walk.at += 3; /* the parser does not count a byte order mark */
	}
	while (walk.at < walk.end && walk.column < (int)mark.column + 1) {
		advance(&walk);
	}
	return walk;
}

/* The indent of a block scalar: that of its first line with text. */
static int block_indent(struct walk walk)
{
	while (walk.at < walk.end) {
		while (walk.at < walk.end && *walk.at == ' ') {
			advance(&walk);
		}
		if (walk.at < walk.end && *walk.at != '\n' && *walk.at != '\r') {
			return walk.column - 1;
		}
		while (walk.at < walk.end && *walk.at != '\n') {
			advance(&walk);
		}
		if (walk.at < walk.end) {
			advance(&walk);
		}
	}
	return 0;
}

static void skip_line(struct walk *walk)
{
	while (walk->at < walk->end && *walk->at != '\n') {
		advance(walk);
	}
	if (walk->at < walk->end) {
		advance(walk);
	}
}

/* A literal block: a line of the value is a line of the file, less the indent. */
static void walk_literal(struct walk *walk, const char *value, size_t length)
{
	skip_line(walk);
	int indent = block_indent(*walk);
	for (size_t offset = 0; offset < length;) {
		for (int i = 0; i < indent && walk->at < walk->end && *walk->at == ' ';
			i++) {
			advance(walk);
		}
		add_step(walk, offset);
		const char *line_end = memchr(value + offset, '\n', length - offset);
		if (!line_end) {
			return;
		}
		offset = (size_t)(line_end - value) + 1;
		skip_line(walk);
	}
}

static bool is_blank(char character)
{
	return character == ' ' || character == '\t' || character == '\n' ||
	       character == '\r';
}

/* Passes an escape of a quoted scalar; how many characters it takes depends on its
 * letter. */
static void skip_escape(struct walk *walk)
{
	advance(walk);
	int digits = *walk->at == 'x'   ? 2
		     : *walk->at == 'u' ? 4
		     : *walk->at == 'U' ? 8
					: 0;
	for (int i = 0; i <= digits && walk->at < walk->end; i++) {
		advance(walk);
	}
}

/* Plain, quoted and folded scalars: equal characters go together; a line end in the file
 * is the blanks or line ends that it became. */
static void walk_folded(struct walk *walk, const char *value, size_t length, char quote)
{
	size_t offset = 0;
	while (offset < length && walk->at < walk->end) {
		bool escaped = (quote == '"' && *walk->at == '\\') ||
			       (quote == '\'' && strncmp(walk->at, "''", 2) == 0);
		size_t size =
			(size_t)(g_utf8_next_char(value + offset) - (value + offset));
		if (escaped) {
			add_step(walk, offset);
			if (quote == '"') {
				skip_escape(walk);
			} else {
				advance(walk);
				advance(walk);
			}
			offset += size;
			add_step(walk, offset);
		} else if (strncmp(walk->at, value + offset, size) == 0) {
			advance(walk);
			offset += size;
		} else if (is_blank(*walk->at)) {
			while (walk->at < walk->end && is_blank(*walk->at)) {
				advance(walk);
			}
			while (offset < length && is_blank(value[offset])) {
				offset++;
			}
			add_step(walk, offset);
		} else {
			return; /* lost: what follows counts on from here */
		}
	}
}

struct passage yaml_scalar_passage(
	struct arena *arena, const struct source *source, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	struct passage passage = {
		.text = arena_copy_bytes(arena, value, event->data.scalar.length),
		.length = event->data.scalar.length,
		.place = yaml_mark_place(source, event->start_mark),
	};
	yaml_scalar_style_t style = event->data.scalar.style;
	bool plain = style == YAML_PLAIN_SCALAR_STYLE;
	if (plain && event->start_mark.line == event->end_mark.line) {
		return passage; /* nearly all: characters side by side */
	}
	struct walk walk = walk_begin(arena, source, event->start_mark);
	if (style == YAML_LITERAL_SCALAR_STYLE) {
		walk_literal(&walk, value, passage.length);
	} else if (style == YAML_FOLDED_SCALAR_STYLE) {
		skip_line(&walk);
		while (walk.at < walk.end && *walk.at == ' ') {
			advance(&walk);
		}
		add_step(&walk, 0);
		walk_folded(&walk, value, passage.length, 0);
	} else {
		char quote = plain ? '\0' : *walk.at;
		if (!plain) {
			advance(&walk);
		}
		add_step(&walk, 0);
		walk_folded(&walk, value, passage.length, quote);
	}
	if (walk.steps->len) {
		const struct passage_step *steps = (const void *)walk.steps->data;
		passage.place = steps[0].place;
		passage.steps = steps + 1;
		passage.step_count = walk.steps->len - 1;
	}
	return passage;
}
