/* Where lines may break by the classes of two neighbours: the sheet's rules, a row each.
 * GB/T 15834-2011, GB/T 15835-2011, CLREQ (line breaking, GB-style). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

struct break_case {
	const char *rule;
	const char *text;
	const char *breaks; /* `|` where a line may break, `_` where rather not */
};

static void assert_breaks(const struct break_case *cases, size_t count)
{
	struct setting setting = setting_create();
	struct style style = setting_style();
	int wrong = 0;
	for (size_t i = 0; i < count; i++) {
		const struct paragraph *paragraph =
			setting_paragraph(&setting, &style, cases[i].text);
		char *shown = setting_breaks(&setting, paragraph);
		if (!g_str_equal(shown, cases[i].breaks)) {
			print_error("by %s: %s, not %s\n", cases[i].rule, shown,
				cases[i].breaks);
			wrong++;
		}
	}
	setting_destroy(&setting);
	assert_int_equal(wrong, 0);
}

static void stops_stay_with_what_they_end(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"15834 5.1.1", "中国，人民。", "中|国，|人|民。"},
		{"15834 5.1.1", "甲、乙；丙：丁", "甲、|乙；|丙：|丁"},
		{"15834 5.1.1", "甲。乙", "甲。|乙"},
		{"15834 5.1.1", "甲．乙", "甲．|乙"},
		{"15834 5.1.1", "5，甲", "5，|甲"},
		{"15834 5.1.1", "Word，甲", "Word，|甲"},
		{"15834 5.1.2", "好！真的？是", "好！|真|的？|是"},
		{"15834 5.1.2", "什么？！是", "什|么？！|是"},
		{"15834 5.1.2", "好！！好！！！", "好！！|好！！！"},
		{"CLREQ NO_START", "甲‼乙", "甲‼|乙"},
		{"CLREQ NO_START", "甲⁇乙⁈丙⁉丁", "甲⁇|乙⁈|丙⁉|丁"},
		{"CLREQ NO_START", "甲. 乙, 丙; 丁", "甲. |乙, |丙; |丁"},
		{"CLREQ NO_START", "甲: 乙! 丙? 丁", "甲: |乙! |丙? |丁"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void brackets_and_quotes_hold_what_they_enclose(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"15834 5.1.3", "他说“你好”然后", "他|说|“你|好”|然|后"},
		{"15834 5.1.3", "见《通知》和（附件）", "见|《通|知》|和|（附|件）"},
		{"15834 5.1.3", "用‘甲’和【乙】", "用|‘甲’|和|【乙】"},
		{"15834 5.1.3", "用〈甲〉和〔乙〕", "用|〈甲〉|和|〔乙〕"},
		{"15834 5.1.3", "说：“好。”（完）", "说：|“好。”|（完）"},
		{"15834 5.1.3", "“《方案》”", "“《方|案》”"},
		{"15834 5.1.3", "（“甲”）乙", "（“甲”）|乙"},
		{"15834 5.1.3", "甲（乙）。丙", "甲|（乙）。|丙"},
		{"CLREQ NO_END", "甲「乙」丙『丁』戊", "甲|「乙」|丙|『丁』|戊"},
		{"CLREQ NO_END", "甲〖乙〗丙［丁］戊", "甲|〖乙〗|丙|［丁］|戊"},
		{"CLREQ NO_END", "甲｛乙｝丙", "甲|｛乙｝|丙"},
		{"CLREQ NO_END", "甲(乙)丙[丁]戊{己}庚", "甲|(乙)|丙|[丁]|戊|{己}|庚"},
		{"CLREQ", "（甲）（乙）", "（甲）|（乙）"},
		{"CLREQ", "《甲》《乙》", "《甲》|《乙》"},
		{"CLREQ", "“甲”“乙”", "“甲”|“乙”"},
		{"CLREQ", "他说\"好\"的", "他|说|\"好\"|的"},
		{"CLREQ", "\"甲\"和\"乙\"", "\"甲\"|和|\"乙\""},
		{"CLREQ", "管径24\"的", "管|径|24\"|的"},
		{"CLREQ", "“ABC”的", "“ABC”|的"},
		{"CLREQ", "don’t (say it)", "don’t |(say |it)"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void dashes_dots_and_joints_stay_with_what_is_before(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"15834 5.1.4", "结束——开始", "结|束——|开|始"},
		{"15834 5.1.4", "结束⸺开始", "结|束⸺|开|始"},
		{"15834 5.1.4", "规划——2020年", "规|划——|2020年"},
		{"15834 5.1.4", "甲”——乙", "甲”——|乙"},
		{"15834 5.1.5", "等等……的", "等|等……|的"},
		{"15834 5.1.5", "……他说", "……|他|说"},
		{"15834 5.1.5", "甲…………乙", "甲…………|乙"},
		{"15834 5.1.5", "甲⋯⋯乙", "甲⋯⋯|乙"},
		{"15834 5.1.6", "北京—上海", "北|京—|上|海"},
		{"15834 5.1.6", "北京～上海", "北|京～_上|海"},
		{"15834 5.1.6", "甲－乙", "甲－_乙"},
		{"15834 5.1.6", "甲-乙", "甲-_乙"},
		{"15834 5.1.6", "甲–乙", "甲–_乙"},
		{"15834 5.1.7", "买买提·吐尔逊", "买|买|提·_吐|尔|逊"},
		{"15834 5.1.7", "甲・乙‧丙", "甲・_乙‧_丙"},
		{"15834 5.1.9", "处室/科室", "处|室/科|室"},
		{"15834 5.1.9", "处室／科室", "处|室／科|室"},
		{"15834 5.1.9", "人/年", "人/年"},
		{"15834 5.1.9", "200元/人", "200_元/人"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void words_and_blanks(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"CLREQ words", "使用PDF格式", "使|用|PDF|格|式"},
		{"CLREQ words", "a good word", "a |good |word"},
		{"CLREQ words", "A股B股", "A|股|B|股"},
		{"CLREQ words", "GB/T 15834", "GB/T |15834"},
		{"CLREQ words", "COVID-19疫情", "COVID-_19_疫|情"},
		{"CLREQ words", "R&D经费", "R&D|经|费"},
		{"CLREQ words", "写a@b.cn信", "写|a@b.cn|信"},
		{"CLREQ words", "甲 乙", "甲 |乙"},
		{"CLREQ words", "甲  乙", "甲  |乙"},
		{"CLREQ words", "（ 甲 ）", "（ 甲 ）"},
		{"CLREQ address", "见http://a.cn/b/c页", "见|http://|a.cn/|b/|c|页"},
		{"CLREQ address", "见http://a.cn/-b/)", "见|http://|a.cn/-b/)"},
		{"CLREQ address", "见www.abc.cn/de?f=1。", "见|www.abc.cn/|de?f=1。"},
		{"Unicode", "甲\xC2\xA0乙", "甲\xC2\xA0乙"},
		{"Unicode", "5\xE2\x80\xAFkg重", "5\xE2\x80\xAFkg|重"},
		{"Unicode", "□是　□否", "□_是　|□_否"},
		{"Unicode", "甲\xE2\x80\x8B乙", "甲\xE2\x80\x8B|乙"},
		{"Unicode", "e\xCC\x81甲", "e\xCC\x81|甲"},
		{"Unicode", "カタカナ", "カ|タ|カ|ナ"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void numbers_stay_with_their_signs_and_units(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"CLREQ number", "增长5%的", "增|长|5%|的"},
		{"CLREQ number", "增长5‰，高温38℃以上", "增|长|5‰，|高|温|38℃|以|上"},
		{"CLREQ number", "转角30°内", "转|角|30°|内"},
		{"CLREQ number", "增长５％的", "增|长|５％|的"},
		{"CLREQ number", "面积100㎡以上", "面|积|100㎡|以|上"},
		{"CLREQ number", "面积100m²以上", "面|积|100m²|以|上"},
		{"CLREQ number", "支付￥100和$20", "支|付|￥100_和|$20"},
		{"CLREQ number", "支付¥1.5亿元", "支|付|¥1.5_亿_元"},
		{"CLREQ number", "满意度≥90%", "满|意|度|≥90%"},
		{"CLREQ number", "满意度≥ 90%", "满|意|度|≥ 90%"},
		{"CLREQ number", "误差±3以内", "误|差|±3_以|内"},
		{"CLREQ number", "编号№15", "编|号|№15"},
		{"CLREQ number", "重10 kg左右", "重|10 kg|左|右"},
		{"CLREQ number", "资金12.5万元整", "资|金|12.5_万_元|整"},
		{"CLREQ number", "长33公里的路", "长|33_公_里|的|路"},
		{"CLREQ number", "约5平方公里内", "约|5_平_方_公_里|内"},
		{"CLREQ number", "修12万平方米", "修|12_万_平_方_米"},
		{"CLREQ number", "第3小组和公里", "第3小|组|和|公|里"},
		{"CLREQ number", "资金3亿元", "资|金|3_亿_元"},
		{"CLREQ number", "共35所学校", "共|35_所|学|校"},
		{"CLREQ number", "比例为1：3左右", "比|例|为|1：3_左|右"},
		{"15835", "共1,234.56元", "共|1,234.56_元"},
		{"15835", "共１２３４元", "共|１２３４_元"},
		{"15835", "共1 234 567元", "共|1 234 567_元"},
		{"15835", "占0.35左右", "占|0.35_左|右"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void ranges_dates_and_references_stay_whole(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"CLREQ range", "约5%～8%之间", "约|5%～8%|之|间"},
		{"CLREQ range", "100～150 kg", "100～150 kg"},
		{"15835", "-3.5", "-3.5"},
		{"15835", "降至－12（−3）", "降|至－12|（−3）"},
		{"15835", "A-3和3 -4", "A-_3_和|3 -4"},
		{"CLREQ range", "2016-2020和2021–2025", "2016-2020_和|2021–2025"},
		{"15835 dash", "2020—2025年", "2020—_2025年"},
		{"15835 dash", "（2020—2025年）》的", "（2020—_2025年）》|的"},
		{"15835 dash", "2016年—2020年", "2016年—_2020年"},
		{"CLREQ date", "2026年1月5日前", "2026年|1月|5日|前"},
		{"CLREQ date", "截至2020年底", "截|至|2020年|底"},
		{"CLREQ date", "9时30分", "9时|30分"},
		{"CLREQ date", "二〇二六年春", "二_〇_二_六_年|春"},
		{"CLREQ reference", "国办发〔2017〕15号文", "国|办|发_〔2017〕15号|文"},
		{"CLREQ reference", "〔2017〕86号", "〔2017〕86号"},
		{"CLREQ ordinal", "第3季度", "第3季|度"},
		{"CLREQ ordinal", "第十二条中", "第_十_二_条|中"},
		{"CLREQ ordinal", "第一名", "第_一_名"},
		{"CLREQ ordinal", "第15届", "第15届"},
		{"15835 fixed", "“十四五”规划", "“十四五”|规|划"},
		{"15835 fixed", "“一二·九”运动", "“一二·九”|运|动"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

static void list_numbers_stay_with_what_they_number(void **state)
{
	(void)state;
	static const struct break_case cases[] = {
		{"CLREQ list number", "1.项目概况", "1.项|目|概|况"},
		{"CLREQ list number", "1．项目", "1．项|目"},
		{"CLREQ list number", "如下：1.项目", "如|下：|1.项|目"},
		{"CLREQ list number", "1、项目", "1、项|目"},
		{"CLREQ list number", "为1、2、3号", "为|1、|2、|3号"},
		{"CLREQ list number", "（一）概述", "（一）概|述"},
		{"CLREQ list number", "(3)概述", "(3)概|述"},
		{"CLREQ list number", "（12）概述", "（12）概|述"},
		{"CLREQ list number", "一、总体要求", "一、总|体|要|求"},
		{"CLREQ list number", "十二、总体", "十二、总|体"},
		{"CLREQ list number", "①概述②目标", "①概|述|②目|标"},
		{"CLREQ note mark", "见概述①，又", "见|概|述①，|又"},
		{"CLREQ note mark", "见概述②", "见|概|述②"},
	};
	assert_breaks(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stops_stay_with_what_they_end),
		cmocka_unit_test(brackets_and_quotes_hold_what_they_enclose),
		cmocka_unit_test(dashes_dots_and_joints_stay_with_what_is_before),
		cmocka_unit_test(words_and_blanks),
		cmocka_unit_test(numbers_stay_with_their_signs_and_units),
		cmocka_unit_test(ranges_dates_and_references_stay_whole),
		cmocka_unit_test(list_numbers_stay_with_what_they_number),
	};
	return cmocka_run_group_tests_name("breaks", tests, NULL, NULL);
}
