/* Prose: each line a paragraph, `**…**` emphasis whatever stands beside it. Exactly two
 * asterisks are a sign; `138****1234` and `***` are what they are. The places of the
 * characters are carried along in one walk, since prose may be long. */
#include "plan/plan_reader.h"

#include <string.h>

/* Where the walk is in a passage; it only goes forward. */
struct walk {
	struct plan_reader *reader;
	const struct passage *passage;
	size_t offset;
	struct place place;
	size_t step;        /* of the passage: the next one */
	GArray *paragraphs; /* struct prose_paragraph */
	GArray *runs;       /* struct prose_run: of the paragraph at hand */
};

/* Moves on to an offset, past the steps on the way. */
static void walk_to(struct walk *walk, size_t offset)
{
	const struct passage *passage = walk->passage;
	while (walk->offset < offset) {
		if (walk->step < passage->step_count &&
			passage->steps[walk->step].offset <= walk->offset) {
			walk->place = passage->steps[walk->step++].place;
			continue;
		}
		walk->offset++;
		walk->place.column +=
			((unsigned char)passage->text[walk->offset] & 0xC0) != 0x80;
	}
	while (walk->step < passage->step_count &&
		passage->steps[walk->step].offset <= offset) {
		walk->place = passage->steps[walk->step++].place;
	}
}

/* The part from the walk's offset to an end, with the steps within it. */
static struct passage take_part(struct walk *walk, size_t end)
{
	struct arena *arena = walk->reader->texts;
	const struct passage *whole = walk->passage;
	size_t start = walk->offset;
	struct passage part = {
		.text = arena_copy_bytes(arena, whole->text + start, end - start),
		.length = end - start,
		.place = walk->place,
	};
	size_t first = walk->step;
	size_t last = first;
	while (last < whole->step_count && whole->steps[last].offset < end) {
		last++;
	}
	if (last > first) {
		struct passage_step *steps = arena_copy(
			arena, whole->steps + first, (last - first) * sizeof *steps);
		for (size_t i = 0; i < last - first; i++) {
			steps[i].offset -= start;
		}
		part.steps = steps;
		part.step_count = last - first;
	}
	walk_to(walk, end);
	return part;
}

static void add_run(struct walk *walk, size_t end, bool emphasis)
{
	if (end > walk->offset) {
		struct prose_run run = {take_part(walk, end), emphasis};
		g_array_append_val(walk->runs, run);
	}
}

/* The next sign of emphasis before an end; the end where there is none. */
static size_t find_sign(const char *text, size_t start, size_t end)
{
	for (size_t at = start; at < end;) {
		size_t stars = 0;
		while (at + stars < end && text[at + stars] == '*') {
			stars++;
		}
		if (stars == 2) {
			return at;
		}
		at += stars ? stars : 1;
	}
	return end;
}

static bool is_blank(gunichar character)
{
	return g_unichar_isspace(character) || character == 0x200B;
}

/* Narrows a line to what stands between the blanks around it. */
static void trim(const char *text, size_t *start, size_t *end)
{
	while (*start < *end && is_blank(g_utf8_get_char(text + *start))) {
		*start = (size_t)(g_utf8_find_next_char(text + *start, NULL) - text);
	}
	while (*end > *start) {
		const char *last = g_utf8_prev_char(text + *end);
		if (!is_blank(g_utf8_get_char(last))) {
			return;
		}
		*end = (size_t)(last - text);
	}
}

/* Takes a copy of the walk: the sign stays in the run that it stands in. */
static void warn_open(struct walk walk, size_t sign)
{
	walk_to(&walk, sign);
	diagnostics_warning(walk.reader->diagnostics, walk.place, "emphasis-open",
		"这里的“**”没有与之成对的“**”，按原样印出");
}

static void read_runs(struct walk *walk, size_t end)
{
	const char *text = walk->passage->text;
	while (walk->offset < end) {
		size_t open = find_sign(text, walk->offset, end);
		size_t close = open < end ? find_sign(text, open + 2, end) : end;
		if (open < end && close == end) {
			warn_open(*walk, open);
			open = end;
		}
		add_run(walk, open, false);
		if (open < end) {
			walk_to(walk, open + 2);
			add_run(walk, close, true);
			walk_to(walk, close + 2);
		}
	}
}

static void end_paragraph(struct walk *walk)
{
	struct prose_paragraph paragraph = {
		.runs = arena_copy(walk->reader->arena, walk->runs->data,
			walk->runs->len * sizeof(struct prose_run)),
		.run_count = walk->runs->len,
	};
	if (walk->runs->len) {
		g_array_append_val(walk->paragraphs, paragraph);
	}
	g_array_set_size(walk->runs, 0);
}

/* Every line of a passage becomes a paragraph unless it is blank. */
static void read_passage(struct walk *walk, const struct passage *passage)
{
	walk->passage = passage;
	walk->offset = 0;
	walk->place = passage->place;
	walk->step = 0;
	for (size_t line = 0; line < passage->length;) {
		const char *found =
			memchr(passage->text + line, '\n', passage->length - line);
		size_t line_end =
			found ? (size_t)(found - passage->text) : passage->length;
		size_t start = line;
		size_t end = line_end;
		trim(passage->text, &start, &end);
		walk_to(walk, start);
		read_runs(walk, end);
		end_paragraph(walk);
		line = line_end + 1;
	}
}

/* A list of texts as one: each item begins a paragraph. */
static bool join_items(
	struct plan_reader *reader, const struct yaml_node *list, struct passage *joined)
{
	struct passage_builder builder = passage_builder_begin(reader->texts);
	bool sound = true;
	for (size_t i = 0; i < list->item_count; i++) {
		const struct yaml_node *item = list->items[i];
		if (item->kind == YAML_SCALAR) {
			passage_builder_add_passage(&builder, &item->scalar);
			passage_builder_add(&builder, "\n", 1, item->place);
		} else {
			sound = false;
		}
	}
	*joined = passage_builder_end(&builder);
	return sound;
}

struct value *value_read_prose(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	struct value *value = value_create(reader, slot, node, VALUE_PROSE);
	if (node->kind == YAML_SCALAR) {
		value->written = node->scalar;
	} else if (node->kind != YAML_SEQUENCE ||
		   !join_items(reader, node, &value->written)) {
		return report_mismatch(reader, slot, node);
	}
	value->written = passage_untabbed(reader->texts, value->written);
	struct walk walk = {
		.reader = reader,
		.paragraphs = g_array_new(FALSE, FALSE, sizeof(struct prose_paragraph)),
		.runs = g_array_new(FALSE, FALSE, sizeof(struct prose_run)),
	};
	read_passage(&walk, &value->written);
	value->paragraphs = arena_copy(reader->arena, walk.paragraphs->data,
		walk.paragraphs->len * sizeof(struct prose_paragraph));
	value->paragraph_count = walk.paragraphs->len;
	g_array_free(walk.paragraphs, TRUE);
	g_array_free(walk.runs, TRUE);
	return value;
}
