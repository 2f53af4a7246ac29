/* Sections: numbers, headings and what stands below them. */
#include "documents.h"

static void headings_are_numbered_by_depth(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- 标题: 甲\n"
		"  章节:\n"
		"  - {标题: 乙, 章节: [{标题: 丙}, {标题: 丁}]}\n"
		"  - {标题: 戊, 章节: [{标题: 己}]}\n"
		"- 标题: 庚\n"
		"  章节: [{标题: 辛}]\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"heading 2 [二] outline 2 “（一）乙” （一）乙\n"
		"heading 3 [三] outline 3 “目标1：丙：” 目标1：丙：\n"
		"heading 3 [三] outline 3 “目标2：丁：” 目标2：丁：\n"
		"heading 2 [二] outline 2 “（二）戊” （二）戊\n"
		"heading 3 [三] outline 3 “目标1：己：” 目标1：己：\n"
		"heading 1 [一] outline 1 “二、庚” 二、庚\n"
		"heading 2 [二] outline 2 “（一）辛” （一）辛\n");
}

static void the_authors_own_number_wins_and_does_not_count(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- {标题: 甲}\n"
		"- {标题: 乙, 编号: 附、}\n"
		"- {标题: 丙, 编号: 无}\n"
		"- {标题: 丁, 编号: }\n"
		"- {标题: 戊}\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"heading 1 [一] outline 1 “附、乙” 附、乙\n"
		"heading 1 [一] outline 1 “丙” 丙\n"
		"heading 1 [一] outline 1 “二、丁” 二、丁\n"
		"heading 1 [一] outline 1 “三、戊” 三、戊\n");
}

static void a_level_without_a_pattern_has_no_numbers(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - id: 头\n"
			 "    sections:\n"
			 "      each: 章节 as 节\n"
			 "      levels: [{heading: \"{节.标题}\", style: 题}]\n",
		"章节: [{标题: 甲}, {标题: 乙, 编号: \"第2条 \"}]\n",
		"heading 1 [题] outline 1 “甲” 甲\n"
		"heading 1 [题] outline 1 “第2条乙” 第2条乙\n");
}

static void a_section_without_a_title_has_no_heading_and_no_number(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- {正文: 前言}\n"
		"- {标题: 甲, 正文: 一}\n"
		"- {标题: 无, 章节: [{标题: 乙}]}\n"
		"- {标题: 丙}\n",
		"paragraph [文] 前言\n"
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"paragraph [文] 一\n"
		"heading 2 [二] outline 2 “（一）乙” （一）乙\n"
		"heading 1 [一] outline 1 “二、丙” 二、丙\n");
}

static void contents_follow_in_the_order_in_which_they_were_written(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- 标题: 甲\n"
		"  附文: 附\n"
		"  章节: [{标题: 乙}]\n"
		"  正文: 文\n"
		"- 正文: 文\n"
		"  附文: 附\n"
		"  标题: 丙\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"paragraph [题] 附\n"
		"heading 2 [二] outline 2 “（一）乙” （一）乙\n"
		"paragraph [文] 文\n"
		"heading 1 [一] outline 1 “二、丙” 二、丙\n"
		"paragraph [文] 文\n"
		"paragraph [题] 附\n");
}

static void numbered_paragraphs_of_sections_may_hang(void **state)
{
	(void)state;
	documents_expect(
		"blocks: [{id: 头, sections: {each: 章节 as 节, run in: 节.排法 == "
		"'接排', levels: [{heading: \"{节.标题}\", style: 题, run in style: "
		"题}], "
		"content: {正文: {prose: 文, hang: number}}}}]\n",
		"章节: [{标题: 甲, 正文: [1．一, 二]}, {标题: 乙, 排法: 接排, 正文: "
		"[1．三]}]\n",
		"heading 1 [题] outline 1 “甲” 甲\n"
		"paragraph [文] 1．|一\n"
		"paragraph [文] 二\n"
		"paragraph [文] outline 1 “乙” 乙1．三\n");
}

static void prose_keeps_its_paragraphs_and_its_emphasis(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- 正文: |\n"
		"    **总体目标：**高举**旗帜**。\n"
		"\n"
		"    　　二段\n",
		"paragraph [文] **总体目标：**高举**旗帜**。\n"
		"paragraph [文] 二段\n");
}

static void what_is_marked_as_nothing_prints_as_it_is_written(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- {标题: 甲, 正文: 无}\n"
		"- {标题: 乙, 正文: —}\n"
		"- {标题: 丙, 正文: }\n"
		"- {标题: 丁, 排法: 接排, 正文: 无}\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"paragraph [文] 无\n"
		"heading 1 [一] outline 1 “二、乙” 二、乙\n"
		"paragraph [文] —\n"
		"heading 1 [一] outline 1 “三、丙” 三、丙\n"
		"paragraph [文] outline 1 “四、丁” 四、丁无\n");
}

static void a_run_in_heading_stands_in_the_first_paragraph(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"章节:\n"
		"- 标题: 甲\n"
		"  章节:\n"
		"  - {标题: 乙。, 排法: 接排, 正文: [一段, 二段], 附文: 附}\n"
		"  - {标题: 丙。, 排法: 另起, 正文: 三段}\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"paragraph [文] outline 2 “（一）乙。” （一）乙。一段\n"
		"paragraph [文] 二段\n"
		"paragraph [题] 附\n"
		"heading 2 [二] outline 2 “（二）丙。” （二）丙。\n"
		"paragraph [文] 三段\n");
}

static void a_run_in_heading_keeps_its_own_style_in_the_paragraph(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, documents_sections,
		"章节: [{章节: [{标题: 甲, 排法: 接排, 正文: 乙}]}]\n");
	bench_expect(&bench, "");
	const struct text_block *text = &document->parts[0].blocks[0]->text;
	assert_string_equal(text->style->name, "文");
	assert_int_equal(text->run_count, 3);
	assert_string_equal(text->runs[0].passage.text, "（一）");
	assert_string_equal(text->runs[0].style->name, "排");
	assert_string_equal(text->runs[1].style->name, "排");
	assert_string_equal(text->runs[2].passage.text, "乙");
	assert_string_equal(text->runs[2].style->name, "文");
	bench_end(&bench);
}

static void a_run_in_heading_without_a_paragraph_stands_alone(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"工作: [{名称: 丁}]\n"
		"章节:\n"
		"- 章节:\n"
		"  - {标题: 甲, 排法: 接排}\n"
		"  - {标题: 乙, 排法: 接排, 章节: [{标题: 丙}], 正文: 后}\n"
		"  - {标题: 戊, 排法: 接排, 插入: 总表}\n",
		"heading 2 [排] outline 2 “（一）甲” （一）甲\n"
		"heading 2 [排] outline 2 “（二）乙” （二）乙\n"
		"heading 3 [三] outline 3 “目标1：丙：” 目标1：丙：\n"
		"paragraph [文] 后\n"
		"heading 2 [排] outline 2 “（三）戊” （三）戊\n"
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 丁\n");
}

static void characters_of_headings_keep_their_places(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench, documents_sections,
		"章节:\n- 标题: 甲\n- {编号: 附、, 标题: 乙}\n");
	const struct text_block *first = &document->parts[0].blocks[0]->text;
	const struct text_block *second = &document->parts[0].blocks[1]->text;
	assert_int_equal(first->runs[1].passage.place.line, 2);
	assert_int_equal(first->runs[1].passage.place.column, 7);
	assert_int_equal(second->runs[0].passage.place.line, 3);
	assert_int_equal(second->runs[0].passage.place.column, 8);
	assert_int_equal(second->runs[1].passage.place.column, 16);
	bench_end(&bench);
}

static void tables_are_inserted_where_they_are_named(void **state)
{
	(void)state;
	documents_expect(documents_sections,
		"工作: [{名称: 子}]\n"
		"章节:\n"
		"- {标题: 甲, 工作: [{名称: 丑}, {名称: 寅}], 插入: [工作表], 正文: 后}\n"
		"- {工作: [{名称: 卯}], 插入: [总表, 工作表]}\n",
		"heading 1 [一] outline 1 “一、甲” 一、甲\n"
		"table 2x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 1\n"
		"  cell 0,1\n"
		"    paragraph [文] 丑\n"
		"  cell 1,0\n"
		"    paragraph [文] 2\n"
		"  cell 1,1\n"
		"    paragraph [文] 寅\n"
		"paragraph [文] 后\n"
		"table 1x1 head 0 [格] columns content\n"
		"  cell 0,0\n"
		"    paragraph [文] 子\n"
		"table 1x2 head 0 [格] columns content, content\n"
		"  cell 0,0\n"
		"    paragraph [文] 3\n"
		"  cell 0,1\n"
		"    paragraph [文] 卯\n");
}

static void a_heading_on_several_lines_loses_none(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - id: 头\n"
		"    sections:\n"
		"      each: 章节 as 节\n"
		"      levels: [{heading: \"{节.标题}（{节.正文}）\", style: 题}]\n",
		"章节: [{标题: 甲, 正文: [乙, 丙]}]\n",
		"heading 1 [题] outline 1 “甲（乙丙）” 甲（乙丙）\n");
}

static void sections_may_be_of_other_records(void **state)
{
	(void)state;
	documents_expect(
		"blocks:\n"
		"  - id: 头\n"
		"    sections:\n"
		"      each: 职责 as d\n"
		"      title: 名称\n"
		"      levels: [{number: \"{1}.\", heading: \"{d.名称}\", style: 题}]\n",
		"职责: [{名称: 甲}, {名称: 乙}]\n",
		"heading 1 [题] outline 1 “1.甲” 1.甲\n"
		"heading 1 [题] outline 1 “2.乙” 2.乙\n");
}

static void no_sections_are_no_blocks(void **state)
{
	(void)state;
	documents_expect(documents_sections, "文种: 甲\n", "");
	documents_expect(documents_sections, "章节: []\n", "");
	documents_expect(documents_sections, "章节: 无\n", "");
	documents_expect(documents_sections, "章节: [{}, {标题: 无}]\n", "");
}

static void sections_deeper_than_the_levels_are_reported(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = documents_sections,
		.plan = "章节:\n"
			"- 章节:\n"
			"  - 章节:\n"
			"    - 标题: 甲\n"
			"      章节:\n"
			"      - ^标题: 乙\n"
			"  - 标题: 丙\n",
		.reports = "section-depth: 章节有 4 级，版式 small 只有 3 级标题\n",
		.expected = "heading 3 [三] outline 3 “目标1：甲：” 目标1：甲：\n"
			    "heading 2 [二] outline 2 “（一）丙” （一）丙\n",
	});
}

static void a_document_of_too_many_blocks_is_refused(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.blocks = 4;
	documents_arrange(&bench, documents_sections,
		"章节:\n- {标题: 甲, 正文: 乙}\n- {标题: 丙}\n- {标题: 丁}\n");
	bench_expect(&bench, "");
	const struct document *document = documents_arrange(&bench, documents_sections,
		"章节:\n- {标题: 甲, 正文: 乙}\n- {标题: 丙, 正文: 丁}\n- {标题: 戊}\n"
		"- {标题: 己}\n");
	assert_int_equal(document->parts[0].block_count, 0);
	bench_expect(&bench, "plan.yaml:5:3: error[limit-blocks]: "
			     "一份文档的段落和表格行超过 4 个\n");
	assert_string_equal(diagnostics_get(bench.diagnostics, 0)->hint,
		"确有需要时可加 --limit blocks=N，N 是新的限额");
	assert_int_equal(diagnostics_exit_status(bench.diagnostics, false), FAULT_LIMIT);
	bench_end(&bench);
}

static void rows_of_tables_count_as_blocks(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	bench.limits.blocks = 4;
	documents_arrange(&bench, documents_sections,
		"章节: [{标题: 甲, 工作: [{名称: 一}, {名称: 二}], 插入: [工作表]}]\n");
	bench_expect(&bench, "");
	documents_arrange(&bench, documents_sections,
		"章节: [{工作: [{名称: 一}, {名称: 二}], 插入: [工作表, 工作表, "
		"工作表]}]\n");
	bench_expect(&bench, "plan.yaml:1:46: error[limit-blocks]\n");
	bench_end(&bench);
}

static void an_unknown_table_is_reported_with_the_nearest(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	struct marked marked =
		marked_take(&bench, "章节: [{标题: 甲, 插入: [^工作彪, ^罗马]}]\n");
	documents_arrange(&bench, documents_sections, marked.text);
	marked_expect(&bench, &marked, "plan.yaml",
		"table-unknown: 版式 small 里没有“工作彪”这张表\n"
		"table-unknown: 版式 small 里没有“罗马”这张表\n");
	assert_string_equal(
		diagnostics_get(bench.diagnostics, 0)->hint, "是否要写“工作表”");
	assert_string_equal(diagnostics_get(bench.diagnostics, 1)->hint,
		"可以写：工作表、总表、职责表");
	bench_end(&bench);
}

static void a_table_of_another_record_is_refused(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = documents_sections,
		.plan = "职责: [{名称: 甲}]\n"
			"章节: [{正文: 乙, 插入: ^职责表}]\n",
		.reports = "table-place: “职责表”这张表属于“职责”，不能插在“章节”里\n",
		.expected = "paragraph [文] 乙\n",
	});
}

static void numbers_beyond_their_style_are_reported(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = "blocks:\n"
			  "  - id: 头\n"
			  "    sections:\n"
			  "      each: 章节 as 节\n"
			  "      levels: [{number: \"{㈠}\", heading: \"{节.标题}\", "
			  "style: "
			  "题}]\n",
		.plan = "章节:\n"
			"- 标题: 1\n- 标题: 2\n- 标题: 3\n- 标题: 4\n- 标题: 5\n"
			"- 标题: 6\n- 标题: 7\n- 标题: 8\n- 标题: 9\n- 标题: 10\n"
			"- ^标题: 11\n",
		.reports = "number-range: 第 11 个标题超出了“{㈠}”这种数字的范围\n",
	});
}

static void faulty_sections_are_arranged_as_far_as_they_can_be_read(void **state)
{
	(void)state;
	documents_expect_faults(&(struct document_faults){
		.layout = documents_sections,
		.plan = "章节:\n"
			"- 标题: ^[甲]\n"
			"  正文: ^{乙: 丙}\n"
			"- ^丁\n"
			"- 无\n"
			"- {标题: 戊, 插入: [^{己: 庚}], 章节: [^辛]}\n",
		.reports = "type-mismatch\n"
			   "type-mismatch\n"
			   "type-mismatch\n"
			   "type-mismatch\n"
			   "type-mismatch\n",
		.expected = "heading 1 [一] outline 1 “一、戊” 一、戊\n",
	});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_numbered_by_depth),
		cmocka_unit_test(the_authors_own_number_wins_and_does_not_count),
		cmocka_unit_test(a_level_without_a_pattern_has_no_numbers),
		cmocka_unit_test(a_section_without_a_title_has_no_heading_and_no_number),
		cmocka_unit_test(contents_follow_in_the_order_in_which_they_were_written),
		cmocka_unit_test(numbered_paragraphs_of_sections_may_hang),
		cmocka_unit_test(prose_keeps_its_paragraphs_and_its_emphasis),
		cmocka_unit_test(what_is_marked_as_nothing_prints_as_it_is_written),
		cmocka_unit_test(a_run_in_heading_stands_in_the_first_paragraph),
		cmocka_unit_test(a_run_in_heading_keeps_its_own_style_in_the_paragraph),
		cmocka_unit_test(a_run_in_heading_without_a_paragraph_stands_alone),
		cmocka_unit_test(characters_of_headings_keep_their_places),
		cmocka_unit_test(tables_are_inserted_where_they_are_named),
		cmocka_unit_test(a_heading_on_several_lines_loses_none),
		cmocka_unit_test(sections_may_be_of_other_records),
		cmocka_unit_test(no_sections_are_no_blocks),
		cmocka_unit_test(sections_deeper_than_the_levels_are_reported),
		cmocka_unit_test(a_document_of_too_many_blocks_is_refused),
		cmocka_unit_test(rows_of_tables_count_as_blocks),
		cmocka_unit_test(an_unknown_table_is_reported_with_the_nearest),
		cmocka_unit_test(a_table_of_another_record_is_refused),
		cmocka_unit_test(numbers_beyond_their_style_are_reported),
		cmocka_unit_test(faulty_sections_are_arranged_as_far_as_they_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
