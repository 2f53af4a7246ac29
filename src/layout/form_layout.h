/* Forms: grids of explicit cells, with bands that the plan's lists fill. */
#ifndef LAYOUT_FORM_LAYOUT_H
#define LAYOUT_FORM_LAYOUT_H

#include "layout/layout.h"

/** Where a cell stands in the form's grid: its first column and how many it covers. */
struct form_span {
	int column;
	int columns;
};

/** A row of explicit cells, with the place of each. */
struct form_row {
	struct cell_row row;
	struct form_span *spans;
};

struct form_rows {
	struct form_row *list;
	size_t count;
};

enum form_band_kind {
	FORM_ROWS,   /* explicit rows */
	FORM_ITEMS,  /* explicit rows for each item of nested lists */
	FORM_BANDS,  /* the bands below */
	FORM_EACH,   /* the bands below for each item of a list */
	FORM_BESIDE, /* the bands below, side by side; the shorter ones are padded */
};

/** A band of a form:
 *
 *     - [部门名称, {text: "{单位.全称}", span: rest}]       # a row
 *     - {row: [领导签字, {blank: yes, span: rest}], height: 3cm, grow: 1, when: 盖章}
 *     - rows: [[{text: 资金, rows: 2}, 总额, "{总额}"], [其中：财政, "{财政}"]]
 *     - label: 年度预算申请                 # beside all rows of its band, before them;
 *       bands: [...]                        # a text or a cell; `span` columns wide
 *     - label: 绩效指标
 *       head: [一级, 二级, 三级]             # a row of heads, or a list of rows
 *       each: 类别 as a                      # or fixed: {as: a, list: [...]}, where, and
 *       rows: {each: a.指标 as k}            # rows: {each: ..., rows: ...} as of tables
 *       row: [{text: "{a.名称}", merge: a}, "{k.名称}", "{k.值}"]   # or a list of rows
 *       total: [合计, {text: "{sum(类别.值)}", span: rest}]
 *       empty: 暂无                          # in place of items that there are not; else
 *       least rows: 3                        # blank rows up to so many; 1
 *     - beside:                              # `span`: so many columns; else as many as
 *         - {head: 按收入分, each: 收入 as s, row: ["{s.名称}"]}     # its rows need,
 *         - {head: 按支出分, each: 支出 as z, row: ["{z.名称}"]}     # and a share
 *     - each: 专项 as z                      # bands for each item
 *       bands: [[专项, "{z.名称}"], ...]
 *     - own edges: yes                       # a grid of its own in one cell
 *       widths: [3字, ~]
 *       bands: [...]
 *
 * A cell with `rows: 2` reaches down into the next row of its list, whose cells then
 * stand beside it. */
struct form_band {
	enum form_band_kind kind;
	struct place place;
	const struct expr *when;         /* NULL: always */
	const struct cell_layout *label; /* NULL: none */
	struct form_span label_span;
	struct form_rows head;
	struct form_rows rows; /* explicit ones; of each item */
	struct form_rows total;
	const struct row_band *items;
	struct each_clause each;
	struct form_band *bands;
	size_t band_count;
	const struct template *empty; /* NULL: blank rows */
	int least;             /* items that there are at least, blank ones counted */
	double height;         /* least height of its rows, points; 0: the style's */
	double grow;           /* their part of height to spare; 0: none */
	int span;              /* of a band beside others; 0: not said */
	struct form_span body; /* without its label */
	const struct form_span *tail; /* the columns of blank cells under its last row */
	size_t tail_count;
};

struct form_width {
	bool said;
	struct length width;
};

/** The grid of a form. Its columns are as many as its widest row needs, or as `widths`
 * says: `[4字, ~, 20%]`, where `~` is by what stands in the column. */
struct form_layout {
	struct form_band *bands;
	size_t band_count;
	int columns;
	const struct form_width *widths; /* of all columns */
};

/** Prints a form, a band and a row a line: what tests pin. `1+2` is a cell's first column
 * and how many it covers. */
void form_layout_dump(const struct form_layout *form, int depth, GString *out);

#endif
