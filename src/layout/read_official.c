/* What official documents have and reports have not: strokes, signatures, marks, parts of
 * pages, the imprint. */
#include "layout/reader.h"

#include <string.h>

/* ---- strokes ---- */

static const struct attribute rule_attributes[] = {
	{"id", ATTRIBUTE_OTHER, 0},
	{"when", ATTRIBUTE_OTHER, 0},
	{"element", ATTRIBUTE_OTHER, 0},
	{"hidden", ATTRIBUTE_OTHER, 0},
	{"ink top", ATTRIBUTE_OTHER, 0},
	{"room", ATTRIBUTE_OTHER, 0},
	{"rule", ATTRIBUTE_POINTS, offsetof(struct rule_layout, weight)},
	{"second", ATTRIBUTE_POINTS, offsetof(struct rule_layout, second)},
	{"gap", ATTRIBUTE_POINTS, offsetof(struct rule_layout, gap)},
	{"width", ATTRIBUTE_POINTS, offsetof(struct rule_layout, width)},
	{"before", ATTRIBUTE_POINTS, offsetof(struct rule_layout, before)},
	{"after", ATTRIBUTE_POINTS, offsetof(struct rule_layout, after)},
	{"fixed", ATTRIBUTE_POINTS, offsetof(struct rule_layout, fixed)},
	{"colour", ATTRIBUTE_COLOUR, offsetof(struct rule_layout, colour)},
	{0},
};

bool read_strokes(const struct layout_reader *reader, const struct yaml_node *node,
	struct rule_layout *rule)
{
	attributes_read(reader, node, rule_attributes, rule);
	if (rule->weight <= 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"线的粗细（rule）应大于零");
		return false;
	}
	return true;
}

/* ---- signatures ---- */

#define SEAL_DIAMETER (42 * POINTS_PER_MM) /* of most organs: standards for seals */
#define STAMP_WIDTH (40 * POINTS_PER_MM)
#define STAMP_HEIGHT (20 * POINTS_PER_MM)

static bool read_kind(const struct layout_reader *reader, const struct yaml_node *node,
	enum signature_kind *kind)
{
	static const char *const words[] = {"plain", "sealed", "stamped"};
	const char *word = reader_text(reader, node);
	for (size_t i = 0; word && i < G_N_ELEMENTS(words); i++) {
		if (strcmp(word, words[i]) == 0) {
			*kind = (enum signature_kind)i;
			return true;
		}
	}
	if (word) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：sealed、plain、stamped", word);
	}
	return false;
}

static void read_stamp(const struct layout_reader *reader, const struct yaml_node *node,
	struct signature_layout *signature)
{
	signature->stamp[0] = STAMP_WIDTH;
	signature->stamp[1] = STAMP_HEIGHT;
	if (!node) {
		return;
	}
	if (node->kind != YAML_SEQUENCE || node->item_count != 2) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"stamp 应是签名章的宽和高两个长度");
		return;
	}
	reader_points(reader, node->items[0], &signature->stamp[0]);
	reader_points(reader, node->items[1], &signature->stamp[1]);
}

static const struct attribute signature_attributes[] = {
	{"id", ATTRIBUTE_OTHER, 0},
	{"when", ATTRIBUTE_OTHER, 0},
	{"element", ATTRIBUTE_OTHER, 0},
	{"hidden", ATTRIBUTE_OTHER, 0},
	{"room", ATTRIBUTE_OTHER, 0},
	{"signature", ATTRIBUTE_OTHER, 0},
	{"signatories", ATTRIBUTE_OTHER, 0},
	{"name", ATTRIBUTE_OTHER, 0},
	{"date", ATTRIBUTE_OTHER, 0},
	{"style", ATTRIBUTE_OTHER, 0},
	{"stamp", ATTRIBUTE_OTHER, 0},
	{"seal diameter", ATTRIBUTE_OTHER, 0},
	{"seal", ATTRIBUTE_POINTS, offsetof(struct signature_layout, seal)},
	{"outline", ATTRIBUTE_COLOUR, offsetof(struct signature_layout, outline)},
	{0},
};

bool read_signature(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct signature_layout *signature)
{
	const struct yaml_node *each = yaml_get(node, "signatories");
	const struct yaml_node *name = yaml_get(node, "name");
	const struct yaml_node *style = yaml_get(node, "style");
	struct scope_type *inner = arena_new(reader->arena, struct scope_type);
	signature->seal = SEAL_DIAMETER;
	attributes_read(reader, node, signature_attributes, signature);
	signature->outlined = yaml_get(node, "outline") != NULL;
	read_stamp(reader, yaml_get(node, "stamp"), signature);
	if (!name || !style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"署名（signature）要有 name 和 style");
	}
	signature->style = reader_style(reader, style);
	signature->seal_diameter =
		reader_expr(reader, yaml_get(node, "seal diameter"), scope, NULL);
	signature->date = reader_template(reader, yaml_get(node, "date"), scope);
	if (each && !reader_each(reader, each, scope, &signature->each, inner)) {
		return false;
	}
	signature->name = reader_template(reader, name, each ? inner : scope);
	return read_kind(reader, yaml_get(node, "signature"), &signature->kind) &&
	       signature->name && signature->style;
}

/* ---- marks ---- */

static const struct attribute mark_attributes[] = {
	{"id", ATTRIBUTE_OTHER, 0},
	{"when", ATTRIBUTE_OTHER, 0},
	{"element", ATTRIBUTE_OTHER, 0},
	{"hidden", ATTRIBUTE_OTHER, 0},
	{"ink top", ATTRIBUTE_OTHER, 0},
	{"room", ATTRIBUTE_OTHER, 0},
	{"mark", ATTRIBUTE_OTHER, 0},
	{"name", ATTRIBUTE_OTHER, 0},
	{"beside", ATTRIBUTE_OTHER, 0},
	{"style", ATTRIBUTE_OTHER, 0},
	{"most height", ATTRIBUTE_POINTS, offsetof(struct mark_layout, most_height)},
	{0},
};

bool read_mark(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct mark_layout *mark)
{
	const struct yaml_node *name = yaml_get(node, "name");
	const struct yaml_node *style = yaml_get(node, "style");
	struct scope_type *inner = arena_new(reader->arena, struct scope_type);
	attributes_read(reader, node, mark_attributes, mark);
	if (!name || !style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"机关标志（mark）要有 name 和 style");
	}
	mark->style = reader_style(reader, style);
	mark->beside = reader_template(reader, yaml_get(node, "beside"), scope);
	if (!reader_each(reader, yaml_get(node, "mark"), scope, &mark->each, inner)) {
		return false;
	}
	mark->name = reader_template(reader, name, inner);
	return mark->name && mark->style;
}

/* ---- parts ---- */

/* One page master of several: a name, or `{page: NAME, when: CONDITION}`. */
static struct part_page read_part_page(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"page", "when", NULL};
	struct part_page page = {0};
	if (node->kind != YAML_MAPPING) {
		page.master = reader_master(reader, node);
		return page;
	}
	reader_check_keys(reader, node, keys);
	page.master = reader_master(reader, yaml_get(node, "page"));
	page.when = reader_condition(reader, yaml_get(node, "when"), scope);
	if (!yaml_get(node, "page")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"part 的各种页面都要有 page");
	}
	return page;
}

static bool read_part_pages(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct part_layout *part)
{
	bool several = node->kind == YAML_SEQUENCE;
	size_t count = several ? node->item_count : 1;
	struct part_page *pages = arena_new_array(reader->arena, struct part_page, count);
	bool good = count > 0;
	for (size_t i = 0; i < count; i++) {
		pages[i] = read_part_page(reader, several ? node->items[i] : node, scope);
		good = good && pages[i].master;
	}
	if (count == 0 || (good && pages[count - 1].when)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"part 的最后一种页面不能有条件：别的都不合时用它");
		good = false;
	}
	part->pages = pages;
	part->page_count = count;
	return good;
}

static bool begins_odd(const struct layout_reader *reader, const struct yaml_node *node)
{
	const char *word = reader_text(reader, node);
	if (word && strcmp(word, "odd") != 0 && strcmp(word, "next") != 0) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：odd、next", word);
	}
	return word && strcmp(word, "odd") == 0;
}

bool read_part(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct part_layout *part)
{
	bool good = read_part_pages(reader, yaml_get(node, "part"), scope, part);
	const struct yaml_node *begins = yaml_get(node, "begins");
	part->numbering = read_numbering(reader, node);
	part->begins_odd =
		begins ? begins_odd(reader, begins) : part->numbering.from % 2 == 1;
	part->blocks = read_blocks(reader, yaml_get(node, "blocks"), scope);
	if (!yaml_get(node, "blocks")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"part 要有 blocks：这些页上印什么");
	}
	return good;
}

void read_imprint(const struct layout_reader *reader, const struct scope_type *scope)
{
	static const char *const keys[] = {"page", "even", "when", "blocks", NULL};
	const struct yaml_node *node = yaml_get(reader->file, "imprint");
	struct imprint_layout *imprint = &reader->layout->imprint;
	if (!node || !reader_is_mapping(reader, node)) {
		return;
	}
	reader_check_keys(reader, node, keys);
	if (!yaml_get(node, "page") || !yaml_get(node, "blocks")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"版记（imprint）要有 page 和 blocks");
	}
	imprint->even =
		yaml_get(node, "even") && reader_flag(reader, yaml_get(node, "even"));
	imprint->when = reader_condition(reader, yaml_get(node, "when"), scope);
	imprint->blocks = read_blocks(reader, yaml_get(node, "blocks"), scope);
	imprint->master = reader_master(reader, yaml_get(node, "page"));
}
