/* Lengths as layouts write them, and points, in which everything else is measured. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdbool.h>

/** One millimetre in points (1 pt = 1/72 in). */
#define POINTS_PER_MM (72.0 / 25.4)

enum length_unit {
	LENGTH_POINTS, /* `12pt`, `37mm`, `3.7cm`, and type sizes by name: `三号` */
	LENGTH_EMS,    /* `2em`, `2字`: of the type it stands in */
	LENGTH_LINES,  /* `1行`: of the line pitch it stands in */
	LENGTH_SHARE,  /* `25%`: of what is shared out; kept as a fraction */
};

struct length {
	double value;
	enum length_unit unit;
};

/** Reads a length: a plain decimal number, up to a million either way, and its unit; `0`
 * needs none. Type sizes by name: standards 1.12, with 三号 = 16 pt. False where the text
 * is none; *length is then unchanged. */
bool length_parse(const char *text, struct length *length);

/** The length in points, where an em, a line and the whole that shares are of are given
 * in points. */
double length_points(struct length length, double em, double line, double whole);

/** Millimetres in points. */
double points_from_mm(double mm);

#endif
