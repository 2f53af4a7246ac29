/* What a plan may hold, for editors. */
#include "command/model_schema.h"

#include "command/json_writer.h"

#include "base/shown.h"

#include <string.h>

/* Patterns as plan/scan.h reads: full-width characters count as their ASCII forms. They
 * mean the same with and without JavaScript's `u`. */
#define DIGIT "[0-9０-９]"
#define NUMBER                                                                           \
	"[-+－＋]?(?:" DIGIT "{1,3}(?:[,，]" DIGIT "{3})+|" DIGIT "+)(?:[.．]" DIGIT     \
	"{1,6})?"
#define NO_UNIT                                                                                                  \
	"\\s0-9０-９,，.．、。；;：:！!？?（）()“”【】《》<>≥≤=+＋－—~～…*×_\\-" \
	"\\[\\]"
#define YEAR "(?:[1１][9９]" DIGIT "{2}|[2２][0０]" DIGIT "{2}|[2２][1１][0０]{2})"
#define MONTH "(?:[0０]?[1-9１-９]|[1１][0-2０-２])"
#define DAY "(?:[0０]?[1-9１-９]|[12１２]" DIGIT "|[3３][01０１])"
#define DATE                                                                             \
	YEAR "(?:年(?:\\s*" MONTH "(?:月(?:\\s*" DAY "[日号]?)?)?)?|[-－]\\s*" MONTH     \
	     "(?:[-－]" DAY ")?|[.．]\\s*" MONTH "(?:[.．]" DAY ")?|[/／]\\s*" MONTH     \
	     "(?:[/／]" DAY ")?)?"
#define DASH "\\s*(?:[-‐‑–—―−~～〜－]+|[至到])\\s*"
#define WHOLE(pattern) "^\\s*(?:" pattern ")\\s*$"

static const char marks[] = "{\"enum\": [null, \"\", \"/\", \"／\", \"-\", \"－\", "
			    "\"–\", \"—\", \"——\", \"无\", "
			    "\"暂无\"]}";
static const char year_keys[] = "^\\s*" YEAR "年?(?:" DASH YEAR "年?)?\\s*$";

static void write_slot(
	struct json_writer *writer, const char *key, const struct type *type);

/* ---- scalars ---- */

static void write_pattern(struct json_writer *writer, const char *pattern)
{
	json_open(writer, NULL, '{');
	json_text(writer, "type", "string");
	json_text(writer, "pattern", pattern);
	json_close(writer, '}');
}

static void write_raw_schema(struct json_writer *writer, const char *json)
{
	json_raw(writer, NULL, json);
}

/* YAML reads 2021 and 2021.3 as numbers. */
static const char year_numbers[] =
	"{\"type\": \"number\", \"minimum\": 1900, \"exclusiveMaximum\": 2101}";

static void write_decimal(struct json_writer *writer, const char *unit)
{
	char *pattern;
	if (unit) {
		char *escaped = g_regex_escape_string(unit, -1);
		pattern = g_strdup_printf(WHOLE(NUMBER "\\s*(?:%s)?"), escaped);
		g_free(escaped);
	} else {
		pattern = g_strdup(WHOLE(NUMBER "\\s*[^" NO_UNIT "]{0,12}"));
	}
	write_raw_schema(writer, "{\"type\": \"number\"}");
	write_pattern(writer, pattern);
	g_free(pattern);
}

static void write_choices(struct json_writer *writer, const char *const *choices)
{
	json_open(writer, NULL, '{');
	json_open(writer, "enum", '[');
	for (; *choices; choices++) {
		json_text(writer, NULL, *choices);
	}
	json_close(writer, ']');
	json_close(writer, '}');
}

/* ---- what has parts ---- */

static void write_items(struct json_writer *writer, const struct type *element)
{
	json_open(writer, NULL, '{');
	json_text(writer, "type", "array");
	write_slot(writer, "items", element);
	json_close(writer, '}');
}

static void write_choice_set(struct json_writer *writer, const struct type *type)
{
	const struct type one = {.kind = TYPE_CHOICE, .choices = type->choices};
	json_open(writer, NULL, '{');
	json_text(writer, "type", "array");
	json_raw(writer, "uniqueItems", "true");
	write_slot(writer, "items", &one);
	json_close(writer, '}');
	write_choices(writer, type->choices);
}

static void write_years(struct json_writer *writer, const struct type *element)
{
	json_open(writer, NULL, '{');
	json_text(writer, "type", "object");
	json_open(writer, "patternProperties", '{');
	write_slot(writer, year_keys, element);
	json_close(writer, '}');
	json_raw(writer, "additionalProperties", "false");
	json_close(writer, '}');
}

/* The definitions of types that need no more than their kind; NULL: written out. */
static const char *definition_of(enum type_kind kind)
{
	static const char *const names[] = {
		[TYPE_TEXT] = "一行文字",
		[TYPE_PROSE] = "正文文字",
		[TYPE_PERCENT] = "百分数",
		[TYPE_DATE] = "日期",
		[TYPE_YEAR] = "年份",
		[TYPE_PERIOD] = "起止时间",
		[TYPE_TARGET] = "指标的值",
		[TYPE_BOOLEAN] = "是或否",
	};
	return (size_t)kind < G_N_ELEMENTS(names) ? names[kind] : NULL;
}

static void write_reference(struct json_writer *writer, const char *key, const char *path)
{
	GString *json = g_string_new("{\"$ref\": ");
	char *full = g_strdup_printf("#/definitions/%s", path);
	shown_append_json(json, full);
	g_string_append_c(json, '}');
	json_raw(writer, key, json->str);
	g_string_free(json, TRUE);
	g_free(full);
}

/* The alternatives that are of the type itself, within an `anyOf`. */
static void write_alternatives(struct json_writer *writer, const struct type *type)
{
	switch (type->kind) {
	case TYPE_TEXT:
	case TYPE_TARGET:
		write_raw_schema(writer, "{\"type\": [\"number\", \"boolean\"]}");
		write_pattern(writer, "^\\s*[^\\n]*\\s*$");
		break;
	case TYPE_PROSE:
		write_raw_schema(
			writer, "{\"type\": [\"string\", \"number\", \"boolean\"]}");
		write_raw_schema(writer,
			"{\"type\": \"array\", \"items\": {\"type\": [\"string\", "
			"\"number\", \"boolean\", \"null\"]}}");
		break;
	case TYPE_DECIMAL:
		write_decimal(writer, type->unit);
		break;
	case TYPE_PERCENT:
		write_pattern(writer, WHOLE(NUMBER "\\s*[%％]"));
		break;
	case TYPE_DATE:
		write_raw_schema(writer, year_numbers);
		write_pattern(writer, WHOLE(DATE));
		break;
	case TYPE_YEAR:
		write_raw_schema(writer,
			"{\"type\": \"integer\", \"minimum\": 1900, \"maximum\": 2100}");
		write_pattern(writer, WHOLE(YEAR "年?"));
		break;
	case TYPE_PERIOD:
		write_raw_schema(writer, year_numbers);
		write_pattern(
			writer, WHOLE(DATE "(?:" DASH "(?:" DATE "|" MONTH "月?))?"));
		break;
	case TYPE_BOOLEAN:
		write_raw_schema(writer, "{\"type\": \"boolean\"}");
		write_pattern(writer,
			WHOLE("是|否|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|"
			      "[Nn][Oo]"));
		break;
	case TYPE_CHOICE:
		write_choices(writer, type->choices);
		break;
	case TYPE_CHOICES:
		write_choice_set(writer, type);
		break;
	case TYPE_LIST:
		write_items(writer, type->element);
		write_alternatives(
			writer, type->element); /* one may stand for the list */
		break;
	case TYPE_RECORD:
		write_reference(writer, NULL, type->record->name);
		break;
	case TYPE_YEARS:
		write_years(writer, type->element);
		break;
	}
}

/* Any value may be a mark, or stand in a file of its own. */
static void write_alternatives_of(struct json_writer *writer, const struct type *type)
{
	bool declares_file = type->record && record_field(type->record, "文件");
	json_open(writer, "anyOf", '[');
	write_alternatives(writer, type);
	write_reference(writer, NULL, "没有内容");
	if (!declares_file) {
		write_reference(writer, NULL, "另有文件");
	}
	json_close(writer, ']');
}

static void write_any_of(struct json_writer *writer, const struct type *type)
{
	const char *definition = definition_of(type->kind);
	if (!definition) {
		write_alternatives_of(writer, type);
		return;
	}
	json_open(writer, "anyOf", '[');
	write_reference(writer, NULL, definition);
	json_close(writer, ']');
}

static void write_slot(
	struct json_writer *writer, const char *key, const struct type *type)
{
	const char *definition = definition_of(type->kind);
	if (definition) {
		write_reference(writer, key, definition);
		return;
	}
	json_open(writer, key, '{');
	write_alternatives_of(writer, type);
	json_close(writer, '}');
}

/* ---- records ---- */

static void write_description(struct json_writer *writer, const struct field *field)
{
	GString *text = g_string_new(field->note ? field->note : field->name);
	if (field->required) {
		g_string_append(text, "（必填）");
	}
	json_text(writer, "description", text->str);
	g_string_free(text, TRUE);
	if (field->example) {
		json_open(writer, "examples", '[');
		json_text(writer, NULL, field->example);
		json_close(writer, ']');
	}
}

static void write_property(struct json_writer *writer, const struct field *field)
{
	json_open(writer, field->name, '{');
	write_description(writer, field);
	write_any_of(writer, &field->type);
	if (field->required) {
		json_open(writer, "not", '{');
		json_text(writer, "$ref", "#/definitions/空白");
		json_close(writer, '}');
	}
	json_close(writer, '}');
}

static void write_synonyms(struct json_writer *writer, const struct record *record,
	const struct field *field)
{
	char *path = g_strdup_printf("%s/properties/%s", record->name, field->name);
	for (size_t i = 0; field->synonyms[i]; i++) {
		write_reference(writer, field->synonyms[i], path);
	}
	g_free(path);
}

static void write_required(struct json_writer *writer, const char *const names[2],
	const char *before, const char *after)
{
	GString *json = g_string_new(before);
	g_string_append(json, "{\"required\": [");
	for (int i = 0; i < 2 && names[i]; i++) {
		g_string_append(json, i ? ", " : "");
		shown_append_json(json, names[i]);
	}
	g_string_append_printf(json, "]}%s", after);
	json_raw(writer, NULL, json->str);
	g_string_free(json, TRUE);
}

/* A required field is written under just one of its names. */
static void write_names(struct json_writer *writer, const struct field *field)
{
	json_open(writer, NULL, '{');
	json_open(writer, "oneOf", '[');
	write_required(writer, (const char *const[]){field->name, NULL}, "", "");
	for (size_t i = 0; field->synonyms[i]; i++) {
		write_required(
			writer, (const char *const[]){field->synonyms[i], NULL}, "", "");
	}
	json_close(writer, ']');
	json_close(writer, '}');
}

/* Of a field that may be left out: no two of its names. */
static void write_exclusions(struct json_writer *writer, const struct field *field)
{
	GPtrArray *names = g_ptr_array_new();
	g_ptr_array_add(names, (gpointer)(uintptr_t)field->name);
	for (size_t i = 0; field->synonyms[i]; i++) {
		g_ptr_array_add(names, (gpointer)(uintptr_t)field->synonyms[i]);
	}
	for (guint i = 0; i < names->len; i++) {
		for (guint j = i + 1; j < names->len; j++) {
			const char *const pair[] = {
				g_ptr_array_index(names, i), g_ptr_array_index(names, j)};
			write_required(writer, pair, "{\"not\": ", "}");
		}
	}
	g_ptr_array_free(names, TRUE);
}

static void write_record(
	struct json_writer *writer, const struct record *record, bool is_root)
{
	json_open(writer, record->name, '{');
	json_text(writer, "type", "object");
	json_open(writer, "properties", '{');
	if (is_root) {
		json_raw(writer, "$schema", "{\"type\": \"string\"}");
	}
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		write_property(writer, field);
		write_synonyms(writer, record, field);
	}
	json_close(writer, '}');
	json_raw(writer, "additionalProperties", "false");
	json_open(writer, "allOf", '[');
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		if (field->required) {
			write_names(writer, field);
		} else {
			write_exclusions(writer, field);
		}
	}
	if (!writer->filled) {
		json_raw(writer, NULL, "true"); /* an empty list is no schema */
	}
	json_close(writer, ']');
	json_close(writer, '}');
}

static void write_shared(struct json_writer *writer)
{
	json_open(writer, "没有内容", '{');
	json_open(writer, "anyOf", '[');
	json_raw(writer, NULL, marks);
	write_pattern(writer, WHOLE("(?:[/／\\-－–—]|——|无|暂无)?"));
	json_close(writer, ']');
	json_close(writer, '}');
	json_open(writer, "另有文件", '{');
	json_text(
		writer, "description", "写在另一个文件里，文件名从规划所在的文件夹算起");
	json_text(writer, "type", "object");
	json_raw(writer, "properties",
		"{\"文件\": {\"type\": \"string\", \"minLength\": 1}}");
	json_raw(writer, "required", "[\"文件\"]");
	json_raw(writer, "additionalProperties", "false");
	json_close(writer, '}');
	for (int kind = 0; kind <= TYPE_YEARS; kind++) {
		const struct type type = {.kind = (enum type_kind)kind};
		if (definition_of(type.kind)) {
			json_open(writer, definition_of(type.kind), '{');
			write_alternatives_of(writer, &type);
			json_close(writer, '}');
		}
	}
	json_open(writer, "空白", '{');
	json_raw(writer, "anyOf",
		"[{\"type\": \"null\"}, {\"type\": \"string\", \"pattern\": "
		"\"^\\\\s*$\"}, "
		"{\"type\": \"array\", \"maxItems\": 0}]");
	json_close(writer, '}');
}

GPtrArray *model_reached(const struct model *model)
{
	GPtrArray *reached = g_ptr_array_new();
	g_ptr_array_add(reached, (gpointer)(uintptr_t)model_root(model));
	for (guint i = 0; i < reached->len; i++) {
		const struct record *record = g_ptr_array_index(reached, i);
		for (guint j = 0; j < record->fields->len; j++) {
			const struct field *field = g_ptr_array_index(record->fields, j);
			const struct type *type = &field->type;
			while (type->element) {
				type = type->element;
			}
			if (type->record &&
				!g_ptr_array_find(reached, type->record, NULL)) {
				g_ptr_array_add(
					reached, (gpointer)(uintptr_t)type->record);
			}
		}
	}
	return reached;
}

void model_schema_append(const struct model *model, const char *title, GString *out)
{
	struct json_writer writer = {.out = out};
	GPtrArray *reached = model_reached(model);
	json_open(&writer, NULL, '{');
	json_text(&writer, "$schema", "http://json-schema.org/draft-07/schema#");
	json_text(&writer, "title", title);
	json_open(&writer, "allOf", '[');
	write_reference(&writer, NULL, model_root(model)->name);
	json_close(&writer, ']');
	json_open(&writer, "definitions", '{');
	write_shared(&writer);
	for (guint i = 0; i < reached->len; i++) {
		write_record(&writer, g_ptr_array_index(reached, i), i == 0);
	}
	json_close(&writer, '}');
	json_close(&writer, '}');
	g_string_append_c(out, '\n');
	g_ptr_array_free(reached, TRUE);
}
