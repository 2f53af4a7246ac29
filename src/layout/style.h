/* How text looks: the part of a layout that the composer of text knows. */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "base/passage.h"

#include <stdbool.h>

/** A role that faces play (小标宋, 仿宋, 楷体, 黑体, 宋体, 西文, 生僻字, ...), as
 * declared in layouts/faces.yaml: the faces wanted, best first, then free ones that may
 * stand in. A name is a family (`FandolFang`, `方正小标宋简体`), with a style after a
 * colon where it matters
 * (`Noto Serif CJK SC:Bold`). */
struct font_role {
	const char *name;
	const char *const *wanted;      /* ended by NULL */
	const char *const *substitutes; /* ended by NULL */
	struct place place;
};

struct font_roles {
	const struct font_role *roles;
	size_t count;
	const char
		*fallback; /* the role asked for a character that a role's face lacks */
};

enum align {
	ALIGN_JUSTIFY, /* lines filled, the last one at the start */
	ALIGN_START,
	ALIGN_CENTRE,
	ALIGN_END,
};

struct colour {
	double red, green, blue; /* 0 to 1 */
};

/** A style; all lengths in points. */
struct style {
	const char *name;
	const char *face; /* role of Han text */
	const char
		*latin; /* role of Latin letters and digits; the Han face where equal */
	const char *emphasis; /* role of emphasised Han text */
	const char *latin_emphasis;
	double size;    /* type size */
	double pitch;   /* width of a Han character's cell: `size` unless on a grid */
	double leading; /* from baseline to baseline */
	double indent;  /* of the first line, from `start` */
	double start;   /* indent of all lines on the left */
	double end;     /* and on the right */
	double before;  /* space above, dropped at the top of a page */
	double after;   /* space below; adds to the `before` of what follows */
	enum align align;
	bool keep_with_next; /* never the last thing on a page */
	bool balanced; /* a title: lines shaped as trapezoid or diamond, 9704 clause 7.3.1
			*/
	struct colour colour;
	double latin_space; /* between Han and Latin, in em: 0, or 0.25 in reports */
	bool total_fit; /* running text: its lines are chosen to look best together; else,
			 * as in cells, each takes what fits */
	bool on_grid;   /* its lines stand on the rows of the page's grid */
	double least_size; /* a line that is too long is set smaller, down to this; 0: it
			    * is broken */
	bool stacked; /* upright, a character a line, centred: labels of narrow cells */
	const char *leader; /* what a tab's blank is filled with: `…`, `.`; NULL: nothing
			     */
};

/** What a run shows in place of its characters. */
enum run_shape {
	RUN_TEXT,
	RUN_BOX,        /* □ */
	RUN_BOX_TICKED, /* ☑ */
	RUN_TICK,       /* √ */
};

/** A stretch of text in one manner: what a document hands to the composer of text. All
 * but the first two are left out where nothing is special.
 *
 *     hangs_here     抄送：|甲局、乙局、丙局、      a run begins at the bar; the lines
 *                           丁局、戊局。            below begin under it
 *     spread = 3     组　长：  副组长：             the slack stands between characters
 *     step = 4       a blank behind a name: both fill whole columns of 4 em */
struct text_run {
	struct passage passage;
	const struct style *style; /* size, pitch, roles and colour of this stretch */
	bool emphasis;             /* set in the style's emphasis role */
	bool hangs_here; /* turnover lines begin under the first character; the last such
			  * run of a paragraph counts */
	double spread;   /* em: set so wide if it is narrower, and never broken; 0: not */
	enum run_shape shape; /* drawn, an em wide; its one character is what is copied */
	bool stays;  /* the unit behind a number: not parted from the run before it, nor
		      * broken */
	double step; /* em: this run and the one before it are together a multiple of it;
		      * 0: not */
};

#endif
