/* Contents: which headings, titles and captions are entries, and as what. */
#include "documents.h"

#define CONTENTS                                                                         \
	"blocks:\n"                                                                      \
	"  - id: 头\n"                                                                  \
	"    contents:\n"                                                                \
	"      number: \"( {page} )\"\n"                                                 \
	"      levels: [{style: 题, number: no}, {style: 文}]\n"

static const char sections[] =
	CONTENTS "  - sections:\n"
		 "      each: 章节 as 节\n"
		 "      run in: 节.排法 == '接排'\n"
		 "      contents: 节.附文 != '不列入'\n"
		 "      contents below: 节.附文 != '止于本级'\n"
		 "      levels:\n"
		 "        - {number: \"{一}、\", heading: \"{节.标题}\", contents text: "
		 "\"{节.编号 "
		 "?? 节.标题}\", style: 题}\n"
		 "        - {number: \"第{1}项\", heading: \"{节.标题}\", style: 文}\n"
		 "        - {number: \"（{1}）\", heading: \"{节.标题}\", style: 文}\n"
		 "      content: {正文: {prose: 文}, 章节: sections}\n"
		 "      own number: 编号\n";

static void entries_are_headings_as_deep_as_there_are_levels(void **state)
{
	(void)state;
	documents_expect(sections,
		"章节:\n"
		"- 标题: 甲\n"
		"  章节: [{标题: 乙, 章节: [{标题: 丙}]}, {标题: 丁}]\n"
		"- 标题: 戊\n",
		"contents\n"
		"  entry 1 [题] 一、|甲\n"
		"  entry 2 [文] 第1项|乙\t( {page} )\n"
		"  entry 2 [文] 第2项|丁\t( {page} )\n"
		"  entry 1 [题] 二、|戊\n"
		"heading 1 [题] outline 1 “一、甲” listed 1 一、甲\n"
		"heading 2 [文] outline 2 “第1项乙” listed 2 第1项乙\n"
		"heading 3 [文] outline 3 “（1）丙” listed 3 （1）丙\n"
		"heading 2 [文] outline 2 “第2项丁” listed 2 第2项丁\n"
		"heading 1 [题] outline 1 “二、戊” listed 1 二、戊\n");
}

static void a_branch_says_how_deep_it_is_listed(void **state)
{
	(void)state;
	documents_expect(sections,
		"章节:\n"
		"- {标题: 甲, 附文: 止于本级, 章节: [{标题: 乙}]}\n"
		"- {标题: 丙, 附文: 不列入, 章节: [{标题: 丁}]}\n"
		"- {标题: 戊, 章节: [{标题: 己, 附文: 不列入}, {标题: 庚}]}\n",
		"contents\n"
		"  entry 1 [题] 一、|甲\n"
		"  entry 1 [题] 三、|戊\n"
		"  entry 2 [文] 第2项|庚\t( {page} )\n"
		"heading 1 [题] outline 1 “一、甲” listed 1 一、甲\n"
		"heading 2 [文] outline 2 “第1项乙” 第1项乙\n"
		"heading 1 [题] outline 1 “二、丙” 二、丙\n"
		"heading 2 [文] outline 2 “第1项丁” 第1项丁\n"
		"heading 1 [题] outline 1 “三、戊” listed 1 三、戊\n"
		"heading 2 [文] outline 2 “第1项己” 第1项己\n"
		"heading 2 [文] outline 2 “第2项庚” listed 2 第2项庚\n");
}

static void a_heading_on_its_paragraphs_line_is_listed_without_its_stop(void **state)
{
	(void)state;
	documents_expect(sections, "章节: [{标题: 甲。, 排法: 接排, 正文: 乙}]\n",
		"contents\n"
		"  entry 1 [题] 一、|甲\n"
		"paragraph [文] outline 1 “一、甲。” listed 1 一、甲。乙\n");
}

static const char others[] = CONTENTS
	"  - {title: \"1. {文种}\", style: 题, contents level: 1}\n"
	"  - {heading: \"**甲**乙\", style: 题, contents level: 2}\n"
	"  - {heading: 丙, style: 题, contents level: 2, contents text: \"{文种}。\"}\n"
	"  - {heading: 丁, style: 题}\n"
	"  - table:\n"
	"      style: 格\n"
	"      caption: 表\n"
	"      caption style: 文\n"
	"      contents level: 2\n"
	"      rows: {each: 职责 as d}\n"
	"      columns: [{head: 戊, text: \"{d.名称}\"}]\n";

static void titles_headings_and_captions_are_listed_where_they_say_so(void **state)
{
	(void)state;
	documents_expect(others, "文种: 规划\n职责: [{名称: 己}]\n",
		"contents\n"
		"  entry 1 [题] 1. |规划\n"
		"  entry 2 [文] 甲乙\t( {page} )\n"
		"  entry 2 [文] 规划\t( {page} )\n"
		"  entry 2 [文] 表\t( {page} )\n"
		"title [题] listed 1 1. 规划\n"
		"heading 1 [题] outline 1 “甲乙” listed 2 **甲**乙\n"
		"heading 1 [题] outline 1 “丙” listed 2 丙\n"
		"heading 1 [题] outline 1 “丁” 丁\n"
		"table 2x1 head 1 [格] columns content\n"
		"  caption [文] listed 2 表\n"
		"  head 0,0\n"
		"    paragraph [题] 戊\n"
		"  cell 1,0\n"
		"    paragraph [文] 己\n");
}

static void without_contents_nothing_is_listed(void **state)
{
	(void)state;
	documents_expect("blocks: [{id: 头, title: 甲, style: 题, contents level: 1}]\n",
		"文种: 规划\n", "title [题] 甲\n");
}

static const struct document *arrange_over(
	struct bench *bench, const char *layout, const char *plan)
{
	return documents_arrange(bench, layout, plan);
}

static void contents_without_entries_are_told(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	arrange_over(&bench, CONTENTS, "文种: 规划\n");
	bench_expect(&bench, "layout.yaml:2:5: warning[contents-empty]: "
			     "没有可以列入目录的标题，目录是空的\n");
	bench_end(&bench);
}

static void contents_stand_in_no_group(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	arrange_over(&bench,
		"blocks:\n"
		"  - id: 头\n"
		"    group:\n"
		"      - contents: {levels: [{style: 文}]}\n",
		"文种: 规划\n");
	bench_expect(&bench, "layout.yaml:4:9: error[layout-contents]: "
			     "目录可占几页，不能放在 group、单元格或版记里\n");
	bench_end(&bench);
}

static void turned_tables_take_with_them_what_stands_above(void **state)
{
	(void)state;
	documents_expect("blocks:\n"
			 "  - id: 头\n"
			 "    table:\n"
			 "      style: 格\n"
			 "      turned: wide\n"
			 "      above: [{title: 附表, style: 题}]\n"
			 "      rows: {each: 职责 as d}\n"
			 "      columns: [{head: 戊, text: \"{d.名称}\"}]\n",
		"职责: [{名称: 己}]\n",
		"table 2x1 head 1 [格] turned if wide columns content\n"
		"  over\n"
		"    title [题] 附表\n"
		"  head 0,0\n"
		"    paragraph [题] 戊\n"
		"  cell 1,0\n"
		"    paragraph [文] 己\n");
}

static void parts_keep_how_their_pages_are_numbered(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct document *document = documents_arrange(&bench,
		"blocks:\n"
		"  - {id: 头, part: 纸, numbers: from 1, numerals: i, blocks: [{text: "
		"甲, "
		"style: 文}, {part: 纸, numbers: none, blocks: [{text: 乙, style: 文}]}, "
		"{text: 丙, style: 文}]}\n"
		"  - {text: 丁, style: 文}\n",
		"文种: 规划\n");
	GString *out = arena_text(bench.arena);
	document_dump(document, out);
	assert_string_equal(strstr(out->str, "part"),
		"part 纸 odd numbers from 1 numerals i\n"
		"  paragraph [文] 甲\n"
		"part 纸 numbers none\n"
		"  paragraph [文] 乙\n"
		"part 纸 numerals i\n"
		"  paragraph [文] 丙\n"
		"part 纸\n"
		"  paragraph [文] 丁\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_are_headings_as_deep_as_there_are_levels),
		cmocka_unit_test(a_branch_says_how_deep_it_is_listed),
		cmocka_unit_test(
			a_heading_on_its_paragraphs_line_is_listed_without_its_stop),
		cmocka_unit_test(
			titles_headings_and_captions_are_listed_where_they_say_so),
		cmocka_unit_test(without_contents_nothing_is_listed),
		cmocka_unit_test(contents_without_entries_are_told),
		cmocka_unit_test(contents_stand_in_no_group),
		cmocka_unit_test(turned_tables_take_with_them_what_stands_above),
		cmocka_unit_test(parts_keep_how_their_pages_are_numbered),
	};
	return cmocka_run_group_tests_name("document/contents", tests, NULL, NULL);
}
