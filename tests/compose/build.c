#include "build.h"

#include "plain_text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void destroy_pages(gpointer pages)
{
	pages_destroy(pages);
}

void build_rules_weigh(struct build *build, double outer, double inner)
{
	struct table_style *style = &build->table;
	style->outer_rule = style->side_rule = outer;
	style->inner_rule = style->across_rule = style->down_rule = inner;
	style->head_rule = inner;
}

struct build *build_create(void)
{
	struct arena *arena = arena_create();
	struct build *build = arena_new(arena, struct build);
	GString *lines = g_string_new(NULL);
	for (int i = 0; i < 20000; i++) {
		g_string_append_c(lines, '\n');
	}
	build->arena = arena;
	build->diagnostics = diagnostics_create();
	build->limits = limits_default();
	build->source = source_create(arena, "plan.yaml", lines->str, lines->len);
	g_string_free(lines, TRUE);
	build->text = (struct style){.name = "text",
		.size = 10,
		.pitch = 10,
		.leading = 10,
		.align = ALIGN_START};
	build->heading = build->text;
	build->heading.keep_with_next = true;
	build->table = (struct table_style){.name = "table",
		.repeat_head = true,
		.repeat_labels = true,
		.close_fragments = true};
	build_rules_weigh(build, 2, 1);
	build->master = (struct page_master){
		.name = "page", .width = 120, .height = 140, .area = {10, 20, 100, 100}};
	build->blocks = arena_pointers(arena);
	build->parts = arena_values(arena, sizeof(struct document_part));
	return build;
}

void build_destroy(struct build *build)
{
	diagnostics_destroy(build->diagnostics);
	arena_destroy(build->arena);
}

/* ---- text ---- */

struct text_block build_string(struct build *build, const char *text)
{
	struct text_run *run = arena_new(build->arena, struct text_run);
	struct place place = {build->source, ++build->line, 1};
	run->passage = passage_plain(arena_copy_string(build->arena, text), place);
	run->style = &build->text;
	return (struct text_block){.style = &build->text, .runs = run, .run_count = 1};
}

struct text_block build_han(struct build *build, int count)
{
	GString *text = arena_text(build->arena);
	for (int i = 0; i < count; i++) {
		g_string_append_unichar(text, (gunichar)(0x4E00 + i));
	}
	return build_string(build, text->str);
}

/* ---- blocks ---- */

const struct block *build_block(struct build *build, struct text_block text)
{
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_TEXT;
	block->text = text;
	return block;
}

const struct block *build_break(struct build *build)
{
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_PAGE_BREAK;
	return block;
}

const struct block *build_group(
	struct build *build, const struct block *const *blocks, size_t count)
{
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_GROUP;
	block->group.blocks = arena_copy(build->arena, blocks, count * sizeof *blocks);
	block->group.block_count = count;
	return block;
}

void build_add(struct build *build, const struct block *block)
{
	struct block *copy = arena_copy(build->arena, block, sizeof *block);
	g_ptr_array_add(build->blocks, copy);
}

void build_add_han(struct build *build, int count)
{
	build_add(build, build_block(build, build_han(build, count)));
}

void build_add_string(struct build *build, const char *text)
{
	build_add(build, build_block(build, build_string(build, text)));
}

void build_add_heading(struct build *build, const char *text)
{
	struct text_block heading = build_string(build, text);
	heading.purpose = PURPOSE_HEADING;
	heading.level = 1;
	heading.style = &build->heading;
	build_add(build, build_block(build, heading));
}

struct document_part *build_part(struct build *build)
{
	struct document_part part = {
		.master = build->imprint.master ? build->imprint.master
						: arena_copy(build->arena, &build->master,
							  sizeof build->master),
		.blocks = arena_copy(build->arena, build->blocks->pdata,
			build->blocks->len * sizeof(gpointer)),
		.block_count = build->blocks->len,
	};
	g_ptr_array_set_size(build->blocks, 0);
	g_array_append_val(build->parts, part);
	return &g_array_index(build->parts, struct document_part, build->parts->len - 1);
}

/* ---- tables ---- */

static const struct block *const *cell_blocks(struct build *build, const char *text)
{
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, 1);
	blocks[0] = build_block(build, text[0] == '=' ? build_han(build, atoi(text + 1))
						      : build_string(build, text));
	return blocks;
}

/* How many cells from a place on, in steps, have that text. */
static int count_marks(char ***grid, int row, int column, bool down)
{
	int count = 1;
	const char *mark = down ? "^" : "<";
	for (;;) {
		int r = row + (down ? count : 0);
		int c = column + (down ? 0 : count);
		if (!grid[r] || !grid[r][c] || strcmp(grid[r][c], mark) != 0) {
			return count;
		}
		count++;
	}
}

static void add_cells(struct build *build, char ***grid, GArray *cells, int head_rows)
{
	for (int row = 0; grid[row]; row++) {
		for (int column = 0; grid[row][column]; column++) {
			const char *text = grid[row][column];
			if (strcmp(text, "^") == 0 || strcmp(text, "<") == 0) {
				continue;
			}
			struct table_cell cell = {
				.row = row,
				.column = column,
				.row_span = count_marks(grid, row, column, true),
				.column_span = count_marks(grid, row, column, false),
				.head = row < head_rows,
				.style = &build->text,
				.blocks = cell_blocks(build, text),
				.block_count = 1,
			};
			cell.place = (struct place){build->source, build->line, 1};
			g_array_append_val(cells, cell);
		}
	}
}

struct block *build_table(struct build *build, int head_rows, const char *const *rows)
{
	int row_count = 0;
	while (rows[row_count]) {
		row_count++;
	}
	char ***grid = g_new0(char **, (gsize)row_count + 1);
	for (int row = 0; row < row_count; row++) {
		grid[row] = g_strsplit(rows[row], "|", -1);
	}
	int column_count = (int)g_strv_length(grid[0]);
	struct block *block = arena_new(build->arena, struct block);
	GArray *cells = arena_values(build->arena, sizeof(struct table_cell));
	block->kind = BLOCK_TABLE;
	block->place = (struct place){build->source, build->line + 1, 1};
	add_cells(build, grid, cells, head_rows);
	struct table_column *columns =
		arena_new_array(build->arena, struct table_column, column_count);
	for (int i = 0; i < column_count; i++) {
		columns[i] = (struct table_column){
			.kind = COLUMN_SHARE, .width = 1.0 / column_count};
	}
	block->table = (struct table_block){
		.style = &build->table,
		.columns = columns,
		.column_count = column_count,
		.rows = arena_new_array(build->arena, struct table_row, row_count),
		.row_count = row_count,
		.head_rows = head_rows,
		.cells = (const struct table_cell *)(const void *)cells->data,
		.cell_count = (int)cells->len,
	};
	for (int row = 0; row < row_count; row++) {
		g_strfreev(grid[row]);
	}
	g_free(grid);
	return block;
}

struct table_lines build_table_lines(struct build *build, const char *const *texts)
{
	size_t count = 0;
	while (texts[count]) {
		count++;
	}
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, count);
	for (size_t i = 0; i < count; i++) {
		blocks[i] = build_block(build, build_string(build, texts[i]));
	}
	return (struct table_lines){blocks, count};
}

/* ---- composing ---- */

const struct pages *build_compose(struct build *build)
{
	if (build->blocks->len > 0) {
		build_part(build);
	}
	struct document document = {
		.parts = (const struct document_part *)(const void *)build->parts->data,
		.part_count = build->parts->len,
		.imprint = build->imprint,
		.copies = build->copies,
	};
	struct pages *pages = compose_copy(&document, &build->manner,
		plain_faces(build->arena), &build->limits, build->diagnostics);
	if (pages) {
		arena_own(build->arena, pages, destroy_pages);
	}
	return pages;
}

static void append_number(GString *out, double number)
{
	g_string_append_printf(out, "%g", round(number * 100) / 100 + 0.0);
}

const char *build_lines(struct build *build)
{
	const struct pages *pages = build_compose(build);
	GString *out = arena_text(build->arena);
	for (guint i = 0; pages && i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind != ITEM_TEXT) {
				continue;
			}
			g_string_append_printf(out, "%u ", i + 1);
			append_number(out, item->text.x);
			g_string_append_c(out, ',');
			append_number(out, item->text.y);
			g_string_append_printf(out,
				item->artifact == ARTIFACT_NONE ? " %s\n" : " [%s]\n",
				item->text.text);
		}
	}
	return out->str;
}

static void append_first(GString *out, const struct item *item)
{
	bool artifact = item->artifact != ARTIFACT_NONE;
	g_string_append(out, artifact ? "[" : "");
	g_string_append_unichar(out, g_utf8_get_char(item->text.text));
	g_string_append(out, artifact ? "]" : "");
}

const char *build_marks(struct build *build)
{
	const struct pages *pages = build_compose(build);
	GString *out = arena_text(build->arena);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		g_string_append(out, i > 0 ? "|" : "");
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind == ITEM_TEXT) {
				append_first(out, item);
			}
		}
	}
	return out->str;
}

const char *build_rules(struct build *build, int number)
{
	const struct pages *pages = build_compose(build);
	const struct page *page = g_ptr_array_index(pages->list, (guint)number - 1);
	GString *out = arena_text(build->arena);
	for (guint k = 0; k < page->items->len; k++) {
		const struct item *item = &g_array_index(page->items, struct item, k);
		if (item->kind == ITEM_RULE) {
			const struct item_rule *rule = &item->rule;
			g_string_append_printf(out, "%g,%g %g,%g %g\n", rule->x1,
				rule->y1, rule->x2, rule->y2, rule->width);
		}
	}
	return out->str;
}

const char *build_dump(struct build *build)
{
	GString *out = arena_text(build->arena);
	pages_dump(build_compose(build), out);
	return out->str;
}

const char *build_reports(struct build *build)
{
	static const char *const severities[] = {"note", "warning", "error"};
	GString *out = arena_text(build->arena);
	for (guint i = 0; i < diagnostics_count(build->diagnostics); i++) {
		const struct diagnostic *report = diagnostics_get(build->diagnostics, i);
		g_string_append_printf(out, "%s %s %d:%d %s\n",
			severities[report->severity], report->code, report->place.line,
			report->place.column, report->message);
	}
	return out->str;
}

int build_begin(void **state)
{
	*state = build_create();
	return 0;
}

int build_begin_bare(void **state)
{
	struct build *build = build_create();
	build_rules_weigh(build, 0, 0);
	*state = build;
	return 0;
}

int build_end(void **state)
{
	build_destroy(*state);
	return 0;
}

void build_add_lines(struct build *build, int count)
{
	for (int i = 0; i < count; i++) {
		build_add_string(build, "行");
	}
}

void build_expect_marks(struct build *build, const char *expected)
{
	assert_string_equal(build_marks(build), expected);
}
