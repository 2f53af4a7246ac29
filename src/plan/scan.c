#include "plan/scan.h"

#include <string.h>

gunichar scan_peek(const struct scan *scan)
{
	gunichar character = g_utf8_get_char(scan->at);
	if (character >= 0xFF01 && character <= 0xFF5E) {
		return character - 0xFEE0;
	}
	return character == 0x3000 || character == 0xA0 ? ' ' : character;
}

void scan_skip(struct scan *scan)
{
	if (*scan->at) {
		gunichar character = g_utf8_get_char(scan->at);
		scan->wide |= character >= 0xFF10 && character <= 0xFF19;
		scan->at = g_utf8_find_next_char(scan->at, NULL);
	}
}

void scan_spaces(struct scan *scan)
{
	while (*scan->at && g_unichar_isspace(scan_peek(scan))) {
		scan_skip(scan);
	}
}

bool scan_one_of(struct scan *scan, const char *characters)
{
	gunichar character = scan_peek(scan);
	if (!character || !g_utf8_strchr(characters, -1, character)) {
		return false;
	}
	scan_skip(scan);
	return true;
}

bool scan_word(struct scan *scan, const char *word)
{
	if (!g_str_has_prefix(scan->at, word)) {
		return false;
	}
	scan->at += strlen(word);
	return true;
}

bool scan_digits(struct scan *scan, int least, int most, int *number)
{
	struct scan ahead = *scan;
	int count = 0;
	int value = 0;
	for (gunichar digit = scan_peek(&ahead);
		digit >= '0' && digit <= '9' && count <= most;
		digit = scan_peek(&ahead)) {
		value = count < most ? value * 10 + (int)(digit - '0') : value;
		count++;
		scan_skip(&ahead);
	}
	if (count < least || count > most) {
		return false;
	}
	*scan = ahead;
	*number = value;
	return true;
}

bool scan_decimal(struct scan *scan, struct decimal *decimal)
{
	size_t length;
	if (!decimal_parse(scan->at, decimal, &length)) {
		return false;
	}
	for (const char *end = scan->at + length; scan->at < end;) {
		scan_skip(scan);
	}
	return true;
}

bool scan_dash(struct scan *scan)
{
	scan_spaces(scan);
	bool found = false;
	while (scan_one_of(scan, "-‐‑–—―−~～〜")) {
		found = true;
	}
	found = found || scan_one_of(scan, "至到");
	scan_spaces(scan);
	return found;
}

/* The sign between year and month tells which one must stand between month and day. */
static gunichar second_separator(gunichar first)
{
	return first == U'年' ? U'月' : first;
}

bool scan_date(struct scan *scan, struct date *date)
{
	*date = (struct date){0};
	if (!scan_digits(scan, 4, 4, &date->year)) {
		return false;
	}
	struct scan year_end = *scan;
	gunichar separator = scan_peek(scan);
	if (!scan_one_of(scan, "年-./")) {
		return true;
	}
	scan_spaces(scan);
	if (!scan_digits(scan, 1, 2, &date->month)) {
		/* `2021年` is a year; in `2016-2020` the dash belongs to the period. */
		if (separator != U'年') {
			*scan = year_end;
		}
		return true;
	}
	struct scan month_end = *scan;
	if (scan_peek(scan) != second_separator(separator)) {
		return true;
	}
	scan_skip(scan);
	if (separator == U'年') {
		scan_spaces(scan);
		if (scan_digits(scan, 1, 2, &date->day)) {
			scan_one_of(scan, "日号");
		}
	} else if (!scan_digits(scan, 1, 2, &date->day)) {
		*scan = month_end;
	}
	return true;
}

const char *scan_unit(struct scan *scan, struct arena *arena, int most)
{
	scan_spaces(scan);
	const char *start = scan->at;
	for (int length = 0; *scan->at; length++) {
		gunichar character = g_utf8_get_char(scan->at);
		if (length == most ||
			!(g_unichar_isalpha(character) ||
				g_utf8_strchr("%％‰/／·°℃㎡²³¥￥$", -1, character))) {
			scan->at = start;
			return NULL;
		}
		scan->at = g_utf8_find_next_char(scan->at, NULL);
	}
	return arena_copy_string(arena, start);
}

bool scan_years(struct scan *scan, int *first, int *last)
{
	scan_spaces(scan);
	if (!scan_digits(scan, 4, 4, first)) {
		return false;
	}
	scan_one_of(scan, "年");
	*last = *first;
	if (scan_dash(scan)) {
		if (!scan_digits(scan, 4, 4, last)) {
			return false;
		}
		scan_one_of(scan, "年");
	}
	scan_spaces(scan);
	return !*scan->at;
}

void scan_note_wide(
	struct plan_reader *reader, const struct scan *scan, struct place place)
{
	if (scan->wide) {
		diagnostics_note(reader->diagnostics, place, "digits-wide",
			"全角数字按半角数字读取");
	}
}
