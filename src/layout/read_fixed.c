/* A list of the layout's own: texts, or records of texts and lists. Nobody declares what
 * it holds: its types are those of what stands in it, so that expressions are held
 * against them as against the model's. */
#include "layout/table_reader.h"

struct fixed_reader {
	const struct layout_reader *reader;
	GHashTable *serials; /* struct type of an item -> how many there are so far */
};

static const struct type text_type = {.kind = TYPE_TEXT};

static const struct type *infer_type(
	const struct layout_reader *reader, const GPtrArray *nodes, const char *name);

/* The values of one key in several records, what is left blank not among them. */
static void add_entries(GHashTable *values, GPtrArray *keys, const struct yaml_node *node)
{
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		gpointer key = (gpointer)(uintptr_t)entry->key->scalar.text;
		GPtrArray *list = g_hash_table_lookup(values, key);
		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(values, key, list);
			g_ptr_array_add(keys, key);
		}
		if (!yaml_is_blank(entry->value)) {
			g_ptr_array_add(list, (gpointer)(uintptr_t)entry->value);
		}
	}
}

/* `whole` is the field with the path to it, for messages. */
static bool add_field(const struct layout_reader *reader, struct record *record,
	const char *name, const char *whole, const GPtrArray *nodes)
{
	static const char *const no_synonyms[] = {NULL};
	const struct type *type = infer_type(reader, nodes, whole);
	struct field *field = arena_new(reader->arena, struct field);
	field->name = name;
	field->index = record->fields->len;
	field->synonyms = no_synonyms;
	if (type) {
		field->type = *type;
	}
	g_ptr_array_add(record->fields, field);
	g_hash_table_insert(record->lookup, (gpointer)(uintptr_t)name, field);
	return type != NULL;
}

/* A record with the keys of all of them. Its name is none that a model can have: records
 * of one name count as the same. */
static const struct type *infer_record(
	const struct layout_reader *reader, const GPtrArray *nodes, const char *name)
{
	GHashTable *values = g_hash_table_new_full(
		g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
	GPtrArray *keys = g_ptr_array_new();
	struct record *record = arena_new(reader->arena, struct record);
	struct type *type = arena_new(reader->arena, struct type);
	bool sound = true;
	record->name = arena_printf(reader->arena, "%s（版式）", name);
	record->fields = arena_pointers(reader->arena);
	record->lookup = arena_table(reader->arena);
	for (guint i = 0; i < nodes->len; i++) {
		add_entries(values, keys, g_ptr_array_index(nodes, i));
	}
	for (guint i = 0; i < keys->len; i++) {
		const char *key = g_ptr_array_index(keys, i);
		const char *bare = name_without_spaces(reader->arena, key);
		const char *whole = arena_printf(reader->arena, "%s.%s", name, bare);
		sound = add_field(reader, record, bare, whole,
				g_hash_table_lookup(values, key)) &&
			sound;
	}
	g_ptr_array_free(keys, TRUE);
	g_hash_table_destroy(values);
	type->kind = TYPE_RECORD;
	type->record = record;
	return sound ? type : NULL;
}

static const struct type *infer_list(
	const struct layout_reader *reader, const GPtrArray *nodes, const char *name)
{
	GPtrArray *items = g_ptr_array_new();
	const struct yaml_node *list_in_list = NULL;
	for (guint i = 0; i < nodes->len; i++) {
		const struct yaml_node *list = g_ptr_array_index(nodes, i);
		for (size_t j = 0; j < list->item_count; j++) {
			const struct yaml_node *item = list->items[j];
			g_ptr_array_add(items, (gpointer)(uintptr_t)item);
			if (item->kind == YAML_SEQUENCE && !list_in_list) {
				list_in_list = item;
			}
		}
	}
	if (list_in_list) {
		diagnostics_error(reader->diagnostics, list_in_list->place,
			"layout-fixed", "列表的一项应是文字或键值组，不能又是列表");
	}
	const struct type *element =
		list_in_list ? NULL : infer_type(reader, items, name);
	g_ptr_array_free(items, TRUE);
	struct type *type = arena_new(reader->arena, struct type);
	type->kind = TYPE_LIST;
	type->element = element;
	return element ? type : NULL;
}

/* The one type of several nodes; NULL after reporting that they have none. */
static const struct type *infer_type(
	const struct layout_reader *reader, const GPtrArray *nodes, const char *name)
{
	if (nodes->len == 0) {
		return &text_type;
	}
	const struct yaml_node *first = g_ptr_array_index(nodes, 0);
	for (guint i = 1; i < nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(nodes, i);
		if (node->kind != first->kind) {
			diagnostics_error(reader->diagnostics, node->place,
				"layout-fixed",
				"“%s”的各项应是同一种：前面是%s，这里是%s", name,
				yaml_kind_name(first->kind), yaml_kind_name(node->kind));
			return NULL;
		}
	}
	switch (first->kind) {
	case YAML_SCALAR:
		return &text_type;
	case YAML_SEQUENCE:
		return infer_list(reader, nodes, name);
	case YAML_MAPPING:
		return infer_record(reader, nodes, name);
	}
	g_assert_not_reached();
}

static struct value *make_value(const struct fixed_reader *fixed,
	const struct yaml_node *node, const struct type *type);

static void fill_record(const struct fixed_reader *fixed, const struct yaml_node *node,
	const struct record *record, struct value *value)
{
	const struct value **fields = arena_new_array(
		fixed->reader->arena, const struct value *, record->fields->len);
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		const struct field *field = record_field(record, entry->key->scalar.text);
		if (!yaml_is_blank(entry->value)) {
			fields[field->index] =
				make_value(fixed, entry->value, &field->type);
		}
	}
	value->kind = VALUE_RECORD;
	value->record = record;
	value->fields = fields;
}

static void fill_list(const struct fixed_reader *fixed, const struct yaml_node *node,
	const struct type *element, struct value *value)
{
	const struct value **items = arena_new_array(
		fixed->reader->arena, const struct value *, node->item_count);
	gpointer key = (gpointer)(uintptr_t)element;
	int serial = GPOINTER_TO_INT(g_hash_table_lookup(fixed->serials, key));
	for (size_t i = 0; i < node->item_count; i++) {
		struct value *item = make_value(fixed, node->items[i], element);
		item->ordinal = (int)i + 1;
		item->serial = ++serial;
		items[i] = item;
	}
	g_hash_table_insert(fixed->serials, key, GINT_TO_POINTER(serial));
	value->kind = VALUE_LIST;
	value->items = items;
	value->item_count = node->item_count;
}

static struct value *make_value(const struct fixed_reader *fixed,
	const struct yaml_node *node, const struct type *type)
{
	struct value *value = arena_new(fixed->reader->arena, struct value);
	value->type = type;
	value->place = node->place;
	value->unit = "";
	value->written = passage_plain("", node->place);
	if (type->kind == TYPE_RECORD) {
		fill_record(fixed, node, type->record, value);
	} else if (type->kind == TYPE_LIST) {
		fill_list(fixed, node, type->element, value);
	} else {
		value->kind = VALUE_TEXT;
		value->written = node->scalar;
	}
	return value;
}

/* What is under a key that must be there, and not empty; NULL after reporting. */
static const struct yaml_node *required(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *value = yaml_get(node, key);
	if (!value) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"fixed 缺少“%s”：应写作 {as: 名称, list: [各项]}", key);
	}
	return value;
}

const struct value *read_fixed(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct each_clause *clause, struct scope_type *inner)
{
	static const char *const keys[] = {"as", "list", NULL};
	if (!reader_check_keys(reader, node, keys) && node->kind != YAML_MAPPING) {
		return NULL;
	}
	const struct yaml_node *as = required(reader, node, "as");
	bool listed = required(reader, node, "list") != NULL;
	const struct yaml_node *list = reader_list(reader, node, "list");
	const char *name = reader_text(reader, as);
	if (!name || !listed || !list) {
		return NULL;
	}
	if (list->item_count == 0) {
		diagnostics_error(reader->diagnostics, list->place, "layout-value",
			"list 应是固定的各项，这里是空的");
		return NULL;
	}
	GPtrArray *lists = g_ptr_array_new();
	g_ptr_array_add(lists, (gpointer)(uintptr_t)list);
	const struct type *type = infer_list(reader, lists, name);
	g_ptr_array_free(lists, TRUE);
	*inner = (struct scope_type){
		.outer = scope, .name = name, .type = type ? type->element : NULL};
	clause->name = name;
	if (!type || !reader_check_name(reader, &as->scalar, as->place, inner)) {
		return NULL;
	}
	const struct fixed_reader fixed = {reader, g_hash_table_new(NULL, NULL)};
	const struct value *value = make_value(&fixed, list, type);
	g_hash_table_destroy(fixed.serials);
	return value;
}
