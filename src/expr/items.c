#include "expr/items.h"

#include "expr/results.h"
#include "expr/typing.h"

#include <string.h>

enum {
	FIELD_NAME,
	FIELD_NUMBER,
	FIELD_COUNT
};

/* GLib's macro casts const away. */
static const char *next_character(const char *at)
{
	return at + g_utf8_skip[(unsigned char)*at];
}

static bool parts_clauses(const char *at)
{
	return g_utf8_strchr("；;，,、。\n", -1, g_utf8_get_char(at)) != NULL;
}

static bool is_digit(const char *at)
{
	gunichar character = g_utf8_get_char(at);
	return (character >= '0' && character <= '9') ||
	       (character >= 0xFF10 && character <= 0xFF19);
}

static const char *skip_spaces(const char *at, const char *end)
{
	while (at < end && g_unichar_isspace(g_utf8_get_char(at))) {
		at = next_character(at);
	}
	return at;
}

static const char *before_spaces(const char *start, const char *end)
{
	while (end > start && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end)))) {
		end = g_utf8_prev_char(end);
	}
	return end;
}

static void add_field(
	struct arena *arena, struct record *record, const char *name, enum type_kind kind)
{
	static const char *const no_synonyms[] = {NULL};
	struct field *field = arena_new(arena, struct field);
	field->name = name;
	field->index = record->fields->len;
	field->synonyms = no_synonyms;
	field->type.kind = kind;
	g_ptr_array_add(record->fields, field);
	g_hash_table_insert(record->lookup, (gpointer)(uintptr_t)name, field);
}

static const struct record *make_record(struct arena *arena)
{
	struct record *record = arena_new(arena, struct record);
	record->name = "文中计数";
	record->fields = arena_pointers(arena);
	record->lookup = arena_table(arena);
	add_field(arena, record, "名称", TYPE_TEXT);
	add_field(arena, record, "数值", TYPE_DECIMAL);
	return record;
}

const struct type *items_type(struct arena *arena)
{
	struct type *type = arena_new(arena, struct type);
	type->kind = TYPE_RECORD;
	type->record = make_record(arena);
	return type;
}

/* A stretch of the text. */
struct clause {
	struct arena *arena;
	const struct passage *text;
	const char *start;
	const char *end;
};

static struct passage part(
	const struct clause *clause, const char *start, const char *end)
{
	return passage_part(clause->arena, clause->text,
		(size_t)(start - clause->text->text), (size_t)(end - clause->text->text));
}

static const struct value *make_item(const struct clause *clause,
	const struct passage *name, const struct value *number)
{
	const struct value **fields =
		arena_new_array(clause->arena, const struct value *, FIELD_COUNT);
	fields[FIELD_NAME] = result_text(clause->arena, *name);
	fields[FIELD_NUMBER] = number;
	struct value *item = arena_new(clause->arena, struct value);
	item->kind = VALUE_RECORD;
	item->place = name->place;
	item->written = passage_plain("", name->place);
	item->unit = "";
	item->record = make_record(clause->arena);
	item->fields = fields;
	return item;
}

/* The item of a clause; NULL: it has no name, or no number behind it. */
static const struct value *read_item(const struct clause *clause)
{
	const char *start = skip_spaces(clause->start, clause->end);
	const char *digits = start;
	while (digits < clause->end && !is_digit(digits)) {
		digits = next_character(digits);
	}
	const char *name_end = before_spaces(start, digits);
	struct quantity quantity;
	size_t read;
	if (digits == clause->end || name_end == start ||
		!decimal_parse(digits, &quantity.number, &read)) {
		return NULL;
	}
	const char *unit = skip_spaces(digits + read, clause->end);
	const char *unit_end = before_spaces(unit, clause->end);
	quantity.unit =
		arena_copy_bytes(clause->arena, unit, (size_t)MAX(unit_end - unit, 0));
	struct passage name = part(clause, start, name_end);
	struct passage written = part(clause, digits, unit_end);
	return make_item(clause, &name,
		result_number_as(clause->arena, quantity, written.text, written.place));
}

/* Behind the clause; a comma between digits belongs to its number. */
static const char *clause_end(const char *start)
{
	const char *at = start;
	while (*at && !(parts_clauses(at) &&
			      !(*at == ',' && at > start && g_ascii_isdigit(at[-1]) &&
				      g_ascii_isdigit(at[1])))) {
		at = next_character(at);
	}
	return at;
}

void items_find(struct arena *arena, const struct passage *text, GPtrArray *items)
{
	for (const char *at = text->text; *at;) {
		struct clause clause = {arena, text, at, clause_end(at)};
		const struct value *item = read_item(&clause);
		if (item) {
			g_ptr_array_add(items, (gpointer)(uintptr_t)item);
		}
		at = *clause.end ? next_character(clause.end) : clause.end;
	}
}
