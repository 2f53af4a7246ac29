/* Signatures, on pages of ten rows of ten characters from 10,20 on; a baseline is 8.8
 * below the head of its row. */
#include "build_official.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void expect(struct build *build, const char *lines)
{
	assert_string_equal(build_lines(build), lines);
	assert_string_equal(build_reports(build), "");
}

/* ---- without a seal: 7.3.5.2 ---- */

static void without_a_seal_a_blank_line_and_two_characters_at_the_right(void **state)
{
	struct build *build = *state;
	build_add_string(build, "行");
	build_sign(build, SIGNATURE_PLAIN, "甲乙丙丁", "一二", 0);
	expect(build, "1 10,28.8 行\n"
		      "1 50,48.8 甲乙丙丁\n"
		      "1 70,58.8 一二\n"
		      "1 100,125 [1]\n");
}

static void a_longer_date_stands_at_the_edge_itself(void **state)
{
	struct build *build = *state;
	build_add_string(build, "行");
	build_sign(build, SIGNATURE_PLAIN, "甲", "一二三四", 0);
	expect(build, "1 10,28.8 行\n"
		      "1 30,48.8 甲\n"
		      "1 50,58.8 一二三四\n"
		      "1 100,125 [1]\n");
}

static void organs_without_seals_begin_under_each_other(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_PLAIN, "甲乙|丙丁戊己|庚", "一二", 0);
	expect(build, "1 50,38.8 甲乙\n"
		      "1 50,48.8 丙丁戊己\n"
		      "1 50,58.8 庚\n"
		      "1 70,68.8 一二\n"
		      "1 100,125 [1]\n");
}

static void a_date_alone_stands_at_the_edge(void **state)
{
	struct build *build = *state;
	struct block *block = arena_new(build->arena, struct block);
	*block = *build_signature(build, SIGNATURE_PLAIN, "甲", "一二", 0);
	block->signature.signatory_count = 0;
	build_add(build, block);
	expect(build, "1 70,38.8 一二\n1 100,125 [1]\n");
}

static void a_name_longer_than_the_measure_is_broken(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_PLAIN, "甲乙丙丁戊己庚辛壬癸子丑", "一", 0);
	expect(build, "1 10,38.8 甲乙丙丁戊己庚辛壬癸\n"
		      "1 10,48.8 子丑\n"
		      "1 30,58.8 一\n"
		      "1 100,125 [1]\n");
}

/* ---- with seals: 7.3.5.1 ---- */

static void a_seal_presses_name_and_date_on_their_middle(void **state)
{
	struct build *build = *state;
	build_add_string(build, "行");
	build_sign(build, SIGNATURE_SEALED, "甲乙丙丁", "一二", 20);
	expect(build, "1 10,28.8 行\n"
		      "1 40,48.8 甲乙丙丁\n"
		      "1 50,58.8 一二\n"
		      "1 100,125 [1]\n");
	/* Its middle is that of both texts, and both lie below it; it begins 2.5 below
	 * the text. */
	assert_string_equal(build_seals(build), "1 50.00,32.50 70.00,52.50\n");
}

static void a_larger_seal_begins_within_a_line_below_the_text(void **state)
{
	struct build *build = *state;
	build_add_string(build, "行");
	build_sign(build, SIGNATURE_SEALED, "甲乙丙丁", "一二", 40);
	assert_string_equal(build_seals(build), "1 40.00,32.50 80.00,72.50\n");
}

static void a_long_name_moves_the_date_to_the_left(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲乙丙丁戊己庚辛壬癸", "一二", 20);
	expect(build, "1 10,38.8 甲乙丙丁戊己庚辛壬癸\n"
		      "1 50,48.8 一二\n"
		      "1 100,125 [1]\n");
}

static void the_lines_of_a_name_are_centred_over_its_date(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲乙丙丁戊己庚辛壬癸子丑", "一", 20);
	expect(build, "1 10,38.8 甲乙丙丁戊己庚辛壬癸\n"
		      "1 50,48.8 子丑\n"
		      "1 55,58.8 一\n"
		      "1 100,125 [1]\n");
}

static void a_seal_does_not_leave_the_type_area(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲", "一", 96);
	assert_string_equal(build_seals(build), "1 14.00,24.50 110.00,120.50\n");
}

/* Two beside each other, 25.67 from middle to middle: seals are 2 mm apart; the third in
 * a row of its own. */
static void seals_of_organs_stand_in_rows_and_do_not_touch(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲|乙|丙", "一二", 20);
	expect(build, "1 29.33,38.8 甲\n"
		      "1 55,38.8 乙\n"
		      "1 55,68.8 丙\n"
		      "1 50,78.8 一二\n"
		      "1 100,125 [1]\n");
	assert_string_equal(build_seals(build), "1 24.33,22.50 44.33,42.50\n"
						"1 50.00,22.50 70.00,42.50\n"
						"1 50.00,52.50 70.00,72.50\n");
}

static void three_seals_are_the_most_in_a_row(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲|乙|丙|丁", "一", 1);
	expect(build, "1 20,38.8 甲\n"
		      "1 40,38.8 乙\n"
		      "1 60,38.8 丙\n"
		      "1 60,48.8 丁\n"
		      "1 60,58.8 一\n"
		      "1 100,125 [1]\n");
}

/* ---- stamps: 7.3.5.3 ---- */

static void a_post_stands_before_its_stamp_and_the_date_below(void **state)
{
	struct build *build = *state;
	build_add_string(build, "行");
	build_sign(build, SIGNATURE_STAMPED, "甲", "一二", 0);
	expect(build, "1 10,28.8 行\n"
		      "1 10,63.8 甲\n"
		      "1 50,88.8 一二\n"
		      "1 100,125 [1]\n");
	assert_string_equal(build_seals(build), "1 40.00,50.00 70.00,70.00\n");
}

static void stamps_stand_under_each_other_the_lead_first(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_STAMPED, "甲|乙", "", 0);
	assert_string_equal(build_seals(build), "1 40.00,40.00 70.00,60.00\n"
						"1 40.00,70.00 70.00,90.00\n");
}

/* ---- company: 7.3.5.5 ---- */

static void a_signature_takes_lines_of_its_text_along(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 3);
	build_add_han(build, 60);
	build_sign(build, SIGNATURE_PLAIN, "甲", "一", 0);
	build_expect_marks(build, "行行行一上且丞[1]|丨串甲一[2]");
	assert_string_equal(build_reports(build), "");
}

static void a_paragraph_that_cannot_be_parted_goes_whole(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 6);
	build_add_han(build, 20);
	build_sign(build, SIGNATURE_PLAIN, "甲", "一", 0);
	build_expect_marks(build, "行行行行行行[1]|一上甲一[2]");
}

static void a_heading_goes_with_the_text_that_goes_with_a_signature(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 6);
	build_add_heading(build, "标");
	build_add_string(build, "文");
	build_sign(build, SIGNATURE_PLAIN, "甲", "一", 0);
	build_expect_marks(build, "行行行行行行[1]|标文甲一[2]");
}

static void kept_lines_before_a_signature_go_with_text_above_them(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 7);
	build_add_heading(build, "附");
	build_sign(build, SIGNATURE_PLAIN, "甲", "一", 0);
	build_expect_marks(build, "行行行行行行[1]|行附甲一[2]");
}

static void a_note_is_not_parted_from_its_date(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 7);
	const struct block *const blocks[] = {
		build_signature(build, SIGNATURE_PLAIN, "甲", "一", 0),
		build_block(build, build_string(build, "注"))};
	build_add(build, build_group(build, blocks, G_N_ELEMENTS(blocks)));
	build_expect_marks(build, "行行行行行行[1]|行甲一注[2]");
}

static void seals_need_their_room_at_the_foot_of_a_page(void **state)
{
	struct build *build = *state;
	build_add_lines(build, 6);
	build_sign(build, SIGNATURE_SEALED, "甲", "一", 40);
	build_expect_marks(build, "行行行行行[1]|行甲一[2]");
}

static void a_signature_alone_on_a_page_is_reported(void **state)
{
	struct build *build = *state;
	const char *const rows[] = {
		"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", NULL};
	build_add(build, build_table(build, 0, rows));
	build_sign(build, SIGNATURE_PLAIN, "名", "一", 0);
	build_expect_marks(build, "甲乙丙丁戊己庚辛壬癸[1]|名一[2]");
	assert_string_equal(build_reports(build),
		"warning signature-alone 11:1 落款所在的一面没有正文（GB/T 9704-2012 "
		"7.3.5.5），请增减正文或表格的行数\n");
}

static void seals_that_no_page_holds_are_reported(void **state)
{
	struct build *build = *state;
	build_sign(build, SIGNATURE_SEALED, "甲|乙", "一", 60);
	(void)build_compose(build);
	assert_string_equal(build_reports(build),
		"warning signature-too-high 1:1 "
		"落款和印章一面排不下：署名太多、太长，或者印章太大\n");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, build_begin_official, build_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(without_a_seal_a_blank_line_and_two_characters_at_the_right),
		CASE(a_longer_date_stands_at_the_edge_itself),
		CASE(organs_without_seals_begin_under_each_other),
		CASE(a_date_alone_stands_at_the_edge),
		CASE(a_name_longer_than_the_measure_is_broken),
		CASE(a_seal_presses_name_and_date_on_their_middle),
		CASE(a_larger_seal_begins_within_a_line_below_the_text),
		CASE(a_long_name_moves_the_date_to_the_left),
		CASE(the_lines_of_a_name_are_centred_over_its_date),
		CASE(a_seal_does_not_leave_the_type_area),
		CASE(seals_of_organs_stand_in_rows_and_do_not_touch),
		CASE(three_seals_are_the_most_in_a_row),
		CASE(a_post_stands_before_its_stamp_and_the_date_below),
		CASE(stamps_stand_under_each_other_the_lead_first),
		CASE(a_signature_takes_lines_of_its_text_along),
		CASE(a_paragraph_that_cannot_be_parted_goes_whole),
		CASE(a_heading_goes_with_the_text_that_goes_with_a_signature),
		CASE(kept_lines_before_a_signature_go_with_text_above_them),
		CASE(a_note_is_not_parted_from_its_date),
		CASE(seals_need_their_room_at_the_foot_of_a_page),
		CASE(a_signature_alone_on_a_page_is_reported),
		CASE(seals_that_no_page_holds_are_reported),
	};
	return cmocka_run_group_tests_name("compose/signatures", tests, NULL, NULL);
}
