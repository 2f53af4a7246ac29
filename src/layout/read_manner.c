/* What a block of text says beyond its style: where its turnover lines begin, and how
 * wide it is set. */
#include "layout/reader.h"

#include <string.h>

static bool read_hang(const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *word = reader_text(reader, node);
	if (word && strcmp(word, "number") != 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：number", word);
		diagnostics_hint(reader->diagnostics,
			"要对齐某个符号之后的字，写 hang after: “：”");
	}
	return word && strcmp(word, "number") == 0;
}

static const char *read_hang_after(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *string = reader_text(reader, node);
	if (string && !*string) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"hang after 应写明回行对齐哪几个字之后");
		return NULL;
	}
	return string;
}

bool reader_width(const struct layout_reader *reader, const struct yaml_node *node,
	struct length *width)
{
	struct length length;
	if (!node || !reader_length(reader, node, &length)) {
		return false;
	}
	if (length.value < 0 ||
		(length.unit != LENGTH_POINTS && length.unit != LENGTH_EMS)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"此处应为不小于零的宽度，以字或毫米、磅计");
		return false;
	}
	*width = length;
	return true;
}

struct text_manner read_manner(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct yaml_node *after = yaml_get(node, "hang after");
	const struct yaml_node *spread = yaml_get(node, "spread");
	struct text_manner manner = {
		.hang_after = read_hang_after(reader, after),
		.hang_number = read_hang(reader, yaml_get(node, "hang")),
		.place = after    ? after->place
			 : spread ? spread->place
				  : node->place,
	};
	reader_width(reader, spread, &manner.spread);
	return manner;
}
