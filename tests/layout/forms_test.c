/* Forms: bands of cells, and how they tile one grid. */
#include "layouts.h"

static void bands_share_one_grid_of_columns(void **state)
{
	(void)state;
	layouts_expect("tables:\n"
		       "  单:\n"
		       "    style: 格\n"
		       "    caption: 表\n"
		       "    caption style: 题\n"
		       "    widths: [4字, ~, ~, 20%, 30pt]\n"
		       "    bands:\n"
		       "      - [{text: 甲, head: row}, {text: 乙, span: rest}]\n"
		       "      - label: 丙\n"
		       "        when: 文种\n"
		       "        beside:\n"
		       "          - {head: 丁, each: 职责 as d, row: [\"{d.名称}\"]}\n"
		       "          - {row: [戊, 己], height: 9pt, grow: 2}\n"
		       "      - head: [庚, 辛, {text: 壬, span: rest}]\n"
		       "        each: 职责 as d\n"
		       "        rows: {each: d.目标 as g, when: g.指标}\n"
		       "        row: [{text: \"{d.名称}\", merge: d}, \"{g.名称}\", "
		       "{text: 癸, span: "
		       "3}]\n"
		       "        total: 合计\n"
		       "        empty: 暂无\n"
		       "        least rows: 4\n"
		       "      - {each: 工作 as w, bands: [[{text: 甲, rows: 2}, {text: "
		       "乙, span: "
		       "rest}], [{text: 丙, span: 4}]]}\n",
		"table 单",
		"table 单 style 格 caption\n"
		"  columns  4.00em - -  0.20of all  30.00pt\n"
		"  rows\n"
		"    row: 0+1 names-rows, 1+4\n"
		"  beside when label 0+1 names-rows\n"
		"    items d\n"
		"      head: 1+2 head\n"
		"      row: 1+2\n"
		"    rows height 9.00 grow 2.00\n"
		"      row: 3+1, 4+1\n"
		"  items d, g when empty least 4\n"
		"    head: 0+1 head, 1+1 head, 2+3 head\n"
		"    row: 0+1 merge d, 1+1, 2+3\n"
		"    total: 0+5\n"
		"  each w\n"
		"    rows\n"
		"      row: 0+1x2, 1+4\n"
		"    rows\n"
		"      row: 1+4\n");
}

static void a_form_is_a_block_under_either_word(void **state)
{
	(void)state;
	layouts_expect("tables: {单: {style: 格, bands: [[甲]]}}\n"
		       "blocks: [{form: 单}, {table: 单}, {form: {style: 格, bands: "
		       "[[乙]]}}]\n",
		"block",
		"block\n"
		"  table 单 style 格\n"
		"    columns -\n"
		"    rows\n"
		"      row: 0+1\n"
		"block\n"
		"  table 单 style 格\n"
		"    columns -\n"
		"    rows\n"
		"      row: 0+1\n"
		"block\n"
		"  table - style 格\n"
		"    columns -\n"
		"    rows\n"
		"      row: 0+1\n");
}

#define FORM(more) "tables: {单: {style: 格, " more "}}\n"
#define BANDS(bands) FORM("bands: [" bands "]")

static void rows_fill_the_grid(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{BANDS("[甲, 乙, 丙], ^[丁, 戊]"),
			"layout-cells-missing: 这一行少 1 栏：这里有 3 栏\n"},
		{BANDS("[甲, 乙, 丙], {label: 丁, row: ^[戊]}"),
			"layout-cells-missing: 这一行少 1 栏：这里有 2 栏\n"},
		{BANDS("[甲, 乙], {each: 职责 as d, row: ^[丙]}"),
			"layout-cells-missing\n"},
		{BANDS("[甲, 乙], {head: ^[丙], each: 职责 as d, row: [丁, 戊]}"),
			"layout-cells-missing\n"},
		{BANDS("[甲, 乙], {each: 职责 as d, row: [丁, 戊], total: ^[己]}"),
			"layout-cells-missing\n"},
		{BANDS("[甲, 乙, 丙], {beside: [{rows: [[丁], ^[]]}, {row: [戊]}]}"),
			"layout-value: 一行至少有一格，这里是空的\n"},
		{BANDS("{beside: [{rows: [[丁, 戊], ^[己]]}, {row: [庚]}]}, ^[辛]"),
			"layout-cells-missing\nlayout-cells-missing\n"},
		{FORM("widths: [~, ~, ~], bands: [^[甲, 乙]]"), "layout-cells-missing\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint(
		BANDS("[甲, 乙], [丁]"), "可在占满其余各栏的格里写 span: rest");
}

static void cells_stay_within_the_grid(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{FORM("widths: [~, ~], bands: [[甲, 乙, ^丙]]"),
			"layout-cells-beyond: 这一格伸到第 3 栏，这里只有 2 栏\n"},
		{FORM("widths: [~, ~], bands: [[甲, ^{text: 乙, span: 2}]]"),
			"layout-cells-beyond\n"},
		{FORM("widths: [~], bands: [{label: ^甲, row: [乙]}]"),
			"layout-cells-beyond: label 右边没有栏留给它的各行\n"},
		{FORM("widths: [~, ~], bands: [^{beside: [[甲, 乙], [丙]]}]"),
			"layout-cells-beyond: 并排的各段要 3 栏，这里只有 2 栏\n"},
		{FORM("widths: [~, ~], bands: [[甲, 乙, ^{text: 丙, span: rest}]]"),
			"layout-cells-beyond: 这一行没有留给 span: rest 的栏\n"},
		{BANDS("[甲, ^{text: 乙, rows: 2}]"),
			"layout-cells-beyond: 这一格要占 2 行，从这里起只有 1 行\n"},
		{BANDS("[甲, ^{text: 乙, rows: 2}], {when: 文种, row: [丙, 己]}, [丁, "
		       "戊]"),
			"layout-cells-beyond\n"},
		{BANDS("[{text: 甲, span: rest}, ^{text: 乙, span: rest}, 丙]"),
			"layout-value: 一行只能有一格 span: rest\n"},
		{BANDS("[甲, {text: 乙, rows: 2}, 丙], [^{text: 丁, span: 2}]"),
			"layout-cells-overlap: 这一格与上面伸下来的格重叠\n"},
		{BANDS("[甲, {text: 乙, rows: 2}, 丙], [^{text: 丁, span: rest}]"),
			"layout-cells-overlap\n"},
		{BANDS("[{text: 甲, span: 200}, {text: 甲, span: 200}, {text: 甲, span: "
		       "200}]"),
			"layout.yaml:1:13: error[layout-cells-beyond]: 一张表单最多 500 "
			"栏，这里要 600 栏\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void bands_are_of_one_kind(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{BANDS("^甲"), "layout-value\n"},
		{FORM("bands: ^[]"), "layout-value: 此处应是各段的列表，这里是空的\n"},
		{FORM("bands: ^甲"), "layout-value: 此处应是各段的列表\n"},
		{BANDS("^{label: 甲}"), "layout-band: 看不出这一段有哪些格：要有 "
					"row、rows、each、bands 或 beside\n"},
		{BANDS("^{row: [甲], bands: [[乙]]}"),
			"layout-band: 一段只写一种：row、rows、bands 和 beside "
			"要分开写\n"},
		{BANDS("^{each: 职责 as d, beside: [[甲]]}"), "layout-band\n"},
		{BANDS("{^cells: [甲], row: [乙]}"), "layout-key\n"},
		{BANDS("{each: 职责 as d, ^cells: [甲], row: [乙]}"), "layout-key\n"},
		{BANDS("^{each: 职责 as d}"),
			"layout-missing: each 要有 row：每一项印哪几格\n"},
		{BANDS("{each: ^文种 as d, row: [甲]}"), "layout-each\n"},
		{BANDS("{each: 职责 as d, row: [\"{d.^名}\"]}"), "field-unknown\n"},
		{BANDS("{each: 职责 as d, total: [\"{^d.名称}\"], row: [甲]}"),
			"name-unknown\n"},
		{BANDS("{row: [甲], empty: ^无}"), "layout-band: empty 只用于 each\n"},
		{BANDS("{row: [甲], widths: ^[~]}"),
			"layout-band: widths 只用于 own edges 和整张表单\n"},
		{BANDS("{own edges: yes, each: ^职责 as d, bands: [[甲]]}"),
			"layout-band\n"},
		{BANDS("{row: [甲], height: ^2字}"), "layout-length\n"},
		{BANDS("{row: [甲], grow: ^-1}"), "layout-value\n"},
		{BANDS("{each: 职责 as d, row: [甲], least rows: ^1.5}"),
			"layout-value\n"},
		{BANDS("{row: [甲], when: ^1}"), "layout-value\n"},
		{FORM("bands: [[甲]], rows: ^{each: 职责 as d}"),
			"layout-form: 有 bands 的表单不能再有 rows\n"},
		{FORM("bands: [[甲]], widths: [^-1pt]"), "layout-length\n"},
		{BANDS("{id: 甲, row: [乙]}, {id: ^甲, row: [丙]}"), "layout-id\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void merged_cells_cover_whole_items(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{BANDS("{each: 职责 as d, row: [{text: 甲, merge: ^e}]}"),
			"layout-merge\n"},
		{BANDS("{each: 职责 as d, row: [{text: 甲, merge: d, merge equal: "
		       "^yes}]}"),
			"layout-merge: merge 和 merge equal 只能写一个\n"},
		{BANDS("{each: 职责 as d, row: [{text: 甲, merge within: ^d}]}"),
			"layout-merge: merge within 要和 merge equal: yes 一起写\n"},
		{BANDS("[{text: 甲, merge equal: ^yes}]"),
			"layout-merge: merge equal 只用于 each 的各行\n"},
		{BANDS("{each: 职责 as d, rows: [[^{text: 甲, merge equal: yes}, 乙], "
		       "[丙, "
		       "丁]]}"),
			"layout-merge\n"},
		{BANDS("{each: 职责 as d, rows: {each: d.目标 as g, ^first: [甲]}, row: "
		       "[甲]}"),
			"layout-key\n"},
		{BANDS("{each: 职责 as d, rows: [[^{text: 甲, merge: d}, 乙], [丙, "
		       "丁]]}"),
			"layout-merge: 有 merge 的格要占满每一项的 2 行\n"},
		{BANDS("{rows: {each: 职责 as d, rows: {each: d.目标 as g}}, row: "
		       "[{text: "
		       "\"{^g.名称}\", merge: d}]}"),
			"name-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bands_share_one_grid_of_columns),
		cmocka_unit_test(a_form_is_a_block_under_either_word),
		cmocka_unit_test(rows_fill_the_grid),
		cmocka_unit_test(cells_stay_within_the_grid),
		cmocka_unit_test(bands_are_of_one_kind),
		cmocka_unit_test(merged_cells_cover_whole_items),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
