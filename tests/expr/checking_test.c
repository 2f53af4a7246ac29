/* What checks ask of the language: counts and amounts in texts, placeholders, lengths,
 * all records of a kind; and formulas, which are fields that nobody writes. */
#include "expr_fixture.h"

static void counts_in_a_text_are_items_with_names(void **state)
{
	static const struct row rows[] = {
		{"{items('各类培训8次；会议21次、调研9次，其他').名称}",
			"各类培训、会议、调研"},
		{"{items('各类培训8次；会议21次').数值}", "8次、21次"},
		{"{sum(items('甲 6 次；乙2次').数值)}", "8"},
		{"{sum(where(items('甲6次；乙2次；甲1次'), 名称 = '甲').数值)}", "7"},
		{"{items('新联会5万； 统战经费1,200.5万元。').数值}", "5万、1,200.5万元"},
		{"{items('良好；8次；、；').名称}", ""},
		{"{count(items(缺))}", "0"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void amounts_can_be_asked_by_the_word_before_them(void **state)
{
	static const struct row rows[] = {
		{"{amounts('资金总额为30万元，其中基本支出20万元', '资金总额')}",
			"30万元"},
		{"{amounts('资金总额（5,000元）；资金总额增加3元', '资金总额')}",
			"5,000元"},
		{"{amounts('项目支出：10万元，项目支出共计 12万元', '项目支出')}",
			"10万元、12万元"},
		{"{amounts('项目支出30项', '项目支出')}", ""},
		{"{amounts('30万元', '')}", ""},
	};
	ASSERT_PRINTS(*state, rows);
}

static void placeholders_are_told_from_words(void **state)
{
	static const struct row rows[] = {
		{"{placeholders('XX局20××年投入____万元')}", "XX、××、____"},
		{"{placeholders('负责人待定，电话***')}", "待定、***"},
		{"{placeholders('XXL号、MAXX、二〇〇八年、3×4、A_B、a*b**c')}", ""},
		{"{placeholders(texts(单位))}", ""},
	};
	ASSERT_PRINTS(*state, rows);
}

static void texts_and_records_are_found_wherever_they_stand(void **state)
{
	static const struct row rows[] = {
		{"{texts(单位)}", "市委统战部、统战部"},
		{"{texts(w.步骤)}", "甲、乙"},
		{"{'良好' in texts()}", "是"},
		{"{count(records('款项'))}", "7"},
		{"{records('工作').名称}", "培训、调研"},
		{"{length('甲 乙\u3000丙')}", "3"},
		{"{length(摘要) > 30}", "是"},
		{"{list('a', 关键词, 文种)}", "a、统战、绩效、绩效管理规划"},
		{"{'a' in list('a', 'b') and not ('c' in list('a', 'b'))}", "是"},
	};
	ASSERT_PRINTS(*state, rows);
}

static void a_formula_reads_like_a_field(void **state)
{
	static const struct row rows[] = {
		{"{收入[2].半额}", "15"},
		{"{sum(收入.半额)}", "98.5052"},
		{"{w.步骤[1].占比 | 2位}", "0.00"},
		{"{收入[3].半额}", ""},
		{"{count(where(收入, 半额 > 20))}", "1"},
	};
	ASSERT_PRINTS(*state, rows);
}

#define AT(column) "layout.yaml:3:" #column ": error"

static void faults_of_these_are_told_at_the_layouts_line(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{records('工做')}", AT(14) "[record-unknown]: 没有记录“工做”\n"},
		{"{records(文种)}", AT(14) "[type-mismatch]: 记录的名称应直接写出，如 "
					   "records('指标')\n"},
		{"{list(收入)}", AT(11) "[type-mismatch]: list "
					"的第1个参数应为文字或文字的列表，却是"
					"列表（记录“款项”）\n"},
		{"{length()}", AT(6) "[argument-count]: length 要1个参数，却有0个\n"},
	};
	ASSERT_REFUSED(rows);
}

static void faults_of_a_formula_are_told_where_it_is_declared(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{收入.坏}", "model.yaml:35:21: error[type-mismatch]: "
			      "数（万元）与文字不能这样计算\n"},
		{"{收入[1].环}", "model.yaml:33:18: error[formula-depth]: "
				 "公式“环”经过别的公式回到自身，或层数太多\n"},
	};
	ASSERT_REFUSED(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(counts_in_a_text_are_items_with_names),
		FIXTURE_TEST(amounts_can_be_asked_by_the_word_before_them),
		FIXTURE_TEST(placeholders_are_told_from_words),
		FIXTURE_TEST(texts_and_records_are_found_wherever_they_stand),
		FIXTURE_TEST(a_formula_reads_like_a_field),
		cmocka_unit_test(faults_of_these_are_told_at_the_layouts_line),
		cmocka_unit_test(faults_of_a_formula_are_told_where_it_is_declared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
