#include "expr/dates.h"

#include "expr/numerals.h"

/* The number of a year, a month or a day in the form's digits. */
static const char *digits_of(struct arena *arena, int number, const char *style)
{
	const char *text = numeral_text(arena, number, style);
	return text ? text : arena_printf(arena, "%d", number);
}

/* The date without what closes it: a period shares one 年 where it has years only. */
static char *open_text(
	struct arena *arena, struct date date, struct date_form form, bool with_closing)
{
	const char *small = form.han ? "一" : "1";
	const char *const marks[] = {form.dotted ? "" : "年", form.dotted ? "" : "月",
		form.dotted ? "" : "日"};
	const char *between = form.dotted ? "." : "";
	bool has_month = form.parts > 1 && date.month;
	bool has_day = form.parts > 2 && has_month && date.day;
	GString *text = arena_text(arena);
	g_string_append(text, digits_of(arena, date.year, form.han ? "〇" : "1"));
	if (with_closing || has_month) {
		g_string_append(text, marks[0]);
	}
	if (has_month) {
		g_string_append_printf(text, "%s%s%s", between,
			digits_of(arena, date.month, small), marks[1]);
	}
	if (has_day) {
		g_string_append_printf(text, "%s%s%s", between,
			digits_of(arena, date.day, small), marks[2]);
	}
	return text->str;
}

char *date_text(struct arena *arena, struct date date, struct date_form form)
{
	return open_text(arena, date, form, true);
}

char *period_text(struct arena *arena, struct period period, struct date_form form)
{
	bool years = form.parts == 1 || (!period.first.month && !period.last.month);
	const char *first = open_text(arena, period.first, form, !years);
	const char *last = open_text(arena, period.last, form, true);
	const char *between = form.dotted || (years && !form.han) ? "-" : "至";
	return arena_printf(arena, "%s%s%s", first, between, last);
}
