/* What official documents have, arranged: strokes, signatures, marks, parts, the imprint,
 * tables inserted by name. */
#include "documents.h"

#include <math.h>

static void strokes_and_manners_reach_the_document(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - {text: 甲, style: 文, element: 标志, ink top: 35pt, hidden: 上级}\n"
		"  - {text: 乙, style: 文, hidden: not 上级, beside above: yes}\n"
		"  - {rule: 2pt, width: 60pt, element: 线}\n"
		"  - {group: [{text: 丙, style: 文}], room: crowded, body: yes}\n",
		"上级: 是\n",
		"<标志> ink top 35.00 hidden paragraph [文] 甲\n"
		"beside above paragraph [文] 乙\n"
		"<线> rule weight 2.00 width 60.00\n"
		"crowded body group\n"
		"  crowded body paragraph [文] 丙\n");
}

static void all_that_a_block_prints_has_its_manner_unless_it_has_its_own(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - each: 职责 as d\n"
			 "    element: 职责\n"
			 "    blocks:\n"
			 "      - {text: \"{d.名称}\", style: 文}\n"
			 "      - {text: 末, style: 文, element: 末}\n",
		"职责: [{名称: 甲}]\n",
		"<职责> paragraph [文] 甲\n"
		"<末> paragraph [文] 末\n");
}

static void a_signature_has_a_name_for_each_who_signs(void **state)
{
	(void)state;
	documents_expect(
		"styles: {右: {like: 文, indent: 20pt, align: end}}\n"
		"blocks:\n"
		"  - {signature: plain, name: \"{单位.全称}\", date: \"{成文日期 | "
		"年月日}\", style: 右}\n"
		"  - {signature: sealed, signatories: 关键词 as 名, name: \"{名}\", "
		"style: "
		"右, seal: 40pt}\n",
		"单位: {全称: 某局}\n成文日期: 2021-03-08\n关键词: [甲, 乙]\n",
		"signature plain\n"
		"  signatory seal 119.06 paragraph [右] 某局\n"
		"  date paragraph [右] 2021年3月8日\n"
		"signature sealed\n"
		"  signatory seal 40.00 paragraph [右] 甲\n"
		"  signatory seal 40.00 paragraph [右] 乙\n");
}

static void a_signature_of_nobody_without_a_date_is_none(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - {signature: plain, name: \"{单位.全称}\", date: "
			 "\"{成文日期}\", style: "
			 "文}\n"
			 "  - {signature: sealed, signatories: 关键词 as 名, name: "
			 "\"{名}\", style: "
			 "文}\n"
			 "  - {text: 末, style: 文}\n",
		"文种: 甲\n", "paragraph [文] 末\n");
}

static void the_plan_may_say_how_large_the_seals_are(void **state)
{
	(void)state;
	const char layout[] = "blocks:\n"
			      "  - {signature: sealed, name: 甲, style: 文, seal: 10pt, "
			      "seal diameter: 总额}\n";
	documents_expect(layout, "总额: 100\n",
		"signature sealed\n  signatory seal 283.46 paragraph [文] 甲\n");
	documents_expect(layout, "文种: 乙\n",
		"signature sealed\n  signatory seal 10.00 paragraph [文] 甲\n");
	documents_expect(layout, "总额: 0\n",
		"signature sealed\n  signatory seal 10.00 paragraph [文] 甲\n");
}

static void a_mark_names_organs_and_what_stands_beside_them(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - {mark: 关键词 as 名, name: \"{名}\", beside: 文件, style: 文, "
		"most height: 70pt}\n"
		"  - {mark: 职责 as d, name: \"{d.名称}\", style: 文}\n",
		"关键词: [甲, 乙]\n",
		"mark at most 70.00\n"
		"  name paragraph [文] 甲\n"
		"  name paragraph [文] 乙\n"
		"  beside paragraph [文] 文件\n");
}

static void names_in_a_row_stand_at_the_end_of_the_measure(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"styles: {小: {like: 文, size: 5pt}}\n"
		"blocks:\n"
		"  - {names: {each: 关键词 as 人, name: \"{人}\", label: 签：, style: "
		"小, in "
		"row: 2}}\n"
		"  - {names: {each: 职责 as d, name: \"{d.名称}\", label: 签：, style: "
		"小, "
		"in row: 2}}\n"
		"  - {names: {each: 职责 as d, name: 赵一一一一一一一一, style: 文, in "
		"row: "
		"2}}\n",
		"关键词: [王一, 赵一一一, 钱二]\n职责: [{名称: 王一}]\n");
	const struct block *const *blocks = document->parts[0].blocks;
	/* Of 80 points, 5 an em: a label of 2 em, two names of 4, a gap of 1. */
	assert_int_equal(lround(blocks[0]->text.style->start * 10), 250);
	/* A label of 2, a name of 3. */
	assert_int_equal(lround(blocks[1]->text.style->start * 10), 550);
	/* Wider than the measure: from its start. */
	assert_int_equal(lround(blocks[2]->text.style->start * 10), 0);
	bench_end(&bench);
}

/* ---- parts ---- */

static void dump_whole(const char *layout, const char *plan, const char *expected)
{
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, layout, plan);
	bench_expect(&bench, "");
	GString *out = arena_text(bench.arena);
	document_dump(document, out);
	const char *parts = strstr(out->str, "part ");
	assert_non_null(parts);
	assert_string_equal(parts, expected);
	bench_end(&bench);
}

static const char pages[] =
	"pages: {横: {sheet: [200pt, 100pt], area: [10pt, 10pt, 180pt, 80pt]}}\n";

static void a_part_ends_the_pages_before_it_and_they_go_on_behind(void **state)
{
	(void)state;
	GString *layout = g_string_new(pages);
	g_string_append(layout,
		"blocks:\n"
		"  - {text: 前, style: 文}\n"
		"  - {part: 横, begins: odd, blocks: [{text: 中, style: 文}]}\n"
		"  - {part: 横, when: 摘要, blocks: [{text: 无, style: 文}]}\n"
		"  - {text: 后, style: 文}\n");
	dump_whole(layout->str, "文种: 甲\n",
		"part 纸\n"
		"  paragraph [文] 前\n"
		"part 横 odd\n"
		"  paragraph [文] 中\n"
		"part 纸\n"
		"  paragraph [文] 后\n");
	g_string_free(layout, TRUE);
}

static void the_first_page_master_whose_condition_holds_is_taken(void **state)
{
	(void)state;
	GString *layout = g_string_new(pages);
	g_string_append(layout, "blocks:\n"
				"  - each: 职责 as d\n"
				"    blocks:\n"
				"      - part: [{page: 横, when: d.名称 = '宽'}, {page: "
				"纸, when: d.名称 = "
				"'长'}, 横]\n"
				"        blocks: [{text: \"{d.名称}\", style: 文}]\n");
	dump_whole(layout->str, "职责: [{名称: 宽}, {名称: 长}, {名称: 别的}]\n",
		"part 横\n  paragraph [文] 宽\n"
		"part 纸\n  paragraph [文] 长\n"
		"part 横\n  paragraph [文] 别的\n");
	g_string_free(layout, TRUE);
}

static void a_part_within_a_group_is_reported(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	(void)documents_arrange(&bench,
		"blocks:\n"
		"  - group:\n"
		"      - {part: 纸, blocks: [{text: 甲, style: 文}]}\n",
		"文种: 甲\n");
	bench_expect(&bench,
		"layout.yaml:3:9: error[layout-part]: part 另起一页，不能放在 "
		"group、单元格或版记里\n");
	bench_end(&bench);
}

static void an_imprint_stands_behind_all_parts(void **state)
{
	(void)state;
	const char layout[] = "blocks: [{text: 甲, style: 文}]\n"
			      "imprint:\n"
			      "  page: 纸\n"
			      "  even: yes\n"
			      "  when: 上级\n"
			      "  blocks: [{rule: 1pt}, {text: \"{文种}\", style: 文}]\n";
	dump_whole(layout, "文种: 乙\n上级: 是\n",
		"part 纸\n"
		"  paragraph [文] 甲\n"
		"imprint 纸 even\n"
		"  rule weight 1.00\n"
		"  paragraph [文] 乙\n");
	dump_whole(layout, "上级: 否\n", "part 纸\n  paragraph [文] 甲\n");
}

/* ---- tables by name ---- */

static const char inserting[] = "blocks:\n"
				"  - insert: 关键词\n"
				"  - each: 章节 as 节\n"
				"    blocks: [{insert: 节.插入}]\n"
				"tables:\n"
				"  总表:\n"
				"    style: 格\n"
				"    rows: {each: 职责 as d}\n"
				"    columns: [{text: \"{d.名称}\"}]\n"
				"  节表:\n"
				"    of: 章节 as 节\n"
				"    style: 格\n"
				"    rows: {each: 节.工作 as w}\n"
				"    columns: [{text: \"{w.名称}\"}]\n";

static void tables_are_inserted_in_the_order_of_their_names(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, inserting,
		"关键词: [总表, 总表]\n职责: [{名称: 甲}]\n"
		"章节: [{插入: [节表], 工作: [{名称: 乙}]}]\n");
	bench_expect(&bench, "");
	assert_int_equal(document->parts[0].block_count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(document->parts[0].blocks[i]->kind, BLOCK_TABLE);
	}
	bench_end(&bench);
}

static void a_table_that_is_not_there_or_belongs_elsewhere_is_reported(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	(void)documents_arrange(
		&bench, inserting, "关键词: [总表格, 节表]\n职责: [{名称: 甲}]\n");
	bench_expect(&bench,
		"plan.yaml:1:7: error[table-unknown]\n"
		"plan.yaml:1:12: error[table-place]: “节表”这张表属于“章节”，"
		"不能插在“规划”里\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strokes_and_manners_reach_the_document),
		cmocka_unit_test(
			all_that_a_block_prints_has_its_manner_unless_it_has_its_own),
		cmocka_unit_test(a_signature_has_a_name_for_each_who_signs),
		cmocka_unit_test(a_signature_of_nobody_without_a_date_is_none),
		cmocka_unit_test(the_plan_may_say_how_large_the_seals_are),
		cmocka_unit_test(a_mark_names_organs_and_what_stands_beside_them),
		cmocka_unit_test(names_in_a_row_stand_at_the_end_of_the_measure),
		cmocka_unit_test(a_part_ends_the_pages_before_it_and_they_go_on_behind),
		cmocka_unit_test(the_first_page_master_whose_condition_holds_is_taken),
		cmocka_unit_test(a_part_within_a_group_is_reported),
		cmocka_unit_test(an_imprint_stands_behind_all_parts),
		cmocka_unit_test(tables_are_inserted_in_the_order_of_their_names),
		cmocka_unit_test(
			a_table_that_is_not_there_or_belongs_elsewhere_is_reported),
	};
	return cmocka_run_group_tests_name("document/official", tests, NULL, NULL);
}
