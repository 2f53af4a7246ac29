/* Dates that exist, and periods that end after they begin. */
#include "base/language.h"
#include "plan/scan.h"

static int days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

/* Whether the parts that are written can be: month and day may be left out. */
static bool date_exists(struct date date)
{
	if (date.year < YEAR_FIRST || date.year > YEAR_LAST || date.month > 12) {
		return false;
	}
	return date.month == 0 || date.day <= days_of_month(date.year, date.month);
}

/* A month or a day that is written as 0 is no part left out. */
static bool has_zero_part(const char *written)
{
	struct scan scan = {.at = written};
	int part;
	while (*scan.at) {
		if (scan_digits(&scan, 1, 2, &part)) {
			if (part == 0) {
				return true;
			}
		} else if (!scan_digits(&scan, 4, 4, &part)) {
			scan_skip(&scan);
		}
	}
	return false;
}

static bool report_impossible(
	struct plan_reader *reader, const struct slot *slot, const struct value *value)
{
	diagnostics_error(reader->diagnostics, value->written.place, "date-impossible",
		"“%s”里的“%s”不是存在的日期", slot_name(slot),
		text_excerpt(reader->arena, value->written.text));
	return false;
}

bool value_read_date(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	struct scan scan = {.at = value->written.text};
	if (!scan_date(&scan, &value->period.first) || *scan.at) {
		return report_value(reader, slot, value, "date-invalid",
			_("日期（如 2021-03-18 或 2021年3月18日）"));
	}
	if (!date_exists(value->period.first) || has_zero_part(value->written.text)) {
		return report_impossible(reader, slot, value);
	}
	value->kind = VALUE_DATE;
	value->period.last = value->period.first;
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}

/* The end of a period: a date of its own, or a month of the first one's year. */
static bool scan_end(struct scan *scan, struct period *period)
{
	if (scan_date(scan, &period->last)) {
		return true;
	}
	period->last = (struct date){.year = period->first.year};
	if (!period->first.month || period->first.day ||
		!scan_digits(scan, 1, 2, &period->last.month)) {
		return false;
	}
	scan_one_of(scan, "月");
	return true;
}

/* Whether the first date is later, as far as both are written. */
static bool is_reversed(struct period period)
{
	struct date first = period.first;
	struct date last = period.last;
	if (first.year != last.year) {
		return first.year > last.year;
	}
	if (!first.month || !last.month || first.month != last.month) {
		return first.month && last.month && first.month > last.month;
	}
	return first.day && last.day && first.day > last.day;
}

bool value_read_period(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	struct scan scan = {.at = value->written.text};
	struct period *period = &value->period;
	bool sound = scan_date(&scan, &period->first);
	if (sound && *scan.at) {
		sound = scan_dash(&scan) && scan_end(&scan, period) && !*scan.at;
	} else {
		period->last = period->first;
	}
	if (!sound) {
		return report_value(reader, slot, value, "period-invalid",
			_("起止时间（如 2016-2020 或 2021.1-2021.12）"));
	}
	if (!date_exists(period->first) || !date_exists(period->last) ||
		has_zero_part(value->written.text)) {
		return report_impossible(reader, slot, value);
	}
	if (is_reversed(*period)) {
		diagnostics_error(reader->diagnostics, value->written.place,
			"period-reversed", "“%s”的起止时间“%s”先后颠倒", slot_name(slot),
			value->written.text);
		return false;
	}
	value->kind = VALUE_PERIOD;
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}
