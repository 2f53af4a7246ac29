#include "expr/years.h"

#include "expr/results.h"
#include "expr/typing.h"

enum {
	FIELD_YEAR,
	FIELD_CONTENT,
	FIELD_COUNT
};

static void add_field(struct arena *arena, struct record *record, const char *name,
	const struct type *type)
{
	static const char *const no_synonyms[] = {NULL};
	struct field *field = arena_new(arena, struct field);
	field->name = name;
	field->index = record->fields->len;
	field->synonyms = no_synonyms;
	if (type) {
		field->type = *type;
	}
	g_ptr_array_add(record->fields, field);
	g_hash_table_insert(record->lookup, (gpointer)(uintptr_t)name, field);
}

static const struct record *make_record(struct arena *arena, const struct type *content)
{
	struct record *record = arena_new(arena, struct record);
	record->name = "分年内容";
	record->fields = arena_pointers(arena);
	record->lookup = arena_table(arena);
	add_field(arena, record, "年份", typing_simple(TYPE_YEAR));
	add_field(arena, record, "内容", content);
	return record;
}

const struct type *years_item_type(struct arena *arena, const struct type *content)
{
	struct type *type = arena_new(arena, struct type);
	type->kind = TYPE_RECORD;
	type->record = make_record(arena, content);
	return type;
}

static struct value *make_item(struct arena *arena, const struct record *record, int year,
	const struct value *content)
{
	struct place place = content ? content->place : (struct place){.source = NULL};
	struct quantity quantity = {decimal_from_integer(year), ""};
	const struct value **fields =
		arena_new_array(arena, const struct value *, FIELD_COUNT);
	fields[FIELD_YEAR] = result_number(arena, quantity, place);
	fields[FIELD_CONTENT] = content;
	struct value *item = arena_new(arena, struct value);
	item->kind = VALUE_RECORD;
	item->place = place;
	item->written = passage_plain("", place);
	item->unit = "";
	item->record = record;
	item->fields = fields;
	return item;
}

const struct value *const *years_items(struct arena *arena, const struct value *years)
{
	const struct type *content = years->type ? years->type->element : NULL;
	const struct record *record = make_record(arena, content);
	const struct value **items =
		arena_new_array(arena, const struct value *, years->item_count);
	for (size_t i = 0; i < years->item_count; i++) {
		struct value *item =
			make_item(arena, record, years->years[i], years->items[i]);
		item->ordinal = (int)i + 1;
		item->serial = (int)i + 1;
		items[i] = item;
	}
	return items;
}
