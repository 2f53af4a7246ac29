/* Breaking a paragraph into lines. */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "text/paragraph.h"

/** Points that a line may be too long by arithmetic alone. */
#define LINE_SLIP 0.005

/** Whether a cluster is a space that the edge of a line swallows. */
bool line_is_space(const struct cluster *cluster);

/** Clusters [*first, *end) without the spaces at their edges; both are moved. */
void line_trim(const struct paragraph *paragraph, int *first, int *end);

/** Natural width of clusters [first, end) set as a line, points. */
double line_width(const struct paragraph *paragraph, int first, int end);

/** The line that begins at a cluster, of a measure; first-fit: as much as fits. */
struct line line_next(const struct paragraph *paragraph, double measure, int first);

/** The line [first, end) of a measure. */
struct line line_make(
	const struct paragraph *paragraph, double measure, int first, int end);

/** Breaks a title of few lines so that they form a trapezoid or a diamond (GB/T
 * 9704-2012 7.3.1) and are of even width: `ends` gets where each of the `count` lines
 * ends. False where no such breaks are there. */
bool lines_balance(
	const struct paragraph *paragraph, double measure, int count, int *ends);

/** More lines than that no title has: they are broken as text. */
enum {
	BALANCED_LINES = 4
};

#endif
