/* What stands with a table or a form, and how it meets its page. */
#include "base/language.h"
#include "layout/reader.h"

#include <string.h>

/* ---- lines above and below ---- */

static const char *const part_keys[LINE_PARTS] = {"left", "middle", "right"};

/* Its text, or its parts. */
static void read_line_text(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct table_line *line)
{
	const struct yaml_node *text = yaml_get(node, "text");
	line->text.text = reader_template(reader, text, scope);
	for (int i = 0; i < LINE_PARTS; i++) {
		const struct yaml_node *part = yaml_get(node, part_keys[i]);
		line->in_parts = line->in_parts || part;
		line->parts[i] = reader_template(reader, part, scope);
		if (part && text) {
			diagnostics_error(reader->diagnostics, part->place, "layout-line",
				"这一行有了 text，就不能再有 %s", part_keys[i]);
		}
	}
	if (!text && !line->in_parts) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这一行要有 text，或 left、middle、right");
	}
}

/* What only one paragraph can have. */
static void check_line(const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const of_text[] = {"hang", "hang after", "spread"};
	for (size_t i = 0; i < G_N_ELEMENTS(of_text); i++) {
		const struct yaml_node *value = yaml_get(node, of_text[i]);
		if (value) {
			diagnostics_error(reader->diagnostics, value->place,
				"layout-line", "分左中右的行不能有 %s", of_text[i]);
		}
	}
}

static bool read_line(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct table_line *line)
{
	static const char *const keys[] = {"id", "when", "text", "left", "middle",
		"right", "style", "hang", "hang after", "spread", NULL};
	if (!reader_is_mapping(reader, node)) {
		return false;
	}
	reader_check_keys(reader, node, keys);
	line->place = node->place;
	line->when = reader_condition(reader, yaml_get(node, "when"), scope);
	read_line_text(reader, node, scope, line);
	if (line->in_parts) {
		check_line(reader, node);
	} else {
		line->text.manner = read_manner(reader, node);
	}
	const struct yaml_node *style = yaml_get(node, "style");
	if (!style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这一行没有 style");
	}
	line->text.style = reader_style(reader, style);
	return line->text.style && (line->in_parts || line->text.text);
}

static const struct table_line *read_lines(const struct layout_reader *reader,
	const struct yaml_node *list, const struct scope_type *scope, size_t *count)
{
	if (!list) {
		return NULL;
	}
	reader_check_ids(reader, list);
	struct table_line *lines =
		arena_new_array(reader->arena, struct table_line, list->item_count);
	for (size_t i = 0; i < list->item_count; i++) {
		*count += read_line(reader, list->items[i], scope, &lines[*count]);
	}
	return lines;
}

struct table_lines_layout read_table_lines(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct yaml_node *repeat = yaml_get(node, "repeat lines");
	struct table_lines_layout lines = {0};
	lines.above = read_lines(reader, reader_list(reader, node, "lines above"), scope,
		&lines.above_count);
	lines.below = read_lines(reader, reader_list(reader, node, "lines below"), scope,
		&lines.below_count);
	lines.repeat = repeat && reader_flag(reader, repeat);
	if (lines.repeat && !yaml_get(node, "lines above")) {
		diagnostics_error(reader->diagnostics, repeat->place, "layout-missing",
			"有 repeat lines 就要有 lines above");
	}
	return lines;
}

/* ---- fitting ---- */

/* One of some words, by its number; 0 after reporting (or where the node is NULL). */
static int read_word(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *words)
{
	const char *text = reader_text(reader, node);
	for (int i = 0; text && words[i]; i++) {
		if (strcmp(text, words[i]) == 0) {
			return i + 1;
		}
	}
	if (text) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：%s%s%s", text, words[0],
			words[1] ? _("、") : "", words[1] ? words[1] : "");
	}
	return 0;
}

static enum table_turn read_turn(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const words[] = {"no", "yes", "wide", NULL};
	size_t turn = 0;
	reader_word(reader, node, words, &turn);
	return (enum table_turn)turn;
}

enum {
	MOST_STUBS = 100
};

struct table_fit read_table_fit(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const fits[] = {"page", NULL};
	static const char *const fills[] = {"page", "rows", NULL};
	const struct yaml_node *floor = yaml_get(node, "floor");
	const struct yaml_node *stubs = yaml_get(node, "stub columns");
	struct table_fit fit = {
		.page = read_word(reader, yaml_get(node, "fit"), fits) > 0,
		.fill = (enum table_fill)read_word(reader, yaml_get(node, "fill"), fills),
	};
	double count = 0;
	if (floor && reader_points(reader, floor, &fit.floor) && !(fit.floor > 0)) {
		diagnostics_error(reader->diagnostics, floor->place, "layout-length",
			"floor 是最小的字号，应大于零");
	}
	if (stubs && reader_number(reader, stubs, &count) &&
		!(count >= 1 && count <= MOST_STUBS && count == (int)count)) {
		diagnostics_error(reader->diagnostics, stubs->place, "layout-value",
			"stub columns 应是 1 至 %d 的整数，写的是“%s”", MOST_STUBS,
			stubs->scalar.text);
		count = 0;
	}
	fit.stub_columns = (int)count;
	fit.turned = read_turn(reader, yaml_get(node, "turned"));
	return fit;
}
