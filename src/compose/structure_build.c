#include "compose/structure_build.h"

#include "compose/arrangement.h"

static enum structure_role text_role(const struct text_block *text)
{
	switch (text->purpose) {
	case PURPOSE_TITLE:
		return STRUCTURE_TITLE;
	case PURPOSE_HEADING:
		return STRUCTURE_HEADING;
	case PURPOSE_PARAGRAPH:
	case PURPOSE_CAPTION:
		return STRUCTURE_PARAGRAPH;
	}
	g_assert_not_reached();
}

static void build_text(
	struct pages *pages, struct structure_node *parent, struct measured *block)
{
	if (block->paragraph->cluster_count == 0) {
		return;
	}
	if (block->entry) {
		struct structure_node *item =
			structure_add(pages, parent, STRUCTURE_CONTENTS_ITEM);
		block->node = structure_add(pages, item, STRUCTURE_LINK);
		return;
	}
	block->node = structure_add(pages, parent, text_role(block->text));
	block->node->level = block->text->level;
}

/* A table's caption stands behind the lines over it; NULL: it has none. */
static struct measured *caption_of(const struct measured_table *table)
{
	const struct text_block *caption = table->block->caption;
	const struct measured_list *above = &table->above.content;
	for (int i = 0; caption && i < above->count; i++) {
		const struct text_block *text = above->blocks[i].text;
		bool same = text && (text->runs == caption->runs ||
					    text->purpose == PURPOSE_CAPTION);
		if (same) { /* a table that is set smaller has copies of its runs */
			return &above->blocks[i];
		}
	}
	return NULL;
}

/* The other lines stand beside the table, which has no room for them. */
static void build_above(struct pages *pages, struct structure_node *parent,
	const struct measured_table *table)
{
	const struct measured_list *above = &table->above.content;
	const struct measured *caption = caption_of(table);
	int index = caption ? (int)(caption - above->blocks) : above->count;
	struct measured_list over = {above->blocks, index};
	structure_build(pages, parent, &over);
	if (caption) {
		struct measured_list rest = {
			above->blocks + index + 1, above->count - index - 1};
		structure_build(pages, parent, &rest);
	}
}

static void build_caption(struct pages *pages, const struct measured_table *table)
{
	struct measured *caption = caption_of(table);
	if (caption && caption->paragraph->cluster_count > 0) {
		caption->node = structure_add(pages, table->node, STRUCTURE_CAPTION);
	}
}

static enum table_scope cell_scope(const struct table_cell *cell)
{
	if (!cell->head) {
		return SCOPE_NONE;
	}
	return cell->names_rows ? SCOPE_ROW : SCOPE_COLUMN;
}

static void build_cell(struct pages *pages, struct structure_node *row,
	const struct table_cell *source, struct measured_cell *cell)
{
	cell->node = structure_add(pages, row,
		source->head ? STRUCTURE_TABLE_HEADER_CELL : STRUCTURE_TABLE_CELL);
	cell->node->scope = cell_scope(source);
	cell->node->row_span = source->row_span;
	cell->node->column_span = source->column_span;
	structure_build(pages, cell->node, &cell->content);
}

/* The cells of a row; in a further part those that are new, by what they are in the whole
 * table. */
static void build_row(struct pages *pages, struct structure_node *node,
	const struct measured_table *table, int row)
{
	const struct table_part *part = table->part;
	for (int i = table->row_cells[row]; i < table->row_cells[row + 1]; i++) {
		if (!table->cells[i].again) {
			build_cell(pages, node,
				part ? &part->whole->cells[part->origins[i]]
				     : table->cells[i].cell,
				&table->cells[i]);
		}
	}
}

static void build_rows(
	struct pages *pages, const struct measured_table *table, int first, int end)
{
	if (first == end) {
		return;
	}
	struct structure_node *section = structure_add(pages, table->node,
		first < table->block->head_rows ? STRUCTURE_TABLE_HEAD
						: STRUCTURE_TABLE_BODY);
	for (int row = first; row < end; row++) {
		struct structure_node *node =
			structure_add(pages, section, STRUCTURE_TABLE_ROW);
		if (table->row_nodes) {
			table->row_nodes[row] = node;
		}
		build_row(pages, node, table, row);
	}
}

/* Parts of a line that stand beside each other. */
static void build_plain(struct pages *pages, struct structure_node *parent,
	const struct measured_table *table)
{
	for (int i = 0; i < table->block->cell_count; i++) {
		structure_build(pages, parent, &table->cells[i].content);
	}
}

static void build_grid(
	struct pages *pages, struct structure_node *parent, struct measured_table *table)
{
	table->node = structure_add(pages, parent, STRUCTURE_TABLE);
	build_caption(pages, table);
	build_rows(pages, table, 0, table->block->head_rows);
	build_rows(pages, table, table->block->head_rows, table->block->row_count);
}

/* Its cells belong to the rows of the first part. */
static void build_further_part(struct pages *pages, const struct measured_table *table)
{
	for (int row = 0; row < table->block->row_count; row++) {
		build_row(pages, table->part->first->row_nodes[row], table, row);
	}
}

static void build_table(
	struct pages *pages, struct structure_node *parent, struct measured_table *table)
{
	if (table_is_further_part(table)) {
		build_further_part(pages, table);
	} else {
		build_above(pages, parent, table);
		if (table->block->plain) {
			build_plain(pages, parent, table);
		} else {
			build_grid(pages, parent, table);
		}
	}
	structure_build(pages, parent, &table->below.content);
}

static void build_arranged(struct pages *pages, struct structure_node *parent,
	const struct arrangement *arrangement)
{
	for (int i = 0; i < arrangement->text_count; i++) {
		build_text(pages, parent, arrangement->texts[i].text);
	}
}

/* Entries of contents that follow each other have a node of their own. */
static struct structure_node *text_parent(struct pages *pages,
	struct structure_node *parent, const struct measured_list *list, int index)
{
	const struct measured *block = &list->blocks[index];
	if (!block->entry) {
		return parent;
	}
	bool goes_on = index > 0 && list->blocks[index - 1].entry && parent->last_child &&
		       parent->last_child->role == STRUCTURE_CONTENTS;
	return goes_on ? parent->last_child
		       : structure_add(pages, parent, STRUCTURE_CONTENTS);
}

void structure_build(struct pages *pages, struct structure_node *parent,
	const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		struct measured *block = &list->blocks[i];
		if (block->manner && block->manner->hidden) {
			continue;
		}
		if (block->arranged) {
			build_arranged(pages, parent, block->arranged);
		} else if (block->text) {
			build_text(pages, text_parent(pages, parent, list, i), block);
		} else if (block->table) {
			build_table(pages, parent, block->table);
		}
	}
}
