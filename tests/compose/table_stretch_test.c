/* Tables that fill their last page. A page is 100 points high, a row of a table without
 * rules ten. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const THREE_ROWS[] = {"头|头", "一|一", "二|二", "三|三", NULL};

static struct block *make_table(struct build *build, const char *const *rows)
{
	struct block *table = build_table(build, 1, rows);
	table->table.fitting.fill_page = true;
	return table;
}

/* Where the texts of a page stand, from the head of the type area: the first of each
 * height, and in brackets how many rules lie across. */
static const char *places(struct build *build, guint index)
{
	const struct pages *pages = build_compose(build);
	const struct page *page = g_ptr_array_index(pages->list, index);
	GString *out = arena_text(build->arena);
	double last = -1;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind == ITEM_TEXT && item->text.y != last) {
			last = item->text.y;
			g_string_append_unichar(out, g_utf8_get_char(item->text.text));
			g_string_append_printf(out, "%g ", last - 28.8);
		}
	}
	return out->str;
}

static void rows_that_grow_take_the_spare_height(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, THREE_ROWS);
	struct table_row rows[4] = {{.head = true}, {.grow = 1}, {.grow = 2}, {0}};
	table->table.rows = rows;
	build_add(build, table);
	assert_string_equal(places(build, 0), "头0 一10 二40 三90 ");
}

static void where_no_row_grows_those_with_text_become_twice_as_high(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头|头", "一|一", "|", "三|三", NULL};
	build_add(build, make_table(build, rows));
	assert_string_equal(places(build, 0), "头0 一10 三40 ");
}

static void spare_height_is_shared_out_among_them(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 4);
	build_add(build, make_table(build, THREE_ROWS));
	build_add_string(build, "后");
	assert_string_equal(
		places(build, 0), "行0 行10 行20 行30 头40 一50 二66.6667 三83.3333 ");
	assert_string_equal(places(build, 1), "后0 ");
}

static void only_the_last_page_is_filled(void **state)
{
	struct build *build = *state;
	const char *const texts[] = {"头|头", "一|一", "二|二", "三|三", "四|四", NULL};
	struct block *table = make_table(build, texts);
	struct table_row rows[5] = {{.head = true}, {.grow = 1}, {0}, {.grow = 1}, {0}};
	table->table.rows = rows;
	build_add_lines(build, 7);
	build_add(build, table);
	assert_string_equal(
		places(build, 0), "行0 行10 行20 行30 行40 行50 行60 头70 一80 二90 ");
	assert_string_equal(places(build, 1), "头0 三10 四90 ");
}

static void lines_below_stand_at_the_foot(void **state)
{
	struct build *build = *state;
	const char *const below[] = {"注", NULL};
	struct block *table = make_table(build, THREE_ROWS);
	struct table_row rows[4] = {{.head = true}, {0}, {.grow = 1}, {0}};
	table->table.rows = rows;
	table->table.below = build_table_lines(build, below);
	build_add(build, table);
	assert_string_equal(places(build, 0), "头0 一10 二20 三80 注90 ");
}

static void blank_rows_come_first(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, THREE_ROWS);
	build_rules_weigh(build, 1, 1);
	table->table.fitting.fill_rows = true;
	build_add(build, table);
	assert_string_equal(places(build, 0), "头1 一12 二23 三34 ");
	/* a rule above each of nine rows and one below: five rows of 11.2 are blank */
	const char *rules = build_rules(build, 1);
	assert_non_null(strstr(rules, "10.5,64.5 109.5,64.5 1\n"));
	assert_non_null(strstr(rules, "10.5,75.5 109.5,75.5 1\n"));
	assert_non_null(strstr(rules, "10,119.5 110,119.5 1\n"));
}

static void blank_rows_stand_above_a_total(void **state)
{
	struct build *build = *state;
	struct block *table = make_table(build, THREE_ROWS);
	struct table_row rows[4] = {{.head = true}, {0}, {.with_next = true}, {0}};
	table->table.rows = rows;
	table->table.fitting.fill_rows = true;
	build_add(build, table);
	assert_string_equal(places(build, 0), "头0 一10 二20 三90 ");
}

static void a_table_that_stays_with_what_follows_is_not_filled(void **state)
{
	struct build *build = *state;
	const struct block *blocks[] = {make_table(build, THREE_ROWS),
		build_block(build, build_string(build, "后"))};
	build_add(build, build_group(build, blocks, 2));
	assert_string_equal(places(build, 0), "头0 一10 二20 三30 后40 ");
}

static void a_table_smaller_on_one_page_fills_it(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {"头|头", "一|一", "二|二", "三|三", "四|四", "五|五",
		"六|六", "七|七", "八|八", "九|九", "十|十", NULL};
	struct block *table = make_table(build, rows);
	table->table.fitting.fit_page = true;
	table->table.fitting.floor = 5;
	build_add(build, table);
	const struct pages *pages = build_compose(build);
	assert_int_equal(pages->list->len, 1);
	const char *all = places(build, 0);
	assert_non_null(strstr(all, "头-0.88 "));
	assert_non_null(strstr(all, "十90.02 "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_that_grow_take_the_spare_height,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			where_no_row_grows_those_with_text_become_twice_as_high,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(spare_height_is_shared_out_among_them,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			only_the_last_page_is_filled, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			lines_below_stand_at_the_foot, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			blank_rows_come_first, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			blank_rows_stand_above_a_total, build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(
			a_table_that_stays_with_what_follows_is_not_filled,
			build_begin_bare, build_end),
		cmocka_unit_test_setup_teardown(a_table_smaller_on_one_page_fills_it,
			build_begin_bare, build_end),
	};
	return cmocka_run_group_tests_name("compose/table stretch", tests, NULL, NULL);
}
