/* Values of a layout that are no expressions: lengths, flags, words, names of styles. */
#include "layout/reader.h"

#include <string.h>

static const char *nearest_attribute(
	struct arena *arena, const struct attribute *attributes, const char *key)
{
	GPtrArray *words = arena_pointers(arena);
	for (; attributes->key; attributes++) {
		g_ptr_array_add(words, (gpointer)(uintptr_t)attributes->key);
	}
	g_ptr_array_add(words, NULL);
	return nearest_word((const char *const *)(const void *)words->pdata, key);
}

static void report_unknown(const struct layout_reader *reader,
	const struct yaml_node *key, const char *nearest)
{
	diagnostics_error(reader->diagnostics, key->place, "layout-key",
		"版式里没有“%s”这个键", key->scalar.text);
	if (nearest) {
		diagnostics_hint(reader->diagnostics, "是否要写“%s”", nearest);
	}
}

static bool is_mapping(const struct layout_reader *reader, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"此处应为键值组，写的是%s", yaml_kind_name(node->kind));
		return false;
	}
	return true;
}

bool reader_check_keys(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *keys)
{
	if (!is_mapping(reader, node)) {
		return false;
	}
	bool sound = true;
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_node *key = node->entries[i].key;
		if (!g_strv_contains(keys, key->scalar.text)) {
			report_unknown(reader, key, nearest_word(keys, key->scalar.text));
			sound = false;
		}
	}
	return sound;
}

const char *reader_text(const struct layout_reader *reader, const struct yaml_node *node)
{
	if (!node) {
		return NULL;
	}
	const char *text = yaml_text(node);
	if (!text) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"此处应为文字，写的是%s", yaml_kind_name(node->kind));
	}
	return text;
}

/* `156mm/28`: a length shared out. Column and row pitches are written so, exactly. */
static bool parse_quotient(const char *text, struct length *length)
{
	const char *slash = strchr(text, '/');
	if (!slash) {
		return length_parse(text, length);
	}
	char *head = g_strndup(text, (gsize)(slash - text));
	char *end;
	double divisor = g_ascii_strtod(slash + 1, &end);
	bool sound = *end == '\0' && divisor > 0 && length_parse(head, length);
	if (sound) {
		length->value /= divisor;
	}
	g_free(head);
	return sound;
}

bool reader_length(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *length)
{
	const char *text = reader_text(reader, node);
	if (!text) {
		return false;
	}
	if (!parse_quotient(text, length)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"“%s”不是长度", text);
		diagnostics_hint(
			reader->diagnostics, "长度写作 37mm、12pt、2字、1行、三号、25%%");
		return false;
	}
	return true;
}

bool reader_points(
	const struct layout_reader *reader, const struct yaml_node *node, double *points)
{
	struct length length;
	if (!reader_length(reader, node, &length)) {
		return false;
	}
	if (length.unit != LENGTH_POINTS) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"此处的长度不能用字、行或百分数");
		return false;
	}
	*points = length.value;
	return true;
}

struct word {
	const char *text;
	int value;
};

static bool find_word(const struct layout_reader *reader, const struct yaml_node *node,
	const struct word *words, int *value)
{
	const char *text = reader_text(reader, node);
	GString *known = g_string_new(NULL);
	for (const struct word *word = words; text && word->text; word++) {
		if (strcmp(word->text, text) == 0) {
			*value = word->value;
			g_string_free(known, TRUE);
			return true;
		}
		g_string_append_printf(known, "%s%s", known->len ? "、" : "", word->text);
	}
	if (text) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：%s", text, known->str);
	}
	g_string_free(known, TRUE);
	return false;
}

static const struct word flags[] = {
	{"yes", true},
	{"no", false},
	{"true", true},
	{"false", false},
	{"是", true},
	{"否", false},
	{0},
};

static const struct word aligns[] = {
	{"justify", ALIGN_JUSTIFY},
	{"start", ALIGN_START},
	{"centre", ALIGN_CENTRE},
	{"end", ALIGN_END},
	{0},
};

static const struct word verticals[] = {
	{"top", VERTICAL_TOP},
	{"middle", VERTICAL_MIDDLE},
	{"bottom", VERTICAL_BOTTOM},
	{0},
};

static const struct word sides[] = {
	{"left", SIDE_LEFT},
	{"centre", SIDE_CENTRE},
	{"right", SIDE_RIGHT},
	{"outside", SIDE_OUTSIDE},
	{"inside", SIDE_INSIDE},
	{0},
};

bool reader_flag(const struct layout_reader *reader, const struct yaml_node *node)
{
	int value = false;
	find_word(reader, node, flags, &value);
	return value;
}

/* `#C00000`. */
static bool read_colour(const struct layout_reader *reader, const struct yaml_node *node,
	struct colour *colour)
{
	const char *text = reader_text(reader, node);
	if (!text) {
		return false;
	}
	guint64 value;
	if (strlen(text) != 7 || text[0] != '#' ||
		!g_ascii_string_to_unsigned(text + 1, 16, 0, 0xFFFFFF, &value, NULL)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不是颜色，应写作 #RRGGBB", text);
		return false;
	}
	colour->red = (double)(value >> 16) / 255;
	colour->green = (double)(value >> 8 & 0xFF) / 255;
	colour->blue = (double)(value & 0xFF) / 255;
	return true;
}

static void read_number(
	const struct layout_reader *reader, const struct yaml_node *node, double *number)
{
	const char *text = reader_text(reader, node);
	char *end = NULL;
	double value = text ? g_ascii_strtod(text, &end) : 0;
	if (text && (end == text || *end)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不是数", text);
	} else if (text) {
		*number = value;
	}
}

static void read_attribute(const struct layout_reader *reader,
	const struct yaml_node *node, enum attribute_kind kind, void *field)
{
	int value;
	switch (kind) {
	case ATTRIBUTE_NAME:
		*(const char **)field = reader_text(reader, node);
		return;
	case ATTRIBUTE_POINTS:
		reader_points(reader, node, field);
		return;
	case ATTRIBUTE_LENGTH:
		reader_length(reader, node, field);
		return;
	case ATTRIBUTE_NUMBER:
		read_number(reader, node, field);
		return;
	case ATTRIBUTE_FLAG:
		*(bool *)field = reader_flag(reader, node);
		return;
	case ATTRIBUTE_ALIGN:
		if (find_word(reader, node, aligns, &value)) {
			*(enum align *)field = (enum align)value;
		}
		return;
	case ATTRIBUTE_VERTICAL:
		if (find_word(reader, node, verticals, &value)) {
			*(enum vertical_align *)field = (enum vertical_align)value;
		}
		return;
	case ATTRIBUTE_SIDE:
		if (find_word(reader, node, sides, &value)) {
			*(enum field_side *)field = (enum field_side)value;
		}
		return;
	case ATTRIBUTE_COLOUR:
		read_colour(reader, node, field);
		return;
	case ATTRIBUTE_OTHER:
		return;
	}
}

void attributes_read(const struct layout_reader *reader, const struct yaml_node *node,
	const struct attribute *attributes, void *object)
{
	if (!is_mapping(reader, node)) {
		return;
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		const struct attribute *attribute = attributes;
		while (attribute->key &&
			strcmp(attribute->key, entry->key->scalar.text) != 0) {
			attribute++;
		}
		if (attribute->key) {
			read_attribute(reader, entry->value, attribute->kind,
				(char *)object + attribute->offset);
		} else {
			report_unknown(reader, entry->key,
				nearest_attribute(reader->arena, attributes,
					entry->key->scalar.text));
		}
	}
}
