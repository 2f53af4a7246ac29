/* What finished pages are held against: the figures of a layout, each with its clause.
 *
 *     proof:
 *       source: GB/T 9704-2012      # what the clauses are of
 *       style: 正文                  # 字 and 行 below are its pitch and leading
 *       rules:
 *         - id: 发文机关标志上边缘     # what the report calls it
 *           element: 发文机关标志     # what is measured, see below
 *           measure: ink top         # what of it
 *           below: 版心 top           # and from where
 *           is: 35mm                 # or `at least`, `at most`, or both;
 *                                    # of words also `one of: [仿宋, 楷体]`
 *           within: 0.1mm            # what may be off: 0.1mm
 *           clause: 7.2.4
 *
 * Elements are those that blocks name; besides, what stands on pages by itself:
 *
 *     页面      the sheet                     页码      what page masters print
 *     正文      text of no element that stands in no table
 *     标题      titles                        一级标题 to 九级标题  headings, by depth
 *
 * `line` says which of the element's lines: the whole (as left out), `each`, `any` (one
 * of them has to hold it), `first`, `before last`, `last`. `pages`: `odd`, `even` or the
 * name of a page master; all.
 *
 * Edges: top, bottom, left, right, middle (across the height), centre (across the width)
 * of the cells of characters or of a stroke; ink top, ink bottom, ink left, ink right;
 * first ink top: of the first character; baseline. `below`, `above`, `right of` and
 * `left of` name an element (or 版心, or 上一行: the line of text above), which of its
 * lines, and an edge. */
#ifndef LAYOUT_PROOF_RULES_H
#define LAYOUT_PROOF_RULES_H

#include "base/length.h"
#include "layout/page_master.h"

enum proof_measure {
	/* edges */
	PROOF_TOP,
	PROOF_BOTTOM,
	PROOF_LEFT,
	PROOF_RIGHT,
	PROOF_MIDDLE,
	PROOF_CENTRE,
	PROOF_INK_TOP,
	PROOF_INK_BOTTOM,
	PROOF_INK_LEFT,
	PROOF_INK_RIGHT,
	PROOF_FIRST_INK_TOP,
	PROOF_BASELINE,
	/* other lengths */
	PROOF_WIDTH,
	PROOF_HEIGHT,
	PROOF_WEIGHT,   /* of a stroke */
	PROOF_SIZE,     /* of the type, each */
	PROOF_ADVANCE,  /* from one Han character to the next, where nothing is stretched
			 */
	PROOF_PITCH,    /* from line to line of a paragraph */
	PROOF_OFF_GRID, /* from a line's baseline to that of the nearest row */
	/* numbers */
	PROOF_ROW,        /* of the grid, in which the first line stands, from 1 */
	PROOF_ROWS,       /* of the measured pitch that fill the type area */
	PROOF_CHARACTERS, /* of lines of Han characters alone that fill the measure */
	/* words */
	PROOF_FACE,     /* by role, of its Han characters, each */
	PROOF_COLOUR,   /* each */
	PROOF_TEXT,     /* {page} in it is the page's number */
	PROOF_SHAPE,    /* 一行, 梯形, 倒梯形, 菱形, 长方形 or 沙漏形 */
	PROOF_PLACE,    /* first, last, odd, even; with or without an element */
	PROOF_AT_FOOT,  /* whether it is the last text of a page that another follows */
	PROOF_PARTED,   /* whether a line ends within a number or a Western word */
	PROOF_KNOWN,    /* whether the sheet is as large as that of some page master */
	PROOF_NUMBERED, /* whether the page has its number where it ought to, and only
			 * there
			 */
};

/** What a measure gives. */
enum proof_kind {
	PROOF_LENGTH,
	PROOF_NUMBER,
	PROOF_WORD,
};

/** What a measure is of. */
enum proof_kind proof_measure_kind(enum proof_measure measure);

enum proof_line_choice {
	PROOF_WHOLE,
	PROOF_EACH,
	PROOF_ANY,
	PROOF_FIRST,
	PROOF_BEFORE_LAST,
	PROOF_LAST,
};

enum proof_parity {
	PROOF_ALL_PAGES,
	PROOF_ODD_PAGES,
	PROOF_EVEN_PAGES,
};

enum proof_direction {
	PROOF_FROM_NOTHING,
	PROOF_BELOW,
	PROOF_ABOVE,
	PROOF_RIGHT_OF,
	PROOF_LEFT_OF,
};

/** What an edge is measured from. */
struct proof_datum {
	enum proof_direction direction;
	const char *element;
	enum proof_line_choice line;
	enum proof_measure edge;
};

struct proof_rule {
	const char *name;
	const char *element;
	enum proof_line_choice line;
	enum proof_parity parity;
	const struct page_master *master; /* only on its pages; NULL: all */
	enum proof_measure measure;
	struct proof_datum datum;
	bool has_least;
	bool has_most;
	double least; /* points, or a number */
	double most;
	double within;
	const char *const *words; /* any of them will do; ended by NULL */
	const char *clause;
	struct place place;
};

struct proof_rules {
	const char *source;
	const struct style *style; /* NULL: there is nothing to prove */
	const struct proof_rule *list;
	size_t count;
};

/** 版心 and 上一行: what is measured from, but is no element. */
extern const char proof_area[];
extern const char proof_line_above[];

#endif
