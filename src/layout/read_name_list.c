/* Lists of names in columns. */
#include "layout/reader.h"

#include <math.h>

#define NAME_WIDTH 3.0 /* em: most names have two characters or three */
#define NAME_GAP 1.0   /* em */

enum {
	IN_ROW_MOST = 20
};

static const struct yaml_node *required(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *value = yaml_get(node, key);
	if (!value) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"名单（names）缺少“%s”", key);
	}
	return value;
}

static int read_in_row(const struct layout_reader *reader, const struct yaml_node *node)
{
	double number = 0;
	if (!reader_number(reader, node, &number)) {
		return 0;
	}
	if (number < 1 || number > IN_ROW_MOST || floor(number) < number) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"in row 应是 1 到 %d 的整数", IN_ROW_MOST);
		return 0;
	}
	return (int)number;
}

bool read_name_list(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct names_layout *names)
{
	static const char *const keys[] = {"each", "name", "label", "style", "name width",
		"label width", "gap", "in row", NULL};
	if (!reader_check_keys(reader, node, keys) && node->kind != YAML_MAPPING) {
		return false;
	}
	names->name_width = (struct length){NAME_WIDTH, LENGTH_EMS};
	names->gap = (struct length){NAME_GAP, LENGTH_EMS};
	names->label_width = (struct length){0, LENGTH_EMS};
	reader_width(reader, yaml_get(node, "name width"), &names->name_width);
	reader_width(reader, yaml_get(node, "label width"), &names->label_width);
	reader_width(reader, yaml_get(node, "gap"), &names->gap);
	names->in_row = read_in_row(reader, yaml_get(node, "in row"));
	names->style = reader_style(reader, required(reader, node, "style"));
	names->label = reader_template(reader, yaml_get(node, "label"), scope);
	const struct yaml_node *each = required(reader, node, "each");
	const struct yaml_node *name = required(reader, node, "name");
	struct scope_type *inner = arena_new(reader->arena, struct scope_type);
	if (!each || !reader_each(reader, each, scope, &names->each, inner)) {
		return false;
	}
	names->name = reader_template(reader, name, inner);
	return names->name && names->style;
}
