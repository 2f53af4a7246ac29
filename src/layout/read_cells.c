/* Cells: of columns, of explicit rows, of forms. */
#include "layout/read_cells.h"

#include "base/language.h"

#include <string.h>

enum {
	MOST_SPANNED = 200
};

static const char *const cell_keys[] = {"id", "text", "style", "align", "vertical",
	"stacked", "names rows", "label", "label style", "parts", "paragraphs", "options",
	"table", "form", "flush", "hint", "hint style", "hint always", "foot", "height",
	"diagonal", "blank", "unit", "decimal", "hang", "hang after", "spread", "rules",
	NULL};

/* Keys that need nothing but the cell itself: what is left says something of contents. */
static const char *const bare_keys[] = {"id", "text", "style", "align", "vertical",
	"stacked", "names rows", "head", "span", "rows", NULL};

const char *const *cell_keys_known(void)
{
	return cell_keys;
}

static bool says_contents(const struct yaml_node *node)
{
	for (const char *const *key = cell_keys; *key; key++) {
		if (yaml_get(node, *key) && !g_strv_contains(bare_keys, *key)) {
			return true;
		}
	}
	return false;
}

/* Heads stand in the middle of what they name. */
static enum vertical_align usual_vertical(const struct cell_reader *cells, bool head)
{
	return head ? VERTICAL_MIDDLE : cells->style->vertical;
}

/* The attributes of a cell that are plain words. */
struct cell_options {
	enum vertical_align vertical;
	bool names_rows;
};

static struct cell_options read_words(
	const struct cell_reader *cells, const struct yaml_node *node, bool head)
{
	static const struct attribute attributes[] = {
		{"vertical", ATTRIBUTE_VERTICAL, offsetof(struct cell_options, vertical)},
		{"names rows", ATTRIBUTE_FLAG, offsetof(struct cell_options, names_rows)},
		{0},
	};
	struct cell_options options = {usual_vertical(cells, head), false};
	attributes_take(cells->reader, node, attributes, &options);
	return options;
}

const struct style *reader_style_or(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual)
{
	const struct style *named = node ? reader_style(reader, node) : NULL;
	return named ? named : usual;
}

/* What a cell or a line in it changes of its style. */
struct style_changes {
	enum align align;
	bool stacked;
};

const struct style *read_own_style(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *usual, const enum align *align)
{
	static const struct attribute attributes[] = {
		{"align", ATTRIBUTE_ALIGN, offsetof(struct style_changes, align)},
		{"stacked", ATTRIBUTE_FLAG, offsetof(struct style_changes, stacked)},
		{0},
	};
	const struct style *style =
		reader_style_or(reader, yaml_get(node, "style"), usual);
	struct style_changes changes = {align ? *align : style->align, style->stacked};
	attributes_take(reader, node, attributes, &changes);
	if (changes.align == style->align && changes.stacked == style->stacked) {
		return style;
	}
	struct style *changed = arena_copy(reader->arena, style, sizeof *style);
	changed->align = changes.align;
	changed->stacked = changes.stacked;
	return changed;
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
	const struct cell_options options = read_words(cells, node, cell->head);
	cell->place = node->place;
	cell->style = read_own_style(reader, node, usual, NULL);
	cell->vertical = options.vertical;
	cell->names_rows = cell->names_rows || options.names_rows;
	cell->head = cell->head || options.names_rows;
	cell->text = reader_template(reader, yaml_get(node, "text"), cells->scope);
	cell->contents =
		says_contents(node) ? read_cell_contents(cells, node, cell->style) : NULL;
	cell->columns = 1;
	cell->rows = 1;
}

int read_cell_span(const struct cell_reader *cells, const struct yaml_node *node)
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

/* The scope of an item of that name around a cell of a form's rows for items; NULL after
 * reporting (or where the node is NULL). */
static const struct scope_type *find_item(
	const struct cell_reader *cells, const struct yaml_node *node, const char *key)
{
	const char *name = reader_text(cells->reader, node);
	const struct scope_type *end = cells->outside ? cells->outside : cells->scope;
	for (const struct scope_type *at = cells->scope; name && at && at != end;
		at = at->outer) {
		if (g_strcmp0(at->name, name) == 0) {
			return at;
		}
	}
	if (name) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-merge",
			"%s 应是 each 里 as 之后的名称，没有“%s”", key, name);
	}
	return NULL;
}

static void read_merge_equal(const struct cell_reader *cells,
	const struct yaml_node *node, struct cell_layout *cell)
{
	struct diagnostics *diagnostics = cells->reader->diagnostics;
	const struct yaml_node *equal = yaml_get(node, "merge equal");
	const struct yaml_node *within = yaml_get(node, "merge within");
	const struct scope_type *item = find_item(cells, within, "merge within");
	cell->merge_equal = equal && reader_flag(cells->reader, equal);
	cell->within = item ? item->name : NULL;
	if (equal && (cell->merge || !cells->outside)) {
		diagnostics_error(diagnostics, equal->place, "layout-merge",
			cell->merge ? N_("merge 和 merge equal 只能写一个")
				    : N_("merge equal 只用于 each 的各行"));
	}
	if (within && !cell->merge_equal) {
		diagnostics_error(diagnostics, within->place, "layout-merge",
			"merge within 要和 merge equal: yes 一起写");
	}
}

/* What a merged cell may name: what is common to the rows that it joins, since a text of
 * one of them would hide those of the others. */
static const struct scope_type *read_merge(const struct cell_reader *cells,
	const struct yaml_node *node, struct cell_layout *cell)
{
	const struct scope_type *item =
		find_item(cells, yaml_get(node, "merge"), "merge");
	cell->merge = item ? item->name : NULL;
	read_merge_equal(cells, node, cell);
	return item ? item : cells->scope;
}

/* Which head an explicit cell is: `head: row`, `head: column`. */
static void read_head(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_layout *cell)
{
	static const char *const words[] = {"row", "column", NULL};
	size_t word = 0;
	if (reader_word(cells->reader, node, words, &word)) {
		cell->head = true;
		cell->names_rows = word == 0;
	}
}

bool read_explicit_cell(const struct cell_reader *cells, const struct yaml_node *node,
	struct cell_layout *cell)
{
	static const char *const more[] = {
		"head", "span", "rows", "merge", "merge equal", "merge within", NULL};
	if (node->kind == YAML_SCALAR) {
		*cell = (struct cell_layout){
			.place = node->place,
			.text = reader_template(cells->reader, node, cells->scope),
			.style = cell->head ? cells->style->head : cells->style->cell,
			.vertical = usual_vertical(cells, cell->head),
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
	struct cell_reader own = *cells;
	read_head(cells, yaml_get(node, "head"), cell);
	own.scope = read_merge(cells, node, cell);
	read_cell(&own, node, more, cell);
	if (!cell_says_contents(node)) {
		diagnostics_error(cells->reader->diagnostics, node->place,
			"layout-missing", "这一格没有内容：要有 text，或写 blank: yes");
	}
	bool rest = span && g_strcmp0(yaml_text(span), "rest") == 0;
	cell->columns = rest ? 0 : read_cell_span(cells, span);
	cell->rows = read_cell_span(cells, yaml_get(node, "rows"));
	return true;
}

bool read_cell_row(const struct cell_reader *cells, const struct yaml_node *node,
	bool heads, struct cell_row *row)
{
	if (node->kind != YAML_SEQUENCE || node->item_count == 0) {
		diagnostics_error(cells->reader->diagnostics, node->place, "layout-value",
			node->kind == YAML_SEQUENCE ? N_("一行至少有一格，这里是空的")
						    : N_("一行应是各格的列表"));
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
