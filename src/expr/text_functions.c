/* The functions that look into texts, and those that look into all of the plan. */
#include "expr/functions.h"

#include "expr/amounts.h"
#include "expr/items.h"
#include "expr/results.h"
#include "expr/text_find.h"

#include <string.h>

/* The values of the first argument alone. */
static struct call first_only(const struct call *call)
{
	struct call first = *call;
	first.count = MIN(call->count, 1);
	return first;
}

const struct value *function_amounts(const struct call *call)
{
	struct arena *arena = call->evaluation->arena;
	GPtrArray *list = arena_pointers(arena);
	const struct call first = first_only(call);
	struct row row = {.call = &first};
	const char *word =
		call->count > 1 ? result_passage(arena, call->arguments[1]).text : NULL;
	for (const struct value *value; (value = row_next(&row));) {
		struct passage text = result_passage(arena, value);
		if (word) {
			amounts_find_named(arena, &text, word, list);
		} else {
			amounts_find(arena, &text, list);
		}
	}
	return result_list(arena, list);
}

const struct value *function_items(const struct call *call)
{
	struct arena *arena = call->evaluation->arena;
	GPtrArray *list = arena_pointers(arena);
	struct row row = {.call = call};
	for (const struct value *value; (value = row_next(&row));) {
		struct passage text = result_passage(arena, value);
		items_find(arena, &text, list);
	}
	return result_list(arena, list);
}

/* Without an argument: all of the plan's. */
const struct value *function_texts(const struct call *call)
{
	GPtrArray *list = arena_pointers(call->evaluation->arena);
	const struct scope *root = call->evaluation->root;
	if (call->count) {
		texts_find(call->arguments[0], list);
	} else if (root) {
		texts_find(root->value, list);
	}
	return result_list(call->evaluation->arena, list);
}

static void find_records(const struct value *value, const char *name, GPtrArray *records)
{
	if (!value || (value->kind != VALUE_LIST && value->kind != VALUE_RECORD)) {
		return;
	}
	if (value->kind == VALUE_RECORD && strcmp(value->record->name, name) == 0) {
		g_ptr_array_add(records, (gpointer)(uintptr_t)value);
	}
	for (size_t i = 0; i < value->item_count; i++) {
		find_records(value->items[i], name, records);
	}
	for (size_t i = 0; i < value->written_count; i++) {
		find_records(
			value->fields[value->written_order[i]->index], name, records);
	}
}

/* Wherever in the plan they stand. */
const struct value *function_records(const struct call *call)
{
	GPtrArray *list = arena_pointers(call->evaluation->arena);
	const struct scope *root = call->evaluation->root;
	if (root) {
		find_records(root->value, call->arguments[0]->written.text, list);
	}
	return result_list(call->evaluation->arena, list);
}

const struct value *function_placeholders(const struct call *call)
{
	struct arena *arena = call->evaluation->arena;
	GPtrArray *list = arena_pointers(arena);
	struct row row = {.call = call};
	for (const struct value *value; (value = row_next(&row));) {
		struct passage text = result_passage(arena, value);
		placeholders_find(arena, &text, list);
	}
	return result_list(arena, list);
}

/* Of lists: all their texts together. Takes the place of the text that is measured. */
const struct value *function_length(const struct call *call)
{
	struct arena *arena = call->evaluation->arena;
	struct place place = call->node->place;
	struct row row = {.call = call};
	int64_t length = 0;
	for (const struct value *value; (value = row_next(&row));) {
		struct passage text = result_passage(arena, value);
		place = length ? place : value->place;
		length += text_length(&text);
	}
	struct quantity quantity = {decimal_from_integer(length), "字"};
	return result_number(arena, quantity, place);
}
