/* Reading numbers and dates as people write them: full-width characters count as their
 * ASCII forms. */
#ifndef PLAN_SCAN_H
#define PLAN_SCAN_H

#include "plan/plan_reader.h"

enum {
	YEAR_FIRST = 1900,
	YEAR_LAST = 2100
};

struct scan {
	const char *at;
	bool wide; /* a full-width digit was read */
};

/** The character at hand, full-width ASCII folded; 0 at the end. */
gunichar scan_peek(const struct scan *scan);

/** Passes one character; blanks; one of some ASCII or other characters; a word. */
void scan_skip(struct scan *scan);
void scan_spaces(struct scan *scan);
bool scan_one_of(struct scan *scan, const char *characters);
bool scan_word(struct scan *scan, const char *word);

/** Reads at least `least` and at most `most` digits as a number; nothing is read
 * otherwise. */
bool scan_digits(struct scan *scan, int least, int most, int *number);

/** Reads a decimal as base has it. */
bool scan_decimal(struct scan *scan, struct decimal *decimal);

/** Reads the rest as a unit: letters (Chinese ones too) and signs such as `%`, `/`, `℃`,
 * at most that many. NULL, and nothing is read, where it cannot be one. "" where nothing
 * is left. */
const char *scan_unit(struct scan *scan, struct arena *arena, int most);

/** Passes what stands between the ends of a period: `-`, `—`, `～`, `至` and the like. */
bool scan_dash(struct scan *scan);

/** Reads a date, its month and day where they follow. False where none begins here. */
bool scan_date(struct scan *scan, struct date *date);

/** Reads a year, or years from and to, with nothing after it: `2016`, `2016年`,
 * `2016-2020`. */
bool scan_years(struct scan *scan, int *first, int *last);

/** Notes that full-width digits were read as digits. */
void scan_note_wide(
	struct plan_reader *reader, const struct scan *scan, struct place place);

#endif
