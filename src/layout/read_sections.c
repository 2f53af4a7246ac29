/* Sections: headings by depth, and what stands under them. */
#include "layout/reader.h"

#include <string.h>

struct numbering read_numbering(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	struct numbering numbering = {.before = "", .after = ""};
	const char *text = reader_text(reader, node);
	if (!text) {
		return numbering;
	}
	const char *open = strchr(text, '{');
	const char *close = open ? strchr(open, '}') : NULL;
	if (!close) {
		diagnostics_error(reader->diagnostics, node->place, "layout-number",
			"编号“%s”里应有 {一}、{1}、{①} 这样的数字", text);
		return numbering;
	}
	numbering.before = arena_copy_bytes(reader->arena, text, (size_t)(open - text));
	numbering.numerals =
		arena_copy_bytes(reader->arena, open + 1, (size_t)(close - open - 1));
	numbering.after = close + 1;
	if (!numeral_text(reader->arena, 1, numbering.numerals)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-number",
			"不认识“{%s}”这种数字", numbering.numerals);
		numbering.numerals = NULL;
	}
	return numbering;
}

static bool read_level(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct section_level *level)
{
	static const char *const keys[] = {
		"id", "number", "heading", "style", "run in style", NULL};
	if (!reader_check_keys(reader, node, keys)) {
		return false;
	}
	const struct yaml_node *heading = yaml_get(node, "heading");
	const struct yaml_node *style = yaml_get(node, "style");
	if (!heading || !style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"标题的一级要有 heading 和 style");
		return false;
	}
	level->number = read_numbering(reader, yaml_get(node, "number"));
	level->heading = reader_template(reader, heading, scope);
	level->style = reader_style(reader, style);
	const struct yaml_node *run_in = yaml_get(node, "run in style");
	level->run_in = run_in ? reader_style(reader, run_in) : level->style;
	return level->heading && level->style && level->run_in;
}

static void read_levels(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct sections_layout *sections)
{
	const struct yaml_node *list = yaml_get(node, "levels");
	if (!list || list->kind != YAML_SEQUENCE || list->item_count == 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"sections 要有 levels：每一级标题一项");
		return;
	}
	struct section_level *levels =
		arena_new_array(reader->arena, struct section_level, list->item_count);
	for (size_t i = 0; i < list->item_count; i++) {
		if (read_level(reader, list->items[i], scope,
			    &levels[sections->level_count])) {
			sections->level_count++;
		}
	}
	sections->levels = levels;
}

static bool is_list_of_text(const struct type *type)
{
	return type->kind == TYPE_LIST && type->element->kind == TYPE_TEXT;
}

static bool is_list_of(const struct type *type, const struct record *record)
{
	return type->kind == TYPE_LIST && type->element->kind == TYPE_RECORD &&
	       type->element->record == record;
}

/* `{prose: STYLE}`, `sections`, `tables`: what a field prints must fit its type. */
static bool read_content_kind(const struct layout_reader *reader,
	const struct yaml_node *node, const struct type *type,
	struct section_content *content, const struct record *record)
{
	const char *word = node->kind == YAML_SCALAR ? node->scalar.text : "";
	const struct yaml_node *prose = yaml_get(node, "prose");
	if (prose && type->kind == TYPE_PROSE) {
		content->kind = SECTION_PROSE;
		content->style = reader_style(reader, prose);
		return content->style != NULL;
	}
	if (strcmp(word, "sections") == 0 && is_list_of(type, record)) {
		content->kind = SECTION_SECTIONS;
		return true;
	}
	if (strcmp(word, "tables") == 0 && is_list_of_text(type)) {
		content->kind = SECTION_TABLES;
		return true;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-content",
		"“%s”的类型是 %s，不能这样印出", content->field,
		type_name(reader->arena, type));
	diagnostics_hint(reader->diagnostics,
		"prose 用 {prose: 样式}；下级章节用 sections；表名的列表用 tables");
	return false;
}

static void read_contents(const struct layout_reader *reader,
	const struct yaml_node *node, const struct record *record,
	struct sections_layout *sections)
{
	const struct yaml_node *map = yaml_get(node, "content");
	size_t count = map ? map->entry_count : 0;
	struct section_content *contents =
		arena_new_array(reader->arena, struct section_content, count);
	for (size_t i = 0; i < count; i++) {
		const struct yaml_node *key = map->entries[i].key;
		const struct field *field = record_field(record, key->scalar.text);
		struct section_content *content = &contents[sections->content_count];
		if (!field) {
			diagnostics_error(reader->diagnostics, key->place,
				"layout-content", "“%s”里没有“%s”这个字段", record->name,
				key->scalar.text);
			continue;
		}
		content->field = field->name;
		if (read_content_kind(reader, map->entries[i].value, &field->type,
			    content, record)) {
			sections->content_count++;
		}
	}
	sections->contents = contents;
}

/* The field named under a key, or a usual name where the record has it. */
static const char *field_name(const struct layout_reader *reader,
	const struct yaml_node *node, const struct record *record, const char *usual)
{
	const char *name = node ? reader_text(reader, node) : usual;
	const struct field *field = name ? record_field(record, name) : NULL;
	if (node && name && !field) {
		diagnostics_error(reader->diagnostics, node->place, "layout-content",
			"“%s”里没有“%s”这个字段", record->name, name);
	}
	return field ? field->name : NULL;
}

bool read_sections(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct sections_layout *sections)
{
	static const char *const keys[] = {
		"each", "run in", "own number", "title", "levels", "content", NULL};
	struct scope_type inner;
	const struct yaml_node *each = yaml_get(node, "each");
	if (!reader_check_keys(reader, node, keys)) {
		return false;
	}
	if (!each) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"sections 要有 each：章节的列表");
		return false;
	}
	if (!reader_each(reader, each, scope, &sections->each, &inner)) {
		return false;
	}
	if (inner.type->kind != TYPE_RECORD) {
		diagnostics_error(reader->diagnostics, each->place, "layout-each",
			"sections 的列表应由记录组成，而不是 %s",
			type_name(reader->arena, inner.type));
		return false;
	}
	const struct record *record = inner.type->record;
	const struct type *type;
	sections->run_in = reader_expr(reader, yaml_get(node, "run in"), &inner, &type);
	sections->number_field =
		field_name(reader, yaml_get(node, "own number"), record, "编号");
	sections->title_field =
		field_name(reader, yaml_get(node, "title"), record, "标题");
	read_levels(reader, node, &inner, sections);
	read_contents(reader, node, record, sections);
	return sections->level_count > 0;
}
