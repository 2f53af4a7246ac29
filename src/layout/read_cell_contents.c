/* What cells hold beside their text, and how. */
#include "layout/read_cells.h"

#include <string.h>

static const char *const content_keys[] = {"label", "text", "parts", "paragraphs",
	"options", "table", "form", "hint", "foot", "diagonal", "blank", NULL};

bool cell_says_contents(const struct yaml_node *node)
{
	for (const char *const *key = content_keys; *key; key++) {
		if (yaml_get(node, *key)) {
			return true;
		}
	}
	return false;
}

static const struct text_manner *read_own_manner(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	if (!yaml_get(node, "hang") && !yaml_get(node, "hang after") &&
		!yaml_get(node, "spread")) {
		return NULL;
	}
	struct text_manner *manner = arena_new(reader->arena, struct text_manner);
	*manner = read_manner(reader, node);
	return manner;
}

/* What the texts under a key have in common. */
struct line_manner {
	const struct style *style; /* where one names none */
	const enum align *align;   /* where one says none; NULL: that of its style */
};

/* A text alone, or with what is said of it. */
static void read_line(const struct cell_reader *cells, const struct yaml_node *node,
	struct line_manner usual, struct cell_line *line)
{
	static const char *const keys[] = {
		"text", "style", "align", "hang", "hang after", "spread", NULL};
	const struct layout_reader *reader = cells->reader;
	line->place = node->place;
	line->style = read_own_style(reader, node, usual.style, usual.align);
	if (node->kind != YAML_MAPPING) {
		line->text = reader_template(reader, node, cells->scope);
		return;
	}
	reader_check_keys(reader, node, keys);
	const struct yaml_node *text = yaml_get(node, "text");
	if (!text) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这段文字没有 text");
	}
	line->text = reader_template(reader, text, cells->scope);
	line->manner = read_own_manner(reader, node);
}

/* Texts under a key: one, or a list of them. */
static struct cell_lines read_lines(const struct cell_reader *cells,
	const struct yaml_node *node, struct line_manner usual)
{
	struct cell_lines lines = {0};
	if (!node) {
		return lines;
	}
	bool several = node->kind == YAML_SEQUENCE;
	size_t count = several ? node->item_count : 1;
	struct cell_line *list =
		arena_new_array(cells->reader->arena, struct cell_line, count);
	for (size_t i = 0; i < count; i++) {
		const struct yaml_node *item = several ? node->items[i] : node;
		read_line(cells, item, usual, &list[lines.count]);
		lines.count += list[lines.count].text != NULL;
	}
	lines.list = list;
	return lines;
}

/* The one text under a key, in the style under another. */
static struct cell_lines read_styled(const struct cell_reader *cells,
	const struct yaml_node *node, const char *key, const struct style *usual)
{
	const struct layout_reader *reader = cells->reader;
	char *style_key = g_strconcat(key, " style", NULL);
	const struct yaml_node *text = yaml_get(node, key);
	const struct yaml_node *named = yaml_get(node, style_key);
	struct cell_line *line = arena_new(reader->arena, struct cell_line);
	line->place = node->place;
	line->style = reader_style_or(reader, named, usual);
	line->text = reader_template(reader, text, cells->scope);
	if (named && !text) {
		diagnostics_error(reader->diagnostics, named->place, "layout-missing",
			"有 %s 就要有 %s", style_key, key);
	}
	g_free(style_key);
	return (struct cell_lines){line, line->text ? 1 : 0};
}

static void read_diagonal(const struct cell_reader *cells, const struct yaml_node *node,
	const struct style *style, struct cell_contents *contents)
{
	contents->diagonal = read_lines(cells, node, (struct line_manner){style, NULL});
	size_t written = node && node->kind == YAML_SEQUENCE ? node->item_count : 1;
	if (node && (written < 2 || written > 3)) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			"diagonal 应是两三个标签，写的是 %zu 个", written);
	}
}

/* The weights of the cell's own rules: none, one for all, or one for each side named. */
static void read_rules(const struct layout_reader *reader, const struct yaml_node *node,
	struct cell_rule *rules)
{
	static const char *const sides[] = {"top", "right", "bottom", "left", NULL};
	struct cell_rule all = {.said = node && node->kind == YAML_SCALAR};
	if (!node || (all.said && g_strcmp0(yaml_text(node), "none") != 0 &&
			     !reader_points(reader, node, &all.weight))) {
		return;
	}
	if (!all.said) {
		reader_check_keys(reader, node, sides);
	}
	for (size_t i = 0; sides[i]; i++) {
		const struct yaml_node *weight = yaml_get(node, sides[i]);
		rules[i] = all;
		rules[i].said = all.said || (weight && reader_points(reader, weight,
							       &rules[i].weight));
	}
}

static void read_grid(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_contents *contents)
{
	const struct layout_reader *reader = cells->reader;
	const struct yaml_node *table = yaml_get(node, "table");
	const struct yaml_node *form = yaml_get(node, "form");
	if (table && form) {
		diagnostics_error(reader->diagnostics, form->place, "layout-cell",
			"一格只放一张表：table 和 form 要分开写");
	}
	const struct yaml_node *grid = table ? table : form;
	contents->grid = grid ? read_table(reader, grid, cells->scope) : NULL;
	if (contents->grid && contents->grid->fit.turned != TABLE_UPRIGHT) {
		diagnostics_error(reader->diagnostics, yaml_get(grid, "turned")->place,
			"layout-table", "单元格里的表不能另转（turned）");
	}
	if (contents->grid && contents->grid->of) {
		diagnostics_error(reader->diagnostics, grid->place, "layout-table",
			"有 of 的表由章节插入，不能放在格里");
		contents->grid = NULL;
	}
}

/* Keys that cannot stand beside one that says all of a cell. */
static void refuse_beside(const struct layout_reader *reader,
	const struct yaml_node *node, const char *alone, const char *const *others)
{
	for (const char *const *key = others; yaml_get(node, alone) && *key; key++) {
		const struct yaml_node *value = yaml_get(node, *key);
		if (value && strcmp(*key, alone) != 0) {
			diagnostics_error(reader->diagnostics, value->place,
				"layout-cell", "有 %s 的格不能再有 %s", alone, *key);
		}
	}
}

/* Other paragraphs have manners of their own. */
static void check_manner(const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const of_text[] = {"hang", "hang after", "spread"};
	for (size_t i = 0; i < G_N_ELEMENTS(of_text); i++) {
		const struct yaml_node *value = yaml_get(node, of_text[i]);
		if (value && !yaml_get(node, "text")) {
			diagnostics_error(reader->diagnostics, value->place,
				"layout-missing", "%s 说的是 text，这一格没有 text",
				of_text[i]);
		}
	}
}

static void check_contents(const struct layout_reader *reader,
	const struct yaml_node *node, const struct cell_contents *contents)
{
	static const char *const texts[] = {
		"label", "text", "parts", "paragraphs", "options", "hint", NULL};
	static const char *const grids[] = {"table", "form", NULL};
	const struct yaml_node *flush = yaml_get(node, "flush");
	const struct yaml_node *always = yaml_get(node, "hint always");
	check_manner(reader, node);
	refuse_beside(reader, node, "diagonal", content_keys);
	if (contents->blank) {
		refuse_beside(reader, node, "blank", texts);
		refuse_beside(reader, node, "blank", grids);
	}
	bool grid = yaml_get(node, "table") || yaml_get(node, "form");
	if (contents->flush && grid) {
		refuse_beside(reader, node, "flush", texts);
	} else if (contents->flush) {
		diagnostics_error(reader->diagnostics, flush->place, "layout-missing",
			"flush 是格里的表与格同边：要有 table 或 form");
	}
	if (always && !yaml_get(node, "hint")) {
		diagnostics_error(reader->diagnostics, always->place, "layout-missing",
			"有 hint always 就要有 hint");
	}
}

/* The attributes that are plain words. */
static const struct attribute content_attributes[] = {
	{"flush", ATTRIBUTE_FLAG, offsetof(struct cell_contents, flush)},
	{"hint always", ATTRIBUTE_FLAG, offsetof(struct cell_contents, hint_always)},
	{"blank", ATTRIBUTE_FLAG, offsetof(struct cell_contents, blank)},
	{"unit", ATTRIBUTE_NAME, offsetof(struct cell_contents, unit)},
	{"decimal", ATTRIBUTE_FLAG, offsetof(struct cell_contents, decimal)},
	{"height", ATTRIBUTE_POINTS, offsetof(struct cell_contents, height)},
	{0},
};

const struct cell_contents *read_cell_contents(const struct cell_reader *cells,
	const struct yaml_node *node, const struct style *style)
{
	static const enum align at_end = ALIGN_END;
	const struct layout_reader *reader = cells->reader;
	const struct line_manner usual = {style, NULL};
	struct cell_contents *contents = arena_new(reader->arena, struct cell_contents);
	attributes_take(reader, node, content_attributes, contents);
	contents->label = read_styled(cells, node, "label", style);
	contents->parts = read_lines(cells, yaml_get(node, "parts"), usual);
	contents->paragraphs = read_lines(cells, yaml_get(node, "paragraphs"), usual);
	contents->options = read_options(cells, yaml_get(node, "options"));
	read_grid(cells, node, contents);
	contents->hint = read_styled(cells, node, "hint", style);
	contents->foot = read_lines(
		cells, yaml_get(node, "foot"), (struct line_manner){style, &at_end});
	read_diagonal(cells, yaml_get(node, "diagonal"), style, contents);
	contents->manner = read_own_manner(reader, node);
	read_rules(reader, yaml_get(node, "rules"), contents->rules);
	check_contents(reader, node, contents);
	return contents;
}
