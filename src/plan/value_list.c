/* Lists, choice sets and tables of years. */
#include "plan/scan.h"

#include <string.h>

struct slot slot_item(struct plan_reader *reader, const struct slot *list, int ordinal)
{
	int *serial = g_hash_table_lookup(reader->serials, list->field);
	if (!serial) {
		serial = arena_new(reader->arena, int);
		g_hash_table_insert(
			reader->serials, (gpointer)(uintptr_t)list->field, serial);
	}
	return (struct slot){
		.type = list->type->element,
		.field = list->field,
		.parent = list->parent,
		.ordinal = ordinal,
		.serial = ++*serial,
	};
}

/* A list at hand. */
struct list_reading {
	struct plan_reader *reader;
	const struct slot *slot;
	GPtrArray *items; /* struct value */
	GArray *years;    /* int: of a table of years, one for each item */
};

static void read_item(struct list_reading *reading, const struct yaml_node *node);

/* An item may stand for a file; a list in that file takes the item's place. */
static void read_file_items(struct list_reading *reading, const struct yaml_node *node)
{
	struct slot item = {
		.type = reading->slot->type->element, .field = reading->slot->field};
	const struct yaml_node *inner = plan_file_enter(reading->reader, &item, node);
	if (!inner) {
		return;
	}
	if (inner->kind == YAML_SEQUENCE) {
		for (size_t i = 0; i < inner->item_count; i++) {
			read_item(reading, inner->items[i]);
		}
	} else {
		read_item(reading, inner);
	}
	plan_file_leave(reading->reader);
}

static void read_item(struct list_reading *reading, const struct yaml_node *node)
{
	struct slot any = {.type = reading->slot->type->element};
	if (plan_file_is(&any, node)) {
		read_file_items(reading, node);
		return;
	}
	struct slot slot =
		slot_item(reading->reader, reading->slot, (int)reading->items->len + 1);
	const struct value *value = value_read(reading->reader, &slot, node);
	if (value) {
		g_ptr_array_add(reading->items, (gpointer)(uintptr_t)value);
	}
}

/* A choice that is ticked twice is a slip of the pen. */
static void check_choices(struct list_reading *reading)
{
	for (guint i = 0; i < reading->items->len; i++) {
		const struct value *value = g_ptr_array_index(reading->items, i);
		for (guint j = 0; j < i; j++) {
			const struct value *first = g_ptr_array_index(reading->items, j);
			if (strcmp(value->written.text, first->written.text) == 0) {
				diagnostics_error(reading->reader->diagnostics,
					value->place, "choice-duplicate",
					"“%s”里的“%s”写了两次", slot_name(reading->slot),
					value->written.text);
				diagnostics_related(reading->reader->diagnostics,
					first->place, "第一次写在这里");
				break;
			}
		}
	}
}

static void take_items(struct list_reading *reading, struct value *list)
{
	struct arena *arena = reading->reader->arena;
	list->item_count = reading->items->len;
	list->items = arena_copy(
		arena, reading->items->pdata, reading->items->len * sizeof(gpointer));
	if (reading->years) {
		list->years = arena_copy(
			arena, reading->years->data, reading->years->len * sizeof(int));
		g_array_free(reading->years, TRUE);
	}
	g_ptr_array_free(reading->items, TRUE);
}

struct value *value_read_list(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	struct value *list = value_create(reader, slot, node, VALUE_LIST);
	struct list_reading reading = {
		.reader = reader, .slot = slot, .items = g_ptr_array_new()};
	if (node->kind == YAML_SEQUENCE) {
		for (size_t i = 0; i < node->item_count; i++) {
			read_item(&reading, node->items[i]);
		}
	} else {
		read_item(&reading, node);
	}
	if (slot->type->kind == TYPE_CHOICES) {
		check_choices(&reading);
	}
	take_items(&reading, list);
	return list;
}

/* The years of a key; false after reporting. */
static bool read_years_key(
	struct list_reading *reading, const struct yaml_node *key, int *first, int *last)
{
	struct scan scan = {.at = yaml_text(key)};
	if (!scan_years(&scan, first, last) || *first < YEAR_FIRST || *last > YEAR_LAST) {
		diagnostics_error(reading->reader->diagnostics, key->place,
			"year-invalid",
			"“%s”里应写年份（如 2016 或 2016-2020），实为“%s”",
			slot_name(reading->slot),
			text_excerpt(reading->reader->arena, yaml_text(key)));
		return false;
	}
	if (*first > *last) {
		diagnostics_error(reading->reader->diagnostics, key->place,
			"period-reversed", "“%s”的起止年份“%s”先后颠倒",
			slot_name(reading->slot), yaml_text(key));
		return false;
	}
	scan_note_wide(reading->reader, &scan, key->place);
	return true;
}

/* One year of an entry. Each year has a value of its own, since each has its own ordinal.
 */
static void add_year(struct list_reading *reading, int year, const struct yaml_node *node)
{
	struct slot slot =
		slot_item(reading->reader, reading->slot, (int)reading->items->len + 1);
	const struct value *value = value_read(reading->reader, &slot, node);
	if (value) {
		g_ptr_array_add(reading->items, (gpointer)(uintptr_t)value);
		g_array_append_val(reading->years, year);
	}
}

static void read_year_entry(struct list_reading *reading, const struct yaml_entry *entry,
	const struct yaml_node **keys)
{
	int first;
	int last;
	if (!read_years_key(reading, entry->key, &first, &last)) {
		return;
	}
	for (int year = first; year <= last; year++) {
		const struct yaml_node *earlier = keys[year - YEAR_FIRST];
		if (earlier) {
			diagnostics_error(reading->reader->diagnostics, entry->key->place,
				"year-duplicate", "“%s”里 %d 年写了两次",
				slot_name(reading->slot), year);
			diagnostics_related(reading->reader->diagnostics, earlier->place,
				"第一次写在这里");
			return;
		}
		keys[year - YEAR_FIRST] = entry->key;
		add_year(reading, year, entry->value);
	}
}

struct value *value_read_years(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING) {
		return report_mismatch(reader, slot, node);
	}
	struct value *list = value_create(reader, slot, node, VALUE_LIST);
	struct list_reading reading = {
		.reader = reader,
		.slot = slot,
		.items = g_ptr_array_new(),
		.years = g_array_new(FALSE, FALSE, sizeof(int)),
	};
	const struct yaml_node *keys[YEAR_LAST - YEAR_FIRST + 1] = {NULL};
	for (size_t i = 0; i < node->entry_count; i++) {
		read_year_entry(&reading, &node->entries[i], keys);
	}
	take_items(&reading, list);
	return list;
}
