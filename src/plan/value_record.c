/* Records: keys become fields; what is unknown, written twice or missing is reported. */
#include "base/language.h"
#include "plan/plan_reader.h"

#include <inttypes.h>
#include <string.h>

enum {
	KEYS_SHOWN = 12
}; /* a longer list of keys helps nobody */

/* A record at hand. */
struct record_reading {
	struct plan_reader *reader;
	struct value *value;
	const struct yaml_node *node;
	const struct value **fields;        /* by index */
	const struct yaml_node **keys;      /* by index: where each field was written */
	const struct field **written_order; /* the fields that have values */
	const struct yaml_node **written_keys;
};

static const char *known_keys(struct arena *arena, const struct record *record)
{
	if (record->fields->len == 0 || record->fields->len > KEYS_SHOWN) {
		return NULL;
	}
	GString *keys = arena_text(arena);
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		g_string_append_printf(keys, "%s%s", i ? _("、") : "", field->name);
	}
	return keys->str;
}

static bool is_extended(const struct record *record)
{
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		if (field->place.source != record->place.source) {
			return true;
		}
	}
	return false;
}

static bool nests(const struct record *record)
{
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		const struct type *type = &field->type;
		while (type->element) {
			type = type->element;
		}
		if (type->record == record) {
			return true;
		}
	}
	return false;
}

/* Whether an unknown key can be told from one of a layout that is not at hand. */
static bool can_judge(const struct plan_reader *reader, const struct slot *slot,
	const struct record *record, bool near)
{
	if (!reader->partial) {
		return true;
	}
	if (!slot->field || is_extended(record) || nests(record)) {
		return false;
	}
	return near || slot->ordinal == 0 || strcmp(record->name, "文档") == 0;
}

static void report_unknown_key(struct plan_reader *reader, const struct slot *slot,
	const struct record *record, const struct yaml_node *key)
{
	const char *nearest = record_nearest_field(record, yaml_text(key));
	if (!can_judge(reader, slot, record, nearest)) {
		return;
	}
	diagnostics_error(reader->diagnostics, key->place, "key-unknown",
		"“%s”里有未知的键“%s”", record->name,
		text_excerpt(reader->arena, yaml_text(key)));
	const char *known = nearest ? NULL : known_keys(reader->arena, record);
	if (nearest) {
		diagnostics_hint_word(reader->diagnostics, nearest);
	} else if (known) {
		diagnostics_hint(reader->diagnostics, "可以写的键：%s", known);
	}
}

static void report_twice(struct plan_reader *reader, const struct yaml_node *key,
	const struct yaml_node *first)
{
	diagnostics_error(reader->diagnostics, key->place, "key-duplicate",
		"键“%s”与“%s”是同一项，写了两次", yaml_text(key), yaml_text(first));
	diagnostics_related(reader->diagnostics, first->place, "第一次写在这里");
}

/* The schema that an editor checks the plan with belongs to the editor. */
static bool is_editor_key(const struct slot *slot, const char *key)
{
	return !slot->field && strcmp(key, "$schema") == 0;
}

static void read_entry(struct record_reading *reading, const struct slot *slot,
	const struct yaml_entry *entry)
{
	struct value *value = reading->value;
	const struct field *field = record_field(value->record, yaml_text(entry->key));
	if (!field) {
		report_unknown_key(reading->reader, slot, value->record, entry->key);
		return;
	}
	if (reading->keys[field->index]) {
		report_twice(reading->reader, entry->key, reading->keys[field->index]);
		return;
	}
	reading->keys[field->index] = entry->key;
	struct slot inner = {.type = &field->type, .field = field, .parent = value};
	const struct value *read = value_read(reading->reader, &inner, entry->value);
	if (read) {
		reading->fields[field->index] = read;
		reading->written_order[value->written_count] = field;
		reading->written_keys[value->written_count++] = entry->key;
	}
}

/* Whether nothing at all was written: `/` and `无` are answers. */
static bool says_nothing(const struct value *value)
{
	return (value->kind == VALUE_MARK && !*value->written.text) ||
	       (value->kind == VALUE_LIST && value->item_count == 0);
}

/* A draft may lack what a submission must have. */
static void report_field(
	struct record_reading *reading, const struct field *field, struct place place)
{
	struct diagnostics *diagnostics = reading->reader->diagnostics;
	const char *record = reading->value->record->name;
	if (reading->reader->draft) {
		diagnostics_warning(diagnostics, place, "field-missing",
			"“%s”缺少必填的“%s”", record, field->name);
	} else {
		diagnostics_error(diagnostics, place, "field-missing",
			"“%s”缺少必填的“%s”", record, field->name);
	}
	if (field->note) {
		diagnostics_hint(diagnostics, "%s：%s", field->name, field->note);
	}
}

/* Lists what is missing; a draft shows it in its place. */
static void note_missing(struct record_reading *reading, const struct slot *slot,
	const struct field *field, struct place place)
{
	struct plan_reader *reader = reading->reader;
	if (!reader->within_missing) {
		report_field(reading, field, place);
		const struct plan_missing missing = {
			place, slot_name(slot), slot->ordinal, field->name};
		g_array_append_val(reader->missing, missing);
	}
	if (reader->draft) {
		struct slot inner = {
			.type = &field->type, .field = field, .parent = reading->value};
		reading->fields[field->index] = value_missing(reader, &inner, place);
	}
}

/* A text, too, may be written as a list: one without items says nothing. */
static bool is_empty_list(const struct record_reading *reading, guint index)
{
	const struct yaml_node *key = reading->keys[index];
	const struct yaml_node *node =
		key ? yaml_get(reading->node, key->scalar.text) : NULL;
	return node && node->kind == YAML_SEQUENCE && node->item_count == 0;
}

static void report_missing(struct record_reading *reading, const struct slot *slot)
{
	const struct record *record = reading->value->record;
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		const struct value *value = reading->fields[i];
		bool missing = value ? says_nothing(value) || is_empty_list(reading, i)
				     : !reading->keys[i];
		if (!field->required || !missing || reading->reader->blank) {
			continue;
		}
		note_missing(reading, slot, field,
			reading->keys[i] ? reading->keys[i]->place
					 : reading->node->place);
	}
}

static void read_entries(struct record_reading *reading, const struct slot *slot)
{
	for (size_t i = 0; i < reading->node->entry_count; i++) {
		const struct yaml_entry *entry = &reading->node->entries[i];
		if (!is_editor_key(slot, yaml_text(entry->key))) {
			read_entry(reading, slot, entry);
		}
	}
	report_missing(reading, slot);
}

/* Files within files could nest deeper than any one of them. */
static bool within_depth(struct plan_reader *reader, const struct yaml_node *node)
{
	if (reader->depth < reader->limits->depth) {
		return true;
	}
	diagnostics_limit(reader->diagnostics, node->place, "limit-depth",
		"内容嵌套超过 %" PRId64 " 层", reader->limits->depth);
	return false;
}

struct value *value_read_record(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING) {
		return report_mismatch(reader, slot, node);
	}
	if (!within_depth(reader, node)) {
		return NULL;
	}
	struct value *value = value_create(reader, slot, node, VALUE_RECORD);
	value->record = slot->type->record;
	value->parent = slot->parent;
	guint field_count = value->record->fields->len;
	struct record_reading reading = {
		.reader = reader,
		.value = value,
		.node = node,
		.fields =
			arena_new_array(reader->arena, const struct value *, field_count),
		.keys = g_new0(const struct yaml_node *, field_count),
		.written_order = arena_new_array(reader->arena, const struct field *,
			MIN(field_count, node->entry_count)),
		.written_keys = arena_new_array(reader->arena, const struct yaml_node *,
			MIN(field_count, node->entry_count)),
	};
	value->fields = reading.fields;
	value->written_order = reading.written_order;
	value->written_keys = reading.written_keys;
	reader->depth++;
	read_entries(&reading, slot);
	reader->depth--;
	g_free(reading.keys);
	return value;
}
