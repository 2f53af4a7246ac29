/* Cells: of columns, of explicit rows, of forms. */
#include "layout/reader.h"

#include <string.h>

enum {
	MOST_SPANNED = 1000
};

static const char *const cell_keys[] = {
	"id", "text", "style", "align", "vertical", "names rows", NULL};

/* The attributes of a cell that are plain words. */
struct cell_options {
	enum align align;
	enum vertical_align vertical;
	bool names_rows;
};

static struct cell_options read_options(
	const struct cell_reader *cells, const struct yaml_node *node, enum align align)
{
	static const struct attribute attributes[] = {
		{"align", ATTRIBUTE_ALIGN, offsetof(struct cell_options, align)},
		{"vertical", ATTRIBUTE_VERTICAL, offsetof(struct cell_options, vertical)},
		{"names rows", ATTRIBUTE_FLAG, offsetof(struct cell_options, names_rows)},
		{0},
	};
	struct cell_options options = {align, cells->style->vertical, false};
	attributes_take(cells->reader, node, attributes, &options);
	return options;
}

/* A style with another alignment; itself where that is its own. */
static const struct style *aligned_style(
	struct arena *arena, const struct style *style, enum align align)
{
	if (style->align == align) {
		return style;
	}
	struct style *aligned = arena_copy(arena, style, sizeof *style);
	aligned->align = align;
	return aligned;
}

const struct style *reader_style_or(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual)
{
	const struct style *named = node ? reader_style(reader, node) : NULL;
	return named ? named : usual;
}

static void check_cell_keys(const struct cell_reader *cells, const struct yaml_node *node,
	const char *const *more)
{
	GPtrArray *keys = g_ptr_array_new();
	const char *const *lists[] = {cell_keys, more};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		for (const char *const *key = lists[i]; *key; key++) {
			g_ptr_array_add(keys, (gpointer)(uintptr_t)*key);
		}
	}
	g_ptr_array_add(keys, NULL);
	reader_check_keys(
		cells->reader, node, (const char *const *)(const void *)keys->pdata);
	g_ptr_array_free(keys, TRUE);
}

void read_cell(const struct cell_reader *cells, const struct yaml_node *node,
	const char *const *more, struct cell_layout *cell)
{
	const struct layout_reader *reader = cells->reader;
	check_cell_keys(cells, node, more);
	const struct style *usual = cell->head ? cells->style->head : cells->style->cell;
	const struct style *style =
		reader_style_or(reader, yaml_get(node, "style"), usual);
	const struct cell_options options = read_options(cells, node, style->align);
	cell->place = node->place;
	cell->style = aligned_style(reader->arena, style, options.align);
	cell->vertical = options.vertical;
	cell->names_rows = cell->names_rows || options.names_rows;
	cell->head = cell->head || options.names_rows;
	cell->text = reader_template(reader, yaml_get(node, "text"), cells->scope);
	cell->columns = 1;
	cell->rows = 1;
}

/* A number of columns or rows; 1 after reporting. */
static int read_span(const struct cell_reader *cells, const struct yaml_node *node)
{
	double span = 1;
	if (!node || !reader_number(cells->reader, node, &span)) {
		return 1;
	}
	if (!(span >= 1 && span <= MOST_SPANNED && span == (int)span)) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			"格数应是 1 至 %d 的整数，写的是“%s”", MOST_SPANNED,
			node->scalar.text);
		return 1;
	}
	return (int)span;
}

/* Which head an explicit cell is: `head: row`, `head: column`. */
static void read_head(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_layout *cell)
{
	const char *word = reader_text(cells->reader, node);
	cell->names_rows = g_strcmp0(word, "row") == 0;
	cell->head = cell->names_rows || g_strcmp0(word, "column") == 0;
	if (word && !cell->head) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：row、column", word);
	}
}

bool read_explicit_cell(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_layout *cell)
{
	static const char *const explicit_keys[] = {"head", "span", "rows", NULL};
	if (node->kind == YAML_SCALAR) {
		*cell = (struct cell_layout){
			.place = node->place,
			.text = reader_template(cells->reader, node, cells->scope),
			.style = cell->head ? cells->style->head : cells->style->cell,
			.vertical = cells->style->vertical,
			.head = cell->head,
			.names_rows = cell->names_rows,
			.columns = 1,
			.rows = 1,
		};
		return true;
	}
	if (!reader_is_mapping(cells->reader, node)) {
		return false;
	}
	const struct yaml_node *span = yaml_get(node, "span");
	if (yaml_get(node, "head")) {
		read_head(cells, yaml_get(node, "head"), cell);
	}
	read_cell(cells, node, explicit_keys, cell);
	bool rest = span && g_strcmp0(yaml_text(span), "rest") == 0;
	cell->columns = rest ? 0 : read_span(cells, span);
	cell->rows = read_span(cells, yaml_get(node, "rows"));
	return true;
}

bool read_cell_row(const struct cell_reader *cells, const struct yaml_node *node,
	bool heads, struct cell_row *row)
{
	if (node->kind != YAML_SEQUENCE || node->item_count == 0) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			node->kind == YAML_SEQUENCE ? "一行至少有一格，这里是空的"
						    : "一行应是各格的列表");
		return false;
	}
	reader_check_ids(cells->reader, node);
	struct cell_layout *list = arena_new_array(
		cells->reader->arena, struct cell_layout, node->item_count);
	*row = (struct cell_row){.cells = list, .place = node->place};
	for (size_t i = 0; i < node->item_count; i++) {
		list[row->count].head = heads;
		row->count +=
			read_explicit_cell(cells, node->items[i], &list[row->count]);
	}
	return row->count == node->item_count;
}
