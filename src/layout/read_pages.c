/* Page masters. */
#include "layout/reader.h"

#include <string.h>

static const struct attribute master_attributes[] = {
	{"sheet", ATTRIBUTE_OTHER, 0},
	{"area", ATTRIBUTE_OTHER, 0},
	{"fields", ATTRIBUTE_OTHER, 0},
	{"mirrored", ATTRIBUTE_FLAG, offsetof(struct page_master, mirrored)},
	{"bound", ATTRIBUTE_OTHER, 0},
	{"row", ATTRIBUTE_POINTS, offsetof(struct page_master, row)},
	{0},
};

static const struct attribute field_attributes[] = {
	{"id", ATTRIBUTE_OTHER, 0},
	{"text", ATTRIBUTE_NAME, offsetof(struct page_field, text)},
	{"style", ATTRIBUTE_OTHER, 0},
	{"side", ATTRIBUTE_SIDE, offsetof(struct page_field, side)},
	{"inset", ATTRIBUTE_POINTS, offsetof(struct page_field, inset)},
	{"below", ATTRIBUTE_OFFSET, offsetof(struct page_field, below)},
	{"top", ATTRIBUTE_POINTS, offsetof(struct page_field, top)},
	{"on first", ATTRIBUTE_FLAG, offsetof(struct page_field, on_first)},
	{"first only", ATTRIBUTE_FLAG, offsetof(struct page_field, first_only)},
	{0},
};

/* A list of that many lengths in points. False after reporting. */
static bool read_lengths(const struct layout_reader *reader,
	const struct yaml_node *master, const char *key, double *lengths, size_t count)
{
	const struct yaml_node *node = yaml_get(master, key);
	if (!node || node->kind != YAML_SEQUENCE || node->item_count != count) {
		diagnostics_error(reader->diagnostics, node ? node->place : master->place,
			"layout-missing", "“%s”应是 %zu 个长度的列表", key, count);
		return false;
	}
	bool sound = true;
	for (size_t i = 0; i < count; i++) {
		sound = reader_points(reader, node->items[i], &lengths[i]) && sound;
	}
	return sound;
}

/* The only words in braces that a page can fill in. */
static void check_field_text(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const words[] = {"page", "pages", NULL};
	const char *text = yaml_text(node);
	for (const char *open = text; open && (open = strchr(open, '{')); open++) {
		size_t length = strcspn(open + 1, "{}");
		char *word = g_strndup(open + 1, length);
		if (open[1 + length] != '}' || !g_strv_contains(words, word)) {
			struct place place =
				passage_place(&node->scalar, (size_t)(open - text));
			diagnostics_error(reader->diagnostics, place, "layout-field",
				"页面字段里只能用 {page} 和 {pages}，没有“{%s”", word);
		}
		g_free(word);
	}
}

static bool read_field(const struct layout_reader *reader, const struct yaml_node *node,
	struct page_field *field)
{
	field->on_first = true;
	field->place = node->place;
	attributes_read(reader, node, field_attributes, field);
	const struct yaml_node *style = yaml_get(node, "style");
	const struct yaml_node *text = yaml_get(node, "text");
	if (node->kind == YAML_MAPPING && (!style || !text)) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"页面字段要有 text 和 style");
	}
	check_field_text(reader, text);
	field->style = reader_style(reader, style);
	return field->style && field->text;
}

static void read_fields(const struct layout_reader *reader, const struct yaml_node *page,
	struct page_master *master)
{
	const struct yaml_node *list = reader_list(reader, page, "fields");
	if (!list) {
		return;
	}
	struct page_field *fields =
		arena_new_array(reader->arena, struct page_field, list->item_count);
	reader_check_ids(reader, list);
	for (size_t i = 0; i < list->item_count; i++) {
		struct page_field *field = &fields[master->field_count];
		*field = (struct page_field){0};
		master->field_count += read_field(reader, list->items[i], field);
	}
	master->fields = fields;
}

static void check_area(const struct layout_reader *reader, const struct yaml_node *node,
	const struct page_master *master)
{
	const struct rectangle *area = &master->area;
	const struct yaml_node *row = yaml_get(node, "row");
	if (area->width <= 0 || area->height <= 0 ||
		area->x + area->width > master->width + 0.01 ||
		area->y + area->height > master->height + 0.01) {
		diagnostics_error(reader->diagnostics, yaml_get(node, "area")->place,
			"layout-area", "版心没有大小，或超出了纸面");
	} else if (row && master->row != 0 &&
		   (master->row < 1 || master->row > area->height)) {
		diagnostics_error(reader->diagnostics, row->place, "layout-area",
			"行高应在 1pt 与版心的高度之间");
	}
}

static enum binding read_binding(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	static const char *const words[] = {
		[BOUND_LEFT] = "left", [BOUND_TOP] = "top", NULL};
	size_t index = BOUND_LEFT;
	reader_word(reader, node, words, &index);
	return (enum binding)index;
}

static void read_page(const struct layout_reader *reader, const struct yaml_node *node,
	struct page_master *master)
{
	attributes_read(reader, node, master_attributes, master);
	if (node->kind != YAML_MAPPING) {
		return;
	}
	double sheet[2] = {0}, area[4] = {0};
	bool sound = read_lengths(reader, node, "sheet", sheet, 2);
	if (read_lengths(reader, node, "area", area, 4) && sound) {
		master->width = sheet[0];
		master->height = sheet[1];
		master->area = (struct rectangle){area[0], area[1], area[2], area[3]};
		check_area(reader, node, master);
	}
	master->binding = read_binding(reader, yaml_get(node, "bound"));
	read_fields(reader, node, master);
}

void read_pages(const struct layout_reader *reader)
{
	const struct yaml_node *pages = reader_mapping(reader, reader->file, "pages");
	for (size_t i = 0; pages && i < pages->entry_count; i++) {
		const struct yaml_node *node = pages->entries[i].value;
		struct page_master *master = arena_new(reader->arena, struct page_master);
		master->name = pages->entries[i].key->scalar.text;
		master->place = node->place;
		read_page(reader, node, master);
		g_hash_table_insert(reader->layout->masters,
			(gpointer)(uintptr_t)master->name, master);
	}
}
