/* What a cell is: of a column, of an explicit row of a table, of a form. */
#ifndef LAYOUT_CELL_LAYOUT_H
#define LAYOUT_CELL_LAYOUT_H

#include "base/length.h"
#include "expr/expr.h"
#include "layout/table_style.h"

struct table_layout;
struct text_manner;

/** A text in a cell, in a style of its own: its text alone, or
 *
 *     {text: "（盖章）", style: 小字, align: end, hang after: "："}
 */
struct cell_line {
	const struct template *text;
	const struct style *style;
	const struct text_manner *manner; /* NULL: nothing said */
	struct place place;
};

struct cell_lines {
	const struct cell_line *list;
	size_t count;
};

/** Check boxes. Those that are not chosen are printed too.
 *
 *     options:
 *       chosen: 项目.性质       # a text, a list, a choice or several
 *       list: [新增, 延续]      # texts, or an expression that gives a list; may be left
 *                               # out where `chosen` is a choice: all that there are
 *       mark: ☑                 # □新增  ☑延续; with √: □新增  √延续
 *       side: before            # of its text; after: 新增□  延续☑
 *       gap: 1字                # between options on one line
 *       lines: one              # each: an option a line
 */
struct options_layout {
	const struct expr *chosen;
	const struct expr *list; /* NULL: `texts` or `words` */
	const struct template *const *texts;
	size_t text_count;
	const char *const *words; /* ended by NULL; NULL: none of its own */
	enum run_shape mark;
	bool after;
	bool line_each;
	struct length gap;
	struct place place;
};

/** The weight of one of a cell's own rules, points; 0: no rule. */
struct cell_rule {
	bool said;
	double weight;
};

/** What a cell holds beside its text, and how it holds it. All that is said of its
 * contents is printed in this order, each in paragraphs of its own:
 *
 *     label: "资金总额："         # on the line of what follows it; `label style`
 *     text: "{资金.总额}"         # its paragraphs
 *     parts: [甲, {text: 乙, style: 小字}]         # on one line
 *     paragraphs: [甲, {text: 乙, align: end}]     # each its own
 *     options: {...}
 *     table: {...}, form: {...}   # a grid in the cell, or the name of one;
 *     flush: yes                  # it shares the cell's edges
 *     hint: 请填写全称            # where nothing else is printed; `hint style`;
 *     hint always: yes            # below the rest, whatever is printed
 *     foot: [（盖章）, "年　月　日"]   # lines at the cell's foot, at the end unless
 *     height: 35mm                     # `align` says otherwise; least height of the cell
 *
 * For a head with strokes: `diagonal: [指标, 年度]`, or three: what names the rows below,
 * (what stands in the cells,) what names the columns beside. For an empty cell that shall
 * stay so: `blank: yes`. */
struct cell_contents {
	struct cell_lines label; /* one, or none */
	struct cell_lines parts;
	struct cell_lines paragraphs;
	const struct options_layout *options;
	const struct table_layout *grid;
	bool flush;
	struct cell_lines hint; /* one, or none */
	bool hint_always;
	struct cell_lines foot;
	struct cell_lines diagonal;
	bool blank;
	const char *unit; /* `unit: 万元`: stands behind a text that is a bare number */
	bool decimal;     /* `decimal: yes`: numbers with their points below each other */
	const struct text_manner *manner; /* of the text's paragraphs: `hang: number` */
	double height;
	struct cell_rule rules[4]; /* `rules: {top: 0pt, left: 1pt}`, `rules: none`; top,
				    * right, bottom, left */
};

/** A cell. One of a column is filled once for each row; an explicit one stands in a list,
 * as its text alone or with what is said of it:
 *
 *     - [部门名称, {text: "{单位.全称}", align: start, span: rest}]
 *     - [{text: 职责概述, head: row, stacked: yes, rows: 2}, "{职责}"]
 *
 * `style`, `align`, `vertical` and `stacked` (upright, a character a line) are the
 * table's where nothing is said; `names rows: yes` (in explicit cells `head: row` or
 * `head: column`) makes it a header cell, explicit ones then in the style of heads. */
struct cell_layout {
	struct place place;
	const struct template *text;          /* NULL: none */
	const struct cell_contents *contents; /* NULL: nothing but its text */
	const struct style *style;            /* with what the cell changes of it */
	enum vertical_align vertical;
	bool head;          /* a header cell */
	bool names_rows;    /* of its rows, not its columns */
	const char *merge;  /* of a form's rows for items: the name whose items make one
			     * cell; NULL: a cell an item */
	bool merge_equal;   /* cells of equal text are one; empty ones stay apart */
	const char *within; /* but only within an item of this name; NULL: anywhere */
	int columns;        /* `span`: that it spans; 0 (`rest`): all left in its row */
	int rows;           /* `rows`: likewise */
};

/** Explicit cells, from left to right. */
struct cell_row {
	const struct cell_layout *cells;
	size_t count;
	struct place place;
};

/** Prints what is said of contents, on the line at hand. */
void cell_contents_dump(const struct cell_contents *contents, GString *out);

#endif
