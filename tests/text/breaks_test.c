#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include "text/breaks.h"

/* The text with `|` where a line may break, `-` where that is discouraged. */
static char *show_breaks(struct setting *setting, const char *text)
{
	struct style style = setting_style();
	const struct paragraph *paragraph = setting_paragraph(setting, &style, text);
	GString *shown = arena_text(setting->arena);
	for (int i = 0; i < paragraph->cluster_count; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		if (cluster->break_before == BREAK_ALLOWED) {
			g_string_append_c(shown, '|');
		} else if (cluster->break_before == BREAK_DISCOURAGED) {
			g_string_append_c(shown, '_');
		}
		g_string_append_len(
			shown, text + cluster->text_offset, cluster->text_length);
	}
	return shown->str;
}

/* A text and where it may break; the section of GB/T 15834-2011, of CLREQ (line breaking)
 * or of GB/T 15835-2011 that says so. */
struct break_case {
	const char *rule;
	const char *text;
	const char *breaks;
};

static const struct break_case cases[] = {
	{"15834 5.1.1", "中国，人民。", "中|国，|人|民。"},
	{"15834 5.1.1", "甲、乙；丙：丁", "甲、|乙；|丙：|丁"},
	{"15834 5.1.2", "好！真的？是", "好！|真|的？|是"},
	{"15834 5.1.2", "什么？！是", "什|么？！|是"},
	{"15834 5.1.3", "他说“你好”然后", "他|说|“你|好”|然|后"},
	{"15834 5.1.3", "见《通知》和（附件）", "见|《通|知》|和|（附|件）"},
	{"15834 5.1.3", "用‘甲’和【乙】", "用|‘甲’|和|【乙】"},
	{"15834 5.1.3", "说：“好。”（完）", "说：|“好。”|（完）"},
	{"15834 5.1.3", "“《方案》”", "“《方|案》”"},
	{"15834 5.1.4", "结束——开始", "结|束——|开|始"},
	{"15834 5.1.4", "结束⸺开始", "结|束⸺|开|始"},
	{"15834 5.1.5", "等等……的", "等|等……|的"},
	{"15834 5.1.5", "……他说", "……|他|说"},
	{"15834 5.1.6", "北京—上海", "北|京—|上|海"},
	{"15834 5.1.6", "北京～上海", "北|京～_上|海"},
	{"15834 5.1.6", "甲－乙", "甲－_乙"},
	{"15834 5.1.7", "买买提·吐尔逊", "买|买|提·_吐|尔|逊"},
	{"15834 5.1.9", "处室/科室", "处|室/科|室"},
	{"15834 5.1.9", "处室／科室", "处|室／科|室"},
	{"CLREQ", "（甲）（乙）", "（甲）|（乙）"},
	{"CLREQ", "增长5%的", "增|长|5%|的"},
	{"CLREQ", "增长5‰，高温38℃以上", "增|长|5‰，|高|温|38℃|以|上"},
	{"CLREQ", "面积100㎡以上", "面|积|100㎡|以|上"},
	{"CLREQ", "支付￥100和$20", "支|付|￥100_和|$20"},
	{"CLREQ", "满意度≥90%", "满|意|度|≥90%"},
	{"CLREQ", "编号№15", "编|号|№15"},
	{"CLREQ", "约5%～8%之间", "约|5%～8%|之|间"},
	{"CLREQ", "2016-2020和2016—2020", "2016-2020_和|2016—2020"},
	{"CLREQ", "国办发〔2017〕15号文", "国|办|发_〔2017〕15号|文"},
	{"CLREQ", "第3季度", "第3季|度"},
	{"CLREQ", "第十二条", "第_十|二|条"},
	{"CLREQ", "2026年1月5日前", "2026年|1月|5日|前"},
	{"CLREQ", "2016年—2020年", "2016年—_2020年"},
	{"CLREQ", "“十四五”规划", "“十四五”|规|划"},
	{"CLREQ", "资金12.5万元整", "资|金|12.5_万_元|整"},
	{"CLREQ", "共35所学校", "共|35_所|学|校"},
	{"CLREQ", "比例为1：3左右", "比|例|为|1：3_左|右"},
	{"CLREQ list number", "1.项目概况", "1.项|目|概|况"},
	{"CLREQ list number", "如下：1.项目", "如|下：|1.项|目"},
	{"CLREQ list number", "1、项目", "1、项|目"},
	{"CLREQ list number", "为1、2、3号", "为|1、|2、|3号"},
	{"CLREQ list number", "（一）概述", "（一）概|述"},
	{"CLREQ list number", "（12）概述", "（12）概|述"},
	{"CLREQ list number", "一、总体要求", "一、总|体|要|求"},
	{"CLREQ list number", "十二、总体", "十|二、总|体"},
	{"CLREQ list number", "①概述", "①概|述"},
	{"CLREQ words", "使用PDF格式", "使|用|PDF|格|式"},
	{"CLREQ words", "a good word", "a |good |word"},
	{"CLREQ words", "don’t (say it)", "don’t |(say |it)"},
	{"CLREQ words", "他说\"好\"的", "他|说|\"好\"|的"},
	{"CLREQ words", "重10 kg左右", "重|10 kg|左|右"},
	{"CLREQ words", "GB/T 15834", "GB/T |15834"},
	{"CLREQ address", "见http://a.cn/b/c页", "见|http://|a.cn/|b/|c|页"},
	{"15835", "共1,234.56元", "共|1,234.56_元"},
	{"15835", "共１２３４元", "共|１２３４_元"},
	{"Unicode", "甲\xC2\xA0乙", "甲\xC2\xA0乙"},
	{"Unicode", "□是　□否", "□_是　|□_否"},
	{"Unicode", "甲\xE2\x80\x8B乙", "甲\xE2\x80\x8B|乙"},
};

static void lines_break_where_the_rules_allow_it(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		char *shown = show_breaks(&setting, cases[i].text);
		if (!g_str_equal(shown, cases[i].breaks)) {
			print_error("by %s:\n", cases[i].rule);
		}
		assert_string_equal(shown, cases[i].breaks);
	}
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_where_the_rules_allow_it),
	};
	return cmocka_run_group_tests_name("breaks", tests, NULL, NULL);
}
