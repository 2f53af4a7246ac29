/* Lines on pages: the grid, what stands above and below, breaks, parts, numbers,
 * bookmarks. */
#include "build.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- the grid ---- */

static void the_page_of_gb_9704_has_22_rows(void **state)
{
	struct build *build = *state;
	double mm = 72 / 25.4;
	double row = 225 * mm / 22;
	build->master = (struct page_master){.name = "a4",
		.width = 210 * mm,
		.height = 297 * mm,
		.area = {28 * mm, 37 * mm, 156 * mm, 225 * mm},
		.row = row};
	build->text =
		(struct style){.size = 16, .pitch = 16, .leading = row, .on_grid = true};
	build_add_han(build, 27 * 24);
	const struct pages *pages = build_compose(build);
	assert_int_equal(pages->list->len, 2);
	const struct page *page = g_ptr_array_index(pages->list, 0);
	assert_int_equal(page->items->len, 22);
	for (int i = 0; i < 22; i++) {
		double baseline = 37 * mm + i * row + (row - 16) / 2 + 14.08;
		double y = g_array_index(page->items, struct item, i).text.y;
		assert_true(fabs(y - baseline) < 1e-9);
	}
}

static void text_returns_to_the_grid_after_a_caption(void **state)
{
	struct build *build = *state;
	build->master.row = 10;
	struct style small = {.size = 5, .pitch = 5, .leading = 6, .before = 2};
	build->text.on_grid = true;
	build_add_string(build, "甲");
	struct text_block caption = build_string(build, "乙");
	caption.style = &small;
	build_add(build, build_block(build, caption));
	build_add_string(build, "丙");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 10,36.9 乙\n"
						"1 10,48.8 丙\n");
}

static void space_above_falls_away_at_the_head_of_a_page(void **state)
{
	struct build *build = *state;
	build->text.before = 5;
	build->text.after = 80;
	build_add_string(build, "甲");
	build_add_string(build, "乙");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"2 10,28.8 乙\n");
	build->text.after = 3;
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"1 10,46.8 乙\n");
}

/* ---- breaks ---- */

static void no_line_of_a_paragraph_stands_alone(void **state)
{
	struct build *build = *state;
	build_add_han(build, 90);
	build_add_han(build, 40);
	build_add_han(build, 70);
	assert_string_equal(build_lines(build), "1 10,28.8 一丁丂七丄丅丆万丈三\n"
						"1 10,38.8 上下丌不与丏丐丑丒专\n"
						"1 10,48.8 且丕世丗丘丙业丛东丝\n"
						"1 10,58.8 丞丟丠両丢丣两严並丧\n"
						"1 10,68.8 丨丩个丫丬中丮丯丰丱\n"
						"1 10,78.8 串丳临丵丶丷丸丹为主\n"
						"1 10,88.8 丼丽举丿乀乁乂乃乄久\n"
						"1 10,98.8 乆乇么义乊之乌乍乎乏\n"
						"1 10,108.8 乐乑乒乓乔乕乖乗乘乙\n"
						"2 10,28.8 一丁丂七丄丅丆万丈三\n"
						"2 10,38.8 上下丌不与丏丐丑丒专\n"
						"2 10,48.8 且丕世丗丘丙业丛东丝\n"
						"2 10,58.8 丞丟丠両丢丣两严並丧\n"
						"2 10,68.8 一丁丂七丄丅丆万丈三\n"
						"2 10,78.8 上下丌不与丏丐丑丒专\n"
						"2 10,88.8 且丕世丗丘丙业丛东丝\n"
						"2 10,98.8 丞丟丠両丢丣两严並丧\n"
						"2 10,108.8 丨丩个丫丬中丮丯丰丱\n"
						"3 10,28.8 串丳临丵丶丷丸丹为主\n"
						"3 10,38.8 丼丽举丿乀乁乂乃乄久\n");
}

/* How many lines stand on each page, such as `10 10 2`. */
static void assert_counts(struct build *build, const char *expected)
{
	const struct pages *pages = build_compose(build);
	GString *counts = arena_text(build->arena);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		g_string_append_printf(
			counts, "%s%u", i > 0 ? " " : "", page->items->len);
	}
	assert_string_equal(counts->str, expected);
}

static void a_paragraph_of_three_lines_is_not_parted(void **state)
{
	struct build *build = *state;
	build_add_han(build, 80);
	build_add_han(build, 30);
	assert_counts(build, "8 3");
}

static void a_paragraph_of_eleven_lines_leaves_two_for_the_next_page(void **state)
{
	struct build *build = *state;
	build_add_han(build, 110);
	assert_counts(build, "9 2");
}

static void page_breaks_begin_pages_but_none_that_are_empty(void **state)
{
	struct build *build = *state;
	build_add(build, build_break(build));
	build_add_string(build, "甲");
	build_add(build, build_break(build));
	build_add(build, build_break(build));
	build_add_string(build, "乙");
	build_add(build, build_break(build));
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"2 10,28.8 乙\n");
	assert_counts(build, "1 1");
}

static void a_line_higher_than_the_page_is_set_all_the_same(void **state)
{
	struct build *build = *state;
	build->text.leading = 150;
	build_add_han(build, 20);
	assert_counts(build, "1 1");
}

/* ---- parts ---- */

static void a_part_begins_on_an_odd_page_after_a_blank_one(void **state)
{
	struct build *build = *state;
	struct page_field field = {.text = "{page}/{pages}",
		.style = &build->text,
		.side = SIDE_LEFT,
		.on_first = true};
	build->master.fields = &field;
	build->master.field_count = 1;
	build_add_string(build, "甲");
	build_part(build);
	build_add_string(build, "乙");
	build_part(build)->begins_odd = true;
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1 label \"1\"\n"
		"text 10.00 28.80 plain 10.00 Document/P \"甲\"\n"
		"text 10.00 120.00 plain 10.00 artifact pagination \"1/3\"\n"
		"page 2 120.00 140.00 number 2\n"
		"page 3 120.00 140.00 number 3 label \"3\"\n"
		"text 10.00 28.80 plain 10.00 Document/P[2] \"乙\"\n"
		"text 10.00 120.00 plain 10.00 artifact pagination \"3/3\"\n"
		"metadata language \"zh-CN\"\n");
}

static void a_mirrored_area_lies_at_the_other_edge_of_even_pages(void **state)
{
	struct build *build = *state;
	build->master.mirrored = true;
	build->master.width = 150;
	build_add_string(build, "甲");
	build_add(build, build_break(build));
	build_add_string(build, "乙");
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"2 40,28.8 乙\n");
}

static void page_numbers_stand_outside_by_parity(void **state)
{
	struct build *build = *state;
	struct page_field field = {.text = "-{page}-",
		.style = &build->text,
		.side = SIDE_OUTSIDE,
		.inset = 10,
		.below = 7};
	build->master.fields = &field;
	build->master.field_count = 1;
	for (int i = 0; i < 3; i++) {
		build_add(build, build_break(build));
		build_add_string(build, "甲");
	}
	assert_string_equal(build_lines(build), "1 10,28.8 甲\n"
						"2 10,28.8 甲\n"
						"2 20,127 [-2-]\n"
						"3 10,28.8 甲\n"
						"3 70,127 [-3-]\n");
}

static void a_field_inside_or_in_the_middle_ignores_its_styles_alignment(void **state)
{
	struct build *build = *state;
	struct style end_style = build->text;
	end_style.align = ALIGN_END;
	end_style.indent = 20;
	struct page_field fields[] = {
		{.text = "甲",
			.style = &end_style,
			.side = SIDE_INSIDE,
			.on_first = true},
		{.text = "乙",
			.style = &end_style,
			.side = SIDE_CENTRE,
			.on_first = true},
		{.text = "丙", .style = &end_style, .side = SIDE_RIGHT, .on_first = true},
	};
	build->master.fields = fields;
	build->master.field_count = 3;
	build_add_string(build, "丁");
	assert_string_equal(build_lines(build), "1 10,28.8 丁\n"
						"1 10,120 [甲]\n"
						"1 55,120 [乙]\n"
						"1 100,120 [丙]\n");
}

/* ---- what leads to text ---- */

static void headings_are_bookmarks_with_destinations(void **state)
{
	struct build *build = *state;
	struct text_block title = build_string(build, "规划");
	title.purpose = PURPOSE_TITLE;
	build_add(build, build_block(build, title));
	struct text_block heading = build_string(build, "一、使命");
	heading.purpose = PURPOSE_HEADING;
	heading.level = 2;
	heading.outline = "使命";
	heading.outline_level = 1;
	build_add(build, build_block(build, heading));
	struct text_block named = build_string(build, "见此");
	named.destination = "here";
	build_add(build, build_block(build, named));
	assert_string_equal(build_dump(build),
		"page 1 120.00 140.00 number 1\n"
		"text 10.00 28.80 plain 10.00 Document/Title \"规划\"\n"
		"text 10.00 38.80 plain 10.00 Document/H2 \"一、使命\"\n"
		"text 10.00 48.80 plain 10.00 Document/P \"见此\"\n"
		"destination \".1\" page 1 10.00 30.00\n"
		"destination \"here\" page 1 10.00 40.00\n"
		"outline 1 \"使命\" to \".1\"\n"
		"metadata language \"zh-CN\"\n");
}

static void metadata_outlives_the_document(void **state)
{
	struct build *build = *state;
	char title[] = "规划";
	struct document document = {.metadata = {.title = title, .organ = "市委会"}};
	struct pages *pages =
		compose(&document, NULL, &build->limits, build->diagnostics);
	title[0] = '\0';
	assert_string_equal(pages->metadata.title, "规划");
	assert_string_equal(pages->metadata.author, "市委会");
	pages_destroy(pages);
}

/* ---- reports ---- */

static void a_word_wider_than_the_line_is_reported_once(void **state)
{
	struct build *build = *state;
	build_add_string(build, "见abcdefghijklmnopqrstuvwxyz");
	assert_string_equal(build_lines(build), "1 10,28.8 见\n"
						"1 10,38.8 abcdefghij\n"
						"1 10,48.8 klmnopqrst\n"
						"1 10,58.8 uvwxyz\n");
	assert_string_equal(build_reports(build),
		"warning word-wider-than-column 1:2 "
		"“abcdefghij”处的词比栏宽，已在中间断开\n");
}

static void too_many_pages_end_the_work(void **state)
{
	struct build *build = *state;
	build->limits.pages = 2;
	build_add_han(build, 200);
	assert_non_null(build_compose(build));
	build->limits.pages = 1;
	assert_null(build_compose(build));
	assert_string_equal(
		build_reports(build), "error limit-pages 0:0 文档超过 1 页\n");
	assert_int_equal(diagnostics_exit_status(build->diagnostics, false), FAULT_LIMIT);
}

static void blank_pages_count_against_the_limit(void **state)
{
	struct build *build = *state;
	build->limits.pages = 1;
	build_add_string(build, "甲");
	build_part(build);
	build_add_string(build, "乙");
	build_part(build)->begins_odd = true;
	assert_null(build_compose(build));
	assert_int_equal(diagnostics_count(build->diagnostics), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, build_begin, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_of_gb_9704_has_22_rows),
		TEST(text_returns_to_the_grid_after_a_caption),
		TEST(space_above_falls_away_at_the_head_of_a_page),
		TEST(no_line_of_a_paragraph_stands_alone),
		TEST(a_paragraph_of_three_lines_is_not_parted),
		TEST(a_paragraph_of_eleven_lines_leaves_two_for_the_next_page),
		TEST(page_breaks_begin_pages_but_none_that_are_empty),
		TEST(a_line_higher_than_the_page_is_set_all_the_same),
		TEST(a_part_begins_on_an_odd_page_after_a_blank_one),
		TEST(a_mirrored_area_lies_at_the_other_edge_of_even_pages),
		TEST(page_numbers_stand_outside_by_parity),
		TEST(a_field_inside_or_in_the_middle_ignores_its_styles_alignment),
		TEST(headings_are_bookmarks_with_destinations),
		TEST(metadata_outlives_the_document),
		TEST(a_word_wider_than_the_line_is_reported_once),
		TEST(too_many_pages_end_the_work),
		TEST(blank_pages_count_against_the_limit),
	};
	return cmocka_run_group_tests_name("compose/pages", tests, NULL, NULL);
}
