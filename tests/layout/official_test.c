/* What official documents have: strokes, signatures, marks, parts, imprints, manners. */
#include "layouts.h"

static void strokes_are_read_in_points(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {rule: 2pt}\n"
		       "  - {rule: 2pt, second: 1pt, gap: 3pt, width: 60pt, before: 4pt, "
		       "after: 5pt, colour: \"#ff0000\"}\n",
		"rule",
		"rule 2.00\n"
		"rule 2.00 second 1.00 gap 3.00 width 60.00 before 4.00 after 5.00\n");
}

static void signatures_have_their_kinds_and_seals(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - {signature: plain, name: \"{单位.全称}\", style: 文}\n"
		"  - {signature: sealed, name: 甲, date: \"{成文日期}\", style: 文, "
		"seal: "
		"45mm}\n"
		"  - {signature: sealed, name: 甲, style: 文, seal diameter: 总额}\n"
		"  - {signature: stamped, signatories: 关键词 as 人, name: \"{人}\", "
		"style: "
		"文, stamp: [30mm, 15mm], outline: \"#ff0000\"}\n",
		"signature",
		"signature plain style 文 seal 42.00\n"
		"signature sealed style 文 seal 45.00 date\n"
		"signature sealed style 文 seal 42.00 or the plan's\n"
		"signature stamped as 人 style 文 seal 42.00 outlined\n");
}

static void marks_name_several_organs(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - {mark: 关键词 as 名, name: \"{名}\", style: 题}\n"
		"  - {mark: 关键词 as 名, name: \"{名}\", beside: 文件, style: 题, "
		"most height: 70mm}\n",
		"mark",
		"mark as 名 style 题\n"
		"mark as 名 style 题 at most 70.00 beside\n");
}

static void parts_have_pages_of_their_own(void **state)
{
	(void)state;
	layouts_expect(
		"pages: {横: {sheet: [200pt, 100pt], area: [10pt, 10pt, 180pt, 80pt]}}\n"
		"blocks:\n"
		"  - {part: 横, blocks: [{text: 甲, style: 文}]}\n"
		"  - {part: 横, begins: odd, blocks: []}\n"
		"  - {part: 横, begins: next, blocks: []}\n"
		"  - part: [{page: 横, when: 上级}, 纸]\n"
		"    blocks: []\n",
		"part",
		"part 横\n"
		"  paragraph style 文\n"
		"part 横 odd\n"
		"part 横\n"
		"part when 横 纸\n");
}

static void imprints_stand_apart_from_the_blocks(void **state)
{
	(void)state;
	layouts_expect("imprint:\n"
		       "  page: 纸\n"
		       "  even: yes\n"
		       "  when: 文种\n"
		       "  blocks: [{rule: 1pt}, {text: 甲, style: 文}]\n",
		"imprint",
		"imprint 纸 even when\n"
		"  rule 1.00\n"
		"  paragraph style 文\n");
}

static void any_block_may_have_a_manner(void **state)
{
	(void)state;
	layouts_expect(
		"blocks:\n"
		"  - {text: 甲, style: 文, element: 标志, ink top: 35mm, hidden: 上级}\n"
		"  - {rule: 1pt, element: 线, hidden: 上级}\n"
		"  - {group: [], room: usual, body: yes}\n"
		"  - {signature: plain, name: 甲, style: 文, room: crowded}\n"
		"  - {text: 乙, style: 文, beside above: yes, body: no}\n",
		"<|usually|crowded|beside",
		"<标志> ink top 35.00 hidden paragraph style 文\n"
		"<线> hidden rule 1.00\n"
		"usually body group\n"
		"crowded signature plain style 文 seal 42.00\n"
		"beside above paragraph style 文\n");
}

static void names_may_have_a_number_of_columns(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {names: {each: 关键词 as 人, name: \"{人}\", style: 文, in "
		       "row: 2}}\n",
		"names",
		"names as 人 style 文 name 3.00em label 0.00em gap 1.00em in row 2\n");
}

static void tables_are_inserted_by_a_list_of_their_names(void **state)
{
	(void)state;
	layouts_expect("blocks: [{insert: 关键词}]\n", "insert", "insert\n");
}

static void sections_print_blocks_of_a_field(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - sections:\n"
		       "      each: 章节 as 节\n"
		       "      levels: [{heading: \"{节.标题}\", style: 题}]\n"
		       "      content: {工作: {blocks: [{each: 节.工作 as w, blocks: "
		       "[{text: \"{w.名称}\", style: 文}]}]}}\n",
		"sections",
		"sections as 节 title 标题 number 编号\n"
		"  level || style 题 run-in 题\n"
		"  content 工作 blocks\n"
		"    each as w\n"
		"      paragraph style 文\n");
}

static void faults_of_strokes_and_signatures_are_reported(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [^{rule: 0pt}]\n", "layout-value: 线的粗细（rule）应大于零\n"},
		{"blocks: [{rule: 1pt, ^body: yes}]\n", "layout-key\n"},
		{"blocks: [{rule: 1pt, colour: ^red}]\n", "layout-value\n"},
		{"blocks: [{signature: ^round, name: 甲, style: 文}]\n",
			"layout-value: "
			"“round”不在可用的写法之内：sealed、plain、stamped\n"},
		{"blocks: [^{signature: plain}]\n",
			"layout-missing: 署名（signature）要有 name 和 style\n"},
		{"blocks: [{signature: stamped, name: 甲, style: 文, stamp: ^30mm}]\n",
			"layout-value: stamp 应是签名章的宽和高两个长度\n"},
		{"blocks: [{signature: stamped, name: 甲, style: 文, stamp: [30mm, "
		 "^1字]}]\n",
			"layout-length\n"},
		{"blocks: [{signature: plain, name: 甲, style: 文, seal diameter: "
		 "^无此}]\n",
			"name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void faults_of_marks_parts_and_imprints_are_reported(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [^{mark: 关键词 as 名}]\n",
			"layout-missing: 机关标志（mark）要有 name 和 style\n"},
		{"blocks: [{mark: ^文种 as 名, name: \"{名}\", style: 文}]\n",
			"layout-each\n"},
		{"blocks: [{part: ^无此, blocks: []}]\n", "layout-page\n"},
		{"blocks: [^{part: 纸}]\n",
			"layout-missing: part 要有 blocks：这些页上印什么\n"},
		{"blocks: [{part: 纸, begins: ^even, blocks: []}]\n",
			"layout-value: “even”不在可用的写法之内：odd、next\n"},
		{"blocks: [{part: ^[], blocks: []}]\n",
			"layout-value: part "
			"的最后一种页面不能有条件：别的都不合时用它\n"},
		{"blocks: [{part: ^[{page: 纸, when: 上级}], blocks: []}]\n",
			"layout-value\n"},
		{"blocks: [{part: [^{when: 上级}, 纸], blocks: []}]\n",
			"layout-missing: part 的各种页面都要有 page\n"},
		{"imprint: ^{page: 纸}\n",
			"layout-missing: 版记（imprint）要有 page 和 blocks\n"},
		{"imprint: {page: ^无此, blocks: []}\n", "layout-page\n"},
		{"imprint: {page: 纸, blocks: [], ^odd: yes}\n", "layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void faults_of_manners_are_reported(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [{text: 甲, style: 文, room: ^full}]\n",
			"layout-value: “full”不在可用的写法之内：usual、crowded\n"},
		{"blocks: [{text: 甲, style: 文, ink top: ^高}]\n", "layout-length\n"},
		{"blocks: [{text: 甲, style: 文, hidden: ^无此}]\n", "name-unknown\n"},
		{"blocks: [{text: 甲, style: 文, body: ^maybe}]\n", "layout-value\n"},
		{"blocks: [{insert: ^文种}]\n",
			"layout-content: insert 要的是表名的列表\n"},
		{"blocks: [{names: {each: 关键词 as 人, name: \"{人}\", style: 文, in "
		 "row: ^0}}]\n",
			"layout-value: in row 应是 1 到 20 的整数\n"},
		{"blocks: [{names: {each: 关键词 as 人, name: \"{人}\", style: 文, in "
		 "row: ^1.5}}]\n",
			"layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strokes_are_read_in_points),
		cmocka_unit_test(signatures_have_their_kinds_and_seals),
		cmocka_unit_test(marks_name_several_organs),
		cmocka_unit_test(parts_have_pages_of_their_own),
		cmocka_unit_test(imprints_stand_apart_from_the_blocks),
		cmocka_unit_test(any_block_may_have_a_manner),
		cmocka_unit_test(names_may_have_a_number_of_columns),
		cmocka_unit_test(tables_are_inserted_by_a_list_of_their_names),
		cmocka_unit_test(sections_print_blocks_of_a_field),
		cmocka_unit_test(faults_of_strokes_and_signatures_are_reported),
		cmocka_unit_test(faults_of_marks_parts_and_imprints_are_reported),
		cmocka_unit_test(faults_of_manners_are_reported),
	};
	return cmocka_run_group_tests_name("layout/official", tests, NULL, NULL);
}
