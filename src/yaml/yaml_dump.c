#include "yaml/yaml.h"

static void dump_text(const struct passage *passage, GString *out)
{
	for (size_t i = 0; i < passage->length; i++) {
		char byte = passage->text[i];
		if (byte == '\n') {
			g_string_append(out, "\\n");
		} else if (byte == '\t') {
			g_string_append(out, "\\t");
		} else {
			g_string_append_c(out, byte);
		}
	}
}

static void dump_node(
	const struct yaml_node *node, const char *prefix, int depth, GString *out)
{
	static const char *const style_marks[] = {"", "'", "|"};
	g_string_append_printf(out, "%d:%d %*s%s", node->place.line, node->place.column,
		2 * depth, "", prefix);
	if (node->kind == YAML_SCALAR) {
		g_string_append(out, style_marks[node->style]);
		dump_text(&node->scalar, out);
	} else {
		g_string_append(out, node->kind == YAML_SEQUENCE ? "[]" : "{}");
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < node->item_count; i++) {
		dump_node(node->items[i], "- ", depth + 1, out);
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		char *key = g_strconcat(node->entries[i].key->scalar.text, ": ", NULL);
		dump_node(node->entries[i].value, key, depth + 1, out);
		g_free(key);
	}
}

void yaml_dump(const struct yaml_node *node, GString *out)
{
	dump_node(node, "", 0, out);
}
