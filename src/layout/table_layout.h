/* What a layout says of a table: its bands of rows, its tree of columns, and what stands
 * with it. */
#ifndef LAYOUT_TABLE_LAYOUT_H
#define LAYOUT_TABLE_LAYOUT_H

#include "layout/block_manner.h"
#include "layout/cell_layout.h"
#include "layout/parts.h"

struct form_layout;

/* ---- rows ---- */

enum row_part_kind {
	ROW_CELL,
	ROW_LEAVE, /* columns that have their own cells here */
	ROW_EACH,  /* parts for each of a list */
};

/** A part of an explicit row, from left to right. */
struct row_part {
	enum row_part_kind kind;
	struct place place;
	struct cell_layout cell; /* ROW_CELL */
	bool as_column; /* it says nothing of its look: over one column it has that of
			 * the column's own cells */
	int columns;    /* ROW_LEAVE: how many; 0: all that are left */
	struct each_clause each; /* ROW_EACH */
	const struct row_part *parts;
	size_t part_count;
};

/** A row whose cells the layout writes out: a text, or what is said of a cell.
 *
 *     [合计, {text: "{sum(指标.值)}", span: rest}]
 *     {when: "count(指标) > 1", cells: [合计, …]}
 *     [{leave: 1}, 小计, "{sum(类.指标.值)}"]
 *     [合计, {each: years(规划期) as y, cells: ["{…}"]}]
 *
 * `leave: 1` (or `rest`) leaves columns to their own cells: what they merge goes on
 * through this row, so that a label beside a group also covers its subtotal. The cells
 * must cover the table's columns exactly. */
struct row_layout {
	struct place place;
	const struct expr *when; /* NULL: always */
	const struct row_part *parts;
	size_t part_count;
};

/** Explicit rows, from above. Where a row is asked for, one may stand by itself or in a
 * list of rows. */
struct rows_layout {
	const struct row_layout *list;
	size_t count;
};

/** A level of rows: one for each of a list, each with the levels below.
 *
 *     rows:
 *       each: 职责 as d              # or the layout's own list, see below
 *       when: d.目标                 # items for which it does not hold have no rows
 *       head: [{text: "{d.名称}", span: rest}]   # above the rows of each item
 *       foot: [{leave: 1}, 小计, "{sum(d.目标.值)}"]   # and below
 *       first: [[合计, "{sum(职责.目标.值)}"]]  # above the rows of all items
 *       last: [[合计, "{sum(职责.目标.值)}"]]   # and below
 *       rows: {each: d.目标 as g}
 *
 *     rows:
 *       fixed: {as: 类, list: [产出数量, 产出质量]}
 *       rows: {each: 指标 as k, where: k.二级指标 == 类}
 *
 *     fixed: {as: 类, list: [{一级: 产出指标, 二级: [数量, 质量]}]}
 *
 * Items of a fixed list are texts, or records of texts and lists. `where` joins: it says
 * which entries of the list belong here; entries that belong nowhere in the table are
 * warned of, while `when` leaves out on purpose. An item with nothing listed below it
 * keeps one row, without the explicit rows of the bands below. `first` and `last` name
 * what stands around the band, `head` and `foot` the item. A head stands again on each
 * page that its group reaches; heads and first rows are not parted from what follows,
 * foot and last rows not from what they follow. */
struct row_band {
	struct each_clause each;   /* of a fixed list: the name */
	const struct value *fixed; /* the layout's own list; NULL: `each` says it */
	const struct expr *where;  /* NULL: all belong here */
	struct place where_place;
	const struct expr *when;     /* NULL: always */
	const struct row_band *rows; /* NULL: each item is one row */
	struct rows_layout first;
	struct rows_layout last;
	struct rows_layout head;
	struct rows_layout foot;
};

/* ---- columns ---- */

/** A column, or a head over several. What is merged names only what its rows share.
 *
 *     - {head: 职责, text: "{d.名称}", merge: d, width: 4字}
 *     - {head: 类别, text: "{k.类别}", merge equal: yes, merge within: d}
 *     - {head: 金额, text: "{k.金额}", page sum: k.金额}
 *     - head: 分年度
 *       equal: yes                       # content columns below are equally wide
 *       columns:
 *         - {each: years(规划期) as y, head: "{y}", text: "{k.年度值[y]}"}
 *
 * `each` makes a column, or a group of columns, for each of a list; where that is empty
 * there is none. Its heads and texts may name the item. A width in characters is that of
 * the text: padding and rules come on top. */
struct column_layout {
	bool made;                   /* for each of a list */
	struct each_clause each;     /* which list */
	const struct template *head; /* NULL: the head above covers it */
	struct cell_layout cell;     /* its cells; of one that only groups: none */
	const char *merge;  /* the name whose items make one cell; NULL: a cell a row */
	bool merge_equal;   /* cells of equal text are one; empty ones stay apart */
	const char *within; /* but only within an item of this name; NULL: anywhere */
	const struct expr *page_sum; /* the number that is summed by page; NULL: none */
	struct length width;
	bool has_width;
	struct length minimum;
	bool equal; /* the content columns of a group, or made from it, are equally wide
		     */
	const struct style *head_style;
	const struct column_layout *columns; /* below its head; it has no cells then */
	size_t column_count;
	struct place place;
};

/* ---- what stands with a table, or with a form ---- */

enum line_part {
	LINE_LEFT,
	LINE_MIDDLE,
	LINE_RIGHT,
	LINE_PARTS,
};

/** A line above or below a table. */
struct table_line {
	const struct expr *when; /* NULL: always */
	bool in_parts;
	struct text_layout text;                  /* not in parts; else only its style */
	const struct template *parts[LINE_PARTS]; /* NULL: the line has no such part */
	struct place place;
};

/** Lines that stand between caption and frame, and under the last row.
 *
 *     lines above:
 *       - {left: "填报单位：{单位.全称}", right: 单位：万元, style: 表注}
 *     repeat lines: yes               # above every page's part of the table
 *     lines below:
 *       - {text: "注：{说明}", style: 表注, hang after: "："}
 *
 * A line is a text, or has up to three parts: `left`, `middle`, `right`, each of which
 * wraps in its own width. Nothing is printed of a line that comes out empty. */
struct table_lines_layout {
	const struct table_line *above;
	size_t above_count;
	const struct table_line *below;
	size_t below_count;
	bool repeat; /* those above stand again on every page */
};

enum table_fill {
	FILL_NOTHING,
	FILL_PAGE, /* spare height of the last page goes to the rows */
	FILL_ROWS, /* to blank rows, what is left to the rows */
};

/** How a table meets its page.
 *
 *     fit: page          # set smaller until one page holds it
 *     floor: 六号        # but no smaller than this type size
 *     fill: rows         # or page
 *     stub columns: 2    # a table that is too wide is parted by columns; these stand
 *                        # in each part
 *     turned: wide       # a quarter to the left where its columns would be too narrow;
 *                        # yes: in any case (GB/T 9704-2012 8) */
struct table_fit {
	bool page;
	enum table_fill fill;
	double floor; /* points; 0: as the styles say */
	int stub_columns;
	enum table_turn turned;
};

/** Labels of the sums that pages add, for the columns with `page sum`.
 *
 *     page sums: {page: 本页小计, forward: 过次页, brought: 承前页, span: 2, style: 表}
 *
 * Each label may be left out: that row then is not printed. They stand in the first
 * `span` columns; without it, in all before the first sum. */
struct page_sums_layout {
	const struct template *page;    /* NULL: none */
	const struct template *forward; /* NULL: none */
	const struct template *brought; /* NULL: none */
	int span;                       /* 0: all before the first sum */
	const struct style *style;
	struct place place;
};

/* ---- tables ---- */

/** A table. `least rows: 5` sets blank rows until there are as many between the first
 * and the last rows; `empty: 暂无` is the text of one row across where there are no
 * items, which counts among them. A table without items is left out unless it says
 * either. */
struct table_layout {
	const char *name;
	struct place place;
	const char *of; /* name of the section it is inserted into; NULL: needs none */
	const struct record *of_record; /* what that section is */
	const struct expr *when;
	const struct table_style *style;
	const struct template *caption;
	const struct style *caption_style;
	const struct template *caption_continued;
	struct listing_layout listing; /* of the caption */
	struct layout_blocks above;    /* blocks kept with the table */
	struct table_lines_layout lines;
	struct table_fit fit;
	const struct row_band *rows;
	const struct column_layout *columns;
	size_t column_count;
	bool equal; /* all content columns are equally wide */
	const struct page_sums_layout *page_sums; /* NULL: none */
	const struct template *empty; /* the one row of an empty table; NULL: none */
	int least_rows;
	const struct form_layout *form; /* in place of rows and columns; NULL: a table */
};

#endif
