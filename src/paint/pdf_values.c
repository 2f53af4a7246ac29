#include "paint/pdf_values.h"

#include <math.h>
#include <string.h>

void pdf_append_number(GString *out, double number)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	/* Adding zero turns -0 into 0. */
	g_ascii_formatd(
		buffer, sizeof(buffer), "%.2f", round(number * 100.0) / 100.0 + 0.0);
	size_t length = strlen(buffer);
	while (buffer[length - 1] == '0') {
		length--;
	}
	if (buffer[length - 1] == '.') {
		length--;
	}
	g_string_append_len(out, buffer, (gssize)length);
}

void pdf_append_text(GString *out, const char *text)
{
	g_string_append(out, "<FEFF");
	for (; *text; text = g_utf8_find_next_char(text, NULL)) {
		gunichar character = g_utf8_get_char(text);
		if (character > 0xFFFF) {
			g_string_append_printf(out, "%04X%04X",
				0xD800 + ((character - 0x10000) >> 10),
				0xDC00 + ((character - 0x10000) & 0x3FF));
		} else {
			g_string_append_printf(out, "%04X", character);
		}
	}
	g_string_append_c(out, '>');
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
