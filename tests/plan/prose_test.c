#include "plan_fixture.h"

static void each_line_is_a_paragraph(void **state)
{
	(void)state;
	assert_reads("prose", "值: |\n  甲。\n\n  　　乙。 　\n   丙。\n",
		"prose 1:4\n  ¶ 2:3 \"甲。\"\n  ¶ 4:5 \"乙。\"\n  ¶ 5:4 \"丙。\"\n", "");
	assert_reads("prose", "值: 甲。\n", "prose 1:4\n  ¶ 1:4 \"甲。\"\n", "");
	assert_reads("prose", "值: \"甲\\n乙\"\n",
		"prose 1:4\n  ¶ 1:5 \"甲\"\n  ¶ 1:8 \"乙\"\n", "");
}

static void a_list_of_texts_is_prose(void **state)
{
	(void)state;
	assert_reads("prose", "值:\n- 甲。\n- '　**乙**丙'\n- |\n  丁\n  戊\n",
		"prose 2:1\n"
		"  ¶ 2:3 \"甲。\"\n"
		"  ¶ 3:7 *\"乙\" 3:10 \"丙\"\n"
		"  ¶ 5:3 \"丁\"\n"
		"  ¶ 6:3 \"戊\"\n",
		"");
	assert_reads("prose", "值: [甲, [乙]]\n", "",
		"p.yaml:1:4: error[type-mismatch]: “值”应为一段或几段文字，实为列表\n");
}

static void emphasis_does_not_mind_its_neighbours(void **state)
{
	(void)state;
	assert_reads("prose", "值: '**总体目标：**高举“**旗帜**”。'\n",
		"prose 1:4\n  ¶ 1:7 *\"总体目标：\" 1:14 \"高举“\" 1:19 *\"旗帜\" 1:23 "
		"\"”。\"\n",
		"");
	assert_reads("prose", "值: '甲 ** 乙 ** 丙'\n",
		"prose 1:4\n  ¶ 1:5 \"甲 \" 1:9 *\" 乙 \" 1:14 \" 丙\"\n", "");
}

static void a_sign_without_its_pair_is_literal_and_warned_of(void **state)
{
	(void)state;
	assert_reads("prose", "值: |\n  甲**乙**丙**丁\n  戊**\n",
		"prose 1:4\n"
		"  ¶ 2:3 \"甲\" 2:6 *\"乙\" 2:9 \"丙**丁\"\n"
		"  ¶ 3:3 \"戊**\"\n",
		"p.yaml:2:10: warning[emphasis-open]: "
		"这里的“**”没有与之成对的“**”，按原样印出\n"
		"p.yaml:3:4: warning[emphasis-open]: "
		"这里的“**”没有与之成对的“**”，按原样印出\n");
}

static void all_else_is_literal(void **state)
{
	(void)state;
	assert_reads("prose", "值: '138****1234 *甲* ***乙*** _丙_ `丁` <b> \\* 3.10'\n",
		"prose 1:4\n  ¶ 1:5 \"138****1234 *甲* ***乙*** _丙_ `丁` <b> \\* "
		"3.10\"\n",
		"");
}

static void prose_of_blank_lines_is_a_mark(void **state)
{
	(void)state;
	assert_reads("prose", "值: |\n  　\n", "mark 2:3 \"\"\n", "");
}

/* Walks a long prose in one pass: quadratic work would take minutes. */
static void long_prose_is_read_in_one_walk(void **state)
{
	struct fixture *fixture = *state;
	enum {
		PARAGRAPHS = 100000
	};
	GString *text = g_string_new("值: |\n");
	for (int i = 0; i < PARAGRAPHS; i++) {
		g_string_append(text, "  甲**乙**\n");
	}
	fixture->limits.scalar_bytes = 16 << 20;
	const struct model *model =
		fixture_model(fixture, "root: 甲\nrecords: {甲: {值: prose}}\n");
	const struct value *prose = value_field(
		fixture_plan(fixture, model, "p.yaml", text->str)->root, "值");
	g_string_free(text, TRUE);
	assert_reports(fixture, "");
	assert_int_equal(prose->paragraph_count, PARAGRAPHS);
	const struct prose_paragraph *last = &prose->paragraphs[PARAGRAPHS - 1];
	assert_int_equal(last->runs[1].passage.place.line, PARAGRAPHS + 1);
	assert_int_equal(last->runs[1].passage.place.column, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_is_a_paragraph),
		cmocka_unit_test(a_list_of_texts_is_prose),
		cmocka_unit_test(emphasis_does_not_mind_its_neighbours),
		cmocka_unit_test(a_sign_without_its_pair_is_literal_and_warned_of),
		cmocka_unit_test(all_else_is_literal),
		cmocka_unit_test(prose_of_blank_lines_is_a_mark),
		FIXTURE_TEST(long_prose_is_read_in_one_walk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
