#include "base/passage.h"

#include <string.h>

struct passage passage_plain(const char *text, struct place place)
{
	return (struct passage){.text = text, .length = strlen(text), .place = place};
}

/* How many of the steps begin at or before an offset. */
static size_t steps_until(const struct passage *passage, size_t offset)
{
	size_t low = 0, high = passage->step_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (passage->steps[middle].offset <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

struct place passage_place(const struct passage *passage, size_t offset)
{
	size_t steps = steps_until(passage, offset);
	size_t from = steps ? passage->steps[steps - 1].offset : 0;
	struct place place = steps ? passage->steps[steps - 1].place : passage->place;
	for (size_t at = from; at < offset && at < passage->length; at++) {
		place.column += ((unsigned char)passage->text[at] & 0xC0) != 0x80;
	}
	return place;
}

struct passage passage_part(
	struct arena *arena, const struct passage *passage, size_t start, size_t end)
{
	struct passage part = {
		.text = arena_copy_bytes(arena, passage->text + start, end - start),
		.length = end - start,
		.place = passage_place(passage, start),
	};
	size_t first = steps_until(passage, start);
	size_t last = first;
	while (last < passage->step_count && passage->steps[last].offset < end) {
		last++;
	}
	if (last > first) {
		struct passage_step *steps = arena_copy(
			arena, passage->steps + first, (last - first) * sizeof *steps);
		part.step_count = last - first;
		for (size_t i = 0; i < part.step_count; i++) {
			steps[i].offset -= start;
		}
		part.steps = steps;
	}
	return part;
}

struct passage_builder passage_builder_begin(struct arena *arena)
{
	return (struct passage_builder){
		.arena = arena,
		.text = g_string_new(NULL),
		.steps = g_array_new(FALSE, FALSE, sizeof(struct passage_step)),
	};
}

/* A second step for an offset takes the place of the first: what that was for is empty.
 */
static void add_step(GArray *steps, size_t offset, struct place place)
{
	struct passage_step step = {.offset = offset, .place = place};
	if (steps->len &&
		g_array_index(steps, struct passage_step, steps->len - 1).offset ==
			offset) {
		g_array_set_size(steps, steps->len - 1);
	}
	g_array_append_val(steps, step);
}

void passage_builder_add(struct passage_builder *builder, const char *text, size_t length,
	struct place place)
{
	add_step(builder->steps, builder->text->len, place);
	g_string_append_len(builder->text, text, (gssize)length);
}

void passage_builder_add_passage(
	struct passage_builder *builder, const struct passage *passage)
{
	size_t base = builder->text->len;
	passage_builder_add(builder, passage->text, passage->length, passage->place);
	for (size_t i = 0; i < passage->step_count; i++) {
		struct passage_step step = passage->steps[i];
		add_step(builder->steps, base + step.offset, step.place);
	}
}

struct passage passage_builder_end(struct passage_builder *builder)
{
	struct passage passage = {
		.text = arena_copy_bytes(
			builder->arena, builder->text->str, builder->text->len),
		.length = builder->text->len,
	};
	if (builder->steps->len) {
		const struct passage_step *steps =
			arena_copy(builder->arena, builder->steps->data,
				builder->steps->len * sizeof(struct passage_step));
		passage.place = steps[0].place;
		passage.steps = steps + 1;
		passage.step_count = builder->steps->len - 1;
	}
	g_string_free(builder->text, TRUE);
	g_array_free(builder->steps, TRUE);
	return passage;
}
