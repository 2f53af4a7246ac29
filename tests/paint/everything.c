#include "paint/everything.h"

/* A text in a new node; gives the node. */
static struct structure_node *add_text(struct test_pages *test,
	struct structure_node *parent, enum structure_role role, const char *text)
{
	test->node = structure_add(test->pages, parent, role);
	test->y += 24;
	test_pages_add_text(test, FACE_FANG, text, 60, test->y);
	return test->node;
}

/* Furniture: what a page repeats. */
static void add_artifact(struct test_pages *test, const char *text)
{
	test->y += 24;
	struct item *item = test_pages_add_text(test, FACE_LATIN, text, 60, test->y);
	item->node = NULL;
	item->artifact = ARTIFACT_PAGINATION;
}

static void add_heading(struct test_pages *test, int level, const char *text)
{
	add_text(test, test->pages->structure, STRUCTURE_HEADING, text)->level = level;
}

static void add_link(
	struct test_pages *test, struct structure_node *node, struct item_link link)
{
	link.x = 60;
	link.y = test->y - 14;
	link.width = 100;
	link.height = 18;
	page_add(
		test->page, (struct item){.kind = ITEM_LINK, .node = node, .link = link});
}

/* Levels that skip and come back; what the file says must not. */
static void add_headings(struct test_pages *test)
{
	add_text(test, test->pages->structure, STRUCTURE_TITLE, "规划");
	struct destination destination = {"一", 0, 60, test->y};
	pages_add_destination(test->pages, destination);
	add_heading(test, 2, "一、总则");
	add_heading(test, 4, "（一）目的");
	add_heading(test, 4, "（二）依据");
	add_heading(test, 2, "二、附则");
}

/* Text, a link and text again in one paragraph. */
static void add_mixed(struct test_pages *test)
{
	struct structure_node *paragraph =
		add_text(test, test->pages->structure, STRUCTURE_PARAGRAPH, "见");
	struct structure_node *link = add_text(test, paragraph, STRUCTURE_LINK, "网站");
	struct item_link to_web = {.uri = "https://example.org/规划"};
	add_link(test, link, to_web);
	test->node = paragraph;
	test_pages_add_text(test, FACE_FANG, "所列", 120, test->y);
}

static void add_contents(struct test_pages *test)
{
	struct structure_node *contents =
		structure_add(test->pages, test->pages->structure, STRUCTURE_CONTENTS);
	struct structure_node *entry =
		structure_add(test->pages, contents, STRUCTURE_CONTENTS_ITEM);
	struct structure_node *link = add_text(test, entry, STRUCTURE_LINK, "一、总则");
	struct item_link to_heading = {.destination = "一"};
	add_link(test, link, to_heading);
}

static void add_list(struct test_pages *test)
{
	struct structure_node *list =
		structure_add(test->pages, test->pages->structure, STRUCTURE_LIST);
	struct structure_node *entry =
		structure_add(test->pages, list, STRUCTURE_LIST_ITEM);
	add_text(test, entry, STRUCTURE_LABEL, "①");
	add_text(test, entry, STRUCTURE_LIST_BODY, "其一");
}

static struct structure_node *add_row(
	struct test_pages *test, struct structure_node *table, enum structure_role part)
{
	return structure_add(test->pages, structure_add(test->pages, table, part),
		STRUCTURE_TABLE_ROW);
}

static struct structure_node *add_cell(struct test_pages *test,
	struct structure_node *row, enum table_scope scope, const char *text)
{
	struct structure_node *cell = structure_add(test->pages, row,
		scope == SCOPE_NONE ? STRUCTURE_TABLE_CELL : STRUCTURE_TABLE_HEADER_CELL);
	cell->scope = scope;
	if (text) {
		add_text(test, cell, STRUCTURE_PARAGRAPH, text);
	}
	return cell;
}

/* A box to tick, as an item of the paragraph that was added last. */
static void add_box(struct test_pages *test)
{
	double top = test->y - 12;
	const double corners[] = {80, top, 92, top, 92, top + 12, 80, top + 12};
	page_add(test->page, (struct item){.kind = ITEM_PATH,
				     .node = test->node,
				     .path = {.points = arena_copy(test->pages->arena,
						      corners, sizeof(corners)),
					     .point_count = 4,
					     .width = 0.8,
					     .closed = true,
					     .text = "□"}});
}

/* A label that spans rows, a cell with nothing in it, and one over the page break, behind
 * which the head is repeated. */
static void add_table(struct test_pages *test)
{
	struct structure_node *table =
		structure_add(test->pages, test->pages->structure, STRUCTURE_TABLE);
	add_text(test, table, STRUCTURE_CAPTION, "表1");
	struct structure_node *row = add_row(test, table, STRUCTURE_TABLE_HEAD);
	add_cell(test, row, SCOPE_COLUMN, "类别")->column_span = 2;
	add_cell(test, row, SCOPE_COLUMN, "目标");
	row = add_row(test, table, STRUCTURE_TABLE_BODY);
	struct structure_node *body = row->parent;
	add_cell(test, row, SCOPE_ROW, "甲")->row_span = 2;
	add_cell(test, row, SCOPE_NONE, NULL);
	add_cell(test, row, SCOPE_NONE, "前半");
	struct structure_node *split = test->node;
	test->page = pages_add(test->pages, 595.28, 841.89);
	test->y = 60;
	add_artifact(test, "repeated");
	test->node = split;
	test_pages_add_text(test, FACE_FANG, "后半", 60, test->y + 24);
	test->y += 24;
	row = structure_add(test->pages, body, STRUCTURE_TABLE_ROW);
	add_cell(test, row, SCOPE_NONE, "乙");
	add_cell(test, row, SCOPE_NONE, "是");
	add_box(test);
}

static void add_figure_and_note(struct test_pages *test)
{
	struct structure_node *figure =
		structure_add(test->pages, test->pages->structure, STRUCTURE_FIGURE);
	figure->alternative = "盖章处";
	page_add(test->page, (struct item){.kind = ITEM_FILL,
				     .node = figure,
				     .colour = {0.8, 0, 0},
				     .fill = {300, 300, 80, 80}});
	add_text(test, test->pages->structure, STRUCTURE_NOTE, "注：略");
}

/* 组　长：the slack stands between the characters. */
static void add_spread(struct test_pages *test)
{
	add_text(test, test->pages->structure, STRUCTURE_PARAGRAPH, "组长");
	struct item *item = &g_array_index(
		test->page->items, struct item, test->page->items->len - 1);
	struct item_glyph *glyphs = arena_copy(
		test->pages->arena, item->text.glyphs, 2 * sizeof(struct item_glyph));
	glyphs[1].x = 32;
	item->text.glyphs = glyphs;
}

void everything_add(struct test_pages *test)
{
	test->y = 60;
	test->page->label = "1";
	add_artifact(test, "page head");
	add_headings(test);
	add_mixed(test);
	add_contents(test);
	add_list(test);
	add_table(test);
	add_figure_and_note(test);
	add_spread(test);
	test->page->label = "2";
	test->pages->metadata = (struct metadata){.title = "规划",
		.author = "团澜州市委",
		.subject = "绩效",
		.keywords = "规划",
		.reference = "澜团发〔2021〕7号",
		.date = "2021-03-18",
		.language = "zh-CN",
		.layout = "test 1",
		.inputs = "0"};
}
