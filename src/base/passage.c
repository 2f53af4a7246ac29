#include "base/passage.h"

#include <string.h>

struct passage passage_plain(const char *text, struct place place)
{
	return (struct passage){.text = text, .length = strlen(text), .place = place};
}

struct place passage_place(const struct passage *passage, size_t offset)
{
	size_t from = 0;
	struct place place = passage->place;
	for (size_t i = 0; i < passage->step_count && passage->steps[i].offset <= offset;
		i++) {
		from = passage->steps[i].offset;
		place = passage->steps[i].place;
	}
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
	GArray *steps = NULL;
	for (size_t i = 0; i < passage->step_count; i++) {
		struct passage_step step = passage->steps[i];
		if (step.offset > start && step.offset < end) {
			steps = steps ? steps : arena_values(arena, sizeof step);
			step.offset -= start;
			g_array_append_val(steps, step);
		}
	}
	if (steps) {
		part.steps = (const struct passage_step *)(const void *)steps->data;
		part.step_count = steps->len;
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

void passage_builder_add(struct passage_builder *builder, const char *text, size_t length,
	struct place place)
{
	struct passage_step step = {.offset = builder->text->len, .place = place};
	g_array_append_val(builder->steps, step);
	g_string_append_len(builder->text, text, (gssize)length);
}

void passage_builder_add_passage(
	struct passage_builder *builder, const struct passage *passage)
{
	size_t base = builder->text->len;
	passage_builder_add(builder, passage->text, passage->length, passage->place);
	for (size_t i = 0; i < passage->step_count; i++) {
		struct passage_step step = passage->steps[i];
		step.offset += base;
		g_array_append_val(builder->steps, step);
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
