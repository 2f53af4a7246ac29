/* Columns of real faces: what ought not to be broken is not. */
#include "compose/compose.h"

#include "text/setting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int begin(void **state)
{
	struct setting *setting = g_new(struct setting, 1);
	*setting = setting_create();
	*state = setting;
	return 0;
}

static int end(void **state)
{
	setting_destroy(*state);
	g_free(*state);
	return 0;
}

static struct pages *compose_block(struct setting *setting,
	const struct page_master *master, const struct block *block)
{
	struct document_part part = {
		.master = master, .blocks = &block, .block_count = 1};
	struct document document = {.parts = &part, .part_count = 1};
	struct limits limits = limits_default();
	return compose(&document, setting->faces, &limits, setting->diagnostics);
}

/* A paragraph of one run. */
static const struct block *make_text(
	struct setting *setting, const struct style *style, const char *text)
{
	struct text_run *run = arena_new(setting->arena, struct text_run);
	run->passage = passage_plain(text, (struct place){setting->source, 1, 1});
	run->style = style;
	struct block *block = arena_new(setting->arena, struct block);
	block->kind = BLOCK_TEXT;
	block->text = (struct text_block){.style = style, .runs = run, .run_count = 1};
	return block;
}

/* The first of a page's texts that hold something. */
static const struct item_text *text_with(const struct pages *pages, const char *what)
{
	const struct page *page = g_ptr_array_index(pages->list, 0);
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_TEXT && strstr(item->text.text, what)) {
			return &item->text;
		}
	}
	fail_msg("%s stands nowhere", what);
	abort();
}

/* A table of one row with content columns, one for each text. */
static struct pages *compose_row(struct setting *setting, const struct style *style,
	const char *const *texts, int count)
{
	struct table_style look = {.padding_across = 4,
		.inner_rule = 1,
		.across_rule = 1,
		.down_rule = 1,
		.head_rule = 1,
		.outer_rule = 1,
		.side_rule = 1};
	struct table_column *columns =
		arena_new_array(setting->arena, struct table_column, count);
	struct table_cell *cells =
		arena_new_array(setting->arena, struct table_cell, count);
	const struct block **blocks =
		arena_new_array(setting->arena, const struct block *, count);
	for (int i = 0; i < count; i++) {
		columns[i].kind = COLUMN_CONTENT;
		blocks[i] = make_text(setting, style, texts[i]);
		cells[i] = (struct table_cell){.column = i,
			.row_span = 1,
			.column_span = 1,
			.style = style,
			.blocks = &blocks[i],
			.block_count = 1};
	}
	struct table_row row = {0};
	struct block table = {.kind = BLOCK_TABLE,
		.table = {.style = &look,
			.columns = columns,
			.column_count = count,
			.rows = &row,
			.row_count = 1,
			.cells = cells,
			.cell_count = count}};
	struct page_master master = {
		.name = "page", .width = 500, .height = 700, .area = {30, 50, 440, 600}};
	return compose_block(setting, &master, &table);
}

static void numbers_and_dates_stand_on_one_line_of_their_columns(void **state)
{
	struct setting *setting = *state;
	struct style style = setting_style();
	style.leading = 14;
	GString *text = arena_text(setting->arena);
	for (int i = 0; i < 60; i++) {
		g_string_append(text, "坚持立会为公，以新作为巩固老阵地。");
	}
	const char *const texts[] = {"2024年6月30日以前", "≥32700.50万元", text->str};
	struct pages *pages = compose_row(setting, &style, texts, 3);
	assert_true(text_with(pages, "2024")->y == text_with(pages, "日")->y);
	assert_true(text_with(pages, "≥")->y == text_with(pages, "万元")->y);
	pages_destroy(pages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			numbers_and_dates_stand_on_one_line_of_their_columns, begin, end),
	};
	return cmocka_run_group_tests_name("compose/column faces", tests, NULL, NULL);
}
