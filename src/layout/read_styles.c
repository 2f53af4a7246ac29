/* Styles of text. A style may be `like` another; its lengths in characters
 * and lines are resolved last, by its own pitch and leading. */
#include "base/language.h"
#include "layout/reader.h"

#include <math.h>
#include <string.h>

/* A style as written. */
struct style_source {
	struct style style;
	const struct yaml_node *node;
	struct length size, pitch, leading;
	struct length indent, start, end, before, after;
	bool broken; /* what it is like cannot be had: that was reported */
	enum {
		UNREAD,
		READING,
		READ
	} state;
};

struct style_sources {
	const struct layout_reader *reader;
	GHashTable *sources; /* name -> struct style_source */
	int depth;           /* of the style at hand, among those like each other */
};

enum {
	MOST_LIKE = 64,      /* styles in a chain */
	LARGEST_SIZE = 500,  /* points */
	LARGEST_ROOM = 14400 /* points: what a page of a PDF file can measure */
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
	{"total fit", ATTRIBUTE_FLAG, offsetof(struct style_source, style.total_fit)},
	{"colour", ATTRIBUTE_COLOUR, offsetof(struct style_source, style.colour)},
	{"latin space", ATTRIBUTE_NUMBER,
		offsetof(struct style_source, style.latin_space)},
	{"on grid", ATTRIBUTE_FLAG, offsetof(struct style_source, style.on_grid)},
	{"least size", ATTRIBUTE_POINTS, offsetof(struct style_source, style.least_size)},
	{"stacked", ATTRIBUTE_FLAG, offsetof(struct style_source, style.stacked)},
	{"leader", ATTRIBUTE_NAME, offsetof(struct style_source, style.leader)},
	{0},
};

static void check_role(
	const struct layout_reader *reader, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *role = yaml_get(node, key);
	const struct font_roles *faces = &reader->layout->faces;
	if (!yaml_text(role)) {
		return;
	}
	const char **words =
		arena_new_array(reader->arena, const char *, faces->count + 1);
	for (size_t i = 0; i < faces->count; i++) {
		words[i] = faces->roles[i].name;
	}
	if (!g_strv_contains(words, yaml_text(role))) {
		const struct reader_names names = {"layout-face", _("个字体角色"), words};
		reader_report_absent(reader, role, &names);
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
		if (!source->broken && !yaml_get(source->node, "face")) {
			diagnostics_error(all->reader->diagnostics, source->node->place,
				"layout-style", "样式“%s”没有字体（face）", style->name);
		}
		style->face = "";
	}
	style->latin = style->latin ? style->latin : style->face;
	style->emphasis = style->emphasis ? style->emphasis : style->face;
	style->latin_emphasis =
		style->latin_emphasis ? style->latin_emphasis : style->latin;
}

/* What is written but cannot be read has been reported: it says nothing more. */
static void forget_lengths(struct style_source *source)
{
	const struct {
		const char *key;
		struct length *length;
	} lengths[] = {
		{"size", &source->size},
		{"pitch", &source->pitch},
		{"leading", &source->leading},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
		if (yaml_get(source->node, lengths[i].key)) {
			*lengths[i].length = (struct length){nan(""), LENGTH_POINTS};
		}
	}
}

static void refuse_length(const struct style_sources *all,
	const struct style_source *source, const char *key, const char *expected)
{
	const struct yaml_node *node = yaml_get(source->node, key);
	diagnostics_error(all->reader->diagnostics,
		node ? node->place : source->node->place, "layout-style",
		"样式“%s”的 %s %s", source->style.name, key, expected);
}

static void resolve_size(const struct style_sources *all, struct style_source *source)
{
	double size = source->size.value;
	bool sound =
		source->size.unit == LENGTH_POINTS && size >= 1 && size <= LARGEST_SIZE;
	if (!sound && !source->broken && !isnan(size)) {
		refuse_length(all, source, "size", _("应是 1pt 至 500pt 的字号"));
	}
	source->style.size = sound ? size : 16;
}

/* A pitch, usually that of the type size. */
static double resolve_pitch(const struct style_sources *all, struct style_source *source,
	const char *key, struct length written, double usual)
{
	bool unsaid = !yaml_get(source->node, key) && written.value == 0;
	if (unsaid || isnan(written.value)) {
		return usual;
	}
	double size = source->style.size;
	double pitch = length_points(written, size, size, size);
	if (pitch > 0 && pitch <= LARGEST_ROOM) {
		return pitch;
	}
	refuse_length(all, source, key, _("应大于零，且不超过一页"));
	return usual;
}

/* Lines closer than their type is high run into each other. Styles like this one are not
 * reported again. */
static void check_leading(
	const struct style_sources *all, const struct style_source *source)
{
	const struct style *style = &source->style;
	const struct yaml_node *leading = yaml_get(source->node, "leading");
	const struct yaml_node *size = yaml_get(source->node, "size");
	bool size_is_own = style->size == source->size.value;
	if (!size_is_own || style->leading >= style->size || (!leading && !size)) {
		return;
	}
	diagnostics_warning(all->reader->diagnostics,
		leading ? leading->place : size->place, "style-tight",
		"样式“%s”的字高 %gpt 大于行距 %gpt，上下行会重叠", style->name,
		style->size, style->leading);
}

/* Room beside or between lines, in the characters and lines of the style. */
static double resolve_room(const struct style_sources *all, struct style_source *source,
	const char *key, struct length written)
{
	const struct style *style = &source->style;
	double room = length_points(written, style->pitch, style->leading, 0);
	bool negative = room < 0 && strcmp(key, "indent") != 0;
	if (written.unit == LENGTH_SHARE) {
		refuse_length(all, source, key, _("不能用百分数"));
	} else if (negative || room > LARGEST_ROOM) {
		refuse_length(all, source, key, _("不能是负的，也不能超过一页"));
	} else {
		return room;
	}
	return 0;
}

static void resolve_lengths(const struct style_sources *all, struct style_source *source)
{
	struct style *style = &source->style;
	resolve_size(all, source);
	style->pitch = resolve_pitch(all, source, "pitch", source->pitch, style->size);
	style->leading =
		resolve_pitch(all, source, "leading", source->leading, style->size * 1.5);
	check_leading(all, source);
	style->indent = resolve_room(all, source, "indent", source->indent);
	style->start = resolve_room(all, source, "start", source->start);
	style->end = resolve_room(all, source, "end", source->end);
	style->before = resolve_room(all, source, "before", source->before);
	style->after = resolve_room(all, source, "after", source->after);
	if (style->start + style->indent < -0.01) {
		refuse_length(all, source, "indent", _("不能伸出版心：先写 start"));
		style->indent = 0;
	}
	if (!(style->latin_space >= 0 && style->latin_space <= 1)) {
		refuse_length(all, source, "latin space", _("应在 0 与 1 之间"));
		style->latin_space = 0;
	}
}

static struct style_source *read_style(
	struct style_sources *all, const struct yaml_node *name_node);

/* Begins with what another style says; emphasis follows a face that is changed. */
static void take_after(struct style_sources *all, struct style_source *source,
	const struct yaml_node *like)
{
	const struct style_source *other = read_style(all, like);
	if (!other) {
		source->broken = true;
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

static struct style_source *find_source(
	const struct style_sources *all, const struct yaml_node *name_node)
{
	const struct reader_table styles = {
		all->sources, "styles", "layout-style", _("个样式")};
	struct style_source *source =
		reader_text(all->reader, name_node)
			? g_hash_table_lookup(all->sources, name_node->scalar.text)
			: NULL;
	if (!source) {
		reader_find(all->reader, name_node, &styles);
	} else if (source->state == READING || all->depth > MOST_LIKE) {
		diagnostics_error(all->reader->diagnostics, name_node->place,
			"layout-style",
			source->state == READING ? N_("样式“%s”绕回了自己")
						 : N_("样式“%s”之前 like 的层数太多"),
			source->style.name);
		return NULL;
	}
	return source;
}

static struct style_source *read_style(
	struct style_sources *all, const struct yaml_node *name_node)
{
	struct style_source *source = find_source(all, name_node);
	if (!source || source->state == READ) {
		return source;
	}
	source->state = READING;
	all->depth++;
	const struct yaml_node *like = yaml_get(source->node, "like");
	if (like) {
		take_after(all, source, like);
	}
	forget_lengths(source);
	attributes_read(all->reader, source->node, style_attributes, source);
	source->broken = source->broken || source->node->kind != YAML_MAPPING;
	complete_roles(all, source);
	resolve_lengths(all, source);
	all->depth--;
	source->state = READ;
	return source;
}

void read_styles(const struct layout_reader *reader)
{
	struct style_sources all = {reader, arena_table(reader->arena), 0};
	const struct yaml_node *styles = reader_mapping(reader, reader->file, "styles");
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
