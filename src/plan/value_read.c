/* A node becomes a value of the type that its slot declares. */
#include "base/language.h"
#include "plan/plan_reader.h"

#include <string.h>

enum {
	EXCERPT_CHARACTERS = 24
};

struct value *value_create(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node, enum value_kind kind)
{
	struct value *value = arena_new(reader->arena, struct value);
	value->kind = kind;
	value->type = slot->type;
	value->place = node->place;
	value->written = passage_plain("", node->place);
	value->unit = "";
	value->ordinal = slot->ordinal;
	value->serial = slot->serial;
	return value;
}

const char *slot_name(const struct slot *slot)
{
	return slot->field ? slot->field->name : slot->type->record->name;
}

/* What a type wants, in the words of the manual. */
static const char *type_words(const struct type *type)
{
	switch (type->kind) {
	case TYPE_TEXT:
	case TYPE_TARGET:
		return _("文字");
	case TYPE_PROSE:
		return _("一段或几段文字");
	case TYPE_DECIMAL:
		return _("数");
	case TYPE_PERCENT:
		return _("百分数");
	case TYPE_DATE:
		return _("日期");
	case TYPE_YEAR:
		return _("年份");
	case TYPE_PERIOD:
		return _("起止时间");
	case TYPE_CHOICE:
		return _("一个选项");
	case TYPE_CHOICES:
		return _("若干选项的列表");
	case TYPE_BOOLEAN:
		return _("“是”或“否”");
	case TYPE_LIST:
		return _("列表");
	case TYPE_RECORD:
		return _("一组内容（每行“键: 值”）");
	case TYPE_YEARS:
		return _("逐年内容（每行“年份: 内容”）");
	}
	return "";
}

const char *text_excerpt(struct arena *arena, const char *text)
{
	if (g_utf8_strlen(text, -1) <= EXCERPT_CHARACTERS) {
		return text;
	}
	const char *end = g_utf8_offset_to_pointer(text, EXCERPT_CHARACTERS);
	return arena_printf(arena, "%.*s…", (int)(end - text), text);
}

/* `名称：甲` is a text to YAML. */
static void hint_colon(const struct plan_reader *reader, const struct passage *text)
{
	const char *wide = strstr(text->text, "：");
	const char *narrow = strchr(text->text, ':');
	const char *colon = wide && (!narrow || wide < narrow) ? wide : narrow;
	if (!colon) {
		return;
	}
	int length = (int)(colon - text->text);
	const char *value = g_utf8_next_char(colon);
	while (*value && g_unichar_isspace(g_utf8_get_char(value))) {
		value = g_utf8_next_char(value);
	}
	diagnostics_hint(reader->diagnostics,
		"键之后应为半角冒号加一个空格，可写作：%.*s: %s", length, text->text,
		text_excerpt(reader->arena, value));
}

struct value *report_mismatch(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	diagnostics_error(reader->diagnostics, node->place, "type-mismatch",
		"“%s”应为%s，实为%s", slot_name(slot), type_words(slot->type),
		yaml_kind_name(node->kind));
	bool keys = slot->type->kind == TYPE_RECORD || slot->type->kind == TYPE_YEARS;
	if (keys && node->kind == YAML_SCALAR) {
		hint_colon(reader, &node->scalar);
	}
	return NULL;
}

bool report_value(struct plan_reader *reader, const struct slot *slot,
	const struct value *value, const char *code, const char *expected)
{
	diagnostics_error(reader->diagnostics, value->written.place, code,
		"“%s”应为%s，实为“%s”", slot_name(slot), expected,
		text_excerpt(reader->arena, value->written.text));
	return false;
}

struct passage passage_trimmed(struct arena *arena, const struct passage *passage)
{
	const char *text = passage->text;
	size_t start = 0;
	size_t end = passage->length;
	while (start < end && g_unichar_isspace(g_utf8_get_char(text + start))) {
		start = (size_t)(g_utf8_find_next_char(text + start, NULL) - text);
	}
	if (start == end) {
		return passage_plain("", passage->place); /* blank: where it begins */
	}
	while (g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(text + end)))) {
		end = (size_t)(g_utf8_prev_char(text + end) - text);
	}
	return start == 0 && end == passage->length
		       ? *passage
		       : passage_part(arena, passage, start, end);
}

struct passage passage_untabbed(struct arena *arena, struct passage passage)
{
	if (passage.length && memchr(passage.text, '\t', passage.length)) {
		char *text = arena_copy(arena, passage.text, passage.length + 1);
		passage.text = g_strdelimit(text, "\t", ' ');
	}
	return passage;
}

/* One stretch of text, as its type reads it. */
static bool read_written(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	switch (slot->type->kind) {
	case TYPE_TEXT:
		return value_read_text(reader, slot, value);
	case TYPE_DECIMAL:
		return value_read_decimal(reader, slot, value);
	case TYPE_PERCENT:
		return value_read_percent(reader, slot, value);
	case TYPE_DATE:
		return value_read_date(reader, slot, value);
	case TYPE_YEAR:
		return value_read_year(reader, slot, value);
	case TYPE_PERIOD:
		return value_read_period(reader, slot, value);
	case TYPE_TARGET:
		return value_read_target(reader, slot, value);
	case TYPE_CHOICE:
		return value_read_choice(reader, slot, value);
	case TYPE_BOOLEAN:
		return value_read_boolean(reader, slot, value);
	case TYPE_PROSE:
	case TYPE_CHOICES:
	case TYPE_LIST:
	case TYPE_RECORD:
	case TYPE_YEARS:
		break;
	}
	g_assert_not_reached();
}

static struct value *read_scalar(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	if (node->kind != YAML_SCALAR) {
		return report_mismatch(reader, slot, node);
	}
	struct value *value = value_create(reader, slot, node, VALUE_TEXT);
	value->written = passage_untabbed(
		reader->texts, passage_trimmed(reader->texts, &node->scalar));
	return read_written(reader, slot, value) ? value : NULL;
}

static struct value *read_typed(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	struct value *mark = value_read_mark(reader, slot, node);
	if (mark) {
		return mark;
	}
	switch (slot->type->kind) {
	case TYPE_PROSE:
		return value_read_prose(reader, slot, node);
	case TYPE_LIST:
	case TYPE_CHOICES:
		return value_read_list(reader, slot, node);
	case TYPE_YEARS:
		return value_read_years(reader, slot, node);
	case TYPE_RECORD:
		return value_read_record(reader, slot, node);
	case TYPE_TEXT:
	case TYPE_DECIMAL:
	case TYPE_PERCENT:
	case TYPE_DATE:
	case TYPE_YEAR:
	case TYPE_PERIOD:
	case TYPE_TARGET:
	case TYPE_CHOICE:
	case TYPE_BOOLEAN:
		break;
	}
	return read_scalar(reader, slot, node);
}

const struct value *value_read(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	if (plan_file_is_mixed(reader, slot, node)) {
		return NULL;
	}
	if (!plan_file_is(slot, node)) {
		return read_typed(reader, slot, node);
	}
	const struct yaml_node *inner = plan_file_enter(reader, slot, node);
	if (!inner) {
		return NULL;
	}
	const struct value *value = value_read(reader, slot, inner);
	plan_file_leave(reader);
	return value;
}
