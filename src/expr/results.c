#include "expr/results.h"

#include "expr/dates.h"

static struct value *make(struct arena *arena, enum value_kind kind, struct place place)
{
	struct value *value = arena_new(arena, struct value);
	value->kind = kind;
	value->place = place;
	value->unit = "";
	value->written = passage_plain("", place);
	return value;
}

const struct value *result_number_as(struct arena *arena, struct quantity quantity,
	const char *text, struct place place)
{
	struct value *value = make(arena, VALUE_NUMBER, place);
	value->number = quantity.number;
	value->unit = quantity.unit;
	value->has_number = true;
	value->written = passage_plain(text, place);
	return value;
}

const struct value *result_number(
	struct arena *arena, struct quantity quantity, struct place place)
{
	return result_number_as(
		arena, quantity, decimal_text(arena, quantity.number, 0), place);
}

const struct value *result_text(struct arena *arena, struct passage text)
{
	struct value *value = make(arena, VALUE_TEXT, text.place);
	value->written = text;
	return value;
}

const struct value *result_truth(struct arena *arena, bool truth, struct place place)
{
	struct value *value = make(arena, VALUE_BOOLEAN, place);
	value->truth = truth;
	value->written = passage_plain(truth ? "是" : "否", place);
	return value;
}

const struct value *result_date(struct arena *arena, struct date date, struct place place)
{
	struct value *value = make(arena, VALUE_DATE, place);
	value->period.first = date;
	value->period.last = date;
	value->written = passage_plain(
		date_text(arena, date, (struct date_form){.parts = 3, .dotted = true}),
		place);
	return value;
}

const struct value *result_list(struct arena *arena, const GPtrArray *items)
{
	struct place place = {.source = NULL};
	if (items->len) {
		place = ((const struct value *)g_ptr_array_index(items, 0))->place;
	}
	struct value *value = make(arena, VALUE_LIST, place);
	value->items = arena_copy(arena, items->pdata, items->len * sizeof(gpointer));
	value->item_count = items->len;
	return value;
}

static struct passage joined_prose(struct arena *arena, const struct value *value)
{
	struct passage_builder builder = passage_builder_begin(arena);
	for (size_t i = 0; i < value->paragraph_count; i++) {
		if (i > 0) {
			passage_builder_add(&builder, "\n", 1, value->place);
		}
		const struct prose_paragraph *paragraph = &value->paragraphs[i];
		for (size_t j = 0; j < paragraph->run_count; j++) {
			passage_builder_add_passage(
				&builder, &paragraph->runs[j].passage);
		}
	}
	return passage_builder_end(&builder);
}

static struct passage joined_list(struct arena *arena, const struct value *value)
{
	struct passage_builder builder = passage_builder_begin(arena);
	for (size_t i = 0; i < value->item_count; i++) {
		if (i > 0) {
			passage_builder_add(&builder, "、", 3, value->place);
		}
		struct passage item = result_passage(arena, value->items[i]);
		passage_builder_add_passage(&builder, &item);
	}
	return passage_builder_end(&builder);
}

struct passage result_passage(struct arena *arena, const struct value *value)
{
	if (!value || value->kind == VALUE_RECORD) {
		return passage_plain("", (struct place){.source = NULL});
	}
	if (value->kind == VALUE_PROSE) {
		return joined_prose(arena, value);
	}
	if (value->kind == VALUE_LIST) {
		return joined_list(arena, value);
	}
	return value->written;
}
