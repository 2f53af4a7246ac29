/* Blocks: what a layout prints, in order; and the expressions that they hold. */
#include "base/language.h"
#include "layout/reader.h"

#include <string.h>

const struct template *reader_template(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	return reader_text(reader, node) ? template_parse(reader->arena, &node->scalar,
						   scope, reader->diagnostics)
					 : NULL;
}

const struct expr *reader_expr(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope,
	const struct type **type)
{
	return reader_text(reader, node) ? expr_parse(reader->arena, &node->scalar, scope,
						   type, reader->diagnostics)
					 : NULL;
}

const struct expr *reader_condition(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct type *type = NULL;
	const struct expr *expr = reader_expr(reader, node, scope, &type);
	bool truth = type && type->kind == TYPE_BOOLEAN;
	if (!expr || truth || !expr_is_constant(expr)) {
		return expr;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-value",
		"条件应是比较、真假或规划里的内容，写的是“%s”", node->scalar.text);
	return NULL;
}

/* Where the last ` as ` of a clause begins; NULL: there is none. */
static const char *find_as(const char *text)
{
	const char *found = g_strrstr(text, " as ");
	return found && found[4] ? found : NULL;
}

bool reader_check_name(const struct layout_reader *reader, const struct passage *name,
	struct place place, const struct scope_type *inner)
{
	struct diagnostics *unread = diagnostics_create();
	const struct type *type = NULL;
	bool usable = !strpbrk(name->text, " \t\n(") &&
		      expr_parse(reader->arena, name, inner, &type, unread) &&
		      type == inner->type;
	diagnostics_destroy(unread);
	if (!usable) {
		diagnostics_error(reader->diagnostics, place, "layout-each",
			"“%s”不能用作名称", name->text);
	}
	return usable;
}

/* What `each` goes through: a list's elements, or a record if there is one. */
static const struct type *read_element(const struct layout_reader *reader,
	const struct passage *list, const struct type *type)
{
	bool goes_through =
		type && (type->kind == TYPE_LIST || type->kind == TYPE_YEARS ||
				type->kind == TYPE_CHOICES || type->kind == TYPE_RECORD);
	const struct type *element =
		goes_through ? expr_each_type(reader->arena, type) : NULL;
	if (!element) {
		diagnostics_error(reader->diagnostics, list->place, "layout-each",
			"“%s”不是列表，而是 %s", list->text,
			type ? type_name(reader->arena, type) : _("别的值"));
	}
	return element;
}

bool reader_each(const struct layout_reader *reader, const struct yaml_node *node,
	const struct scope_type *scope, struct each_clause *clause,
	struct scope_type *inner)
{
	const char *text = reader_text(reader, node);
	const char *as = text ? find_as(text) : NULL;
	if (text && !as) {
		diagnostics_error(reader->diagnostics, node->place, "layout-each",
			"“%s”应写作“列表 as 名称”", text);
	}
	if (!as) {
		return false;
	}
	struct passage *list = arena_new(reader->arena, struct passage);
	*list = passage_part(reader->arena, &node->scalar, 0, (size_t)(as - text));
	const struct type *type = NULL;
	clause->name = as + 4;
	clause->list = expr_parse(reader->arena, list, scope, &type, reader->diagnostics);
	const struct type *element =
		clause->list ? read_element(reader, list, type) : NULL;
	*inner = (struct scope_type){
		.outer = scope, .name = clause->name, .type = element};
	struct passage *name = arena_new(reader->arena, struct passage);
	*name = passage_part(reader->arena, &node->scalar, (size_t)(as + 4 - text),
		node->scalar.length);
	return element && reader_check_name(reader, name, node->place, inner);
}

static struct layout_block *add_block(const struct layout_reader *reader,
	const struct yaml_node *node, enum layout_block_kind kind)
{
	struct layout_block *block = arena_new(reader->arena, struct layout_block);
	block->kind = kind;
	block->place = node->place;
	return block;
}

static const struct layout_block *read_text(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const struct {
		const char *key;
		enum text_role role;
	} kinds[] = {{"text", TEXT_PARAGRAPH}, {"title", TEXT_TITLE},
		{"heading", TEXT_HEADING}};
	static const char *const keys[] = {"text", "title", "heading", "style", "level",
		"hang", "hang after", "spread", "contents level", "contents text", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_TEXT);
	reader_check_block_keys(reader, node, keys);
	block->text.manner = read_manner(reader, node);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		const struct yaml_node *text = yaml_get(node, kinds[i].key);
		if (text) {
			block->text.role = kinds[i].role;
			block->text.text = reader_template(reader, text, scope);
		}
	}
	const struct yaml_node *style = yaml_get(node, "style");
	if (!style) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"这段文字没有 style");
	}
	block->text.style = reader_style(reader, style);
	block->text.level = reader_level(reader, yaml_get(node, "level"), 1);
	block->text.listing = read_listing(reader, node, scope);
	return block->text.text && block->text.style ? block : NULL;
}

static const struct layout_block *read_sections_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"sections", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_SECTIONS);
	reader_check_block_keys(reader, node, keys);
	return read_sections(reader, yaml_get(node, "sections"), scope, &block->sections)
		       ? block
		       : NULL;
}

static const struct layout_block *read_table_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"table", "form", NULL};
	const struct reader_table tables = {
		reader->layout->tables, "tables", "layout-table", _("张表")};
	struct layout_block *block = add_block(reader, node, LAYOUT_TABLE);
	reader_check_block_keys(reader, node, keys);
	const struct yaml_node *table =
		yaml_get(node, yaml_get(node, "table") ? "table" : "form");
	block->table = table->kind == YAML_MAPPING ? read_table(reader, table, scope)
						   : reader_find(reader, table, &tables);
	if (block->table && block->table->of) {
		diagnostics_error(reader->diagnostics, table->place, "layout-table",
			"有 of 的表由章节插入，不能放在这里");
		return NULL;
	}
	return block->table ? block : NULL;
}

static const struct layout_block *read_group(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"group", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_GROUP);
	reader_check_block_keys(reader, node, keys);
	block->group = read_blocks(reader, yaml_get(node, "group"), scope);
	return block;
}

static const struct layout_block *read_each(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"each", "blocks", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_EACH);
	reader_check_block_keys(reader, node, keys);
	struct scope_type inner;
	if (!reader_each(
		    reader, yaml_get(node, "each"), scope, &block->each.clause, &inner)) {
		return NULL;
	}
	const struct yaml_node *blocks = yaml_get(node, "blocks");
	if (!blocks) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"each 要有 blocks：每一项印什么");
	}
	block->each.blocks = read_blocks(reader, blocks, &inner);
	return block;
}

static const struct layout_block *read_names_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"names", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_NAMES);
	reader_check_block_keys(reader, node, keys);
	return read_name_list(reader, yaml_get(node, "names"), scope, &block->names)
		       ? block
		       : NULL;
}

static const struct layout_block *read_page_break(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"page break", NULL};
	(void)scope;
	reader_check_block_keys(reader, node, keys);
	return reader_flag(reader, yaml_get(node, "page break"))
		       ? add_block(reader, node, LAYOUT_PAGE_BREAK)
		       : NULL;
}

static const struct layout_block *read_rule_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	struct layout_block *block = add_block(reader, node, LAYOUT_RULE);
	(void)scope;
	return read_strokes(reader, node, &block->rule) ? block : NULL;
}

static const struct layout_block *read_signature_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	struct layout_block *block = add_block(reader, node, LAYOUT_SIGNATURE);
	return read_signature(reader, node, scope, &block->signature) ? block : NULL;
}

static const struct layout_block *read_part_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {
		"part", "begins", "numbers", "numerals", "blocks", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_PART);
	reader_check_block_keys(reader, node, keys);
	return read_part(reader, node, scope, &block->part) ? block : NULL;
}

static const struct layout_block *read_mark_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	struct layout_block *block = add_block(reader, node, LAYOUT_MARK);
	return read_mark(reader, node, scope, &block->mark) ? block : NULL;
}

static const struct layout_block *read_insert(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"insert", NULL};
	const struct type *type = NULL;
	struct layout_block *block = add_block(reader, node, LAYOUT_INSERT);
	reader_check_block_keys(reader, node, keys);
	block->insert = reader_expr(reader, yaml_get(node, "insert"), scope, &type);
	if (block->insert && !(type && type->kind == TYPE_LIST && type->element &&
				     type->element->kind == TYPE_TEXT)) {
		diagnostics_error(reader->diagnostics, yaml_get(node, "insert")->place,
			"layout-content", "insert 要的是表名的列表");
		return NULL;
	}
	return block->insert ? block : NULL;
}

static const struct layout_block *read_contents_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	static const char *const keys[] = {"contents", NULL};
	struct layout_block *block = add_block(reader, node, LAYOUT_CONTENTS);
	(void)scope;
	reader_check_block_keys(reader, node, keys);
	reader->layout->has_contents = true;
	return read_contents(reader, yaml_get(node, "contents"), &block->contents) ? block
										   : NULL;
}

typedef const struct layout_block *block_reader(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope);

static const struct {
	const char *key;
	block_reader *read;
} block_readers[] = {
	{"text", read_text},
	{"title", read_text},
	{"heading", read_text},
	{"sections", read_sections_block},
	{"table", read_table_block},
	{"form", read_table_block},
	{"group", read_group},
	{"each", read_each},
	{"names", read_names_block},
	{"page break", read_page_break},
	{"rule", read_rule_block},
	{"signature", read_signature_block},
	{"part", read_part_block},
	{"mark", read_mark_block},
	{"insert", read_insert},
	{"contents", read_contents_block},
};

/* Which of the readers a block asks for; NULL after reporting that none is, or two are.
 */
static block_reader *find_reader(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	size_t found = G_N_ELEMENTS(block_readers);
	for (size_t i = 0; i < G_N_ELEMENTS(block_readers); i++) {
		if (!yaml_get(node, block_readers[i].key)) {
			continue;
		}
		if (found < G_N_ELEMENTS(block_readers)) {
			diagnostics_error(reader->diagnostics, node->place,
				"layout-block", "一块只印一种：%s 和 %s 要分开写",
				block_readers[found].key, block_readers[i].key);
			return NULL;
		}
		found = i;
	}
	if (found < G_N_ELEMENTS(block_readers)) {
		return block_readers[found].read;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-block",
		"看不出这一块印什么：要有 "
		"title、heading、text、sections、table、form、names、group、each、rule、"
		"signature、mark、part、insert、contents 或 page break");
	return NULL;
}

static const struct layout_block *read_block(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	block_reader *read = find_reader(reader, node);
	const struct layout_block *bare = read ? read(reader, node, scope) : NULL;
	const struct yaml_node *when = yaml_get(node, "when");
	const struct expr *condition = reader_condition(reader, when, scope);
	const struct block_manner_layout *manner = read_block_manner(reader, node, scope);
	if (!bare || (!condition && !manner)) {
		return bare;
	}
	struct layout_block *block = arena_copy(reader->arena, bare, sizeof *bare);
	block->when = condition;
	block->manner = manner;
	return block;
}

struct layout_blocks read_blocks(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	struct layout_blocks blocks = {0};
	if (!node) {
		return blocks;
	}
	if (node->kind != YAML_SEQUENCE) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"此处应为列表，写的是%s", yaml_kind_name(node->kind));
		return blocks;
	}
	reader_check_ids(reader, node);
	const struct layout_block **list = arena_new_array(
		reader->arena, const struct layout_block *, node->item_count);
	for (size_t i = 0; i < node->item_count; i++) {
		const struct layout_block *block =
			read_block(reader, node->items[i], scope);
		if (block) {
			list[blocks.count++] = block;
		}
	}
	blocks.list = list;
	return blocks;
}
