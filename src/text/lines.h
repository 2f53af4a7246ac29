/* Breaking a paragraph into lines. */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "text/glue.h"
#include "text/paragraph.h"

/** Points that a line may be too long by arithmetic alone. */
#define LINE_SLIP 0.005

/* ---- one line: line_make.c ---- */

/** Whether a cluster is a space that the edge of a line swallows. */
bool line_is_space(const struct cluster *cluster);

/** Clusters [*first, *end) without the spaces at their edges; both are moved. */
void line_trim(const struct paragraph *paragraph, int *first, int *end);

/** Natural width of clusters [first, end) set as a line, points. */
double line_width(const struct paragraph *paragraph, int first, int end);

/** How far right of the line's edge its first cell begins: what it shared with the mark
 * before it, or (negative) the blank that an opening mark loses at the beginning of any
 * line but the first, unless that is on a grid. */
double line_lead(const struct paragraph *paragraph, int first);

/** The blank of a mark at the end of a line, which may stand outside it (GB/T 15834-2011
 * 5.1.10); `end` is behind the last cluster that is no space. A title's lines are shaped
 * with all their marks' blanks: 0. */
double line_end_blank(const struct paragraph *paragraph, int end);

/** What a line that begins at a cluster has for its content, points. */
double line_room(const struct paragraph *paragraph, double measure, int first);

/** A line held against the measure; points. */
struct line_fit {
	double natural;
	double room;
	double end_blank;
	double end_badness; /* of setting all of it outside */
	struct glue_sum glue;
};

/** Clusters [first, end) as a line; `sums` are the paragraph's sums of glue, NULL: the
 * line's own gaps are looked at. */
struct line_fit line_fit(const struct paragraph *paragraph, double measure, int first,
	int end, const struct glue_sum *sums);

/** Whether it is no wider than its room, or can be shrunk to it. */
bool line_fits(const struct line_fit *fit);

/** How bad a fitting line of justified text looks: 0 for one that needs no change, 100
 * for one that is shrunk as far as may be or stretched by a tenth of an em a gap, rising
 * with the third power. */
double line_badness(const struct line_fit *fit, double em);

/** The line [first, end) of a measure, shrunk where it is too wide. */
struct line line_make(
	const struct paragraph *paragraph, double measure, int first, int end);

/** Whether clusters [first, end) are one character, but for marks (孤字). */
bool line_is_lone(const struct paragraph *paragraph, int first, int end);

/* ---- many lines: each gives their number and adds them to `lines`, which may be NULL
 * ---- */

/** The line that begins at a cluster, first-fit: as much as fits, with a look back for a
 * better break and ahead for what can be pushed in. */
struct line line_next(const struct paragraph *paragraph, double measure, int first);

/** Line after line, as in a cell. */
int lines_first_fit(const struct paragraph *paragraph, double measure, GArray *lines);

/** The lines that look best together, as in running text. */
int lines_total_fit(const struct paragraph *paragraph, double measure, GArray *lines);

/** Where a title may be broken, best first. */
enum title_breaks {
	TITLE_WHOLE,   /* nowhere in brackets, quotes or book-title marks */
	TITLE_ALLOWED, /* where text may be */
	TITLE_ANY,     /* where text rather may not be, too */
	TITLE_BREAKS,
};

/** Breaks a title of few lines so that they form a trapezoid or a diamond (GB/T
 * 9704-2012 7.3.1) and are of even width: `ends` gets where each of the `count` lines
 * ends. False where no such breaks are there. */
bool lines_balance(const struct paragraph *paragraph, double measure, int count,
	enum title_breaks breaks, int *ends);

/** More lines than that no title has: they are broken as text. */
enum {
	BALANCED_LINES = 4
};

#endif
