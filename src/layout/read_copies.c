/* What copies show besides the document. */
#include "layout/reader.h"

static const struct attribute label_attributes[] = {
	{"text", ATTRIBUTE_OTHER, 0},
	{"style", ATTRIBUTE_OTHER, 0},
	{"side", ATTRIBUTE_SIDE, offsetof(struct page_field, side)},
	{"inset", ATTRIBUTE_POINTS, offsetof(struct page_field, inset)},
	{"top", ATTRIBUTE_POINTS, offsetof(struct page_field, top)},
	{"first only", ATTRIBUTE_FLAG, offsetof(struct page_field, first_only)},
	{0},
};

static const struct attribute stamp_attributes[] = {
	{"size", ATTRIBUTE_OTHER, 0},
	{"top", ATTRIBUTE_POINTS, offsetof(struct filing_stamp, top)},
	{"outline", ATTRIBUTE_COLOUR, offsetof(struct filing_stamp, outline)},
	{0},
};

/* A text in a style; both have to be there. */
struct styled_text {
	const struct template *text;
	const struct style *style;
};

static struct styled_text read_styled(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct yaml_node *text = yaml_get(node, "text");
	const struct yaml_node *style = yaml_get(node, "style");
	struct styled_text styled = {
		.text = reader_template(reader, text, scope),
		.style = reader_style(reader, style),
	};
	if (node->kind == YAML_MAPPING && (!text || !style)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"稿次的标记要有 text 和 style");
	}
	if (!styled.style) {
		styled.text = NULL;
	}
	return styled;
}

static void read_label(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct copies_layout *copies)
{
	copies->label = (struct page_field){.place = node->place, .on_first = true};
	attributes_read(reader, node, label_attributes, &copies->label);
	struct styled_text styled = read_styled(reader, node, scope);
	copies->label.style = styled.style;
	copies->label_text = styled.text;
}

static void read_watermark(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	struct copies_layout *copies)
{
	static const char *const keys[] = {"text", "style", NULL};
	reader_check_keys(reader, node, keys);
	struct styled_text styled = read_styled(reader, node, scope);
	copies->watermark = styled.text;
	copies->watermark_style = styled.style;
}

static void read_draft(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct copies_layout *copies)
{
	static const char *const keys[] = {"label", "watermark", NULL};
	const struct yaml_node *label = yaml_get(node, "label");
	const struct yaml_node *watermark = yaml_get(node, "watermark");
	reader_check_keys(reader, node, keys);
	if (label) {
		read_label(reader, label, scope, copies);
	}
	if (watermark) {
		read_watermark(reader, watermark, scope, copies);
	}
}

static void read_stamp(const struct layout_reader *reader, const struct yaml_node *node,
	struct filing_stamp *stamp)
{
	const struct yaml_node *size = yaml_get(node, "size");
	attributes_read(reader, node, stamp_attributes, stamp);
	if (!size || size->kind != YAML_SEQUENCE || size->item_count != 2) {
		diagnostics_error(reader->diagnostics, size ? size->place : node->place,
			"layout-value", "归档章（stamp）要有 size：宽和高两个长度");
		return;
	}
	reader_points(reader, size->items[0], &stamp->width);
	reader_points(reader, size->items[1], &stamp->height);
}

void read_copies(const struct layout_reader *reader, const struct scope_type *scope)
{
	static const char *const keys[] = {"draft", "filing", NULL};
	static const char *const filing_keys[] = {"stamp", NULL};
	const struct yaml_node *node = yaml_get(reader->file, "copies");
	const struct yaml_node *draft = yaml_get(node, "draft");
	const struct yaml_node *filing = yaml_get(node, "filing");
	const struct yaml_node *stamp = yaml_get(filing, "stamp");
	struct copies_layout *copies = &reader->layout->copies;
	if (!node || !reader_check_keys(reader, node, keys)) {
		return;
	}
	if (draft) {
		read_draft(reader, draft, scope, copies);
	}
	if (filing) {
		reader_check_keys(reader, filing, filing_keys);
	}
	if (stamp) {
		read_stamp(reader, stamp, &copies->stamp);
	}
}
