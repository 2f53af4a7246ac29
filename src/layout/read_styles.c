/* Styles of text and of tables. A style may be `like` another; its lengths in characters
 * and lines are resolved last, by its own pitch and leading. */
#include "layout/reader.h"

#include <string.h>

/* A style as written. */
struct style_source {
	struct style style;
	const struct yaml_node *node;
	struct length size, pitch, leading;
	struct length indent, start, end, before, after;
	enum {
		UNREAD,
		READING,
		READ
	} state;
};

struct style_sources {
	const struct layout_reader *reader;
	GHashTable *sources; /* name -> struct style_source */
};

static const struct attribute style_attributes[] = {
	{"like", ATTRIBUTE_OTHER, 0},
	{"face", ATTRIBUTE_NAME, offsetof(struct style_source, style.face)},
	{"latin", ATTRIBUTE_NAME, offsetof(struct style_source, style.latin)},
	{"emphasis", ATTRIBUTE_NAME, offsetof(struct style_source, style.emphasis)},
	{"latin emphasis", ATTRIBUTE_NAME,
		offsetof(struct style_source, style.latin_emphasis)},
	{"size", ATTRIBUTE_LENGTH, offsetof(struct style_source, size)},
	{"pitch", ATTRIBUTE_LENGTH, offsetof(struct style_source, pitch)},
	{"leading", ATTRIBUTE_LENGTH, offsetof(struct style_source, leading)},
	{"indent", ATTRIBUTE_LENGTH, offsetof(struct style_source, indent)},
	{"start", ATTRIBUTE_LENGTH, offsetof(struct style_source, start)},
	{"end", ATTRIBUTE_LENGTH, offsetof(struct style_source, end)},
	{"before", ATTRIBUTE_LENGTH, offsetof(struct style_source, before)},
	{"after", ATTRIBUTE_LENGTH, offsetof(struct style_source, after)},
	{"align", ATTRIBUTE_ALIGN, offsetof(struct style_source, style.align)},
	{"keep with next", ATTRIBUTE_FLAG,
		offsetof(struct style_source, style.keep_with_next)},
	{"balanced", ATTRIBUTE_FLAG, offsetof(struct style_source, style.balanced)},
	{"colour", ATTRIBUTE_COLOUR, offsetof(struct style_source, style.colour)},
	{"latin space", ATTRIBUTE_NUMBER,
		offsetof(struct style_source, style.latin_space)},
	{"on grid", ATTRIBUTE_FLAG, offsetof(struct style_source, style.on_grid)},
	{"stacked", ATTRIBUTE_FLAG, offsetof(struct style_source, style.stacked)},
	{"leader", ATTRIBUTE_NAME, offsetof(struct style_source, style.leader)},
	{0},
};

static bool has_role(const struct layout_reader *reader, const char *role)
{
	for (size_t i = 0; i < reader->layout->faces.count; i++) {
		if (strcmp(reader->layout->faces.roles[i].name, role) == 0) {
			return true;
		}
	}
	return false;
}

static void check_role(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *role = yaml_get(node, key);
	const char *name = yaml_text(role);
	if (name && !has_role(reader, name)) {
		diagnostics_error(reader->diagnostics, role->place, "layout-face",
			"没有“%s”这个字体角色", name);
		diagnostics_hint(reader->diagnostics, "角色在 faces.yaml 里声明");
	}
}

/* Roles that were not said follow from those that were. */
static void complete_roles(const struct style_sources *all, struct style_source *source)
{
	static const char *const keys[] = {"face", "latin", "emphasis", "latin emphasis"};
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		check_role(all->reader, source->node, keys[i]);
	}
	struct style *style = &source->style;
	if (!style->face) {
		diagnostics_error(all->reader->diagnostics, source->node->place,
			"layout-style", "样式“%s”没有字体（face）", style->name);
		style->face = "";
	}
	style->latin = style->latin ? style->latin : style->face;
	style->emphasis = style->emphasis ? style->emphasis : style->face;
	style->latin_emphasis =
		style->latin_emphasis ? style->latin_emphasis : style->latin;
}

static void resolve_lengths(const struct style_sources *all, struct style_source *source)
{
	struct style *style = &source->style;
	style->size = source->size.value;
	if (source->size.unit != LENGTH_POINTS ||
		!(style->size >= 1 && style->size <= 500)) {
		diagnostics_error(all->reader->diagnostics, source->node->place,
			"layout-style", "样式“%s”没有可用的字号（size）", style->name);
		style->size = 16;
	}
	double size = style->size;
	style->pitch = source->pitch.value > 0
			       ? length_points(source->pitch, size, size, size)
			       : size;
	style->leading = source->leading.value > 0
				 ? length_points(source->leading, size, size, size)
				 : size * 1.5;
	double em = style->pitch, line = style->leading;
	style->indent = length_points(source->indent, em, line, 0);
	style->start = length_points(source->start, em, line, 0);
	style->end = length_points(source->end, em, line, 0);
	style->before = length_points(source->before, em, line, 0);
	style->after = length_points(source->after, em, line, 0);
}

static struct style_source *read_style(
	const struct style_sources *all, const struct yaml_node *name_node);

/* Begins with what another style says; emphasis follows a face that is changed. */
static void take_after(const struct style_sources *all, struct style_source *source,
	const struct yaml_node *like)
{
	const struct style_source *other = read_style(all, like);
	if (!other) {
		return;
	}
	const char *name = source->style.name;
	const struct yaml_node *node = source->node;
	*source = *other;
	source->style.name = name;
	source->node = node;
	source->state = READING;
	if (yaml_get(node, "size") && !yaml_get(node, "pitch")) {
		source->pitch = (struct length){0, LENGTH_POINTS};
	}
	if (yaml_get(node, "face") && !yaml_get(node, "emphasis")) {
		source->style.emphasis = NULL;
	}
	if (yaml_get(node, "latin") && !yaml_get(node, "latin emphasis")) {
		source->style.latin_emphasis = NULL;
	}
}

static struct style_source *read_style(
	const struct style_sources *all, const struct yaml_node *name_node)
{
	const char *name = reader_text(all->reader, name_node);
	struct style_source *source =
		name ? g_hash_table_lookup(all->sources, name) : NULL;
	if (name && !source) {
		diagnostics_error(all->reader->diagnostics, name_node->place,
			"layout-style", "没有“%s”这个样式", name);
		return NULL;
	}
	if (!source || source->state == READ) {
		return source;
	}
	if (source->state == READING) {
		diagnostics_error(all->reader->diagnostics, name_node->place,
			"layout-style", "样式“%s”绕回了自己", name);
		return NULL;
	}
	source->state = READING;
	const struct yaml_node *like = yaml_get(source->node, "like");
	if (like) {
		take_after(all, source, like);
	}
	attributes_read(all->reader, source->node, style_attributes, source);
	complete_roles(all, source);
	resolve_lengths(all, source);
	source->state = READ;
	return source;
}

void read_styles(const struct layout_reader *reader, const struct yaml_node *file)
{
	struct style_sources all = {reader, arena_table(reader->arena)};
	const struct yaml_node *styles = yaml_get(file, "styles");
	for (size_t i = 0; styles && i < styles->entry_count; i++) {
		struct style_source *source =
			arena_new(reader->arena, struct style_source);
		source->style.name = styles->entries[i].key->scalar.text;
		source->node = styles->entries[i].value;
		g_hash_table_insert(
			all.sources, (gpointer)(uintptr_t)source->style.name, source);
	}
	for (size_t i = 0; styles && i < styles->entry_count; i++) {
		struct style_source *source = read_style(&all, styles->entries[i].key);
		if (source) {
			g_hash_table_insert(reader->layout->styles,
				(gpointer)(uintptr_t)source->style.name, &source->style);
		}
	}
}

const struct style *reader_style(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *name = reader_text(reader, node);
	if (!name) {
		return NULL;
	}
	const struct style *style = g_hash_table_lookup(reader->layout->styles, name);
	if (!style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-style",
			"没有“%s”这个样式", name);
	}
	return style;
}

static const struct attribute table_attributes[] = {
	{"padding across", ATTRIBUTE_POINTS,
		offsetof(struct table_style, padding_across)},
	{"padding down", ATTRIBUTE_POINTS, offsetof(struct table_style, padding_down)},
	{"outer rule", ATTRIBUTE_POINTS, offsetof(struct table_style, outer_rule)},
	{"inner rule", ATTRIBUTE_POINTS, offsetof(struct table_style, inner_rule)},
	{"minimum row", ATTRIBUTE_POINTS, offsetof(struct table_style, minimum_row)},
	{"vertical", ATTRIBUTE_VERTICAL, offsetof(struct table_style, vertical)},
	{"repeat head", ATTRIBUTE_FLAG, offsetof(struct table_style, repeat_head)},
	{"repeat labels", ATTRIBUTE_FLAG, offsetof(struct table_style, repeat_labels)},
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
	if (!style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"表格样式缺少“%s”", key);
	}
	return reader_style(reader, style);
}

void read_table_styles(const struct layout_reader *reader, const struct yaml_node *file)
{
	const struct yaml_node *styles = yaml_get(file, "table styles");
	for (size_t i = 0; styles && i < styles->entry_count; i++) {
		const struct yaml_node *node = styles->entries[i].value;
		struct table_style *style = arena_new(reader->arena, struct table_style);
		style->name = styles->entries[i].key->scalar.text;
		attributes_read(reader, node, table_attributes, style);
		style->cell = required_style(reader, node, "cell");
		style->head = required_style(reader, node, "head");
		g_hash_table_insert(reader->layout->table_styles,
			(gpointer)(uintptr_t)style->name, style);
	}
}
