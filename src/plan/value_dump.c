#include "plan/value.h"

struct dump {
	GString *out;
	struct arena *arena;
	int depth;
};

static void add_indent(struct dump *dump)
{
	for (int i = 0; i < dump->depth; i++) {
		g_string_append(dump->out, "  ");
	}
}

static void add_quoted(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	for (; *text; text++) {
		if (*text == '\n') {
			g_string_append(out, "\\n");
		} else {
			g_string_append_c(out, *text);
		}
	}
	g_string_append_c(out, '"');
}

static void add_place(GString *out, struct place place)
{
	g_string_append_printf(out, " %d:%d", place.line, place.column);
}

static const char *sign_text(enum value_sign sign)
{
	switch (sign) {
	case SIGN_NONE:
		return "";
	case SIGN_EQUAL:
		return "=";
	case SIGN_AT_LEAST:
		return "≥";
	case SIGN_AT_MOST:
		return "≤";
	case SIGN_MORE:
		return ">";
	case SIGN_LESS:
		return "<";
	}
	return "";
}

static void add_number(struct dump *dump, const struct value *value)
{
	g_string_append_printf(dump->out, " = %s%s", sign_text(value->sign),
		decimal_text(dump->arena, value->number, 0));
	if (*value->unit) {
		g_string_append_printf(dump->out, " %s", value->unit);
	}
}

static void add_date(GString *out, struct date date)
{
	g_string_append_printf(out, "%04d", date.year);
	if (date.month) {
		g_string_append_printf(out, "-%02d", date.month);
	}
	if (date.day) {
		g_string_append_printf(out, "-%02d", date.day);
	}
}

static void add_written(struct dump *dump, const char *kind, const struct value *value)
{
	g_string_append(dump->out, kind);
	add_place(dump->out, value->written.place);
	g_string_append_c(dump->out, ' ');
	add_quoted(dump->out, value->written.text);
}

static void dump_value(struct dump *dump, const struct value *value);

static void dump_prose(struct dump *dump, const struct value *value)
{
	g_string_append(dump->out, "prose");
	add_place(dump->out, value->place);
	g_string_append_c(dump->out, '\n');
	dump->depth++;
	for (size_t i = 0; i < value->paragraph_count; i++) {
		const struct prose_paragraph *paragraph = &value->paragraphs[i];
		add_indent(dump);
		g_string_append(dump->out, "¶");
		for (size_t j = 0; j < paragraph->run_count; j++) {
			const struct prose_run *run = &paragraph->runs[j];
			add_place(dump->out, run->passage.place);
			g_string_append(dump->out, run->emphasis ? " *" : " ");
			add_quoted(dump->out, run->passage.text);
		}
		g_string_append_c(dump->out, '\n');
	}
	dump->depth--;
}

static void dump_list(struct dump *dump, const struct value *list)
{
	g_string_append(dump->out, "list");
	add_place(dump->out, list->place);
	g_string_append_c(dump->out, '\n');
	dump->depth++;
	for (size_t i = 0; i < list->item_count; i++) {
		const struct value *item = list->items[i];
		add_indent(dump);
		if (list->years) {
			g_string_append_printf(dump->out, "%d: ", list->years[i]);
		}
		g_string_append_printf(
			dump->out, "#%d(%d) ", item->ordinal, item->serial);
		dump_value(dump, item);
	}
	dump->depth--;
}

static void dump_record(struct dump *dump, const struct value *record)
{
	g_string_append_printf(dump->out, "record %s", record->record->name);
	add_place(dump->out, record->place);
	g_string_append_c(dump->out, '\n');
	dump->depth++;
	for (size_t i = 0; i < record->written_count; i++) {
		const struct field *field = record->written_order[i];
		add_indent(dump);
		g_string_append_printf(dump->out, "%s: ", field->name);
		dump_value(dump, record->fields[field->index]);
	}
	dump->depth--;
}

/* The values that stand on one line. */
static void dump_line(struct dump *dump, const struct value *value)
{
	switch (value->kind) {
	case VALUE_TEXT:
		add_written(dump, "text", value);
		break;
	case VALUE_NUMBER:
		add_written(dump, "number", value);
		add_number(dump, value);
		break;
	case VALUE_DATE:
		add_written(dump, "date", value);
		g_string_append(dump->out, " = ");
		add_date(dump->out, value->period.first);
		break;
	case VALUE_PERIOD:
		add_written(dump, "period", value);
		g_string_append(dump->out, " = ");
		add_date(dump->out, value->period.first);
		g_string_append(dump->out, "..");
		add_date(dump->out, value->period.last);
		break;
	case VALUE_TARGET:
		add_written(dump, "target", value);
		if (value->has_number) {
			add_number(dump, value);
		}
		break;
	case VALUE_BOOLEAN:
		add_written(dump, "boolean", value);
		g_string_append(dump->out, value->truth ? " = true" : " = false");
		break;
	case VALUE_MARK:
	case VALUE_PROSE:
	case VALUE_LIST:
	case VALUE_RECORD:
		add_written(dump, "mark", value);
		break;
	}
	g_string_append_c(dump->out, '\n');
}

static void dump_value(struct dump *dump, const struct value *value)
{
	switch (value->kind) {
	case VALUE_PROSE:
		dump_prose(dump, value);
		break;
	case VALUE_LIST:
		dump_list(dump, value);
		break;
	case VALUE_RECORD:
		dump_record(dump, value);
		break;
	case VALUE_TEXT:
	case VALUE_NUMBER:
	case VALUE_DATE:
	case VALUE_PERIOD:
	case VALUE_TARGET:
	case VALUE_BOOLEAN:
	case VALUE_MARK:
		dump_line(dump, value);
		break;
	}
}

void value_dump(const struct value *value, GString *out)
{
	struct dump dump = {.out = out, .arena = arena_create()};
	dump_value(&dump, value);
	arena_destroy(dump.arena);
}
