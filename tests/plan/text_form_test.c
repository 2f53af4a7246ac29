/* Texts in set forms. */
#include "plan/text_form.h"
#include "plan_fixture.h"

static void characters_stand_for_themselves(void **state)
{
	(void)state;
	assert_true(text_has_form("特急", "特急"));
	assert_false(text_has_form("特", "特急"));
	assert_false(text_has_form("特急件", "特急"));
	assert_true(text_has_form("", ""));
	assert_false(text_has_form("甲", ""));
}

static void digits_and_numbers(void **state)
{
	(void)state;
	assert_true(text_has_form("000001", "000000"));
	assert_false(text_has_form("00001", "000000"));
	assert_false(text_has_form("00001a", "000000"));
	assert_true(text_has_form("12号", "#号"));
	assert_false(text_has_form("02号", "#号"));
	assert_false(text_has_form("号", "#号"));
	assert_false(text_has_form("一号", "#号"));
	assert_true(text_has_form("120", "#0"));
}

static void any_characters_but_at_least_one(void **state)
{
	(void)state;
	assert_true(text_has_form("澜团发〔2021〕6号", "*〔0000〕#号"));
	assert_true(text_has_form("甲〔乙〔2021〕6号", "*〔0000〕#号"));
	assert_false(text_has_form("〔2021〕6号", "*〔0000〕#号"));
	assert_false(text_has_form("澜团发〔21〕6号", "*〔0000〕#号"));
	assert_true(text_has_form("甲", "*"));
	assert_false(text_has_form("", "*"));
}

static void one_of_several(void **state)
{
	(void)state;
	static const char form[] = "(绝密|机密|秘密)(|★#年|★#(个月|天)|★长期)";
	assert_true(text_has_form("机密", form));
	assert_true(text_has_form("秘密★10年", form));
	assert_true(text_has_form("绝密★6个月", form));
	assert_true(text_has_form("绝密★6天", form));
	assert_true(text_has_form("绝密★长期", form));
	assert_false(text_has_form("密★1年", form));
	assert_false(text_has_form("机密★", form));
	assert_false(text_has_form("机密★年", form));
	assert_false(text_has_form("机密★6个", form));
	assert_false(text_has_form("机密秘密", form));
}

static void assert_formed(const char *text, const char *form, const char *expected)
{
	struct arena *arena = arena_create();
	const char *const forms[] = {form, NULL};
	const char *formed = text_formed(arena, text, forms);
	if (expected) {
		assert_non_null(formed);
		assert_string_equal(formed, expected);
	} else {
		assert_null(formed);
	}
	arena_destroy(arena);
}

static void what_was_meant_is_found(void **state)
{
	(void)state;
	static const char form[] = "*〔0000〕#号";
	static const char meant[] = "澜团发〔2021〕6号";
	assert_formed("澜团发[2021]6号", form, meant);
	assert_formed("澜团发（2021）6号", form, meant);
	assert_formed("澜团发【2021】第6号", form, meant);
	assert_formed("澜团发〔2021〕006号", form, meant);
	assert_formed("澜团发 〔２０２１〕 第０６号", form, meant);
	assert_formed("秘密☆1年", "秘密★#年", "秘密★1年");
	/* Zeros that the form has are not too many. */
	assert_formed("００００１２", "000000", "000012");
	assert_formed("澜团发第6号", form, NULL);
	assert_formed("", form, NULL);
	assert_formed("第", form, NULL);
}

/* A text 值 of some forms: what is reported of it, and the hint. */
static void assert_read(
	const char *forms, const char *plan, const char *reports, const char *hint)
{
	void *state;
	fixture_set_up(&state);
	struct fixture *fixture = state;
	char *vocabulary = arena_printf(fixture->arena,
		"root: 规划\nrecords:\n  规划:\n    值: {type: text, %s}\n", forms);
	const struct model *model = fixture_model(fixture, vocabulary);
	const struct plan *read = fixture_plan(fixture, model, "p.yaml", plan);
	assert_non_null(value_field(read->root, "值"));
	assert_reports(fixture, reports);
	if (hint) {
		assert_hint(fixture, 0, hint);
	}
	fixture_tear_down(&state);
}

static void another_form_is_a_warning_with_the_text_set_right(void **state)
{
	(void)state;
	static const char number[] = "forms: [\"*〔0000〕#号\"], clause: 甲标准 7.2.5";
	assert_read(number, "值: 甲〔2021〕6号\n", "", NULL);
	assert_read(number, "值: 甲[2021]6号\n",
		"p.yaml:1:4: warning[text-form]: “值”的写法不合规定（甲标准 "
		"7.2.5），实为“甲[2021]6号”\n",
		"应写作“甲〔2021〕6号”");
}

static void what_cannot_be_set_right_gets_the_example(void **state)
{
	(void)state;
	static const char levels[] = "forms: [\"秘密\", \"秘密★#年\"], example: 秘密★1年";
	assert_read(levels, "值: 秘密\n", "", NULL);
	assert_read(levels, "值: 秘密★9年\n", "", NULL);
	assert_read(levels, "值: 很秘密\n",
		"p.yaml:1:4: warning[text-form]: “值”的写法不合规定，实为“很秘密”\n",
		"例如“秘密★1年”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_stand_for_themselves),
		cmocka_unit_test(digits_and_numbers),
		cmocka_unit_test(any_characters_but_at_least_one),
		cmocka_unit_test(one_of_several),
		cmocka_unit_test(what_was_meant_is_found),
		cmocka_unit_test(another_form_is_a_warning_with_the_text_set_right),
		cmocka_unit_test(what_cannot_be_set_right_gets_the_example),
	};
	return cmocka_run_group_tests_name("plan/text_form", tests, NULL, NULL);
}
