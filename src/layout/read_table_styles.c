/* Styles of tables. */
#include "layout/reader.h"

static const struct attribute table_attributes[] = {
	{"padding across", ATTRIBUTE_POINTS,
		offsetof(struct table_style, padding_across)},
	{"padding down", ATTRIBUTE_POINTS, offsetof(struct table_style, padding_down)},
	{"outer rule", ATTRIBUTE_POINTS, offsetof(struct table_style, outer_rule)},
	{"inner rule", ATTRIBUTE_POINTS, offsetof(struct table_style, inner_rule)},
	{"side rule", ATTRIBUTE_POINTS, offsetof(struct table_style, side_rule)},
	{"across rule", ATTRIBUTE_POINTS, offsetof(struct table_style, across_rule)},
	{"down rule", ATTRIBUTE_POINTS, offsetof(struct table_style, down_rule)},
	{"head rule", ATTRIBUTE_POINTS, offsetof(struct table_style, head_rule)},
	{"before", ATTRIBUTE_POINTS, offsetof(struct table_style, before)},
	{"after", ATTRIBUTE_POINTS, offsetof(struct table_style, after)},
	{"minimum row", ATTRIBUTE_POINTS, offsetof(struct table_style, minimum_row)},
	{"vertical", ATTRIBUTE_VERTICAL, offsetof(struct table_style, vertical)},
	{"repeat head", ATTRIBUTE_FLAG, offsetof(struct table_style, repeat_head)},
	{"repeat labels", ATTRIBUTE_FLAG, offsetof(struct table_style, repeat_labels)},
	{"continued label", ATTRIBUTE_NAME,
		offsetof(struct table_style, continued_label)},
	{"part rows", ATTRIBUTE_FLAG, offsetof(struct table_style, part_rows)},
	{"close fragments", ATTRIBUTE_FLAG,
		offsetof(struct table_style, close_fragments)},
	{"colour", ATTRIBUTE_COLOUR, offsetof(struct table_style, colour)},
	{"cell", ATTRIBUTE_OTHER, 0},
	{"head", ATTRIBUTE_OTHER, 0},
	{0},
};

static const struct style *required_style(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *style = yaml_get(node, key);
	if (!style && node->kind == YAML_MAPPING) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格样式缺少“%s”", key);
	}
	return reader_style(reader, style);
}

static void default_rule(
	const struct yaml_node *node, const char *key, double *weight, double other)
{
	if (!yaml_get(node, key)) {
		*weight = other;
	}
}

/* Rules of which nothing is said are as heavy as the next more general ones. */
static void complete_rules(const struct yaml_node *node, struct table_style *style)
{
	default_rule(node, "side rule", &style->side_rule, style->outer_rule);
	default_rule(node, "across rule", &style->across_rule, style->inner_rule);
	default_rule(node, "down rule", &style->down_rule, style->inner_rule);
	default_rule(node, "head rule", &style->head_rule, style->across_rule);
}

void read_table_styles(const struct layout_reader *reader)
{
	const struct yaml_node *styles =
		reader_mapping(reader, reader->file, "table styles");
	for (size_t i = 0; styles && i < styles->entry_count; i++) {
		const struct yaml_node *node = styles->entries[i].value;
		struct table_style *style = arena_new(reader->arena, struct table_style);
		style->name = styles->entries[i].key->scalar.text;
		attributes_read(reader, node, table_attributes, style);
		complete_rules(node, style);
		style->cell = required_style(reader, node, "cell");
		style->head = required_style(reader, node, "head");
		g_hash_table_insert(reader->layout->table_styles,
			(gpointer)(uintptr_t)style->name, style);
	}
}
