/* Blocks that say turnover, spread text and names: what documents they give, and what is
 * wrong with them. */
#include "support/cases.h"

#include "document/arrange.h"

static const char model_text[] = "root: 规划\n"
				 "records:\n"
				 "  规划:\n"
				 "    抄送: {type: text}\n"
				 "    正文: {type: prose}\n"
				 "    人: {type: list of text}\n"
				 "    组: {type: list of record 组}\n"
				 "  组:\n"
				 "    称谓: {type: text}\n"
				 "    姓名: {type: list of text}\n";

static const char faces_text[] = "faces: {宋: {wanted: [某体]}}\nfallback: 宋\n";

/* Everything before `blocks:` stands on seven lines. */
static const char layout_head[] =
	"layout: {name: 试, title: 试}\n"
	"page: 页\n"
	"pages: {页: {sheet: [100mm, 100mm], area: [10mm, 10mm, 80mm, 80mm]}}\n"
	"styles:\n"
	"  文: {face: 宋, size: 10pt}\n"
	"  右: {like: 文, align: end}\n"
	"blocks:\n";

static const char plan_text[] = "抄送: \"甲局，乙\\t局\"\n"
				"正文: |\n"
				"  1. 一项\n"
				"  甲：二项\n"
				"人: [王一, 欧阳某某, Li Na, 邓 丽]\n"
				"组:\n"
				"  - {称谓: 组长, 姓名: [王一一]}\n"
				"  - {称谓: 副组长, 姓名: [李　二, 张三三]}\n"
				"  - {称谓: 组 员, 姓名: []}\n";

static const struct yaml_node *read_nodes(
	struct bench *bench, const char *name, const char *text)
{
	const struct source *source =
		source_create(bench->arena, name, text, strlen(text));
	return yaml_read_source(bench->arena, source, &bench->limits, bench->diagnostics);
}

/* The document of the blocks, without the part's line; "" where the layout is faulty. */
static const char *arrange(struct bench *bench, const char *blocks)
{
	char *file = arena_printf(bench->arena, "%s%s", layout_head, blocks);
	struct model *model = model_create(bench->arena);
	assert_true(model_add(
		model, read_nodes(bench, "model.yaml", model_text), bench->diagnostics));
	assert_true(model_finish(model, bench->diagnostics));
	struct plan_context context = {
		.limits = &bench->limits, .diagnostics = bench->diagnostics};
	const struct plan *plan = plan_read(bench->arena,
		read_nodes(bench, "plan.yaml", plan_text), "plan.yaml", model, &context);
	const struct yaml_node *nodes = read_nodes(bench, "试.yaml", file);
	assert_non_null(nodes);
	struct layout_sources sources = {
		nodes, read_nodes(bench, "faces.yaml", faces_text), model, NULL};
	const struct layout *layout =
		layout_read(bench->arena, &sources, bench->diagnostics);
	if (diagnostics_failed(bench->diagnostics)) {
		return "";
	}
	const struct document *document = document_arrange(
		bench->arena, plan, layout, &bench->limits, bench->diagnostics);
	GString *out = arena_text(bench->arena);
	document_dump(document, out);
	const char *part = strstr(out->str, "part ");
	assert_non_null(part);
	return strchr(part, '\n') + 1;
}

static void assert_blocks(const char *blocks, const char *document, const char *reports)
{
	struct bench bench = bench_begin();
	assert_string_equal(arrange(&bench, blocks), document);
	bench_expect(&bench, reports);
	bench_end(&bench);
}

static void assert_fault(const char *blocks, const char *report)
{
	assert_blocks(blocks, "", report);
}

/* ---- turnover ---- */

static void turnover_begins_behind_a_string(void **state)
{
	(void)state;
	assert_blocks("- {text: \"抄送：{抄送}。\", style: 文, hang after: \"：\"}\n",
		"  paragraph [文] 抄送：|甲局，乙 局。\n", "");
	assert_blocks("- {text: 抄送：, style: 文, hang after: \"：\"}\n",
		"  paragraph [文] 抄送：\n", "");
	assert_blocks("- {text: \"**出席：**甲：乙\", style: 文, hang after: \"：\"}\n",
		"  paragraph [文] **出席：**|甲：乙\n", "");
}

static void turnover_begins_behind_a_number(void **state)
{
	(void)state;
	static const char *const numbered[][2] = {
		{"1. 甲", "1. |甲"},
		{"12．甲", "12．|甲"},
		{"3、甲", "3、|甲"},
		{"1.2.3　甲", "1.2.3　|甲"},
		{"2) 甲", "2) |甲"},
		{"（十二）甲", "（十二）|甲"},
		{"(3)甲", "(3)|甲"},
		{"一、甲", "一、|甲"},
		{"① 甲", "① |甲"},
		{"㈠甲", "㈠|甲"},
		{"甲1. 乙", "甲1. 乙"},
		{"1.5亿元", "1.5亿元"},
		{"2016、2017年", "2016、2017年"},
		{"（甲）乙", "（甲）乙"},
		{"一甲", "一甲"},
		{"1.", "1."},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(numbered); i++) {
		char *block = g_strdup_printf(
			"- {text: \"%s\", style: 文, hang: number}\n", numbered[i][0]);
		char *document = g_strdup_printf("  paragraph [文] %s\n", numbered[i][1]);
		assert_blocks(block, document, "");
		g_free(block);
		g_free(document);
	}
}

static void a_number_may_follow_the_string(void **state)
{
	(void)state;
	assert_blocks(
		"- {text: 附件：1. 名称, style: 文, hang after: ：, hang: number}\n",
		"  paragraph [文] 附件：1. |名称\n", "");
	assert_blocks("- {text: 附件：名称, style: 文, hang after: ：, hang: number}\n",
		"  paragraph [文] 附件：|名称\n", "");
}

static void a_string_that_does_not_occur_is_told_once(void **state)
{
	(void)state;
	assert_blocks("- {text: 抄送, style: 文, hang after: \"：\"}\n",
		"  paragraph [文] 抄送\n",
		"试.yaml:8:36: warning[hang-absent]: 文字里没有“：”，回行照常\n");
	/* One paragraph of several that has it will do; */
	assert_blocks("- {text: \"{正文}\", style: 文, hang after: \"：\"}\n",
		"  paragraph [文] 1. 一项\n  paragraph [文] 甲：|二项\n", "");
	/* none of them is one report. */
	assert_blocks("- {text: \"{正文}\", style: 文, hang after: \"！\"}\n",
		"  paragraph [文] 1. 一项\n  paragraph [文] 甲：二项\n",
		"试.yaml:8:40: warning[hang-absent]: 文字里没有“！”，回行照常\n");
}

static void turnover_is_said_in_two_ways_only(void **state)
{
	(void)state;
	assert_fault("- {text: 甲, style: 文, hang: 二}\n",
		"试.yaml:8:29: error[layout-value]: “二”不在可用的写法之内：number\n");
	assert_fault("- {text: 甲, style: 文, hang after: \"\"}\n",
		"试.yaml:8:35: error[layout-value]: hang after "
		"应写明回行对齐哪几个字之后\n");
	assert_fault("- {text: 甲, style: 文, hang aftr: 乙}\n",
		"试.yaml:8:23: error[layout-key]: 版式里没有“hang aftr”这个键\n");
}

/* ---- spread ---- */

static void a_text_is_spread_up_to_where_turnover_begins(void **state)
{
	(void)state;
	assert_blocks("- {text: 通 知, style: 文, spread: 4字}\n",
		"  paragraph [文] <spread 4 通知>\n", "");
	assert_blocks(
		"- {text: 组 长：王一, style: 文, spread: 30pt, hang after: \"：\"}\n",
		"  paragraph [文] <spread 3 组长>：|王一\n", "");
	assert_blocks("- {text: \"**组长：**王一\", style: 文, spread: 3字, hang after: "
		      "\"：\"}\n",
		"  paragraph [文] <spread 3 **组长**>**：**|王一\n", "");
}

static void what_cannot_be_spread_is_told(void **state)
{
	(void)state;
	assert_blocks("- {text: \"组**长**\", style: 文, spread: 3字}\n",
		"  paragraph [文] 组**长**\n",
		"试.yaml:8:38: warning[spread-mixed]: "
		"要拉开的文字一部分强调、一部分不强调，照原样排\n");
	assert_fault("- {text: 甲, style: 文, spread: 三个字}\n",
		"试.yaml:8:31: error[layout-length]: “三个字”不是长度\n");
	assert_fault("- {text: 甲, style: 文, spread: 25%}\n",
		"试.yaml:8:31: error[layout-length]: "
		"此处应为不小于零的宽度，以字或毫米、磅计\n");
	assert_fault("- {text: 甲, style: 文, spread: -1字}\n",
		"试.yaml:8:31: error[layout-length]: "
		"此处应为不小于零的宽度，以字或毫米、磅计\n");
}

/* ---- names ---- */

static void names_fill_columns(void **state)
{
	(void)state;
	assert_blocks("- names: {each: 人 as 甲, name: \"{甲}\", style: 右}\n",
		"  paragraph [右] |<spread 3 王一><spread 1 <step 4  ><spread 3 欧阳某某>"
		"<spread 1 <step 4  ><spread 3 Li Na><spread 1 <step 4  ><spread 3 "
		"邓丽>\n",
		"");
	assert_blocks(
		"- names: {each: 人 as 甲, name: \"**{甲}**\", style: 文, name width: "
		"2.5字, gap: 0}\n",
		"  paragraph [文] |<spread 2.5 **王一**><spread 2.5 **欧阳某某**>"
		"<spread 2.5 **Li Na**><spread 2.5 **邓丽**>\n",
		"");
}

static void labels_that_follow_each_other_are_equally_wide(void **state)
{
	(void)state;
	static const char names[] = "- each: 组 as 组\n"
				    "  blocks:\n"
				    "    - names: {each: 组.姓名 as 人, name: \"{人}\", "
				    "label: \"{组.称谓}：\", "
				    "style: 文}\n";
	assert_blocks(names,
		"  paragraph [文] <spread 3 组长>：|<spread 3 王一一>\n"
		"  paragraph [文] <spread 3 副组长>：|<spread 3 李二><spread 1 <step 4  >"
		"<spread 3 张三三>\n",
		"");
	/* Another block between them ends the series. */
	char *apart = g_strconcat(names, "    - {text: 甲, style: 文}\n", NULL);
	assert_blocks(apart,
		"  paragraph [文] <spread 2 组长>：|<spread 3 王一一>\n"
		"  paragraph [文] 甲\n"
		"  paragraph [文] <spread 3 副组长>：|<spread 3 李二><spread 1 <step 4  >"
		"<spread 3 张三三>\n"
		"  paragraph [文] 甲\n"
		"  paragraph [文] 甲\n",
		"");
	g_free(apart);
}

static void a_label_has_the_width_that_is_said(void **state)
{
	(void)state;
	assert_blocks(
		"- names: {each: \"组[1].姓名 as 人\", name: \"{人}\", label: \"**组 "
		"长**：\", "
		"label width: 4字, style: 文}\n",
		"  paragraph [文] <spread 4 **组长**>**：**|<spread 3 王一一>\n", "");
	assert_blocks("- names: {each: \"组[1].姓名 as 人\", name: \"{人}\", label: A组, "
		      "style: 文}\n",
		"  paragraph [文] A组|<spread 3 王一一>\n", "");
}

static void nobody_to_name_prints_nothing(void **state)
{
	(void)state;
	assert_blocks(
		"- names: {each: \"组[3].姓名 as 人\", name: \"{人}\", label: 组员：, "
		"style: 文}\n",
		"", "");
	assert_blocks("- names: {each: 人 as 甲, name: \"\", label: 组员：, style: 文}\n",
		"", "");
}

static void names_come_from_a_list(void **state)
{
	(void)state;
	assert_fault("- names: {each: 抄送 as 人, name: \"{人}\", style: 文}\n",
		"试.yaml:8:17: error[layout-each]\n");
}

static void what_names_must_say_is_told(void **state)
{
	(void)state;
	assert_fault("- names: {each: 人 as 甲}\n",
		"试.yaml:8:10: error[layout-missing]: 名单（names）缺少“style”\n"
		"试.yaml:8:10: error[layout-missing]: 名单（names）缺少“name”\n");
	assert_fault("- names: {name: 甲, style: 文}\n",
		"试.yaml:8:10: error[layout-missing]: 名单（names）缺少“each”\n");
	assert_fault("- names: {each: 人 as 甲, name: \"{乙}\", style: 文}\n",
		"试.yaml:8:33: error[name-unknown]: 未知的名称“乙”\n");
	assert_fault("- names: {each: 人 as 甲, name: 甲, style: 文, name width: 宽}\n",
		"试.yaml:8:56: error[layout-length]: “宽”不是长度\n");
	assert_fault("- names: {each: 人 as 甲, name: 甲, style: 文, name widht: 3字}\n",
		"试.yaml:8:44: error[layout-key]: 版式里没有“name widht”这个键\n");
	assert_fault("- names: [甲]\n",
		"试.yaml:8:10: error[layout-value]: 此处应为键值组，写的是列表\n");
}

/* ---- tabs ---- */

static void a_layouts_tab_is_one_and_a_plans_is_a_space(void **state)
{
	(void)state;
	assert_blocks("- {text: \"{抄送}\\t5\", style: 文}\n",
		"  paragraph [文] 甲局，乙 局\t5\n", "");
	assert_blocks("- {text: '甲\\t5', style: 文}\n", "  paragraph [文] 甲\\t5\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(turnover_begins_behind_a_string),
		cmocka_unit_test(turnover_begins_behind_a_number),
		cmocka_unit_test(a_number_may_follow_the_string),
		cmocka_unit_test(a_string_that_does_not_occur_is_told_once),
		cmocka_unit_test(turnover_is_said_in_two_ways_only),
		cmocka_unit_test(a_text_is_spread_up_to_where_turnover_begins),
		cmocka_unit_test(what_cannot_be_spread_is_told),
		cmocka_unit_test(names_fill_columns),
		cmocka_unit_test(labels_that_follow_each_other_are_equally_wide),
		cmocka_unit_test(a_label_has_the_width_that_is_said),
		cmocka_unit_test(nobody_to_name_prints_nothing),
		cmocka_unit_test(names_come_from_a_list),
		cmocka_unit_test(what_names_must_say_is_told),
		cmocka_unit_test(a_layouts_tab_is_one_and_a_plans_is_a_space),
	};
	return cmocka_run_group_tests_name("gallery/blocks", tests, NULL, NULL);
}
