/* The paragraph composer: text and styles -> shaped clusters -> lines of any width.
 *
 * A paragraph is shaped once per face, in em; widths are then prefix sums, so that asking
 * for lines at one more width or size costs no shaping. Measuring and setting are one
 * function: what paragraph_lines() counts is what line_place() sets. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "base/passage.h"
#include "text/faces.h"

/** What is set in one cell of the line: a character, or a Latin letter; never broken. The
 * clusters' texts are the paragraph's text without loss. */
struct cluster {
	const struct face *face; /* NULL: set as nothing, unless it has a shape */
	const struct style *style;
	guint32 first_glyph; /* into the paragraph's glyphs */
	guint16 glyph_count;
	guint16 text_length; /* bytes */
	guint32 text_offset; /* into the paragraph's text */
	guint8 class;        /* enum character_class, text/classes.h */
	guint8 break_before; /* enum break_kind: may a line begin here */
	bool emphasis;
	guint8 shape;  /* enum run_shape: drawn, no face sets it */
	float advance; /* cell width, points: at the pitch, adjacent marks trimmed, with
			* the gap to Western text behind it */
	float trim_start;   /* points from where the glyphs begin to where the cell does:
			     * what is trimmed before a mark, less half of what a wider cell
			     * has to spare */
	float shared_start; /* points lost to the mark before, and to that behind: given
			     */
	float shared_end;   /* back where a line begins or ends between the two */
	float blank; /* points of a full mark's own blank that a line may yet take: before
		      * an opening mark, behind the others */
};

struct glyph {
	guint32 id;
	float x_offset; /* em */
	float y_offset; /* em, up; brings a face level with the paragraph's */
	float advance;  /* em */
};

/** Where the lines below the first begin, if not at the style's start. */
struct paragraph_hang {
	bool set;
	int cluster; /* that they begin under; those before it are not stretched */
	double x;    /* its place on the first line, from the left edge of the measure */
	double room; /* that must be left for them, else they begin at the start */
};

/** What stands behind a tab stands at the right edge. */
struct paragraph_tab {
	int end;    /* the cluster behind the tab; 0: there is no tab */
	double gap; /* the least between what stands before and behind, points */
	const struct paragraph *leader; /* what fills the gap, once; NULL: nothing */
};

struct paragraph {
	const struct style *style; /* of the whole: alignment, indents, leading */
	const char *text;          /* of all runs, UTF-8 */
	struct passage passage;    /* the same with places */
	const struct cluster *clusters;
	int cluster_count;
	const struct glyph *glyphs;
	const double *edges; /* cluster_count + 1 prefix sums of advances, points */
	struct paragraph_hang hang;
	struct paragraph_tab tab;
};

/** Shapes runs into a paragraph that lives in the arena. Characters that no face has are
 * reported and set as nothing. The text's line ends are not looked at: it is one
 * paragraph. What stands behind the last tab of a text is set at the right edge, on one
 * line; other tabs are spaces. Hanging has no effect where lines are centred or set at
 * the end. */
const struct paragraph *paragraph_create(struct arena *arena, struct faces *faces,
	const struct style *style, const struct text_run *runs, size_t run_count);

/** A line: clusters [first, end). Lines follow each other without loss; the spaces at the
 * edges of a line take no room in it. */
struct line {
	int first;
	int end;
	double indent;  /* from the left edge of the measure, points */
	double width;   /* of its content before it is stretched: natural, less what is
			 * shrunk, points */
	double shrink;  /* taken from its marks and spaces so that it fits, points */
	double room;    /* the measure less indents, points */
	bool last;      /* of its paragraph */
	bool tabbed;    /* has the paragraph's tab; what follows it ends at the edge */
	int rigid;      /* clusters before this one are not stretched */
	bool emergency; /* broken where no break is allowed: nothing else fitted */
};

/** Breaks a paragraph into lines for a measure (the width between the edges of the
 * column, points). `lines` gets them (struct line). No line begins or ends with a mark
 * that may not (GB/T 15834-2011 5.1, CLREQ line breaking); a word wider than the measure
 * is broken, never set off it. An empty paragraph has one empty line.
 *
 * Of a stacked style each line is one character, or Western ones up to three that have no
 * further ones beside them; the measure does not matter. */
void paragraph_lines(const struct paragraph *paragraph, double measure, GArray *lines);

/** How many lines; the same breaks without the list. */
int paragraph_line_count(const struct paragraph *paragraph, double measure);

/** The natural width without breaks, and the widest part that cannot be broken, points.
 */
double paragraph_widest(const struct paragraph *paragraph);
double paragraph_narrowest(const struct paragraph *paragraph);

/** Sets a line by its alignment: `x` gets where each cluster's cell begins from the left
 * edge of the measure, for clusters [line->first, line->end); its glyphs begin trim_start
 * before that. Justification is done here and nowhere else; spaces at the edges take no
 * room. */
void line_place(const struct paragraph *paragraph, const struct line *line, double *x);

#endif
