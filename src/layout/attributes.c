/* Values of a layout that are no expressions: lengths, numbers, flags, words. */
#include "base/language.h"
#include "layout/reader.h"

#include <string.h>

enum {
	LARGEST = 14400 /* points: what a page of a PDF file can measure */
};

/* Digits with a point: `inf`, `0x10` and `1e9` are numbers for the library only. */
static bool parse_number(const char *text, double *number)
{
	const char *digits = text + (*text == '-');
	char *end = NULL;
	double value = g_ascii_strtod(text, &end);
	if (!g_ascii_isdigit(*digits) || *end || digits[strspn(digits, "0123456789.")]) {
		return false;
	}
	*number = value;
	return true;
}

/* `156mm/28`: a length shared out. Column and row pitches are written so, exactly. */
static bool parse_quotient(const char *text, struct length *length)
{
	const char *slash = strchr(text, '/');
	if (!slash) {
		return length_parse(text, length);
	}
	char *head = g_strndup(text, (gsize)(slash - text));
	double divisor;
	bool sound = parse_number(slash + 1, &divisor) && divisor >= 1 &&
		     length_parse(head, length);
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

bool reader_offset(
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
	if (length.value < -LARGEST || length.value > LARGEST) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"“%s”超过了 %d pt", node->scalar.text, LARGEST);
		return false;
	}
	*points = length.value;
	return true;
}

bool reader_points(
	const struct layout_reader *reader, const struct yaml_node *node, double *points)
{
	double value;
	if (!reader_offset(reader, node, &value)) {
		return false;
	}
	if (value < 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"此处的长度不能是负的，写的是“%s”", node->scalar.text);
		return false;
	}
	*points = value;
	return true;
}

bool reader_word(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *words, size_t *index)
{
	const char *text = reader_text(reader, node);
	for (size_t i = 0; text && words[i]; i++) {
		if (strcmp(words[i], text) == 0) {
			*index = i;
			return true;
		}
	}
	if (text) {
		char *known = g_strjoinv(_("、"), (char **)(uintptr_t)words);
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：%s", text, known);
		g_free(known);
	}
	return false;
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
		g_string_append_printf(
			known, "%s%s", known->len ? _("、") : "", word->text);
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

bool reader_number(
	const struct layout_reader *reader, const struct yaml_node *node, double *number)
{
	const char *text = reader_text(reader, node);
	if (text && !parse_number(text, number)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不是数", text);
		return false;
	}
	return text != NULL;
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
	case ATTRIBUTE_OFFSET:
		reader_offset(reader, node, field);
		return;
	case ATTRIBUTE_LENGTH:
		reader_length(reader, node, field);
		return;
	case ATTRIBUTE_NUMBER:
		reader_number(reader, node, field);
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

void attributes_take(const struct layout_reader *reader, const struct yaml_node *node,
	const struct attribute *attributes, void *object)
{
	for (const struct attribute *known = attributes; known->key; known++) {
		const struct yaml_node *value = yaml_get(node, known->key);
		if (value) {
			read_attribute(reader, value, known->kind,
				(char *)object + known->offset);
		}
	}
}

void attributes_read(const struct layout_reader *reader, const struct yaml_node *node,
	const struct attribute *attributes, void *object)
{
	GPtrArray *keys = g_ptr_array_new();
	for (const struct attribute *known = attributes; known->key; known++) {
		g_ptr_array_add(keys, (gpointer)(uintptr_t)known->key);
	}
	g_ptr_array_add(keys, NULL);
	reader_check_keys(reader, node, (const char *const *)(const void *)keys->pdata);
	g_ptr_array_free(keys, TRUE);
	attributes_take(reader, node, attributes, object);
}
