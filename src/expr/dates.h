/* Dates as text. */
#ifndef EXPR_DATES_H
#define EXPR_DATES_H

#include "plan/value.h"

/** How a date is written. */
struct date_form {
	int parts;   /* 1: the year, 2: and the month, 3: and the day */
	bool dotted; /* `2021.3.18`, else `2021年3月18日` */
	bool han;    /* `二〇二一年三月十八日` */
};

/** A date as text; parts that the date does not have fall away. */
char *date_text(struct arena *arena, struct date date, struct date_form form);

/** A period as text: `2016-2020年`, `2021年1月至2021年12月`, `2021.1-2021.12`. */
char *period_text(struct arena *arena, struct period period, struct date_form form);

#endif
