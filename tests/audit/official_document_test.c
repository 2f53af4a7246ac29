/* What an official document must have, by the checks of its layout. */
#include "audits.h"

/* A plan's notice with the lines of a text before and behind it, and all that is
 * reported. */
static void expect(const char *plan, const char *reports)
{
	struct bench bench = bench_begin();
	const char *layout = audits_tree_text(&bench, "layouts/official-document.yaml");
	assert_non_null(audits_report(&bench, plan, layout));
	bench_expect(&bench, reports);
	bench_end(&bench);
}

#define WHOLE                                                                            \
	"单位: {全称: 某局}\n"                                                     \
	"发文字号: 某发〔2021〕6号\n"                                           \
	"成文日期: 2021-3-8\n"                                                       \
	"通知: {标题: 关于某事的通知, 正文: 请办理。, 主送: 各处"

static void a_whole_document_has_all_its_elements(void **state)
{
	(void)state;
	expect(WHOLE "}\n", "");
	expect(WHOLE ", 附件: [表, 单]}\n附件: [{名称: 表}, {名称: 单}]\n", "");
	expect(WHOLE "}\n附件: [{名称: 表}]\n", "");
}

static void elements_that_are_missing_are_named_with_their_clauses(void **state)
{
	(void)state;
	expect("单位: {全称: 某局}\n"
	       "通知: {标题: 关于某事的通知, 正文: 请办理。}\n",
		"plan.yaml:2:10: warning[check-failed]: 核对“公文发文字号”不符："
		"公文没有发文字号，版头也不印（GB/T 9704-2012 7.2.5）\n"
		"plan.yaml:2:10: warning[check-failed]: 核对“公文主送机关”不符："
		"公文没有主送机关（GB/T 9704-2012 7.3.2）\n"
		"plan.yaml:2:10: warning[check-failed]: 核对“公文成文日期”不符："
		"公文没有成文日期（GB/T 9704-2012 7.3.5）\n");
}

static void a_plan_without_a_notice_needs_none_of_them(void **state)
{
	(void)state;
	expect("单位: {全称: 某局}\n", "");
}

static void what_goes_together_is_asked_for_together(void **state)
{
	(void)state;
	expect(WHOLE "}\n密级: 秘密\n",
		"plan.yaml:5:5: warning[check-failed]: 核对“涉密公文份号”不符："
		"涉密公文应当标注份号（GB/T 9704-2012 7.2.1）\n");
	expect(WHOLE "}\n用印: 加盖签名章\n",
		"plan.yaml:5:5: warning[check-failed]: 核对“签名章职务”不符："
		"加盖签名章要写签名章职务，落款才有人名的位置（GB/T 9704-2012 "
		"7.3.5.3）\n");
	expect(WHOLE "}\n联合机关: [甲局, 乙局]\n签发人: [王一]\n",
		"plan.yaml:6:6: warning[check-failed]: 核对“签发人数目”不符："
		"联合行文的机关有2个，签发人有1人（GB/T 9704-2012 7.2.6）\n");
}

static void attachments_are_those_that_the_note_names(void **state)
{
	(void)state;
	expect(WHOLE ", 附件: [表, 单]}\n附件: [{名称: 表}, {名称: 清单}]\n",
		"plan.yaml:5:20: warning[check-failed]: 核对“附件名称”不符："
		"附件2的名称是“清单”，附件说明写“单”，应当一致（GB/T 9704-2012 "
		"7.3.7）\n");
	expect(WHOLE ", 附件: [表, 单]}\n附件: [{名称: 表}]\n",
		"plan.yaml:4:41: warning[check-failed]: 核对“附件数目”不符："
		"附件说明列2件，实有1件（GB/T 9704-2012 7.3.4、7.3.7）\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_document_has_all_its_elements),
		cmocka_unit_test(elements_that_are_missing_are_named_with_their_clauses),
		cmocka_unit_test(a_plan_without_a_notice_needs_none_of_them),
		cmocka_unit_test(what_goes_together_is_asked_for_together),
		cmocka_unit_test(attachments_are_those_that_the_note_names),
	};
	return cmocka_run_group_tests_name("audit/official document", tests, NULL, NULL);
}
