/* Page masters. */
#include "layout/reader.h"

static const struct attribute master_attributes[] = {
	{"sheet", ATTRIBUTE_OTHER, 0},
	{"area", ATTRIBUTE_OTHER, 0},
	{"fields", ATTRIBUTE_OTHER, 0},
	{"mirrored", ATTRIBUTE_FLAG, offsetof(struct page_master, mirrored)},
	{"row", ATTRIBUTE_POINTS, offsetof(struct page_master, row)},
	{0},
};

static const struct attribute field_attributes[] = {
	{"text", ATTRIBUTE_NAME, offsetof(struct page_field, text)},
	{"style", ATTRIBUTE_OTHER, 0},
	{"side", ATTRIBUTE_SIDE, offsetof(struct page_field, side)},
	{"inset", ATTRIBUTE_POINTS, offsetof(struct page_field, inset)},
	{"below", ATTRIBUTE_POINTS, offsetof(struct page_field, below)},
	{"on first", ATTRIBUTE_FLAG, offsetof(struct page_field, on_first)},
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

static void read_fields(const struct layout_reader *reader, const struct yaml_node *node,
	struct page_master *master)
{
	if (!node) {
		return;
	}
	struct page_field *fields =
		arena_new_array(reader->arena, struct page_field, node->item_count);
	for (size_t i = 0; i < node->item_count; i++) {
		fields[i].on_first = true;
		fields[i].place = node->items[i]->place;
		attributes_read(reader, node->items[i], field_attributes, &fields[i]);
		fields[i].style = reader_style(reader, yaml_get(node->items[i], "style"));
		if (fields[i].style && fields[i].text) {
			master->field_count++;
			continue;
		}
		diagnostics_error(reader->diagnostics, node->items[i]->place,
			"layout-missing", "页面字段要有 text 和 style");
	}
	master->fields = fields;
}

static void check_area(const struct layout_reader *reader, const struct yaml_node *node,
	const struct page_master *master)
{
	const struct rectangle *area = &master->area;
	if (area->x < 0 || area->y < 0 || area->width <= 0 || area->height <= 0 ||
		area->x + area->width > master->width + 0.01 ||
		area->y + area->height > master->height + 0.01) {
		diagnostics_error(reader->diagnostics, yaml_get(node, "area")->place,
			"layout-area", "版心超出了纸面");
	}
	if (master->row < 0 || master->row > area->height) {
		diagnostics_error(reader->diagnostics, yaml_get(node, "row")->place,
			"layout-area", "行高大于版心");
	}
}

void read_pages(const struct layout_reader *reader, const struct yaml_node *file)
{
	const struct yaml_node *pages = yaml_get(file, "pages");
	for (size_t i = 0; pages && i < pages->entry_count; i++) {
		const struct yaml_node *node = pages->entries[i].value;
		struct page_master *master = arena_new(reader->arena, struct page_master);
		master->name = pages->entries[i].key->scalar.text;
		master->place = node->place;
		attributes_read(reader, node, master_attributes, master);
		double sheet[2] = {0}, area[4] = {0};
		if (read_lengths(reader, node, "sheet", sheet, 2) &&
			read_lengths(reader, node, "area", area, 4)) {
			master->width = sheet[0];
			master->height = sheet[1];
			master->area =
				(struct rectangle){area[0], area[1], area[2], area[3]};
			check_area(reader, node, master);
		}
		read_fields(reader, yaml_get(node, "fields"), master);
		g_hash_table_insert(reader->layout->masters,
			(gpointer)(uintptr_t)master->name, master);
	}
}
