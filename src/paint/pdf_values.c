#include "paint/pdf_values.h"

#include <math.h>
#include <string.h>

/* Digits are made from the last one on; zeros at the end of a fraction are left out.
 * There are hundreds of thousands of numbers in a file: printf would take longer than all
 * else. */
void pdf_append_decimal(GString *out, double number, int places)
{
	double scale = 1;
	for (int i = 0; i < places; i++) {
		scale *= 10;
	}
	gint64 units = llround(number * scale);
	bool negative = units < 0;
	units = negative ? -units : units;
	while (places > 0 && units % 10 == 0) {
		units /= 10;
		places--;
	}
	char digits[32];
	char *const end = digits + sizeof(digits);
	char *at = end;
	for (int i = 0; i < places; i++, units /= 10) {
		*--at = (char)('0' + units % 10);
	}
	if (places > 0) {
		*--at = '.';
	}
	for (; units > 0 || at == end; units /= 10) {
		*--at = (char)('0' + units % 10);
	}
	if (negative) {
		*--at = '-';
	}
	g_string_append_len(out, at, end - at);
}

void pdf_append_number(GString *out, double number)
{
	pdf_append_decimal(out, number, 2);
}

void pdf_append_name(GString *out, const char *name)
{
	g_string_append_c(out, '/');
	for (; *name; name++) {
		if (g_ascii_isgraph(*name) && !strchr("#/()<>[]{}%", *name)) {
			g_string_append_c(out, *name);
		} else {
			g_string_append_printf(out, "#%02X", (guint)(guint8)*name);
		}
	}
}

void pdf_append_hexadecimal(GString *out, guint number, int digits)
{
	static const char hexadecimal[] = "0123456789ABCDEF";
	for (int i = digits - 1; i >= 0; i--) {
		g_string_append_c(out, hexadecimal[number >> (4 * i) & 0xF]);
	}
}

void pdf_append_utf16(GString *out, const char *text, size_t length)
{
	const char *end = text + length;
	for (; text < end; text = g_utf8_next_char(text)) {
		gunichar character = g_utf8_get_char(text);
		if (character > 0xFFFF) {
			pdf_append_hexadecimal(
				out, 0xD800 + ((character - 0x10000) >> 10), 4);
			character = 0xDC00 + ((character - 0x10000) & 0x3FF);
		}
		pdf_append_hexadecimal(out, character, 4);
	}
}

void pdf_append_text_bytes(GString *out, const char *text, size_t length)
{
	g_string_append(out, "<FEFF");
	pdf_append_utf16(out, text, length);
	g_string_append_c(out, '>');
}

void pdf_append_text(GString *out, const char *text)
{
	pdf_append_text_bytes(out, text, strlen(text));
}

/* Whether text has the shape of a pattern, in which `0` is any digit. */
static bool has_shape(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++) {
		if (*pattern == '0' ? !g_ascii_isdigit(*text) : *text != *pattern) {
			return false;
		}
	}
	return true;
}

static void append_digits(GString *out, const char *text, const char *end)
{
	for (; text < end; text++) {
		if (g_ascii_isdigit(*text)) {
			g_string_append_c(out, *text);
		}
	}
}

bool pdf_append_date(GString *out, const char *date)
{
	size_t length = strlen(date);
	bool day_only = has_shape(date, "0000-00-00") && length == 10;
	bool utc = has_shape(date, "0000-00-00T00:00:00Z") && length == 20;
	bool zoned =
		length == 25 && (has_shape(date, "0000-00-00T00:00:00+00:00") ||
					has_shape(date, "0000-00-00T00:00:00-00:00"));
	if (!day_only && !utc && !zoned) {
		return false;
	}
	g_string_append(out, "(D:");
	append_digits(out, date, date + MIN(length, 19));
	if (utc) {
		g_string_append_c(out, 'Z');
	}
	if (zoned) {
		g_string_append_printf(
			out, "%c%.2s'%.2s'", date[19], date + 20, date + 23);
	}
	g_string_append_c(out, ')');
	return true;
}

bool pdf_append_address(GString *out, const char *address)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:"};
	bool known = false;
	for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
		known = known ||
			g_ascii_strncasecmp(address, schemes[i], strlen(schemes[i])) == 0;
	}
	if (!known) {
		return false;
	}
	/* Brackets and backslashes would end the string early or change it. */
	char *escaped = g_uri_escape_string(address, "%:/?#[]@!$&'*+,;=", FALSE);
	g_string_append_printf(out, "(%s)", escaped);
	g_free(escaped);
	return true;
}
