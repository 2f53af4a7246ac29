/* Contents: what is listed in them, how entries look, how pages are numbered. */
#include "layout/reader.h"

#include <string.h>

enum {
	MOST_LEVELS = 9,
	MOST_FIRST_NUMBER = 9999
};

int reader_level(
	const struct layout_reader *reader, const struct yaml_node *node, int usual)
{
	double level = usual;
	if (node && reader_number(reader, node, &level) &&
		!(level >= 1 && level <= MOST_LEVELS && level == (int)level)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"标题的级别应是 1 至 %d，写的是“%s”", MOST_LEVELS,
			node->scalar.text);
		level = usual;
	}
	return (int)level;
}

struct listing_layout read_listing(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct yaml_node *level = yaml_get(node, "contents level");
	const struct yaml_node *text = yaml_get(node, "contents text");
	if (text && !level) {
		diagnostics_error(reader->diagnostics, text->place, "layout-missing",
			"有 contents text 就要有 contents level：列在目录的第几级");
	}
	return (struct listing_layout){
		.level = reader_level(reader, level, 0),
		.text = reader_template(reader, text, scope),
	};
}

/* ---- entries ---- */

/* The pattern of a number: what stands before and behind `{page}`. */
static void read_number(const struct layout_reader *reader, const struct yaml_node *node,
	struct contents_level *level)
{
	static const char word[] = "{page}";
	const char *text = node ? reader_text(reader, node) : word;
	level->numbered = text && strcmp(text, "no") != 0;
	const char *page = level->numbered ? strstr(text, word) : NULL;
	if (!page) {
		if (level->numbered) {
			diagnostics_error(reader->diagnostics, node->place,
				"layout-number",
				"目录的页码“%s”里应有 {page}，不要页码写 no", text);
			level->numbered = false;
		}
		return;
	}
	level->before = arena_copy_bytes(reader->arena, text, (size_t)(page - text));
	level->after = page + strlen(word);
}

static bool read_level(const struct layout_reader *reader, const struct yaml_node *node,
	const struct yaml_node *number, struct contents_level *level)
{
	static const char *const keys[] = {"id", "style", "number", "leader", NULL};
	const struct yaml_node *own = yaml_get(node, "number");
	const struct yaml_node *leader = yaml_get(node, "leader");
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	reader_check_keys(reader, node, keys);
	read_number(reader, own ? own : number, level);
	level->style = reader_style(reader, yaml_get(node, "style"));
	if (!yaml_get(node, "style")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"目录的一级要有 style");
	}
	if (level->style && leader) {
		struct style *style =
			arena_copy(reader->arena, level->style, sizeof *level->style);
		style->leader = reader_text(reader, leader);
		level->style = style;
	}
	return level->style != NULL;
}

bool read_contents(const struct layout_reader *reader, const struct yaml_node *node,
	struct contents_layout *contents)
{
	static const char *const keys[] = {"number", "levels", NULL};
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	reader_check_keys(reader, node, keys);
	const struct yaml_node *list = reader_list(reader, node, "levels");
	if (!yaml_get(node, "levels") || (list && list->item_count == 0)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"contents 要有 levels：目录的每一级一项");
	}
	if (!list) {
		return false;
	}
	struct contents_level *levels =
		arena_new_array(reader->arena, struct contents_level, list->item_count);
	reader_check_ids(reader, list);
	for (size_t i = 0; i < list->item_count; i++) {
		contents->level_count += read_level(reader, list->items[i],
			yaml_get(node, "number"), &levels[contents->level_count]);
	}
	contents->levels = levels;
	return contents->level_count > 0;
}

/* ---- numbers of pages ---- */

/* `from N`; 0 after reporting. */
static int read_from(const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char from[] = "from ";
	gint64 number = 0;
	const char *text = node->scalar.text;
	if (g_str_has_prefix(text, from) &&
		g_ascii_string_to_signed(
			text + strlen(from), 10, 1, MOST_FIRST_NUMBER, &number, NULL)) {
		return (int)number;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-value",
		"“%s”不在可用的写法之内：from 1、none、go on", text);
	return 0;
}

static const char *read_numerals(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *numerals = reader_text(reader, node);
	if (numerals && !numeral_text(reader->arena, 1, numerals)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-number",
			"不认识“%s”这种数字", numerals);
		diagnostics_hint(
			reader->diagnostics, "页码可以写作 1、01、一、〇、Ⅰ、I、i、a、A");
		return NULL;
	}
	return numerals;
}

struct page_numbering read_numbering(
	const struct layout_reader *reader, const struct yaml_node *part)
{
	const struct yaml_node *numbers = yaml_get(part, "numbers");
	const char *text = reader_text(reader, numbers);
	struct page_numbering numbering = {
		.numerals = read_numerals(reader, yaml_get(part, "numerals"))};
	if (text && strcmp(text, "none") == 0) {
		numbering.none = true;
	} else if (text && strcmp(text, "go on") != 0) {
		numbering.from = read_from(reader, numbers);
	}
	return numbering;
}
