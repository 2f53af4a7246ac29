/* What stands where an unfinished plan lacks what it must say: 【待补：名称】, so that
 * the page shows its place. It is a mark: printed, never counted. */
#include "plan/plan_reader.h"

enum {
	DEPTH_MOST = 8 /* of records that are missing within missing records */
};

/* A node that nobody wrote. */
static const struct yaml_node *nowhere(
	struct plan_reader *reader, enum yaml_kind kind, struct place place)
{
	struct yaml_node *node = arena_new(reader->arena, struct yaml_node);
	node->kind = kind;
	node->place = place;
	node->scalar = passage_plain("", place);
	return node;
}

static struct value *missing_mark(
	struct plan_reader *reader, const struct slot *slot, struct place place)
{
	const struct yaml_node *node = nowhere(reader, YAML_SCALAR, place);
	struct value *value = value_create(reader, slot, node, VALUE_MARK);
	const char *text = arena_printf(reader->texts, "【待补：%s】", slot->field->name);
	value->written = passage_plain(text, place);
	value->awaited = true;
	return value;
}

/* A list lacks its first item at least. */
static struct value *missing_list(
	struct plan_reader *reader, const struct slot *slot, struct place place)
{
	const struct yaml_node *node = nowhere(reader, YAML_SEQUENCE, place);
	struct value *list = value_create(reader, slot, node, VALUE_LIST);
	struct slot item = slot_item(reader, slot, 1);
	const struct value *only = value_missing(reader, &item, place);
	list->items = arena_copy(reader->arena, &only, sizeof(gpointer));
	list->item_count = 1;
	return list;
}

/* A record lacks all that it must say; that is one fault, which has been reported. */
static struct value *missing_record(
	struct plan_reader *reader, const struct slot *slot, struct place place)
{
	bool within = reader->within_missing;
	reader->within_missing = true;
	struct value *record =
		value_read_record(reader, slot, nowhere(reader, YAML_MAPPING, place));
	reader->within_missing = within;
	return record;
}

const struct value *value_missing(
	struct plan_reader *reader, const struct slot *slot, struct place place)
{
	bool deep = reader->missing_depth >= DEPTH_MOST;
	enum type_kind kind = deep ? TYPE_TEXT : slot->type->kind;
	const struct value *value = NULL;
	reader->missing_depth++;
	if (kind == TYPE_RECORD) {
		value = missing_record(reader, slot, place);
	} else if (kind == TYPE_LIST) {
		value = missing_list(reader, slot, place);
	}
	reader->missing_depth--;
	return value ? value : missing_mark(reader, slot, place);
}
