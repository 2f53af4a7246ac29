/* Sections: headings by depth, and what stands under them. */
#include "layout/reader.h"

#include <string.h>

static struct numbering read_pattern(
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
	if (strpbrk(numbering.before, "{}") || strpbrk(numbering.after, "{}")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-number",
			"编号“%s”里只能有一个花括号中的数字", text);
	}
	if (!numeral_text(reader->arena, 1, numbering.numerals)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-number",
			"不认识“{%s}”这种数字", numbering.numerals);
		diagnostics_hint(reader->diagnostics,
			"可以写 1、01、一、壹、〇、①、⑴、⒈、㈠、Ⅰ、I、i、a、A");
		numbering.numerals = NULL;
	}
	return numbering;
}

static bool read_level(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct section_level *level)
{
	static const char *const keys[] = {"id", "number", "heading", "contents text",
		"style", "run in style", NULL};
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	reader_check_keys(reader, node, keys);
	const struct yaml_node *heading = yaml_get(node, "heading");
	const struct yaml_node *style = yaml_get(node, "style");
	if (!heading || !style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"标题的一级要有 heading 和 style");
		return false;
	}
	level->number = read_pattern(reader, yaml_get(node, "number"));
	level->heading = reader_template(reader, heading, scope);
	level->contents = reader_template(reader, yaml_get(node, "contents text"), scope);
	level->style = reader_style(reader, style);
	const struct yaml_node *run_in = yaml_get(node, "run in style");
	level->run_in = run_in ? reader_style(reader, run_in) : level->style;
	return level->heading && level->style && level->run_in;
}

static void read_levels(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct sections_layout *sections)
{
	const struct yaml_node *list = reader_list(reader, node, "levels");
	if (!yaml_get(node, "levels") || (list && list->item_count == 0)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"sections 要有 levels：每一级标题一项");
	}
	if (!list) {
		return;
	}
	struct section_level *levels =
		arena_new_array(reader->arena, struct section_level, list->item_count);
	reader_check_ids(reader, list);
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

static void note_named(const struct layout_reader *reader, const struct field *field)
{
	if (reader->named) {
		g_hash_table_add(reader->named, (gpointer)(uintptr_t)field);
	}
}

/* A record's field by the name in a node; NULL after reporting. */
static const struct field *find_field(const struct layout_reader *reader,
	const struct record *record, const struct yaml_node *node)
{
	const struct field *field = record_field(record, node->scalar.text);
	if (!field) {
		diagnostics_error(reader->diagnostics, node->place, "layout-content",
			"“%s”里没有“%s”这个字段", record->name, node->scalar.text);
		diagnostics_hint_word(reader->diagnostics,
			record_nearest_field(record, node->scalar.text));
	}
	return field;
}

/* `{prose: STYLE}`, `{blocks: [...]}`, `sections`, `tables`: what a field prints must fit
 * its type. */
static bool read_content_kind(const struct layout_reader *reader,
	const struct yaml_node *node, const struct type *type,
	struct section_content *content, const struct scope_type *section)
{
	static const char *const keys[] = {"prose", "hang", "blocks", NULL};
	const char *word = node->kind == YAML_SCALAR ? node->scalar.text : "";
	const struct yaml_node *prose = yaml_get(node, "prose");
	const struct yaml_node *blocks = yaml_get(node, "blocks");
	if (prose && type->kind == TYPE_PROSE) {
		reader_check_keys(reader, node, keys);
		content->kind = SECTION_PROSE;
		content->style = reader_style(reader, prose);
		content->manner = read_manner(reader, node);
		return content->style != NULL;
	}
	if (blocks) {
		reader_check_keys(reader, node, keys);
		content->kind = SECTION_BLOCKS;
		content->blocks = read_blocks(reader, blocks, section);
		return true;
	}
	if (strcmp(word, "sections") == 0 && is_list_of(type, section->type->record)) {
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
	diagnostics_hint(reader->diagnostics, "prose 用 {prose: 样式}；下级章节用 "
					      "sections；表名的列表用 tables；别的用 "
					      "{blocks: […]}");
	return false;
}

static bool has_content(const struct sections_layout *sections, const char *field,
	const struct section_content *contents)
{
	for (size_t i = 0; i < sections->content_count; i++) {
		if (strcmp(contents[i].field, field) == 0) {
			return true;
		}
	}
	return false;
}

static void read_fields(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *section, struct sections_layout *sections)
{
	const struct record *record = section->type->record;
	const struct yaml_node *map = reader_mapping(reader, node, "content");
	size_t count = map ? map->entry_count : 0;
	struct section_content *contents =
		arena_new_array(reader->arena, struct section_content, count);
	for (size_t i = 0; i < count; i++) {
		const struct yaml_node *key = map->entries[i].key;
		const struct field *field = find_field(reader, record, key);
		struct section_content *content = &contents[sections->content_count];
		if (field && has_content(sections, field->name, contents)) {
			diagnostics_error(reader->diagnostics, key->place,
				"layout-content", "“%s”写了两次", field->name);
		} else if (field) {
			content->field = field->name;
			note_named(reader, field);
			sections->content_count += read_content_kind(reader,
				map->entries[i].value, &field->type, content, section);
		}
	}
	sections->contents = contents;
}

/* A field of one line: the one named under a key, or a usual name where the record has
 * it. */
static const char *field_name(const struct layout_reader *reader,
	const struct yaml_node *node, const struct record *record, const char *usual)
{
	bool named = reader_text(reader, node) != NULL;
	const struct field *field =
		named ? find_field(reader, record, node) : record_field(record, usual);
	if (!field || (node && !named)) {
		return NULL;
	}
	if (field->type.kind == TYPE_TEXT || field->type.kind == TYPE_CHOICE) {
		note_named(reader, field);
		return field->name;
	}
	if (named) {
		diagnostics_error(reader->diagnostics, node->place, "layout-content",
			"“%s”的类型是 %s，应是 text", field->name,
			type_name(reader->arena, &field->type));
	}
	return NULL;
}

/* What sections are: a list of records. False after reporting. */
static bool read_section_list(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct sections_layout *sections, struct scope_type *inner)
{
	const struct yaml_node *each = yaml_get(node, "each");
	if (!each) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"sections 要有 each：章节的列表");
		return false;
	}
	if (!reader_each(reader, each, scope, &sections->each, inner)) {
		return false;
	}
	if (inner->type->kind != TYPE_RECORD) {
		diagnostics_error(reader->diagnostics, each->place, "layout-each",
			"sections 的列表应由记录组成，而不是 %s",
			type_name(reader->arena, inner->type));
		return false;
	}
	return true;
}

bool read_sections(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct sections_layout *sections)
{
	static const char *const keys[] = {"each", "run in", "own number", "title",
		"levels", "content", "contents", "contents below", "contents level",
		NULL};
	struct scope_type inner;
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	reader_check_keys(reader, node, keys);
	if (!read_section_list(reader, node, scope, sections, &inner)) {
		return false;
	}
	const struct record *record = inner.type->record;
	sections->run_in = reader_condition(reader, yaml_get(node, "run in"), &inner);
	sections->listed = reader_condition(reader, yaml_get(node, "contents"), &inner);
	sections->listed_below =
		reader_condition(reader, yaml_get(node, "contents below"), &inner);
	sections->listed_level =
		reader_level(reader, yaml_get(node, "contents level"), 1);
	sections->number_field =
		field_name(reader, yaml_get(node, "own number"), record, "编号");
	sections->title_field =
		field_name(reader, yaml_get(node, "title"), record, "标题");
	if (!sections->title_field && !yaml_get(node, "title")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"sections 要有 title：“%s”的标题是哪个字段", record->name);
	}
	read_levels(reader, node, &inner, sections);
	read_fields(reader, node, &inner, sections);
	return sections->level_count > 0;
}
